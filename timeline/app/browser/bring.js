// Bringing articles in: files, a folder, pasted text. The list tells what became of each, and the page stays usable.

const SENT_AT_ONCE = 3;
const SHOWN = 200;  // files of a long list that stand in the page
const BUSY_LOOK = 400, QUIET_LOOK = 3000;  // ms

PAGES.bring = (desk, given) => new Bringing(desk, given);

/** How a file stands, in words. */
const STATES = { sending: "being sent", waiting: "waits", reading: "being read", asks: "asks you", read: "read", known: "there already", failed: "not read", stopped: "stopped" };

class Bringing {
  constructor(desk, given) {
    this.desk = desk;
    this.title = `Bring in: ${given.shelf.name}`;
    this.shelf = given.shelf;
    this.most = given.most;
    this.fetches = given.fetch;
    this.files = new Map();  // by number; those still being sent by their own keys
    this.queue = [];
    this.sending = new Map();
    this.at = `bring/${encodeURIComponent(given.shelf.id)}`;
    this.head = h("div", {});
    this.progress = h("section", { class: "box progress", "aria-label": "How far it is" });
    this.list = h("ul", { class: "files" });
    this.drop = dropField(given.shelf.articles ? "Drop more articles here" : "Drop articles here", (files) => this.take(files), this.ways(), { small: given.shelf.articles > 0 });
    this.parts = [this.head, ...(desk.reads ? desk.readsOnly("Whoever has the word for editing brings articles in.") : [this.drop]), this.progress, this.list];
    this.told({ ...given.bringing, shelf: given.shelf, unread: given.unread });
    if (!desk.reads) {
      this.take(carried.splice(0));
      if (new URLSearchParams(location.search).get("by") === "paste") setTimeout(() => this.paste());
    }
    this.look();
  }

  ways() {
    const first = this.shelf.articles ? button : main_;  // once there is something, the way to the timeline is the main one
    return [first("Choose files", () => choose((files) => this.take(files))),
      button("Choose a folder", () => choose((files) => this.take(files), true)),
      button("Paste text", () => this.paste()),
      this.fetches ? button("Fetch a page", () => this.fetch()) : null].filter(Boolean);
  }

  fetch() {
    const url = field("Address of the page", { type: "url", required: true, maxlength: 2000, placeholder: "https://" },
      { help: "The server of the page sees that you asked for it. Its text is kept, nothing else." });
    dialog(this.desk.root, "Fetch a page", [url.host], "Fetch it", async () => {
      const told = await tell(`${this.at}/address`, { url: url.input.value.trim() });
      this.files.set(told.number, told);
      this.soon();
    });
  }

  leave() {
    this.left = true;
    clearTimeout(this.next);
  }

  again(given) {
    this.told({ ...given.bringing, shelf: given.shelf, unread: given.unread });
  }

  /** Puts files on their way, some at a time; what is too big is said at once. */
  take(files) {
    for (const { file, path, wrong } of files) {
      const key = `own-${this.keys = (this.keys || 0) + 1}`;
      const one = { key, name: path, bytes: file?.size, state: "sending", said: [], file };
      if (wrong) Object.assign(one, { state: "failed", said: [wrong] });
      else if (file.size > this.most) Object.assign(one, { state: "failed", said: [`The file is too big: ${sizeWords(file.size)}, at most ${sizeWords(this.most)}. Split it.`], file: null });
      else this.queue.push(one);
      this.files.set(key, one);
    }
    this.pump();
    this.draw();
  }

  pump() {
    while (this.sending.size < SENT_AT_ONCE && this.queue.length) {
      const one = this.queue.shift();
      const { sent, stop } = send(`${this.at}/file?${new URLSearchParams({ name: one.name })}`, one.file);
      this.sending.set(one.key, stop);
      sent.then((told) => {
        this.files.delete(one.key);
        this.files.set(told.number, told);
      }, (error) => Object.assign(one, error.name === "AbortError" ? { state: "stopped" } : { state: "failed", said: [error.message] }))
        .then(() => {
          this.sending.delete(one.key);
          this.pump();
          this.soon();
        });
    }
  }

  paste() {
    const name = field("Name", { maxlength: 200 }, { help: "May be left out: then its first words name it." });
    const text = area("Text of the article", { rows: 12, required: true });
    dialog(this.desk.root, "Paste an article", [text.host, name.host], "Bring it in", async () => {
      const told = await tell(`${this.at}/text`, { name: name.input.value, text: text.input.value });
      this.files.set(told.number, told);
      this.soon();
    });
  }

  soon() {
    clearTimeout(this.next);
    this.next = setTimeout(() => this.look(), 50);
  }

  async look() {
    if (this.left) return;
    try {
      this.told(await ask(`${this.at}?after=${this.version || 0}`));
      this.away = "";
    } catch (error) {
      this.away = error.message;
      this.draw();
    }
    if (this.left) return;
    clearTimeout(this.next);
    this.next = setTimeout(() => this.look(), this.busy() ? BUSY_LOOK : QUIET_LOOK);
  }

  told(state) {
    const was = this.busy();
    this.state = state;
    this.version = state.version;
    this.shelf = state.shelf;
    if ("unread" in state) this.unread = state.unread;
    for (const one of state.files) this.files.set(one.number, one);
    if (was && !this.busy()) {
      this.unread = state.problem ? this.unread : 0;
      if (this.shelf.articles || this.state.counts.failed) this.desk.says(this.sum());
    }
    if (state.files.length || this.busy() || was || !this.drawn) this.draw();
  }

  busy() {
    if (!this.state) return false;
    const { counts, reading } = this.state;
    return Boolean(this.queue.length || this.sending.size || counts.waiting || counts.reading || reading);
  }

  all() { return [...this.files.values()]; }

  sum() {
    const n = (state) => this.all().filter((one) => one.state === state).length;
    const failed = n("failed");
    if (this.state.problem) return this.state.problem;
    const all = this.all().length;
    if (failed && all === 1) return "The file could not be read.";
    if (failed) return `${failed === all ? "None" : numberWord(failed)} of ${numberWord(all).toLowerCase()} files could ${failed === all ? "" : "not "}be read.`;
    return `${count(this.shelf.events, "event", "events")} from ${count(this.shelf.articles, "article", "articles")}.`;
  }

  draw() {
    this.drawn = true;
    const { shelf } = this;
    const ready = shelf.events > 0 && !this.busy();
    if (ready) this.drop.querySelector(".btn.go")?.classList.remove("go");
    this.head.replaceChildren(pageHead(shelf.name,
      shelf.articles ? `${count(shelf.articles, "article", "articles")}, ${count(shelf.events, "event", "events")}.` : "Nothing is in this collection yet.",
      ...(shelf.events ? [way(`?${new URLSearchParams({ c: shelf.id })}`, { class: ready ? "btn go" : "btn" }, "See the timeline")] : [])));
    this.drawProgress();
    this.drawList();
  }

  drawProgress() {
    const { counts, reading, left } = this.state;
    const files = this.all();
    const over = files.filter((one) => ["read", "known", "failed", "stopped"].includes(one.state)).length;
    const coming = this.queue.length + this.sending.size + (counts.waiting || 0) + (counts.reading || 0);
    const parts = [];
    if (this.away) parts.push(h("p", { class: "problem", role: "alert" }, this.away));
    if (coming) {
      const now = files.find((one) => one.state === "reading") || files.find((one) => one.state === "sending");
      parts.push(h("h2", {}, `Reading file ${grouped(Math.min(over + 1, files.length))} of ${grouped(files.length)}`),
        h("p", { class: "now" }, now ? now.name : ""), bar(over, files.length, "Files read"), this.foot(left));
    } else if (reading) {
      const at = Math.min(reading.done, reading.total);
      parts.push(h("h2", {}, reading.total ? "Finding the dates and events" : "The articles are read; now their dates and events"),
        h("p", { class: "now" }, reading.name), bar(at, reading.total || 1, "Steps done"), this.foot(reading.left));
    } else {
      if (this.state.problem) parts.push(h("p", { class: "problem", role: "alert" }, this.state.problem));
      if (this.unread || this.state.problem) parts.push(h("h2", {}, `${this.unread ? count(this.unread, "change among the articles is", "changes among the articles are") : "Something among the articles is"} not on the timeline yet`),
        this.desk.reads ? null : h("div", { class: "acts" }, main_("Read now", () => this.read())));
    }
    this.progress.hidden = !parts.length;
    // What a person may be holding stays where it is while only numbers change.
    const kind = coming ? "files" : reading ? "reading" : "";
    if (kind && kind === this.kind && this.progress.firstChild) {
      const fresh = h("div", {}, parts);
      for (const name of ["h2", ".now", ".bar-done", ".left-words"]) this.progress.querySelector(name)?.replaceWith(fresh.querySelector(name));
    } else {
      this.progress.replaceChildren(...parts);
    }
    this.kind = kind;
  }

  foot(left) {
    return h("div", { class: "acts" }, h("span", { class: "left-words dim" }, leftWords(left)), this.desk.reads ? null : quiet("Stop, keep what is there", () => this.stop()));
  }

  drawList() {
    const files = this.all().reverse();
    const order = { asks: -1, failed: 0, reading: 1, sending: 2, waiting: 3, stopped: 4, known: 5, read: 6 };
    files.sort((a, b) => order[a.state] - order[b.state]);
    const seen = new Map([...this.list.children].map((row) => [row.dataset.key, row]));
    const rows = files.slice(0, SHOWN).map((one) => {
      const key = `${one.number ?? one.key}`;
      const look = JSON.stringify([one.state, one.said, one.articles]);
      const old = seen.get(key);
      if (old && old.dataset.look === look) return old;
      return h("li", { class: `is-${one.state}`, "data-key": key, "data-look": look },
        h("div", {}, h("b", {}, one.name), one.bytes ? h("span", { class: "dim" }, sizeWords(one.bytes)) : null,
          (one.said || []).slice(0, 20).map((words) => h("p", {}, words))),
        h("span", { class: "state" }, one.state === "read" && one.articles > 1 ? `${count(one.articles, "article", "articles")} read` : STATES[one.state]),
        one.state === "asks" ? button("Look at its columns", () => askColumns(this, one), { class: "btn go", "aria-label": `Look at the columns of ${one.name}` }) : null,
        ["failed", "stopped"].includes(one.state) && (one.again || one.file) ? button("Try again", () => this.retry(one), { "aria-label": `Try ${one.name} again` }) : null);
    });
    if (rows.some((row, at) => row !== this.list.children[at]) || rows.length !== this.list.children.length) this.list.replaceChildren(...rows);
    this.more?.remove();
    const over = !this.busy() && files.some((one) => ["read", "known", "failed", "stopped"].includes(one.state));
    this.more = h("div", { class: "acts more-files" }, files.length > SHOWN ? h("p", { class: "dim" }, `and ${grouped(files.length - SHOWN)} more`) : null,
      over ? quiet("Clear this list", () => this.clear()) : null);
    this.list.after(this.more);
  }

  async retry(one) {
    if (one.file) {
      Object.assign(one, { state: "sending", said: [] });
      this.queue.push(one);
      this.pump();
      this.draw();
      return;
    }
    await this.wish("again", { number: one.number });
  }

  async stop() {
    for (const one of this.queue.splice(0)) one.state = "stopped";
    for (const stop of this.sending.values()) stop();
    await this.wish("stop");
    this.unread = (await ask(`page/bring?${new URLSearchParams({ c: this.shelf.id })}`).catch(() => null))?.given.unread || 0;
    this.draw();
  }

  async clear() {
    for (const [key, one] of this.files) if (["read", "known", "failed", "stopped"].includes(one.state)) this.files.delete(key);
    await this.wish("clear");
    this.draw();
  }

  read() { return this.wish("read"); }

  async wish(what, more = {}) {
    try {
      await tell(`${this.at}/${what}`, more);
    } catch (error) {
      this.desk.says(error.message);
    }
    this.soon();
  }
}

function bar(done, total, label) {
  return h("div", { class: "bar-done", role: "progressbar", "aria-valuenow": done, "aria-valuemin": 0, "aria-valuemax": total, "aria-label": label },
    s("svg", { viewBox: "0 0 100 6", preserveAspectRatio: "none", width: "100%", height: 6, "aria-hidden": "true" },
      s("rect", { width: 100, height: 6, class: "ground" }), s("rect", { width: total ? (100 * done) / total : 0, height: 6, class: "part" })));
}

/** Seconds in words that don't claim more than they know. */
function leftWords(seconds) {
  if (seconds === null || seconds === undefined) return "";
  if (seconds < 5) return "a few seconds left";
  if (seconds < 60) return `about ${Math.ceil(seconds / 5) * 5} seconds left`;
  if (seconds < 5400) return `about ${count(Math.ceil(seconds / 60), "minute", "minutes")} left`;
  return `about ${count(Math.round(seconds / 3600), "hour", "hours")} left`;
}

/** How many articles a table has, of which so many are shown below. */
function rowsWords(rows, shown) {
  if (!rows) return "There is no row below the names of its columns.";
  return rows === 1 ? "1 row, which is an article:" : `${grouped(rows)} rows, each an article${shown < rows ? ". The first" : ""}:`;
}

/** Which column of a table is what: a choice for each field, the first rows as they would be read. */
function askColumns(bringing, one) {
  const rows = h("div", { class: "preview" });
  let { table } = one;
  const picks = table.fields.map(([name, words]) => [name, choiceField(words, [["", "None"], ...table.names.map((column) => [column, column])], table.columns[name] || "")]);
  const said = () => Object.fromEntries(picks.map(([name, { input }]) => [name, input.value]).filter(([, column]) => column));
  const draw = () => rows.replaceChildren(...[h("p", { class: "dim" }, rowsWords(table.rows, table.first.length)),
    table.wrong ? h("p", { class: "problem" }, table.wrong) : null,
    h("ul", {}, table.first.map((row) => h("li", {}, h("b", {}, row.title || "No title"), h("span", { class: "dim" }, [row.published, row.publisher].filter(Boolean).join(", ")), h("p", {}, row.text || ""))))].filter(Boolean));
  for (const [, { input }] of picks) {
    input.addEventListener("change", async () => {
      table = await tell(`${bringing.at}/table`, { number: one.number, columns: said() }).catch((error) => ({ ...table, wrong: error.message }));
      draw();
    });
  }
  draw();
  dialog(bringing.desk.root, `Columns of ${one.name}`, [h("div", { class: "pairs" }, picks.map(([, { host }]) => host)), rows], `Read ${count(table.rows, "row", "rows")}`, async () => {
    if (!said().text) throw new Error("Choose the column that holds the text of the articles.");
    await tell(`${bringing.at}/columns`, { number: one.number, columns: said() });
    bringing.soon();
  }).classList.add("wide");
}
