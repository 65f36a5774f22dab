// The axis in two levels, and the lines of the grid above it.

function gridOf(ticks, X, width, height) {
  const lines = ticks.minor.map((tick) => Math.round(X(tick.at)) + 0.5).filter((x) => x >= 0 && x <= width);
  return shape("path", { key: "grid", class: "grid-lines", d: lines.map((x) => `M${x} 0V${height}`).join("") });
}

/** The line, its ticks and their words; `top` is where the line stands. */
function axisOfTicks(ticks, X, width, top, ruler) {
  const words = [];
  const lines = [`M0 0.5H${width}`];
  const edges = [];
  let taken = -Infinity;
  const cell = ticks.minor.length > 1 ? X(ticks.minor[1].at) - X(ticks.minor[0].at) : width;
  const short = ticks.minor.some((tick) => tick.short && ruler(tick.words, false) + 10 > cell);
  for (const tick of ticks.minor) {
    const x = Math.round(X(tick.at)) + 0.5;
    if (x >= 0 && x <= width) lines.push(`M${x} 0V5`);
    const middle = X(tick.middle);
    const named = short ? tick.short : tick.words;
    const half = ruler(named, false) / 2;
    if (middle - half < 0 || middle + half > width || middle - half < taken + 10) continue;
    taken = middle + half;
    words.push(shape("text", { key: `minor ${tick.at}`, class: "minor", transform: standing(middle, 20), "text-anchor": "middle" }, named));
  }
  const fits = (words, room) => ruler(words, true) + 14 <= room;
  const cells = ticks.major.map((tick, i) => ({ tick, left: X(tick.at), right: i + 1 < ticks.major.length ? X(ticks.major[i + 1].at) : Infinity }));
  const terse = cells.some(({ tick, left, right }) => left >= 0 && right <= width && !fits(tick.words, right - left));
  for (const { tick, left, right } of cells) {
    const room = Math.min(width, right) - Math.max(0, left);
    if (room <= 0) continue;
    if (left > 0) edges.push(`M${Math.round(left) + 0.5} 29V47`);
    const named = [!terse && tick.words, tick.short || tick.words].find((one) => one && fits(one, room));
    if (named) words.push(shape("text", { key: `major ${tick.at}`, class: "major", transform: standing(left > 0 ? left + 8 : 2, 43) }, named));
  }
  return shape("g", { key: "axis", class: "axis", "aria-hidden": "true", transform: standing(0, top) },
    shape("path", { key: "base", class: "base", d: lines.join("") }), shape("path", { key: "edges", class: "edge", d: edges.join("") }), words);
}
