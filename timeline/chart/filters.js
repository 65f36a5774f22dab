// Filters: which events remain, and how many each choice would leave. Pure.
//
// A filter holds choices; an event passes if it has one of them, and remains if it passes every filter and the search.
// The count beside a choice is of the events that pass all other filters and have it.

const GRADES = { written: "Written in full", worked: "Worked out" };
const MOST_TELLERS = 9;

/** The articles that tell an event, by their places in the collection. */
const articlesOf = (event) => event.tellers.map(([article]) => article);

/** The titles of the articles, by their ids. */
const titlesOf = keptFor((data) => new Map(data.documents.map((d) => [d.id, d.title])));

/** By how many articles at least an event is told: the choices, and those that an event of this many has. */
const AT_LEAST = Array.from({ length: MOST_TELLERS - 1 }, (_, i) => `${i + 2}`);
const AT_LEAST_OF = Array.from({ length: MOST_TELLERS + 1 }, (_, told) => AT_LEAST.slice(0, Math.max(0, told - 1)));

/** The filters: `of` gives an event's choices as the address holds them, `words` a choice in words. */
const FILTERS = [
  { key: "article", of: (e, data) => articlesOf(e).map((i) => data.documents[i].id),
    words: (id, data) => titlesOf(data).get(id), order: (data) => data.documents.map((d) => d.id) },
  { key: "kind", of: (e) => [e.kind] },
  { key: "who", of: (e) => e.who },
  { key: "place", of: (e) => e.places },
  { key: "tag", of: (e) => e.tags },
  { key: "grade", of: (e) => [e.written ? "written" : "worked"], words: (one) => GRADES[one], order: () => Object.keys(GRADES) },
  { key: "told", of: (e) => [e.status], words: (one) => STANDINGS[one] || capital(one), order: () => Object.keys(STANDINGS) },
  { key: "least", one: true, of: (e) => AT_LEAST_OF[Math.min(e.weight, MOST_TELLERS)], words: (n) => `${n} articles or more`, order: () => AT_LEAST },
  { key: "differ", one: true, of: (e) => (e.choice === "differs" ? ["yes"] : []), words: () => "Articles differ" },
];

const FILTER_KEYS = ["q", ...FILTERS.map((f) => f.key), "years"];

/** No search and no filter: {q, years, and for each filter the choices that are on}. */
const noFilters = () => ({ q: "", years: null, ...Object.fromEntries(FILTERS.map((f) => [f.key, []])) });

const isFiltered = (filters) => !!termsOf(filters.q).length || !!filters.years || FILTERS.some((f) => filters[f.key].length > 0);

/** Search, filters and lanes as pairs for the address, only what is not as at first. */
function pairsOf(filters, lanes) {
  const pairs = [["q", filters.q.trim()], ...FILTERS.flatMap((f) => filters[f.key].map((choice) => [f.key, choice])),
    ["years", filters.years && edgesInWords(filters.years)],
    ["lanes", lanes.by === "kind" ? "" : lanes.by], ...lanes.order.map((key) => ["order", key]),
    ...lanes.folded.map((key) => ["fold", key]), ["others", lanes.opened ? "open" : ""]];
  return pairs.filter(([key, value]) => value || (value === "" && key === "fold"));
}

const PAIR_KEYS = [...FILTER_KEYS, "lanes", "order", "fold", "others"];

/** The search, filters and lanes that pairs of an address hold; what says nothing there is as at first. */
function fromPairs(pairs) {
  const all = (key) => pairs.filter(([name]) => name === key).map(([, value]) => value);
  const [years] = all("years").map(edgesFrom);
  const filters = { ...noFilters(), q: all("q")[0] || "", years: years || null };
  for (const { key, one } of FILTERS) filters[key] = [...new Set(all(key))].slice(0, one ? 1 : undefined);
  const by = all("lanes")[0];
  return { filters, lanes: { by: LANES.some((way) => way.by === by) ? by : "kind", order: [...new Set(all("order"))],
    folded: [...new Set(all("fold"))], opened: all("others")[0] === "open" } };
}

/** What each event has of one filter: choices by number, those of event i from starts[i] to starts[i + 1]. */
function choicesOf(filter, data) {
  const number = new Map((filter.order ? filter.order(data) : []).map((choice, i) => [choice, i]));
  const starts = new Uint32Array(data.events.length + 1);
  const numbers = [];
  data.events.forEach((event, i) => {
    for (const choice of filter.of(event, data)) {
      if (!number.has(choice)) number.set(choice, number.size);
      numbers.push(number.get(choice));
    }
    starts[i + 1] = numbers.length;
  });
  const totals = new Uint32Array(number.size);
  for (const n of numbers) totals[n] += 1;
  return { names: [...number.keys()], number, totals, starts, numbers: Uint32Array.from(numbers) };
}

/** All filters over the events of a collection. Choices are gathered once, passes are kept while a filter stays as it is. */
class Filtering {
  constructor(data, index = new TextIndex(data.events)) {
    this.data = data;
    this.index = index;
    this.gathered = new Map();
    this.passes = new Map();
  }

  choices(key) {
    if (!this.gathered.has(key)) this.gathered.set(key, choicesOf(FILTERS.find((f) => f.key === key), this.data));
    return this.gathered.get(key);
  }

  /** Whether there is anything to choose: events with two different choices at least. */
  several(key) {
    const filter = FILTERS.find((f) => f.key === key);
    const seen = new Set();
    return this.data.events.some((event) => {
      for (const choice of filter.of(event, this.data)) seen.add(choice);
      return seen.size > 1;
    });
  }

  /** The filters without choices that no event has: those of an address may be of another time. */
  known(filters) {
    return { ...filters, ...Object.fromEntries(FILTERS.filter((f) => filters[f.key].length)
      .map((f) => [f.key, filters[f.key].filter((choice) => this.choices(f.key).number.has(choice))])) };
  }

  /** A 1 for each event that passes one filter; null where it is off. */
  passing(key, filters) {
    const wanted = filters[key];
    const same = JSON.stringify(wanted);
    if (this.passes.get(key)?.same === same) return this.passes.get(key).pass;
    const pass = key === "q" ? this.searched(wanted) : key === "years" ? this.within(wanted) : this.having(key, wanted);
    this.passes.set(key, { same, pass });
    return pass;
  }

  searched(query) {
    const terms = termsOf(query);
    return terms.length ? this.index.hits(terms) : null;
  }

  within(years) {
    if (!years) return null;
    const [from, to] = years;
    const { first, last } = indexOf(this.data.events);
    return Uint8Array.from(first, (begin, i) => (last[i] >= from && begin <= to ? 1 : 0));
  }

  having(key, wanted) {
    if (!wanted.length) return null;
    const { number, starts, numbers } = this.choices(key);
    const on = new Set(wanted.map((choice) => number.get(choice)));
    const pass = new Uint8Array(this.data.events.length);
    for (let i = 0; i < pass.length; i++) {
      for (let at = starts[i]; at < starts[i + 1] && !pass[i]; at++) if (on.has(numbers[at])) pass[i] = 1;
    }
    return pass;
  }

  /** How many filters each event fails. */
  failures(filters) {
    const fails = new Uint8Array(this.data.events.length);
    for (const key of FILTER_KEYS) {
      const pass = this.passing(key, filters);
      if (pass) for (let i = 0; i < fails.length; i++) if (!pass[i]) fails[i] += 1;
    }
    return fails;
  }

  /** The events that remain, in their order. */
  kept(filters) {
    const fails = this.failures(filters);
    return this.data.events.filter((_, i) => fails[i] === 0);
  }

  /** Which filters leave an event out. */
  against(event, filters) {
    const i = this.data.events.indexOf(event);
    return FILTER_KEYS.filter((key) => this.passing(key, filters)?.[i] === 0);
  }

  /** A filter's choices, each with its count under the other filters: [{choice, words, count, total, on}]. */
  counted(key, filters) {
    const filter = FILTERS.find((f) => f.key === key);
    const { names, totals, starts, numbers } = this.choices(key);
    const fails = this.failures(filters);
    const own = this.passing(key, filters);
    const counts = new Uint32Array(names.length);
    for (let i = 0; i < fails.length; i++) {
      if (fails[i] - (own && !own[i] ? 1 : 0) > 0) continue;
      for (let at = starts[i]; at < starts[i + 1]; at++) counts[numbers[at]] += 1;
    }
    const on = new Set(filters[key]);
    const all = names.map((choice, n) => ({ choice, count: counts[n], total: totals[n], on: on.has(choice) })).filter((one) => one.total);
    const worded = all.map((one) => ({ ...one, words: filter.words ? filter.words(one.choice, this.data) : one.choice }));
    // In an order that no other filter changes, so that a choice keeps its place under the finger.
    return filter.order ? worded : worded.sort((a, b) => b.total - a.total || a.words.localeCompare(b.words, "en"));
  }
}
