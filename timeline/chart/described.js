// Marks and counts as shapes, with what makes them buttons where they become elements: in the picture of a motion
// (moving.js) nobody can reach them.

// The picture writes the parts of a text from left to right, which is the wrong order of these letters: there it has one part.
const FROM_THE_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

const RAISED = 4;  // pixels by which words in a bar stand higher than those beside one: it goes on below them, thin as a rail

/** A mark with its words; `m` is what layLane gives, with its place in pixels. */
function markShape(chart, m, width) {
  const { event, left, right, drawn } = m.unit;
  const on = event.id === chart.selected;
  const label = m.label;
  // All shapes stand beside the mark's begin where that is in sight, so that a window that moves just moves them.
  const x = drawn[0].p > -400 && drawn[0].p < width + 400 ? hundredth(drawn[0].p) : 0;
  // Inside the window, so that the frame of the focus is seen on all sides.
  const from = Math.max(2, Math.min(left, label && label.row === m.row ? label.x : Infinity) - 5);
  const to = Math.min(width - 2, Math.max(right, label && label.row === m.row ? label.x + label.width : -Infinity) + 5);
  const room = Math.max(0, 24 - (to - from)) / 2;
  const seen = !chart.moving || event.id === chart.focused;  // what hands meet is nothing to see, but for the frame of the focus
  const found = (text) => (chart.data.sought?.length && !chart.plain && !(chart.moving && FROM_THE_RIGHT.test(text))
    ? withFound(text, chart.data.sought, (part) => shape("tspan", { class: "found" }, part)) : text);
  return shape("g", { key: event.id, class: classOf(chart, on ? "mark on" : "mark", event.id), transform: standing(x, m.y),
    ...(!chart.moving && buttonOfMark(chart, event, on)) },
  seen && shape("rect", { key: "hit", class: "hit", x: from - room - x, y: -LANE_ROW / 2, width: to - from + 2 * room, height: LANE_ROW, rx: 4 }),
  seen && label && label.row !== m.row && shape("rect", { key: "below", class: "hit", x: label.x - 4 - x, y: m.labelY - m.y - LANE_ROW / 2,
    width: label.width + 8, height: LANE_ROW, rx: 4 }),
  shapesOf(event, besidePlace(drawn, x), on, [-x, width - x]),
  label?.inside && shape("rect", { key: "gap", class: "gap", x: label.x - 5 - x, y: -6, width: label.width + 10, height: 9 }),
  label && shape("text", { key: "label", class: label.inside ? "label inside" : "label", transform: standing(label.x - x, m.labelY - m.y + 5 - (label.inside ? RAISED : 0)), "font-size": chart.fontSize },
    shape("tspan", { class: "name" }, found(label.text)),
    label.date && shape("tspan", { class: "date", dx: 6 }, label.date)));
}

function buttonOfMark(chart, event, on) {
  chart.drawn.set(event.id, { event });
  return { role: "button", tabindex: "-1", "data-mark": event.id, "aria-pressed": on ? "true" : "false", "aria-label": spoken(event) };
}

/** A count as a pill with its number. */
function countShape(chart, c) {
  const name = `count-${chart.data.events[c.places[0]].id}`;
  const seen = !chart.moving || name === chart.focused;
  return shape("g", { key: c.from === undefined ? name : `cell ${c.lane} ${c.from} ${c.to}`, class: classOf(chart, "count", name),
    transform: standing(c.x, c.y), ...(!chart.moving && buttonOfCount(chart, c, name)) },
  seen && shape("rect", { class: "hit", x: -c.size / 2 - 3, y: -13, width: c.size + 6, height: 26, rx: 6 }),
  shape("rect", { class: "pill", x: -c.size / 2, y: -10, width: c.size, height: 20, rx: 10 }),
  shape("text", { y: 4.5, "text-anchor": "middle" }, chart.wordsOfCount(c.places, c.size)));
}

function buttonOfCount(chart, c, name) {
  const { events } = chart.data;
  const total = c.places.length;
  chart.drawn.set(name, c);
  const when = (most) => c.places.slice(0, most).map((at) => events[at].when).join(", ");
  const words = c.from !== undefined ? windowWords(c.from, c.to) : total > 6 ? `${when(6)} and more` : when(6);
  const holds = c.units && c.places.map((at) => events[at].id).join(" ");  // of a crowded lane it would be hundreds
  return { role: "button", tabindex: "-1", "data-mark": name, "aria-label": `${grouped(total)} events: ${words}. Opens them.`, "data-holds": holds };
}

/** The class of a mark or count; in a picture the one that has the focus bears it, since no element is there to. */
const classOf = (chart, name, mark) => (chart.moving && mark === chart.focused ? `${name} focused` : name);

/** An event in words, for those who hear the chart. */
const spoken = keptFor((event) => {
  const differ = event.differ.length ? ` Articles differ: ${event.differ.map((d) => d.when).join(", ")}.` : "";
  const standing = STANDING_SAYS[event.status] ? ` ${STANDINGS[event.status]}.` : "";
  return `${capital(event.when)}: ${event.headline}.${standing} ${count(event.weight, "article", "articles")}.${differ}`;
});
