// Checking what was read: the queue beside the card of one thing, by keyboard, mouse and touch.

PAGES.check = (desk, given) => new Checking(desk, given);

class Checking {
  constructor(desk, given) {
    this.desk = desk;
    this.title = `Check: ${given.shelf.name}`;
    this.at = `check/${encodeURIComponent(given.shelf.id)}`;
    this.head = h("div", {});
    this.filters = h("div", { class: "check-filters" });
    this.list = h("nav", { class: "queue", "aria-label": "To be checked" });
    this.card = h("article", { class: "article-card check-card", "aria-label": "What is being checked" });
    this.below = h("div", { class: "check-below" });
    this.fields = new Map();  // of the card, each with what stood in it before anybody typed
    this.parts = [this.head, ...desk.readsOnly("Whoever has the word for editing decides."), h("div", { class: "two check-two" }, h("div", {}, this.filters, this.list, this.finder = this.search()), this.card), this.below];
    this.onKey = (event) => this.keyed(event);
    document.addEventListener("keydown", this.onKey);
    const asked = new URLSearchParams(location.search).get("e");
    if (asked) this.chosen = this.staying = asked;
    this.again(given);
  }

  leave() { document.removeEventListener("keydown", this.onKey); }

  get by() { return myName(); }

  again(given) {
    const before = this.given;
    this.given = given;
    this.empty = !given.all && !given.shelf.events;
    this.finder.hidden = this.empty;
    this.drawHead();
    this.drawFilters();
    if (given.looks.some((look) => look.target === this.wanted)) this.chosen = this.wanted;
    this.wanted = null;
    if (before && before.second !== given.second) this.chosen = null;
    const place = before?.looks.findIndex((look) => look.target === this.chosen) ?? 0;
    const stays = given.looks.some((look) => look.target === this.chosen) || (this.staying && this.staying === this.chosen) || this.typed().length > 0;
    if (!stays) this.chosen = given.looks[Math.min(Math.max(place, 0), given.looks.length - 1)]?.target || null;
    this.drawList();
    if (!stays || before?.revision !== given.revision) this.drawCard();
    this.drawBelow();
  }

  drawHead() {
    const { shelf, left, all, done, can, second, unchecked } = this.given;
    const checked = done.accepted + done.corrected ? ` ${grouped(done.accepted + done.corrected)} of ${count(done.events, "event", "events")} ${done.accepted + done.corrected === 1 ? "is" : "are"} checked.` : "";
    const words = all ? `${count(all, "thing deserves a look", "things deserve a look, the doubtful ones first")}.${checked}`
      : shelf.events ? (unchecked ? `Nothing ${checked ? "else " : ""}looks doubtful.${checked}` : "Every event is checked.") : this.desk.reads ? "Nothing is in this collection yet." : "Bring in articles first: then there is something to check.";
    if (this.desk.reads) {
      this.head.replaceChildren(pageHead("Check", words));
      return;
    }
    const name = h("button", { type: "button", class: "btn quiet", onclick: () => this.named() }, this.by ? `You: ${this.by}` : "Your name");
    this.head.replaceChildren(pageHead(second ? `Check as second reader` : "Check", second ? `${count(left, "thing to judge as the program read it", "things to judge as the program read them")}. What you say changes nothing: it is held against what was decided.` : words,
      name, second ? null : quiet("Undo", () => this.turn("undo"), { disabled: !can.undo, "aria-keyshortcuts": "Z" }), second ? null : quiet("Redo", () => this.turn("redo"), { disabled: !can.redo, "aria-keyshortcuts": "Shift+Z" }),
      second ? button("Stop", () => this.filter({ second: "" })) : menu("More", "More", [["Add an event of your own", () => chooseWords(this).catch((error) => this.desk.says(error.message))], ["Check as second reader", () => this.beSecond()]])));
  }

  drawFilters() {
    const { sorts, articles, kinds, left, all, second, unchecked } = this.given;
    const now = new URLSearchParams(location.search);
    if (!all && !now.get("sort")) {
      this.filters.replaceChildren();
      return;
    }
    const one = (name, label, choices) => {
      const made = choiceField(label, [["", "All"], ...choices], now.get(name) || "");
      made.input.addEventListener("change", () => this.filter({ [name]: made.input.value }));
      return made.host;
    };
    const words = field("Words", { type: "search", value: now.get("words") || "" });
    words.input.addEventListener("change", () => this.filter({ words: words.input.value.trim() }));
    const focused = this.filters.getRootNode().activeElement;
    if (focused && this.filters.contains(focused)) return;  // somebody is choosing just now
    this.filters.replaceChildren(...[one("sort", "Why", [...sorts.map((s_) => [s_.sort, `${s_.words} (${grouped(s_.count)})`]), ...(unchecked ? [["unchecked", `Not checked yet (${grouped(unchecked)})`]] : [])]), articles.length > 1 ? one("article", "Article", articles.map((a) => [a.id, a.title])) : null,
      kinds.length > 1 ? one("kind", "Kind", kinds.map((k) => [k, k])) : null, words.host,
      left > 1 && !second && !this.desk.reads ? menu(`All ${grouped(left)}`, `Decide about all ${left}`, [["Accept all", () => this.bulk("accept")], ["Set all aside", () => this.bulk("set aside")], ["Give all a tag", () => this.bulk("tag")]]) : null].filter(Boolean));
  }

  drawList() {
    const { looks, left } = this.given;
    const focused = this.list.getRootNode().activeElement?.dataset?.target;
    this.list.replaceChildren(...(looks.length ? [h("ol", {}, looks.map((look) => h("li", {}, h("button", { type: "button", "data-target": look.target, "aria-current": look.target === this.chosen ? "true" : null, onclick: () => this.choose(look.target, true) },
      h("span", { class: "queue-title" }, look.of === "mention" ? `“${look.title}”` : look.title), h("span", { class: "dim" }, [look.when, ...look.sorts].join(" · ")))))),
    left > looks.length ? h("p", { class: "dim" }, `${count(left - looks.length, "more comes", "more come")} as these are done.`) : null].filter(Boolean)
      : this.empty && this.desk.reads ? [] : this.empty ? [way(`?${new URLSearchParams({ page: "bring", c: this.given.shelf.id })}`, { class: "btn go" }, "Bring in articles")]
        : this.nothingLeft()));
    if (focused) this.list.querySelector(`[data-target="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
    this.showCurrent();
  }

  /** Has the current one in sight: where the list stands below the card and scrolls by itself, the page stays where it is. */
  showCurrent() {
    const current = this.list.querySelector("[aria-current]"), list = current?.closest("ol");
    if (!current) return;
    if (getComputedStyle(list).overflowY !== "auto") {
      current.scrollIntoView({ block: "nearest" });
      return;
    }
    const [one, all] = [current, list].map((part) => part.getBoundingClientRect());
    list.scrollTop += Math.min(0, one.top - all.top) + Math.max(0, one.bottom - all.bottom);
  }

  /** What stands in the place of an empty queue: the way to all events, where some wait that nothing speaks against. */
  nothingLeft() {
    const { all, second, unchecked, steps: last } = this.given;
    const query = new URLSearchParams(location.search);
    if (unchecked && !all && !["sort", "article", "kind", "words"].some((name) => query.get(name))) {
      return [h("p", { class: "empty" }, last.length ? "Everything doubtful has had its look." : "No dates differ, none is missing, and nothing seems to be told twice."), h("p", { class: "acts" }, button(`Go through ${count(unchecked, "event", "events")}`, () => this.filter({ sort: "unchecked" })))];
    }
    return [h("p", { class: "empty" }, second ? "Everything that deserved a look has had one." : unchecked ? "The filter leaves nothing." : "Every event is checked.")];
  }

  /** The events whose headline has these words; none, and why is said, where the server can't be asked. */
  async find(words) {
    if (!words) return [];
    const { events } = await ask(`${this.at}/find?${new URLSearchParams({ words })}`).catch((error) => {
      this.desk.says(error.message);
      return { events: [] };
    });
    return events;
  }

  /** Any event can be looked for and changed, not only what is in the queue. */
  search() {
    const found = h("ul", { class: "found" });
    let number = 0;
    const words = field("Look for any event", { type: "search", oninput: async () => {
      const mine = number += 1;
      const typed = words.input.value.trim();
      const events = await this.find(typed);
      if (mine !== number) return;
      found.replaceChildren(...(events.length || !typed ? events.map((one) => h("li", {}, h("button", { type: "button", onclick: () => this.choose(one.id, true) }, one.headline, h("span", { class: "dim" }, ` ${one.when}`))))
        : [h("li", { class: "dim" }, `No event’s headline has “${typed}”.`)]));
    } });
    return h("search", { class: "find-any" }, words.host, found);
  }

  choose(target, heading) {
    this.chosen = target;
    this.staying = this.given.looks.some((look) => look.target === target) ? null : target;  // any event can be changed
    this.drawList();
    return this.drawCard(heading);
  }

  /** Shows the chosen one. What is on the card stays there while nothing of it changed, or while somebody types in it. */
  async drawCard(heading) {
    const target = this.chosen, { second } = this.given;
    if (this.shown?.target !== target || this.shownTo !== second) this.shown = null;
    if (!target) {
      this.card.hidden = true;
      return;
    }
    const open = [...this.card.querySelectorAll("details[open] > summary")].map((one) => one.textContent);
    try {
      const card = await ask(`${this.at}/card/${encodeURIComponent(target)}?${new URLSearchParams(second ? { second } : {})}`);
      if (this.chosen !== target) return;
      if (this.shown && (this.typed().length || JSON.stringify(card) === JSON.stringify(this.shown))) return;
      const focused = this.card.getRootNode().activeElement;
      const held = this.card.contains(focused) && focused.matches("button, summary, h2") ? focused : null;
      this.card.hidden = false;
      this.card.replaceChildren(...checkCard(this, card));
      this.fields = new Map([...this.card.querySelectorAll("input, textarea")].map((one) => [one, one.value]));
      for (const one of this.card.querySelectorAll("details > summary")) if (open.includes(one.textContent)) one.parentElement.open = true;
      Object.assign(this, { shown: card, shownTo: second });
      if (this.card.dataset.target !== target) this.fromTheTop();
      else if (held) refocus(this.card, held);
      this.card.dataset.target = target;
      this.typeAgain(target);
      if (heading) this.card.querySelector("h2").focus({ preventScroll: true });
      if (heading && this.card.getBoundingClientRect().top > window.innerHeight - 120) this.card.scrollIntoView({ block: "start", behavior: still() ? "auto" : "smooth" });
    } catch (error) {
      if (this.chosen !== target) return;
      this.shown = null;
      this.fields.clear();
      this.card.replaceChildren(h("p", { class: "problem", role: "alert" }, error.message));
    }
  }

  /** What somebody has typed in the card and not sent yet: [label, value] of each field. */
  typed() {
    return [...this.fields].filter(([one, value]) => one.isConnected && one.value !== value).map(([one]) => [one.labels[0].textContent, one.value]);
  }

  /** Puts what was typed before the card was drawn anew into its fields, if it is the same one. */
  typeAgain(target) {
    const { kept } = this;
    this.kept = null;
    for (const [label, value] of kept?.target === target ? kept.typed : []) {
      const one = [...this.fields.keys()].find((field_) => field_.labels[0].textContent === label);
      if (!one) continue;
      one.value = value;
      one.dispatchEvent(new Event("input"));
    }
  }

  /** Another one begins with its heading, however far down the one before was read. */
  fromTheTop() {
    this.card.scrollTop = 0;
    if (this.card.getBoundingClientRect().top < 0) this.card.scrollIntoView({ block: "start" });
  }

  drawBelow() {
    const { steps: last, readers, aside } = this.given;
    this.below.replaceChildren(...[
      readers.map((one) => this.agreement(one)),
      aside.length ? h("details", { class: "steps" }, h("summary", {}, `Set aside (${grouped(aside.length)})`), h("ul", { class: "aside" }, aside.map((one) => h("li", {}, h("span", {}, one.headline, h("span", { class: "dim" }, ` ${one.when}`)),
        this.desk.reads ? null : button("Put back", () => this.decides({ action: "restore", targets: [one.id] }, { stay: true }).catch((error) => this.desk.says(error.message))))))) : null,
      steps("What was decided last", last)].flat().filter(Boolean));
  }

  agreement({ name, both, share, kappa, differ }) {
    const words = both ? `${name} and what was decided agree on ${Math.round(share * 100)} % of ${count(both, "thing", "things")} judged by both${kappa === null ? "" : ` (Cohen’s kappa ${kappa.toFixed(2)})`}.` : `${name} has judged nothing yet that was decided about.`;
    return h("section", { class: "agreement" }, h("h3", {}, `Second reader: ${name}`), h("p", {}, words),
      differ.length ? h("ul", {}, differ.map((one) => h("li", {}, h("button", { type: "button", onclick: () => this.choose(one.target, true) }, one.title), h("span", { class: "dim" }, ` decided: ${one.one}; ${name}: ${one.other}`)))) : null);
  }

  // What a person does

  keyed(event) {
    const host = event.composedPath()[0];
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || host.closest?.("input, textarea, select, dialog, [contenteditable]") || this.desk.root.querySelector("dialog[open]")) return;
    const pressed = event.key.toLowerCase();
    const second = Boolean(this.given.second);
    const act = this.desk.reads ? { n: () => this.next(), p: () => this.next(-1) }[pressed] : second ? { n: () => this.next(), f: () => this.fix(), ...this.opinions }[pressed] : {
      a: () => this.accept(), f: () => this.fix(), m: () => this.merge(), s: () => this.split(), x: () => this.setAside(), n: () => this.next(),
      p: () => this.next(-1), z: () => this.turn(event.shiftKey ? "redo" : "undo"),
    }[pressed];
    if (!act) return;
    event.preventDefault();
    const done = act();
    done?.catch?.((error) => this.desk.says(error.message));
  }

  /** Tells the server what was decided about the card that a person has seen; then the next one is there. */
  async decides(wish, { stay = false, seen = this.shown } = {}) {
    const versions = seen && wish.targets?.includes(seen.target) && wish.action !== "opinion" ? { [seen.target]: seen.version } : {};
    this.staying = stay ? this.chosen : null;
    const { says, made } = await tell(`${this.at}/decide`, { ...wish, versions, by: this.by }).catch(async (error) => {
      if (error.status === 409) await this.lookAgain();
      else await this.desk.refresh();
      throw error;
    });
    this.fields.clear();
    await this.desk.refresh();
    this.desk.says(says, wish.action === "opinion" ? null : () => this.turned("undo"));
    return made;
  }

  /** Another was first: what it did is shown, and what was typed here stays. */
  async lookAgain() {
    this.kept = { target: this.chosen, typed: this.typed() };
    this.staying = this.chosen;
    this.fields.clear();
    await this.desk.refresh();
    await this.drawCard();
  }

  /** Says what is wrong beside the form, or where that was drawn anew meanwhile, at the foot of the window. */
  tellWrong(place, error) {
    if (place.isConnected) place.textContent = error.message;
    else this.desk.says(error.message);
  }

  doing(wish) { return this.decides(wish).catch((error) => this.desk.says(error.message)); }
  accept() { return this.shown && this.doing({ action: "accept", targets: [this.shown.target] }); }
  setAside() { return this.shown && this.doing({ action: "set aside", targets: [this.shown.target] }); }
  fix() { this.fixField?.focus(); this.fixField?.scrollIntoView({ block: "nearest" }); }
  merge() { if (this.shown?.of === "event") chooseToMerge(this, this.shown); }
  split() { if (this.shown?.citations.length > 1) chooseToSplit(this, this.shown); }

  next(step = 1) {
    const { looks } = this.given;
    if (!looks.length) return null;
    const place = looks.findIndex((look) => look.target === this.chosen);
    return this.choose(looks[(place + step + looks.length) % looks.length].target, true);
  }

  async turn(what) {
    const done = await this.desk.does(() => this.turned(what));
    if (done) this.desk.says(done.says);
  }

  /** Takes the last step back, or brings it back; what it was about is shown, where it is to be checked again. */
  async turned(what) {
    const done = await tell(`${this.at}/${what}`, { by: this.by });
    this.wanted = done.target;
    return done;
  }

  filter(changes) {
    const query = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(changes)) value ? query.set(name, value) : query.delete(name);
    history.replaceState(null, "", `?${query}`);
    return this.desk.refresh();
  }

  bulk(action) {
    const { left } = this.given;
    const wish = Object.fromEntries(["sort", "article", "kind", "words"].map((name) => [name, new URLSearchParams(location.search).get(name) || ""]));
    const tag = field("Tag", { maxlength: 100, required: true }), why = field("Why (may be left out)", { maxlength: 500 });
    const heads = { accept: `Accept all ${grouped(left)}?`, "set aside": `Set all ${grouped(left)} aside?`, tag: `A tag for all ${grouped(left)}` };
    dialog(this.desk.root, heads[action], [h("p", {}, "It is one step, and can be undone as one."), action === "tag" ? tag.host : null, action === "set aside" ? why.host : null].filter(Boolean),
      { accept: "Accept them", "set aside": "Set them aside", tag: "Give the tag" }[action], async () => {
        const { says } = await tell(`${this.at}/bulk`, { ...wish, action, count: left, tag: tag.input.value, why: why.input.value, by: this.by });
        await this.desk.refresh();
        this.desk.says(says, () => this.turned("undo"));
      });
  }

  named(then) {
    const name = field("Name", { value: this.by, maxlength: 80 }, { help: "Stands beside what you decide. It stays on this computer and in the collection." });
    dialog(this.desk.root, "How should you be called?", [name.host], "Keep", async () => {
      const called = name.input.value.trim();
      if (then && !called) throw new Error("A second reader needs a name.");
      localStorage.setItem(NAME_KEPT, called);
      this.drawHead();
      if (then) setTimeout(then);
    });
  }

  beSecond() {
    this.named(() => this.filter({ second: this.by, sort: "", article: "", kind: "", words: "" }));
  }
}
