"""A text twice as long takes about twice the steps, counted by the lines of code that run: no clock."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

from tests.unit.merge.material import article
from timeline.merge.making import tell_document

TEXTS = {
    "a story of many people": (
        "Anna{n} Holm{n} came to Lund{n} in {{1911=1911}}. She built the mill there, and it burnt in {{1920=1920}}. "
        "President Otto{n} Berg{n} met her. The President and Anna{n} Holm{n} married, and the couple left the city. "
        "The two signed a pact in {{1930=1930}}. It ended after he died in {{1940=1940}}. "
    ),
    "one sentence without an end": "Anna{n} Holm{n} left Lund{n} in {{1911=1911}} and she built a mill and ",
    "nothing but dates": "{{1911=1911}}, {{1912=1912}}, {{1913=1913}}, {{1914=1914}}, {{1915=1915}}, ",
}


def _steps(text: str, times: int) -> int:
    document, mentions = article("".join(text.format(n="abcdefghij"[n % 10] * (n // 10 + 1)) for n in range(times)))
    count = 0

    def trace(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        tell_document(document, mentions)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_twice_as_long_takes_twice_the_steps(text: str) -> None:
    _steps(text, 5)  # what is made once
    assert _steps(text, 240) < 2.25 * _steps(text, 120)
