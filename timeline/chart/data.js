// The data of a collection: events come as columns and become records; what is large is asked for when it is needed.
//
// A small collection, and a file that is opened without a server, hold everything. Of a large one the server keeps
// details and texts until they are asked for; then they are put where they would have been from the beginning:
// `event.sources`, `document.lines`, `data.undated`. Every `need...` gives null where all is there, else a promise.

const BLOCK = 32;  // events whose details come together

/** Records from parts in columns (timeline/chart/wire.py), or from records; `make` gives an empty one. */
const recordsOf = (events, make) => events.flatMap((one) => (one.columns ? fromColumns(one, make) : Object.assign(make(), one)));

function fromColumns({ total, columns }, make) {
  const records = Array.from({ length: total }, make);
  for (const [key, column] of Object.entries(columns)) {
    const { each, at, of } = column;
    if (each) for (let i = 0; i < total; i++) records[i][key] = each[i];
    else if (at) for (let i = 0; i < total; i++) records[i][key] = of[at[i]];
    else {
      const common = "all" in column ? column.all : column.most;
      for (let i = 0; i < total; i++) records[i][key] = common;
      for (const [i, value] of column.but || []) records[i][key] = value;
    }
  }
  return records;
}

const markOf = (mark) => (Array.isArray(mark)
  ? { a: mark[0], b: mark[1], form: mark[2], about: mark[3] === 1, differs: mark[4] === 1 } : mark);

/** Makes the data ready to be shown: events as records, each with its number and what follows from the rest. */
function unpacked(data) {
  class Happening {
    /** How each article stands to the event, in the articles' order. `tellers` names only those that speak of it. */
    get told() {
      const told = Array(data.documents.length).fill("silent");
      for (const [article, state] of this.tellers) told[article] = state;
      return told;
    }

    /** Its date, and those of articles that differ. */
    get short() {
      return this.differ.length ? [...new Set([this.when, ...this.differ.map((d) => d.when)])].join(" or ") : this.when;
    }

    get labels() {
      const labels = labelsOf(this.headline);
      Object.defineProperty(this, "labels", { value: labels });
      return labels;
    }
  }
  const events = recordsOf(data.events, () => new Happening());
  events.forEach((event, i) => {
    event.number = i;
    event.marks = event.marks.map(markOf);
  });
  return { ...data, events, asked: new Map() };
}

const CHANGED = 409;  // HTTP's status where the collection is not as it was when its outline was sent

/**
 * A part of a collection from its server, asked for once. `data.asked` has what came, and goes with the data;
 * `data.changed` is told where the server has them no more as they were.
 */
function ask(data, what, which) {
  const { asked } = data;
  const address = `${data.source}/${what}/${encodeURIComponent(which)}?${data.stamp}`;
  if (!asked.has(address)) {
    asked.set(address, fetch(address).then((answer) => {
      if (answer.status === CHANGED) data.changed();
      if (!answer.ok) throw new Error(`The server has no ${what} ${which}`);
      return answer.json();
    }).catch((error) => {
      asked.delete(address);
      throw error;
    }));
  }
  return asked.get(address);
}

/** The outline of a collection, from its server. */
const outlineAt = (source) => fetch(source).then((answer) => {
  if (!answer.ok) throw new Error("The server has no such collection");
  return answer.json();
});

/** What the card shows of an event: it comes with that of its neighbours. */
function needDetails(data, event) {
  if (event.sources) return null;
  if (event.coming) return event.coming.then(() => needDetails(data, event));
  const first = event.number - (event.number % BLOCK);
  return ask(data, "events", first).then((details) => details.forEach((one, i) => Object.assign(data.events[first + i], one)));
}

/** The same of events that may be chosen next, ahead of time, a block at most. Where they don't come nothing is lost. */
function expectDetails(data, events) {
  const wanted = events.filter((event) => !event.sources && !event.coming).slice(0, BLOCK);
  if (!data.source || !wanted.length) return;
  const coming = fetch(`${data.source}/events/${wanted.map((event) => event.number).join(",")}?${data.stamp}`)
    .then((answer) => (answer.ok ? answer.json() : []), () => [])
    .then((details) => wanted.forEach((event, i) => Object.assign(event, details[i], { coming: null })));
  for (const event of wanted) event.coming = coming;
}

const DETAILS_TOGETHER = 500;
const ALL_AHEAD = 3000;  // events up to which the details of all are fetched before anybody asks: half a megabyte or so

/** The details of all events, while nothing else happens: then nobody waits for the server. `onPart` as in needQuotes. */
function expectAll(data, onPart) {
  if (!data.source || data.events.length > ALL_AHEAD) return;
  data.everything = (async () => {
    for (let first = 0; first < data.events.length; first += DETAILS_TOGETHER) {
      const details = await ask(data, "all", first);
      details.forEach((one, i) => Object.assign(data.events[first + i], one));
      onPart(first, details.length);
    }
  })();
  data.everything.catch(() => { data.everything = null; });  // then each is fetched when it is needed
}

const QUOTES_TOGETHER = 2000;

/** The sentences of all events, for search, a part at a time; `onPart(first, total)` when one is here. */
async function needQuotes(data, onPart) {
  if (data.everything) return data.everything;
  for (let first = 0; first < data.events.length; first += QUOTES_TOGETHER) {
    const quotes = await ask(data, "quotes", first);
    quotes.forEach((quote, i) => { data.events[first + i].quotes = quote; });
    onPart(first, quotes.length);
  }
}

/** The text of an article. */
function needLines(data, index) {
  const document_ = data.documents[index];
  return document_.lines ? null : ask(data, "articles", index).then((lines) => Object.assign(document_, { lines }));
}

/** The number of the article of this id; null where there is none. */
function placeOfArticle(data, id) {
  const place = data.documents.findIndex((d) => d.id === id);
  return place < 0 ? null : place;
}

/** The number of the article that holds a mention; -1 where none does. */
function homeOf(data, mention_) {
  if (data.documents.every((d) => d.lines)) {
    return data.documents.findIndex((d) => d.lines.some((l) => l.parts.some((p) => p.mention === mention_)));
  }
  return ask(data, "home", mention_).then((index) => index ?? -1, () => -1);
}

/** The mentions that are undated, or set aside. */
function needLeft(data, name) {
  return data[name] ? null : ask(data, "left", name).then((list) => Object.assign(data, { [name]: list }));
}
