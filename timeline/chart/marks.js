// The soft parts of marks, which Plotly has no form for: fades, arrows, brackets, the highlighter. SVG, in pixels.

// Fades are shared: a gradient for each share of a mark that fades, in steps of a fiftieth, inwards and outwards.
const FADES = 25;

function gradient(id, stops) {
  return s("linearGradient", { id }, ...stops.map(([offset, opacity]) =>
    s("stop", { offset, "stop-opacity": opacity, class: "ink-stop" })));
}

function fadesOf() {
  const all = s("defs");
  for (let n = 1; n <= FADES; n++) {
    const share = n / 50;
    all.append(gradient(`fade-${n}`, [[0, 0], [share, 1], [1 - share, 1], [1, 0]]));
  }
  // What is wider than the window shows none of its ends: a hatch says that it is soft nonetheless.
  all.append(s("pattern", { id: "hatch", width: 8, height: 10, patternUnits: "userSpaceOnUse", patternTransform: "skewX(-35)" },
    s("rect", { class: "hatch", width: 4, height: 10 })));
  return all;
}

const fadeName = (fade, width) => `url(#fade-${Math.min(FADES, Math.max(1, Math.round((50 * fade) / width)))})`;

function bar(p, q, y, fade, extra) {
  return s("rect", { x: p, y: y - 5, width: q - p, height: 10, rx: q - p < 18 ? 5 : 2, fill: fadeName(fade, q - p), class: "soft", ...extra });
}

/** A soft bar, clipped to just outside the window so that no renderer sees a bar of a million pixels. */
function softBar({ mark, p, q }, y, width) {
  if (mark.form === "soft" && p <= 0 && q >= width) {
    return s("rect", { class: "soft endless", x: -4, y: y - 5, width: width + 8, height: 10, fill: "url(#hatch)" });
  }
  if (mark.about) {
    const out = fadeOf(q - p) + 4;
    return bar(Math.max(p - out, -400), Math.min(q + out, width + 400), y, out * 1.6, { class: "soft about" });
  }
  const wide = q - p;
  const left = Math.max(p, -400);
  const right = Math.min(q, width + 400);
  const over = wide < 18 ? 3 : 0;  // a short mark keeps a core that can be seen
  return bar(left - over, right + over, y, fadeOf(wide) * ((right - left) / wide));
}

function arrow({ mark, p, q }, y, on) {
  const since = mark.form === "since";
  const [limit, tip] = since ? [p, q] : [q, p];
  const back = since ? -6 : 6;
  return s("path", { class: on ? "arrow on" : "arrow",
    d: `M${limit} ${y - 6}V${y + 6}M${limit} ${y}H${tip}M${tip + back} ${y - 5}L${tip} ${y}L${tip + back} ${y + 5}` });
}

function outlined({ p, q }, y) {
  return s("rect", { class: "hollow about", x: p, y: y - 4.5, width: q - p, height: 9, rx: 4.5 });
}

/** What Plotly draws, for as long as its picture is not that of the window: before it has come, and in motion. */
function firm({ p, q, r, mark }, unit, y, on, width) {
  const empty = unit.event.hollow || mark.differs;
  const name = `firm ${empty ? "hollow" : "solid"}${on ? " on" : ""}`;
  if (r) return s("circle", { class: name, cx: (p + q) / 2, cy: y, r });
  if (empty) return s("rect", { class: name, x: p, y: y - 4.5, width: q - p, height: 9, rx: 4.5 });
  return s("rect", { class: name, x: Math.max(p, -50), y: y - 5, width: Math.min(q, width + 50) - Math.max(p, -50), height: 10 });
}

/** What is drawn above Plotly for one mark: its soft forms, and what joins several. */
function shapesOf(m, on, width, plain) {
  const { unit, y } = m;
  const shapes = [];
  for (const d of unit.drawn) {
    if (d.q < -60 || d.p > width + 60) continue;
    const empty = unit.event.hollow || d.mark.differs;
    if (d.mark.form === "since" || d.mark.form === "before") shapes.push(arrow(d, y, on));
    else if (d.mark.about) shapes.push(empty ? outlined(d, y) : softBar(d, y, width));
    else if (d.mark.form === "soft" && !d.r && !empty) shapes.push(softBar(d, y, width));
    else shapes.push(firm(d, unit, y, on, width));
    if (on && d.mark.form !== "since" && d.mark.form !== "before" && !d.r) shapes.push(whisker(d, y));
  }
  if (unit.drawn.length > 1) shapes.push(...joined(unit, y));
  return shapes;
}

/** Below a selected bar: from the first to the last possible day. */
function whisker({ p, q }, y) {
  return s("path", { class: "whisker", d: `M${p} ${y + 10}v-4M${p} ${y + 8}H${q}M${q} ${y + 10}v-4` });
}

function joined(unit, y) {
  const middles = unit.drawn.map((d) => (d.p + d.q) / 2);
  if (unit.event.choice === "differs") {
    const right = Math.max(...unit.drawn.map((d) => d.q));
    return [
      s("path", { class: "differ-line", d: middles.map((x, i) => (i ? `H${x}V${y - 6}` : `M${x} ${y - 6}V${y - 11}`)).join("")
        + middles.slice(1, -1).map((x) => `M${x} ${y - 11}V${y - 6}`).join("") }),
      s("text", { class: "differ-sign", x: right + 4, y: y + 6 }, "≠"),
    ];
  }
  return unit.drawn.slice(1).flatMap((d, i) => {
    const before = unit.drawn[i];
    const room = d.p - before.q;
    if (unit.event.choice !== "or") return room > 4 ? [s("path", { class: "or-line", d: `M${before.q} ${y}H${d.p}` })] : [];
    if (room < 16) return [];
    const middle = (before.q + d.p) / 2;
    const line = room > 24 ? `M${before.q} ${y}H${middle - 9}M${middle + 9} ${y}H${d.p}` : "";
    return [line && s("path", { class: "or-line", d: line }),
      s("text", { class: "or", x: middle, y: y + 4.5, "text-anchor": "middle" }, "or")].filter(Boolean);
  });
}

/** The highlighter behind a selected mark and its words. */
function highlight(m) {
  const { unit, label, y, labelY } = m;
  const rect = (x, top, right, bottom) => s("rect", { class: "highlight", x, y: top, width: right - x, height: bottom - top, rx: 3 });
  const up = unit.event.choice === "differs" ? 14 : 12;
  if (!label) return rect(unit.left - 5, y - up, unit.right + 5, y + 12);
  if (label.row === m.row) {
    return rect(Math.min(unit.left, label.x) - 6, y - up, Math.max(unit.right, label.x + label.width) + 6, y + 12);
  }
  return rect(label.x - 6, labelY - 12, label.x + label.width + 6, labelY + 12);
}
