// A tour before the lesson: its words, its steps in their order, with notes, questions and what is hidden first.

const HIDDEN = ["date", "headline", "source"];

const TAKES = ".tour-words :is(input, textarea), .stops :is(input, textarea, button), .adding :is(select, button)";

class Touring {
  constructor(page, lesson) {
    this.page = page;
    this.lesson = lesson;
    this.events = new Map(lesson.events.map((event) => [event.id, event]));
    this.tour = structuredClone(lesson.tour);
    this.list = h("ol", { class: "stops" });
    this.voice = h("p", { class: "unseen", role: "status", "aria-live": "polite" });
    this.state = h("p", { class: "dim", role: "status" });
    this.parts = [this.head(), ...page.desk.readsOnly(t("teach.reads-tour")), forClass(page, `tour=${lesson.code}`, t("teach.tour-class")), this.words(), h("section", { class: "deck" }, h("h2", {}, t("teach.stops")), this.list, this.adding()), this.voice];
    this.draw();
    if (page.desk.reads) for (const part of this.parts) for (const one of part.querySelectorAll(TAKES)) one.disabled = true;
  }

  leave() {
    clearTimeout(this.due);
    if (this.changed) this.keep();
  }

  head() {
    const { lesson, page } = this;
    return h("div", {}, way(page.address({}), { class: "back" }, icon("m5 1-4 4 4 4", 6, 10), t("teach.back")),
      pageHead(`${t("teach.kind-tour")} ${lesson.code}`, t("teach.tour-look"),
        // With its opener the new window has the word for editing, which leading a class needs.
        h("a", { class: "btn go", href: `/?tour=${lesson.code}&as=lead`, target: "_blank", rel: "opener" }, t("teach.present")),
        h("a", { class: "btn", href: `/timeline/desk/lesson/${lesson.code}/paper`, target: "_blank", rel: "noopener" }, t("teach.on-paper")),
        h("a", { class: "btn", href: `/timeline/class/${lesson.code}/file`, download: "" }, t("teach.save-file"))), this.state);
  }

  words() {
    const put = (name) => (event) => this.change(() => { this.tour[name] = event.target.value; });
    const title = field(t("teach.title"), { value: this.tour.title, maxlength: 200, oninput: put("title") });
    const opening = area(t("teach.tour-opening"), { value: this.tour.opening, rows: 2, maxlength: 1000, oninput: put("opening") });
    const closing = area(t("teach.tour-closing"), { value: this.tour.closing, rows: 2, maxlength: 1000, oninput: put("closing") });
    return h("section", { class: "tour-words" }, title.host, opening.host, closing.host);
  }

  /** A change is kept a moment later, with those that follow at once. */
  change(act) {
    act();
    this.changed = this.touched = true;  // from here on the tour as it stands in this window is the newest
    clearTimeout(this.due);
    this.due = setTimeout(() => this.keep(), 600);
  }

  /** Keeps the tour, one state after the other; what could not be kept is, with the next change or when the page is left. */
  keep() {
    return this.keeping = (this.keeping || Promise.resolve()).then(async () => {
      if (!this.changed) return;
      this.changed = false;
      try {
        await tell(`lesson/${this.lesson.code}/tour`, { tour: this.tour });
        this.state.textContent = t("teach.kept");
      } catch (error) {
        this.changed = true;
        this.page.desk.says(error.message);
      }
    });
  }

  draw() { this.list.replaceChildren(...this.tour.stops.map((stop, n) => this.stop(stop, n))); }

  stop(stop, n) {
    const event = this.events.get(stop.event);
    const name = event ? event.headline : stop.event;
    const put = (what) => (change) => this.change(() => { stop[what] = change.target.value; });
    const move = (step, words) => h("button", { type: "button", class: "btn quiet", disabled: n + step < 0 || n + step >= this.tour.stops.length, "aria-label": `${words}: ${name}`, onclick: () => this.move(n, step) }, words);
    const hide = HIDDEN.map((what) => h("label", { class: "check" }, h("input", { type: "checkbox", checked: stop.hide.includes(what), onchange: (change) => this.change(() => {
      stop.hide = HIDDEN.filter((one) => (one === what ? change.target.checked : stop.hide.includes(one)));
    }) }), h("span", {}, t(`teach.hide-${what}`))));
    return h("li", { class: "deck-card" }, h("p", { class: "dim" }, [`${n + 1}`, event?.when].filter(Boolean).join(" · ")), h("h3", { tabindex: "-1" }, name),
      h("div", { class: "stop-fields" }, area(t("teach.stop-question"), { value: stop.question, rows: 2, maxlength: 500, oninput: put("question") }).host,
        area(t("teach.stop-note"), { value: stop.note, rows: 2, maxlength: 4000, oninput: put("note") }).host),
      h("fieldset", { class: "hides" }, h("legend", {}, t("teach.hide")), hide),
      h("div", { class: "acts" }, move(-1, t("teach.earlier")), move(1, t("teach.later")),
        quiet(t("teach.leave-out"), () => this.remove(n), { "aria-label": `${t("teach.leave-out")}: ${name}`, disabled: this.tour.stops.length === 1 })));
  }

  focus(n) { this.list.children[Math.min(n, this.tour.stops.length - 1)]?.querySelector("h3").focus(); }

  move(n, step) {
    this.change(() => this.tour.stops.splice(n + step, 0, ...this.tour.stops.splice(n, 1)));
    this.draw();
    this.focus(n + step);
    this.voice.textContent = t("exercise.order-moved", { card: this.list.children[n + step].querySelector("h3").textContent, place: n + step + 1, of: this.tour.stops.length });
  }

  remove(n) {
    const stop = this.tour.stops[n];
    const event = this.events.get(stop.event)?.headline ?? stop.event;
    this.change(() => this.tour.stops.splice(n, 1));
    this.draw();
    this.focus(n);
    this.page.desk.says(t("teach.left-out", { event }), () => this.bringBack(stop, n));
  }

  async bringBack(stop, n) {
    const open = this.page.inside;  // drawn anew since, perhaps with later changes
    const editor = open instanceof Touring && open.lesson.code === this.lesson.code ? open : this;
    editor.change(() => editor.tour.stops.splice(n, 0, stop));
    clearTimeout(editor.due);
    await editor.keep();
  }

  adding() {
    const events = choiceField(t("teach.add-event"), this.lesson.events.map((one) => [one.id, t("exercise.event", { date: one.when, event: one.headline })]), "");
    return h("div", { class: "adding" }, events.host, button(t("teach.add"), () => {
      this.change(() => this.tour.stops.push({ event: events.input.value, note: "", question: "", hide: [] }));
      this.draw();
      this.focus(this.tour.stops.length - 1);
    }));
  }
}
