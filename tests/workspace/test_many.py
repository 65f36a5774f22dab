"""Fifty people who edit one collection at once, in two programs: nothing is lost, nobody meets an error."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from dataclasses import replace

from tests.unit.store.made import COLLECTION
from timeline.errors import ChangedMeanwhileError
from timeline.store.workspace import Workspace

NOON = "2013-02-12T12:00:00Z"
PEOPLE, EDITS, EVENTS = 50, 12, 40
Refused = tuple[str, ChangedMeanwhileError]


def person(workspace: Workspace, collection: str, who: int, refused: list[Refused]) -> None:
    """Edits events that others edit too, each from the state that is seen, and looks again where told to."""
    chance = random.Random(who)  # noqa: S311  no secret
    for number in range(EDITS):
        target = f"e{chance.randrange(EVENTS)}"
        while True:
            log = workspace.decisions(collection)
            seen = max((at for at, one in enumerate(log, 1) if target in one["targets"]), default=0)
            decision = {"id": f"{who}-{number}", "targets": [target], "before": seen}
            try:
                workspace.decide(collection, [decision], expecting={target: seen}, at=NOON)
                break
            except ChangedMeanwhileError as error:
                refused.append((target, error))


def test_no_edit_is_lost_and_none_goes_over_another(opened: Callable[[], Workspace]) -> None:
    programs = [opened(), opened()]
    collection = programs[0].keep(replace(COLLECTION, decisions=()), "Bridges", at=NOON).id
    wrong: list[BaseException] = []
    refused: list[Refused] = []

    def at_work(who: int) -> None:
        try:
            person(programs[who % 2], collection, who, refused)
        except BaseException as error:  # noqa: BLE001  a thread's error would pass unseen
            wrong.append(error)

    people = [threading.Thread(target=at_work, args=(who,)) for who in range(PEOPLE)]
    for one in people:
        one.start()
    for one in people:
        one.join()
    assert wrong == []
    log = programs[0].decisions(collection)
    assert {one["id"] for one in log} == {f"{who}-{number}" for who in range(PEOPLE) for number in range(EDITS)}
    assert len(log) == PEOPLE * EDITS
    last: dict[str, int] = {}
    for number, one in enumerate(log, 1):
        (target,) = one["targets"]
        assert one["before"] == last.get(target, 0)
        last[target] = number
    for target, error in refused:  # who came second was told by what, and did it again
        assert error.targets == (target,)
        assert [one["targets"] for one in error.decisions] == [[target]]
    assert programs[1].collection(collection).decisions == len(log)
