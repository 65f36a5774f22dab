// The frame around the chart: the bar, the heading, the tools.

function topBar(data, onCollection, field) {
  const choice = h("select", { "aria-label": "Collection", onchange: (e) => onCollection(e.target.value) },
    data.choices.map((c) => h("option", { value: c.id, selected: c.id === data.key }, c.title)));
  return h("header", { class: "bar" }, h("div", { class: "wrap" }, brand(data.home),
    data.choices.length === 1 ? h("span", { class: "choice" }, data.choices[0].title)
      : h("label", { class: "choice" }, choice, icon("m1 1 4 4 4-4", 10, 6)),
    waysBar(data.ways), field));
}

/** Past bar and filters, for who goes by keys: to the open article, else to the event at which Tab stops in the chart, else to why there is none. */
function skipping(explorer) {
  const on = () => {
    const { reading, kept, chart, view } = explorer;
    const part = reading.open ? reading.host : kept?.events.length ? chart.stop || chart.over : view;
    if (!part.hasAttribute("tabindex")) part.setAttribute("tabindex", "-1");
    part.focus();
  };
  return h("button", { type: "button", class: "skip btn", onclick: on }, "Skip to the events");
}

function account(data, onAccount) {
  return h("button", { class: "account", type: "button", onclick: onAccount },
    h("span", {}, "Every date in the text is accounted for: "), h("b", {}, accountOf(data.counts)));
}

const accountOf = (n) => `${grouped(n.event)} in events, ${grouped(n.undated)} undated, ${grouped(n.aside)} set aside`;

function heading(data) {
  const differ = data.events.filter((e) => e.choice === "differs").length;
  const articles = data.documents.length;
  return h("div", {},
    h("h1", {}, data.title),
    h("p", {}, `${count(data.events.length, "event", "events")} from ${numberWord(articles).toLowerCase()} ${articles === 1 ? "article" : "articles"}.`,
      differ > 0 && " ", differ > 0 && h("b", {}, `About ${differ === 1 ? "one date" : `${numberWord(differ).toLowerCase()} dates`} ${articles === 1 ? "it contradicts itself" : "they differ"}.`)),
    (data.problems || []).map((problem) => h("p", { class: "problem", role: "status" }, problem)));
}

/** Why there is nothing on the axis, in sentences, where there is nothing. */
function emptiness({ events, documents, counts }) {
  if (events.length || !documents.length) return [];
  const none = counts.undated + counts.aside === 0;
  return [none ? `There is no date in ${documents.length === 1 ? "this article" : "these articles"}, so there is no timeline.`
    : `No date could be given a place on the axis: ${count(counts.undated, "mention of time is", "mentions of time are")} undated, `
      + `${grouped(counts.aside)} set aside. ${counts.undated + counts.aside === 1 ? "It is listed below, with the reason" : "They are listed below, each with the reason"}.`];
}

/** What can be done with a collection without events: its articles can be read. */
function wayToArticles({ documents }, onRead) {
  if (!documents.length) return "";
  return h("button", { type: "button", class: "btn", onclick: (e) => onRead(documents[0].id, e.currentTarget) },
    documents.length === 1 ? "Read the article" : "Read the articles");
}

function zoomTools(chart) {
  const tool = (words, label, act) => h("button", { type: "button", "aria-label": label, title: label, onclick: act }, words);
  return h("div", { class: "tools", role: "group", "aria-label": "Zoom" },
    tool("−", "Zoom out", () => chart.zoom(2)),
    tool("+", "Zoom in", () => chart.zoom(0.5)),
    tool("All", "Show all years", () => chart.fit()));
}

/** What is shown, and how many events lie beyond each edge of the window, as buttons that go there. */
class Caption {
  constructor(chart) {
    this.chart = chart;
    const ends = ["earlier", "later"].map((where, i) => h("button", { type: "button", class: `beyond ${where}`,
      onclick: () => chart.fitStretch(chart.beyond()[i].stretch) }));
    this.ends = ends.map((button) => ({ button, edge: h("span", { hidden: true }) }));
    this.shown = h("span", { class: "shown" });
    this.host = h("div", { class: "caption" }, this.ends[0].button, this.ends[0].edge, this.shown, this.ends[1].button, this.ends[1].edge);
  }

  /** What is shown and what is not, in one sentence. */
  words() {
    return [this.shown, ...this.ends.map(({ button }) => button)].filter((one) => !one.hidden).map((one) => one.textContent.replace(/[←→]/g, "").trim()).join(", ");
  }

  draw() {
    const { window: [from, to], all: [first, last], ends } = this.chart;
    const every = from <= first + 1e-9 && to >= last - 1e-9;
    say(this.shown, every ? "All years are shown" : `Shown: ${windowWords(from, to)}`);
    this.chart.beyond().forEach(({ total, stretch }, i) => {
      const { button, edge } = this.ends[i];
      if (button.hidden === total > 0) [button.hidden, edge.hidden] = [!total, total > 0];
      if (!total) return say(edge, edgeWords(i ? ends[1] - DAY / 2 : ends[0], last - first));
      const [begin, end] = stretch;
      const words = total === 1 && end - begin < 1.01 ? `${grouped(total)} in ${yearWords(civilAt(begin)[0])}` : `${grouped(total)} ${i ? "later" : "earlier"}`;
      say(button, i ? `${words} →` : `← ${words}`);
      const title = `Go to ${windowWords(begin, Math.max(end, begin + DAY))}`;
      if (button.title !== title) button.title = title;
    });
  }
}

function say(element, words) {
  if (element.textContent !== words) element.textContent = words;
}
