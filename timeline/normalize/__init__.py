"""Places that speak of time to dates: what each mention means, why, and when each article was written."""

from timeline.model import Genre
from timeline.normalize.bare import bare_mentions
from timeline.normalize.context import usable
from timeline.normalize.documents import date_document, is_dated
from timeline.normalize.evidence import DaysTold, days_told
from timeline.normalize.happenings import happenings
from timeline.normalize.known import Known
from timeline.normalize.mentions import Alone, normalize, read_alone, read_among

__all__ = [
    "Alone",
    "DaysTold",
    "Genre",
    "Known",
    "bare_mentions",
    "date_document",
    "days_told",
    "happenings",
    "is_dated",
    "normalize",
    "read_alone",
    "read_among",
    "usable",
]
