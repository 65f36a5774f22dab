"""When was an article written? Each kind of evidence, and that none is made up."""

import pytest

from timeline.find import find
from timeline.model import Document
from timeline.normalize import date_document, happenings, normalize
from timeline.read import document_from_text


def dated(*texts: str, published: str | None = None) -> list[Document]:
    documents = [document_from_text(text, file=f"{n}.txt", published=published) for n, text in enumerate(texts)]
    found = [find(d.text) for d in documents]
    known = happenings(documents, [m for d, f in zip(documents, found, strict=True) for m in normalize(d, f)])
    return [
        date_document(d, f, normalize(d, f, known=known)) for d, f in zip(documents, found, strict=True)
    ]  # fmt: skip


def test_what_is_given_stays() -> None:
    (document,) = dated("In 1998 it fell.", published="1999-05-01")
    assert (document.published.edtf, document.published.origin) == ("1999-05-01", "given")


def test_the_line_that_says_so() -> None:
    (document,) = dated(
        "The mill burns\n\nIt had stood since 1850.\n\nThis article first appeared in The Weekly Oak on 4 May 1911."
    )
    assert (document.published.edtf, document.published.origin) == ("1911-05-04", "stated")
    assert "4 May 1911" in document.published.reason


def test_an_anniversary_of_something_that_another_article_dates() -> None:
    first, second = dated(
        "The harbour treaty was signed by both towns on 5 June 1920 in the old customs house.",
        "Both towns kept the 50th anniversary of the harbour treaty with a regatta.",
    )
    assert (second.published.edtf, second.published.origin) == ("1970-06", "inferred")
    assert "50th anniversary of the harbour treaty" in second.published.reason
    assert first.published.edtf == "1920-06-05/.."


def test_an_old_anniversary_dates_nothing() -> None:
    (document,) = dated("The treaty of 1920 had its 50th anniversary. In 1998 the last signer died.")
    assert document.published.edtf == "1998/.."


def test_the_latest_date_is_only_a_bound() -> None:
    (document,) = dated("It was built in 1850 and burnt in 1911.")
    assert (document.published.edtf, document.published.origin) == ("1911/..", "inferred")
    assert document.published.reason.startswith("only a bound")


def test_a_celebration_that_the_text_dates_is_no_date_of_the_text() -> None:
    (document,) = dated("The town burnt in 1945. On the 50th anniversary of the fire, in 1995, a bell was hung.")
    assert document.published.edtf == "1995/.."


def test_a_plan_is_no_bound() -> None:
    (document,) = dated("It burnt in 1911 and will reopen on 12 May 2031.")
    assert document.published.edtf == "1911/.."


@pytest.mark.parametrize("text", ["No time is told here.", "On Sunday it rained."])
def test_nothing_is_guessed(text: str) -> None:
    (document,) = dated(text)
    assert (document.published.edtf, document.published.origin) == (None, "unknown")
