"""Offsets of a text and of what a pass sees of it."""

import pytest

from timeline.find.engine import find
from timeline.find.views import plain_view, view_with_marks


@pytest.mark.parametrize("text", ["", "plain", "é", "a😀b" * 200, "x" * 600 + "–", "\ud800 é", "\ue000\u2028é"])
def test_bytes_and_code_points_tell_of_the_same_places(text: str) -> None:
    offsets = plain_view(text).offsets
    for at in range(len(text) + 1):
        byte = len(text[:at].encode("utf-8", "surrogatepass"))
        assert (offsets.byte(at), offsets.code_point(byte)) == (byte, at)


@pytest.mark.parametrize("char", ["\r", "\x0b", "\x85", "\u2028", "\ue000"])
def test_what_breaks_lines_or_looks_like_a_mark_is_line_feeds(char: str) -> None:
    view = plain_view(f"é{char}b")
    assert view.data.replace(b"\n", b"") == "éb".encode()
    assert view.place(len(view.data) - 1) == 2


def test_a_mark_stands_for_its_match_and_the_rest_stays() -> None:
    text = "“Zoë” fell in 1848 – or 1849?"
    found = find(text)
    first, second = (f for f in found if f.text in {"1848", "1849"}) if len(found) > 1 else found[0].parts.values()
    view = view_with_marks(plain_view(text), (first, second), {first.rule: "\ue001"})
    assert view.data.decode() == "“Zoë” fell in \ue001 – or \ue001?"
    at = view.data.index("\ue001".encode())
    assert view.mark(at) is first
    assert [view.place(place) for place in (at, at + 3, len(view.data))] == [first.start, first.end, len(text)]
