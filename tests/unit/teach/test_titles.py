"""What a lesson is called until its teacher names it."""

import pytest

from tests.unit.teach.made import read, sample
from timeline.teach import Matter, speech
from timeline.teach.titles import lesson_title

MILLS = (
    "Anna Berg founded the mill in 1850. In 1862 Anna Berg sold it. Karl Holm died in 1870.",
    "In 1855 Anna Berg built the weir. Karl Holm was born in 1801.",
)


@pytest.mark.parametrize(
    ("texts", "topic", "named", "title"),
    [
        (MILLS, "", "", "Anna Berg · Karl Holm"),
        (MILLS, "", "Our valley", "Our valley"),
        (MILLS, "Anna Berg", "", "Anna Berg"),
        (MILLS, "Death", "", "Anna Berg · Karl Holm – Tod"),
        (MILLS, "Anna Berg", "Our valley", "Our valley – Anna Berg"),
        (("The mill was built in 1850. The bridge burned in 1855.",), "", "", "Article 1"),
    ],
)
def test_a_lesson_is_called_by_its_collection_or_what_it_tells_of(texts, topic: str, named: str, title: str) -> None:
    assert lesson_title(Matter(read(*texts)), speech("de"), topic, named) == title


def test_of_several_articles_one_alone_names_no_lesson() -> None:
    alone = "In 1850 Anna Berg left. In 1855 Anna Berg came back."
    assert lesson_title(Matter(read(alone, "The bridge burned in 1901.")), speech("en")) == "Article 1"


def test_a_sample_is_about_its_states() -> None:
    assert lesson_title(sample("korea-china"), speech("en")) == "North Korea · China"
