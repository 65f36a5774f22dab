// Lanes: by kind, article, who takes part, place or tag, or one for all. Pure.
//
// An event stands once: in the lane of the first article that tells it, of the first who is named, of the first place.
// So there is one mark to choose, and lanes add up to all events. At most eight lanes have a name, the largest; what is
// beyond them is in "Others", which opens.

const MOST_LANES = 8;
const MOST_OPENED = 40;

/** The ways to lay lanes: `of` gives an event's lane, `none` names the lane of those that have none. */
const LANES = [
  { by: "kind", words: "By kind", of: (e, data) => data.lanes[e.lane] },
  { by: "article", words: "By article", of: (e, data) => data.documents[firstTeller(e)]?.id, none: "No article",
    name: (id, data) => titlesOf(data).get(id) },
  { by: "who", words: "By who takes part", of: (e) => e.who[0], none: "No one named" },
  { by: "place", words: "By place", of: (e) => e.places[0], none: "No place named" },
  { by: "tag", words: "By tag", of: (e) => e.tags[0], none: "No tag" },
  { by: "one", words: "In one lane", of: () => "All events" },
];

const OTHERS = "*";

/** No order and no fold of the reader's: {by, order, folded, opened}. */
const plainLanes = () => ({ by: "kind", order: [], folded: [], opened: false });

/** The first article that tells an event or implies it, else the first that gives another date. */
function firstTeller({ tellers }) {
  return (tellers.find(([, state]) => state !== "differs") || tellers[0] || [])[0];
}

/** The ways that tell the events of a collection apart; by kind and in one lane always. */
const waysOf = (data) => LANES.filter(({ by, of }) => by === "kind" || by === "one"
  || (by === "article" ? data.documents.length > 1 : data.events.some((event) => of(event, data))));

/**
 * The lanes of events: [{key, name, total, folded, holds}], and `laneOf`, for each event the place of its lane.
 * Of "Others" alone: `holds`, for how many lanes it stands, and `opens`, how many of them it can show.
 */
function arrange(data, events, { by, order, folded, opened }) {
  const way = LANES.find((one) => one.by === by) || LANES[0];
  const keys = events.map((event) => way.of(event, data) ?? "");
  const totals = new Map();
  for (const key of keys) totals.set(key, (totals.get(key) || 0) + 1);
  const named = [...totals.keys()].filter((key) => key !== "");
  const place = (list, key) => (list.includes(key) ? list.indexOf(key) : list.length);
  const most = opened ? MOST_OPENED : MOST_LANES;
  const largest = [...named].sort((a, b) => place(order, a) - place(order, b) || totals.get(b) - totals.get(a));
  // One lane more is better than "Others" with a single lane in it.
  const kept = largest.length <= most + 1 ? largest : largest.slice(0, most);
  const natural = by === "kind" ? data.lanes : by === "article" ? data.documents.map((d) => d.id) : largest;
  kept.sort((a, b) => place(order, a) - place(order, b) || place(natural, a) - place(natural, b));
  const holds = named.length - kept.length;
  const lanes = kept.map((key) => ({ key, name: way.name ? way.name(key, data) : key, total: totals.get(key) }));
  if (holds) lanes.push({ key: OTHERS, name: "Others", total: 0, holds, opens: opened ? 0 : Math.min(holds, MOST_OPENED - most) });
  if (totals.has("")) lanes.push({ key: "", name: way.none, total: totals.get("") });
  const number = new Map(lanes.map((lane, i) => [lane.key, i]));
  const others = number.get(OTHERS);
  const laneOf = Int32Array.from(keys, (key) => number.get(key) ?? others);
  if (holds) lanes[others].total = laneOf.filter((lane) => lane === others).length;
  return { lanes: lanes.map((lane) => ({ ...lane, folded: folded.includes(lane.key) })), laneOf };
}

/** The order of the lanes with one of them moved up (-1) or down (1). */
function moved(lanes, key, by) {
  const keys = lanes.filter((lane) => !lane.holds && lane.key !== "").map((lane) => lane.key);
  const at = keys.indexOf(key);
  const to = Math.min(keys.length - 1, Math.max(0, at + by));
  keys.splice(to, 0, ...keys.splice(at, 1));
  return keys;
}
