import pytest

from tests.unit.merge.material import events_of, told

PLACES = (
    "The bridge was opened at Lund in {1884=1884}.",
    "In {1921=1921} the prize was given to Anna Holm.",
)


def test_one_headline_twice_is_told_apart_by_number() -> None:
    lines = told("Peru and Chile renewed the pact in {1902=1902} and {1922=1922}.")
    assert lines == {
        "1902": ["Peru and Chile renewed the pact (1 of 2)"],
        "1922": ["Peru and Chile renewed the pact (2 of 2)"],
    }


def test_headlines_that_differ_stay_as_they_are() -> None:
    assert told(*PLACES) == {
        "1884": ["The bridge was opened at Lund"],
        "1921": ["The prize was given to Anna Holm"],
    }


def test_a_name_that_only_one_has_tells_it_apart() -> None:
    lines = told(
        "After long talks at Graz Anna Holm was told in {1902=1902} that the treaty of peace was signed.",
        "The treaty of peace was signed in {1922=1922}.",
    )
    (first,), (second,) = lines.values()
    assert first != second


@pytest.mark.parametrize("between", ["\n\n", "\n" * 1_000_000, "\n" * 2_500_000])
def test_the_same_sentence_told_again_far_behind_has_an_id_of_its_own(between: str) -> None:
    said = "The bridge at Lund was opened in {1884=1884}."
    events, _ = events_of(between.join((said, "Anna Holm was born in {1850=1850}.", said, said)))
    assert len({event.id for event in events}) == len(events)


def test_of_many_with_one_headline_each_has_its_number() -> None:
    lines = told(" ".join(f"The pact was renewed in {{{year}={year}}}." for year in range(1700, 1760)))
    assert lines["1759"] == ["The pact was renewed (60 of 60)"]
    assert len({line for own in lines.values() for line in own}) == 60
