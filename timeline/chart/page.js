// The frame around the chart: the bar, the heading, the tools, the key.

function brand() {
  return h("span", { class: "brand" },
    s("svg", { width: 26, height: 20, viewBox: "0 0 26 20", "aria-hidden": "true" },
      s("defs", {}, s("linearGradient", { id: "brand-fade" },
        s("stop", { offset: 0, "stop-color": "currentColor", "stop-opacity": 0 }),
        s("stop", { offset: 0.5, "stop-color": "currentColor" }),
        s("stop", { offset: 1, "stop-color": "currentColor", "stop-opacity": 0 }))),
      s("rect", { x: 0, y: 3, width: 18, height: 5, fill: "url(#brand-fade)" }),
      s("circle", { cx: 19, cy: 14.5, r: 4.5, fill: "currentColor" })),
    h("span", {}, "Timeline"));
}

function topBar(data, onCollection, field) {
  const choice = h("select", { "aria-label": "Collection", onchange: (e) => onCollection(e.target.value) },
    data.choices.map((c) => h("option", { value: c.id, selected: c.id === data.key }, c.title)));
  return h("header", { class: "bar" }, h("div", { class: "wrap" }, brand(),
    data.choices.length === 1 ? h("span", { class: "choice" }, data.choices[0].title)
      : h("label", { class: "choice" }, choice, icon("m1 1 4 4 4-4", 10, 6)),
    field));
}

function account(data, onAccount) {
  return h("button", { class: "account", type: "button", onclick: onAccount },
    h("span", {}, "Every date in the text is accounted for: "), h("b", {}, accountOf(data.counts)));
}

const accountOf = (n) => `${n.event.toLocaleString("en")} in events, ${n.undated.toLocaleString("en")} undated, ${n.aside.toLocaleString("en")} set aside`;

function heading(data) {
  const differ = data.events.filter((e) => e.choice === "differs").length;
  const articles = data.documents.length;
  return h("div", {},
    h("h1", {}, data.title),
    h("p", {}, `${count(data.events.length, "event", "events")} from ${numberWord(articles).toLowerCase()} ${articles === 1 ? "article" : "articles"}.`,
      differ > 0 && " ", differ > 0 && h("b", {}, `About ${differ === 1 ? "one date" : `${numberWord(differ).toLowerCase()} dates`} they differ.`)),
    (data.problems || []).map((problem) => h("p", { class: "problem", role: "status" }, problem)));
}

function zoomTools(chart) {
  const tool = (words, label, act) => h("button", { type: "button", "aria-label": label, title: label, onclick: act }, words);
  return h("div", { class: "tools", role: "group", "aria-label": "Zoom" },
    tool("−", "Zoom out", () => chart.zoom(2)),
    tool("+", "Zoom in", () => chart.zoom(0.5)),
    tool("All", "Show all years", () => chart.fit()));
}

/** The key below the chart: a help, not a need. */
function keyOfMarks() {
  const fade = (id, edge) => s("linearGradient", { id }, ...[[0, 0], [edge, 1], [1 - edge, 1], [1, 0]].map(([o, a]) =>
    s("stop", { offset: o, "stop-opacity": a, class: "ink-stop" })));
  const signs = [
    [12, "a day", () => [s("circle", { cx: 6, cy: 9, r: 5.5, class: "solid" })]],
    [34, "some time in it", () => [s("defs", {}, fade("key-soft", 0.3)),
      s("rect", { x: 0, y: 4, width: 34, height: 10, fill: "url(#key-soft)" })]],
    [32, "lasted", () => [s("rect", { x: 1, y: 4, width: 30, height: 10, class: "solid" })]],
    [20, "not told as fact", () => [s("rect", { x: 1, y: 4.5, width: 18, height: 9, rx: 4.5, class: "hollow" })]],
    [44, "articles differ", () => [s("rect", { x: 1, y: 7, width: 11, height: 9, rx: 4.5, class: "hollow" }),
      s("rect", { x: 14, y: 7, width: 11, height: 9, rx: 4.5, class: "hollow" }),
      s("path", { d: "M6.5 5V2h13v3", class: "differ-line" }), s("text", { x: 29, y: 16, class: "differ-sign" }, "≠")]],
    [34, "since", () => [s("path", { d: "M2 3v12M2 9h29m-6-5 6 5-6 5", class: "arrow" })]],
    [44, "about", () => [s("defs", {}, fade("key-about", 0.45)),
      s("rect", { x: 0, y: 4, width: 44, height: 10, fill: "url(#key-about)", class: "about" })]],
    [32, "two more", () => [s("rect", { x: 1, y: 1, width: 30, height: 16, rx: 8, class: "pill" }),
      s("text", { x: 16, y: 13.5, "text-anchor": "middle", class: "pill-words" }, "+2")]],
  ];
  return h("ul", { class: "key", "aria-label": "How to read the marks" }, signs.map(([width, words, draw]) =>
    h("li", {}, s("svg", { width, height: 18, "aria-hidden": "true" }, ...draw()), h("span", {}, words))));
}
