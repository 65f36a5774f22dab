"""Doing an exercise as a pupil does, by the keyboard alone: every kind of card, right or wrong."""

from __future__ import annotations

from typing import Any

Card = dict[str, Any]


def deck_in(page) -> dict[str, Any]:
    return page.evaluate("JSON.parse(document.getElementById('data').textContent).deck")


def focused(page) -> str:
    return page.evaluate("document.activeElement.textContent.trim()")


def tab_to(page, words: str, most: int = 60) -> None:
    """Tabs until what has the focus reads so."""
    for _ in range(most):
        if focused(page) == words:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{words} is not reached by Tab")


def press(page, words: str) -> None:
    tab_to(page, words)
    page.keyboard.press("Enter")


def answer(page, card: Card, *, right: bool = True) -> None:
    """Answers the card that is asked, as its solution has it or otherwise."""
    if card["tiles"]:
        _order(page, card, right=right)
    elif card["line"]:
        _place(page, card["line"], right=right)
    elif card["slots"]:
        for slot in card["slots"]:
            _choose(page, f".slot:has(h3:text-is({slot['label']!r})) input", card, slot["right"], right=right)
    else:
        _choose(page, ".options input", card, card["solution"], right=right)


def _order(page, card: Card, *, right: bool) -> None:
    wanted = card["solution"] if right else card["solution"][::-1]
    labels = {tile["id"]: tile["label"] for tile in card["tiles"]}
    for place, tile in enumerate(wanted):
        tab_to(page, labels[tile])
        now = page.locator(".cards .grip").all_inner_texts().index(labels[tile])
        page.keyboard.press("Space")
        for _ in range(abs(now - place)):
            page.keyboard.press("ArrowUp" if now > place else "ArrowDown")
        page.keyboard.press("Space")
        page.evaluate("document.querySelector('#prompt').focus()")
    assert page.locator(".cards .grip").all_inner_texts() == [labels[tile] for tile in wanted]


def _place(page, line: dict[str, Any], *, right: bool) -> None:
    units = len(line["starts"])
    wanted = line["first"] if right else 0 if line["first"] - line["near"] > 0 else units - 1
    for _ in range(60):
        if page.evaluate("document.activeElement.type") == "range":
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    for _ in range(wanted):
        page.keyboard.press("ArrowRight")
    assert page.locator(".place-words").inner_text() == line["labels"][wanted]


def _choose(page, inputs: str, card: Card, solution: list[str], *, right: bool) -> None:
    ids = [choice["id"] for choice in card["choices"]]
    wanted = next(one for one in ids if (one in solution) is right)
    page.locator(inputs).first.focus()
    page.keyboard.press("Space")
    for _ in range(ids.index(wanted)):
        page.keyboard.press("ArrowDown")
    assert page.locator(f"{inputs}:checked").input_value() == wanted
