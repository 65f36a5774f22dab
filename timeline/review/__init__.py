"""What a person decided, laid over what the program read: decisions are made here, kept in a log, and never lost.

    decided(collection)          the collection with the decisions of its log, and those that need another look
    accept, set_date, merge ...  a decision from a wish, checked
    queue, agreement             what deserves a look first, and what a second reader holds of it
    history, compare             who changed what of an event; how two readings differ

Pure: the time and the name of who decides are given by the caller.
"""

from timeline.review.decided import Decided, Lapsed, as_decided, as_described, decided, one_more

__all__ = ["Decided", "Lapsed", "as_decided", "as_described", "decided", "one_more"]
