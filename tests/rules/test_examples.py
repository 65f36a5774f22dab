"""Every rule's own examples and counter-examples, read as a user's text would be."""

import pytest

from timeline import explain
from timeline.find import find, ruleset

DCT = "2013-02-12"
RULES = ruleset("en").rules
ASIDE = {rule.id: rule.reading == "aside" for rule in RULES}


@pytest.mark.parametrize(
    ("rule", "sentence", "words", "value"),
    [pytest.param(r.id, *example, id=f"{r.id}-{n}") for r in RULES for n, example in enumerate(r.examples)],
)
def test_example(rule: str, sentence: str, words: str, value: str) -> None:
    if ASIDE[rule]:
        aside = [found.text for found in find(sentence, asides=True) if found.rule == rule]
        assert words in aside, "the whole is recognised"
        assert not any(m.text in words for m in explain(sentence, published=DCT)), "and no date is found in it"
        return
    mentions = [m for m in explain(sentence, published=DCT) if m.rule == rule]
    assert (words, value) in [(m.text, m.edtf or m.value) for m in mentions]


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        pytest.param(r.id, sentence, id=f"{r.id}-not-{n}")
        for r in RULES
        for n, sentence in enumerate(r.counter_examples)
    ],
)
def test_counter_example(rule: str, sentence: str) -> None:
    assert [m.text for m in explain(sentence, published=DCT) if m.rule == rule] == []
    assert [w.text for w in find(sentence, asides=True) if w.rule == rule and w.reading == "aside"] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_every_rule_has_an_example_a_counter_example_and_a_reason(rule: object) -> None:
    examples, counters = rule.examples, rule.counter_examples  # type: ignore[attr-defined]
    assert counters
    assert examples
    assert rule.why  # type: ignore[attr-defined]
