"""How long a decision takes while many people edit one collection at once: ``python benchmarks/editors.py``.

Each person decides, thinks for about a second, and looks every second whether others changed something, as an open
window does. Prints how many decisions were made, the middle and the slow ones in milliseconds, how many were lost and
how many met an error. Without ``--database`` it works in a file of its own, which is gone afterwards.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import threading
import time
from pathlib import Path

from timeline.errors import ChangedMeanwhileError, TimelineError
from timeline.model import Collection
from timeline.store.workspace import Workspace, open_workspace

EVENTS = 2_000


def person(workspace: Workspace, collection: str, who: int, until: float, took: list[float], found: list[str]) -> None:
    """Edits until the time is over; what was told apart from an acceptance goes to ``found``."""
    chance = random.Random(who)  # noqa: S311  whom it concerns when is no secret
    number = known = 0
    touched: dict[str, int] = {}
    while time.monotonic() < until:
        time.sleep(chance.uniform(0.5, 1.5))
        for known, one in enumerate(workspace.decisions(collection, known), known + 1):  # noqa: B020  it goes on from there
            touched[one["targets"][0]] = known
        target = f"e{chance.randrange(EVENTS)}"
        seen = touched.get(target, 0)
        begun = time.perf_counter()
        try:
            workspace.decide(
                collection, [{"id": f"{who}-{number}", "targets": [target]}], expecting={target: seen}, at="2013-02-12"
            )
            number += 1
        except ChangedMeanwhileError:
            found.append("told")
        except TimelineError as error:
            found.append(str(error))
        took.append(1000 * (time.perf_counter() - begun))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database")
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, open_workspace(given.database or Path(folder) / "w.db") as workspace:
        collection = workspace.keep(Collection((), (), ()), "Editors", at="2013-02-12").id
        took: list[float] = []
        found: list[str] = []
        until = time.monotonic() + given.seconds
        people = [
            threading.Thread(target=person, args=(workspace, collection, who, until, took, found))
            for who in range(given.people)
        ]
        for one in people:
            one.start()
        for one in people:
            one.join()
        kept = len(workspace.decisions(collection))
        workspace.purge(collection)
    took.sort()
    told = found.count("told")
    print(f"{given.people} people, {given.seconds:.0f} s: {len(took):,} decisions, {told} refused with a word")
    print(f"p50 {took[len(took) // 2]:.0f} ms, p95 {took[int(len(took) * 0.95)]:.0f} ms, most {took[-1]:.0f} ms")
    print(f"lost {len(took) - len(found) - kept}, errors {len(found) - told}")


if __name__ == "__main__":
    main()
