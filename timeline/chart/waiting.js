// What stands on the page while the server makes a large collection ready: what is waited for, and how far it is.

const WAITS_UNSEEN = 500;  // ms in which nearly everything is there
const LOOK_HOW_FAR = 400;  // ms

class Waiting {
  constructor(explorer) {
    this.explorer = explorer;
    this.words = h("p", { role: "status" });
    this.bar = h("progress", { "aria-label": "Made ready", max: 1 });
    this.title = h("h1");
    this.host = h("div", { class: "wrap waiting-for" }, this.title, this.words, this.bar);
  }

  /** The outline of a collection is on its way; from now on that is said, where it takes long. */
  begin(frame) {
    this.over();
    if (!frame.source) return;
    this.frame = frame;
    this.next = setTimeout(() => this.show(), WAITS_UNSEEN);
  }

  show() {
    const { explorer, frame } = this;
    if (explorer.data?.key === frame.key) return;  // it comes anew: who reads it goes on
    explorer.drawBar(frame);
    this.title.textContent = frame.title;
    this.words.textContent = "The timeline is on its way.";
    this.bar.removeAttribute("value");
    explorer.root.classList.add("waiting");
    explorer.bar.after(this.host);
    this.look();
  }

  async look() {
    const { frame } = this;
    const { share = null } = await fetch(`${frame.source}/making`).then((answer) => answer.json()).catch(() => ({}));
    if (this.frame !== frame) return;
    if (share !== null) {
      say(this.words, "The timeline is being made ready. Of a large collection that takes seconds after an update; then it is there at once.");
      if (share) this.bar.value = share;
    }
    this.next = setTimeout(() => this.look(), LOOK_HOW_FAR);
  }

  /** It is here, or somebody went elsewhere. */
  over() {
    clearTimeout(this.next);
    this.frame = null;
    this.explorer.root.classList.remove("waiting");
    this.host.remove();
  }
}
