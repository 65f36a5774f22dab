import pytest

from tests.unit.merge.material import article, told
from timeline.merge.reading import read

MEANT = {
    # the object of the verb before, where one subject does both
    "Anna Holm began the lighthouse in {1702=1702} and finished it in {1709=1709}.": [
        "Anna Holm began the lighthouse",
        "Anna Holm finished the lighthouse",
    ],
    # what somebody does something to
    "The Danes filled the moat with sand and stones. The Germans dug it out in {1947=1947}.": [
        "The Germans dug the moat out"
    ],
    "Last week I saw the play about the flood. It opened late, in {1947=1947}.": ["The play opened late"],
    # the only things told before in the plural, or what is owned
    "Anna Holm left six shares. Otto Berg sold them in {1902=1902}.": ["Otto Berg sold the six shares"],
    "The bank shut its doors in {May 1857=1857-05} and opened them in {July 1857=1857-07}.": [
        "The bank shut its doors",
        "The bank opened its doors",
    ],
    # a thing with a name
    "The Ornsund Bridge was long. It was closed in {1911=1911}.": ["The Ornsund Bridge was closed"],
}

OPEN = {
    # what is done to people
    "The guards led six horses. The king hanged them in {1702=1702}.": ["The king hanged them"],
    # a people, several things, somebody
    "The Germans came. The Danes dug it out in {1947=1947}.": ["The Danes dug it out"],
    "Rocks fell. It was shut by a lord in {1921=1921}.": ["Shut by a lord"],
    "Chares of Lindos drew. A storm brought it down in {1726=1726}.": ["A storm brought it down"],
}


@pytest.mark.parametrize("text", MEANT)
def test_it_is_what_was_just_named(text: str) -> None:
    assert [line for lines in told(text).values() for line in lines] == MEANT[text]


@pytest.mark.parametrize("text", OPEN)
def test_it_is_no_people_no_person_and_not_several_things(text: str) -> None:
    (lines,) = told(text).values()
    assert lines[0].startswith(OPEN[text][0])


def test_it_is_the_thing_that_gives_the_text_its_title() -> None:
    text = "ORN CANAL\n\nThe Orn Canal is short. Landslides came. It was shut in {1921=1921} for a year."
    assert told(text) == {"1921": ["The Orn Canal was shut for a year"]}


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("ORN CANAL\n\nThe Orn Canal is short.", "the Orn Canal"),
        ("Lund\n\nLund grew in {1921=1921}.", ""),
        ("The ditch\n\nThe Orn Canal grew in {1921=1921}.", ""),
    ],
)
def test_a_title_names_the_topic_by_a_word_for_a_thing(text: str, topic: str) -> None:
    document, mentions = article(text)
    assert read(document, mentions).scene.topic == topic


def test_the_canal_is_the_one_that_the_text_is_about() -> None:
    text = "ORN CANAL\n\nThe Orn Canal grew. The king opened the canal in {1893=1893}. The canal shut in {1923=1923}."
    assert told(text) == {"1893": ["The king opened the Orn Canal"], "1923": ["The Orn Canal shut"]}
