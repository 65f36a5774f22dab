"""Where the words for a thing end: "the attack of A on B | began", "two days after | the fleet reached port"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.find.rules import Ruleset


def thing_length(rules: Ruleset, words: Sequence[str], *, clause: bool) -> int:
    """How many of the words tell of the thing that they begin with; with ``clause`` a verb may be among them."""
    lows = [word.lower() for word in words]
    if clause and lows[0].endswith(rules.doing):
        return _rest_of_clause(rules, words, lows, 1)  # "after relieving the town"
    least = 1 if clause and lows[0] not in rules.determiners else 2  # "after he died": the subject may be one word
    for count in range(least, len(words)):
        if clause and _joins_names(rules, words, lows, count):
            continue
        if _begins_phrase(rules, words, lows, count) or _dates(rules, words, count):
            return count
        if lows[count] in rules.stop_words or _is_past(rules, lows[count]):
            return _clause(rules, words, lows, count) if clause else count
    return len(words)


def _joins_names(rules: Ruleset, words: Sequence[str], lows: Sequence[str], at: int) -> bool:
    """Whether the word stands between two names that have one verb: "after Anna Holm and Olaf Berg met"."""
    if lows[at] not in rules.breaking or at + 1 >= len(words):
        return False
    names = (words[at - 1], words[at + 1])
    if not all(name[0].isupper() for name in names) or not words[0][0].isupper():
        return False
    verb = at + 1
    while verb < len(words) and words[verb][0].isupper():
        verb += 1
    return verb < len(words) and _is_verb(rules, lows[verb])


def _clause(rules: Ruleset, words: Sequence[str], lows: Sequence[str], verb: int) -> int:
    """The same where the subject ends before ``verb``: with what the verb says, if a verb stands there at all."""
    following = lows[verb + 1] if verb + 1 < len(lows) else ""
    done = _is_verb(rules, following) or following in rules.participles  # "after she was born"
    states = lows[verb] in rules.being and not (done or following in rules.helping)
    if states or not _is_verb(rules, lows[verb]):
        return verb  # "the day before her death was clear"
    at = verb + 1
    while at < len(lows) and (
        lows[at] in rules.helping
        or (lows[at - 1] in rules.helping and (_is_verb(rules, lows[at]) or lows[at] in rules.participles))
    ):
        at += 1
    return _rest_of_clause(rules, words, lows, at)


def _rest_of_clause(rules: Ruleset, words: Sequence[str], lows: Sequence[str], start: int) -> int:
    """Where the clause ends that has had its verb before ``start``.

    Another verb shows that the main clause has begun; as nothing tells where, the clause then ends with its own
    verb ("after the siege ended the general left").
    """
    for at in range(start, len(words)):
        if lows[at] in rules.breaking or _dates(rules, words, at):
            return at
        if _is_verb(rules, lows[at]):
            return start
    return len(words)


def _begins_phrase(rules: Ruleset, words: Sequence[str], lows: Sequence[str], at: int) -> bool:
    """Whether another phrase begins: an article, or a name with its verb, that nothing links to the words before."""
    before = lows[at - 1]
    if lows[at] in rules.determiners or lows[at] in rules.new_subject:
        return before not in rules.linking
    if not words[at][0].isupper() or words[at - 1][0].isupper() or before in rules.linking or before in rules.of_names:
        return False
    verb = at + 1
    while verb < len(words) and words[verb][0].isupper():
        verb += 1
    return at >= 2 and verb < len(words) and _is_verb(rules, lows[verb])


def _dates(rules: Ruleset, words: Sequence[str], at: int) -> bool:
    """Whether a month or weekday stands there, with which a date begins."""
    return words[at][0].isupper() and words[at].lower() in rules.calendar_words


def _is_past(rules: Ruleset, low: str) -> bool:
    return len(low) > 4 and low.endswith(rules.past_ending)


def _is_verb(rules: Ruleset, low: str) -> bool:
    return low in rules.past_forms or low in rules.helping or _is_past(rules, low)
