// Telling the class board an answer: without a name, once for each card, and later where there is no network just now.
// Where the teacher has not opened the board, nothing is told.

const PATIENCE = 20_000;  // ms: a connection that is silent for so long is dead

class Sending {
  constructor(address, counted) {
    this.address = address;
    this.counted = counted;
    this.waiting = [];
    this.device = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
    addEventListener("online", () => this.send());
  }

  tell(card, answer) {
    this.waiting.push({ card, answer });
    this.send();
  }

  /** Asked anew each time: a teacher may open the board, or close it, while a class is at work. */
  async isOpen() {
    const response = await fetch(`${this.address}/open`, { signal: AbortSignal.timeout(PATIENCE) });
    if (!response.ok) throw new Error(`${response.status}`);
    return (await response.json()).open;
  }

  async send() {
    if (this.busy) return;
    this.busy = true;
    try {
      while (this.waiting.length) {
        if (!(await this.isOpen())) {
          this.waiting = [];
          return;
        }
        const response = await fetch(`${this.address}/answer`, { method: "POST", headers: { "X-Timeline": "", "Content-Type": "application/json" },
          body: JSON.stringify({ ...this.waiting[0], device: this.device }), signal: AbortSignal.timeout(PATIENCE) });
        if (response.status >= 500) throw new Error(`${response.status}`);
        const { card } = this.waiting.shift();
        if (response.ok && (await response.json()).counted) this.counted(card);
      }
    } catch {
      clearTimeout(this.later);  // away: the exercise goes on, and what was answered is told when the network is back
      this.later = setTimeout(() => this.send(), 15_000);
    } finally {
      this.busy = false;
    }
  }
}
