// What the marks mean: a line of samples below the chart, and on a click each of them in a sentence.

const fadeStops = (id, edge) => s("linearGradient", { id }, ...[[0, 0], [edge, 1], [1 - edge, 1], [1, 0]].map(([o, a]) =>
  s("stop", { offset: o, "stop-opacity": a, class: "ink-stop" })));

// Width of the sample, its name, what it says, how it is drawn. `id` keeps gradients of several legends apart.
const LEGEND = [
  [12, "a day", "The text names the day. The dot is larger the more articles tell of it.",
    () => [s("circle", { cx: 6, cy: 9, r: 5.5, class: "solid" })]],
  [34, "some time in it", "It happened some time in this month, year, decade or century; the text says no more. "
    + "Where both ends lie outside the window it is hatched.",
    (id) => [s("defs", {}, fadeStops(`${id}-soft`, 0.3)), s("rect", { x: 0, y: 4, width: 34, height: 10, fill: `url(#${id}-soft)`, class: "soft" })]],
  [32, "lasted", "It went on all this time, from the first day to the last.",
    () => [s("rect", { x: 1, y: 4, width: 30, height: 10, class: "solid" })]],
  [44, "about", "The text gives the date as about so: it may lie outside, too.",
    (id) => [s("defs", {}, fadeStops(`${id}-about`, 0.45)), s("rect", { x: 0, y: 4, width: 44, height: 10, fill: `url(#${id}-about)`, class: "soft about" })]],
  [34, "since", "And before: the text gives one end only: the bar is where it is firm, the arrow where it is open.",
    () => [s("path", { d: "M2 3v12M2 9h29m-6-5 6 5-6 5", class: "arrow" })]],
  [50, "one or the other", "The text leaves it open which of the two.",
    () => [s("circle", { cx: 6, cy: 9, r: 5, class: "solid" }), s("circle", { cx: 44, cy: 9, r: 5, class: "solid" }),
      s("path", { d: "M11 9h5M34 9h5", class: "or-line" }), s("text", { x: 25, y: 13.5, "text-anchor": "middle", class: "or" }, "or")]],
  ...["implied", "planned", "reported", "denied"].map((status) => [28, STANDINGS[status].toLowerCase(), STANDING_SAYS[status], () => [standingShape(status)]]),
  [44, "articles differ", "Articles give dates that can't both be right. All are drawn.",
    () => [s("rect", { x: 1, y: 7, width: 11, height: 9, rx: 4.5, class: "hollow" }), s("rect", { x: 14, y: 7, width: 11, height: 9, rx: 4.5, class: "hollow" }),
      s("path", { d: "M6.5 5V2h13v3", class: "differ-line" }), s("text", { x: 29, y: 16, class: "differ-sign" }, "≠")]],
  [32, "two more", "There is no room for these events: a click goes to just their years.",
    () => [s("rect", { x: 1, y: 1, width: 30, height: 16, rx: 8, class: "pill" }),
      s("text", { x: 16, y: 13.5, "text-anchor": "middle", class: "pill-words" }, "+2")]],
];

const SAMPLES = { day: "a day", soft: "some time in it", lasted: "lasted", since: "since", before: "since" };

/** The names of the samples that occur among events. */
function occurring(events) {
  const found = new Set(events.length > 1 ? ["two more"] : []);
  for (const event of events) {
    if (STANDING_SAYS[event.status]) found.add(STANDINGS[event.status].toLowerCase());
    if (event.choice === "differs") found.add("articles differ");
    for (const mark of event.marks) {
      const limit = mark.form === "since" || mark.form === "before";
      if (limit || !isHollow(event, mark)) found.add(mark.about && !limit ? "about" : SAMPLES[mark.form]);
    }
  }
  return found;
}

/** The samples that occur in a line, each with its name; "or" says itself what it is. */
function keyOfMarks(id, events) {
  const found = occurring(events);
  const shown = LEGEND.filter(([, words]) => found.has(words));
  return h("ul", { class: "key", "aria-label": "How to read the marks" },
    shown.map(([width, words, , draw]) => h("li", {}, sampleOf(width, draw, id), h("span", {}, words))));
}

/** All samples with a sentence each, below a line that opens them; Escape closes it. */
function legend() {
  const opener = h("summary", {}, icon("m1 1 5 5-5 5", 7, 12), h("b", {}, "What the marks mean"));
  const whole = h("details", { class: "legend" }, opener, h("ul", {}, LEGEND.map(([width, words, sentence, draw]) =>
    h("li", {}, h("span", { class: "sample" }, sampleOf(width, draw, "legend")), h("p", {}, h("b", {}, capital(words)), ` ${sentence}`)))),
  h("button", { type: "button", class: "close", onclick: close }, "Close"));
  function close() {
    whole.open = false;
    opener.focus();
  }
  whole.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !whole.open) return;
    event.stopPropagation();
    close();
  });
  return whole;
}
