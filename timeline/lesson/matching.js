// A choice for each of several: which article gives which date. With it a question to be answered in one's own words.

class Matching {
  constructor(card, onChange) {
    this.card = card;
    this.parts = card.slots.map((slot) => {
      const choosing = new Choosing(card.choices, slot.label, onChange);
      return { slot, choosing, host: h("div", { class: "slot" }, h("h3", { lang: slot.language || null }, slot.label), choosing.host) };
    });
    this.host = h("div", { class: "slots" }, this.parts.map((part) => part.host));
  }

  get answer() {
    return Object.fromEntries(this.parts.map(({ slot, choosing }) => [slot.id, choosing.answer]).filter(([, id]) => id !== null));
  }

  set answer(given) {
    for (const { slot, choosing } of this.parts) choosing.answer = given?.[slot.id] ?? null;
  }

  get ready() { return this.parts.every(({ choosing }) => choosing.ready); }

  lock() {
    for (const { slot, choosing } of this.parts) choosing.lock(slot.right);
  }
}
