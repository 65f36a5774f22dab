// What was searched, marked where it stands: in texts that are being drawn, and in elements that are there already.

const foundMark = (text) => h("mark", { class: "found" }, text);

/** A text as nodes, with what was searched marked in it, by `mark`. */
function withFound(text, terms, mark = foundMark) {
  const nodes = [];
  let at = 0;
  for (const [start, end] of placesOf(text, terms || [])) {
    if (start > at) nodes.push(text.slice(at, start));
    nodes.push(mark(text.slice(start, end)));
    at = end;
  }
  return at < text.length ? [...nodes, text.slice(at)] : nodes;
}

/** Marks what was searched in an element that is there already, across the elements inside it. */
function markFound(element, terms) {
  const places = placesOf(element.textContent, terms);
  if (!places.length) return;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts = [];
  for (let node = walker.nextNode(), at = 0; node; at += node.data.length, node = walker.nextNode()) texts.push([node, at]);
  for (const [node, at] of texts) {
    const inside = places.map(([a, b]) => [Math.max(0, a - at), Math.min(node.data.length, b - at)]).filter(([a, b]) => a < b);
    for (const [a, b] of inside.reverse()) {
      const found = h("mark", { class: "found" });
      const part = node.splitText(a);
      part.splitText(b - a);
      part.replaceWith(found);
      found.append(part);
    }
  }
}

/** What was found, as ticks at the lower edge of the strip; one for each pixel that has any. */
function foundTicks(data, at, height) {
  if (!data.sought?.length) return [];
  const places = new Set(data.events.map((event) => {
    const [a, b] = reach(event);
    return Math.round(at((a + b) / 2));
  }));
  return [s("path", { class: "found-ticks", d: [...places].map((x) => `M${x} ${height - 2}v-6`).join("") })];
}

const BEHIND = 3;  // pixels of the strip that one bar behind stands for

/** All events as pale bars in the strip, behind those that search and filters leave; nothing where they leave all. */
function allBehind(data, at, width, height) {
  if (!data.every || data.every.length === data.events.length) return [];
  const bars = new Uint8Array(Math.ceil(width / BEHIND) + 1);
  for (const event of data.every) {
    const [a, b] = reach(event);
    bars.fill(1, Math.floor(at(a) / BEHIND), Math.floor(at(b) / BEHIND) + 1);
  }
  const d = [...bars.keys()].filter((i) => bars[i]).map((i) => `M${i * BEHIND} 7h${BEHIND}v${height - 14}h${-BEHIND}z`);
  return [s("path", { class: "behind", d: d.join("") })];
}

/** In the card of an event that is left out: that it is, and the way to see it. */
function leftOut(onShow) {
  return h("p", { class: "left-out" }, "Search and filters leave this event out. ",
    h("button", { type: "button", class: "read", onclick: onShow }, "Show it"));
}
