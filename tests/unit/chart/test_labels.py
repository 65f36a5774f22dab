import pytest

from timeline.chart.labels import shown


@pytest.mark.parametrize(
    ("text", "visible"),
    [("a\x07b", "a␇b"), ("\x1b[31m", "␛[31m"), ("\x7f", "␡"),
     ("a\tb\nc", "a\tb\nc"), ("\x85", "\ufffd"), ("é 😀", "é 😀"), ("\ud800", "\ufffd"),
     ("\u202eabc\u202c", "\ufffdabc\ufffd"), ("\u2067a\u2069", "\ufffda\ufffd"), ("\u05d0\u200f", "\u05d0\u200f")],
)  # fmt: skip
def test_control_characters_are_made_visible_one_for_one(text, visible):
    assert shown(text) == visible
    assert len(shown(text)) == len(text)
