// Short names for marks, from headlines: shortened between words, never inside one; and how wide words are.

const LABEL_LONGEST = [54, 42, 30, 20, 13];  // characters that a label may have: the chart takes the widest that has room

// Words that say nothing at the end of a label.
const DANGLING = new Set(("a an the of in on at to by for from with and or but as that which who is was were are be has had "
  + "have its their his her this into").split(" "));

const bareWord = (word) => word.replace(/^[,;:–—-]+|[,;:–—-]+$/g, "").toLowerCase();

/**
 * The headline in full if it is short, then ever shorter ones, each cut between two words and marked with "…".
 * None has fewer than two words that say something.
 */
function labelsOf(headline) {
  const shorter = LABEL_LONGEST.map((longest) => shortened(headline, longest));
  return [...new Set(shorter)].filter(Boolean);
}

// Scripts that are written without a space between words.
const JOINED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const segmenter = Intl.Segmenter && new Intl.Segmenter("und", { granularity: "word" });

function shortened(text, longest) {
  const characters = [...text];
  if (characters.length <= longest) return text;
  const cut = characters.slice(0, longest + 1).join("");
  if (!cut.includes(" ") && JOINED.test(cut)) return shortenedJoined(cut);
  const words = cut.includes(" ") ? cut.slice(0, cut.lastIndexOf(" ")).split(" ") : [];
  const says = (word) => bareWord(word) && !DANGLING.has(bareWord(word));
  while (words.length && !says(words[words.length - 1])) words.pop();
  // One word, "War…", names nothing.
  return words.filter(says).length < 2 ? "" : `${words.join(" ").replace(/[,;:–— -]+$/, "")}…`;
}

/** The same where words are joined: the last one, of which the rest may be missing, gives way. Empty of a single word. */
function shortenedJoined(cut) {
  const words = segmenter ? [...segmenter.segment(cut)].slice(0, -1) : [];
  while (words.length && !words[words.length - 1].isWordLike) words.pop();
  return words.filter((word) => word.isWordLike).length < 2 ? "" : `${words.map((word) => word.segment).join("")}…`;
}

/** How wide words are in pixels, each measured once. */
function rulerOf(pen, family, size) {
  const known = [new Map(), new Map()];
  return (text, strong) => {
    const widths = known[strong ? 1 : 0];
    let wide = widths.get(text);
    if (wide === undefined) {
      pen.font = `${strong ? 600 : 400} ${size}px ${family}`;
      wide = pen.measureText(text).width + 1;
      widths.set(text, wide);
    }
    return wide;
  };
}

/** Names in `most` pixels: whole where they fit, else cut between words, else between letters. Each is cut once. */
function namerOf(ruler, most) {
  const known = new Map();
  return (name) => {
    if (!known.has(name)) known.set(name, cutTo(name, (words) => ruler(words, true) <= most));
    return known.get(name);
  };
}

function cutTo(name, fits) {
  if (fits(name)) return name;
  const letters = [...name];
  for (let longest = letters.length - 1; longest > 0; longest--) {
    const words = shortened(name, longest);
    if (words && fits(words)) return words;
  }
  while (letters.length > 1 && !fits(`${letters.join("")}…`)) letters.pop();
  return `${letters.join("")}…`;
}
