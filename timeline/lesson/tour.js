// A tour on the wall, one key a step; its notes in a second window; followed by phones that may look around and return.

const KEYS = {
  ArrowRight: "next", ArrowDown: "next", PageDown: "next", " ": "next", Enter: "next", ArrowLeft: "back", ArrowUp: "back", PageUp: "back",
  n: "event", p: "eventBack", Home: "first", End: "last", f: "full", b: "black", ".": "black", w: "notes", g: "jump",
};

const FITS = [1, 0.9, 0.8, 0.7, 0.6];

class Tour {
  constructor(root, data) {
    this.root = root;
    this.tour = data;
    this.steps = stepsOf(data);
    this.at = stepAt(this.steps, location.hash.slice(1));
    // Who follows hears the class alone: a look around in the speaker's own browser would move the wall.
    this.channel = data.role === "follow" ? null : new BroadcastChannel(`timeline-tour-${data.code}`);
    this.channel?.addEventListener("message", ({ data: told }) => this.hears(told));
    document.title = data.title;
    if (data.role === "notes") this.view = new Notes(this);
    else this.view = new Stage(this);
    root.append(this.view.host);
    if (data.follow) this.class = data.role === "lead" ? new Leading(this, data.follow) : data.role === "follow" ? new Following(this, data.follow) : null;
    addEventListener("keydown", (event) => this.keyed(event));
    addEventListener("hashchange", () => this.go(stepAt(this.steps, location.hash.slice(1))));
    this.view.draw();
    this.channel?.postMessage({ hello: true });
  }

  hears({ step, black, hello }) {
    if (hello && this.tour.role !== "notes") this.channel?.postMessage({ step: this.at, black: this.black });
    if (black !== undefined) this.turnBlack(black, true);
    if (step !== undefined && step !== this.at) this.go(step, true);
  }

  keyed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("dialog, textarea, input, select")) return;
    if ((event.key === " " || event.key === "Enter") && event.target.closest?.("button, a, summary")) return;
    const act = KEYS[event.key] || KEYS[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    this.acts(act);
  }

  acts(act) {
    const { steps, at } = this;
    const scene = steps[at].scene;
    const to = (number) => this.go(Math.max(0, steps.findIndex((one) => one.scene === Math.min(Math.max(number, -1), this.tour.scenes.length))));
    if (act === "next" && this.black) this.turnBlack(false);
    else if (act === "next") this.go(at + 1);
    else if (act === "back") this.go(at - 1);
    else if (act === "event") to(scene + 1);
    else if (act === "eventBack") to(scene - 1);
    else if (act === "first") this.go(0);
    else if (act === "last") this.go(steps.length - 1);
    else if (act === "full") (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.())?.catch?.(() => this.view.warn(t("show.no-full")));
    else if (act === "black") this.turnBlack(!this.black);
    else if (act === "notes") window.open(`${location.pathname}?${new URLSearchParams({ tour: this.tour.code, as: "notes" })}`, `notes-${this.tour.code}`, "width=900,height=640");
    else if (act === "jump") this.jump();
  }

  turnBlack(black, told) {
    this.black = black;
    this.root.classList.toggle("black", Boolean(black) && this.tour.role !== "notes");
    if (!told) this.channel?.postMessage({ black });
  }

  /** Goes to a step; `told`: another window or the class was first. */
  go(at, told) {
    const to = Math.min(Math.max(at, 0), this.steps.length - 1);
    if (to === this.at) return;
    this.at = to;
    // Who follows has the tour's address, so that a phone which loads it again follows again; all others the step's.
    const follows = told && this.tour.role === "follow";
    history.replaceState(null, "", follows ? location.pathname + location.search : `#${stepName(this.steps, to)}`);
    this.view.draw();
    if (!told) this.channel?.postMessage({ step: to });
    this.class?.moved(told);
  }

  jump() {
    const { scenes, title, role } = this.tour;
    const here = this.steps[this.at];
    const known = (n) => role === "notes" || n < here.scene || (n === here.scene && reached(here, "event"));
    const name = (scene, n) => (scene.hide.includes("headline") && !known(n) ? scene.question || t("show.what-here") : scene.headline);
    const list = h("ol", {}, [[-1, title], ...scenes.map((scene, n) => [n, `${n + 1}. ${name(scene, n)}`]), [scenes.length, t("show.part-closing")]].map(([n, words]) =>
      h("li", {}, h("button", { type: "button", onclick: () => {
        box.close();
        this.go(this.steps.findIndex((one) => one.scene === n));
      } }, words))));
    const box = h("dialog", { class: "jump", "aria-label": t("show.jump") }, list);
    box.addEventListener("close", () => box.remove());
    this.root.append(box);
    box.showModal();
    list.children[here.scene + 1].firstChild.focus();
  }
}

/** What the class sees: large letters, the line of time below. */
class Stage {
  constructor(tour) {
    this.tour = tour;
    this.axis = new Axis();
    this.words = h("div", { class: "two" });
    this.voice = h("p", { class: "unseen", role: "status", "aria-live": "polite" });
    this.wrong = h("p", { class: "trouble", role: "alert" });
    this.count = h("span", { class: "count-words" });
    // A button that was clicked gives the focus back: Space is to go on, and not to press it again.
    const key = (act, words, path) => h("button", { type: "button", class: "btn quiet", onclick: ({ detail, currentTarget }) => {
      if (detail) currentTarget.blur();
      tour.acts(act);
    } }, path ? icon(path, 8, 14) : null, words);
    this.host = h("main", { class: "show" }, this.words, this.axis.host, this.voice, this.wrong, h("nav", { class: "keys", "aria-label": t("show.steps") },
      key("back", t("show.back"), "m7 1-6 6 6 6"), key("next", t("show.next"), "m1 1 6 6-6 6"), this.count, h("span", { class: "room" }),
      key("jump", t("show.jump")), tour.tour.role === "follow" ? null : [key("black", t("show.black")), key("full", t("show.full")), tour.tour.role === "lead" ? key("notes", t("show.notes")) : null]));
    addEventListener("resize", () => this.fit());
    document.fonts.addEventListener("loadingdone", () => {
      this.fit();
      this.axis.draw();
    });
  }

  /** Says what went wrong, until something goes well. */
  warn(words) { this.wrong.textContent = words; }

  /** On a wall nobody scrolls: what the articles say gets smaller letters, until all of it is seen or none can read it. */
  fit() {
    const scrolls = matchMedia("(max-width: 860px)").matches;
    for (const part of scrolls ? [1] : FITS) {
      this.words.style.setProperty("--fit", part);
      if (this.words.scrollHeight <= this.words.clientHeight) break;
    }
  }

  draw() {
    const { tour, steps, at } = this.tour;
    const step = steps[at];
    this.words.replaceChildren(...stageOf(tour, step, tour.place));
    this.words.scrollTop = 0;
    this.fit();
    this.host.dataset.step = stepName(steps, at);
    this.count.textContent = step.scene >= 0 && step.scene < tour.scenes.length ? t("show.event-of", { at: step.scene + 1, total: tour.scenes.length }) : "";
    this.axis.show(windowOf(tour.scenes, step), marksOf(tour.scenes, step));
    this.voice.textContent = [this.count.textContent, this.words.innerText].join(". ");
  }
}

/** What the speaker sees in the second window: notes, what is shown now, what comes next, the clock. */
class Notes {
  constructor(tour) {
    this.tour = tour;
    this.begun = Date.now();
    this.clock = h("p", { class: "clock" });
    this.wrong = h("p", { class: "trouble", role: "alert" });
    this.now = h("section", {});
    this.next = h("section", { class: "comes" });
    const key = (act, words) => h("button", { type: "button", class: "btn", onclick: () => tour.acts(act) }, words);
    this.host = h("main", { class: "notes" }, this.clock, this.wrong, this.now, this.next, h("div", { class: "acts" }, key("back", t("show.back")), key("next", t("show.next")), key("black", t("show.black")), key("jump", t("show.jump"))));
    this.ticking = setInterval(() => this.tick(), 1000);
    this.tick();
  }

  warn(words) { this.wrong.textContent = words; }

  tick() {
    const gone = Math.floor((Date.now() - this.begun) / 1000);
    const now = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "numeric", minute: "2-digit" });
    this.clock.textContent = `${now} · ${t("show.gone", { minutes: Math.floor(gone / 60), seconds: `${gone % 60}`.padStart(2, "0") })}`;
  }

  draw() {
    const { tour, steps, at } = this.tour;
    const scene = tour.scenes[steps[at].scene];
    const part = (step) => (step ? t(`show.part-${step.part}`) : "");
    const after = steps[at + 1];
    this.now.replaceChildren(...[h("h1", {}, scene ? scene.headline : tour.title), h("p", { class: "dim" }, [scene?.date, part(steps[at])].filter(Boolean).join(" · ")),
      scene?.question ? h("p", { class: "question" }, scene.question) : null, scene?.note ? h("p", { class: "note" }, scene.note) : h("p", { class: "dim" }, t("show.no-note"))].filter(Boolean));
    this.next.replaceChildren(...[h("h2", {}, t("show.comes")), h("p", {}, !after ? t("show.the-end") : after.scene === steps[at].scene ? part(after)
      : `${part(after)}${tour.scenes[after.scene] ? `${t("exercise.colon")}${tour.scenes[after.scene].headline}` : ""}`)]);
  }
}

LESSONS.tour = Tour;
