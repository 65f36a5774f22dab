"""``timeline compare`` and ``timeline history``, and decisions in what other commands show."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.review.made import DOCUMENTS, NEWS, OTHER, WHO, after, article, fresh, read, telling
from timeline.cli.main import main
from timeline.model import Collection
from timeline.pipeline import build_timeline
from timeline.review.log import undo
from timeline.review.wishes import edit_article, set_aside, set_date
from timeline.store import read as read_file
from timeline.store import write


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    """The collection as it was read, and with what two people decided, one of it taken back."""
    museum, mill, ferry = (telling(fresh(), words).id for words in ("museum", "mill", "Swallow"))
    now = after(fresh(), set_date(fresh(), [museum], "1953", typed="1953", why="the plaque", **WHO))
    now = after(now, set_aside(now, [mill], **OTHER))
    now = after(now, set_date(now, [ferry], "1935", **OTHER))
    now = after(now, undo(now.log, **OTHER))
    before, later = tmp_path / "before.json", tmp_path / "after.json"
    write(read(), before)
    write(Collection(read().documents, read().mentions, read().events, now.collection.decisions, read().rules), later)
    return str(before), str(later)


def test_compare(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *files]) == 1
    told = capsys.readouterr().out
    assert "-     1940" in told
    assert "date  1953, was May 1952" in told
    assert told.endswith("0 added, 1 gone, 1 with another date, 0 in other words, 3 the same\n")
    assert main(["compare", files[0], files[0]]) == 0
    assert capsys.readouterr().out == "0 added, 0 gone, 0 with another date, 0 in other words, 5 the same\n"


def test_compare_two_articles(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", files[0], files[0], "--articles", "herald.txt", "letter.txt"]) == 1
    assert capsys.readouterr().out.endswith("0 added, 2 gone, 0 with another date, 0 in other words, 1 the same\n")
    assert main(["compare", *files, "--articles", "herald.txt", "none.txt"]) == 1
    assert "There is no article 'none.txt'" in capsys.readouterr().err


def test_two_articles_sentence_by_sentence(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    main(["compare", files[0], files[0], "--articles", "herald.txt", "letter.txt"])
    told = capsys.readouterr().out.splitlines()
    assert "- The ferry Swallow sank in the river in March 1934." in told
    assert main(["compare", files[0], files[0], "--articles", "herald.txt", "herald.txt"]) == 0


def test_history(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    museum, mill, ferry = (telling(fresh(), words).id for words in ("museum", "mill", "Swallow"))
    assert main(["history", files[1], museum]) == 0
    told = capsys.readouterr().out
    assert told.startswith("The town of Larn founded a museum\n")
    assert "2026-03-01T10:00:00Z  Ada  set the date to 1953 (typed “1953”), from May 1952 (the plaque)" in told
    assert main(["history", files[1], ferry]) == 0
    assert "[taken back]" in capsys.readouterr().out
    assert main(["history", files[1], mill]) == 0
    assert "Ben  set it aside" in capsys.readouterr().out
    assert main(["history", files[1]]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2 + 4  # the head, and each decision
    assert main(["history", files[0], museum]) == 0
    assert "Nobody has decided anything" in capsys.readouterr().out
    assert main(["history", files[1], "e0none"]) == 1
    assert "no event has an id that begins with 'e0none'" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["show", "explain", "report"])
def test_other_commands_show_what_was_decided(
    command: str, files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    main([command, files[0]])
    before = capsys.readouterr().out
    main([command, files[1]])
    told = capsys.readouterr().out
    assert told != before
    if command == "report":
        assert "a person set its event aside" in told
    else:
        assert "1953" in told
        assert "mill" not in told


def test_reading_again_keeps_the_log(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    letter = read().documents[2]
    now = after(fresh(), edit_article(fresh(), letter.id, {"published": "1958-07-09"}, **WHO))
    more = build_timeline((*DOCUMENTS, article("news.txt", "1990-01-02", NEWS)), earlier=now.collection)
    assert more.decisions == now.collection.decisions
    write(more, tmp_path / "more.json")
    assert read_file(tmp_path / "more.json").decisions == more.decisions
