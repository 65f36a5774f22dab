// Dialogs in which a person chooses: events to be made one, sentences that go, words that tell an event of their own.

/** Asks which events are one with the card's, and which date stands. */
function chooseToMerge(page, card) {
  const chosen = new Map();
  const list = h("ul", { class: "to-choose" });
  const offer = (events) => list.replaceChildren(...(events.length ? events : card.near).filter((one) => one.id !== card.target).map((one) => h("li", {}, h("label", { class: "check" },
    h("input", { type: "checkbox", value: one.id, checked: chosen.has(one.id), onchange: (e) => (e.target.checked ? chosen.set(one.id, one) : chosen.delete(one.id)) }),
    h("span", {}, one.headline, h("span", { class: "dim" }, ` ${one.when}`))))));
  const twin = card.near.find((one) => one.id === card.twin);
  if (twin) chosen.set(twin.id, twin);
  offer(twin ? [twin, ...card.near.filter((one) => one !== twin)] : card.near);
  let number = 0;
  const words = field("Look for another one", { type: "search", oninput: async () => {
    const mine = number += 1;
    const events = await page.find(words.input.value.trim());
    if (mine === number) offer([...[...chosen.values()].filter((one) => !events.some((e) => e.id === one.id)), ...events]);
  } });
  dialog(page.desk.root, "Which events are one with this?", [h("p", { class: "quoted-title" }, card.headline, h("span", { class: "dim" }, ` ${card.when}`)), list, words.host],
    "Make them one", async () => {
      if (!chosen.size) throw new Error("Choose at least one event.");
      await page.decides({ action: "merge", targets: [card.target, ...chosen.keys()] }, { seen: card });
    });
}

/** Asks which sentences tell an event of their own. */
function chooseToSplit(page, card) {
  const going = new Set();
  const headline = field("What they tell", { maxlength: 300 }, { help: "May be left out: then the first of them stands for it." });
  dialog(page.desk.root, "Which sentences tell something else?", [h("ul", { class: "to-choose" }, card.citations.map((one, n) => h("li", {}, h("label", { class: "check" },
    h("input", { type: "checkbox", onchange: (e) => (e.target.checked ? going.add(n) : going.delete(n)) }),
    h("span", {}, h("q", { class: "said" }, one.before, one.words, one.after), h("span", { class: "dim" }, ` ${one.article}${one.date ? `, ${one.date}` : ""}`)))))), headline.host],
  "Split them off", () => page.decides({ action: "split", targets: [card.target], going: [...going], headline: headline.input.value }, { seen: card }));
}

/** Asks which of the differing dates is right, and why. */
function chooseToSettle(page, card) {
  let chosen = card.dates[0];
  const why = area("Why this one", { rows: 2, required: true }, { help: "Readers see the reason beside the other dates, which stay visible." });
  dialog(page.desk.root, "Which date is right?", [h("fieldset", {}, h("legend", {}, "The articles give"), card.dates.map((one, n) => h("label", { class: "check" },
    h("input", { type: "radio", name: "date", checked: n === 0, onchange: () => { chosen = one; } }), h("span", {}, one.when, h("span", { class: "dim" }, ` ${one.words}`))))), why.host],
  "Settle it", () => page.decides({ action: "settle", targets: [card.target], why: why.input.value, ...(chosen === card.dates[0] ? {} : { edtf: chosen.edtf }) }, { seen: card }));
}

const codePoints = (text, units) => [...text.slice(0, units)].length;

/** Lets a person choose words of an article, by mouse, finger or Shift and the arrows, and make an event of them. */
async function chooseWords(page, document) {
  const articles = page.given.articles;
  if (!articles.length) throw new Error("There is no article yet to choose words from.");
  let article = await ask(`${page.at}/article/${encodeURIComponent(document || articles[0].id)}`);
  const text = area("Choose the words that tell it", { rows: 9, readonly: true, value: article.text });
  text.input.classList.add("said");
  const chosen = h("p", { class: "read-back", role: "status" }, "Nothing is chosen yet.");
  const headline = field("What happened", { maxlength: 300 });
  const date = dateField(page.at, "When", { article: () => article.id });
  let place = null, mention = null, own = "";
  const choice = choiceField("Article", articles.map((one) => [one.id, one.title]), article.id);
  choice.input.addEventListener("change", async () => {
    try {
      article = await ask(`${page.at}/article/${encodeURIComponent(choice.input.value)}`);
    } catch (error) {
      chosen.textContent = error.message;
      choice.input.value = article.id;
      return;
    }
    text.input.value = article.text;
    place = null;
    chosen.textContent = "Nothing is chosen yet.";
    date.look();
  });
  function look() {
    const { selectionStart, selectionEnd, value } = text.input;
    const words = value.slice(selectionStart, selectionEnd);
    const before = words.length - words.trimStart().length, behind = words.length - words.trimEnd().length;
    if (!words.trim()) return;
    const start = codePoints(value, selectionStart + before), end = codePoints(value, selectionEnd - behind);
    if (place?.start === start && place?.end === end) return;
    place = { start, end };
    chosen.textContent = `“${words.trim().replace(/\s+/g, " ")}”`;
    if (headline.input.value === own) headline.input.value = own = words.trim().replace(/\s+/g, " ").slice(0, 120);
    mention = article.mentions.find((one) => one.start >= start && one.end <= end) || null;
    if (mention && !date.input.value) {
      date.input.value = mention.text;
      date.input.dispatchEvent(new Event("input"));
    }
  }
  for (const event of ["select", "keyup", "pointerup", "touchend"]) text.input.addEventListener(event, () => setTimeout(look));
  const box = dialog(page.desk.root, "An event of your own", [choice.host, text.host, chosen, headline.host, date.host], "Put it on the timeline", async () => {
    if (!place) throw new Error("Choose the words of the article that tell it.");
    const { edtf, mod, typed } = await date.value();
    await page.decides({ action: "make", document: article.id, ...place, headline: headline.input.value, edtf, mod, typed, mention: mention?.id || "" });
  });
  box.classList.add("wide-dialog");
}
