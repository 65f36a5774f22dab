import pytest

from tests.unit.merge.material import events_of

ALONE = {
    "It snowed in {June 1938=1938-06}.": "“It snowed”",
    "From {May to July 1950=1950-05/1950-07} it did not thaw.": "“… it did not thaw”",
    "It was the dullest spring since {1950=1950/..}.": "Dullest spring since 1950",
    "For years before {1950=1950}, masons could only guess at it.": "Masons could only guess at it",
    "Am {4. Mai 1950=1950-05-04} brannte die Scheune.": "Am 4. Mai 1950 brannte die Scheune",
    "Le {4 mai 1950=1950-05-04} la grange fut perdue.": "Le 4 mai 1950 la grange fut perdue",
    "Ilse Holm painted boats. In {1950=1950}, aged 30, she became a teacher.": "Ilse Holm became a teacher",
    "The **old** gate was __moved__ to `Lund` in {1950=1950}.": "The old gate was moved to Lund",
}


@pytest.mark.parametrize(("text", "headline"), ALONE.items())
def test_a_sentence_that_tells_something_is_never_lost(text: str, headline: str) -> None:
    events, mentions = events_of(text)
    assert [e.headline for e in events] == [headline]
    assert [m.outcome for m in mentions] == ["event"]


def test_a_long_sentence_is_quoted_within_the_limit() -> None:
    text = "It snowed in {1950=1950} " + "and it hailed and it thundered as it had never done in these hills " * 4
    (event,) = events_of(text.strip() + ".")[0]
    assert 8 <= len(event.headline) <= 90


def test_a_date_with_a_full_stop_does_not_end_its_sentence() -> None:
    text = "Am {4. Mai 1950=1950-05-04} brannte die Scheune."
    (event,) = events_of(text)[0]
    assert event.citations[0].selector.exact == "Am 4. Mai 1950 brannte die Scheune."


SAYING = {
    "The barn burned on {6 May 1942=1942-05-06}, the mayor said on {8 May 1942=1942-05-08}.": ["event", "set aside"],
    "The mayor said on {8 May 1942=1942-05-08} that the barn had burned.": ["event"],
}


@pytest.mark.parametrize(("text", "outcomes"), SAYING.items())
def test_a_date_of_saying_makes_no_second_event(text: str, outcomes: list[str]) -> None:
    events, mentions = events_of(text)
    assert [m.outcome for m in mentions] == outcomes
    assert [m.reason for m in mentions if m.outcome == "set aside"] == [
        "it dates the saying, not the happening" for outcome in outcomes if outcome == "set aside"
    ]
    assert len(events) == 1


def test_what_is_done_with_a_verb_of_saying_is_no_saying() -> None:
    events, _ = events_of("The barn was built in {1850=1850}, and a loft was added in {1911=1911}.")
    assert [e.headline for e in events] == ["The barn was built", "A loft was added"]
