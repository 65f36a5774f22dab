"""The explorer's HTML, CSS and JavaScript, and Plotly.js from the installed ``plotly`` package.

The script is one ES module made of small files that share one scope: they are joined in the order of
``SCRIPTS``, each may use what an earlier one defines, and the last exports ``mount``. No build step.
"""

from __future__ import annotations

from functools import cache
from importlib import metadata, resources
from importlib.util import find_spec
from pathlib import Path

from timeline.errors import TimelineError

SCRIPTS = (
    "dom.js", "redraw.js", "labels.js", "data.js", "time.js", "index.js", "layout.js", "crowd.js",
    "background.js", "marks.js", "standing.js", "plot.js", "gestures.js", "heads.js", "summary.js", "axis.js",
    "described.js", "moving.js", "resting.js", "chart.js", "scale.js", "overview.js", "nearby.js", "cite.js",
    "citing.js", "joins.js", "card.js", "reader.js", "rows.js", "table.js", "years.js", "bar.js", "page.js",
    "legend.js", "picture.js", "paper.js", "save.js", "address.js", "find.js", "found.js", "filters.js", "lanes.js",
    "sheet.js", "finding.js",
    "reading.js", "begin.js", "explorer.js", "room.js", "waiting.js", "mount.js",
)  # fmt: skip

STYLES = ("explorer.css", "bar.css", "table.css", "card.css", "reader.css", "find.css")

HTML = '<div class="explorer"></div>'


@cache
def script(*names: str) -> str:
    """The explorer's script, or only the named files of it, joined."""
    return "\n".join(_text(name) for name in names or SCRIPTS)


@cache
def style(*names: str) -> str:
    """The explorer's style sheet, or only the named files of it, joined."""
    return "\n".join(_text(name) for name in names or STYLES)


def plotly_file() -> Path:
    """Where the installed ``plotly`` package keeps ``plotly.min.js``. Does not import plotly."""
    found = find_spec("plotly")
    for place in (found and found.submodule_search_locations) or ():
        file = Path(place) / "package_data" / "plotly.min.js"
        if file.is_file():
            return file
    raise TimelineError("The package plotly with its plotly.min.js is missing: install it with pip install plotly.")


@cache  # to look the version up takes longer than all else that a page is told
def plotly_address() -> str:
    """The path under which the app serves Plotly.js. It names the version, so that browsers may keep the file."""
    return f"/timeline/plotly-{metadata.version('plotly')}.min.js"


def _text(name: str) -> str:
    return resources.files("timeline.chart").joinpath(name).read_text(encoding="utf-8")
