"""Feasts against days that histories, almanacs and newspapers give for them; none was taken from this program."""

import subprocess
import sys

import pytest
from lunar_python import Lunar

from timeline import find_mentions
from timeline.edtf import parse
from timeline.languages import load
from timeline.languages.periods import plain_name
from timeline.normalize.calendars import chinese
from timeline.normalize.feasts import days_in
from timeline.pipeline import explain

FEASTS = load("en", "holidays")["holiday"]
BY_ID = {row["id"]: row for row in FEASTS}
DCT = "2013-02-12"


def read(text: str, published: str | None = DCT) -> list[tuple[str, str | None]]:
    return [(m.text, m.edtf) for m in find_mentions(text, published=published)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        # fixed
        ("Christmas 1914", "1914-12-25"),
        ("Christmas Day 1066", "1066-12-25"),
        ("Christmas Day, AD 800", "0800-12-25"),
        ("Christmas Eve of 1968", "1968-12-24"),
        ("Christmas of 1914", "1914-12-25"),
        ("New Year's Eve, 1999", "1999-12-31"),
        ("New Year’s Day 1901", "1901-01-01"),
        ("Bastille Day 1880", "1880-07-14"),
        ("St. Patrick's Day 1737", "1737-03-17"),
        ("Valentine's Day 1929", "1929-02-14"),
        ("May Day 1890", "1890-05-01"),
        ("All Saints' Day 1755", "1755-11-01"),
        ("Armistice Day 1921", "1921-11-11"),
        ("VE Day 1945", "1945-05-08"),
        # a weekday of a month
        ("Thanksgiving 1863", "1863-11-26"),
        ("Thanksgiving 1939", "1939-11-23"),
        ("Thanksgiving Day 2013", "2013-11-28"),
        ("Labor Day 1894", "1894-09-03"),
        ("Labor Day 2013", "2013-09-02"),
        ("Memorial Day 1950", "1950-05-30"),
        ("Memorial Day 1971", "1971-05-31"),
        ("Martin Luther King Day 1986", "1986-01-20"),
        ("Mother's Day 1914", "1914-05-10"),
        ("Columbus Day 2012", "2012-10-08"),
        ("Veterans Day 1975", "1975-10-27"),
        ("Election Day 1860", "1860-11-06"),
        ("Remembrance Sunday 2018", "2018-11-11"),
        # by Easter, in the Julian calendar before 1583
        ("Easter 1916", "1916-04-23"),
        ("Easter 1818", "1818-03-22"),
        ("Easter Sunday 1943", "1943-04-25"),
        ("Easter 1066", "1066-04-16"),
        ("Easter 1453", "1453-04-01"),
        ("Easter 1583", "1583-04-10"),
        ("Good Friday 1865", "1865-04-14"),
        ("Good Friday 1998", "1998-04-10"),
        ("Easter Monday 1282", "1282-03-30"),
        ("Easter Monday, 1916", "1916-04-24"),
        ("Palm Sunday 1461", "1461-03-29"),
        ("Ash Wednesday 1983", "1983-02-16"),
        ("Shrove Tuesday 2013", "2013-02-12"),
        ("Whit Sunday 1549", "1549-06-09"),
        ("Ascension Day 1980", "1980-05-15"),
        ("Corpus Christi 1381", "1381-06-13"),
        ("Orthodox Easter 1821", "1821-04-22"),
        ("Orthodox Easter 2000", "2000-04-30"),
        ("Orthodox Easter 2021", "2021-05-02"),
        # Islamic
        ("Ramadan 1973", "1973-09-27/1973-10-26"),
        ("Ramadan 1393 AH", "1973-09-27/1973-10-26"),
        ("Eid al-Fitr 2013", "2013-08-08"),
        ("Eid al-Fitr 2000", "[2000-01-08,2000-12-27]"),
        ("Eid al-Adha 1990", "1990-07-02"),
        ("Ashura 680 AD", "0680-10-10~"),
        ("Islamic New Year 1979", "1979-11-20"),
        # Jewish
        ("Passover 1943", "1943-04-20/1943-04-26"),
        ("Passover 2000", "2000-04-20/2000-04-26"),
        ("Yom Kippur 1973", "1973-10-06"),
        ("Yom Kippur 2000", "2000-10-09"),
        ("Rosh Hashanah 1938", "1938-09-26"),
        ("Rosh Hashanah 1900", "1900-09-24"),
        ("Purim 1953", "1953-03-01"),
        ("Purim 2024", "2024-03-24"),
        ("Hanukkah 2013", "2013-11-28/2013-12-05"),
        ("Shavuot 1967", "1967-06-14"),
        ("Tisha B'Av 1942", "1942-07-23"),
        ("Tisha B'Av 1492", "1492-08-02"),
        # Chinese and Persian
        ("Chinese New Year 1912", "1912-02-18"),
        ("Tet 1968", "1968-01-30"),
        ("Lunar New Year 1644", "1644-02-08"),
        ("Mid-Autumn Festival 1976", "1976-09-08"),
        ("Mid-Autumn Festival 2020", "2020-10-01"),
        ("Dragon Boat Festival 2013", "2013-06-12"),
        ("Nowruz 1979", "1979-03-21"),
        ("Nowruz 2020", "2020-03-20"),
        ("Persian New Year 2013", "2013-03-21"),
        # Roman days
        ("the Ides of March, 44 BC", "-0043-03-15"),
        ("the Nones of February 2 BC", "-0001-02-05"),
        ("the Ides of January 27 BC", "-0026-01-13"),
        ("the Kalends of January, 45 BC", "-0044-01-01"),
    ],
)
def test_with_a_year(text: str, edtf: str) -> None:
    assert (text, edtf) in read(f"They met again on {text}.")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The first snow fell on 3 December 1914. On Christmas Eve the guns fell silent.", "1914-12-24"),
        ("They dug in during the winter of 1941–42. At Christmas nothing moved.", "1941-12-25"),
        ("The post office was taken in April 1916. On Good Friday nobody had known.", "1916-04-21"),
        ("The king died in May 1790. The following Christmas was quiet.", "1790-12-25"),
        ("Caesar was warned in 44 BC. On the Ides of March he went all the same.", "-0043-03-15"),
        ("From 29 September 1536 to the following Easter it was shut.", "1537-04-01"),
        ("The shop was shut on Boxing Day.", "2012-12-26"),
        ("The shop will be shut on Good Friday.", "2013-03-29"),
        ("The shop was shut last Easter.", "2012-04-08"),
        # where no verb tells, the nearest is meant
        ("Frost on Easter Monday: the forecast in full.", "2013-04-01"),
        ("Fewer trains at Christmas: the figures in full.", "2012-12-25"),
        ("In May 1226 he came, and on St John's Day he left.", "1226-06-24"),
        ("It will be shut next Yom Kippur.", "2013-09-14"),
    ],
)
def test_without_a_year(text: str, edtf: str) -> None:
    assert edtf in [value for _, value in read(text)]


def test_without_a_year_and_without_a_date_of_the_article_it_stays_open() -> None:
    (mention,) = find_mentions("The shop was shut on Boxing Day.")
    assert (mention.edtf, mention.outcome) == (None, "undated")
    assert "its year isn't told" in mention.reason


@pytest.mark.parametrize(
    "text",
    [
        "The Christmas tree in the square fell over.",
        "She sang a Christmas carol.",
        "A ship reached Easter Island.",
        "They ate Easter eggs.",
        "For Christmas dinner there was goose.",
        "Independence Day (the film) was shown twice.",
        "Ghana's Independence Day Parade passed by.",
        "The Labor Day weekend was wet.",
        "Black Friday ruined the banks.",
        "Corpus Christi in Texas has a harbour.",
        "Miss Carol Easter taught him.",
        "The Thanksgiving turkey was large.",
        "He lent a hand, as before.",
        "A new year and a halloween mask came.",
        "“The Ides of March” had a long run.",
        "Her Valentine's Day card was lost.",
        "The Epiphany Philharmonic played.",
        "An earth day is as long as a star day.",
        "The idea of March was his.",
    ],
)
def test_no_feast(text: str) -> None:
    assert [m for m in find_mentions(text, published=DCT) if "holiday" in m.rule or "roman" in m.rule] == []


def test_another_countrys_day_leaves_its_year() -> None:
    assert read("It was sung on Ghana's Independence Day 1957.") == [("1957", "1957")]


def test_a_year_that_no_rule_knows_stays_a_year() -> None:
    (mention,) = find_mentions("They spoke of Labor Day 1700.")
    assert (mention.text, mention.edtf) == ("Labor Day 1700", "1700")
    assert "No rule tells the day" in mention.derivation[0]


@pytest.mark.parametrize(
    "year", ["1 BC", "4000 BC", "AD 1", "AD 325", "1100", "1582", "9999 AD", "99999 AD", "9999 AH"]
)
def test_no_year_is_too_far(year: str) -> None:
    for row in FEASTS:
        name = (row.get("names") or row.get("bare") or row["dated"])[0]
        assert find_mentions(f"On {name} {year} it rained.")


def test_a_place_before_a_feast_of_many_countries_is_no_owner() -> None:
    assert read("In London Christmas 1914 was dark.") == [("Christmas 1914", "1914-12-25")]


def test_feasts_in_ranges_and_limits() -> None:
    (truce,) = explain("The truce held between Christmas 1914 and Easter 1915.")
    assert truce.edtf == "1914-12-25/1915-04-04"
    (since,) = explain("Nothing has been heard of him since Christmas 1941.")
    assert since.edtf == "1941-12-25/.."


@pytest.mark.parametrize("row", FEASTS, ids=lambda row: row["id"])
def test_every_feast_is_told_by_a_source_and_has_days(row: dict) -> None:  # type: ignore[type-arg]
    assert row["source"].startswith("Wikipedia: ")
    assert any(row.get(key) for key in ("names", "bare", "dated"))
    years = [year for year in (1995, 2000, 2013, 2024) if days_in(row, year)]
    assert len(years) == 4
    for year in range(1583, 2100, 47):
        for edtf in days_in(row, year):
            assert str(parse(edtf)) == edtf
            assert edtf.startswith(str(year))


def test_ids_and_names_are_each_given_once() -> None:
    names = [plain_name(name) for row in FEASTS for key in ("names", "bare", "dated") for name in row.get(key, ())]
    assert len(names) == len(set(names))
    assert len(BY_ID) == len(FEASTS)


def test_calendars_are_loaded_only_for_a_feast_that_needs_one() -> None:
    code = (
        "import sys, timeline\n"
        "timeline.find_mentions('At Christmas 1914 and on 3 May 1915, and Thanksgiving 1916.')\n"
        "print([m for m in ('convertdate', 'hijridate', 'lunar_python') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.parametrize("year", [1849, *range(1850, 2100, 12), 2099, 2100])
def test_first_days_of_chinese_years_are_those_of_the_calendar(year: int) -> None:
    day = Lunar.fromYmd(year, 1, 15).getSolar()
    assert chinese(year, 1, 15) == ((day.getYear(), day.getMonth(), day.getDay()),)
