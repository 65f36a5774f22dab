// The rows of a long table: only those in view and some beside them are in the page, in a box of their own that
// scrolls. Screen readers are told how many there are and which ones these are; keys reach every one.

const ALL_ROWS = 250;   // rows up to which a table has them all
const ROWS_BESIDE = 20;      // rows above and below those in view
const FIRST_ROWS = 60;

class LongRows {
  /** `row` makes the row of an event; `body` is the table's body, `box` what scrolls. */
  constructor(box, body, events, row) {
    Object.assign(this, { box, body, events, row, from: 0, to: 0, tall: 38 });
    this.above = spacer();
    this.below = spacer();
    this.put(0, Math.min(events.length, FIRST_ROWS));
    box.addEventListener("scroll", () => this.follow(), { passive: true });
    body.addEventListener("keydown", (event) => this.key(event));
    this.sight = new IntersectionObserver(([seen]) => {
      this.seen = seen.isIntersecting;
      if (this.wanted) this.revealSoon(this.wanted);
    });
    this.sight.observe(box);
  }

  /** Brings the row of the chosen event into view in its own time, since the sentence comes first; out of sight not yet. */
  revealSoon(id) {
    this.wanted = id;
    clearTimeout(this.later);
    if (!this.seen) return;
    this.later = setTimeout(() => {
      this.wanted = null;
      // A row with the focus stays where it is: it would be gone with the rows around it.
      if (!this.body.contains(this.body.getRootNode().activeElement)) this.reveal(id);
    }, 100);
  }

  /** Puts rows [from, to) into the page; the row with the focus stays the same element. */
  put(from, to) {
    const old = new Map([...this.body.querySelectorAll("[data-row]")].map((row) => [row.dataset.row, row]));
    const rows = this.events.slice(from, to).map((event, i) => old.get(event.id)
      || fill(this.row(event), { "aria-rowindex": from + i + 2 }, []));
    [this.from, this.to] = [from, to];
    const keep = new Set(rows);
    for (const row of old.values()) if (!keep.has(row)) row.remove();
    // What stays is not taken out and put back: that would lose the focus.
    let at = null;
    for (const row of rows.reverse()) {
      if (row.nextSibling !== at || row.parentNode !== this.body) this.body.insertBefore(row, at);
      at = row;
    }
    this.body.prepend(this.above);
    this.body.append(this.below);
    const heights = rows.reduce((sum, row) => sum + row.offsetHeight, 0);
    if (heights) this.tall = heights / rows.length;
    this.above.firstChild.style.height = `${from * this.tall}px`;
    this.below.firstChild.style.height = `${(this.events.length - to) * this.tall}px`;
    markRow(this.body, this.body.dataset.selected);
  }

  /** The rows that are in view now, once they are not those in the page. */
  follow() {
    const first = Math.floor(this.box.scrollTop / this.tall);
    const last = Math.ceil((this.box.scrollTop + this.box.clientHeight) / this.tall);
    if ((first > this.from + ROWS_BESIDE / 4 || this.from === 0) && (last < this.to - ROWS_BESIDE / 4 || this.to === this.events.length)) return;
    this.put(Math.max(0, first - ROWS_BESIDE), Math.min(this.events.length, last + ROWS_BESIDE));
  }

  /** Brings a row into view, and into the page if it is not. */
  show(place) {
    if (place < this.from || place >= this.to) {
      this.box.scrollTop = Math.max(0, place * this.tall - this.box.clientHeight / 3);
      this.put(Math.max(0, place - 2 * ROWS_BESIDE), Math.min(this.events.length, place + 2 * ROWS_BESIDE));
    }
    const row = this.body.querySelector(`[data-row="${CSS.escape(this.events[place].id)}"]`);
    const [top, bottom] = [row.offsetTop - 40, row.offsetTop + row.offsetHeight];
    if (top < this.box.scrollTop) this.box.scrollTop = top;
    else if (bottom > this.box.scrollTop + this.box.clientHeight) this.box.scrollTop = bottom - this.box.clientHeight;
    return row;
  }

  /** The same for an event that may be among the rows. */
  reveal(id) {
    const place = this.events.findIndex((event) => event.id === id);
    if (place < 0 || !this.body.isConnected) return;
    this.show(place);
    markRow(this.body, id);
  }

  key(event) {
    const row = event.target.closest?.("[data-row]");
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = Number(row.getAttribute("aria-rowindex")) - 2;
    const page = Math.max(1, Math.floor(this.box.clientHeight / this.tall) - 1);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: this.events.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.show(Math.min(this.events.length - 1, Math.max(0, to))).querySelector("button").focus({ preventScroll: true });
  }
}

const spacer = () => h("tr", { class: "spacer", role: "presentation", "aria-hidden": "true" }, h("td"));
