"""What hostile text costs beside articles, by CPU time. Prints a table, asserts nothing.

python benchmarks/hostile.py ARTICLE ... [--size BYTES]      a megabyte of each hostile text by default
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from timeline import find_mentions

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
}


def seconds_a_byte(text: str, published: str | None) -> tuple[float, int]:
    """CPU seconds a byte of UTF-8 that reading the text takes, and how many mentions it gives."""
    begin = time.process_time()
    mentions = find_mentions(text, published=published)
    return (time.process_time() - begin) / len(text.encode("utf-8", "surrogatepass")), len(mentions)


def main() -> None:
    """Read the articles twice, the second time measured, then each hostile text."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("article", type=Path, nargs="+", help="normal texts, UTF-8")
    arguments.add_argument("--size", type=int, default=1_000_000, help="bytes of each hostile text")
    given = arguments.parse_args()
    articles = "\n".join(path.read_text(encoding="utf-8") for path in given.article)
    find_mentions(articles)
    normal = min(seconds_a_byte(articles, "2013-02-12")[0] for _ in range(3))
    print(f"{'text':24} {'kB/s':>8} {'times normal':>13} {'mentions a kB':>14}")
    print(f"{'articles':24} {0.001 / normal:8.0f} {1:13.1f}")
    for name, unit in TEXTS.items():
        text = unit * (given.size // len(unit.encode("utf-8", "surrogatepass")))
        cost, mentions = seconds_a_byte(text, "2013-02-12")
        print(f"{name:24} {0.001 / cost:8.0f} {cost / normal:13.1f} {1000 * mentions / given.size:14.1f}", flush=True)


if __name__ == "__main__":
    main()
