// Two collections side by side: what came, what went, what has another date, what has other words.

const SHOWN_OF_A_KIND = 100;

PAGES.compare = (desk, given) => {
  const host = h("div", {});
  const page = { title: "Compare", parts: [host], again: draw };
  const to = (one, other) => go(`?${new URLSearchParams({ page: "compare", c: one, ...(other ? { with: other } : {}) })}`);
  function draw(told) {
    const { choices, one, other } = told;
    const name = (id) => choices.find((choice) => choice.id === id)?.name || id;
    const list = choices.map((choice) => [choice.id, choice.name]);
    const first = choiceField("Before", list, one);
    const second = choiceField("After", [["", "Choose a collection"], ...list.filter(([id]) => id !== one)], other);
    first.input.addEventListener("change", () => to(first.input.value, second.input.value));
    second.input.addEventListener("change", () => to(first.input.value, second.input.value));
    host.replaceChildren(...[
      pageHead("Compare", other && told.added ? sumWords(told) : "See what one collection tells and another doesn’t: after more articles, by newer rules, after somebody checked it."),
      h("div", { class: "sides" }, first.host, second.host),
      ...(other && told.added ? [
        kind(`Only in “${name(other)}”`, told.added, (event) => row([[event, other]])),
        kind(`Only in “${name(one)}”`, told.gone, (event) => row([[event, one]])),
        kind("Another date", told.redated, ([before, after]) => row([[before, one], [after, other]])),
        kind("Other words", told.reworded, ([before, after]) => row([[before, one], [after, other]]))] : [])].filter(Boolean));
  }
  draw(given);
  return page;
};

function sumWords({ same, added, gone, redated, reworded }) {
  if (!added.length && !gone.length && !redated.length && !reworded.length) return `All ${count(same, "event is", "events are")} the same.`;
  return `${count(same, "event is", "events are")} the same, ${grouped(added.length)} came, ${grouped(gone.length)} went, `
    + `${grouped(redated.length)} ${redated.length === 1 ? "has" : "have"} another date, ${grouped(reworded.length)} other words.`;
}

function kind(title, list, draw) {
  if (!list.length) return null;
  const rows = h("ul", { class: "differences" }, list.slice(0, SHOWN_OF_A_KIND).map(draw));
  const more = list.length > SHOWN_OF_A_KIND ? quiet(`Show ${grouped(list.length - SHOWN_OF_A_KIND)} more`, (event) => {
    rows.append(...list.slice(SHOWN_OF_A_KIND).map(draw));
    event.target.remove();
    rows.children[SHOWN_OF_A_KIND].querySelector("a").focus();
  }) : null;
  return h("section", { class: "difference" }, h("h2", {}, title, " ", h("span", { class: "dim" }, grouped(list.length))), rows, more);
}

function row(sides) {
  return h("li", { class: sides.length > 1 ? "both" : "" }, sides.map(([event, key], at) => h("div", {},
    sides.length > 1 ? h("span", { class: "side" }, at ? "After" : "Before") : null,
    h("span", { class: "date" }, event.when),
    way(`?${new URLSearchParams({ c: key, e: event.id })}`, {}, event.headline),
    at || sides.length === 1 ? h("blockquote", {}, event.quote) : null)));
}
