"""Every line of the tables in docs/edtf.md is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from timeline.edtf import End, Interval, bounds, iso, parse, say
from timeline.errors import EdtfError

PAGE = Path(__file__).parents[3] / "docs" / "edtf.md"


def rows(*header: str) -> list[tuple[str, ...]]:
    """The rows of all tables on the page with this header, without the marks of code."""
    found, inside = [], False
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = tuple(cell.strip(" ") for cell in line.split("|")[1:-1])
        if cells == header:
            inside = True
        elif not cells:
            inside = False
        elif inside and not re.fullmatch(r"-+", cells[0]):
            found.append((cells[0][1:-1], *cells[1:]))
    return found


VALUES = rows("value", "first day", "last day", "words")
SHADES = rows("value", "mod", "words")
REFUSED = rows("value", "position", "why")


def test_the_page_has_its_tables() -> None:
    assert len(VALUES) > 45
    assert len(SHADES) > 10
    assert len(REFUSED) > 10


@pytest.mark.parametrize(("text", "first", "last", "words"), VALUES)
def test_value(text: str, first: str, last: str, words: str) -> None:
    value, limits = parse(text), bounds(text)
    ends = (value.start, value.end) if isinstance(value, Interval) else (None, None)
    shown = [
        ("unknown" if end is End.UNKNOWN else "open") if day is None else iso(day)
        for day, end in zip((limits.first, limits.last), ends, strict=True)
    ]
    assert ([first, last], words) == (shown, say(text))


@pytest.mark.parametrize(("text", "mod", "words"), SHADES)
def test_shade(text: str, mod: str, words: str) -> None:
    assert say(text, mod) == words


@pytest.mark.parametrize(("text", "position", "why"), REFUSED)
def test_refused(text: str, position: str, why: str) -> None:
    with pytest.raises(EdtfError) as error:
        parse(text)
    assert error.value.position == int(position)
    assert why
