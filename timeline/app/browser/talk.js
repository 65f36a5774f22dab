// Asking the server and telling it: JSON both ways. What goes wrong is an Error whose message is a sentence for people.

const AT = "/timeline/desk/";
const WORD_KEPT = "timeline-word";
/** Said where the server does not answer. */
const away = () => t("frame.away");

/** The word for editing that was given in this window. Header values hold no other letters than these. */
const wordGiven = () => encodeURIComponent(sessionStorage.getItem(WORD_KEPT) || "");

async function answerOf(sending) {
  let response;
  try {
    response = await sending;
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Error(away());
  }
  const answer = await response.json().catch(() => ({ problem: away() }));
  if (!response.ok) throw Object.assign(new Error(answer.problem || away()), { status: response.status });
  return answer;
}

/** What the server has at an address under ours. */
const ask = (path) => answerOf(fetch(AT + path, { headers: { "X-Timeline": wordGiven() } }));

/** Tells the server what a person wishes, and gives its answer. */
const tell = (path, wish) => answerOf(fetch(AT + path, {
  method: "POST", headers: { "X-Timeline": wordGiven(), "Content-Type": "application/json" }, body: JSON.stringify(wish),
}));

/** Said of a file that went away, or that who uses the browser may not read: to send it would fail like a lost server. */
const CLOSED = "The browser can’t open it: look whether it is still there and who may read it, then bring it in again.";

/** Sends a file as it is: {sent, stop}; where it was stopped, `sent` throws an AbortError. */
function send(path, file) {
  const stopping = new AbortController();
  const opened = file.slice(0, 1).arrayBuffer().catch(() => { throw new Error(CLOSED); });
  const sent = opened.then(() => answerOf(fetch(AT + path, {
    method: "POST", headers: { "X-Timeline": wordGiven(), "Content-Type": "application/octet-stream" }, body: file, signal: stopping.signal,
  })));
  return { sent, stop: () => stopping.abort() };
}
