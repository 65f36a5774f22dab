"""The app as a server of its own, killed while people edit and bring in, and asked by fifty at once.

What a page was told is done must be there when the server is started again, and nobody meets an error but the word that
another window was first. How often it is killed on each database: TIMELINE_TEST_KILLS; ``benchmarks/killed.py`` does it
a hundred times.
"""

from __future__ import annotations

import os
import threading
from pathlib import Path

from tests.browser.serving import serving
from tests.workspace.asking import Asking
from tests.workspace.house import House, killed_again_and_again
from timeline.store.workspace import open_workspace

KILLS = int(os.environ.get("TIMELINE_TEST_KILLS", "3"))
PEOPLE, EDITS = 50, 3


def test_what_was_answered_outlives_the_server(database: str, tmp_path: Path) -> None:
    house = killed_again_and_again(database, tmp_path, KILLS)
    assert house.errors == []
    assert house.missing() == []
    assert len(house.decided) >= KILLS


def test_fifty_people_at_once_lose_nothing_and_meet_no_error(database: str, tmp_path: Path) -> None:
    house = House(database)
    wrong: list[object] = []

    def person(who: int, address: str) -> None:
        window = Asking(address)
        for number in range(EDITS):
            for _ in range(PEOPLE):
                target = house.events[(who + number) % len(house.events)]
                _, card = window.get(f"{house.check}/card/{target}")
                wish = {"targets": [target], "versions": {target: card["version"]}, "by": f"Reader {who}"}
                fields = {"add_tags": [f"{who}-{number}"]}
                status, answer = window.post(f"{house.check}/decide", action="edit", fields=fields, **wish)
                if status == 200:
                    house.decided.append(answer["id"])
                    break
                if "in another window" not in answer["problem"]:
                    wrong.append((status, answer))
        window.close()

    with serving(tmp_path, TIMELINE_DATABASE=database) as (address, _):
        people = [threading.Thread(target=person, args=(who, address)) for who in range(PEOPLE)]
        for one in people:
            one.start()
        for one in people:
            one.join()
        _, page = Asking(address).get("/timeline/desk/page/check", c=house.key)
    assert wrong == []
    assert "problem" not in page
    assert len(set(house.decided)) == PEOPLE * EDITS
    assert house.missing() == []
    with open_workspace(database) as workspace:
        tags = [one["after"]["add_tags"][0] for one in workspace.decisions(house.key)]
    assert sorted(tags) == sorted(f"{who}-{number}" for who in range(PEOPLE) for number in range(EDITS))
