"""Words of a sentence as a line of its own: dates left out, verbs told in the plain past."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline.merge.names import things
from timeline.merge.scene import Scene
from timeline.merge.shapes import Clause
from timeline.merge.spelling import PLURALS
from timeline.merge.words import Word, lexicon, listed, past_of
from timeline.model.record import record

Back = tuple[tuple[Word, ...], int]
"""The subject of which a text has spoken so far, and where the sentence begins whose subject it is."""


@record
class Place:
    """Where a line stands: its document's names, where its sentence starts, and the sentence before.

    ``own`` is the sentence's own subject, ``words`` are the sentence's own. ``back`` gives the subject of the sentence
    before, and where that one begins: few lines speak on of it, and only for these it is looked for.
    """

    scene: Scene
    sentence: int
    before: tuple[Word, ...]
    own: tuple[Word, ...]
    words: tuple[Word, ...]
    back: Callable[[], Back]

    @property
    def subject(self) -> tuple[Word, ...]:
        """The subject of the sentence before; where that is a pronoun as well, that of the one before it, and so on."""
        return self.back()[0]

    @property
    def since(self) -> int:
        """Where the sentence with that subject begins."""
        return self.back()[1]

    @property
    def head(self) -> int:
        """Where the sentence's own subject begins."""
        return self.own[0].start if self.own else self.sentence


_GOES_ON = ("det", "noun", "name", "pron", "number", "past", "aux")
"""What follows a date where a clause goes on after it."""


def without_dates(words: Sequence[Word]) -> list[Word]:
    """The words without dates and the small words that lead into them; a date that its verb can't do without stays."""
    lists = lexicon().lists
    keep = [w.part != "time" for w in words]
    for i in [i for i, kept in enumerate(keep) if not kept]:
        word = words[i]
        if i and words[i - 1].part == "time":
            continue
        j = i - 1
        while (
            j >= 0
            and not _is_particle(words, j, i)
            and (
                not keep[j]
                or words[j].low in lists["before_date"]
                or words[j].text in ",–-"
                or words[j].low in lists["before_date_adverb"]
                or (words[j].low in listed("article", "some") and j + 1 == i and not _describes(words, i))
                or (words[j].low in lists["part_of_time"] and j + 1 < i and words[j + 1].low == "of")
            )
        ):
            j -= 1
        end = next((k for k in range(i, len(words)) if words[k].part != "time"), len(words))
        if _needed(words, j, i, end):
            keep[i:end] = [True] * (end - i)
        elif word.low == "the" and end < len(words) and words[end].part in ("noun", "name"):
            keep[i] = True  # "won the 1960 election"
        else:
            goes_on = end < len(words) and words[end].part in _GOES_ON
            drop = range(j + 1, i)
            if j + 1 < i and words[j + 1].text == "," and end + 1 < len(words) and words[end].text == ",":
                keep[end] = words[end + 1].part not in (
                    "past",
                    "present",
                    "aux",
                )  # "the march, in May 1325, cost lives"
            for k in drop:
                # "ten were killed and by 1958 forty thousand jailed": the joint stays
                joint = words[k].part == "and" or words[k].low == "that"
                keep[k] = keep[k] and goes_on and joint and k > 0
    out = [w for w, kept in zip(words, keep, strict=True) if kept]
    while out and (out[0].part == "mark" and out[0].text not in '“"‘'):
        out.pop(0)
    return out


def _is_particle(words: Sequence[Word], j: int, i: int) -> bool:
    """Whether the small word at ``j`` belongs to the verb before it, another leading into the date: "went on in"."""
    goes_on = (
        words[j].low in lexicon().lists["verb_particle"] and j and words[j - 1].part in ("past", "base", "present")
    )
    return bool(goes_on) and j + 1 < i and words[j + 1].part == "prep"


def _describes(words: Sequence[Word], i: int) -> bool:
    """Whether the date at ``i`` stands before a noun: "a 1960 model", but not "on a Saturday"."""
    after = next((w for w in words[i:] if w.part != "time"), None)
    return after is not None and after.part not in ("mark", "prep", "and")


def _needed(words: Sequence[Word], j: int, i: int, end: int) -> bool:
    """Whether the date ``words[i:end]`` completes the word at ``j``: "writers place it in 509", "it was 19 May"."""
    lists, verb = lexicon().lists, words[j]
    after = words[end] if end < len(words) else None
    if after is not None and after.text in ("'s", "’s"):
        return True  # "last year's campaign"
    if j < 0:
        return False
    closes = after is None or after.part in ("mark", "and")
    told = next((w for w in reversed(words[: j + 1]) if w.part in ("past", "present", "base", "aux")), None)
    if closes and told is not None and told.lemma in lists["dating"]:
        return True  # "writers place the flood in 1287"
    if verb.part == "aux":
        return verb.lemma == "be" and i == j + 1 and (closes or (after is not None and after.part != "noun"))
    ends = {words[i].low, words[i - 1].low} & lists["until"] - lists["to_place"]
    if ends and _lasts(words[:i]):
        return closes  # "the dish went on working until 2009"
    if verb.part not in ("past", "present", "base", "participle"):
        # "from the Renaissance until 1987"
        return words[i - 1].low in lists["until"] and any(w.low == "from" for w in words[max(0, j - 3) : j + 1])
    if verb.lemma in lists["spending"]:
        return i == j + 1  # "spent the winter of 1334 there"
    if verb.lemma in lists["placing"]:
        return closes
    if verb.lemma in lists["flourishing"]:
        return closes and verb.part == "past"  # "Holm wrote in the 1660s"
    passive = verb.part == "participle" or (j > 0 and words[j - 1].part in ("aux", "and"))
    said = verb.lemma in lists["reporting"]
    return not passive and not said and i == j + 1 and verb.lemma in lists["needs_object"] and closes


def _lasts(words: Sequence[Word]) -> bool:
    """Whether what the words tell went on: then it is its end that a date after "until" gives."""
    lists = lexicon().lists
    told = [w for w in words if w.part in ("past", "present", "base", "ing", "aux")]
    lasting = listed("stative", "lasting", "goes_on", "flourishing")
    return any(w.lemma in lasting for w in told) and not any(w.low in lists["negation"] for w in words)


def trimmed(words: list[Word]) -> list[Word]:
    """The predicate without small words that lost what they led to, as its date went: "died near here"."""
    lost = False
    while len(words) > 1 and (
        (words[-1].part == "mark" and words[-1].text not in ("”", '"', "’", "'s", "’s"))
        or words[-1].part == "and"
        or (words[-1].part == "adv" and words[-2].part == "and")
        or words[-1].low in lexicon().lists["loose_adverb"]
        or (
            words[-1].part in ("prep", "sub")
            and words[-1].low not in lexicon().lists["particle"]
            and (words[-2].part == "adv" or lost)
        )
    ):
        lost = words.pop().low in lexicon().lists["loose_adverb"]  # "died near here"
    ours = len(words) > 3 and words[-2].low in lexicon().lists["first_person"] and words[-2].part == "det"
    return words[:-3] if ours and words[-3].part == "prep" else words  # "sailed at noon by our clocks"


OWNS = ("'", "’", "'s", "’s")
"""What stands behind an owner."""


def is_plural(words: Sequence[Word]) -> bool:
    """Whether a subject is more than one, by the shape of its head noun."""
    ends = (i for i, w in enumerate(words) if i and w.part in ("prep", "rel", "mark") and w.text not in OWNS)
    head = next(ends, len(words))  # "the miners' strike" is one, "Holm's diaries" are several
    if any(w.part == "and" for w in words[:head]) and not is_one_name(words[:head]):
        return True
    nouns = [w for w in words[:head] if w.part in ("noun", "name")]
    if head == 1 and words and words[0].low in lexicon().lists["several_of"]:
        return True  # "thirteen of the generals"
    if not nouns:
        return any(w.low in ("they", "we", "these", "those") for w in words)
    last = nouns[-1]
    if last.low in lexicon().lists["share"]:
        return is_plural(words[head + 1 :])
    if last.low in lexicon().lists["plural_noun"]:
        return True
    if last.low in lexicon().lists["singular_s"]:
        return any(w.part == "number" or w.low in lexicon().lists["number_word"] for w in words[:head])
    if last.part == "name" and len(nouns) == 1 and last is words[0]:
        return last.low.endswith(PLURALS)  # a capital at the head of a sentence: "Excavations"
    if last.part == "name" and len(nouns) == 1 and words[0].low == "the":
        return last.low.endswith(_PEOPLES)
    return last.part == "noun" and last.low.endswith("s") and not last.low.endswith(("ss", "us", "is"))


_PEOPLES = (
    "ans",
    "nians",
    "ians",
    "mans",
    "ons",
    "rds",
    "nes",
    "tes",
    "eks",
    "rks",
    "abs",
    "als",
    "lts",
    "uls",
    "ots",
    "ese",
    "ish",
    "nch",
    "tch",
    "iss",
)
"""Ends of names with "the" for a people: "the Germans", "the Rhodians", "the Spaniards", "the Swiss"."""


def is_one_name(words: Sequence[Word]) -> bool:
    """Whether the words are a single name with "and" inside: "the Trade and Harbour Act"."""
    rest = words[1:] if words and words[0].part == "det" else words
    return len(rest) < len(words) and rest[-1].low in things() and all(w.part in ("name", "and") for w in rest)


def join(words: Sequence[Word]) -> str:
    """The words as a text: together where the original has them together, otherwise parted by one space."""
    text = ""
    for i, word in enumerate(words):
        glue = i == 0 or words[i - 1].end == word.start or word.text in ",.;:!?)’”"
        text += word.text if glue else " " + word.text
    return text


def plain_verb(words: Sequence[Word], clause: Clause, many: bool) -> tuple[str, Sequence[Word]]:
    """A plain past for "had signed", "inheriting" and a participle, and the words after it; "" where none is needed.

    ``many`` says whether the subject is more than one.
    """
    if clause.form == "gerund" and words:
        return past_of(words[0].lemma), words[1:]
    if clause.form == "reduced" and clause.subject and words and words[0].part in ("past", "participle"):
        return f"{'were' if many else 'was'} {words[0].text.lower()}", words[1:]
    if len(words) < 2 or words[0].part != "aux" or words[0].lemma != "have":
        return "", words
    if len(words) > 3 and words[1].low == "at" and words[2].low in lexicon().lists["rank"]:
        words = [words[0], *words[3:]]  # "had at first left out"
    after = next((i for i, w in enumerate(words) if i and w.part != "adv"), len(words))
    adverbs = join(words[1:after])
    if after == len(words) or any(w.low in lexicon().lists["negation"] for w in words[1:after]):
        return "", words
    verb = words[after]
    if verb.part == "aux" and verb.lemma == "be":
        plain = "were" if many else "was"
        return f"{plain} {adverbs}".strip(), words[after + 1 :]
    if verb.part in ("past", "participle"):
        return f"{adverbs} {past_of(verb.lemma)}".strip(), words[after + 1 :]
    return "", words
