"""Read made-up texts for a given time and write down, as short as they can be, those that break a promise.

    python -m tests.property.fuzz [--seconds 60] [--seed 1] [--out finds.jsonl] [--also TEXT ...]

The texts are of all languages, with any publication date and what else a caller may say; one in five is a date that
is EDTF or nearly. Lines of the files behind ``--also`` are mixed in. One line a find: what broke, the text, what was
said of it, the text before it was shortened, seed and number. A promise that broke before in the file is not written
again. Exit status 1 where anything new was found.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.property.mutations import ALSO, a_damaged_date, a_publication_date, a_text, hints
from tests.property.promises import broken, broken_date, shortest

DATES = 0.2  # of what is tried are dates alone
WHOLE = 5  # one text in so many is taken on to events, chart and file


def _drawn(random: Random, *, whole: bool) -> tuple[str, Callable[[str], str | None], dict[str, object]]:
    """A text, what tells which promise one like it breaks, and what that is told beside the text."""
    if random.random() < DATES:
        return a_damaged_date(random), broken_date, {"entry": "a date"}
    text, published, said = a_text(random), a_publication_date(random), hints(random)
    told = {"published": published, "genre": said.genre, "language": said.language, "whole": whole}
    return text, lambda less: broken(less, published, said, whole=whole), told


def main() -> int:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--out", type=Path, default=Path("finds.jsonl"))
    options.add_argument("--also", type=Path, nargs="+", default=[], help="texts in UTF-8 whose lines are mixed in")
    asked = options.parse_args()
    ALSO.extend(line for path in asked.also for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    known = set()
    if asked.out.exists():
        known = {json.loads(line)["broken"] for line in asked.out.read_text(encoding="utf-8").splitlines()}
    random, number, new = Random(asked.seed), 0, 0  # noqa: S311  texts are no secrets
    end = time.monotonic() + asked.seconds
    while time.monotonic() < end:
        number += 1
        text, breaks, told = _drawn(random, whole=number % WHOLE == 0)
        what = breaks(text)
        if what is None or what in known:
            continue
        known.add(what)
        new += 1
        short = shortest(text, lambda less: breaks(less) == what)  # noqa: B023  used at once
        find = {"broken": what, "text": short, **told, "before": text}
        with asked.out.open("a", encoding="utf-8") as out:
            out.write(json.dumps(find | {"seed": asked.seed, "number": number}) + "\n")
        print(what, repr(short), told, flush=True)
    print(f"{number} texts read with seed {asked.seed}, {new} new finds", flush=True)
    return 1 if new else 0


if __name__ == "__main__":
    sys.exit(main())
