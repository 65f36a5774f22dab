// The texts of a lesson, in its language: from timeline/languages/<language>/teach.toml, with values in braces.

/** The lessons that there are, by their kind. */
const LESSONS = {};

let texts = {};
let tongue = "";

/** From now on texts are these, in this language. */
function speak(given, language) {
  texts = given;
  tongue = language;
}

/** A text by its key; `{name}` stands for a value, and where it has one form for one and one for many, `count` decides. */
function t(key, values = {}) {
  const text = texts[values.count === 1 ? `${key}-one` : key] ?? texts[key];
  if (text === undefined) throw new Error(`There is no text ${key}`);
  return text.replace(/\{(\w+)\}/g, (_, name) => (name === "count" ? values.count.toLocaleString(tongue) : `${values[name]}`));
}
