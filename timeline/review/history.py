"""Who changed what of an event, when, and from what: its own decisions and those of the events it was joined with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
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
    names = {target}
    for decision in reversed(now.log):  # what was joined to it, or it was split from
        if decision.action in ("merge", "split") and names.intersection(touched(decision)):
            names.update(touched(decision))
    return tuple(
        Change(n, decision.by, decision.at, _words(now, decision, target), decision.why, counts)
        for n, (decision, counts) in enumerate(zip(now.log, now.counts, strict=True), 1)
        if names.intersection(touched(decision))
    )


def latest(now: Decided, most: int) -> tuple[Change, ...]:
    """The last steps of a whole collection, the newest first."""
    out = []
    for n in range(len(now.log), max(0, len(now.log) - most), -1):
        decision = now.log[n - 1]
        target = decision.targets[0] if decision.targets else ""
        out.append(Change(n, decision.by, decision.at, _words(now, decision, target), decision.why, now.counts[n - 1]))
    return tuple(out)


def _words(now: Decided, decision: Decision, target: str) -> str:
    if decision.action in TURNS:
        about = turned(now.log, decision)
        done = "took back" if decision.action == "undo" else "brought back"
        return f"{done}: {_words(now, about, target)}" if about else done
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
    date = f" {_say(decision.after)}" if decision.after.get("edtf") else ""
    return f"held as a second reader: {decision.after.get('verdict')}{date}"


def _accept(_: Decided, __: Decision, held: Mapping[str, Any]) -> str:
    return f"accepted it as {_say(held)}" if held.get("edtf") else "accepted that it has no date"


def _other(_: Decided, decision: Decision, __: Mapping[str, Any]) -> str:
    return {"set aside": "set it aside", "restore": "brought it back"}.get(decision.action, decision.action)


_WORDS = {
    "accept": _accept, "date": _date, "edit": _edit, "merge": _merge, "split": _split, "make": _make,
    "settle": _settle, "article": _edit, "opinion": _opinion,
}  # fmt: skip
