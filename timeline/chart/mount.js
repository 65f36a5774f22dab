// Where the explorer stands: its room on the page, the page's colours, and the data that the page gives it.

/** The box that scrolls the page: Streamlit's main part, or the page itself. */
function scrollerOf(element) {
  for (let at = element; at; at = at.parentNode || at.host) {
    if (!(at instanceof Element)) continue;
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return document.scrollingElement;
}

/** Takes the whole width of the page and its top, whatever margins the page has around components. */
function takeTheRoom(root) {
  const scroller = scrollerOf(root);
  const host = root.parentElement || root.getRootNode().host;
  const settle = () => {
    root.style.marginTop = "0";  // a margin moves the host too: measure without
    const outer = scroller.getBoundingClientRect();
    const inner = (host.getRootNode().host || host).getBoundingClientRect();
    root.style.width = `${scroller.clientWidth}px`;
    root.style.marginLeft = `${outer.left - inner.left}px`;
    root.style.marginTop = `${Math.min(0, outer.top - inner.top - scroller.scrollTop)}px`;
    root.style.minHeight = `${scroller.clientHeight}px`;
  };
  settle();
  const sizes = new ResizeObserver(settle);
  sizes.observe(scroller);
  // Streamlit makes the scrolling part a stop of its own, without a sign of the focus. All that is in it is ours, and
  // each of our stops scrolls it, so it need not be one.
  const stop = scroller.getAttribute("tabindex");
  if (stop !== null) scroller.setAttribute("tabindex", "-1");
  return () => {
    sizes.disconnect();
    if (stop !== null) scroller.setAttribute("tabindex", stop);
  };
}

/** Dark or light by the background that the page has, so that Streamlit's switch and the system's both rule. */
function themeOf(root) {
  const colour = getComputedStyle(root).getPropertyValue("--st-background-color").trim();
  const pen = document.createElement("canvas").getContext("2d");
  pen.fillStyle = colour || "#ffffff";
  const value = parseInt(pen.fillStyle.slice(1, 7), 16);
  const light = 0.299 * (value >> 16) + 0.587 * ((value >> 8) & 255) + 0.114 * (value & 255);
  return light < 128 ? "dark" : "light";
}

const explorers = new WeakMap();

/** The frame that the page was given, with the outline of its collection from the server. */
async function fetched(frame) {
  if (!frame.source) return frame;
  try {
    const outline = await outlineAt(`${frame.source}?${frame.stamp}`);
    return { ...frame, ...outline, problems: [...frame.problems, ...outline.problems] };
  } catch {
    return { ...frame, lanes: [], documents: [], events: [], undated: [], aside: [], counts: { event: 0, undated: 0, aside: 0 },
      problems: [...frame.problems, "The collection could not be fetched: the server does not answer. Load the page again when it does."] };
  }
}

export default function mount({ parentElement, data, setStateValue }) {
  let explorer = explorers.get(parentElement);
  const root = parentElement.querySelector(".explorer");
  if (!explorer || explorer.root !== root) {
    explorer?.leave();
    explorer = new Explorer(root);
    explorer.stopRoom = takeTheRoom(root);
    explorers.set(parentElement, explorer);
  }
  root.dataset.theme = themeOf(root);
  explorer.chart.restyled();
  explorer.tell = setStateValue;
  const frame = JSON.stringify(data);
  if (explorer.frame !== frame) {
    explorer.frame = frame;
    fetched(data).then((whole) => {
      if (explorer.frame !== frame) return;
      root.removeAttribute("aria-busy");
      explorer.show(whole);
    });
  } else if (explorer.data) {
    explorer.chart.draw();
  }
  return () => {
    explorer.stopRoom();
    explorer.leave();
    explorers.delete(parentElement);
  };
}
