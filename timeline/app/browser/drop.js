// Files from outside: dropped, several or whole folders, or chosen. Each with the path that it has in its folder; one that
// the browser can't open has what is wrong with it in the place of its bytes.

/** Files on their way to a page that isn't there yet: chosen at home, sent from the page that brings them in. */
const carried = [];

async function filesIn(entry, path = "") {
  const own = path + entry.name;
  if (entry.isFile) {
    return [await new Promise((done, failed) => entry.file(done, failed)).then((file) => ({ file, path: own }), () => ({ path: own, wrong: CLOSED }))];
  }
  const reader = entry.createReader();
  const found = [];
  for (;;) {  // a browser gives a hundred at a time
    const some = await new Promise((done, failed) => reader.readEntries(done, failed)).catch(() => null);
    if (!some) found.push({ path: `${own}/`, wrong: CLOSED });
    if (!some?.length) break;
    for (const one of some) found.push(...await filesIn(one, `${own}/`));
  }
  return found;
}

/** What was dropped, as [{file, path}], or [{wrong, path}] for what can't be opened: folders with all that lies in them, but what is hidden. */
async function dropped(transfer) {
  const entries = [...transfer.items].filter((one) => one.kind === "file").map((one) => one.webkitGetAsEntry?.());
  const found = entries.every(Boolean)
    ? (await Promise.all(entries.map((entry) => filesIn(entry)))).flat()
    : [...transfer.files].map((file) => ({ file, path: file.name }));
  return found.filter(({ path }) => !path.split("/").some((part) => part.startsWith(".") || part === "__MACOSX"));
}

/** Opens the system's window to choose files, or a folder; gives them to `onFiles`. */
function choose(onFiles, folder = false) {
  const input = h("input", { type: "file", multiple: true, webkitdirectory: folder || null });
  input.addEventListener("change", () => onFiles([...input.files].map((file) =>
    ({ file, path: file.webkitRelativePath || file.name })).filter(({ path }) => !path.split("/").some((part) => part.startsWith(".")))));
  input.click();
}

/** An axis that waits for its events. */
function ghostAxis() {
  return s("svg", { class: "ghost", viewBox: "0 0 1040 90", preserveAspectRatio: "xMidYMid meet", "aria-hidden": "true" },
    s("path", { d: "M0 78.5H1040M40 78v6M200 78v6M360 78v6M520 78v6M680 78v6M840 78v6M1000 78v6" }),
    s("rect", { x: 80, y: 44, width: 190, height: 10, rx: 5, "stroke-dasharray": "3 4" }),
    s("circle", { cx: 430, cy: 28, r: 6, "stroke-dasharray": "3 3" }),
    s("path", { d: "M446 28h130", "stroke-dasharray": "3 4" }),
    s("circle", { cx: 702, cy: 49, r: 6, "stroke-dasharray": "3 3" }),
    s("rect", { x: 800, y: 22, width: 90, height: 10, rx: 5, "stroke-dasharray": "3 4" }));
}

const KINDS = "Text, PDF, Word, OpenDocument, EPUB, saved web pages, e-mails, tables, or a whole folder.";
const STAYS = "Nothing leaves this computer.";

/** The field that takes what is dropped. `acts` are the ways in besides. */
function dropField(title, onFiles, acts, { level = "h2", small = false } = {}) {
  const host = h("section", { class: `drop${small ? " small" : ""}` }, small ? null : ghostAxis(),
    h(level, {}, title), h("p", {}, KINDS, " ", STAYS), h("div", { class: "acts" }, acts));
  let over = 0;
  const turn = (by) => {
    over = by ? Math.max(0, over + by) : 0;
    host.classList.toggle("over", over > 0);
  };
  host.addEventListener("dragenter", (event) => { event.preventDefault(); turn(1); });
  host.addEventListener("dragover", (event) => event.preventDefault());
  host.addEventListener("dragleave", () => turn(-1));
  host.addEventListener("drop", async (event) => {
    event.preventDefault();
    event.stopPropagation();
    turn(0);
    onFiles(await dropped(event.dataTransfer));
  });
  return host;
}
