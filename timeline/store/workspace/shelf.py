"""What a workspace answers with: a collection's row, its reading, what was brought."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from timeline.model import Collection, Document


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is known of a collection without opening it.

    ``id`` stands in its address and never changes. ``articles`` and ``events`` are counts, the latter of the reading;
    ``bytes`` is the size of the articles' texts in UTF-8. ``created``, ``changed``, ``archived`` and ``deleted`` are
    what the caller gave as time, the last two None where it is neither. ``revision`` counts all changes; ``decisions``
    is the number of the last decision. ``read_at`` is when the reading was made, None where that isn't known, ``rules``
    the version of the rules that it was made by. ``shared``: whether others may see it where the app is shared.
    """

    id: str
    name: str
    description: str
    articles: int
    events: int
    bytes: int
    created: str
    changed: str
    archived: str | None
    deleted: str | None
    revision: int
    decisions: int
    read_at: str | None
    rules: str
    shared: bool


@dataclass(frozen=True, slots=True)
class Earlier:
    """What is known of a reading that another took the place of, without opening it.

    ``made`` is when it was read, None where that isn't known, ``until`` when another took its place; ``why`` says what
    was new then: how many articles ``came``, ``went`` and were ``described`` anew, whether the ``rules`` were newer.
    ``bytes`` is what it takes in the database.
    """

    number: int
    made: str | None
    until: str
    rules: str
    why: Mapping[str, Any]
    articles: int
    events: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Stored:
    """A collection as the program read it, with the whole log in ``collection.decisions``, at ``revision``.

    ``reading`` is another text for each reading: while it stays the same, so do documents, mentions and events.
    ``unread`` are the ids of articles that were brought or changed since, ``gone`` of those that were taken out since:
    both stay the same while ``articles_revision``, at which the articles last changed, does too.
    """

    collection: Collection
    revision: int
    reading: str
    articles_revision: int
    unread: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Added:
    """What came of articles that were brought: ``documents`` are new, with the ids that they got here; ``known`` are
    those that were there already, each as brought, with the id of the article that is the same."""

    documents: tuple[Document, ...]
    known: tuple[tuple[Document, str], ...]
    revision: int
