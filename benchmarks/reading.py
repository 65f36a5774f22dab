"""How fast texts are read, beside dateparser's search in the same run. Prints its figures, asserts nothing.

    python benchmarks/reading.py [FOLDER ...]      default: the sample collections in data/

Figures: seconds to import the package and to build each folder as a command, Python's start included (median
of five); kB of UTF-8 a second for finding and dating mentions in one process, texts in memory, after one
warm-up; the same for ``dateparser.search.search_dates`` on the first 20 kB. Quote ratios: machines differ.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"
RUNS = 5
SHORT = 20_000  # characters given to dateparser, which is slow


def command_seconds(*arguments: str) -> float:
    """The median wall-clock seconds of a Python command."""
    took = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
        took.append(time.perf_counter() - start)
    return statistics.median(took)


def main() -> None:
    folders = [Path(name) for name in sys.argv[1:]] or sorted(path for path in DATA.iterdir() if path.is_dir())
    print(f"python -c pass          {command_seconds('-c', 'pass'):.2f} s")
    print(f"import timeline         {command_seconds('-c', 'import timeline'):.2f} s")
    texts = []
    for folder in folders:
        with tempfile.TemporaryDirectory() as out:
            seconds = command_seconds("-m", "timeline", "build", str(folder), "-o", str(Path(out) / "c.json"))
        print(f"timeline build {folder.name:<16} {seconds:.2f} s")
        texts += [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]

    import dateparser.search

    import timeline

    timeline.find_mentions(texts[0], published="2021-07-16")
    start = time.perf_counter()
    mentions = sum(len(timeline.find_mentions(text, published="2021-07-16")) for text in texts)
    ours = time.perf_counter() - start
    size = sum(len(text.encode()) for text in texts)
    print(f"find_mentions           {size / 1000 / ours:.0f} kB/s, {mentions} mentions in {size / 1000:.0f} kB")

    short = "\n".join(texts)[:SHORT]
    dateparser.search.search_dates(short[:1000], languages=["en"])
    start = time.perf_counter()
    found = dateparser.search.search_dates(short, languages=["en"]) or []
    theirs = time.perf_counter() - start
    print(f"dateparser search_dates {len(short.encode()) / 1000 / theirs:.0f} kB/s, {len(found)} dates")


if __name__ == "__main__":
    main()
