"""What a mention may count from: the article's own date, the date told last, what the collection has dated."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter
from typing import Literal

from timeline.edtf import Bounds, bounds, say
from timeline.model import Alternative, Anchor, Document, Found, Genre, Implied, Mention, Span
from timeline.model.record import record
from timeline.normalize.direction import Direction, direction
from timeline.normalize.known import Known
from timeline.normalize.steps import Place
from timeline.normalize.story import NO_STORY, Story
from timeline.normalize.things import Thing, thing_of
from timeline.normalize.timex import timex_value
from timeline.normalize.words import SAID_AGAIN, Words, phrase

HEAD = 24  # code points: a date no further in begins its sentence
JOINED = 14  # code points: nothing longer joins two dates
LEAD = 3000  # code points before a date within which a bracket or a quotation that holds it opens
CLAUSE_BEFORE = 200  # code points before a date that its clause is looked for in
CLAUSE_BEHIND = 60  # code points behind it
HEADING = 90  # code points: a longer line is no heading
SENTENCE_END = re.compile(r"""[.!?؟] |\.[”"] |[。！？]""")
NOT_WRITTEN = "it counts from the day of writing, and nothing says when the article was written"
NO_YEAR = "its year isn't told, and nothing says when the article was written"
NONE_TOLD = "it counts from a date told before, and none was"


@record
class Reading:
    """What a mention means. ``edtf`` None says that it has no place on the calendar, and ``reason`` why.

    ``value`` is TIMEX3's where it isn't simply that of ``edtf``.
    """

    edtf: str | None
    steps: tuple[str, ...]
    value: str | None = None
    mod: str | None = None
    grade: Literal["A", "B", "C"] = "A"
    anchor: Anchor | None = None
    implied: tuple[Implied, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    outcome: Literal["open", "undated", "set aside"] = "open"
    reason: str = ""

    @property
    def timex(self) -> str:
        """TIMEX3's value; "" where there is none."""
        return self.value or (timex_value(self.edtf) if self.edtf else "")


def set_aside(value: str, reason: str) -> Reading:
    """A mention that speaks of time but has no place on the calendar."""
    return Reading(None, (reason,), value=value, grade="C", outcome="set aside", reason=reason)


def undated(value: str, reason: str) -> Reading:
    """A mention whose place on the calendar can't be told."""
    return Reading(None, (reason,), value=value, grade="C", outcome="undated", reason=reason)


@dataclass(frozen=True, slots=True)
class Base:
    """What a date counts from: its EDTF and bounds, its words, how to call it, and the anchor that it is."""

    edtf: str
    bounds: Bounds
    text: str
    told: str
    anchor: Anchor | None


def written(found: Found, edtf: str) -> str:
    """The step that says that the words need nothing else; with the date in our words where those differ."""
    words = say(edtf)
    ours = "" if words.lower() == found.text.lower() else f": {words}"
    return f"“{found.text}” is written in full{ours}."


@dataclass(frozen=True, slots=True)
class Order:
    """Whether a text's dates in figures put the day before the month, and what says so."""

    day_first: bool
    reason: str


@dataclass(slots=True)
class Context:
    """The state of reading one document from its start on. Lives only while that document is read.

    ``last`` is the date told last, ``named`` the last year that was written in full. ``era_bc``: the era told last
    counts backwards; ``only_bc``: every era of the text does. ``history``: the text as a whole is a narrative, whatever
    the stretch being read is. ``things``: what words named that speak of no person, and so name it everywhere.
    """

    document: Document
    words: Words
    genre: Genre
    known: Known
    published: Bounds | None
    last: Mention | None = None
    era_bc: bool = True
    only_bc: bool = False
    story: Story = NO_STORY
    order: Order | None = None
    named: int | None = None
    history: bool = False
    read: list[Mention] = field(default_factory=list)
    in_full: list[tuple[int, int, str]] = field(default_factory=list)
    things: dict[str, Thing | None] = field(default_factory=dict)

    def phrase(self, name: str) -> re.Pattern[str]:
        """A pattern of the language's ``phrases.toml``."""
        return phrase(name, self.words.language)

    def sentence(self, at: int) -> Span:
        """The sentence that holds the code point ``at``, or the whole text where none does."""
        return sentence_at(self.document, at)

    def future(self, at: int, end: int | None = None) -> bool:
        """Whether the clause around the date at ``at`` to ``end`` speaks of what is to come."""
        return self.direction(at, end) > 0

    def direction(self, at: int, end: int | None = None) -> Direction:
        """Whether that clause looks ahead (2, 1) or back (-1); 0 where it doesn't tell."""
        return direction(self.document, self.sentence(at), at, self.words, end)

    def thing(self, words: str, at: int) -> Thing | None:
        """The thing that ``words``, standing at ``at``, name; None where they name nothing that could be looked up."""
        if words in self.things:
            return self.things[words]
        thing = thing_of(words, self.document, at)
        if thing is None or not thing.owners:
            self.things[words] = thing
        return thing

    def base(self, *, own: bool) -> Base | None:
        """What a relative date counts from: the date told last, or in news the article's where it is its ``own``.

        Where none was told, it is the article's too.
        """
        if self.last is not None and self.last.edtf is not None and (self.genre == "narrative" or not own):
            return self.told_base(self.last, self.last.edtf)
        return self.written_base()

    def told_base(self, last: Mention, edtf: str) -> Base:
        """The date told last as what is counted from; ``edtf`` is what of it counts."""
        anchor = Anchor("mention", last.edtf or edtf, last.id)
        return Base(edtf, bounds(edtf), last.text, f"the date told last, “{last.text}”", anchor)

    def written_base(self) -> Base | None:
        """The article's own date as what is counted from, where it is known well enough."""
        published = self.document.published.edtf
        if self.published is None or published is None:
            return None
        return Base(published, self.published, published, "the article's own date", self.by_publication())

    def by_publication(self) -> Anchor | None:
        """The anchor that the article's own date is, where it is known well enough to count from."""
        edtf = self.document.published.edtf
        return Anchor("publication", edtf) if self.published and edtf else None

    def by_last(self) -> Anchor | None:
        """The anchor that the date told last is."""
        if self.last is None or self.last.edtf is None:
            return None
        return Anchor("mention", self.last.edtf, self.last.id)


def place_of(text: str, start: int, end: int, before: int, after: int, language: str) -> Place:
    """How the date at ``start`` to ``end`` stands in its text, between one that ends and one that starts there."""
    reach = max(0, start - LEAD)
    line = text.rfind("\n", reach, start) + 1 or reach
    lead = text[line:start]
    marked, ahead = _opens_aside(lead, language), _ends_sentence(lead)
    afresh = before < line and any(is_heading(one) for one in text[before : line or None].split("\n")[1:])
    joined = after - end < JOINED and phrase("joined", language).fullmatch(text[end:after]) is not None
    stop = text.find("\n", end, end + HEADING)
    heads = line > 0 and is_heading(text[line : stop if stop >= 0 else end + HEADING])
    near = lead[-CLAUSE_BEFORE:]
    beside = marked or _names_beside(near, language)
    had_been = _had_been(near, text[end : end + CLAUSE_BEHIND], language)
    by_the_way = _by_the_way(near, text[end : end + CLAUSE_BEHIND], language)
    return Place(afresh, ahead, beside, joined, heads, text[end : end + 1] == ".", had_been, by_the_way)


def _lead(text: str, start: int) -> str:
    """What stands before ``start`` in its line, as far as a glance reaches."""
    reach = max(0, start - LEAD)
    return text[text.rfind("\n", reach, start) + 1 or reach : start]


def is_marked(text: str, start: int, language: str) -> bool:
    """Whether what stands at ``start`` is told beside the story: in brackets, in speech, in a caption or a footnote."""
    return _opens_aside(_lead(text, start), language)


def _opens_aside(lead: str, language: str) -> bool:
    """Whether what follows ``lead`` in its line is told beside the story."""
    if lead.endswith("(") and phrase("explained_in_brackets", language).search(lead[-CLAUSE_BEFORE:]):
        return _opens_speech(lead)
    if ("(" in lead and lead.count("(") > lead.count(")")) or _opens_speech(lead):
        return True
    return phrase("beside_the_story", language).match(lead) is not None


def in_speech(text: str, start: int) -> bool:
    """Whether a quotation that opens in the same line holds what stands at ``start``."""
    return _opens_speech(_lead(text, start))


def _opens_speech(lead: str) -> bool:
    """Whether what follows ``lead`` in its line stands in a quotation."""
    return ("“" in lead and lead.count("“") > lead.count("”")) or lead.count('"') % 2 == 1


@lru_cache(maxsize=SAID_AGAIN)
def _names_beside(lead: str, language: str) -> bool:
    """Whether the clause that goes on behind ``lead`` names a date only to compare with it, or as a plan."""
    lead = phrase("sentence_over", language).split(lead)[-1]
    return phrase("names_beside", language).search(lead) is not None


def _had_been(before: str, after: str, language: str) -> bool:
    """Whether the clause between what stands before a date and after it tells what had come before the story."""
    if "had" not in before and "had" not in after:
        return False
    over, parted = phrase("sentence_over", language), phrase("clause_end", language)
    own = parted.split(over.split(before)[-1])[-1] + " . " + parted.split(over.split(after)[0].split("\n")[0])[0]
    return phrase("had_been", language).search(own) is not None


def _by_the_way(before: str, after: str, language: str) -> bool:
    """Whether the date between what stands before and after it is that of a participle between commas, after which the
    sentence goes on: "the house, founded in 1797 by a merchant, had lent"."""
    if ", " not in before or "," not in after or not phrase("aside_closes", language).match(after):
        return False
    return phrase("participle_aside", language).search(before) is not None


def begins_sentence(text: str, start: int) -> bool:
    """Whether what stands at ``start`` begins its sentence, a few words before it apart."""
    return _ends_sentence(_lead(text, start))


def _ends_sentence(lead: str) -> bool:
    """Whether what follows ``lead`` in its line begins a sentence, a few words apart."""
    return len(lead) <= HEAD or SENTENCE_END.search(lead, len(lead) - HEAD) is not None


def is_heading(line: str) -> bool:
    """Whether a line is short and ends like no sentence."""
    line = line.strip()
    return 0 < len(line) <= HEADING and line[-1] not in '.!?:;,”"'


def sentence_at(document: Document, at: int) -> Span:
    """The sentence that holds the code point ``at``, or the whole text where none does."""
    number = bisect_right(document.sentences, at, key=attrgetter("start")) - 1
    if number >= 0 and at < document.sentences[number].end:
        return document.sentences[number]
    return Span(0, len(document.text))


def usable(document: Document) -> Bounds | None:
    """The bounds of a document's date if they are narrow enough to count from: a year at most, no side open."""
    if document.published.edtf is None:
        return None
    b = bounds(document.published.edtf)
    if b.first is None or b.last is None or b.last - b.first > 366:
        return None
    return b
