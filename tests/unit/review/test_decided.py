"""Decisions laid over a reading: what each changes, what stays, what goes back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.review.made import DOCUMENTS, HERALD, NEWS, OTHER, WHO, after, article, fresh, read, telling
from timeline.errors import ReviewError
from timeline.model import Collection, Decision
from timeline.model.account import account
from timeline.pipeline import build_timeline
from timeline.review.decided import Decided, decided
from timeline.review.log import redo, undo
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


def again(now: Decided, collection: Collection) -> Decided:
    """The log of ``now`` laid over another reading."""
    return decided(replace(collection, decisions=now.collection.decisions))


def same(a: Decided, b: Decided) -> bool:
    return (a.collection, a.aside, a.lapsed, a.versions, a.seen) == (
        b.collection,
        b.aside,
        b.lapsed,
        b.versions,
        b.seen,
    )


def test_without_decisions_the_reading_stands() -> None:
    now = fresh()
    assert now.collection == read()
    assert (now.aside, now.lapsed, dict(now.versions)) == ((), (), {})


def test_accepted() -> None:
    now = after(fresh(), accept(fresh(), [telling(fresh(), "museum").id], **WHO))
    assert telling(now, "museum").review == "accepted"
    assert {e.review for e in now.collection.events if "museum" not in e.headline} == {"unreviewed"}


def test_a_date_that_is_set_moves_the_event_and_keeps_its_sentences() -> None:
    before = telling(fresh(), "museum")
    now = after(
        fresh(), set_date(fresh(), [before.id], "1930-21", typed="spring 1930", why="the plaque says so", **WHO)
    )
    event = now.collection.events[0]
    assert (event.id, event.edtf, event.earliest, event.latest) == (before.id, "1930-21", "1930-03-01", "1930-05-31")
    assert event.citations == before.citations
    assert event.derivation[:2] == (
        "a person set the date: spring 1930, since the plaque says so",
        "what was read before: May 1952",
    )
    assert event.derivation[2:] == before.derivation


def test_taking_the_other_articles_date_leaves_the_first_as_the_one_that_differs() -> None:
    bridge = telling(fresh(), "Harbour Bridge")
    assert (bridge.edtf, [c.edtf for c in bridge.conflicts]) == ("1931-05-04", ["1931-05-03"])
    now = after(fresh(), set_date(fresh(), [bridge.id], "1931-05-03", **WHO))
    event = telling(now, "Harbour Bridge")
    assert (event.edtf, [c.edtf for c in event.conflicts]) == ("1931-05-03", ["1931-05-04"])
    assert "a person decided for 3 May 1931" in event.conflicts[0].reason


def test_settled_with_the_reason_and_the_other_date_still_told() -> None:
    bridge = telling(fresh(), "Harbour Bridge")
    now = after(fresh(), settle(fresh(), bridge.id, "the programme of the day is kept", value="1931-05-03", **WHO))
    event = telling(now, "Harbour Bridge")
    assert event.edtf == "1931-05-03"
    assert [(c.edtf, c.settled) for c in event.conflicts] == [("1931-05-04", "the programme of the day is kept")]


def test_words_people_places_tags_and_note() -> None:
    mill = telling(fresh(), "mill")
    fields = {"headline": " The mill  burns ", "places": ["Larn"], "tags": ["fires", "mills"], "note": "see the map\n"}
    now = after(fresh(), edit(fresh(), [mill.id], fields, **WHO))
    event = telling(now, "The mill burns")
    assert (event.headline, event.places, event.tags, event.note) == (
        "The mill burns", ("Larn",), ("fires", "mills"), "see the map",
    )  # fmt: skip
    assert (event.review, event.headline_source) == ("corrected", "")
    more = after(now, edit(now, [mill.id], {"add_tags": ["1940s"], "drop_tags": ["fires"]}, **WHO))
    assert telling(more, "The mill burns").tags == ("mills", "1940s")


def test_a_tag_or_a_note_alone_is_no_review() -> None:
    mill = telling(fresh(), "mill")
    now = after(fresh(), edit(fresh(), [mill.id], {"tags": ["fires"], "note": "look up"}, **WHO))
    assert telling(now, "mill").review == "unreviewed"


def test_merged_with_all_sentences_and_the_date_that_does_not_fit_still_told() -> None:
    ferry, mill = telling(fresh(), "Swallow"), telling(fresh(), "mill")
    now = after(fresh(), merge(fresh(), [ferry.id, mill.id], **WHO))
    one = telling(now, "Swallow")
    assert set(one.citations) == {*ferry.citations, *mill.citations}
    assert (one.edtf, [c.edtf for c in one.conflicts]) == ("1934-03", ["1940"])
    assert mill.id not in {e.id for e in now.collection.events}
    with pytest.raises(ReviewError, match="has become part of"):
        accept(now, [mill.id], **WHO)


def test_split_gives_each_part_the_date_of_its_sentences() -> None:
    bridge = telling(fresh(), "Harbour Bridge")
    herald = next(n for n, c in enumerate(bridge.citations) if "4 May" in c.selector.exact)
    now = after(fresh(), split(fresh(), bridge.id, [herald], headline="The second opening", **WHO))
    stays, goes = (e for e in now.collection.events if e.edtf.startswith("1931"))
    assert (stays.id, stays.edtf, len(stays.citations), stays.conflicts) == (bridge.id, "1931-05-03", 1, ())
    assert (goes.headline, goes.edtf, [c.selector.exact for c in goes.citations], goes.conflicts) == (
        "The second opening", "1931-05-04", ["Governor Anna Reed opened the Harbour Bridge on 4 May 1931."], (),
    )  # fmt: skip


def test_set_aside_and_restored_with_the_account_of_mentions() -> None:
    mill = telling(fresh(), "mill")
    now = after(fresh(), set_aside(fresh(), [mill.id], why="hearsay", **WHO))
    assert [e.id for e in now.aside] == [mill.id]
    assert mill.id not in {e.id for e in now.collection.events}
    reasons = {m.reason for m in now.collection.mentions if m.id in {c.mention for c in mill.citations}}
    assert reasons == {"a person set its event aside: hearsay"}
    assert account(now.collection).counts.total == account(read()).counts.total
    back = after(now, restore(now, [mill.id], **WHO))
    assert (back.collection.events, back.collection.mentions, back.aside) == (read().events, read().mentions, ())


def test_words_without_a_date_beside_an_event_are_decided_about_by_themselves() -> None:
    collection = build_timeline(
        (article("a.txt", None, "On Sunday the choir sang in the hall that was built in 1950."),)
    )
    sunday, event = next(m for m in collection.mentions if m.text == "Sunday"), collection.events[0]
    now = after(decided(collection), accept(decided(collection), [sunday.id], **WHO))
    assert dict(now.versions) == {sunday.id: 1}
    back = after(now, undo(now.log, **WHO))
    assert (dict(back.versions), back.seen) == ({sunday.id: 2}, frozenset())
    made = after(now, set_aside(now, [event.id], **WHO))
    assert dict(made.versions) == {sunday.id: 1, event.id: 2}


def test_a_mention_without_a_date() -> None:
    sunday = next(m for m in read().mentions if m.text == "Sunday")
    now = after(fresh(), set_aside(fresh(), [sunday.id], why="a habit", **WHO))
    mention = next(m for m in now.collection.mentions if m.id == sunday.id)
    assert (mention.outcome, mention.reason) == ("set aside", "a person set it aside: a habit")
    assert sunday.id in after(fresh(), accept(fresh(), [sunday.id], **WHO)).seen
    with pytest.raises(ReviewError, match="from which an event can be made"):
        set_date(fresh(), [sunday.id], "1962", **WHO)


def test_an_event_made_by_hand_cites_its_words() -> None:
    document = read().documents[2]
    sunday = next(m for m in read().mentions if m.text == "Sunday")
    start, end = document.sentences[1].start, document.sentences[1].end
    decision = make_event(
        fresh(), document.id, start, end, "1958-07-06", "The choir sang", mention=sunday.id,
        fields={"places": ["the market"]}, **WHO,
    )  # fmt: skip
    now = after(fresh(), decision)
    event = telling(now, "choir")
    assert event.citations[0].selector.exact == document.text[start:end]
    assert (event.citations[0].mention, event.places, event.review) == (sunday.id, ("the market",), "corrected")
    assert [e.edtf for e in now.collection.events][-3:] == ["1952-05", "1958-07-06", "2010-21"]
    assert next(m for m in now.collection.mentions if m.id == sunday.id).outcome == "event"


def test_an_article_described_anew() -> None:
    letter = read().documents[2]
    now = after(fresh(), edit_article(fresh(), letter.id, {"published": "1958-07-09", "author": "A. Moss"}, **WHO))
    document = now.collection.documents[2]
    assert (document.author, document.published.edtf, document.published.origin) == ("A. Moss", "1958-07-09", "given")
    newer = again(now, build_timeline(now.collection.documents, earlier=read()))
    assert "1958-07-06" in {e.edtf for e in newer.collection.events}
    assert newer.lapsed == ()
    back = undo(now.log, **WHO)
    assert back.targets == redo((*now.log, back), **WHO).targets == (letter.id,), "so that it is read again"


def test_an_opinion_changes_nothing() -> None:
    mill = telling(fresh(), "mill")
    now = after(fresh(), opinion(fresh(), [mill.id], "set aside", **OTHER))
    assert now.collection.events == read().events
    assert dict(now.versions) == {mill.id: 1}, "counted as the database counts it"


# Undo and redo


def test_undo_and_redo_step_by_step() -> None:
    museum = telling(fresh(), "museum").id
    one = after(fresh(), set_date(fresh(), [museum], "1953", **WHO))
    two = after(one, edit(one, [museum], {"headline": "A museum"}, **WHO))
    back_one = after(two, undo(two.log, **WHO))
    assert back_one.collection.events == one.collection.events
    back_two = after(back_one, undo(back_one.log, **WHO))
    assert back_two.collection.events == read().events
    with pytest.raises(ReviewError, match="nothing left to undo"):
        undo(back_two.log, **WHO)
    forth_one = after(back_two, redo(back_two.log, **WHO))
    assert forth_one.collection.events == one.collection.events
    forth_two = after(forth_one, redo(forth_one.log, **WHO))
    assert forth_two.collection.events == two.collection.events
    with pytest.raises(ReviewError, match="nothing to redo"):
        redo(forth_two.log, **WHO)
    assert len(forth_two.log) == 6
    assert same(forth_two, again(forth_two, read()))


def test_a_new_decision_ends_what_can_be_redone() -> None:
    museum = telling(fresh(), "museum").id
    one = after(fresh(), accept(fresh(), [museum], **WHO))
    back = after(one, undo(one.log, **WHO))
    new = after(back, set_date(back, [museum], "1953", **WHO))
    with pytest.raises(ReviewError, match="nothing to redo"):
        redo(new.log, **WHO)


def test_each_undoes_their_own() -> None:
    museum, mill = telling(fresh(), "museum").id, telling(fresh(), "mill").id
    one = after(fresh(), set_date(fresh(), [museum], "1953", **WHO))
    two = after(one, set_date(one, [mill], "1941", **OTHER))
    back = after(two, undo(two.log, **WHO))
    assert (telling(back, "museum").edtf, telling(back, "mill").edtf) == ("1952-05", "1941")


def test_what_another_built_upon_stays() -> None:
    ferry, mill = telling(fresh(), "Swallow").id, telling(fresh(), "mill").id
    one = after(fresh(), merge(fresh(), [ferry, mill], **WHO))
    two = after(one, set_date(one, [ferry], "1935", **OTHER))
    with pytest.raises(ReviewError, match="Ben decided about the same event since"):
        undo(two.log, **WHO)
    free = after(two, undo(two.log, **OTHER))
    assert after(free, undo(free.log, **WHO)).collection.events == read().events


# A newer reading


def _much() -> Decided:
    """All sorts of decisions about the three articles."""
    now = fresh()
    bridge, ferry, museum = (telling(now, words) for words in ("opened the Harbour", "Swallow", "museum"))
    herald = next(n for n, c in enumerate(bridge.citations) if "4 May" in c.selector.exact)
    letter = read().documents[2]
    now = after(now, split(now, bridge.id, [herald], headline="Opened again", **WHO))
    now = after(now, set_date(now, [ferry.id], "1935", **WHO))
    now = after(now, edit(now, [museum.id], {"tags": ["culture"], "headline": "Larn has a museum"}, **OTHER))
    now = after(now, accept(now, [museum.id], **WHO))
    now = after(now, set_aside(now, [telling(now, "closed").id], **WHO))
    sung = letter.text.index("the choir"), letter.text.index(" at the market")
    return after(now, make_event(now, letter.id, *sung, "1958", "The choir sang", **WHO))


def test_reading_again_keeps_every_decision() -> None:
    now = _much()
    newer = again(now, build_timeline(DOCUMENTS, earlier=read()))
    assert newer.lapsed == ()
    assert newer.collection == now.collection
    assert newer.aside == now.aside


def test_reading_again_without_the_earlier_ids_keeps_every_decision() -> None:
    now = _much()
    renamed = replace(read(), events=tuple(replace(e, id=f"x{e.id}") for e in read().events))
    newer = again(now, renamed)
    assert newer.lapsed == ()
    assert [(e.edtf, e.headline, e.tags, e.review) for e in newer.collection.events] == [
        (e.edtf, e.headline, e.tags, e.review) for e in now.collection.events
    ]


def test_with_more_articles_what_is_read_otherwise_now_is_listed() -> None:
    mill, ferry = telling(fresh(), "mill"), telling(fresh(), "Swallow")
    now = after(fresh(), accept(fresh(), [mill.id], **WHO))
    now = after(now, set_date(now, [ferry.id], "1935", **WHO))
    more = build_timeline((*DOCUMENTS, article("news.txt", "1990-01-02", NEWS)), earlier=read())
    newer = again(now, more)
    assert [(one.number, one.reason) for one in newer.lapsed] == [
        (1, "It was accepted as 1940; now it reads 7 June 1940.")
    ]
    assert telling(newer, "mill").review == "unreviewed"
    assert telling(newer, "Swallow").edtf == "1935"
    assert any(e.edtf == "1961" for e in newer.collection.events)


def test_what_an_article_that_was_taken_out_told_is_listed() -> None:
    museum = telling(fresh(), "museum")
    letter = read().documents[2]
    now = after(fresh(), set_date(fresh(), [museum.id], "1953", **WHO))
    now = after(now, make_event(now, letter.id, 10, 30, "1958", "The choir sang", **WHO))
    newer = again(now, build_timeline([article("herald.txt", "2001-09-10", HERALD)], earlier=read()))
    assert [one.reason for one in newer.lapsed] == [
        "None of its sentences is told in the articles any more.",
        "The article with its words is no longer in the collection.",
    ]
    assert newer.collection.decisions == now.collection.decisions


def test_an_object_that_is_no_decision_is_kept_and_listed() -> None:
    now = decided(replace(read(), decisions=({"what": "renamed"},)))
    assert now.collection.events == read().events
    assert [(one.number, one.decision) for one in now.lapsed] == [(1, None)]
    more = after(now, accept(now, [now.collection.events[0].id], **WHO))
    assert (more.collection.decisions[0], len(more.lapsed)) == ({"what": "renamed"}, 1)


def test_versions_count_the_decisions_that_touch_an_event() -> None:
    now = _much()
    back = after(now, undo(now.log, **WHO))
    made = next(iter(now.log[5].after["event"]["id"].split()))
    assert now.versions[made] == 6
    assert back.versions[made] == 7
    assert now.versions[telling(now, "museum").id] == 4


# Wishes that can't be granted

REFUSED = {
    "no date": (lambda now, e: set_date(now, [e], "soon", **WHO), "'soon' is no date"),
    "no event": (lambda now, _: accept(now, ["e0"], **WHO), "no such event"),
    "nobody": (lambda now, _: accept(now, [], **WHO), "no event was named"),
    "one alone": (lambda now, e: merge(now, [e, e], **WHO), "at least two events"),
    "all sentences": (lambda now, e: split(now, e, [0, 1], **WHO), "not all"),
    "no sentence": (lambda now, e: split(now, e, [9], **WHO), "not all"),
    "never aside": (lambda now, e: restore(now, [e], **WHO), "Only what was set aside"),
    "nothing new": (lambda now, e: edit(now, [e], {}, **WHO), "Nothing was changed"),
    "no headline": (lambda now, e: edit(now, [e], {"headline": "  "}, **WHO), "needs a headline"),
    "no such field": (lambda now, e: edit(now, [e], {"edtf": "1962"}, **WHO), "can't be changed"),
    "no list": (lambda now, e: edit(now, [e], {"tags": "mills"}, **WHO), "list of texts"),
    "no words": (
        lambda now, _: make_event(now, read().documents[0].id, 18, 20, "1962", "A thing", **WHO),
        "Choose the words",
    ),
    "no article": (lambda now, _: make_event(now, "d0", 0, 5, "1962", "A thing", **WHO), "no longer in the coll"),
    "no reason": (lambda now, _: settle(now, telling(now, "opened the Harbour").id, " ", **WHO), "Say why"),
    "no quarrel": (lambda now, _: settle(now, telling(now, "museum").id, "so", **WHO), "nothing to settle"),
    "no address": (
        lambda now, _: edit_article(now, read().documents[0].id, {"url": "javascript:0"}, **WHO),
        "begins with http",
    ),
    "no change": (
        lambda now, _: edit_article(now, read().documents[0].id, {"title": "The Harbour Bridge"}, **WHO),
        "Nothing was changed",
    ),
    "no verdict": (lambda now, e: opinion(now, [e], "nice", **WHO), "verdict is one of"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_wish_that_cannot_be_granted_is_told_so(name: str) -> None:
    wish, sentence = REFUSED[name]
    ferry = telling(fresh(), "Swallow").id
    with pytest.raises(ReviewError, match=sentence):
        wish(fresh(), ferry)


def test_what_was_set_aside_has_to_come_back_first() -> None:
    mill = telling(fresh(), "mill").id
    now = after(fresh(), set_aside(fresh(), [mill], **WHO))
    with pytest.raises(ReviewError, match="bring it back first"):
        accept(now, [mill], **WHO)


def test_one_more_is_what_all_together_give() -> None:
    now = _much()
    assert same(now, again(now, read()))
    for _ in range(3):
        now = after(now, undo(now.log, **WHO))
        assert same(now, again(now, read()))


def test_a_log_names_its_decisions() -> None:
    assert [decision.action for decision in _much().log if isinstance(decision, Decision)] == [
        "split", "date", "edit", "accept", "set aside", "make",
    ]  # fmt: skip
