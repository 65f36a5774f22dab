// Pictures of the chart that stand alone: an SVG with every look written on its shapes, and the same as PNG. They are
// drawn on a chart out of sight, always light, since a picture goes on paper or on a slide.

const LOOKS = {
  shape: ["rx", "fill", "fill-opacity", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray", "opacity"],
  text: ["font-family", "font-size", "font-weight", "text-anchor", "fill"],
  stop: ["stop-color", "stop-opacity"],
};
const KIND_OF_LOOKS = { rect: "shape", circle: "shape", path: "shape", line: "shape", text: "text", tspan: "text", stop: "stop" };
const UNWRITTEN = { "rx": "auto", "fill-opacity": "1", "stroke": "none", "stroke-linecap": "butt", "stroke-linejoin": "miter",
  "stroke-dasharray": "none", "opacity": "1", "text-anchor": "start", "stop-opacity": "1" };
const PLACES = /^(x|y|x1|x2|y1|y2|cx|cy|r|dx|d|width|height|offset|id|transform|pattern.*)$/;
const PICTURE_HEAD = 66;
const PICTURE_MARGIN = 24;
const WIDEST_PICTURE = 2800;
const MOST_ROWS = 6;
const SHARPNESS = 2;  // pixels of a PNG for each of the page
const MOST_PIXELS = 4096 * 4096;  // of a canvas on iPhones and iPads, which give none at all beyond
const LONGEST_SIDE = 8192;

/** Draws on a chart out of sight, `width` pixels wide, and gives back what `draw` makes of it. */
function onStage(explorer, width, looks, draw) {
  const chart = new Chart({ onPick() {}, onWindow() {} });
  const stage = h("div", { class: `explorer stage ${looks}`, "data-theme": "light", "aria-hidden": "true" }, chart.host);
  stage.style.width = `${width}px`;
  chart.plain = true;
  explorer.root.append(stage);
  try {
    chart.show(explorer.chart.data, explorer.chart.all);
    return draw(chart);
  } finally {
    stage.remove();
  }
}

/** A copy of what is drawn, without classes: what the style sheet says of it is written on it. */
function flat(node) {
  if (node.nodeType === Node.TEXT_NODE) return document.createTextNode(ofXml(node.data));
  if (node.classList.contains("hit")) return null;
  const style = getComputedStyle(node);
  if (style.display === "none") return null;
  const children = () => [...node.childNodes].map(flat);
  const places = [...node.attributes].filter(({ name }) => PLACES.test(name)).map(({ name, value }) => [name, value]);
  const looks = (LOOKS[KIND_OF_LOOKS[node.localName]] || []).map((name) => [name, lookOf(node, style, name)])
    .filter(([name, look]) => look !== UNWRITTEN[name]);
  const spoken_ = node.getAttribute("aria-label");
  const made = s(node.localName, Object.fromEntries([...places, ...looks]), spoken_ && s("title", {}, ofXml(spoken_)), ...children());
  if (node.localName !== "text" || style.stroke === "none") return made;
  // The outline of words lies below them as words of its own: not every viewer knows an order of painting.
  const edge = { stroke: style.stroke, "stroke-width": style.strokeWidth, "stroke-linejoin": "round", fill: style.stroke };
  const below = s("text", { ...Object.fromEntries([...places, ...looks]), ...edge, "aria-hidden": "true" }, ...children());
  for (const part of below.querySelectorAll("tspan")) part.removeAttribute("fill");
  return s("g", {}, below, made);
}

function lookOf(node, style, name) {
  const value = style.getPropertyValue(name);
  if (value.startsWith("url(")) return node.getAttribute(name);
  return value === "rgba(0, 0, 0, 0)" ? "none" : value;
}

/** Text without the few characters that XML can't hold. */
const ofXml = (text) => text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD");

/** What a chart shows now as one SVG element. */
function drawingOf(chart) {
  const [width, height] = ["width", "height"].map((name) => Number(chart.over.getAttribute(name)));
  const drawing = s("svg", { width, height, viewBox: `0 0 ${width} ${height}` },
    ...[...chart.under.childNodes, ...chart.over.childNodes].map(flat));
  const used = new Set([...drawing.querySelectorAll("[fill^=url]")].map((one) => one.getAttribute("fill").slice(5, -1)));
  for (const one of drawing.querySelectorAll("linearGradient, pattern")) if (!used.has(one.id)) one.remove();
  return drawing;
}

/** A picture with its heading: the view that is on the page, or all years, as large as the words need. */
function pictureOf(explorer, whole) {
  const { chart, data } = explorer;
  const draw = (width, mayCrowd) => onStage(explorer, width, "picture", (stage) => {
    stage.window = whole ? stage.all : chart.window;
    stage.opened = whole ? undefined : chart.opened;
    stage.selected = whole ? null : chart.selected;
    if (whole && !giveRows(stage, Infinity)) {
      if (!mayCrowd) return null;
      stage.rows = null;
    }
    stage.draw();
    return withHeading(stage, data, (whole && endsOf(stage.index)) || stage.window);
  });
  if (!whole) return draw(chart.width, true);
  return draw(1400) || draw(2000) || draw(WIDEST_PICTURE, true);
}

const heightOf = (rows) => AXIS + rows.reduce((sum, n) => sum + LANE_HEAD + n * LANE_ROW + 8, 0);

/** Gives each lane as many rows as it takes for every event to have its words; says whether that could be. */
function giveRows(chart, tallest) {
  chart.rows = chart.lanes.map(() => 1);
  for (;;) {
    if (heightOf(chart.rows) > tallest) return false;
    const laid = chart.lay(chart.window, chart.width);
    const more = laid.map((lane) => lane.counts.length > 0 || lane.marks.some((mark) => !mark.label));
    if (!more.includes(true)) return true;
    if (more.some((one, i) => one && chart.rows[i] >= MOST_ROWS)) return false;
    chart.rows = chart.rows.map((rows, i) => rows + more[i]);
  }
}

function withHeading(chart, data, years) {
  const drawing = drawingOf(chart);
  const style = getComputedStyle(chart.host);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  const width = chart.width + 2 * PICTURE_MARGIN;
  const height = Number(drawing.getAttribute("height")) + PICTURE_HEAD + 2 * PICTURE_MARGIN;
  const line = (y, size, weight, fill, words) => s("text", { x: PICTURE_MARGIN, y: PICTURE_MARGIN + y, "font-family": style.fontFamily,
    "font-size": `${size}px`, "font-weight": weight, fill }, ofXml(words));
  const words = `${count(chart.data.events.length, "event", "events")}. ${capital(windowWords(...years))}.`;
  drawing.setAttribute("x", PICTURE_MARGIN);
  drawing.setAttribute("y", PICTURE_MARGIN + PICTURE_HEAD);
  return s("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "img" },
    s("title", {}, ofXml(data.title)), s("desc", {}, ofXml(words)),
    s("rect", { width, height, fill: colour("page") }),
    line(22, 24, 600, colour("ink"), data.title), line(46, 15, 400, colour("ink2"), words), drawing);
}

const textOfSvg = (svg) => `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;

/** Hands a picture over, as SVG or as PNG; gives a sentence where the PNG is coarser than others, or couldn't be made. */
async function savePicture(explorer, whole, kind) {
  const svg = pictureOf(explorer, whole);
  const text = new Blob([textOfSvg(svg)], { type: "image/svg+xml" });
  const name = `${explorer.data.title.replace(/[^\p{L}\p{N}]+/gu, " ").trim().slice(0, 80) || "timeline"}.${kind}`;
  if (kind === "svg") {
    handOver(text, name);
    return "";
  }
  const [width, height] = ["width", "height"].map((side) => Number(svg.getAttribute(side)));
  const sharpness = sharpnessOf(width, height);
  const png = await pngOf(text, width * sharpness, height * sharpness);
  if (!png) return "The PNG could not be made: this browser has no room for a picture of that size. Save it as SVG.";
  handOver(png, name);
  return sharpness < SHARPNESS
    ? `The picture is so large that the PNG is coarser than others (${sharpness.toFixed(1)} times the page's pixels, not ${SHARPNESS}); as SVG it is sharp.` : "";
}

/** How many pixels a PNG has for each of a picture of this size: as many as every browser's canvas can hold. */
const sharpnessOf = (width, height) => Math.min(SHARPNESS, LONGEST_SIDE / width, LONGEST_SIDE / height, Math.sqrt(MOST_PIXELS / (width * height)));

/** The picture as PNG; null where the browser makes none. */
async function pngOf(text, width, height) {
  const address = URL.createObjectURL(text);
  const image = new Image();
  image.src = address;
  try {
    await image.decode();
    const canvas = h("canvas", { width: Math.floor(width), height: Math.floor(height) });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  } catch {  // no memory for the picture, for the canvas or for the file: each browser says it in another way
    return null;
  } finally {
    URL.revokeObjectURL(address);
  }
}

function handOver(blob, name) {
  const address = URL.createObjectURL(blob);
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
