// Where the explorer stands: the data that the page gives it.

const explorers = new WeakMap();

/** The frame that the page was given, with the outline of its collection from the server. */
async function fetched(frame) {
  if (!frame.source) return frame;
  try {
    const outline = await outlineAt(`${frame.source}?${frame.stamp}`);
    return { ...frame, ...outline, problems: [...frame.problems, ...outline.problems] };
  } catch {
    return { ...frame, lanes: [], documents: [], events: [], undated: [], aside: [], counts: { event: 0, undated: 0, aside: 0 },
      problems: [...frame.problems, "The collection could not be fetched: the server does not answer. Load the page again when it does."] };
  }
}

const LOOK_AGAIN = 2000;  // ms
const GONE = [404, 410];  // HTTP's statuses of a collection that was deleted: the page says so

/** Asks now and then whether the collection was changed, by another window or by a reading; then the page is told. */
function listenFor(explorer) {
  let known;
  const look = async () => {
    const { pulse } = explorer.given || {};
    if (!pulse || document.hidden) return;
    const answer = await fetch(pulse).then((response) => (response.ok ? response.json() : GONE.includes(response.status) ? {} : null), () => null);
    if (!answer || explorer.given?.pulse !== pulse) return;
    const revision = `${pulse} ${answer.revision ?? "gone"}`;
    if (known && known !== revision) explorer.anew();
    known = revision;
  };
  const looking = setInterval(look, LOOK_AGAIN);
  return () => clearInterval(looking);
}

export default function mount({ parentElement, data: [data], setStateValue }) {
  let explorer = explorers.get(parentElement);
  const root = parentElement.querySelector(".explorer");
  if (!explorer || explorer.root !== root) {
    explorer?.leave();
    explorer = new Explorer(root);
    explorer.stopRoom = takeTheRoom(root);
    explorer.stopListening = listenFor(explorer);
    explorer.waiting = new Waiting(explorer);
    explorers.set(parentElement, explorer);
  }
  root.dataset.theme = themeOf(root);
  explorer.chart.restyled();
  explorer.tell = setStateValue;
  explorer.given = data;
  const frame = JSON.stringify(data);
  if (explorer.frame !== frame) {
    explorer.frame = frame;
    explorer.waiting.begin(data);
    fetched(data).then((whole) => {
      if (explorer.frame !== frame) return;
      explorer.waiting.over();
      root.removeAttribute("aria-busy");
      explorer.show(whole);
    });
  } else if (explorer.data) {
    explorer.chart.draw();
  }
  return () => {
    explorer.stopRoom();
    explorer.stopListening();
    explorer.waiting.over();
    explorer.leave();
    explorers.delete(parentElement);
  };
}
