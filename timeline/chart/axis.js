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
  ticks.major.forEach((tick, i) => {
    const next = ticks.major[i + 1];
    const left = X(tick.at);
    const begin = Math.max(0, left);
    const end = next ? Math.min(width, X(next.at)) : width;
    if (end <= 0 || begin >= width) return;
    if (left > 0) edges.push(`M${Math.round(left) + 0.5} 29V47`);
    if (end - begin < ruler(tick.words, true) + 14) return;
    words.push(shape("text", { key: `major ${tick.at}`, class: "major", transform: standing(left > 0 ? begin + 8 : 2, 43) }, tick.words));
  });
  return shape("g", { key: "axis", class: "axis", "aria-hidden": "true", transform: standing(0, top) },
    shape("path", { key: "base", class: "base", d: lines.join("") }), shape("path", { key: "edges", class: "edge", d: edges.join("") }), words);
}
