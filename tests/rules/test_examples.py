"""Every rule's own examples and counter-examples, read as a user's text would be, in every language."""

import re

import pytest

from timeline import explain
from timeline.find import Rule, find, ruleset
from timeline.languages import languages
from timeline.read.language import detect_language

DCT = "2013-02-12"
RULES = [(language, rule) for language in languages() for rule in ruleset(language).rules]
ASIDE = {(language, rule.id): rule.reading == "aside" for language, rule in RULES}


@pytest.mark.parametrize(
    ("language", "rule", "sentence", "words", "value"),
    [
        pytest.param(language, r.id, *example, id=f"{language}-{r.id}-{n}")
        for language, r in RULES
        for n, example in enumerate(r.examples)
    ],
)
def test_example(language: str, rule: str, sentence: str, words: str, value: str) -> None:
    if ASIDE[language, rule]:
        aside = [found.text for found in find(sentence, language, asides=True) if found.rule == rule]
        assert words in aside, "the whole is recognised"
        assert not any(m.text in words for m in explain(sentence, published=DCT)), "and no date is found in it"
        return
    mentions = [m for m in explain(sentence, published=DCT, language=language) if m.rule == rule]
    assert (words, value) in [(m.text, m.edtf or m.value) for m in mentions]


@pytest.mark.parametrize(
    ("language", "rule", "sentence"),
    [
        pytest.param(language, r.id, sentence, id=f"{language}-{r.id}-not-{n}")
        for language, r in RULES
        for n, sentence in enumerate(r.counter_examples)
    ],
)
def test_counter_example(language: str, rule: str, sentence: str) -> None:
    assert [m.text for m in explain(sentence, published=DCT, language=language) if m.rule == rule] == []
    asides = find(sentence, language, asides=True)
    assert [w.text for w in asides if w.rule == rule and w.reading == "aside"] == []


@pytest.mark.parametrize("rule", [pytest.param(r, id=f"{language}-{r.id}") for language, r in RULES])
def test_every_rule_has_an_example_a_counter_example_and_a_reason(rule: Rule) -> None:
    assert rule.counter_examples
    assert rule.examples
    assert rule.why


@pytest.mark.parametrize("rule", [pytest.param(r, id=f"{language}-{r.id}") for language, r in RULES])
def test_a_reason_is_a_sentence_that_stands_alone(rule: Rule) -> None:
    assert rule.why.endswith(".")
    assert len(rule.why.split()) > 4, "a verb, and what it is said of"
    assert not re.match(r"(The same\b|As (above|with|before)\b|So (too|many of)\b|Counts |Speaks |Dates )", rule.why)


@pytest.mark.parametrize("sentence", [s for language, r in RULES if language == "en" for s, _, _ in r.examples])
def test_a_sentence_of_english_is_told_to_be_english(sentence: str) -> None:
    assert detect_language(sentence) == "en"
