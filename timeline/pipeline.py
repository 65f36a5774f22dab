"""The story: documents in, a collection out. The only module that knows the order of the stages.

read → find → normalize (in rounds: what the collection dates tells when its articles were written, and that
dates the rest) → merge. Each stage is a function from frozen records to frozen records. What concerns one document
alone may run in a process of its own; what comes out is the same.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from timeline.errors import ReadError
from timeline.find import find
from timeline.languages import folder_of, version
from timeline.merge import Told, join, tell_document
from timeline.merge.ids import with_ids_of
from timeline.model import Collection, Document, Found, Mention
from timeline.normalize import (
    Alone,
    DaysTold,
    Genre,
    Known,
    bare_mentions,
    date_document,
    days_told,
    happenings,
    is_dated,
    normalize,
    read_alone,
    read_among,
    usable,
)
from timeline.packing import packed, unpacked
from timeline.parallel import helpers, spread
from timeline.read import OnProblem, ReadWarning, document_from_text
from timeline.read.editions import with_editions, without_copies
from timeline.review import as_described
from timeline.uncollected import uncollected

R = TypeVar("R")

Progress = Callable[[int, int, str], None]
"""Called with steps done, steps in all, and the name of what is being read."""

ROUNDS = 5
"""Times that the documents are dated, each time knowing more, before what is still open stays so."""


@uncollected()
def build_timeline(
    documents: Iterable[Document],
    *,
    progress: Progress | None = None,
    workers: int | None = None,
    on_problem: OnProblem | None = None,
    earlier: Collection | None = None,
) -> Collection:
    """The collection that the documents make: their dates, every mention with its outcome, the events with citations.

    The order of the documents changes nothing but the order in which they are listed. Of documents with the same
    text one is read, and says so in its note; editions of one article are marked (``edition_of``). Events keep the
    ids that they have in ``earlier``, a reading of fewer of the articles or of the same, and the collection its log of
    decisions: what people said there of an article, as when it was written, is what its dates count from.
    ``progress`` is called before each document is searched, before each is read for what it tells, and once at the
    end; an error that it raises ends the work.
    ``workers`` is the number of processes that read; None takes as many as are worth it. A document that can't be
    read through is kept without its mentions, and told to ``on_problem``, else as a ReadWarning.
    """
    if earlier is not None:
        documents = as_described(tuple(documents), earlier.decisions)
    read = with_editions(without_copies(documents))
    sizes = [len(document.text) for document in read]
    count = helpers(sizes, workers)
    tell = _Steps(read, progress or _silent)
    used = sorted({folder_of(document.language) for document in read}) or [folder_of(None)]
    if count > 1:
        for language in used:
            find("", language)  # the rules: loaded once, those who help have them too
    searched = tuple(tell.each(spread(_search, (read, None), sizes, count)))
    dated, mentions, more = _date(read, searched, None, count)
    problems = [one.problem for one in searched if one.problem is not None] + list(more)
    del searched  # what was found, of ten thousand articles, is as big as what they tell
    told = tuple(tell.each(spread(_tell, (dated, mentions), sizes, count, _known_to_tell)))
    tell.now("events")
    events, decided = join([one for one, _ in told])
    if earlier is not None:
        events = with_ids_of(events, earlier.events)
    tell.now("")
    problems += (problem for _, problem in told if problem is not None)
    for problem in problems:
        (on_problem or _warn)(problem)
    log = earlier.decisions if earlier is not None else ()
    return Collection(dated, decided, events, log, rules=" ".join(version(language) for language in used))


@uncollected()
def find_mentions(
    text: str, published: str | None = None, genre: Genre | None = None, language: str | None = None
) -> tuple[Mention, ...]:
    """The mentions of time in a text as TIMEX3 delimits them, in order, each with its reading.

    "Between 1950 and 1953" gives two, "since 2018" one without its first word: ``value`` is that of the words
    themselves, ``edtf`` the date that they are part of. ``explain`` gives such mentions whole.

    ``published`` is the text's own date as EDTF; relative dates count from it. ``genre``: "news" or "narrative"
    says what a date without a year counts from; None judges it from the text.
    ``language`` is a code such as "fr"; None tells it from the text. Raises ``EdtfError`` where
    ``published`` is no EDTF date.
    """
    return tuple(bare_mentions(explain(text, published, genre, language), text))


@uncollected()
def explain(
    text: str, published: str | None = None, genre: Genre | None = None, language: str | None = None
) -> tuple[Mention, ...]:
    """The mentions of time in a text as a collection holds them: a range is one, and "since" belongs to its date.

    Arguments and errors are those of ``find_mentions``.
    """
    document = document_from_text(text, published=published, language=language)
    _, (mentions,), _ = _date((document,), (_searched(document, genre),), genre, 1)
    return mentions


_Kept = tuple[tuple[Found, ...], Alone | None]
"""What was found in a document, and what its mentions are read again from where some ask what others date."""


@dataclass(frozen=True, slots=True)
class _Searched:
    """A document searched: its mentions read alone; ``asks``: some depend on what others date.

    ``count`` is how much was found, ``kept`` what later rounds come back to, None where they don't. Of many documents
    it waits as bytes: in memory it is several times the text.
    """

    mentions: tuple[Mention, ...]
    asks: bool
    count: int
    kept: bytes | _Kept | None
    problem: ReadError | None = None

    def again(self, document: Document) -> _Kept:
        """What was kept of the document, as if nothing had been found where nothing was."""
        if not isinstance(self.kept, bytes):
            return self.kept or ((), None)
        kept: _Kept = unpacked(self.kept, (document, *self.mentions))
        return kept


def _search(given: tuple[Sequence[Document], Genre | None], number: int) -> _Searched:
    """The document with this number searched; where that fails, the problem."""
    documents, genre = given
    document = documents[number]
    try:
        searched = _searched(document, genre)
        kept = None if searched.kept is None else packed(searched.kept, (document, *searched.mentions))
        return replace(searched, kept=kept)
    except Exception as error:  # noqa: BLE001  one text that trips a rule must not lose all the others
        return _Searched((), False, 0, ((), None), _problem(document, "searched for dates", error))


def _searched(document: Document, genre: Genre | None) -> _Searched:
    found = find(document.text, folder_of(document.language))
    alone = read_alone(document, found, genre=genre)
    mentions, asks = alone.mentions, alone.asks
    kept = (found, alone if asks else None) if asks or not is_dated(document) else None
    return _Searched(mentions, asks, len(found), kept)


def _date(
    documents: Sequence[Document], searched: Sequence[_Searched], genre: Genre | None, processes: int
) -> tuple[tuple[Document, ...], tuple[tuple[Mention, ...], ...], tuple[ReadError, ...]]:
    """The documents with their dates, the mentions of each read with those, and what went wrong.

    In rounds: a document that gets a date that others can count from dates more, which may date another. What was
    dated stays so, and what a later round knows beside is only asked for documents that have no such date: each
    round but the last dates one document at least, and the rounds come to an end.
    """
    dated, mentions = tuple(documents), tuple(one.mentions for one in searched)
    days = days_told(documents, [m for own in mentions for m in own]) if len(documents) > 1 else DaysTold()
    asking = any(one.asks for one in searched)
    problems: dict[str, ReadError] = {}
    known = Known()
    for turn in range(ROUNDS):
        if asking:
            known = happenings(dated, [m for own in mentions for m in own], known if turn else None)
            if processes > 1:
                known.index()
        waiting = [n for n, one in enumerate(searched) if _is_open(one, dated[n], again=turn > 0)]
        shared = _Round(documents, searched, known, days, genre, turn > 0, dated, mentions, waiting)
        sizes = [searched[n].count * 100 for n in waiting]
        settled = sum(usable(document) is not None for document in dated)
        again = dict(zip(waiting, spread(_date_one, shared, sizes, processes, _known_to_date), strict=True))
        dated = tuple(again[n][0] if n in again else one for n, one in enumerate(dated))
        mentions = tuple(again[n][1] if n in again else own for n, own in enumerate(mentions))
        problems |= {one.id: problem for one, _, problem in again.values() if problem is not None}
        if not asking or sum(usable(document) is not None for document in dated) == settled:
            break
    return dated, mentions, tuple(problems.values())


def _is_open(searched: _Searched, document: Document, *, again: bool) -> bool:
    """Whether a round can read a document otherwise: the first any of which something was kept, a later one those that
    ask what others date and have no date yet.
    """
    return searched.kept is not None and (not again or (searched.asks and usable(document) is None))


@dataclass(frozen=True, slots=True)
class _Round:
    """What a round of dating knows: the documents as they came, what was found in them, and what all of them date.

    ``again``: another round has gone before, and gave ``dated`` and ``mentions``. ``waiting`` are the numbers of the
    documents that it reads.
    """

    documents: Sequence[Document]
    searched: Sequence[_Searched]
    known: Known
    days: DaysTold
    genre: Genre | None
    again: bool
    dated: Sequence[Document]
    mentions: Sequence[tuple[Mention, ...]]
    waiting: Sequence[int]


def _date_one(given: _Round, place: int) -> tuple[Document, tuple[Mention, ...], ReadError | None]:
    """The document at this place among those waiting, dated as far as this round can, and its mentions read with that.

    Where that fails, what it was read as alone, and the problem.
    """
    number = given.waiting[place]
    try:
        return *_dated_one(given, number), None
    except Exception as error:  # noqa: BLE001  as above
        document = given.documents[number]
        return document, given.searched[number].mentions, _problem(document, "dated among the others", error)


def _known_to_date(given: _Round, place: int) -> Sequence[object]:
    """What ``_date_one`` may give back as it was."""
    number = given.waiting[place]
    before, after = given.documents[number], given.dated[number]
    alone, read = given.searched[number].mentions, given.mentions[number]
    return before, after, before.text, before.zones, before.sentences, alone, *alone, read, *read


def _dated_one(given: _Round, number: int) -> tuple[Document, tuple[Mention, ...]]:
    document, own = given.documents[number], given.searched[number]
    before = given.dated[number], given.mentions[number]
    found, asking = own.again(document)
    alone = own.mentions if asking is None else read_among(asking, given.known)
    dated = document if is_dated(document) else date_document(document, found, alone, given.days)
    if usable(dated) is None:  # a mere bound, from which nothing counts
        return before if given.again else (dated, alone)
    if dated is document:
        return dated, alone
    return dated, normalize(dated, found, known=given.known, genre=given.genre)


def _tell(
    given: tuple[Sequence[Document], Sequence[tuple[Mention, ...]]], number: int
) -> tuple[Told, ReadError | None]:
    """What the document with this number tells; where that can't be made out, its mentions with the reason."""
    document, mentions = given[0][number], given[1][number]
    try:
        return tell_document(document, mentions), None
    except Exception as error:  # noqa: BLE001  as above
        problem = _problem(document, "read for what happened", error)
        reasons = {mention.id: "what its article tells could not be made out" for mention in mentions}
        return Told(document, mentions, reasons=reasons), problem


def _known_to_tell(given: tuple[Sequence[Document], Sequence[tuple[Mention, ...]]], number: int) -> Sequence[object]:
    """What ``_tell`` gives back as it was: each of its records cites them."""
    mentions = given[1][number]
    return given[0][number], mentions, *mentions


def _problem(document: Document, what: str, error: Exception) -> ReadError:
    told = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return ReadError(f"{document.file}: can't be {what} ({told}); report this, with the article", document.file)


class _Steps:
    """Tells how far the work has come: two steps a document, and one for the events of all."""

    def __init__(self, documents: Sequence[Document], tell: Progress) -> None:
        self._documents, self._tell = documents, tell
        self._done = 0

    def now(self, name: str) -> None:
        """Tell what is about to be done; without a name, that all is done."""
        self._tell(self._done, 2 * len(self._documents) + 1, name)
        self._done += 1

    def each(self, results: Iterator[R]) -> Iterator[R]:
        """The results, one for each document."""
        for document in self._documents:
            self.now(document.file)
            yield next(results)


def _silent(done: int, total: int, name: str) -> None:
    """Tell nobody."""


def _warn(problem: ReadError) -> None:
    warnings.warn(str(problem), ReadWarning, stacklevel=3)  # the line that called build_timeline
