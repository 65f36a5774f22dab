"""Citations: text, links to words, BibTeX and CSL-JSON, by tables; and what happened at the same time."""

from __future__ import annotations

import json
import re
from urllib.parse import unquote

import pytest

from timeline.chart import script

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def run(browser):
    page = browser.new_page()
    page.add_script_tag(content=script("time.js", "cite.js", "nearby.js"))
    yield page.evaluate
    page.close()


ARTICLE = {
    "title": "The bridge at Varn",
    "author": "",
    "publisher": "Valley Courier",
    "published": "4 May 1998",
    "edtf": "1998-05-04",
    "worked": False,
    "url": None,
    "language": "en",
}


def source(quote="It fell in 1782.", before="", behind="", **article):
    return {"quote": quote, "before": before, "behind": behind, "article": {**ARTICLE, **article}}


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (source(), "“The bridge at Varn”, Valley Courier, 4 May 1998: “It fell in 1782.”"),
        (
            source() | {"where": "p. xii"},
            "“The bridge at Varn”, Valley Courier, 4 May 1998, p. xii: “It fell in 1782.”",
        ),
        (
            source(author="A. Smith", url="https://varn.example/b"),
            "A. Smith, “The bridge at Varn”, Valley Courier, 4 May 1998: “It fell in 1782.” https://varn.example/b",
        ),
        (
            source("It fell\n  in 1782.", publisher="", published=""),
            "“The bridge at Varn”, date unknown: “It fell in 1782.”",
        ),
    ],
)
def test_a_citation_as_text(run, given, text):
    assert run("s => citeText(s)", given) == text


FIRST = "word0%20word1%20word2%20word3%20word4%20word5"
LAST = "word74%20word75%20word76%20word77%20word78%20word79"
LONG = " ".join(f"word{n}" for n in range(80))


@pytest.mark.parametrize(
    ("given", "link"),
    [
        (source(url="https://varn.example/b"), "https://varn.example/b#:~:text=It%20fell%20in%201782."),
        (
            source("It fell, they say", "", "", url="https://varn.example/b#flood"),
            "https://varn.example/b#flood:~:text=It%20fell%2C%20they%20say",
        ),
        (
            source("a-b & c", "of the old one", "and then it rained all day", url="https://varn.example/"),
            "https://varn.example/#:~:text=the%20old%20one-,a%2Db%20%26%20c,-and%20then%20it",
        ),
        (
            source(LONG, url="https://varn.example/"),
            f"https://varn.example/#:~:text={FIRST},{LAST}",
        ),
        (
            source("في 1914", url="https://varn.example/#:~:text=old"),
            "https://varn.example/#:~:text=%D9%81%D9%8A%201914",
        ),
        (source(" ", url="https://varn.example/"), "https://varn.example/"),
        (source(), "https://here.example/?e=fall"),
    ],
)
def test_a_link_leads_to_the_words(run, given, link):
    assert run("s => citeLink(s, 'https://here.example/?e=fall')", given) == link


DATES = [
    ("2021-07-16", False, {"date-parts": [[2021, 7, 16]]}),
    ("2021-07", True, {"date-parts": [[2021, 7]], "circa": True}),
    ("1850~", False, {"date-parts": [[1850]], "circa": True}),
    ("1962-21", False, {"date-parts": [[1962]], "season": 1}),
    ("1962-24", False, {"date-parts": [[1962]], "season": 4}),
    ("-0043-03-15", False, {"date-parts": [[-44, 3, 15]]}),
    ("0000", False, {"date-parts": [[-1]]}),
    ("0001", False, {"date-parts": [[1]]}),
    ("1950/1953-07", False, {"date-parts": [[1950], [1953, 7]]}),
    ("193X", False, {"literal": "in words"}),
    ("1999/..", False, {"literal": "in words"}),
    ("1962-21/1962-23", False, {"literal": "in words"}),
    ("[1914,1915]", False, {"literal": "in words"}),
    ("", False, None),
]


@pytest.mark.parametrize(("edtf", "worked", "date"), DATES)
def test_dates_as_csl_has_them(run, edtf, worked, date):
    assert run("([edtf, worked]) => cslDate(edtf, 'in words', worked)", [edtf, worked]) == date


HOSTILE = [
    ("Braces { and } and { again", "Braces \\textbraceleft{} and \\textbraceright{} and \\textbraceleft{} again"),
    ("Back\\slash", "Back\\textbackslash{}slash"),
    ("$5 & 10% of #1_a", "\\$5 \\& 10\\% of \\#1\\_a"),
    ("a~b^c", "a\\textasciitilde{}b\\textasciicircum{}c"),
    ('He said "no"', 'He said "no"'),
    ("Two\nlines\r\n and\tmore", "Two lines and more"),
    ("שלום עולם", "שלום עולם"),
    ("@misc{x, y}", "@misc\\textbraceleft{}x, y\\textbraceright{}"),
]


@pytest.mark.parametrize(("title", "escaped"), HOSTILE)
def test_bibtex_holds_hostile_titles(run, title, escaped):
    entry = run("s => citeBibtex(s)", source(title, title=title, author=title, publisher=title))
    assert f"  title = {{{{{escaped}}}}},\n" in entry
    assert f"  author = {{{{{escaped}}}}},\n" in entry
    assert depths(entry) == 0


def depths(entry: str) -> int:
    """Braces that stay open, counted as BibTeX counts, with or without a backslash; it never falls below one inside."""
    depth = 0
    for place, sign in enumerate(entry):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth > 0 or place < entry.index("{") or place >= len(entry.rstrip()) - 1
    return depth


def test_a_bibtex_entry(run):
    given = source(url="https://varn.example/a b?x={1}&y=%20", author="Anne and Bob")
    assert run("s => citeBibtex(s)", given) == (
        "@misc{thebridgevarn1998,\n  author = {{Anne and Bob}},\n  title = {{The bridge at Varn}},\n"
        "  howpublished = {Valley Courier},\n  year = {1998},\n  month = may,\n  day = {4},\n  language = {en},\n"
        "  url = {https://varn.example/a%20b?x=%7B1%7D&y=%20},\n  annote = {It fell in 1782.},\n}\n"
    )


def test_the_page_stands_in_the_note(run):
    given = source() | {"where": "p. 12"}
    assert "\n  note = {p. 12},\n" in run("s => citeBibtex(s)", given)
    (record,) = json.loads(run("s => citeCsl(s)", given))
    assert record["note"] == "p. 12"


@pytest.mark.parametrize(
    ("article", "year"),
    [
        ({"edtf": "-0043-03", "published": "March 44 BC"}, "{44 BC}"),
        ({"edtf": "1999/..", "published": "1999 or later"}, "{1999 or later}"),
        ({"edtf": "2021-07", "published": "about July 2021", "worked": True}, "{about July 2021}"),
    ],
)
def test_a_year_says_no_more_than_is_known(run, article, year):
    entry = run("s => citeBibtex(s)", source(**article))
    assert f"  year = {year},\n" in entry
    assert ("month" in entry) == (article["edtf"] == "-0043-03")


TYPES = {"webpage", "document"}
KEYS = {"id", "type", "title", "author", "publisher", "issued", "language", "URL", "note", "annote"}


@pytest.mark.parametrize("title", [title for title, _ in HOSTILE])
@pytest.mark.parametrize("edtf", [edtf for edtf, _, _ in DATES])
def test_csl_json_keeps_to_its_schema(run, title, edtf):
    """The rules of csl-data.json for what we write: known keys and types, and what a name and a date may hold."""
    given = source(title, title=title, author=title, edtf=edtf, published="in words", url="https://varn.example/")
    given["where"] = "p. 12"
    (record,) = json.loads(run("s => citeCsl(s)", given))
    assert record.keys() <= KEYS
    assert record["type"] in TYPES
    assert record["title"] == " ".join(title.split())
    assert all(isinstance(record[key], str) for key in record.keys() - {"author", "issued"})
    assert record["author"] == [{"literal": " ".join(title.split())}]
    assert re.fullmatch("[a-z]+[0-9]*", record["id"])
    issued = record.get("issued", {"literal": ""})
    assert issued.keys() <= {"date-parts", "season", "circa", "literal"}
    assert ("date-parts" in issued) != ("literal" in issued)
    assert len(issued.get("date-parts", [[1]])) in (1, 2), "a day, or a stretch from the first to the last"
    assert isinstance(issued.get("season", 1), int)
    assert issued.get("circa", True) is True
    assert isinstance(issued.get("literal", ""), str)
    for parts in issued.get("date-parts", [[1]]):
        assert 1 <= len(parts) <= 3
        assert all(isinstance(part, int) and part != 0 for part in parts)


def test_what_is_in_a_link_is_what_was_said(run):
    link = run("s => citeLink(s, '')", source('He said, "no - never" & left', url="https://varn.example/"))
    assert unquote(link.split("text=")[1]) == 'He said, "no - never" & left'


def happening(name, *edges):
    return {"id": name, "marks": [{"a": a, "b": b, "differs": False} for a, b in edges]}


TIMES = [
    happening("old", (-43.2, -43.1)),
    happening("before", (None, 1900)),
    happening("war", (1914, 1919)),
    happening("day", (1916.5, 1916.503)),
    happening("other day", (1916.6, 1916.603)),
    happening("since", (1917, None)),
    happening("late", (1950, 1951)),
]


@pytest.mark.parametrize(
    ("name", "beside", "overlapping"),
    [
        ("war", ["before", "day", "other day", "since"], ["day", "other day", "since"]),
        ("day", ["before", "war", "other day", "since"], ["war"]),
        ("late", ["war", "day", "other day", "since"], ["since"]),
        ("old", ["before", "war", "day", "other day"], []),
    ],
)
def test_what_happened_at_the_same_time(run, name, beside, overlapping):
    found = run(
        """([events, name]) => sameTime(events, events.find((e) => e.id === name), 4)
             .map(({ event, overlaps }) => [event.id, overlaps])""",
        [TIMES, name],
    )
    assert [one for one, _ in found] == beside
    assert [one for one, overlaps in found if overlaps] == overlapping
