// The page Teach: what can be made of a collection, and what was made before. A lesson that was made is looked through
// in looking.js.

PAGES.teach = (desk, given) => new Teaching(desk, given);

class Teaching {
  constructor(desk, given) {
    this.desk = desk;
    this.host = h("div", { class: "teach" });
    this.parts = [this.host];
    this.again(given);
  }

  leave() { this.inside?.leave?.(); }

  holds() { return this.inside?.touched || begun(this.host); }

  get title() {
    const { lesson, source, title } = this.given;
    if (source) return `${t("source.heading")}${t("exercise.colon")}${source.about?.title ?? [source.one, source.two].map((one) => one.title).join(" · ")}`;
    return lesson ? `${t(`teach.kind-${lesson.kind}`)} ${lesson.code}${t("exercise.colon")}${(lesson.deck ?? lesson.tour).title}` : `${t("teach.heading")}${t("exercise.colon")}${title}`;
  }

  /** The address of this page with other values; empty ones are left out. */
  address(values) {
    const all = { page: "teach", c: this.given.key, lang: new URLSearchParams(location.search).get("lang"), ...values };
    return `?${new URLSearchParams(Object.entries(all).filter(([, value]) => value))}`;
  }

  again(given) {
    this.given = given;
    this.inside?.leave?.();
    this.inside = null;
    if (given.source) {
      this.inside = new Sourcing(this, given.source);
      this.host.replaceChildren(...this.inside.parts);
    } else if (given.lesson) {
      this.inside = given.lesson.kind === "tour" ? new Touring(this, given.lesson) : new Looking(this, given.lesson);
      this.host.replaceChildren(...this.inside.parts);
    } else this.host.replaceChildren(...this.overview());
  }

  overview() {
    const { given } = this;
    return [
      pageHead(t("teach.heading"), t("teach.about"), this.languages()),
      ...this.desk.readsOnly(t("teach.reads")),
      h("div", { class: "makers" }, ...(this.desk.reads ? [] : [this.exerciseMaker(), this.tourMaker()]), this.sourceWork()),
      given.lessons.length ? h("section", { class: "made" }, h("h2", {}, t("teach.made")), h("ul", { class: "shelves" }, given.lessons.map((one) => this.made(one)))) : null,
    ].filter(Boolean);
  }

  /** The language of the lesson; `values` are what else the address holds. */
  languages(values = {}) {
    const choice = choiceField(t("teach.language"), Object.entries(this.given.languages), this.given.language);
    choice.input.addEventListener("change", () => go(this.address({ ...values, lang: choice.input.value })));
    return choice.host;
  }

  exerciseMaker() {
    const { given } = this;
    const cards = field(t("teach.how-many"), { type: "number", min: 1, max: 50, value: 10 });
    const level = choiceField(t("teach.level"), [1, 2, 3].map((n) => [`${n}`, t(`teach.level-${n}`)]), "2");
    const topic = choiceField(t("teach.topic"), [["", t("teach.all-topics")], ...given.topics.map((one) => [one.topic, `${one.name} (${one.count})`])], "");
    const rounds = field(t("teach.rounds"), { type: "number", min: 1, max: 9, value: 1 }, { help: t("teach.rounds-help") });
    const tick = (words, attributes) => h("label", { class: "check" }, h("input", { type: "checkbox", ...attributes }), h("span", {}, words));
    const kinds = given.kinds.map((kind) => tick(t(`kinds.${kind}`), { value: kind, checked: true }));
    const points = tick(t("teach.points"), {});
    const chosen = () => ({ cards: Number(cards.input.value), level: Number(level.input.value), topic: topic.input.value, rounds: Number(rounds.input.value),
      kinds: kinds.map((one) => one.firstChild).filter((input) => input.checked).map((input) => input.value), points: points.firstChild.checked });
    return h("section", { class: "maker" }, h("h2", {}, t("teach.exercise")), h("p", {}, t("teach.exercise-about")),
      h("div", { class: "acts" }, main_(t("teach.make-exercise"), () => this.makes("exercise", chosen()))),
      h("details", { class: "folded" }, h("summary", {}, icon("m1 1 4 4-4 4", 6, 10), t("teach.choose")),
        h("div", { class: "chosen" }, h("div", { class: "fields" }, cards.host, level.host, topic.host, rounds.host),
          h("fieldset", {}, h("legend", {}, t("teach.kinds")), kinds), points)));
  }

  tourMaker() {
    return h("section", { class: "maker" }, h("h2", {}, t("teach.tour")), h("p", {}, t("teach.tour-about")),
      h("div", { class: "acts" }, button(t("teach.make-tour"), () => this.makes("tour", {}))));
  }

  sourceWork() {
    const all = this.given.articles.map(({ id, title }) => [id, title]);
    if (!all.length) return null;
    const one = choiceField(t("source.article"), all, all[0][0]);
    const other = choiceField(t("source.beside"), [["", t("source.no-other")], ...all], "");
    const look = () => go(this.address({ source: one.input.value, beside: other.input.value === one.input.value ? "" : other.input.value }));
    return h("section", { class: "maker wide" }, h("h2", {}, t("source.heading")), h("p", {}, t("source.about")),
      h("div", { class: "fields" }, one.host, other.host), h("div", { class: "acts" }, button(t("source.look"), look)));
  }

  async makes(kind, wish) {
    if (this.making) return;  // pressed twice it is made once
    const { key, language } = this.given;
    const seed = crypto.getRandomValues(new Uint32Array(1))[0];
    this.making = true;
    try {
      const { code } = await tell(`teach/${encodeURIComponent(key)}/${kind}`, { ...wish, language, seed });
      go(this.address({ lesson: code }));
    } catch (error) {
      this.desk.says(error.message);
    } finally {
      this.making = false;
    }
  }

  made(one) {
    const change = (what) => tell(`lesson/${one.code}/${what}`, { language: this.given.language });
    const remove = async () => (await this.desk.does(() => change("remove"))) && this.desk.says(t("teach.removed", { code: one.code }), () => change("bring-back"));
    return h("li", { class: "shelf" }, h("div", {},
      h("h2", {}, way(this.address({ lesson: one.code }), {}, t(`teach.kind-${one.kind}`), " ", h("b", { class: "lesson-code" }, one.code))),
      h("p", { class: "meta" }, [one.title, t(`teach.size-${one.kind}`, { count: one.cards }), agoWords(one.made, this.given.language)].map((words) => h("span", {}, words)))),
    this.desk.reads ? null : h("div", { class: "acts" }, quiet(t("teach.remove"), remove, { "aria-label": `${t("teach.remove")}: ${one.code}` })));
  }
}
