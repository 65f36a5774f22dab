import pytest

from tests.unit.merge.material import events_of


def _cited(*marked: str) -> dict[str, list[str]]:
    """For each event's headline, the sentences without a date that are cited for it."""
    return {
        event.headline: [c.selector.exact for c in event.citations if not c.mention] for event in events_of(*marked)[0]
    }


AGAIN = [
    # the same happening in another article, in the same words or turned round
    (
        (
            "Anna Holm built the lighthouse at Skagen in {1871=1871}.",
            "Wool fell in {1900=1900}. Holm built the lighthouse at Skagen.",
        ),
        "Holm built the lighthouse at Skagen.",
    ),
    (
        (
            "Chile and Peru signed a treaty of peace at Ancón on {20 October 1883=1883-10-20}.",
            "The king fell ill in {1890=1890}. The treaty was signed by Peru and Chile at Ancón.",
        ),
        "The treaty was signed by Peru and Chile at Ancón.",
    ),
    # another word of the same family
    (
        (
            "The mine at Falun collapsed in {1687=1687}.",
            "Iron was dear in {1700=1700}. The mine at Falun was destroyed.",
        ),
        "The mine at Falun was destroyed.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "sentence"), AGAIN)
def test_a_sentence_without_a_date_is_cited_where_it_tells_the_same(marked: tuple[str, ...], sentence: str) -> None:
    cited = [s for sentences in _cited(*marked).values() for s in sentences]
    assert cited == [sentence]


def test_a_list_of_places_is_cited_for_each_happening_in_it() -> None:
    cited = _cited(
        "Otto Brandt won at Lodi in {May 1702=1702-05}. Otto Brandt won at Graz in {June 1703=1703-06}.",
        "In {1750=1750} a song was written. Otto Brandt won at Lodi and at Graz.",
    )
    assert [s for s in cited.values() if s] == [["Otto Brandt won at Lodi and at Graz."]] * 2


NOT_MEANT = [
    # denied, planned, possible, asked, repeated
    "Holm did not build the lighthouse at Skagen.",
    "Holm will build the lighthouse at Skagen.",
    "Holm might build the lighthouse at Skagen.",
    "Has Holm built the lighthouse at Skagen?",
    "Holm often built the lighthouse at Skagen.",
    # another place, another builder, another deed
    "Holm built a lighthouse at Bergen.",
    "Otto Brandt built the lighthouse at Skagen.",
    "Holm painted the lighthouse at Skagen.",
    # nobody and nothing is named
    "She built a lighthouse.",
]


@pytest.mark.parametrize("sentence", NOT_MEANT)
def test_what_tells_something_else_is_not_cited(sentence: str) -> None:
    cited = _cited(
        "Anna Holm built the lighthouse at Skagen in {1871=1871}. Otto Brandt died in {1860=1860}.",
        f"Wool fell in {{1900=1900}}. {sentence}",
    )
    assert not any(cited.values())


def test_of_two_that_fit_as_well_none_is_meant() -> None:
    cited = _cited(
        "Chile and Peru renewed the pact in {1893=1893}. Chile and Peru renewed the pact in {1903=1903}.",
        "Wool fell in {1900=1900}. Peru and Chile renewed the pact.",
    )
    assert not any(cited.values())
