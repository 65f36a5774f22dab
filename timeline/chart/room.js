// The room on the page: its whole width, and its colours.

/** The box that scrolls the page: Streamlit's main part, or the page itself. */
function scrollerOf(element) {
  for (let at = element; at; at = at.parentNode || at.host) {
    if (!(at instanceof Element)) continue;
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return document.scrollingElement;
}

/** Takes the whole width of the page, its top and its foot, whatever margins the page has around components. */
function takeTheRoom(root) {
  const scroller = scrollerOf(root);
  const host = root.parentElement || root.getRootNode().host;
  const settle = () => {
    root.style.marginTop = "0";  // a margin moves the host too: measure without
    root.style.marginBottom = "0";
    const outer = scroller.getBoundingClientRect();
    const inner = (host.getRootNode().host || host).getBoundingClientRect();
    root.style.width = `${scroller.clientWidth}px`;
    root.style.marginLeft = `${outer.left - inner.left}px`;
    root.style.marginTop = `${Math.min(0, outer.top - inner.top - scroller.scrollTop)}px`;
    root.style.minHeight = `${scroller.clientHeight}px`;
    const foot = (host.getRootNode().host || host).getBoundingClientRect().bottom - outer.top + scroller.scrollTop;
    root.style.marginBottom = `${Math.min(0, foot - scroller.scrollHeight)}px`;
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
