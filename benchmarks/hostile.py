"""What hostile text costs beside articles, by CPU time. Prints a table, asserts nothing.

    python benchmarks/hostile.py ARTICLE ... [--size BYTES] [--whole] [--only REGEX] [--patience SECONDS]

A megabyte of each hostile text by default. ``--whole`` takes each on from the document to its events. Each text is
read by a process of its own, which is stopped when it has used up so many CPU seconds; the table says so.
"""

from __future__ import annotations

import argparse
import multiprocessing
import re
import resource
import time
from multiprocessing.connection import Connection
from pathlib import Path

from timeline import build_timeline, find_mentions
from timeline.read import document_from_text

DAY = "2013-02-12"

TEXTS = {
    "digits": "0123456789",
    "the day after": "the day after ",
    "month names": "January February March April May June July August September October November December ",
    "months listed": "January, February, March, April, May, June, July, August, September, ",
    "May May May": "May ",
    "years": "1950 ",
    "years and dashes": "1950–1951–",
    "dashes": "-",
    "long dashes": "–",
    "nested quotes": "“‘",
    "straight quotes": "\"'",
    "brackets": "([{",
    "closing brackets": ")]}",
    "one word": "a",
    "one capital word": "May",
    "combining marks": "e\u0301",
    "marks alone": "\u0301",
    "Chinese": "二月十年前世纪",
    "emoji": "😀",
    "private use": "\ue000",
    "line feeds": "\n",
    "lines of a word": "may\n",
    "blanks": " ",
    "tabs": "\t",
    "the the the": "the ",
    "between and": "between 1950 and ",
    "two years after the": "two years after the ",
    "abbreviations": "e.g. ",
    "full stops": "a. ",
    "numbers": "1,950,",
    "clock": "10:",
    "lone surrogates": "\ud800",
    "ones": "1",
    "ones apart": "1 ",
    "commas": ",",
    "Arabic figures": "١٩٥٠ ",
    "of the": "of the ",
    "Roman numerals": "MDCCCXLVIII ",
    "one Roman numeral": "XVI",
    "quotes never closed": "“He said ",
    "brackets never closed": "(in 1950 ",
    "years in brackets": "(1950) ",
    "decades": "the 1950s ",
    "ordinals": "the first ",
    "third of the third": "the third of ",
    "lines of years": "1950\n",
    "years listed": "1950, 1951, ",
    "days listed": "3, 4 and ",
    "weekdays": "Monday ",
    "ago": "two years ago ",
    "later": "Two years later it fell. ",
    "anniversaries": "the 60th anniversary of ",
    "from to": "from 1950 to ",
    "since": "since ",
    "capitals": "He ",
    "names": "John Smith ",
    "names and years": "John Smith (1950) ",
    "hyphened": "two-year-",
    "slashes": "1/2/",
    "points": "1.2.",
    "ellipses": "…",
    "apostrophes": "'50s ",
    "century": "the 19th century ",
    "BC": "500 BC ",
    "ands": "and ",
    "Korean": "1950년 ",
    "Arabic words": "في عام ",
    "Russian": "в 1950 году ",
    "no-break spaces": "\xa0",
    "zero width": "\u200b",
    "right to left": "\u202e",
    "null signs": "\0",
    "markup": "<b>",
    "links": "http://a.b/1950 ",
}


def seconds_a_byte(text: str, *, whole: bool) -> tuple[float, int]:
    """CPU seconds a byte of UTF-8 that reading the text takes, and how many mentions or events it gives."""
    begin = time.process_time()
    if whole:
        came = len(build_timeline([document_from_text(text, published=DAY)]).events)
    else:
        came = len(find_mentions(text, published=DAY))
    return (time.process_time() - begin) / len(text.encode("utf-8", "surrogatepass")), came


def _answer(pipe: Connection, text: str, whole: bool, patience: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (patience, patience))
    pipe.send(seconds_a_byte(text, whole=whole))


def patiently(text: str, patience: int, *, whole: bool) -> tuple[float, int] | None:
    """The same, from a process of its own; None where its patience of so many CPU seconds was over."""
    ours, theirs = multiprocessing.Pipe(duplex=False)
    reader = multiprocessing.Process(target=_answer, args=(theirs, text, whole, patience))
    reader.start()
    theirs.close()
    try:
        return ours.recv()
    except EOFError:
        return None
    finally:
        reader.kill()
        reader.join()


def main() -> None:
    """Read the first article to warm up, then the others measured, each once, then each hostile text."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("article", type=Path, nargs="+", help="normal texts, UTF-8, two or more")
    arguments.add_argument("--size", type=int, default=1_000_000, help="bytes of each hostile text")
    arguments.add_argument("--whole", action="store_true", help="from the document to its events")
    arguments.add_argument("--only", default="", help="the hostile texts whose name this regular expression is in")
    arguments.add_argument("--patience", type=int, default=200, help="CPU seconds for one text")
    given = arguments.parse_args()
    if len(given.article) < 2:
        arguments.error("one article alone only warms up, and nothing is left to compare with: name two or more")
    warm, *articles = (path.read_text(encoding="utf-8") for path in given.article)
    seconds_a_byte(warm, whole=given.whole)
    normal, _ = seconds_a_byte("\n\n".join(articles), whole=given.whole)
    print(f"{'text':24} {'kB/s':>8} {'times normal':>13} {'events' if given.whole else 'mentions':>9} a kB")
    print(f"{'articles':24} {0.001 / normal:8.0f} {1:13.1f}")
    for name, unit in TEXTS.items():
        if not re.search(given.only, name):
            continue
        text = unit * (given.size // len(unit.encode("utf-8", "surrogatepass")))
        read = patiently(text, given.patience, whole=given.whole)
        if read is None:
            print(f"{name:24} not read in {given.patience} CPU seconds", flush=True)
            continue
        cost, came = read
        print(f"{name:24} {0.001 / cost:8.0f} {cost / normal:13.1f} {1000 * came / given.size:14.1f}", flush=True)


if __name__ == "__main__":
    main()
