"""Where in a text a match may begin."""

import pytest
import re2

from timeline.find.beginnings import beginnings

LEADS = ["today", "winter \\w?", "the winter ", "in \\d", "\\d\\w?", "['’]\\d"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Winter came today", [0, 12]),
        ("the winter, THE WINTERS", [0, 4]),
        ("the spring", []),
        ("in 1950 and in Paris", [0, 3]),
        ("in\u00a01950", [0, 4]),
        ("1950–1953, 3.5", [0, 13]),
        ("a1950", []),
        ("in ’50", [0, 3, 6]),
        ("yesterday", []),
        ("", []),
    ],
)
def test_places(text: str, expected: list[int]) -> None:
    assert list(beginnings(LEADS, [], re2.Options()).places(text.encode())) == expected


def test_what_is_looked_for_whole() -> None:
    looked_for = beginnings([], ["of the age of \\d+"], re2.Options())
    assert list(looked_for.places(b"of the age, of the age of 7")) == [12, 15, 19, 23, 26]
