// What a pupil did, kept on the pupil's own device and nowhere else: answers, free texts, how far it went.

class Kept {
  constructor(code) {
    this.name = `timeline-exercise-${code}`;
    this.state = this.read();
  }

  read() {
    try {
      const state = JSON.parse(localStorage.getItem(this.name) || "null");
      return Array.isArray(state?.queue) && [state.answers, state.tries, state.free].every((one) => one && typeof one === "object") ? state : null;
    } catch {  // a file from disk may have no storage, and what another program wrote there isn't ours
      return null;
    }
  }

  write(state) {
    try {
      localStorage.setItem(this.name, JSON.stringify(state));
    } catch {
      // nothing is kept then; the exercise itself goes on
    }
  }
}
