"""What happened, and the sentences that say so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from timeline.settings import DEFAULTS

Role = Literal["states", "implies", "refers"]
Standing = Literal["stands", "moved", "missing"]
Status = Literal["told", "implied", "planned", "reported", "denied"]
Source = Literal["", "template", "clause", "noun", "sentence"]


@dataclass(frozen=True, slots=True)
class Selector:
    """A place in a text that survives small edits: W3C TextQuoteSelector and TextPositionSelector in one.

    ``exact`` is ``text[start:end]``; ``prefix`` and ``suffix`` are up to 32 code points before and after.
    Source: W3C Web Annotation Data Model, sections 4.2.4 and 4.2.5.
    """

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str

    @classmethod
    def of(cls, text: str, start: int, end: int, context: int = DEFAULTS.context) -> Selector:
        """The selector of ``text[start:end]``, with ``context`` code points on either side."""
        return cls(start, end, text[start:end], text[max(0, start - context) : start], text[end : end + context])

    def locate(self, text: str) -> tuple[int, int] | None:
        """Where the quote stands in ``text`` now: by position, else by the best fitting surroundings; else None."""
        if text[self.start : self.end] == self.exact:
            return self.start, self.end
        best: tuple[int, int, int] | None = None
        at = text.find(self.exact)
        while at >= 0:
            end = at + len(self.exact)
            before, after = text[max(0, at - len(self.prefix)) : at], text[end : end + len(self.suffix)]
            fit = _common_suffix(before, self.prefix) + _common_prefix(after, self.suffix)
            candidate = (fit, -abs(at - self.start), at)
            best = candidate if best is None else max(best, candidate)
            at = text.find(self.exact, at + 1)
        return (best[2], best[2] + len(self.exact)) if best else None


def _common_prefix(a: str, b: str) -> int:
    length = 0
    while length < min(len(a), len(b)) and a[length] == b[length]:
        length += 1
    return length


def _common_suffix(a: str, b: str) -> int:
    return _common_prefix(a[-len(b) or len(a) :][::-1], b[::-1])


@dataclass(frozen=True, slots=True)
class Citation:
    """The sentence that tells an event, and the mention in it that dates it.

    ``role``: ``states`` (the date is said of the event), ``implies`` (the date follows by arithmetic),
    ``refers`` (the event is spoken of without a date of its own, or planned for a date that another article tells).
    ``standing`` is what a file that was opened proved: the quote ``stands`` where it stood, was ``moved`` and found, or
    is ``missing`` from its document.
    """

    document: str
    mention: str
    selector: Selector
    role: Role
    standing: Standing = "stands"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A date for the same happening that can't be reconciled with the event's own.

    ``settled`` is why a person holds the matter for decided; empty while it is open.
    """

    edtf: str
    document: str
    mention: str
    reason: str
    settled: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """A happening with its best date and every sentence that tells it.

    ``edtf`` is the date that all citations together allow; ``mod`` its TIMEX3 shade (START, MID, END).
    ``earliest`` and ``latest`` are the first and last possible day as ISO dates with astronomical years,
    None where open. ``status`` is ``told`` where a sentence tells of it, ``implied`` where its date only
    follows from others, ``planned`` where no source says that it came about, ``reported`` where all only pass on
    what others say ("is said to have"), ``denied`` where they say that it did not happen. ``derivation`` tells why
    this date, one step a line. ``headline_source`` says how the headline was made: from a ``template``, of a
    ``clause``, of a ``noun`` that names the happening, or of the ``sentence``, shortened; empty where that isn't
    known. ``summary`` is the sentence behind it, verbatim.
    """

    id: str
    edtf: str
    mod: str | None
    earliest: str | None
    latest: str | None
    headline: str
    kind: str
    citations: tuple[Citation, ...]
    participants: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    derivation: tuple[str, ...] = ()
    headline_source: Source = ""
    summary: str = ""
    status: Status = "told"
    review: str = "unreviewed"
    tags: tuple[str, ...] = ()
    note: str = ""
