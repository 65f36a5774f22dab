// What the chart shows, in a few sentences, for those who hear it: how much, from when to when, of which kinds, what
// most articles tell, about what they differ.

const TOLD_IN_SUMMARY = 3;

function summaryOf({ events, documents }) {
  if (!events.length) return "No events are shown.";
  let [from, to] = reach(events[0]);
  for (const [a, b] of events.map(reach)) [from, to] = [Math.min(from, a), Math.max(to, b)];
  const kinds = [...countsOf(events.map((event) => event.kind))].sort((a, b) => b[1] - a[1]);
  const told = events.filter((event) => event.weight > 1).sort((a, b) => b.weight - a.weight).slice(0, TOLD_IN_SUMMARY);
  const differing_ = events.filter((event) => event.choice === "differs");
  return [
    `${count(events.length, "event", "events")} from ${count(documents.length, "article", "articles")}, ${windowWords(from, to)}.`,
    `By kind: ${kinds.map(([kind, n]) => `${kind} ${n.toLocaleString("en")}`).join(", ")}.`,
    told.length > 0 && `Told by most articles: ${told.map((event) => `${event.headline}, ${event.when}`).join("; ")}.`,
    differing_.length > 0 && `Articles differ on ${count(differing_.length, "date", "dates")}: `
      + `${differing_.slice(0, TOLD_IN_SUMMARY).map((event) => `${event.headline}, ${event.short}`).join("; ")}`
      + `${differing_.length > TOLD_IN_SUMMARY ? " and more" : ""}.`,
    "The table below the chart has every event.",
  ].filter(Boolean).join(" ");
}

function countsOf(words) {
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) || 0) + 1);
  return counts;
}
