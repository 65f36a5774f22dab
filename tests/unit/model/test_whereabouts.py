"""Where a sentence stands, as a citation says it."""

from __future__ import annotations

import pytest

from timeline.model import Document, Locator, Whereabouts

TEXT = "The bridge\n\nIt was built in 1931.\nIt fell in 1940.\n \nNobody was hurt."
PAGES = (Locator("page", "xii", 0), Locator("page", "1", 12))
CHAPTERS = (Locator("chapter", "The fall", 34),)


def places(text: str, *locators: Locator) -> Whereabouts:
    return Whereabouts(Document(id="d", file="a.txt", text=text, sha256="00", locators=locators))


@pytest.mark.parametrize(
    ("locators", "words", "where"),
    [
        ((), "The bridge", "para. 1"),
        ((), "It was", "para. 2"),
        ((), "It fell", "para. 2"),
        ((), "Nobody", "para. 3"),
        (PAGES, "The bridge", "p. xii"),
        (PAGES, "It was", "p. 1"),
        (PAGES, "Nobody", "p. 1"),
        (CHAPTERS, "It was", "para. 2"),
        (CHAPTERS, "It fell", "The fall, para. 2"),
        (PAGES[1:], "The bridge", "para. 1"),
        (CHAPTERS + PAGES, "Nobody", "p. 1"),
    ],
)
def test_at(locators: tuple[Locator, ...], words: str, where: str) -> None:
    assert places(TEXT, *locators).at(TEXT.index(words)) == where


def test_one_paragraph_has_no_number() -> None:
    assert places("It fell in 1940.\n").at(0) is None
    assert places("").at(0) is None


def test_blank_lines_before_the_text_are_no_paragraph() -> None:
    text = "\n\n  It fell.\n\nNobody was hurt."
    assert [places(text).at(text.index(words)) for words in ("It fell", "Nobody")] == ["para. 1", "para. 2"]
