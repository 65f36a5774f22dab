"""The browser judges answers as Python does: both are held to one table."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

TABLE = json.loads(Path(__file__).parents[1].joinpath("unit/teach/cases.json").read_text(encoding="utf-8"))


def test_every_case_of_the_table(browser):
    page = browser.new_page()
    page.add_script_tag(content=resources.files("timeline.teach").joinpath("judge.js").read_text(encoding="utf-8"))
    got = page.evaluate("({cards, cases}) => cases.map((one) => judge(cards[one.card], one.answer))", TABLE)
    assert got == [case["verdict"] for case in TABLE["cases"]]
    page.close()
