"""Answers are judged as the table says. tests/browser/test_judging.py holds the browser's script to the same table."""

import json
from pathlib import Path

import pytest

from timeline.teach import Card, Verdict, judge, of_plain

TABLE = json.loads(Path(__file__).with_name("cases.json").read_text(encoding="utf-8"))
CARDS = {name: of_plain(Card, value) for name, value in TABLE["cards"].items()}


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: f"{case['card']} {case['answer']}")
def test_verdict(case: dict) -> None:
    assert judge(CARDS[case["card"]], case["answer"]) == of_plain(Verdict, case["verdict"])


def test_the_table_has_right_and_wrong_answers_to_every_shape_of_card() -> None:
    verdicts = {(case["card"], case["verdict"]["right"]) for case in TABLE["cases"]}
    assert verdicts == {(name, right) for name in CARDS for right in (True, False)} - {("free", True)}
