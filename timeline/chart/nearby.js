// What happened at the same time as an event, or nearest to it. Pure.

/** First and last edge of every event on the axis, in one array; kept as long as the data are. */
const edgesOf = (() => {
  const known = new WeakMap();
  return (events) => {
    if (!known.has(events)) {
      const edges = new Float64Array(2 * events.length);
      events.forEach((event, i) => {
        let [low, high] = [Infinity, -Infinity];
        for (const { a, b, differs } of event.marks) {
          if (differs) continue;
          low = Math.min(low, a ?? b);
          high = Math.max(high, b ?? Infinity);  // what goes on overlaps all that comes later
        }
        edges.set([low, high], 2 * i);
      });
      known.set(events, edges);
    }
    return known.get(events);
  };
})();

/** Up to `most` other events, those that overlap it before those near it, the most alike in time first; by time. */
function sameTime(events, event, most) {
  const edges = edgesOf(events);
  const own = events.indexOf(event);
  const [low, high] = [edges[2 * own], edges[2 * own + 1]];
  const best = [];
  let farthest = Infinity;  // gap of the last of the best, once there are enough: nearly all events are farther
  for (let i = 0; i < events.length; i++) {
    if (edges[2 * i] - high > farthest || low - edges[2 * i + 1] > farthest || i === own) continue;
    const gap = Math.max(0, edges[2 * i] - high, low - edges[2 * i + 1]);
    const unlike = Math.abs(edges[2 * i] - low) + (edges[2 * i + 1] === high ? 0 : Math.abs(edges[2 * i + 1] - high));
    let at = best.length;
    while (at > 0 && (best[at - 1].gap - gap || best[at - 1].unlike - unlike) > 0) at--;
    if (at >= most) continue;
    best.splice(at, 0, { i, gap, unlike });
    if (best.length > most) best.pop();
    if (best.length === most) farthest = best[most - 1].gap;
  }
  return best.sort((one, other) => one.i - other.i).map(({ i, gap }) => ({ event: events[i], overlaps: gap === 0 }));
}
