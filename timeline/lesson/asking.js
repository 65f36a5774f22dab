// How a card is asked: the part that takes the answer, by what the card has. Each part has `host`, `answer` (as
// judge.js wants it), `ready`, and `lock`, after which it shows what was right.

function askingFor(card, onChange) {
  if (isOpen(card)) return { host: h("div", {}), answer: null, ready: true, lock() {} };
  if (card.tiles.length) return new Ordering(card.tiles, onChange);
  if (card.line) return new Placing(card.line, card.prompt, onChange);
  if (card.slots.length) return new Matching(card, onChange);
  return new Choosing(card.choices, card.prompt, onChange);
}

/** Whether a card has nothing to be judged: a question that is answered in one's own words alone. */
const isOpen = (card) => !card.tiles.length && !card.line && !card.slots.length && !card.choices.length;

/** One line that says how the answer is given. */
const manner = (card) => t(isOpen(card) ? "exercise.how-write" : card.tiles.length ? "exercise.how-order" : card.line ? "exercise.how-place"
  : card.slots.length ? "exercise.how-match" : "exercise.how-choose");
