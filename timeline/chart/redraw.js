// A frame is described in full, and only what differs from the frame before is changed in the page. An element that
// stays keeps its focus and its words as they are laid out; where only its place is another, the browser just moves it.

const drawnIn = new WeakMap();  // an element → the shapes that it holds now, each with its node

const hundredth = (n) => Math.round(n * 100) / 100;

/** Where a shape stands, as its attribute `transform`: to move it lays no words out again, as to change x and y would. */
const standing = (x, y) => `translate(${hundredth(x)} ${hundredth(y)})`;

/** A path, from a template with numbers. */
const path = (words, ...numbers) => words.map((part, i) => (i < numbers.length ? part + hundredth(numbers[i]) : part)).join("");

/**
 * A shape of SVG as it is to stand: its tag, attributes and children, which are shapes or texts. `key` tells it from
 * its siblings; without one its place among them does.
 */
function shape(tag, { key, ...attributes }, ...children) {
  for (const name in attributes) if (typeof attributes[name] === "number") attributes[name] = hundredth(attributes[name]);
  return { tag, key, attributes, children: children.length ? children.flat().filter(Boolean).map(textOrShape) : children };
}

const textOrShape = (child) => (typeof child === "string" ? { tag: "#text", words: child } : child);

/** Makes a parent hold these shapes, in this order, and nothing else. Keys are those of one shape only. */
function redraw(parent, shapes) {
  const before = drawnIn.get(parent) || [];
  const now = shapes.flat().filter(Boolean).map(textOrShape);
  drawnIn.set(parent, now);
  if (before.length === now.length && now.every((one, i) => one.tag === before[i].tag && one.key === before[i].key)) {
    now.forEach((one, i) => change(before[i], one));
    return;
  }
  const nameOf = (one, i) => one.key ?? `${one.tag} ${i}`;
  const old = new Map(before.map((one, i) => [nameOf(one, i), one]));
  now.forEach((one, i) => {
    const was = old.get(nameOf(one, i));
    if (was?.tag !== one.tag) make(one);
    else if (old.delete(nameOf(one, i))) change(was, one);
  });
  for (const { node } of old.values()) node.remove();
  // What stays in its order is not taken out and put back: that would lose the focus.
  let at = parent.firstChild;
  for (const { node } of now) {
    if (node === at) at = at.nextSibling;
    else parent.insertBefore(node, at);
  }
}

/** A shape as an element that stands alone. */
function drawing(one) {
  make(one);
  return one.node;
}

function make(one) {
  if (one.tag === "#text") {
    one.node = document.createTextNode(one.words);
    return;
  }
  one.node = s(one.tag, one.attributes);
  redraw(one.node, one.children);
}

function change(was, now) {
  now.node = was.node;
  if (now.tag === "#text") {
    if (now.words !== was.words) now.node.data = now.words;
    return;
  }
  const { node, attributes } = now;
  for (const name in attributes) if (attributes[name] !== was.attributes[name]) write(node, name, attributes[name]);
  for (const name in was.attributes) if (!(name in attributes)) node.removeAttribute(name);
  redraw(node, now.children);
}

function write(node, name, value) {
  if (value === null || value === undefined || value === false) node.removeAttribute(name);
  else node.setAttribute(name, value === true ? "" : value);
}
