// An article as a source: what is known of it, and how what it tells stands to what others tell; or two side by side.

class Sourcing {
  constructor(page, source) {
    this.page = page;
    this.source = source;
    this.place = `?c=${encodeURIComponent(page.given.key)}`;
    this.parts = [this.head(), ...("about" in source ? this.one() : this.two())].filter(Boolean);
  }

  head() {
    const { page, source } = this;
    const { about = source.one, two } = source;
    const to = (values) => go(page.address({ source: about.document, beside: two?.document, ...values }));
    const one = choiceField(t("source.article"), page.given.articles.map(({ id, title }) => [id, title]), about.document);
    const other = choiceField(t("source.beside"), [["", t("source.no-other")],
      ...page.given.articles.filter(({ id }) => id !== about.document).map(({ id, title }) => [id, title])], two?.document || "");
    one.input.addEventListener("change", () => to({ source: one.input.value, ...(one.input.value === two?.document ? { beside: "" } : {}) }));
    other.input.addEventListener("change", () => to({ beside: other.input.value }));
    const paper = new URLSearchParams({ source: about.document, ...(two ? { beside: two.document } : {}), lang: page.given.language });
    return h("div", {}, way(page.address({}), { class: "back" }, icon("m5 1-4 4 4 4", 6, 10), t("teach.back")),
      pageHead(two ? t("source.two") : about.title, t("source.about"),
        h("a", { class: "btn", href: `/timeline/desk/teach/${encodeURIComponent(page.given.key)}/source/paper?${paper}`, target: "_blank", rel: "noopener" }, t("teach.on-paper"))),
      h("div", { class: "source-choice" }, one.host, other.host, page.languages({ source: about.document, beside: two?.document })));
  }

  one() {
    const { about, differs, confirmed, alone, left_out: leftOut, said, counted, open, questions } = this.source;
    const dates = [["source.in-full", said], ["source.worked-out", counted], ["source.no-place", open]]
      .filter(([, count]) => count).map(([key, count]) => t(key, { count }));
    const second = this.page.given.articles.length > 1;
    return [
      this.facts(about, [[t("source.dates"), dates.length ? dates.join(" · ") : t("source.nothing")]]),
      this.kind(t("source.differs"), differs, (told) => this.told(told, told.others.map((voice, n) => this.voice(voice, told.apart[n], true)), { date: told.own.date })),
      this.kind(t("source.confirmed"), confirmed, (told) => this.told(told, [this.folded(told)])),
      this.kind(t("source.alone"), alone, (told) => this.told(told, [])),
      second ? this.kind(t("source.left-out"), leftOut, (told) => this.told(told, [this.folded(told)]), "source.more-left-out") : h("p", { class: "dim lonely" }, t("source.no-second")),
      this.questions(questions)];
  }

  two() {
    const { one, two, differ, both, only_one: onlyOne, only_two: onlyTwo, questions } = this.source;
    const pair = (told) => h("div", { class: "pair" }, [told.own, ...told.others].map((voice) => this.voice(voice, told.apart[0], true, false)));
    const only = (about, list) => this.kind(t("source.only", { title: about.title }), list, (told) => this.told(told, []));
    return [
      h("div", { class: "pair" }, [one, two].map((about) => this.facts(about, [], about.title))),
      this.kind(t("source.differ"), differ, (told) => this.told(told, [pair(told)], { date: h("span", { class: "apart" }, told.apart[0]), lapse: "", own: false })),
      this.kind(t("source.both"), both, (told) => this.told(told, [pair(told)], { lapse: "", own: false })),
      h("div", { class: "pair" }, only(one, onlyOne), only(two, onlyTwo)),
      this.questions(questions)];
  }

  /** What is known of an article; `title` is the way to its own page. */
  facts(about, more, title) {
    const known = (text) => text || h("span", { class: "dim" }, t("source.not-known"));
    const rows = [
      [t("source.author"), known(about.author)],
      [t("source.publisher"), known(about.publisher)],
      [t("source.written"), [known(about.written), h("p", { class: "dim" }, about.origin)]],
      [t("source.kind"), known(about.sort)],
      about.url && [t("source.address"), webLink(about.url, about.url)],
      about.note && [t("source.note"), about.note],
      about.editions.length && [t("source.editions"), about.editions.join(" · ")],
      ...more].filter(Boolean);
    return h("section", { class: "source-facts" }, title ? h("h2", {}, way(this.page.address({ source: about.document }), {}, title)) : null,
      h("dl", {}, rows.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value)))),
      h("p", {}, way(`${this.place}&${new URLSearchParams({ read: about.document })}`, { class: "btn" }, t("source.read"))));
  }

  number(count) { return count.toLocaleString(this.page.given.language); }

  kind(heading, { count: all, first }, draw, more = "source.more") {
    if (!all) return null;
    return h("section", { class: "source-kind" }, h("h2", {}, heading, " ", h("span", { class: "dim" }, this.number(all))), h("ul", {}, first.map(draw)),
      all > first.length ? h("p", { class: "dim" }, t(more, { count: all - first.length })) : null);
  }

  /** An event with the article's own sentence, where that does not stand in `parts`; `date` stands beside it. */
  told(told, parts, { date = told.date, lapse = told.own ? told.lapse : "", own = true } = {}) {
    return h("li", {}, h("p", { class: "told-when" }, h("b", {}, date), lapse ? h("span", { class: "dim" }, lapse) : null),
      h("div", {}, h("h3", {}, way(`${this.place}&${new URLSearchParams({ e: told.event })}`, {}, told.headline)),
        own && told.own ? this.voice(told.own) : null, parts));
  }

  /** What an article says of an event: where others stand beside it, with its name and date, and how `apart` that is. */
  voice(voice, apart = "", named = false, far = true) {
    const follows = voice.proof.role === "implies";
    return proofOf({ ...voice.proof, title: "" }, this.place, named ? [tellSign(apart ? "differs" : follows ? "implies" : "tells"), h("b", { lang: voice.proof.language || null }, voice.title),
      h("span", {}, voice.date || t(follows ? "source.follows" : "source.no-date")), far && apart ? h("span", { class: "dim" }, apart) : null] : null);
  }

  /** The sentences of the other articles, which are shown when asked for. */
  folded(told) {
    return h("details", { class: "folded" }, h("summary", {}, icon("m1 1 4 4-4 4", 6, 10), t("source.told-in", { titles: told.others.map((voice) => voice.title).join(" · ") })),
      told.others.map((voice) => this.voice(voice, "", true)));
  }

  questions(questions) {
    return h("section", { class: "source-kind" }, h("h2", {}, t("source.questions")), h("ol", { class: "way" }, questions.map((one) => h("li", {}, one))));
  }
}
