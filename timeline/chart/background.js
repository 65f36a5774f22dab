// The periods that the articles name, as grey bars above the lanes, nested ones below those that hold them; the short
// ones among them as bands behind the events too.

const PERIOD_ROW = 20;
const PERIOD_ROWS = 3;     // of periods within periods within periods the innermost are left out
const BAND = 0.3;          // the share of the window up to which a period is short enough for a band

/** The periods in rows: the longest in the first, each other below what it lies in. The rows don't depend on the window. */
function periodRows(periods) {
  const rows = [];
  for (const period of [...periods].sort((p, q) => q.b - q.a - (p.b - p.a) || p.a - q.a)) {
    const row = rows.findIndex((taken) => taken.every((other) => period.b <= other.a || period.a >= other.b));
    if (row >= 0) rows[row].push(period);
    else if (rows.length < PERIOD_ROWS) rows.push([period]);
  }
  return rows;
}

/** How high the bars are all together. */
const periodsHeight = (rows) => (rows.length ? rows.length * PERIOD_ROW + 8 : 0);

/** The bars that the window shows, with their names where they have room. */
function periodBars(rows, [from, to], width, ruler) {
  const X = (year) => ((year - from) / (to - from)) * width;
  return rows.flatMap((row, i) => {
    const seen = row.filter((period) => period.b > from && period.a < to).sort((p, q) => p.a - q.a);
    return seen.map((period, k) => {
      const left = Math.max(X(period.a), -6);
      const right = Math.max(Math.min(X(period.b), width + 6), left + 3);
      const y = i * PERIOD_ROW + 2;
      // Beside a short bar its name may stand, up to the next one.
      const begin = Math.max(left, 0) + 6;
      const wide = ruler(period.name, false);
      const inside = begin + wide + 6 <= Math.min(right, width);
      const next = seen[k + 1] ? X(seen[k + 1].a) : width;
      const beside = !inside && right + 6 + wide + 6 <= Math.min(next, width);
      return shape("g", { key: `${period.name} ${period.a}`, class: "period", role: "img", "aria-label": `${period.name}, ${period.when}, a period that ${count(period.told, "article names", "articles name")}` },
        shape("title", {}, `${period.name}, ${period.when}`),
        shape("rect", { x: left, y, width: right - left, height: PERIOD_ROW - 4, rx: 3 }),
        (inside || beside) && shape("text", { transform: standing(inside ? begin : right + 6, y + 12.5) }, period.name));
    });
  });
}

/** Bands behind the lanes, of periods that are short in this window. */
function periodBands(rows, [from, to], width, top, height) {
  const X = (year) => ((year - from) / (to - from)) * width;
  return rows.flat().filter(({ a, b }) => b > from && a < to && b - a < BAND * (to - from)).map(({ a, b }) =>
    shape("rect", { class: "band", x: Math.max(X(a), -2), y: top, width: Math.max(1, Math.min(X(b), width + 2) - Math.max(X(a), -2)), height: height - top }));
}
