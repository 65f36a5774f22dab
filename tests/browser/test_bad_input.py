"""Whatever a collection holds and whatever the address says, the explorer stays whole and says what is the matter."""

from __future__ import annotations

import pytest

from tests.browser.made import document, made
from timeline.chart import html_file
from timeline.edtf import bounds, iso
from timeline.model import Citation, Collection, Event, Selector

pytestmark = pytest.mark.browser

WHOLE = ".explorer .bar", ".explorer .head h1", ".explorer .sum"
FOCUSED = "() => document.activeElement.textContent"
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def collection(*told: tuple[str, str, str], rest: str = "") -> Collection:
    """One article; each of ``told`` is an EDTF date, a headline and a sentence, to which "that day" is added."""
    marked = "".join(f"{sentence} {{that day|e{n}|{edtf}}}.\n" for n, (edtf, _, sentence) in enumerate(told)) + rest
    one, mentions = document(0, "An article", "A paper", "1999-01-01", marked)
    events = []
    for n, (edtf, headline, _) in enumerate(told):
        sentence = one.sentences[n]
        mention = next(m for m in mentions if sentence.holds(m.start, m.end))
        days = bounds(edtf)
        events.append(
            Event(
                f"e{n}",
                edtf,
                None,
                None if days.first is None else iso(days.first),
                None if days.last is None else iso(days.last),
                headline,
                "culture",
                (Citation(one.id, mention.id, Selector.of(one.text, sentence.start, sentence.end), "states"),),
            )
        )
    return Collection((one,), tuple(mentions), tuple(events), rules="made by hand")


def is_whole(page) -> None:
    for part in WHOLE:
        assert page.locator(part).first.is_visible() or page.viewport_size["width"] < 861, part
    has_events = page.locator(".explorer:not(.bare)").count() == 1
    assert page.locator(".explorer .card").is_visible() == has_events, "where there is none no card stands empty"
    assert page.evaluate(SIDEWAYS) == 0
    labels = page.locator(".explorer .axis text").all_text_contents()
    assert not [word for word in labels if "NaN" in word or "undefined" in word or "Infinity" in word]


def notice(page) -> str:
    return page.locator(".explorer .notice").inner_text()


@pytest.mark.parametrize("width", [1440, 390])
def test_no_date_at_all(file, width):
    page = file(html_file(collection(rest="Nothing here says when."), title="Bare"), width=width)
    assert notice(page) == "There is no date in this article, so there is no timeline."
    assert not page.locator(".explorer .chart").is_visible()
    assert page.locator(".explorer :text('accounted for')").locator("visible=true").count() == 1
    is_whole(page)
    page.get_by_role("button", name="Read the article").click()
    assert page.locator(".explorer .text").inner_text() == "Nothing here says when."
    page.keyboard.press("Escape")
    assert page.evaluate(FOCUSED) == "Read the article"


def test_no_articles_at_all(file):
    page = file(html_file(Collection((), (), ()), title="Nothing"))
    assert "0 events" in page.locator(".explorer .head p").first.inner_text()
    is_whole(page)


def test_everything_undated(file):
    text = (
        "{Once||it says not when} it rained, and {later||it says not how much} it snowed. {2 May|-|a date of the site}"
    )
    page = file(html_file(collection(rest=text), title="Undated"))
    assert notice(page) == (
        "No date could be given a place on the axis: 2 mentions of time are undated, 1 set aside. "
        "They are listed below, each with the reason."
    )
    page.locator('.explorer [data-left="undated"] summary').click()
    page.locator('.explorer [data-left="undated"] .read').first.click()
    assert page.locator(".explorer .text .fate.undated").first.inner_text() == "Once"
    page.keyboard.press("Escape")
    is_whole(page)


@pytest.mark.parametrize("edtf", ["1848", "1848-03-15", "-0043-03-15", "1848~", "1920/..", "../0079", "[1846,1847]"])
def test_one_event(file, edtf):
    page = file(html_file(collection((edtf, "It rained", "It rained")), title="One"))
    assert page.locator(".explorer .card h2").inner_text() == "It rained"
    assert page.locator(".explorer .mark").count() == 1
    assert page.locator(".explorer .axis .minor").count() >= 2
    is_whole(page)


@pytest.mark.parametrize(("edtf", "begin", "end"), [("1920/..", "1910", "1929"), ("../0079", "AD 70", "AD 89")])
def test_beside_a_limit_that_is_all_there_is_some_years_are_shown(file, edtf, begin, end):
    page = file(html_file(collection((edtf, "It rained", "It rained")), title="One"))
    assert page.locator(".explorer .caption > span").all_inner_texts() == [begin, "All years are shown", end]
    assert page.locator("#summary-of-chart").text_content().startswith("1 event from 1 article. By kind")
    assert page.locator(".explorer .axis .minor").count() > 5


def test_all_on_one_day(file):
    page = file(
        html_file(collection(*[("1848-03-15", f"Thing {n} was seen", "It rained") for n in range(40)]), title="Day")
    )
    held = page.eval_on_selector_all(".explorer .count", "all => all.map(c => c.dataset.holds.split(' ').length)")
    assert sum(held) + page.locator(".explorer .mark").count() == 40
    for _ in range(39):
        page.keyboard.press("j")
    assert page.locator(".explorer .card h2").inner_text() == "Thing 39 was seen"
    assert page.locator(".explorer .mark.on").count() == 1
    is_whole(page)


def test_of_an_event_far_away_nothing_is_chosen_at_first(file):
    near = [(f"2021-{month:02}", f"Thing {month} was seen", "It rained") for month in range(1, 13)]
    page = file(html_file(collection(("-1199", "A wall was built", "It rained"), *near), title="Far"))
    assert page.locator(".explorer .beyond.earlier").inner_text() == "← 1 in 1200 BC"
    assert page.locator(".explorer .card h2").inner_text() == "Thing 1 was seen"
    assert page.locator(".explorer .mark.on").count() == 1


@pytest.mark.parametrize("width", [1440, 390])
def test_counts_beside_the_window_stand_at_the_ends_from_the_first_view_on(file, width):
    page = file(html_file(made(), title="Varn"), "?view=1600_1900", width=width)
    caption = page.locator(".explorer .caption").bounding_box()
    earlier, later = (page.locator(f".explorer .beyond.{which}").bounding_box() for which in ("earlier", "later"))
    assert earlier["x"] == pytest.approx(caption["x"], abs=1)
    assert later["x"] + later["width"] == pytest.approx(caption["x"] + caption["width"], abs=1)


@pytest.mark.parametrize("headline", ["הנמל נפתח מחדש", "يفتح الميناء من جديد"])
def test_a_headline_from_the_right_takes_no_figure_of_its_date(file, headline):
    page = file(html_file(collection(("2021-10-08", headline, "It rained")), title="From the right"))
    ends, begin = page.locator(".explorer .mark .label").evaluate("""text => {
      const name = text.querySelector(".name").textContent.length;
      const box = (i) => text.getExtentOfChar(i);
      return [Math.max(...Array.from({ length: name }, (_, i) => box(i).x + box(i).width)),
        Math.min(...Array.from({ length: text.getNumberOfChars() - name }, (_, i) => box(name + i).x))];
    }""")
    assert begin > ends
    is_whole(page)


def test_a_million_characters(file):
    words = "a very long headline " * 50_000
    page = file(html_file(collection(("1848", words, words), ("1850", "x" * 1_000_000, "y" * 1_000_000)), title=words))
    assert len(page.locator(".explorer .card h2").inner_text()) < 400
    assert all(len(text) < 2_500 for text in page.locator(".explorer .card blockquote").all_inner_texts())
    assert page.locator(".explorer .card mark").inner_text() == "that day"
    assert page.locator(".explorer tbody tr").first.bounding_box()["height"] < 400
    assert page.locator(".explorer .head").bounding_box()["height"] < 600
    page.keyboard.press("j")
    assert page.locator(".explorer .card h2").inner_text().startswith("xxxx")
    is_whole(page)


WORDS = {
    "Arabic": "انعقد المؤتمر الأول في المدينة القديمة",
    "Hebrew": "הגשר נפתח לתנועה בעיר העתיקה",
    "Chinese": "大桥在春天正式通车并举行了盛大的庆祝仪式",
    "Japanese": "新しい橋が開通し、町の人々が祝いました",
    "emoji": "🎉👩‍👩‍👧‍👦 The bridge 🌉 was opened 🚀",
    "HTML": "<b>Bold</b> & <script>caught = 1</script>",
    "sum": "=SUM(A1:A9) was seen",
    "dollars": "It cost $x$ and $$y$$, they said",
    "combining": "Z̸̢̛a̸͝l̶͠g̷͘o̴͝ was here",
}


@pytest.mark.parametrize("width", [1440, 390])
def test_words_of_any_kind_are_shown_as_they_are(file, width):
    told = [(str(1840 + n), words, words) for n, words in enumerate(WORDS.values())]
    page = file(html_file(collection(*told), title=WORDS["Arabic"]), "?e=e0", width=width)
    assert page.locator(".explorer tbody button").all_inner_texts() == list(WORDS.values())
    for words in WORDS.values():
        assert page.locator(".explorer .card h2").inner_text() == words
        assert page.locator(".explorer .card blockquote").first.inner_text() == f"{words} that day."
        page.keyboard.press("j")
    assert page.locator(".explorer script, .explorer :is(.card, table) b:text-is('Bold')").count() == 0
    assert page.evaluate("() => window.caught") is None
    is_whole(page)


ADDRESSES = {
    "?e=no-such": "That event isn't in this collection.",
    "?e=%3Cb%3E": "That event isn't in this collection.",
    "?view=x_y": "The years in the address make no sense, so all years are shown.",
    "?view=2000_1900": "The years in the address make no sense, so all years are shown.",
    "?view=1900": "The years in the address make no sense, so all years are shown.",
    "?e=%00&view=%00": "That event isn't in this collection. "
    "The years in the address make no sense, so all years are shown.",
    "?read=no-such": "That place isn't in any of these articles.",
}


@pytest.mark.parametrize("query", list(ADDRESSES))
def test_an_address_that_makes_no_sense(file, query):
    page = file(html_file(made(), title="Varn"), query)
    assert notice(page) == ADDRESSES[query]
    assert page.locator(".explorer .card h2").inner_text() == "The iron bridge is opened by the mayor"
    assert page.locator(".explorer .mark").count() > 5
    is_whole(page)
    page.keyboard.press("j")
    assert notice(page) == "", "it is said once"


@pytest.mark.parametrize("view", ["-1e300_1e300", "1e300_1.5e300", "900000_900001", "1998.4_1998.4000000001"])
def test_a_view_far_off_shows_some_years(file, view):
    page = file(html_file(made(), title="Varn"), f"?e=opened&view={view}")
    assert page.locator(".explorer .axis text").count() >= 1
    page.get_by_role("button", name="Show all years").click()
    page.locator(".explorer .shown", has_text="All years are shown").wait_for()
    is_whole(page)
