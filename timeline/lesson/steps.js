// What a tour shows, key by key: its opening; of each event its place on the line, the event, its sentence, what other
// articles say; its closing. What is to be predicted stays hidden until the class has guessed.

/** The steps of a tour: [{ scene, part }]; opening and closing have no scene. */
function stepsOf({ scenes }) {
  return [{ scene: -1, part: "opening" },
    ...scenes.flatMap((scene, n) => ["place", "event", ...(scene.voices.length ? ["sentence"] : []),
      ...(scene.hide.includes("source") && scene.voices.length ? ["source"] : []),
      ...(scene.voices.length > 1 || scene.silent.length ? ["others"] : [])].map((part) => ({ scene: n, part }))),
    { scene: scenes.length, part: "closing" }];
}

const ORDER = ["place", "event", "sentence", "source", "others"];
const reached = (step, part) => ORDER.indexOf(step.part) >= ORDER.indexOf(part);

/** The address of a step, "3.2": the event's number and which of its steps; 0 is the opening. */
function stepName(steps, at) {
  const { scene } = steps[at];
  return `${scene + 1}.${at - steps.findIndex((one) => one.scene === scene) + 1}`;
}

function stepAt(steps, name) {
  const [scene, part] = name.split(".").map(Number);
  const first = steps.findIndex((one) => one.scene === scene - 1);
  if (first < 0) return 0;
  const many = steps.filter((one) => one.scene === scene - 1).length;
  return first + Math.min(Math.max((part || 1) - 1, 0), many - 1);
}

/** What stands on the page at a step: a heading, the date, and what the articles say. */
function stageOf(tour, step, place) {
  if (step.scene < 0) return [h("div", { class: "words" }, h("h1", {}, tour.title), h("p", { class: "ask" }, tour.opening))];
  if (step.scene >= tour.scenes.length) return [h("div", { class: "words" }, h("h1", {}, tour.title), h("p", { class: "ask" }, tour.closing))];
  const scene = tour.scenes[step.scene];
  const known = reached(step, "event");
  const hides = (what) => !known && scene.hide.includes(what);
  const predicts = scene.hide.length > 0 && !known;
  const ask = scene.question || (predicts ? t("show.guess") : "");
  const left = h("div", {}, h("h1", {}, known || predicts && !hides("headline") ? saidIn(scene.language, scene.headline) : scene.question || t("show.what-here")),
    known || predicts && !hides("date") ? dateOf(scene, reached(step, "others"))
      : h("p", { class: "date" }, h("span", { class: "hidden-box", role: "img", "aria-label": t("exercise.hidden-date") }, "?")));
  const right = h("div", { class: "says" });
  if (predicts && !hides("headline") && ask || known && step.part === "event" && scene.question) right.append(h("p", { class: "ask" }, ask));
  if (reached(step, "sentence") && scene.voices.length) {
    const hidden = scene.hide.includes("source") && step.part === "sentence";
    right.append(voiceOf(scene.voices[0], place, hidden));
    if (step.part === "others") right.append(...othersOf(scene, place));
  }
  return [left, right];
}

function dateOf(scene, others) {
  const differ = others ? [...new Set(scene.voices.filter((voice) => voice.differs && voice.date).map((voice) => voice.date))].filter((date) => date !== scene.date) : [];
  return h("p", { class: "date" }, h("span", { class: "one" }, scene.date), differ.flatMap((date) => [h("span", { class: "unequal" }, " ≠ "), h("span", { class: "one" }, date)]));
}

function voiceOf(voice, place, hidden) {
  const address = readAt(place, voice.proof);
  return h("figure", { class: "voice" }, quoted(voice.proof.pieces, voice.proof.language), h("figcaption", {},
    hidden ? h("span", { class: "hidden-box small", role: "img", "aria-label": t("show.which-article") }, "?") : address
      ? h("a", { href: address, target: "_blank", rel: "noopener", lang: voice.proof.language || null }, voice.title) : saidIn(voice.proof.language, voice.title)));
}

function othersOf(scene, place) {
  const others = scene.voices.slice(1);
  const differing = others.filter((voice) => voice.differs);
  const agreeing = others.filter((voice) => !voice.differs);
  return [
    ...(differing.length ? [h("div", { class: "otherwise" }, h("h2", {}, t("show.otherwise")), differing.map((voice) => voiceOf(voice, place)))] : []),
    ...(agreeing.length ? [h("div", { class: "others" }, h("h2", {}, t("show.also")), agreeing.map((voice) => voiceOf(voice, place)))] : []),
    ...(scene.silent.length ? [h("p", { class: "silent" }, t("show.silent", { articles: scene.silent.join(" · ") }))] : [])];
}
