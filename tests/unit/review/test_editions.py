"""Two editions of an article, sentence by sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.review.made import article
from timeline.model import Document
from timeline.read import read_documents
from timeline.review.editions import compare_sentences, pieces

FIRST = "The mill burnt down in 1940. Nobody was hurt. The town built a school in 1952. It has four rooms."


def edition(tmp_path: Path, text: str) -> Document:
    (tmp_path / "post.txt").write_text(f"The mill\n\n{text}\n", encoding="utf-8")
    return read_documents(tmp_path)[0]


@pytest.mark.parametrize(
    ("text", "added", "gone", "reworded"),
    [
        (FIRST, [], [], []),
        (FIRST.replace("in 1940", "in  1940"), [], [], []),
        (FIRST + " A bridge followed.", ["A bridge followed."], [], []),
        (FIRST.replace(" Nobody was hurt.", ""), [], ["Nobody was hurt."], []),
        (FIRST.replace("1940", "1941"), [], [], [("The mill burnt down in 1940.", "The mill burnt down in 1941.")]),
        (
            FIRST.replace("Nobody was hurt.", "The fire brigade came too late."),
            ["The fire brigade came too late."], ["Nobody was hurt."], [],
        ),
        ("It has four rooms. " + FIRST.removesuffix(" It has four rooms."), [], [], []),
        (
            FIRST.replace("The town built a school", "In the end the town built a new school"), [], [],
            [("The town built a school in 1952.", "In the end the town built a new school in 1952.")],
        ),
    ],
    ids=["itself", "white space", "added", "gone", "another date", "another sentence", "moved", "other words"],
)  # fmt: skip
def test_sentences_that_came_went_or_changed(tmp_path: Path, text, added, gone, reworded) -> None:
    before, after = edition(tmp_path, FIRST), edition(tmp_path, text)
    found = compare_sentences(before, after)
    assert (list(found.added), list(found.gone), list(found.reworded)) == (added, gone, reworded)
    assert found.same == len(before.sentences) - len(gone) - len(reworded)
    assert found.differ is bool(added or gone or reworded)
    back = compare_sentences(after, before)
    assert (list(back.added), list(back.gone)) == (gone, added)
    assert list(back.reworded) == [(new, old) for old, new in reworded]


def test_the_words_that_differ_are_told_apart() -> None:
    one, other = pieces("The mill burnt down in 1940.", "The old mill burnt down in May 1940.")
    assert one == ((False, "The "), (False, "mill burnt down in "), (False, "1940."))
    assert [words for alone, words in other if alone] == ["old ", "May "]
    for side, sentence in ((one, "The mill burnt down in 1940."), (other, "The old mill burnt down in May 1940.")):
        assert "".join(words for _, words in side) == sentence


def test_an_empty_article_against_one_with_words() -> None:
    empty, full = article("a.txt", "2011-05-02", ""), article("b.txt", "2011-05-02", FIRST)
    found = compare_sentences(empty, full)
    assert (found.same, found.gone, len(found.added)) == (0, (), len(full.sentences))
