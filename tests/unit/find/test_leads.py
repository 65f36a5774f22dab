"""What a match can begin with."""

import pytest
import re2

from timeline.errors import RuleError
from timeline.find import ruleset
from timeline.find.leads import first_words, leads


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("between x", {r"between \w?"}),
        (r"(?i:the )?(?i:Winter|Fall) of \d", {"the winter ", "the fall ", r"winter \w?", "fall of "}),
        (r"(?P<year>1\d{3})", {r"\d\w?"}),
        (r"in (?:[12]\d|May)", {r"in \d", "in may"}),
        ("today|tomorrow", {"today", "tomorrow"}),
        ("decades?", {"decade", "decades"}),
        ("[ab]+ c", {r"[ab]\w?"}),
        ("[Tt]en I{1,2}V", {"ten iv", "ten iiv"}),
        (r"['’]\d0s", {r"['’]\d"}),
        ("c. 1900", {r"c. "}),
        ("二月十日", {"二月"}),
        ("fifty-one", {r"fifty-\w?"}),
    ],
)
def test_leads(pattern: str, expected: set[str]) -> None:
    assert {lead.replace("[ ]", " ") for lead in leads(pattern)} == expected


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("today", ("today", None)),
        (r"winter \w?", ("winter", None)),
        ("the winter ", ("the", "winter")),
        ("in may", ("in", "may")),
        (r"in \d", ("in", "")),
        (r"c\. ", ("c", "")),
        (r"in ad\d", ("in", "ad")),
        (r"the [a-z]\w?", ("the", None)),
        (r"m\w?", ("", None)),
        ("été ", ("", None)),
        (r"\d", ("", None)),
    ],
)
def test_first_words(lead: str, expected: tuple[str, str | None]) -> None:
    assert first_words(lead) == expected


@pytest.mark.parametrize(("pattern", "flaw"), [("(a", "not closed"), ("a)", "too many")])
def test_brackets_that_do_not_match(pattern: str, flaw: str) -> None:
    with pytest.raises(RuleError, match=flaw):
        leads(pattern)


def test_every_example_of_a_rule_begins_with_one_of_its_leads() -> None:
    for rule in ruleset("en").levels[0].rules:
        pattern = re2.compile(f"(?i:{'|'.join(leads(rule.source))})")
        for sentence, found, _ in rule.examples:
            match = rule.pattern.search(found)
            assert match is None or pattern.match(found[match.start() :]), (rule.id, sentence)


def test_no_lead_is_empty() -> None:
    for rule in ruleset("en").levels[0].rules:
        assert all(not re2.fullmatch(lead, "") for lead in leads(rule.source)), rule.id
