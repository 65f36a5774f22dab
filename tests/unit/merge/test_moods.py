import pytest

from tests.unit.merge.material import events_of
from timeline.pipeline import build_timeline
from timeline.read import document_from_text

STATUS = {
    "told": [
        "The mill at Lund burned down in {1702=1702}.",
        "Not only the mill at Lund burned in {1702=1702}.",
        "The mill did not open until {1702=1702}.",
        "The people of Lund said that they were glad, and the mill opened in {1702=1702}.",
        "Anna Holm was believed in {1702=1702} when she spoke of the fire.",
    ],
    "planned": [
        "The mill at Lund will open in {2031=2031}.",
        "The mill at Lund is to open in {2031=2031}.",
        "The old mill is to be turned into a hall by {2031=../2031}.",
        "The mill at Lund was due to be replaced by {2031=../2031}.",
    ],
    "denied": [
        "The king did not sign the law in {1702=1702}.",
        "The law was never signed in {1702=1702}.",
        "No treaty was signed in {1702=1702}.",
        "Nobody visited Lund in {1702=1702}.",
    ],
    "reported": [
        "Anna Holm is said to have founded Lund in {1002=1002}.",
        "Anna Holm allegedly sold the mill in {1702=1702}.",
        "According to legend, Anna Holm founded Lund in {1002=1002}.",
        "Lund was by tradition founded by Anna Holm in {1002=1002}.",
        "Legend has it that Anna Holm founded Lund in {1002=1002}.",
        "The owner claimed that Anna Holm sold the mill in {1702=1702}.",
    ],
}


@pytest.mark.parametrize(("status", "marked"), [(s, m) for s, all_of in STATUS.items() for m in all_of])
def test_an_event_says_how_it_is_told(status: str, marked: str) -> None:
    (event,) = events_of(marked)[0]
    assert event.status == status


def test_what_one_denies_and_another_tells_are_two() -> None:
    events, _ = events_of(
        "The king signed the law at Lund on {3 May 1702=1702-05-03}.",
        "The king did not sign the law at Lund on {3 May 1702=1702-05-03}.",
        "The king did not sign the law at Lund on {4 May 1702=1702-05-04}.",
    )
    assert sorted(e.status for e in events) == ["denied", "denied", "told"]
    assert not any(e.conflicts for e in events)


def test_what_one_states_is_told_though_others_only_report_it() -> None:
    (event,) = events_of(
        "Anna Holm is said to have founded the abbey at Lund in {1102=1102}.",
        "Anna Holm founded the abbey at Lund in {1102=1102}.",
    )[0]
    assert event.status == "told"


PLAN = "Chile will open the Lund tunnel on {3 May 1901=1901-05-03}."

FULFILLED = [
    # to the day, in another article and in a later sentence of the same
    ("1901-05-03", [PLAN, "Chile opened the Lund tunnel on {3 May 1901=1901-05-03}."]),
    ("1901-05-03", [f"{PLAN} It rained. Chile opened the Lund tunnel on {{3 May 1901=1901-05-03}}."]),
    # a deed told less precisely, and one that came later than planned
    ("1901", [PLAN, "Chile opened the Lund tunnel in {1901=1901}."]),
    ("1901-05-05", [PLAN, "Chile opened the Lund tunnel on {5 May 1901=1901-05-05}."]),
]


@pytest.mark.parametrize(("edtf", "marked"), FULFILLED)
def test_a_plan_goes_into_the_deed_and_is_cited_as_such(edtf: str, marked: list[str]) -> None:
    (event,) = events_of(*marked)[0]
    assert (event.edtf, event.status, event.conflicts) == (edtf, "told", ())
    assert sorted(c.role for c in event.citations) == ["refers", "states"]
    assert event.derivation[-1] == "One article plans it for 3 May 1901."
    assert event.headline == "Chile opened the Lund tunnel"


AHEAD = [
    ("The next congress opens on 3 June 2014.", "The next congress opens"),
    ("The club's first match is on 8 August 2013.", "Club's first match"),
    ("The trial of the two brothers is due in June 2013.", "Trial of the two brothers"),
]


@pytest.mark.parametrize(("text", "headline"), AHEAD)
def test_what_lay_ahead_of_its_article_was_a_plan(text: str, headline: str) -> None:
    (event,) = build_timeline((document_from_text(text, file="a.txt", published="2013-02-12"),)).events
    assert (event.headline, event.status) == (headline, "planned")


def test_what_a_past_tense_tells_had_happened_whatever_the_article_s_date() -> None:
    text = "The congress opened on 3 June 2014."
    (event,) = build_timeline((document_from_text(text, file="a.txt", published="2013-02-12"),)).events
    assert event.status == "told"


def test_without_a_date_of_its_own_an_article_has_nothing_ahead() -> None:
    (event,) = build_timeline((document_from_text("The next congress opens on 3 June 2014.", file="a.txt"),)).events
    assert event.status == "told"
