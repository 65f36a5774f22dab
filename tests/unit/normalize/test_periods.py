"""Periods with a name: the file itself, and what words beside a name make of it."""

import re

import pytest

from timeline.edtf import bounds, parse
from timeline.languages.periods import NamedPeriod, period_by_name, periods, plain_name
from timeline.model import Mention
from timeline.pipeline import explain

PERIODS = periods("en")
KINDS = {"war", "event", "era", "place", "state"}


def whole(text: str) -> tuple[Mention, ...]:
    return explain(text, "2013-02-12")


def test_there_are_as_many_as_the_documentation_says() -> None:
    assert len(PERIODS) >= 750
    assert {p.kind for p in PERIODS} == KINDS


@pytest.mark.parametrize("period", PERIODS, ids=lambda p: (*p.names, *p.the)[0])
def test_every_period_has_a_name_bounds_and_a_source(period: NamedPeriod) -> None:
    assert period.names or period.the
    assert re.fullmatch(r"Wikipedia: \S.*\S", period.source)
    assert str(parse(period.edtf)) == period.edtf
    b = bounds(period.edtf)
    assert b.first is not None
    assert b.last is not None
    assert b.first <= b.last


def test_no_name_is_given_twice() -> None:
    names = [plain_name(name) for p in PERIODS for name in (*p.names, *p.the)]
    assert len(names) == len(set(names)) == len(period_by_name("en"))


def test_a_name_that_stands_alone_is_no_common_word() -> None:
    single = {name for p in PERIODS for name in p.names if " " not in name and "-" not in name}
    assert single <= {
        "Anschluss", "Bakumatsu", "Difaqane", "Fronde", "Gründerzeit", "Holodomor", "Jacquerie", "Kristallnacht",
        "Manchukuo", "McCarthyism", "Mfecane", "Perestroika", "Porfiriato", "Reconquista", "Risorgimento", "Tanzimat",
        "USSR", "Vormärz", "WW1", "WW2", "WWI", "WWII", "Wirtschaftswunder",
    }  # fmt: skip
    assert all(name[0].isupper() or name[0].isdigit() or name == "long 19th century" or " " in name for name in single)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("the Korean War", "1950/1953"),
        ("the Thirty Years’ War", "1618/1648"),
        ("the Thirty Years War", "1618/1648"),
        ("the Iran–Iraq War", "1980/1988"),
        ("the Ming dynasty", "1368/1644"),
        ("the Meiji era", "1868/1912"),
        ("the Victorian era", "1837/1901"),
        ("the Great Depression", "1929/1939"),
        ("the Enlightenment", "1685~/1815~"),
        ("the Battle of Hastings", "1066-10-14"),
        ("the Yom Kippur War", "1973-10-06/1973-10-25"),
        ("the Good Friday Agreement", "1998-04-10"),
        ("the Russian Revolution of 1905", "1905"),
        ("the Battle of Marathon", "-0489"),
        ("the end of the Cold War", "1991"),
        ("the outbreak of the First World War", "1914"),
        ("the eve of the Crimean War", "1853~"),
        ("the third year of the Seven Years' War", "1758"),
        ("the final months of the Pacific War", "1941/1945"),
        ("early in the Second World War", "1939/1945"),
        ("after the Boxer Rebellion", "1901/.."),
        ("before the French Revolution", "../1789"),
        ("until the First World War", "../1914"),
        ("since the Second World War", "1945/.."),
        ("since the Renaissance", "1400~/.."),
        ("pre-World War I", "../1914"),
        ("post-Cold War", "1991/.."),
        ("from the Korean War to the Gulf War", "1950/1991"),
        ("between the First Opium War and the Second Opium War", "1842/1856"),
        ("two years after the Battle of Hastings", "1068"),
        ("ten years before the French Revolution", "1779"),
        ("a century after the Black Death", "1453~"),
        ("three years after World War II", "1948"),
    ],
)
def test_what_the_words_mean(text: str, edtf: str) -> None:
    assert (text, edtf) in [(m.text, m.edtf) for m in whole(f"Bread was scarce, it is said, {text}.")]


@pytest.mark.parametrize(
    ("text", "mention", "edtf"),
    [
        ("Two years after World War II the bridge fell.", "Two years after World War II", "1947"),
        ("A year after the Korean War began he fled.", "A year after the Korean War began", "1951"),
        ("Two years after the Korean War, peace was cold.", "Two years after the Korean War", "1955"),
        (
            "A year after the Siege of Leningrad had ended he died.",
            "A year after the Siege of Leningrad had ended",
            "1945",
        ),
        ("Peace was near when the Korean War ended.", "the Korean War ended", "1953"),
        ("Coal was burnt in Victorian England.", "Victorian England", "1837/1901"),
        ("Nobody voted during the Ottoman Empire.", "the Ottoman Empire", "1299~/1922"),
    ],
)
def test_where_a_mention_ends(text: str, mention: str, edtf: str) -> None:
    assert (mention, edtf) in [(m.text, m.edtf) for m in whole(text)]


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("late in the Cold War", "END"),
        ("the height of the Cold War", "MID"),
        ("the opening weeks of the Korean War", "START"),
        ("after the Korean War", "AFTER"),
        ("before the Korean War", "BEFORE"),
    ],
)
def test_the_part_is_told_by_mod(text: str, mod: str) -> None:
    assert (text, mod) in [(m.text, m.mod) for m in whole(f"It was dull, they say, {text}.")]


@pytest.mark.parametrize(
    "text",
    [
        "The Korean War Memorial is grey.",
        "The Victorian Railways ran from Melbourne.",
        "A Victorian farmer sold wool.",
        "He was born in the Soviet Union.",
        "Nazi Germany sent an envoy.",
        "He felt a great depression in a cold war of nerves.",
        "He hoped for an Islamic revolution.",
        "Her enlightenment came late, and a reformation of manners with it.",
        "A blitz of letters came in.",
        "The troubles of the miller were many.",
        "Renaissance Holdings bought the mill.",
        "Long marches tired them.",
        "A quiet revolution in dyeing came.",
        "The ten years' wait was over.",
    ],
)
def test_no_period(text: str) -> None:
    assert [m.text for m in whole(text) if "period" in m.rule] == []


def test_a_thing_called_after_a_war_does_not_count_from_it() -> None:
    (mention,) = whole("A year after the Vietnam War protests he left.")
    assert (mention.edtf, mention.outcome) == (None, "undated")


def test_a_mention_names_the_source_of_its_bounds() -> None:
    (mention,) = whole("It stood in the Meiji period.")
    assert "Wikipedia: Meiji era" in mention.derivation[0]
