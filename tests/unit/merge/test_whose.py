"""Who a line is about, where that is told by a title, by the writer's "my", or by the shape of a name."""

import pytest

from tests.unit.merge.material import events_of

LINES = {
    # a life is told of the one whose name is its title
    "Otto the Tall\n\nKing of Tarn. Otto was born at Ostrow in {1156=1156}. Bishop Ulf was stabbed in {1190=1190}. The "
    "new bishop fled. In {1191=1191} he crossed the Mere.": "Otto the Tall crossed the Mere",
    # names in capitals are written as others are
    "The old story of ALMA BERGSTROM is short. ALMA BERGSTROM was born in {1850=1850}.": "Alma Bergstrom was born",
    "The BBC opened a studio in Lund in {1950=1950}.": "The BBC opened a studio in Lund",
    # what is the writer's own
    "My father joined the mill in {1920=1920}.": "The writer's father joined the mill",
    "My own boat sank in {1931=1931}.": "The writer's boat sank",
    "“My father joined the mill in {1920=1920},” said Anna Holm.": "My father joined the mill",
    # ages between commas part no couple
    "Anna Holm, 42, and Karl Berg, 37, were chosen by the council in {1950=1950}.": (
        "Anna Holm and Karl Berg were chosen by the council"
    ),
    # of two places after "in" the second is a place as well
    "Fighting in Lund and Ystad followed, in which he killed Karl Berg in {1950=1950}.": "Killed Karl Berg",
    # a title is its own subject
    "Captain Berg had warned him. The Grand Duke turned his ship round in {1720=1720}.": (
        "The Grand Duke turned his ship round"
    ),
    # what is told of the subject between commas is left off, not what it said
    "Prof. Berg, who has dug at the old harbour for years, told reporters in Lund that the chamber was opened on "
    "{8 November 1977=1977-11-08}.": "The chamber was opened",
    "Anna Holm, who had come by sea, argued in {1968=1968} that Ostrow, and not Lund, was the old capital of Tarn.": (
        "Anna Holm argued that Ostrow, and not Lund, was the old capital of Tarn"
    ),
    "British scholars argued in {1968=1968} that Ostrow, and not Lund, was the old capital of Tarn.": (
        "British scholars argued that Ostrow, and not Lund, was the old capital of Tarn"
    ),
    # behind a comma "where" begins a happening of its own
    "Otto Berg bought the ship and brought it to Lund, where King Karl is said to have seen it in {1870=1870}.": (
        "King Karl is said to have seen it"
    ),
    # a verb keeps its particle where another small word leads into the date
    "The talks went on in {June 1978=1978-06}.": "The talks went on",
    # the article goes with the date that it leads into
    "The barn burned on a {Saturday=1950-05-06}.": "The barn burned",
}


@pytest.mark.parametrize(("text", "headline"), LINES.items())
def test_who_a_line_is_about(text: str, headline: str) -> None:
    assert events_of(text)[0][-1].headline == headline


def test_a_verb_in_a_title_is_no_part_of_a_name() -> None:
    events, _ = events_of("Captain Holm Is Dead\n\nCaptain Holm died in {1911=1911}.")
    assert [e.participants for e in events] == [("Holm",)]
