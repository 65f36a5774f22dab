from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.merge.material import article
from timeline import edtf
from timeline.merge import make_events
from timeline.merge.ids import with_ids_of
from timeline.model import Document, Mention

ARTICLES = [
    "Chile and Peru signed a treaty of peace in {1883=1883}. Both countries renewed it in {1893=1893} and {1903=1903}.",
    "The treaty that Peru and Chile signed on {20 October 1883=1883-10-20} is kept. It was lost in {1950=1950}.",
    "On {20 October 1923=1923-10-20} they kept the {40th anniversary=1923-10-20>1883-10-20@the treaty} of the treaty.",
    "Clara Weiss died in Graz on {3 March 1902=1902-03-03}. {Soon=} her house was sold, perhaps in {1903=1903?}.",
    "Clara Weiss died in Graz on {4 March 1902=1902-03-04}. Wool grew dear in {the Long War=1650/1655!period-war}.",
    "{The 1880s=188X} saw {the Long War=1650/1655!period-war} forgotten; Rome fell in {-0499=-0499}, who knows?",
]

WORLD = [article(text, f"{n}.txt") for n, text in enumerate(ARTICLES)]

orders = st.permutations(range(len(WORLD))).flatmap(
    lambda order: st.integers(1, len(WORLD)).map(lambda size: list(order)[:size])
)


def _chosen(order: list[int]) -> tuple[list[Document], list[Mention]]:
    return [WORLD[n][0] for n in order], [m for n in order for m in WORLD[n][1]]


@given(orders)
@settings(max_examples=60, deadline=None)
def test_the_order_of_documents_changes_only_that_of_citations(order: list[int]) -> None:
    documents, mentions = _chosen(order)
    events, decided = make_events(documents, mentions)
    others, other_decided = make_events(*_chosen(sorted(order)))
    by_text = [replace(e, citations=tuple(sorted(e.citations, key=str)), conflicts=()) for e in events]
    assert by_text == [replace(e, citations=tuple(sorted(e.citations, key=str)), conflicts=()) for e in others]
    assert sorted(decided, key=str) == sorted(other_decided, key=str)


@given(orders)
@settings(max_examples=60, deadline=None)
def test_nothing_is_lost_and_every_citation_finds_its_quote(order: list[int]) -> None:
    documents, mentions = _chosen(order)
    events, decided = make_events(documents, mentions)
    text = {d.id: d.text for d in documents}
    assert [m.id for m in decided] == [m.id for m in mentions]
    assert all(m.outcome == "event" or (m.outcome in ("undated", "set aside") and m.reason) for m in decided)
    cited = {c.mention for e in events for c in e.citations if c.mention}
    assert all(c.mention or c.role == "refers" for e in events for c in e.citations)
    assert cited == {m.id for m in decided if m.outcome == "event"}
    assert len({e.id for e in events}) == len(events)
    for event in events:
        assert event.citations
        assert 8 <= len(event.headline) <= 90
        for c in event.citations:
            s = c.selector
            assert s.locate(text[c.document]) == (s.start, s.end)


@given(orders)
@settings(max_examples=60, deadline=None)
def test_the_date_of_an_event_agrees_with_all_that_tell_it(order: list[int]) -> None:
    events, decided = make_events(*_chosen(order))
    dates = {m.id: m for m in decided}
    for event in events:
        disputed = {c.mention for c in event.conflicts}
        for c in event.citations:
            if c.role == "states" and c.mention not in disputed:
                assert edtf.overlaps(event.edtf, dates[c.mention].edtf or "")
    assert [edtf.sort_key(e.edtf) for e in events] == sorted(edtf.sort_key(e.edtf) for e in events)


@given(orders)
@settings(max_examples=60, deadline=None)
def test_events_keep_their_ids_when_articles_are_added(order: list[int]) -> None:
    before, _ = make_events(*_chosen(order))
    again, _ = make_events(*_chosen(list(reversed(order))))
    assert {e.id for e in before} == {e.id for e in again}
    after = with_ids_of(make_events(*_chosen(list(range(len(WORLD)))))[0], before)
    assert len({e.id for e in after}) == len(after)
    cited = {(c.document, c.mention): e.id for e in after for c in e.citations if c.mention}
    for event in before:
        # it goes on where most of its sentences are, unless it went into another event
        ids = {cited[c.document, c.mention] for c in event.citations if c.mention}
        others = {e.id for e in before} - {event.id}
        assert event.id in ids or ids <= others


PIECES = (
    "the a king Peru Anna Holm signed was built , ; ( ) and who that which when after before in by of war treaty first"
    " since not she it both countries fell had been opening visits “ ” ' -"
)
WORDS = PIECES.split()


@given(st.lists(st.sampled_from(WORDS), max_size=25), st.lists(st.sampled_from(WORDS), max_size=25))
@settings(max_examples=400, deadline=None)
def test_any_words_around_a_date_are_read_without_an_error(before: list[str], after: list[str]) -> None:
    document, mentions = article(" ".join([*before, "{since 1950=1950/..}", *after]))
    events, decided = make_events([document], mentions)
    assert all(m.outcome == "event" or m.reason for m in decided)
    assert all(e.headline for e in events)
