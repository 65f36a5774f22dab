// The chart: lanes, words, fades, axis and hit areas as SVG above and below what Plotly draws. Each frame is drawn
// from the window alone; the window is the only thing that zooming changes.

const LANE_HEAD = 24;
const LANE_ROW = 26;
const AXIS = 52;
const PHONE = 560;
const REST = 250;        // milliseconds without a motion after which Plotly draws
const OUTSIDE = 60;      // pixels beside the window from which a mark may reach into it
const FEW_IN_ALL = 24;  // events in the window up to which every lane may grow beyond the rows that it always has

class Chart {
  constructor({ onPick, onWindow }) {
    this.onPick = onPick;
    this.onWindow = onWindow;
    this.under = s("svg", { class: "layer", "aria-hidden": "true" });
    this.plot = h("div", { class: "plot", "aria-hidden": "true" });
    this.over = s("svg", { class: "layer over", role: "group", tabindex: "0", "aria-describedby": "summary-of-chart" });
    this.heads = new LaneHeads(this.over);
    this.summary = h("p", { class: "unseen", id: "summary-of-chart" });
    this.host = h("section", { class: "chart" }, this.under, this.plot, this.over, this.heads.host, this.summary);
    this.window = [0, 1];
    this.selected = null;
    this.wordsOfCount = (places) => `+${grouped(places.length)}`;
    this.plain = false;  // drawn without Plotly, for pictures and paper
    this.pen = document.createElement("canvas").getContext("2d");
    this.ground = s("g");  // what lies below the marks
    this.marks = s("g");
    this.drawn = new Map();  // what each mark and count that is drawn now stands for, by its name
    this.over.append(fadesOf(), this.ground, this.marks);
    this.over.addEventListener("click", (click) => this.clicked(click));
    listenToGestures(this);
    listenToKeys(this);
  }

  show(data, all) {
    this.data = data;
    this.index = indexOf(data.events);
    this.lanes = lanesOf(data);
    this.periods = periodRows(data.periods || []);
    this.all = all;
    this.rows = null;
    this.opened = null;
    this.laid = null;
    this.window = clampWindow(this.window, this.all);
    if (!this.plain) this.summary.textContent = summaryOf(data);
    this.over.setAttribute("aria-label", `Timeline, ${count(data.events.length, "event", "events")}. `
      + "Arrows go from mark to mark, plus and minus zoom, 0 shows all.");
  }

  /** Goes to a window at once, or in a quarter of a second where motion is welcome. */
  go(to, { smooth = true, kind = "step" } = {}) {
    const aim = clampWindow(to, this.all);
    cancelAnimationFrame(this.frame);
    this.aim = aim;  // what a next step counts from, however far the picture has come
    this.rows = null;
    if (!smooth || still()) {
      this.window = aim;
      this.aim = null;
      this.draw();
      this.onWindow(aim, kind);
      return;
    }
    const from = this.window;
    const begin = performance.now();
    this.rows = this.lay(aim, this.width).map((lane) => lane.rows);  // lanes take their last height at once, and keep it
    const step = (now) => {
      const k = Math.min(1, Math.max(0, (now - begin) / 240));
      const eased = 1 - (1 - k) ** 3;
      this.window = from.map((edge, i) => edge + (aim[i] - edge) * eased);
      if (k === 1) [this.window, this.aim, this.rows] = [aim, null, null];
      this.draw();
      if (k < 1) this.frame = requestAnimationFrame(step);
    };
    this.frame = requestAnimationFrame(step);
    this.onWindow(aim, kind);
  }

  /** Zooms by a factor around a place on the axis, the middle if none is given. */
  zoom(factor, around, options) {
    const [from, to] = this.aim || this.window;
    const fixed = around ?? (from + to) / 2;
    const span = Math.min(widest(this.all), Math.max(DAY, (to - from) * factor));
    const share = (fixed - from) / (to - from);
    this.go([fixed - span * share, fixed + span * (1 - share)], options);
  }

  pan(share, options) {
    const [from, to] = this.aim || this.window;
    const by = (to - from) * share;
    this.go([from + by, to + by], options);
  }

  /** Ends a motion where it is. */
  halt() {
    cancelAnimationFrame(this.frame);
    this.aim = null;
    this.rows = null;
  }

  fit(options) {
    this.go(this.all, options);
  }

  /** Goes to a stretch of time with some air; an open side keeps the window's length. */
  fitStretch([from, to]) {
    const pad = Math.max((to - from) * 0.04, DAY / 2);
    this.go([from - pad, to + pad]);
  }

  /** Goes to the span of an event, with as much beside it as lets its neighbours be seen. */
  fitTo(event) {
    if (!event) return;
    const [from, to] = reach(event);
    const open = event.marks.some(({ form }) => form === "since" || form === "before");
    const pad = Math.max((to - from) * 0.6, open ? 10 : 0, 10 * DAY);
    this.go([from - pad, to + pad]);
  }

  /** The events beyond each edge of the window: {total, stretch}. */
  beyond() {
    return this.index.beyond(...this.window);
  }

  /** Moves the window, if need be, so that an event's mark is inside; says whether it did. */
  reveal(event, options) {
    const [from, to] = this.window;
    const [a, b] = reach(event);
    if (b > from && a < to) return false;
    const middle = (a + b) / 2;
    this.go([middle - (to - from) / 2, middle + (to - from) / 2], options);
    return true;
  }

  placeOf(x) {
    const box = this.over.getBoundingClientRect();
    return this.window[0] + ((x - box.left) / box.width) * (this.window[1] - this.window[0]);
  }

  /** Kept between frames, since to ask for it lays the page out; `resized` asks again. */
  get width() {
    this.wide = this.wide || Math.round(this.host.clientWidth);
    return this.wide;
  }

  /** The lanes' own changes of height are none of the room that the chart has. */
  resized() {
    const wide = Math.round(this.host.clientWidth);
    if (wide === this.wide) return;
    this.wide = wide;
    this.draw();
  }

  /** Colours and letters as the page has them: asked for once, and again where the page says that they are others. */
  restyled() {
    this.style = null;
  }

  /** Takes the look of the page, and the size of letters that the width asks for. */
  dress(width) {
    const size = width < PHONE ? 13 : 14;
    if (this.style && this.fontSize === size) return;
    this.style = getComputedStyle(this.host);
    this.fontSize = size;
    this.ruler = rulerOf(this.pen, this.style.fontFamily, size);
    this.colours = coloursOf(this.style);
    this.laid = null;
  }

  /** The place of the selected event among those that are shown, -1 where it isn't. */
  get placeOfSelected() {
    return this.index.placeOf(this.selected);
  }

  /** The lanes as they look in a window: what layLane gives for each, layCrowd for a crowded one. */
  lay([from, to], width) {
    this.dress(width);
    const phone = width < PHONE;
    const X = (year) => ((year - from) / (to - from)) * width;
    const air = (OUTSIDE * (to - from)) / width;
    const last = this.laid;
    const here = last?.from === from && last.to === to && last.width === width;
    const inside = here ? last.inside : this.index.within(from - air, to + air, this.data.laneOf, this.lanes.length);
    const few = inside.reduce((sum, places) => sum + places.length, 0) <= FEW_IN_ALL;
    const grows = (lane) => few || (this.opened?.lane === lane && to - from <= this.opened.span * 1.5);
    const own = this.data.laneOf[this.placeOfSelected];
    const laid = this.lanes.map(({ rows, folded }, lane) => {
      const places = inside[lane];
      if (folded) return { marks: [], counts: [], rows: 0, folded: places };
      const options = { width, rows: this.rows?.[lane] ?? rows, most: this.rows?.[lane] ?? (grows(lane) ? FEW : Math.max(2, rows)),
        selected: this.selected, dates: !phone, longest: phone ? 20 : 30 };
      // A choice changes the lanes of the two events that it is about; the others stay as they are.
      const before = here && last.lanes[lane];
      if (before && before.asked.rows === options.rows && before.asked.most === options.most
        && (last.selected === this.selected || (lane !== own && lane !== last.own))) return before;
      const one = places.length > CROWDED ? layCrowd(this.index, places, [from, to], this.ruler, options)
        : layLane(Array.from(places, (at) => unitOf(this.data.events[at], at, X, width)).filter((u) => u.visible), this.ruler, options);
      return { ...one, asked: options };
    });
    this.laid = { from, to, width, inside, own, selected: this.selected, lanes: laid };
    return laid;
  }

  draw() {
    const width = this.width;
    if (!width || !this.data) return;
    const active = this.over.getRootNode().activeElement;
    const focused = this.over.contains(active) ? active : null;
    const phone = width < PHONE;
    const [from, to] = this.window;
    const X = (year) => ((year - from) / (to - from)) * width;
    const ticks = ticksOf(from, to, width, phone ? 46 : 64);
    const laid = this.lay(this.window, width);
    const { ruler } = this;
    const top = periodsHeight(this.periods);
    const lanes = stacked(this.lanes, laid.map((lane) => lane.rows), top);
    const last = lanes[lanes.length - 1];
    const height = last ? last.top + last.height : top;
    const y = (lane, row) => lanes[lane].top + LANE_HEAD + row * LANE_ROW + LANE_ROW / 2;
    const marks = laid.flatMap((one, lane) => one.marks.map((m) => ({
      ...m, lane, y: y(lane, m.row), labelY: m.label ? y(lane, m.label.row) : 0 })));
    const counts = laid.flatMap((one, lane) => one.counts.map((c) => ({
      ...c, lane, y: y(lane, c.row), places: c.places || c.units.map((u) => u.index) })));
    if (this.size !== `${width} ${height}`) this.resize(width, height);
    redraw(this.under, [...periodBands(this.periods, this.window, width, top, height), gridOf(ticks, X, width, height),
      ...marks.filter((m) => m.unit.event.id === this.selected).map(highlight)]);
    redraw(this.ground, [
      ...periodBars(this.periods, this.window, width, ruler),
      ...lanes.map((lane) => laneHead(lane, width, ruler)),
      ...laid.map((one, lane) => one.folded && shape("g", { key: `density ${lanes[lane].key}` },
        densityOf(this.index, one.folded, this.window, lanes[lane].top + LANE_HEAD - 2, width, this.selected))),
      axisOfTicks(ticks, X, width, height, ruler)]);
    this.drawn = new Map();
    redraw(this.marks, this.inOrder(marks, counts, width));
    this.heads.draw(lanes);
    if (!this.plain && !forced()) this.plotSoon({ from, to, width, height, marks, selected: this.selected, colours: this.colours });
    this.rove(focused);
    this.onDraw?.();
  }

  resize(width, height) {
    this.size = `${width} ${height}`;
    for (const [layer, tall] of [[this.under, height], [this.over, height + AXIS]]) {
      layer.setAttribute("width", width);
      layer.setAttribute("height", tall);
      layer.setAttribute("viewBox", `0 0 ${width} ${tall}`);
    }
    this.host.style.height = `${height + AXIS}px`;
  }

  /**
   * Plotly follows when the window has come to rest: drawing anew takes it longer than a frame. Until then the firm marks
   * are those of our SVG, which look the same.
   */
  plotSoon(view) {
    this.host.classList.remove("plotted");
    clearTimeout(this.plotting);
    this.plotting = setTimeout(() => {
      if (drawPlot(this.plot, view)) this.host.classList.add("plotted");
    }, REST);
  }

  /** Marks and counts from left to right, which is the order of the keyboard. */
  inOrder(marks, counts, width) {
    const all = [
      ...marks.map((m) => ({ at: this.index.first[m.unit.index], draw: () => this.mark(m, width) })),
      ...counts.map((c) => ({ at: c.from ?? this.index.first[c.places[0]], draw: () => this.count(c) })),
    ];
    return all.sort((a, b) => a.at - b.at).map((one) => one.draw());
  }

  /** What a click on a mark or a count does; the second click of a double one goes to the event. */
  clicked(click) {
    const name = click.target.closest?.("[data-mark]")?.getAttribute("data-mark");
    const { event, places } = this.drawn.get(name) || {};
    if (places) this.open(this.drawn.get(name));
    else if (event && click.detail === 2) this.fitTo(event);
    else if (event) this.onPick(event.id, "chart");
  }

  mark(m, width) {
    const { event, left, right, drawn } = m.unit;
    const on = event.id === this.selected;
    const label = m.label;
    this.drawn.set(event.id, { event });
    // All shapes stand beside the mark's begin where that is in sight, so that a window that moves just moves them.
    const x = drawn[0].p > -400 && drawn[0].p < width + 400 ? hundredth(drawn[0].p) : 0;
    // Inside the window, so that the frame of the focus is seen on all sides.
    const from = Math.max(2, Math.min(left, label && label.row === m.row ? label.x : Infinity) - 5);
    const to = Math.min(width - 2, Math.max(right, label && label.row === m.row ? label.x + label.width : -Infinity) + 5);
    const room = Math.max(0, 24 - (to - from)) / 2;
    const found = (text) => (this.data.sought?.length && !this.plain
      ? withFound(text, this.data.sought, (part) => shape("tspan", { class: "found" }, part)) : text);
    return shape("g", { key: event.id, class: on ? "mark on" : "mark", role: "button", tabindex: "-1", "data-mark": event.id,
      "aria-pressed": on ? "true" : "false", "aria-label": spoken(event), transform: standing(x, m.y) },
    shape("rect", { key: "hit", class: "hit", x: from - room - x, y: -LANE_ROW / 2, width: to - from + 2 * room, height: LANE_ROW, rx: 4 }),
    label && label.row !== m.row && shape("rect", { key: "below", class: "hit", x: label.x - 4 - x, y: m.labelY - m.y - LANE_ROW / 2,
      width: label.width + 8, height: LANE_ROW, rx: 4 }),
    shapesOf(event, besidePlace(drawn, x), on, [-x, width - x]),
    label && shape("text", { key: "label", class: "label", transform: standing(label.x - x, m.labelY - m.y + 5), "font-size": this.fontSize },
      shape("tspan", { class: "name" }, found(label.text)),
      label.date && shape("tspan", { class: "date", dx: 6 }, label.date)));
  }

  count(c) {
    const total = c.places.length;
    const id = (at) => this.data.events[at].id;
    const name = `count-${id(c.places[0])}`;
    this.drawn.set(name, c);
    const when = (most) => c.places.slice(0, most).map((at) => this.data.events[at].when).join(", ");
    const words = c.from !== undefined ? windowWords(c.from, c.to) : total > 6 ? `${when(6)} and more` : when(6);
    const holds = c.units && c.places.map(id).join(" ");  // of a crowded lane it would be hundreds, anew in each frame
    return shape("g", { key: c.from === undefined ? name : `cell ${c.lane} ${c.from} ${c.to}`, class: "count", role: "button", tabindex: "-1",
      "data-mark": name, "aria-label": `${grouped(total)} events: ${words}. Opens them.`, "data-holds": holds, transform: standing(c.x, c.y) },
    shape("rect", { class: "hit", x: -c.size / 2 - 3, y: -13, width: c.size + 6, height: 26, rx: 6 }),
    shape("rect", { class: "pill", x: -c.size / 2, y: -10, width: c.size, height: 20, rx: 10 }),
    shape("text", { y: 4.5, "text-anchor": "middle" }, this.wordsOfCount(c.places)));
  }

  /**
   * Opens a count: goes to the window of just its events if they come apart there, else chooses the first of them,
   * which then is a mark of its own. The count's lane may grow from here on, until the window widens again. Of a
   * crowded lane the window is the stretch of time that the count stands for.
   */
  open({ places, lane, from: begin, to: end }) {
    let [from, to] = [begin ?? Infinity, end ?? -Infinity];
    if (begin === undefined) {
      for (const at of places) [from, to] = [Math.min(from, this.index.first[at]), Math.max(to, this.index.last[at])];
    }
    const pad = Math.max((to - from) * (begin === undefined ? 0.12 : 0.02), DAY);
    const aim = clampWindow([from - pad, to + pad], this.all);
    const narrower = aim[1] - aim[0] < (this.window[1] - this.window[0]) * 0.9;
    const held = new Set(places);
    const together = (c) => (c.places || c.units.map((u) => u.index)).filter((at) => held.has(at)).length === held.size;
    const first = this.data.events[places[0]].id;
    this.follow = first;
    this.rows = null;
    this.opened = { lane, span: aim[1] - aim[0] };
    if (narrower && !this.lay(aim, this.width)[lane].counts.some(together)) this.go(aim);
    else this.onPick(first, "chart");
  }

  marksNow() {
    return [...this.over.querySelectorAll("[data-mark]")];
  }

  /**
   * One mark is in the order of tabs: the focused, or the first of the count that was opened; else the selected, else
   * the first. `focused` is what had the focus before marks were drawn anew.
   */
  rove(focused) {
    const marks = this.marksNow();
    const nameOf = (mark) => mark.getAttribute("data-mark");
    const find = (name) => marks.find((mark) => nameOf(mark) === name);
    const holds = (id) => marks.find((mark) => this.drawn.get(nameOf(mark)).places?.some((at) => this.data.events[at].id === id));
    const own = focused?.hasAttribute("data-mark") && focused;
    const again = own && ((this.follow && (find(this.follow) || holds(this.follow))) || (own.isConnected ? own : find(nameOf(own))));
    if (!this.aim) this.follow = null;
    this.stopAt(again || find(this.selected) || marks[0]);
    if (!own || again === own) return;
    (again || this.over).focus({ preventScroll: true });
  }

  /** Makes a mark the one at which the Tab key stops. */
  stopAt(mark) {
    if (this.stop === mark) return;
    this.stop?.setAttribute("tabindex", "-1");
    this.stop = mark;
    mark?.setAttribute("tabindex", "0");
  }
}

/** An event in words, for those who hear the chart. */
const spoken = keptFor((event) => {
  const differ = event.differ.length ? ` Articles differ: ${event.differ.map((d) => d.when).join(", ")}.` : "";
  const standing = STANDING_SAYS[event.status] ? ` ${STANDINGS[event.status]}.` : "";
  return `${capital(event.when)}: ${event.headline}.${standing} ${count(event.weight, "article", "articles")}.${differ}`;
});
