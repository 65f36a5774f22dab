from itertools import pairwise

import pytest

from timeline.chart.labels import WIDTHS, labels, shown

LONG = "The council of the town agrees with the ferrymen on the price of a crossing by night and in storms"


def test_labels_get_shorter_and_end_between_words():
    short = labels(LONG)
    assert [len(a) > len(b) for a, b in pairwise(short)] == [True] * (len(short) - 1)
    for label in short:
        assert len(label) <= max(WIDTHS) + 1
        assert LONG.startswith(label.removesuffix("…"))
        assert LONG[len(label) - 1] == " "


def test_a_short_headline_is_its_own_label():
    assert labels("It rains") == ("It rains",)


@pytest.mark.parametrize(
    ("headline", "last"),
    [("The old treaty of friendship", "The old treaty…"), ("He went to and from the town", "He went…")],
)
def test_no_label_ends_in_a_word_that_says_nothing(headline, last):
    assert labels(headline)[-1] == last


@pytest.mark.parametrize("headline", ["War in the mountains of the north", "The treaty of friendship and of help"])
def test_no_label_is_a_single_word(headline):
    assert all(len(label.split()) > 2 for label in labels(headline))


def test_a_word_longer_than_a_label_is_not_cut():
    word = "Donaudampfschifffahrtsgesellschaftskapitänswitwe" * 2
    assert labels(word) == ()
    assert labels(f"Of {word}") == ()


@pytest.mark.parametrize(
    ("text", "visible"),
    [("a\x07b", "a␇b"), ("\x1b[31m", "␛[31m"), ("\x7f", "␡"),
     ("a\tb\nc", "a\tb\nc"), ("\x85", "\ufffd"), ("é 😀", "é 😀"), ("\ud800", "\ufffd"),
     ("\u202eabc\u202c", "\ufffdabc\ufffd"), ("\u2067a\u2069", "\ufffda\ufffd"), ("\u05d0\u200f", "\u05d0\u200f")],
)  # fmt: skip
def test_control_characters_are_made_visible_one_for_one(text, visible):
    assert shown(text) == visible
    assert len(shown(text)) == len(text)
