// The parts that pages are made of: buttons, fields, menus, dialogs. Text goes in as text only.

const button = (words, onclick, attributes) => h("button", { type: "button", class: "btn", onclick, ...attributes }, words);
const main_ = (words, onclick, attributes) => button(words, onclick, { ...attributes, class: "btn go" });
const quiet = (words, onclick, attributes) => button(words, onclick, { ...attributes, class: "btn quiet" });

let fieldsMade = 0;

/** A labelled field: an input, or what `make` gives for its id; `help` is read with it. */
function field(label, attributes = {}, { help, make } = {}) {
  const id = `field-${fieldsMade += 1}`;
  const helped = help ? `${id}-help` : null;
  const input = make ? make(id, helped) : h("input", { id, type: "text", autocomplete: "off", "aria-describedby": helped, ...attributes });
  return { input, host: h("div", { class: "field" }, h("label", { for: id }, label), input, help ? h("p", { id: helped, class: "help" }, help) : null) };
}

function area(label, attributes = {}, more = {}) {
  return field(label, attributes, { ...more, make: (id, helped) => {
    const made = h("textarea", { id, rows: 3, "aria-describedby": helped, ...attributes });
    made.defaultValue = attributes.value || "";
    return made;
  } });
}

function choiceField(label, choices, value, more = {}) {
  return field(label, {}, { ...more, make: (id, helped) => h("select", { id, "aria-describedby": helped },
    choices.map(([key, words]) => h("option", { value: key, selected: key === value }, words))) });
}

/** Whether somebody has begun to fill in something under an element: then it isn't as it was drawn. */
const begun = (host) => [...host.querySelectorAll("input:not([type=search]), textarea, select")].some((one) => {
  if (one.options) return one.selectedIndex !== Math.max(0, [...one.options].findIndex((option) => option.defaultSelected));
  return ["checkbox", "radio"].includes(one.type) ? one.checked !== one.defaultChecked : one.value !== one.defaultValue;
});

const calledBy = (element) => element.getAttribute("aria-label") || element.labels?.[0]?.textContent || element.textContent;

/** Puts the focus on an element, or where that was drawn anew, on the one of the same name under the root, else on the heading. */
function refocus(root, element) {
  if (element.isConnected) {
    element.focus();
    return;
  }
  const heading = root.querySelector("h1");
  const same = [...root.querySelectorAll(element.localName)].find((one) => calledBy(one) === calledBy(element));
  if (!same) heading?.setAttribute("tabindex", "-1");
  (same ?? heading)?.focus({ preventScroll: true });
}

/** A button that opens a list of what can be done: [[words, act]]. It closes on a choice, on Escape and on a click elsewhere; its host then tells `closed`. */
function menu(words, label, choices) {
  const list = h("ul", { class: "sheet", hidden: true }, choices.map(([name, act]) =>
    h("li", {}, h("button", { type: "button", onclick: () => { turn(false); opener.focus(); act(); } }, name))));
  const opener = h("button", { type: "button", class: "btn", "aria-expanded": "false", "aria-label": label, onclick: () => turn(list.hidden) },
    words, icon("m1 1 4 4 4-4", 10, 6));
  const host = h("div", { class: "menu" }, opener, list);
  const outside = (event) => !event.composedPath().includes(host) && turn(false);
  function turn(open) {
    if (list.hidden !== open) return;
    list.hidden = !open;
    list.classList.toggle("to-left", open && opener.getBoundingClientRect().left + list.offsetWidth > window.innerWidth - 8);
    opener.setAttribute("aria-expanded", `${open}`);
    document[open ? "addEventListener" : "removeEventListener"]("pointerdown", outside);
    if (!open) host.dispatchEvent(new Event("closed", { bubbles: true }));
  }
  host.addEventListener("keydown", (event) => {
    const at = [...list.querySelectorAll("button")];
    const place = at.indexOf(host.getRootNode().activeElement);
    if (event.key === "Escape" && !list.hidden) {
      turn(false);
      opener.focus();
    } else if (!list.hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const next = event.key === "ArrowDown" ? place + 1 : place < 0 ? -1 : place - 1;
      at.at(next % at.length).focus();
    }
  });
  host.addEventListener("focusout", (event) => event.relatedTarget && !host.contains(event.relatedTarget) && turn(false));
  return host;
}

/** A question in front of the page; `act` gets the dialog's fields when the main button is pressed, and may throw a sentence. */
function dialog(root, title, fields, words, act) {
  const opener = root.getRootNode().activeElement;
  const wrong = h("p", { class: "problem", role: "alert" });
  const heading = h("h2", { id: "dialog-title" }, title);
  let acting = false;
  const box = h("dialog", { class: "dialog", "aria-labelledby": "dialog-title" },
    h("form", { method: "dialog", onsubmit: async (event) => {
      event.preventDefault();
      if (acting) return;  // pressed twice it is done once
      acting = true;
      wrong.textContent = "";
      try {
        await act();
        box.close();
      } catch (error) {
        wrong.textContent = error.message;
      } finally {
        acting = false;
      }
    } }, heading, fields, wrong, h("div", { class: "acts" },
      h("button", { type: "submit", class: "btn go" }, words), quiet(t("frame.cancel"), () => box.close()))));
  box.addEventListener("close", () => {
    box.remove();
    if (opener) refocus(root, opener);
  });
  root.append(box);
  box.showModal();
  const first = box.querySelector("input, textarea, select, button");
  first.focus();
  if (first.localName === "input") first.select();
  return box;
}

const AGO = [[86_400, "day"], [3_600, "hour"], [60, "minute"]];  // seconds

/** How long ago, in words of a language: "3 minutes ago"; far back the day itself. */
function agoWords(iso, language = "en-GB", now = Date.now()) {
  const seconds = Math.max(0, (now - Date.parse(iso)) / 1000);
  if (seconds < 60) return t("frame.just-now");
  if (seconds >= 86_400 * 7) return new Date(iso).toLocaleDateString(language, { day: "numeric", month: "long", year: "numeric" });
  const [length, unit] = AGO.find(([one]) => seconds >= one);
  return new Intl.RelativeTimeFormat(language).format(-Math.floor(seconds / length), unit);
}

const sizeWords = (bytes) => (bytes < 1000 ? `${bytes} bytes` : bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);
