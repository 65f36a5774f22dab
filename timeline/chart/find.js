// Search: words and "phrases" in headlines, sentences, people and places. Pure; all of them must occur.
//
// Letters are compared without case and accents. Where words are written apart a word counts from its beginning:
// "war" finds "wars", not "toward"; a phrase in quotes counts as whole words. Chinese, Japanese, Korean, Thai and
// other scripts that join words, or put particles before them, are found anywhere.

/** Vowel signs and accents that a searcher may leave out; not those that make another letter, as in Japanese. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/g;
const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", ı: "i", þ: "th", ħ: "h", ς: "σ",
  "‘": "'", "’": "'", "ʼ": "'", "“": "\"", "”": "\"", "–": "-", "—": "-", "‐": "-", "‑": "-", "\u00ad": "", "\u200b": "" };
const LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
const APART = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Nd}]$/u;
const OF_A_WORD = /[\p{L}\p{N}]/u;
const MOST_TERMS = 20;
const ASCII = /^[\0-\x7f]*$/;

/** The text as it is compared: "Zürich" and "ZURICH" are one. */
function folded(text) {
  const lower = text.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower.normalize("NFKD").replace(ACCENTS, "").normalize("NFC").toLowerCase().replace(LETTER, (c) => LETTERS[c]);
}

/** The words and phrases of a query: [{text, phrase}], folded. A quote that isn't closed yet reaches to the end. */
function termsOf(query) {
  const terms = [];
  const marks = folded(query).replace(/[«»„「」『』]/g, "\"");
  for (const [, phrase, word] of marks.matchAll(/"([^"]*)"?|([^\s"]+)/g)) {
    const text = (phrase ?? word).replace(/\s+/g, " ").replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
    if (text) terms.push({ text, phrase: phrase !== undefined });
  }
  return terms.slice(0, MOST_TERMS);
}

const lastOf = (text, at) => {
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(at - 2, at) : text[at - 1];
};

/** Whether the term that stands at this place of a folded text stands there as a word. */
function stands(text, at, { text: term, phrase }) {
  const first = String.fromCodePoint(term.codePointAt(0));
  if (APART.test(first) && at > 0 && OF_A_WORD.test(lastOf(text, at))) return false;
  if (!phrase) return true;
  const end = at + term.length;
  return end >= text.length || !APART.test(lastOf(term, term.length)) || !OF_A_WORD.test(String.fromCodePoint(text.codePointAt(end)));
}

/** The first place from `from` on where a term stands in a folded text, -1 for none. */
function placeOf(text, term, from = 0) {
  for (let at = text.indexOf(term.text, from); at >= 0; at = text.indexOf(term.text, at + 1)) {
    if (stands(text, at, term)) return at;
  }
  return -1;
}

/** A text folded letter by letter, with the place in the text that each folded letter comes from. */
function foldedWithPlaces(text) {
  let line = "";
  const places = [];
  for (const match of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const letters = folded(match[0]);
    for (let i = 0; i < letters.length; i++) places.push([match.index, match.index + match[0].length]);
    line += letters;
  }
  return { line, places };
}

/** Where the terms stand in a text as it is written: [[start, end], …] in order, none overlapping. */
function placesOf(text, terms) {
  if (!terms.length) return [];
  const { line, places } = foldedWithPlaces(text);
  const found = [];
  for (const term of terms) {
    for (let at = placeOf(line, term); at >= 0; at = placeOf(line, term, at + term.text.length)) {
      found.push([places[at][0], places[at + term.text.length - 1][1]]);
    }
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const apart = [];
  for (const place of found) {
    const last = apart[apart.length - 1];
    if (last && place[0] < last[1]) last[1] = Math.max(last[1], place[1]);
    else apart.push(place);
  }
  return apart;
}

/** Everything of an event that search looks in and that is here, one text a line. */
function textOf(event) {
  const quotes = event.quotes ?? event.sources?.map((source) => source.parts.map((part) => part.t).join(""));
  return [event.headline, ...event.who, ...event.places, ...(quotes || [])].join("\n");
}

const TOGETHER = 1000;
const WORD = /[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu;

/** The folded texts of all events, in blocks of a thousand that are made when there is time, or when they are asked for. */
class TextIndex {
  constructor(events) {
    this.events = events;
    this.blocks = [];
  }

  get ready() {
    return this.blocks.length * TOGETHER >= this.events.length;
  }

  /** Makes the next block. */
  grow() {
    this.blocks.push(this.block(this.blocks.length * TOGETHER));
  }

  /** Makes those blocks anew in which events from `first` on stand, whose sentences have come. */
  renew(first, total) {
    for (let n = Math.floor(first / TOGETHER); n < this.blocks.length && n * TOGETHER < first + total; n++) this.blocks[n] = this.block(n * TOGETHER);
  }

  block(first) {
    const lines = this.events.slice(first, first + TOGETHER).map((event) => `${folded(textOf(event))}\n\n`);
    const starts = [0];
    for (const line of lines) starts.push(starts[starts.length - 1] + line.length);
    return { first, starts, text: lines.join("") };
  }

  /** Which events hold all the terms: a 1 for each that does, in the order of the events. */
  hits(terms) {
    while (!this.ready) this.grow();
    const hit = new Uint8Array(this.events.length);
    for (const { first, starts, text } of this.blocks) {
      terms.forEach((term, n) => {
        let event = 0;
        for (let at = placeOf(text, term); at >= 0; at = placeOf(text, term, starts[event])) {
          while (starts[event + 1] <= at) event += 1;
          if (hit[first + event] === n) hit[first + event] = n + 1;
          event += 1;
        }
      });
    }
    return hit.map((n) => (n === terms.length ? 1 : 0));
  }

  /** The word of the texts that is nearest to one that none holds, as it is written there; null where none is near. */
  async near(word) {
    const times = new Map();
    for (const [n, { text }] of this.blocks.entries()) {
      for (const [one] of text.matchAll(WORD)) times.set(one, (times.get(one) || 0) + 1);
      if (n % 10 === 9) await new Promise((rested) => { setTimeout(rested); });
    }
    const found = nearest(word, times);
    if (!found) return null;
    const term = { text: found, phrase: true };
    const text = textOf(this.events[this.hits([term]).indexOf(1)]);
    const [[start, end]] = placesOf(text, [term]);
    return text.slice(start, end);
  }
}

/** How many letters must be changed, added, left out or swapped to make one word of the other; `most` + 1 if more. */
function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = null;
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (before && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, above] = [above, row];
  }
  return above[b.length];
}

/** Of words with their frequencies the one most like a word, the more frequent first; null where none is near. */
function nearest(word, times) {
  const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  let best = null;
  for (const [other, n] of times) {
    if (other === word) continue;
    const far = distance(word, other, most);
    if (far <= most && (!best || far < best.far || (far === best.far && n > best.n))) best = { word: other, far, n };
  }
  return best && best.word;
}
