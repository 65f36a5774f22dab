"""What the dates of a text tell in a language whose words this room doesn't know: their sentences, as they stand.

The events have no participants, places or kind; two tellings are one where their sentences share their words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

from timeline import edtf
from timeline.languages import FIRST, folder_of
from timeline.merge.headlines import Headline, longest
from timeline.merge.kinds import OTHER
from timeline.merge.telling import Telling
from timeline.model import Document, Mention, Span

_COST = 20.0
"""What such a line costs: more than any line whose words are known, so that one is taken where there is both."""

_LEAST = 4
"""Letters that a sentence must have beside its date to tell something; a heading or a table's cell has fewer."""

_REACH = 400
"""Code points on either side of a date within which its sentence tells of it; what is longer has no full stops."""

_TOLD = re.compile(rf"(?:[^\W\d_][\W\d_]*){{{_LEAST}}}")
_TERM = re.compile(r"[\u2e80-\ud7ff\uf900-\ufaff]{2}|[^\W\d_\u2e80-\ud7ff\uf900-\ufaff]{4,}")
_ENDS = " \t.。．,，、;；:：!！-–—"
_BORDER = re.compile(r"[,，、;；:：—–]\s*|\s")
_ASKS = ("?", "？", "؟")


def is_unknown(document: Document) -> bool:
    """Whether the document is in a language that has rules for dates, and no others."""
    return folder_of(document.language) != FIRST


def tell_sentence(document: Document, mention: Mention) -> tuple[list[Telling], str]:
    """The telling of a dated mention: its sentence. Without one, the reason why."""
    span = _sentence(document, mention)
    text = document.text[span.start : span.end]
    before = document.text[max(span.start, mention.start - _REACH) : mention.start]
    rest = before + document.text[mention.end : min(span.end, mention.end + _REACH)]
    if not _TOLD.search(rest):
        return [], "the sentence tells nothing that happened then"
    if text.rstrip("\"'”’»」』) ").endswith(_ASKS):
        return [], "it stands in a question"
    value = mention.edtf or ""
    telling = Telling(
        key=(document.file, mention.start, 0, mention.id),
        document=document,
        mention=mention,
        edtf=value,
        bounds=edtf.bounds(value),
        role="states",
        sentence=span,
        family=OTHER,
        lemma="",
        headlines=(Headline(_COST, _line(text[:_REACH]), "sentence"),),
        near=Counter(_TERM.findall(rest.lower())),
        far=Counter(),
        derivation=mention.derivation,
    )
    return [telling], ""


def _sentence(document: Document, mention: Mention) -> Span:
    at = bisect_right(document.sentences, mention.start, key=lambda span: span.start) - 1
    return document.sentences[at] if at >= 0 else Span(0, len(document.text))


def _line(sentence: str) -> str:
    """The sentence without the mark at its end, cut at a comma or a space where it is too long for a headline."""
    text = " ".join(sentence.split()).strip(_ENDS)
    if len(text) <= longest():
        return text
    borders = [found.start() for found in _BORDER.finditer(text, longest() // 2, longest())]
    cut = borders[-1] if borders else longest() - 1
    return text[:cut].rstrip(_ENDS) + "…"
