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

function bar(p, q, fade, name = "soft") {
  return shape("rect", { class: name, x: p, y: -5, width: q - p, height: 10, rx: q - p < 18 ? 5 : 2, fill: fadeName(fade, q - p) });
}

/** A soft bar, clipped to just outside the window so that no renderer sees a bar of a million pixels. */
function softBar({ mark, p, q }, [begin, end]) {
  if (mark.form === "soft" && p <= begin && q >= end) {
    return shape("rect", { class: "soft endless", x: begin - 4, y: -5, width: end - begin + 8, height: 10, fill: "url(#hatch)" });
  }
  if (mark.about) {
    const out = fadeOf(q - p) + 4;
    return bar(Math.max(p - out, begin - 400), Math.min(q + out, end + 400), out * 1.6, "soft about");
  }
  const wide = q - p;
  const left = Math.max(p, begin - 400);
  const right = Math.min(q, end + 400);
  const over = wide < 18 ? SOFT_OVER : 0;  // a short mark keeps a core that can be seen
  return bar(left - over, right + over, fadeOf(wide) * ((right - left) / wide));
}

function arrow({ mark, p, q }, on) {
  const since = mark.form === "since";
  const [limit, tip] = since ? [p, q] : [q, p];
  const back = since ? -6 : 6;
  return shape("path", { class: on ? "arrow on" : "arrow",
    d: path`M${limit} -6V6M${limit} 0H${tip}M${tip + back} -5L${tip} 0L${tip + back} 5` });
}

/** Whether a mark is drawn hollow: what it stands for is not told as fact, or another article's date. */
const isHollow = (event, mark) => event.hollow || event.status === "planned" || mark.differs;

/**
 * A hollow mark says by its form how it is told: round where it follows from another date, with a dot where others
 * say so, crossed where it is denied, pointed ahead where it was planned. `name` are the classes of its outline.
 */
function hollow({ p, q, r, mark }, event, name) {
  const status = mark.differs ? "differs" : event.status;
  const middle = (p + q) / 2;
  if (status === "planned") {
    const [point, back] = r ? [q + 2, p] : [q, Math.max(p, q - 5)];
    // No form of Plotly's, so its name is not firm.
    return [shape("path", { class: name.replace("firm ", ""), d: r ? path`M${back} -5L${point} 0L${back} 5Z` : path`M${p} -4.5H${back}L${point} 0L${back} 4.5H${p}Z` })];
  }
  return [
    r ? shape("circle", { class: name, cx: middle, cy: 0, r }) : shape("rect", { class: name, x: p + 0.9, y: -4.5, width: q - p - 1.8, height: 9, rx: 4.5 }),
    status === "reported" && shape("circle", { class: "sign dot", cx: middle, cy: 0, r: 2 }),
    status === "denied" && shape("path", { class: "sign", d: path`M${middle - 5} 8L${middle + 5} -8` }),
  ];
}

/** What Plotly draws, for as long as its picture is not that of the window: before it has come, and in motion. */
function firm(d, event, on, [begin, end]) {
  const { p, q, r, mark } = d;
  const middle = (p + q) / 2;
  // A day whose middle lies beside the window Plotly leaves out, though its dot reaches in.
  const name = `${r && (middle < begin || middle > end) ? "" : "firm "}${isHollow(event, mark) ? "hollow" : "solid"}${on ? " on" : ""}`;
  if (isHollow(event, mark)) return hollow(d, event, name);
  if (r) return [shape("circle", { class: name, cx: middle, cy: 0, r })];
  const left = Math.max(p, begin - 50);
  return [shape("rect", { class: name, x: left, y: -5, width: Math.min(q, end + 50) - left, height: 10 })];
}

/** The marks of an event as they lie beside a place on the screen, which their shapes are drawn from. */
const besidePlace = (drawn, x) => drawn.map((d) => ({ ...d, p: d.p - x, q: d.q - x }));

/**
 * The shapes of an event's marks, and what joins several: around its row, which is at 0. `drawn` are its marks in
 * pixels, `span` the edges of the window in the same pixels.
 */
function shapesOf(event, drawn, on, span) {
  const shapes = [];
  for (const d of drawn) {
    if (d.q < span[0] - 60 || d.p > span[1] + 60) continue;
    const empty = isHollow(event, d.mark);
    const limit = d.mark.form === "since" ? d.p : d.q;
    if (d.mark.form === "since" || d.mark.form === "before") {
      shapes.push(arrow(d, on));
      if (empty) shapes.push(...hollow({ p: limit - 5, q: limit + 5, r: 5, mark: d.mark }, event, on ? "hollow on" : "hollow"));
    } else if (d.mark.about) shapes.push(...(empty ? hollow(d, event, "hollow about") : [softBar(d, span)]));
    else if (d.mark.form === "soft" && !d.r && !empty) shapes.push(softBar(d, span));
    else shapes.push(...firm(d, event, on, span));
    if (on && d.mark.form !== "since" && d.mark.form !== "before" && !d.r) shapes.push(whisker(d));
  }
  if (drawn.length > 1) shapes.push(...joined(event, drawn));
  return shapes;
}

/** Below a selected bar: from the first to the last possible day. */
function whisker({ p, q }) {
  return shape("path", { class: "whisker", d: path`M${p} 10v-4M${p} 8H${q}M${q} 10v-4` });
}

function joined(event, drawn) {
  const middles = drawn.map((d) => (d.p + d.q) / 2);
  if (event.choice === "differs") {
    const right = Math.max(...drawn.map((d) => d.q));
    return [
      shape("path", { class: "differ-line", d: middles.map((x, i) => (i ? path`H${x}V-6` : path`M${x} -6V-11`)).join("")
        + middles.slice(1, -1).map((x) => path`M${x} -11V-6`).join("") }),
      shape("text", { class: "differ-sign", transform: standing(right + 4, 6) }, "≠"),
    ];
  }
  return drawn.slice(1).flatMap((d, i) => {
    const before = drawn[i];
    const room = d.p - before.q;
    if (event.choice !== "or") return room > 4 ? [shape("path", { class: "or-line", d: path`M${before.q} 0H${d.p}` })] : [];
    if (room < 16) return [];
    const middle = (before.q + d.p) / 2;
    const line = room > 24 ? path`M${before.q} 0H${middle - 9}M${middle + 9} 0H${d.p}` : "";
    return [line && shape("path", { class: "or-line", d: line }),
      shape("text", { class: "or", transform: standing(middle, 4.5), "text-anchor": "middle" }, "or")].filter(Boolean);
  });
}

/** The highlighter behind a selected mark and its words. */
function highlight(m) {
  const { unit, label, y, labelY } = m;
  const rect = (x, top, right, bottom) => shape("rect", { class: "highlight", x, y: top, width: right - x, height: bottom - top, rx: 3 });
  const up = unit.event.choice === "differs" ? 14 : 12;
  if (!label) return rect(unit.left - 5, y - up, unit.right + 5, y + 12);
  if (label.row === m.row) {
    return rect(Math.min(unit.left, label.x) - 6, y - up, Math.max(unit.right, label.x + label.width) + 6, y + 12);
  }
  return rect(label.x - 6, labelY - 12, label.x + label.width + 6, labelY + 12);
}
