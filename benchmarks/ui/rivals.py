"""Pages that show the same events with vis-timeline and TimelineJS, for measure.py."""

from __future__ import annotations

import html
import json
from dataclasses import dataclass
from pathlib import Path

from timeline.edtf import bounds, civil
from timeline.model import Collection


@dataclass(frozen=True)
class Rival:
    """What measure.py needs to know of a page: selectors, and expressions in JavaScript over ``root``."""

    name: str
    page: str
    ready: str
    root: str
    marks: str
    words: str
    said: str
    wheel: str


RIVALS = (
    Rival("vis-timeline", "vis.html", ".vis-item", "document", ".vis-item .vis-item-content",
          "document.querySelector('#card').textContent", "true", ".vis-panel.vis-center"),
    Rival("TimelineJS", "timelinejs.html", ".tl-timemarker-content-container", "document",
          ".tl-timemarker-content-container",
          "document.querySelector('.tl-timemarker-active')?.textContent || ''",
          "document.querySelector('.tl-timemarker-active')", ".tl-timenav"),
)  # fmt: skip


def write_pages(collection: Collection, folder: Path) -> None:
    """Nothing; afterwards ``folder`` holds a page for each rival with the events of a collection."""
    events = []
    for event in collection.events:
        limits = bounds(event.edtf)
        first = next((day for day in (limits.first, limits.last) if day is not None), 0)
        last = next((day for day in (limits.last, limits.first) if day is not None), 0)
        sentence = event.citations[0].selector.exact if event.citations else ""
        events.append({"id": event.id, "first": civil(first), "last": civil(last), "headline": event.headline,
                       "kind": event.kind, "sentence": sentence})  # fmt: skip
    (folder / "events.json").write_text(json.dumps(events), encoding="utf-8")
    (folder / "vis.html").write_text(_VIS, encoding="utf-8")
    (folder / "timelinejs.html").write_text(_TIMELINEJS, encoding="utf-8")


_HEAD = f"<!doctype html><meta charset=utf-8><title>{html.escape('Rival')}</title>"

_VIS = (
    _HEAD
    + """<link rel=stylesheet href="node_modules/vis-timeline/styles/vis-timeline-graph2d.min.css">
<script src="node_modules/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"></script>
<div id=chart></div><p id=card></p><script type=module>
const events = await (await fetch("events.json")).json();
const date = ([y, m, d]) => { const at = new Date(Date.UTC(2000, m - 1, d)); at.setUTCFullYear(y); return at; };
const kinds = [...new Set(events.map((e) => e.kind))];
const shown = events.map((e) => ({ id: e.id, group: e.kind, content: e.headline, start: date(e.first),
  ...(`${e.first}` === `${e.last}` ? { type: "point" } : { end: date(e.last) }) }));
const chart = new vis.Timeline(document.querySelector("#chart"), new vis.DataSet(shown),
  new vis.DataSet(kinds.map((id) => ({ id, content: id }))), { height: "600px", maxHeight: "600px" });
const byId = new Map(events.map((e) => [e.id, e]));
const choose = (id) => {
  if (id) document.querySelector("#card").textContent = `${byId.get(id).headline}: ${byId.get(id).sentence}`;
};
document.querySelector("#chart").addEventListener("click", (e) => choose(chart.getEventProperties(e).item));
</script>"""
)

_TIMELINEJS = (
    _HEAD
    + """<link rel=stylesheet href="node_modules/@knight-lab/timelinejs/dist/css/timeline.css">
<script src="node_modules/@knight-lab/timelinejs/dist/js/timeline.js"></script>
<div id=chart style="height: 700px"></div><script type=module>
const events = await (await fetch("events.json")).json();
const date = ([year, month, day]) => ({ year, month, day });
window.chart = new TL.Timeline("chart", { events: events.map((e) => ({ unique_id: e.id, group: e.kind,
  start_date: date(e.first), ...(`${e.first}` === `${e.last}` ? {} : { end_date: date(e.last) }),
  text: { headline: e.headline, text: e.sentence } })) },
{ ga_property_id: null, script_path: new URL("node_modules/@knight-lab/timelinejs/dist/js/", location).href });
</script>"""
)
