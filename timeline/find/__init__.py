"""Texts to places in them that speak of time. Knows rules, but no language and no calendar."""

from timeline.find.engine import find
from timeline.find.rules import Rule, Ruleset, ruleset

__all__ = ["Rule", "Ruleset", "find", "ruleset"]
