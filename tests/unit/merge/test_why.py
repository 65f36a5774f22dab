import pytest

from tests.unit.merge.material import article
from timeline.errors import UnknownEventError
from timeline.merge import make_events
from timeline.merge.concerned import concerned
from timeline.merge.why import Joins, Weighing, joins
from timeline.model import Collection


def _why(headline: str, *marked: str) -> Joins:
    made = [article(text, f"{chr(97 + n)}.txt") for n, text in enumerate(marked)]
    documents = tuple(document for document, _ in made)
    events, mentions = make_events(documents, [m for _, own in made for m in own])
    collection = Collection(documents, mentions, events)
    (event,) = [e for e in events if headline in e.headline]
    return joins(collection, event.id)


TREATY = (
    "Chile and Peru signed a treaty of peace at Ancón on {20 October 1883=1883-10-20}.",
    "The treaty that Peru and Chile signed in {1883=1883} is kept in Lima.",
    "Peru and Chile renewed the treaty in {1893=1893}.",
)


def test_a_join_is_told_with_both_sentences_and_what_speaks_for_it() -> None:
    (join,) = _why("treaty of peace", *TREATY).joined
    assert join.together
    assert {join.one.sentence, join.other.sentence} == {
        "Chile and Peru signed a treaty of peace at Ancón on 20 October 1883.",
        "The treaty that Peru and Chile signed in 1883 is kept in Lima.",
    }
    assert join.likeness >= join.enough > 0
    assert "Both tell one sort of happening (sign)." in join.reasons
    assert "Both name Chile, Peru." in join.reasons
    assert "20 October 1883 and 1883 agree." in join.reasons


def test_words_in_common_stand_as_they_are_written_and_names_once() -> None:
    (join,) = _why(
        "harbours",
        "Anna Holm drained the Skagen marshes and opened three harbours in {1871=1871}.",
        "In {1871=1871} Holm opened harbours of stone at Skagen where marshes were drained.",
    ).joined
    (said,) = [reason for reason in join.reasons if reason.startswith("Both say")]
    assert {"“harbours”", "“marshes”"} <= set(said.removeprefix("Both say ").removesuffix(".").split(", "))
    named = [name for reason in join.reasons if reason.startswith("Both name") for name in reason[10:-1].split(", ")]
    assert sorted(named) == sorted(set(named)) == ["Anna Holm"]
    assert "holm" not in said.lower(), "a name is told as a name"


def test_the_nearest_refusal_says_what_forbids_it() -> None:
    refused = _why("treaty of peace", *TREATY).refused
    assert [(d.other.edtf, d.reasons[0]) for d in refused] == [("1893", "Their dates don't agree.")]


def test_a_refusal_that_was_weighed_says_what_is_missing() -> None:
    (refusal, *_) = _why(
        "stone harbour",
        "Lund built a stone harbour in {1702=1702}.",
        "A stone fell on the harbour at Lund on {3 May 1702=1702-05-03}.",
    ).refused
    assert not refusal.together
    assert refusal.likeness < refusal.enough
    assert refusal.reasons[0] == "Too little in common."


def test_what_needs_no_weighing_says_so() -> None:
    (join,) = _why(
        "Long War",
        "{The Long War=1650/1655!period-war} made wool dear.",
        "Graz never forgot {the Long War=1650/1655!period-war}.",
    ).joined
    assert join.reasons[0] == "Both name one period."


def test_a_sentence_without_a_date_is_told_with_what_it_repeats() -> None:
    (join,) = _why(
        "lighthouse",
        "Anna Holm built the lighthouse at Skagen in {1871=1871}.",
        "Wool fell in {1900=1900}. Holm built the lighthouse at Skagen.",
    ).joined
    assert (join.other.sentence, join.other.edtf) == ("Holm built the lighthouse at Skagen.", "")
    assert join.reasons[0] == "It tells it without a date."


def test_an_unknown_event_is_named() -> None:
    with pytest.raises(UnknownEventError, match="no event 'e0'"):
        joins(Collection((), (), ()), "e0")


def test_a_conflict_is_told_with_what_makes_it_one_act() -> None:
    (join,) = _why(
        "Lund bridge",
        "King Otto opened the Lund bridge in {1884=1884} with a silver key.",
        "With a parade of boats the Lund bridge was inaugurated in {1885=1885}.",
    ).joined
    assert "That is done to one thing only once: “open”, “inaugurate”." in join.reasons
    assert join.reasons[-1] == "Their dates contradict each other."


def test_every_further_sentence_has_its_decision() -> None:
    made = _why(
        "bridge",
        "The Lund bridge was opened in {1884=1884}.",
        "In {1884=1884} the king opened the Lund bridge.",
        "The Lund bridge, opened in {1884=1884}, is long.",
    )
    told = {d.other.document for d in made.joined}
    assert len(made.joined) == len(told) == 2


TOWNS = ("Lund", "Graz", "Kell", "Ostrow", "Brno", "Varde", "Tarn", "Skagen")
THINGS = ("mill", "school", "lighthouse", "theatre", "harbour", "chapel", "tower", "railway", "market", "brewery")


def _many() -> Collection:
    """Eighty short articles on as many things, and three on one treaty."""
    texts = [
        f"The {thing} at {town} was opened in {{{1700 + 3 * k}={1700 + 3 * k}}}. It cost a hundred crowns."
        for k, (town, thing) in enumerate((town, thing) for town in TOWNS for thing in THINGS)
    ]
    made = [article(text, f"{n:03}.txt") for n, text in enumerate([*texts[:30], *TREATY, *texts[30:]])]
    documents = tuple(document for document, _ in made)
    events, mentions = make_events(documents, [m for _, own in made for m in own])
    return Collection(documents, mentions, events)


def test_of_many_articles_only_those_concerned_are_read_and_say_the_same() -> None:
    collection = _many()
    (event,) = [e for e in collection.events if "treaty of peace" in e.headline]
    few = concerned(collection, event)
    assert {c.document for c in event.citations} < {d.id for d in few.documents}
    assert len(few.documents) <= 42
    assert {m.document for m in few.mentions} == {d.id for d in few.documents}
    made, whole = joins(collection, event.id), Weighing(collection).joins(event.id)
    assert [(d.one, d.other, d.reasons) for d in made.joined] == [(d.one, d.other, d.reasons) for d in whole.joined]
    assert made.refused[0].other == whole.refused[0].other


def test_of_a_few_articles_all_are_read() -> None:
    made = [article(text, f"{n}.txt") for n, text in enumerate(TREATY)]
    documents = tuple(document for document, _ in made)
    events, mentions = make_events(documents, [m for _, own in made for m in own])
    collection = Collection(documents, mentions, events)
    assert concerned(collection, events[0]) is collection
