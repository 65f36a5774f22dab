"""Chance is the same on every machine and in every version: codes that were given out stay good."""

import subprocess
import sys

import pytest

from tests.unit.teach.made import ROOT
from timeline.teach.dice import Dice, short_code


def test_draws_are_fixed_for_ever() -> None:
    dice = Dice("7/order")
    assert [dice.below(1000) for _ in range(12)] == [623, 485, 546, 262, 526, 786, 507, 780, 339, 728, 99, 854]
    assert Dice("7/order").shuffled("abcdefgh") == list("adbfgech")
    assert short_code("the mill") == "FUC8LY"


def test_every_order_comes_about_equally_often() -> None:
    counts: dict[str, int] = {}
    for seed in range(6000):
        order = "".join(Dice(str(seed)).shuffled("abc"))
        counts[order] = counts.get(order, 0) + 1
    assert len(counts) == 6
    assert max(counts.values()) < 1.15 * min(counts.values())


@pytest.mark.parametrize("length", [4, 6, 8])
def test_codes_can_be_read_from_a_board(length: int) -> None:
    codes = {short_code(str(n), length) for n in range(500)}
    assert len(codes) == 500
    assert {len(code) for code in codes} == {length}
    assert not set("".join(codes)) & set("0O1I")


MAKE = """
import json
from tests.unit.teach.made import sample
from timeline.teach import DeckSettings, make_deck, make_tour, plain
deck = make_deck(sample("ancient"), DeckSettings(cards=16, seed=3))
print(json.dumps([plain(deck), plain(make_tour(sample("ancient")))]))
"""


def test_another_process_makes_the_same_deck() -> None:
    made = {
        subprocess.run(
            [sys.executable, "-c", MAKE],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(made) == 1
