// The card of one event: its date, why this date, the sentences that tell it, and who tells it.

const TELL_WORDS = { tells: "tells it", implies: "implies it", differs: "differs", silent: "silent" };
const NUMBERS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];
const QUOTES_AT_FIRST = 3;

/** "The Yomiuri Shimbun, 16 July 2021": who published an article and when, as far as that is known. */
function byLine(document) {
  return [document.publisher || document.author, document.published || "date unknown"].filter(Boolean).join(", ");
}

const numberWord = (n) => NUMBERS[n] || `${n}`;

function card(data, event, { open, all, onStep, onRead, onWhy, onAll }) {
  if (!event) {
    return [h("p", { class: "empty" }, data.events.length
      ? "Choose an event on the timeline or in the table." : "No event was found in these articles.")];
  }
  const place = data.events.indexOf(event) + 1;
  const here = Boolean(event.sources);  // of a large collection they come when they are asked for
  return [
    h("div", { class: "nav" },
      h("span", {}, `${place} of ${data.events.length}`),
      h("button", { class: "icon", type: "button", "aria-label": "Previous event", title: "Previous event (k)",
        onclick: () => onStep(-1) }, icon("M8 1 1.5 7.5 8 14", 9, 15)),
      h("button", { class: "icon", type: "button", "aria-label": "Next event", title: "Next event (j)",
        onclick: () => onStep(1) }, icon("m1 1 6.5 6.5L1 14", 9, 15))),
    h("p", { class: "when" }, capital(event.when)),
    h("h2", { tabindex: "-1" }, event.headline),
    event.remark && h("p", { class: "remark" }, event.remark),
    ...event.differ.map((other) => differing(data, other)),
    here && why(event, open, onWhy),
    here && sources(data, event, { all, onRead, onAll }),
    tellers(data, event),
  ].filter(Boolean);
}

function differing(data, other) {
  const names = other.documents.map((i) => data.documents[i].title).join(" and ");
  return h("p", { class: "differs-note" }, tellSign("differs"), h("span", {}, h("b", {}, `${capital(other.when)} `), `says ${names}`));
}

function why(event, open, onWhy) {
  const details = h("details", { class: "why", open },
    h("summary", {}, icon("m1 1 5 5-5 5", 7, 12), h("b", {}, "Why this date?"),
      h("span", { class: "grade" }, event.written ? "Written in full" : "Worked out")),
    h("ol", {}, event.why.map((step) => h("li", {}, capital(step)))));
  details.addEventListener("toggle", () => onWhy(details.open));
  return details;
}

function quote(parts) {
  return h("blockquote", {}, parts.map((part) => (part.marked ? h("mark", {}, part.t) : part.t)));
}

function sources(data, event, { all, onRead, onAll }) {
  const shown = all ? event.sources : event.sources.slice(0, QUOTES_AT_FIRST);
  const rest = event.sources.length - shown.length;
  return h("ul", { class: "sources", "aria-label": "Sentences that tell it" },
    shown.map((source) => {
      const document = data.documents[source.document];
      return h("li", {},
        quote(source.parts),
        h("p", { class: "by" }, tellSign(source.state),
          h("span", { class: "title" }, document.title), " ", h("span", { class: "dim" }, byLine(document)), " ",
          h("button", { class: "read", type: "button", "data-read": source.mention,
            "aria-label": `Read in the article: ${document.title}`,
            onclick: (e) => onRead(source.document, source.mention, e.currentTarget) }, "Read in the article")));
    }),
    rest > 0 && h("li", { class: "more" }, h("button", { type: "button", onclick: onAll }, count(rest, "more sentence", "more sentences"))));
}

function tellers(data, event) {
  const total = data.documents.length;
  if (total < 2) return null;
  const n = (state) => event.told.filter((t) => t === state).length;
  const telling = n("tells") + n("implies");
  const verb = n("tells") ? (telling === 1 ? "tells" : "tell") : telling === 1 ? "implies" : "imply";
  const differs = n("differs");
  return h("div", { class: "tellers" },
    h("h3", {}, `${numberWord(telling)} of ${numberWord(total).toLowerCase()} articles ${verb} it`,
      differs > 0 && h("em", {}, `, ${numberWord(differs).toLowerCase()} ${differs === 1 ? "differs" : "differ"}`)),
    total > 12 ? null : h("ul", {}, event.told.map((state, i) => h("li", { class: state },
      tellSign(state),
      h("span", { class: "name" }, data.documents[i].title),
      h("span", { class: "state" }, TELL_WORDS[state])))));
}
