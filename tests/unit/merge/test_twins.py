from tests.unit.merge.material import told

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
