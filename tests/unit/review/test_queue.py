"""What deserves a look first, and what leaves the queue."""

from __future__ import annotations

from dataclasses import replace

from tests.unit.review.made import OTHER, WHO, after, article, fresh, read, telling
from timeline.model import Alternative, Collection
from timeline.pipeline import build_timeline
from timeline.review.decided import Decided, decided
from timeline.review.log import undo
from timeline.review.queue import queue, queue_as_read
from timeline.review.readers import agreement, second_readers
from timeline.review.wishes import accept, edit, opinion, set_aside, set_date, settle


def sorts(now: Decided) -> dict[str, list[str]]:
    return {look.target: [reason.sort for reason in look.reasons] for look in queue(now)}


def of(*texts: str) -> Decided:
    return decided(build_timeline([article(f"{n}.txt", "2001-05-02", text) for n, text in enumerate(texts)]))


def test_the_doubtful_first_each_with_a_sentence() -> None:
    looks = queue(fresh())
    assert [(look.of, [reason.sort for reason in look.reasons]) for look in looks] == [
        ("event", ["conflict"]),
        ("mention", ["undated"]),
    ]
    assert "one day apart" in looks[0].reasons[0].words
    assert looks[1].reasons[0].words.startswith("“Sunday”: it counts from the day of writing")


def test_what_was_decided_about_leaves_and_comes_back_when_undone() -> None:
    bridge = telling(fresh(), "opened the Harbour").id
    sunday = next(m.id for m in read().mentions if m.text == "Sunday")
    now = after(fresh(), settle(fresh(), bridge, "the programme says so", **WHO))
    now = after(now, accept(now, [sunday], **WHO))
    assert queue(now) == ()
    assert queue(after(now, undo(now.log, **WHO)))[0].target == sunday


def test_an_event_set_aside_is_checked() -> None:
    bridge = telling(fresh(), "opened the Harbour").id
    assert bridge not in sorts(after(fresh(), set_aside(fresh(), [bridge], **WHO)))


def test_a_tag_alone_leaves_it_in_the_queue() -> None:
    bridge = telling(fresh(), "opened the Harbour").id
    assert bridge in sorts(after(fresh(), edit(fresh(), [bridge], {"tags": ["bridges"]}, **WHO)))


def test_what_may_be_told_twice() -> None:
    mill = telling(fresh(), "mill")
    june = {"edtf": "1940-06", "earliest": "1940-06-01", "latest": "1940-06-30"}
    twin = replace(mill, id="e2", headline="Old mill burnt down", **june)
    events = tuple(sorted((*read().events, twin), key=lambda e: e.earliest or ""))
    found = {look.target: look for look in queue(decided(replace(read(), events=events)))}
    pair = {mill.id, "e2"} & set(found)
    assert len(pair) == 1
    look = found[pair.pop()]
    assert (look.reasons[0].sort, {look.target, look.other}) == ("duplicate", {mill.id, "e2"})


def test_few_articles_that_give_the_very_date() -> None:
    now = of(
        "The old mill of Larn burnt down on 7 June 1940.",
        "The old mill of Larn burnt down in June 1940.",
        "The old mill of Larn burnt down in 1940.",
    )
    event = now.collection.events[0]
    assert len(event.citations) == 3
    assert "Only 1 of 3 articles gives this very date." in [r.words for look in queue(now) for r in look.reasons]


def test_what_only_follows_from_another_date() -> None:
    implied = tuple(replace(e, status="implied") if "museum" in e.headline else e for e in read().events)
    assert sorts(decided(replace(read(), events=implied)))[telling(fresh(), "museum").id] == ["implied"]


def test_another_reading_that_was_possible() -> None:
    museum = telling(fresh(), "museum")
    cited = museum.citations[0].mention
    other = (Alternative("1852-05", "the century is not said"),)
    mentions = tuple(replace(m, alternatives=other) if m.id == cited else m for m in read().mentions)
    look = next(look for look in queue(decided(replace(read(), mentions=mentions))) if look.target == museum.id)
    assert look.reasons[0].words == "“May 1952” could also be May 1852: the century is not said."


def test_a_decision_that_no_longer_fits_comes_first() -> None:
    mill = telling(fresh(), "mill")
    now = after(fresh(), accept(fresh(), [mill.id], **WHO))
    finer = tuple(replace(e, edtf="1940-06-07") if e.id == mill.id else e for e in read().events)
    newer = decided(Collection(read().documents, read().mentions, finer, now.collection.decisions))
    assert sorts(newer)[mill.id] == ["again"]
    assert queue(newer)[0].target == mill.id


def test_of_many_accepted_at_once_only_what_no_longer_fits_comes_back() -> None:
    mill, museum = telling(fresh(), "mill"), telling(fresh(), "museum")
    now = after(fresh(), accept(fresh(), [mill.id, museum.id], **WHO))
    finer = tuple(replace(e, edtf="1940-06-07") if e.id == mill.id else e for e in read().events)
    newer = decided(Collection(read().documents, read().mentions, finer, now.collection.decisions))
    assert [one.targets for one in newer.lapsed] == [(mill.id,)]
    assert mill.id in sorts(newer)
    assert museum.id not in sorts(newer)


# A second reader


def test_the_second_reader_sees_the_queue_as_it_was_read() -> None:
    bridge = telling(fresh(), "opened the Harbour").id
    now = after(fresh(), set_date(fresh(), [bridge], "1931", **WHO))
    assert [look.target for look in queue_as_read(now)] == [look.target for look in queue(fresh())]


def test_agreement_of_two_readers() -> None:
    names = [e.id for e in read().events[:4]]
    now = after(fresh(), accept(fresh(), names[:2], **WHO))
    now = after(now, set_date(now, [names[2]], "1941", **WHO))
    now = after(now, set_aside(now, [names[3]], **WHO))
    now = after(now, opinion(now, names[:2], "accept", **OTHER))
    now = after(now, opinion(now, [names[2]], "date", value="1942", **OTHER))
    now = after(now, opinion(now, [names[3]], "set aside", **OTHER))
    assert second_readers(now) == ("Ben",)
    found = agreement(now, "Ben")
    assert (found.both, found.share, found.differ) == (4, 0.75, {names[2]: ("date 1941", "date 1942")})
    assert found.kappa is not None
    assert abs(found.kappa - (0.75 - 0.3125) / (1 - 0.3125)) < 1e-9  # chance: 2/4·2/4 + 1/4·1/4


def test_agreement_that_cannot_be_told() -> None:
    names = [e.id for e in read().events[:2]]
    now = after(fresh(), opinion(fresh(), names, "accept", **OTHER))
    assert agreement(now, "Ben").share is None
    now = after(now, accept(now, names, **WHO))
    found = agreement(now, "Ben")
    assert (found.share, found.kappa) == (1.0, None)
    assert second_readers(after(now, undo(now.log, **OTHER))) == ()
