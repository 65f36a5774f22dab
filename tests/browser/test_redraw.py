"""What is drawn is described anew in each frame, and only what differs is changed in the page."""

from __future__ import annotations

import pytest

from timeline.chart import script

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def run(browser):
    page = browser.new_page()
    page.add_script_tag(content=script("dom.js", "redraw.js"))
    yield page.evaluate
    page.close()


FRAMES = """(frames) => {
  const host = s("svg");
  const changes = new MutationObserver(() => {});
  changes.observe(host, { subtree: true, childList: true, attributes: true, characterData: true });
  const of = ([key, x, words]) => shape("g", { key, transform: standing(x, 0) }, shape("text", {}, words));
  return frames.map((frame) => {
    redraw(host, frame.map(of));
    const seen = changes.takeRecords();
    const groups = [...host.children];
    const sum = (list) => list.reduce((total, one) => total + one.length, 0);
    return { words: groups.map((g) => g.textContent), places: groups.map((g) => g.getAttribute("transform")),
      added: sum(seen.map((one) => one.addedNodes)), removed: sum(seen.map((one) => one.removedNodes)),
      changed: seen.filter((one) => one.type !== "childList").length };
  });
}"""


def test_what_stays_is_moved_and_not_made_anew(run):
    first, same, moved, other = run(FRAMES, [
        [["a", 1, "one"], ["b", 2, "two"], ["c", 3, "three"]],
        [["a", 1, "one"], ["b", 2, "two"], ["c", 3, "three"]],
        [["a", 5, "one"], ["b", 6.001, "two"], ["c", 7, "three"]],
        [["a", 5, "one"], ["d", 6.5, "new"], ["c", 7, "3"]],
    ])  # fmt: skip
    assert first["added"] == 3
    assert (same["added"], same["removed"], same["changed"]) == (0, 0, 0)
    assert (moved["added"], moved["removed"], moved["changed"]) == (0, 0, 3)
    assert moved["places"] == ["translate(5 0)", "translate(6 0)", "translate(7 0)"]
    assert (other["added"], other["removed"], other["changed"]) == (1, 1, 1)
    assert other["words"] == ["one", "new", "3"]


@pytest.mark.parametrize("order", ["abc", "cab", "bca", "", "xay", "acb", "b"])
def test_the_order_is_that_of_the_description(run, order):
    before = [[key, 0, key] for key in "abc"]
    after = [[key, 0, key] for key in order]
    assert run(FRAMES, [before, after, before])[1]["words"] == list(order)
    assert run(FRAMES, [before, after, before])[2]["words"] == ["a", "b", "c"]


def test_an_attribute_that_is_left_out_goes_and_the_focus_stays(run):
    found = run("""() => {
      const host = s("svg");
      document.body.append(host);
      const draw = (...shapes) => redraw(host, shapes);
      draw(shape("g", { key: "a", tabindex: 0, class: "on", "aria-label": "x" }), shape("g", { key: "b" }));
      host.firstChild.focus();
      draw(shape("g", { key: "z" }), shape("g", { key: "a", tabindex: 0, class: null }), shape("g", { key: "b" }));
      const names = host.children[1].getAttributeNames();
      const focused = document.activeElement === host.children[1];
      host.remove();
      return [names, focused];
    }""")
    assert found == [["tabindex"], True]
