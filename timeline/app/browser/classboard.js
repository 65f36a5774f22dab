// The class board: how often each answer was given, without names; only while the teacher has it open.

const LOOK_AT_BOARD = 2000;  // ms

class ClassBoard {
  constructor(page, lesson) {
    this.page = page;
    this.lesson = lesson;
    this.open = lesson.board !== null;
    this.counts = lesson.board || {};
    this.turns = 0;
    this.state = h("p", {});
    this.turner = button("", () => this.turn({ open: !this.open }));
    this.emptier = quiet(t("board.empty-it"), () => this.turn({ open: true, clear: true }));
    this.answers = h("div", {});
    this.host = h("section", { class: "board" }, h("h2", {}, t("board.heading")), this.state,
      page.desk.reads ? null : h("div", { class: "acts" }, this.turner, this.emptier), this.answers);
    this.draw();
    this.looking = setInterval(() => this.look(), LOOK_AT_BOARD);
  }

  leave() { clearInterval(this.looking); }

  async look() {
    if (!this.open || document.hidden) return;
    const turns = this.turns;
    const answer = await fetch(`/timeline/class/${this.lesson.code}/board`).then((one) => (one.ok ? one.json() : null), () => null);
    if (!answer || turns !== this.turns || (answer.open && JSON.stringify(answer.counts) === JSON.stringify(this.counts))) return;
    this.open = answer.open;
    if (answer.open) this.counts = answer.counts;
    this.draw();
  }

  async turn(wish) {
    try {
      await tell(`lesson/${this.lesson.code}/board`, wish);
    } catch (error) {
      this.page.desk.says(error.message);
      return;
    }
    this.turns += 1;  // an answer on its way is of before
    this.open = wish.open;
    if (wish.clear) this.counts = {};
    this.draw();
    this.turner.focus();
  }

  draw() {
    const answered = this.lesson.deck.cards.filter((card) => this.counts[card.id]);
    this.state.textContent = t(this.open ? "board.open" : "board.closed");
    this.turner.textContent = t(this.open ? "board.close-it" : "board.open-it");
    this.emptier.hidden = !this.open || !answered.length;
    if (!this.open) this.answers.replaceChildren();
    else if (answered.length) this.answers.replaceChildren(h("ol", { class: "counts" }, answered.map((card) => this.counted(card))));
    else this.answers.replaceChildren(h("p", { class: "dim", role: "status" }, t("board.none")));
  }

  counted(card) {
    const counts = this.counts[card.id];
    const all = (counts.right || 0) + (counts.wrong || 0);
    const line = (words, n, good) => h("li", {}, h("span", { class: "counted-words" }, good ? "✓ " : "", words), h("b", {}, `${n}`),
      s("svg", { class: "counted-bar", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" },
        s("rect", { width: 100, height: 10, class: "ground" }), s("rect", { width: (n / all) * 100, height: 10, class: good ? "part good" : "part" })));
    return h("li", {}, h("h3", {}, card.prompt), h("p", { class: "dim" }, `${this.lesson.deck.cards.indexOf(card) + 1} · `, t("board.right-of", { right: counts.right || 0, count: all })),
      h("ul", {}, this.answersOf(card).filter(([id]) => counts[id]).map(([id, words, good]) => line(words, counts[id], good))));
  }

  /** What can be answered to a card: [id as it is counted, in words, whether it is right]. */
  answersOf(card) {
    if (card.tiles.length) return [["right", t("board.in-order"), true], ["wrong", t("board.out-of-order"), false]];
    if (card.line) return card.line.labels.map((label, n) => [`${n}`, label, n >= card.line.first && n <= card.line.last]);
    if (card.slots.length) return card.slots.flatMap((slot) => card.choices.map((choice) => [`${slot.id}=${choice.id}`, `${slot.label}${t("exercise.colon")}${choice.label}`, slot.right.includes(choice.id)]));
    return card.choices.map((choice) => [choice.id, choice.label, card.solution.includes(choice.id)]);
  }
}
