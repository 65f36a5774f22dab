import pytest

from tests.unit.merge.material import events_of, told
from timeline.merge.headlines import shortened, tidy

LINES = {
    # the clause around the date
    "Peru and Chile signed a trade pact in {1831=1831}.": "Peru and Chile signed a trade pact",
    "In {1904=1904}, Norway opened its first observatory.": "Norway opened its first observatory",
    "The bridge was blown up on {3 May 1945=1945-05-03}.": "Bridge was blown up",
    "The harbour, once the largest of the coast, was closed in {1977=1977}.": "Harbour was closed",
    # a thing with its participle comes before the clause
    "The charter signed in {1215=1215} still hangs in the hall.": "Charter signed",
    "Nobody read the novel published by Maria Krantz in {1887=1887}.": "Novel published by Maria Krantz",
    # an -ing form takes the subject of its clause
    "After inheriting the mill in {1911=1911}, Otto Braun sold his horses.": "Otto Braun inherited the mill",
    # a clause that "when" leads into
    "The quarrel dates from {1688=1688}, when the Dutch occupied the island.": "Dutch occupied the island",
    # a relative clause gives its antecedent as the object
    "Look at the pact that Spain and France signed in {1659=1659}.": "Spain and France signed the pact",
    # relatives and their antecedents
    "Clara Weiss, who died in {1902=1902}, left a large library.": "Clara Weiss died",
    # brackets
    "Anna Holm (born {1850=1850}) painted ships.": "Anna Holm is born",
    "They stayed until the blockade of Lipsk ({1648=1648}) was lifted.": "Blockade of Lipsk",
    # a compound past becomes a plain one
    "By {1920=1920} Spain had sold the colony.": "Spain sold the colony",
}


@pytest.mark.parametrize(("text", "headline"), LINES.items())
def test_a_sentence_gives_its_headline(text: str, headline: str) -> None:
    events, _ = events_of(text)
    assert [e.headline for e in events] == [headline]


def test_a_verb_shared_by_two_dates_gives_each_its_place() -> None:
    lines = told(
        "Elena Rossi raced in Europe. She won at Lyon in {May 1931=1931-05} and at Turin in {June 1931=1931-06}."
    )
    assert lines == {"1931-05": ["Elena Rossi won at Lyon"], "1931-06": ["Elena Rossi won at Turin"]}


def test_a_predicate_shared_by_two_dates_stands_in_both() -> None:
    lines = told("Sweden and Denmark enlarged the canal in {1862=1862} and {1903=1903}.")
    assert lines == {
        "1862": ["Sweden and Denmark enlarged the canal"],
        "1903": ["Sweden and Denmark enlarged the canal"],
    }


PRONOUNS = {
    "Clara Weiss was a chemist. She died in {1902=1902}.": "Clara Weiss died",
    "Brazil and Peru share a river. Both countries mapped it in {1851=1851}.": "Brazil and Peru mapped it",
    "Brazil and Peru have a treaty. The two countries renewed it in {1951=1951}.": "Brazil and Peru renewed the treaty",
    "Sven Lund and Karl Berg agreed. They founded a school in {1799=1799}.": "Sven Lund and Karl Berg founded a school",
}


@pytest.mark.parametrize(("text", "headline"), PRONOUNS.items())
def test_pronouns_give_way_to_whom_they_mean(text: str, headline: str) -> None:
    assert [e.headline for e in events_of(text)[0]] == [headline]


def test_a_pronoun_that_two_people_fit_is_not_guessed() -> None:
    events, _ = events_of("Karl Berg met Sven Lund beside Otto Holm. Rain fell all night. He died in {1799=1799}.")
    assert all("Berg" not in e.headline and "Lund" not in e.headline and "Holm" not in e.headline for e in events)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("the treaty was signed in", "Treaty was signed"),
        ("“Open the gate", "Open the gate"),
        ("a clerk wrote to ask", "Clerk wrote"),
        ("Rome burns.", "Rome burns"),
    ],
)
def test_tidy(text: str, line: str) -> None:
    assert tidy(text) == line


def test_a_long_line_is_cut_at_a_border_and_keeps_subject_and_verb() -> None:
    long = "Delegates of eleven coastal towns founded a league against the tolls, which had doubled in years of war"
    line = shortened(long, keep=40)
    assert line == "Delegates of eleven coastal towns founded a league against the tolls"
    assert len(line) <= 90
