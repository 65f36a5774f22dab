// The card of one event: its date, why this date, the sentences that tell it, who tells it, what happened beside it.

const TELL_WORDS = { tells: "tells it", implies: "implies it", differs: "differs", silent: "silent" };
const QUOTES_AT_FIRST = 3;
const BESIDE = 5;         // other events of the same time
const SILENT_NAMES = 40;  // silent articles that are named; of more the rest is counted

/** "The Yomiuri Shimbun, 16 July 2021": who published an article and when, as far as that is known. */
function byLine(document) {
  return [document.publisher || document.author, document.published || "date unknown"].filter(Boolean).join(", ");
}

const disclosure = (words, ...more) => h("summary", {}, icon("m1 1 5 5-5 5", 7, 12), h("b", {}, words), ...more);

/** `on`: onStep, onRead, onArticle, onPick, onWhy, onAll, onFilter, says. */
function card(data, event, { open, all, ...on }) {
  if (!event) {
    return [h("p", { class: "empty" }, data.events.length
      ? "Choose an event on the timeline or in the table." : `No event was found in ${data.documents.length === 1 ? "this article" : "these articles"}.`)];
  }
  const place = data.events.indexOf(event) + 1;
  const here = Boolean(event.sources);  // of a large collection they come when they are asked for
  return [
    h("div", { class: "nav" },
      h("span", {}, `${place.toLocaleString("en")} of ${data.events.length.toLocaleString("en")}`),
      h("button", { class: "icon", type: "button", "aria-label": "Previous event", title: "Previous event (k)",
        onclick: () => on.onStep(-1) }, icon("M8 1 1.5 7.5 8 14", 9, 15)),
      h("button", { class: "icon", type: "button", "aria-label": "Next event", title: "Next event (j)",
        onclick: () => on.onStep(1) }, icon("m1 1 6.5 6.5L1 14", 9, 15))),
    h("p", { class: "when" }, capital(event.when)),
    here && h("p", { class: "precise" }, capital(event.precise)),
    h("h2", { tabindex: "-1" }, event.headline),
    here && chips(event, on.onFilter),
    standingOf(event) && h("p", { class: "remark" }, standingOf(event), " ", STANDING_SAYS[event.status]),
    ...event.differ.map((other) => differing(data, other)),
    here && checked(data, event),
    here && why(data, event, open, on),
    here && sources(data, event, { all, ...on }),
    tellers(data, event, on),
    here && joins(data, event),
    beside(data, event, on.onPick),
    here && made(event),
  ].flat().filter(Boolean);
}

/** Kind, people, places and tags; each shows only the events that have it. */
function chips(event, onFilter) {
  const chip = (key, words) => h("button", { class: "named", type: "button", title: `Show only: ${words}`, onclick: () => onFilter(key, words) }, words);
  const row = (title, key, list) => list.length > 0 && [h("dt", {}, title), h("dd", {}, list.map((words) => chip(key, words)))];
  return h("dl", { class: "names" }, [row("Kind", "kind", [event.kind]), row("Who", "who", event.who), row("Where", "place", event.places), row("Tags", "tag", event.tags)].filter(Boolean).flat());
}

function differing(data, other) {
  const titles = other.documents.map((i) => data.documents[i].title).join(" and ");
  return h("p", { class: "differs-note" }, tellSign("differs"),
    h("span", {}, h("b", {}, `${capital(other.when)}${other.by ? `, ${other.by},` : ""} `), `says ${titles}`));
}

const CHECKED_SAYS = { accepted: "Checked: a person accepted it.", corrected: "Checked: a person put it right." };

/** What people made of it: why a disagreement is settled, a note; and the way to check or change it, where one may. */
function checked(data, event) {
  const says = [event.settled && `Settled: ${event.settled}`, CHECKED_SAYS[event.checked], event.note && `Note: ${event.note}`].filter(Boolean);
  return [...says.map((words) => h("p", { class: "remark" }, words)),
    data.check && h("p", { class: "to-check" }, h("a", { href: `${data.check}&e=${encodeURIComponent(event.id)}` }, "Check or change this event"))].filter(Boolean);
}

function why(data, event, open, { onWhy, onRead, onArticle }) {
  const to = (anchor) => h("button", { type: "button", class: "read", onclick: (e) => (anchor.mention
    ? onRead(anchor.article, anchor.mention, e.currentTarget) : onArticle(anchor.article, e.currentTarget)) }, anchor.words);
  const row = (title, list) => list.length > 0 && [h("dt", {}, title), list.map((words) => h("dd", {}, words))];
  const rows = [row("By the rule", event.rules), row("Counts from", event.anchors.map(to)),
    row("Could also be", event.others.map((other) => `${other.when}: ${other.why}`))].filter(Boolean).flat(2);
  const details = h("details", { class: "why", open },
    disclosure("Why this date?", event.written || event.checked !== "corrected"
      ? h("span", { class: "grade" }, event.written ? "Written in full" : "Worked out") : null),
    h("ol", {}, event.why.map((step) => h("li", {}, capital(step)))),
    rows.length > 0 && h("dl", {}, rows));
  details.addEventListener("toggle", () => onWhy(details.open));
  return details;
}

function quote(parts) {
  return h("blockquote", {}, parts.map((part) => (part.marked ? h("mark", {}, part.t) : part.t)));
}

/** The sentences that are shown at first: the best proof, and of those that differ one at least. */
function firstSources(sources) {
  if (sources.length <= QUOTES_AT_FIRST + 1) return sources;  // a button would take the room of the last one
  const first = sources.slice(0, QUOTES_AT_FIRST);
  const differing = sources.find((source) => source.state === "differs");
  return !differing || first.includes(differing) ? first : [...first.slice(0, -1), differing];
}

function sources(data, event, { all, onRead, onAll, says }) {
  const shown = all ? event.sources : firstSources(event.sources);
  const rest = event.sources.length - shown.length;
  return h("section", { class: "told", "aria-label": "Sentences that tell it" },
    h("h3", { class: "unseen" }, "Sentences that tell it"),
    h("ul", { class: "sources" },
      shown.map((source) => {
        const document = data.documents[source.document];
        return h("li", {},
          quote(source.parts),
          h("p", { class: "by" }, tellSign(source.state), source.state === "tells" ? null : h("span", { class: "unseen" }, `${TELL_WORDS[source.state]}: `),
            h("span", { class: "title" }, document.title), " ", h("span", { class: "dim" }, [byLine(document), source.where].filter(Boolean).join(", ")),
            source.after && h("span", { class: "dim after" }, `, ${source.after}`)),
          h("div", { class: "ways-on" },
            h("button", { class: "read", type: "button", "data-read": source.mention,
              "aria-label": `Read in the article: ${document.title}`,
              onclick: (e) => onRead(source.document, source.mention, e.currentTarget) }, "Read in the article"),
            citing(data, event, source, says)));
      }),
      rest > 0 && h("li", { class: "more" }, h("button", { type: "button", onclick: onAll }, count(rest, "more sentence", "more sentences")))));
}

function tellers(data, event, { onRead, onArticle }) {
  const total = data.documents.length;
  if (total < 2) return null;
  const n = (state) => event.tellers.filter((teller) => teller[1] === state).length;
  const telling = n("tells") + n("implies");
  const verb = n("tells") ? (telling === 1 ? "tells" : "tell") : telling === 1 ? "implies" : "imply";
  const differs = n("differs");
  const row = (i, state) => {
    const at = (event.sources || []).find((source) => source.document === i)?.mention;
    return h("li", { class: state }, tellSign(state),
      h("button", { class: "name", type: "button", onclick: (e) => (at ? onRead(i, at, e.currentTarget) : onArticle(i, e.currentTarget)) },
        data.documents[i].title),
      h("span", { class: "state" }, TELL_WORDS[state]));
  };
  const speaking = new Set(event.tellers.map((teller) => teller[0]));
  const silent = total - speaking.size;
  const silentRows = () => [...data.documents.keys()].filter((i) => !speaking.has(i)).slice(0, SILENT_NAMES).map((i) => row(i, "silent"));
  return h("section", { class: "tellers" },
    h("h3", {}, `${numberWord(telling)} of ${numberWord(total).toLowerCase()} articles ${verb} it`,
      differs > 0 && h("em", {}, `, ${numberWord(differs).toLowerCase()} ${differs === 1 ? "differs" : "differ"}`)),
    h("ul", {}, event.tellers.map(([i, state]) => row(i, state)), total <= 6 && silentRows()),
    total > 6 && silent > 0 && disclosed("silent-ones", disclosure(`${count(silent, "article is", "articles are")} silent`),
      () => h("ul", {}, silentRows(), silent > SILENT_NAMES && h("li", { class: "dim" }, `and ${count(silent - SILENT_NAMES, "more", "more")}`))));
}

/** How the headline was made, and of which sentence where the card doesn't begin with it. */
function made(event) {
  if (!event.made) return null;
  return h("p", { class: "made" }, event.made, event.summary && [" Its sentence: ", h("q", {}, event.summary)]);
}

/** A disclosure whose content is made when it is first opened. */
function disclosed(name, summary, make) {
  const details = h("details", { class: name }, summary);
  details.addEventListener("toggle", () => details.append(make()), { once: true });
  return details;
}

/** Other events of that time, or the nearest ones. */
function beside(data, event, onPick) {
  const found = sameTime(data.events, event, BESIDE);
  const list = (words, of) => of.length > 0 && [h("h3", {}, words),
    h("ul", {}, of.map(({ event: other }) => h("li", {}, h("button", { type: "button", "data-beside": other.id, onclick: () => onPick(other.id) },
      h("span", { class: "date" }, capital(other.short)), " ", h("span", { class: "name" }, other.headline)))))];
  const groups = [list("At the same time", found.filter((one) => one.overlaps)), list("Nearest in time", found.filter((one) => !one.overlaps))];
  return found.length ? h("section", { class: "beside" }, groups.filter(Boolean).flat()) : null;
}
