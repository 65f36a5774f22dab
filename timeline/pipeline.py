"""The story: documents in, a collection out. The only module that knows the order of the stages.

read → find → normalize (twice: what the collection dates tells when its articles were written, and that
dates the rest) → merge. Each stage is a function from frozen records to frozen records.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from timeline.find import find
from timeline.languages import folder_of, version
from timeline.merge import make_events
from timeline.merge.ids import with_ids_of
from timeline.model import Collection, Document, Found, Mention
from timeline.normalize import (
    DaysTold,
    Genre,
    Known,
    bare_mentions,
    date_document,
    days_told,
    happenings,
    normalize,
    read_alone,
    read_among,
)
from timeline.read import document_from_text
from timeline.read.editions import with_editions, without_copies

Progress = Callable[[int, int, str], None]
"""Called with steps done, steps in all, and the name of what is being read."""


def build_timeline(
    documents: Iterable[Document], *, progress: Progress | None = None, earlier: Collection | None = None
) -> Collection:
    """The collection that the documents make: their dates, every mention with its outcome, the events with citations.

    The order of the documents changes nothing but the order in which they are listed. Of documents with the same
    text the first by name is read, and says so in its note; editions of one article are marked (``edition_of``).
    Events keep the ids that they have in ``earlier``, a reading of fewer of the articles or of the same.
    ``progress`` is called before each document is searched and once at the end.
    """
    read = with_editions(without_copies(documents))
    tell = progress or _silent
    found: list[tuple[Found, ...]] = []
    for number, document in enumerate(read):
        tell(number, len(read) + 1, document.file)
        found.append(_find(document))
    tell(len(read), len(read) + 1, "events")
    dated, mentions = _date(read, found, None)
    events, decided = make_events(dated, mentions)
    if earlier is not None:
        events = with_ids_of(events, earlier.events)
    tell(len(read) + 1, len(read) + 1, "")
    used = sorted({folder_of(document.language) for document in read}) or [folder_of(None)]
    return Collection(dated, decided, events, rules=" ".join(version(language) for language in used))


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


def explain(
    text: str, published: str | None = None, genre: Genre | None = None, language: str | None = None
) -> tuple[Mention, ...]:
    """The mentions of time in a text as a collection holds them: a range is one, and "since" belongs to its date.

    Arguments and errors are those of ``find_mentions``.
    """
    document = document_from_text(text, published=published, language=language)
    _, mentions = _date((document,), [_find(document)], genre)
    return mentions


def _find(document: Document) -> tuple[Found, ...]:
    return find(document.text, folder_of(document.language))


def _silent(done: int, total: int, name: str) -> None:
    """Tell nobody."""


def _date(
    documents: Sequence[Document], found: Sequence[tuple[Found, ...]], genre: Genre | None
) -> tuple[tuple[Document, ...], tuple[Mention, ...]]:
    """The documents with their dates, and all mentions read with those."""
    first = [read_alone(d, f, genre=genre) for d, f in zip(documents, found, strict=True)]
    told = [mention for alone in first for mention in alone.mentions]
    known = happenings(documents, told) if any(alone.asks for alone in first) else Known()
    days = days_told(documents, told) if len(documents) > 1 else DaysTold()
    dated: list[Document] = []
    mentions: list[Mention] = []
    for document, own, alone in zip(documents, found, first, strict=True):
        among = read_among(alone, known) if alone.asks else alone.mentions
        written = date_document(document, own, among, days)
        dated.append(written)
        mentions += among if written is document else normalize(written, own, known=known, genre=genre)
    return tuple(dated), tuple(mentions)
