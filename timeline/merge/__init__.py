"""Dated mentions → events that a careful editor would have written, each with every sentence that tells it.

    reading     words, verbs, names of a document            words.py, names.py
    telling     what a mention dates: who did what            clauses.py, nominals.py, kinds.py, tellings.py
    headline    a line that stands alone                      rewording.py, headlines.py
    clusters    tellings of one happening, put together       likeness.py, clusters.py
    events      the best date, the best line, the citations   events.py

How it works and what it leaves open: docs/events.md.
"""

from timeline.merge.making import Told, join, make_events, tell_document

__all__ = ["Told", "join", "make_events", "tell_document"]
