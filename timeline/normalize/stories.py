"""The story of each stretch of a text that tells one, without what its writer says is yet to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.model import Found
from timeline.normalize.context import Context
from timeline.normalize.genre import Voices, stretch_at
from timeline.normalize.standpoint import is_to_come
from timeline.normalize.steps import Passage
from timeline.normalize.story import NO_STORY, Story, tell


def story_of(passages: Sequence[Passage], told: Voices, context: Context) -> Story:
    """The story of the text; in news one for each stretch of it that tells of past years.

    What a history's text says of its own day is no part of its story, if that day is known, nor what is yet to come.
    """
    coming = frozenset(
        one.found.start
        for one in passages
        if one.hangs
        and stretch_at(told.stretches, one.found.start).voice.genre == "narrative"
        and is_to_come(one.found, context)
    )
    passages = [one for one in passages if one.found.start not in coming]
    story = _story_so_far(passages, told, context)
    return replace(story, asides=story.asides | coming)


def is_year_of_all(found: Found, context: Context) -> bool:
    """Whether the words give the year of what is being told: "On 3 May they met. It was 1848 and …"."""
    if found.groups.keys() != {"year"}:
        return False
    return (
        context.phrase("the_year_was").search(context.document.text[max(0, found.start - 24) : found.start]) is not None
    )


def _story_so_far(passages: Sequence[Passage], told: Voices, context: Context) -> Story:
    """The story without what is yet to come."""
    if told.text.genre == "narrative":
        story = tell(passages, context.published, context.words)
        if story.unfounded and any(not one.hangs and is_year_of_all(one.found, context) for one in passages):
            story = replace(story, unfounded=frozenset())
        if context.published is None or all(one.voice.genre == "narrative" for one in told.stretches):
            return story
        years = {
            at: year for at, year in story.years.items() if stretch_at(told.stretches, at).voice.genre == "narrative"
        }
        return replace(story, years=years)
    story = NO_STORY
    for stretch in told.stretches:
        if stretch.voice.genre == "narrative":
            own = tuple(one for one in passages if stretch.span.holds(one.found.start, one.found.end))
            more = tell(own, context.published, context.words, past=True)
            story = Story(story.years | more.years, story.asides | more.asides, story.unfounded | more.unfounded)
    return story
