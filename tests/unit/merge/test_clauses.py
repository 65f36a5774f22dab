import pytest

from timeline.merge.clauses import clause_at, main_subject, read_sentence
from timeline.merge.kinds import family_of
from timeline.merge.words import words_of

TABLE = [
    # sentence, date, form, subject, verb's lemma, family
    ("The king freed the serfs in 1861.", "1861", "clause", "The king", "free", ""),
    ("The pact signed by both towns in 1412 held.", "1412", "reduced", "The pact", "sign", "sign"),
    ("The coach, drawn by mules decked with bells, left in 1709.", "1709", "clause", "The coach", "leave", "move"),
    ("On the centenary of her death a plaque was shown.", "centenary", "clause", "a plaque", "show", ""),
    ("Planning for a canal began in 1709, voters agreed.", "1709", "clause", "Planning for a canal", "begin", ""),
    ("It was sound, and in 1904, to the joy of all, she put to sea.", "1904", "clause", "she", "put", ""),
    ("Anna sold the mill in 1903, and in 1904 as well.", "1904", "clause", "Anna", "sell", "economy"),
    ("The old mill is to be sold in 2031.", "2031", "clause", "The old mill", "sell", "economy"),
    ("The bridge was due to be replaced in 2031.", "2031", "clause", "The bridge", "replace", "build"),
    ("The army, beaten in 1709, withdrew.", "1709", "reduced", "The army", "beat", "battle"),
    ("They say that the queen died in 1603.", "1603", "clause", "the queen", "die", "death"),
    ("After the battle in 1643 the town was rebuilt.", "1643", "noun", "", "", "battle"),
    ("The poet, who was born in 1799, wrote at night.", "1799", "clause", "The poet", "bear", "birth"),
    ("The troops crossed the river and seized the fort in 1758.", "1758", "clause", "The troops", "seize", "capture"),
    ("The town flourished because the mine opened in 1530.", "1530", "clause", "the mine", "open", "open"),
    ("It was by treaty founded in 1291.", "1291", "clause", "It", "found", "found"),
    # a cleft tells after "that", a colon explains, a relative clause is left behind, "of" binds the date to its noun
    ("It was only in 1974 that the town grew.", "1974", "clause", "the town", "grow", ""),
    ("The quarrel ended in 1871: Baden sold the bridge.", "1871", "clause", "Baden", "sell", "economy"),
    (
        "The road that joins the towns was closed in 1904.",
        "1904",
        "clause",
        "The road that joins the towns",
        "close",
        "close",
    ),
    ("They forgot what the failed coup of 1923 had taught.", "1923", "noun", "", "", "uprising"),
    ("Otto won the race of 1931 by a yard.", "1931", "clause", "Otto", "win", "sport"),
    ("He took ship in 1850 when the harbour froze over.", "1850", "clause", "He", "take", "build"),
    ("After the mill fire near the port in 1970, talks began.", "1970", "noun", "", "", "destroy"),
    ("Never since 1957 has a crew from Lund won the cup.", "1957", "clause", "a crew from Lund", "win", "sport"),
    ("Finds from the dig suggest that mining began about 1200.", "1200", "clause", "mining", "begin", "economy"),
    ("The pump was sold and repaired in 1880.", "1880", "reduced", "The pump", "repair", "build"),
    ("She came home, sat on a bench in 1922, and wrote.", "1922", "clause", "She", "sit", "office"),
    # "when" and a comma lead into it; what a storm had done before is not what the council did then
    ("The abbey lay empty when, in 1816, a count bought it.", "1816", "clause", "a count", "buy", "economy"),
    ("In 1906, after a storm had wrecked the mole, the town moved.", "1906", "clause", "the town", "move", "build"),
    ("She became a judge, an office she held until 1934.", "1934", "clause", "she", "hold", "office"),
    (
        "The committee that followed, led by Holm, reported in 1974.",
        "1974",
        "clause",
        "The committee",
        "report",
        "pledge",
    ),
    # what it did, of a happening that has no more than its noun; else it is named
    ("The flood of 1871 carried the bridge off.", "1871", "clause", "The flood", "carry", "destroy"),
    ("The flood of 1871 has never been forgotten.", "1871", "noun", "", "", "destroy"),
    # what is looked into happened then, but a book about it came out then
    ("A judge leads an inquiry into the sinking of the ferry in 1953.", "1953", "noun", "", "", "destroy"),
    ("She published a book about the siege of Lund in 1954.", "1954", "clause", "She", "publish", "publish"),
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
    assert " ".join(w.text for w in main_subject(read_sentence(words_of(sentence, 0, len(sentence))))) == subject
