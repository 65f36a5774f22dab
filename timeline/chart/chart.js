// The chart: lanes, words, fades, axis and hit areas as SVG above and below what Plotly draws. Each frame is drawn
// from the window alone; the window is the only thing that zooming changes.

const LANE_HEAD = 24;
const LANE_ROW = 26;
const AXIS = 52;
const PHONE = 560;
const REST = 60;         // milliseconds without a motion after which Plotly draws
const OUTSIDE = 60;      // pixels beside the window from which a mark may reach into it
const HELD = CROWDED;    // events of a count that its element names: all of a lane that is not crowded
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
    this.plain = false;  // drawn without Plotly, for pictures and paper
    this.widths = new Map();
    this.pen = document.createElement("canvas").getContext("2d");
    this.fades = fadesOf();
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
    const span = this.window[1] - this.window[0];
    const [begin, end] = [from ?? to - span, to ?? from + span];
    const pad = Math.max((end - begin) * 0.04, DAY / 2);
    this.go([begin - pad, end + pad]);
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

  ruler(text, strong) {
    const key = (strong ? "s" : "n") + this.fontSize + text;
    if (!this.widths.has(key)) {
      this.pen.font = `${strong ? 600 : 400} ${this.fontSize}px ${this.font}`;
      this.widths.set(key, this.pen.measureText(text).width + 1);
    }
    return this.widths.get(key);
  }

  /** Kept between frames, since to ask for it lays the page out; `resized` asks again. */
  get width() {
    this.wide = this.wide || Math.round(this.host.clientWidth);
    return this.wide;
  }

  resized() {
    this.wide = 0;
    this.draw();
  }

  /** The lanes as they look in a window: what layLane gives for each, layCrowd for a crowded one. */
  lay([from, to], width) {
    const phone = width < PHONE;
    const X = (year) => ((year - from) / (to - from)) * width;
    const air = (OUTSIDE * (to - from)) / width;
    const inside = this.index.within(from - air, to + air, this.data.laneOf, this.lanes.length);
    const few = inside.reduce((sum, places) => sum + places.length, 0) <= FEW_IN_ALL;
    const grows = (lane) => few || (this.opened?.lane === lane && to - from <= this.opened.span * 1.5);
    const ruler = (text, strong) => this.ruler(text, strong);
    return this.lanes.map(({ rows, folded }, lane) => {
      const places = inside[lane];
      if (folded) return { marks: [], counts: [], rows: 0, folded: places };
      const options = { width, rows: this.rows?.[lane] ?? rows, most: this.rows?.[lane] ?? (grows(lane) ? FEW : Math.max(2, rows)),
        selected: this.selected, dates: !phone, longest: phone ? 20 : 30 };
      if (places.length > CROWDED) return layCrowd(this.index, places, [from, to], ruler, options);
      return layLane(places.map((at) => unitOf(this.data.events[at], at, X, width)).filter((u) => u.visible), ruler, options);
    });
  }

  draw() {
    const width = this.width;
    if (!width || !this.data) return;
    const style = getComputedStyle(this.host);
    const focused = this.over.getRootNode().activeElement?.getAttribute?.("data-mark");
    this.font = style.fontFamily;
    const phone = width < PHONE;
    this.fontSize = phone ? 13 : 14;
    const [from, to] = this.window;
    const X = (year) => ((year - from) / (to - from)) * width;
    const ticks = ticksOf(from, to, width, phone ? 46 : 64);
    const laid = this.lay(this.window, width);
    const top = periodsHeight(this.periods);
    const lanes = stacked(this.lanes, laid.map((lane) => lane.rows), top);
    const last = lanes[lanes.length - 1];
    const height = last ? last.top + last.height : top;
    const y = (lane, row) => lanes[lane].top + LANE_HEAD + row * LANE_ROW + LANE_ROW / 2;
    const marks = laid.flatMap((one, lane) => one.marks.map((m) => ({
      ...m, lane, y: y(lane, m.row), labelY: m.label ? y(lane, m.label.row) : 0 })));
    const counts = laid.flatMap((one, lane) => one.counts.map((c) => ({
      ...c, lane, y: y(lane, c.row), places: c.places || c.units.map((u) => u.index) })));
    for (const [layer, tall] of [[this.under, height], [this.over, height + AXIS]]) {
      layer.setAttribute("width", width);
      layer.setAttribute("height", tall);
      layer.setAttribute("viewBox", `0 0 ${width} ${tall}`);
    }
    this.host.style.height = `${height + AXIS}px`;
    this.under.replaceChildren(...periodBands(this.periods, this.window, width, top, height), gridOf(ticks, X, width, height), ...marks.filter((m) => m.unit.event.id === this.selected).map(highlight));
    this.over.replaceChildren(
      this.fades,
      ...periodBars(this.periods, this.window, width, (t, strong) => this.ruler(t, strong)),
      ...lanes.map((lane) => laneHead(lane, width, (t, strong) => this.ruler(t, strong))),
      ...laid.flatMap((one, lane) => (one.folded ? densityOf(this.index, one.folded, this.window, lanes[lane].top + LANE_HEAD - 2, width, this.selected) : [])),
      axisOfTicks(ticks, X, width, height, (t, strong) => this.ruler(t, strong)),
      ...this.inOrder(marks, counts, width));
    this.heads.draw(lanes);
    this.colours = this.colours || coloursOf(style);
    if (!this.plain) this.plotSoon({ from, to, width, height, marks, selected: this.selected, colours: this.colours });
    this.rove(focused);
    this.onDraw?.();
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

  mark(m, width) {
    const { event, left, right } = m.unit;
    const on = event.id === this.selected;
    const label = m.label;
    // Inside the window, so that the frame of the focus is seen on all sides.
    const from = Math.max(2, Math.min(left, label && label.row === m.row ? label.x : Infinity) - 5);
    const to = Math.min(width - 2, Math.max(right, label && label.row === m.row ? label.x + label.width : -Infinity) + 5);
    const middle = (left + right) / 2;
    const room = Math.max(0, 24 - (to - from)) / 2;
    // The second click of a double one goes to the event.
    const pick = (click) => (click.detail === 2 ? this.fitTo(event) : this.onPick(event.id, "chart"));
    return s("g", { class: on ? "mark on" : "mark", role: "button", tabindex: "-1", "data-mark": event.id,
      "data-middle": middle, "aria-pressed": on ? "true" : "false", "aria-label": spoken(event), onclick: pick },
    s("rect", { class: "hit", x: from - room, y: m.y - LANE_ROW / 2, width: to - from + 2 * room, height: LANE_ROW, rx: 4 }),
    label && label.row !== m.row && s("rect", { class: "hit", x: label.x - 4, y: m.labelY - LANE_ROW / 2,
      width: label.width + 8, height: LANE_ROW, rx: 4 }),
    ...shapesOf(m, on, width, this.plain),
    label && s("text", { class: "label", x: label.x, y: m.labelY + 5, "font-size": this.fontSize },
      s("tspan", { class: "name" }, label.text),
      label.date && s("tspan", { class: "date", dx: 6 }, label.date)));
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

  count(c) {
    const total = c.places.length;
    const events = c.places.slice(0, HELD).map((at) => this.data.events[at]);
    const stretch = c.from === undefined ? "" : windowWords(c.from, c.to);
    const words = stretch || (total > 6 ? `${events.slice(0, 6).map((e) => e.when).join(", ")} and more`
      : events.map((e) => e.when).join(", "));
    const group = s("g", { class: "count", role: "button", tabindex: "-1", "data-mark": `count-${events[0].id}`,
      "aria-label": `${grouped(total)} events: ${words}. Opens them.`,
      "data-holds": events.map((e) => e.id).join(" "), onclick: () => this.open(c) },
    s("rect", { class: "hit", x: c.x - c.size / 2 - 3, y: c.y - 13, width: c.size + 6, height: 26, rx: 6 }),
    s("rect", { class: "pill", x: c.x - c.size / 2, y: c.y - 10, width: c.size, height: 20, rx: 10 }),
    s("text", { x: c.x, y: c.y + 4.5, "text-anchor": "middle" }, `+${grouped(total)}`));
    group.places = c.places;
    return group;
  }

  marksNow() {
    return [...this.over.querySelectorAll("[data-mark]")];
  }

  /** One mark is in the order of tabs: the focused, or the first of the count that was opened; else the selected, else the first. */
  rove(focused) {
    const marks = this.marksNow();
    const find = (id) => marks.find((m) => m.getAttribute("data-mark") === id);
    const holds = (id) => marks.find((m) => m.places?.some((at) => this.data.events[at].id === id));
    const again = focused && ((this.follow && (find(this.follow) || holds(this.follow))) || find(focused));
    if (!this.aim) this.follow = null;
    const stop = again || find(this.selected) || marks[0];
    stop?.setAttribute("tabindex", "0");
    if (again) again.focus({ preventScroll: true });
    else if (focused) this.over.focus({ preventScroll: true });
  }
}

/** The colours that Plotly needs, as values: it knows no CSS variables. */
function coloursOf(style) {
  return Object.fromEntries(["page", "mark", "hl", "hlink"].map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

/** The lanes with the rows that each always has, by its number of events; a lane that is alone has more. */
function lanesOf({ heads }) {
  return heads.map((head) => ({ ...head,
    rows: heads.length === 1 ? Math.max(1, Math.min(FEW, head.total)) : head.total > (heads.length > 5 ? 2 : 1) ? 2 : 1 }));
}

/** The lanes one below the other, each with as many rows as it has now. */
function stacked(lanes, rows, begin) {
  let top = begin;
  return lanes.map((lane, i) => {
    const placed = { ...lane, top, height: LANE_HEAD + rows[i] * LANE_ROW + 8 };
    top += placed.height;
    return placed;
  });
}

/** Line and name of a lane. The name has its own ground, so that no line of the grid runs through it. */
function laneHead({ name, total, top }, width, ruler) {
  const wide = ruler(name, true) + ruler(grouped(total), false) + 14;
  return s("g", { class: "lane", "aria-hidden": "true" },
    s("rect", { class: "ground", x: 0, y: top + 1, width: wide, height: LANE_HEAD - 3 }),
    s("line", { x1: 0, x2: width, y1: top + 0.5, y2: top + 0.5 }),
    s("text", { x: 5, y: top + 17 }, s("tspan", { class: "name" }, name), s("tspan", { dx: 5, class: "dim" }, grouped(total))));
}

/** An event in words, for those who hear the chart. */
function spoken(event) {
  const differ = event.differ.length ? ` Articles differ: ${event.differ.map((d) => d.when).join(", ")}.` : "";
  return `${capital(event.when)}: ${event.headline}. ${count(event.weight, "article", "articles")}.${differ}`;
}

function gridOf(ticks, X, width, height) {
  const lines = ticks.minor.map((tick) => Math.round(X(tick.at)) + 0.5).filter((x) => x >= 0 && x <= width);
  return s("path", { class: "grid-lines", d: lines.map((x) => `M${x} 0V${height}`).join("") });
}

function axisOfTicks(ticks, X, width, top, ruler) {
  const group = s("g", { class: "axis", "aria-hidden": "true" });
  group.append(s("line", { class: "base", x1: 0, x2: width, y1: top + 0.5, y2: top + 0.5 }));
  let taken = -Infinity;
  const cell = ticks.minor.length > 1 ? X(ticks.minor[1].at) - X(ticks.minor[0].at) : width;
  const short = ticks.minor.some((tick) => tick.short && ruler(tick.words, false) + 10 > cell);
  for (const tick of ticks.minor) {
    const x = Math.round(X(tick.at)) + 0.5;
    if (x >= 0 && x <= width) group.append(s("line", { class: "base", x1: x, x2: x, y1: top, y2: top + 5 }));
    const middle = X(tick.middle);
    const words = short ? tick.short : tick.words;
    const half = ruler(words, false) / 2;
    if (middle - half < 0 || middle + half > width || middle - half < taken + 10) continue;
    taken = middle + half;
    group.append(s("text", { class: "minor", x: middle, y: top + 20, "text-anchor": "middle" }, words));
  }
  ticks.major.forEach((tick, i) => {
    const next = ticks.major[i + 1];
    const left = X(tick.at);
    const begin = Math.max(0, left);
    const end = next ? Math.min(width, X(next.at)) : width;
    if (end <= 0 || begin >= width) return;
    if (left > 0) {
      const x = Math.round(left) + 0.5;
      group.append(s("line", { class: "edge", x1: x, x2: x, y1: top + 29, y2: top + 47 }));
    }
    if (end - begin < ruler(tick.words, true) + 14) return;
    group.append(s("text", { class: "major", x: left > 0 ? begin + 8 : 2, y: top + 43 }, tick.words));
  });
  return group;
}
