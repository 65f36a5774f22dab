// The same events as a table, the chart's equal; and the mentions that have no place on the axis.

// What the table can be put in order of; `of` gives numbers or words, `says` the two ways to go through them.
const COLUMNS = [
  { key: "time", words: "Date", by: "date", says: ["the earliest first", "the latest first"], of: (e) => e.number },
  { key: "name", words: "What happened", by: "what happened", says: ["A to Z", "Z to A"], of: (e) => folded(e.headline) },
  { key: "kind", words: "Kind", by: "kind", says: ["A to Z", "Z to A"], of: (e) => folded(e.kind) },
  { key: "told", words: "Told by", by: "how many articles tell it", says: ["the most articles first", "the fewest first"], of: (e) => -e.weight },
  { key: "grade", words: "Date is", by: "how the date is known", says: ["written in full first", "worked out first"], of: (e) => (e.written ? 0 : 1) },
];
const IN_TIME = { key: "time", down: false };

/** Events in another order than that of time; those that are alike stay in it. Pure. */
function inOrderOf(events, { key, down }) {
  if (key === "time") return down ? [...events].reverse() : events;
  const { of } = COLUMNS.find((column) => column.key === key);
  const known = new Map(events.map((event) => [event, of(event)]));
  const [less, more] = down ? [1, -1] : [-1, 1];
  return [...events].sort((one, other) => {
    const [a, b] = [known.get(one), known.get(other)];
    return a < b ? less : a > b ? more : one.number - other.number;
  });
}

/** An order in words: "in order of time", "by kind, A to Z". */
function orderWords({ key, down }) {
  if (key === "time" && !down) return "in order of time";
  const { by, says } = COLUMNS.find((column) => column.key === key);
  return `by ${by}, ${says[down ? 1 : 0]}`;
}

/** An order as the address has it: "name", the other way round "-name"; nothing for that of time. */
const orderInAddress = ({ key, down }) => (key === "time" && !down ? "" : `${down ? "-" : ""}${key}`);

/** The order that the address names, null where it names none that there is. */
function orderFrom(words) {
  const down = words.startsWith("-");
  const key = words.slice(down ? 1 : 0) || "time";
  return key === "time" && !down ? IN_TIME : COLUMNS.some((column) => column.key === key) ? { key, down } : null;
}

class Twin {
  /** `onPick(id)` when a row is chosen, `onOrder()` when a head is, `says(words)` for those who hear the page. */
  constructor({ onPick, onOrder, says }) {
    Object.assign(this, { onPick, onOrder, says, order: IN_TIME });
    this.rows = h("div", { class: "rows" });
    this.words = h("span");
    this.host = h("section", { class: "twin", "aria-label": "The same events as a table" });
  }

  /** Another collection; `rest` stands below the table. */
  show(data, ...rest) {
    this.data = data;
    this.order = IN_TIME;
    this.kept = null;
    this.host.replaceChildren(h("div", { class: "title" }, h("h2", {}, "The same events as a table"), this.words), this.rows, ...rest);
  }

  /** The table of the events that remain; none where there are none. */
  draw(data) {
    const focused = this.host.getRootNode().activeElement?.dataset?.sort;
    this.kept = data;
    this.words.textContent = orderWords(this.order) + (this.order === IN_TIME ? "" : "; the chart and its arrows keep the order of time");
    this.rows.replaceChildren(data ? this.table(inOrderOf(data.events, this.order)) : "");
    if (focused) this.rows.querySelector(`[data-sort="${focused}"]`)?.focus({ preventScroll: true });
    this.mark(this.selected);
  }

  table(events) {
    const long = events.length > ALL_ROWS;
    this.body = h("tbody", { role: "rowgroup" }, long ? [] : events.map((event) => this.row(event)));
    // The roles are said in full: on a phone rows stand as blocks, and browsers then forget that this is a table.
    const whole = h("table", { role: "table", "aria-rowcount": long && events.length + 1 },
      h("caption", { class: "unseen" }, `The events of the timeline, ${orderWords(this.order)}`),
      h("thead", { role: "rowgroup" }, h("tr", { role: "row", "aria-rowindex": long && 1 }, COLUMNS.map((column) => this.head(column)))),
      this.body);
    this.long = null;
    if (!long) return whole;
    const box = h("div", { class: "long", tabindex: "0", role: "region", "aria-label": `${count(events.length, "event", "events")}, arrows go from row to row` }, whole);
    // Rows are measured, so they are put in when the box stands in the page.
    const { body } = this;
    requestAnimationFrame(() => {
      if (this.body !== body) return;
      this.long = new LongRows(box, body, events, (event) => this.row(event));
      this.mark(this.selected);
    });
    return box;
  }

  /** The head of a column: a button that puts the table in its order, and a second time in the other. */
  head({ key, words }) {
    const on = this.order.key === key;
    const ways = key === "told" ? ["descending", "ascending"] : ["ascending", "descending"];
    return h("th", { scope: "col", role: "columnheader", class: key, "aria-sort": on && ways[this.order.down ? 1 : 0] },
      h("button", { type: "button", class: "sort", "data-sort": key, onclick: () => this.sort({ key, down: on && !this.order.down }) },
        words, icon(on && this.order.down ? "m1 1 4 4 4-4" : "m1 5 4-4 4 4", 10, 6)));
  }

  sort(order) {
    this.take(order.key === "time" && !order.down ? IN_TIME : order);
    this.says(`The table is now ${orderWords(this.order)}.`);
    this.onOrder();
  }

  /** Puts the table in an order; where nothing is drawn yet it will be. */
  take(order) {
    if (orderInAddress(order) === orderInAddress(this.order)) return;
    this.order = order;
    if (this.kept) this.draw(this.kept);
  }

  row(event) {
    const { data } = this;
    return h("tr", { "data-row": event.id, role: "row", onclick: () => this.onPick(event.id) },
      h("td", { class: "date", role: "cell" }, capital(event.short)),
      h("th", { scope: "row", role: "rowheader" }, h("button", { type: "button" }, withFound(event.headline, this.kept.sought)), standingOf(event)),
      h("td", { class: "kind", role: "cell" }, event.kind),
      h("td", { class: "told", role: "cell" }, told(data, event)),
      h("td", { class: "grade", role: "cell" }, event.written ? "written" : "worked out"));
  }

  /** Moves the highlighter to the row of the selected event, and the row into view where the table is in sight. */
  mark(selected) {
    this.selected = selected;
    if (!this.body) return;
    if (this.long && selected && this.body.dataset.selected !== selected) this.long.revealSoon(selected);
    markRow(this.body, selected);
  }
}

function told(data, event) {
  const few = data.documents.length <= 8;
  const standing = few ? event.told.map((state, i) => [i, state]) : event.tellers;
  // Only who says something is named: the others, row after row, would drown the date of the next one.
  const names = standing.filter(([, state]) => state !== "silent").map(([i, state]) => `${data.documents[i].title}: ${TELL_WORDS[state]}`);
  const spokenWords = `${names.length} of ${data.documents.length}. ${names.join("; ")}`;
  const signs = few
    ? event.told.map(tellSign)
    : [tellSign(event.choice === "differs" ? "differs" : "tells"), ` ${event.weight} of ${data.documents.length}`];
  return [h("span", { class: "unseen" }, spokenWords), h("span", { class: "signs", "aria-hidden": "true", title: names.join("\n") }, signs)];
}

/** Marks the row of the selected event among the rows that are in the page. */
function markRow(body, selected) {
  body.dataset.selected = selected ?? "";
  for (const one of body.querySelectorAll("[aria-current]")) one.removeAttribute("aria-current");
  const row = selected && body.querySelector(`[data-row="${CSS.escape(selected)}"]`);
  // Said of the button too, which has the focus: of a row around it not every screen reader speaks.
  if (row) for (const one of [row, row.querySelector("button")]) one.setAttribute("aria-current", "true");
}

const sample = (list) => {
  const words = [...new Set(list.map((m) => `“${m.text}”`))].slice(0, 3);
  return words.length ? `such as ${words.join(", ")}` : "";
};

const LEFT_AT_ONCE = 500;

/** The mentions without a place on the axis, each with its reason and a way to its sentence. Listed when they are opened. */
function leftovers(data, onRead) {
  const groups = [
    ["undated", count(data.counts.undated, "mention of time has", "mentions of time have") + " no place on the axis"],
    ["aside", count(data.counts.aside, "mention was", "mentions were") + " set aside"],
  ];
  return groups.filter(([name]) => data.counts[name]).map(([name, words]) => {
    const list = h("ul");
    const fill = async () => {
      if (list.firstChild) return;
      try {
        await needLeft(data, name);
        listed(list, data, data[name], onRead, 0);
      } catch {
        list.replaceChildren(h("li", {}, "They could not be fetched: the server does not answer."));
      }
    };
    if (data[name]) listed(list, data, data[name], onRead, 0);
    return h("details", { class: "left", "data-left": name, ontoggle: fill },
      h("summary", {}, icon("m1 1 5 5-5 5", 7, 12), h("b", {}, words), " ", h("span", { class: "dim" }, sample(data[name] || []))),
      list);
  });
}

/** Puts mentions into their list, the first ones at once, and a button for more. */
function listed(list, data, mentions, onRead, from) {
  const rest = mentions.length - from - LEFT_AT_ONCE;
  list.append(...mentions.slice(from, from + LEFT_AT_ONCE).map((m) => h("li", {},
    h("span", { class: "words" }, `“${m.text}”`),
    h("span", { class: "reason" }, m.why || "no reason was given"),
    h("button", { type: "button", class: "read", "aria-label": `Read “${m.text}” in the article ${data.documents[m.document].title}`,
      onclick: (e) => onRead(m.document, m.mention, e.currentTarget) }, data.documents[m.document].title))));
  if (rest <= 0) return;
  const more = h("li", {}, h("button", { type: "button", onclick: () => {
    more.remove();
    listed(list, data, mentions, onRead, from + LEFT_AT_ONCE);
    list.children[from + LEFT_AT_ONCE].querySelector("button").focus();
  } }, count(rest, "more", "more")));
  list.append(more);
}
