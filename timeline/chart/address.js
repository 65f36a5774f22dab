// What the address of the page holds: the collection (c), the event (e), the window (view), the article that is
// open (read, a mention), the table's order (sort), search, filters and lanes. Reload, share, back and forward all go through here.

function addressNow() {
  const query = new URLSearchParams(location.search);
  return {
    page: query.get("page"),
    collection: query.get("c"),
    event: query.get("e"),
    read: query.get("read"),
    sort: query.get("sort") || "",
    view: query.get("view") || "",
    window: edgesFrom(query.get("view") || ""),
    find: [...query].filter(([key]) => PAIR_KEYS.includes(key)),
  };
}

/** Two edges from their words, null where they are none. */
function edgesFrom(words) {
  const edges = words.split("_").map((edge) => (edge.trim() ? Number(edge) : NaN));
  return edges.length === 2 && edges.every(Number.isFinite) && edges[0] < edges[1] ? edges : null;
}

/** As few digits as tell the two edges apart to a thousandth of the window. */
function edgesInWords([from, to]) {
  const digits = Math.max(0, Math.min(9, Math.ceil(3 - Math.log10(to - from))));
  return `${from.toFixed(digits)}_${to.toFixed(digits)}`;
}

/** Writes the address; `push` makes a step that the back button takes back. */
function writeAddress({ collection, event, read, sort, window: edges, find }, push) {
  const url = new URL(location.href);
  const put = (key, value) => (value ? url.searchParams.set(key, value) : url.searchParams.delete(key));
  put("c", collection);
  put("e", event);
  put("view", edges && edgesInWords(edges));
  put("read", read);
  put("sort", sort);
  for (const key of PAIR_KEYS) url.searchParams.delete(key);
  for (const [key, value] of find) url.searchParams.append(key, value);
  if (url.href === location.href) return;
  history[push ? "pushState" : "replaceState"](history.state, "", url);
}

/** What is wrong with an address, in sentences. `knows` says whether there is such an event, `all` which years there are. */
function wrongIn({ event, view, sort, window: edges }, knows, all) {
  return [
    event && !knows(event) && "That event isn't in this collection.",
    view && !edges && "The years in the address make no sense, so all years are shown.",
    edges && isBeside(edges, all) && "No event lies in the years of the address, so all years are shown.",
    sort && !orderFrom(sort) && "There is no such order of the table as the address names, so it is in order of time.",
  ].filter(Boolean);
}
