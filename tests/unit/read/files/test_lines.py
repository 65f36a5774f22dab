"""Printed lines to paragraphs."""

from __future__ import annotations

import pytest

from timeline.read.files.lines import unwrapped, without_edges

FULL = "The bridge over the river was opened in the spring of that year, after two"


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ([FULL, "years of work."], f"{FULL} years of work."),
        ([FULL, "years of work.", "It fell in 1950, in the night of the great flood, as everybody knows."],
         f"{FULL} years of work.\n\nIt fell in 1950, in the night of the great flood, as everybody knows."),
        (["The bridge", FULL], f"The bridge\n\n{FULL}"),
        ([FULL, "", "It fell."], f"{FULL}\n\nIt fell."),
        ([FULL, "", "years of work."], f"{FULL} years of work."),
        ([FULL + " long coun-", "cils, it fell."], f"{FULL} long councils, it fell."),
        ([FULL + " long-", "standing plans.", FULL + " long-standing."],
         f"{FULL} long-standing plans.\n\n{FULL} long-standing."),
        ([FULL + " the Paris-", "Lyon line."], f"{FULL} the Paris- Lyon line."),
        ([FULL + " all.", "• It fell.", "• It rose."], f"{FULL} all.\n\n• It fell.\n\n• It rose."),
        ([FULL + " all.", "2.1. The fall", FULL], f"{FULL} all.\n\n2.1. The fall\n\n{FULL}"),
        (["1 The fall of the bridge over the river . . . . . . . . . 4", "2 After . . . . . 17", FULL],
         f"1 The fall of the bridge over the river . . . . . . . . . 4\n2 After . . . . . 17\n{FULL}"),
        (["Down came", "the bridge,", "", "down came", "the town."], "Down came\nthe bridge,\n\ndown came\nthe town."),
        (["議会は橋の建設を一九四六年に決め、二年後に開通した。これは当時としては最も長い", "橋であった。"],
         "議会は橋の建設を一九四六年に決め、二年後に開通した。これは当時としては最も長い橋であった。"),
        ([], ""),
    ],
)  # fmt: skip
def test_unwrapped(lines: list[str], text: str) -> None:
    assert unwrapped([lines])[0] == text


def test_a_word_cut_by_the_end_of_a_page_counts_for_the_page_on_which_it_begins() -> None:
    text, starts = unwrapped([[FULL + " coun-"], [], ["cil met."]])
    assert text == f"{FULL} council met."
    assert starts == [0, None, text.index("cil met")]


HEAD = [f"Annals of the river{' ' * n}{n}" for n in range(1, 5)]
BODY = (
    "It was rebuilt",
    "Then came peace",
    "All was well",
    "The town grew",
    "Nobody slept",
    "It was cold",
    "It rained",
)


def body(number: int) -> list[str]:
    """Four lines that no other page has."""
    return [f"{BODY[(number + n) % 7]} {'and so on ' * number}{'again ' * n}." for n in range(4)]


def test_running_heads_are_left_out() -> None:
    pages = [[head, f"In {1900 + n} it fell.", *body(n), f"{n}"] for n, head in enumerate(HEAD, 1)]
    kept, dropped = without_edges(pages)
    assert dropped == 8
    assert kept == [[f"In {1900 + n} it fell.", *body(n)] for n in range(1, 5)]


def test_years_at_the_top_of_pages_stay() -> None:
    pages = [[str(1914 + n), *body(n), f"{n}"] for n in range(9)]
    kept, dropped = without_edges(pages)
    assert (dropped, [page[0] for page in kept]) == (9, [str(1914 + n) for n in range(9)])


def test_two_pages_are_too_few_to_tell() -> None:
    pages = [["Annals", "It fell."], ["Annals", "It rose."]]
    assert without_edges(pages) == (pages, 0)
