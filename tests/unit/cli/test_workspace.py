"""The commands on the workspace: what they print, what lies in the database afterwards, and their exit codes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from timeline.cli.main import main
from timeline.store import read
from timeline.store.workspace import open_workspace

BRIDGE = "The bridge at Marsh End\n\nThe bridge was opened on 3 May 1931. In 1944 retreating soldiers blew it up.\n"
FERRY = "The ferry\n\nThe ferry closed on 4 May 1931. It came back in the summer of 1944.\n"


@pytest.fixture(autouse=True)
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "workspace.db"
    monkeypatch.setenv("TIMELINE_DATABASE", str(path))
    return path


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "bridge.txt").write_text(BRIDGE, encoding="utf-8")
    return folder


def test_articles_are_brought_read_and_known_again(
    articles: Path, database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["bring", str(articles), "--to", "Bridges"]) == 0
    assert capsys.readouterr().out == "1 new article; Bridges has 1 article, 2 events\n"
    (articles / "ferry.txt").write_text(FERRY, encoding="utf-8")
    assert main(["bring", str(articles), "--to", "Bridges"]) == 0
    out = capsys.readouterr().out
    assert out == "1 new article, 1 known before; Bridges has 2 articles, 4 events\n"
    with open_workspace(database) as workspace:
        (shelf,) = workspace.collections()
        stored = workspace.read(shelf.id)
    assert [one.file for one in stored.collection.documents] == ["bridge.txt", "ferry.txt"]
    assert (stored.unread, stored.gone) == ((), ())


def test_a_collection_is_compared_with_an_earlier_reading(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["bring", str(articles), "--to", "Bridges"])
    (articles / "ferry.txt").write_text(FERRY, encoding="utf-8")
    main(["bring", str(articles), "--to", "Bridges"])
    capsys.readouterr()
    assert main(["collections", "--readings", "Bridges"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"Bridges@1  read \S+Z  1 article  2 events  en-\w+  until 1 article came", line)
    assert main(["compare", "Bridges@1", "Bridges"]) == 1
    told = capsys.readouterr().out
    assert told.endswith("2 added, 0 gone, 0 with another date, 0 in other words, 2 the same\n")
    assert main(["compare", "Bridges", "Bridges"]) == 0
    assert main(["compare", "Bridges@7", "Bridges"]) == 1
    assert "“Bridges” has no reading 7" in capsys.readouterr().err
    assert main(["compare", "Ponts", "Bridges"]) == 1
    assert "there is no collection “Ponts”" in capsys.readouterr().err


def test_what_can_not_be_read_is_told_and_the_rest_is_there(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (articles / "broken.pdf").write_bytes(b"%PDF-1.7 no more than this")
    assert main(["bring", str(articles), "--to", "Bridges"]) == 3
    out, err = capsys.readouterr()
    assert out.startswith("1 new article; ")
    assert "broken.pdf" in err


def test_collections_are_listed_made_saved_and_opened(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["bring", str(articles), "--to", "Bridges"])
    assert main(["collections", "--make", "Canals"]) == 0
    capsys.readouterr()
    assert main(["collections"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert any(
        re.fullmatch(r"bridges-\w+  1 article  2 events  \d{4}-\d\d-\d\dT[\d:]{8}Z  Bridges", li) for li in lines
    )
    assert any(re.fullmatch(r"canals-\w+  0 articles  0 events  .*Z  Canals", li) for li in lines)
    file = tmp_path / "bridges.json"
    assert main(["collections", "--save", "Bridges", "-o", str(file)]) == 0
    assert len(read(file).events) == 2
    assert main(["collections", "--open", str(file), "--database", str(tmp_path / "other.db")]) == 0
    assert (
        main(
            [
                "collections",
                "--save",
                "bridges",
                "-o",
                str(tmp_path / "b.json"),
                "--database",
                str(tmp_path / "other.db"),
            ]
        )
        == 0
    )
    assert (tmp_path / "b.json").read_bytes() == file.read_bytes()


def test_everything_goes_to_a_file_and_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["collections", "--make", "Canals"])
    backup = str(tmp_path / "all.backup")
    capsys.readouterr()
    assert main(["backup", backup]) == 0
    assert capsys.readouterr().out == f"1 collection → {backup}\n"
    main(["collections", "--make", "Locks"])
    capsys.readouterr()
    assert main(["restore", backup]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first == f"1 collection → {tmp_path / 'workspace.db'}"
    kept = second.removeprefix("What was there before is kept in ")
    main(["collections"])
    assert capsys.readouterr().out.count("\n") == 1
    main(["collections", "--database", kept])
    assert capsys.readouterr().out.count("\n") == 2


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["collections", "--save", "Nothing", "-o", "x.json"], 1, "there is no collection “Nothing”"),
        (["backup", "workspace.db"], 1, "workspace.db: this file is there already"),
        (["restore", "nothing.backup"], 1, "nothing.backup: can't be read"),
        (["collections", "--database", "mysql://here/there"], 1, "can't be a mysql one"),
        (["bring", "nowhere", "--to", "Bridges"], 1, "nowhere"),
    ],
)
def test_what_goes_wrong_is_one_sentence(
    arguments: list[str], code: int, sentence: str, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    main(["collections"])
    assert main(arguments) == code
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert sentence in err


def test_two_of_one_name_are_told_apart_by_their_ids(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        main(["collections", "--make", "Canals"])
    first = capsys.readouterr().out.split()[0]
    assert main(["collections", "--save", "Canals", "-o", str(tmp_path / "c.json")]) == 1
    assert "2 collections are called “Canals”" in capsys.readouterr().err
    assert main(["collections", "--save", first, "-o", str(tmp_path / "c.json")]) == 0


@pytest.mark.parametrize("arguments", [["--save", "Canals"], ["-o", "c.json"], ["--make", "a", "--open", "b"]])
def test_a_wrong_call_is_told(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["collections", *arguments])
    assert ended.value.code == 2
