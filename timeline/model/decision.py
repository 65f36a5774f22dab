"""What a person decided about a reading: an append-only log, laid over what the program read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, get_args

from timeline.errors import ReviewError
from timeline.model.event import Selector
from timeline.model.said import check

Action = Literal[
    "accept", "date", "edit", "merge", "split", "set aside", "restore", "make", "settle", "article", "opinion",
    "undo", "redo",
]  # fmt: skip

Plain = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence that a decision's target stood on, so that a newer reading can be asked for it again.

    ``target`` is the id of the event or mention, ``document`` the id of the article, ``words`` those of the mention
    that gave the date, empty where there was none.
    """

    target: str
    document: str
    selector: Selector
    words: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: who (``by``, as people call themselves, or empty), when, about what, from what, to what, and why.

    ``at`` is the time in UTC as ISO text, given by the caller. ``targets`` are ids of events or mentions, of one
    document where the action is ``article``. ``before`` holds by target the values that were changed, ``after`` the
    new ones; both are plain JSON values, listed by action in docs/review.md. ``quotes`` are what the targets stood on.
    ``undoes`` is the id of the decision that an ``undo`` takes back, or of the undo that a ``redo`` takes back.
    """

    id: str
    by: str
    at: str
    action: Action
    targets: tuple[str, ...]
    before: Plain = field(default_factory=dict)
    after: Plain = field(default_factory=dict)
    quotes: tuple[Quote, ...] = ()
    why: str = ""
    undoes: str | None = None

    def plain(self) -> dict[str, Any]:
        """The object of the decision in a collection file: docs/collection-file.md."""
        return {
            "id": self.id,
            "by": self.by,
            "at": self.at,
            "action": self.action,
            "targets": list(self.targets),
            "before": dict(self.before),
            "after": dict(self.after),
            "quotes": [
                {
                    "target": quote.target,
                    "document": quote.document,
                    "start": quote.selector.start,
                    "end": quote.selector.end,
                    "exact": quote.selector.exact,
                    "prefix": quote.selector.prefix,
                    "suffix": quote.selector.suffix,
                    "words": quote.words,
                }
                for quote in self.quotes
            ],
            "why": self.why,
            "undoes": self.undoes,
        }

    @classmethod
    def of(cls, plain: Plain) -> Decision:
        """The decision that the object of a file holds; raises ReviewError where this version can't read it.

        Keys that it doesn't know are left to the log, which keeps the object as it is; what it knows must be what its
        action needs (``said.check``).
        """
        try:
            decision = cls(
                id=_text(plain, "id"),
                by=_text(plain, "by"),
                at=_text(plain, "at"),
                action=_action(plain),
                targets=_texts(plain["targets"]),
                before=_object(plain.get("before", {})),
                after=_object(plain.get("after", {})),
                quotes=tuple(_quote(quote) for quote in plain.get("quotes", ())),
                why=_text(plain, "why", ""),
                undoes=None if plain.get("undoes") is None else _text(plain, "undoes"),
            )
            check(decision.action, decision.targets, decision.before, decision.after)
            if decision.action in ("undo", "redo"):
                _text(plain, "undoes")
        except (KeyError, TypeError, AttributeError) as error:
            raise ReviewError(f"A decision of the log can't be read: {_wrong(error)}.") from error
        return decision

    def named(self, number: int) -> Decision:
        """The same decision with an id of its own, made of what it says and its ``number`` in the log, from 1."""
        seed = json.dumps([number, {**self.plain(), "id": ""}], sort_keys=True)
        return replace(self, id="r" + hashlib.sha256(seed.encode("utf-8", "surrogatepass")).hexdigest()[:12])


def _wrong(error: Exception) -> str:
    return f"its key {error} is missing" if isinstance(error, KeyError) else str(error)


def _text(plain: Plain, key: str, default: str | None = None) -> str:
    value = plain[key] if default is None else plain.get(key, default)
    if not isinstance(value, str):
        raise TypeError(f"{key!r} must be a text")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple) or not all(isinstance(one, str) for one in value):
        raise TypeError("'targets' must be a list of texts")
    return tuple(value)


def _object(value: object) -> Plain:
    if not isinstance(value, Mapping):
        raise TypeError("'before' and 'after' must be objects")
    return dict(value)


def _action(plain: Plain) -> Action:
    value = _text(plain, "action")
    if value not in get_args(Action):
        raise TypeError(f"{value!r} is no action that this version knows")
    return value  # type: ignore[return-value]  # checked


def _quote(plain: Plain) -> Quote:
    start, end = plain["start"], plain["end"]
    if type(start) is not int or type(end) is not int or not 0 <= start <= end:
        raise TypeError("a quote's 'start' and 'end' must be offsets in a text")
    selector = Selector(start, end, _text(plain, "exact"), _text(plain, "prefix", ""), _text(plain, "suffix", ""))
    return Quote(_text(plain, "target"), _text(plain, "document"), selector, _text(plain, "words", ""))
