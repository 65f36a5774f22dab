"""What a pupil shows: read back as it was made, refused where a sign was misread."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.browser.made import made
from timeline.errors import TeachError
from timeline.lesson.receipt import SIGNS, read_receipt, receipt, went
from timeline.teach import DeckSettings, make_deck, own_card, redo

CASES = json.loads(Path(__file__).with_name("cases.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("code", "right", "signs"), CASES)
def test_the_first_signs_tell_the_cards(code: str, right: list[bool], signs: str) -> None:
    assert receipt(code, right)[:-2] == signs


@settings(deadline=None)  # a busy computer is no fault
@given(st.lists(st.booleans(), max_size=50))
def test_it_is_read_as_it_was_made(right: list[bool]) -> None:
    signs = receipt("K7M2QP", right)
    assert read_receipt("K7M2QP", len(right), signs) == tuple(right)
    assert read_receipt("K7M2QP", len(right), f" {signs[:1].lower()} {signs[1:]} ") == tuple(right)


def test_what_a_camera_reads_begins_with_the_code() -> None:
    signs = receipt("K7M2QP", [True, False, True])
    assert read_receipt("K7M2QP", 3, f"K7M2QP {signs}") == (True, False, True)
    with pytest.raises(TeachError):
        read_receipt("K7M2QP", 3, f"A2B3C4 {signs}")


def test_what_nobody_judges_is_neither_right_nor_wrong() -> None:
    deck = redo(made(), make_deck(made(), DeckSettings(cards=2)), own=[own_card("Why?")])
    assert went(deck, (True, False, True)) == ("right", "wrong", "open")


def test_no_single_misread_sign_passes() -> None:
    signs = receipt("K7M2QP", [True, False] * 5)
    for place in range(len(signs)):
        for other in set(SIGNS) - {signs[place]}:
            with pytest.raises(TeachError, match="no result of the exercise K7M2QP"):
                read_receipt("K7M2QP", 10, signs[:place] + other + signs[place + 1 :])


@pytest.mark.parametrize("typed", ["", "2", "O0O0", "ZZZZZZZZ", "💥" * 4, receipt("A2B3C4", [True] * 10)])
def test_what_is_none_is_refused(typed: str) -> None:
    with pytest.raises(TeachError, match="look at each sign"):
        read_receipt("K7M2QP", 10, typed)
