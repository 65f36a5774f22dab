// Where marks and words stand. Pure: from events, a window and a ruler for words to places in pixels.
//
// Words are given out by worth: selected, differing, most told, newest. If a mark then finds no place, the least
// worthy words near it are taken away and the lane is laid again. While a lane shows few events each is a mark of its
// own, and what overlaps takes another row; of many, marks without words that crowd together become one count.
// One event is never a count, and the selected event is never in one.

const DAY_RADIUS = [5, 5.6, 6.2, 6.8];
const BAR_MIN = 10;
const ARROW = 40;
const ARROW_MIN = 10;
const SIGN = 16;          // room for ≠ after differing marks
const LABEL_GAP = 8;
const CLEARANCE = 6;
const COUNT_WIDTH = 30;
const TARGET = 26;        // neighbours without words whose middles are nearer than this can't be told apart by a finger
const MOST_TURNS = 30;     // tries before a lane becomes counts only
const STUB = 14;          // of a bar before and behind words that stand in it
const FEW = 8;            // events of a lane up to which none is in a count, and up to which it may have rows
const MOST_LABELS = 40;   // labels tried in one lane: more never fit beside each other in two rows

const SOFT_OVER = 3;      // pixels by which a short soft mark is drawn longer at each end, so that its core can be seen

/** How far a soft mark of this width fades, in pixels. */
const fadeOf = (width) => Math.min(20, width * 0.34);

function markAt(mark, event, X, width) {
  const p = mark.a === null ? null : X(mark.a);
  const q = mark.b === null ? null : X(mark.b);
  // An arrow stays inside the window while its limit does.
  if (mark.form === "since") return { mark, p, q: p + Math.max(ARROW_MIN, Math.min(ARROW, width - 4 - p)) };
  if (mark.form === "before") return { mark, p: q - Math.max(ARROW_MIN, Math.min(ARROW, q - 4)), q };
  const middle = (p + q) / 2;
  if (mark.form === "day") {
    const r = DAY_RADIUS[Math.min(3, Math.max(1, event.weight) - 1)];
    const at = middle + intoWindow(p, q, r + 1, width);
    return { mark, p: at - r, q: at + r, r };
  }
  if (q - p >= BAR_MIN) return { mark, p, q };
  const at = middle + intoWindow(p, q, BAR_MIN / 2 + (mark.about ? fadeOf(BAR_MIN) + 4 : SOFT_OVER), width);
  return { mark, p: at - BAR_MIN / 2, q: at + BAR_MIN / 2 };
}

/**
 * How far a mark that is drawn longer than its time has to move so that the window's edge doesn't cut it: no further than
 * its time stands from that edge, so that none jumps where its time leaves the window.
 */
function intoWindow(p, q, half, width) {
  const middle = (p + q) / 2;
  return Math.max(0, Math.min(half - middle, p)) - Math.max(0, Math.min(middle + half - width, width - q));
}

/** The marks of an event in pixels, spread where they would hide each other, with the room that they take. */
function unitOf(event, index, X, width) {
  const drawn = event.marks.map((mark) => markAt(mark, event, X, width));
  if (drawn.length > 1) {
    const gap = event.choice === "or" ? 20 : 3;
    const crowded = drawn.some((d, i) => i > 0 && d.p < drawn[i - 1].q + gap);
    if (crowded && drawn.every((d) => d.q - d.p < 40)) {
      const whole = drawn.reduce((sum, d) => sum + d.q - d.p, gap * (drawn.length - 1));
      let at = (drawn[0].p + drawn[drawn.length - 1].q) / 2 - whole / 2;
      for (const d of drawn) [d.p, d.q, at] = [at, at + d.q - d.p, at + d.q - d.p + gap];
    } else if (crowded && event.choice === "or") {
      // Long neighbours make room for the word between them; their ends are soft anyway.
      for (let i = 1; i < drawn.length; i++) [drawn[i - 1].q, drawn[i].p] = [drawn[i - 1].q - gap / 2, drawn[i].p + gap / 2];
    }
  }
  let left = Math.min(...drawn.map((d) => d.p - (d.mark.about ? fadeOf(d.q - d.p) + 4 : 0)));
  let right = Math.max(...drawn.map((d) => d.q + (d.mark.about ? fadeOf(d.q - d.p) + 4 : 0)));
  const visible = right > 0 && left < width;
  if (event.choice === "differs") right += SIGN;
  const start = Math.max(left, -24);
  const end = Math.min(right, width + 24);
  return { event, index, drawn, left: start, right: end, visible, wide: right - left > 48, fills: left < 40 && right > width - 40 };
}

function isFree(row, from, to) {
  for (let i = 0; i < row.length; i++) if (to > row[i][0] && from < row[i][1]) return false;
  return true;
}

/** The ways to write an event, the fullest first, each with its width: {text, date, width}. Kept for each ruler. */
const formsOf = (() => {
  const known = new WeakMap();
  return (event, ruler, { dates, longest }) => {
    if (!known.has(ruler)) known.set(ruler, new WeakMap());
    const kept = known.get(ruler).get(event);
    if (kept?.dates === dates && kept.longest === longest) return kept.forms;
    const { labels, short } = event;
    const texts = labels.filter((text) => text.length <= longest);
    const dated = dates && short ? 6 + ruler(short, false) : 0;
    const forms = (texts.length ? texts : labels.slice(-1)).flatMap((text) => {
      const width = ruler(text, true);
      return [dates && { text, date: short, width: width + dated }, { text, date: "", width }].filter(Boolean);
    });
    known.get(ruler).set(event, { dates, longest, forms });
    return forms;
  };
})();

/**
 * Where words of a width begin in a bar, in what the window shows of it behind its fade; null where they have no room.
 * As the window moves they stay at its edge.
 */
function beginInside({ drawn: [{ mark, p, q }, ...others] }, width, options) {
  if (others.length || mark.about || mark.a === null || mark.b === null) return null;
  const stub = STUB + (mark.form === "soft" ? fadeOf(q - p) : 0);
  const begin = Math.max(p + stub, STUB);
  return begin + width <= Math.min(q - stub, options.width - STUB) ? begin : null;
}

/** Tries all ways to give a unit its words: right, left, in a bar, below it; full, then shorter; dated, then not. */
function placeWithWords(unit, rows, ruler, options) {
  const longest = options.selected === unit.event.id ? Infinity : options.longest;
  for (const form of formsOf(unit.event, ruler, { dates: options.dates, longest })) {
    const { width } = form;
    for (let row = 0; row < rows.length; row++) {
      const right = unit.right + LABEL_GAP;
      const left = unit.left - LABEL_GAP - width;
      if (right + width <= options.width && unit.right > 0 && isFree(rows[row], unit.left - 3, right + width + CLEARANCE)) {
        return settle(unit, rows, row, row, right, form);
      }
      if (left >= 2 && unit.left < options.width && isFree(rows[row], left - CLEARANCE, unit.right + 3)) {
        return settle(unit, rows, row, row, left, form);
      }
      const inside = beginInside(unit, width, options);
      if (inside !== null && isFree(rows[row], unit.left - 3, unit.right + 3)) return settle(unit, rows, row, row, inside, { ...form, inside: true });
      const under = Math.min(Math.max(unit.left, 4), options.width - width - 2);
      if (unit.wide && row + 1 < rows.length && under >= 2
        && isFree(rows[row], unit.left - 3, unit.right + 3)
        && isFree(rows[row + 1], under - CLEARANCE, under + width + CLEARANCE)) {
        return settle(unit, rows, row, row + 1, under, form);
      }
    }
  }
  return null;
}

function settle(unit, rows, row, labelRow, x, form) {
  const { width } = form;
  if (row === labelRow) {
    rows[row].push([Math.min(unit.left - 3, x - CLEARANCE), Math.max(unit.right + 3, x + width + CLEARANCE), unit]);
  } else {
    rows[row].push([unit.left - 3, unit.right + 3]);
    rows[labelRow].push([x - CLEARANCE, x + width + CLEARANCE, unit]);
  }
  return { unit, row, label: { x, row: labelRow, ...form } };
}

/** A mark without words; `apart` keeps its middle as far from its neighbours' as a finger needs. */
function placeBare(unit, rows, apart) {
  const air = apart ? Math.max(3, (TARGET - unit.right + unit.left) / 2) : 3;
  for (let row = 0; row < rows.length; row++) {
    if (isFree(rows[row], unit.left - air, unit.right + air)) {
      rows[row].push([unit.left - 3, unit.right + 3, unit]);
      return { unit, row, label: null };
    }
  }
  return null;
}

/** Units without words, which come from left to right: crowds of small ones together, each other one alone. */
function crowdsOf(units) {
  const crowds = [];
  let last = null;
  for (const unit of units) {
    if (unit.wide) {
      crowds.push({ units: [unit] });
    } else if (last && (unit.left + unit.right) / 2 - last.middle < TARGET) {
      last.units.push(unit);
      last.middle = (unit.left + unit.right) / 2;
    } else {
      last = { units: [unit], middle: (unit.left + unit.right) / 2 };
      crowds.push(last);
    }
  }
  // A crowd as wide as this is cut, so that its count stands near what it counts.
  return crowds.flatMap((crowd) => cut(crowd, 160));
}

function cut(crowd, most) {
  const pieces = [];
  let first = 0;
  crowd.units.forEach((unit, i) => {
    if (unit.left - crowd.units[first].left > most) {
      pieces.push({ units: crowd.units.slice(first, i) });
      first = i;
    }
  });
  return [...pieces, { units: crowd.units.slice(first) }];
}

function placeCount(units, rows, width) {
  const size = COUNT_WIDTH + (units.length > 99 ? 14 : units.length > 9 ? 6 : 0);
  const middle = (Math.max(0, units[0].left) + Math.min(width, Math.max(...units.map((u) => u.right)))) / 2;
  for (let off = 0; off <= 60; off += 3) {
    for (let row = rows.length - 1; row >= 0; row--) {
      for (const x of off ? [middle + off, middle - off] : [middle]) {
        const at = Math.min(Math.max(x, size / 2 + 2), width - size / 2 - 2);
        if (isFree(rows[row], at - size / 2 - 3, at + size / 2 + 3)) {
          rows[row].push([at - size / 2 - 3, at + size / 2 + 3]);
          return { units, row, x: at, size };
        }
      }
    }
  }
  return null;
}

/** Folded units, from left to right: those that overlap or nearly so become one count. */
function foldsOf(units) {
  const folds = [];
  for (const unit of [...units].sort((a, b) => a.left - b.left)) {
    const last = folds[folds.length - 1];
    if (last && unit.left < last.right + 30) {
      last.units.push(unit);
      last.right = Math.max(last.right, unit.right);
    } else folds.push({ units: [unit], right: unit.right });
  }
  return folds;
}

/** Lays a lane once: with all of `lost`, crowds that found no place. */
function attempt(worded, folded, ruler, options, fromLeft) {
  const rows = Array.from({ length: options.rows }, () => []);
  const marks = [];
  const counts = [];
  const lost = [];
  const spoken = new Set();
  for (const unit of worded) {
    const own = unit.event.id === options.selected;
    const placed = placeWithWords(unit, rows, ruler, options) || (own && placeBare(unit, rows));
    if (placed) marks.push(placed);
    if (placed) spoken.add(unit);
  }
  const rest = fromLeft.filter((unit) => !spoken.has(unit) && !folded.has(unit));
  const crowds = [...(options.each ? rest.map((unit) => ({ units: [unit] })) : crowdsOf(rest)), ...foldsOf(folded)];
  const several = (crowd) => crowd.units.length > 1;
  for (const crowd of crowds.filter((c) => !several(c))) {
    const placed = placeBare(crowd.units[0], rows, options.each);
    if (placed) marks.push(placed);
    else lost.push(crowd.units);
  }
  for (const crowd of lost.length ? [] : crowds.filter(several)) {
    const placed = placeCount(crowd.units, rows, options.width);
    if (placed) counts.push(placed);
    else lost.push(crowd.units);
  }
  return { marks, counts, rows, lost };
}

/** Words for bare marks, then longer words for all where there is room left, for the worthiest first. */
function fillUp({ marks, rows }, byWorth, ruler, options) {
  const worth = new Map(byWorth.map((unit, i) => [unit, i]));
  const order = [...marks].sort((a, b) => worth.get(a.unit) - worth.get(b.unit));
  for (const placed of [...order.filter((m) => !m.label), ...order]) {
    const { unit, label, row } = placed;
    if (label && (label.row !== row || label.inside)) continue;
    const mine = rows[row].find((taken) => taken[2] === unit);
    const others = rows[row].filter((taken) => taken !== mine);
    const fits = (x, width) => x >= 2 && x + width <= options.width
      && isFree(others, Math.min(unit.left - 3, x - CLEARANCE), Math.max(unit.right + 3, x + width + CLEARANCE));
    const best = firstToFit(unit, label, ruler, options, fits) || (!label && firstInside(unit, ruler, options));
    if (!best) continue;
    placed.label = { ...best, row };
    if (best.inside) continue;
    [mine[0], mine[1]] = [Math.min(unit.left - 3, best.x - CLEARANCE), Math.max(unit.right + 3, best.x + best.width + CLEARANCE)];
  }
}

/** The fullest words that fit beside a mark, {x, width, text, date}: on either side, or on that of the label it has. */
function firstToFit(unit, label, ruler, { dates, longest }, fits) {
  const { labels, short } = unit.event;
  const dated = dates && short ? short : "";
  for (const text of labels) {
    if (text.length > longest * (label ? 2 : 1) || text.length < (label ? label.text.length : 0)) continue;
    for (const date of label ? [label.date || dated] : dated ? [dated, ""] : [""]) {
      const width = ruler(text, true) + (date ? 6 + ruler(date, false) : 0);
      const [right, left] = [unit.right + LABEL_GAP, unit.left - LABEL_GAP - width];
      for (const x of label ? [label.x > unit.left ? right : left] : [right, left]) {
        if (fits(x, width)) return { x, width, text, date };
      }
    }
  }
  return null;
}

/** The fullest words that fit in a bar, as `firstToFit` gives them. */
function firstInside(unit, ruler, options) {
  for (const form of formsOf(unit.event, ruler, options)) {
    const x = beginInside(unit, form.width, options);
    if (x !== null) return { ...form, x, inside: true };
  }
  return null;
}

/** The unit that loses its words so that lost marks find a place: the least worthy one near them, never the selected. */
function leastNear(lost, marks, worded, selected) {
  const left = Math.min(...lost.map((u) => u.left)) - 64;
  const right = Math.max(...lost.map((u) => u.right)) + 64;
  const near = marks.filter((m) => m.label && Math.min(m.unit.left, m.label.x) < right
    && Math.max(m.unit.right, m.label.x + m.label.width) > left).map((m) => m.unit)
    .filter((u) => u.event.id !== selected);
  return near.sort((a, b) => worded.indexOf(b) - worded.indexOf(a))[0];
}

/** The unit without words that stands nearest to lost ones: it goes into their count with them. */
function nearestBare(lost, rest, folded) {
  const middle = lost.reduce((sum, u) => sum + u.left + u.right, 0) / (2 * lost.length);
  let best = null;
  for (const unit of rest) {
    if (folded.has(unit) || lost.includes(unit)) continue;
    const far = Math.max(0, unit.left - middle, middle - unit.right);
    if (!best || far < best.far) best = { unit, far };
  }
  return best && best.far < 90 ? best.unit : null;
}

/** The last way: the selected mark with its words in the first row, counts side by side in the last. */
function onlyCounts(byWorth, ruler, options) {
  const rows = Array.from({ length: options.rows }, () => []);
  const own = options.rows > 1 && byWorth[0]?.event.id === options.selected ? byWorth[0] : null;
  const first = own && (placeWithWords(own, [rows[0]], ruler, options) || placeBare(own, [rows[0]]));
  const cells = new Map();
  const most = Math.max(0, Math.floor(options.width / 52) - 1);
  for (const unit of byWorth.slice(first ? 1 : 0)) {
    const middle = (Math.max(0, unit.left) + Math.min(options.width, unit.right)) / 2;
    const cell = Math.min(Math.max(0, Math.floor(middle / 52)), most);
    cells.set(cell, [...(cells.get(cell) || []), unit]);
  }
  const marks = first ? [first] : [];
  for (const [cell, units] of cells) {
    if (units.length > 1) continue;
    // One event is no count: it joins the nearest one, and is a mark if there is none.
    const near = [...cells.keys()].filter((c) => c !== cell).sort((a, b) => Math.abs(a - cell) - Math.abs(b - cell))[0];
    if (near === undefined) marks.push({ unit: units[0], row: options.rows - 1, label: null });
    else cells.get(near).push(...units);
    cells.delete(cell);
  }
  const counts = [...cells].map(([cell, units]) => ({ units, row: options.rows - 1, x: cell * 52 + 26, size: 44 }));
  return { marks, counts };
}

/** Lays a lane in a number of rows, taking words away until every mark has its place; null where that is no help. */
function layOut(units, byWorth, ruler, options) {
  const fromLeft = [...units].sort((a, b) => a.left - b.left);
  let worded = byWorth.slice(0, MOST_LABELS);
  const folded = new Set();
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const spoken = new Set(worded);
    const laid = attempt(worded, folded, ruler, options, fromLeft);
    if (!laid.lost.length) {
      fillUp(laid, byWorth, ruler, options);
      return laid;
    }
    // One turn makes room for all that are lost: words that were taken for one may come back at the end.
    const losers = new Set(laid.lost.map((lost) => leastNear(lost, laid.marks, worded, options.selected)));
    losers.delete(undefined);
    if (losers.size) {
      // Words that found no place this time would only take that of the losers: what room is left over is filled at the end.
      const placed = new Set(laid.marks.filter((m) => m.label).map((m) => m.unit));
      worded = worded.filter((u) => u.event.id === options.selected || (placed.has(u) && !losers.has(u)));
      continue;
    }
    if (options.each) return null;
    const before = folded.size;
    const rest = byWorth.filter((u) => !spoken.has(u));
    for (const lost of laid.lost) {
      const joins = nearestBare(lost, rest, folded);
      for (const unit of joins ? [...lost, joins] : lost) if (!spoken.has(unit)) folded.add(unit);
    }
    if (folded.size === before) return null;
  }
  return null;
}

/** Few events: each its own mark, in as many rows as that takes, and in more if a bar over the whole window lacks words. */
function layEach(units, byWorth, ruler, options) {
  let found = null;
  const most = Math.min(options.most, Math.max(options.rows, 2 * units.length));
  for (let rows = options.rows; rows <= most; rows++) {
    const laid = layOut(units, byWorth, ruler, { ...options, rows, each: true });
    if (!laid) continue;
    found = found || { ...laid, rows };
    if (laid.marks.every((m) => m.label || !m.unit.fills)) return { ...laid, rows };
  }
  return found;
}

/**
 * One lane: {marks: [{unit, row, label}], counts: [{units, row, x, size}], rows}.
 *
 * `ruler(text, strong)` gives the width of words in pixels. `options`: width, rows (that the lane always has), most
 * (rows that it may have), selected (id), dates (labels bear them), longest (how long a label may
 * be, but that of the selected).
 */
function layLane(units, ruler, options) {
  const worth = (selected) => [...units].sort((a, b) =>
    (b.event.id === selected) - (a.event.id === selected)
    || (b.event.choice === "differs") - (a.event.choice === "differs")
    || b.event.weight - a.event.weight || b.index - a.index);
  const byWorth = worth(options.selected);
  if (units.length <= FEW) {
    // As many rows as it would have without a choice: where one is made, no other mark moves if that can be.
    const calm = layEach(units, worth(null), ruler, { ...options, selected: null });
    const chosen = byWorth[0]?.event.id === options.selected;
    const each = chosen && calm ? layEach(units, byWorth, ruler, { ...options, rows: calm.rows }) : calm;
    if (each) return each;
  }
  const laid = layOut(units, byWorth, ruler, options) || onlyCounts(byWorth, ruler, options);
  return { ...laid, rows: options.rows };
}
