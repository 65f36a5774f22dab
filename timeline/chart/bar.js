// The bar above every page: the name, the collection, the ways to its other pages. A way is a real link, so that it
// can be opened in another window; a plain click on it changes the page without loading it anew.

/** Goes to an address of the app: the server answers with what stands there. */
function go(href) {
  history.pushState(null, "", href);
  window.dispatchEvent(new PopStateEvent("popstate", { state: null }));
}

function way(href, attributes, ...children) {
  const onclick = (event) => {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(href);
  };
  return h("a", { href, onclick, ...attributes }, ...children);
}

/** The name of the program; where there is a home, the way to it, and what it is called for who hears it. */
function brand(home, label = "Timeline: all collections") {
  const drawn = [
    s("svg", { width: 26, height: 20, viewBox: "0 0 26 20", "aria-hidden": "true" },
      s("defs", {}, s("linearGradient", { id: "brand-fade" },
        s("stop", { offset: 0, "stop-color": "currentColor", "stop-opacity": 0 }),
        s("stop", { offset: 0.5, "stop-color": "currentColor" }),
        s("stop", { offset: 1, "stop-color": "currentColor", "stop-opacity": 0 }))),
      s("rect", { x: 0, y: 3, width: 18, height: 5, fill: "url(#brand-fade)" }),
      s("circle", { cx: 19, cy: 14.5, r: 4.5, fill: "currentColor" })),
    h("span", {}, "Timeline")];
  return home ? way(home, { class: "brand", "aria-label": label }, drawn) : h("span", { class: "brand" }, drawn);
}

/** The pages that can be gone to: [{name, href, here, count}]; `count` of what waits there. */
function waysBar(ways, label = "Pages") {
  return ways?.length ? h("nav", { class: "views", "aria-label": label }, ways.map(({ name, href, here, count: n, means }) =>
    way(href, { "aria-current": here ? "page" : null }, name, n ? h("b", { "aria-label": `${n} ${means}` }, grouped(n)) : null))) : null;
}
