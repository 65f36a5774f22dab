// Cards to be put in order: dragged by finger or mouse, moved by buttons, or held with Space and moved with the arrows.
// What is said of each move goes to a live region.

const CARET_UP = "m1 7 6-6 6 6";
const CARET_DOWN = "m1 1 6 6 6-6";

class Ordering {
  constructor(tiles, onChange) {
    this.order = [...tiles];
    this.onChange = onChange;
    this.held = null;
    this.list = h("ol", { class: "cards" });
    this.voice = h("p", { class: "unseen", role: "status", "aria-live": "assertive" });
    this.host = h("div", {}, h("p", { class: "unseen", id: "ordering-help" }, t("exercise.order-keys")), this.list, this.voice);
    this.rows = new Map(tiles.map((tile) => [tile.id, this.row(tile)]));
    this.draw();
  }

  row(tile) {
    const grip = h("button", { type: "button", class: "grip", "aria-describedby": "ordering-help", "aria-pressed": "false",
      onclick: (event) => event.detail === 0 && this.hold(tile), onkeydown: (event) => this.keyed(event, tile) }, saidIn(tile.language, tile.label));
    const move = (step, path, label) => h("button", { type: "button", class: "step", "aria-label": t(label, { card: tile.label }),
      onclick: (event) => this.move(tile, step, event.currentTarget) }, icon(path, 14, 8));
    const up = move(-1, CARET_UP, "exercise.order-up");
    const down = move(1, CARET_DOWN, "exercise.order-down");
    const host = h("li", {}, h("span", { class: "handle" }), grip, h("span", { class: "up" }, up, down));
    host.addEventListener("pointerdown", (event) => this.grabbed(event, tile, host));
    return { host, grip, up, down };
  }

  draw() {
    this.order.forEach((tile, i) => {
      const { host, up, down, grip } = this.rows.get(tile.id);
      up.setAttribute("aria-disabled", `${i === 0}`);
      down.setAttribute("aria-disabled", `${i === this.order.length - 1}`);
      host.classList.toggle("hold", this.held === tile);
      grip.setAttribute("aria-pressed", `${this.held === tile}`);
      if (this.list.children[i] !== host) this.list.insertBefore(host, this.list.children[i] || null);
    });
  }

  says(tile) {
    this.voice.textContent = t("exercise.order-moved", { card: tile.label, place: this.order.indexOf(tile) + 1, of: this.order.length });
  }

  hold(tile) {
    this.held = this.held === tile ? null : tile;
    this.draw();
    this.voice.textContent = t(this.held ? "exercise.order-held" : "exercise.order-dropped", { card: tile.label, place: this.order.indexOf(tile) + 1, of: this.order.length });
  }

  keyed(event, tile) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.key === "Escape" && this.held) this.hold(tile);
    else if (step && (this.held === tile || event.altKey)) this.move(tile, step, event.currentTarget);
    else if (step) {
      const next = this.order[this.order.indexOf(tile) + step];
      if (next) this.rows.get(next.id).grip.focus();
    } else return;
    event.preventDefault();
  }

  move(tile, step, focus) {
    const at = this.order.indexOf(tile);
    const to = at + step;
    if (this.locked || to < 0 || to >= this.order.length) return;
    this.order.splice(at, 1);
    this.order.splice(to, 0, tile);
    this.draw();
    focus?.focus();  // a moved element loses it
    this.says(tile);
    this.onChange();
  }

  /** The mouse takes a card along wherever it holds it, a finger only at its handle: elsewhere it scrolls the page. */
  grabbed(event, tile, host) {
    if (this.locked || event.button || event.target.closest(".step")) return;
    if (event.pointerType === "touch" && !event.target.closest(".handle")) return;
    const from = event.clientY;
    let dragging = false;
    host.setPointerCapture(event.pointerId);  // at once: a quick hand has left the card before it moves
    const moved = (move) => {
      if (!dragging && Math.abs(move.clientY - from) < 6) return;
      if (!dragging) {
        dragging = true;
        this.held = tile;
        this.draw();
      }
      const place = [...this.list.children].filter((one) => one !== host)
        .filter((one) => one.getBoundingClientRect().top + one.offsetHeight / 2 < move.clientY).length;
      const at = this.order.indexOf(tile);
      if (place !== at) {
        this.order.splice(at, 1);
        this.order.splice(place, 0, tile);
        this.draw();
      }
    };
    const ended = () => {
      host.removeEventListener("pointermove", moved);
      host.removeEventListener("pointerup", ended);
      host.removeEventListener("pointercancel", ended);
      if (!dragging) return;
      this.held = null;
      this.draw();
      this.says(tile);
      this.onChange();
    };
    host.addEventListener("pointermove", moved);
    host.addEventListener("pointerup", ended);
    host.addEventListener("pointercancel", ended);
  }

  get answer() { return this.order.map((tile) => tile.id); }

  /** Takes an answer that was given before; a card may have other tiles by now. */
  set answer(ids) {
    this.order.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
    this.draw();
  }

  get ready() { return true; }

  /** Says beside each card its date, and which stand wrong. */
  lock(verdict) {
    this.locked = true;
    this.held = null;
    this.draw();
    for (const tile of this.order) {
      const { host, grip, up, down } = this.rows.get(tile.id);
      const wrong = verdict.wrong.includes(tile.id);
      up.parentElement.remove();
      grip.disabled = true;
      host.classList.add(wrong ? "wrong" : "right");
      host.append(h("b", { class: "sign" }, `${wrong ? "✗" : "✓"} ${tile.date}`));
    }
  }
}
