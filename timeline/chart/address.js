// What the address of the page holds: the collection (c), the event (e), the window (view), the article that is
// open (read, a mention). Reload, share, back and forward all go through here.

function addressNow() {
  const query = new URLSearchParams(location.search);
  const edges = (query.get("view") || "").split("_").map((edge) => (edge.trim() ? Number(edge) : NaN));
  return {
    collection: query.get("c"),
    event: query.get("e"),
    read: query.get("read"),
    window: edges.length === 2 && edges.every(Number.isFinite) && edges[0] < edges[1] ? edges : null,
  };
}

/** As few digits as tell the two edges apart to a thousandth of the window. */
function edgesInWords([from, to]) {
  const digits = Math.max(0, Math.min(9, Math.ceil(3 - Math.log10(to - from))));
  return `${from.toFixed(digits)}_${to.toFixed(digits)}`;
}

/** Writes the address; `push` makes a step that the back button takes back. */
function writeAddress({ collection, event, read, window: edges }, push) {
  const url = new URL(location.href);
  const put = (key, value) => (value ? url.searchParams.set(key, value) : url.searchParams.delete(key));
  put("c", collection);
  put("e", event);
  put("view", edges && edgesInWords(edges));
  put("read", read);
  if (url.href === location.href) return;
  history[push ? "pushState" : "replaceState"](history.state, "", url);
}
