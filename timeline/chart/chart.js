// The chart: lanes, words, fades, axis and hit areas as SVG above and below what Plotly draws. Each frame is drawn
// from the window alone; the window is the only thing that zooming changes.

const LANE_HEAD = 24;
const LANE_ROW = 26;
const AXIS = 52;
const PHONE = 560;
const CALM = 120;        // milliseconds without a motion after which its picture gives way to elements
const OUTSIDE = 60;      // pixels beside the window from which a mark may reach into it
const FEW_IN_ALL = 24;  // events in the window up to which every lane may grow beyond the rows that it always has

class Chart {
  constructor({ onPick, onWindow }) {
    this.onPick = onPick;
    this.onWindow = onWindow;
    this.under = s("svg", { class: "layer", "aria-hidden": "true" });
    this.plot = h("div", { class: "plot", "aria-hidden": "true" });
    this.over = s("svg", { class: "layer over", role: "group", tabindex: "0", "aria-describedby": "summary-of-chart" });
    this.picture = new MovingPicture();
    this.rest = new Rest(this);
    this.heads = new LaneHeads(this.over);
    this.summary = h("p", { class: "unseen", id: "summary-of-chart" });
    this.host = h("section", { class: "chart" }, this.under, this.plot, this.over, this.picture.host, this.heads.host, this.summary);
    this.window = [0, 1];
    this.selected = null;
    this.wordsOfCount = (places) => `+${grouped(places.length)}`;
    this.plain = false;  // drawn without Plotly, for pictures and paper
    this.pen = document.createElement("canvas").getContext("2d");
    this.ground = s("g");  // what lies below the marks
    this.marks = s("g");
    this.drawn = new Map();  // what each mark and count that is drawn now stands for, by its name
    // What hands meet in a motion: the elements are where they were before it.
    this.veil = s("rect", { class: "hit", width: "100%", height: "100%", hidden: true });
    this.over.append(fadesOf(), this.ground, this.marks, this.veil);
    this.over.addEventListener("click", (click) => this.clicked(click));
    this.host.addEventListener("pointerdown", () => this.settle(), { capture: true });
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
    this.kept = null;
    this.opened = null;
    this.laid = null;
    this.window = clampWindow(this.window, this.all);
    if (!this.plain) this.summary.textContent = summaryOf(data);
    this.over.setAttribute("aria-label", `Timeline, ${count(data.events.length, "event", "events")}. `
      + "Tab goes to an event, arrows then from one to the next; plus and minus zoom, 0 shows all.");
  }

  /** Goes to a window at once, or in a quarter of a second where motion is welcome. */
  go(to, { smooth = true, kind = "step" } = {}) {
    const aim = clampWindow(to, this.all);
    cancelAnimationFrame(this.frame);
    this.aim = aim;  // what a next step counts from, however far the picture has come
    this.rows = this.kept;
    if (!smooth || still()) {
      this.window = aim;
      this.aim = null;
      this.draw({ moving: kind === "drift" });
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
      this.draw({ moving: k < 1 });
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

  /** Lanes keep the height that they have, so that what lies below the chart stands still while a hand holds it. */
  keepRows() {
    this.kept = this.lay(this.window, this.width).map((lane) => lane.rows);
  }

  /** Lanes take the height that the window asks for. */
  freeRows() {
    [this.kept, this.rows] = [null, null];
    this.draw();
  }

  /** Ends a motion where it is. */
  halt() {
    cancelAnimationFrame(this.frame);
    this.aim = null;
    this.rows = null;
  }

  /** Nothing is drawn, or measured ahead, any more. */
  leave() {
    this.halt();
    this.restNot();
  }

  /** Takes back what was to be done once the window rests. */
  restNot() {
    cancelAnimationFrame(this.next);
    clearTimeout(this.calming);
    this.rest.end();
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
    this.picture.restyled();
  }

  /** Takes the look of the page, and the size of letters that the width asks for. */
  dress(width) {
    const size = width < PHONE ? 13 : 14;
    if (this.style && this.fontSize === size) return;
    this.style = getComputedStyle(this.host);
    this.fontSize = size;
    this.wording = { dates: width >= PHONE, longest: width < PHONE ? 20 : 30 };
    this.ruler = rulerOf(this.pen, this.style.fontFamily, size);
    this.namer = namerOf(this.ruler, width - BESIDE_NAME);
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
        selected: this.selected, ...this.wording };
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

  /** Draws the window: of a motion that goes on a picture, else the elements that hands, keys and screen readers reach. */
  draw({ moving = false } = {}) {
    const { width } = this;
    if (!width || !this.data) return;
    this.moving = moving;
    const active = this.over.getRootNode().activeElement;
    const focused = this.over.contains(active) ? active : null;
    const { under, ground, marks, counts, lanes, height } = this.view(this.window, width);
    this.host.style.height = `${height + AXIS}px`;
    if (this.host.classList.contains("plotted")) this.host.classList.remove("plotted");
    this.heads.draw(lanes);
    if (this.veil.hasAttribute("hidden") === moving) this.veil.toggleAttribute("hidden");
    this.restNot();
    if (moving) {
      this.focused = focused?.matches(":focus-visible") ? focused.getAttribute("data-mark") : null;
      this.picture.paint([...under, ...ground, ...this.inOrder(marks, counts, width)], width, height + AXIS, this.colours.page);
      // Counted from the next frame on: however long frames take, a motion that goes on isn't interrupted.
      this.next = requestAnimationFrame(() => { this.calming = setTimeout(() => this.settle(), CALM); });
    } else {
      this.drawn = new Map();
      if (this.size !== `${width} ${height}`) this.resize(width, height);
      redraw(this.under, under);
      redraw(this.ground, ground);
      redraw(this.marks, this.inOrder(marks, counts, width));
      this.picture.hide();
      if (!this.plain) {
        const [from, to] = this.window;
        this.rest.begin({ from, to, width, height, marks, selected: this.selected, colours: this.colours });
      }
      this.rove(focused);
    }
    this.onDraw?.();
  }

  /**
   * What a window shows: the shapes `under` and above (`ground`) what Plotly draws; `marks` and `counts`, which become
   * shapes in the order of the keyboard (inOrder); the `lanes` where they stand, and how high they are all together.
   */
  view(shown, width) {
    const [from, to] = shown;
    const X = (year) => ((year - from) / (to - from)) * width;
    const ticks = ticksOf(from, to, width, width < PHONE ? 46 : 64);
    const laid = this.lay(shown, width);
    const { ruler } = this;
    const top = periodsHeight(this.periods);
    const lanes = stacked(this.lanes, laid.map((lane) => lane.rows), top, this.namer);
    const last = lanes[lanes.length - 1];
    const height = last ? last.top + last.height : top;
    const y = (lane, row) => lanes[lane].top + LANE_HEAD + row * LANE_ROW + LANE_ROW / 2;
    const marks = laid.flatMap((one, lane) => one.marks.map((m) => ({
      ...m, lane, y: y(lane, m.row), labelY: m.label ? y(lane, m.label.row) : 0 })));
    const counts = laid.flatMap((one, lane) => one.counts.map((c) => ({
      ...c, lane, y: y(lane, c.row), places: c.places || c.units.map((u) => u.index) })));
    const under = [...periodBands(this.periods, shown, width, top, height), gridOf(ticks, X, width, height),
      ...marks.filter((m) => m.unit.event.id === this.selected).map(highlight)];
    const nothing = last && !marks.length && !counts.length && !laid.some((one) => one.folded?.length);
    const ground = [
      nothing && shape("text", { key: "nothing", class: "nothing", transform: standing(width / 2, lanes[0].top + LANE_HEAD + LANE_ROW),
        "text-anchor": "middle" }, "No event in this time"),
      ...periodBars(this.periods, shown, width, ruler),
      ...lanes.map((lane) => laneHead(lane, width, ruler)),
      ...laid.flatMap((one, lane) => (one.folded ? [shape("g", { key: `density ${lanes[lane].key}` },
        densityOf(this.index, one.folded, shown, lanes[lane].top + LANE_HEAD - 2, width, this.selected))] : [])),
      axisOfTicks(ticks, X, width, height, ruler)].filter(Boolean);
    return { under, ground, marks, counts, lanes, height };
  }

  /** Ends the picture of a motion: what it showed last becomes elements. */
  settle() {
    if (this.moving) this.draw();
  }

  resize(width, height) {
    this.size = `${width} ${height}`;
    for (const [layer, tall] of [[this.under, height], [this.over, height + AXIS]]) {
      layer.setAttribute("width", width);
      layer.setAttribute("height", tall);
      layer.setAttribute("viewBox", `0 0 ${width} ${tall}`);
    }
  }

  /** Paints a part of the window as a motion to it would, where nobody sees it; nothing is another afterwards. */
  paintUnseen(part) {
    const { laid, width } = this;
    const [from, to] = this.window;
    const [middle, half] = [(from + to) / 2, (part * (to - from)) / 2];
    this.moving = true;
    const { under, ground, marks, counts } = this.view([middle - half, middle + half], width);
    this.picture.put([...under, ...ground, ...this.inOrder(marks, counts, width)]);
    this.moving = false;
    this.laid = laid;  // a choice lays only the lanes that it changes
  }

  /** Marks and counts from left to right, which is the order of the keyboard. */
  inOrder(marks, counts, width) {
    const all = [
      ...marks.map((m) => ({ at: this.index.first[m.unit.index], draw: () => markShape(this, m, width) })),
      ...counts.map((c) => ({ at: c.from ?? this.index.first[c.places[0]], draw: () => countShape(this, c) })),
    ];
    return all.sort((a, b) => a.at - b.at).map((one) => one.draw());
  }

  /** What a click on a mark or a count does; the second click of a double one goes to the event. */
  clicked(click) {
    // Where the hand went down on a picture, the element is there since.
    const below = () => click.detail && this.over.getRootNode().elementFromPoint(click.clientX, click.clientY);
    const at = click.target.closest("[data-mark]") || below()?.closest("[data-mark]");
    const name = at?.getAttribute("data-mark");
    const { event, places } = this.drawn.get(name) || {};
    if (places) this.open(this.drawn.get(name));
    else if (event && click.detail === 2) this.fitTo(event);
    else if (event) this.onPick(event.id, "chart");
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
