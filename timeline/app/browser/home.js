// The home page: the collections, what can be done with each, and samples to try.

PAGES.collections = (desk, given) => {
  const host = h("div", {});
  const unfolded = new Set();
  const page = { title: "Collections", parts: [host], again: draw, tellsAges: true };
  const folded = (words, list, draw) => foldedPart(words, list, draw, unfolded);
  function draw(told) {
    const { collections, archived, deleted, samples, visitor, sharing } = told;
    const none = !collections.length;
    desk.sharing = sharing;
    desk.visitor = visitor;
    if (visitor === "reader") {
      host.replaceChildren(...[
        pageHead(none ? "Nothing is shared here yet" : "Collections", none ? "What somebody shares stands here, for you to read. Whoever has the word for editing may bring in articles." : `${count(collections.length, "collection is", "collections are")} shared here, for you to read.`,
          button("Give the word", () => desk.askWord())),
        none ? null : h("ul", { class: "shelves" }, collections.map((one) => shelf(desk, one, "read"))),
        samplesPart(samples, none),
        folded("Archived", archived, (one) => shelf(desk, one, "read"))].filter(Boolean));
      return;
    }
    host.replaceChildren(...[
      none ? pageHead("See the history in your articles", "Timeline reads the dates in texts that you bring, and puts what happened on an axis, each event with its sentence.")
        : pageHead(visitor === "editor" ? "Collections" : "Your collections", visitor === "editor" ? "What you make or change here all others see too." : homeWords(collections, sharing), main_("New collection", () => makeNew(desk))),
      none ? dropField(archived.length ? "Drop articles here" : "Drop your articles here", (files) => bringNew(desk, files), waysIn(desk), {}) : null,
      none ? null : h("ul", { class: "shelves" }, collections.map((one) => shelf(desk, one))),
      none ? null : dropField("Drop articles here for a new collection", (files) => bringNew(desk, files), waysIn(desk), { small: true }),
      samplesPart(samples, none),
      folded("Archived", archived, (one) => shelf(desk, one, "archived")),
      folded("Deleted", deleted, (one) => shelf(desk, one, "deleted")),
    ].filter(Boolean));
  }
  draw(given);
  return page;
};

function homeWords(collections, sharing) {
  const shared = collections.filter((one) => one.shared).length;
  const all = count(collections.length, "collection", "collections");
  if (!sharing) return `${all}, kept on this computer.`;
  const one = collections.length === 1;
  if (!shared) return `${all}, ${one ? "not" : "none of them"} shared yet.`;
  return `${all}, ${one ? "" : shared === collections.length ? "all " : `${grouped(shared)} `}shared with who is in this network.`;
}

/** The ways in beside dropping. */
function waysIn(desk) {
  return [main_("Choose files", () => choose((files) => bringNew(desk, files))),
    button("Choose a folder", () => choose((files) => bringNew(desk, files), true)),
    button("Paste text", () => bringNew(desk, [], "paste")),
    quiet("Open a saved collection", () => choose(([one]) => one && openSaved(desk, one.file)))];
}

/** A new collection for these files, named after their folder, and the page that brings them in. */
async function bringNew(desk, files, way_) {
  if (!files.length && !way_) {
    desk.says("There is no file in what was dropped.");
    return;
  }
  const folder = files.length && files[0].path.includes("/") ? files[0].path.split("/")[0] : "";
  try {
    const made = await tell("make", { name: folder });
    carried.push(...files);
    go(`?${new URLSearchParams({ page: "bring", c: made.id, ...(way_ ? { by: way_ } : {}) })}`);
  } catch (error) {
    desk.says(error.message);
  }
}

async function openSaved(desk, file) {
  const made = await desk.does(() => send(`open?${new URLSearchParams({ name: file.name })}`, file).sent);
  if (made) desk.says(`“${made.name}” is among your collections now.`);
}

function makeNew(desk) {
  const name = field("Name", { maxlength: 200, required: true });
  const about = area("What it is about", { maxlength: 2000 }, { help: "May be left out." });
  dialog(desk.root, "New collection", [name.host, about.host], "Make it", async () => {
    const made = await tell("make", { name: name.input.value, description: about.input.value });
    go(`?${new URLSearchParams({ page: "bring", c: made.id })}`);
  });
}

/** One collection in the list. */
function shelf(desk, one, state = "") {
  const change = (what, wish = {}) => tell(`shelf/${encodeURIComponent(one.id)}/${what}`, wish);
  const does = (what, wish) => desk.does(() => change(what, wish));
  const withUndo = async (what, words, back) => (await does(what)) && desk.says(words, () => change(back));
  const bring = `?${new URLSearchParams({ page: "bring", c: one.id })}`;
  const acts = {
    "": () => [way(bring, { class: "btn" }, "Bring in articles"), menu("More", `More for ${one.name}`, [
      ["Rename", () => rename()], ["Describe", () => describe()],
      ["Make a copy", () => does("duplicate")],
      ["Save as a file", () => { location.href = `${AT}saved/${encodeURIComponent(one.id)}`; }],
      ["Compare with another", () => go(`?${new URLSearchParams({ page: "compare", c: one.id })}`)],
      ...(desk.visitor === "owner" && !desk.sharing ? [[one.shared ? "Keep back when sharing" : "Share when sharing", () => turnShared()]] : []),
      ["Archive", () => withUndo("archive", `“${one.name}” is archived.`, "unarchive")],
      ["Delete", () => withUndo("delete", `“${one.name}” is deleted.`, "undelete")]])],
    archived: () => [button("Take out of the archive", () => does("unarchive")), button("Delete", () => withUndo("delete", `“${one.name}” is deleted.`, "undelete"))],
    deleted: () => [button("Bring back", () => does("undelete")), ...(desk.visitor === "owner" ? [button("Delete for good", () => forGood())] : [])],
    read: () => [],
  };
  async function turnShared() {
    const words = one.shared ? `“${one.name}” is kept back: nobody else sees it.` : `“${one.name}” is shared: others see it where the app is.`;
    if (await does(one.shared ? "keep-back" : "share")) desk.says(words, () => change(one.shared ? "share" : "keep-back"));
  }
  const switch_ = desk.visitor === "owner" && desk.sharing && state !== "deleted"
    ? h("button", { type: "button", role: "switch", class: "switch", "aria-checked": `${one.shared}`, "aria-label": `Share ${one.name}`, "data-share": one.id, onclick: turnShared }, h("span", { class: "knob" }), one.shared ? "Shared" : "Not shared") : null;
  function rename() {
    const name = field("Name", { value: one.name, maxlength: 200, required: true });
    dialog(desk.root, "Rename the collection", [name.host], "Rename", () => change("rename", { name: name.input.value, was: one.name }).then(() => desk.refresh()));
  }
  function describe() {
    const about = area("What it is about", { value: one.description, maxlength: 2000 });
    dialog(desk.root, `Describe “${one.name}”`, [about.host], "Keep this", () => change("describe", { description: about.input.value, was: one.description }).then(() => desk.refresh()));
  }
  function forGood() {
    dialog(desk.root, `Delete “${one.name}” for good?`, [h("p", {}, goneWords(one.articles))],
      "Delete for good", () => change("purge").then(() => desk.refresh()));
  }
  const link = `?${new URLSearchParams(one.events || state ? { c: one.id } : { page: "bring", c: one.id })}`;
  return h("li", { class: "shelf" }, h("div", {},
    h("h2", {}, state === "deleted" ? one.name : way(link, {}, one.name)),
    one.description ? h("p", { class: "described" }, one.description) : null,
    h("p", { class: "meta" }, [count(one.articles, "article", "articles"), count(one.events, "event", "events"), sizeWords(one.bytes),
      `changed ${agoWords(one.changed)}`].map((words) => h("span", {}, words)))),
    h("div", { class: "acts" }, switch_, acts[state]()));
}

/** What is gone with a collection that is deleted for good. */
function goneWords(articles) {
  const [held, them] = articles === 1 ? ["article", "it"] : [`${grouped(articles)} articles`, "them"];
  return `${articles ? `Its ${held} and all that was decided about ${them}` : "There is no article in it, but what it is called and about"} can’t be brought back after that.`;
}

function samplesPart(samples, none) {
  if (!samples.length) return null;
  return h("section", { class: "samples" }, h("h2", {}, none ? "Or try a sample first" : "Samples to try"),
    h("ul", {}, samples.map((one) => h("li", {}, way(`?${new URLSearchParams({ c: one.id })}`, {}, one.name)))));
}

/** Collections that were put away; `unfolded` remembers which of these parts stand open when they are drawn anew. */
function foldedPart(words, list, draw, unfolded) {
  if (!list.length) return null;
  const turned = (event) => unfolded[event.target.open ? "add" : "delete"](words);
  return h("details", { class: "folded", open: unfolded.has(words), ontoggle: turned }, h("summary", {}, icon("m1 1 4 4-4 4", 6, 10), h("b", {}, words), ` ${list.length}`), h("ul", { class: "shelves" }, list.map(draw)));
}
