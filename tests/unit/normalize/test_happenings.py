"""What counts from a happening: the happening's date is found in other words, or nothing is said.

The article's date is 2013-02-12."""

import pytest

from tests.unit.normalize.explained import DCT, dated_by, last_of
from timeline import explain

RULES = frozenset(("offset-event",))

# text, words found, date or TIMEX3 value, what is implied
READ = [
    (
        "Karl Brandt died on 3 February 1997. Two months before his death he gave a reading.",
        "Two months before his death",
        "1996-12",
        "",
    ),
    (
        "The town was stormed in 1453. Fifty years after the fall of the town the walls lay open.",
        "Fifty years after the fall of the town",
        "1503",
        "",
    ),
    (
        "On 6 June 1844 the fleet landed in Ostrow. Six weeks after the landing it left.",
        "Six weeks after the landing",
        "1844-07-15/1844-07-21",
        "",
    ),
    (
        "War broke out in August 1914 and ended in November 1918. Two years after the war a tower was built.",
        "Two years after the war",
        "1920",
        "",
    ),
    (
        "War broke out in August 1914 and ended in November 1918. A year before the war the queen died.",
        "A year before the war",
        "1913",
        "",
    ),
    (
        "Karl Brandt married Ada Lind in 1796. Thirteen years after their marriage he left her.",
        "Thirteen years after their marriage",
        "1809",
        "",
    ),
    ("The dam opened in 1950. Three years after the opening it leaked.", "Three years after the opening", "1953", ""),
    (
        "The fighting stopped in 146 BC. 100 years after the fighting stopped they traded again.",
        "100 years after the fighting stopped",
        "-0045",
        "",
    ),
    ("The mine closed in 1987. Ten years after the closure nothing grew.", "Ten years after the closure", "1997", ""),
    (
        "Brandt came to power in 1799. Five years after he came to power he was crowned.",
        "Five years after he came to power",
        "1804",
        "",
    ),
    (
        "The siege began on 3 March 1628 and ended on 5 May 1629. Two days after the siege began, a ship got through.",
        "Two days after the siege began",
        "1628-03-05",
        "",
    ),
    (
        "The siege began on 3 March 1628 and ended on 5 May 1629. Two days after the siege ended, a ship got through.",
        "Two days after the siege ended",
        "1629-05-07",
        "",
    ),
    ("Varro invaded Ostria in 204 BC and won at Sama two years after landing.", "two years after landing", "-0201", ""),
    (
        "The first landing was on 3 May 1703, a second on 7 June 1703. Two days after the first landing it rained.",
        "Two days after the first landing",
        "1703-05-05",
        "",
    ),
    (
        "Olof Holm was murdered on 28 February 1986. The night before his death was clear.",
        "The night before his death",
        "1986-02-27",
        "",
    ),
    (
        "Anna Holm (1850–1911) was a painter. Two years before her death she stopped.",
        "Two years before her death",
        "1909",
        "",
    ),
    (
        "Ostrow fell on 9 April 1703. The day after the fall of Ostrow it burnt.",
        "The day after the fall of Ostrow",
        "1703-04-10",
        "",
    ),
    (
        "Karl Berg flew over the strait on 25 July 1909. A week after Berg's flight he was rich.",
        "A week after Berg's flight",
        "1909-07-26/1909-08-01",
        "",
    ),
    (
        "The dam burst on 3 June 1920. Fifty years to the day after the dam burst, a bell rang.",
        "Fifty years to the day after the dam burst",
        "1970-06-03",
        "",
    ),
    (
        "Karl Berg died on 3 June 1920. Ten years and two days after his death, a bell rang.",
        "Ten years and two days after his death",
        "1930-06-05",
        "",
    ),
    (
        "The bridge opened on 5 May 1900. Exactly four months to the day after the bridge opened, it fell.",
        "four months to the day after the bridge opened",
        "1900-09-05",
        "",
    ),
    (
        "On 22 August 1961 Ida Lund jumped, one day before her wedding.",
        "one day before her wedding",
        "1961-08-22",
        "1961-08-23",
    ),
    ("In 1930, ten years after the treaty, it lapsed.", "ten years after the treaty", "1930", "1920"),
    (
        "The pact was made in 1922, just one year before the great fire of Ostrow.",
        "just one year before the great fire of Ostrow",
        "1922",
        "1923",
    ),
    (
        "The king was crowned on 2 June 1903. The day after the coronation it snowed.",
        "The day after the coronation",
        "1903-06-03",
        "",
    ),
    (
        "The treaty was signed in May 1920. Two months after the signing it was broken.",
        "Two months after the signing",
        "1920-07",
        "",
    ),
    ("The mill opened in 1850. The year after the opening it burnt.", "The year after the opening", "1851", ""),
    ("Fifty years after the fire, in 1995, they met.", "Fifty years after the fire", "1995", "1945"),
    (
        "The colony became independent in 1960. Two years after independence it had no bank.",
        "Two years after independence",
        "1962",
        "",
    ),
    (
        "The minister resigned on 4 March 1950. Three days before the resignation he had denied it.",
        "Three days before the resignation",
        "1950-03-01",
        "",
    ),
]

# what is told with fewer words, or by the name of a period, a place or a feast
READ += [
    (
        "Holm became mayor in 1850. Two years after he became mayor, he left.",
        "Two years after he became mayor",
        "1852",
        "",
    ),
    (
        "Lund fell on 14 January 1639, and Kell on 5 February. Five days after the fall of Kell it was over.",
        "Five days after the fall of Kell",
        "1639-02-10",
        "",
    ),
    (
        "Two years after the end of the Second World War, bread was dear.",
        "Two years after the end of the Second World War",
        "1947",
        "",
    ),
    (
        "Ten years after the outbreak of World War I it closed.",
        "Ten years after the outbreak of World War I",
        "1924",
        "",
    ),
    (
        "The mill burnt in 1944. Two weeks after D-Day it was rebuilt.",
        "Two weeks after D-Day",
        "1944-06-19/1944-06-25",
        "",
    ),
    ("The year after World War II he left.", "The year after World War II", "1946", ""),
    ("The day before the Battle of Hastings he prayed.", "The day before the Battle of Hastings", "1066-10-13", ""),
    ("He was born in 1795. A year after Waterloo, in Kell, he met her.", "A year after Waterloo", "1816", ""),
    (
        "In 1938 they lost. Eight days before the new year, they lost again.",
        "Eight days before the new year",
        "1938-12-24",
        "",
    ),
    (
        "In 1938 they lost. The day before Christmas Eve, they won.",
        "The day before Christmas Eve",
        "1938-12-23",
        "",
    ),
    (
        "On 3 November 1938 they lost. Ten days after New Year, they won.",
        "Ten days after New Year",
        "1939-01-11",
        "",
    ),
]

# what has no date, or not surely one
NOT_READ = [
    "Two years after the treaty the road was paved.",
    "Two days after the KPA-like army invaded, the council met.",
    "In 1970 an accord was signed in Lund, and in 1980 another in Oslo. A week after the ball they left.",
    "He rested for two years after the war.",
    "The siege began in March 1628. Two years after the siege it rained.",
    "The town celebrated in 1950. Two years after his death it rained.",
    "Karl Berg died in 1900 and Olof Holm died in 1920. Two years after their meeting it rained.",
    "In 1950 they planned the opening. Two years after the opening it rained.",
    "A museum of the landing was built in 1990 in memory of the landing. Two days after the landing it rained.",
    "On 5 May 1950, before the dam opened, he left. Two days after the opening he came back.",
    "Two months following Phase 2 it ended.",
    "A year after Waterloo, in Kell, he met her.",
    "He was born in 1645. A year after Waterloo, in Kell, he met her.",
    "In 1946 he was free. A year after Berlin, in Kell, he met her.",
    "In 1938 they lost. Two days before the Christmas party they won.",
    "Lund fell in 1700, and Kell in 1710. Two years after the fall of Ostrow it rained.",
    "The landing craft was built in 1940. Two years after the landing it rusted.",
    "Two years after-care is free.",
    "A year after the murder of nobody in particular, it rained.",
    "Ten minutes after the start in 1950 the car stopped.",
    "The bridge did not open in 1950. Two years after the opening it fell.",
    "Lund fell in 1700. Two years after the fall of Ostrow it rained.",
]


@pytest.mark.parametrize(("text", "words", "value", "implied"), READ)
def test_read(text: str, words: str, value: str, implied: str) -> None:
    assert last_of(text, RULES) == (words, value, implied)


@pytest.mark.parametrize("text", NOT_READ)
def test_not_read(text: str) -> None:
    assert dated_by(text, RULES) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [("Two years after the treaty it rained.", "XXXX"), ("A day before the fire, he left.", "XXXX-XX-XX")],
)
def test_what_nothing_dates_is_undated_with_the_reason(text: str, value: str) -> None:
    (mention,) = explain(text, published=DCT)
    assert (mention.outcome, mention.value) == ("undated", value)
    assert "which nothing here dates" in mention.reason


def test_two_dates_that_fit_equally_give_none() -> None:
    text = "Two days after Holm's flight it rained. Holm flew on 5 May 1910 and flew again on 7 June 1911."
    mention = explain(text, published=DCT)[0]
    assert (mention.edtf, mention.outcome) == (None, "undated")


def test_the_steps_say_what_it_counts_from() -> None:
    mention = explain("Anna Holm died in 1911. Two years after her death the house burnt.", published=DCT)[1]
    assert mention.derivation == ("It counts from “her death”, which is dated 1911.", "2 years after that is 1913.")
    assert mention.anchor is not None
    assert (mention.anchor.kind, mention.anchor.edtf, mention.grade) == ("event", "1911", "B")
