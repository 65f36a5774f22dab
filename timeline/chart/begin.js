// What is shown of a collection before anybody has moved its window or chosen an event. Pure.

const BESIDE_LIMIT = 10;  // years shown on each side where nothing is told but one limit, such as "since 1920"

/** First and last instant of the events; null where there are none, or only one instant, as that of a mere limit. */
const endsOf = ({ whole }) => (whole && whole[1] > whole[0] ? whole : null);

/** All years of the events, with some air. */
const wholeOf = (index) => withAir(index.whole) || [1900, 2000];

const withAir = (stretch) => {
  if (!stretch) return null;
  const [from, to] = stretch;
  const pad = to > from ? Math.max((to - from) * 0.015, 0.02) : BESIDE_LIMIT;
  return [from - pad, to + pad];
};

/** What is shown before anything was chosen: what most articles tell, of what the window shows where it shows anything. */
function firstChoice(events, [from, to]) {
  let best = null;
  let sees = false;
  for (const event of events) {
    const [first, last] = reach(event);
    const seen = last > from && first < to;
    if (!best || (seen && !sees) || (seen === sees && event.weight > best.weight)) [best, sees] = [event, seen];
  }
  return best;
}
