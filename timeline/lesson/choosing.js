// One of several answers, as radio buttons: arrows, touch and mouse are the browser's own.

let choicesMade = 0;

class Choosing {
  constructor(choices, legend, onChange) {
    this.choices = choices;
    const name = `choice-${choicesMade += 1}`;
    this.inputs = choices.map((choice) => h("input", { type: "radio", name, value: choice.id, onchange: onChange }));
    this.rows = choices.map((choice, i) => h("label", { class: "option", "data-id": choice.id }, this.inputs[i],
      h("span", { lang: choice.language || null }, choice.label)));
    this.host = h("fieldset", { class: "options" }, h("legend", { class: "unseen" }, legend), this.rows);
  }

  get answer() { return this.inputs.find((input) => input.checked)?.value ?? null; }

  set answer(id) {
    for (const input of this.inputs) input.checked = input.value === id;
  }

  get ready() { return this.answer !== null; }

  /** Says beside each answer how it stands, in words and by a sign. */
  lock(right) {
    this.inputs.forEach((input, i) => {
      input.disabled = true;
      const good = right.includes(input.value);
      if (this.choices[i].note) this.rows[i].append(h("span", { class: "note" }, this.choices[i].note));
      if (!good && !input.checked) return;
      this.rows[i].classList.add(good ? "right" : "wrong");
      this.rows[i].append(h("b", { class: "sign" }, good ? `✓ ${t("exercise.right-one")}` : `✗ ${t("exercise.yours")}`));
    });
  }
}
