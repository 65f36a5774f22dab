// What can be taken along: a menu of files. It opens on a click, and closes on the next one anywhere, on Escape, and
// when the focus leaves it.

function saveMenu(explorer) {
  const { data } = explorer;
  const sheet = h("div", { class: "sheet", hidden: true }, filesOf(data), picturesOf(explorer), printsOf(explorer));
  const opener = h("button", { type: "button", "aria-expanded": "false", onclick: () => turn(sheet.hidden) },
    "Save", icon("m1 1 4 4 4-4", 10, 6));
  const menu = h("div", { class: "save" }, opener, sheet);
  const outside = (event) => !event.composedPath().includes(menu) && turn(false);
  function turn(open) {
    sheet.hidden = !open;
    opener.setAttribute("aria-expanded", `${open}`);
    document[open ? "addEventListener" : "removeEventListener"]("pointerdown", outside);
  }
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || sheet.hidden) return;
    event.stopPropagation();
    turn(false);
    opener.focus();
  });
  menu.addEventListener("focusout", (event) => event.relatedTarget && !menu.contains(event.relatedTarget) && turn(false));
  sheet.addEventListener("click", (event) => {
    if (!event.target.closest("a, button")) return;
    turn(false);
    opener.focus();
  });
  return menu;
}

/** A heading and what stands below it. */
const group = (words, ...choices) => [h("h2", {}, words), h("ul", { "aria-label": words }, choices.map((choice) => h("li", {}, choice)))];

/** The collection as one HTML file, where there is a server to make it. */
function filesOf(data) {
  if (!data.file) return null;
  return group("One HTML file, opens without a network",
    h("a", { href: data.file, download: "" }, "Articles in full"),
    h("a", { href: `${data.file}&articles=quotes`, download: "" }, "Quotes only"));
}

function picturesOf(explorer) {
  const save = async (whole, kind) => {
    const remark = await savePicture(explorer, whole, kind);
    if (remark) explorer.notify(remark);
  };
  const choice = (words, whole, kind) => h("button", { type: "button", onclick: () => save(whole, kind) }, words);
  return group("Picture", choice("These years, as SVG", false, "svg"), choice("These years, as PNG", false, "png"),
    choice("All years, as SVG", true, "svg"), choice("All years, as PNG", true, "png"));
}

function printsOf(explorer) {
  const choice = (size) => h("button", { type: "button", onclick: () => printOn(explorer, size) }, `All years and notes, ${size}`);
  return group("Print", choice("A4"), choice("Letter"), choice("A3"));
}
