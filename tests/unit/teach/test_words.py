"""The words of teaching: the same in every language, none missing; and dates in words."""

import re
import tomllib
from pathlib import Path

import pytest

from timeline.languages import load
from timeline.teach import LANGUAGES, speech

OTHERS = LANGUAGES[1:]


def texts(language: str) -> dict[str, str]:
    """All texts of a language but its dates, by key."""
    parts = load(language, "teach")
    return {f"{part}.{key}": text for part, own in parts.items() if part != "dates" for key, text in own.items()}


@pytest.mark.parametrize("language", OTHERS)
def test_same_keys_and_placeholders(language: str) -> None:
    english, own = texts("en"), texts(language)
    assert own.keys() == english.keys()
    for key, text in own.items():
        assert set(re.findall(r"\{(\w+)\}", text)) == set(re.findall(r"\{(\w+)\}", english[key])), key
        assert text.strip(), key


@pytest.mark.parametrize("language", OTHERS)
def test_same_parts_of_dates(language: str) -> None:
    assert load(language, "teach")["dates"].keys() == load("de", "teach")["dates"].keys()


ROOT = Path(__file__).parents[3] / "timeline"
SCRIPTS = [*(ROOT / "lesson").glob("*.js"), *(ROOT / "app" / "browser").glob("*.js")]


def test_every_text_that_a_script_asks_for_is_there() -> None:
    asked = {key for file in SCRIPTS for key in re.findall(r'\bt\("([^"]+)"', file.read_text(encoding="utf-8"))}
    assert len(asked) > 100
    assert asked <= texts("en").keys()


def test_french_signs_stand_behind_a_space_that_breaks_no_line() -> None:
    told = [*texts("fr").values(), *(text for text in load("fr", "teach")["dates"].values() if isinstance(text, str))]
    assert [text for text in told if re.search("[ \\w][?!:;»](?![\\w/])|«[^\u00a0]|'", text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_stands_in_one_place(language: str) -> None:
    file = Path(__file__).parents[3] / "timeline" / "languages" / language / "teach.toml"
    assert tomllib.loads(file.read_text(encoding="utf-8")) == load(language, "teach")


def test_every_kind_of_event_has_a_name() -> None:
    assert load("en", "teach")["topic"].keys() == load("en", "kinds")["lane_of"].keys()
    assert speech("de").topic("War and battle") == "Krieg und Schlacht"
    assert speech("de").topic("Themistocles") == "Themistocles"


DATES = [
    ("1961-07-11", None, "11 July 1961", "11.\u00a0Juli 1961",
     "11\u00a0juillet 1961", "11 de julio de 1961", "1961년 7월 11일"),
    ("1961-05-01", None, "1 May 1961", "1.\u00a0Mai 1961", "1er\u00a0mai 1961", "1 de mayo de 1961", "1961년 5월 1일"),
    ("1961-07", None, "July 1961", "Juli 1961", "juillet 1961", "julio de 1961", "1961년 7월"),
    ("1961", None, "1961", "1961", "1961", "1961", "1961년"),
    ("0079", None, "AD 79", "79\u00a0n.\u00a0Chr.", "79 apr.\u00a0J.-C.", "79 d.\u00a0C.", "서기 79년"),
    ("-0043-03-15", None, "15 March 44 BC", "15.\u00a0März 44\u00a0v.\u00a0Chr.",
     "15\u00a0mars 44 av.\u00a0J.-C.", "15 de marzo de 44 a.\u00a0C.", "기원전 44년 3월 15일"),
    ("1962-22", None, "summer 1962", "Sommer 1962", "été 1962", "verano de 1962", "1962년 여름"),
    ("193X", None, "the 1930s", "1930er-Jahre", "années 1930", "década de 1930", "1930년대"),
    ("18XX", None, "the 19th century", "19.\u00a0Jahrhundert", "XIXe\u00a0siècle", "siglo\u00a0XIX", "19세기"),
    ("-0499/-0400", None, "the 5th century BC", "5.\u00a0Jahrhundert\u00a0v.\u00a0Chr.",
     "Ve\u00a0siècle av.\u00a0J.-C.", "siglo\u00a0V a.\u00a0C.", "기원전 5세기"),
    ("0001/0100", None, "the 1st century AD", "1.\u00a0Jahrhundert", "Ier\u00a0siècle", "siglo\u00a0I", "1세기"),
    ("1950/1953", None, "1950 to 1953", "1950 bis 1953", "1950 à 1953", "1950 a 1953", "1950년부터 1953년까지"),
    ("1961-07-11/..", None, "since 11 July 1961", "seit dem 11.\u00a0Juli 1961",
     "depuis le 11\u00a0juillet 1961", "desde el 11 de julio de 1961", "1961년 7월 11일부터"),
    ("../1961-07-11", "BEFORE", "before 11 July 1961", "vor dem 11.\u00a0Juli 1961",
     "avant le 11\u00a0juillet 1961", "antes del 11 de julio de 1961", "1961년 7월 11일 이전"),
    ("1961-07-11/1961-07-14", None, "11 to 14 July 1961", "11. bis 14.\u00a0Juli 1961",
     "du 11 au 14\u00a0juillet 1961", "del 11 al 14 de julio de 1961", "1961년 7월 11일부터 14일까지"),
    ("1961-06-28/1961-07-03", None, "28 June to 3 July 1961", "28.\u00a0Juni bis 3.\u00a0Juli 1961",
     "du 28\u00a0juin au 3\u00a0juillet 1961", "del 28 de junio al 3 de julio de 1961",
     "1961년 6월 28일부터 7월 3일까지"),
    ("1961-07-11/1962-07-11", None, "11 July 1961 to 11 July 1962", "11.\u00a0Juli 1961 bis 11.\u00a0Juli 1962",
     "du 11\u00a0juillet 1961 au 11\u00a0juillet 1962", "del 11 de julio de 1961 al 11 de julio de 1962",
     "1961년 7월 11일부터 1962년 7월 11일까지"),
    ("-0479/-0469", None, "480 to 470 BC", "480 bis 470\u00a0v.\u00a0Chr.",
     "480 à 470 av.\u00a0J.-C.", "480 a 470 a.\u00a0C.", "기원전 480년부터 470년까지"),
    ("{1912-03-15,1912-03-16,1912-03-18}", None, "15, 16 and 18 March 1912", "15., 16. und 18.\u00a0März 1912",
     "15, 16 et 18\u00a0mars 1912", "15, 16 y 18 de marzo de 1912", "1912년 3월 15일, 16일 및 18일"),
    ("1962-22/..", None, "since summer 1962", "seit dem Sommer 1962",
     "depuis l’été 1962", "desde el verano de 1962", "1962년 여름부터"),
    ("../1962-21", None, "until spring 1962", "bis zum Frühling 1962",
     "jusqu’au printemps 1962", "hasta la primavera de 1962", "1962년 봄까지"),
    ("../1962-22", "BEFORE", "before summer 1962", "vor dem Sommer 1962",
     "avant l’été 1962", "antes del verano de 1962", "1962년 여름 이전"),
    ("1962-22/1963-21", None, "summer 1962 to spring 1963", "Sommer 1962 bis Frühling 1963",
     "de l’été 1962 au printemps 1963", "del verano de 1962 a la primavera de 1963", "1962년 여름부터 1963년 봄까지"),
    ("1962-24", None, "winter 1962–63", "Winter 1962/63", "hiver 1962-63", "invierno de 1962-63", "1962–63년 겨울"),
    ("-0217-24", None, "winter 218–217 BC", "Winter 218/217\u00a0v.\u00a0Chr.",
     "hiver 218-217 av.\u00a0J.-C.", "invierno de 218-217 a.\u00a0C.", "기원전 218–217년 겨울"),
    ("1912-03-29~", "APPROX", "about 29 March 1912", "um den 29.\u00a0März 1912",
     "vers le 29\u00a0mars 1912", "hacia el 29 de marzo de 1912", "1912년 3월 29일경"),
    ("1945/..", None, "since 1945", "seit 1945", "depuis 1945", "desde 1945", "1945년부터"),
    ("../1453", "BEFORE", "before 1453", "vor 1453", "avant 1453", "antes de 1453", "1453년 이전"),
    ("[1914,1915]", None, "1914 or 1915", "1914 oder 1915", "1914 ou 1915", "1914 o 1915", "1914년 또는 1915년"),
    ("1850~", "APPROX", "about 1850", "um 1850", "vers 1850", "hacia 1850", "1850년경"),
    ("1850?", None, "perhaps 1850", "vielleicht 1850", "peut-être 1850", "quizá 1850", "아마 1850년"),
    ("18XX/..", None, "since the 19th century", "seit dem 19.\u00a0Jahrhundert",
     "depuis le XIXe\u00a0siècle", "desde el siglo\u00a0XIX", "19세기부터"),
    ("-0499/-0400", "BEFORE", "before the 5th century BC", "vor dem 5.\u00a0Jahrhundert\u00a0v.\u00a0Chr.",
     "avant le Ve\u00a0siècle av.\u00a0J.-C.", "antes del siglo\u00a0V a.\u00a0C.", "기원전 5세기 이전"),
    ("../193X", "BEFORE", "before the 1930s", "vor den 1930er-Jahren",
     "avant les années 1930", "antes de la década de 1930", "1930년대 이전"),
    ("187X", "APPROX", "about the 1870s", "um die 1870er-Jahre",
     "vers les années 1870", "hacia la década de 1870", "1870년대경"),
    ("193X", "START", "early 1930s", "Anfang der 1930er-Jahre",
     "début des années 1930", "principios de la década de 1930", "1930년대 초"),
    ("1961-08", "MID", "mid-August 1961", "Mitte August 1961",
     "mi-août 1961", "mediados de agosto de 1961", "1961년 8월 중반"),
    ("18XX", "END", "late 19th century", "Ende 19.\u00a0Jahrhundert",
     "fin du XIXe\u00a0siècle", "finales del siglo\u00a0XIX", "19세기 말"),
    ("1801/1850", None, "the first half of the 19th century", "19.\u00a0Jahrhundert, erste Hälfte",
     "première moitié du XIXe\u00a0siècle", "primera mitad del siglo\u00a0XIX", "19세기 전반"),
]  # fmt: skip


@pytest.mark.parametrize("row", DATES, ids=lambda row: row[0])
def test_dates_in_words(row: tuple) -> None:
    value, mod, *expected = row
    assert [speech(language).say(value, mod) for language in LANGUAGES] == expected
