// An exercise before the lesson: its code and address for the class, its cards with their solutions and sentences, what
// can be changed, and what the class answered.

class Looking {
  constructor(page, lesson) {
    this.page = page;
    this.lesson = lesson;
    this.at = `lesson/${lesson.code}`;
    this.board = new ClassBoard(page, lesson);
    this.parts = [this.head(), this.forClass(), this.board.host, this.receipts(), this.unmade(), this.cards()].filter(Boolean);
  }

  leave() { this.board.leave(); }

  head() {
    const { lesson, page } = this;
    return h("div", {}, way(page.address({}), { class: "back" }, icon("m5 1-4 4 4 4", 6, 10), t("teach.back")),
      pageHead(`${t(`teach.kind-${lesson.kind}`)} ${lesson.code}`, t("teach.look-through"),
        h("a", { class: "btn go", href: `/?deck=${lesson.code}`, target: "_blank", rel: "noopener" }, t("teach.open")),
        h("a", { class: "btn", href: `/timeline/class/${lesson.code}/file`, download: "" }, t("teach.save-file"))));
  }

  /** Where a class finds it: the address, in letters that can be read from the last row. */
  forClass() {
    const { hosts } = this.page.given;
    const local = ["localhost", "127.0.0.1", "[::1]"].includes(location.hostname);
    const host = local ? hosts[0] && `${hosts[0]}:${location.port}` : location.host;
    const address = host && `${location.protocol}//${host}/?deck=${this.lesson.code}`;
    return h("section", { class: "for-class" }, h("h2", {}, t("teach.for-class")),
      address ? [h("p", { class: "class-address" }, address), h("div", { class: "acts" }, button(t("teach.copy"), async () => {
        await navigator.clipboard?.writeText(address);
        this.page.desk.says(t("teach.copied"));
      }))] : h("p", {}, t("teach.not-shared")),
      h("p", { class: "dim" }, t("teach.same-for-all")));
  }

  /** What a pupil shows after the exercise, read back. */
  receipts() {
    const told = h("p", { role: "status", class: "read-back" });
    const signs = field(t("teach.result"), { maxlength: 40, spellcheck: "false", oninput: () => { told.textContent = ""; } }, { help: t("teach.result-help") });
    const read = async (event) => {
      event.preventDefault();
      if (!signs.input.value.trim()) return;
      try {
        const { right } = await ask(`${this.at}/receipt?${new URLSearchParams({ signs: signs.input.value })}`);
        const missed = right.map((good, n) => (good ? 0 : n + 1)).filter(Boolean);
        told.textContent = t("result.right", { right: right.length - missed.length, total: right.length })
          + (missed.length ? `. ${t("teach.result-missed", { numbers: missed.join(", ") })}` : "");
      } catch (error) {
        told.textContent = error.status === 400 ? t("teach.result-wrong") : error.message;
      }
    };
    return h("form", { class: "receipts", onsubmit: read }, signs.host, h("button", { type: "submit", class: "btn" }, t("teach.result-read")), told);
  }

  unmade() {
    const { unmade } = this.lesson.deck;
    if (!unmade.length) return null;
    return h("section", { class: "unmade" }, h("h2", {}, t("teach.unmade")), h("ul", {}, unmade.map((one) =>
      h("li", {}, h("b", {}, `${t(`kinds.${one.kind}`)}: `), one.reason, one.instead.length ? ` ${t("teach.instead", { kinds: one.instead.map((kind) => t(`kinds.${kind}`)).join(", ") })}` : ""))));
  }

  cards() {
    const { deck } = this.lesson;
    return h("section", { class: "deck" }, h("h2", {}, t("exercise.cards", { count: deck.cards.length })),
      h("ol", {}, deck.cards.map((card, n) => this.card(card, n))));
  }

  card(card, n) {
    const { key, own } = this.page.given;
    const event = card.events[0];
    return h("li", { class: "deck-card", "data-id": card.id },
      h("p", { class: "dim" }, `${n + 1} · ${t(`kinds.${card.kind}`)}`),
      h("h3", {}, card.prompt), card.quote.length ? quoted(card.quote) : null,
      card.choices.length ? h("ul", { class: "deck-choices" }, card.choices.map((choice) => h("li", { class: card.solution.includes(choice.id) ? "right" : "" },
        card.solution.includes(choice.id) ? "✓ " : "", choice.label))) : null,
      h("div", { class: "solution" }, solutionOf(card, `/?c=${encodeURIComponent(key)}`)),
      h("div", { class: "acts" }, own && event ? way(`?${new URLSearchParams({ page: "check", c: key, e: event })}`, { class: "btn quiet" }, t("teach.mistake")) : null));
  }
}
