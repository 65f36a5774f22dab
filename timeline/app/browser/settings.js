// Settings: what this window and this computer keep to.

const NAME_KEPT = "timeline-name";

/** What the person at this window is called in the log of decisions; empty until they say. */
const myName = () => localStorage.getItem(NAME_KEPT) || "";

const LIMIT_WORDS = {
  file_bytes: ["Largest file, in MB", 1e6, "Larger files are refused."],
  pages: ["Most pages of a PDF", 1, "Longer ones are refused."],
  files: ["Most files in an archive", 1, "Of larger ones the first are read."],
  seconds: ["Longest time for one file, in seconds", 1, "Then it is given up, and the next one is read."],
};

PAGES.settings = (desk, given) => {
  const host = h("div", { class: "settings" });
  const page = { title: "Settings", parts: [host], again: draw, holds: () => begun(host) };
  function draw(told) {
    const about = h("p", { class: "dim about-line" }, `Timeline ${told.version}. No accounts, no telemetry${desk.frame.word ? "; nothing is noted of who reads." : "; nothing leaves this computer."}`);
    const name = field("Your name", { value: myName(), maxlength: 100 }, { help: "Stands beside what you decide, so that others see who it was. Kept in this browser." });
    const you = section("You", null, form("Keep", [name.host], () => {
      localStorage.setItem(NAME_KEPT, name.input.value.trim());
      desk.says("Kept in this browser.");
    }));
    if (told.reader) {
      const [title, words, act] = told.edits ? ["Editing", "With the word that you gave you may bring in articles and check them, in what is shared. Limits, fetching and backups are left to who shares it.", "Give another word"]
        : ["Reading only", "What is shared here may be read, and nothing is noted of what you look at. Who shares it has a word for editing: with it you may bring in articles and check them.", "Give the word"];
      host.replaceChildren(...[pageHead("Settings"), told.edits ? you : null, section(title, words, h("div", { class: "acts" }, button(act, () => desk.askWord()))), about].filter(Boolean));
      return;
    }
    const fetch_ = h("input", { type: "checkbox", id: "fetch", checked: told.fetch });
    const limits = Object.entries(LIMIT_WORDS).map(([key, [words, unit, help]]) => [key, unit,
      field(words, { type: "number", required: true, min: 1, step: "any", value: told.limits[key] / unit, inputmode: "decimal" }, { help: `${help} Usually ${grouped(told.usual[key] / unit)}.` })]);
    host.replaceChildren(pageHead("Settings"), you,
      section("Pages from the web", "A page can be fetched by its address and its text kept. This is the only thing for which Timeline ever uses the network: who runs the page’s server sees that you asked for it.",
        told.always ? h("p", {}, "It is switched on for as long as the app runs: it was started so.")
          : form("Keep", [h("div", { class: "check" }, fetch_, h("label", { for: "fetch" }, "Pages may be fetched by their address"))],
            () => keep({ fetch: fetch_.checked }))),
      section("Limits", "What a file that is brought in may cost at most: a damaged or hostile one must not stop everything.",
        form("Keep", limits.map(([, , { host: one }]) => one), () => keep({ limits: Object.fromEntries(limits.map(([key, unit, { input }]) => [key, Number(input.value) * unit])) }), "pairs")),
      section("Where it is kept", "Every change is saved when it is made. A backup is one file with all collections; “timeline restore FILE” brings it back.",
        h("p", { class: "place" }, told.place), h("div", { class: "acts" }, button("Save a backup", () => backup(desk)))),
      section("Files that were opened", "Of collection files of more than 5 MB, dates and headlines are kept, so that they open sooner the next time. The files themselves are read where they lie.",
        ...(told.opened.files ? [h("p", { class: "place" }, `${told.opened.place} (${sizeWords(told.opened.bytes)})`), h("div", { class: "acts" }, button("Delete what is kept", () => forget()))]
          : [h("p", {}, "Nothing is kept now.")])), about);
  }
  const keep = (wish) => desk.does(() => tell("settings", wish)).then((done) => done && desk.says("Kept."));
  const forget = () => desk.does(() => tell("forget", {})).then((done) => done && desk.says("Deleted."));
  draw(given);
  return page;
};

const section = (title, words, ...parts) => h("section", {}, h("h2", {}, title), words ? h("p", {}, words) : null, parts);

function form(words, fields, act, className = "") {
  return h("form", { class: className, onsubmit: (event) => { event.preventDefault(); act(); } }, fields, h("div", { class: "acts" }, h("button", { type: "submit", class: "btn" }, words)));
}

/** Fetches a file that only our own pages may ask for, and saves it. */
async function backup(desk) {
  try {
    const response = await fetch(`${AT}backup`, { method: "POST", headers: { "X-Timeline": wordGiven() } });
    if (!response.ok) throw new Error((await response.json().catch(() => ({}))).problem || away());
    const name = /filename="?([^";]+)/.exec(response.headers.get("content-disposition") || "")?.[1] || "timeline.backup";
    const url = URL.createObjectURL(await response.blob());
    h("a", { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  } catch (error) {
    desk.says(error instanceof TypeError ? away() : error.message);
  }
}
