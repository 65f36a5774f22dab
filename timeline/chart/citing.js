// Copying a citation, and saying that it was copied; where the browser refuses, the words stand there to be copied.

const COPIED_FOR = 2000;  // milliseconds that a button says "Copied"

/** The page's own address of a sentence. */
function addressOf(data, event, mention_) {
  const url = new URL(location.href);
  for (const key of [...url.searchParams.keys()]) url.searchParams.delete(key);
  if (data.key) url.searchParams.set("c", data.key);
  url.searchParams.set("e", event.id);
  if (mention_) url.searchParams.set("read", mention_);
  return url.href;
}

/** A source of the card as cite.js wants it. */
function citable(data, source) {
  const article = data.documents[source.document];
  return { quote: source.parts.map((p) => p.t).join(""), before: source.before, behind: source.behind, where: source.where,
    article: { ...article, worked: article.origin === "inferred" } };
}

/** Puts the text on the clipboard: true, or false where the browser refuses. */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;  // no permission, or a page that came over plain HTTP
  }
}

/** The ways to cite one sentence, behind a summary. `says` announces. */
function citing(data, event, source, says) {
  const refused = h("div", { class: "refused" });
  const give = async (button, words, announced, text) => {
    refused.replaceChildren();
    if (await copied(text)) {
      button.textContent = "Copied";
      says(`${announced} copied`);
      setTimeout(() => { button.textContent = words; }, COPIED_FOR);
      return;
    }
    const area = h("textarea", { readonly: true, rows: Math.min(8, text.split("\n").length + 1), "aria-label": `${announced}, to be copied` });
    area.value = text;
    refused.append(h("p", { class: "dim" }, "The browser does not let this page copy. The text is selected: copy it yourself."), area);
    area.focus();
    area.select();
    says("The browser does not let this page copy. The text is selected: copy it yourself.");
  };
  const title = data.documents[source.document].title;
  return h("details", { class: "cite" },
    h("summary", { "aria-label": `Cite the sentence of ${title}` }, "Cite"),
    h("div", { class: "ways", role: "group", "aria-label": "Copy the citation as" },
      h("span", { class: "dim", "aria-hidden": "true" }, "Copy as"),
      CITATIONS.map(([words, announced, make]) => h("button", { type: "button", "data-cite": words, "aria-label": `Copy: ${announced}`,
        onclick: (e) => give(e.currentTarget, words, announced, make(citable(data, source), addressOf(data, event, source.mention))) }, words))),
    refused);
}
