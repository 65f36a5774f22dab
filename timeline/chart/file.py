"""The explorer as one HTML file: script, style and data in it, opened from disk, asking nothing of any host."""

from __future__ import annotations

import base64
import gzip
import html
from collections.abc import Mapping
from typing import Any, Literal

from timeline.chart.assets import HTML, SCRIPTS, script, style
from timeline.chart.inline import hash_source, inline_json
from timeline.chart.labels import cut, shown
from timeline.chart.payload import payload
from timeline.chart.quotes import quotes_only
from timeline.model import Collection

Articles = Literal["whole", "quotes"]

LARGE = 2_000_000
"""Characters of data up to which they stand in the file as they are, for whoever looks into it."""

LISTED = 2_000
"""Events that are listed for viewers that run no scripts."""

FILE_SCRIPT = "file.js"
FILE_STYLE = "file.css"


def html_file(collection: Collection, *, title: str, articles: Articles = "whole") -> str:
    """The explorer of a collection as the text of an HTML file, to be written as UTF-8.

    ``articles``: ``"whole"`` has each article in full, ``"quotes"`` only its sentences that speak of time. The file
    holds no Plotly.js, which is ten times as large as all the rest: its marks are drawn as SVG and look the same. A
    Content-Security-Policy allows the file's own script and style and nothing else. Raises ``EdtfError`` as
    ``payload`` does.
    """
    return html_page(payload(quotes_only(collection) if articles == "quotes" else collection), title=title)


def html_page(data: Mapping[str, Any], *, title: str) -> str:
    """The same, from the explorer's data of a collection."""
    name = cut(shown(title))
    frame = {"choices": [{"id": "", "title": name}], "key": "", "title": name, "stamp": "", "problems": []}
    code = script(*SCRIPTS, FILE_SCRIPT)
    looks = style() + style(FILE_STYLE)
    policy = (
        f"default-src 'none'; script-src {hash_source(code)}; style-src {hash_source(looks)}; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{html.escape(policy)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n'
        f"<title>{html.escape(name)}</title>\n<style>{looks}</style>\n</head>\n<body>\n<main>{HTML}</main>\n"
        f"<noscript>{_without_script(data, name)}</noscript>\n"
        f"{_data_element(inline_json({**data, **frame}))}\n"
        f'<script type="module">{code}</script>\n</body>\n</html>\n'
    )


def _data_element(text: str) -> str:
    """The data as an element of the page: as they are, or pressed where they are large.

    Pressed, ``gzip`` in base64, they are a seventh; the page opens them itself (DecompressionStream, which browsers
    have since 2023).
    """
    if len(text) <= LARGE:
        return f'<script type="application/json" id="data">{text}</script>'
    pressed = base64.b64encode(gzip.compress(text.encode("utf-8"), 6, mtime=0)).decode("ascii")
    return f'<script type="text/plain" id="pressed">{pressed}</script>'


def _without_script(data: Mapping[str, Any], title: str) -> str:
    """The events as a list, for viewers that run no scripts, such as the preview of some phones."""
    events = data["events"]
    rows = "".join(
        f"<li><b>{html.escape(_dates(event))}</b> {html.escape(event['headline'])}</li>" for event in events[:LISTED]
    )
    more = f"<p>And {len(events) - LISTED:,} more.</p>" if len(events) > LISTED else ""
    return f"<h1>{html.escape(title)}</h1><p>Open this file in a browser to see the timeline.</p><ol>{rows}</ol>{more}"


def _dates(event: Mapping[str, Any]) -> str:
    """The date of an event, and those of articles that differ."""
    return " or ".join(dict.fromkeys([event["when"], *(other["when"] for other in event["differ"])]))
