// The heads of lanes: buttons that fold and open them, and stay in view while a tall lane scrolls by. The chart draws
// the same words below them, so that a picture of the chart has them too.

const BESIDE_NAME = 90;  // pixels beside the name of a lane: its count, and the sign that folds it

class LaneHeads {
  constructor(chart) {
    this.onFold = () => {};
    this.onOthers = () => {};
    this.host = h("div", { class: "lane-heads", role: "group", "aria-label": "Lanes" });
    this.host.addEventListener("keydown", (event) => this.key(event));
    // A wheel over a head is meant for the chart.
    this.host.addEventListener("wheel", (event) => {
      if (!chart.dispatchEvent(new WheelEvent(event.type, event))) event.preventDefault();
    }, { passive: false });
  }

  /** Puts the heads where the lanes are now; makes them anew only where the lanes are others. */
  draw(lanes) {
    const same = lanes.map((lane) => [lane.key, lane.name, lane.words, lane.total, lane.folded, lane.holds, lane.opens].join("\n")).join("\n\n");
    if (same !== this.same) {
      const focused = this.host.getRootNode().activeElement?.dataset?.head;
      this.same = same;
      this.host.replaceChildren(...lanes.map((lane) => this.head(lane)));
      const again = this.buttons().find((b) => b.dataset.head === focused);
      (again || this.buttons()[0])?.setAttribute("tabindex", "0");
      again?.focus({ preventScroll: true });
    }
    lanes.forEach((lane, i) => {
      const { style } = this.host.children[i];
      [style.top, style.height] = [`${lane.top}px`, `${lane.height}px`];
    });
  }

  head({ key, name, words, total, folded, holds, opens }) {
    const say = `${name}, ${count(total, "event", "events")}${holds ? ` of ${count(holds, "lane", "lanes")}` : ""}`;
    return h("div", { class: folded ? "lane-head folded" : "lane-head" },
      h("span", {},
        h("button", { type: "button", tabindex: "-1", "data-head": `${key}`, "aria-expanded": folded ? "false" : "true", "aria-label": say,
          title: folded ? "Open this lane" : "Fold this lane", onclick: () => this.onFold(key) },
        h("b", { title: words !== name && name }, words), h("span", { class: "dim" }, grouped(total)), icon("m1 1 4 4 4-4", 10, 6)),
        opens && h("button", { type: "button", class: "opens", tabindex: "-1", "data-head": `${key} open`, onclick: () => this.onOthers() },
          `Show ${count(opens, "more lane", "more lanes")}`)));
  }

  buttons() {
    return [...this.host.querySelectorAll("button")];
  }

  /** One of the heads is in the order of tabs, arrows go to the others. */
  key(event) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const buttons = this.buttons();
    const next = by && buttons[buttons.indexOf(event.target) + by];
    if (!next) return;
    event.preventDefault();
    event.target.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  }
}

/** The lanes with the rows that each always has, by its number of events; a lane that is alone has more. */
function lanesOf({ heads }) {
  return heads.map((head) => ({ ...head,
    rows: heads.length === 1 ? Math.max(1, Math.min(FEW, head.total)) : head.total > (heads.length > 5 ? 2 : 1) ? 2 : 1 }));
}

/** The lanes one below the other, each with as many rows as it has now, and its name in as many words as have room. */
function stacked(lanes, rows, begin, namer) {
  let top = begin;
  return lanes.map((lane, i) => {
    const placed = { ...lane, words: namer(lane.name), top, height: LANE_HEAD + rows[i] * LANE_ROW + 8 };
    top += placed.height;
    return placed;
  });
}

/** Line and name of a lane. The name has its own ground, so that no line of the grid runs through it. */
function laneHead({ key, words, total, top }, width, ruler) {
  const wide = ruler(words, true) + ruler(grouped(total), false) + 14;
  return shape("g", { key: `lane ${key}`, class: "lane", "aria-hidden": "true", transform: standing(0, top) },
    shape("rect", { class: "ground", x: 0, y: 1, width: wide, height: LANE_HEAD - 3 }),
    shape("line", { x1: 0, x2: width, y1: 0.5, y2: 0.5 }),
    shape("text", { x: 5, y: 17 }, shape("tspan", { class: "name" }, words), shape("tspan", { dx: 5, class: "dim" }, grouped(total))));
}

const BIN = 3;

/** A folded lane: how many of its events stand where, as thin bars, the selected one highlighted. */
function densityOf(index, places, [from, to], top, width, selected) {
  const X = (year) => ((year - from) / (to - from)) * width;
  const bins = new Uint32Array(Math.ceil(width / BIN) + 1);
  const most = bins.length - 1;
  const bin = (year) => Math.min(most, Math.max(0, Math.floor(X(year) / BIN)));
  for (const at of places) {
    for (let i = bin(index.first[at]), last = bin(index.last[at]); i <= last; i++) bins[i] += 1;
  }
  const bars = Array.from(bins, (n, i) => (n ? `M${i * BIN + 1} ${top + 9}v${-Math.min(9, 2 + 2 * Math.log2(n + 1)).toFixed(1)}` : ""));
  const chosen = index.placeOf(selected);
  const own = places.indexOf(chosen) < 0 ? undefined : chosen;
  const [left, right] = own === undefined ? [] : [X(index.first[own]), X(index.last[own])];
  return [shape("path", { class: "density", d: bars.join("") }),
    own !== undefined && shape("rect", { class: "highlight", x: left - 3, y: top - 1, width: Math.max(8, right - left + 6), height: 11, rx: 2 }),
    own !== undefined && shape("path", { class: "density on", d: `M${(left + right) / 2} ${top + 9}v-9` })].filter(Boolean);
}
