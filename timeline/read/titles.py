"""The lines that are a text's title."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from timeline.model import Zone
from timeline.read.lines import Line


@dataclass(frozen=True, slots=True)
class Titles:
    """What a title looks like: ``[title]`` and the limits of ``zones.toml``, compiled."""

    skip: Any
    marks: Any
    ends: str
    length: int
    words: int
    reason: str
    menu_reason: str


def title_lines(
    head: list[Line], given: str | None, taken: dict[int, Zone], rules: Titles
) -> tuple[str | None, dict[int, Zone]]:
    """The title and the zones of the lines of ``head`` that show it, by number of line.

    ``taken`` are lines that are something else. A title that is ``given`` stays, and lines that repeat it
    are found wherever in the head they stand.
    """
    first = _first(head, taken, rules) if given is None else None
    if first is not None:
        first = _repeated(head, first, taken, rules)
    title = given if first is None else _bare(head[first].text, rules)
    if title is None:
        return None, {}
    wanted = _plain(title)
    plain = [_plain(_bare(line.text, rules)) for line in head]
    shown = [i for i, words in enumerate(plain) if words == wanted]
    menus: list[int] = []
    if shown:
        menus = [i for i in range(shown[0]) if plain[i].endswith(" " + wanted)]
    else:  # the text words its title otherwise than the metadata do, or puts a number before it
        near = next((i for i, words in enumerate(plain) if words.endswith(" " + wanted)), None)
        near = _first(head, taken, rules) if near is None else near
        shown = [] if near is None else [near]
    zones = {i: Zone("title", head[i].span, rules.reason) for i in shown}
    return title, zones | {i: Zone("furniture", head[i].span, rules.menu_reason) for i in menus}


def _first(head: list[Line], taken: dict[int, Zone], rules: Titles) -> int | None:
    """The first line that is neither taken nor a mere label, if it looks like a title."""
    for i, line in enumerate(head[:-1]):
        if i in taken or rules.skip.fullmatch(line.text):
            continue
        return i if _looks_like_title(line, head[i + 1], rules) else None
    return None


def _looks_like_title(line: Line, below: Line, rules: Titles) -> bool:
    title = _bare(line.text, rules)
    if not title or len(title) > rules.length or len(title.split()) > rules.words:
        return False
    if line.text.startswith("#"):
        return True
    if title[-1] in rules.ends or title[0].islower() or (below.text[0].islower() and not line.gap):
        return False
    if not any(character.isalpha() for character in title):
        return False
    return line.gap or below.gap or 2 * len(below.text) > 3 * len(line.text) or below.text[-1] in '.!?”"'


def _repeated(head: list[Line], first: int, taken: dict[int, Zone], rules: Titles) -> int:
    """The line below ``first`` that ``first`` ends with: then ``first`` was the site's menu run into the title."""
    words = _plain(_bare(head[first].text, rules))
    for i in range(first + 1, min(first + 3, len(head))):
        below = _plain(_bare(head[i].text, rules))
        if i not in taken and len(below.split()) > 1 and words.endswith(" " + below):
            return i
    return first


def _bare(line: str, rules: Titles) -> str:
    """The line without Markdown's marks for headings and bold type around it."""
    start = rules.marks.match(line)
    bare = line[len(start[0]) :] if start else line
    return bare.rstrip("#*_= ")


def _plain(title: str) -> str:
    """The words of a title, for comparison: typesetting apart."""
    return " ".join(title.casefold().replace("’", "'").replace("‘", "'").split())
