"""Two readings side by side."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.review.made import DOCUMENTS, NEWS, POST, WHO, after, article, fresh, read, telling
from timeline.errors import ReviewError
from timeline.pipeline import build_timeline
from timeline.review.compare import compare, compare_articles
from timeline.review.wishes import edit, set_aside, set_date

MORE = " The old mill burnt down in 1940."


def test_a_reading_is_like_itself_whatever_the_ids() -> None:
    renamed = replace(read(), events=tuple(replace(e, id=f"x{e.id}") for e in read().events))
    found = compare(read(), renamed)
    assert (found.added, found.gone, found.redated, found.reworded, found.same) == ((), (), (), (), len(read().events))


def test_with_one_more_article() -> None:
    more = build_timeline((*DOCUMENTS, article("news.txt", "1990-01-02", NEWS)), earlier=read())
    found = compare(read(), more)
    assert [e.edtf for e in found.added] == ["1961"]
    assert [(a.edtf, b.edtf) for a, b in found.redated] == [("1940", "1940-06-07")]
    assert found.gone == ()
    back = compare(more, read())
    assert [e.edtf for e in back.gone] == ["1961"]


def test_what_people_changed() -> None:
    museum, mill, ferry = (telling(fresh(), words).id for words in ("museum", "mill", "Swallow"))
    now = after(fresh(), set_date(fresh(), [museum], "1953", **WHO))
    now = after(now, edit(now, [mill], {"headline": "The mill of Larn burns"}, **WHO))
    now = after(now, set_aside(now, [ferry], **WHO))
    found = compare(read(), now.collection)
    assert [b.id for _, b in found.redated] == [museum]
    assert [b.headline for _, b in found.reworded] == ["The mill of Larn burns"]
    assert [e.id for e in found.gone] == [ferry]


def test_two_editions_of_an_article() -> None:
    one = build_timeline([article("post.txt", "2011-05-02", POST)])
    other = build_timeline([article("post2.txt", "2011-05-03", POST.replace("in 1934", "in 1935") + MORE)])
    found = compare_articles(one, one.documents[0].id, other, other.documents[0].id)
    assert [(a.edtf, b.edtf) for a, b in found.redated] == [("1934", "1935")]
    assert (found.gone, [e.edtf for e in found.added]) == ((), ["1940"])
    with pytest.raises(ReviewError, match="no article 'd0'"):
        compare_articles(one, "d0", other, other.documents[0].id)
