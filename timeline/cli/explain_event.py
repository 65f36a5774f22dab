"""One event of a collection explained: why its date, what contradicts it, its sentences and mentions with steps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.model import Citation, Collection, Document, Event, Mention

ROLES = {
    "states": "says when it was",
    "implies": "gives its date by counting",
    "refers": "speaks of it without a date",
}


def explained(collection: Collection, event: Event) -> Iterator[tuple[str, str]]:
    """The lines of the explanation, each as its indented label and its words."""
    from timeline.edtf import say

    yield "", f"{event.headline} [{event.id}]"
    yield "  when", f"{say(event.edtf, event.mod)} ({event.edtf})"
    if event.headline_source:
        from timeline.cli.show import MADE

        yield "  headline", MADE[event.headline_source]
    yield "  kind", event.kind if event.status == "told" else f"{event.kind}, {event.status}"
    if event.participants:
        yield "  who", ", ".join(event.participants)
    if event.places:
        yield "  where", ", ".join(event.places)
    yield from _numbered("  why then", event.derivation)
    yield from _numbered("  but", (conflict.reason for conflict in event.conflicts))
    documents = {document.id: document for document in collection.documents}
    mentions = {mention.id: mention for mention in collection.mentions}
    for number, citation in enumerate(event.citations, 1):
        yield "", ""
        yield from _citation(number, citation, documents[citation.document], mentions.get(citation.mention))
    yield from _decisions(collection, event)


def _decisions(collection: Collection, event: Event) -> Iterator[tuple[str, str]]:
    """Why its sentences are one event, and why the nearest other ones are not part of it."""
    from timeline.merge.why import joins

    made = joins(collection, event.id)
    for heading, decisions in (("One event, since", made.joined), ("Not part of it", made.refused)):
        if decisions:
            yield "", ""
            yield "", heading
        for decision in decisions:
            yield "  -", f"“{decision.one.sentence}” and “{decision.other.sentence}”"
            yield from _numbered("    since", decision.reasons)


def _citation(
    number: int, citation: Citation, document: Document, mention: Mention | None
) -> Iterator[tuple[str, str]]:
    from timeline.edtf import say

    lost = "" if citation.standing == "stands" else f" ({citation.standing})"
    yield f"  {number}", f"{document.title or document.file} {ROLES[citation.role]}{lost}:"
    yield "", f"“{citation.selector.exact}”"
    if mention is None:
        return
    yield "    date", f"“{mention.text}”, rule {mention.rule}, grade {mention.grade}"
    if mention.edtf:
        yield "", f"{say(mention.edtf, mention.mod)} ({mention.edtf})"
    yield from _numbered("    steps", mention.derivation)
    if citation.role == "implies":
        for implied in mention.implied:
            yield from _numbered("    implies", (f"{say(implied.edtf)} ({implied.edtf})", *implied.derivation))


def _numbered(label: str, lines: Iterator[str] | tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The lines, the first with the label."""
    for number, line in enumerate(lines):
        yield "" if number else label, line


def matching(collection: Collection, wanted: str) -> list[Event]:
    """The event with the id ``wanted``, else all whose ids begin so."""
    exact = [event for event in collection.events if event.id == wanted]
    return exact or [event for event in collection.events if event.id.startswith(wanted)]
