import pytest

from tests.unit.merge.material import events_of


def test_two_days_for_one_death_are_one_event_with_a_conflict() -> None:
    events, mentions = events_of(
        "The painter Clara Weiss died in Graz on {3 March 1902=1902-03-03}.",
        "Clara Weiss, the painter, died in Graz on {4 March 1902=1902-03-04}.",
    )
    assert len(events) == 1
    assert {m.outcome for m in mentions} == {"event"}
    (conflict,) = events[0].conflicts
    assert {events[0].edtf, conflict.edtf} == {"1902-03-03", "1902-03-04"}
    assert conflict.reason == "“b.txt” gives 4 March 1902, “a.txt” 3 March 1902: one day apart"


def test_the_date_that_most_articles_give_stands_and_all_are_cited() -> None:
    events, mentions = events_of(
        "In {1611=1611} a rich seam of tin was found at Redruth.",
        "In {1612=1612} a rich seam of tin was found at Redruth, in the far west.",
        "The seam of tin that was found at Redruth in {1612=1612} paid for the harbour.",
        "It was paid for by the seam of tin found at Redruth in {1611 or 1612=[1611,1612]}.",
    )
    (event,) = events
    assert event.edtf == "1612"
    assert [c.document for c in event.citations] == [m.document for m in mentions]
    assert [(c.edtf, c.document) for c in event.conflicts] == [("1611", mentions[0].document)]
    assert event.derivation == (
        "“1612” stands in two articles, written out.",
        "One article gives 1611 or 1612, which agrees with that.",
        "One article gives another date: 1611.",
    )


def test_what_befalls_one_only_once_is_one_event_in_other_words() -> None:
    events, _ = events_of(
        "Anna Holm died in exile in {1703=1703}.",
        "Anna Holm was poisoned in {1704=1704}.",
    )
    assert [(e.edtf, [c.edtf for c in e.conflicts]) for e in events] == [("1703", ["1704"])]


APART = [
    # two visits, two places, two owners
    (
        "The minister visited Graz on {3 March 1902=1902-03-03} and opened a bridge.",
        "The king visited Linz on {4 March 1902=1902-03-04} for a hunt.",
    ),
    # what comes again and again
    ("Peru and Chile renewed the pact in {1902=1902}.", "Peru and Chile renewed the pact in {1903=1903}."),
    ("Lund won the league in {1902=1902}.", "Lund won the league in {1903=1903}."),
    # too far apart for an error
    (
        "A rich seam of tin was found at Redruth in {1611=1611}.",
        "A rich seam of tin was found at Redruth in {1650=1650}.",
    ),
    # of one family, but not of one person
    ("Anna Holm's brother Otto Holm died in {1703=1703}.", "Anna Holm died in {1704=1704}."),
    # one captor, two towns
    ("Norway captured Graz in {1703=1703}.", "Norway captured Linz in {1704=1704}."),
    # a plan
    ("Chile will open the Lund tunnel in {2031=2031}.", "Chile will open the Lund tunnel in {2032=2032}."),
]


@pytest.mark.parametrize(("one", "two"), APART)
def test_like_happenings_stay_two_events(one: str, two: str) -> None:
    events, _ = events_of(one, two)
    assert len(events) == 2
    assert not any(e.conflicts for e in events)


def test_two_days_in_one_article_are_no_conflict() -> None:
    events, _ = events_of(
        "Clara Weiss died on {3 March 1902=1902-03-03}. A register says that Clara Weiss died on"
        " {4 March 1902=1902-03-04}."
    )
    assert not any(e.conflicts for e in events)


def test_an_article_that_tells_both_speaks_of_two() -> None:
    events, _ = events_of(
        "A seam of tin was found at Redruth in {1611=1611}. A seam of tin was found at Redruth in {1612=1612}.",
        "A seam of tin was found at Redruth in {1611=1611}.",
    )
    assert [(e.edtf, e.conflicts) for e in events] == [("1611", ()), ("1612", ())]


EXPLAINED = [
    # one day by two calendars: twelve days in the 19th century, thirteen in the 20th
    (
        "The governor of Tver opened the museum on {12 April 1866=1866-04-12}.",
        "The museum was opened by the governor of Tver on {24 April 1866=1866-04-24}.",
        "12 days apart, one day by the Julian and the Gregorian calendar",
    ),
    (
        "Sailors stormed the Tver barracks on {3 March 1917=1917-03-03}.",
        "The Tver barracks were stormed by sailors on {16 March 1917=1917-03-16}.",
        "13 days apart, one day by the Julian and the Gregorian calendar",
    ),
    # a deed that a sentence about something else tells too
    (
        "The last person hanged at Lund was Otto Brandt, on {6 May 1862=1862-05-06}.",
        "He was sorry for those hanged, the last of them at Lund that of Otto Brandt, on {5 May 1862=1862-05-05}.",
        "one day apart",
    ),
]


@pytest.mark.parametrize(("one", "two", "apart"), EXPLAINED)
def test_days_that_a_calendar_or_a_night_explains_are_one_happening(one: str, two: str, apart: str) -> None:
    (reason,) = [c.reason for e in events_of(one, two)[0] for c in e.conflicts]
    assert reason.endswith(": " + apart)


NOT_EXPLAINED = [
    # twelve days apart, but in a century with another difference
    (
        "The governor of Tver opened the museum on {12 April 1766=1766-04-12}.",
        "The museum was opened by the governor of Tver on {24 April 1766=1766-04-24}.",
    ),
    # the next day, but elsewhere
    ("Sailors stormed Graz on {3 March 1917=1917-03-03}.", "Sailors stormed Linz on {4 March 1917=1917-03-04}."),
    # the next day, but another deed
    ("The king left Graz on {3 March 1702=1702-03-03}.", "The king dined in Graz on {4 March 1702=1702-03-04}."),
]


@pytest.mark.parametrize(("one", "two"), NOT_EXPLAINED)
def test_near_days_alone_are_no_conflict(one: str, two: str) -> None:
    events, _ = events_of(one, two)
    assert len(events) == 2
    assert not any(e.conflicts for e in events)
