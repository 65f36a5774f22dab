"""What a small word stands for where no name does, and whom "he" means among several who are named."""

import pytest

from tests.unit.merge.material import told

MEANT = {
    # somebody without a name
    "The governor survived, since he had gone hunting. He was thrown out of office in {1885=1885}.": [
        "The governor was thrown out of office"
    ],
    "A local reporter showed us the wall; he had found it in {1911=1911}.": ["The local reporter found it"],
    # a thing that the same sentence told of before
    "Queen Anna opened a relief fund in {1883=1883}, and it had raised 300,000 crowns by {1884=1884}.": [
        "Queen Anna opened a relief fund",
        "The relief fund raised 300,000 crowns",
    ],
    "In {1908=1908} a new warning bell was hung; it was rung for the first time in {1910=1910}.": [
        "A new warning bell was hung",
        "The new warning bell was rung for the first time",
    ],
    # "one" for the thing told just before
    "The main stand burned down in {1911=1911}. A new one was finished in {1912=1912}.": [
        "The main stand burned down",
        "A new main stand was finished",
    ],
    # a number for one more of them
    "Two new sheds were opened in {1911=1911}, and a third was built in {1912=1912}.": [
        "Two new sheds were opened",
        "A third shed was built",
    ],
    "The mill was built in {1911=1911}. Another was built in {1912=1912}.": [
        "The mill was built",
        "Another mill was built",
    ],
    # "he" goes on about "him"
    "Otto Berg was born in {1514=1514}. Rovers signed him in {1534=1534}. He made his debut in {1535=1535}.": [
        "Otto Berg was born",
        "Rovers signed Otto Berg",
        "Otto Berg made his debut",
    ],
    # the only one who does anything in the text
    "Otto Berg sailed in {1501=1501}. Then came Lund. He arrived in {1502=1502} with Karl Holm's fleet.": [
        "Otto Berg sailed",
        "Otto Berg arrived with Karl Holm's fleet",
    ],
    # said what he is
    "The Danish geologist Pelle Rask climbed the crater in {1886=1886}. He published a report in {1888=1888}.": [
        "The Danish geologist Pelle Rask climbed the crater",
        "Pelle Rask published a report",
    ],
    # the society whose president somebody became
    "Anna Holm was elected to the Lund Moss Society in {1880=1880} and became its president in {1895=1895}.": [
        "Anna Holm was elected to the Lund Moss Society",
        "Anna Holm became Lund Moss Society's president",
    ],
    # what belongs to both
    "Norway and Sweden signed a pact in {1911=1911}. The two countries’ pact ended in {1921=1921}.": [
        "Norway and Sweden signed a pact",
        "Norway and Sweden’s pact ended",
    ],
    # what stands between commas hands its subject to nobody
    "The mill was closed in {1942=1942}, when troops landed, and reopened in {1948=1948}.": [
        "Troops landed",
        "The mill reopened",
    ],
}


@pytest.mark.parametrize("text", MEANT)
def test_a_small_word_gives_way_to_what_it_stands_for(text: str) -> None:
    assert [line for lines in told(text).values() for line in lines] == MEANT[text]


OPEN = {
    # a tower is nobody
    "The tower leaned. He climbed it in {1885=1885}.": ["“He climbed it”"],
    # "it" is taken up already: the road, and not the fall of rocks
    "A rock fall closed it in {1911=1911}; it reopened in {1912=1912}.": ["A rock fall closed it", "Reopened"],
    # what was taken, not who took it
    "Norway took it in {1911=1911}. It closed its gates in {1912=1912}.": ["Norway took it", "Closed its gates"],
    # several
    "The mills burned down in {1911=1911}. A new one was finished in {1912=1912}.": [
        "The mills burned down",
        "A new one was finished",
    ],
}


@pytest.mark.parametrize("text", OPEN)
def test_it_stays_open_where_nothing_fits(text: str) -> None:
    assert [line for lines in told(text).values() for line in lines] == OPEN[text]


def test_a_heading_over_dated_sentences_dates_nothing() -> None:
    text = "The mill was built in {1821=1821}.\n\n{The twentieth century=19XX}. The road was built in {1922=1922}."
    assert list(told(text)) == ["1821", "1922"]


ABOUT = """LUND ROVERS FOOTBALL CLUB

Lund Rovers is a football club from Lund. It was founded in {1887=1887}. It took its present name in {1896=1896}.
In {1905=1905} the club moved to Canal Road. Rosa Holm became the club's captain in {1973=1973}."""


def test_what_a_text_says_it_is_about_is_named_by_its_noun_too() -> None:
    assert [line for lines in told(ABOUT).values() for line in lines] == [
        "Lund Rovers was founded",
        "Lund Rovers took its present name",
        "Lund Rovers moved to Canal Road",
        "Rosa Holm became the club's captain",
    ]


def test_the_end_of_a_siege_is_not_the_siege() -> None:
    text = "The siege of {1650=1650} was long. The siege ended on {2 June 1650=1650-06-02}."
    assert told(text)["1650-06-02"] == ["The siege ended"]


def test_a_deed_later_than_planned_is_joined_to_its_plan() -> None:
    plan = "A museum of the mill will open in {June 1921=1921-06} in the old barn."
    deed = "The museum opened on {18 September 1921=1921-09-18} in the barn of the miller."
    assert told(plan, deed) == {"1921-09-18": ["The museum opened in the barn of the miller"]}
    assert len(told(plan, deed.replace("1921", "1923"))) == 2
    assert len(told(plan, "The theatre opened on {18 September 1921=1921-09-18} in the barn.")) == 2
