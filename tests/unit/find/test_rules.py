"""The loader of the rules reports every mistake at once."""

import pytest

from timeline.errors import RuleError
from timeline.find import fragments, rules, ruleset


def test_rules_run_in_passes_from_words_to_composites() -> None:
    levels = ruleset("en").levels
    assert len(levels) > 1
    assert {"year", "decade"} <= {rule.id for rule in levels[0].rules}
    assert "range-between" in {rule.id for rule in levels[-1].rules}


def test_every_mistake_in_the_files_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def tables(_: str, name: str) -> dict[str, object]:
        return {"rule": [{"id": "broken", "colour": "red"}]} if name.startswith("rules/") else {}

    monkeypatch.setattr(rules, "load", tables)
    with pytest.raises(RuleError) as raised:
        rules._tables("en")
    message = str(raised.value)
    assert "rule broken: lacks pattern" in message
    assert "rule broken: lacks examples" in message
    assert "rule broken: unknown key colour" in message


def test_a_fragment_that_is_not_there_is_named() -> None:
    with pytest.raises(RuleError, match=r"no fragment or class \{nowhere\}"):
        fragments.expand("in {nowhere}", {})


def test_a_class_that_contains_itself_is_refused() -> None:
    tables = [{"id": "snake", "class": "tail", "pattern": "the {tail}"}]
    with pytest.raises(RuleError, match="used by a rule of that class"):
        rules._depths(tables, {"tail": "\ue000"})
