// Hands and keys on the chart: wheel, drag, pinch; plus, minus, arrows. A finger that moves up or down always
// scrolls the page.

const WHEEL_STEP = 0.0016;
const DRAG_BEGINS = 4;

function listenToGestures(chart) {
  const pointers = new Map();
  let grip = null;
  let dragged = false;

  chart.over.addEventListener("wheel", (event) => {
    const [from, to] = chart.window;
    const span = to - from;
    const unit = event.deltaMode === 1 ? 32 : event.deltaMode === 2 ? 400 : 1;
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      event.preventDefault();
      const by = ((event.deltaX || event.deltaY) * unit * span) / chart.host.clientWidth;
      chart.go([from + by, to + by], { smooth: false, kind: "drift" });
      return;
    }
    const outwards = event.deltaY > 0;
    if ((outwards && span >= widest(chart.all) * 0.999) || (!outwards && span <= DAY * 1.001)) return;  // the page scrolls on
    event.preventDefault();
    const factor = Math.exp(Math.max(-240, Math.min(240, event.deltaY * unit)) * WHEEL_STEP * (event.ctrlKey ? 4 : 1));
    chart.zoom(factor, chart.placeOf(event.clientX), { smooth: false, kind: "drift" });
  }, { passive: false });

  const hold = () => {
    const places = [...pointers.values()];
    grip = { window: chart.window, xs: places.map((p) => p.x), years: places.map((p) => chart.placeOf(p.x)) };
  };

  chart.over.addEventListener("pointerdown", (event) => {
    if (event.button > 0) return;
    if (!pointers.size) dragged = false;
    pointers.set(event.pointerId, { x: event.clientX });
    hold();
  });
  const move = (event) => {
    const pointer = pointers.get(event.pointerId);
    if (!pointer) return;
    pointer.x = event.clientX;
    if (!dragged && pointers.size === 1 && Math.abs(pointer.x - grip.xs[0]) < DRAG_BEGINS) return;
    if (!dragged) {
      dragged = true;
      chart.over.setPointerCapture(event.pointerId);
      chart.over.classList.add("held");
    }
    const box = chart.over.getBoundingClientRect();
    const places = [...pointers.values()];
    if (places.length === 1) {
      const by = ((grip.xs[0] - places[0].x) / box.width) * (grip.window[1] - grip.window[0]);
      chart.go([grip.window[0] + by, grip.window[1] + by], { smooth: false, kind: "drift" });
    } else {
      const apart = Math.abs(places[1].x - places[0].x) || 1;
      const perPixel = Math.abs(grip.years[1] - grip.years[0]) / apart;
      const [left, year] = places[0].x < places[1].x ? [places[0].x, grip.years[0]] : [places[1].x, grip.years[1]];
      const from = year - (left - box.left) * perPixel;
      chart.go([from, from + box.width * perPixel], { smooth: false, kind: "drift" });
    }
  };
  const release = (event) => {
    if (!pointers.delete(event.pointerId)) return;
    if (pointers.size) hold();
    else chart.over.classList.remove("held");
  };
  chart.over.addEventListener("pointermove", move);
  chart.over.addEventListener("pointerup", release);
  chart.over.addEventListener("pointercancel", release);
  chart.over.addEventListener("pointerleave", (event) => !dragged && release(event));
  // The click that ends a drag picks nothing.
  chart.over.addEventListener("click", (event) => {
    if (dragged) event.stopPropagation();
    dragged = false;
  }, true);
}

function listenToKeys(chart) {
  const zooms = { "+": 0.5, "=": 0.5, "-": 2, "−": 2, _: 2 };
  chart.over.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const mark = event.target.closest?.("[data-mark]");
    const act = {
      Enter: () => mark?.dispatchEvent(new MouseEvent("click", { bubbles: true })),
      " ": () => mark?.dispatchEvent(new MouseEvent("click", { bubbles: true })),
      ArrowLeft: () => (mark && !event.shiftKey ? step(chart, mark, -1) : chart.pan(-0.2)),
      ArrowRight: () => (mark && !event.shiftKey ? step(chart, mark, 1) : chart.pan(0.2)),
      Home: () => toEdge(chart, 0),
      End: () => toEdge(chart, 1),
      0: () => chart.fit(),
    }[event.key] || (zooms[event.key] && (() => chart.zoom(zooms[event.key], mark ? middleOf(chart, mark) : undefined)));
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
}

function middleOf(chart, mark) {
  const event = chart.data.events.find((e) => e.id === mark.getAttribute("data-mark"));
  if (!event) return undefined;
  const [a, b] = reach(event);
  return (a + b) / 2;
}

/** The next mark; past the last one that is drawn, the window moves to the next event. */
function step(chart, mark, by) {
  chart.settle();
  const marks = chart.marksNow();
  const next = marks[marks.indexOf(mark) + by];
  if (next) {
    chart.stopAt(next);
    next.focus({ preventScroll: true });
    return;
  }
  const [from, to] = chart.window;
  const event = by > 0 ? chart.index.after(to) : chart.index.before(from);
  if (!event) return;
  chart.reveal(event, { smooth: false });
  chart.marksNow().find((m) => m.getAttribute("data-mark") === event.id)?.focus({ preventScroll: true });
}

function toEdge(chart, edge) {
  const [from, to] = chart.window;
  const span = to - from;
  const [first, last] = chart.all;
  chart.go(edge ? [last - span, last] : [first, first + span]);
}
