// A place on a line of years, decades or days, by a slider: finger, mouse and the arrow keys are the browser's own.
// What the place is called is told in words, beside the slider and to who listens.

const LINE_HEIGHT = 92;
const LETTER = 8.2;  // px that a letter of the line's words takes at most

class Placing {
  constructor(line, label, onChange) {
    this.line = line;
    this.input = h("input", { type: "range", min: 0, max: line.starts.length - 1, step: 1, "aria-label": label,
      oninput: () => this.choose(), onkeydown: (event) => (event.key === "Enter" || event.key === " ") && this.choose() });
    this.input.value = Math.floor(line.starts.length / 2);
    this.words = h("p", { class: "place-words" });
    this.drawing = h("div", { class: "drawing", onclick: (event) => this.clicked(event) });
    this.host = h("div", { class: "placing" }, this.words, this.drawing, this.input);
    this.onChange = onChange;
    this.sizes = new ResizeObserver(() => this.draw());
    this.sizes.observe(this.drawing);
    this.draw();
  }

  choose() {
    this.chosen = true;
    this.draw();
    this.onChange();
  }

  clicked(event) {
    if (this.locked) return;
    const box = this.drawing.getBoundingClientRect();
    const units = this.line.starts.length;
    this.input.value = Math.min(units - 1, Math.max(0, Math.floor(((event.clientX - box.left) / box.width) * units)));
    this.choose();
  }

  draw() {
    const { labels, first, last } = this.line;
    const at = Number(this.input.value);
    const told = this.chosen ? labels[at] : t("exercise.choose-place");
    this.words.textContent = told;
    this.words.classList.toggle("dim", !this.chosen);
    this.input.setAttribute("aria-valuetext", told);
    const width = this.drawing.clientWidth;
    if (!width) return;
    const each = width / labels.length;
    const base = LINE_HEIGHT - 30;
    const middle = (n) => (n + 0.5) * each;
    let taken = 0;
    const words = labels.map((label, n) => {
      const half = (label.length * LETTER) / 2;
      if (middle(n) - half < taken || middle(n) + half > width) return null;
      taken = middle(n) + half + 10;
      return s("text", { x: middle(n), y: base + 21, "text-anchor": "middle" }, label);
    });
    this.drawing.replaceChildren(s("svg", { width, height: LINE_HEIGHT, class: "line", "aria-hidden": "true" },
      s("rect", { x: 0, y: base, width, height: LINE_HEIGHT - base, class: "ground" }),
      labels.map((_, n) => s("line", { x1: n * each, x2: n * each, y1: base, y2: base + (words[n] ? 8 : 4), class: "base" })),
      s("line", { x1: 0, x2: width, y1: base, y2: base, class: "base" }), words,
      this.locked ? s("rect", { x: first * each, y: base - 22, width: Math.max(6, (last - first + 1) * each), height: 21, rx: 4, class: "solution" }) : null,
      this.chosen ? [s("rect", { x: at * each, y: base - 6, width: Math.max(3, each), height: 6, class: "unit" }),
        s("path", { d: `M${middle(at)} ${base - 6}l-10 -17h20z`, class: "pin" })] : null));
  }

  get answer() { return this.chosen ? Number(this.input.value) : null; }

  set answer(unit) {
    this.chosen = unit !== null;
    if (this.chosen) this.input.value = unit;
    this.draw();
  }

  get ready() { return Boolean(this.chosen); }

  lock() {
    this.locked = true;
    this.input.disabled = true;
    this.draw();
  }

  leave() { this.sizes.disconnect(); }
}
