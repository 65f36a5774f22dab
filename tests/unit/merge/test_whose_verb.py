"""Whose verb it is where clauses hang on one another, and what a line calls those whom it tells of."""

import pytest

from tests.unit.merge.material import told

LINES = {
    # behind a comma and "and" the main clause goes on
    "Clara Weiss left Norvik because the inn had burned, and opened a shop in {1912=1912}.": (
        "Clara Weiss opened a shop"
    ),
    "The kiln, which Otto Braun built, closed when the clay gave out, and was sold in {1850=1850}.": (
        "The kiln was sold"
    ),
    "The club won the cup, in which nine others took part, and in {1960=1960} moved to Norvik.": (
        "The club moved to Norvik"
    ),
    # without the comma it is the clause that hangs on it
    "The kiln was shut until Clara Weiss came and bought it in {1911=1911}.": "Clara Weiss bought the kiln",
    # a relative clause with another clause in it
    "A law on tolls, which lay there when the dam broke, was passed in {1879=1879}.": "A law on tolls was passed",
    # what only describes the thing is not the thing
    "They built a hall, of grey stone, which fell down in {1944=1944}.": "A hall fell down",
    # a verb behind "that", with a name for its object
    "The plague that swept Norland in {1348=1348} came by sea.": "The plague swept Norland",
    # who writes between commas
    "The tower was finished early; Weiss, writing in {1880=1880}, calls it a ruin.": "Weiss wrote",
    # what is said goes on behind the relative clause
    "Divers found in {1960=1960} that the pier, which had been mended, rested on mud.": (
        "Divers found that the pier rested on mud"
    ),
    # each came on its own day
    "The gas came in {1884=1884} and the tram in {1885=1885}.": ["The gas came", "The tram came"],
    "Norvik followed in {1848=1848}, Halden in {1849=1849}.": ["Norvik followed", "Halden followed"],
    # the main clause, where nobody can tell who is meant in the other
    "When these were shut on {21 June 1848=1848-06-21}, the weavers of Norvik rose.": "The weavers of Norvik rose",
    # several
    "The Genoese had been beaten at Norvik in {1284=1284}.": "The Genoese were beaten at Norvik",
    "Thirteen of the captains were hanged at Norvik in {1849=1849}.": "Thirteen of the captains were hanged at Norvik",
    "The weavers were tried. Eleven of them were fined in {1847=1847}.": "Eleven were fined",
    # whose she is stays open, and she needs no more than her name
    "His daughter Clara met the king in {1748=1748}.": "Clara met the king",
    # nobody becomes the head of himself
    "Otto Braun became its first mayor in {1830=1830}.": "Otto Braun became the first mayor",
    # a report on a thing, and a thing on a hill
    "A report on tolls, which the council printed in {1819=1819}, is lost.": "The council printed a report on tolls",
    "Clara bought a house on the hill, which burned in {1911=1911}.": "A house on the hill burned",
    # "them" stays open, and the line does without
    "In {1848=1848} soldiers fired on them in the square.": "Soldiers fired in the square",
    # a verb for several has several before it, and what is signed is a treaty
    "Shares in the mill, which were worth more in {1907=1907}, fell.": "Shares were worth more",
    "They kept to a treaty with the guild that was signed in {1908=1908}.": "A treaty was signed",
    # the next clause begins with its subject, however much is said of that first
    "In {1902=1902} the mill opened a shop and the smith, who had sold nails, threw a brick.": "The mill opened a shop",
    # one "was" for all of a row
    "The line was laid in {1904=1904}, taken up in {1938=1938}, and never missed.": [
        "The line was laid",
        "The line was taken up",
    ],
    # "having" takes its subject from the clause behind it
    "Having lost the war in {1850=1850}, Clara Weiss left Norvik.": "Clara Weiss lost the war",
    # behind a semicolon nothing else is told than what stands there
    "The guild offered the crown to Otto; he declined it on {28 April 1849=1849-04-28}.": "Otto declined it",
    # what is said between commas, and what goes on behind it
    "The guild, led by Otto Braun, voted in {1920=1920} to sell the mill, but its owner refused.": (
        "The guild voted to sell the mill"
    ),
    "The bridge, built in {1840=1840}, rebuilt in {1850=1850}, fell.": [
        "The bridge was built",
        "The bridge was rebuilt",
    ],
    # what a law did
    "A decree of {1806=1806} closed the monasteries.": "A decree closed the monasteries",
    # a second one
    "The council accepted a second one in {1903=1903}, by which time the first was lost.": (
        "The council accepted a second one"
    ),
    # what they are told
    "The staff were told in {1920=1920} which of the mills were to close.": (
        "The staff were told which of the mills were to close"
    ),
    # by-names, and names with "and" in them
    "When Otto the Tall died at Norvik in {1323=1323}, the army fled.": "Otto the Tall died at Norvik",
    "The Coal and Harbour Bank was small. It was sold in {1836=1836}.": "The Coal and Harbour Bank was sold",
}


@pytest.mark.parametrize(("text", "lines"), LINES.items())
def test_a_line_has_the_subject_of_its_verb(text: str, lines: str | list[str]) -> None:
    found = [line for lines in told(text).values() for line in lines]
    assert found == ([lines] if isinstance(lines, str) else lines)


def test_a_chronicle_keeps_the_article_of_a_line_that_tells() -> None:
    entries = (
        "{1901=1901}. The new mill starts.\n\n{1902=1902}. A bomb, dropped by mistake, destroys the long hut.\n\n"
        "{1903=1903}. Opening of the second lock.\n\n{1904=1904}. The bank closes."
    )
    assert told(entries)["1902"] == ["A bomb, dropped by mistake, destroys the long hut"]


def test_who_is_called_a_son_is_a_person_whom_he_may_mean() -> None:
    died = (
        "When Otto Braun died in {1850=1850}, his brothers left Norvik, and Weiss, son of a smith, asked for the mill. "
    )
    assert "Otto" not in told(died + "In {1852=1852} he sold it.")["1852"][0]


CHRONICLE = (
    "A short chronicle of the Norvik Observatory\n\n{1784=1784}: A quadrant is set up.\n"
    "{1806=1806}: Reopened by decree of the king.\n{1811=1811}: Lost its roof.\n"
    "{1850=1850}: Her name is not in the journal; it was found in a letter in {1862=1862}.\n"
    "{1910=1910}: Failed coup of the monks.\n"
)


def test_what_befell_the_thing_that_a_chronicle_is_about_names_it() -> None:
    lines = told(CHRONICLE)
    assert lines["1806"] == ["The Norvik Observatory was reopened by decree of the king"]
    assert lines["1811"] == ["The Norvik Observatory lost its roof"]
    assert lines["1910"] == ["Failed coup of the monks"]
    assert "Observatory" not in lines["1862"][0], "it was her name"
