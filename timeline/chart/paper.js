// The whole timeline on paper: all years in one strip, then strip after strip with every event numbered, then the
// articles, which at the end might need a page of their own for three lines, and the notes: under each number the date,
// what happened and the sentences that tell it. Made when printing begins.

const PAPERS = { A4: [297, 210], Letter: [279, 216], A3: [420, 297] };  // millimetres, lying
const PAPER_MARGIN = 12;
const PIXELS_PER_MM = 96 / 25.4;
const MOST_ON_PAPER = 1000;
const EVENTS_OF_A_STRIP = 24;
const MOST_IN_A_STRIP = 36;  // with those of other strips whose ends lie in it
const SCARCE = 8;  // events below which a strip may take the whole page
const STRIP_CAPTION = 40;
const SHEET_HEAD = 165;  // pixels of title and key, of two lines, above the first strip, which stands on the same page
const QUOTES_OF_A_NOTE = 3;
const NOTES_TOGETHER = 40;  // notes in two columns together: browsers take long to balance columns over many pages

/** The sheet with everything on it. `size` is a key of PAPERS. */
function paperOf(explorer, size) {
  const { data } = explorer;
  const events = onPaper(explorer.chart.data.events);
  const width = Math.floor((PAPERS[size][0] - 2 * PAPER_MARGIN) * PIXELS_PER_MM);
  const unquoted = events.filter((event) => !event.sources).length;
  const left = explorer.chart.data.events.length - events.length;
  const tall = (PAPERS[size][1] - 2 * PAPER_MARGIN) * PIXELS_PER_MM;
  const strips = onStage(explorer, width, "ink", (chart) => stripsOn(chart, events, tall - 2 * STRIP_CAPTION));
  // With many lanes the first strip is drawn smaller, so that title and key don't stand on a page of their own.
  if (strips.length) strips[0].drawing.style.maxHeight = `${tall - SHEET_HEAD}px`;
  return h("div", { class: "paper" },
    h("header", {}, h("h1", {}, data.title),
      h("p", {}, `${count(events.length, "event", "events")} from ${count(data.documents.length, "article", "articles")}. `,
        "Each strip has a scale of its own, and years without events are left out; the numbers lead to the notes.",
        left > 0 && ` Left out: ${count(left, "event that fewer articles tell", "events that fewer articles tell")}.`,
        unquoted > 0 && ` The sentences of ${count(unquoted, "event", "events")} are still at the server: “Print” in the menu “Save” fetches them first.`)),
    keyOfMarks("paper", events),
    strips.map((strip, i) => h("figure", {},
      h("figcaption", {}, i || strips.length === 1 ? `Strip ${i || 1} of ${Math.max(1, strips.length - 1)}: ${strip.years}` : `All years: ${strip.years}`),
      strip.drawing)),
    h("h2", {}, "Articles"),
    h("ul", { class: "consulted" }, data.documents.map((document_) => h("li", {}, h("b", {}, document_.title), ` ${byLine(document_)}`,
      document_.url && h("span", { class: "url" }, ` ${document_.url}`)))),
    h("h2", {}, "Notes"),
    Array.from({ length: Math.ceil(events.length / NOTES_TOGETHER) }, (_, n) => h("ol", { class: "notes" },
      events.slice(n * NOTES_TOGETHER, (n + 1) * NOTES_TOGETHER).map((event, i) => noteOf(data, event, n * NOTES_TOGETHER + i + 1)))));
}

/** The events that go on paper, in order: all, or the ones that most articles tell. */
function onPaper(events) {
  if (events.length <= MOST_ON_PAPER) return events;
  const chosen = new Set([...events].sort((a, b) => b.weight - a.weight).slice(0, MOST_ON_PAPER));
  return events.filter((event) => chosen.has(event));
}

function noteOf(data, event, number) {
  const sources = event.sources || [];
  const rest = sources.length - QUOTES_OF_A_NOTE;
  return h("li", { value: number },
    h("p", {}, h("b", { class: "date" }, capital(event.short)), " ", event.headline),
    standingOf(event) && h("p", { class: "remark" }, standingOf(event), " ", STANDING_SAYS[event.status]),
    event.differ.map((other) => differing(data, other)),
    sources.slice(0, QUOTES_OF_A_NOTE).map((source) => h("p", { class: "source" }, tellSign(source.state),
      h("q", {}, source.parts.map((part) => (part.marked ? h("b", {}, part.t) : part.t))), " ",
      h("cite", {}, data.documents[source.document].title), ` ${byLine(data.documents[source.document])}`)),
    rest > 0 && h("p", { class: "source" }, `and ${count(rest, "more sentence", "more sentences")}.`));
}

/** All years, then windows one after the other, each with as many events as can bear their numbers in it. */
function stripsOn(chart, events, tall) {
  const { data, all } = chart;
  const numbered = events.map((event, i) => Object.create(event, {
    labels: { value: [...event.labels.map((label) => `${i + 1} ${label}`), `${i + 1}`] } }));
  const laneOf = new Map(data.events.map((event, i) => [event.id, data.laneOf[i]]));
  const numbers = new Map(numbered.map((event, i) => [event.id, i + 1]));
  chart.wordsOfCount = (places, size) => numbersOf(places.map((at) => chart.data.events[at]), numbers, size);
  const middle = (event) => reach(event)[0] / 2 + reach(event)[1] / 2;
  const order = [...numbered].sort((a, b) => middle(a) - middle(b));
  /** Shows a window with the lanes that have something in it; says whether every event bears its number there. */
  const lay = (window_, tallest, own) => {
    // What covers the whole strip stands where its ends are, and in its own.
    const inside = numbered.filter((event) => reach(event)[1] > window_[0] && reach(event)[0] < window_[1]
      && (reach(event)[0] >= window_[0] || reach(event)[1] <= window_[1] || own.includes(event)));
    const lanes = data.heads.map((_, lane) => lane).filter((lane) => inside.some((event) => laneOf.get(event.id) === lane));
    chart.show({ ...data, events: inside, laneOf: inside.map((event) => lanes.indexOf(laneOf.get(event.id))),
      heads: lanes.map((lane) => ({ ...data.heads[lane], folded: false,
        total: inside.filter((event) => laneOf.get(event.id) === lane).length })) }, all);
    chart.window = window_;
    return inside.length <= MOST_IN_A_STRIP && giveRows(chart, tallest);
  };
  const fitting = (i, tallest) => {
    let [fits, most] = [0, Math.min(EVENTS_OF_A_STRIP, order.length - i)];
    while (fits < most) {
      const tried = Math.ceil((fits + most) / 2);
      const some = order.slice(i, i + tried);
      if (lay(windowOf(some), tallest, some)) fits = tried;
      else most = tried - 1;
    }
    return fits;
  };
  const drawn = (window_, tallest, own) => {
    if (lay(window_, tallest, own)) giveWords(chart, tallest);
    else giveRoom(chart, tallest);
    chart.draw();
    return { years: windowWords(...window_), drawing: copyOf(chart) };
  };
  const strips = [];
  const told = new Set();
  const draw = (some, tallest) => {
    strips.push(drawn(windowOf(some), tallest, some));
    for (const mark of chart.over.querySelectorAll(".mark")) if (mark.querySelector(".label")) told.add(mark.getAttribute("data-mark"));
  };
  const late = [];
  for (let i = 0; i < order.length;) {
    let [tallest, fits] = [tall / 2, fitting(i, tall / 2)];
    if (fits < Math.min(SCARCE, order.length - i)) [tallest, fits] = [tall, fitting(i, tall)];
    if (fits) draw(order.slice(i, i + fits), tallest);
    else late.push(order[i]);
    i += Math.max(1, fits);
    while (i < order.length && told.has(order[i].id)) i++;
  }
  // A long stretch that others crowd stands in their strips; what crowds so much that it stood in none, on its own day.
  for (const event of late) {
    if (told.has(event.id)) continue;
    const crowd = late.filter((one) => middle(one) === middle(event));
    draw(crowd, tall);
    for (const one of crowd) told.add(one.id);
  }
  const whole = () => ({ ...drawn(all, tall - SHEET_HEAD, []), years: windowWords(...indexOf(events).whole) });
  return strips.length > 1 ? [whole(), ...strips] : strips;
}

/** What a chart shows now, to stand on the sheet: looks come from the style sheet, as in the page; there is nothing to press. */
function copyOf(chart) {
  const [width, height] = ["width", "height"].map((name) => Number(chart.over.getAttribute(name)));
  const copy = s("svg", { width, height, viewBox: `0 0 ${width} ${height}` },
    ...[...chart.under.children, ...chart.over.children].map((part) => part.cloneNode(true)));
  for (const part of copy.querySelectorAll("defs, .hit")) part.remove();
  for (const part of copy.querySelectorAll("[role=button]")) for (const name of ["role", "tabindex", "aria-pressed"]) part.removeAttribute(name);
  return copy;
}

/** A row for each lane, and one more at a time for the lane that counts most events instead of showing them. */
function giveRoom(chart, tallest) {
  chart.rows = chart.lanes.map(() => 1);
  for (;;) {
    const counted = chart.lay(chart.window, chart.width)
      .map((lane) => lane.counts.reduce((sum, { places, units }) => sum + (places || units).length, 0));
    const open = counted.map((n, i) => (chart.rows[i] < MOST_ROWS ? n : 0));
    const most = open.indexOf(Math.max(...open));
    const more = chart.rows.with(most, chart.rows[most] + 1);
    if (!open[most] || heightOf(more) > tallest) return;
    chart.rows = more;
  }
}

/** More rows for lanes in which a number stands without words, where there is room and they help. */
function giveWords(chart, tallest) {
  const wordless = (lane) => lane.marks.filter((mark) => !/ /.test(mark.label?.text || "")).length;
  const before = chart.lay(chart.window, chart.width).map(wordless);
  for (const [i, rows] of chart.rows.entries()) {
    for (let more = 1; before[i] && more <= 2; more++) {
      const tried = chart.rows.with(i, rows + more);
      if (heightOf(tried) > tallest) break;
      const kept = chart.rows;
      chart.rows = tried;
      const lane = chart.lay(chart.window, chart.width)[i];
      if (!lane.counts.length && lane.marks.every((mark) => mark.label) && wordless(lane) < before[i]) break;
      chart.rows = kept;
    }
  }
}

/** The years of events that follow each other; a stretch much longer than all of them may run out of the strip. */
function windowOf(events) {
  const reaches = events.map(reach);
  const middles = reaches.map(([a, b]) => (a + b) / 2);
  const [first, last] = [Math.min(...middles), Math.max(...middles)];
  const narrowest = Math.min(...reaches.map(([a, b]) => b - a));
  const inside = reaches.filter(([a, b]) => b - a <= Math.max(last - first, narrowest));
  const from = Math.min(first, ...inside.map(([a]) => a));
  const to = Math.max(last, ...inside.map(([, b]) => b));
  const air = events.length > 1 ? Math.max((to - from) * 0.05, DAY) : Math.max((to - from) * 0.5, 0.25);
  return [from - air, to + air];
}

/** A count on paper can't be opened: it says which numbers it stands for, where they follow each other and its pill holds them. */
function numbersOf(events, numbers, size) {
  const held = events.map((event) => numbers.get(event.id)).filter(Boolean).sort((a, b) => a - b);
  const [first, last] = [held[0], held[held.length - 1]];
  const words = `${first}–${last}`;
  return last - first === held.length - 1 && pillWidth(words) <= size ? words : `+${grouped(events.length)}`;
}

/** Prints on paper of a size, after what the notes quote has come from the server. */
async function printOn(explorer, size) {
  await Promise.allSettled(onPaper(explorer.chart.data.events).map((event) => needDetails(explorer.data, event)));
  explorer.paperSize = size;
  window.print();
}

// What the page has around the explorer, its dark ground and its margins, has no place on paper.
const BARE = Object.entries({ background: "#fff", padding: "0", margin: "0", gap: "0", "max-width": "none", "min-height": "0" });

/** All elements around one, through shadow roots. */
function around(element) {
  const found = [];
  for (let at = element.parentNode; at; at = at.parentNode || at.host) if (at instanceof HTMLElement) found.push(at);
  return found;
}

/** Lays the paper out when printing begins, by the menu or by the browser's own key, and takes it away afterwards. */
function listenToPrinting(explorer) {
  const style = new CSSStyleSheet();
  let dressed = [];
  const begin = () => {
    if (explorer.reading.open || !explorer.data?.events.length) return;  // an article prints as it is
    const size = explorer.paperSize || "A4";
    style.replaceSync(`@page { size: ${size} landscape; margin: ${PAPER_MARGIN}mm; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
    explorer.paper = paperOf(explorer, size);
    explorer.root.append(explorer.paper);
    explorer.root.classList.add("printing");
    dressed = around(explorer.root).map((element) => [element, element.getAttribute("style")]);
    for (const [element] of dressed) for (const [name, value] of BARE) element.style.setProperty(name, value, "important");
  };
  const end = () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== style);
    explorer.root.classList.remove("printing");
    for (const [element, before] of dressed) element.style.cssText = before || "";
    dressed = [];
    explorer.paper?.remove();
    explorer.paper = null;
    explorer.paperSize = null;
  };
  window.addEventListener("beforeprint", begin);
  window.addEventListener("afterprint", end);
  return () => {
    window.removeEventListener("beforeprint", begin);
    window.removeEventListener("afterprint", end);
  };
}
