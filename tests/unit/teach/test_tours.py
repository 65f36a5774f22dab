"""Tours: which events they go through, and what each step shows."""

from __future__ import annotations

import pytest

from tests.unit.teach.made import SAMPLES, read, sample
from timeline.errors import TeachError
from timeline.teach import LANGUAGES, Stop, Tour, make_tour, of_plain, plain, scenes


@pytest.mark.parametrize("name", SAMPLES)
def test_a_tour_of_what_matters_in_order_of_time(name: str) -> None:
    tour = make_tour(sample(name), most=6)
    shown = scenes(sample(name), tour)
    assert len(tour.stops) == len(shown) == 6
    days = [scene.first for scene in shown]
    assert days == sorted(days)  # type: ignore[type-var]
    most_told = max(sample(name).on(), key=lambda subject: subject.known).event.id
    assert most_told in {stop.event for stop in tour.stops}
    assert of_plain(Tour, plain(tour)) == tour


def test_the_teachers_order_notes_and_what_is_hidden_stay() -> None:
    matter = sample("ancient")
    last, first = matter.on()[-1].event.id, matter.on()[0].event.id
    tour = make_tour(matter, [last, first], title="Ships")
    assert [stop.event for stop in tour.stops] == [last, first]
    own = Tour("Ships", "a", "b", (Stop(last, "say it slowly", "Who?", ("date", "source")),))
    (scene,) = scenes(matter, own)
    assert (scene.note, scene.question, scene.hide) == ("say it slowly", "Who?", ("date", "source"))


def test_a_disputed_event_shows_both_dates() -> None:
    matter = sample("ancient")
    event = next(one for one in matter.collection.events if one.conflicts)
    (scene,) = scenes(matter, make_tour(matter, [event.id]))
    assert {(voice.title, voice.date, voice.differs) for voice in scene.voices} == {
        ("The Silver of Laurion", "483 BC", False),
        ("Under the Hill of Thorikos", "483 BC", False),
        ("What the Oars Remember", "483 or 482 BC", False),
        ("The Man Who Bought a Fleet", "482 BC", True),
    }
    assert scene.silent == ()
    assert "trust" in scene.question
    for voice in scene.voices:
        assert matter.quotes.documents[voice.document].text[voice.proof.start : voice.proof.end] == voice.proof.exact


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_every_language(language: str) -> None:
    tour = make_tour(sample("korea-china"), language=language)
    assert "{" not in tour.opening + tour.closing + tour.title
    assert scenes(sample("korea-china"), tour, language)[0].date


def test_a_step_whose_event_is_gone_is_left_out() -> None:
    tour = Tour("", "", "", (Stop("nobody"),))
    assert scenes(sample("ancient"), tour) == ()


def test_what_cant_be() -> None:
    with pytest.raises(TeachError, match="no event 'nobody'"):
        make_tour(sample("ancient"), ["nobody"])
    with pytest.raises(TeachError, match="no event to show"):
        make_tour(read("Nothing is told here."))
