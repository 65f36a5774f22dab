// A class that follows a tour on its phones: told by the one who leads, asked for by all others. Who looks around is
// left alone until they return.

const AGAIN_AFTER = 3000;  // ms after which the server is asked again where it did not answer
const LONGEST_WAIT = 40_000;  // ms: the server answers after 20 seconds at the latest, so this connection is dead

class Leading {
  constructor(tour, address) {
    this.tour = tour;
    this.address = address;
    this.moved();  // the class is where the one who presents begins
  }

  /** Tells the step that is shown. One by one: of two at once the earlier one might come in last. */
  async moved() {
    if (this.telling) return;
    clearTimeout(this.later);
    this.telling = true;
    const step = this.tour.at;
    try {
      await this.tell(step);
    } finally {
      this.telling = false;
    }
    if (step !== this.tour.at) this.moved();
  }

  async tell(step) {
    const word = encodeURIComponent(sessionStorage.getItem("timeline-word") || "");
    try {
      const answer = await fetch(this.address, { method: "POST", headers: { "X-Timeline": word, "Content-Type": "application/json" },
        body: JSON.stringify({ step }), signal: AbortSignal.timeout(LONGEST_WAIT) });
      this.tour.view.warn(answer.ok ? "" : answer.status === 401 ? t("show.no-word") : (await answer.json()).problem);
    } catch {
      // the next step tells, or this one does when the server is back
      this.later = setTimeout(() => this.moved(), AGAIN_AFTER);
    }
  }
}

class Following {
  constructor(tour, address) {
    this.tour = tour;
    this.address = address;
    this.alone = location.hash.length > 1;  // the address of a step was opened, and not the tour's
    this.button = h("button", { type: "button", class: "btn go return", hidden: true, onclick: () => this.back() }, t("show.return"));
    tour.view.host.querySelector(".keys").prepend(this.button);
    this.turn = -1;
    this.listen();
  }

  /** A step of one's own: from now on the class goes on alone. */
  moved(told) {
    if (told) return;
    this.alone = true;
    this.button.hidden = this.step === undefined;
  }

  back() {
    this.alone = false;
    this.button.hidden = true;
    if (this.step !== undefined) this.tour.go(this.step, true);
  }

  async listen() {
    for (;;) {
      try {
        const answer = await fetch(`${this.address}?after=${this.turn}`, { signal: AbortSignal.timeout(LONGEST_WAIT) });
        if (!answer.ok) throw new Error(`${answer.status}`);
        const { turn, step } = await answer.json();
        this.turn = turn;
        if (step !== null) {
          this.step = step;
          if (this.alone) this.button.hidden = false;
          else this.tour.go(step, true);
        }
      } catch {
        await new Promise((done) => { setTimeout(done, AGAIN_AFTER); });  // the network is away: looking around goes on
      }
    }
  }
}
