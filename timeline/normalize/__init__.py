"""Places that speak of time to dates: what each mention means, why, and when each article was written."""

from timeline.normalize.context import Genre
from timeline.normalize.documents import date_document
from timeline.normalize.happenings import Happening, happenings
from timeline.normalize.mentions import normalize

__all__ = ["Genre", "Happening", "date_document", "happenings", "normalize"]
