"""Texts that nobody wrote: our own sentences cut, swapped, doubled, nested and sprinkled with what breaks readers.

Everything comes from a seeded ``random.Random``: the same seed gives the same texts, as long as the rules' examples
and the sample articles stay the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from timeline.edtf import Date, DateSet, DateTime, End, Interval, Run, month_length
from timeline.errors import EdtfError
from timeline.find import ruleset
from timeline.languages import FIRST, languages
from timeline.model import Genre

DATA = Path(__file__).parents[2] / "data"

_NUMBERS = """
0 00 000 0000 1 01 007 9 13 21 24 29 30 31 32 44 60 79 99 100 366 476 500 999 1000 1066 1582 1752 1800 1899 1900
1914 1969 1999 2000 2013 2021 2099 2100 2199 9999 10000 12,000 12 000 65,000,000 99999 100000 4.5 13.8 1,950 ½ ٣
１９６１ Ⅻ 4294967296 9223372036854775808 999999999999 1000000000000 1e9 -44 -9999 +5
"""
_WORDS = """
BC AD BCE CE B.C. a.d. ago later earlier before after since until till by from to and or between the a an of in on
early mid late circa c. ca. about around perhaps ? ~ % million billion thousand hundred dozen half quarter year
years month months week weeks day days hour decade decades century centuries millennium spring summer autumn fall
winter January Feb. March april May june JULY Aug August Sept. September Oct November December Monday Tues. Sunday
yesterday today tomorrow tonight now recently then once every each last next this same following previous first
second third thirty-first twenty-ninth anniversary centenary birthday war treaty reign Christmas Easter 1930s '30s
the thirties Q3 H1 FY2012 1914/15 1950–53 12:30 5 p.m. 2013-02-30 30/02/2013 29 February 31 April 00.00.0000 Route
pp. § No. $ £ Smith (1998) 2001: May June Augustus saw will would may janvier 5月 1999年 Mai février марта
"""
NUMBERS, WORDS = tuple(_NUMBERS.split()), tuple(_WORDS.split())
MARKS = (
    *" \n\t\r\v\f\x00\x1b\x1c\x85\xa0\xad",
    *"\u200b\u200d\u2009\u202e\u202f\u2028\u2029\u2060\ufeff\ufffd\ue000\ue001\ue063\ud800\udfff",
    *"-–—−/.,;:!?'’‘\"“”„()[]{}<>&#*_|\\$%°ªº²½é\u0301ßİıﬁאع中ी\U0001f600\U0001f1e6\U0010ffff",
)
FRAMES = (
    "between {} and {}", "from {} to {}", "{}–{}", "{} - {}", "{} to {}", "{} or {}", "{} and {}", "since {}, {}",
    "before {} {}", "the early {}–{}", "c. {}/{}", "({}; {})", "“{}” {}", "two years after {} {}",
    "{}, three days later {}", "the end of {} {}", "{} until {}", "{}, {}", "{}{}", "{}\n{}", "in {} BC, {}",
    "the 60th anniversary of {} {}",
    "the first half of {} {}", "{} years before {}", "a century after {}, {}", "every {} {}", "{} ago {}",
)  # fmt: skip
SIGNS = "0123456789-−/.,XxYTZE:[]{}?~%+ ٣\0\ud800"
PIECES = re.compile(r"\w+|\s+|[^\w\s]")
DIGITS = re.compile(r"\d+")
FOREIGN = 1 / 3  # of the sentences are in a language that is drawn
ALSO: list[str] = []  # lines of other texts, of which every third sentence is taken where there are any
LONG = 3000  # times that a piece is repeated at most, which happens to one text in a hundred


@dataclass(frozen=True)
class Hints:
    """What ``find_mentions`` may be told of a text besides its date."""

    genre: Genre | None = None
    language: str | None = None


@cache
def corpus(language: str) -> tuple[str, ...]:
    """What texts are made of: the rules' examples and counter-examples, in English the sample articles' lines too."""
    sentences = [
        s for rule in ruleset(language).rules for s in (*(e[0] for e in rule.examples), *rule.counter_examples)
    ]
    articles = [path.read_text(encoding="utf-8") for path in sorted(DATA.glob("*/*.txt")) if language == FIRST]
    lines = [line.strip() for article in articles for line in article.splitlines() if line.strip()]
    return tuple(dict.fromkeys([*sentences, *lines]))


def _words(random: Random) -> str:
    """A sentence in English, or, of every third, in any of the languages."""
    if ALSO and random.random() < FOREIGN:
        return random.choice(ALSO)
    return random.choice(corpus(random.choice(languages()) if random.random() < FOREIGN else FIRST))


def a_text(random: Random) -> str:
    """A text: one or two sentences with up to six mutations."""
    text = _words(random)
    for _ in range(random.choice((0, 1, 1, 2, 2, 3, 4, 6))):
        text = random.choice(MUTATIONS)(random, text)
    if random.random() < 0.01:
        piece = random.choice([*PIECES.findall(text), "000", "19"])
        text += f"{random.choice(('', ' ', ',', '-'))}{piece}" * random.randrange(LONG)
    return text


def _place(random: Random, text: str) -> tuple[int, int]:
    """A stretch of the text, most often along the borders of words."""
    if random.random() < 0.3:
        start = random.randrange(len(text) + 1)
        return start, min(len(text), start + random.randrange(12))
    borders = [0, *(match.end() for match in PIECES.finditer(text))]
    first = random.randrange(len(borders))
    return borders[first], borders[min(len(borders) - 1, first + random.randrange(6))]


def _cut(random: Random, text: str) -> str:
    start, end = _place(random, text)
    return text[:start] + text[end:]


def _only(random: Random, text: str) -> str:
    start, end = _place(random, text)
    return text[start:] if random.random() < 0.5 else text[:end]


def _double(random: Random, text: str) -> str:
    start, end = _place(random, text)
    return text[:end] + random.choice(("", " ", "–", ", ")) + text[start:]


def _swap(random: Random, text: str) -> str:
    (a, b), (c, d) = sorted((_place(random, text), _place(random, text)))
    return text if b > c else text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]


def _number(random: Random, text: str) -> str:
    found = list(DIGITS.finditer(text))
    number = random.choice(NUMBERS) if random.random() < 0.7 else str(random.randrange(10 ** random.randrange(1, 9)))
    if not found:
        return f"{text} {number}"
    place = random.choice(found)
    return text[: place.start()] + number + text[place.end() :]


def _word(random: Random, text: str) -> str:
    start, end = _place(random, text)
    return f"{text[:start]}{random.choice((*WORDS, *NUMBERS))}{text[random.choice((start, end)) :]}"


def _between_words(random: Random, text: str) -> str:
    start, _ = _place(random, text)
    return f"{text[:start]} {random.choice((*WORDS, *NUMBERS))} {text[start:]}"


def _mark(random: Random, text: str) -> str:
    start, end = _place(random, text)
    mark = chr(random.randrange(0x110000)) if random.random() < 0.2 else random.choice(MARKS)
    return text[:start] + mark * random.choice((1, 1, 1, 2, 40)) + text[random.choice((start, end)) :]


def _nest(random: Random, text: str) -> str:
    start, end = _place(random, text)
    inner, other = text[start:end].strip(), random.choice((random.choice(NUMBERS), _words(random), text))
    pair = (inner, other) if random.random() < 0.5 else (other, inner)
    return text[:start] + random.choice(FRAMES).format(*pair) + text[end:]


def _join(random: Random, text: str) -> str:
    return text + random.choice((" ", "\n", "\n\n", " (", "–", "")) + _words(random)


def _case(random: Random, text: str) -> str:
    return random.choice((str.upper, str.lower, str.title, str.swapcase))(text)


def _spaces(random: Random, text: str) -> str:
    return text.replace(" ", random.choice(("", "  ", "\n", "\xa0", "\u202f", "\u2009", "\t", "-", ",")))


MUTATIONS = (
    _cut, _only, _double, _swap, _number, _number, _word, _word, _between_words, _mark, _nest, _join, _case, _spaces,
)  # fmt: skip


def hints(random: Random) -> Hints:
    """What a caller may say of a text, or leave to the library: its genre, and its language, right or wrong."""
    genre: Genre | None = random.choice((None, None, "news", "narrative"))
    language = random.choice((*languages(), "pt-BR", "EN_us", "xx", "?")) if random.random() < 0.2 else None
    return Hints(genre, language)


def a_damaged_date(random: Random) -> str:
    """A publication date with up to four mutations of its characters: EDTF, or nearly."""
    text = a_publication_date(random) or ""
    for _ in range(random.randrange(5)):
        at = random.randrange(len(text) + 1)
        sign = chr(random.randrange(0x110000)) if random.random() < 0.05 else random.choice(SIGNS)
        text = text[:at] + random.choice(("", sign, sign * 20)) + text[at + random.randrange(3) :]
    return text


def a_publication_date(random: Random) -> str | None:
    """A text's own date as EDTF, in any shape that the library reads, or None."""
    while random.random() > 0.2:
        try:
            return random.choice(DATES)(random)
        except EdtfError:
            continue  # 31 April, a backwards interval, a decade of a long year: draw another
    return None


def _date(random: Random) -> Date:
    year = random.choice((
        random.randrange(1900, 2030), random.randrange(-500, 500), random.randrange(-9999, 10_000),
        random.choice((-9999, -1, 0, 1, 9999)), random.randrange(-(10**11), 10**11),
    ))  # fmt: skip
    qualifier = random.choice(("", "", "", "?", "~", "%"))
    month = random.choice((None, 0, 1, 2, 6, 12, 21, 24))
    if not -9999 <= year <= 9999 or month is None:
        masked = random.choice((0, 0, 1, 2, 3)) if 0 <= year <= 9999 else 0
        return Date(year // 10**masked * 10**masked, qualifier=qualifier, masked=masked)
    if month > 12:
        return Date(year, month, qualifier=qualifier)
    day = random.choice((None, 0, 1, 28, month_length(year, month))) if month else random.choice((None, 0))
    return Date(year, month, day, qualifier)


def _side(random: Random) -> Date | End:
    return random.choice((End.OPEN, End.UNKNOWN)) if random.random() < 0.3 else _date(random)


def _member(random: Random) -> Date | Run:
    return _date(random) if random.random() < 0.6 else Run(_date(random), _date(random))


DATES = (
    lambda random: str(Date(random.randrange(1950, 2025), random.randrange(1, 13), random.randrange(1, 29))),
    lambda random: str(_date(random)),
    lambda random: str(DateTime(Date(random.randrange(1950, 2025), 2, random.randrange(1, 29)), "10:00:00Z")),
    lambda random: str(Interval(_side(random), _side(random))),
    lambda random: str(DateSet((_member(random), _member(random)), every=random.random() < 0.5)),
)  # fmt: skip
