"""What the card says a date rests on: how fine it is, the rule, what it counts from, what else it could be."""

from dataclasses import replace

import pytest

from tests.browser.made import document
from timeline.chart.grounds import grounds, precise
from timeline.edtf import bounds, iso
from timeline.languages import languages, rule_reasons
from timeline.model import Alternative, Anchor, Event

PRECISE = [
    ("1968-05-03", "known to the day"),
    ("-0043-03-15", "known to the day"),
    ("1968-05", "known to the month"),
    ("1962-21", "known to the season"),
    ("1848", "known to the year"),
    ("193X", "known to the decade"),
    ("18XX", "known to the century"),
    ("1XXX", "known to the millennium"),
    ("-0519~", "known to the year, not for certain"),
    ("1968-05?", "known to the month, not for certain"),
    ("-0458%", "known to the year, not for certain"),
    ("1950/1953", "from the first date to the last"),
    ("1920/..", "its end is not told"),
    ("../0079", "its beginning is not told"),
    ("[1846,1847]", "one of these dates"),
    ("{1846,1848}", "each of these dates"),
]


@pytest.mark.parametrize(("edtf", "words"), PRECISE)
def test_how_fine_a_date_is(edtf, words):
    assert precise(edtf) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1998-06-01/1998-06-07", "some time between the two"),
        ("1920/..", "its end is not told"),
        ("1848", "known to the year"),
    ],
)
def test_a_stretch_that_holds_what_did_not_last_all_of_it(edtf, words):
    assert precise(edtf, within=True) == words


def told(marked, edtf, **changes):
    """What the card says of an event that the first mention of an article dates; the mention with the changes."""
    one, found = document(0, "A bridge", None, "1951-06-03", marked)
    dating = replace(found[0], **changes)
    first, last = bounds(edtf).first, bounds(edtf).last
    happening = Event("e", edtf, None, first and iso(first), last and iso(last), "The bridge opens", "building", ())
    mentions = {m.id: m for m in (dating, *found[1:])}
    return grounds(happening, [dating], [replace(one, language="en")], {one.id: 4}, mentions)


MARKED = "It opened {a year later|e|1852}. Work began in {1851|e|1851}."


def test_the_rule_is_told_by_its_reason():
    assert told(MARKED, "1852", rule="offset-later")["rules"] == [rule_reasons("en")["offset-later"]]


def test_a_rule_that_the_language_does_not_have_is_left_out():
    assert told(MARKED, "1852", rule="gone")["rules"] == []


@pytest.mark.parametrize(
    ("anchor", "words", "mention"),
    [
        (Anchor("mention", "1851", "m0-1"), "“1851”, 1851", "m0-1"),
        (Anchor("publication", "1951-06-03"), "the article's own date, 3 June 1951", ""),
        (Anchor("event", "1850"), "a happening that the article names, 1850", ""),
        (Anchor("mention", "1849", "nowhere"), "a happening that the article names, 1849", ""),
    ],
)
def test_what_it_counts_from_leads_there(anchor, words, mention):
    assert told(MARKED, "1852", anchor=anchor)["anchors"] == [{"words": words, "article": 4, "mention": mention}]


def test_other_readings_are_named_but_not_the_one_that_was_taken():
    others = (Alternative("1953", "the year after that"), Alternative("1852", "the year told last"))
    assert told(MARKED, "1852", alternatives=others)["others"] == [{"when": "1953", "why": "the year after that"}]


@pytest.mark.parametrize("language", languages())
def test_every_rule_has_a_reason_by_its_id(language):
    reasons = rule_reasons(language)
    assert reasons
    assert all(reasons.values())


def test_a_language_without_rules_of_its_own_is_read_by_those_of_the_first():
    assert rule_reasons("fi") == rule_reasons("en")
    assert rule_reasons("pt-BR") == rule_reasons("pt")
