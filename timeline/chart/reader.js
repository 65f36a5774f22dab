// The whole text of an article, with every mention of time in it marked by what became of it; beside it a strip with a
// tick for each, and the article's events in order of time.

// What a mention looks like, a sample of it, and what it says. Of what was set aside only dates of the page are struck.
const FATES = [["event", "date", "in an event"], ["undated", "words", "undated"],
  ["aside", "words", "set aside, no date of an event"], ["aside struck", "date", "set aside, of the page"]];
const OUTCOMES = { all: "All", event: "In an event", undated: "Undated", aside: "Set aside" };
const BUCKETS = 200;    // ticks of the strip at most: nearer ones are one
const STORY_MOST = 200; // events named beside the article
const STORY_ROW = 26;   // pixels of an event's name beside the article
const STORY_WIDE = 36;  // characters of its date and name that have room there

const fateOf = (part) => (part.struck ? "aside struck" : part.state);

/** The mentions of a text in order, each once: id, outcome, words, reason, event, and its place from 0 to 1. Pure. */
function mentionsOf(lines) {
  const found = new Map();
  let at = 0;
  for (const line of lines) {
    for (const part of line.parts) {
      if (part.state && !found.has(part.mention)) {
        found.set(part.mention, { id: part.mention, outcome: part.state, fate: fateOf(part), words: part.t, why: part.why || "", event: part.event, at });
      }
      at += part.t.length;
    }
    at += 1;
  }
  return [...found.values()].map((m) => ({ ...m, at: at ? m.at / at : 0 }));
}

/** Mentions as ticks: those that a finger can't tell apart are one tick, which leads to the first of them. Pure. */
function ticksOfMentions(mentions) {
  const ticks = new Map();
  for (const mention_ of mentions) {
    const bucket = Math.floor(mention_.at * BUCKETS);
    if (!ticks.has(bucket)) ticks.set(bucket, { ...mention_, more: 0 });
    else ticks.get(bucket).more += 1;
  }
  return [...ticks.values()];
}

/** Heights, in order, moved so that neighbours are `gap` apart and all lie in 0 to `height`, if there is room. Pure. */
function spread(heights, gap, height) {
  const out = [];
  for (const y of heights) out.push(Math.max(y, out.length ? out.at(-1) + gap : 0));
  for (let i = out.length - 1, most = height; i >= 0 && out[i] > most; i--, most = Math.max(out[i + 1] - gap, 0)) out[i] = most;
  return out;
}

/** `on`: onBack, onPick, onArticle, onMention, onStep, onOnly; `only` is the outcome whose mentions are gone through. */
function reader(data, index, selected, only, on) {
  const document_ = data.documents[index];
  const mentions = mentionsOf(document_.lines);
  const total = (fate) => mentions.filter((m) => m.fate === fate).length;
  return h("article", { class: "reader", "data-only": only, "aria-label": `Article: ${document_.title}` },
    h("div", { class: "way-back" },
      h("button", { class: "back", type: "button", onclick: on.onBack }, icon("M8 1 1.5 7.5 8 14", 9, 15), "Back to the timeline",
        h("kbd", { "aria-hidden": "true" }, "Esc")),
      walk(mentions, only, on)),
    h("header", {},
      h("h2", { tabindex: "-1" }, document_.title),
      h("p", { class: "dim" }, byLine(document_), `, article ${index + 1} of ${data.documents.length}`),
      facts(document_),
      document_.note && h("p", { class: "dim" }, document_.note),
      document_.url && h("p", {}, webLink(document_.url, "The article where it was published")),
      data.sourcework && h("p", {}, h("a", { href: data.sourcework + encodeURIComponent(document_.id) }, "Source work: what only this article tells, and what others do")),
      data.documents.length > 1 && articles(data, index, on.onArticle),
      h("p", { class: "fates", role: "group", "aria-label": "How mentions of time are marked" }, FATES.filter(([fate]) => total(fate) || !fate.startsWith("aside")).map(([fate, sample, words]) =>
        h("span", {}, h("span", { class: `fate ${fate}` }, sample), ` ${words} `, h("b", {}, `${total(fate)}`))))),
    h("div", { class: "pages" },
      h("div", { class: "text", lang: document_.language || null }, document_.lines.map((line) =>
        h(line.zone === "title" ? "h3" : "p", { class: line.zone },
          line.parts.map((part) => mention(part, selected, on.onPick))))),
      strip(mentions, on.onMention),
      story(data, mentions, selected, on.onPick)),
    unplaced(mentions, "undated", "Undated: no place on the axis", on.onMention),
    unplaced(mentions, "aside", "Set aside", on.onMention));
}

/** Why the article has its date, and its language, in words. */
function facts(document_) {
  const language = document_.language && new Intl.DisplayNames("en", { type: "language", fallback: "code" });
  const named = () => {
    try {
      return language.of(document_.language);
    } catch {
      return document_.language;  // no tag of a language: a file may hold anything
    }
  };
  return h("p", { class: "dim" }, [document_.dated && `Why this date: ${document_.dated}.`, language && `Language: ${named()}.`].filter(Boolean).join(" "));
}

function articles(data, index, onArticle) {
  const n = data.documents.length;
  return h("div", { class: "articles", role: "group", "aria-label": "Articles" },
    h("button", { type: "button", class: "icon", "aria-label": "Previous article", onclick: () => onArticle((index + n - 1) % n) }, icon("M8 1 1.5 7.5 8 14", 9, 15)),
    h("select", { "aria-label": "Article", onchange: (e) => onArticle(e.target.selectedIndex) },
      data.documents.map((d, i) => h("option", { selected: i === index }, d.title))),
    h("button", { type: "button", class: "icon", "aria-label": "Next article", onclick: () => onArticle((index + 1) % n) }, icon("m1 1 6.5 6.5L1 14", 9, 15)));
}

/** Previous and next mention, and which ones are gone through. */
function walk(mentions, only, { onStep, onOnly }) {
  const total = (outcome) => mentions.filter((m) => outcome === "all" || m.outcome === outcome).length;
  return h("div", { class: "walk", role: "group", "aria-label": "Mentions of time" },
    h("select", { "aria-label": "Which mentions", onchange: (e) => onOnly(e.target.value) },
      Object.entries(OUTCOMES).filter(([outcome]) => outcome === "all" || total(outcome)).map(([outcome, words]) =>
        h("option", { value: outcome, selected: outcome === only }, `${words} ${total(outcome)}`))),
    h("button", { type: "button", class: "icon", "aria-label": "Previous mention", title: "Previous mention (p)", onclick: () => onStep(-1) }, icon("m1 8 6-6 6 6", 14, 10)),
    h("button", { type: "button", class: "icon", "aria-label": "Next mention", title: "Next mention (n)", onclick: () => onStep(1) }, icon("m1 2 6 6 6-6", 14, 10)));
}

/** A tick a mention in the margin, as high as it stands in the text. One stop of the Tab key; arrows go between ticks. */
function strip(mentions, onMention) {
  const ticks = ticksOfMentions(mentions);
  const host = h("div", { class: "strip-of-mentions", role: "group", "aria-label": "Mentions of time, as they stand in the article" },
    ticks.map((tick, i) => h("button", { type: "button", class: `tick ${tick.fate}`, tabindex: i ? "-1" : "0", "data-tick": tick.id,
      "aria-label": `“${tick.words}”, ${OUTCOMES[tick.outcome].toLowerCase()}${tick.more ? `, and ${tick.more} more` : ""}`,
      onclick: () => onMention(tick.id) })));
  [...host.children].forEach((button, i) => { button.style.top = `${ticks[i].at * 100}%`; });
  host.addEventListener("keydown", (e) => {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[e.key];
    const at = [...host.children].indexOf(e.target);
    if (!by || at < 0) return;
    const to = host.children[Math.max(0, Math.min(host.children.length - 1, at + by))];
    e.target.tabIndex = -1;
    to.tabIndex = 0;
    to.focus();
    e.preventDefault();
  });
  return host;
}

/** At most so many of a list, spread evenly over it, its first among them. Pure. */
function evenly(list, most) {
  return list.length <= most ? list : Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)]);
}

/** The events that this article tells, in order of time, each as high as its time says; names keep apart. */
function story(data, mentions, selected, onPick) {
  const first = new Map();
  for (const m of mentions) if (m.event && !first.has(m.event)) first.set(m.event, m.id);
  const told = data.events.filter((e) => first.has(e.id));
  if (!told.length) return null;
  const events = evenly(told, STORY_MOST);
  const from = Math.min(...events.map((e) => reach(e)[0]));
  const to = Math.max(...events.map((e) => reach(e)[1]));
  const height = Math.max(360, events.length * STORY_ROW);
  const y = (x) => 8 + ((x - from) / (to - from || 1)) * (height - 24);
  const tops = spread(events.map((e) => y(reach(e)[0])), STORY_ROW, height - STORY_ROW);
  const lines = events.map((e, i) => {
    const [low, high] = reach(e).map(y);
    return [s("rect", { x: 2, y: low, width: 8, height: Math.max(3, high - low), class: "solid" }),
      s("path", { d: `M12 ${low + 1.5}L30 ${tops[i] + STORY_ROW / 2}`, class: "lead" })];
  });
  const rows = events.map((e, i) => {
    const name = shortened(e.headline, Math.max(0, STORY_WIDE - e.when.length)) || (e.labels.at(-1) ?? e.headline);
    const row = h("button", { type: "button", "data-story": e.id, "aria-pressed": e.id === selected ? "true" : "false", title: e.headline,
      "aria-label": `${capital(e.when)}: ${e.headline}`, onclick: () => onPick(e.id, first.get(e.id), true) }, h("b", {}, capital(e.when)), " ", name);
    row.style.top = `${tops[i]}px`;
    return row;
  });
  const field = h("div", { class: "field" }, s("svg", { width: 32, height, "aria-hidden": "true" }, s("path", { d: `M1 0V${height}`, class: "line" }), ...lines.flat()), rows);
  field.style.height = `${height}px`;
  return h("nav", { class: "story", "aria-label": "Events of this article, in order of time" }, h("h3", {}, "As it happened",
    told.length > events.length && `: ${events.length} of ${count(told.length, "event", "events")}`), field);
}

/** The mentions of one outcome that is no event, each with its reason and the way to its place. */
function unplaced(mentions, outcome, words, onMention) {
  const list = mentions.filter((m) => m.outcome === outcome);
  return list.length > 0 && disclosed("left", disclosure(words, h("span", { class: "dim" }, ` ${list.length}`)), () => h("ul", {}, list.map((m) => h("li", {},
    h("button", { type: "button", class: "words read", onclick: () => onMention(m.id) }, `“${m.words}”`),
    h("span", { class: "reason" }, m.why || "no reason was given")))));
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
  const id = CSS.escape(selected ?? "");
  const mark = (which, on) => {
    for (const button of article.querySelectorAll(which)) {
      button.classList.toggle("on", on);
      button.setAttribute("aria-pressed", on ? "true" : "false");
    }
  };
  mark("[aria-pressed='true']", false);  // those that change and no others: a long article has thousands
  mark(`[data-event="${id}"], [data-story="${id}"]`, true);
}
