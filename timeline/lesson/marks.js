// The events of a tour on its line: dots for what is known by now, the one that is shown as a bar over all its days, a
// dashed one where the class is to guess, several with a bracket where articles differ.

/** The stretch of a scene on the axis; an open side reaches as far as the tour does. */
function stretchOf({ first, last }, [from, to]) {
  return [first === null ? Math.min(from, dayPlace(last)) : dayPlace(first), last === null ? Math.max(to, dayPlace(first)) : dayPlace(last + 1)];
}

/** All that a tour covers: from its first day to its last. */
function reachOf(scenes) {
  const days = scenes.flatMap(({ first, last }) => [first, last]).filter((day) => day !== null);
  return days.length ? [dayPlace(Math.min(...days)), dayPlace(Math.max(...days) + 1)] : [1900, 2000];
}

/** The window of a step: the event with its neighbours of the tour. */
function windowOf(scenes, at) {
  const all = reachOf(scenes);
  if (at < 0 || at >= scenes.length) return all;
  const near = [at - 1, at, at + 1].filter((n) => scenes[n]).map((n) => stretchOf(scenes[n], all));
  return [Math.min(...near.map(([first]) => first)), Math.max(...near.map(([, last]) => last))];
}

function marksOf(scenes, step) {
  const all = reachOf(scenes);
  const at = step.scene;
  return (x, base, width, letters) => {
    const scene = scenes[at];
    const dots = (scene ? scenes.slice(0, at) : scenes).map((one) => stretchOf(one, all)).map(([first, last]) =>
      s("circle", { cx: x((first + last) / 2), cy: base - letters * 0.6, r: letters * 0.38, class: "told" }));
    if (!scene) return dots;
    const bar = ([first, last], attributes, words) => {
      const wide = Math.max(x(last) - x(first), letters * 0.9);
      const left = (x(first) + x(last)) / 2 - wide / 2;
      const top = base - letters * 2.6;
      const middle = Math.min(Math.max(left + wide / 2, words.length * letters * 0.3), width - words.length * letters * 0.3);
      return [s("rect", { x: left, y: top, width: wide, height: base - top, class: "shade" }), s("rect", { x: left, y: top, width: wide, height: letters * 1.2, rx: letters * 0.6, ...attributes }),
        s("text", { x: middle, y: top - letters * 0.5, "text-anchor": "middle", "font-size": letters, class: "date-words" }, words)];
    };
    const known = reached(step, "event");
    const place = stretchOf(scene, all);
    if (!known && scene.hide.includes("date")) return [...dots, bar(windowOf(scenes, at), { class: "guess" }, t("show.somewhere"))].flat();
    const differing = reached(step, "others") ? scene.voices.filter((voice) => voice.differs && voice.first !== null && voice.last !== null) : [];
    const bars = [bar(place, { class: "now" }, known ? scene.date : ""), ...differing.map((voice) => bar(stretchOf(voice, all), { class: "now differing" }, voice.date))];
    const tops = [place, ...differing.map((voice) => stretchOf(voice, all))].map(([first, last]) => x((first + last) / 2));
    const top = base - letters * 4.6;
    const bracket = differing.length ? s("path", { d: `M${Math.min(...tops)} ${top + 10}V${top}H${Math.max(...tops)}V${top + 10}`, class: "bracket" }) : null;
    return [...dots, ...bars.flat(), bracket].filter(Boolean);
  };
}
