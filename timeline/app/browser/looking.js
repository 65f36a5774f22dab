// An exercise before the lesson: its code and address for the class, its cards with their solutions and sentences, what
// can be changed, and what the class answered.

class Looking {
  constructor(page, lesson) {
    this.page = page;
    this.lesson = lesson;
    this.at = `lesson/${lesson.code}`;
    this.board = new ClassBoard(page, lesson);
    this.parts = [this.head(), ...page.desk.readsOnly(t("teach.reads-exercise")), this.titled(), forClass(page, `deck=${lesson.code}`, t("teach.same-for-all")), this.board.host, this.receipts(), this.unmade(), this.cards()].filter(Boolean);
  }

  leave() { this.board.leave(); }

  head() {
    const { lesson, page } = this;
    return h("div", {}, way(page.address({}), { class: "back" }, icon("m5 1-4 4 4 4", 6, 10), t("teach.back")),
      pageHead(`${t(`teach.kind-${lesson.kind}`)} ${lesson.code}`, t("teach.look-through"),
        h("a", { class: "btn go", href: `/?deck=${lesson.code}`, target: "_blank", rel: "noopener" }, t("teach.open")),
        h("a", { class: "btn", href: `/timeline/desk/lesson/${lesson.code}/paper`, target: "_blank", rel: "noopener" }, t("teach.on-paper")),
        h("a", { class: "btn", href: `/timeline/class/${lesson.code}/file`, download: "" }, t("teach.save-file"))));
  }

  /** What pupils see above their questions. It is kept when the field is left. */
  titled() {
    if (this.page.desk.reads) return null;
    const kept = h("p", { class: "dim", role: "status" });
    const title = field(t("teach.title"), { value: this.lesson.deck.title, maxlength: 200, onchange: () => keep() });
    const keep = async () => {
      try {
        const { title: words } = await tell(`${this.at}/title`, { title: title.input.value });
        title.input.value = title.input.defaultValue = this.lesson.deck.title = words;
        kept.textContent = t("teach.kept");
        this.page.desk.named();
      } catch (error) {
        this.page.desk.says(error.message);
      }
    };
    return h("section", { class: "tour-words" }, title.host, kept);
  }

  /** What a pupil shows after the exercise, read back. */
  receipts() {
    const told = h("div", { role: "status", class: "read-back" });
    const signs = field(t("teach.result"), { maxlength: 40, spellcheck: "false", oninput: () => { told.textContent = ""; } }, { help: t("teach.result-help") });
    const read = async (event) => {
      event.preventDefault();
      if (!signs.input.value.trim()) return;
      try {
        const { went } = await ask(`${this.at}/receipt?${new URLSearchParams({ signs: signs.input.value, lang: this.page.given.language })}`);
        told.replaceChildren(h("p", {}, scoreOf(went)), glanceOf(went));
      } catch (error) {
        told.textContent = error.message;
      }
    };
    return h("form", { class: "receipts", onsubmit: read }, signs.host, h("button", { type: "submit", class: "btn" }, t("teach.result-read")), told);
  }

  unmade() {
    const { unmade, cards } = this.lesson.deck;
    if (!unmade.length) return null;
    const had = new Set(cards.map((card) => card.kind));
    const others = new Set(unmade.flatMap((one) => one.instead).filter((kind) => !had.has(kind)));
    const instead = [...others].map((kind) => t(`kinds.${kind}`));
    return h("section", { class: "unmade" }, h("h2", {}, t("teach.unmade")),
      h("ul", {}, unmade.map((one) => h("li", {}, h("b", {}, t(`kinds.${one.kind}`)), " ", one.reason))),
      instead.length ? h("p", {}, t("teach.instead", { kinds: instead.join(" · ") })) : null);
  }

  cards() {
    const { deck } = this.lesson;
    return h("section", { class: "deck" }, h("h2", {}, t("exercise.cards", { count: deck.cards.length })),
      h("ol", {}, deck.cards.map((card, n) => this.card(card, n))),
      this.page.desk.reads ? null : h("div", { class: "acts" }, button(t("teach.own"), () => this.own())));
  }

  /** Changes the exercise, which has another code then: another deck is another exercise. */
  async changes(what, wish) {
    const { code } = await tell(`${this.at}/${what}`, wish).catch((error) => {
      if (what === "own") throw error;
      this.page.desk.says(error.message);
      return {};
    });
    if (!code) return;
    if (code === this.lesson.code) {
      this.page.desk.refresh();
      return;
    }
    const back = async () => {
      await tell(`${this.at}/bring-back`, { language: this.page.given.language });
      await tell(`lesson/${code}/remove`, {});
      go(this.page.address({ lesson: this.lesson.code }));
    };
    this.page.desk.says(t("teach.new-code", { code }), back);
    go(this.page.address({ lesson: code }));
  }

  own() {
    const prompt = area(t("teach.own-question"), { rows: 2, required: true, maxlength: 500 });
    const right = area(t("teach.own-right"), { rows: 2 }, { help: t("teach.own-lines") });
    const wrong = area(t("teach.own-wrong"), { rows: 3 }, { help: t("teach.own-open") });
    const why = area(t("teach.own-why"), { rows: 2, maxlength: 1000 });
    const event = choiceField(t("teach.own-event"), [["", t("teach.own-no-event")], ...this.lesson.events.map((one) => [one.id, t("exercise.event", { date: one.when, event: one.headline })])], "");
    dialog(this.page.desk.root, t("teach.own"), [prompt.host, right.host, wrong.host, why.host, event.host], t("teach.own-add"), () =>
      this.changes("own", { prompt: prompt.input.value, right: right.input.value, wrong: wrong.input.value, why: why.input.value, event: event.input.value }));
  }

  card(card, n) {
    const { key, own } = this.page.given;
    const event = card.events[0];
    return h("li", { class: "deck-card", "data-id": card.id },
      h("p", { class: "dim" }, `${n + 1} · ${t(`kinds.${card.kind}`)}`),
      h("h3", {}, card.prompt), card.quote.length ? quoted(card.quote, card.quote_language) : null,
      card.choices.length ? h("ul", { class: "deck-choices" }, card.choices.map((choice) => h("li", { class: card.solution.includes(choice.id) ? "right" : "" },
        card.solution.includes(choice.id) ? "✓ " : "", choice.label))) : null,
      h("div", { class: "solution" }, solutionOf(card, `/?c=${encodeURIComponent(key)}`, "h4")),
      this.page.desk.reads ? null : h("div", { class: "acts" },
        card.kind === "own" ? null : quiet(t("teach.another"), () => this.changes("cards", { change: [card.id] }), { "aria-label": `${t("teach.another")}: ${n + 1}` }),
        quiet(t("teach.drop"), () => this.changes("cards", { drop: [card.id] }), { "aria-label": `${t("teach.drop")}: ${n + 1}` }),
        own && event ? way(`?${new URLSearchParams({ page: "check", c: key, e: event })}`, { class: "btn quiet" }, t("teach.mistake")) : null));
  }
}

/** Where a class finds a lesson: the address, in letters that can be read from the last row, and as a picture for cameras. */
function forClass(page, query, help) {
  const { hosts } = page.given;
  const local = ["localhost", "127.0.0.1", "[::1]"].includes(location.hostname);
  const host = local ? hosts[0] && `${hosts[0]}:${location.port}` : location.host;
  const address = host && `${location.protocol}//${host}/?${query}`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      page.desk.says(t("teach.copied"));
    } catch {  // browsers give the clipboard to this computer's pages and encrypted ones alone
      page.desk.says(address);
    }
  };
  const large = () => {
    const box = h("dialog", { class: "on-the-wall", "aria-label": t("teach.for-class") }, qrPicture(address, t("teach.picture")), h("p", {}, address),
      h("button", { type: "button", class: "btn", onclick: () => box.close() }, t("teach.close")));
    box.addEventListener("close", () => box.remove());
    page.desk.root.append(box);
    box.showModal();
  };
  return h("section", { class: "for-class" }, h("div", {}, h("h2", {}, t("teach.for-class")),
    address ? [h("p", { class: "class-address" }, address), h("div", { class: "acts" }, button(t("teach.show-large"), large), button(t("teach.copy"), copy))] : h("p", {}, t("teach.not-shared")),
    h("p", { class: "dim" }, help)), address ? qrPicture(address, t("teach.picture")) : null);
}
