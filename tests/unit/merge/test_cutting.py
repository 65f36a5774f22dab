"""Where a line of more than twelve words is cut, and what a verb or a date after a name belongs to."""

import pytest

from tests.unit.merge.material import told
from timeline.merge.cutting import cut

CUT = {
    # a clause may go where four words stay, a phrase only where six do
    "Otto Berg came to Malta to win every prize there was and he broke the old wall": "Otto Berg came to Malta",
    "The club was founded by dyers of the Holm Lane mill as Holm Lane Athletic Rovers": (
        "The club was founded by dyers of the Holm Lane mill"
    ),
    # a verb keeps its small object, a preposition its noun
    "The banks were asked for help and on that they refused it, when the clerk had come": (
        "The banks were asked for help and on that they refused it"
    ),
    "The Danes burned all this, which is also the name of the inn where I slept": "The Danes burned all this",
    # a comma inside a number parts nothing
    "The town of Lund in the north sold 1,000 that nobody else in the land could use for any ship": (
        "The town of Lund in the north sold 1,000"
    ),
    # what was told stays
    "Otto Berg assured a caller that nobody had any thought of ever building a wall there": "",
}


@pytest.mark.parametrize("line", CUT)
def test_a_line_is_cut_where_what_stays_is_whole(line: str) -> None:
    assert cut(line, 90, 12) == CUT[line]


TOLD = {
    "Berg left for Derby in {1930=1930} and the shop was sold in {1932=1932}.": [
        "Berg left for Derby",
        "The shop was sold",
    ],
    "Letters left for Derby in {1930=1930} were lost in {1932=1932}.": [
        "Letters were left for Derby",
        "Letters left for Derby were lost",
    ],
    "The oldest recall their parents' tales of {1774=1774}, when the mountain burned two farms.": [
        "The mountain burned two farms"
    ],
    "In the siege of {1774=1774}, when snow lay deep, Anna Holm fell.": ["Siege of 1774"],
}


@pytest.mark.parametrize("text", TOLD)
def test_each_date_has_its_own_clause(text: str) -> None:
    assert [line for lines in told(text).values() for line in lines] == TOLD[text]
