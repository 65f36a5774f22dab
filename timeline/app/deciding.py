"""What a person decides on the page: each wish checked, written to the log at once, and told in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from starlette.routing import Route

from timeline import edtf
from timeline.app.bringing import BRINGING
from timeline.app.card import article_of, card_of, search
from timeline.app.checking import filtered, looks_of
from timeline.app.desk import now, text_in
from timeline.app.doors import RefusedError, asked, told, unreadable
from timeline.app.own import Current, current
from timeline.app.writing import write
from timeline.chart.labels import shown
from timeline.model import Decision
from timeline.review import wishes
from timeline.review.decided import Decided
from timeline.review.log import redo, turned, undo
from timeline.typed import TypedDate, read_date

if TYPE_CHECKING:
    from starlette.requests import Request

AT = "/timeline/desk/check/{key}"

Wish = Mapping[str, Any]


def check_routes() -> list[Route]:
    """The addresses at which things are looked at and decided."""
    return [
        asked(AT + "/card/{target}", _card),
        asked(AT + "/date", _date),
        asked(AT + "/find", lambda r: {"events": search(r.path_params["key"], r.query_params.get("words", ""))}),
        asked(AT + "/article/{document}", _article),
        told(AT + "/decide", _decide),
        told(AT + "/bulk", _bulk),
        told(AT + "/undo", lambda request, wish: _turn(request, wish, undo)),
        told(AT + "/redo", lambda request, wish: _turn(request, wish, redo)),
    ]


def _card(request: Request) -> dict[str, Any]:
    second = bool(request.query_params.get("second"))
    return card_of(request.path_params["key"], request.path_params["target"], second=second)


def _article(request: Request) -> dict[str, Any]:
    return article_of(current(request.path_params["key"]), request.path_params["document"])


def _date(request: Request) -> dict[str, Any]:
    """What was typed, as it is understood: read back before it is taken."""
    typed = shown(request.query_params.get("text", ""))
    document = current(request.path_params["key"]).decided.layer.document(request.query_params.get("article", ""))
    published = document.published.edtf if document else None
    found = read_date(typed, published=published)
    return {**_told(found), "others": [_told(other) for other in found.others]}


def _told(found: TypedDate) -> dict[str, Any]:
    return {"edtf": found.edtf, "mod": found.mod, "words": found.words}


def _decide(request: Request, wish: dict[str, Any]) -> dict[str, Any]:
    """Writes one decision, unless somebody else decided about the same since the page was drawn."""
    key, at = request.path_params["key"], now()
    action = str(wish.get("action", ""))
    if action not in _WISHES:
        raise RefusedError("That can’t be decided here.")
    who = {"by": text_in(wish, "by"), "at": at, "why": text_in(wish, "why", longest=2000)}
    versions = wish.get("versions")
    seen = {str(n): v for n, v in versions.items() if isinstance(v, int)} if isinstance(versions, dict) else None
    decision = write(key, at, lambda here: _WISHES[action](here.decided, wish, who), seen)
    made = decision.after.get("event")
    return {"id": decision.id, "says": _said(decision), "made": made["id"] if isinstance(made, dict) else ""}


def _bulk(request: Request, wish: dict[str, Any]) -> dict[str, Any]:
    """Writes one decision about all that the filter leaves, if that is as many as the person was shown."""
    key, at = request.path_params["key"], now()
    decision = write(key, at, lambda here: _about_all(key, here, wish, at))
    return {"says": f"Done with {len(decision.targets):,}."}


def _about_all(key: str, here: Current, wish: dict[str, Any], at: str) -> Decision:
    looks = filtered(here.decided, looks_of(key, here, second=False), wish)
    if len(looks) != wish.get("count"):
        raise RefusedError("What the filter leaves has changed meanwhile: look at it again.", 409)
    action, who = str(wish.get("action", "")), {"by": text_in(wish, "by"), "at": at}
    targets = [look.target for look in looks if look.of == "event" or action != "tag"]  # words without a date have none
    if not targets:
        raise RefusedError("The filter leaves nothing that this can be done with.")
    if action == "accept":
        return wishes.accept(here.decided, targets, **who)
    if action == "set aside":
        return wishes.set_aside(here.decided, targets, why=text_in(wish, "why", longest=2000), **who)
    if action == "tag":
        return wishes.edit(here.decided, targets, {"add_tags": [text_in(wish, "tag")]}, **who)
    raise RefusedError("That can’t be done with all of them at once.")


def _turn(request: Request, wish: dict[str, Any], turn: Callable[..., Decision]) -> dict[str, Any]:
    """Takes back, or brings back, the last step of the person who asks."""
    key, at, by = request.path_params["key"], now(), text_in(wish, "by")
    decision = write(key, at, lambda here: turn(here.decided.log, by=by, at=at, counts=here.decided.counts))
    about = turned(current(key).decided.log, decision)
    if about is not None and about.action == "article":
        BRINGING.read(key)  # what hangs on the article's date changes
    verb = "Taken back" if decision.action == "undo" else "Brought back"
    what = _NAMES.get(about.action, about.action) if about else "a decision"
    return {"says": f"{verb}: {what}.", "target": about.targets[0] if about and about.targets else ""}


def _targets(wish: Wish) -> list[str]:
    targets = wish.get("targets")
    if not isinstance(targets, list) or not all(isinstance(one, str) for one in targets):
        raise unreadable()
    return targets


def _target(wish: Wish) -> str:
    targets = _targets(wish)
    if len(targets) != 1:
        raise RefusedError("Choose the one event that this is about.")
    return targets[0]


def _value(wish: Wish) -> dict[str, Any]:
    """The date that was chosen, with its shade; nothing where none was."""
    value, mod = wish.get("edtf"), wish.get("mod")
    return {"value": value, "mod": mod if isinstance(mod, str) else None} if isinstance(value, str) and value else {}


def _set_date(here: Decided, wish: Wish, who: Wish) -> Decision:
    date = _value(wish)
    if not date:
        raise RefusedError("Type a date first.")
    typed = text_in(dict(wish), "typed")
    return wishes.set_date(here, _targets(wish), typed=typed, **date, **who)


def _edit(here: Decided, wish: Wish, who: Wish) -> Decision:
    fields = wish.get("fields")
    if not isinstance(fields, dict):
        raise unreadable()
    return wishes.edit(here, _targets(wish), fields, **who)


def _merge(here: Decided, wish: Wish, who: Wish) -> Decision:
    return wishes.merge(here, _targets(wish), **_value(wish), **who)


def _split(here: Decided, wish: Wish, who: Wish) -> Decision:
    going = wish.get("going")
    if not isinstance(going, list) or not all(isinstance(n, int) for n in going):
        raise RefusedError("Choose the sentences that tell something else.")
    headline = text_in(dict(wish), "headline", longest=500)
    return wishes.split(here, _target(wish), going, headline=headline, **_value(wish), **who)


def _settle(here: Decided, wish: Wish, who: Wish) -> Decision:
    return wishes.settle(here, _target(wish), who["why"], by=who["by"], at=who["at"], **_value(wish))


def _make(here: Decided, wish: Wish, who: Wish) -> Decision:
    start, end = wish.get("start"), wish.get("end")
    if not isinstance(start, int) or not isinstance(end, int):
        raise RefusedError("Choose the words of the article that tell the event.")
    date, plain = _value(wish), dict(wish)
    if not date:
        raise RefusedError("Type a date first.")
    return wishes.make_event(
        here, text_in(plain, "document"), start, end, headline=text_in(plain, "headline", longest=500),
        mention=text_in(plain, "mention"), typed=text_in(plain, "typed"), **date, **who,
    )  # fmt: skip


def _opinion(here: Decided, wish: Wish, who: Wish) -> Decision:
    if not who["by"]:
        raise RefusedError("A second reader needs a name: type one first.")
    verdict = text_in(dict(wish), "verdict")
    return wishes.opinion(here, _targets(wish), verdict, by=who["by"], at=who["at"], value=str(wish.get("edtf") or ""))


_WISHES: Mapping[str, Callable[[Decided, Wish, Any], Decision]] = {
    "accept": lambda here, wish, who: wishes.accept(here, _targets(wish), **who),
    "set aside": lambda here, wish, who: wishes.set_aside(here, _targets(wish), **who),
    "restore": lambda here, wish, who: wishes.restore(here, _targets(wish), **who),
    "date": _set_date, "edit": _edit, "merge": _merge, "split": _split, "settle": _settle, "make": _make,
    "opinion": _opinion,
}  # fmt: skip

_NAMES: Mapping[str, str] = {
    "accept": "accepted", "date": "the date", "edit": "the words", "merge": "made one event", "split": "split",
    "set aside": "set aside", "restore": "put back", "make": "an event made by hand", "settle": "settled",
    "article": "what is known of an article", "opinion": "a second opinion",
}  # fmt: skip


def _said(decision: Decision) -> str:
    """What was decided, for the line at the foot of the page."""
    after = decision.after
    match decision.action:
        case "accept":
            return "Accepted."
        case "date":
            return f"The date is now {edtf.say(after['edtf'], after.get('mod'), inside=True)}."
        case "merge":
            return f"{len(decision.targets)} events are one now."
        case "split":
            return f"“{shown(after['event']['headline'])}” is an event of its own now."
        case "set aside":
            return "Set aside. It can be put back."
        case "make":
            return f"“{shown(after['event']['headline'])}” is on the timeline."
        case "settle":
            return "Settled. The other dates stay visible."
        case _:
            return "Kept."
