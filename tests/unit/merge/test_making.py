import pytest

from tests.unit.merge.material import article, events_of, told
from timeline.merge import make_events

PEACE = [
    "Chile and Peru signed a treaty of peace in {1883=1883}.",
    "The treaty of peace signed by Chile and Peru on {20 October 1883=1883-10-20} ended the fighting.",
]


def test_a_happening_told_twice_is_one_event_with_the_more_precise_date() -> None:
    events, mentions = events_of(*PEACE)
    assert [(e.edtf, e.earliest, e.latest) for e in events] == [("1883-10-20", "1883-10-20", "1883-10-20")]
    assert [c.document for c in events[0].citations] == [m.document for m in mentions]
    assert events[0].participants[:2] == ("Chile", "Peru")
    assert events[0].kind == "Treaty and agreement"
    assert events[0].derivation == (
        "“20 October 1883” stands in one article, written in full.",
        "One article gives 1883, which agrees with that.",
    )


def test_an_anniversary_is_one_event_and_what_it_recalls_another() -> None:
    events, _ = events_of(
        "On {4 June 1950=1950-06-04} Peru and Chile celebrated the"
        " {40th anniversary=1950-06-04>1910-06-04@the railway treaty} of the railway treaty.",
        "The {40th anniversary=1950-06-04>1910-06-04@the treaty} of the treaty was marked by Peru and Chile.",
        "Peru and Chile signed the railway treaty in {1910=1910}.",
    )
    assert [e.edtf for e in events] == ["1910-06-04", "1950-06-04"]
    assert {c.role for c in events[0].citations} == {"states", "implies"}
    assert events[0].status == "told"
    assert len({c.document for c in events[1].citations}) == 2


def test_what_is_only_implied_says_so() -> None:
    text = (
        "{One year before the attack of Peru on Chile=1878>1879@the attack of Peru on Chile} the two had traded freely."
    )
    implied = next(e for e in events_of(text)[0] if e.edtf == "1879")
    assert (implied.status, implied.headline) == ("implied", "Peru attacks Chile")
    assert [c.role for c in implied.citations] == ["implies"]


def test_the_first_since_implies_one_before() -> None:
    events, _ = events_of(
        "The visit of Anna Holm was the first time a Danish minister had visited Iceland {since 1918=1918/..}."
    )
    assert [(e.edtf, e.status) for e in events] == [("1918", "implied")]


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (
            "The strike, the first in the country's mills {since 1918=1918/..}, is over.",
            "Strike in the country's mills",
        ),
        ("It was the town's first election {since 1918=1918/..}.", "Town's election"),
        ("The storm was the first to reach the islands {since 1918=1918/..}.", "Storm reached the islands"),
        ("Lund elected a woman for the first time {since 1918=1918/..}.", "Lund elected a woman"),
        (
            "The First Lund Bank opened its doors for the first time {since 1918=1918/..}.",
            "The First Lund Bank opened its doors",
        ),
        ("Anna Holm won her first title {since 1918=1918/..}.", "Anna Holm won a title"),
    ],
)
def test_the_one_before_is_not_called_the_first(text: str, headline: str) -> None:
    events, _ = events_of(text)
    assert [(e.edtf, e.status, e.headline) for e in events] == [("1918", "implied", headline)]


def test_what_when_tells_behind_since_is_told_and_not_implied() -> None:
    for rank in ("first", "worst"):
        events, _ = events_of(
            f"It was the {rank} fire {{since 1918=1918/..}}, when a lamp set the mill at Lund alight."
        )
        assert [(e.edtf, e.status) for e in events] == [("1918", "told")], rank


def test_an_anniversary_by_a_clause_joins_the_birth_that_it_counts_from() -> None:
    events, _ = events_of(
        "Hedvig Tolle was born on {9 October 1882=1882-10-09}."
        " A show of her charts opened in {2012=2012}, {130 years after she was born=2012>1882@she was born}."
    )
    assert [(e.edtf, e.status, e.headline) for e in events if e.edtf < "19"] == [
        ("1882-10-09", "told", "Hedvig Tolle was born")
    ]


def test_what_was_before_something_else_is_no_habit() -> None:
    events, _ = events_of("{1914=1914}: War puts an end to the expedition a week before it was to sail from Lund.")
    assert [e.edtf for e in events] == ["1914"]


def test_nobody_since_means_somebody_then() -> None:
    events, _ = events_of("Nobody from Denmark had come to Iceland {since 1918=1918/..}.")
    assert [(e.edtf, e.status, e.headline) for e in events] == [("1918", "implied", "Visit to Iceland")]


def test_what_is_implied_may_be_a_clause() -> None:
    events, _ = events_of("Trade was free {one year before Peru attacked Chile=1878>1879@Peru attacked Chile}.")
    assert [e.headline for e in events if e.status == "implied"] == ["Peru attacked Chile"]


def test_a_named_period_is_an_event_when_articles_tell_of_it() -> None:
    events, _ = events_of(
        "Wool grew dear in {the Long War=1650/1655!period-war}.",
        "The Long War ({1650-1655=1650/1655}) ruined the coast.",
        "Prices fell after {the Long War=1650/1655!period-war}.",
    )
    assert [(e.edtf, e.headline, len(e.citations)) for e in events] == [("1650/1655", "Long War", 3)]


def test_the_end_of_a_period_belongs_to_it_without_moving_its_date() -> None:
    events, _ = events_of(
        "Wool grew dear in {the Long War=1650/1655!period-war}."
        " They quarrelled ever since {the Long War ended=1655!period-war}.",
        "In the war that followed, {between 1650 and 1655=1650/1655}, the coast was ruined by Norway.",
        "Wool grew dear in {the Long War=1650/1655!period-war}.",
    )
    assert [(e.edtf, e.headline) for e in events] == [("1650/1655", "Long War")]


def test_a_period_that_one_article_only_names_makes_no_event() -> None:
    events, mentions = events_of("Wool grew dear in {the Long War=1650/1655!period-war}.")
    assert events == ()
    assert (mentions[0].outcome, mentions[0].reason) == (
        "set aside",
        "it names a period; nothing that happened is told of it",
    )


APART = [
    # disjoint dates
    ("Chile and Peru signed a treaty in {1883=1883}.", "Chile and Peru signed a treaty in {1929=1929}."),
    # other anniversaries
    (
        "Peru kept the {40th anniversary=1950>1910@the treaty} of the treaty.",
        "Peru kept the {50th anniversary=1950>1900@the treaty} of the treaty.",
    ),
    # who visits whom
    ("The king of Norway visited Sweden in {1905=1905}.", "The king of Sweden visited Norway in {1905=1905}."),
    # other happenings of one year
    ("Brazil founded a navy in {1822=1822}.", "Greece adopted a constitution in {1822=1822}."),
    # one sentence, two dates
    ("Norway renewed the pact in {1907=1907} and in {190X=190X}.", ""),
]


@pytest.mark.parametrize(("one", "two"), APART)
def test_never_one_event(one: str, two: str) -> None:
    states = [e for e in events_of(one, two)[0] if e.status == "told"]
    assert len(states) == 2


def test_a_date_alone_on_its_line_dates_the_next_sentence() -> None:
    assert told("{17.6.1789=1789-06-17}. The deputies proclaim an assembly.") == {
        "1789-06-17": ["Deputies proclaim an assembly"]
    }


ALONE = "the words around it tell no happening that could stand alone"
OWN = "it dates what the writer or a speaker did, not the matter"
MINDED = "it is only thought of or expected"
DAY = "the sentence only says what day it was"

SET_ASIDE = [
    ("Alrun Holm painted boats. Ove Lund sold them. In {1950=1950}, aged 30, she was tall.", ALONE),
    ("But it was over by {1935=1935}.", ALONE),
    ("I took the tram in {1950=1950}.", OWN),
    ("My sister and I went to the fair in {1950=1950}.", OWN),
    ("Visitors expect the dam to hold until {2050=../2050}.", MINDED),
    ("Most people know her two medals ({1950=1950}).", MINDED),
    ("It was some minutes before six on {4 May 1950=1950-05-04}.", DAY),
    ("The jar was found by a boy. It is from {1950=1950}.", DAY),
    ("{4 May 1950=1950-05-04} was already crowded with feasts.", DAY),
    ("{Next week=1950-05-15/1950-05-21} they will have found something new.", MINDED),
    ("Sales grew to 40 tons, up from 30 tons in {1950=1950}.", "it is only compared with"),
    ("It lost $212 million, compared with a profit of $48 million in {1950=1950}.", "it is only compared with"),
    ("The water stood higher than in {March 1845=1845-03}.", "it is only compared with"),
    ("The mayor looked older than he had in {May 1845=1845-05}.", "it is only compared with"),
    (
        "Shares closed at nine francs, their lowest price {since 1950=1950/..}.",
        "it only says since when there was none like it",
    ),
    ("The bank raised its rate, the 13th rise {since 1950=1950/..}.", "it only says since when there was none like it"),
    ("Its shares cost nine francs, twice what they had cost in {1950=1950}.", "it is only compared with"),
    ("The ferry carries two hundred cars a day {now=1950}.", "it tells what is done again and again"),
    ("Hymns will be sung every evening in {May 2050=2050-05}.", "it tells what is done again and again"),
    ("Was it finished in {1950=1950}?", "it stands in a question"),
    ("Copper might return by {2050=2050}.", "it is only spoken of as possible"),
    ("A small green door, {1950=1950}.", "the sentence tells nothing that happened then"),
    ("See {1950=1950}.", "the sentence tells nothing that happened then"),
    ("Mills in {1950=1950}: 31.", "the sentence tells nothing that happened then"),
    ("Otto Holm may have met Anna Lund in {1950=1950}.", "it is only spoken of as possible"),
    ("Had the canal come in {1950=1950}, the port would have grown.", "it is told as something that did not happen"),
    ("If the dam had held in {1950=1950}, nobody would have left.", "it is told as something that did not happen"),
]


@pytest.mark.parametrize(("text", "reason"), SET_ASIDE)
def test_what_tells_nothing_is_set_aside_with_its_reason(text: str, reason: str) -> None:
    events, mentions = events_of(text)
    assert events == ()
    assert [(m.outcome, m.reason) for m in mentions] == [("set aside", reason)]


def test_one_clause_dated_twice_is_one_event() -> None:
    events, _ = events_of("In {1950=1950}, {three days after the flood=1950-05-04}, the dam at Lund gave way.")
    assert [(e.edtf, e.headline) for e in events] == [("1950-05-04", "The dam at Lund gave way")]


def test_what_is_implied_of_nobody_makes_no_event() -> None:
    events, _ = events_of("Anna Holm left {a year after her second prize=1950>1949@her second prize}.")
    assert [e.edtf for e in events] == ["1950"]


def test_a_mention_inside_another_is_part_of_it() -> None:
    document, mentions = article("Oslo burned {in May 1624=1624-05}.")
    whole = mentions[0]
    part = whole.__class__(
        **{f: getattr(whole, f) for f in whole.__slots__} | {"id": "x", "start": whole.end - 4, "text": "1624"}
    )
    _, decided = make_events([document], [whole, part])
    assert [(m.outcome, m.reason) for m in decided] == [
        ("event", ""),
        ("set aside", "it is part of “in May 1624”, which is read as one date"),
    ]


def test_what_was_decided_before_stays() -> None:
    _, mentions = events_of("The roof fell {recently=}, as it had in {1950=1950}.")
    assert (mentions[0].outcome, mentions[0].reason) == ("set aside", "a vague word")


def test_a_plan_is_planned() -> None:
    events, _ = events_of("Norway will open the tunnel in {2031=2031}.")
    assert [e.status for e in events] == ["planned"]


def test_nothing_in_nothing_out() -> None:
    assert make_events([], []) == ((), ())


def test_an_anniversary_is_told_by_the_line_that_stands_alone() -> None:
    events, _ = events_of(
        "On the {40th anniversary=1950>1910@the signing} of the signing, flags flew.",
        "The {40th anniversary=1950>1910@the pact} of the pact that binds Peru and Chile passed quietly.",
    )
    assert [e.headline for e in events if e.edtf == "1950"] == [
        "40th anniversary of the pact that binds Peru and Chile"
    ]


def test_the_derivation_begins_with_what_is_written() -> None:
    events, _ = events_of(
        "The {40th anniversary=1950-06-04>1910-06-04@the railway treaty} of the railway treaty of Peru and Chile.",
        "Peru and Chile signed the railway treaty in {1910=1910}.",
        "Peru and Chile signed the railway treaty on {4 June 1910=1910-06-04}.",
    )
    assert events[0].derivation == (
        "“4 June 1910” stands in one article, written in full.",
        "One article gives 1910, which agrees with that.",
        "One article leads to the same date by counting.",
        "Worked out.",
    )


def test_a_day_counted_from_an_anniversary_is_none() -> None:
    events, _ = events_of("Otto Holm was elected mayor {ten days after the jubilee=1950-06-14}.")
    assert [(e.edtf, e.kind) for e in events] == [("1950-06-14", "Election and appointment")]


def test_a_sentence_without_an_end_gives_each_date_its_own_words() -> None:
    towns = [f"the mill of Lund{n} in {{{1500 + n}={1500 + n}}}" for n in range(400)]
    events, mentions = events_of("They burned " + ", ".join(towns) + ".")
    assert len(mentions) == 400
    assert all(m.outcome in ("event", "set aside") for m in mentions)
    assert all(8 <= len(e.headline) <= 90 for e in events)


BEFORE = {
    "Nobody from Denmark had flown to Iceland {since 1918=1918/..}.": "Visit to Iceland",
    "Nobody had swum the strait {since 1918=1918/..}.": "Somebody swam the strait",
    "It was the first time {since 1918=1918/..} that a mayor had been dismissed.": "A mayor was dismissed",
    "The journey to Oslo was the first time a Dane has visited {since 1918=1918/..}.": "A Dane visited Oslo",
}


@pytest.mark.parametrize(("text", "headline"), BEFORE.items())
def test_what_happened_the_time_before(text: str, headline: str) -> None:
    events, _ = events_of(text)
    assert [(e.edtf, e.headline) for e in events] == [("1918", headline)]


def test_texts_without_full_stops_are_told_to_their_ends() -> None:
    """Their later words stand in the same sentence as their first, and count all the same."""
    filler = "and the wind blew over the long road to the north " * 60
    one = f"The mill at Lund burnt down in {{1950=1950}} {filler}and the weavers of Umea struck in {{1961=1961}}"
    two = f"A bridge was opened in {{1940=1940}} {filler}and the weavers of Umea struck in {{May 1961=1961-05}}"
    events, _ = events_of(one, two)
    assert [len(event.citations) for event in events] == [1, 1, 2]
