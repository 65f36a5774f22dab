// A lane with more events in the window than there is room for: words for the worthiest, above; all others counted,
// below, in cells of equal time. The cells stand on the axis and not on the screen, so that they move with it. Pure.

const CROWDED = 80;      // events of a lane in the window from which on it is laid so
const CELL = 66;          // the least width of a cell in pixels, which holds a count of five figures
const SECTION = 220;      // pixels of a row in which about one label has room
const TRIED = 4;          // the worthiest of a section that are tried with words

/** How wide the pill of a count has to be for its words. */
const pillWidth = (words) => 14 + 8 * Math.max(2, words.length);

/** The step of cells: a power of two of a year that is at least as wide as a cell. */
const cellStep = (from, to, width) => 2 ** Math.ceil(Math.log2((CELL * (to - from)) / width));

/**
 * A crowded lane: {marks, counts, rows}, as layLane gives it; a count has the places of its events, and the stretch of
 * time [from, to] that it stands for. `places` are those of the events in the window.
 */
function layCrowd(index, places, [from, to], ruler, options) {
  const { width, selected } = options;
  const rows = Math.max(2, options.rows);
  const X = (year) => ((year - from) / (to - from)) * width;
  const own = index.placeOf(selected);
  const chosen = places.indexOf(own) < 0 ? undefined : own;
  const crowd = crowdOf(index, places, [from, to], width, rows - 1);
  const best = crowd.best.filter((at) => at !== chosen);
  const above = Array.from({ length: rows - 1 }, () => []);
  const marks = [];
  for (const at of chosen === undefined ? best : [chosen, ...best]) {
    const unit = unitOf(index.events[at], at, X, width);
    const placed = unit.visible && (placeWithWords(unit, above, ruler, options) || (at === chosen && placeBare(unit, above)));
    if (placed) marks.push(placed);
  }
  const spoken = new Set(marks.map((m) => m.unit.index));
  const counts = crowd.cells.map((cell) => ({ ...cell, places: cell.places.filter((at) => !spoken.has(at)) }))
    .filter((cell) => cell.places.length);
  const below = [];
  for (const cell of counts) {
    cell.size = pillWidth(`+${grouped(cell.places.length)}`);
    cell.x = Math.min(Math.max(X((cell.from + cell.to) / 2), cell.size / 2 + 2), width - cell.size / 2 - 2);
    cell.row = rows - 1;
    if (cell.places.length > 1) below.push([cell.x - cell.size / 2 - 3, cell.x + cell.size / 2 + 3]);
  }
  // One event is never a count: it is a mark where there is room, else it joins the nearest count.
  const many = counts.filter((cell) => cell.places.length > 1);
  for (const cell of counts.filter((c) => c.places.length === 1)) {
    const unit = unitOf(index.events[cell.places[0]], cell.places[0], X, width);
    const placed = placeBare(unit, [below]);
    if (placed || !many.length) marks.push({ ...(placed || { unit, label: null }), row: rows - 1 });
    else many.reduce((near, c) => (Math.abs(c.x - cell.x) < Math.abs(near.x - cell.x) ? c : near)).places.push(cell.places[0]);
  }
  return { marks: marks.filter((m) => m.unit.visible), counts: many, rows };
}

const crowds = new WeakMap();

/** The worthiest of a crowd, spread over the window, and its cells: gone through once as long as the window is the same. */
function crowdOf(index, places, [from, to], width, rows) {
  const known = crowds.get(places);
  if (known?.from === from && known.to === to && known.width === width && known.rows === rows) return known;
  const middles = middlesOf(index, places, [from, to]);
  const crowd = { from, to, width, rows, best: spreadWorthiest(index, places, middles, [from, to], width, rows),
    cells: cellsOf(places, middles, [from, to], width) };
  crowds.set(places, crowd);
  return crowd;
}

/** The middle of what the window shows of each event. */
function middlesOf({ first, last }, places, [from, to]) {
  const middles = new Float64Array(places.length);
  for (let i = 0; i < places.length; i++) {
    const [a, b] = [first[places[i]], last[places[i]]];
    middles[i] = ((a > from ? a : from) + (b < to ? b : to)) / 2;
  }
  return middles;
}

/** The worthiest of each section of the window, so that words are spread over it; of all these the worthiest first. */
function spreadWorthiest(index, places, middles, [from, to], width, rows) {
  const sections = Array.from({ length: Math.max(1, Math.round(width / SECTION)) }, () => []);
  const scale = sections.length / (to - from);
  for (let i = 0; i < places.length; i++) {
    const section = Math.min(sections.length - 1, Math.max(0, Math.floor((middles[i] - from) * scale)));
    index.among(sections[section], places[i], TRIED * rows);
  }
  return sections.flat().sort((a, b) => index.rank[a] - index.rank[b]);
}

/** Cells of time with the places of the events whose middles lie in them, from left to right. */
function cellsOf(places, middles, [from, to], width) {
  const step = cellStep(from, to, width);
  // Cells whose middle is out of sight give their events to the last one that is in sight.
  const low = Math.ceil(from / step - 0.5);
  const high = Math.max(low, Math.floor(to / step - 0.5));
  const cells = Array.from({ length: high - low + 1 }, () => []);
  for (let i = 0; i < places.length; i++) {
    cells[Math.min(high, Math.max(low, Math.floor(middles[i] / step))) - low].push(places[i]);
  }
  return cells.map((inside, i) => ({ places: inside, from: (low + i) * step, to: (low + i + 1) * step }));
}
