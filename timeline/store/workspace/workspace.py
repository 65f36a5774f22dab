"""The workspace: what a server process asks of its database. Each change is a transaction of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Any

from timeline.errors import ChangedMeanwhileError
from timeline.model import Collection, Document
from timeline.store import collection_file
from timeline.store.database import Database, open_database
from timeline.store.database.bulk import insert_rows
from timeline.store.database.schema import documents
from timeline.store.workspace import articles, backups, earlier, lessons, log, outlines, readings, shelves
from timeline.store.workspace.lessons import Counts, Lesson
from timeline.store.workspace.shelf import Added, Earlier, Shelf, Stored
from timeline.store.workspace.together import Together

NONE: Mapping[str, int] = {}

KEPT_READY = 4
"""Readings that stay in memory, so that after a decision only the log is read again."""


def open_workspace(database: str | Path | None = None) -> Workspace:
    """The workspace in ``database``: a path, an address, or None for TIMELINE_DATABASE or the user's data folder.

    A database is made where there is none; an older one is brought up to date after a copy was laid beside it.
    Raises DatabaseError where it can't be opened or was written by a newer version.
    """
    return Workspace(open_database(database))


class Workspace:
    """An open workspace; threads may share it. Close it, or use it in a ``with`` block.

    ``at`` is the time of a change as the caller has it, ISO 8601 in UTC: the library reads no clock. Every method
    raises DatabaseError where the database fails, and UnknownCollectionError where there is no such collection.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._ready: dict[str, Collection] = {}
        self._ready_lock = Lock()
        self._deciding: dict[str, Together[log.Wish, int]] = {}

    @property
    def name(self) -> str:
        """Where it lies: the path of the database's file, or its address without the password."""
        return self._database.place.name

    def __enter__(self) -> Workspace:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Nothing; the database is closed afterwards."""
        self._database.close()

    # Collections

    def collections(self, *, deleted: bool = False) -> tuple[Shelf, ...]:
        """The collections, the last changed first; with those that were deleted and not yet purged, if asked."""
        with self._database.asking() as connection:
            return shelves.all_shelves(connection, deleted=deleted)

    def collection(self, collection: str) -> Shelf:
        """The collection of this id, also a deleted one."""
        with self._database.asking() as connection:
            return shelves.shelf_of(shelves.row_of(connection, collection))

    def make(self, name: str, description: str = "", *, at: str, shared: bool | None = None) -> Shelf:
        """A new empty collection. Unless ``shared`` says whether it is, it is where all others are."""
        with self._database.writing() as connection:
            return shelves.shelf_of(shelves.made(connection, name, description, at, shared))

    def duplicate(self, collection: str, name: str, *, at: str, shared: bool | None = None) -> Shelf:
        """A new collection that holds the same, with the whole log; ``shared`` as for ``make``."""
        with self._database.writing() as connection:
            row = shelves.held(connection, collection, deleted=True)
            return shelves.shelf_of(shelves.copied(connection, row, name, at, shared))

    def share(self, collection: str, *, at: str) -> Shelf:
        """The collection, which others may see where the app is shared."""
        return self._set(collection, at, shared=1)

    def keep_back(self, collection: str, *, at: str) -> Shelf:
        """The collection, which nobody else may see any more."""
        return self._set(collection, at, shared=0)

    def rename(self, collection: str, name: str, *, at: str, was: str | None = None) -> Shelf:
        """The collection under its new name; its id stays. ``was`` is the name that the person who changes it saw:
        raises ChangedMeanwhileError where it has another one by now."""
        return self._set(collection, at, {"name": was}, name=name)

    def describe(self, collection: str, description: str, *, at: str, was: str | None = None) -> Shelf:
        """The collection with its new description; ``was`` as for ``rename``."""
        return self._set(collection, at, {"description": was}, description=description)

    def archive(self, collection: str, *, at: str) -> Shelf:
        """The collection, laid aside."""
        return self._set(collection, at, archived=at)

    def unarchive(self, collection: str, *, at: str) -> Shelf:
        """The collection, taken up again."""
        return self._set(collection, at, archived=None)

    def delete(self, collection: str, *, at: str) -> Shelf:
        """The collection, which is not listed any more; ``undelete`` puts it back as it was."""
        return self._set(collection, at, deleted=at)

    def undelete(self, collection: str, *, at: str) -> Shelf:
        """The collection, put back."""
        return self._set(collection, at, deleted=None)

    def _set(self, collection: str, at: str, seen: Mapping[str, str | None] | None = None, **values: Any) -> Shelf:
        with self._database.writing() as connection:
            row = shelves.held(connection, collection, deleted=True)
            for part, was in (seen or {}).items():
                if was is not None and was != (now := row[part]):
                    message = f"The {part} was changed in another window: it is “{now}” now. Look at it, then decide."
                    raise ChangedMeanwhileError(message, (collection,))
            shelves.changed(connection, row, at, **values)
            return shelves.shelf_of(shelves.row_of(connection, collection))

    def purge(self, collection: str) -> None:
        """Nothing; the collection and all that it holds is gone for good."""
        with self._database.writing() as connection:
            shelves.held(connection, collection, deleted=True)
            shelves.removed(connection, collection)

    def revision(self, collection: str) -> int:
        """A number that grows with every change of the collection. Cheap: an open window may ask every second."""
        with self._database.asking() as connection:
            return shelves.revision_of(connection, collection)

    # Articles

    def unread(self, collection: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The ids of the articles that were brought or changed since the reading, and of those taken out since."""
        with self._database.reading() as connection:
            shelves.row_of(connection, collection)
            return readings.unread_and_gone(connection, collection)

    def documents(self, collection: str) -> tuple[Document, ...]:
        """The articles as they were brought, in that order, without those that were taken out."""
        with self._database.reading() as connection:
            shelves.row_of(connection, collection)
            return articles.all_documents(connection, collection)

    def heads(self, collection: str, names: Sequence[str]) -> tuple[tuple[Document, int], ...]:
        """What is known of the articles with these ids, each with the bytes of its text, which is left out.

        So are zones and sentences, and articles that were taken out. In the order in which they came, 500 at a time.
        """
        with self._database.reading() as connection:
            shelves.row_of(connection, collection)
            return articles.heads(connection, collection, names)

    def bring(self, collection: str, brought: Sequence[Document], *, at: str) -> Added:
        """What came of ``brought``: all of them are on the disk. The same file brought twice is one article."""
        with self._database.writing() as connection:
            return articles.bring(connection, shelves.held(connection, collection), brought, at)

    def take_out(self, collection: str, document: str, *, at: str) -> int:
        """The new revision, after an article was taken out; its events stay until the articles are read again."""
        with self._database.writing() as connection:
            return articles.set_out(connection, shelves.held(connection, collection), document, at, at)

    def put_back(self, collection: str, document: str, *, at: str) -> int:
        """The new revision, after an article that was taken out was put back."""
        with self._database.writing() as connection:
            return articles.set_out(connection, shelves.held(connection, collection), document, None, at)

    # What was read, and what was decided

    def read(self, collection: str, known: Stored | None = None) -> Stored:
        """The collection as the program read it, with the log of decisions, all of one moment.

        ``known`` is what this gave before: what still stands of it is not read again.
        """
        with self._database.reading() as connection:
            row = shelves.row_of(connection, collection)
            same = known is not None and known.reading == row["reading"] != ""
            if known is not None and same:
                reading, decided = known.collection, known.collection.decisions
            else:
                reading, decided = self._ready.get(row["reading"]) or readings.opened(connection, row), ()
            decided = log.log_since(connection, collection, decided)
            if known is not None and same and known.articles_revision == row["articles_revision"]:
                unread, gone = known.unread, known.gone
            else:
                unread, gone = readings.unread_and_gone(connection, collection)
        if row["reading"]:
            self._keep_ready(row["reading"], reading)
        return Stored(
            replace(reading, decisions=decided), row["revision"], row["reading"], row["articles_revision"], unread, gone
        )

    def _keep_ready(self, name: str, reading: Collection) -> None:
        with self._ready_lock:
            self._ready.pop(name, None)
            self._ready[name] = reading
            while len(self._ready) > KEPT_READY:
                del self._ready[next(iter(self._ready))]

    def keep_reading(self, collection: str, reading: Collection, *, of_revision: int, at: str) -> int:
        """The new revision, after ``reading`` took the place of the one before; the log stays as it is.

        The one before is kept beside it, within bounds: ``readings`` lists those. ``of_revision`` is that of the
        articles which were read: raises ChangedMeanwhileError where articles were brought or taken out since.
        """
        rows = readings.reading_of(reading, collection)
        with self._database.reading() as connection:
            before = earlier.packed(connection, shelves.row_of(connection, collection), rows)
        with self._database.writing() as connection:
            row = shelves.held(connection, collection)
            earlier.put_by(connection, row, before, rows, at)
            return readings.keep(connection, row, rows, of_revision, at)

    def outline(self, collection: str, program: str) -> tuple[int, tuple[bytes, ...]] | None:
        """The revision, and the pieces that ``program`` kept of the collection as it stands there.

        None where it kept none since something was decided or read, or where articles wait to be read.
        """
        with self._database.reading() as connection:
            row = shelves.row_of(connection, collection)
            pieces = outlines.kept(connection, row, program)
            return None if pieces is None else (row["revision"], pieces)

    def keep_outline(self, collection: str, program: str, pieces: Sequence[bytes], *, of_revision: int) -> None:
        """Nothing; the pieces, which ``program`` made of the collection at ``of_revision``, are there for ``outline``.

        Where it was changed since they are of no use, and not kept.
        """
        with self._database.writing() as connection:
            row = shelves.held(connection, collection)
            if row["revision"] == of_revision:
                outlines.keep(connection, row, program, pieces)

    def readings(self, collection: str) -> tuple[Earlier, ...]:
        """What is known of the last few readings before the one that counts, the last first."""
        with self._database.reading() as connection:
            shelves.row_of(connection, collection)
            return earlier.all_earlier(connection, collection)

    def earlier(self, collection: str, number: int) -> Collection:
        """The collection as it was read before, with the log of decisions as it is now.

        Raises UnknownCollectionError where that reading is kept no longer.
        """
        with self._database.reading() as connection:
            reading = earlier.opened(connection, shelves.row_of(connection, collection), number)
            return replace(reading, decisions=log.log_of(connection, collection))

    def decide(
        self, collection: str, decisions: Sequence[Mapping[str, Any]], *, expecting: Mapping[str, int] = NONE, at: str
    ) -> int:
        """The new revision, after ``decisions`` were written to the end of the log, all or none.

        ``expecting`` names what they rest on: ids of ``targets`` with the number of the last decision that touched
        each, 0 for none. Raises ChangedMeanwhileError where one was touched since, or where the log has a decision
        of the same ``id``.
        """
        wish = log.Wish.of(decisions, expecting, at)
        return self._deciding.setdefault(collection, Together(partial(self._decide, collection))).ask(wish)

    def _decide(self, collection: str, wishes: Sequence[log.Wish]) -> list[int | ChangedMeanwhileError]:
        with self._database.writing() as connection:
            return log.decide(connection, shelves.held(connection, collection), wishes)

    def decisions(self, collection: str, after: int = 0) -> tuple[dict[str, Any], ...]:
        """The decisions from the number ``after`` + 1 on, oldest first; the first has the number 1."""
        with self._database.reading() as connection:
            shelves.row_of(connection, collection)
            return log.log_of(connection, collection, after)

    # Lessons

    def lesson(self, code: str) -> Lesson:
        """The exercise or tour with this code. Raises UnknownLessonError."""
        with self._database.asking() as connection:
            return lessons.lesson_of(connection, code)

    def lessons(self, place: str) -> tuple[Lesson, ...]:
        """What was made from the collection, or the sample, with this address; the last changed first."""
        with self._database.reading() as connection:
            return lessons.lessons_of(connection, place)

    def keep_lesson(self, lesson: Lesson) -> None:
        """Nothing; the lesson is kept, in the place of one with the same code."""
        with self._database.writing() as connection:
            lessons.keep(connection, lesson)

    def remove_lesson(self, code: str) -> None:
        """Nothing; the lesson is gone, with the counts of its answers."""
        with self._database.writing() as connection:
            lessons.remove(connection, code)

    def answers(self, code: str) -> Counts:
        """How often a class gave each answer to a lesson, by card."""
        with self._database.reading() as connection:
            return lessons.counts_of(connection, code)

    def keep_answers(self, code: str, counts: Counts) -> None:
        """Nothing; these are the counts afterwards; of a lesson that was removed none are kept."""
        with self._database.writing() as connection:
            lessons.keep_counts(connection, code, counts)

    # All of it

    def backup(self, path: str | Path) -> None:
        """Nothing; the new file ``path`` holds everything, of one moment, while others may go on working.

        Raises DatabaseError where ``path`` is there already or can't be written.
        """
        backups.write(self._database, Path(path))

    def restore(self, path: str | Path) -> Path | None:
        """Where a copy of what was here before now lies, or None where nothing was; all is as in the backup ``path``.

        Raises DatabaseError where ``path`` is no backup of this version or an older one; nothing is changed then.
        """
        kept = backups.restore(self._database, Path(path))
        with self._ready_lock:
            self._ready.clear()
        return kept

    # Files

    def save(self, collection: str) -> str:
        """The text of a collection file with everything: the reading, the log, and articles not read yet."""
        return collection_file.dump(self.whole(collection))

    def whole(self, collection: str) -> Collection:
        """What ``save`` writes."""
        with self._database.reading() as connection:
            row = shelves.row_of(connection, collection)
            reading = readings.opened(connection, row)
            unread = set(readings.unread_and_gone(connection, collection)[0]) - {one.id for one in reading.documents}
            more = [one for one in articles.all_documents(connection, collection) if one.id in unread] if unread else []
            decided = log.log_of(connection, collection)
        return replace(reading, documents=(*reading.documents, *more), decisions=decided)

    def open(self, source: str | Path, name: str, *, at: str) -> Shelf:
        """A new collection called ``name`` with all that a collection file holds: a path, or the text of one.

        Raises CollectionFileError where it is no such file.
        """
        read = collection_file.read(source) if isinstance(source, Path) else collection_file.load(source, name)
        return self.keep(read, name, at=at)

    def keep(self, collection: Collection, name: str, *, at: str, shared: bool | None = None) -> Shelf:
        """A new collection called ``name`` with all that ``collection`` holds: what ``save`` gives is the same.

        ``shared`` as for ``make``.
        """
        with self._database.writing() as connection:
            row = shelves.made(connection, name, "", at, shared)
            rows = [articles.article_row(row["id"], n, one, n) for n, one in enumerate(collection.documents, 1)]
            insert_rows(connection, documents, rows)
            readings.keep(connection, row, readings.reading_of(collection, row["id"]), 0, at)
            last = log.append(connection, row["id"], 0, collection.decisions, at)
            size = {"articles": len(rows), "bytes": sum(one["bytes"] for one in rows)}
            shelves.changed(connection, row, at, decisions=last, **size)
            made = shelves.row_of(connection, row["id"])
        self._keep_ready(made["reading"], replace(collection, decisions=()))  # who opens it next need not read it
        return shelves.shelf_of(made)
