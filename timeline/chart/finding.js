// Search, filters and lanes as the reader sees them: the field, the row of chips with their sheets, and how many
// events remain. It holds what is chosen; the explorer shows the events that remain.

const LIST_AT_ONCE = 100;   // choices of a sheet that are shown before anything is typed
const LONG_LIST = 12;       // choices from which on a sheet has a field of its own
const CHIPS = [
  { key: "article", title: "Articles", none: (n) => `All ${grouped(n)} articles`, some: "articles" },
  { key: "kind", title: "Kinds", none: () => "All kinds", some: "kinds" },
  { key: "who", title: "Who takes part", none: () => "Who", some: "who take part" },
  { key: "place", title: "Places", none: () => "Places", some: "places" },
  { key: "tag", title: "Tags", none: () => "Tags", some: "tags" },
];
const MORE = [["grade", "The date is"], ["told", "It is told as"], ["least", "Told by"]];

class Finding {
  /** `onChange(push)` after every choice; `onStep(by)` to the next thing found; `years()` gives the window. */
  constructor({ onChange, onStep, years }) {
    Object.assign(this, { onChange, onStep, years });
    this.filters = noFilters();
    this.lanes = plainLanes();
    this.input = h("input", { type: "search", placeholder: "Search", "aria-label": "Search headlines, sentences, people and places",
      autocomplete: "off", spellcheck: "false", enterkeyhint: "search", "aria-keyshortcuts": "/",
      onfocus: () => this.readQuotes(), oninput: () => { this.typing ??= requestAnimationFrame(() => this.type()); }, onkeydown: (event) => this.keyInField(event) });
    this.field = h("div", { class: "find", role: "search" }, magnifier(), this.input, h("kbd", { "aria-hidden": "true" }, "/"));
    this.chips = h("div", { class: "chips", role: "group", "aria-label": "Filters" });
    this.sum = h("p", { class: "remains" });
    this.side = h("div", { class: "side" });
    this.sheet = new Sheet();
    this.host = h("div", { class: "filters wrap" }, this.chips, this.sum, this.side, this.sheet.host);
  }

  /** Another collection, or the same one `again` after somebody changed it: then who is choosing goes on. */
  show(data, again) {
    this.data = data;
    this.filtering = new Filtering(data);
    this.filters = noFilters();
    this.lanes = plainLanes();
    if (!again) this.sheet.close(false);
    clearTimeout(this.indexing);
    this.reading = null;
    this.indexSoon();
  }

  /** Where sentences are still at the server, search asks for them when it is first used; what is here is searched at once. */
  readQuotes() {
    const { data, filtering } = this;
    if (!data?.source || this.reading || data.events.every((event) => event.sources)) return;
    this.reading = "Sentences are still being read.";
    const again = (words) => {
      this.reading = words;
      filtering.passes.delete("q");
      if (this.filters.q) this.onChange(null);
    };
    needQuotes(data, (first, total) => filtering.index.renew(first, total)).then(
      () => this.data === data && again(" "),
      () => this.data === data && again("The sentences could not be fetched: only headlines, people and places are searched."));
  }

  /** Search looks in these sentences too, from now on. */
  arrived(first, total) {
    this.filtering.index.renew(first, total);
    this.filtering.passes.delete("q");
  }

  /** Makes the index while nothing else happens, a block at a time; a search that comes first makes the rest. */
  indexSoon() {
    const { index } = this.filtering;
    if (index.ready) return;
    this.indexing = setTimeout(() => {
      index.grow();
      this.indexSoon();
    }, index.blocks.length ? 8 : 600);
  }

  leave() {
    clearTimeout(this.indexing);
    cancelAnimationFrame(this.typing);
    this.sheet.close(false);
  }

  /** Takes search, filters and lanes from the address. */
  take(pairs) {
    const { filters, lanes } = fromPairs(pairs);
    this.filters = this.filtering.known(filters);
    this.lanes = lanes;
    if (this.input.value.trim() !== filters.q) this.input.value = filters.q;
    if (filters.q) this.readQuotes();
  }

  pairs() {
    return pairsOf(this.filters, this.lanes);
  }

  get on() {
    return isFiltered(this.filters);
  }

  /** The data with the events that remain, in their lanes. */
  view() {
    const events = this.on ? this.filtering.kept(this.filters) : this.data.events;
    const { lanes, laneOf } = arrange(this.data, events, this.lanes);
    return { ...this.data, events, every: this.data.events, heads: lanes, laneOf, sought: termsOf(this.filters.q) };
  }

  change(key, value, push = true) {
    this.filters = { ...this.filters, [key]: value };
    this.onChange(push);
  }

  arrange(lanes) {
    this.lanes = { ...this.lanes, ...lanes };
    this.onChange(true);
  }

  fold(key) {
    const { folded } = this.lanes;
    this.arrange({ folded: folded.includes(key) ? folded.filter((one) => one !== key) : [...folded, key] });
  }

  clear(focus) {
    this.filters = noFilters();
    this.input.value = "";
    cancelAnimationFrame(this.typing);
    this.typing = null;
    this.onChange(true);
    if (focus) this.input.focus({ preventScroll: true });
  }

  /** Takes away only what leaves this event out. */
  reveal(event) {
    const against = this.filtering.against(event, this.filters);
    const free = noFilters();
    for (const key of against) this.filters = { ...this.filters, [key]: free[key] };
    if (against.includes("q")) this.input.value = "";
    this.onChange(true);
  }

  // The field

  focus() {
    this.input.focus();
    this.input.select();
  }

  /** Takes what stands in the field: once a frame, however many letters came in it. */
  type() {
    cancelAnimationFrame(this.typing);
    this.typing = null;
    const before = this.filters.q;
    // One step of history for a search, not one for each letter.
    this.change("q", this.input.value.trim(), !before !== !this.input.value.trim());
  }

  /** Takes at once what was typed since the last frame. */
  typed() {
    if (this.typing) this.type();
  }

  keyInField(event) {
    if (event.isComposing) return;  // Enter takes the characters that are being composed
    if (event.key === "Enter") {
      event.preventDefault();
      this.typed();
      this.onStep(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      if (this.input.value) {
        event.preventDefault();
        this.input.value = "";
        this.type();
      } else this.input.blur();
    }
  }

  suggest(from, to) {
    // Only the word that was not found gives way, whatever its case and accents were.
    this.input.value = this.filters.q.split(/(\s+|")/).map((part) => (termsOf(part)[0]?.text === from ? to : part)).join("");
    this.type();
    this.focus();
  }

  // The row of chips

  draw(view) {
    this.kept = view;
    const focused = this.host.getRootNode().activeElement?.dataset?.chip;
    const open = this.sheet.open && this.sheet.button?.dataset.chip;
    const filters = CHIPS.map((chip) => this.chip(chip)).filter(Boolean);
    const differing = this.filtering.counted("differ", this.filters)[0];
    this.chips.replaceChildren(...filters,
      differing ? h("button", { type: "button", class: differing.on ? "chip on" : "chip", "aria-pressed": differing.on ? "true" : "false", "data-chip": "differ",
        onclick: () => this.change("differ", differing.on ? [] : ["yes"]) },
      tellSign("differs"), "Articles differ", h("i", {}, differing.count.toLocaleString("en"))) : "",
      this.button("more", this.moreWords() || "More filters", !!this.moreWords(), "More filters", () => this.more()),
      h("span", { class: "gap" }),
      this.button("lanes", `Lanes: ${LANES.find((way) => way.by === this.lanes.by).words.toLowerCase()}`, false, "Lanes", () => this.laneList()));
    const find = (name) => this.chips.querySelector(`[data-chip="${name}"]`);
    if (open) this.sheet.renew(find(open));
    if (focused) find(focused)?.focus({ preventScroll: true });
    this.host.classList.toggle("on", this.on);
    this.sum.replaceChildren(...(this.on ? [h("b", {}, this.remaining()),
      h("button", { type: "button", class: "clear", onclick: () => this.clear(true) }, "Clear all"),
      this.filters.q && this.reading?.trim() ? h("span", { class: "dim" }, this.reading) : ""] : []));
  }

  /** "12 of 31 events": what remains. */
  remaining() {
    return `${this.kept.events.length.toLocaleString("en")} of ${count(this.data.events.length, "event", "events")}`;
  }

  chip({ key, title, none, some }) {
    const on = this.filters[key];
    if (!on.length && !this.filtering.several(key)) return null;
    const words = (choice) => (key === "article" ? titlesOf(this.data).get(choice) : choice);
    const label = !on.length ? none(this.data.documents.length) : on.length === 1 ? words(on[0]) : `${on.length} ${some}`;
    return this.button(key, label, on.length > 0, title, () => this.list(key), on.length ? `${title}: ` : "");
  }

  button(name, label, on, title, build, before = "") {
    return h("button", { type: "button", class: on ? "chip on" : "chip", "data-chip": name, "aria-haspopup": "dialog", "aria-expanded": "false",
      onclick: (event) => {
        this.wanted = "";
        this.sheet.show(event.currentTarget, title, build);
      } }, before && h("span", { class: "unseen" }, before), h("span", { class: "chip-words" }, label), icon("m1 1 4 4 4-4", 10, 6));
  }

  moreWords() {
    const on = MORE.flatMap(([key]) => this.filters[key].map((choice) => FILTERS.find((f) => f.key === key).words(choice)));
    if (this.filters.years) on.push(windowWords(...this.filters.years));
    return on.length > 1 ? `${on.length} more filters` : on[0];
  }

  // The sheets

  list(key) {
    const all = this.filtering.counted(key, this.filters);
    const { title } = CHIPS.find((chip) => chip.key === key);
    if (all.length <= LONG_LIST) return [this.options(key, all, title)];
    const place = h("div");
    const fill = () => {
      const terms = termsOf(this.wanted);
      const fits = all.filter((one) => one.on || terms.every((term) => placeOf(folded(one.words), term) >= 0));
      place.replaceChildren(this.options(key, fits.slice(0, LIST_AT_ONCE), title),
        fits.length > LIST_AT_ONCE ? h("p", { class: "dim" }, `${(fits.length - LIST_AT_ONCE).toLocaleString("en")} more: type to find them.`) : "");
    };
    const field = h("input", { type: "search", class: "in-list", placeholder: `Find among ${all.length.toLocaleString("en")}`, "aria-label": "Find in this list",
      "data-choice": "field", autocomplete: "off", oninput: (event) => {
        this.wanted = event.target.value;
        fill();
      } });
    field.value = this.wanted;
    fill();
    return [field, place];
  }

  options(key, choices, title) {
    const { one } = FILTERS.find((f) => f.key === key);
    const choose = (choice, on) => this.change(key, !on ? this.filters[key].filter((c) => c !== choice) : one ? [choice] : [...this.filters[key], choice]);
    return h("ul", { class: "options", "aria-label": title }, choices.map(({ choice, words, count: n, on }) => h("li", {},
      option(`${key} ${choice}`, words, n, on, n === 0 && !on, (event) => choose(choice, event.target.checked)))));
  }

  more() {
    const [from, to] = this.years();
    const sections = MORE.map(([key, title]) => [title, this.filtering.counted(key, this.filters), key])
      .filter(([, choices, key]) => choices.length > (key === "least" ? 0 : 1) || this.filters[key].length);
    const kept = this.filters.years;
    return [...sections.map(([title, choices, key]) => h("section", {}, h("h3", {}, title), this.options(key, choices, title))),
      h("section", {}, h("h3", {}, "Years"), h("ul", { class: "options", "aria-label": "Years" },
        kept && h("li", {}, option("years kept", `Only ${windowWords(...kept)}`, null, true, false, () => this.change("years", null))),
        (!kept || edgesInWords(kept) !== edgesInWords([from, to])) && h("li", {}, option("years", `Only the years shown now: ${windowWords(from, to)}`, null, false, false,
          () => this.change("years", edgesFrom(edgesInWords([from, to])))))))];
  }

  laneList() {
    const { heads } = this.kept;
    const ways = h("ul", { class: "options", role: "radiogroup", "aria-label": "Lanes" }, waysOf(this.data).map(({ by, words }) => h("li", { role: "presentation" },
      option(`lanes ${by}`, words, null, this.lanes.by === by, false, () => this.arrange({ ...plainLanes(), by }), "lanes"))));
    const movable = heads.filter((lane) => !lane.holds && lane.key !== "");
    const move = (lane, by, words, at) => h("button", { type: "button", class: "move", "data-choice": `${words} ${lane.key}`, "aria-label": `${words}: ${lane.name}`,
      "aria-disabled": at ? "true" : null, onclick: () => at || this.arrange({ order: moved(heads, lane.key, by) }) }, words);
    const rows = heads.length < 2 ? [] : [h("h3", {}, "Open lanes, from top to bottom"), h("ul", { class: "options order", "aria-label": "Open lanes, from top to bottom" }, heads.map((lane) => h("li", {},
      option(`fold ${lane.key}`, lane.name, lane.total, !lane.folded, false, () => this.fold(lane.key)),
      movable.includes(lane) && [move(lane, -1, "Up", lane === movable[0]), move(lane, 1, "Down", lane === movable[movable.length - 1])])))];
    const others = heads.find((lane) => lane.opens);
    return [ways, ...rows,
      others && h("button", { type: "button", class: "btn", "data-choice": "open", onclick: () => this.arrange({ opened: true }) }, `Show ${count(others.opens, "more lane", "more lanes")}`),
      this.lanes.opened && h("button", { type: "button", class: "btn", "data-choice": "open", onclick: () => this.arrange({ opened: false }) }, "Fewer lanes"),
      this.lanes.order.length > 0 && h("button", { type: "button", class: "btn", "data-choice": "order", onclick: () => this.arrange({ order: [] }) }, "Order as at first")].filter(Boolean);
  }
}

function option(id, words, n, on, dim, onchange, group) {
  const input = h("input", { type: group ? "radio" : "checkbox", name: group, "data-choice": id, onchange });
  input.checked = on;
  return h("label", { class: dim ? "option none" : "option" }, input, h("span", { class: "words" }, words),
    n !== null && h("span", { class: "n" }, n.toLocaleString("en"), h("span", { class: "unseen" }, n === 1 ? " event" : " events")));
}

function magnifier() {
  return s("svg", { width: 15, height: 15, viewBox: "0 0 15 15", class: "icon-line", "aria-hidden": "true" },
    s("circle", { cx: 6.2, cy: 6.2, r: 4.7 }), s("path", { d: "m9.8 9.8 4 4" }));
}

/** What stands where the chart was when no event remains: what was looked for, a near word, what is on, one way out. */
function nothingFound(finding) {
  const { filters, filtering } = finding;
  const terms = termsOf(filters.q);
  const searched = filtering.passing("q", filters);
  const none = searched && !searched.includes(1);
  const others = FILTERS.flatMap(({ key, words }) => filters[key].map((choice) => (words ? words(choice, finding.data) : choice)));
  if (filters.years) others.push(windowWords(...filters.years));
  const near = h("span");
  const lone = none && terms.find((term) => !filtering.index.hits([term]).includes(1));
  if (lone && !lone.phrase) {
    filtering.index.near(lone.text).then((word) => word && near.replaceChildren(" Did you mean ",
      h("button", { type: "button", class: "word", onclick: () => finding.suggest(lone.text, word) }, word), "?"));
  }
  const heading = terms.length ? `No event matches “${filters.q}”` : "No event passes these filters";
  const hint = !terms.length ? "" : !none ? "Without the filters there are some."
    : lone ? "Search looks in headlines, sentences, people and places." : "Each word is there, but no event has all of them.";
  return h("div", { class: "box nothing" }, h("h2", {}, heading),
    hint && h("p", {}, hint, near),
    others.length > 0 && h("p", {}, others.length === 1 ? "One filter is on" : `${numberWord(others.length)} filters are on`,
      terms.length ? " as well: " : ": ", others.flatMap((words, i) => [i ? ", " : "", h("b", {}, words)]), "."),
    h("p", { class: "acts" }, h("button", { type: "button", class: "btn go", onclick: () => finding.clear(true) },
      terms.length && others.length ? "Clear search and filters" : terms.length ? "Clear the search" : "Clear the filters")));
}
