// What is known of each article: a list, and beside it the chosen one with a form.

PAGES.articles = (desk, given) => new Articles(desk, given);

const KINDS_OF_ARTICLE = [["", "Not said"], ["news", "News"], ["history", "History"], ["primary source", "Primary source"], ["reference", "Reference"]];
const ORIGINS = { given: "given", stated: "the text says so", inferred: "worked out", unknown: "not known" };

const nameOf = (names, code) => {
  try { return names.of(code); } catch { return code; }  // no code of a language
};

const namesOfLanguages = () => new Intl.DisplayNames("en", { type: "language", fallback: "code" });

class Articles {
  constructor(desk, given) {
    this.desk = desk;
    this.title = `Articles: ${given.shelf.name}`;
    this.at = `articles/${encodeURIComponent(given.shelf.id)}`;
    this.head = h("div", {});
    this.list = h("div", { class: "article-list" });
    this.card = h("aside", { class: "article-card", "aria-label": "The chosen article" });
    this.parts = [this.head, ...desk.readsOnly("Whoever has the word for editing brings articles in and says what is known of them."), h("div", { class: "two" }, this.list, this.card)];
    this.again(given);
  }

  again(given) {
    this.given = given;
    const { shelf, articles, reading, stale } = given;
    const { reads } = this.desk;
    const link = (page, words, className) => way(`?${new URLSearchParams({ ...(page ? { page } : {}), c: shelf.id })}`, { class: className }, words);
    this.head.replaceChildren(pageHead("Articles", articles.length ? `${count(articles.length, "article", "articles")} in “${shelf.name}”.${reads ? "" : " What you know better, change here: dates that hang on it are worked out again."}`
      : `Nothing is in “${shelf.name}” yet.`, ...(reads ? [] : [link("bring", "Bring in articles", "btn go")])),
    h("p", { class: "status", role: "status" }, reading ? "The articles are being read again…" : stale ? `${count(stale, "change", "changes")} not on the timeline yet. ` : "",
      !reading && stale && !reads ? button("Read now", () => this.desk.does(() => tell(`bring/${encodeURIComponent(shelf.id)}/read`, {}))) : ""));
    clearTimeout(this.next);
    if (reading) this.next = setTimeout(() => this.desk.refresh(), 800);
    if (!articles.some((one) => one.id === this.chosen)) this.chosen = null;
    this.drawList();
    if (!this.chosen) this.drawCard();
    else if (!this.touched()) this.drawCard();
    else this.mark();
  }

  leave() {
    clearTimeout(this.next);
  }

  drawList() {
    const { articles } = this.given;
    if (!articles.length) return this.list.replaceChildren();
    const focused = this.list.getRootNode().activeElement?.dataset?.article;
    this.list.replaceChildren(h("table", { class: "plain" }, h("thead", {}, h("tr", {},
      ["Title", "Written", "By", "Kind", "Events"].map((name) => h("th", { scope: "col" }, name)))),
    h("tbody", {}, articles.map((one) => h("tr", { "aria-current": one.id === this.chosen ? "true" : null, onclick: () => this.choose(one.id) },
      h("th", { scope: "row" }, h("button", { type: "button", "data-article": one.id }, one.title || one.file), one.edition ? h("span", { class: "dim" }, "another edition") : null),
      h("td", {}, one.written || "not known", h("span", { class: "dim" }, one.written ? ORIGINS[one.origin] : "")),
      h("td", {}, one.publisher || one.author || ""),
      h("td", {}, (KINDS_OF_ARTICLE.find(([key]) => key === one.kind && key) || ["", ""])[1]),
      h("td", { class: "number" }, one.waits ? "not read yet" : grouped(one.events)))))));
    if (focused) this.list.querySelector(`[data-article="${CSS.escape(focused)}"]`)?.focus();
  }

  choose(id) {
    this.chosen = id;
    this.drawList();
    this.drawCard();
    if (this.card.getBoundingClientRect().top > window.innerHeight - 120) this.card.scrollIntoView({ block: "start", behavior: still() ? "auto" : "smooth" });
  }

  mark() {
    for (const row of this.list.querySelectorAll("tbody tr")) {
      if (row.querySelector("button").dataset.article === this.chosen) row.setAttribute("aria-current", "true");
    }
  }

  drawCard() {
    const one = this.given.articles.find((article) => article.id === this.chosen);
    this.fields = null;
    if (!one) {
      this.card.replaceChildren(h("p", { class: "empty" }, this.given.articles.length ? "Choose an article to see what is known of it." : "Articles that are brought in stand here."));
      this.card.hidden = !this.given.articles.length;
      return;
    }
    const { shelf } = this.given;
    this.card.hidden = false;
    this.card.replaceChildren(...[h("h2", {}, one.title || one.file),
      h("p", { class: "meta" }, [one.file, one.pages ? count(one.pages, "page", "pages") : null, one.waits ? sizeWords(one.bytes) : `${grouped(one.letters)} letters`,
        one.waits ? null : count(one.mentions, "mention of time", "mentions of time"), one.waits ? null : count(one.events, "event", "events")].filter(Boolean).map((words) => h("span", {}, words))),
      h("p", { class: "why-date" }, h("b", {}, one.written ? `Written ${one.written}: ` : "When it was written is not known: "), one.why, "."),
      one.note ? h("p", { class: "remark" }, one.note) : null,
      one.first ? h("p", {}, way(`?${new URLSearchParams({ c: shelf.id, read: one.first })}`, {}, "Read it, with its dates marked")) : null,
      h("p", {}, way(`?${new URLSearchParams({ page: "compare", c: shelf.id, before: shelf.id, after: shelf.id, ...(one.edition ? { one: one.edition, other: one.id } : { one: one.id }) })}`, {},
        one.edition ? "Compare with the edition before" : "Compare with another edition")),
      one.waits ? null : h("p", {}, way(`?${new URLSearchParams({ page: "teach", c: shelf.id, source: one.id })}`, {}, "Source work: what only this article tells, and what others do")),
      this.desk.reads ? this.known(one) : this.form(one)].filter(Boolean));
  }

  /** What is known of an article, for who may only read. */
  known(one) {
    const kind = (KINDS_OF_ARTICLE.find(([key]) => key && key === one.kind) || ["", ""])[1];
    const facts = [["Author", one.author], ["Publisher", one.publisher], ["Language", one.language && nameOf(namesOfLanguages(), one.language)], ["Kind", kind], ["Address", one.url], ["Licence", one.licence]];
    return h("dl", { class: "facts" }, facts.filter(([, words]) => words).flatMap(([name, words]) => [h("dt", {}, name), h("dd", {}, words)]));
  }

  /** The form that takes what a person knows better. */
  form(one) {
    const { languages } = this.given;
    const names = namesOfLanguages();
    const spoken = [...new Set([...languages, ...(one.language ? [one.language] : [])])].map((code) => [code, nameOf(names, code)])
      .sort((a, b) => a[1].localeCompare(b[1]));
    this.fields = {
      title: field("Title", { value: one.title, maxlength: 1000 }),
      author: field("Author", { value: one.author, maxlength: 1000 }),
      publisher: field("Publisher", { value: one.publisher, maxlength: 1000 }),
      published: field("Written", { value: one.written }, { help: "As you would write it: 12 July 2021, spring 1962, about 520 BC. Empty: not known." }),
      language: choiceField("Language", [["", "Not said"], ...spoken], one.language),
      kind: choiceField("Kind", KINDS_OF_ARTICLE, one.kind),
      url: field("Address", { value: one.url, maxlength: 1000, inputmode: "url" }),
      licence: field("Licence", { value: one.licence, maxlength: 1000 }),
    };
    for (const name of ["published", "url", "licence"]) this.fields[name].host.classList.add("wide");
    this.held = Object.fromEntries(Object.entries(this.fields).map(([name, { input }]) => [name, input.value]));
    const wrong = h("p", { class: "problem", role: "alert" });
    return h("form", { onsubmit: async (event) => {
      event.preventDefault();
      wrong.textContent = "";
      await this.keep(one).catch(async (error) => {
        if (error.status === 409) await this.takeNews(one);
        wrong.textContent = error.message;
      });
    } }, Object.values(this.fields).map(({ host }) => host), wrong, h("div", { class: "acts" },
      h("button", { type: "submit", class: "btn go" }, "Keep this"), quiet("Take out", () => this.takeOut(one), { "aria-label": `Take ${one.title || one.file} out of the collection` })));
  }

  touched() {
    return this.fields && Object.entries(this.fields).some(([name, { input }]) => input.value !== this.held[name]);
  }

  async keep(one) {
    const changed = Object.fromEntries(Object.entries(this.fields).filter(([name, { input }]) => input.value.trim() !== this.held[name].trim())
      .map(([name, { input }]) => [name, input.value.trim()]));
    if (!Object.keys(changed).length) throw new Error("Nothing was changed.");
    const { id } = await tell(`${this.at}/${encodeURIComponent(one.id)}/edit`, { ...changed, version: one.version, by: myName() });
    this.held = Object.fromEntries(Object.entries(this.fields).map(([name, { input }]) => [name, input.value]));
    await this.desk.refresh();
    this.desk.says("Kept. What hangs on it is worked out again.", () => tell(`${this.at}/undo`, { id, by: myName() }));
  }

  /** Another window described the article first: its words go where nobody has typed here, and what was typed stays. */
  async takeNews(one) {
    await this.desk.refresh();
    const now = this.given.articles.find((article) => article.id === one.id);
    if (!now) return;
    Object.assign(one, now);
    for (const [name, { input }] of Object.entries(this.fields)) {
      const said = name === "published" ? now.written : now[name];
      if (input.value === this.held[name]) input.value = said;
      this.held[name] = said;
    }
  }

  async takeOut(one) {
    const done = await this.desk.does(() => tell(`${this.at}/${encodeURIComponent(one.id)}/take-out`, {}));
    if (done) this.desk.says(`“${one.title || one.file}” is taken out.`, () => tell(`${this.at}/${encodeURIComponent(one.id)}/put-back`, {}));
  }
}
