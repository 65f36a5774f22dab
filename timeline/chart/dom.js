// Building elements. Text goes in as text only: nothing here, or anywhere else, reads markup from a document.

const SVG = "http://www.w3.org/2000/svg";

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children.flat()) if (child !== null && child !== undefined && child !== false) element.append(child);
  return element;
}

const h = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
const s = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

/** A line drawing of ours, from path data in this program. */
function icon(path, width, height) {
  return s("svg", { width, height, viewBox: `0 0 ${width} ${height}`, class: "icon-line", "aria-hidden": "true" },
    s("path", { d: path }));
}

/** How an article stands to an event: dot, ring, ≠ or speck. */
function tellSign(state) {
  return h("span", { class: `tell ${state}`, "aria-hidden": "true" }, state === "differs" ? "≠" : null);
}

/** A link only where the address is of the web; the server has left out all others. */
function webLink(url, text) {
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, text);
}

/** A function of a record that is asked once for each. */
function keptFor(make) {
  const known = new WeakMap();
  return (record) => {
    let value = known.get(record);
    if (value === undefined) known.set(record, value = make(record));
    return value;
  };
}

const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
/** Whether the reader's system rules all colours: only CSS knows them, so Plotly can't be told. */
const forced = () => matchMedia("(forced-colors: active)").matches;
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
/** A whole number with its thousands told apart, 12,345. Written so often in a frame that the browser's way is too slow. */
const grouped = (n) => (n < 1000 ? `${n}` : `${n}`.replace(/\B(?=(\d{3})+$)/g, ","));
const NUMBERS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];
/** A number as it stands at the beginning of a sentence. */
const numberWord = (n) => NUMBERS[n] || grouped(n);
const count = (n, one, many) => `${grouped(n)} ${n === 1 ? one : many}`;

/** Runs the task once the next frame is on its way to the screen; soon, too, in a page that isn't seen. Gives a way to run it now. */
function afterFrame(task) {
  let due = true;
  const once = () => {
    if (!due) return;
    due = false;
    task();
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, 200);
  return once;
}

/** Runs the task once what was drawn has been painted; at the latest after half a second, in a page that isn't seen. */
function afterPaint(task) {
  let due = true;
  const once = () => {
    if (due) task();
    due = false;
  };
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(once, 100))); // fonts and the card settle
  setTimeout(once, 500);
}
