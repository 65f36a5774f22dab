"""Titles, datelines, publication lines and the site's furniture, and what must stay body."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import languages
from timeline.model import ZoneKind
from timeline.read import document_from_text
from timeline.read.zones import _day, find_zones, zone_rules

BODY = "The council met in the old hall and voted to build the bridge. Nobody spoke against it."
DATA = languages.load("en", "zones")


def zones(text: str, title: str | None = None) -> list[tuple[ZoneKind, str]]:
    return [(zone.kind, text[zone.span.start : zone.span.end]) for zone in find_zones(text, title)[1]]


RULES = [
    *zip(DATA["line"], zone_rules().lines, strict=True),
    *zip(DATA["heading"], zone_rules().headings, strict=True),
]


@pytest.mark.parametrize(("entry", "rule"), RULES, ids=[entry["id"] for entry, _ in RULES])
def test_line_rules_keep_to_their_examples(entry: dict[str, Any], rule: Any) -> None:
    def fits(line: str) -> bool:
        return bool(rule.pattern.fullmatch(line)) and (rule.must is None or bool(rule.must.search(line)))

    assert [line for line in entry["examples"] if not fits(line)] == []
    limit = zone_rules().limits["line"]
    assert [line for line in entry["counter_examples"] if fits(line) and len(line) <= limit] == []
    assert len(entry["examples"]) >= 2
    assert entry["counter_examples"]
    assert entry["reason"]


@pytest.mark.parametrize(("entry", "rule"), list(zip(DATA["prefix"], zone_rules().prefixes, strict=True)))
def test_prefix_rules_keep_to_their_examples(entry: dict[str, Any], rule: Any) -> None:
    assert [line for line in entry["examples"] if not rule.pattern.match(line)] == []
    assert [line for line in entry["counter_examples"] if rule.pattern.match(line)] == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"A bridge at last\n\n{BODY}", "A bridge at last"),
        (f"A bridge at last\n{BODY}", "A bridge at last"),
        (f"# A bridge at last\n\n{BODY}", "A bridge at last"),
        (f"**Who paid for it?**\n\n{BODY}", "Who paid for it?"),
        (f"OBITUARY\n3 November 1998\n\nAda Marsh, who built bridges\n\n{BODY}", "Ada Marsh, who built bridges"),
        (f"Name: T. Reed\nDate: 4 Feb 2013\n\nWHY BRIDGES FALL\n\n{BODY}", "WHY BRIDGES FALL"),
        (f"Home News A bridge at last\n\nA bridge at last\n\n{BODY}", "A bridge at last"),
        ("The bridge in words\nWall texts of room two\n\n" + BODY, "The bridge in words"),
        (BODY, None),
        (f"{BODY}\n\n{BODY}", None),
        ("Bread\nButter\nMilk\nEggs", None),
        ("the council had met in the old hall for hours and\nthen it voted to build the bridge.", None),
        ("A single line", None),
        ("MARSH, Ada (born 3 May 1901), builder of bridges.\n\n" + BODY, None),
        ("", None),
    ],
)
def test_title(text: str, title: str | None) -> None:
    found, zones_ = find_zones(text)
    assert found == title
    shown = [text[zone.span.start : zone.span.end].strip("#* ") for zone in zones_ if zone.kind == "title"]
    assert shown == ([title] if title else [])


def test_a_title_that_is_given_stays_and_its_line_is_found() -> None:
    text = f"THE HARBOUR POST\nA Bridge at Last\nHow the town paid\n\n{BODY}"
    assert find_zones(text, "A bridge at last")[0] == "A bridge at last"
    assert zones(text, "A bridge at last") == [("title", "A Bridge at Last")]
    assert zones(f"ROOM 2: THE BRIDGE\nWall texts\n\n{BODY}", "The bridge") == [("title", "ROOM 2: THE BRIDGE")]
    assert zones(BODY, "The bridge") == []


def test_a_later_line_that_ends_like_the_title_is_body() -> None:
    assert zones(f"WHY DID IT FALL?\n\n{BODY}\n\nSo why did it fall?\n\n{BODY}") == [("title", "WHY DID IT FALL?")]


HEAD: list[tuple[str, ZoneKind | None]] = [
    ("LISBON, May 3 (Havas) — The harbour was closed.", "dateline"),
    ("Vienna, 5 July. The congress met again.", "dateline"),
    ("Lisbon, Thursday 3 May 2001", "dateline"),
    ("Tuesday, March 6, 1934. Price 2d.", "publication"),
    ("Published on 4 May 2016", "publication"),
    ("Wall texts, revised June 2015", "publication"),
    ("By Ada Marsh, 3 May 2011", "publication"),
    ("Home > World > Asia", "furniture"),
    ("Vienna, 5 July 1809. The armies met at the river.", None),
    ("Published in 1859, the book changed how people saw life.", None),
    ("On 3 May 2001 the bridge was opened.", None),
    ("In Lisbon, on May 3, the harbour was closed.", None),
    ("The Battle of the Marsh, 3 May 1801", None),
]


@pytest.mark.parametrize(("line", "kind"), HEAD)
def test_head(line: str, kind: ZoneKind | None) -> None:
    found = zones(f"A bridge at last\n{line}\n\n{BODY}\n\n{BODY}")
    assert found[0] == ("title", "A bridge at last")
    assert [k for k, _ in found[1:]] == ([kind] if kind else [])


def test_a_dateline_before_a_report_covers_itself_only() -> None:
    assert zones(f"OSLO, Sept. 14 -- Ministers met. {BODY}") == [("dateline", "OSLO, Sept. 14 --")]


def test_the_days_of_a_diary_are_not_the_texts_own() -> None:
    text = f"Diary of a builder\n\n3 May 1931\n{BODY}\n\n4 May 1931\n{BODY}"
    assert zones(text) == [("title", "Diary of a builder")]


TAIL: list[tuple[str, ZoneKind | None]] = [
    ("— The original Spanish article appeared in El Faro on March 2, 2017.", "publication"),
    ("© 2009-2014 Friends of the Mill", "furniture"),
    ("Read next: A walk on the dyke (16 April)", "furniture"),
    ("Box office 2210. See also: Who rang the bell, 19 April.", "furniture"),
    ("- Advertisement -", "furniture"),
    ("Share this article", "furniture"),
    ("Opening hours: Tuesday to Sunday, 10 a.m. to 5 p.m.", "furniture"),
    ("Related Articles\nA bridge too many\nThe ferry is back, 3 May 2011", "furniture"),
    ("- The Ferry Is Back - May 3, 2016\n- Mill To Open Again - April 30, 2016", "furniture"),
    ("• The Ferry Is Back (3 May 2016)\n• Mill To Open Again (3 May 2016)", "furniture"),
    ("Notes to editors\nThe Mill Museum was founded in 1984.", "furniture"),
    ("- 1961: the treaty was signed\n- 1981: it was renewed\n- 2001: it was renewed again", None),
    ("- The treaty was signed - 11 July 2001\n- It was renewed - 12 July 2021", None),
    ("- The treaty was signed - May 3, 1961\n- The first visit - May 3, 1960", None),
    ("- 3 May 2016: the ferry came back\n- 30 April 2016: the mill opened", None),
    ("- The ferry came back on 3 May 2016.\n- The mill opened on 30 April 2016.", None),
    ("- The Ferry Is Back - May 3, 2016", None),
    ("The Copyright Act of 1976 changed the law.", None),
    ("Admission of the two states followed in 1973.", None),
    ("Share prices fell in October 1929.", None),
    ("More people came in 1931.", None),
    ("The original building appeared in a film in May 1998.", None),
]


@pytest.mark.parametrize(("end", "kind"), TAIL)
def test_tail(end: str, kind: ZoneKind | None) -> None:
    text = f"{BODY}\n\n{BODY}\n\n{end}"
    found = zones(text)
    lines = end.split("\n")
    assert found == ([(kind, line) for line in lines] if kind else [])


def test_a_paragraph_below_a_furniture_heading_is_text_again() -> None:
    text = f"{BODY}\n\nRead more\n\nShort line\n\n{BODY * 4}\n\nAnother short line"
    assert zones(text) == [("furniture", "Read more"), ("furniture", "Short line")]


def test_zones_are_in_order_apart_and_have_reasons() -> None:
    text = (
        f"Home | News\nA bridge at last\nPosted 3 May 2011\n\nOSLO, May 2 — {BODY}\n\nRelated\nA ferry\n© 2011 The Post"
    )
    document = document_from_text(text)
    kinds = [zone.kind for zone in document.zones]
    assert kinds == ["furniture", "title", "publication", "dateline", "furniture", "furniture", "furniture"]
    at = 0
    for zone in document.zones:
        assert at <= zone.span.start < zone.span.end <= len(text)
        assert zone.reason
        at = zone.span.end
    assert document.zone_at(text.index("council")) == "body"
    assert document.zone_at(text.index("OSLO")) == "dateline"


FRAGMENTS = [
    "\n", "\n\n", "- ", "# ", " ", ", ", " - ", ": ", "The Ferry Is Back", "3 May 2016", "May 3, 2016 at 10:15",
    "2016-05-03", "3.5.2016", "LISBON", "(Havas)", " — ", "Published", "©", "Related", "By Ada Marsh", "Home",
    "\u2028", "😀", BODY,
]  # fmt: skip


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join), st.sampled_from([None, "", "The Ferry Is Back"]))
def test_zones_of_any_text_are_in_order_and_apart(text: str, title: str | None) -> None:
    at = 0
    for zone in find_zones(text, title)[1]:
        assert at <= zone.span.start < zone.span.end <= len(text)
        at = zone.span.end


@pytest.mark.parametrize(
    ("day", "key"),
    [
        ("May 3, 2016", (2016, 5, 3)),
        ("Tuesday, 3rd of May 2016 at 10:15", (2016, 5, 3)),
        ("2016-05-03T10:15", (2016, 5, 3)),
        ("3.5.2016", (2016, 5, 3)),
    ],
)
def test_days_of_a_list(day: str, key: tuple[int, int, int]) -> None:
    assert _day(day, zone_rules().months) == key
