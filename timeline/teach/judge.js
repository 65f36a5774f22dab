// An answer and its card → the verdict, as judge.py has it: both are held to tests/unit/teach/cases.json. Pure.

const PLACE_POINTS = 3;

/** The verdict on an answer: right, points, of, why (a key of the texts' part "verdict"), wrong (ids). */
function judge(card, answer) {
  if (card.tiles.length) return judgeOrder(card.tiles, answer);
  if (card.line) return judgePlace(card.line, answer);
  if (card.slots.length) return judgeSlots(card.slots, answer);
  if (!card.choices.length) return { right: false, points: 0, of: 0, why: "free", wrong: [] };
  const right = typeof answer === "string" && card.solution.includes(answer);
  if (right) return { right, points: 1, of: 1, why: "right", wrong: [] };
  return { right, points: 0, of: 1, why: "wrong", wrong: typeof answer === "string" ? [answer] : [] };
}

function judgeOrder(tiles, answer) {
  const byId = new Map(tiles.map((tile) => [tile.id, tile]));
  const ids = Array.isArray(answer) ? [...new Set(answer)].filter((id) => byId.has(id)) : [];
  const laid = ids.map((id) => byId.get(id));
  const stay = longestInOrder(laid);
  const wrong = ids.filter((_, at) => !stay.has(at));
  const of = tiles.length;
  if (!wrong.length && laid.length === of) return { right: true, points: of, of, why: "right", wrong };
  return { right: false, points: stay.size > 1 ? stay.size : 0, of, why: "order", wrong };
}

/** The places of the longest run of tiles that stand in order among themselves; of several the first. */
function longestInOrder(laid) {
  const best = [];
  const before = [];
  laid.forEach((tile, at) => {
    best[at] = 1;
    before[at] = -1;
    for (let j = 0; j < at; j++) {
      if (laid[j].last < tile.first && best[j] + 1 > best[at]) [best[at], before[at]] = [best[j] + 1, j];
    }
  });
  const stay = new Set();
  for (let at = best.indexOf(Math.max(...best)); at >= 0; at = before[at]) stay.add(at);
  return stay;
}

function judgePlace(line, answer) {
  const lost = { right: false, points: 0, of: PLACE_POINTS, why: "wrong", wrong: [] };
  if (!Number.isInteger(answer) || answer < 0 || answer >= line.starts.length) return lost;
  const away = Math.max(line.first - answer, answer - line.last, 0);
  if (!away) return { ...lost, right: true, points: PLACE_POINTS, why: "right" };
  const early = answer < line.first;
  if (away <= line.near) return { ...lost, points: PLACE_POINTS - 1, why: early ? "early" : "late" };
  return { ...lost, why: early ? "too early" : "too late" };
}

function judgeSlots(slots, answer) {
  const given = answer && typeof answer === "object" && !Array.isArray(answer) ? answer : {};
  const wrong = slots.filter((slot) => !slot.right.includes(given[slot.id])).map((slot) => slot.id);
  const of = slots.length;
  return { right: !wrong.length, points: of - wrong.length, of, why: wrong.length ? "wrong" : "right", wrong };
}
