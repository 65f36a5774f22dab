// The card of what is being checked: its sentences, why it is here, and what can be decided about it.

/** The card's parts; `page` is told what a person decides. */
function checkCard(page, card) {
  const event = card.of === "event";
  const heading = h("h2", { tabindex: "-1" }, event ? card.headline : `“${card.headline}”`);
  const parts = [
    h("p", { class: "card-when" }, card.when, event && card.review !== "unreviewed" ? h("span", { class: "pill-word" }, card.review) : null),
    heading,
    card.reasons.length ? h("ul", { class: "reasons" }, card.reasons.map((one) => h("li", {}, h("b", {}, one.sort), " ", one.words))) : null,
    h("div", { class: "sentences" }, card.citations.map((one) => h("blockquote", {}, h("p", { class: "said" }, one.before, one.words ? h("mark", {}, one.words) : null, one.after),
      h("footer", {}, [one.article, one.where, one.date ? `${one.role}: ${one.date}` : one.role].filter(Boolean).map((words) => h("span", {}, words)))))),
  ];
  const { reads } = page.desk;
  if (page.given.second) return [...parts.filter(Boolean), ...(reads ? [] : secondActs(page, card))];
  if (!reads) parts.push(acts(page, card));
  if (!card.aside && event) parts.push(dates(page, card));
  if (!card.aside && !reads) parts.push(fixing(page, card), event ? editing(page, card) : null);
  parts.push(steps("Why this date", card.derivation.map((words) => ({ words }))));
  if (card.history.length) parts.push(steps("What people changed", card.history));
  return parts.filter(Boolean);
}

/** A letter on a button: the key that does the same. */
const key = (letter) => h("kbd", { "aria-hidden": "true" }, letter);

function acts(page, card) {
  const event = card.of === "event";
  if (card.aside) return h("div", { class: "acts decide" }, h("p", {}, "This was set aside."), main_("Put back", () => page.doing({ action: "restore", targets: [card.target] })));
  const put = (words, letter, act, go) => h("button", { type: "button", class: go ? "btn go" : "btn", "aria-keyshortcuts": letter, onclick: act }, words, key(letter));
  return h("div", { class: "acts decide" },
    put(event ? "Accept" : "It has no date", "A", () => page.accept(), true), put("Fix", "F", () => page.fix()),
    event ? put("Merge", "M", () => page.merge()) : null, event && card.citations.length > 1 ? put("Split", "S", () => page.split()) : null,
    put("Set aside", "X", () => page.setAside()), put("Next", "N", () => page.next()));
}

/** The date typed anew; of a mention without a date it makes an event. */
function fixing(page, card) {
  const event = card.of === "event";
  const date = dateField(page.at, event ? "When it was" : "When it was: this makes an event of it", { article: () => card.document || "" });
  const headline = event ? null : field("What happened", { value: card.line.slice(0, 200), maxlength: 300 });
  const why = event ? field("Why (may be left out)", { maxlength: 500 }) : null;
  const wrong = h("p", { class: "problem", role: "alert" });
  const form = h("form", { class: "fixing", onsubmit: async (e) => {
    e.preventDefault();
    wrong.textContent = "";
    try {
      const { edtf, mod, typed } = await date.value();
      await page.decides(event ? { action: "date", targets: [card.target], edtf, mod, typed, why: why.input.value }
        : { action: "make", document: card.document, start: card.start, end: card.end, mention: card.target, headline: headline.input.value, edtf, mod, typed });
    } catch (error) {
      page.tellWrong(wrong, error);
    }
  } }, headline?.host, date.host, why?.host, wrong, h("button", { type: "submit", class: "btn" }, event ? "Take this date" : "Put it on the timeline"));
  page.fixField = date.input;
  return form;
}

function dates(page, card) {
  if (!card.dates.length) return null;
  const open = card.dates.some((one, n) => n && !one.settled);
  return h("section", { class: "dates" }, h("h3", {}, open ? "The articles differ" : "Settled"), h("ul", {}, card.dates.map((one) => h("li", {}, h("b", {}, one.when), " ", one.words,
    one.settled ? h("span", { class: "dim" }, ` settled: ${one.settled}`) : null))), open && !page.desk.reads ? button("Settle it", () => chooseToSettle(page, card)) : null);
}

const listed = (text) => text.split(",").map((one) => one.trim()).filter(Boolean);

/** Which tags came and which went: each by itself, so that what others tag meanwhile stays. */
function tagsChanged(before, now) {
  const [old, new_] = [listed(before), listed(now)];
  return [["add_tags", new_.filter((tag) => !old.includes(tag))], ["drop_tags", old.filter((tag) => !new_.includes(tag))]].filter(([, tags]) => tags.length);
}

function editing(page, card) {
  const fields = {
    headline: field("Headline", { value: card.headline, maxlength: 300 }),
    kind: field("Kind", { value: card.kind, maxlength: 100, list: "kinds-of-events" }),
    participants: field("People", { value: card.participants.join(", ") }, { help: "With commas between them." }),
    places: field("Places", { value: card.places.join(", ") }),
    tags: field("Tags", { value: card.tags.join(", ") }),
    note: area("Note", { value: card.note, rows: 2 }),
  };
  const lists = ["participants", "places"];
  const held = Object.fromEntries(Object.entries(fields).map(([name, { input }]) => [name, input.value]));
  const wrong = h("p", { class: "problem", role: "alert" });
  return h("details", { class: "editing" }, h("summary", {}, "Words, people, places, tags, note"),
    h("form", { onsubmit: async (e) => {
      e.preventDefault();
      wrong.textContent = "";
      const changed = Object.entries(fields).filter(([name, { input }]) => input.value !== held[name])
        .flatMap(([name, { input }]) => (name === "tags" ? tagsChanged(held.tags, input.value) : [[name, lists.includes(name) ? listed(input.value) : input.value]]));
      try {
        if (!changed.length) throw new Error("Nothing was changed.");
        await page.decides({ action: "edit", targets: [card.target], fields: Object.fromEntries(changed) }, { stay: true });
      } catch (error) {
        page.tellWrong(wrong, error);
      }
    } }, Object.values(fields).map(({ host }) => host), h("datalist", { id: "kinds-of-events" }, page.given.kinds.map((kind) => h("option", { value: kind }))), wrong,
    h("button", { type: "submit", class: "btn" }, "Keep this")));
}

/** A folded list of steps: why a date is what it is, or who changed what. */
function steps(title, list) {
  if (!list.length) return null;
  return h("details", { class: "steps" }, h("summary", {}, title), h("ol", {}, list.map((one) => h("li", { class: one.counts === false ? "undone" : null },
    one.at ? h("span", { class: "dim" }, `${one.by || "Somebody"}, ${agoWords(one.at)}: `) : null, one.words, one.why ? ` (${one.why})` : "", one.counts === false ? h("span", { class: "dim" }, " taken back") : null))));
}

/** What a second reader may say: it changes nothing of the timeline. */
function secondActs(page, card) {
  const says = (verdict, more = {}) => page.decides({ action: "opinion", targets: [card.target], verdict, ...more });
  const put = (words, letter, act, go) => h("button", { type: "button", class: go ? "btn go" : "btn", "aria-keyshortcuts": letter, onclick: () => act().catch((error) => page.desk.says(error.message)) }, words, key(letter));
  const wrong = h("p", { class: "problem", role: "alert" });
  const date = dateField(page.at, "Another date", {});
  page.fixField = date.input;
  page.opinions = { a: () => says("accept"), x: () => says("set aside"), m: () => says("merge"), s: () => says("split") };
  return [h("div", { class: "acts decide" }, put("Right as read", "A", page.opinions.a, true), put("Merge", "M", page.opinions.m), put("Split", "S", page.opinions.s), put("Set aside", "X", page.opinions.x),
    h("button", { type: "button", class: "btn", "aria-keyshortcuts": "N", onclick: () => page.next() }, "Next", key("N"))),
  h("form", { class: "fixing", onsubmit: async (e) => {
    e.preventDefault();
    wrong.textContent = "";
    try {
      const { edtf } = await date.value();
      await says("date", { edtf });
    } catch (error) {
      page.tellWrong(wrong, error);
    }
  } }, date.host, wrong, h("button", { type: "submit", class: "btn" }, "It was then"))];
}
