// A sheet of choices: below its button on a wide page, from the foot of the screen on a narrow one.

const NARROW = 860;

class Sheet {
  constructor() {
    this.title = h("h2", { id: "choices-title" });
    this.body = h("div", { class: "choices-body" });
    this.done = h("button", { type: "button", class: "btn go", onclick: () => this.close() }, "Done");
    this.host = h("dialog", { class: "choices", "aria-labelledby": "choices-title" },
      h("header", {}, this.title, this.done), this.body);
    this.host.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      this.close();
    });
    this.host.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.close();
    });
    // A press outside closes it: on the page beside it, or on the shade that a modal dialog lays over the page.
    this.outside = (event) => {
      const path = event.composedPath();
      if (path[0] !== this.host && (path.includes(this.host) || path.includes(this.button))) return;
      this.close(false);
    };
    this.host.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !this.host.contains(event.relatedTarget) && event.relatedTarget !== this.button) this.close(false);
    });
  }

  get open() {
    return this.host.open;
  }

  /** Opens below a button; `build` gives what is in it, and is asked again by `renew`. */
  show(button, title, build) {
    const again = this.open && this.button === button;
    this.close(false);
    if (again) return;
    this.button = button;
    this.build = build;
    this.title.textContent = title;
    this.body.replaceChildren(...build());
    this.body.scrollTop = 0;
    button.setAttribute("aria-expanded", "true");
    const room = this.host.parentElement;
    if (room.clientWidth <= NARROW) {
      this.host.style.left = "";
      this.host.showModal();
    } else {
      const left = button.getBoundingClientRect().left - room.getBoundingClientRect().left;
      this.host.style.left = `${Math.max(0, Math.min(left, room.clientWidth - 344))}px`;
      this.host.show();
    }
    // On a narrow page no field takes the focus by itself: it would bring up the keyboard over the list.
    const first = room.clientWidth > NARROW && this.body.querySelector("input, button");
    (first || this.done).focus({ preventScroll: true });
    document.addEventListener("pointerdown", this.outside, true);
  }

  /** What is in it anew, with the focus where it was; `button` is the one below which it stands by now. Without one it closes. */
  renew(button) {
    if (!button) return this.close(false);
    this.button = button;
    button.setAttribute("aria-expanded", "true");
    const focused = this.host.getRootNode().activeElement?.dataset?.choice;
    const top = this.body.scrollTop;
    this.body.replaceChildren(...this.build());
    this.body.scrollTop = top;
    if (focused) [...this.body.querySelectorAll("[data-choice]")].find((one) => one.dataset.choice === focused)?.focus({ preventScroll: true });
  }

  close(back = true) {
    if (!this.open) return;
    const { button } = this;
    document.removeEventListener("pointerdown", this.outside, true);
    button.setAttribute("aria-expanded", "false");
    this.button = null;
    this.host.close();
    if (back) button.focus({ preventScroll: true });
  }
}
