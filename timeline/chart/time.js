// Years and days on a line of numbers. A place on the axis is an astronomical year with a fraction:
// 1961.5 is the middle of 1961, 0 is the first instant of 1 BC. Day 0 is 1970-01-01, proleptic Gregorian.

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September",
  "October", "November", "December"];
const DAY = 1 / 365.2425;

const isLeap = (year) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const yearLength = (year) => (isLeap(year) ? 366 : 365);
const monthLength = (year, month) => [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];

// Leap days in the years before `year`, counted from year 0 on; the difference of two is what is used.
const leapsBefore = (year) => {
  const last = year - 1;
  return Math.floor(last / 4) - Math.floor(last / 100) + Math.floor(last / 400);
};

function dayNumber(year, month, day) {
  let days = 365 * (year - 1970) + leapsBefore(year) - leapsBefore(1970);
  for (let m = 1; m < month; m++) days += monthLength(year, m);
  return days + day - 1;
}

/** Where the first instant of a day stands on the axis. */
function axisOf(year, month = 1, day = 1) {
  return year + (dayNumber(year, month, day) - dayNumber(year, 1, 1)) / yearLength(year);
}

/** The civil day that holds a place on the axis, as [year, month, day]. */
function civilAt(x) {
  const year = Math.floor(x);
  // A place computed from a day can fall a hair before it: a millionth of a day is forgiven.
  let left = Math.floor((x - year) * yearLength(year) + 1e-6);
  if (left >= yearLength(year)) return [year + 1, 1, 1];
  let month = 1;
  while (left >= monthLength(year, month)) left -= monthLength(year, month++);
  return [year, month, left + 1];
}

const ordinal = (n) => {
  const tens = n % 100;
  const ending = tens >= 11 && tens <= 13 ? "th" : ["th", "st", "nd", "rd"][n % 10] || "th";
  return n + ending;
};

/** "44 BC", "AD 79", "1961". There is no year 0: astronomical 0 is 1 BC. */
function yearWords(year) {
  const grouped = (n) => (n < 10000 ? `${n}` : n.toLocaleString("en-GB"));
  if (year <= 0) return `${grouped(1 - year)} BC`;
  return year < 1000 ? `AD ${year}` : grouped(year);
}

/** The n-th century or millennium that begins with this year, "5th century BC"; with AD where BC is in view too. */
function spanWords(first, size, name, beside) {
  return first > 0 ? `${ordinal((first - 1) / size + 1)} ${name}${beside ? " AD" : ""}` : `${ordinal(-(first - 1) / size)} ${name} BC`;
}

const SHORT_SPANS = { century: "c.", millennium: "mill." };

function decadeWords(first) {
  if (first > 0) return first < 1000 ? `AD ${first}s` : `the ${first}s`;
  if (first === 0) return "1 BC to AD 9";
  return `${1 - first} to ${-first - 8} BC`;
}

// First years of what the two levels name. Before Christ round numbers are round in words: 100 BC is year -99.
function roundYears(from, to, step) {
  const years = [];
  if (step === 1) {
    for (let y = Math.floor(from); y <= to; y++) years.push(y);
    return years;
  }
  for (let k = Math.ceil((1 - from) / step); k >= 1; k--) if (1 - k * step <= to) years.push(1 - k * step);
  if (from <= 2 && to >= 1) years.push(1);
  for (let k = Math.max(1, Math.floor(from / step)); k * step <= to; k++) years.push(k * step);
  return years;
}

// 1, 2, 5, 10 and so on to 500 thousand million: EDTF's longest years have twelve figures.
const YEAR_STEPS = Array.from({ length: 36 }, (_, n) => [1, 2, 5][n % 3] * 10 ** Math.floor(n / 3));
const MONTH_STEPS = [1, 3];
const DAY_STEPS = [1, 2, 5, 10];

function* blocks(from, to, size) {
  for (let first = Math.floor((from - 1) / size) * size + 1; first <= to; first += size) yield first;
}

function majorOfYears(from, to, step) {
  const major = [];
  if (step < 10) {
    for (const y of roundYears(Math.floor(from / 10) * 10, to, 10)) {
      if (y <= 0) continue;
      major.push({ at: y === 1 ? 1 : y, words: y === 1 ? "AD 1 to 9" : decadeWords(y), short: y < 1000 ? undefined : `${y}s` });
    }
    for (let k = Math.max(1, Math.ceil((1 - from) / 10)); k >= 1; k--) {
      const first = 1 - k * 10;
      if (first <= to) major.push({ at: first, words: `${k * 10} to ${k * 10 - 9} BC`, short: `${k * 10}–${k * 10 - 9} BC` });
    }
    return major.sort((a, b) => a.at - b.at);
  }
  if (step >= 1000) {
    return [{ at: -Infinity, words: "BC" }, { at: 1, words: "AD" }];
  }
  const [size, name] = step < 100 ? [100, "century"] : [1000, "millennium"];
  for (const first of blocks(from, to, size)) {
    const words = (of) => spanWords(first, size, of, from < 1);
    major.push({ at: first, words: words(name), short: words(SHORT_SPANS[name]) });
  }
  return major;
}

/**
 * The ticks of a window in two levels, in words.
 *
 * `minor`: {at, middle, words}, one for each step; `at` is where the line stands, `middle` where the words do:
 * they stand in the middle of the year, month or day that they name, because each is a span and not a point.
 * `short` is their short form, if they have one: when one has no room, all are written so.
 * `major`: {at, words, short}, what the minor ones lie in. `room` is the least distance of two ticks in pixels.
 */
function ticksOf(from, to, width, room) {
  const perYear = width / (to - from);
  const days = DAY_STEPS.find((s) => s * DAY * perYear >= room * 0.72);
  const months = MONTH_STEPS.find((s) => (s / 12) * perYear >= room);
  if (days) return dayTicks(from, to, days);
  if (months) return monthTicks(from, to, months);
  const step = YEAR_STEPS.find((s) => s * perYear >= room) || YEAR_STEPS[35];
  const minor = roundYears(from - step, to + step, step)
    .map((y) => ({ at: y, middle: step > 20 ? y : y + 0.5, words: yearWords(y) }));
  return { minor, major: majorOfYears(from, to, step), step: `${step} years` };
}

function monthTicks(from, to, step) {
  const minor = [];
  const major = [];
  for (let year = Math.floor(from) - 1; year <= to; year++) {
    major.push({ at: year, words: yearWords(year) });
    for (let month = 1; month <= 12; month += step) {
      const at = axisOf(year, month);
      const end = month === 12 ? year + 1 : axisOf(year, month + 1);
      minor.push({ at, middle: (at + end) / 2, words: MONTHS[month - 1], short: MONTHS[month - 1].slice(0, 3) });
    }
  }
  return { minor, major, step: `${step} months` };
}

function dayTicks(from, to, step) {
  const minor = [];
  const major = [];
  let [year, month] = civilAt(from);
  while (axisOf(year, month) <= to) {
    const [name, named] = [MONTHS[month - 1], yearWords(year)];
    major.push({ at: axisOf(year, month), words: `${name} ${named}`, short: `${name.slice(0, 3)} ${named}` });
    const length = monthLength(year, month);
    for (let day = 1; day <= length; day += day === 1 && step > 1 ? step - 1 : step) {
      // With a step of five the 30th would stand beside the 1st.
      if (step > 1 && day + step / 2 > length + 1) continue;
      const at = axisOf(year, month, day);
      minor.push({ at, middle: at + 0.5 / yearLength(year), words: `${day}` });
    }
    if (++month > 12) [year, month] = [year + 1, 1];
  }
  return { minor, major, step: `${step} days` };
}

/** A year as exactly as a span asks for: of ten thousand years to the ten, of millions to the thousands. */
function roundWords(year, span) {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(span / 400)));
  const round = (n) => Math.max(Math.round(n / unit) * unit, 1);
  return yearWords(year > 0 ? round(year) : 1 - round(1 - year));
}

/** The window in words, "1928 to 2026", "July to September 1961", "44 BC to AD 14". */
function windowWords(from, to) {
  const [y1, m1, d1] = civilAt(from);
  const [y2, m2, d2] = civilAt(to - DAY / 2);
  if (to - from > 4) return y1 === y2 ? yearWords(y1) : `${roundWords(y1, to - from)} to ${roundWords(y2, to - from)}`;
  if (to - from > 0.25) {
    const first = y1 === y2 ? MONTHS[m1 - 1] : `${MONTHS[m1 - 1]} ${yearWords(y1)}`;
    const last = `${MONTHS[m2 - 1]} ${yearWords(y2)}`;
    return y1 === y2 && m1 === m2 ? last : `${first} to ${last}`;
  }
  const last = `${d2} ${MONTHS[m2 - 1]} ${yearWords(y2)}`;
  if (y1 === y2 && m1 === m2) return d1 === d2 ? last : `${d1} to ${last}`;
  return `${d1} ${MONTHS[m1 - 1]}${y1 === y2 ? "" : ` ${yearWords(y1)}`} to ${last}`;
}

/** One edge of a window of this span, as exactly as the span asks for. */
function edgeWords(x, span) {
  const [year, month, day] = civilAt(x);
  if (span > 4) return roundWords(year, span);
  return `${span > 0.25 ? "" : `${day} `}${MONTHS[month - 1]} ${yearWords(year)}`;
}

/** The widest window: ten thousand years, or all that there is where that is more. */
const widest = ([first, last]) => Math.max(10000, last - first);

/** A window no wider than the widest and no narrower than a day, a tenth of which, or else all of [first, last], shows these. */
function clampWindow([from, to], [first, last]) {
  const span = Math.min(widest([first, last]), Math.max(DAY, to - from));
  const shown = Math.min(span / 10, last - first);
  const begin = Math.min(Math.max((from + to - span) / 2, first + shown - span), last - shown);
  return [begin, begin + span];
}

/** Whether a stretch shows nothing of [first, last]; a side of it may be open. */
const isBeside = ([from, to], [first, last]) => (from ?? -Infinity) >= last || (to ?? Infinity) <= first;
