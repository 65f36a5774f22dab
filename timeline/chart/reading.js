// Reading an article in the explorer: it takes the place of the chart and the table, beside the card; every mention leads
// to its event, every event to its mention. Which mention it is open at stands in the address.

class Reading {
  constructor(explorer) {
    this.explorer = explorer;
    this.only = "all";
    this.open = null;  // the mention, or the article, at which it is open
    this.stale = false;  // whether what is open is of data that came anew since: it stands until it is here again
    this.host = h("section", { class: "main reading", "aria-label": "Article", hidden: true });
  }

  read(mention_, opener) {
    this.explorer.settle();
    this.opener = opener;
    this.show(mention_);
    writeAddress(this.explorer.state(), true);
  }

  /** Opens the article that holds a mention: at once where its text is here, else when it has come. */
  show(mention_) {
    const { data } = this.explorer;
    const wanted = this.wanted = {};  // asked for once more before it is here, it is put there once
    const here = (next) => (value) => this.wanted === wanted && this.explorer.data === data && next(value);
    const show = (index) => {
      if (index < 0) {
        if (this.stale) this.close();
        this.explorer.notify(...[this.explorer.notice.textContent, "That place isn't in any of these articles."].filter(Boolean));
        return;
      }
      const coming = needLines(data, index);
      if (coming) coming.then(here(() => this.put(mention_, index)), () => this.explorer.missing());
      else this.put(mention_, index);
    };
    const home = placeOfArticle(data, mention_) ?? homeOf(data, mention_);
    if (typeof home === "number") show(home);
    else home.then(here(show));
  }

  put(mention_, index) {
    if (!this.open) this.before = scrollerOf(this.explorer.root).scrollTop;
    const stays = this.stale && this.open === mention_ && { ...this.place(), stop: this.stops().indexOf(this.host.getRootNode().activeElement) };
    this.stale = false;
    this.open = mention_;
    this.article = reader(this.explorer.data, index, this.explorer.selected, this.only, {
      onBack: () => this.back(),
      onArticle: (i) => this.read(this.explorer.data.documents[i].id, this.opener),
      onMention: (id) => this.goTo(id),
      onStep: (by) => this.step(by),
      onOnly: (outcome) => {
        this.only = outcome;
        this.article.dataset.only = outcome;
      },
      onPick: (id, at, leads) => {
        this.open = at;
        this.explorer.pick(id);
        this.atTick(at);
        if (leads) this.toMention(at);
      },
    });
    this.host.replaceChildren(h("h1", { class: "unseen" }, this.explorer.data.title), this.article);
    this.host.hidden = false;
    this.explorer.view.hidden = true;
    this.explorer.twin.hidden = true;
    if (stays) {
      this.backTo(stays);
      this.atTick(mention_);
      if (stays.stop >= 0) (this.stops()[stays.stop] || this.article.querySelector("h2")).focus({ preventScroll: true });
    } else if (mention_ !== this.explorer.data.documents[index].id) this.toMention(mention_);
    else {
      this.host.scrollIntoView({ block: "start", behavior: "instant" });
      this.article.querySelector("h2").focus({ preventScroll: true });
    }
  }

  toMention(id) {
    const mention_ = id && this.article.querySelector(`[data-mention="${CSS.escape(id)}"]`);
    if (!mention_) return;
    mention_.scrollIntoView({ block: "center", behavior: "instant" });
    mention_.scrollIntoView({ block: "center", behavior: "instant" });  // lines out of view got their height with the first
    mention_.focus({ preventScroll: true });
    this.atTick(id);
  }

  /** What in the article the keyboard can stand on. */
  stops() {
    return [...this.article.querySelectorAll("a, button, select, [tabindex]")];
  }

  /** The first line of the open article that is in view, by its number, and how high it stands. */
  place() {
    const lines = [...this.article.querySelector(".text").children];
    const line = Math.max(0, lines.findIndex((one) => one.getBoundingClientRect().bottom > 0));
    return { line, top: lines[line].getBoundingClientRect().top };
  }

  /** Scrolls the article to a place that it had. */
  backTo({ line, top }) {
    const there = this.article.querySelector(".text").children[line];
    if (!there) return;
    for (let again = 0; again < 2; again++) {  // lines out of view got their height with the first
      there.scrollIntoView({ block: "start", behavior: "instant" });
      scrollerOf(this.explorer.root).scrollBy({ top: there.getBoundingClientRect().top - top, behavior: "instant" });
    }
  }

  /** Marks the tick of a mention, or the nearest one before it. */
  atTick(id) {
    const place = new Map(this.mentionIds().map((one, i) => [one, i]));
    const ticks = [...this.article.querySelectorAll("[data-tick]")];
    const own = ticks.findLast((tick) => place.get(tick.dataset.tick) <= place.get(id));
    for (const tick of ticks) tick.classList.toggle("here", tick === own);
  }

  mentionIds() {
    return [...new Set([...this.article.querySelectorAll("[data-mention]")].map((m) => m.dataset.mention))];
  }

  /** The next or previous mention of those that are gone through; its event is chosen, without a step of history. */
  step(by) {
    const fits = this.only === "all" ? ".fate" : `.fate.${this.only}`;
    const all = [...this.article.querySelectorAll(".text [data-mention]")];
    const at = all.findIndex((m) => m.dataset.mention === this.open);
    const goals = [...new Set(all.filter((m) => m.matches(fits)).map((m) => m.dataset.mention))];
    if (!goals.length) return;
    const place = new Map();
    all.forEach((m, i) => place.has(m.dataset.mention) || place.set(m.dataset.mention, i));
    const on = by > 0 ? goals.find((id) => place.get(id) > at) : goals.findLast((id) => place.get(id) < at && at >= 0);
    const goal = on ?? goals.at(by > 0 ? 0 : -1);
    this.goTo(goal, `${goals.indexOf(goal) + 1} of ${goals.length}: `);
  }

  /** To a mention of the open article; its event is chosen too. */
  goTo(id, counted = "") {
    this.open = id;
    const mention_ = this.article.querySelector(`[data-mention="${CSS.escape(id)}"]`);
    const event = this.explorer.byId.get(mention_.dataset.event);
    if (event) {
      this.explorer.inAddress = true;
      this.explorer.select(event.id);
    }
    this.toMention(id);
    writeAddress(this.explorer.state(), false);
    this.explorer.says.textContent = `${counted}“${mention_.textContent}”, ${event ? `${event.when}, ${event.headline}` : mention_.title}`;
  }

  /** Back to the timeline, and to the place and the button that led into the article. */
  back() {
    this.close();
    writeAddress(this.explorer.state(), true);
  }

  close() {
    this.wanted = null;
    this.stale = false;
    if (!this.open) return;
    const from = this.open;
    this.open = null;
    this.article = null;
    this.host.hidden = true;
    this.host.replaceChildren();
    this.explorer.view.hidden = false;
    this.explorer.twin.hidden = false;
    this.explorer.chart.draw();
    scrollerOf(this.explorer.root).scrollTop = this.before || 0;
    const opener = this.opener?.isConnected ? this.opener
      : [...this.explorer.card.querySelectorAll("[data-read]")].find((b) => b.dataset.read === from);
    (opener || this.explorer.card.querySelector("h2"))?.focus({ preventScroll: true });
  }
}
