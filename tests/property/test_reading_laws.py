"""Laws of reading that hold for any text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import find_mentions
from timeline.edtf import bounds, parse

WORDS = """
1961 1,950 44 BC AD 79 May march july 11 11th the of in since before between and to from – - / , . ; ( ) ' ’ 's s 30s
1930s century 5th first second early late about c. or so years year two a ago later after last next week Sunday
yesterday anniversary 60th treaty spring winter 1941–42 500 218–201 ½ é 😀 $ % # Route people 24:10 5 p.m.
"""
ODD = ("\n", "\u00a0", "\u202f", "\ue000", "\x00", "\x1b")
PIECES = st.sampled_from([*WORDS.split(), *ODD])
TEXTS = st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=120)
DATES = st.sampled_from([None, "2013-02-12", "2021-07", "1969", "-0043-03-15", "2018-03/..", "0001-01-01"])


@given(TEXTS, DATES)
@settings(max_examples=300, deadline=None)
def test_reading_never_fails_and_offsets_give_the_text(text: str, published: str | None) -> None:
    end = 0
    for mention in find_mentions(text, published=published):
        assert text[mention.start : mention.end] == mention.text
        assert mention.start >= end, "mentions overlap"
        end = mention.end
        assert mention.derivation
        assert mention.value or mention.outcome == "set aside"  # TIMEX3 has no value for "at that time"
        assert mention.outcome == "open" or mention.reason


@given(TEXTS, DATES)
@settings(max_examples=200, deadline=None)
def test_every_edtf_is_canonical_and_its_grade_fits(text: str, published: str | None) -> None:
    for mention in find_mentions(text, published=published):
        if mention.edtf is None:
            assert mention.grade == "C"
            continue
        assert str(parse(mention.edtf)) == mention.edtf
        assert mention.grade in "AB"
        b = bounds(mention.edtf)
        assert b.first is None or b.last is None or b.first <= b.last
        for implied in mention.implied:
            assert str(parse(implied.edtf)) == implied.edtf
            assert 0 <= implied.start <= implied.end <= len(text)


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert find_mentions(text, published="2013-02-12") == find_mentions(text, published="2013-02-12")
