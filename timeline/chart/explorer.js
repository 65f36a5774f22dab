// The explorer: one selection and one window, shown by chart, overview, card, table, reader and address alike.
// A choice answers at once, here; the server is told afterwards.

const EXPECTED_AFTER = 250;  // milliseconds of rest after which details of what is in sight are asked for
const TOLD_EVERY = 50;  // milliseconds of a motion after which strip and caption follow it: each frame would cost a third more
const ALL_EXPECTED_AFTER = 1500;  // and after the first view, those of all events of a collection that isn't large

class Explorer {
  constructor(root) {
    this.root = root;
    this.tell = () => {};
    this.why = true;
    this.chart = new Chart({
      onPick: (id, from) => this.pick(id, { from }),
      onWindow: (_, kind) => {
        this.remember(kind);
        if (kind === "step") this.sayWindow();
      },
    });
    this.overview = new Overview(this.chart);
    this.finding = new Finding({ onChange: (push) => this.filter(push), onStep: (by) => this.toFound(by),
      years: () => this.chart.aim || this.chart.window });
    this.chart.heads.onFold = (key) => this.finding.fold(key);
    this.chart.heads.onOthers = () => this.finding.arrange({ opened: true });
    this.chart.onDraw = () => {
      const now = performance.now();
      if (!this.chart.moving) this.told = null;
      else if (now - (this.told ??= now) < TOLD_EVERY) return;
      else this.told = now;
      this.overview.draw();
      this.caption.draw();
      this.expectSoon();
    };
    this.caption = new Caption(this.chart);
    this.years = h("div", { class: "years-row" });
    this.keyPlace = h("div");
    this.card = h("aside", { class: "card", "aria-label": "The selected event" });
    this.says = h("p", { class: "unseen", role: "status", "aria-live": "polite" });
    this.bar = h("div", { class: "bar-place" });
    this.head = h("div", { class: "head" });
    this.notice = h("p", { class: "problem notice", role: "status" });
    this.peek = h("button", { class: "peek", type: "button", onclick: () => this.toCard() });
    this.nothing = h("div");
    this.view = h("section", { class: "main", "aria-label": "Timeline" }, this.head, this.notice, this.nothing, this.chart.host, this.overview.host, this.caption.host, this.years, h("div", { class: "reading-help" }, this.keyPlace, legend()));
    this.reading = new Reading(this);
    this.table = new Twin({ onPick: (id) => this.pick(id, { from: "table" }), onOrder: () => this.remember("step"), says: (words) => { this.says.textContent = words; } });
    this.twin = this.table.host;
    root.append(skipping(this), this.bar, this.finding.host, h("div", { class: "wrap grid" }, this.view, this.reading.host, this.card, this.twin), this.peek, this.says);
    this.onKey = (event) => this.key(event);
    this.onHistory = () => this.fromAddress();
    document.addEventListener("keydown", this.onKey);
    window.addEventListener("popstate", this.onHistory);
    // Words are measured once: anew where their letters came later than they did.
    this.onLetters = () => {
      this.chart.restyled();
      this.chart.draw();
    };
    document.fonts.addEventListener("loadingdone", this.onLetters);
    this.sizes = new ResizeObserver(() => this.chart.resized());
    this.sizes.observe(this.chart.host);
    // Below the chart the card may be out of sight: a bar at the foot of the window then says what was chosen.
    this.sight = new IntersectionObserver(([seen]) => this.peek.classList.toggle("needless", seen.isIntersecting),
      { rootMargin: "0px 0px -200px 0px" });
    this.sight.observe(this.card);
    this.card.addEventListener("scroll", () => { this.scrolled = true; }, { passive: true });
    this.settle = () => {};  // does at once what a choice leaves for after its frame
    this.stopPrinting = listenToPrinting(this);
  }

  leave() {
    this.settle();
    this.chart.leave();
    document.removeEventListener("keydown", this.onKey);
    window.removeEventListener("popstate", this.onHistory);
    document.fonts.removeEventListener("loadingdone", this.onLetters);
    this.sizes.disconnect();
    this.sight.disconnect();
    this.stopPrinting();
    clearTimeout(this.later);
    clearTimeout(this.soon);
    clearTimeout(this.saying);
    clearTimeout(this.expecting);
    clearTimeout(this.expectingAll);
    this.finding.leave();
  }

  show(packed) {
    const data = unpacked(packed);
    const again = this.data?.key === data.key;  // somebody changed it: who reads it is left where they are
    if (again) this.remembered();
    data.changed = () => this.anew();
    this.data = data;
    this.root.classList.toggle("bare", !data.events.length);
    this.byId = new Map(data.events.map((e) => [e.id, e]));
    const index = indexOf(data.events);
    this.all = wholeOf(index);
    this.chart.ends = endsOf(index) || this.all;
    const gaps = gapsOf(index, this.all);
    this.chart.scale = stripScale(this.all, gaps, marginsOf(index, this.all, gaps));
    this.home = withAir(denseOf(index)) || this.all;
    this.finding.show(data, again);
    this.kept = null;
    this.selected = null;
    this.drawBar();
    this.finding.side.replaceChildren(account(data, () => this.account()));
    this.head.replaceChildren(heading(data), zoomTools(this.chart), saveMenu(this));
    this.years.replaceChildren(yearsForm(data, (stretch) => this.toYears(stretch)),
      h("button", { type: "button", class: "to-selected", onclick: () => this.chart.fitTo(this.byId.get(this.selected)) }, "Selected event"));
    this.keyPlace.replaceChildren(keyOfMarks("key", data.events));
    this.table.show(data,
      ...leftovers(data, (document_, mention_, opener) => this.reading.read(mention_, opener)),
      h("p", { class: "sum" }, `Every date in the text is accounted for: ${accountOf(data.counts)}.`));
    if (again) this.reading.stale = Boolean(this.reading.open);
    else this.reading.close();
    this.fromAddress();
    clearTimeout(this.expectingAll);
    this.expectingAll = setTimeout(() => expectAll(data, (first, total) => this.data === data && this.finding.arrived(first, total)), ALL_EXPECTED_AFTER);
    // Reading five megabytes of script holds the page for a second: the marks, which don't need it, come first.
    if (!data.plotly) return;  // in a file of its own it does without
    afterPaint(() => loadPlotly(data.plotly).then(
      () => this.chart.draw(),
      () => this.twin.prepend(h("p", { class: "remark" }, "The marks of days could not be drawn: Plotly.js did not load. The table shows every event."))));
  }

  /** The bar, which stays as it is where nothing in it changed: somebody may be typing in its field. */
  drawBar(data = this.data) {
    const { choices, key, home, ways } = data;
    const said = JSON.stringify([choices, key, home, ways]);
    if (said === this.bar.said) return;
    this.bar.said = said;
    const focused = this.root.getRootNode().activeElement;
    const within = this.bar.contains(focused);
    this.bar.replaceChildren(topBar(data, (id) => this.change(id), this.finding.field));
    if (within) (focused.isConnected ? focused : this.bar.querySelector("select"))?.focus({ preventScroll: true });
  }

  /** Has the address hold what was typed and shown last: it is shown from there when the data come anew. */
  remembered() {
    const { page, collection } = addressNow();
    if (!this.data || page || (collection && collection !== this.data.key)) return;  // on the way to somewhere else
    this.settle();
    this.finding.typed();
    clearTimeout(this.later);
    writeAddress(this.state(), false);
  }

  /** Has the page told what the server has by now. */
  anew() {
    this.remembered();
    window.dispatchEvent(new PopStateEvent("popstate", { state: null }));
  }

  /** Takes selection, window and open article from the address; what it does not hold stays as it was or begins. */
  fromAddress() {
    if (!this.data) return;
    const address = addressNow();
    // The server answers with another collection; of one that does not exist nothing in the address holds.
    const offered = (id) => this.data.choices.some((c) => c.id === id);
    if (address.collection && address.collection !== this.data.key) {
      if (!this.kept) this.keep();
      if (offered(address.collection)) return;
      Object.assign(address, { event: null, read: null, sort: "", window: null, find: [] });
    }
    this.notify(...emptiness(this.data), ...wrongIn(address, (id) => this.byId.has(id), this.all));
    this.chart.halt();
    this.finding.take(address.find);
    this.table.take(orderFrom(address.sort) || IN_TIME);
    this.keep();
    this.chart.window = clampWindow(address.window && !isBeside(address.window, this.all) ? address.window : this.home, this.all);
    const best = this.byId.get(address.event) || this.byId.get(this.selected)
      || firstChoice(this.kept.events, this.chart.window) || firstChoice(this.data.events, this.chart.window);
    this.inAddress = this.byId.has(address.event);
    this.select(best ? best.id : null);
    this.chart.draw();
    if (address.read && (address.read !== this.reading.open || this.reading.stale)) this.reading.show(address.read);
    else if (!address.read && this.reading.open) this.reading.close();
  }

  /** Says what is the matter, above the chart; nothing to say takes it away. */
  notify(...sentences) {
    this.notice.textContent = sentences.join(" ");
  }

  state() {
    const [from, to] = this.chart.aim || this.chart.window;
    const [first, last] = this.home;
    const home = Math.abs(from - first) + Math.abs(to - last) < (last - first) * 1e-6;
    return {
      collection: this.data.key,
      event: this.inAddress ? this.selected : null,
      read: this.reading.open || null,
      sort: orderInAddress(this.table.order),
      window: home ? null : [from, to],
      find: this.finding.pairs(),
    };
  }

  /** To typed years, of which a side may be open; says what keeps it from there, or nothing. */
  toYears([from, to]) {
    const [first, last] = this.all;
    if (isBeside([from, to], this.all)) return `holds no event: all are from ${windowWords(...this.chart.ends)}`;
    this.chart.fitStretch([from ?? Math.min(first, to), to ?? Math.max(last, from)]);
    return "";
  }

  // Search, filters and lanes

  /** Takes the events that remain to the chart and the table; the window stays as it is. */
  keep() {
    const before = this.kept;
    this.kept = this.finding.view();
    const { events, sought } = this.kept;
    this.chart.show(this.kept, this.all);
    this.finding.draw(this.kept);
    const none = this.finding.on && !events.length;
    this.nothing.replaceChildren(!this.data.events.length ? wayToArticles(this.data, (id, opener) => this.reading.read(id, opener))
      : none ? nothingFound(this.finding) : "");
    for (const part of [this.view, this.twin]) part.classList.toggle("none", none);
    const same = before && JSON.stringify(before.sought) === JSON.stringify(sought)
      && before.events.length === events.length && before.events.every((event, i) => event === events[i]);
    if (!same) this.table.draw(none ? null : this.kept);
  }

  /** After a choice of search, filters or lanes: all that stays where it can. `push` makes a step of history; null none. */
  filter(push) {
    if (this.reading.open) {
      const typing = this.root.getRootNode().activeElement;
      this.reading.close();
      typing?.focus({ preventScroll: true });
    }
    this.keep();
    if (push !== null) this.fresh = true;
    this.select(this.selected || firstChoice(this.kept.events, this.chart.window)?.id || null);
    this.chart.draw();
    this.remember(push ? "step" : "drift");
    clearTimeout(this.saying);
    this.saying = setTimeout(() => { this.says.textContent = this.finding.remaining(); }, 500);
  }

  /** To the first of what was found, then to the next. */
  toFound(by) {
    const { events } = this.kept;
    if (!events.length || !this.finding.on) return;
    if (this.fresh) this.pick(events[by > 0 ? 0 : events.length - 1].id);
    else this.step(by);
    this.fresh = false;
  }

  /** The data in which an event is counted: what remains, or everything where it is left out. */
  among(event) {
    return this.kept.events.includes(event) ? this.kept : this.data;
  }

  /** A step of the window is a step of history; a drift of wheel or hand is written once it has come to rest. */
  remember(kind) {
    clearTimeout(this.later);
    this.later = setTimeout(() => writeAddress(this.state(), kind === "step"), kind === "step" ? 0 : 250);
  }

  /** Tells who hears the page, once the window rests, which years a key or a button has led to. */
  sayWindow() {
    clearTimeout(this.saying);
    this.saying = setTimeout(() => { this.says.textContent = this.caption.words(); }, 500);
  }

  /** Shows an event everywhere; `from` is where the choice was made. The card and the mark come first. */
  pick(id, { from } = {}) {
    if (!this.byId.has(id)) return;
    this.settle();
    this.notify();
    clearTimeout(this.later);
    this.inAddress = true;
    this.select(id);
    const event = this.byId.get(id);
    if (!this.chart.reveal(event, { smooth: false, kind: "drift" })) this.chart.draw();
    clearTimeout(this.later);
    clearTimeout(this.saying);
    const { events } = this.among(event);
    this.settle = afterFrame(() => {
      writeAddress(this.state(), true);
      this.says.textContent = `${events.indexOf(event) + 1} of ${events.length}: ${event.when}, ${event.headline}`;
      if (from === "table" && this.card.getBoundingClientRect().bottom < 80) this.card.scrollIntoView({ block: "start" });
    });
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.tell("selected", id), 300);
  }

  /**
   * Asks for the details of what is likely to be chosen next: the neighbours, and the marks in sight once they rest. A
   * choice doesn't put it off: who goes quickly from mark to mark would wait for each that came into sight meanwhile.
   */
  expectSoon() {
    if (this.chart.moving) {
      clearTimeout(this.expecting);
      this.expecting = null;
    }
    if (this.chart.moving || !this.data.source) return;
    this.expecting ??= setTimeout(() => {
      this.expecting = null;
      const { events } = this.kept;
      const at = this.chart.placeOfSelected;
      const beside = at < 0 ? [] : [events[at + 1], events[at - 1]].filter(Boolean);
      const likely = [...beside, ...[...this.chart.drawn.values()].map(({ event }) => event).filter(Boolean)];
      for (let i = 0; i < likely.length; i += BLOCK) expectDetails(this.data, likely.slice(i, i + BLOCK));
    }, EXPECTED_AFTER);
  }

  select(id) {
    if (id !== this.selected) this.allQuotes = false;
    this.selected = id;
    this.chart.selected = id;
    this.drawCard();
    this.table.mark(id);
    if (this.reading.article) markInReader(this.reading.article, id);
  }

  /** The card of the selected event; where its sentences are still at the server it is drawn again once they are here. */
  drawCard() {
    const chosen = this.byId.get(this.selected);
    const coming = chosen && needDetails(this.data, chosen);
    this.card.toggleAttribute("aria-busy", Boolean(coming));
    coming?.then(() => chosen.id === this.selected && this.drawCard(), () => this.missing());
    const inside = this.root.getRootNode().activeElement;
    const label = this.card.contains(inside) ? inside.getAttribute("aria-label") : null;
    this.card.replaceChildren(...card(this.among(chosen), chosen, {
      open: this.why,
      all: this.allQuotes,
      onStep: (by) => this.step(by),
      onRead: (document_, mention_, opener) => this.reading.read(mention_, opener),
      onArticle: (index, opener) => this.reading.read(this.data.documents[index].id, opener),
      onPick: (id) => this.pick(id),
      onFilter: (key, words) => this.finding.change(key, [words]),
      says: (words) => { this.says.textContent = words; },
      onWhy: (open) => { this.why = open; },
      onAll: () => {
        this.allQuotes = true;
        this.drawCard();
        this.card.querySelectorAll("[data-read]")[QUOTES_AT_FIRST]?.focus();
      },
    }));
    if (chosen && this.among(chosen) !== this.kept) this.card.querySelector(".nav").after(leftOut(() => this.finding.reveal(chosen)));
    if (this.kept.sought.length) for (const text of this.card.querySelectorAll("h2, blockquote")) markFound(text, this.kept.sought);
    if (this.carded !== chosen && this.scrolled) this.card.scrollTop = this.scrolled = 0;  // to set it lays the page out
    this.carded = chosen;
    this.peek.hidden = !chosen;
    if (chosen) this.peek.replaceChildren(h("span", { class: "when" }, capital(chosen.short)), h("span", { class: "name" }, chosen.headline),
      icon("m1 1 6.5 6.5L14 1", 15, 9));
    if (label) [...this.card.querySelectorAll("button")].find((b) => b.getAttribute("aria-label") === label)?.focus();
  }

  /** Says that the server gave no answer, where the answer would have stood. */
  missing() {
    this.card.removeAttribute("aria-busy");
    this.card.append(h("p", { class: "remark", role: "status" }, "The sentences could not be fetched: the server does not answer. Choose the event again when it does."));
  }

  toCard() {
    this.card.scrollIntoView({ block: "start", behavior: still() ? "instant" : "smooth" });
    this.card.querySelector("h2")?.focus({ preventScroll: true });
  }

  /** To the next or previous of the events that remain, also from one that is left out; past the last to the first. */
  step(by) {
    const { events } = this.kept;
    if (!events.length) return;
    const own = this.byId.get(this.selected)?.number ?? -1;
    const from = firstOf(events.length, (i) => events[i].number >= own);
    const at = by > 0 && events[from]?.number === own ? from + 1 : by > 0 ? from : from - 1;
    this.pick(events[(at + events.length) % events.length].id);
    if (this.reading.open) this.reading.toMention(this.reading.article?.querySelector(".fate.on")?.dataset.mention);
  }

  key(event) {
    if (!this.data || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.composedPath()[0];
    if (["INPUT", "SELECT", "TEXTAREA"].includes(target.tagName) || target.isContentEditable) return;
    if (event.key === "j") this.step(1);
    else if (event.key === "k") this.step(-1);
    else if (event.key === "/") this.finding.focus();
    else if (event.key === "n" && this.reading.open) this.reading.step(1);
    else if (event.key === "p" && this.reading.open) this.reading.step(-1);
    else if (event.key === "Escape" && this.reading.open) this.reading.back();
    else return;
    event.preventDefault();
  }

  /** Another collection: the address says which, and Streamlit follows the address when history moves. */
  change(id) {
    const url = new URL(location.href);
    for (const key of ["e", "view", "read", "sort", ...PAIR_KEYS]) url.searchParams.delete(key);
    url.searchParams.set("c", id);
    this.root.setAttribute("aria-busy", "true");
    history.pushState(null, "", url);
    window.dispatchEvent(new PopStateEvent("popstate", { state: null }));
  }

  /** To the list of what has no place on the axis. */
  account() {
    if (this.reading.open) this.reading.back();
    const list = this.twin.querySelector(".left");
    const goal = list || this.twin.querySelector(".sum");
    if (list) list.open = true;
    goal.scrollIntoView({ block: "start", behavior: still() ? "instant" : "smooth" });
    list?.querySelector("summary").focus({ preventScroll: true });
  }
}
