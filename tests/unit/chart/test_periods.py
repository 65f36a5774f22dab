from dataclasses import replace

import pytest

from tests.browser.made import document
from timeline.chart.periods import named_periods
from timeline.model import Collection


def collection(*texts, rule="period"):
    made = [document(at, f"Article {at}", None, None, text) for at, text in enumerate(texts)]
    mentions = tuple(replace(m, rule=rule) for _, found in made for m in found)
    return Collection(tuple(one for one, _ in made), mentions, ())


@pytest.mark.parametrize(
    ("words", "name", "when"),
    [("during the Korean War", "Korean War", "1950 to 1953"),
     ("DURING THE KOREAN WAR", "Korean War", "1950 to 1953"),
     ("after the Second World War", "Second World War", "1939 to 1945"),
     ("the early Renaissance", "Renaissance", "from about 1400 to about 1600")],
)  # fmt: skip
def test_a_period_is_shown_with_its_own_bounds_whatever_is_said_of_it(words, name, when):
    (period,) = named_periods(collection(f"The mill was shut {{{words}|shut|1950}}."))
    assert (period["name"], period["when"], period["told"]) == (name, when, 1)
    assert period["a"] < period["b"]


def test_the_articles_that_name_a_period_are_counted_once_each():
    told = "It fell {in the Cold War|a|1950} and rose {after the Cold War|b|1992}."
    periods = named_periods(collection(told, told, "Before {the Korean War|c|1949} it stood."))
    assert [(p["name"], p["told"]) for p in periods] == [("Cold War", 2), ("Korean War", 1)]


@pytest.mark.parametrize("words", ["in 1950", "in the war", "on 25 June 1950"])
def test_other_dates_are_no_periods(words):
    assert named_periods(collection(f"It fell {{{words}|a|1950}}.")) == []


def test_only_rules_that_know_periods_are_asked():
    assert named_periods(collection("It fell in {the Cold War|a|1950}.", rule="title")) == []
