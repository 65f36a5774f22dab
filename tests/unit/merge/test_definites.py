"""Headlines that name what the sentence only points at, and those that stay as they are where two readings fit."""

import pytest

from tests.unit.merge.material import events_of, told

NAMED = {
    # an office that the text gives to one
    "President Holm spoke at noon. The President's answer was printed on {4 May 1938=1938-05-04}.": (
        "President Holm's answer was printed"
    ),
    "President Holm met President Berg. The President's answer was printed on {4 May 1938=1938-05-04}.": (
        "The President's answer was printed"
    ),
    # what belongs to somebody
    "Anna Holm, who sang for kings, has died. The burial took place at Lund on {4 May 1938=1938-05-04}.": (
        "The burial of Anna Holm took place at Lund"
    ),
    # the one place that was named
    "The fleet sailed to Lipsk. The city fell in {1712=1712}.": "Lipsk fell",
    "The fleet sailed from Lund to Lipsk. The city fell in {1712=1712}.": "The city fell",
    # those of whom the text told that they married
    "Anna Holm met Otto Berg; they were married. Karl Lind came. The couple opened a mill in {1911=1911}.": (
        "Anna Holm and Otto Berg opened a mill"
    ),
    "Anna Holm married Otto Berg. Karl Lind came. The couple opened a mill in {1911=1911}.": (
        "Anna Holm and Otto Berg opened a mill"
    ),
    # a number and a comparative without their noun
    "Four divers went down. Three more followed in {1911=1911}.": "Three more divers followed",
    "Of 40 ships few came home; in {1911=1911} there were more than 200.": "There were more than 200 ships",
    "The elder sister stayed and the younger founded a school at Lund in {1911=1911}.": (
        "The younger sister founded a school at Lund"
    ),
    # whose and whom, further on in the line
    "Anna Holm was a diver. Her work was known. The council struck out her name in {1911=1911}.": (
        "The council struck out Anna Holm's name"
    ),
    # nobody does something to himself: "he" is another
    "Otto Berg kept an inn. He trusted nobody who knew Karl Lind. In {1911=1911} he closed the inn.": (
        "Otto Berg closed the inn"
    ),
}

WHOLE = {
    # the subject behind the verb
    "{Five days later=1911-05-09} came the answer.": "The answer came",
    # what was not done until then was done then
    "The guild did not admit a woman until {1979=1979}.": "The guild admitted a woman",
    "The bridge was not opened until {1979=1979}.": "The bridge was opened",
    "No ship sailed there again until the first steamer took off, {ten years later=1911}.": (
        "The first steamer took off"
    ),
    # when somebody wrote, if nothing else is told
    "Holm wrote in {the 1660s=166X}.": "Holm wrote in the 1660s",
    # one name with a dash, and what describes a thing
    "Nobody forgot the Lund–Ystad crash of {1911=1911}.": "Lund–Ystad crash",
    # nothing of the writer's
    "The steamer left Lund on {4 May 1911=1911-05-04} by our clocks.": "The steamer left Lund",
    "Otto Berg set his foot on the long island of the old Danish kings in {1911=1911}.": (
        "Otto Berg set his foot on the long island of the old Danish kings"
    ),
    "After the first one the Danes made Otto Berg mayor ({1911=1911}).": "The Danes made Otto Berg mayor",
    "The last two guests of the inn, Anna Holm and Otto Berg, took off in {1911=1911}.": (
        "The last two guests of the inn, Anna Holm and Otto Berg, took off"
    ),
}


@pytest.mark.parametrize(("text", "headline"), [*NAMED.items(), *WHOLE.items()])
def test_a_headline_stands_alone(text: str, headline: str) -> None:
    assert [e.headline for e in events_of(text)[0]] == [headline]


def test_it_began_means_no_thing() -> None:
    events, _ = events_of("The road by the mill was shut. It began at noon on {4 May 1911=1911-05-04}.")
    assert all("road" not in e.headline for e in events)


def test_speech_of_what_nobody_names_tells_nothing() -> None:
    events, _ = events_of(
        'The town was quiet. "{Next week=1961-08-21/1961-08-27}," she said, "they will have baked more bread."'
    )
    assert not events


def test_anniversaries_of_different_happenings_are_two() -> None:
    # one number and one year, but a railway and a wedding
    events = told(
        "Chile marked the {40th anniversary=1950} of the opening of the Lund railway.",
        "Norway kept the {40th anniversary=1950} of the wedding of Olga Berg.",
    )
    assert len(events["1950"]) == 2


def test_anniversaries_that_nothing_parts_are_one() -> None:
    events = told(
        "Peru marked the {40th anniversary=1950} of the treaty with Chile.",
        "The {40th anniversary=1950} passed quietly in Peru.",
    )
    assert len(events["1950"]) == 1
