import pytest

from tests.unit.merge.material import told

MEANT = [
    ("Anna Holm met Otto Brandt. The former died in {1702=1702}.", "Anna Holm died"),
    ("Anna Holm met Otto Brandt. The latter died in {1702=1702}.", "Otto Brandt died"),
    ("Chile fought Peru. The latter built a fleet in {1702=1702}.", "Peru built a fleet"),
]


@pytest.mark.parametrize(("text", "headline"), MEANT)
def test_of_two_just_named_the_first_or_the_second_is_meant(text: str, headline: str) -> None:
    assert told(text)["1702"] == [headline]


OPEN = [
    # three are named, one is named, and a former king is a king
    "Chile, Peru and Brazil fought. The latter built a fleet in {1702=1702}.",
    "Chile fought. The latter built a fleet in {1702=1702}.",
    "Chile fought Peru. The former king built a fleet in {1702=1702}.",
]


@pytest.mark.parametrize("text", OPEN)
def test_it_stays_open_where_that_is_not_clear(text: str) -> None:
    (headline,) = told(text)["1702"]
    assert not headline.startswith(("Chile", "Peru", "Brazil"))


def test_a_woman_who_joins_another_is_not_the_only_one() -> None:
    assert told("In Graz a mill stood. Anna joined her at last. She died of fever in {1702=1702}.")["1702"] == [
        "Died of fever"
    ]


def test_a_woman_alone_is_meant() -> None:
    assert told("In Graz a mill stood. Anna sold her house. She died of fever in {1702=1702}.")["1702"] == [
        "Anna died of fever"
    ]
