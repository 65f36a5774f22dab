"""Kills the app's server with SIGKILL a hundred times while people edit and bring in: ``python benchmarks/killed.py``.

Each time it is started again, and what pages were told was done is looked for in the database, which must be whole.
Prints what was accepted, what is missing (nothing), and what a person would have seen of errors (nothing). Without
``--database`` it works in a file of its own; ``--database`` names an empty database of a PostgreSQL server.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.workspace.house import killed_again_and_again


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--database")
    parser.add_argument("--kills", type=int, default=100)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        begun = time.monotonic()
        house = killed_again_and_again(given.database or str(Path(folder) / "w.db"), Path(folder), given.kills)
        missing = house.missing()
    articles, descriptions = len(house.brought), len(house.described) - 1
    print(f"{given.kills} kills in {time.monotonic() - begun:.0f} s. Accepted: {len(house.decided):,} decisions,")
    print(f"{house.turned:,} steps back or forth, {articles:,} articles, {descriptions:,} descriptions")
    print(f"missing or broken: {missing or 'nothing'}; errors seen: {house.errors or 'none'}")


if __name__ == "__main__":
    main()
