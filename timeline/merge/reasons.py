"""Why an event has its date, in words, the strongest evidence first.

First what stands in full in an article, then what agrees with it less precisely, then what was worked out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline import edtf
from timeline.merge.telling import Telling, is_period

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def reasons_for(
    tellings: Sequence[Telling], against: Sequence[Telling], best: Telling, plans: Sequence[Telling] = ()
) -> tuple[str, ...]:
    """The steps that lead to the date of ``best``, one a line, a sentence each; last what contradicts or plans it."""
    same = [t for t in tellings if t.edtf == best.edtf]
    written = [t for t in same if _is_written(t)]
    lines: list[str] = []
    if _is_written(best):
        count = len({t.document.source for t in written})
        full = "in full" if edtf.precision(best.edtf) == "day" else "out"
        lines.append(f"“{_flat(best.mention.text)}” stands in {said(count, 'article')}, written {full}")
        lines += best.derivation[1:]
    else:
        lines += best.derivation or (f"“{_flat(best.mention.text)}” is {edtf.say(best.edtf, best.mention.mod)}",)
        lines += _same_date(same, best)
    lines += _agreeing(tellings, best)
    lines += _worked_out(same, best)
    for value in sorted({t.edtf for t in against}, key=lambda v: (edtf.sort_key(v), v)):
        count = len({t.document.source for t in against if t.edtf == value})
        lines.append(f"{said(count, 'article')} {_verb(count, 'gives')} another date: {edtf.say(value)}")
    for value in sorted({t.edtf for t in plans}, key=lambda v: (edtf.sort_key(v), v)):
        count = len({t.document.source for t in plans if t.edtf == value})
        lines.append(f"{said(count, 'article')} {_verb(count, 'plans')} it for {edtf.say(value)}")
    return tuple(dict.fromkeys(_sentence(line) for line in lines))


def said(number: int, noun: str) -> str:
    """A number and its noun in words: "one day", "two articles"."""
    word = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{word} {noun}{'' if number == 1 else 's'}"


def _is_written(telling: Telling) -> bool:
    """Whether the date stands in the text itself, and isn't worked out from another."""
    return telling.mention.grade == "A" and telling.role == "states" and not is_period(telling.mention)


def _same_date(same: Sequence[Telling], best: Telling) -> Iterable[str]:
    count = len({t.document.source for t in same} - {best.document.source})
    if count:
        yield f"{said(count, 'other article')} {_verb(count, 'gives')} the same date"


def _agreeing(tellings: Sequence[Telling], best: Telling) -> Iterable[str]:
    """What less precise dates say, those that are written before those that are worked out."""
    others: dict[str, list[Telling]] = {}
    for t in tellings:
        if t.edtf != best.edtf and t.whole:
            others.setdefault(t.edtf, []).append(t)
    ranked = sorted(others.items(), key=lambda kv: (not any(map(_is_written, kv[1])), edtf.sort_key(kv[0]), kv[0]))
    for value, told in ranked:
        count = len({t.document.source for t in told})
        yield f"{said(count, 'article')} {_verb(count, 'gives')} {edtf.say(value)}, which agrees with that"


def _worked_out(same: Sequence[Telling], best: Telling) -> Iterable[str]:
    """The way to the same date by counting, told once, for a date that is written as well."""
    counted = [t for t in same if not _is_written(t) and t.derivation]
    if not _is_written(best) or not counted:
        return
    count = len({t.document.source for t in counted})
    yield f"{said(count, 'article')} {_verb(count, 'leads')} to the same date by counting"
    yield from min(counted, key=lambda t: t.key).derivation


def _sentence(line: str) -> str:
    """The line with a capital at its head and a full stop at its end."""
    line = line.strip()
    return line[:1].upper() + line[1:] + ("" if line.endswith((".", "!", "?")) else ".")


def _flat(text: str) -> str:
    return " ".join(text.split())


def _verb(number: int, verb: str) -> str:
    return verb if number == 1 else verb[:-1]
