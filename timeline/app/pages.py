"""The pages beside the explorer, and the frame that each stands in: which page an address means, and the ways on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from starlette.routing import Route

from timeline.app import articles, bring, shelves
from timeline.app.checking import check_page
from timeline.app.collections import is_own, offered, opened, own
from timeline.app.compare_page import compare_page
from timeline.app.desk import GONE, shelf_of
from timeline.app.desk import shelves as all_shelves
from timeline.app.doors import RefusedError, asked, sentence_of, status_of
from timeline.app.settings_page import settings_for_others, settings_page
from timeline.app.teaching import PARTS, language_in, teach_page
from timeline.app.visitors import Visitor, visitor, word_needed
from timeline.chart.labels import cut, shown
from timeline.errors import TimelineError, UnknownCollectionError
from timeline.lesson.texts import page_texts
from timeline.teach import LANGUAGES, speech

if TYPE_CHECKING:
    from starlette.requests import Request

Given = Callable[[Mapping[str, str]], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Page:
    """A page: what the browser is given for it, and whether it is one of a collection.

    ``to_others`` is what everybody else is given than who shares the app, where that is something else. ``of_samples``:
    whether the samples and the opened file have it too. ``texts``: the parts of the texts of teaching that it shows; it
    stands, with its frame, in the language that the address names.
    """

    given: Given
    of_collection: bool = True
    to_others: Given | None = None
    of_samples: bool = False
    texts: tuple[str, ...] = ()


HOME = "collections"

PAGES: dict[str, Page] = {
    HOME: Page(shelves.home, of_collection=False),
    "settings": Page(settings_page, of_collection=False, to_others=settings_for_others),
    "articles": Page(articles.articles_page),
    "check": Page(check_page),
    "teach": Page(teach_page, of_samples=True, texts=PARTS),
    "bring": Page(bring.bring_page),
    "compare": Page(compare_page),
}
"""The pages by their word in the address, by which their name in the bar stands among the texts of the frame; the order
is that of the bar."""

HOME_AT = f"?page={HOME}"


def wanted(query: Mapping[str, str]) -> str | None:
    """The page that an address means; None is the explorer.

    An address that names nothing means the file that was opened, else the home page of who has collections, else the
    explorer on a sample.
    """
    if query.get("page") in PAGES:
        return query["page"]
    if "c" in query and _is_gone(query["c"]):
        return "articles"  # which says so
    if "page" in query or "c" in query or opened():
        return None
    return HOME if own() else None


def _is_gone(key: str) -> bool:
    """Whether this is the address of a collection that was deleted, or of none that who asks may know of."""
    try:
        return is_own(key) and shelf_of(key, deleted=True).deleted is not None
    except UnknownCollectionError:
        return True
    except TimelineError:
        return False


def frame(page: str, query: Mapping[str, str]) -> dict[str, Any]:
    """All that the browser needs to draw a page for who asks; ``reads``: who may change nothing; ``problem`` is what
    keeps it from being shown, in a sentence, ``deleted`` the collection that can be brought back, and ``missing`` says
    that there is none at this address."""
    key = query.get("c", "") if PAGES[page].of_collection else ""
    language = language_in(query) if PAGES[page].texts else LANGUAGES[0]
    told: dict[str, Any] = {"page": page, "key": key, "home": HOME_AT, "word": word_needed(), "given": {}}
    told |= {"language": language, "texts": page_texts(language, ("frame", *PAGES[page].texts))}
    told["reads"] = visitor() is Visitor.READER
    told |= {"choices": [], "title": "", "ways": ways(page, "", language), "revision": ""}
    try:
        told["revision"] = _stamp(key)  # first: what changes from here on is seen at the next look
        mine = own()
        choice = next((one for one in mine if one.id == key), None)
        told |= {
            "choices": [{"id": one.id, "title": one.title} for one in mine],
            "ways": ways(page, choice.id if choice else "", language),
        }
        if PAGES[page].of_collection and key and choice is None:
            told["title"] = _title(page, key)
            told["ways"] = ways(page, key, language)
        others = PAGES[page].to_others if visitor() is not Visitor.OWNER else None
        given = others or PAGES[page].given
        told["given"] = given(query)
    except TimelineError as error:
        told["problem"] = _problem(error, key, language)
        if visitor() is not Visitor.READER and status_of(error) == GONE:
            told["deleted"] = key
        told["missing"] = isinstance(error, UnknownCollectionError) and _is_gone(key)
    return told


def _problem(error: TimelineError, key: str, language: str) -> str:
    """What keeps a page from being shown: that its collection is gone is said in the language of the page."""
    if status_of(error) == GONE and is_own(key):
        return speech(language).text("refused.deleted", name=cut(shown(shelf_of(key, deleted=True).name)))
    if isinstance(error, UnknownCollectionError) and _is_gone(key):
        return speech(language).text("refused.no-collection", name=cut(shown(key), 40))
    return sentence_of(error)


def _title(page: str, key: str) -> str:
    """The name of a collection that isn't among the person's: a sample, one that was put away; or an error."""
    if PAGES[page].of_samples and not is_own(key):
        return offered(key).title
    return shelf_of(key).name


def ways(page: str | None, key: str, language: str = LANGUAGES[0]) -> list[dict[str, Any]]:
    """What stands in the bar: the way home, and to the pages of a collection; of a sample only what it has."""
    words = speech(language)

    def way(name: str, **more: str) -> dict[str, Any]:
        if PAGES[name].texts and language != LANGUAGES[0]:
            more["lang"] = language
        query = urlencode({"page": name, **more})
        return {"name": words.text(f"frame.{name}"), "href": f"?{query}", "here": page == name}

    found = [way(HOME)]
    if not key:
        return found + [way(name) for name, one in PAGES.items() if not one.of_collection and name != HOME]
    found.append({"name": words.text("frame.explore"), "href": f"?{urlencode({'c': key})}", "here": page is None})
    if not is_own(key):
        found += [way(name, c=key) for name, one in PAGES.items() if one.of_samples]
        return [*found, {"name": words.text("frame.own-articles"), "href": HOME_AT, "here": False}]
    return found + [way(name, c=key) for name, one in PAGES.items() if one.of_collection]


def page_routes() -> list[Route]:
    """The addresses at which pages are asked for anew."""
    return [asked("/timeline/desk/page/{page}", _page), asked("/timeline/desk/revision", _revision)]


def pulse(key: str) -> str:
    """Where an open window asks whether a collection was changed; empty for what nobody can change."""
    return f"/timeline/desk/revision?{urlencode({'c': key})}" if key and is_own(key) else ""


def check_address(key: str) -> str:
    """Where the events of a collection are checked and changed; empty for what nobody can change."""
    return f"?{urlencode({'page': 'check', 'c': key})}" if key and is_own(key) else ""


def source_address(key: str) -> str:
    """Where an article of a collection is looked at as a source, up to its id; empty where there is no collection."""
    return f"?{urlencode({'page': 'teach', 'c': key})}&source=" if key else ""


def _page(request: Request) -> dict[str, Any]:
    page = request.path_params["page"]
    if page not in PAGES:
        raise RefusedError("There is no such page.", 404)
    return frame(page, request.query_params)


def _revision(request: Request) -> dict[str, Any]:
    """Asked every other second by open windows: ``revision`` is that of the frame, unless something changed since."""
    return {"revision": _stamp(request.query_params.get("c", ""))}


def _stamp(key: str) -> str:
    """Another text whenever anything changed in the collection; without ``key``, in any."""
    if key and not is_own(key):
        return "0"  # nobody changes a sample
    if key:
        return str(shelf_of(key).revision)
    return " ".join(f"{one.id} {one.revision} {one.changed}" for one in all_shelves(deleted=True))
