// A typed stretch of time, such as "1945 to 1962", as a window. The server reads it with the reader that reads the
// articles; a file that is opened without a server reads years, decades and centuries by itself, and says what it can't.

const BETWEEN = /\s*(?:\bto\b|\buntil\b|\band\b|–|—|-)\s*/i;

/** The stretch [from, to] of one date in plain words, or null. */
function plainYears(text) {
  const words = text.trim().toLowerCase().replace(/^(from|between|about|around|in|the|c\.|ca\.)\s+/g, "").replace(/^the\s+/, "");
  const bc = /\b(bc|bce|b\.c\.)$/.test(words);
  const bare = words.replace(/^(ad|ce)\s+|\s*\b(bc|bce|ad|ce|b\.c\.|a\.d\.)$/g, "").trim();
  const century = bare.match(/^(\d{1,2})(?:st|nd|rd|th) (century|millennium)$/);
  if (century) {
    const size = century[2] === "century" ? 100 : 1000;
    const first = bc ? 1 - size * century[1] : 1 + size * (century[1] - 1);
    return century[1] > 0 ? [first, first + size] : null;
  }
  const decade = bare.match(/^(\d{1,4})s$/);
  if (decade && !bc) return [Number(decade[1]), Number(decade[1]) + (decade[1].endsWith("00") ? 100 : 10)];
  const month = bare.match(/^([a-z]+) (\d{1,4})$/);
  const named = month ? MONTHS.findIndex((name) => name.toLowerCase().startsWith(month[1]) && month[1].length > 2) : -1;
  if (named >= 0 && !bc) {
    const year = Number(month[2]);
    return [axisOf(year, named + 1), named === 11 ? year + 1 : axisOf(year, named + 2)];
  }
  const year = bare.replace(/(?<=\d),(?=\d{3})/g, "").match(/^\d{1,6}$/);
  if (!year || Number(year[0]) === 0) return null;
  const first = bc ? 1 - Number(year[0]) : Number(year[0]);
  return [first, first + 1];
}

/** The stretch [from, to] that plain words mean: one date, or two with "to" between them; null if they are neither. */
function plainStretch(text) {
  const one = plainYears(text);
  if (one) return one;
  const sides = text.split(BETWEEN);
  if (sides.length !== 2) return null;
  let [from, to] = sides;
  // "500 to 300 BC": the words of the second count for the first. "1914–18": so do the figures.
  const unit = to.match(/\b(century|millennium)\b/i);
  if (unit && /^\s*(the\s+)?\d{1,2}(st|nd|rd|th)\s*$/i.test(from)) from += ` ${unit[1]}`;
  if (/\b(bc|bce)\s*$/i.test(to) && !/\b(bc|bce|ad|ce)\b/i.test(from)) from += " BC";
  if (/^\d{4}$/.test(from.trim()) && /^\d{1,2}$/.test(to.trim())) to = from.trim().slice(0, 4 - to.trim().length) + to.trim();
  const [first, last] = [plainYears(from), plainYears(to)];
  return first && last && first[0] < last[1] ? [first[0], last[1]] : null;
}

const UNREAD_PLAIN = "is not read without a server; write years, decades, centuries or months, such as 1945 to 1962";

/** {window} or {problem}: what typed words mean, told by the server where there is one. */
async function readYears(data, text) {
  if (!data.years) {
    const plain = plainStretch(text);
    return plain ? { window: plain } : { problem: `“${text.trim()}” ${UNREAD_PLAIN}.` };
  }
  try {
    const answer = await fetch(`${data.years}?${new URLSearchParams({ text })}`);
    return await answer.json();
  } catch {
    return { problem: "The server does not answer: the years could not be read." };
  }
}

/** The form in which years are typed; its answer stands below it and is read out. `onWindow` says what is the matter. */
function yearsForm(data, onWindow) {
  const says = h("p", { class: "years-says", role: "status" });
  const field = h("input", { type: "text", class: "years", "aria-label": "Go to years", placeholder: "Years, such as 1945 to 1962",
    autocomplete: "off", spellcheck: "false", maxlength: "80" });
  let asked = 0;
  const form = h("form", { class: "years-form", onsubmit: async (event) => {
    event.preventDefault();
    if (!field.value.trim()) return;
    const turn = ++asked;
    const { window: stretch, problem } = await readYears(data, field.value);
    if (turn !== asked) return;  // others were typed meanwhile
    const none = stretch && onWindow(stretch);
    says.textContent = problem || (none ? `“${field.value.trim()}” ${none}.` : "");
    field.setAttribute("aria-invalid", problem ? "true" : "false");
  } }, field, h("button", { type: "submit" }, "Go"));
  return h("div", { class: "years-place" }, form, says);
}
