"""Laws of decisions: whatever people decide, in whatever order, nothing that was read is lost, and all can go back."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.unit.review.made import OTHER, WHO, after, fresh, read
from timeline.errors import ReviewError
from timeline.model import Collection, Decision
from timeline.model.account import account
from timeline.review.decided import Decided, decided
from timeline.review.history import history
from timeline.review.log import redo, touched, undo
from timeline.review.queue import queue, queue_since
from timeline.review.wishes import (
    accept,
    edit,
    edit_article,
    make_event,
    merge,
    opinion,
    restore,
    set_aside,
    set_date,
    settle,
    split,
)

DATES = st.sampled_from(["1931-05-03", "1934", "193X", "1940-06-07", "../1952", "-0043", "1958/1961", "[1940,1941]"])
WORDS = st.sampled_from(["A bridge", "The fire", "Larn", "a ferry"])
ACTIONS = (
    "accept", "date", "edit", "merge", "split", "set aside", "restore", "make", "settle", "article", "opinion",
    "undo", "redo",
)  # fmt: skip


@st.composite
def wishes(draw: st.DrawFn) -> tuple[str, int, int, int, str, str, str]:
    """What a person may want: an action, three numbers that choose targets, a date, words, a name."""
    numbers = [draw(st.integers(0, 40)) for _ in range(3)]
    who = draw(st.sampled_from(["Ada", "Ben"]))
    return (draw(st.sampled_from(ACTIONS)), *numbers, draw(DATES), draw(WORDS), who)  # type: ignore[return-value]


def granted(now: Decided, wish: tuple) -> Decision | None:  # noqa: C901  one case for each action
    """The decision, or None where the wish can't be granted as things stand."""
    action, a, b, c, date, words, name = wish
    who = WHO if name == "Ada" else OTHER
    events = now.collection.events
    own, other = events[a % len(events)], events[b % len(events)]
    undated = [m.id for m in now.collection.mentions if m.outcome == "undated"]
    target = undated[0] if undated and c % 7 == 0 else own.id
    several = [target, other.id] if target == own.id and c % 3 == 0 else [target]
    document = now.collection.documents[a % 3]
    sentence = document.sentences[b % len(document.sentences)]
    try:
        match action:
            case "accept":
                return accept(now, several, **who)
            case "date":
                return set_date(now, several if target == own.id else [own.id], date, **who)
            case "edit":
                return edit(now, [own.id], {"headline": words, "add_tags": [date]}, **who)
            case "merge":
                return merge(now, [own.id, other.id], **who)
            case "split":
                return split(now, own.id, [c % len(own.citations)], **who)
            case "set aside":
                return set_aside(now, several, why=words, **who)
            case "restore":
                return restore(now, [now.aside[a % len(now.aside)].id if now.aside else own.id], **who)
            case "make":
                own_mentions = (m for m in now.collection.mentions if m.document == document.id)
                inside = [m.id for m in own_mentions if sentence.start <= m.start < sentence.end]
                mention = inside[0] if inside and c % 2 else ""
                return make_event(now, document.id, sentence.start, sentence.end, date, words, mention=mention, **who)
            case "settle":
                return settle(now, own.id, words, value=date if c % 2 else None, **who)
            case "article":
                return edit_article(now, document.id, {"author": words}, **who)
            case "opinion":
                return opinion(now, [own.id], "set aside", **who)
            case "undo":
                return undo(now.log, **who)
            case _:
                return redo(now.log, **who)
    except ReviewError:
        return None


def decide(now: Decided, wanted: list[tuple[str, int, int, int, str, str, str]]) -> Decided:
    for wish in wanted:
        if len(now.collection.events) < 2:
            break
        decision = granted(now, wish)
        now = after(now, decision) if decision else now
    return now


def state(now: Decided) -> tuple[object, ...]:
    whole = now.collection
    return whole.documents, whole.mentions, whole.events, now.aside, now.seen


@settings(max_examples=60, deadline=None)
@given(st.lists(wishes(), max_size=8), wishes())
def test_what_was_decided_and_undone_is_as_before(wanted: list, wish: tuple) -> None:
    before = decide(fresh(), wanted)
    assume(len(before.collection.events) > 1)
    decision = granted(before, wish)
    assume(decision is not None and decision.action not in ("undo", "redo"))
    assert decision is not None
    then = after(before, decision)
    back = after(then, undo(then.log, by=decision.by, at=decision.at))
    assert state(back) == state(before)
    forth = after(back, redo(back.log, by=decision.by, at=decision.at))
    assert state(forth) == state(then)


@settings(max_examples=60, deadline=None)
@given(st.lists(wishes(), max_size=6), wishes(), wishes())
def test_the_order_of_unrelated_decisions_does_not_matter(wanted: list, one: tuple, other: tuple) -> None:
    now = decide(fresh(), wanted)
    assume(len(now.collection.events) > 1)
    a, b = granted(now, one), granted(now, other)
    assume(a is not None and b is not None and a.undoes is None and b.undoes is None)
    assert a is not None
    assert b is not None
    assume(set(touched(a)).isdisjoint(touched(b)))
    assert state(after(now, a, b)) == state(after(now, b, a))


@settings(max_examples=150, deadline=None)
@given(st.lists(wishes(), max_size=14))
def test_one_by_one_is_all_together(wanted: list) -> None:
    now = decide(fresh(), wanted)
    whole = decided(replace(read(), decisions=now.collection.decisions))
    assert state(now) == state(whole)
    assert (now.lapsed, now.versions, now.counts, now.book) == (whole.lapsed, whole.versions, whole.counts, whole.book)


def fewer(gone: set[int]) -> Collection:
    """What a newer reading may give: other ids, without some events."""
    events = [replace(e, id=f"x{n}") for n, e in enumerate(read().events) if n not in gone]
    return replace(read(), events=tuple(events))


@settings(max_examples=150, deadline=None)
@given(st.lists(wishes(), max_size=8), st.sets(st.integers(0, 6)), st.lists(wishes(), max_size=6))
def test_one_more_over_a_newer_reading_is_all_together(wanted: list, gone: set[int], more: list) -> None:
    log = decide(fresh(), wanted).collection.decisions
    now = decide(decided(replace(fewer(gone), decisions=log)), more)
    whole = decided(replace(fewer(gone), decisions=now.collection.decisions))
    assert state(now) == state(whole)
    assert (now.lapsed, now.versions, now.counts, now.book) == (whole.lapsed, whole.versions, whole.counts, whole.book)


@settings(max_examples=60, deadline=None)
@given(st.lists(wishes(), max_size=8), st.lists(wishes(), max_size=3))
def test_the_queue_goes_on_from_what_it_was(wanted: list, more: list) -> None:
    before = decide(fresh(), wanted)
    now = decide(before, more)
    assert queue_since(queue(before), before, now) == queue(now)


@settings(max_examples=100, deadline=None)
@given(st.lists(wishes(), max_size=14))
def test_a_history_is_every_decision_about_it_and_what_it_was_made_of(wanted: list) -> None:
    now = decide(fresh(), wanted)
    for target in now.versions:
        names = {target}
        for decision in reversed(now.log):
            if decision.action in ("merge", "split") and names.intersection(touched(decision)):
                names.update(touched(decision))
        about = [n for n, decision in enumerate(now.log, 1) if names.intersection(touched(decision))]
        assert [change.number for change in history(now, target)] == about


@settings(max_examples=60, deadline=None)
@given(st.lists(wishes(), max_size=10))
def test_reading_the_same_articles_again_keeps_every_decision(wanted: list) -> None:
    now = decide(fresh(), wanted)
    renamed = {event.id: f"x{number}" for number, event in enumerate(read().events)}
    newer = replace(read(), events=tuple(replace(event, id=renamed[event.id]) for event in read().events))
    again = decided(replace(newer, decisions=now.collection.decisions))
    assert again.lapsed == now.lapsed
    named = [replace(event, id=renamed.get(event.id, event.id)) for event in (*now.collection.events, *now.aside)]
    assert Counter(map(repr, named)) == Counter(map(repr, (*again.collection.events, *again.aside)))


@settings(max_examples=60, deadline=None)
@given(st.lists(wishes(), max_size=12))
def test_nothing_of_the_reading_is_lost(wanted: list) -> None:
    now = decide(fresh(), wanted)
    every = (*now.collection.events, *now.aside)
    told = {citation for event in every for citation in event.citations}
    assert told >= {citation for event in read().events for citation in event.citations}
    assert all(event.citations for event in every)
    assert len({event.id for event in every}) == len(every)
    assert account(now.collection).counts.total == account(read()).counts.total
    cited = {c.mention for event in now.collection.events for c in event.citations if c.mention}
    assert cited == {m.id for m in now.collection.mentions if m.outcome == "event"}
