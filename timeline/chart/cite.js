// Citations of a sentence: as text, as a link that leads to its words, as BibTeX, as CSL-JSON. Pure; no clock is read.
//
// A source here has `quote`, `before` and `behind` (words around it in its paragraph), `where` ("p. 12") and `article`:
// title, author, publisher, published (in words), edtf, worked (its date was worked out), url, language.

const onOneLine = (text) => (text || "").replace(/\s+/gu, " ").trim();
const NOTHING_KNOWN = "date unknown";

// Text

/** Author, “Title”, Publisher, date, page: “quote”. Address */
function citeText({ quote: words, where, article }) {
  const from = [article.author, `“${onOneLine(article.title)}”`, article.publisher, article.published || NOTHING_KNOWN, where];
  return `${from.map(onOneLine).filter(Boolean).join(", ")}: “${onOneLine(words)}”${article.url ? ` ${article.url}` : ""}`;
}

// Link (https://wicg.github.io/scroll-to-text-fragment/): #:~:text=prefix-,start,end,-suffix

const WHOLE = 300;  // code units of a quote up to which all of it stands in the link
const EDGE_WORDS = 6;
const AROUND_WORDS = 3;

// The three that separate the parts are encoded beside what addresses can't hold.
const inDirective = (text) => encodeURIComponent(text).replace(/-/g, "%2D").replace(/'/g, "%27");

const wholeWords = (text) => onOneLine(text).split(" ").filter(Boolean);

/** The directive that finds the quote in a page: whole words, and those around it, since a short one may stand twice. */
function textFragment({ quote: words, before, behind }) {
  const all = wholeWords(words);
  if (!all.length) return "";
  const long = onOneLine(words).length > WHOLE && all.length > 2 * EDGE_WORDS;
  const middle = long ? [all.slice(0, EDGE_WORDS), all.slice(-EDGE_WORDS)] : [all];
  const prefix = wholeWords(before).slice(-AROUND_WORDS).join(" ");
  const suffix = wholeWords(behind).slice(0, AROUND_WORDS).join(" ");
  return `:~:text=${[prefix && `${inDirective(prefix)}-`, ...middle.map((m) => inDirective(m.join(" "))), suffix && `-${inDirective(suffix)}`].filter(Boolean).join(",")}`;
}

/** The article's address with the way to the quote; where it has none, `here`, the explorer's own address of it. */
function citeLink(source, here) {
  const url = source.article.url;
  if (!url) return here;
  const bare = url.split(":~:")[0];
  const fragment = textFragment(source);
  return fragment ? `${bare}${bare.includes("#") ? "" : "#"}${fragment}` : bare;
}

// Dates

const PLAIN = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)$/;

/** Year, month or season, day of a plain EDTF date; null of all others. The year is astronomical. */
function plainDate(edtf) {
  const found = PLAIN.exec(edtf || "");
  if (!found) return null;
  const [year, month, day] = found.slice(1, 4).map((figures) => (figures === undefined ? 0 : Number(figures)));
  const season = month > 20 ? month - 20 : 0;
  return { year, month: season ? 0 : month, day, season, about: found[4] !== "" };
}

/** CSL counts without a year 0: 1 BC is -1. */
const cslYear = (year) => (year > 0 ? year : year - 1);
const cslParts = ({ year, month, day }) => [cslYear(year), month, day].filter((n, i) => i === 0 || n > 0);

/** A date as CSL-JSON has it: parts, season, circa; in words where parts can't say it; null where nothing is known. */
function cslDate(edtf, words, worked) {
  const ends = (edtf || "").split("/").map(plainDate);
  if (!edtf) return null;
  if (ends.length > 2 || ends.includes(null) || (ends.length === 2 && ends.some((end) => end.season))) return { literal: words || edtf };
  const date = { "date-parts": ends.map(cslParts) };
  if (ends[0].season) date.season = ends[0].season;
  if (worked || ends.some((end) => end.about)) date.circa = true;
  return date;
}

// Keys, CSL-JSON, BibTeX

/** A key of ASCII letters and figures: the first words of the title and the year. */
function citeKey(article) {
  const latin = onOneLine(article.title).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = (latin.match(/[a-z]+/g) || []).filter((word) => word.length > 2).slice(0, 3).join("");
  const year = /\d{4}/.exec(article.edtf || "");
  return `${words || "article"}${year ? year[0] : ""}`;
}

/**
 * The article as a CSL-JSON record (citation-style-language/schema, csl-data.json); the sentence is its annote, and the
 * page its note: a locator belongs to a citation and not to the record.
 */
function cslOf({ quote: words, where, article }) {
  const record = { id: citeKey(article), type: article.url ? "webpage" : "document", title: onOneLine(article.title) };
  if (article.author) record.author = [{ literal: onOneLine(article.author) }];
  if (article.publisher) record.publisher = onOneLine(article.publisher);
  const issued = cslDate(article.edtf, article.published, article.worked);
  if (issued) record.issued = issued;
  if (article.language) record.language = article.language;
  if (article.url) record.URL = article.url;
  if (where) record.note = onOneLine(where);
  if (words) record.annote = onOneLine(words);
  return record;
}

const citeCsl = (source) => JSON.stringify([cslOf(source)], null, 2);

const TEX = { "\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}", "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}", "$": "\\$", "%": "\\%", "&": "\\&", "#": "\\#", "_": "\\_" };

/** Text for a field in braces. Braces become commands, because BibTeX counts those behind a backslash too. */
const texed = (text) => onOneLine(text).replace(/[\\{}~^$%&#_]/g, (sign) => TEX[sign]);

const texUrl = (url) => url.replace(/[\\{}\s"<>^`|]/gu, (sign) => encodeURIComponent(sign));
const MONTH_MACROS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The article as a BibTeX entry; names stand in braces of their own, so that no "and" in them makes two of one. */
function citeBibtex({ quote: words, where, article }) {
  const date = plainDate(article.edtf);
  const exact = date && !date.season && !date.about && !article.worked;
  const year = exact ? yearWords(date.year) : article.published;
  const fields = [
    ["author", article.author && `{{${texed(article.author)}}}`],
    ["title", `{{${texed(article.title)}}}`],
    ["howpublished", article.publisher && `{${texed(article.publisher)}}`],
    ["year", year && `{${texed(year)}}`],
    ["month", exact && date.month > 0 && MONTH_MACROS[date.month - 1]],
    ["day", exact && date.day > 0 && `{${date.day}}`],
    ["language", article.language && `{${texed(article.language)}}`],
    ["url", article.url && `{${texUrl(article.url)}}`],
    ["note", where && `{${texed(where)}}`],
    ["annote", words && `{${texed(words)}}`],
  ];
  return `@misc{${citeKey(article)},\n${fields.filter(([, value]) => value).map(([name, value]) => `  ${name} = ${value},\n`).join("")}}\n`;
}

/** What can be copied: the words on its button, how the copy is announced, and what is copied. */
const CITATIONS = [
  ["Text", "Citation", (source) => citeText(source)],
  ["Link", "Link to the sentence", (source, here) => citeLink(source, here)],
  ["BibTeX", "BibTeX entry", (source) => citeBibtex(source)],
  ["CSL-JSON", "CSL-JSON record", (source) => citeCsl(source)],
];
