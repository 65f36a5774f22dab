"""A document read among others: as if it were read anew, though only what asks is."""

import pytest

from timeline.find import find
from timeline.model import Document
from timeline.normalize import happenings, normalize, read_alone, read_among
from timeline.read import document_from_text

OTHER = "On 4 March 1911 the bridge at Holm fell. The mill burnt in 1920."
TEXTS = [
    "Two years after the bridge at Holm fell, a ferry ran. The following year it sank. On 3 May 1950 it was raised.",
    "In 1905 a school opened. Three years after the mill burnt it closed. In June it opened again; in 1930 it moved.",
    "A week after the king left it rained. Three days later it cleared. By 5 June 1940 all was dry.",
    "It lasted from the day after the bridge at Holm fell to 1915. In May 1916 he left; two months later he was back.",
    "On 5 June 1920 he came. The next day he left.",
]


def document(text: str) -> Document:
    return document_from_text(text, file=text[:9], published="2013-02-12", language="en")


@pytest.mark.parametrize("text", TEXTS)
def test_the_same_as_read_anew(text: str) -> None:
    read = [document(OTHER), document(text)]
    alone = [read_alone(one, find(one.text)) for one in read]
    known = happenings(read, [mention for one in alone for mention in one.mentions])
    assert read_among(alone[1], known) == normalize(read[1], find(text), known=known)
    assert alone[1].mentions == normalize(read[1], find(text))


def test_what_counts_from_what_is_dated_now_follows_it() -> None:
    other, own = document(OTHER), document(TEXTS[0])
    alone = read_alone(own, find(own.text), genre="narrative")
    known = happenings([other, own], read_alone(other, find(other.text)).mentions)
    assert [mention.edtf for mention in alone.mentions] == [None, "2014", "1950-05-03"]
    assert [mention.edtf for mention in read_among(alone, known)] == ["1913", "1914", "1950-05-03"]
