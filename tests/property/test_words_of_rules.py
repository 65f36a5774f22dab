"""Whatever words a rule finds, its reading knows what to do with them: no table lacks a word of a pattern."""

from __future__ import annotations

from itertools import cycle

import pytest

from tests.property.promises import broken
from tests.property.wording import wordings
from timeline.languages import languages

AROUND = (
    "It was {}.",
    "The mill burnt on 3 May 1911. It came {} and ended.",
    "They met at {} in 1877.",
    "The fair is held {} every year.",
)
PUBLISHED = (None, "2013-02-12", "1894-03")
TIMES = {"en": 4}  # of each rule; an alternative of a pattern has its turn in so many


@pytest.mark.parametrize("language", languages())
def test_no_words_of_a_rule_trip_its_reading(language: str) -> None:
    around, published = cycle(AROUND), cycle(PUBLISHED)
    for rule, words in wordings(language, TIMES.get(language, 3)):
        text, day = next(around).format(words), next(published)
        assert (what := broken(text, day)) is None, f"{what}\n{text!r}, published {day}, made of {rule}"
