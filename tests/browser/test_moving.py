"""The chart in motion: a picture while the window moves, elements that look the same once it rests."""

from __future__ import annotations

import base64

import pytest

from tests.browser.test_explorer import CARD, MARK, card, headline, settle

pytestmark = pytest.mark.browser

ROOT = """document.querySelector('[data-testid="stBidiComponentIsolated"]').shadowRoot"""

WATCHED = f"""() => {{
  const root = {ROOT};
  window.changed = 0;
  const changes = new MutationObserver((some) => {{ window.changed += some.length; }});
  for (const layer of root.querySelectorAll(".chart > svg:first-child, .chart > svg > g")) {{
    changes.observe(layer, {{ subtree: true, childList: true, attributes: true, characterData: true }});
  }}
}}"""

DIFFERENCE = """async (pictures) => {
  const pixels = await Promise.all(pictures.map(async (picture) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
    const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    pen.drawImage(bitmap, 0, 0);
    return pen.getImageData(0, 0, bitmap.width, bitmap.height);
  }));
  const [a, b] = pixels;
  if (a.width !== b.width || a.height !== b.height) return "another size";
  let other = 0;
  for (let i = 0; i < a.data.length; i += 4) {
    other += [0, 1, 2].some((part) => Math.abs(a.data[i + part] - b.data[i + part]) > 64) ? 1 : 0;
  }
  return other;
}"""


WHEEL = f"""([times, by]) => {{
  const over = {ROOT}.querySelector(".over");
  const box = over.getBoundingClientRect();
  const at = {{ clientX: box.left + box.width * 0.6, clientY: box.top + 12 }};
  for (let i = 0; i < times; i++) {{
    over.dispatchEvent(new WheelEvent("wheel", {{ bubbles: true, cancelable: true, deltaY: by, ...at }}));
  }}
}}"""


def wheel(page, times: int, by: int) -> None:
    page.evaluate(WHEEL, [times, by])
    assert in_motion(page)


def in_motion(page) -> bool:
    return page.locator(".explorer canvas.moving").is_visible()


@pytest.fixture
def held(visit, address):
    """A page whose clock stands still once it is drawn, so that a motion doesn't come to rest by itself."""

    def go(query: str = "", scheme: str = "light", **options):
        page = visit(f"{address}/{query}", color_scheme=scheme, **options)  # a context, and clock, of its own
        settle(page)
        page.clock.install()
        page.clock.pause_at(page.evaluate("Date.now()") / 1000 + 60)
        return page

    return go


def test_a_motion_changes_no_element_until_it_rests(held):
    page = held()
    page.evaluate(WATCHED)
    wheel(page, 3, -150)
    page.clock.run_for(60)
    wheel(page, 1, -150)
    assert page.evaluate("() => window.changed") == 0
    before = page.locator(".explorer .caption .shown").inner_text()
    page.clock.run_for(1000)
    assert not in_motion(page)
    assert page.evaluate("() => window.changed") > 0
    assert page.locator(".explorer .caption .shown").inner_text() == before


@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 1440), ("light", 390)])
def test_a_motion_looks_as_what_it_comes_to(held, scheme, width):
    page = held("?e=bridge", scheme=scheme, width=width, height=900)
    chart = page.locator(".explorer .chart")
    chart.scroll_into_view_if_needed()
    for times, by in [(1, -100), (5, -150), (9, -150), (20, 150)]:
        wheel(page, times, by)
        seen = [chart.screenshot()]
        page.clock.run_for(1000)
        assert not in_motion(page)
        seen.append(chart.screenshot())
        assert page.evaluate(DIFFERENCE, [base64.b64encode(one).decode() for one in seen]) < 20


def test_a_click_in_motion_chooses_what_is_seen_there(held):
    page = held()
    hit = page.locator(MARK.format("stone")).locator(".hit").first

    def show_all():
        page.get_by_role("button", name="Show all years").click()
        page.clock.run_for(1000)

    show_all()
    before = hit.bounding_box()
    wheel(page, 3, -150)
    page.clock.run_for(1000)
    there = hit.bounding_box()
    show_all()
    assert hit.bounding_box() == before
    assert abs(before["x"] - there["x"]) > 40
    wheel(page, 3, -150)
    page.mouse.click(there["x"] + there["width"] / 2, there["y"] + there["height"] / 2)
    assert page.locator(CARD).inner_text() == headline("stone")
    assert not in_motion(page)


def test_the_focus_stays_on_its_mark_through_a_motion(held):
    page = held()
    mark = page.locator(MARK.format("siege"))
    mark.focus()
    page.keyboard.press("+")
    page.clock.run_for(100)
    assert in_motion(page)
    page.clock.run_for(400)
    assert not in_motion(page)
    focused = "() => document.activeElement.shadowRoot.activeElement.getAttribute('data-mark')"
    assert page.evaluate(focused) == "siege"
    page.keyboard.press("Enter")
    assert card(page) == headline("siege")
