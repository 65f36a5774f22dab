"""The entries of a chronicle: what stands behind the date that heads a line is told, with a verb or without one."""

import pytest

from tests.unit.merge.material import events_of

FIRST, LAST = "{1611=1611}. The market cross is set up.", "{1899=1899}. The county buys the toll house."

ENTRIES = {
    "{1793=1793}. The lower forge starts.": "The lower forge starts",
    "{1836=1836}. Reading room opened.": "Reading room opened",
    "{1715, 4 March=1715-03-04}. Mine disaster: nine buried.": "Mine disaster: nine buried",
    "{1649=1649}. Smallpox. A third of the parish dies.": "Smallpox: a third of the parish dies",
    "{1752=1752}: Great frost; the pier gives way, three barges are lost.": (
        "Great frost: the pier gives way, three barges are lost"
    ),
    "{1873=1873} – The foundry closes, and 80 people lose their work.": "The foundry closes",
    "{1788=1788}  Founding of the Book Society. Subscription one guinea.": "Founding of the Book Society",
    "• {1841=1841}: Bishops hand over the keys to the town.": "Bishops hand over the keys to the town",
    "{1840=1840}, {night of 8 August=1840-08-08}. Lightning in the tower; none is hurt.": "Lightning in the tower",
    "{1818–21=1818/1821}. Stone bridge built by Jonas Falk.": "Stone bridge built by Jonas Falk",
    "{1864=1864}. Last coach, {31 October=1864-10-31}.": "Last coach",
}


@pytest.mark.parametrize(("entry", "headline"), ENTRIES.items())
def test_an_entry_is_told_by_its_first_part(entry: str, headline: str) -> None:
    events, mentions = events_of("\n".join((FIRST, entry, LAST)))
    assert len(events) == 3
    assert events[1].headline == headline
    assert {m.outcome for m in mentions} == {"event"}


def test_the_sentence_cited_is_the_entry_with_its_date() -> None:
    events, _ = events_of("\n".join((FIRST, "{1793=1793}. The lower forge starts. It smokes.", LAST)))
    assert [c.selector.exact for c in events[1].citations] == ["1793. The lower forge starts."]


def test_a_date_inside_an_entry_tells_of_its_own() -> None:
    inside = "{1780=1780}. The church is built; its porch was added in {1801=1801}."
    events, _ = events_of("\n".join((FIRST, inside, LAST)))
    assert [e.headline for e in events[1:3]] == ["The church is built", "The porch was added"]


def test_a_date_that_narrows_the_one_at_the_head_tells_the_same() -> None:
    inside = "{1797=1797}. The bank stops payment in gold ({26 February=1797-02-26}); many others follow."
    events, _ = events_of("\n".join((FIRST, inside, LAST)))
    assert [(e.edtf, e.headline) for e in events[1:-1]] == [("1797-02-26", "The bank stops payment in gold")]


def test_an_earlier_date_in_an_entry_does_not_date_what_it_tells() -> None:
    events, _ = events_of("\n".join((FIRST, "{1797=1797}. The bridge built in {1750=1750} is widened.", LAST)))
    assert [e.headline for e in events if e.edtf == "1750"] == ["The bridge was built"]


def test_two_dates_in_an_entry_tell_two_things() -> None:
    inside = "{1797=1797}. The bank closes in {May=1797-05} and the mill closes in {June=1797-06}."
    events, _ = events_of("\n".join((FIRST, inside, LAST)))
    assert {"1797-05", "1797-06"} <= {e.edtf for e in events}


PROSE = (
    "{1793=1793}. Not a good year, one would think.",  # one such line makes no chronicle
    "In {1793=1793}. And then no more.",
)


@pytest.mark.parametrize("line", PROSE)
def test_a_line_in_prose_is_no_entry(line: str) -> None:
    events, (mention,) = events_of(f"The town has many stories.\n{line}\nThey are told on winter nights.")
    assert not events
    assert mention.outcome == "set aside"
