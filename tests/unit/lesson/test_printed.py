"""The page that is printed: its script and style alone, and nothing of an article that steers it."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace

import pytest

from tests.browser.made import HOSTILE, made
from tests.unit.teach.made import sample
from timeline.lesson.assets import Face
from timeline.lesson.printed import printed
from timeline.teach import DeckSettings, Paper, make_deck, worksheet


@pytest.fixture(scope="module")
def paper() -> Paper:
    return worksheet(made(), make_deck(made(), DeckSettings(cards=3), title="Varn"))


def test_script_and_style_are_those_that_the_policy_names(paper: Paper) -> None:
    text = printed(paper, "A4", fonts=(Face("Source Sans", "/static/media/one.woff2"),))
    for tag in ('script type="module"', "style"):
        inside = re.search(rf"<{tag}>(.*?)</{tag.split()[0]}>", text, re.DOTALL)[1]
        assert base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode() in text.split("</head>")[0]
    assert "default-src &#x27;none&#x27;" in text


def test_alone_it_asks_nobody(paper: Paper) -> None:
    assert not re.findall(r"""(?:src|href)=["'](?!data:)|url\(""", printed(paper, "A4"))


@pytest.mark.parametrize("title", [*HOSTILE, "</style><script>1</script>"])
def test_no_text_of_an_article_ends_what_holds_it(paper: Paper, title: str) -> None:
    head = paper.sections[0]
    hostile = replace(paper, title=title, code=title, sections=(replace(head, about=title, sources=(title,)),))
    text = printed(hostile, "A4")
    assert (text.count("<script"), text.count("<style")) == (1, 1)
    assert "\u202e" not in text
    assert "<img" not in text
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)[1]
    assert re.search(r'@bottom-left \{ content: "[\w ]*";', style)


@pytest.mark.parametrize(("size", "page"), [("A4", "size: A4"), ("letter", "size: letter")])
def test_each_size_leads_to_the_other(paper: Paper, size, page: str) -> None:
    text = printed(paper, size, other="/elsewhere")
    assert page in text
    assert text.count('href="/elsewhere"') == 1


def test_sentences_and_headlines_are_set_in_the_language_of_their_article() -> None:
    lesson = make_deck(sample("korea-china"), DeckSettings(cards=10, seed=5), "ko")
    page = printed(worksheet(sample("korea-china"), lesson), "A4")
    said = re.findall(r'<(?:span|b) class="(?:said|date)"([^>]*)>', page)
    assert said
    assert set(said) == {' lang="en"'}
    assert re.search(r'<ul class="cuts"><li><b>A</b><span lang="en">', page)
    assert '<html lang="ko">' in page
    assert '<h3 class="prompt"><span lang' not in page, "what is asked is of the lesson"
