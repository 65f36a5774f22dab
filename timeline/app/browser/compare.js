// Two sides: collections, a collection and an earlier reading of it, or an article of each. What came, what went, what
// has another date, what has other words.

const SHOWN_OF_A_KIND = 100;

PAGES.compare = (desk, given) => {
  const host = h("div", {});
  const page = { title: "Compare", parts: [host], again: draw };
  function draw(told) {
    const { before, after, named, events, sentences, readings, now, articles } = told;
    const key = now?.id || new URLSearchParams(location.search).get("c") || "";
    const to = (changes) => go(`?${new URLSearchParams(Object.entries({ page: "compare", c: key, before, after, one: told.one || "", other: told.other || "", ...changes }).filter(([, value]) => value))}`);
    const first = sideField("Before", told, before, false), second = sideField("After", told, after, !after);
    first.input.addEventListener("change", () => to({ before: first.input.value, one: "", other: "" }));
    second.input.addEventListener("change", () => to({ after: second.input.value, one: "", other: "" }));
    const one_ = named[0].key === named[1].key;  // two readings, or two articles, of one collection
    const [went, came] = one_ ? ["that went", "that came"] : named.map(({ name }) => `only in “${name}”`);
    host.replaceChildren(...[
      pageHead("Compare", events ? sumWords(events) : "See what one collection tells and another doesn’t, or what changed since it was read the last time."),
      h("div", { class: "sides" }, first.host, second.host),
      articles ? editions(told, to) : null,
      ...(sentences ? [
        sentenceKind(`Sentences ${came}`, sentences.added),
        sentenceKind(`Sentences ${went}`, sentences.gone),
        kind("Sentences in other words", sentences.reworded, (pair) => h("li", { class: "both" }, pair.map((side, at) => h("div", {}, sideWord(at), wording(side, at))))),
        h("p", { class: "dim same" }, `${count(sentences.same, "sentence stands", "sentences stand")} in both.`)] : []),
      ...(events ? [
        kind(`Events ${came}`, events.added, (event) => row([[event, named[1]]])),
        kind(`Events ${went}`, events.gone, (event) => row([[event, named[0]]])),
        kind("Another date", events.redated, ([one, other]) => row([[one, named[0]], [other, named[1]]])),
        kind("Other words", events.reworded, ([one, other]) => row([[one, named[0]], [other, named[1]]]))] : []),
      now ? readingsPart(now, readings, before, after) : null].filter(Boolean));
  }
  draw(given);
  return page;
};

/** What a side can be: a collection as it is now, or one of the readings before. */
function sideField(label, { choices, readings, now }, value, empty) {
  return field(label, {}, { make: (id) => h("select", { id },
    empty ? h("option", { value: "", selected: true }, "Choose one") : null,
    readings.length ? h("optgroup", { label: choices.find((one) => one.id === now.id)?.name || "This collection" },
      [{ id: now.id, number: null }, ...readings].map((one) => h("option", { value: one.id, selected: one.id === value },
        one.number === null ? "As it is now" : `As read ${readWhen(one)}`))) : null,
    others(choices, readings, now, value)) });
}

function others(choices, readings, now, value) {
  const rest = choices.filter((one) => !readings.length || one.id !== now?.id)
    .map((one) => h("option", { value: one.id, selected: one.id === value }, one.name));
  return readings.length ? h("optgroup", { label: "Other collections" }, rest) : rest;
}

const whenWords = (iso) => new Date(iso).toLocaleString("en-GB", { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" });
const readWhen = ({ made, until }) => (made ? `on ${whenWords(made)}` : `before ${whenWords(until)}`);

/** Why a collection was read again. */
function whyWords({ came, went, described, rules }) {
  const words = [came ? `${count(came, "article", "articles")} came` : "", went ? `${count(went, "article", "articles")} went` : "",
    described ? `${count(described, "article was", "articles were")} described anew` : "", rules ? "newer rules" : ""].filter(Boolean);
  return words.length ? words.join(", ") : "it was read again";
}

function readingsPart(now, readings, before, after) {
  const facts = (one) => [count(one.articles, "article", "articles"), count(one.events, "event", "events"), one.rules ? `rules ${one.rules}` : ""].filter(Boolean);
  const line = (title, words, link) => h("li", {}, h("div", {}, h("b", {}, title), h("p", { class: "meta" }, words.map((one) => h("span", {}, one)))), link);
  const to = (side) => way(`?${new URLSearchParams({ page: "compare", c: now.id, before: side, after: now.id })}`, { class: "btn" }, "Compare with now");
  return h("section", { class: "readings-part" }, h("h2", {}, "Readings of this collection"),
    readings.length ? h("ul", { class: "readings" },
      line(now.made ? `As it is now, read on ${whenWords(now.made)}` : "As it is now", facts(now), null),
      readings.map((one) => line(`Read ${readWhen(one)}`, [...facts(one), `until ${whyWords(one.why)}`],
        one.id === before && after === now.id ? h("span", { class: "dim" }, "compared here") : to(one.id))))
      : h("p", { class: "dim" }, "There is only the one that counts now. When articles come or go, their dates change or the rules are newer, the reading before is kept here."));
}

/** Only one article of each side: two editions of it, say. */
function editions({ articles, one, other }, to) {
  const [first, second] = [["Article before", articles[0], one], ["Article after", articles[1], other]].map(([label, list, value]) =>
    choiceField(label, [["", "All articles"], ...list.map((article) => [article.id, article.title])], value));
  first.input.addEventListener("change", () => to({ one: first.input.value, other: second.input.value }));
  second.input.addEventListener("change", () => to({ one: first.input.value, other: second.input.value }));
  const half = Boolean(one) !== Boolean(other);
  const open = Boolean(one || other);
  return h("details", { class: "folded editions", open }, h("summary", {}, icon("m1 1 4 4-4 4", 6, 10), "Two articles or editions only"),
    h("div", { class: "sides" }, first.host, second.host),
    half ? h("p", { class: "status", role: "status" }, "Choose an article on the other side too.") : null);
}

function sumWords({ same, added, gone, redated, reworded }) {
  if (!added.count && !gone.count && !redated.count && !reworded.count) return same ? `${same === 1 ? "The only event is" : `All ${grouped(same)} events are`} the same.` : "Neither tells an event.";
  const has = ({ count: n }) => (n === 1 ? "has" : "have");
  return `${[count(same, "event is", "events are") + " the same", added.count && `${grouped(added.count)} came`, gone.count && `${grouped(gone.count)} went`,
    redated.count && `${grouped(redated.count)} ${has(redated)} another date`, reworded.count && `${grouped(reworded.count)} ${has(reworded)} other words`].filter(Boolean).join(", ")}.`;
}

function kind(title, { count: all, first }, draw) {
  if (!all) return null;
  const rows = h("ul", { class: "differences" }, first.slice(0, SHOWN_OF_A_KIND).map(draw));
  const more = first.length > SHOWN_OF_A_KIND ? quiet(`Show ${grouped(first.length - SHOWN_OF_A_KIND)} more`, (event) => {
    rows.append(...first.slice(SHOWN_OF_A_KIND).map(draw));
    event.target.remove();
    const next = rows.children[SHOWN_OF_A_KIND];
    next.tabIndex = -1;
    (next.querySelector("a") || next).focus();
  }) : null;
  const rest = all > first.length ? h("p", { class: "dim" }, `${count(all - first.length, "more is", "more are")} not shown here; “timeline compare” prints all.`) : null;
  return h("section", { class: "difference" }, h("h2", {}, title, " ", h("span", { class: "dim" }, grouped(all))), rows, more, rest);
}

const sentenceKind = (title, found) => kind(title, found, (sentence) => h("li", {}, h("blockquote", {}, sentence)));

const sideWord = (at) => h("span", { class: "side" }, at ? "After" : "Before");

/** A sentence with the words that only this side has marked as such. */
const wording = (side, at) => h("blockquote", {}, side.flatMap(([alone, words]) => (alone ? [h(at ? "ins" : "del", {}, words.trimEnd()), words.slice(words.trimEnd().length)] : words)));

function row(sides) {
  return h("li", { class: sides.length > 1 ? "both" : "" }, sides.map(([event, side], at) => h("div", {},
    sides.length > 1 ? sideWord(at) : null,
    h("span", { class: "date" }, event.when),
    side.number === null ? way(`?${new URLSearchParams({ c: side.key, e: event.id })}`, {}, event.headline) : h("span", { class: "was" }, event.headline),
    at || sides.length === 1 ? h("blockquote", {}, event.quote) : null)));
}
