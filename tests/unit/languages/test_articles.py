"""A short article in each language, from its text to its events."""

from pathlib import Path

import pytest

from timeline import build_timeline
from timeline.read import document_from_text

ARTICLES = {
    file.stem: file.read_text(encoding="utf-8") for file in sorted(Path(__file__).parent.joinpath("articles").iterdir())
}
DATES = ["1883-03", "1883/1887", "1887-07-14", "1944", "1945", "195X", "2013-02-11"]


@pytest.mark.parametrize("language", ARTICLES)
def test_article(language: str) -> None:
    document = document_from_text(ARTICLES[language], published="2013-02-12")
    collection = build_timeline([document])
    assert document.language == language
    assert document.title == ARTICLES[language].split("\n")[0]
    assert [m.edtf for m in collection.mentions] == DATES
    assert {m.outcome for m in collection.mentions} == {"event"}
    assert sorted(e.edtf for e in collection.events) == sorted(DATES)
    for event in collection.events:
        (citation,) = event.citations
        assert citation.selector.exact.startswith(event.headline)
        assert "\n" not in event.headline
    assert collection.rules.startswith(f"{language}-")


def test_a_collection_of_two_languages_names_the_rules_of_both() -> None:
    documents = [
        document_from_text(ARTICLES[code], file=f"{code}.txt", published="2013-02-12") for code in ("fr", "ja")
    ]
    assert [rules[:3] for rules in build_timeline(documents).rules.split()] == ["fr-", "ja-"]


@pytest.mark.parametrize("text", ["1944年？", "何が1944年に起きたのか？", "Est-ce en 1944 que le pont fut détruit ?"])
def test_a_question_makes_no_event(text: str) -> None:
    language = "fr" if text.isascii() or "Est" in text else "ja"
    assert build_timeline([document_from_text(text, language=language)]).events == ()
