"""What an event's date rests on, in words: how fine it is, by which rule it was read, from what it counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from timeline.chart.labels import shown
from timeline.edtf import Date, DateSet, End, Interval, parse, precision, say
from timeline.languages import rule_reasons
from timeline.model import Anchor, Document, Event, Mention

_PRECISE = {
    "day": "known to the day",
    "month": "known to the month",
    "season": "known to the season",
    "year": "known to the year",
    "decade": "known to the decade",
    "century": "known to the century",
    "millennium": "known to the millennium",
}

_HEADLINES = {
    "template": "The headline was made from a template.",
    "clause": "The headline has the words of an article.",
    "noun": "The headline is what an article calls it.",
    "sentence": "The headline is a sentence of an article, shortened.",
}


def grounds(
    event: Event, dating: Sequence[Mention], documents: Sequence[Document], number: Mapping[str, int],
    mentions: Mapping[str, Mention],
) -> dict[str, Any]:  # fmt: skip
    """What the card says of how an event is dated and named. ``dating``: the mentions that give it its date.

    ``rules``: why each rule that read them holds. ``anchors``: what they count from, in words, with the number of the
    article and, where it is a mention, its id. ``others``: other readings that were possible.
    """
    languages = {d.id: d.language or "" for d in documents}
    rules = [rule_reasons(languages[m.document]).get(m.rule, "") for m in dating]
    anchors = [_anchor(m.anchor, number[m.document], mentions) for m in dating if m.anchor]
    others = {(other.edtf, other.reason) for m in dating for other in m.alternatives if other.edtf != event.edtf}
    return {
        "precise": precise(event.edtf, within=any("-W" in m.value and "/" not in m.value for m in dating)),
        "rules": list(dict.fromkeys(shown(rule) for rule in rules if rule)),
        "anchors": [anchor for at, anchor in enumerate(anchors) if anchor not in anchors[:at]],
        "others": [{"when": say(edtf), "why": shown(reason)} for edtf, reason in sorted(others)],
        "made": _HEADLINES.get(event.headline_source, ""),
    }


def precise(edtf: str, *, within: bool = False) -> str:
    """How fine a date is: "known to the day". ``within``: the stretch holds it and it did not last all of it."""
    value = parse(edtf)
    if isinstance(value, DateSet):
        return "each of these dates" if value.every else "one of these dates"
    fine = precision(value)
    if isinstance(value, Interval) and fine == "interval":
        if value.end is End.OPEN:
            return "its end is not told"
        if value.start is End.OPEN:
            return "its beginning is not told"
        return "some time between the two" if within else "from the first date to the last"
    words = _PRECISE[fine]
    return f"{words}, not for certain" if isinstance(value, Date) and value.qualifier else words


def _anchor(anchor: Anchor, article: int, mentions: Mapping[str, Mention]) -> dict[str, Any]:
    when = say(anchor.edtf)
    found = mentions.get(anchor.mention or "")
    if found:
        return {"words": f"“{shown(found.text)}”, {when}", "article": article, "mention": found.id}
    if anchor.kind == "publication":
        return {"words": f"the article's own date, {when}", "article": article, "mention": ""}
    return {"words": f"a happening that the article names, {when}", "article": article, "mention": ""}
