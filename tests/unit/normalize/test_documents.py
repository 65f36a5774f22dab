"""When was an article written? Each kind of evidence, and that none is made up."""

import pytest

from timeline import find_mentions
from timeline.find import find
from timeline.model import Document
from timeline.normalize import date_document, days_told, happenings, normalize
from timeline.read import document_from_text


def dated(*texts: str, published: str | None = None) -> list[Document]:
    documents = [document_from_text(text, file=f"{n}.txt", published=published) for n, text in enumerate(texts)]
    found = [find(d.text) for d in documents]
    alone = [m for d, f in zip(documents, found, strict=True) for m in normalize(d, f)]
    known, days = happenings(documents, alone), days_told(documents, alone)
    return [
        date_document(d, f, normalize(d, f, known=known), days) for d, f in zip(documents, found, strict=True)
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


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("CHRONICLE OF OAKBY\ngathered by the Friends of the Mill, second edition 1974", "1974"),
        ("WHAT I SAW\nby Anna Holm, weaver, written down for her children in the autumn of 1931", "1931-23"),
        ("Oakdale and Upper Mere Observer, Friday, November 20, 1885\n\nTHE MILL BURNS", "1885-11-20"),
    ],
)
def test_what_stands_at_the_head(head: str, published: str) -> None:
    (document,) = dated(f"{head}\n\nThe mill was built in 1850 and stood for many years beside the river.")
    assert (document.published.edtf, document.published.origin) == (published, "stated")


def test_the_year_of_a_copyright_is_not_that_of_the_text() -> None:
    (document,) = dated("The mill was built in 1850 and burnt in 1911.\n\n© 2014 Friends of the Mill")
    assert document.published.edtf == "1911/.."


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


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It burnt in 1911 and will reopen on 12 May 2031.", "1911/2031-05-12"),
        ("It burnt in 1911. The new hall is due to open in 1915.", "1911/1915"),
        ("It burnt in 1911. The trams are expected by 1913, the ferry will stop in 1920.", "1911/1913"),
        ("It burnt in 1911. The new hall was to open in 1915.", "1915/.."),
        ("It burnt in 1911. “We will rebuild it by 1905,” he had said.", "1911/.."),
        ("It fell in 1985, during the Cold War.", "1985/.."),
        ("It was built during the Cold War.", "1947/.."),
        ("It closed at the end of the Cold War.", "1991/.."),
    ],
)
def test_what_is_past_and_what_is_still_to_come(text: str, edtf: str) -> None:
    (document,) = dated(text)
    assert document.published.edtf == edtf


WIRE = "OSTROW, Aug. 14 — Soldiers strung wire along the Ostrow bridge {}. The bridge dates from 1898."
OTHERS = "On 13 August 1951 soldiers closed the Ostrow bridge with wire. It was opened again on 3 May 1960."


@pytest.mark.parametrize(
    ("report", "other", "edtf", "why"),
    [
        (WIRE.format("yesterday"), OTHERS, "1951-08-14", "another article dates what it reports “13 August 1951”"),
        (WIRE.format("last night"), OTHERS.replace("13 August", "14 August"), "1951-08-14", "without a year"),
        (WIRE.format("yesterday"), OTHERS.replace("13 August", "17 August"), "1898-08-14/..", "only a bound"),
        (
            WIRE.format("yesterday"),
            "13.8.1951. Soldiers wake the Ostrow bridge with wire.",
            "1951-08-14",
            "another article dates what it reports “13.8.1951”",
        ),
        (WIRE.format("yesterday"), OTHERS.replace("1951", "1871"), "1898-08-14/..", "only a bound"),
        (
            WIRE.format("yesterday"),
            OTHERS + " On 13 August 1954 soldiers strung wire over the bridge once more.",
            "[1951-08-14,1954-08-14]",
            "more than one year fits",
        ),
        (
            WIRE.format("yesterday, Friday"),
            OTHERS + " On 13 August 1954 soldiers strung wire over the bridge once more.",
            "1954-08-14",
            "“yesterday” was a Friday",
        ),
        (
            "OSTROW, June 5. Ada Marsh opened the Ostrow ferry 30 years ago today.",
            "On 5 June 1920 Ada Marsh opened the ferry at Ostrow.",
            "1950-06-05",
            "30 years ago",
        ),
        (WIRE.format("yesterday, Sunday"), "Nothing happened.", "1899-08-14/..", "“yesterday” was a Sunday"),
        (
            WIRE.format("yesterday, Sunday") + " The tram company’s licence will end in 1904.",
            "Nothing happened.",
            "1899-08-14",
            "“1904” is still to come",
        ),
        (WIRE.format("on Sunday, Aug. 12"), "Nothing.", "1900-08-14/..", "“Sunday, Aug. 12” was that day of the week"),
        ("OSLO, Monday, Jan. 1 — The old bridge of 1898 is shut.", "Nothing.", "1900-01-01/..", "that day of the week"),
        ("OSLO, Feb. 29 — The old bridge of 1898 is shut.", "Nothing.", "1904-02-29/..", "only a bound"),
        (
            "OSLO, Jan. 1 — Soldiers strung wire along the Ostrow bridge last night.",
            "On 31 December 1951 soldiers closed the Ostrow bridge with wire.",
            "1952-01-01",
            "31 December 1951",
        ),
        (
            "OSTROW, June 5. Both towns kept the 50th anniversary of the harbour treaty with a regatta.",
            "The harbour treaty was signed by both towns on 5 June 1920 in the old customs house.",
            "1970-06-05",
            "50th anniversary",
        ),
        (
            "OSTROW, June 9. The mayor spoke. Thirty years ago Ada Marsh opened the Ostrow ferry.",
            "Ada Marsh opened the ferry at Ostrow in 1920.",
            "1950-06-09",
            "it says “Thirty years ago” of what another article dates “1920”",
        ),
        (
            "Ada Marsh, who opened the Ostrow ferry, died in her sleep yesterday.",
            "The founder of the Ostrow ferry, Ada Marsh, died on 4 July 1934.",
            "1934-07-05",
            "it says “yesterday” of what another article dates “4 July 1934”",
        ),
        (
            "One hundred years ago today Ada Marsh opened the Ostrow ferry.",
            "Ada Marsh opened the ferry at Ostrow on 4 July 1834.",
            "1934-07-04",
            "One hundred years ago today",
        ),
        (
            "The fiftieth anniversary of the harbour treaty was marked with flags.",
            "The harbour treaty was signed by both towns on 5 June 1920 in the old customs house.",
            "1970-06-05/..",
            "of what was done then",
        ),
        (
            "The Ostrow ferry sank in 1936. A man died in his sleep yesterday.",
            "The founder of the Ostrow ferry, Ada Marsh, died on 4 July 1934.",
            "1936/..",
            "only a bound",
        ),
        (
            "This room was repainted for the 30th anniversary of the harbour treaty.",
            "The harbour treaty was signed by both towns on 5 June 1920 in the old customs house.",
            "1950-06-05/..",
            "of what was done then",
        ),
    ],
)
def test_a_year_that_the_rest_tells(report: str, other: str, edtf: str, why: str) -> None:
    first, _ = dated(report, other)
    assert (first.published.edtf, first.published.origin) == (edtf, "inferred")
    assert why in first.published.reason
    second = dated(other, report)[1]
    assert second.published == first.published, "the order of the articles changes nothing"


def test_a_dateline_that_nothing_narrows() -> None:
    (document,) = dated("OSLO, Feb. 9 — The bridge is shut.")
    assert (document.published.edtf, document.published.origin) == (None, "unknown")
    assert "“Feb. 9”" in document.published.reason


def test_a_diary_was_written_from_its_first_entry_to_its_last() -> None:
    (document,) = dated("3 May 1915\n\nWe came up last night.\n\n9 May\n\nRain. I slept.")
    assert (document.published.edtf, document.published.origin) == ("1915-05-03/1915-05-09", "stated")


@pytest.mark.parametrize("text", ["No time is told here.", "On Sunday it rained."])
def test_nothing_is_guessed(text: str) -> None:
    (document,) = dated(text)
    assert (document.published.edtf, document.published.origin) == (None, "unknown")


@pytest.mark.parametrize(
    ("text", "edtf", "why"),
    [
        # the 3rd of February, or the 2nd of March: what the text tells leaves one
        ("Output fell in January.\nOrders rose last month, the mill said.", "2009-02-03", "“last month” is then"),
        ("Output fell in February.\nOrders rose last month, the mill said.", "2009-03-02", "“last month” is then"),
        ("Output may fall in March.\nOrders will rise next month, the mill said.", "2009-02-03", "“next month”"),
        ("Today, Tuesday, the mill was shut.", "2009-02-03", "“Today” was a Tuesday"),
        ("Yesterday, Sunday, the mill was shut.", "2009-03-02", "“Yesterday” was a Sunday"),
        ("Today, 3 February, the mill was shut.", "2009-02-03", "“Today” is 3 February"),
        ("Yesterday, 1 March, the mill was shut.", "2009-03-02", "“Yesterday” is 1 March"),
        ("OSLO, Feb. 2 - The mill was shut.", "2009-02-03", "“Feb. 2” stands at its head"),
        ("The mill was shut on 20 February, its owner said.", "2009-03-02", "“20 February” is told as past"),
        ("The mill will be shut on 20 February.", "2009-02-03", "“20 February” is told as still to come"),
        ("The mill was shut on 5 February 2009.", "2009-03-02", "“5 February 2009” is the latest date"),
    ],
)
def test_a_date_that_reads_two_ways_is_settled_by_the_text(text: str, edtf: str, why: str) -> None:
    (document,) = dated(text, published="03-02-2009")
    assert (document.published.edtf, document.published.origin) == (edtf, "given")
    assert why in document.published.reason


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Orders rose last month, the mill said.", "nothing in it tells which"),
        ("Output fell in January and February.\nOrders rose last month.", "nothing in it tells which"),
        ("Orders rose last month after a dull January.", "nothing in it tells which"),
        ("Output fell in June.\nOrders rose last month.", "nothing in it tells which"),
        ("The mill was shut on 20 January, its owner said.", "nothing in it tells which"),
        ("The mill was shut on Tuesday, its owner said.", "nothing in it tells which"),
        ("“Today, Tuesday, it is shut,” he said in 1998.", "nothing in it tells which"),
        ("Today, 3 February, it was shut. It had been sold on 5 February 2009.", "speaks against each"),
    ],
)
def test_a_date_that_reads_two_ways_stays_both_where_nothing_settles_it(text: str, why: str) -> None:
    (document,) = dated(text, published="03-02-2009")
    assert document.published.edtf == "[2009-02-03,2009-03-02]"
    assert why in document.published.reason


def test_a_line_that_reads_two_ways_is_settled_by_the_text() -> None:
    body = "Output of the mill fell in January.\n\nOrders rose last month, its owner said."
    (document,) = dated(f"The mill\n\nPublished: 03/02/2009\n\n{body}")
    assert (document.published.edtf, document.published.origin) == ("2009-02-03", "stated")


def test_relative_dates_count_from_the_day_that_is_settled() -> None:
    said = find_mentions("Output fell in January.\nOrders rose last month, and rise again this week.", "03-02-2009")
    assert [mention.value for mention in said] == ["2009-01", "2009-01", "2009-W06"]
