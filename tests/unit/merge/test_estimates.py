"""Things that are dated by those who dig them up: the date is the thing's, and follows from what others found."""

import pytest

from tests.unit.merge.material import events_of


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Archaeologists dated the sheds to {520 BC=-0519}.", "The sheds were dated to 520 BC"),
        ("Tree rings date the ship to {1042=1042}.", "The ship was dated to 1042"),
        ("The sheds at Graz have been dated to {520 BC=-0519}.", "The sheds at Graz were dated to 520 BC"),
    ],
)
def test_the_event_is_the_thing_and_implied(text: str, headline: str) -> None:
    (event,), _ = events_of(text)
    assert (event.headline, event.status) == (headline, "implied")


@pytest.mark.parametrize(
    "text",
    [
        "Two labs dated the bone in {1998=1998}.",
        "The letter is dated {3 May 1911=1911-05-03}.",
        "The castle dates from {1320=1320}.",
        "Two writers date the flood to {1287=1287}.",
    ],
)
def test_who_dates_and_what_bears_a_date_are_told(text: str) -> None:
    (event,), _ = events_of(text)
    assert event.status == "told"
