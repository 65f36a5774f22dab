// The same events as a table, the chart's equal; and the mentions that have no place on the axis.

function table(data, onPick) {
  const heads = [["Date", ""], ["What happened", ""], ["Kind", "kind"], ["Told by", "told"], ["Date is", "grade"]];
  const row = (event) => h("tr", { "data-row": event.id, role: "row", onclick: (e) => {
    if (!e.defaultPrevented) onPick(event.id, "table");
  } },
  h("td", { class: "date", role: "cell" }, capital(event.short)),
  h("th", { scope: "row", role: "rowheader" }, h("button", { type: "button", onclick: (e) => {
    e.preventDefault();
    onPick(event.id, "table");
  } }, withFound(event.headline, data.sought))),
  h("td", { class: "kind", role: "cell" }, event.kind),
  h("td", { class: "told", role: "cell" }, told(data, event)),
  h("td", { class: "grade", role: "cell" }, event.written ? "written" : "worked out"));
  const { events } = data;
  const long = events.length > ALL_ROWS;
  const body = h("tbody", { role: "rowgroup" }, long ? [] : events.map(row));
  // The roles are said in full: on a phone rows stand as blocks, and browsers then forget that this is a table.
  const whole = h("table", { role: "table", "aria-rowcount": long && events.length + 1 },
    h("caption", { class: "unseen" }, "The events of the timeline, in order of time"),
    h("thead", { role: "rowgroup" }, h("tr", { role: "row", "aria-rowindex": long && 1 }, heads.map(([words, name]) =>
      h("th", { scope: "col", role: "columnheader", class: name }, words)))),
    body);
  if (!long) return whole;
  const box = h("div", { class: "long", tabindex: "0", role: "region", "aria-label": `${count(events.length, "event", "events")}, arrows go from row to row` }, whole);
  // Rows are measured, so they are put in when the box stands in the page.
  requestAnimationFrame(() => { longRows.set(body, new LongRows(box, body, events, row)); });
  return box;
}

function told(data, event) {
  const few = data.documents.length <= 8;
  const standing = few ? event.told.map((state, i) => [i, state]) : event.tellers;
  const spokenWords = standing.map(([i, state]) => `${data.documents[i].title}: ${TELL_WORDS[state]}`).join("; ");
  const signs = few
    ? event.told.map(tellSign)
    : [tellSign(event.choice === "differs" ? "differs" : "tells"), ` ${event.weight} of ${data.documents.length}`];
  return [h("span", { class: "unseen" }, spokenWords), h("span", { class: "signs", "aria-hidden": "true" }, signs)];
}

const longRows = new WeakMap();

/** Moves the highlighter to the row of the selected event. */
function markRow(body, selected) {
  if (!body) return;
  const long = longRows.get(body);
  if (long && selected && body.dataset.selected !== selected) long.revealSoon(selected);
  if (selected) body.dataset.selected = selected;
  for (const row of body.querySelectorAll("[aria-current]")) row.removeAttribute("aria-current");
  const row = selected && body.querySelector(`[data-row="${CSS.escape(selected)}"]`);
  if (row) row.setAttribute("aria-current", "true");
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
