// How an event is told: stated, or in four ways that are no statement of fact. The words and the form of each.

/** How an event can be told, in words. */
const STANDINGS = { told: "Stated", implied: "Implied", planned: "Planned", reported: "Reported", denied: "Denied" };

const STANDING_SAYS = {
  implied: "The articles don't say so outright: it follows from what they say.",
  planned: "No article says that it came about.",
  reported: "The articles only pass on what others say.",
  denied: "It is told as something that did not happen.",
};

/** How an event that is not told as fact is drawn: as a short bar, 28 pixels wide. */
const standingShape = (status) => s("g", { transform: "translate(0 9)" },
  ...hollow({ p: 1, q: 27, mark: {} }, { status }, "hollow").filter(Boolean).map(drawing));

/** The word for how an event is told, with its form, for card and table; nothing for what is told as fact. */
const standingOf = ({ status }) => (STANDING_SAYS[status]
  ? h("span", { class: "standing" }, sampleOf(28, () => [standingShape(status)]), h("b", {}, STANDINGS[status].toLowerCase())) : null);

const sampleOf = (width, draw, id) => s("svg", { width, height: 18, "aria-hidden": "true" }, ...draw(id));
