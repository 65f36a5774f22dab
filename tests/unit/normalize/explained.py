"""How the tables of tests look at a text: what some rules make of it, read on 2013-02-12."""

from collections.abc import Set

from timeline import explain

DCT = "2013-02-12"


def last_of(text: str, rules: Set[str]) -> tuple[str, str, str]:
    """Words, date (or TIMEX3 value) and implied dates of the last mention that one of the rules finds."""
    mention = [m for m in explain(text, published=DCT) if m.rule in rules][-1]
    return mention.text, mention.edtf or mention.value, "".join(i.edtf for i in mention.implied)


def dated_by(text: str, rules: Set[str]) -> list[str]:
    """The words of all mentions that one of the rules finds and that date something."""
    return [m.text for m in explain(text, published=DCT) if m.rule in rules and (m.edtf or m.implied)]
