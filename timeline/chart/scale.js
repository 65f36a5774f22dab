// The scale of the strip below the chart: all years side by side, with long empty stretches cut short, so that one
// event of 1200 BC does not crush a hundred of 2021; and the stretch in which nearly all events lie. Pure.

const LONG_GAP = 0.3;     // a stretch without events, as a share of all years, from which on it is cut short
const CUT = 0.06;         // the share of the strip that a cut stretch keeps
const MARGIN = 0.015;     // and the share of what lies before the first and after the last event, where there are such
const AIR = 0.02;         // what stays at the ends of a cut stretch, as a share of the years that hold events
const FEW_FAR = 0.05;     // the share of events that may lie outside the dense stretch; one always may
const MUCH_DENSER = 4;    // how many times as long as the dense stretch all years must be

/** Long stretches without any event, as [from, to], with a little left to those beside them. */
function gapsOf(index, [first, last]) {
  const gaps = [];
  index.byFirst.forEach((at, i) => {
    if (!i) return;
    const [from, to] = [index.latest[i - 1], index.first[at]];
    if (to - from > LONG_GAP * (last - first)) gaps.push([from, to]);
  });
  const air = airBeside(index, gaps);
  return gaps.map(([from, to]) => [from + Math.min(air, (to - from) * AIR), to - Math.min(air, (to - from) * AIR)]);
}

/** What a stretch leaves to the events beside it, in years: of the years between the gaps a little, a week at least. */
function airBeside(index, gaps) {
  const [first, last] = index.whole || [0, 0];
  return AIR * Math.max(1, gaps.reduce((years, [from, to]) => years - (to - from), last - first));
}

/** What [first, last] has before the first and after the last event, which is much where gaps are long; none without gaps. */
function marginsOf(index, [first, last], gaps) {
  if (!gaps.length) return [];
  const air = airBeside(index, gaps);
  const [from, to] = index.whole;
  return [[first, from - air], [to + air, last]].filter(([a, b]) => b > a);
}

/**
 * A scale over [first, last]: `to` gives the share of the strip at which a year stands, `from` the year of a share.
 * `gaps` keep a small share each, `margins` a smaller one; all other years are equally long.
 */
function stripScale([first, last], gaps, margins = []) {
  const cuts = [...gaps.map((stretch) => [stretch, CUT]), ...margins.map((stretch) => [stretch, MARGIN])].sort(([a], [b]) => a[0] - b[0]);
  const edges = [first, ...cuts.flatMap(([stretch]) => stretch), last];
  const open = edges.slice(1).reduce((sum, edge, i) => sum + (i % 2 ? 0 : edge - edges[i]), 0);
  const wide = cuts.reduce((rest, [, keeps]) => rest - keeps, 1);
  const shares = [0];
  for (let i = 1; i < edges.length; i++) shares.push(shares[i - 1] + (i % 2 ? ((edges[i] - edges[i - 1]) / (open || 1)) * wide : cuts[i / 2 - 1][1]));
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
