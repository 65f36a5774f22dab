import pytest

from timeline.merge.clauses import clause_at, main_subject
from timeline.merge.kinds import family_of
from timeline.merge.words import words_of

TABLE = [
    # sentence, date, form, subject, verb's lemma, family
    ("The king freed the serfs in 1861.", "1861", "clause", "The king", "free", ""),
    ("The pact signed by both towns in 1412 held.", "1412", "reduced", "The pact", "sign", "sign"),
    ("The army, beaten in 1709, withdrew.", "1709", "reduced", "The army", "beat", "battle"),
    ("They say that the queen died in 1603.", "1603", "clause", "the queen", "die", "death"),
    ("After the battle in 1643 the town was rebuilt.", "1643", "noun", "", "", "battle"),
    ("The poet, who was born in 1799, wrote at night.", "1799", "clause", "The poet", "bear", "birth"),
    ("The troops crossed the river and seized the fort in 1758.", "1758", "clause", "The troops", "seize", "capture"),
    ("The town flourished because the mine opened in 1530.", "1530", "clause", "the mine", "open", "open"),
    ("It was by treaty founded in 1291.", "1291", "clause", "It", "found", "found"),
    ("Nothing here but a stone of 1291.", "1291", "fragment", "", "", ""),
]


@pytest.mark.parametrize(("sentence", "date", "form", "subject", "lemma", "family"), TABLE)
def test_what_a_date_dates(sentence: str, date: str, form: str, subject: str, lemma: str, family: str) -> None:
    start = sentence.index(date)
    words = words_of(sentence, 0, len(sentence), [(start, start + len(date))])
    clause = clause_at(words, start, start + len(date))
    assert (clause.form, " ".join(w.text for w in clause.subject), clause.lemma) == (form, subject, lemma)
    assert family_of(clause.lemma, clause.predicate, clause.subject).id == family


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("When the rain stopped, the guests left.", "the guests"),
        ("The smith, a tall man, laughed.", "The smith"),
        ("Silence.", ""),
    ],
)
def test_the_main_subject(sentence: str, subject: str) -> None:
    assert " ".join(w.text for w in main_subject(words_of(sentence, 0, len(sentence)))) == subject
