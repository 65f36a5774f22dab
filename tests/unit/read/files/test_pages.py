"""Web pages, saved pages and e-mails: main text without menus, and what their metadata say."""

from __future__ import annotations

import pytest

from tests.unit.read.made import PROSE, mail, one, page, reason, saved_page
from timeline.model import Published
from timeline.read import read_bytes

HEAD = (
    '<title>The bridge at fifty | The Post</title><meta property="og:title" content="The bridge at fifty">'
    '<meta property="og:site_name" content="The Post"><meta name="author" content="T. Reed">'
    '<meta property="article:published_time" content="1998-05-03T10:00:00Z">'
    '<link rel="canonical" href="https://example.org/bridge">'
    '<link rel="license" href="https://creativecommons.org/licenses/by/4.0/">'
)
MENU = '<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><script>var y = "2001-01-01";</script>'
FOOT = "<aside>Buy now, only until 2030!</aside><footer>© 2024 The Post</footer>"


def test_the_main_text_and_what_is_known_of_it() -> None:
    document = one("a.html", page(*PROSE, head=HEAD, before=MENU, after=FOOT))
    assert document.text == "The bridge at fifty\n\n" + "\n\n".join(PROSE)
    assert (document.title, document.author, document.publisher) == ("The bridge at fifty", "T. Reed", "The Post")
    assert document.url == "https://example.org/bridge"
    assert document.licence == "https://creativecommons.org/licenses/by/4.0/"
    assert document.published == Published("1998-05-03", "given", "the web page says so")


def test_lists_tables_and_lines() -> None:
    more = (
        "<ul><li>1946: work begins</li><li>1948: it opens</li></ul>"
        "<table><tr><th>Year</th><th>Cars</th></tr><tr><td>1950</td><td>12,000</td></tr></table>"
        "<p>Painted in <b>1971</b>\nand <i>in 1985</i>.<br>Nobody knows why.</p>"
    )
    text = one("a.html", page(*PROSE, more)).text
    assert text.endswith(
        "\n\n- 1946: work begins\n- 1948: it opens\n\nYear | Cars\n1950 | 12,000\n\n"
        "Painted in 1971 and in 1985.\nNobody knows why."
    )


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252", "utf-16", "shift_jis", "iso-2022-jp"])
def test_encodings(charset: str) -> None:
    word = "橋は1948年に開通した。" if "jis" in charset or "jp" in charset else "Die Brücke wurde 1948 eröffnet."
    assert word in one("a.html", page(word, *PROSE, charset=charset)).text


def test_a_date_in_the_text_is_no_date_of_publication() -> None:
    assert one("a.html", page(*PROSE, "On 4 May 2001 it was closed.")).published.edtf is None


@pytest.mark.parametrize(
    ("head", "body", "says"),
    [
        ('<meta http-equiv="Refresh" content="0; url=https://example.org/">', "", "the page only leads on to another"),
        ("", '<iframe src="https://example.org/"></iframe>', "the page only shows other pages in frames"),
        ("", "<script>document.write('It fell in 1950.')</script>", "the page's text is made by scripts"),
        ("", "", "there is no text on the page"),
    ],
)
def test_a_page_without_text(head: str, body: str, says: str) -> None:
    assert reason("a.html", page(head=head, before=body)).startswith(says)


def test_a_web_page_under_another_name() -> None:
    assert one("a.txt", page(*PROSE)).text == "\n\n".join(PROSE)


def test_a_saved_page() -> None:
    data = saved_page(page(*PROSE, head="<title>The bridge at fifty</title>").decode(), "https://example.org/bridge")
    for name in ("a.mhtml", "a.mht", "a.txt"):
        document = one(name, data)
        assert document.text == "The bridge at fifty\n\n" + "\n\n".join(PROSE)
        assert document.url == "https://example.org/bridge"


SENT = {"Subject": "The bridge", "Date": "Sun, 03 May 1998 10:00:00 +0200"}


def test_an_email() -> None:
    text = "Dear all,\n\nthe bridge over the river was opened on 3 May 1948, after two years\nof work by many men.\n"
    document = one("a.eml", mail(text, markup="<p>Other words</p>", **SENT))
    assert document.text == (
        "Dear all,\n\nthe bridge over the river was opened on 3 May 1948, after two years of work by many men."
    )
    assert (document.title, document.author) == ("The bridge", "T. Reed")
    assert document.published == Published("1998-05-03", "given", "the e-mail was sent then")


def test_an_email_of_markup_alone_and_one_under_another_name() -> None:
    data = mail("", markup="<p>It fell in 1950.</p><script>x</script><img src='https://example.org/x.png'>", **SENT)
    assert one("a.eml", data).text == "It fell in 1950."
    assert one("a.txt", data).text == "It fell in 1950."


def test_what_is_attached_is_read_too() -> None:
    files = {"report.html": page(*PROSE), "../plan.txt": b"It fell in 1950.", "picture.png": b"\x89PNG"}
    brought = read_bytes("a.eml", mail("See below.", attached=files, **SENT))
    assert [document.file for document in brought.documents] == ["a.eml", "a.eml/report.html", "a.eml/plan.txt"]
    assert brought.problems == ()


def test_an_empty_email() -> None:
    assert reason("a.eml", mail("", **SENT)) == "the e-mail holds no text"
