// Sentences of articles: in serif, with the words of the date marked, with every date hidden, or with a gap.

function pieceOf({ text, role }) {
  if (role === "date") return h("mark", {}, text);
  if (role === "hidden") return h("span", { class: "hidden-date", role: "img", lang: tongue, "aria-label": t("exercise.hidden-date") }, "…");
  return role === "gap" ? h("span", { class: "gap", role: "img", lang: tongue, "aria-label": t("exercise.gap") }) : text;
}

/** A sentence, in the language of its article. */
const quoted = (pieces, language) => h("blockquote", { class: "said", lang: language || null }, pieces.map(pieceOf));

/** Words of an article, such as its title, in the language of it. */
const saidIn = (language, words) => (language ? h("span", { lang: language }, words) : words);

/** Where a sentence is read in its article, where there is a server that has it; in a file there is none. */
const readAt = (place, proof) => (place ? `${place}&${new URLSearchParams({ e: proof.event, ...(proof.mention ? { read: proof.mention } : {}) })}` : null);

/** A sentence that proves something, with its article. */
function proofOf(proof, place, heading) {
  const address = readAt(place, proof);
  const source = [proof.title && saidIn(proof.language, proof.title), proof.title && proof.where && ", ", proof.where].filter(Boolean);
  return h("figure", { class: "proof" }, heading ? h("p", { class: "which" }, heading) : null, quoted(proof.pieces, proof.language),
    h("figcaption", {}, h("span", {}, source), address ? h("a", { href: address, target: "_blank", rel: "noopener" }, t("exercise.read-it")) : null));
}

/** The solution of a card: in words, by its steps, and with the sentences that prove it, under a heading of a level. */
function solutionOf(card, place, level) {
  const tiles = new Map(card.tiles.map((tile) => [tile.id, tile]));
  const heading = (proof) => (tiles.has(proof.event) ? t("exercise.event", { date: tiles.get(proof.event).date, event: tiles.get(proof.event).label }) : null);
  return [
    tiles.size || !card.answer ? null : h("p", { class: "answer" }, card.answer),
    tiles.size || !card.steps.length ? null : h("ol", { class: "way" }, card.steps.map((step) => h("li", {}, step))),
    card.proofs.length ? h(level, {}, t(tiles.size ? "exercise.right-order" : "exercise.proof")) : null,
    ...card.proofs.map((proof) => proofOf(proof, place, heading(proof)))].filter(Boolean);
}
