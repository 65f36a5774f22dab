// The strip below the chart: all years at once, how many events lie where, and the window on them, to drag and resize by
// hand, finger and keys.

const STRIP = 44;
const STRIP_EDGE = 4;
const STRIP_BIN = 2;
const GRIP = 14;  // pixels beside an edge of the window from which a hand takes hold of it

class Overview {
  constructor(chart) {
    this.chart = chart;
    this.still = s("g");
    this.box = s("rect", { class: "window", y: 1, height: STRIP - 2, rx: 5 });
    this.handles = [0, 1].map(() => s("rect", { class: "handle", y: 14, width: 4, height: 16, rx: 2 }));
    this.chosen = s("g");
    this.ground = s("rect", { class: "ground", x: 0.5, y: 0.5, height: STRIP - 1, rx: 5 });
    this.svg = s("svg", { class: "strip", height: STRIP, "aria-hidden": "true" }, this.ground, this.box, this.still, this.chosen, ...this.handles);
    const thumb = (words, edge) => h("span", { class: "thumb", role: "slider", tabindex: "0", "aria-label": words,
      "data-edge": edge, onkeydown: (event) => this.key(event, edge) });
    this.thumbs = [thumb("First year shown", "from"), thumb("Last year shown", "to")];
    this.host = h("div", { class: "overview", role: "group", "aria-label": "All years" }, this.svg, ...this.thumbs);
    this.listen();
  }

  at(year) {
    return STRIP_EDGE + this.scale.to(year) * (this.wide - 2 * STRIP_EDGE);
  }

  year(x) {
    return this.scale.from((x - STRIP_EDGE) / (this.wide - 2 * STRIP_EDGE));
  }

  draw() {
    const { data, window: [from, to], selected } = this.chart;
    const { width } = this.chart;  // the strip is as wide as the chart
    if (this.drawn !== data || this.wide !== width) this.drawStill(width);
    const clamp = (x) => Math.min(Math.max(x, 1), width - 1);
    const left = clamp(this.at(from) - 4);
    const right = Math.max(clamp(this.at(to) + 4), left + 10);
    fill(this.box, { x: left, width: right - left }, []);
    this.handles.forEach((handle, i) => {
      fill(handle, { x: i ? right - 7 : left + 3, visibility: right - left > 24 ? "visible" : "hidden" }, []);
    });
    this.thumbs.forEach((thumb, i) => { thumb.style.transform = `translateX(${i ? right : left}px)`; });
    if (this.chart.moving) return;  // who hears the page is told, and what is chosen changes, at rest
    this.thumbs.forEach((thumb, i) => fill(thumb, { "aria-valuemin": this.chart.all[0].toFixed(2), "aria-valuemax": this.chart.all[1].toFixed(2),
      "aria-valuenow": (i ? to : from).toFixed(2), "aria-valuetext": edgeWords(i ? to - DAY / 2 : from, to - from) }, []));
    if (this.shown === `${selected} ${width}` && this.drawnChosen === data) return;
    [this.shown, this.drawnChosen] = [`${selected} ${width}`, data];
    const place = this.chart.placeOfSelected;
    this.chosen.replaceChildren(...(place < 0 ? [] : this.mark(place, clamp)));
  }

  mark(place, clamp) {
    const { data, index } = this.chart;
    const x = clamp(this.at((index.first[place] + index.last[place]) / 2));
    return [...data.events[place].marks.map(({ a, b }) => {
      const from = this.at(a ?? b);
      return s("rect", { class: "tiny on", x: from, y: 7 + data.laneOf[place] * this.pitch, rx: 1, width: Math.max(3, this.at(b ?? a) - from), height: Math.max(2, this.pitch - 3) });
    }), s("path", { class: "pointer", d: `M${x - 4} 1h8l-4 5z` })];
  }

  /** What neither the window nor the choice changes: how dense each lane is where, what was found, where the scale breaks. */
  drawStill(width) {
    const { data } = this.chart;
    [this.drawn, this.wide] = [data, width];
    this.scale = this.chart.scale;
    this.pitch = Math.min(8, (STRIP - 12) / Math.max(1, data.heads.length));
    const clamp = (x) => Math.min(Math.max(x, 1), width - 1);
    fill(this.svg, { width }, []);
    fill(this.ground, { width: width - 1 }, []);
    this.still.replaceChildren(...allBehind(data, (year) => clamp(this.at(year)), width, STRIP), ...this.density(), ...foundTicks(data, (year) => clamp(this.at(year)), STRIP),
      ...this.scale.breaks.map(([from, to]) => this.cut(from, to)));
  }

  /** How many events of each lane stand in each bin: fainter where there are few. */
  density() {
    const { data, index } = this.chart;
    const bins = Math.ceil(this.wide / STRIP_BIN) + 1;
    const counts = data.heads.map(() => new Uint32Array(bins));
    const bin = (x) => Math.min(bins - 1, Math.max(0, Math.floor(x / STRIP_BIN)));
    for (let i = 0; i < index.events.length; i++) {
      const first = bin(this.at(index.first[i]));
      const last = bin(this.at(index.last[i]));
      for (let k = first; k <= last; k++) counts[data.laneOf[i]][k] += 1;
    }
    const tall = Math.max(2, this.pitch - 3);
    const most = counts.reduce((top, lane) => lane.reduce((a, b) => Math.max(a, b), top), 1);
    const shades = [0.45, 0.65, 0.85, 1];
    const paths = shades.map(() => []);
    counts.forEach((lane, row) => lane.forEach((n, k) => {
      if (!n) return;
      const shade = most < 4 ? Math.min(3, n) : Math.min(3, Math.floor((4 * Math.log(n)) / Math.log(most + 1)));
      paths[shade].push(`M${k * STRIP_BIN - 0.5} ${7 + row * this.pitch}h${STRIP_BIN + 1}v${tall}h${-STRIP_BIN - 1}z`);
    }));
    return paths.map((d, i) => s("path", { class: "tiny", d: d.join(""), opacity: shades[i] }));
  }

  /** A break in the scale: so many years without any event are cut short. */
  cut(from, to) {
    const x = (this.at(from) + this.at(to)) / 2;
    return s("g", { class: "break" }, s("title", {}, `No event from ${edgeWords(from, to - from)} to ${edgeWords(to, to - from)}: cut short here`),
      s("rect", { class: "ground", x: x - 6, y: 0, width: 12, height: STRIP }),
      s("path", { d: `M${x - 7} ${STRIP}l6-${STRIP}M${x + 1} ${STRIP}l6-${STRIP}` }));
  }

  /** An arrow moves an edge of the window by a twentieth of it, with Shift by a fifth; Home and End to the last year. */
  key(event, edge) {
    const [from, to] = this.chart.aim || this.chart.window;
    const step = (to - from) * (event.shiftKey ? 0.2 : 0.05);
    const by = { ArrowLeft: -step, ArrowDown: -step, ArrowRight: step, ArrowUp: step }[event.key];
    const ends = { Home: this.chart.all[0], End: this.chart.all[1] };
    if (by === undefined && !(event.key in ends)) return;
    event.preventDefault();
    event.stopPropagation();
    const moved = by === undefined ? ends[event.key] : (edge === "from" ? from : to) + by;
    this.move(edge === "from" ? [Math.min(moved, to - DAY), to] : [from, Math.max(moved, from + DAY)]);
  }

  /** The chart follows, and what the hand or the focus holds here is where it was moved to, in the same frame. */
  move(aim) {
    this.chart.go(aim, { smooth: false, kind: "drift" });
    this.draw();
  }

  listen() {
    let grip = null;
    const place = (event) => event.clientX - this.svg.getBoundingClientRect().left;
    this.host.addEventListener("pointerdown", (event) => {
      if (event.button > 0 || !this.scale) return;
      const x = place(event);
      const [left, right] = this.chart.window.map((year) => this.at(year));
      const near = event.pointerType === "touch" ? 2 * GRIP : GRIP;
      const reachIn = Math.min(near, Math.max(4, (right - left) / 4));
      const edge = Math.abs(x - left) < (x < left ? near : reachIn) ? "from" : Math.abs(x - right) < (x > right ? near : reachIn) ? "to" : "both";
      // Beside the window: its middle comes under the hand.
      const shift = edge === "both" && (x < left || x > right) ? x - (left + right) / 2 : 0;
      grip = { x, left: left + shift, right: right + shift, edge, span: this.chart.window[1] - this.chart.window[0] };
      this.chart.keepRows();
      if (shift) this.slide(grip, 0);
      this.host.setPointerCapture(event.pointerId);
      event.preventDefault();
    });
    this.host.addEventListener("pointermove", (event) => grip && this.slide(grip, place(event) - grip.x));
    for (const end of ["pointerup", "pointercancel"]) {
      this.host.addEventListener(end, () => {
        if (!grip) return;
        grip = null;
        this.chart.freeRows();
      });
    }
  }

  /** The window with what is held moved by so many pixels; as a whole it keeps its length in years. */
  slide({ left, right, edge, span }, by) {
    let [from, to] = this.chart.window;
    if (edge === "from") from = this.year(left + by);
    else if (edge === "to") to = this.year(right + by);
    else {
      const middle = this.year((left + right) / 2 + by);
      [from, to] = [middle - span / 2, middle + span / 2];
    }
    if (to - from > DAY) this.move([from, to]);
  }
}
