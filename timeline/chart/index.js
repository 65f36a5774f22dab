// Events by time: which of them a window shows, and which of those are worthiest. Arrays of numbers, made once for
// the events that are shown, so that a frame costs a search and one pass over what is in the window. Pure.

class TimeIndex {
  constructor(events) {
    const total = events.length;
    this.events = events;
    this.first = new Float64Array(total);
    this.last = new Float64Array(total);
    for (let i = 0; i < total; i++) [this.first[i], this.last[i]] = reach(events[i]);
    this.byFirst = Uint32Array.from(events, (_, i) => i);
    if (this.first.some((x, i) => i > 0 && x < this.first[i - 1])) this.byFirst.sort((a, b) => this.first[a] - this.first[b]);
    // The latest end of all that begin no later: before the place where it passes the window's edge nothing reaches in.
    this.latest = new Float64Array(total);
    let latest = -Infinity;
    this.byFirst.forEach((at, i) => {
      latest = Math.max(latest, this.last[at]);
      this.latest[i] = latest;
    });
    this.ends = Float64Array.from(this.last).sort();
    this.byWorth = Uint32Array.from(events, (_, i) => i).sort((a, b) =>
      (events[b].choice === "differs") - (events[a].choice === "differs") || events[b].weight - events[a].weight || b - a);
    this.rank = new Uint32Array(total);
    this.byWorth.forEach((at, rank) => { this.rank[at] = rank; });
  }

  /** The place of the event of this id, -1 where there is none. */
  placeOf(id) {
    this.places ??= new Map(this.events.map((event, place) => [event.id, place]));  // to seek takes 10 ms among 100,000
    return this.places.get(id) ?? -1;
  }

  /** First and last instant of all events. */
  get whole() {
    return this.first.length ? [this.first[this.byFirst[0]], this.latest[this.latest.length - 1]] : null;
  }

  /** The places of the events that reach into [from, to], in order of their beginnings, in a list of numbers for each lane. */
  within(from, to, laneOf, lanes) {
    const { byFirst, last } = this;
    const end = firstOf(byFirst.length, (i) => this.first[byFirst[i]] > to);
    const begin = firstOf(end, (k) => this.latest[k] >= from);
    const ends = new Uint32Array(lanes + 1);
    for (let i = begin; i < end; i++) if (last[byFirst[i]] >= from) ends[laneOf[byFirst[i]] + 1] += 1;
    for (let lane = 1; lane <= lanes; lane++) ends[lane] += ends[lane - 1];
    const places = new Uint32Array(ends[lanes]);
    const next = ends.slice();
    for (let i = begin; i < end; i++) {
      const at = byFirst[i];
      if (last[at] >= from) places[next[laneOf[at]]++] = at;
    }
    return Array.from({ length: lanes }, (_, lane) => places.subarray(ends[lane], ends[lane + 1]));
  }

  /** How many events lie wholly before and after a window, and in which stretch: [{total, stretch}, {total, stretch}]. */
  beyond(from, to) {
    const total = this.events.length;
    const earlier = firstOf(total, (i) => this.ends[i] >= from);
    const later = firstOf(total, (i) => this.first[this.byFirst[i]] > to);
    return [{ total: earlier, stretch: earlier ? [this.first[this.byFirst[0]], this.ends[earlier - 1]] : null },
      { total: total - later, stretch: later < total ? [this.first[this.byFirst[later]], this.ends[total - 1]] : null }];
  }

  /** Puts a place among the worthiest so far, of which `best` holds `most` at most, the worthiest first. */
  among(best, at, most) {
    const rank = this.rank[at];
    if (best.length === most && rank > this.rank[best[most - 1]]) return;
    let to = best.length;
    while (to > 0 && this.rank[best[to - 1]] > rank) to--;
    best.splice(to, 0, at);
    if (best.length > most) best.pop();
  }

  /** The first event that begins at or after a place on the axis, and the last that ends at or before it; null if none. */
  after(x) {
    const i = firstOf(this.byFirst.length, (k) => this.first[this.byFirst[k]] >= x);
    return i < this.byFirst.length ? this.events[this.byFirst[i]] : null;
  }

  before(x) {
    for (let i = firstOf(this.byFirst.length, (k) => this.first[this.byFirst[k]] > x) - 1; i >= 0; i--) {
      if (this.last[this.byFirst[i]] <= x) return this.events[this.byFirst[i]];
    }
    return null;
  }
}

const indexes = new WeakMap();

/** The index of events, made once for a list of them. */
function indexOf(events) {
  if (!indexes.has(events)) indexes.set(events, new TimeIndex(events));
  return indexes.get(events);
}

/** The first of the numbers below `total` for which a test holds that holds for all after it; `total` if none. */
function firstOf(total, test) {
  let [low, high] = [0, total];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** First and last instant that an event's marks name; an open side ends where its limit stands. */
function reach({ marks }) {
  let [first, last] = [Infinity, -Infinity];
  for (const { a, b } of marks) {
    first = Math.min(first, a ?? b);
    last = Math.max(last, b ?? a);
  }
  return [first, last];
}
