import pytest

from timeline.model import Document
from timeline.pipeline import build_timeline
from timeline.read import document_from_text
from timeline.read.editions import with_editions, without_copies

TEXT = (
    "The old mill at Lund burned down on 3 May 1702, after a lamp had fallen into the straw of the upper floor. "
    "The miller and his two sons carried what flour they could save to the church across the river. "
    "A new mill of stone was built in 1710 with money that the bishop lent the town for twenty years. "
    "Its wheel came from Malmö by boat, and the stones from a quarry near the castle of the duke. "
    "When the debt was paid, the town gave the bishop a loaf of bread for each year that he had waited."
)
OTHER = (
    "Wool was sold at the autumn fair of Graz by merchants who came over the pass before the first snow of the year. "
    "In 1702 the fair was held in the rain, and few of them had the patience to wait for better weather in the valley. "
    "The town built a hall for it, which stood until the great flood took it away with half of the lower bridge."
)


def _documents(*texts: str) -> list[Document]:
    return [document_from_text(text, file=f"{chr(97 + n)}.txt") for n, text in enumerate(texts)]


def test_the_same_article_twice_is_one_document_with_a_note() -> None:
    a, b, c = _documents(TEXT, OTHER, TEXT + "\n")
    kept = without_copies([c, b, a])
    assert [d.file for d in kept] == ["b.txt", "a.txt"]
    assert kept[1].note == "The same article stands in c.txt: it is counted once."
    assert kept[0].note is None


def test_without_copies_nothing_changes() -> None:
    documents = _documents(TEXT, OTHER)
    assert without_copies(documents) == tuple(documents)


EDITIONS = [
    TEXT + " A later hand has added a word about the bread.",
    TEXT.replace("two sons", "three sons").replace("a quarry", "the quarry"),
    TEXT[: TEXT.index("When the debt")],
]


@pytest.mark.parametrize("text", EDITIONS)
def test_an_edition_is_marked_whatever_the_order(text: str) -> None:
    a, b, c = _documents(TEXT, OTHER, text)
    for order in ([a, b, c], [c, a, b]):
        found = {d.file: d.edition_of for d in with_editions(order)}
        assert found == {"a.txt": None, "b.txt": None, "c.txt": a.id}


def test_what_tells_the_same_in_other_words_is_no_edition() -> None:
    retold = "On 3 May 1702 a lamp set fire to Lund's mill. With the bishop's money the town had another by 1710."
    assert [d.edition_of for d in with_editions(_documents(TEXT, OTHER, retold))] == [None, None, None]


def test_two_editions_are_one_witness() -> None:
    collection = build_timeline(_documents(TEXT, TEXT + " Bread is baked there still."))
    fire = next(e for e in collection.events if e.edtf == "1702-05-03")
    assert len({c.document for c in fire.citations}) == 2
    assert fire.derivation[0] == "“3 May 1702” stands in one article, written in full."
