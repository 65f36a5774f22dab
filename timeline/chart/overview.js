// The strip below the chart: all years at once, with the window on them to drag.

const STRIP = 44;

class Overview {
  constructor(chart) {
    this.chart = chart;
    this.svg = s("svg", { class: "strip", "aria-hidden": "true", height: STRIP });
    this.host = h("div", { class: "overview" }, this.svg);
    this.listen();
  }

  get width() {
    return Math.round(this.host.clientWidth);
  }

  at(year) {
    const [first, last] = this.chart.all;
    return 4 + ((year - first) / (last - first)) * (this.width - 8);
  }

  draw() {
    const { data, window: [from, to], selected } = this.chart;
    const width = this.width;
    if (!width || !data) return;
    const clamp = (x) => Math.min(Math.max(x, 1), width - 1);
    const left = clamp(this.at(from) - 4);
    const right = Math.max(clamp(this.at(to) + 4), left + 10);
    const pitch = Math.min(8, (STRIP - 12) / data.heads.length);
    this.svg.setAttribute("width", width);
    const before = [
      s("rect", { class: "ground", x: 0.5, y: 0.5, width: width - 1, height: STRIP - 1, rx: 5 }),
      s("rect", { class: "window", x: left, y: 1, width: right - left, height: STRIP - 2, rx: 5 }),
    ];
    const after = [];
    after.push(...foundTicks(data, (year) => clamp(this.at(year)), STRIP));
    const place = data.events.findIndex((event) => event.id === selected);
    if (place >= 0) {
      const chosen = data.events[place];
      after.push(...this.tiny(chosen, data.laneOf[place], pitch, "tiny on"));
      const [a, b] = reach(chosen);
      const x = clamp(this.at((a + b) / 2));
      after.push(s("path", { class: "pointer", d: `M${x - 4} 1h8l-4 5z` }));
    }
    for (const x of right - left > 24 ? [left + 3, right - 7] : []) {
      after.push(s("rect", { class: "handle", x, y: 14, width: 4, height: 16, rx: 2 }));
    }
    this.svg.replaceChildren(...before, this.everything(pitch), ...after);
  }

  /** All events, drawn once for a width: only the window and the choice move. Equal marks are drawn once. */
  everything(pitch) {
    const { data } = this.chart;
    if (this.drawn !== data || this.drawnWidth !== this.width) {
      const places = new Map();
      data.events.forEach((event, i) => {
        for (const mark of this.tiny(event, data.laneOf[i], pitch, "tiny")) places.set(`${Math.round(mark.getAttribute("x"))} ${data.laneOf[i]} ${mark.getAttribute("width")}`, mark);
      });
      this.marks = s("g", {}, ...places.values());
      [this.drawn, this.drawnWidth] = [data, this.width];
    }
    return this.marks;
  }

  tiny(event, lane, pitch, name) {
    return event.marks.map((mark) => {
      const a = this.at(mark.a ?? mark.b);
      const wide = Math.max(3, Math.round(this.at(mark.b ?? mark.a) - a));
      return s("rect", { class: name, x: a, y: 7 + lane * pitch, rx: 1, width: Math.min(wide, this.width),
        height: Math.max(2, pitch - 3), opacity: name !== "tiny" ? 1 : wide > 40 ? 0.45 : 0.75 });
    });
  }

  listen() {
    let grip = null;
    const year = (event) => {
      const box = this.svg.getBoundingClientRect();
      const [first, last] = this.chart.all;
      return first + ((event.clientX - box.left - 4) / (box.width - 8)) * (last - first);
    };
    this.svg.addEventListener("pointerdown", (event) => {
      if (event.button > 0) return;
      const [from, to] = this.chart.window;
      const at = year(event);
      const near = (this.chart.all[1] - this.chart.all[0]) * 0.012;
      const edge = Math.abs(at - from) < near ? "from" : Math.abs(at - to) < near ? "to" : "both";
      const inside = at >= from && at <= to;
      const shift = inside || edge !== "both" ? 0 : at - (from + to) / 2;
      grip = { at, from: from + shift, to: to + shift, edge };
      if (shift) this.chart.go([grip.from, grip.to], { smooth: false, kind: "drift" });
      this.svg.setPointerCapture(event.pointerId);
    });
    this.svg.addEventListener("pointermove", (event) => {
      if (!grip) return;
      const by = year(event) - grip.at;
      const from = grip.edge === "to" ? grip.from : grip.from + by;
      const to = grip.edge === "from" ? grip.to : grip.to + by;
      if (to - from > DAY) this.chart.go([from, to], { smooth: false, kind: "drift" });
    });
    for (const end of ["pointerup", "pointercancel"]) this.svg.addEventListener(end, () => { grip = null; });
  }
}
