// Why the sentences of an event are one event, and why the nearest others are not: the server works it out when asked.

/** Why sentences were joined and others refused; null where there is no server, as in a saved file. */
const needJoins = (data, event) => (data.source ? ask(data, "joins", event.id) : null);

function joins(data, event) {
  if (!data.source) return null;
  const place = h("div", { class: "decisions", role: "status" });
  const details = h("details", { class: "joins" },
    h("summary", {}, icon("m1 1 5 5-5 5", 7, 12), h("b", {}, event.sources.length > 1 ? "Why is this one event?" : "What was kept apart from it?")), place);
  details.addEventListener("toggle", () => {
    if (!details.open || place.hasChildNodes()) return;
    place.replaceChildren(h("p", { class: "dim" }, "Weighing the sentences …"));
    needJoins(data, event).then(
      (found) => place.replaceChildren(...decisions(data, found)),
      () => {
        place.replaceChildren(h("p", {}, "The reasons could not be fetched: the server does not answer. Close this and open it again when it does."));
        details.addEventListener("toggle", () => !details.open && place.replaceChildren(), { once: true });
      });
  });
  return details;
}

function decisions(data, { joined, refused }) {
  const list = (words, of) => of.length > 0 && [h("h4", {}, words), h("ul", {}, of.map((one) => decision(data, one)))];
  const found = [list("Joined", joined), list("Not joined", refused)].filter(Boolean).flat();
  return found.length ? found : [h("p", {}, "No other sentence comes near it.")];
}

function decision(data, { one, other, reasons }) {
  const said = (told) => h("p", { class: "said" }, h("q", {}, told.quote), " ",
    h("span", { class: "dim" }, [data.documents[told.article].title, told.when ? `gives ${told.when}` : "gives no date"].join(", ")));
  return h("li", {}, said(one), said(other), h("p", { class: "reasons" }, reasons.join(" ")));
}
