"""What of a collection is asked about."""

from __future__ import annotations

from tests.unit.teach.made import read
from timeline.edtf import day_number
from timeline.teach import Matter

PLAIN = (
    "The bridge at Larn was opened in May 1883. The mill at Larn burned down in 1891. The harbour of Larn was shut in "
    "1905. The school at Larn was founded in 1931. The ferry Tern sank in 1840. The lighthouse at Larn was built in "
    "1862. Anna Holm died in 1871. The mayor of Larn was elected in 1912. "
)
VAGUE = "Newspapers of Larn printed them in 1899. "


def labels(*texts: str) -> set[str]:
    return {subject.label for subject in Matter(read(*texts)).on()}


def test_a_headline_with_a_word_for_another_is_asked_about_only_where_there_is_little_else() -> None:
    vague = "Newspapers of Larn printed them"
    assert vague not in labels(PLAIN + VAGUE)
    assert vague in labels("The bridge at Larn was opened in May 1883. " + VAGUE)


def test_a_state_in_capitals_stands_for_nobody() -> None:
    assert "The US bought the island" in labels(PLAIN + "The US bought the island in 1917. ")


def test_a_date_as_wide_as_a_century_takes_no_line_into_the_future() -> None:
    told = Matter(read(PLAIN + "Since 2001 the road has been paved. The town grew in the 21st century."))
    assert told.latest < day_number(2014, 1, 1)
