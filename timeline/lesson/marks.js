// The events of a tour on its line: dots for what is known by now, the one that is shown as a bar over all its days, a
// dashed one where the class is to guess, several with a bracket where articles differ.

/** The stretch of a scene on the axis; an open side reaches as far as the tour does, and so does what has no date. */
function stretchOf({ first, last }, [from, to]) {
  if (first === null && last === null) return [from, to];
  return [first === null ? Math.min(from, dayPlace(last)) : dayPlace(first), last === null ? Math.max(to, dayPlace(first)) : dayPlace(last + 1)];
}

/** All that a tour covers: from its first day to its last. */
function reachOf(scenes) {
  const days = scenes.flatMap(({ first, last }) => [first, last]).filter((day) => day !== null);
  return days.length ? [dayPlace(Math.min(...days)), dayPlace(Math.max(...days) + 1)] : [1900, 2000];
}

/** The dates of an event that stand on the line at a step: its own, then those of articles that differ, each once. */
function datesAt(scene, step) {
  const differing = reached(step, "others") ? scene.voices.filter((voice) => voice.differs && voice.first !== null && voice.last !== null) : [];
  return [scene, ...differing].filter((one, n, all) => all.findIndex((other) => other.first === one.first && other.last === one.last) === n);
}

/** The window of a step: the event, on all its dates, with its neighbours of the tour. */
function windowOf(scenes, step) {
  const all = reachOf(scenes);
  const scene = scenes[step.scene];
  if (!scene) return all;
  const near = [scenes[step.scene - 1], ...datesAt(scene, step), scenes[step.scene + 1]].filter(Boolean).map((one) => stretchOf(one, all));
  return [Math.min(...near.map(([first]) => first)), Math.max(...near.map(([, last]) => last))];
}

function marksOf(scenes, step) {
  const all = reachOf(scenes);
  const scene = scenes[step.scene];
  const middleOf = ([first, last]) => (first + last) / 2;
  return (x, base, width, letters, wide) => {
    const dots = (scene ? scenes.slice(0, step.scene) : scenes).map((one) =>
      s("circle", { cx: x(middleOf(stretchOf(one, all))), cy: base - letters * 0.6, r: letters * 0.38, class: "told" }));
    if (!scene) return dots;
    const bar = ([first, last], kind) => {
      const long = Math.max(x(last) - x(first), letters * 0.9);
      const left = x(middleOf([first, last])) - long / 2;
      const top = base - letters * 2.6;
      return [s("rect", { x: left, y: top, width: long, height: base - top, class: "shade" }), s("rect", { x: left, y: top, width: long, height: letters * 1.2, rx: letters * 0.6, class: kind })];
    };
    const halfOf = (words) => wide(words) / 2;
    const named = (at, words) => s("text", { x: Math.min(Math.max(at, halfOf(words)), width - halfOf(words)), y: base - letters * 3.1, "text-anchor": "middle", class: "date-words" }, words);
    const known = reached(step, "event");
    if (!known && scene.hide.includes("date")) {
      const reach = windowOf(scenes, step);
      return [...dots, ...bar(reach, "guess"), named(x(middleOf(reach)), t("show.somewhere"))];
    }
    const dates = datesAt(scene, step).map((one) => ({ stretch: stretchOf(one, all), words: one.date })).sort((a, b) => a.stretch[0] - b.stretch[0]);
    const places = dates.map(({ stretch }) => x(middleOf(stretch)));
    const bars = dates.flatMap(({ stretch }) => bar(stretch, "now"));
    if (!known) return [...dots, ...bars];
    const crowded = dates.some(({ words }, n) => n && places[n] - halfOf(words) < places[n - 1] + halfOf(dates[n - 1].words) + letters);
    const words = crowded ? [named(middleOf([places[0], places.at(-1)]), dates.map((one) => one.words).join(" ≠ "))] : dates.map((one, n) => named(places[n], one.words));
    const top = base - letters * 4.6;
    const bracket = dates.length > 1 ? [s("path", { d: `M${places[0]} ${top + 10}V${top}H${places.at(-1)}V${top + 10}`, class: "bracket" })] : [];
    return [...dots, ...bars, ...words, ...bracket];
  };
}
