import pytest

from tests.unit.merge.material import events_of, told

LIVES = {
    "Ilse Holm ({3 May 1850 – 9 June 1911=1850-05-03/1911-06-09}) was a glazier.": {
        "1850-05-03": ["Ilse Holm was born"],
        "1911-06-09": ["Ilse Holm died"],
    },
    "Ilse Holm ({1850–1911=1850/1911}) painted glass.": {
        "1850": ["Ilse Holm was born"],
        "1911": ["Ilse Holm died"],
    },
    "Ilse Holm ({3 May 1850=1850-05-03}, Lund – {9 June 1911=1911-06-09}, Ostrow) was a glazier.": {
        "1850-05-03": ["Ilse Holm was born"],
        "1911-06-09": ["Ilse Holm died"],
    },
    "Jacob Storm ({1850–1911=1850/1911}) painted glass.": {
        "1850": ["Jacob Storm was born"],
        "1911": ["Jacob Storm died"],
    },
    "Ilse Holm (b. {1850=1850}, d. {1911=1911}) painted glass.": {
        "1850": ["Ilse Holm was born"],
        "1911": ["Ilse Holm died"],
    },
}


@pytest.mark.parametrize(("text", "events"), LIVES.items())
def test_the_dates_of_a_life_are_a_birth_and_a_death(text: str, events: dict[str, list[str]]) -> None:
    assert told(text) == events
    assert {e.kind for e in events_of(text)[0]} == {"Birth", "Death"}


def test_both_ends_of_a_life_cite_the_mention_and_its_sentence() -> None:
    events, mentions = events_of("Ilse Holm ({1850–1911=1850/1911}) painted glass.")
    assert [(c.mention, c.role) for e in events for c in e.citations] == [(mentions[0].id, "states")] * 2
    assert {c.selector.exact for e in events for c in e.citations} == {"Ilse Holm (1850–1911) painted glass."}
    assert len({e.id for e in events}) == 2


NO_LIVES = [
    "The Baltic Storm ({1850–1911=1850/1911}) was a ship.",
    "Ilse Holm (r. {1850–1880=1850/1880}) ruled Lund.",
    "Ilse Holm ({1850–1855=1850/1855}) ruled Lund.",
    "The Lund Canal ({1850–1911=1850/1911}) was a waterway.",
    "Holm Mill ({1850–1911=1850/1911}) burned twice.",
]


@pytest.mark.parametrize("text", NO_LIVES)
def test_a_reign_or_a_thing_keeps_its_range(text: str) -> None:
    assert all("/" in e.edtf for e in events_of(text)[0])
    assert len(events_of(text)[0]) == 1


def test_the_dates_of_a_life_show_who_she_is() -> None:
    events = told(
        "Alrun Holm ({1850–1911=1850/1911}) was a glazier. The city of Lund grew. In {1870=1870} she opened a shop."
    )
    assert events["1870"] == ["Alrun Holm opened a shop"]


@pytest.mark.parametrize(
    "articles",
    [
        ("ILSE HOLM ({1850–1911=1850/1911})\n\nIlse Holm was born in Graz in {May 1850=1850-05}.",),
        (
            "ILSE HOLM ({1850–1911=1850/1911})\n\nShe painted glass.",
            "Ilse Holm was born in Graz in {May 1850=1850-05}.",
        ),
    ],
)
def test_the_years_of_a_life_and_the_month_of_birth_are_one_event(articles: tuple[str, ...]) -> None:
    events, _ = events_of(*articles)
    assert [e.edtf for e in events if e.kind == "Birth"] == ["1850-05"]
    assert [e.edtf for e in events if e.kind == "Death"] == ["1911"]


@pytest.mark.parametrize(
    "text",
    [
        "ILSE HOLM ({1850–1911=1850/1911})\n\nHer cousin Anna Holm was born in Graz in {May 1850=1850-05}.",
        "ILSE HOLM ({1850–1911=1850/1911})\n\nA son was born in Graz in {May 1850=1850-05}.",
    ],
)
def test_another_birth_of_that_year_stays_apart(text: str) -> None:
    events, _ = events_of(text)
    assert sorted(e.edtf for e in events if e.kind == "Birth") == ["1850", "1850-05"]
