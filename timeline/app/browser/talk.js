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
const ask = (path, options) => answerOf(fetch(AT + path, { headers: { "X-Timeline": wordGiven() }, ...options }));

/** Tells the server what a person wishes, and gives its answer. */
const tell = (path, wish) => answerOf(fetch(AT + path, {
  method: "POST", headers: { "X-Timeline": wordGiven(), "Content-Type": "application/json" }, body: JSON.stringify(wish),
}));

/** Sends a file as it is; `onPart` is told how much of it has gone, from 0 to 1. Its `stop` breaks it off. */
function send(path, file, onPart) {
  const request = new XMLHttpRequest();  // fetch can't tell how far it has come
  const sent = new Promise((done, failed) => {
    request.open("POST", AT + path);
    request.setRequestHeader("X-Timeline", wordGiven());
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.onprogress = (event) => event.lengthComputable && onPart(event.loaded / event.total);
    request.onerror = () => failed(new Error(away()));
    request.onabort = () => failed(new Error("Stopped."));
    request.onload = () => {
      let answer = {};
      try { answer = JSON.parse(request.responseText); } catch { answer = { problem: away() }; }
      if (request.status === 200) done(answer);
      else failed(new Error(answer.problem || away()));
    };
    request.send(file);
  });
  return { sent, stop: () => request.abort() };
}
