import pytest

from timeline.merge.kinds import kinds
from timeline.merge.spelling import lemma_of_past, third_person_of
from timeline.merge.words import lexicon, past_of, stem, words_of

PARTS = [
    ("China's envoys met in Oslo.", ["name", "mark", "noun", "past", "prep", "name", "mark"]),
    ("The combined fleets sailed.", ["det", "noun", "noun", "past", "mark"]),
    ("Germany surrenders to the Allies.", ["name", "present", "to", "det", "name", "mark"]),
    ("The visits of the king ended.", ["det", "noun", "prep", "det", "noun", "past", "mark"]),
    ("Workers want to visit the U.S. Congress.", ["name", "base", "to", "base", "det", "name", "name", "mark"]),
    ("US troops told us.", ["name", "noun", "past", "pron", "mark"]),
    ("He had been writing.", ["pron", "aux", "aux", "ing", "mark"]),
]


@pytest.mark.parametrize(("text", "parts"), PARTS)
def test_parts_of_speech(text: str, parts: list[str]) -> None:
    assert [w.part for w in words_of(text, 0, len(text))] == parts


def test_places_are_those_of_the_document() -> None:
    text = "First. Zoë’s 3.5-kilo ship (the Äther) sank."
    for w in words_of(text, 7, len(text)):
        assert text[w.start : w.end] == w.text


def test_words_of_a_date_are_neither_names_nor_verbs() -> None:
    text = "They march in March 1848."
    assert [w.part for w in words_of(text, 0, len(text), [(14, 24)])] == [
        "pron",
        "base",
        "prep",
        "time",
        "time",
        "mark",
    ]


@pytest.mark.parametrize(
    ("lemma", "past"), [("sign", "signed"), ("fight", "fought"), ("carry", "carried"), ("free", "freed")]
)
def test_past(lemma: str, past: str) -> None:
    assert past_of(lemma) == past


@pytest.mark.parametrize(("lemma", "third"), [("visit", "visits"), ("carry", "carries"), ("march", "marches")])
def test_third_person(lemma: str, third: str) -> None:
    assert third_person_of(lemma) == third


@pytest.mark.parametrize("word", ["signed", "signs", "signing", "sign"])
def test_forms_of_a_word_have_one_stem(word: str) -> None:
    assert stem(word) == "sign"


SHORT = [
    ("The two didn't sign.", ["did", "not", "sign"]),
    ("They've come.", ["they", "have", "come"]),
    ("We’d asked.", ["we", "had", "asked"]),
    ("She'd ask.", ["she", "would", "ask"]),
    ("He won't go and can’t stay.", ["will", "not", "go", "and", "can", "not", "stay"]),
    ("Anna's ship and O'Brien's", ["anna", "'s", "ship", "and", "o'brien", "'s"]),
    ("They went ca 1850.", ["they", "went", "ca", "1850"]),
]


@pytest.mark.parametrize(("text", "lows"), SHORT)
def test_two_words_written_as_one_are_read_in_full_and_stay_where_they_are(text: str, lows: list[str]) -> None:
    words = words_of(text, 0, len(text))
    assert [w.low for w in words if w.text != "."][-len(lows) :] == lows
    assert all(text[w.start : w.end] == w.text for w in words)


WITH_E = "danced migrated cycled nursed argued saved shored merged fired stored tackled baptised"
WITHOUT = "butchered entered treated cleared steered repaired banged stayed drowned waltzed buzzed passed"


@pytest.mark.parametrize("past", (f"{WITH_E} {WITHOUT}").split())
def test_a_regular_past_in_no_list_gives_its_verb(past: str) -> None:
    assert lemma_of_past(past) == past.removesuffix("d" if past in WITH_E else "ed")


def test_a_doubled_letter_and_a_changed_y_are_put_back() -> None:
    assert [lemma_of_past(past) for past in ("stopped", "carried", "rolled")] == ["stop", "carry", "roll"]


def test_every_verb_that_has_a_kind_is_found_by_its_past() -> None:
    knows = lexicon()
    for family in kinds().families:
        for verb in family.verbs:
            past = past_of(verb)
            assert verb in (knows.past.get(past), knows.participle.get(past)) or lemma_of_past(past) == verb
