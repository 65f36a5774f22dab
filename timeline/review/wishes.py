"""A wish, checked → the decision that grants it. Each function raises ReviewError with what is wrong and what to do.

All take the collection as people have it now (``Decided``), who decides (``by``) and when (``at``, ISO text in UTC),
and give a Decision for the end of its log; nothing is changed before it is laid over.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, get_args

from timeline import edtf
from timeline.errors import EdtfError, ReviewError
from timeline.model import Action, Decision, DocumentKind, Event, Genre, Mention, Quote, Selector
from timeline.review.changing import EDITABLE, METADATA
from timeline.review.decided import Decided
from timeline.review.ids import event_id
from timeline.review.readers import VERDICTS
from timeline.review.reading import quotes_of

ENOUGH = 3
"""Quotes kept of each event where a decision is about many: enough to find it again."""

_CHOICES = {"kind": get_args(DocumentKind), "genre": get_args(Genre)}


def accept(now: Decided, targets: Sequence[str], *, by: str, at: str, why: str = "") -> Decision:
    """The decision that events are right as they stand, or that mentions are rightly without a date."""
    return _about(now, "accept", targets, {}, by, at, why)


def set_aside(now: Decided, targets: Sequence[str], *, by: str, at: str, why: str = "") -> Decision:
    """The decision that events or mentions do not belong on the timeline. They can be restored."""
    return _about(now, "set aside", targets, {}, by, at, why)


def restore(now: Decided, targets: Sequence[str], *, by: str, at: str, why: str = "") -> Decision:
    """The decision that events or mentions which were set aside come back."""
    for name in targets:
        if name not in now.layer.aside and name not in now.layer.left:
            raise ReviewError("Only what was set aside can be brought back, and this was not.")
    return _about(now, "restore", targets, {}, by, at, why)


def set_date(
    now: Decided, targets: Sequence[str], value: str, *, by: str, at: str, mod: str | None = None, typed: str = "",
    why: str = "",
) -> Decision:  # fmt: skip
    """The decision that events were at ``value`` (EDTF, with TIMEX3's ``mod``), which was typed as ``typed``."""
    after: dict[str, Any] = {"edtf": _date(value), "mod": mod}
    if typed:
        after["typed"] = typed
    return _about(now, "date", targets, after, by, at, why)


def edit(
    now: Decided, targets: Sequence[str], fields: Mapping[str, Any], *, by: str, at: str, why: str = ""
) -> Decision:
    """The decision that events have another headline, kind, participants, places, tags or note.

    ``add_tags`` and ``drop_tags`` change some of the tags. A headline can't be empty.
    """
    after = _fields(fields)
    if not after:
        raise ReviewError("Nothing was changed.")
    return _about(now, "edit", targets, after, by, at, why)


def merge(
    now: Decided, targets: Sequence[str], *, by: str, at: str, value: str | None = None, mod: str | None = None,
    headline: str | None = None, why: str = "",
) -> Decision:  # fmt: skip
    """The decision that events are one: the first keeps its id and words and takes in the sentences of the others.

    Without ``value`` it gets the finest of their dates that fits the first's, else keeps the first's; dates that do not
    fit stay visible as differing.
    """
    events = [_event(now, name) for name in dict.fromkeys(targets)]
    if len(events) < 2:
        raise ReviewError("Choose at least two events to make one of them.")
    after: dict[str, Any] = {"edtf": _date(value), "mod": mod} if value else _finest(events)
    if headline is not None:
        after |= _fields({"headline": headline})
    return _about(now, "merge", [event.id for event in events], after, by, at, why, few=False)


def split(
    now: Decided, target: str, going: Sequence[int], *, by: str, at: str, headline: str = "",
    value: str | None = None, mod: str | None = None, why: str = "",
) -> Decision:  # fmt: skip
    """The decision that the sentences with the numbers ``going`` (from 0) tell an event of their own.

    Without ``value`` and ``headline`` it gets the date of its sentences and the first of them as its words; what stays
    gets the date of its own sentences where its date came from those that go.
    """
    event = _event(now, target)
    chosen = sorted(set(going))
    if not chosen or chosen[0] < 0 or chosen[-1] >= len(event.citations) or len(chosen) == len(event.citations):
        raise ReviewError("Choose some of the event's sentences, not all: those that tell something else.")
    goes = [event.citations[n] for n in chosen]
    new = event_id(event.id, *(f"{c.document}:{c.selector.start}:{c.mention}" for c in goes), str(len(now.log)))
    own, own_mod = _of_sentences(now, [c.mention for c in goes]) or (event.edtf, event.mod)
    left = _of_sentences(now, [c.mention for n, c in enumerate(event.citations) if n not in chosen])
    part = {
        "id": new,
        "edtf": _date(value) if value else own,
        "mod": mod if value else own_mod,
        "headline": _fields({"headline": headline})["headline"] if headline else _short(goes[0].selector.exact),
    }
    after: dict[str, Any] = {"event": part}
    if left is not None and not edtf.overlaps(left[0], event.edtf):
        after["stays"] = {"edtf": left[0], "mod": left[1]}
    decision = _about(now, "split", [target], after, by, at, why, few=False)
    quotes = [q for n, q in enumerate(_quotes(now, event, None)) if n in chosen]
    moved = tuple(Quote(new, q.document, q.selector, q.words) for q in quotes)
    return _named(now, decision, quotes=(*decision.quotes, *moved))


def make_event(
    now: Decided, document: str, start: int, end: int, value: str, headline: str, *, by: str, at: str,
    mod: str | None = None, fields: Mapping[str, Any] | None = None, mention: str = "", typed: str = "", why: str = "",
) -> Decision:  # fmt: skip
    """The decision that the words from ``start`` to ``end`` of an article tell an event, at ``value``.

    ``fields`` may hold its kind, participants, places, tags and note; ``mention`` is the id of the mention in the words
    that dates it, empty where none does.
    """
    article = now.layer.document(document)
    if article is None:
        raise ReviewError("The article is no longer in the collection; choose the words in one that is.")
    if not 0 <= start < end <= len(article.text) or not article.text[start:end].strip():
        raise ReviewError("Choose the words of the article that tell the event.")
    dating = now.layer.reading.mention(mention) if mention else None
    selector = Selector.of(article.text, start, end)
    new = {
        "id": event_id(document, str(start), str(end), str(len(now.log))),
        "edtf": _date(value),
        "mod": mod,
        **_fields({"headline": headline, **(fields or {})}),
        **({"typed": typed} if typed else {}),
    }
    quote = Quote(new["id"], document, selector, dating.text if dating else "")
    return _named(now, Decision("", by, at, "make", (new["id"],), {}, {"event": new}, (quote,), why))


def settle(
    now: Decided, target: str, why: str, *, by: str, at: str, value: str | None = None, mod: str | None = None
) -> Decision:
    """The decision that a disagreement is settled, for the reason ``why``, at ``value`` or at the event's own date.

    The other dates stay visible.
    """
    if not _event(now, target).conflicts:
        raise ReviewError("No article gives another date for this event: there is nothing to settle.")
    if not why.strip():
        raise ReviewError("Say why this date is the right one: readers will see the reason beside the others.")
    after = {"edtf": _date(value), "mod": mod} if value else {}
    return _about(now, "settle", [target], after, by, at, why.strip())


def edit_article(
    now: Decided, document: str, fields: Mapping[str, Any], *, by: str, at: str, why: str = ""
) -> Decision:
    """The decision that an article has another title, author, publisher, address, language, date, kind or licence.

    None says that something isn't known. What hangs on the article's date changes when it is read again.
    """
    article = now.layer.document(document)
    if article is None:
        raise ReviewError("The article is no longer in the collection.")
    after = {name: _metadata(name, value) for name, value in fields.items()}
    held = {name: article.published.edtf if name == "published" else getattr(article, name) for name in after}
    if after == held:
        raise ReviewError("Nothing was changed.")
    return _named(now, Decision("", by, at, "article", (document,), {document: held}, after, (), why))


def opinion(now: Decided, targets: Sequence[str], verdict: str, *, by: str, at: str, value: str = "") -> Decision:
    """What a second reader holds of events or mentions, beside what was decided: it changes nothing of the timeline.

    ``verdict`` is "accept", "date" (with ``value``), "edit", "merge", "split", "settle" or "set aside".
    """
    if verdict not in VERDICTS:
        raise ReviewError(f"A second reader's verdict is one of {', '.join(VERDICTS)}; this was {verdict!r}.")
    after = {"verdict": verdict, **({"edtf": _date(value)} if verdict == "date" else {})}
    return _about(now, "opinion", targets, after, by, at, "")


def _about(
    now: Decided, action: Action, targets: Sequence[str], after: Mapping[str, Any], by: str, at: str, why: str,
    *, few: bool = True,
) -> Decision:  # fmt: skip
    """The decision about these targets, with what they are now and what they stand on."""
    names = tuple(dict.fromkeys(targets))
    if not names:
        raise ReviewError("Choose what this is about: no event was named.")
    before: dict[str, Any] = {}
    quotes: list[Quote] = []
    reading = now.layer.reading
    known = reading.events if action == "opinion" else {}
    spoken = [
        name
        for name in names
        if now.layer.event(name) is None and name not in known and reading.mention(name) is not None
    ]
    if spoken and action not in ("accept", "set aside", "restore", "opinion"):
        raise ReviewError("Choose events: one of these is a mention without a date, from which an event can be made.")
    mentions = frozenset(spoken)
    for name in names:
        mention = reading.mention(name) if name in mentions else None
        if name in known:  # judged as it was read, whatever became of it
            quotes += _quotes(now, known[name], ENOUGH)
            continue
        if mention is not None:
            before[name] = {"outcome": mention.outcome}
            quotes.append(_sentence(now, mention))
            continue
        event = _event(now, name, aside=action == "restore")
        before[name] = _held(event, action, after)
        read = reading.events.get(name, event)  # a newer reading knows nothing of what people joined to it
        quotes += _quotes(now, read, ENOUGH if few and len(names) > 1 else None)
    if spoken:
        after = {**after, **({"of": "mention"} if len(spoken) == len(names) else {"mentions": spoken})}
    return _named(now, Decision("", by, at, action, names, before, after, tuple(quotes), why))


def _named(now: Decided, decision: Decision, **changed: Any) -> Decision:
    return replace(decision, id="", **changed).named(len(now.log) + 1)


def _held(event: Event, action: Action, after: Mapping[str, Any]) -> dict[str, Any]:
    """What the decision is about to change, as it is now."""
    if action == "edit":
        names = [name for name in EDITABLE if name in after]
        names += ["tags"] if {"add_tags", "drop_tags"} & set(after) and "tags" not in names else []
        return {name: _plain(getattr(event, name)) for name in names}
    return {"edtf": event.edtf, "mod": event.mod, "headline": event.headline, "review": event.review}


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _event(now: Decided, name: str, *, aside: bool = False) -> Event:
    event = now.layer.event(name)
    if event is None:
        into = now.layer.event(now.layer.gone.get(name, ""))
        if into is not None:
            raise ReviewError(f"This event has become part of “{into.headline}”: decide about that one.")
        raise ReviewError("There is no such event any more; load the collection again.")
    if name in now.layer.aside and not aside:
        raise ReviewError(f"“{event.headline}” was set aside: bring it back first.")
    return event


def _quotes(now: Decided, event: Event, most: int | None) -> tuple[Quote, ...]:
    cited = event.citations if most is None else event.citations[:most]
    found = ((c.mention, now.layer.reading.mention(c.mention)) for c in cited)
    return quotes_of(event, {name: mention.text for name, mention in found if mention}, most)


def _sentence(now: Decided, mention: Mention) -> Quote:
    """The sentence of a mention, as the quote that it is found by."""
    document = now.layer.reading.documents[mention.document]
    span = next(
        ((s.start, s.end) for s in document.sentences if s.start <= mention.start < s.end), (mention.start, mention.end)
    )
    return Quote(mention.id, document.id, Selector.of(document.text, *span), mention.text)


def _finest(events: Sequence[Event]) -> dict[str, Any]:
    """The finest date that fits the first event's own."""
    first = events[0]
    fitting = [event for event in events if edtf.contains(first.edtf, event.edtf)]
    best = min(fitting or [first], key=lambda e: (edtf.width(e.edtf) is None, edtf.width(e.edtf) or 0))
    return {"edtf": best.edtf, "mod": best.mod}


def _of_sentences(now: Decided, mentions: Sequence[str]) -> tuple[str, str | None] | None:
    """The finest date that these mentions give; None where they give none."""
    found = [now.layer.reading.mention(name) for name in mentions if name]
    given = [(m.edtf, m.mod) for m in found if m is not None and m.edtf is not None]
    return min(given, key=lambda one: (edtf.width(one[0]) is None, edtf.width(one[0]) or 0)) if given else None


def _short(sentence: str, most: int = 90) -> str:
    line = " ".join(sentence.split())
    return line if len(line) <= most else line[: line.rfind(" ", 0, most)].rstrip(",;:") + " …"


def _date(value: str) -> str:
    try:
        return str(edtf.parse(value))
    except EdtfError as error:
        raise ReviewError(f"{value!r} is no date: write it as in 1962, 1962-05-03 or 1950/1953.") from error


def _fields(fields: Mapping[str, Any]) -> dict[str, Any]:
    """What is to be changed of an event, each value of the kind that it must be."""
    out: dict[str, Any] = {}
    for name, value in fields.items():
        if name in ("participants", "places", "tags", "add_tags", "drop_tags"):
            if not isinstance(value, list | tuple) or not all(isinstance(one, str) for one in value):
                raise ReviewError(f"{name.replace('_', ' ')} must be a list of texts.")
            out[name] = list(dict.fromkeys(" ".join(one.split()) for one in value if one.strip()))
        elif name in EDITABLE:
            if not isinstance(value, str):
                raise ReviewError(f"The {name} must be a text.")
            out[name] = value.strip() if name == "note" else " ".join(value.split())
            if name in ("headline", "kind") and not out[name]:
                raise ReviewError(f"An event needs a {name}: write what happened in a few words.")
        else:
            raise ReviewError(f"{name!r} of an event can't be changed.")
    return out


def _metadata(name: str, value: Any) -> Any:
    if name not in METADATA:
        raise ReviewError(f"{name!r} of an article can't be changed.")
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if not isinstance(value, str):
        raise ReviewError(f"The {name} of an article must be a text.")
    text = " ".join(value.split())
    if name == "published":
        return _date(text)
    if name in _CHOICES and text not in _CHOICES[name]:
        raise ReviewError(f"An article is one of {', '.join(_CHOICES[name])}; {text!r} is none of them.")
    if name == "url" and not text.startswith(("http://", "https://")):
        raise ReviewError("An address begins with http:// or https://.")
    return text
