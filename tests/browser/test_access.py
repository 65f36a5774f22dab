"""That nobody is kept out: axe-core on every state, the keyboard, small windows, large text, contrast, less motion."""

from __future__ import annotations

from importlib import resources

import pytest

from tests.browser.made import hostile, made
from tests.browser.test_bad_input import collection
from timeline.chart import html_file

pytestmark = pytest.mark.browser

AXE = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def violations(page, context: str = "document", rules: str = "") -> list[str]:
    if page.evaluate("() => !window.axe"):
        page.evaluate(AXE)
    found = page.evaluate(f"() => axe.run({context}, {{ resultTypes: ['violations'], {rules} }})")["violations"]
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]


def nothing(_page) -> None:
    """The page as it opens."""


def opened(page) -> None:
    page.locator(".explorer .legend summary").click()
    for summary in page.locator(".explorer .left summary").all():
        summary.click()
    page.get_by_role("button", name="Save").click()


def reading(page) -> None:
    page.locator(".explorer .sources .read").first.click()
    page.wait_for_selector(".explorer .reader")


def zoomed(page) -> None:
    page.get_by_role("button", name="Zoom in").click()
    page.wait_for_timeout(100)


PAGES = {
    "varn": lambda: html_file(made(), title="Varn"),
    "hostile": lambda: html_file(hostile(), title="Hostile"),
    "bare": lambda: html_file(collection(rest="Nothing here says when."), title="Bare"),
    "undated": lambda: html_file(collection(rest="{Once||it says not when} it rained."), title="Undated"),
    "quotes": lambda: html_file(made(), title="Quotes", articles="quotes"),
}
STATES = [
    ("varn", "", nothing), ("varn", "", opened), ("varn", "?e=siege", reading), ("varn", "?e=fall", zoomed),
    ("varn", "?e=no-such", nothing), ("varn", "?e=talks&view=1998.4_1998.45", nothing), ("hostile", "", nothing),
    ("hostile", "", reading), ("bare", "", nothing), ("undated", "", nothing), ("quotes", "?e=camp", reading),
]  # fmt: skip
LOOKS = {
    1440: [{"color_scheme": "light"}, {"color_scheme": "dark", "contrast": "more"}],
    390: [{"color_scheme": "dark"}, {"color_scheme": "light", "contrast": "more"}],
}
"""The looks of a page at each width: they differ in nothing but colours."""


def violations_in_any_look(page, width: int) -> list[str]:
    """What axe finds in the looks of a width: in the first all there is, in the others what colours can do."""
    first, *others = LOOKS[width]
    found = []
    for look in (first, *others):
        page.emulate_media(**{"contrast": "no-preference", **look})
        found += violations(page, rules="" if look is first else "runOnly: ['color-contrast', 'link-in-text-block']")
    return found


@pytest.mark.parametrize("width", LOOKS)
def test_axe_finds_no_violation_in_any_state(file, width):
    for name, query, act in STATES:
        page = file(PAGES[name](), query, width=width, reduced_motion="reduce")
        act(page)
        assert violations_in_any_look(page, width) == [], (name, query, act.__name__)
        page.context.close()


def test_axe_finds_no_violation_in_the_app(visit, address):
    page = visit(address, reduced_motion="reduce")
    ours = "{ include: [['[data-testid=stBidiComponentIsolated]', '.explorer']] }"
    for act in (nothing, opened, reading):
        act(page)
        assert violations(page, ours) == [], act.__name__


@pytest.mark.parametrize("state", STATES[:4], ids=lambda s: f"{s[1]}{s[2].__name__}")
def test_320_pixels_lose_nothing(file, state):
    name, query, act = state
    page = file(PAGES[name](), query, width=320, height=640)
    act(page)
    assert page.evaluate(SIDEWAYS) == 0
    over = page.evaluate(
        """() => [...document.querySelectorAll('.explorer :is(button, h2, p, summary, li)')]
          .filter(e => e.checkVisibility() && !e.closest('.unseen, .layer, .chips, [aria-hidden]'))
          .filter(e => { const b = e.getBoundingClientRect(); return b.width > 1 && (b.left < -1 || b.right > 321); })
          .map(e => e.outerHTML.slice(0, 100))"""
    )
    assert over == []


@pytest.mark.parametrize("width", [1280, 640])
def test_text_of_twice_the_size_loses_nothing(file, width):
    """A page at 200 % has half the CSS pixels."""
    page = file(html_file(made(), title="Varn"), "?e=fall", width=width // 2, height=450, device_scale_factor=2)
    assert page.evaluate(SIDEWAYS) == 0
    assert page.locator(".explorer .card h2").inner_text().startswith("The old bridge falls")
    for label in ("Zoom in", "Zoom out", "Show all years", "Save", "Next event"):
        assert page.get_by_role("button", name=label).is_visible()


def test_forced_colours_keep_marks_and_choice(file):
    page = file(html_file(made(), title="Varn"), "?e=siege", forced_colors="active")
    looks = """names => names.map(name => {
      const style = getComputedStyle(document.querySelector(`.explorer ${name}`));
      return name.endsWith('mark') ? style.backgroundColor : style.fill; })"""
    bar, behind, words, quoted = page.evaluate(
        looks, [".over rect.solid", ".highlight", ".mark.on .label", ".card mark"]
    )
    page_colour = page.evaluate("() => getComputedStyle(document.querySelector('.explorer')).backgroundColor")
    assert page_colour not in (bar, behind, quoted)
    assert words != behind


def test_the_keyboard_reaches_everything_and_leaves_it(file):
    page = file(html_file(made(), title="Varn"), "?e=siege")
    focused = """() => { const at = document.activeElement;
      return at === document.body ? null : [at.getAttribute('aria-label') || at.textContent.slice(0, 40),
        getComputedStyle(at).outlineStyle !== 'none' || at.matches('.mark, .count'), at.matches(':focus-visible')]; }"""
    stops = []
    for _ in range(120):
        page.keyboard.press("Tab")
        stop = page.evaluate(focused)
        if stop is None:
            break
        stops.append(stop)
    assert stop is None, "the last stop leads out of the page"
    names = [name for name, *_ in stops]
    for wanted in (
        "Zoom in",
        "Save",
        "What the marks mean",
        "Previous event",
        "Next event",
        "The siege of Varn",
        "It rains",
    ):
        assert any(name.startswith(wanted) for name in names), wanted
    assert sum(name.startswith("1642 to 1645: The siege") for name in names) == 1, "the marks are one stop"
    assert [name for name, outlined, visible in stops if not (outlined and visible)] == []


def test_the_chart_is_summed_up_for_those_who_hear_it(file):
    page = file(html_file(made(), title="Varn"))
    described = page.locator(".explorer .over").get_attribute("aria-describedby")
    assert page.locator(f"#{described}").text_content() == (
        "20 events from 3 articles, 520 BC to 1998. By kind: Trade 10, Building 6, War 2, Law 2. "
        "Told by most articles: The iron bridge is opened by the mayor, 3 June 1851. "
        "Articles differ on 1 date: The old bridge falls when ice comes down the river after a long and very cold "
        "winter, 14 March 1782 or 1783. The table below the chart has every event."
    )
