"""Nothing that an article holds may steer the terminal, and tables fit it."""

from __future__ import annotations

import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.cli.terminal import Progress, columns, count, safe, table, width, wrapped


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain – “text” 😀 é", "plain – “text” 😀 é"),
        ("\x1b[31mred\x1b[0m", "\ufffd[31mred\ufffd[0m"),
        ("a\x07b\x00c\x7fd\x9be", "a\ufffdb\ufffdc\ufffdd\ufffde"),
        ("right\u202eleft\u2066x", "right\ufffdleft\ufffdx"),
        ("two\nlines\tand a  tab\r", "two lines and a tab\ufffd"),
        ("lone \ud800", "lone \ufffd"),
    ],
)
def test_safe(text: str, shown: str) -> None:
    assert safe(text) == shown


@given(st.text())
def test_safe_leaves_no_control_character(text: str) -> None:
    assert not [c for c in safe(text) if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")]


def test_width() -> None:
    assert [width(text) for text in ("abc", "条約", "e\u0301", "")] == [3, 4, 1, 0]


@given(st.text(alphabet="ab 条", max_size=40), st.integers(2, 12))
def test_wrapped_keeps_all_and_fits(text: str, limit: int) -> None:
    lines = wrapped(text, limit)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width(line) <= limit for line in lines)


ROWS = [
    ("When", "What", "Told by"),
    ("1931", "The bridge over the river was opened", "1 of 2"),
    ("条約", "x", "2 of 2"),
]


def test_a_table_without_a_limit() -> None:
    assert list(table(ROWS, 1, None)) == [
        "When  What                                  Told by",
        "----  ------------------------------------  -------",
        "1931  The bridge over the river was opened  1 of 2",
        "条約  x                                     2 of 2",
    ]


def test_a_table_wraps_its_flexible_column() -> None:
    assert list(table(ROWS, 1, 42)) == [
        "When  What                         Told by",
        "----  ---------------------------  -------",
        "1931  The bridge over the river    1 of 2",
        "      was opened",
        "条約  x                            2 of 2",
    ]


@pytest.mark.parametrize("limit", [10, 30, 41, 60, 200])
def test_a_table_fits(limit: int) -> None:
    lines = list(table(ROWS, 1, limit))
    assert all(width(line) <= limit for line in lines)
    assert "opened" in "".join(lines)


def test_count() -> None:
    assert [count(n, "event") for n in (0, 1, 2, 1200)] == ["0 events", "1 event", "2 events", "1,200 events"]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_shown_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    pipe, terminal = io.StringIO(), Terminal()
    for stream in (pipe, terminal):
        with Progress(stream) as progress:
            progress(1, 4, "bad\x1b[2Jname.txt")
    assert pipe.getvalue() == ""
    assert columns(pipe) is None
    assert "[######                  ] 1/4 bad\ufffd[2Jname.txt" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")
    assert all(len(part) <= 60 for part in terminal.getvalue().split("\r\x1b[K"))
