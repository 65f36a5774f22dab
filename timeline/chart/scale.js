// The scale of the strip below the chart: all years side by side, with long empty stretches cut short, so that one
// event of 1200 BC does not crush a hundred of 2021; and the stretch in which nearly all events lie. Pure.

const LONG_GAP = 0.3;     // a stretch without events, as a share of all years, from which on it is cut short
const CUT = 0.06;         // the share of the strip that a cut stretch keeps
const FEW_FAR = 0.05;     // the share of events that may lie outside the dense stretch; one always may
const MUCH_DENSER = 4;    // how many times as long as the dense stretch all years must be

/** Long stretches without any event, as [from, to]. */
function gapsOf(index, [first, last]) {
  const gaps = [];
  index.byFirst.forEach((at, i) => {
    if (!i) return;
    const [from, to] = [index.latest[i - 1], index.first[at]];
    if (to - from > LONG_GAP * (last - first)) gaps.push([from, to]);
  });
  // Some air stays at both of its ends.
  return gaps.map(([from, to]) => [from + (to - from) * 0.02, to - (to - from) * 0.02]);
}

/** A scale over [first, last]: `to` gives the share of the strip at which a year stands, `from` the year of a share. */
function stripScale([first, last], gaps) {
  const edges = [first, ...gaps.flat(), last];
  const open = edges.slice(1).reduce((sum, edge, i) => sum + (i % 2 ? 0 : edge - edges[i]), 0);
  const wide = 1 - CUT * gaps.length;
  const shares = [0];
  for (let i = 1; i < edges.length; i++) shares.push(shares[i - 1] + (i % 2 ? ((edges[i] - edges[i - 1]) / (open || 1)) * wide : CUT));
  const between = (x, these, those) => {
    let i = 1;
    while (i < these.length - 1 && x > these[i]) i++;
    return those[i - 1] + ((x - these[i - 1]) / (these[i] - these[i - 1] || 1)) * (those[i] - those[i - 1]);
  };
  return { to: (year) => between(year, edges, shares), from: (share) => between(share, shares, edges), breaks: gaps };
}

/** The stretch [from, to] that holds nearly all events if all years are much longer, else null. */
function denseOf(index) {
  const total = index.events.length;
  const spare = Math.max(1, Math.floor(total * FEW_FAR));
  if (total < 5) return null;
  const [first, last] = index.whole;
  const byLast = Uint32Array.from(index.byFirst).sort((a, b) => index.last[a] - index.last[b]);
  let best = null;
  for (let early = 0; early <= spare; early++) {
    const from = index.first[index.byFirst[early]];
    const to = index.last[byLast[total - 1 - (spare - early)]];
    if (!best || to - from < best[1] - best[0]) best = [from, to];
  }
  return best && (best[1] - best[0]) * MUCH_DENSER <= last - first ? best : null;
}
