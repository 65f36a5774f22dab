// The frame of every page beside the explorer: the bar, one heading, messages, and what keeps a page up to date.

/**
 * The pages by name: each is given the desk and what the server says of it, and gives {title, parts}; also `again`, which
 * is told what is new, `holds`, whether it holds what somebody has begun and would lose by that, and `leave`.
 */
const PAGES = {};

const LOOK_AGAIN = 2000;  // ms between two looks whether another window changed something
const AGED = 60_000;  // ms after which “just now” is no longer true

class Desk {
  constructor(root) {
    this.root = root;
    this.bar = h("div", { class: "bar-place" });
    this.toast = h("div", { class: "toast", role: "status", "aria-live": "polite" });
    this.host = h("main", { class: "wrap desk" });
    this.host.addEventListener("closed", () => queueMicrotask(() => this.anew()));  // after what was chosen has begun
    root.append(this.bar, this.host, this.toast);
    this.looking = setInterval(() => this.look(), LOOK_AGAIN);
    this.stopRoom = takeTheRoom(root);
  }

  leave() {
    this.stopRoom();
    clearInterval(this.looking);
    clearTimeout(this.fading);
    this.now?.leave?.();
  }

  /** Draws the page that the server named; a page that is there already is only told what is new. `own` as for `refresh`. */
  show(frame, own = true) {
    this.own ||= own;
    const same = ["page", "key", "reads"].every((name) => this.frame?.[name] === frame[name]) && !this.frame?.problem && !frame.problem;
    this.frame = frame;
    speak(frame.texts, frame.language);
    this.root.lang = frame.language;
    this.drawBar();
    if (same && this.now?.again) {
      this.stale = true;
      this.anew();
      return;
    }
    this.stale = this.own = false;
    this.drawn = Date.now();
    this.now?.leave?.();
    this.now = frame.problem ? troubled(this, frame) : PAGES[frame.page](this, frame.given);
    this.host.replaceChildren(...this.now.parts);
    this.host.dataset.page = frame.page;
    this.named();
  }

  /** The window bears the name of what it shows. */
  named() { document.title = `${this.now.title} · Timeline`; }

  /** The bar, which stays as it is where nothing in it changed: somebody may be choosing there. */
  drawBar() {
    const { choices, key, page, title, home, ways, word, language } = this.frame;
    const said = JSON.stringify([choices, key, page, title, home, ways, word, language, sessionStorage.getItem(WORD_KEPT)]);
    if (said === this.bar.said) return;
    this.bar.said = said;
    this.bar.replaceChildren(h("header", { class: "bar" }, h("div", { class: "wrap" }, brand(home, t("frame.home")), this.choice(),
      waysBar(ways, t("frame.pages")), word ? this.wordButton() : null)));
  }

  /**
   * Tells the page what is new, with the focus where it was. An open menu is not drawn over, but waited for; so is what
   * somebody has begun to write, unless it is their own doing that is to be shown.
   */
  anew() {
    if (!this.stale || this.host.querySelector(".menu .sheet:not([hidden])") || (!this.own && this.now.holds?.())) return;
    this.stale = this.own = false;
    this.drawn = Date.now();
    const focused = this.root.getRootNode().activeElement;
    const within = this.host.contains(focused);
    this.now.again(this.frame.given);
    this.named();
    if (within && !focused.isConnected) refocus(this.host, focused);
  }

  choice() {
    const { choices, key, page, title } = this.frame;
    if (!key) return null;
    if (!choices.some((c) => c.id === key)) return h("span", { class: "choice" }, title);
    return h("label", { class: "choice" },
      h("select", { "aria-label": t("frame.collection"), onchange: (e) => go(`?${new URLSearchParams({ page, c: e.target.value })}`) },
        choices.map((c) => h("option", { value: c.id, selected: c.id === key }, c.title))),
      icon("m1 1 4 4 4-4", 10, 6));
  }

  /** Where a word is needed to change something: the way to give it. */
  wordButton() {
    const given = sessionStorage.getItem(WORD_KEPT);
    return quiet(t(given ? "frame.editing" : "frame.reading-only"), () => this.askWord(), { class: "btn quiet word" });
  }

  /** Whether who looks may change nothing: then pages show no forms. */
  get reads() { return this.frame.reads; }

  /** What stands where a form would: what the word is needed for, and the way to give it. Nothing for who gave it. */
  readsOnly(words) {
    return this.reads ? [h("p", { class: "status reads-only" }, `${t("frame.reads")} ${words}`, button(t("frame.give-word"), () => this.askWord()))] : [];
  }

  askWord() {
    const given = sessionStorage.getItem(WORD_KEPT);
    const word = field(t("frame.word"), { value: given || "" }, { help: t("frame.word-help") });
    dialog(this.root, t("frame.change"), [word.host], t("frame.use-word"), async () => {
      sessionStorage.setItem(WORD_KEPT, word.input.value.trim());
      const { all } = await tell("word", {}).catch((error) => {
        sessionStorage.removeItem(WORD_KEPT);
        throw error.status === 401 ? new Error(t("frame.no-word")) : error;
      });
      if (all) {
        location.reload();  // links and the explorer are told by the browser itself who asks, from now on
        return;
      }
      this.refresh();
      this.show({ ...this.frame });
    });
  }

  /** Asks the server anew for what stands on this page: after something was done here (`own`), or elsewhere. */
  async refresh(own = true) {
    const { page, key } = this.frame;
    const number = this.number = (this.number || 0) + 1;
    this.own ||= own;
    const query = new URLSearchParams(location.search);
    query.delete("page");
    try {
      const frame = await ask(`page/${page}?${query}`);
      // An answer that another one has overtaken, or a way to another page, is of no use.
      if (number !== this.number || this.frame.page !== page || this.frame.key !== key) return;
      this.show({ ...this.frame, problem: undefined, deleted: undefined, missing: undefined, ...frame }, own);
    } catch (error) {
      this.says(error.message);
    }
  }

  /** Refreshes when another window has changed something. */
  async look() {
    if (document.hidden || this.asking || !this.frame) return;
    this.asking = true;
    try {
      const { revision } = await ask(`revision?${new URLSearchParams({ c: this.frame.key || "" })}`);
      if (this.frame.revision !== revision) await this.refresh(false);
      this.stale ||= this.now.tellsAges && Date.now() - this.drawn > AGED;
      this.anew();
    } catch (error) {
      const told = this.frame.deleted ? 410 : this.frame.missing ? 404 : null;
      if ([404, 410].includes(error.status) && error.status !== told) await this.refresh();  // deleted in another window
    } finally {
      this.asking = false;
    }
  }

  /** A message at the foot of the window; with `undo` a button that takes back what it tells. */
  says(words, undo) {
    clearTimeout(this.fading);
    const gone = () => this.toast.replaceChildren();
    this.toast.replaceChildren(h("span", {}, words),
      ...(undo ? [button(t("frame.undo"), () => { gone(); this.does(undo); })] : []),
      h("button", { type: "button", class: "icon", "aria-label": t("frame.close"), onclick: gone }, icon("m2 2 9 9m0-9-9 9", 13, 13)));
    this.fading = setTimeout(gone, undo ? 20_000 : 8_000);
  }

  /** Does something that the server is told of, then shows what came of it; what goes wrong is said. */
  async does(act) {
    try {
      const answer = await act();
      await this.refresh();
      return answer;
    } catch (error) {
      this.says(error.message);
      return null;
    }
  }
}

/** What stands in place of a page that can't be shown; a collection that was deleted can be brought back here. */
function troubled(desk, { problem, deleted, missing, word, key, home }) {
  const back = deleted ? main_(t("frame.bring-back"), () => desk.does(() => tell(`shelf/${encodeURIComponent(key)}/undelete`, {}))) : null;
  const title = t(`frame.${deleted ? "deleted" : missing ? "missing" : "not-shown"}`);
  const on = way(home, { class: deleted ? "btn quiet" : missing ? "btn go" : "btn" }, t("frame.to-collections"));
  const acts = h("p", { class: "acts" }, back, on);
  if (deleted) return { title, parts: [pageHead(title, problem), acts] };
  if (missing) return { title, parts: [pageHead(title, t(word ? "frame.missing-shared" : "frame.missing-why")), acts] };
  return { title, parts: [pageHead(title), h("p", { class: "problem", role: "alert" }, problem), acts] };
}

/** The heading of a page, a sentence below it, and what can be done at its right. */
function pageHead(title, sentence, ...acts) {
  return h("div", { class: "page-head" }, h("div", {}, h("h1", {}, title), sentence ? h("p", {}, sentence) : null),
    acts.length ? h("div", { class: "acts" }, acts) : null);
}
