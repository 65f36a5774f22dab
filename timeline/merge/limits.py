"""What ", when" tells after a limit: it happened at the date named, whose "since" or "until" is the main clause's."""

from __future__ import annotations

from collections.abc import Sequence

from timeline import edtf
from timeline.merge.shapes import Clause
from timeline.merge.words import Word, lexicon
from timeline.model import Mention

_OPEN = ("", "..")


def date_at_limit(words: Sequence[Word], mention: Mention, clause: Clause) -> tuple[str, str]:
    """The date at which "the road was shut since May 1950, when a wall fell" has the wall fall, and why.

    Both are empty where the clause isn't led by a "when" right behind the date, and after limits that only bound it
    ("before 1066, when ...").
    """
    lists = lexicon().lists
    if clause.opener not in lists["when"] or not clause.words:
        return "", ""
    behind = next((w for w in words if w.start >= mention.end and w.text != ","), None)
    if behind is None or behind.low not in lists["when"] or clause.words[0].start < behind.end:
        return "", ""
    first, _, last = (mention.edtf or "").partition("/")
    said = mention.text.lower().split()
    if last and lists["until_then"].intersection(said):
        value = last
    elif last in _OPEN and lists["from_then"].intersection(said[:2]):
        value = first
    else:
        return "", ""
    if value in _OPEN:
        return "", ""
    return value, f"“{behind.text}” tells what happened at the date named, {edtf.say(value)}"
