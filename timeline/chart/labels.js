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

function shortened(text, longest) {
  const characters = [...text];
  if (characters.length <= longest) return text;
  const cut = characters.slice(0, longest + 1).join("");
  const words = cut.includes(" ") ? cut.slice(0, cut.lastIndexOf(" ")).split(" ") : [];
  const says = (word) => bareWord(word) && !DANGLING.has(bareWord(word));
  while (words.length && !says(words[words.length - 1])) words.pop();
  // One word, "War…", names nothing.
  return words.filter(says).length < 2 ? "" : `${words.join(" ").replace(/[,;:–— -]+$/, "")}…`;
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
  const whole = [name, ...labelsOf(name)].find(fits);
  if (whole) return whole;
  const letters = [...name];
  while (letters.length > 1 && !fits(`${letters.join("")}…`)) letters.pop();
  return `${letters.join("")}…`;
}
