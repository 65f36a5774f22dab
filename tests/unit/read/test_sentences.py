"""Sentences end where a reader says that they end, and their offsets are true."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.read import sentences
from timeline.read.sentences import split_sentences


def pieces(text: str, language: str = "en") -> list[str]:
    return [text[span.start : span.end] for span in split_sentences(text, language)]


@pytest.mark.parametrize(
    "sentence",
    [
        "He lived c. 500 BC.",
        "The wall was built ca. 480 B.C. by the second king.",
        "In 7 B.C. the census was held.",
        "They met on Oct. 5, 1950, and again on Sept. 17.",
        "At 9:42 p.m. Eastern Time the door opened.",
        "The boat left at 5 a.m. on Jan. 6.",
        "Gen. Arthur Reed and Lt. Col. Marsh waited.",
        "Lieut. Gen. Marsh signed No. 5 of the papers.",
        "The U.S. Navy and the U.N. Security Council agreed.",
        "The poet (d. 43 B.C.) wrote it in vol. 3, pp. 30–35.",
        "It opened approx. 1930 and closed on Mon. 5 May.",
        "The firm, est. 1905, was sold.",
        "J. F. Marsh of St. Anne's met Mr. and Mrs. Reed.",
        "“We are not going!” he said.",
        "1. The first master came in 1950.",
    ],
)
def test_one_sentence(sentence: str) -> None:
    assert pieces(sentence) == [sentence]
    assert pieces(f"{sentence} Then winter came.")[0] == sentence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fort fell in 1950. Then he went home.", ["The fort fell in 1950.", "Then he went home."]),
        ("By 70 A.D. The temple lay in ruins by then.", None),
        ("He left at 5 p.m. The ship sank at six.", ["He left at 5 p.m.", "The ship sank at six."]),
        ("Was it 1961? It was.", ["Was it 1961?", "It was."]),
        ("They went in Dec. He stayed.", ["They went in Dec.", "He stayed."]),
        ("One line\nanother, 1950\r\nand a third", ["One line", "another, 1950", "and a third"]),
        ("a\u2028b\x0cc\x85d", ["a", "b", "c", "d"]),
        ("  \n\t\n", []),
        ("", []),
    ],
)
def test_several(text: str, expected: list[str] | None) -> None:
    found = pieces(text)
    assert found == expected if expected is not None else len(found) == 2


@pytest.mark.parametrize("language", ["de", "zh", "ja", "xx", ""])
def test_other_languages_are_split_too(language: str) -> None:
    assert pieces("Das Tor fiel. Alle kamen.", language) == ["Das Tor fiel.", "Alle kamen."]


@given(st.text(alphabet=st.sampled_from("aB .!?\n\r\t19é😀“”’)(\u2028\u00a0Mr"), max_size=80))
def test_offsets_are_proved(text: str) -> None:
    spans = split_sentences(text)
    at = 0
    for span in spans:
        assert at <= span.start < span.end
        assert text[at : span.start].strip() == ""
        assert text[span.start : span.end] == text[span.start : span.end].strip()
        assert not set(text[span.start : span.end]) & set("\n\x0b\x0c\x85\u2028\u2029")
        at = span.end
    assert text[at:].strip() == ""


def test_a_splitter_that_lies_costs_the_split_and_not_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    def lying(language: str, text: str) -> list[dict[str, object]]:
        return [{"start_index": 0, "end_index": 3, "text": text[1:4]}]

    monkeypatch.setattr(sentences, "get_sentence_boundaries", lying)
    assert pieces("One. Two.\nThree.") == ["One. Two.", "Three."]
