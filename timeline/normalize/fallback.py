"""The only place that knows dateparser: a full date in another language, or None.

dateparser invents what is missing (a day for "March 2011") and reads much that is no date, so it is asked
only for spans whose shape is a day, a month's name and a year, only by its absolute parser, and the answer
counts only if its day and year are those of the span.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

NAMES = {  # the languages that are tried, by their codes
    "fr": "French", "de": "German", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "nl": "Dutch", "pl": "Polish",
    "ru": "Russian", "sv": "Swedish", "da": "Danish", "fi": "Finnish", "cs": "Czech", "tr": "Turkish", "ro": "Romanian",
    "id": "Indonesian", "hu": "Hungarian", "uk": "Ukrainian", "el": "Greek", "zh": "Chinese", "ja": "Japanese",
}  # fmt: skip
FIGURES = re.compile(r"\d+")


@cache
def _parser(first: str | None) -> DateDataParser:
    from dateparser.date import DateDataParser  # here, since it takes half a second to import, and few texts need it

    order = list(dict.fromkeys(([first] if first in NAMES else []) + list(NAMES)))
    return DateDataParser(
        languages=order,
        use_given_order=True,
        try_previous_locales=False,
        settings={"PARSERS": ["absolute-time"], "REQUIRE_PARTS": ["day", "month", "year"], "DATE_ORDER": "DMY"},
    )


@lru_cache(maxsize=1024)
def read_foreign(text: str, language: str | None) -> tuple[str, str] | None:
    """The EDTF day and the language's name, or None where the text is no full date in the languages known here.

    ``language`` is the document's, tried first.
    """
    read = _parser(language).get_date_data(text)
    figures = [int(f) for f in FIGURES.findall(text)]
    date = read.date_obj
    if date is None or read.period != "day" or not {date.day, date.year} <= set(figures):
        return None
    return f"{date.year:04d}-{date.month:02d}-{date.day:02d}", NAMES[read.locale.split("-")[0]]
