// A field for a date as people write it. What it was understood as is read back, and only that is taken.

const TYPING_PAUSE = 250;  // ms after the last key before the server is asked

/**
 * A date field: {host, input, look(), value()}; `value()` gives {edtf, mod, typed}, or throws a sentence. `article` gives
 * the id of the article from whose date it counts; `look()` reads what is typed anew where that is another one.
 */
function dateField(at, label, { article = () => "" } = {}) {
  const back = h("p", { class: "read-back", role: "status" });
  const others = h("div", { class: "acts others" });
  const { input, host } = field(label, { spellcheck: "false" }, { help: "As you would write it: spring 1962, c. 520 BC, between 3 and 5 May 1968. EDTF is understood too." });
  host.append(back, others);
  let waiting, asked = 0, taken = null, problem = "";
  const take = (date, typed) => {
    taken = { edtf: date.edtf, mod: date.mod, typed };
    back.textContent = `Understood as ${date.words}.`;
    host.dataset.understood = date.edtf;
  };
  async function look() {
    const typed = input.value.trim(), number = asked += 1;
    taken = null;
    problem = "";
    delete host.dataset.understood;
    others.replaceChildren();
    if (!typed) {
      back.textContent = "";
      return;
    }
    try {
      const date = await ask(`${at}/date?${new URLSearchParams({ text: typed, article: article() })}`);
      if (number !== asked) return;  // something else was typed meanwhile
      take(date, typed);
      others.replaceChildren(...date.others.map((other) => quiet(`Or ${other.words}?`, () => take(other, typed))));
    } catch (error) {
      if (number !== asked) return;
      problem = error.message;
      back.textContent = problem;
    }
  }
  input.addEventListener("input", () => {
    taken = null;
    asked += 1;  // an answer on its way is to other words
    delete host.dataset.understood;
    clearTimeout(waiting);
    waiting = setTimeout(look, TYPING_PAUSE);
  });
  return { input, host, look, async value() {
    clearTimeout(waiting);
    if (!taken) await look();
    if (!taken) {
      back.textContent = "";  // it is said once, where the form says what is wrong
      throw new Error(problem || "Type a date first.");
    }
    return taken;
  } };
}
