"""The addresses at which a lesson is printed, by the protocol that the server speaks."""

from __future__ import annotations

import io
import re

import docx
import pytest

from tests.app.test_doors import OURS, Ask, ask  # noqa: F401  a fixture
from tests.app.test_teach import make, teach, tour


def test_an_exercise_has_a_page_for_each_size_and_a_word_document(ask: Ask) -> None:  # noqa: F811
    code = make(ask)
    deck = teach(ask, lesson=code)["given"]["lesson"]["deck"]
    for size, other in (("A4", "letter"), ("letter", "A4")):
        status, page = ask("GET", f"/timeline/desk/lesson/{code}/paper", OURS, query=f"size={size}")
        text = page.decode()
        assert (status, f"size: {size} portrait" in text) == (200, True)
        assert f'href="/timeline/desk/lesson/{code}/paper?size={other}"' in text
        assert f'href="/timeline/desk/lesson/{code}/paper.docx?size={size}"' in text
        assert text.count('<h3 class="prompt">') == 2 * len(deck["cards"])
        status, file = ask("GET", f"/timeline/desk/lesson/{code}/paper.docx", OURS, query=f"size={size}")
        assert (status, docx.Document(io.BytesIO(file)).core_properties.title) == (200, deck["title"])


def test_a_tour_is_printed_in_its_language(ask: Ask) -> None:  # noqa: F811
    code = tour(ask)
    stops = teach(ask, lesson=code)["given"]["lesson"]["tour"]["stops"]
    _, page = ask("GET", f"/timeline/desk/lesson/{code}/paper", OURS)
    assert '<html lang="en">' in page.decode()
    assert page.decode().count('<span class="nth">') == 2 * len(stops)
    assert ask("GET", f"/timeline/desk/lesson/{code}/paper.docx", OURS)[0] == 200


def test_the_fonts_are_those_that_the_app_ships(ask: Ask) -> None:  # noqa: F811
    _, page = ask("GET", f"/timeline/desk/lesson/{make(ask)}/paper", OURS)
    fonts = re.findall(r"url\('(/(?:static/media|timeline/fonts)/[\w.-]+\.woff2)'\)", page.decode())
    assert len(fonts) == 4
    for address in fonts:
        status, font = ask("GET", address, OURS)
        assert (status, font[:4]) == (200, b"wOF2")
    assert ask("GET", "/timeline/fonts/OFL.txt", OURS)[0] == 404


@pytest.mark.parametrize("path", ["paper", "paper.docx"])
def test_a_code_that_is_none_is_told_in_a_sentence(ask: Ask, path: str) -> None:  # noqa: F811
    status, told = ask("GET", f"/timeline/desk/lesson/NOSUCH/{path}", OURS)
    assert (status, b"no exercise or tour" in told, b"<" in told) == (404, True, False)
