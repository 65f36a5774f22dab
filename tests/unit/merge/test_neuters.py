import pytest

from tests.unit.merge.material import article, told
from timeline.merge.reading import read

MEANT = {
    # the object of the verb before, where one subject does both
    "Anna Holm began the lighthouse in {1702=1702} and finished it in {1709=1709}.": [
        "Anna Holm began the lighthouse",
        "Anna Holm finished the lighthouse",
    ],
    # a thing with a name
    "The Ornsund Bridge was long. It was closed in {1911=1911}.": ["The Ornsund Bridge was closed"],
}

OPEN = {
    # a people, several things, somebody
    "The Germans filled the cut. The Danes dug it out in {1947=1947}.": ["The Danes dug it out"],
    "Rocks fell. It was shut in {1921=1921}.": ["Was shut"],
    "Chares of Lindos drew the plan. A storm brought it down in {1726=1726}.": ["A storm brought it down"],
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
