// A line of time that moves to a place. Places are astronomical years with a fraction, as in the explorer; its ticks
// are the explorer's too, their words the lesson's language's.

const AROUND = 0.18;      // of the window on both sides of what it is to show
const MOVE = 420;         // ms that the window takes to move
const NARROWEST = 0.08;   // years: a month

/** Where a day of the calendar (0 = 1970-01-01) begins on the axis. */
function dayPlace(day) {
  let year = 1970 + Math.floor(day / 365.2425);
  while (dayNumber(year, 1, 1) > day) year -= 1;
  while (dayNumber(year + 1, 1, 1) <= day) year += 1;
  return year + (day - dayNumber(year, 1, 1)) / yearLength(year);
}

let months = null;  // their names are made once: they are asked for at every frame of a move

function monthIn(month) {
  if (!months) {
    const format = new Intl.DateTimeFormat(document.documentElement.lang, { month: "short", timeZone: "UTC" });
    months = Array.from({ length: 12 }, (_, n) => format.format(new Date(Date.UTC(2001, n, 1))));
  }
  return months[month - 1];
}

const pen = document.createElement("canvas").getContext("2d");

const yearIn = (year) => (year <= 0 ? t("show.bc", { year: 1 - year }) : year < 1000 ? t("show.ad", { year }) : `${year}`);

function tickWords(at, step) {
  const [year, month, day] = civilAt(at);
  if (step.endsWith("years") || (step.endsWith("months") && month === 1)) return yearIn(year);
  return step.endsWith("months") || day === 1 ? monthIn(month) : `${day}`;
}

class Axis {
  constructor() {
    this.host = h("div", { class: "axis-host" });
    this.window = null;
    this.sizes = new ResizeObserver(() => this.draw());
    this.sizes.observe(this.host);
  }

  /** Moves so that all of [first, last] is in sight; `marks(x, base, width, letters, wide)` gives what stands above the line. */
  show([first, last], marks) {
    const span = Math.max(last - first, NARROWEST);
    const middle = (first + last) / 2;
    const to = [middle - span / 2 - span * AROUND, middle + span / 2 + span * AROUND];
    this.marks = marks;
    cancelAnimationFrame(this.moving);
    if (!this.window || still()) {
      this.window = to;
      this.draw();
      return;
    }
    const from = this.window;
    const begun = performance.now();
    const step = (now) => {
      const part = Math.min(1, Math.max(0, (now - begun) / MOVE));
      const eased = 1 - (1 - part) ** 3;
      this.window = [from[0] + (to[0] - from[0]) * eased, from[1] + (to[1] - from[1]) * eased];
      this.draw();
      if (part < 1) this.moving = requestAnimationFrame(step);
    };
    this.moving = requestAnimationFrame(step);
  }

  draw() {
    const { clientWidth: width, clientHeight: height } = this.host;
    if (!width || !this.window) return;
    const [from, to] = this.window;
    const large = width > 700;
    const letters = large ? 21 : 14;
    const base = height - letters * 2;
    const x = (at) => ((at - from) / (to - from)) * width;
    pen.font = `600 ${letters}px ${getComputedStyle(this.host).fontFamily}`;
    const wide = (words) => pen.measureText(words).width;  // what letters take differs by their font and their script
    const { minor, step } = ticksOf(from, to, width, letters * 5);
    let taken = 0;
    const words = minor.map(({ middle, at }) => {
      const told = tickWords(at, step);
      const half = wide(told) / 2;
      if (x(middle) - half < taken || x(middle) + half > width) return null;
      taken = x(middle) + half + letters;
      return s("text", { x: x(middle), y: height - letters * 0.55, "text-anchor": "middle" }, told);
    });
    this.host.replaceChildren(s("svg", { width, height, class: "line", "font-size": letters, "aria-hidden": "true" },
      s("rect", { x: 0, y: base, width, height: height - base, class: "ground" }), this.marks(x, base, width, letters, wide),
      s("line", { x1: 0, x2: width, y1: base, y2: base, class: "base" }),
      minor.map(({ at }) => s("line", { x1: x(at), x2: x(at), y1: base, y2: base + 8, class: "base" })), words));
  }
}
