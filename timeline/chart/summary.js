// What the chart shows, in a few sentences, for those who hear it: how much, from when to when, of which kinds, what
// most articles tell, about what they differ.

const TOLD_IN_SUMMARY = 3;

function summaryOf({ events, documents }) {
  if (!events.length) return "No events are shown.";
  const ends = endsOf(indexOf(events));
  const kinds = [...countsOf(events, (event) => event.kind)].sort((a, b) => b[1] - a[1]);
  const differing_ = events.filter((event) => event.choice === "differs");
  const told = [];  // by number of articles, and of as many the first in time
  for (const event of events) {
    if (event.weight < 2 || event.weight <= told[TOLD_IN_SUMMARY - 1]?.weight) continue;
    const at = told.findIndex((other) => other.weight < event.weight);
    told.splice(at < 0 ? told.length : at, 0, event);
    told.length = Math.min(told.length, TOLD_IN_SUMMARY);
  }
  return [
    `${count(events.length, "event", "events")} from ${count(documents.length, "article", "articles")}${ends ? `, ${windowWords(...ends)}` : ""}.`,
    `By kind: ${kinds.map(([kind, n]) => `${kind} ${n.toLocaleString("en")}`).join(", ")}.`,
    told.length > 0 && `Told by most articles: ${told.map((event) => `${event.headline}, ${event.when}`).join("; ")}.`,
    differing_.length > 0 && `Articles differ on ${count(differing_.length, "date", "dates")}: `
      + `${differing_.slice(0, TOLD_IN_SUMMARY).map((event) => `${event.headline}, ${event.short}`).join("; ")}`
      + `${differing_.length > TOLD_IN_SUMMARY ? " and more" : ""}.`,
    "The table below the chart has every event.",
  ].filter(Boolean).join(" ");
}

function countsOf(events, of) {
  const counts = new Map();
  for (const event of events) counts.set(of(event), (counts.get(of(event)) || 0) + 1);
  return counts;
}
