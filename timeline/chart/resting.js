// What is done while the window of a chart rests: Plotly draws, and the next motion is made ready.

const REST = 250;        // milliseconds without a motion after which Plotly draws
const REHEARSED = [0.8, 0.6, 0.4, 0.2];  // parts of the window to which a motion goes in its rehearsal
const AHEAD = 800;       // events, the worthiest, whose words are measured before a motion shows them
const SLICE = 5;         // milliseconds that this takes at a time

class Rest {
  constructor(chart) {
    this.chart = chart;
    this.rehearsed = false;
  }

  /**
   * Begins with what was drawn: Plotly draws it too, which takes it longer than a frame (until then the firm marks are
   * those of our SVG, which look the same), and the picture of the next motion learns how it looks.
   */
  begin(view) {
    const { chart } = this;
    this.later = setTimeout(() => {
      if (!forced() && drawPlot(chart.plot, view)) chart.host.classList.add("plotted");
      chart.picture.learn([chart.under, chart.ground, chart.marks].flatMap((layer) => drawnIn.get(layer)));
      this.rehearse(REHEARSED);
    }, REST);
  }

  /** Takes back what was to be done. */
  end() {
    clearTimeout(this.later);
  }

  /**
   * Goes through the first frames of a motion once before there is one, each in its own time: frames take a third of
   * the time when the browser has run this script a few times, and the words are measured.
   */
  rehearse([part, ...rest]) {
    if (this.rehearsed || !part) {
      this.rehearsed = true;
      this.measure(0);
      return;
    }
    this.chart.paintUnseen(part);
    this.later = setTimeout(() => this.rehearse(rest), 2 * SLICE);
  }

  /** Measures the words of the worthiest events: the first frames of a motion needn't. */
  measure(from) {
    const { index: { byWorth, events }, ruler, wording } = this.chart;
    const until = performance.now() + SLICE;
    let next = from;
    while (next < Math.min(AHEAD, byWorth.length) && performance.now() < until) formsOf(events[byWorth[next++]], ruler, wording);
    if (next > from) this.later = setTimeout(() => this.measure(next), 2 * SLICE);
  }
}
