"""Who changed what of an event, when, and from what: its own decisions and those of the events it was joined with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import Any

from timeline import edtf
from timeline.model import Decision
from timeline.review.decided import Decided
from timeline.review.log import TURNS, touched, turned


@dataclass(frozen=True, slots=True)
class Change:
    """One step of a history: ``number`` is that of the decision in the log, from 1, ``words`` say what was changed.

    ``counts`` is False where it was taken back.
    """

    number: int
    by: str
    at: str
    words: str
    why: str
    counts: bool


def history(now: Decided, target: str) -> tuple[Change, ...]:
    """The steps that made an event, a mention or an article what it is, the oldest first."""
    steps = {n for name in _joined(now, target) for n in now.book.written.get(name, ())}
    return tuple(_change(now, n, target) for n in sorted(steps))


def _joined(now: Decided, target: str) -> set[str]:
    """The id, with those of what was joined to it or it was split from: what these were before that, and so on."""
    written, names = now.book.written, {target}
    steps = [-n for n in written.get(target, ())]
    heapify(steps)
    while steps:  # from the last one on
        n = -heappop(steps)
        if now.log[n].action in ("merge", "split"):
            for name in {*touched(now.log[n])} - names:
                names.add(name)
                for earlier in written[name]:
                    if earlier < n:
                        heappush(steps, -earlier)
    return names


def latest(now: Decided, most: int) -> tuple[Change, ...]:
    """The last steps of a whole collection, the newest first."""
    last = reversed(range(max(0, len(now.log) - most), len(now.log)))
    return tuple(_change(now, n, next(iter(now.log[n].targets), "")) for n in last)


def _change(now: Decided, n: int, target: str) -> Change:
    """The step of decision ``n``, from 0, as ``target`` has it."""
    decision = now.log[n]
    return Change(n + 1, decision.by, decision.at, _words(now, n, target), decision.why, now.counts[n])


def _words(now: Decided, n: int, target: str) -> str:
    decision = now.log[n]
    if decision.action in TURNS:
        about = turned(now.log, decision, n)
        done = "took back" if decision.action == "undo" else "brought back"
        return f"{done}: {_of_one(now, about, target)}" if about else done
    return _of_one(now, decision, target)


def _of_one(now: Decided, decision: Decision, target: str) -> str:
    before = decision.before.get(target)
    held: Mapping[str, Any] = before if isinstance(before, Mapping) else {}
    return _WORDS.get(decision.action, _other)(now, decision, held)


def _say(values: Mapping[str, Any]) -> str:
    return edtf.say(values["edtf"], values.get("mod"), inside=True) if values.get("edtf") else "no date"


def _date(_: Decided, decision: Decision, held: Mapping[str, Any]) -> str:
    typed = decision.after.get("typed")
    return f"set the date to {_say(decision.after)}{f' (typed “{typed}”)' if typed else ''}, from {_say(held)}"


def _edit(_: Decided, decision: Decision, held: Mapping[str, Any]) -> str:
    return "; ".join(_edits(decision, held))


def _edits(decision: Decision, held: Mapping[str, Any]) -> Iterator[str]:
    for name, value in decision.after.items():
        if name == "add_tags":
            yield f"added the tags {_plain(value)}"
        elif name == "drop_tags":
            yield f"took off the tags {_plain(value)}"
        else:
            yield f"changed the {name} to {_plain(value)}, from {_plain(held.get(name))}"


def _plain(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(f"“{one}”" for one in value) or "none"
    return f"“{value}”" if value else "none"


def _merge(_: Decided, decision: Decision, __: Mapping[str, Any]) -> str:
    others = [decision.before.get(name, {}).get("headline", name) for name in decision.targets]
    return f"made one event of {_plain(others)}, {_say(decision.after)}"


def _split(_: Decided, decision: Decision, held: Mapping[str, Any]) -> str:
    part = decision.after["event"]
    return f"split “{part['headline']}” ({_say(part)}) off “{held.get('headline', '')}”"


def _make(_: Decided, decision: Decision, __: Mapping[str, Any]) -> str:
    return f"made the event “{decision.after['event']['headline']}” ({_say(decision.after['event'])}) by hand"


def _settle(_: Decided, decision: Decision, held: Mapping[str, Any]) -> str:
    return f"settled the disagreement at {_say(decision.after if decision.after.get('edtf') else held)}"


def _opinion(_: Decided, decision: Decision, __: Mapping[str, Any]) -> str:
    verdict = str(decision.after.get("verdict"))
    return f"held as a second reader that {_HELD.get(verdict) or f'it was {_say(decision.after)}'}"


_HELD = {
    "accept": "it is right as read",
    "set aside": "it is no event",
    "merge": "it is one with another event",
    "split": "it is more than one event",
    "edit": "it wants other words",
    "settle": "the disagreement is settled",
}
"""What a second reader holds who gives no date."""


def _accept(_: Decided, __: Decision, held: Mapping[str, Any]) -> str:
    return f"accepted it as {_say(held)}" if held.get("edtf") else "accepted that it has no date"


def _other(_: Decided, decision: Decision, __: Mapping[str, Any]) -> str:
    return {"set aside": "set it aside", "restore": "brought it back"}.get(decision.action, decision.action)


_WORDS = {
    "accept": _accept, "date": _date, "edit": _edit, "merge": _merge, "split": _split, "make": _make,
    "settle": _settle, "article": _edit, "opinion": _opinion,
}  # fmt: skip
