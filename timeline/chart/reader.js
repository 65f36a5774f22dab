// The whole text of an article, with every mention of time in it marked by what became of it.

// What a mention looks like, a sample of it, and what it says. Of what was set aside only dates of the page are struck.
const FATES = [["event", "date", "in an event"], ["undated", "words", "undated"],
  ["aside", "words", "set aside, no date of an event"], ["aside struck", "date", "set aside, of the page"]];

const fateOf = (part) => (part.struck ? "aside struck" : part.state);

function reader(data, index, selected, { onBack, onPick }) {
  const document_ = data.documents[index];
  const parts = document_.lines.flatMap((line) => line.parts).filter((p) => p.state);
  const seen = new Set();
  const total = Object.fromEntries(FATES.map(([fate]) => [fate, 0]));
  for (const part of parts) {
    if (seen.has(part.mention) || !(fateOf(part) in total)) continue;
    seen.add(part.mention);
    total[fateOf(part)] += 1;
  }
  return h("article", { class: "reader", "aria-label": `Article: ${document_.title}` },
    h("div", { class: "way-back" },
      h("button", { class: "back", type: "button", onclick: onBack }, icon("M8 1 1.5 7.5 8 14", 9, 15), "Back to the timeline",
        h("kbd", { "aria-hidden": "true" }, "Esc"))),
    h("header", {},
      h("h2", { tabindex: "-1" }, document_.title),
      h("p", { class: "dim" }, byLine(document_), `, article ${index + 1} of ${data.documents.length}`),
      document_.note && h("p", { class: "dim" }, document_.note),
      document_.url && h("p", {}, webLink(document_.url, "The article where it was published")),
      h("p", { class: "fates", "aria-label": "How mentions of time are marked" }, FATES.filter(([fate]) => total[fate] || !fate.startsWith("aside")).map(([fate, sample, words]) =>
        h("span", {}, h("span", { class: `fate ${fate}` }, sample), ` ${words} `, h("b", {}, `${total[fate]}`))))),
    h("div", { class: "text" }, document_.lines.map((line) =>
      h(line.zone === "title" ? "h3" : "p", { class: line.zone },
        line.parts.map((part) => mention(part, selected, onPick))))));
}

function mention(part, selected, onPick) {
  if (!part.state) return part.t;
  if (part.state === "event") {
    const on = part.event === selected;
    // No button element: browsers set those as one block, and a long mention would tear its line.
    const pick = () => onPick(part.event, part.mention);
    return h("span", { class: on ? "fate event on" : "fate event", role: "button", tabindex: "0", "data-mention": part.mention,
      "data-event": part.event, "aria-pressed": on ? "true" : "false", onclick: pick, onkeydown: (e) => {
        if (e.key !== "Enter" && e.key !== " ") return;
        e.preventDefault();
        pick();
      } }, part.t);
  }
  const words = part.state === "undated" ? "undated" : "set aside";
  return h("span", { class: `fate ${fateOf(part)}`, "data-mention": part.mention, tabindex: "-1",
    title: part.why ? capital(`${words}: ${part.why}`) : capital(words) }, part.t);
}

/** Marks the mentions of another event, without building the text again. */
function markInReader(article, selected) {
  for (const button of article.querySelectorAll("[data-event]")) {
    const on = button.dataset.event === selected;
    button.classList.toggle("on", on);
    button.setAttribute("aria-pressed", on ? "true" : "false");
  }
}
