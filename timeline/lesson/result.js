// A result as somebody else can check it: every question with its sign at a glance, the signs to be typed, and a picture
// for the camera of another phone.

const WENT = { right: "✓", wrong: "✗", open: "–" };

/** The questions by their numbers, each with how it went at the first try: "right", "wrong", or "open", not judged. */
function glanceOf(went) {
  return h("ol", { class: "glance" }, went.map((how, n) => h("li", { class: how }, `${n + 1}`, h("b", { "aria-hidden": "true" }, WENT[how]),
    h("span", { class: "unseen" }, t(`result.is-${how}`)))));
}

/** How many of those that are judged were right, in words. */
function scoreOf(went) {
  const judged = went.filter((how) => how !== "open");
  return t("result.right", { right: judged.filter((how) => how === "right").length, total: judged.length });
}

/** What a pupil shows. A camera is led to the page that reads the signs, where there is a server; else it reads them. */
function receiptPart(code, signs, went, { served }) {
  const host = location.hostname;
  const reached = served && !["localhost", "127.0.0.1", "[::1]"].includes(host);
  const told = reached ? `${location.origin}/?${new URLSearchParams({ deck: code, result: signs })}` : `${code} ${signs}`;
  return h("section", { class: "receipt" }, h("div", {}, h("h2", {}, t("result.receipt")), h("p", { class: "signs" }, signs), glanceOf(went)),
    qrPicture(told, t("result.picture")));
}
