"""What is put by as bytes comes back as it was, and equal short texts and sets are held once."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from timeline.merge.kinds import kinds
from timeline.model import Anchor, Mention, Span
from timeline.normalize.words import words_of
from timeline.packing import packed, unpacked


@dataclass(frozen=True, slots=True)
class Alone:
    only: str


@dataclass(frozen=True, slots=True)
class Counted:
    words: tuple[str, ...]
    count: int = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "count", len(self.words))


@dataclass
class Open:
    name: str
    seen: list[str]


MENTION = Mention(
    "a-3", "a", 3, 7, "1950", "DATE", "1950", None, "1950", "A", "year", ("a year",), Anchor("publication", "1951")
)


@pytest.mark.parametrize(
    "one",
    [
        MENTION,
        Alone("Lund"),
        Counted(("Lund", "Oslo")),
        Open("Lund", ["Oslo"]),
        (Span(1, 2), {"Lund": frozenset({"Oslo"})}, "x" * 1000, None, 1.5),
        "",
    ],
)
def test_it_comes_back_as_it_was(one: object) -> None:
    assert unpacked(packed(one)) == one


def test_what_a_record_works_out_for_itself_is_worked_out_again() -> None:
    assert unpacked(packed(Counted(("Lund", "Oslo")))).count == 2


@pytest.mark.parametrize("one", [kinds().families[0], words_of("en")])
def test_of_a_table_of_the_language_only_the_name_is_kept(one: object) -> None:
    assert unpacked(packed(one)) is one
    assert len(packed(one)) < 200


def test_of_what_is_known_only_the_place_is_kept() -> None:
    document = ["a long text"] * 1000
    data = packed({"here": document, "there": [document, "new"]}, ("other", document))
    assert len(data) < 200
    back = unpacked(data, ("other", document))
    assert back["here"] is document
    assert back["there"][0] is document


def test_equal_short_texts_and_sets_are_held_once() -> None:
    same: dict[object, object] = {}
    one, other = (unpacked(packed(("the " + town, frozenset({town}))), (), same) for town in ("Lund", "Lund"))
    assert one[0] is other[0]
    assert one[1] is other[1]
