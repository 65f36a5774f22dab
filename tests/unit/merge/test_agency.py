"""Articles of one agency share whole paragraphs: each happening is one event, and each copy costs about as much."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

from tests.unit.merge.material import article, events_of
from timeline.merge.making import Told, join, tell_document

SHARED = (
    "The Skane Bridge was opened by Jonas Falk on {7 June 1840=1840-06-07}. Norway and Sweden signed the Lund treaty "
    "on {3 May 1841=1841-05-03}. The old mill burned down on {9 August 1842=1842-08-09}. "
)
OWN = "Reader {n} of the Ystad paper wrote a letter to the mayor in {{{year}={year}}}. "


def _told(count: int) -> list[Told]:
    made = []
    for n in range(count):
        document, mentions = article(SHARED + OWN.format(n=n, year=1700 + n), file=f"{n:03}.txt")
        made.append(tell_document(document, mentions))
    return made


def _steps(count: int) -> int:
    told, steps = _told(count), 0

    def trace(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal steps
        steps += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        join(told)
    finally:
        sys.settrace(before)
    return steps


def test_what_all_articles_say_in_the_same_words_is_one_event_of_all() -> None:
    events, _ = join(_told(7))
    cited = {e.edtf: len({c.document for c in e.citations}) for e in events}
    assert [cited[day] for day in ("1840-06-07", "1841-05-03", "1842-08-09")] == [7, 7, 7]


def test_twice_as_many_copies_take_little_more_than_twice_the_steps() -> None:
    _steps(4)  # what is made once
    assert _steps(60) < 2.6 * _steps(30), "each with each would be four times"


def test_one_sentence_said_twice_in_an_article_is_no_reason_to_join_what_it_keeps_apart() -> None:
    plan = "The Skane Bridge will be opened by Jonas Falk on {7 June 1840=1840-06-07}. "
    events, _ = events_of(SHARED + plan, plan)
    assert max(len(e.citations) for e in events if e.edtf == "1840-06-07") > 1
