"""The page that shows what is known of each article, and takes what a person knows better."""

from __future__ import annotations

import threading
from collections import Counter, OrderedDict
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from starlette.routing import Route

from timeline.app.bringing import BRINGING
from timeline.app.desk import now, shelf_of, text_in, workspace
from timeline.app.doors import RefusedError, told
from timeline.app.own import Current, current
from timeline.app.shelves import told_of
from timeline.app.writing import write
from timeline.chart.articles import when_written
from timeline.chart.labels import cut, shown
from timeline.languages import languages
from timeline.review.log import undo
from timeline.review.wishes import edit_article
from timeline.typed import read_date

if TYPE_CHECKING:
    from starlette.requests import Request

    from timeline.model import Collection, Decision, Document

AT = "/timeline/desk/articles/{key}"

FIELDS = ("title", "author", "publisher", "published", "language", "kind", "url", "licence")
"""What a person may say of an article, in the order of the form."""


MOST_TO_CHOOSE = 3_000
"""Articles that can be chosen from in one field."""


def to_choose(collection: Collection) -> list[dict[str, str]]:
    """The articles to choose from; editions often have one title, and are told apart by their files."""
    titles = Counter(document.title or document.file for document in collection.documents)

    def called(document: Document) -> str:
        title = document.title or document.file
        return f"{cut(shown(title))} ({cut(shown(document.file))})" if titles[title] > 1 else cut(shown(title))

    return [{"id": one.id, "title": called(one)} for one in islice(collection.documents, MOST_TO_CHOOSE)]


def articles_page(query: Mapping[str, str]) -> dict[str, Any]:
    """What the page shows: each article with what is known of it, and how many events it tells."""
    key = query.get("c", "")
    here = current(key)
    collection = here.decided.collection
    telling = Counter(name for event in collection.events for name in {c.document for c in event.citations})
    mentions = Counter(mention.document for mention in collection.mentions)
    first: dict[str, str] = {}
    for mention in collection.mentions:
        first.setdefault(mention.document, mention.id)
    read = {document.id for document in collection.documents} - set(here.gone)
    return {
        "shelf": told_of(shelf_of(key)),
        "articles": [
            {
                **_told(document, here), "letters": len(document.text), "events": telling[document.id],
                "mentions": mentions[document.id], "first": first.get(document.id, ""),
            }
            for document in collection.documents
            if document.id in read
        ]
        + [
            {**_told(document, here), "waits": True, "bytes": size, "events": 0, "first": ""}
            for document, size in _waiting(key, [name for name in here.unread if name not in read])
        ],
        "languages": list(languages()),
        "reading": BRINGING.busy(key),
        "stale": len(here.unread) + len(here.gone),
    }  # fmt: skip


_waits: OrderedDict[str, dict[str, tuple[Document, int]]] = OrderedDict()
"""The articles of a collection that wait to be read, without their texts, each with how many bytes it has."""

_turn = threading.Lock()

KEPT = 8
"""Collections of which those are kept."""


def _waiting(key: str, names: Sequence[str]) -> list[tuple[Document, int]]:
    """The articles of these ids, in the order in which they came; each is asked for once, however often the page is."""
    with _turn:
        known = _waits.get(key, {})
    new = [name for name in names if name not in known]
    there = known | {one[0].id: one for one in (workspace().heads(key, new) if new else ())}
    there = {name: there[name] for name in names if name in there}
    with _turn:
        _waits[key] = there
        _waits.move_to_end(key)
        while len(_waits) > KEPT:
            _waits.popitem(last=False)
    return list(there.values())


def _told(document: Document, here: Current) -> dict[str, Any]:
    known = {name: shown(getattr(document, name) or "") for name in FIELDS if name != "published"}
    published = document.published
    return {
        **known, "id": document.id, "file": shown(document.file), "note": shown(document.note or ""),
        "published": published.edtf or "", "written": when_written(published),
        "origin": published.origin, "why": shown(published.reason), "edition": document.edition_of or "",
        "pages": sum(place.kind == "page" for place in document.locators),
        "version": here.decided.versions.get(document.id, 0),
    }  # fmt: skip


def articles_routes() -> list[Route]:
    """The addresses at which articles are described, taken out and put back."""
    return [
        told(AT + "/undo", _undo),
        told(AT + "/{document}/{what}", _change),
    ]


def _change(request: Request, wish: dict[str, Any]) -> dict[str, Any]:
    document, what = (request.path_params[name] for name in ("document", "what"))
    key = shelf_of(request.path_params["key"]).id
    if what == "edit":
        return _edit(key, document, wish)
    if what == "take-out":
        workspace().take_out(key, document, at=now())
    elif what == "put-back":
        workspace().put_back(key, document, at=now())
    else:
        raise RefusedError("That can’t be done with an article.", 404)
    BRINGING.read(key)
    return {}


def _edit(key: str, document: str, wish: dict[str, Any]) -> dict[str, Any]:
    fields: dict[str, Any] = {name: text_in(wish, name, longest=1000) or None for name in FIELDS if name in wish}
    if fields.get("published"):
        fields["published"] = read_date(fields["published"]).edtf
    at, by, version = now(), text_in(wish, "by"), wish.get("version")
    seen = {document: version} if isinstance(version, int) else None
    decision = write(key, at, lambda here: edit_article(here.decided, document, fields, by=by, at=at), seen)
    BRINGING.read(key)
    return {"id": decision.id}


def _undo(request: Request, wish: dict[str, Any]) -> dict[str, Any]:
    """Takes the last decision back, if it is still the one that is meant."""
    key, at, meant, by = request.path_params["key"], now(), text_in(wish, "id"), text_in(wish, "by")

    def last(here: Current) -> Decision:
        if not here.decided.log or here.decided.log[-1].id != meant:
            raise RefusedError("Something else was decided since: take it back on the page “Check”.", 409)
        return undo(here.decided.log, by=by, at=at)

    write(key, at, last)
    BRINGING.read(key)
    return {}
