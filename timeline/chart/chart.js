// The chart: lanes, words, fades, axis and hit areas as SVG above and below what Plotly draws. Each frame is drawn
// from the window alone; the window is the only thing that zooming changes.

const LANE_HEAD = 24;
const LANE_ROW = 26;
const AXIS = 52;
const PHONE = 560;
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
    listenToGestures(this);
    listenToKeys(this);
  }

  show(data, all) {
    this.data = data;
    this.lanes = lanesOf(data);
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

  get width() {
    return Math.round(this.host.clientWidth);
  }

  /** The lanes as they look in a window: what layLane gives for each. */
  lay([from, to], width) {
    const phone = width < PHONE;
    const X = (year) => ((year - from) / (to - from)) * width;
    const units = this.data.events.map((event, i) => unitOf(event, i, X, width)).filter((u) => u.visible);
    const grows = (lane) => units.length <= FEW_IN_ALL
      || (this.opened?.lane === lane && to - from <= this.opened.span * 1.5);
    const of = (lane) => units.filter((u) => this.data.laneOf[u.index] === lane);
    return this.lanes.map(({ rows, folded }, lane) => (folded ? { marks: [], counts: [], rows: 0, folded: of(lane) } : layLane(
      of(lane), (t, strong) => this.ruler(t, strong),
      { width, rows: this.rows?.[lane] ?? rows, most: this.rows?.[lane] ?? (grows(lane) ? FEW : Math.max(2, rows)), selected: this.selected, dates: !phone, longest: phone ? 20 : 30 })));
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
    const lanes = stacked(this.lanes, laid.map((lane) => lane.rows));
    const last = lanes[lanes.length - 1];
    const height = last ? last.top + last.height : 0;
    const y = (lane, row) => lanes[lane].top + LANE_HEAD + row * LANE_ROW + LANE_ROW / 2;
    const marks = laid.flatMap((one, lane) => one.marks.map((m) => ({
      ...m, lane, y: y(lane, m.row), labelY: m.label ? y(lane, m.label.row) : 0 })));
    const counts = laid.flatMap((one, lane) => one.counts.map((c) => ({ ...c, lane, y: y(lane, c.row) })));
    for (const [layer, tall] of [[this.under, height], [this.over, height + AXIS]]) {
      layer.setAttribute("width", width);
      layer.setAttribute("height", tall);
      layer.setAttribute("viewBox", `0 0 ${width} ${tall}`);
    }
    this.host.style.height = `${height + AXIS}px`;
    this.under.replaceChildren(gridOf(ticks, X, width, height), ...marks.filter((m) => m.unit.event.id === this.selected).map(highlight));
    this.over.replaceChildren(
      fadesOf(),
      ...lanes.map((lane) => laneHead(lane, width, (t, strong) => this.ruler(t, strong))),
      ...laid.flatMap((one, lane) => (one.folded ? densityOf(one.folded, lanes[lane].top + LANE_HEAD - 2, width, this.selected) : [])),
      axisOfTicks(ticks, X, width, height, (t, strong) => this.ruler(t, strong)),
      ...this.inOrder(marks, counts, width));
    this.heads.draw(lanes);
    this.colours = this.colours || coloursOf(style);
    if (!this.plain) this.plotSoon({ from, to, width, height, marks, selected: this.selected, colours: this.colours });
    this.rove(focused);
    this.onDraw?.();
  }

  /** Plotly follows at once where the window moved, else after the next paint: a choice shows its sentence first. */
  plotSoon(view) {
    const last = this.plotted;
    const moved = !last || last.from !== view.from || last.to !== view.to || last.width !== view.width;
    this.waiting = view;
    const now = () => {
      if (this.waiting !== view) return;
      this.waiting = null;
      if (drawPlot(this.plot, view)) this.plotted = view;
    };
    if (moved) now();
    else requestAnimationFrame(() => setTimeout(now, 16));
  }

  /** Marks and counts from left to right, which is the order of the keyboard. */
  inOrder(marks, counts, width) {
    const all = [
      ...marks.map((m) => ({ at: m.unit.event.marks[0].a ?? m.unit.event.marks[0].b, draw: () => this.mark(m, width) })),
      ...counts.map((c) => ({ at: reach(c.units[0].event)[0], draw: () => this.count(c) })),
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
    const pick = () => this.onPick(event.id, "chart");
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
   * which then is a mark of its own. The count's lane may grow from here on, until the window widens again.
   */
  open(events, lane) {
    const reaches = events.map(reach);
    const from = Math.min(...reaches.map((r) => r[0]));
    const to = Math.max(...reaches.map((r) => r[1]));
    const pad = Math.max((to - from) * 0.12, DAY);
    const aim = clampWindow([from - pad, to + pad], this.all);
    const narrower = aim[1] - aim[0] < (this.window[1] - this.window[0]) * 0.9;
    const together = ({ units }) => events.every((event) => units.some((u) => u.event === event));
    this.follow = events[0].id;
    this.rows = null;
    this.opened = { lane, span: aim[1] - aim[0] };
    if (narrower && !this.lay(aim, this.width)[lane].counts.some(together)) this.go(aim);
    else this.onPick(events[0].id, "chart");
  }

  count(c) {
    const events = c.units.map((u) => u.event);
    const has = events.some((e) => e.id === this.selected);
    const words = c.units.length > 6 ? events.slice(0, 6).map((e) => e.when).join(", ") + " and more"
      : events.map((e) => e.when).join(", ");
    return s("g", { class: has ? "count on" : "count", role: "button", tabindex: "-1", "data-mark": `count-${events[0].id}`,
      "aria-label": `${events.length} events: ${words}. Opens them.`,
      "data-holds": events.map((e) => e.id).join(" "), onclick: () => this.open(events, c.lane) },
    s("rect", { class: "hit", x: c.x - c.size / 2 - 3, y: c.y - 13, width: c.size + 6, height: 26, rx: 6 }),
    s("rect", { class: "pill", x: c.x - c.size / 2, y: c.y - 10, width: c.size, height: 20, rx: 10 }),
    s("text", { x: c.x, y: c.y + 4.5, "text-anchor": "middle" }, `+${events.length}`));
  }

  marksNow() {
    return [...this.over.querySelectorAll("[data-mark]")];
  }

  /** One mark is in the order of tabs: the focused, or the first of the count that was opened; else the selected, else the first. */
  rove(focused) {
    const marks = this.marksNow();
    const find = (id) => marks.find((m) => m.getAttribute("data-mark") === id);
    const holds = (id) => marks.find((m) => m.getAttribute("data-holds")?.split(" ").includes(id));
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
function stacked(lanes, rows) {
  let top = 0;
  return lanes.map((lane, i) => {
    const placed = { ...lane, top, height: LANE_HEAD + rows[i] * LANE_ROW + 8 };
    top += placed.height;
    return placed;
  });
}

/** Line and name of a lane. The name has its own ground, so that no line of the grid runs through it. */
function laneHead({ name, total, top }, width, ruler) {
  const wide = ruler(name, true) + ruler(total.toLocaleString("en"), false) + 14;
  return s("g", { class: "lane", "aria-hidden": "true" },
    s("rect", { class: "ground", x: 0, y: top + 1, width: wide, height: LANE_HEAD - 3 }),
    s("line", { x1: 0, x2: width, y1: top + 0.5, y2: top + 0.5 }),
    s("text", { x: 5, y: top + 17 }, s("tspan", { class: "name" }, name), s("tspan", { dx: 5, class: "dim" }, total.toLocaleString("en"))));
}

/** First and last instant that an event's marks name; an open side ends where its limit stands. */
function reach(event) {
  const edges = event.marks.flatMap((m) => [m.a, m.b]).filter((x) => x !== null);
  return [Math.min(...edges), Math.max(...edges)];
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
