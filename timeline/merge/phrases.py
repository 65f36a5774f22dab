"""Phrases without a verb: where a noun phrase begins, what brackets hold, what leads into a subject."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.merge.words import VERBAL, Word, lexicon

_GLUE = frozenset({"-", "'s", "’s", "’", "“", "”", '"', "."})
"""Marks inside a noun phrase."""

_AGE = 4
"""Figures from which a number is no age."""

_CLOSING = frozenset({")", "]"})

_NAMING = frozenset({"noun", "name"})


def bracket_at(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """The indexes of the brackets around the character ``at``."""
    texts = [w.text for w in words]
    if ")" not in texts and "]" not in texts:
        return None
    opened: int | None = None
    for i, word in enumerate(words):
        if word.text in "([" and word.start <= at:
            opened = i
        elif word.text in ")]" and opened is not None:
            if word.start >= at:
                return opened, i
            opened = None
    return None


def without_brackets(words: Sequence[Word]) -> list[Word]:
    """The words without those in brackets, and without an age beside a name; a bracket that never closes stays."""
    if not [w for w in words if w.part == "number" or w.text in _CLOSING]:
        return list(words)  # as nearly always
    words = _without_ages(words)
    out: list[Word] = []
    depth = 0
    closes = len([w for w in words if w.text in _CLOSING])
    if not closes:
        return list(words)
    for word in words:
        if word.text in "([" and closes:
            depth += 1
        elif word.text in _CLOSING and depth:
            depth -= 1
            closes -= 1
        elif not depth:
            out.append(word)
    return out


def _without_ages(words: Sequence[Word]) -> Sequence[Word]:
    """The words without a number between commas behind a name: "Anna Holm, 42, and Karl Berg, 37, were chosen"."""
    drop: set[int] = set()
    for i in [i for i, w in enumerate(words) if w.part == "number" and len(w.text) < _AGE]:
        apart = 1 < i < len(words) - 1 and words[i - 1].text == "," and words[i + 1].text == ","
        if apart and words[i - 2].part == "name":
            drop |= {i - 1, i, i + 1}
    return [w for i, w in enumerate(words) if i not in drop] if drop else words


def is_list_comma(words: Sequence[Word], k: int) -> bool:
    """Whether the comma at ``k`` parts the members of a list: nouns only until an "and"."""
    if k == 0 or words[k - 1].part not in _NAMING:
        return False
    if words[0].part in ("prep", "sub") and not any(w.part in VERBAL and w.part != "ing" for w in words[:k]):
        return False  # the comma ends an opening phrase
    nominal = ("noun", "name", "det", "number")
    following = words[k + 1 : k + 10]
    for j, word in enumerate(following):
        if word.part == "and" and word.low != "but":
            return j > 0 and j + 1 < len(following) and following[j + 1].part in nominal
        if word.part not in nominal and (word.text != "," or j == 0):
            return False
    return False


def phrase_before(words: Sequence[Word], k: int) -> list[Word]:
    """The noun phrase that ends just before word ``k``, its "of" and "between" phrases with it."""
    end = k
    while end > 0 and words[end - 1].text == ",":
        end -= 1
    i = end
    while i > 0 and _belongs(words, i - 1):
        i -= 1
        if words[i].part == "det" and not (i > 0 and words[i - 1].low in lexicon().lists["before_article"]):
            break
    phrase = list(words[i:end])
    while phrase and phrase[0].part in ("and", "mark", "prep"):
        phrase.pop(0)
    return phrase


def _belongs(words: Sequence[Word], i: int) -> bool:
    """Whether word ``i`` belongs to the noun phrase that goes on after it."""
    word = words[i]
    if word.part in ("noun", "name", "number", "time", "det") or word.text in _GLUE:
        return True
    if word.text in "–—" and 0 < i < len(words) - 1:
        return words[i - 1].end == word.start and word.end == words[i + 1].start  # "the Lund–Malmö line"
    if word.part == "ing" and 0 < i < len(words) - 1:
        return words[i - 1].part == "det" and words[i + 1].part == "noun"  # "the burning mills of 1911"
    joins = word.low in lexicon().lists["inside_phrase"] or word.part == "and"
    return (joins and i > 0 and words[i - 1].part in _NAMING) or (word.text == "," and is_list_comma(words, i))


def subject_in(words: Sequence[Word]) -> tuple[Word, ...]:
    """The subject in the words before a verb: phrases of time and place that lead into it left off."""
    out = list(words)
    while out and _leads_in(out[0]):
        out.pop(0)
    lists = lexicon().lists
    if len(out) > 2 and out[0].low in lists["rank"] and out[1].low in lists["part_of_time"]:
        out = out[2:] if out[2].part in ("det", "name", "pron") else out  # "last month a diver"
    if out and out[0].part in ("prep", "to"):
        cut = _after_opening(out)
        return subject_in(out[cut:]) if cut else ()
    while out and out[-1].part in ("mark", "adv", "time") and out[-1].text not in '”"’':
        if out.pop().part == "time":
            out = _without_last_preposition(out)
    return tuple(out)


def _without_last_preposition(words: list[Word]) -> list[Word]:
    """The words without the prepositions that led into a date after them."""
    end = len(words)
    while end and words[end - 1].part == "prep":
        end -= 1
    return words[:end]


def _leads_in(word: Word) -> bool:
    if word.part == "mark":
        return word.text not in "“\"‘'"
    return word.part in ("adv", "and", "time", "sub") or word.low in lexicon().lists["connective"]


def _begins_anew(words: Sequence[Word], i: int) -> bool:
    """Whether an article at word ``i``, right behind a noun, begins a phrase of its own."""
    return words[i].part in ("det", "pron") and words[i - 1].part in ("noun", "name", "number")


def _after_opening(words: Sequence[Word]) -> int:
    """Where the subject begins after an opening phrase: after its date, or at the next article; 0 if nowhere."""
    cut = next((i for i, w in enumerate(words) if w.part == "time"), 0)
    if cut:
        while cut < len(words) and words[cut].part in ("time", "prep", "mark", "adv"):
            cut += 1
        if words[cut - 1].low != "of":
            return cut
        # "on the centenary of her death a plaque was unveiled"
        return next((i for i in range(cut + 1, len(words)) if _begins_anew(words, i)), 0)
    ends = ("noun", "name", "number")
    units = lexicon().lists["part_of_time"]
    for i in range(1, len(words)):
        if words[i].part == "name" and words[i - 1].low in units:
            return i  # "after two decades Norway gave up the island"
    places = range(2, len(words))
    those = lexicon().lists["those"]
    return next(
        (
            i
            for i in places
            if words[i].part in ("pron", "det")
            and words[i].low not in those
            and (words[i - 1].part in ends or words[i - 1].low in those)
        ),
        0,
    )
