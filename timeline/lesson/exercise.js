// An exercise, card after card: asked, judged, explained by its sentence, then what is worth reading again.

class Exercise {
  constructor(root, { deck, place, board, languages }) {
    this.languages = languages;
    this.deck = deck;
    this.place = place;
    this.kept = new Kept(deck.code);
    this.board = board ? new Sending(board, (id) => this.keep({ told: [...(this.state.told ?? []), id] })) : null;
    this.cards = new Map(deck.cards.map((card) => [card.id, card]));
    this.main = h("main", { class: "pane" });
    root.append(this.main);
    document.title = deck.title;
    this.state = this.kept.state;
    this.start();
  }

  /** Where one begins. What the class board has counted stays counted, however often one begins anew. */
  fresh() { return { round: 1, queue: this.deck.cards.map((card) => card.id), at: 0, answers: {}, tries: {}, free: {}, told: this.state?.told ?? [] }; }

  begin() {
    this.state = this.fresh();
    this.keep({});
    this.go();
  }

  keep(change) {
    Object.assign(this.state, change);
    this.kept.write(this.state);
  }

  show(...parts) {
    this.asking?.leave?.();
    this.asking = null;
    this.main.replaceChildren(...parts.flat().filter(Boolean));
    scrollTo(0, 0);
  }

  /** The first page: what it is, how many cards, and the way in. */
  start() {
    const { deck } = this;
    const begun = this.state && this.state.queue.every((id) => this.cards.has(id));
    this.show(
      this.top(null),
      h("h1", {}, deck.title),
      h("p", { class: "sub" }, t("exercise.cards", { count: deck.cards.length })),
      h("p", { class: "sub" }, t("exercise.private")),
      this.languages ? h("nav", { class: "languages", "aria-label": t("exercise.language") }, Object.entries(this.languages).map(([code, name]) =>
        h("a", { href: `?${new URLSearchParams({ deck: deck.code, lang: code })}`, lang: code, "aria-current": code === deck.language ? "true" : null }, name))) : null,
      h("div", { class: "acts" },
        begun ? this.main_(t("exercise.go-on"), () => this.go()) : this.main_(t("exercise.begin"), () => this.begin()),
        begun ? h("button", { type: "button", class: "btn quiet", onclick: () => this.begin() }, t("exercise.begin-anew")) : null));
  }

  main_(words, onclick) { return h("button", { type: "button", class: "btn go", onclick }, words); }

  /** The line above: which card of how many, in words and as a row of strokes, and the code. */
  top(at) {
    const total = this.state?.queue.length || 0;
    return h("div", { class: "top" },
      at === null ? null : h("span", {}, t("exercise.card-of", { at: at + 1, total })),
      at === null ? null : h("span", { class: "strokes", "aria-hidden": "true" }, Array.from({ length: Math.min(total, 20) }, (_, n) =>
        h("i", { class: n < ((at + 1) / total) * Math.min(total, 20) ? "done" : "" }))),
      h("span", { class: "code" }, t("exercise.code", { code: this.deck.code })));
  }

  get card() { return this.cards.get(this.state.queue[this.state.at]); }

  go() {
    if (this.state.at < this.state.queue.length) this.ask();
    else this.turn();
  }

  ask() {
    const { card } = this;
    const check = this.main_(t(isOpen(card) ? "exercise.done" : "exercise.check"), () => this.check());
    const ready = () => check.setAttribute("aria-disabled", `${!this.asking.ready}`);
    const asking = askingFor(card, ready);
    const heading = h("h1", { tabindex: "-1", id: "prompt" }, card.prompt);
    this.hints = h("div", { class: "hints", role: "status" });
    const hint = card.hints.length || card.tip ? h("button", { type: "button", class: "btn quiet", onclick: () => {
      hint.hidden = true;
      this.hints.replaceChildren(h("h2", {}, t("exercise.hint")), card.tip ? h("p", {}, card.tip) : "",
        ...card.hints.map((one) => h("figure", { class: "proof" }, quoted(one.pieces, one.language), h("figcaption", {}, saidIn(one.language, one.title)))));
    } }, t("exercise.show-hint")) : null;
    this.manner = h("p", { class: "sub" }, manner(card));
    this.below = h("div", {});
    this.acts = h("div", { class: "acts" }, hint, check);
    this.show(this.top(this.state.at), heading, card.quote.length ? quoted(card.quote, card.quote_language) : null,
      this.manner, asking.host, card.free ? this.writing(card) : null, this.hints, this.below, this.acts);
    this.asking = asking;
    const given = this.state.answers[card.id];
    if (given !== undefined && this.state.checked === card.id) {
      asking.answer = given;
      this.explain(this.verdictOn(card, given));
    } else ready();
    heading.focus({ preventScroll: true });
  }

  /** A question to be answered in one's own words: nobody judges it, and it stays on this device. */
  writing(card) {
    const asked = card.free === card.prompt;  // then the heading is the label
    const box = h("textarea", { id: `free-${card.id}`, rows: 4, "aria-labelledby": asked ? "prompt" : null, oninput: () => this.keep({ free: { ...this.state.free, [card.id]: box.value } }) });
    box.value = this.state.free[card.id] || "";
    return h("div", { class: "field" }, asked ? null : h("label", { for: box.id }, card.free), box, h("p", { class: "help" }, t("exercise.free-stays")));
  }

  check() {
    if (!this.asking.ready) {
      this.below.replaceChildren(h("p", { class: "problem", role: "alert" }, t("exercise.answer-first")));
      return;
    }
    const { card } = this;
    const answer = this.asking.answer;
    const verdict = this.verdictOn(card, answer);
    const tries = [...(this.state.tries[card.id] || []), { right: verdict.right, points: verdict.points, of: verdict.of }];
    this.keep({ answers: { ...this.state.answers, [card.id]: answer }, tries: { ...this.state.tries, [card.id]: tries }, checked: card.id });
    if (tries.length === 1 && !verdict.open && !this.state.told?.includes(card.id)) this.board?.tell(card.id, answer);
    this.explain(verdict);
  }

  /** Nobody judges what has no answers to choose from. */
  verdictOn(card, answer) { return isOpen(card) ? { right: true, points: 0, of: 0, open: true, wrong: [] } : judge(card, answer); }

  explain(verdict) {
    const { card } = this;
    this.asking.lock(card.slots.length || card.tiles.length || card.line ? verdict : card.solution);
    const heading = h("h2", { class: verdict.right ? "right" : "wrong", tabindex: "-1" },
      verdict.open ? t("exercise.written") : [h("span", { "aria-hidden": "true" }, verdict.right ? "✓ " : "✗ "), t(`verdict.${verdict.why}`)]);
    const points = this.deck.settings.points && !verdict.open ? h("p", { class: "sub" }, t("exercise.points", { points: verdict.points, of: verdict.of })) : null;
    this.hints.replaceChildren();
    this.manner.remove();
    this.below.replaceChildren(...[heading, points, ...solutionOf(card, this.place, "h3")].filter(Boolean));
    const last = this.state.at + 1 === this.state.queue.length;
    this.acts.replaceChildren(this.main_(t(last ? "exercise.to-result" : "exercise.next"), () => {
      this.keep({ at: this.state.at + 1, checked: null });
      this.go();
    }));
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: "center", behavior: still() ? "auto" : "smooth" });
  }

  lastTry(id) { return this.state.tries[id]?.at(-1); }

  /** After a round: the cards that went wrong come again, as often as the teacher wished; then the result. */
  turn() {
    const again = this.state.queue.filter((id) => !this.lastTry(id)?.right);
    if (again.length && this.state.round < this.deck.settings.rounds) this.nextRound(again);
    else this.result();
  }

  nextRound(again) {
    const heading = h("h1", { tabindex: "-1" }, t("exercise.next-round", { round: this.state.round + 1 }));
    this.show(this.top(null), heading, h("p", { class: "sub" }, t("exercise.come-again", { count: again.length })),
      h("div", { class: "acts" }, this.main_(t("exercise.go-on"), () => this.repeat(again))));
    heading.focus();
  }

  repeat(ids) {
    this.keep({ round: this.state.round + 1, queue: ids, at: 0, checked: null });
    this.go();
  }

  result() {
    const { deck, state } = this;
    const first = deck.cards.map((card) => Boolean(state.tries[card.id]?.[0]?.right));
    const open = deck.cards.filter((card) => !this.lastTry(card.id)?.right);
    const went = deck.cards.map((card, n) => (isOpen(card) ? "open" : first[n] ? "right" : "wrong"));
    const sum = (what) => deck.cards.reduce((total, card) => total + (state.tries[card.id]?.[0]?.[what] || 0), 0);
    const wrote = deck.cards.filter((card) => card.free && state.free[card.id]?.trim());
    const heading = h("h1", { tabindex: "-1" }, t("result.heading"));
    const missed = deck.cards.filter((card, n) => !first[n]);
    this.show(this.top(null), heading,
      h("p", { class: "sum" }, scoreOf(went)),
      deck.settings.points ? h("p", { class: "sub" }, t("exercise.points", { points: sum("points"), of: sum("of") })) : null,
      receiptPart(deck.code, receiptOf(deck.code, first), went, { served: Boolean(this.board) }),
      missed.length ? [h("h2", {}, t("result.again")), h("ol", { class: "again" }, missed.map((card) => h("li", {},
        h("h3", {}, card.prompt), card.quote.length ? quoted(card.quote, card.quote_language) : null, solutionOf(card, this.place, "h4"))))]
        : h("p", { class: "sub" }, t("result.all-right")),
      wrote.length ? [h("h2", {}, t("result.wrote")), ...wrote.map((card) => h("div", { class: "wrote" }, h("p", { class: "dim" }, card.free), h("p", {}, state.free[card.id])))] : null,
      h("div", { class: "acts" },
        h("button", { type: "button", class: "btn quiet", onclick: () => this.begin() }, t("exercise.begin-anew")),
        open.length ? this.main_(t("result.repeat", { count: open.length }), () => this.repeat(open.map((card) => card.id))) : null));
    heading.focus({ preventScroll: true });
  }
}

LESSONS.exercise = Exercise;
