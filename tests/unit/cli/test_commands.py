"""Each command: what it prints, where, and its exit code."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
import types
from collections.abc import Callable
from pathlib import Path

import pytest

import timeline
from tests.unit.read.made import bare_docx, packed
from timeline import pipeline
from timeline.cli.main import main
from timeline.read.apart import Readers
from timeline.settings import ReadLimits
from timeline.store import collection_file, ready

BRIDGE = """The bridge at Marsh End

The bridge was opened on 3 May 1931. In 1944 retreating soldiers blew it up.
"""
FERRY = """The ferry

The bridge at Marsh End was opened on 3 May 1931, and the ferry closed. It came back in the summer of 1944.
"""


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "bridge.txt").write_text(BRIDGE, encoding="utf-8")
    (folder / "ferry.md").write_text(FERRY, encoding="utf-8")
    return folder


@pytest.fixture
def collection(articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "c.json"
    assert main(["build", str(articles), "-o", str(path)]) == 0
    capsys.readouterr()
    return path


def misuse(arguments: list[str]) -> int | str | None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    return ended.value.code


# ------------------------------------------------------------------ build


def test_build(articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "c.json"
    assert main(["build", str(articles), "-o", str(path)]) == 0
    out, err = capsys.readouterr()
    made = collection_file.read(path)
    outcomes = [mention.outcome for mention in made.mentions]
    assert out == (
        f"2 documents, {len(outcomes)} mentions, {len(made.events)} events, {outcomes.count('undated')} undated, "
        f"{outcomes.count('set aside')} set aside → {path}\n"
    )
    assert err == ""
    assert len(outcomes) == 4
    assert {"1931-05-03", "1944"} <= {event.edtf for event in made.events}
    assert collection_file.load(collection_file.dump(made), "c.json") == made
    again = tmp_path / "again.json"
    main(["build", str(articles), "-o", str(again)])
    assert again.read_bytes() == path.read_bytes()


BAD = {
    "empty.txt": b"",
    "picture.txt": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "noise.md": bytes(range(1, 32)) * 8,
}


def test_a_bad_file_beside_a_good_one(articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, data in BAD.items():
        (articles / name).write_bytes(data)
    sources = '[[source]]\nfile = "bridge.txt"\npublished = "May 1931"\n\n[[source]]\nfile = "tunnel.txt"\n'
    (articles / "sources.toml").write_text(sources)
    path = tmp_path / "c.json"
    assert main(["build", str(articles), "-o", str(path)]) == 3
    out, err = capsys.readouterr()
    assert out.startswith("2 documents, ")
    assert len(collection_file.read(path).documents) == 2
    assert [line.split(":")[0] for line in err.splitlines()] == [
        "sources.toml, line 3",
        "sources.toml, line 6",
        "empty.txt",
        "noise.md",
        "picture.txt",
    ]


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda place: place / "gone", "gone: there is no such file or folder; check the name"),
        (lambda place: place, "no article is in this folder; put .txt, .pdf, .docx or .html files into it"),
        (lambda place: file(place, "a.jpg", b"\xff\xd8\xff").parent, "no article is in this folder"),
        (lambda place: file(place, "a.txt", b"").parent, "could not read its only article"),
        (lambda place: file(place, "a.txt", b""), "a.txt: the file is empty"),
        (lambda place: file(place, "a.txt", b"\x00\x01\x02"), "a.txt: it is a binary file"),
        (lambda _: "https://example.org/", "nothing is fetched unless you say so; add --allow-fetch"),
        (lambda place: file(place, "a.pdf", b"%PDF-1.4"), "a.pdf: it is damaged"),
    ],
)
def test_nothing_to_build(make, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "folder"
    place.mkdir()
    output = tmp_path / "c.json"
    output.write_text("old")
    assert main(["build", str(make(place)), "-o", str(output)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert says in err
    assert "Traceback" not in err
    assert output.read_text() == "old"


def file(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def test_problems_are_told_even_if_writing_fails(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (articles / "empty.txt").write_bytes(b"")
    assert main(["build", str(articles), "-o", str(tmp_path / "no" / "c.json")]) == 1
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith("empty.txt: ")
    assert "c.json: can't be written (No such file or directory); check that the folder is there" in second


def test_an_article_is_not_overwritten(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(articles), "-o", str(articles / "bridge.txt")]) == 1
    assert "this is the name of an article" in capsys.readouterr().err
    assert (articles / "bridge.txt").read_text() == BRIDGE


# ------------------------------------------------------------------ show


def test_show(collection: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(collection)]) == 0
    out = capsys.readouterr().out
    head, rule, *rows = out.splitlines()
    assert head.split() == ["When", "What", "Kind", "Told", "by"]
    assert set(rule) == {"-", " "}
    opened = next(row for row in rows if row.startswith("3 May 1931"))
    assert opened.endswith("2 of 2")
    assert rows[-1].endswith("set aside")
    made = collection_file.read(collection)
    assert len(rows) == len(made.events) + 2


def test_show_long_tells_what_is_behind_each_headline(collection: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(collection), "--long"]) == 0
    out = capsys.readouterr().out
    event = next(e for e in collection_file.read(collection).events if e.edtf == "1931-05-03")
    paragraph = next(part for part in out.split("\n\n") if part.startswith("3 May 1931: "))
    assert paragraph.splitlines()[1] == "  Building and opening; told by 2 of 2"
    assert "  headline: the clause that the date dates" in paragraph.splitlines()
    assert f"  sentence: “{event.summary}” (The ferry)" in paragraph.splitlines()


def test_build_keeps_the_ids_of_an_earlier_collection(
    articles: Path, collection: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {e.edtf: e.id for e in collection_file.read(collection).events}
    # an article whose name stands before the others tells the opening first
    (articles / "album.txt").write_text("The album\n\nThe bridge at Marsh End was opened on 3 May 1931.\n", "utf-8")
    ids = []
    for extra in ([], ["--earlier", str(collection)]):
        path = articles.parent / "again.json"
        assert main(["build", str(articles), "-o", str(path), *extra]) == 0
        ids.append({e.edtf: e.id for e in collection_file.read(path).events})
    assert ids[0]["1931-05-03"] != before["1931-05-03"]
    assert ids[1] == before


def test_build_needs_the_earlier_collection_to_be_one(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = articles.parent / "again.json"
    assert main(["build", str(articles), "-o", str(path), "--earlier", str(articles / "bridge.txt")]) == 1
    assert not path.exists()
    assert "bridge.txt" in capsys.readouterr().err


def test_show_fits_the_terminal(
    collection: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "70")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main(["show", str(collection)]) == 0
    assert max(len(line) for line in capsys.readouterr().out.splitlines()[:-1]) <= 70


def test_show_keeps_escape_sequences_from_the_terminal(collection: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(collection.read_text(encoding="utf-8"))
    data["events"][0]["headline"] = "The \x1b[2Jbridge\u202e"
    collection.write_text(json.dumps(data))
    assert main(["show", str(collection)]) == 0
    out = capsys.readouterr().out
    assert "The \ufffd[2Jbridge\ufffd" in out
    assert "\x1b" not in out


@pytest.mark.parametrize("command", ["show", "open"])
@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "c.json: there is no such file"),
        ("", "c.json: the file is empty"),
        ('{"format": "timeline-collection", "vers', "c.json: it is broken: no JSON (line 1, column"),
        ('{"type": "FeatureCollection"}', "c.json: this is not a collection of Timeline"),
        ('{"format": "timeline-collection", "version": 99}', "written by a newer Timeline"),
        ('{"format": "timeline-collection", "version": 1}', "the key 'rules' is missing"),
    ],
)
def test_no_collection(
    command: str, content: str | None, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "c.json"
    if content is not None:
        path.write_text(content)
    monkey = pytest.MonkeyPatch()
    monkey.setitem(sys.modules, "timeline.cli.launch", recorder([]))
    try:
        assert main([command, str(path)]) == 1
    finally:
        monkey.undo()
    out, err = capsys.readouterr()
    assert out == ""
    assert says in err
    assert err.count("\n") == 1


# ------------------------------------------------------------------ mentions


def test_mentions(articles: Path, collection: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mentions", str(articles / "bridge.txt")]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["edtf"] for line in lines] == ["1931-05-03", "1944"]
    assert all(BRIDGE[line["start"] : line["end"]] == line["text"] for line in lines)
    stored = json.loads(collection.read_text(encoding="utf-8"))["mentions"]
    assert [list(line) for line in lines] == [list(stored[0])] * 2
    assert {line["id"] for line in lines} <= {mention["id"] for mention in stored}
    assert {line["document"] for line in lines} == {stored[0]["document"]}


def test_mentions_of_a_dated_text(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = file(articles, "news.txt", b"The council met yesterday. It had met the day before.")
    assert main(["mentions", str(path), "--published", "2013-02-12", "--genre", "news"]) == 0
    first, *_ = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (first["text"], first["edtf"]) == ("yesterday", "2013-02-11")
    (articles / "sources.toml").write_text('[[source]]\nfile = "news.txt"\npublished = "2013-02-14"\n')
    assert main(["mentions", str(path)]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[0])["edtf"] == "2013-02-13"


def test_no_mentions(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mentions", str(file(articles, "none.txt", b"Nothing happened here."))]) == 0
    assert capsys.readouterr() == ("", "")


def test_mentions_and_a_mistake_in_sources(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (articles / "sources.toml").write_text("[[source]]\nfile = 3\n")
    assert main(["mentions", str(articles / "bridge.txt")]) == 3
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 2
    assert err.startswith("sources.toml, line 2: ")


def test_mentions_are_utf_8_and_hold_no_raw_control_characters(articles: Path) -> None:
    path = file(articles, "odd.txt", "In 1931\x9b the “bridge\x1b[2J” of May\u00a01944 é".encode())
    done = run(["mentions", str(path)], PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    text = done.stdout.decode("utf-8")
    assert [json.loads(line)["text"] for line in text.splitlines()]
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", text)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("big.txt", b"", "the file is too big (60 MB, at most 50 MB); split it"),
        ("bomb.zip", packed({"a.txt": b"0" * 60_000_000}), "unpacked, it is too big (more than 50 MB); split it"),
        ("long.docx", bare_docx("<w:p/>" * 2_000_000), "more than 10 MB"),
        ("circle.pdf", b"%PDF-1.4\n" + b"[" * 50_000, "it is damaged"),
        ("out.zip", packed({"../a.txt": "It fell in 1950."}), "its name leads out of the archive"),
    ],
)
def test_mentions_of_a_file_beyond_limits(
    name: str, data: bytes, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = file(tmp_path, name, data)
    if not data:
        with path.open("r+b") as longer:
            longer.truncate(60_000_000)
    code = main(["mentions", str(path)])
    out, err = capsys.readouterr()
    assert code == (3 if out else 1)
    assert says in err
    assert err.count("\n") == 1
    assert sorted(tmp_path.rglob("*")) == [path], "nothing is written"


@pytest.mark.skipif(sys.platform != "linux", reason="the bound on memory is one of Linux")
def test_mentions_of_a_file_that_breaks_its_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = file(tmp_path, "swells.jsonl", b"{}\n" * 4_000_000)
    real = Readers.__init__
    small = ReadLimits(memory=500_000_000)
    monkeypatch.setattr(Readers, "__init__", lambda self, _limits, workers: real(self, small, workers))
    assert main(["mentions", str(path)]) == 1
    assert capsys.readouterr() == ("", "swells.jsonl: reading it takes more memory than it may; split it\n")


# ------------------------------------------------------------------ explain


def test_explain(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "two years after the armistice of 1953"]) == 0
    out = capsys.readouterr().out
    for name, value in [
        ("rule", r"\S+, grade [ABC]"),
        ("steps", ".+"),
        ("TIMEX3", "DATE 1955"),
        ("EDTF", "1955"),
        ("days", "1955-01-01 to 1955-12-31"),
        ("in words", "1955"),
    ]:
        assert re.search(rf"(?m)^  {name} +{value}$", out), name


def test_explain_a_relative_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "yesterday", "--published", "2013-02-12"]) == 0
    assert re.search(r"(?m)^  days +2013-02-11$", capsys.readouterr().out)
    assert main(["explain", "yesterday"]) == 0
    assert re.search(r"(?m)^  EDTF +none: ", capsys.readouterr().out)


def test_explain_an_open_end(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "since 1945"]) == 0
    assert re.search(r"(?m)^  days +1945-01-01 to open$", capsys.readouterr().out)


def test_explain_finds_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "the \x1b[2J bridge"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("no date was found in ")
    assert "\x1b" not in err


# ------------------------------------------------------------------ html


def test_html(collection: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "c.html"
    assert main(["html", str(collection), "-o", str(path)]) == 0
    whole = path.read_text(encoding="utf-8")
    events = len(collection_file.read(collection).events)
    assert re.fullmatch(rf"{events} events, [\d,]+ kB → {re.escape(str(path))}\n", capsys.readouterr().out)
    assert "<title>c</title>" in whole
    assert "retreating soldiers" in whole
    assert main(["html", str(collection), "-o", str(path), "--quotes-only", "--title", "A <b>"]) == 0
    assert "<title>A &lt;b&gt;</title>" in path.read_text(encoding="utf-8")
    assert not [left for left in tmp_path.iterdir() if left.suffix == ".tmp"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("c.json", "name the file to write FILE.html"), ("no/such/folder.html", "can't be written (No such file")],
)
def test_html_that_cannot_be_written(
    collection: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, sentence: str
) -> None:
    before = collection.read_bytes()
    assert main(["html", str(collection), "-o", str(tmp_path / name)]) == 1
    assert sentence in capsys.readouterr().err
    assert collection.read_bytes() == before


# ------------------------------------------------------------------ open and app


def recorder(calls: list[tuple[Path | None, int | None, bool, str | None, bool]]) -> types.ModuleType:
    """A stand-in for the module that starts the server: it notes how it was called."""
    module = types.ModuleType("timeline.cli.launch")

    def launch(
        collection: Path | None,
        *,
        port: int | None,
        browser: bool,
        database: str | None,
        shared: object,
        fetch: bool,
        meanwhile: Callable[[], None] | None = None,
    ) -> int:
        assert shared is None
        if meanwhile is not None:
            meanwhile()
        calls.append((collection, port, browser, database, fetch))
        return 7

    module.launch = launch  # type: ignore[attr-defined]  # that is how a module is filled
    return module


def test_open_and_app_start_the_server(collection: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[tuple[Path | None, int | None, bool, str | None, bool]] = []
    monkeypatch.setitem(sys.modules, "timeline.cli.launch", recorder(calls))
    assert main(["open", str(collection)]) == 7
    assert main(["open", str(collection), "--port", "8600", "--no-browser"]) == 7
    assert main(["open", str(collection), "--allow-fetch"]) == 7
    assert main(["app", "--port", "8601", "--database", "class.db"]) == 7
    assert main(["app", "--allow-fetch"]) == 7
    assert calls == [
        (collection, None, True, None, False),
        (collection, 8600, False, None, False),
        (collection, None, True, None, True),
        (None, 8601, True, "class.db", False),
        (None, None, True, None, True),
    ]


def test_a_large_file_that_the_app_has_read_is_not_read_before_it_starts(
    collection: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(ready.CACHE, str(tmp_path / "cache"))
    monkeypatch.setitem(sys.modules, "timeline.cli.launch", recorder([]))
    ready.keep(ready.name_of(collection, ready.program()), (b"{}",))
    read: list[object] = []
    monkeypatch.setattr("timeline.store.read", read.append)
    assert main(["open", str(collection)]) == 7
    assert read == []
    assert main(["forget"]) == 0
    assert capsys.readouterr().out == f"1 outline deleted, 0.0 MB in {tmp_path / 'cache' / 'outlines'}\n"
    assert main(["open", str(collection)]) == 7
    assert read == [collection]


def test_what_is_kept_of_opened_files_is_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(ready.CACHE, str(tmp_path))
    assert main(["forget"]) == 0
    assert capsys.readouterr().out == f"There was nothing in {tmp_path / 'outlines'}\n"
    ready.keep("one", (b"x" * 1_000_000,))
    ready.keep("two", (b"y" * 1_500_000,))
    assert ready.kept()[0] == 2
    assert main(["forget"]) == 0
    assert capsys.readouterr().out == f"2 outlines deleted, 2.5 MB in {tmp_path / 'outlines'}\n"
    assert ready.kept() == (0, 0)
    assert ready.pieces("one") is None


def test_what_can_not_be_forgotten_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "outlines").write_text("a file, in which there can be no folder")
    monkeypatch.setenv(ready.CACHE, str(tmp_path))
    assert main(["forget"]) == 1
    assert "outlines: can't be emptied (Not a directory); delete the folder yourself." in capsys.readouterr().err


# ------------------------------------------------------------------ the whole


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["build"], "timeline build: the following arguments are required: FOLDER, -o; see `timeline build --help`"),
        (["build", "articles"], "required: -o"),
        (["paint"], "invalid choice: 'paint'"),
        (["show"], "required: COLLECTION"),
        (["explain", "1931", "--published", "May 1931"], "'May 1931' is no EDTF date, such as 2021-07-16"),
        (["mentions", "a.txt", "--genre", "poem"], "invalid choice: 'poem'"),
        (["app", "--port", "0"], "'0' is no port: a whole number from 1 to 65535"),
        (["app", "--port", "x\x1b[2J"], "is no port"),
        (["--publish"], "timeline: "),
    ],
)
def test_misuse(arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert misuse(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert says in err
    assert err.count("\n") == 1
    assert "\x1b" not in err


def test_no_command_prints_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "timeline build articles -o history.json" in capsys.readouterr().out


def test_ctrl_c(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "build_timeline", stopped)
    assert main(["build", str(articles), "-o", str(tmp_path / "c.json")]) == 130
    assert capsys.readouterr().err == "stopped\n"
    assert not (tmp_path / "c.json").exists()


def run(arguments: list[str], **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "timeline", *arguments],
        capture_output=True,
        env={**os.environ, **environment},
        check=False,
    )


def test_version() -> None:
    done = run(["--version"])
    assert done.stdout.decode().strip() == f"timeline {timeline.__version__}"
    assert done.returncode == 0


def test_a_terminal_that_is_not_utf_8(collection: Path) -> None:
    done = run(["explain", "in the “1930s”"], PYTHONIOENCODING="ascii", LC_ALL="C")
    assert done.returncode == 0
    assert b"?1930s?" in done.stdout
    assert done.stderr == b""
    assert run(["show", str(collection)], PYTHONIOENCODING="ascii").returncode == 0


def test_a_reader_that_stops_early(collection: Path) -> None:
    data = json.loads(collection.read_text(encoding="utf-8"))
    data["events"] = [{**data["events"][0], "id": f"e{number}"} for number in range(5000)]
    collection.write_text(json.dumps(data))
    show = subprocess.Popen(
        [sys.executable, "-m", "timeline", "show", str(collection)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert show.stdout
    assert show.stdout.readline().startswith(b"When")
    show.stdout.close()
    assert show.stderr
    assert show.stderr.read() == b""
    assert show.wait() == 0


# ------------------------------------------------------------------ report


def test_report(collection: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = collection_file.read(collection)
    assert main(["report", str(collection), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["mentions"] == len(made.mentions) == sum(told[key] for key in ("event", "undated", "set aside", "open"))
    assert sum(reason["count"] for reason in told["reasons"]) == told["mentions"] - told["event"]
    for key in ("mentions", "event", "undated", "set aside", "open"):
        assert sum(document[key] for document in told["documents"]) == told[key]
    assert main(["report", str(collection)]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"{len(made.mentions)} mentions in 2 documents\n")
    assert "bridge.txt: " in out.split("How it is known when they were written")[1]


def test_report_as_rows(collection: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = collection_file.read(collection)
    assert main(["report", str(collection), "--csv"]) == 0
    rows = list(csv.DictReader(capsys.readouterr().out.splitlines()))
    assert [row["mention"] for row in rows] == [mention.id for mention in made.mentions]
    cited = {c.mention for event in made.events for c in event.citations}
    assert {row["mention"] for row in rows if row["events"]} == cited


# ------------------------------------------------------------------ explain an event


def test_explain_an_event(collection: Path, capsys: pytest.CaptureFixture[str]) -> None:
    event = next(event for event in collection_file.read(collection).events if event.edtf == "1931-05-03")
    assert main(["explain", str(collection), event.id[:6]]) == 0
    out = capsys.readouterr().out
    assert f"{event.headline} [{event.id}]" in out
    assert event.derivation[0] in out
    assert all(f"“{citation.selector.exact}”" in out for citation in event.citations)
    assert "“3 May 1931”, rule " in out
    assert "One event, since" in out, "two articles tell it"
    assert main(["explain", str(collection)]) == 0
    assert event.id in capsys.readouterr().out


@pytest.mark.parametrize(
    ("event", "says"), [("x", "no event has an id that begins with 'x'"), ("e", "give more of it")]
)
def test_an_event_that_is_not_clear(
    event: str, says: str, collection: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", str(collection), event]) == 1
    assert says in capsys.readouterr().err


def test_what_an_article_says_steers_no_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    text = "The bridge \x1b[2J\u202e was opened by =Ada on 3 May 1931 and fell soon."
    (folder / "=a.txt").write_text(text, encoding="utf-8")
    path = tmp_path / "c.json"
    assert main(["build", str(folder), "-o", str(path)]) == 0
    event = collection_file.read(path).events[0]
    for command in (["report"], ["report", "--csv"], ["report", "--json"], ["explain", event.id]):
        capsys.readouterr()
        assert main([command[0], str(path), *command[1:]]) == 0
        out = capsys.readouterr().out
        assert out
        assert not set(out) & {"\x1b", "\u202e"}
    assert main(["report", str(path), "--csv"]) == 0
    assert ",'=a.txt," in capsys.readouterr().out, "a spreadsheet computes nothing"


def test_a_text_that_has_changed_is_told(collection: Path, capsys: pytest.CaptureFixture[str]) -> None:
    collection.write_text(collection.read_text(encoding="utf-8").replace("on 3 May 1931. In", "on 3 May. In"))
    assert main(["show", str(collection)]) == 0
    assert "bridge.txt: its text has changed since it was read" in capsys.readouterr().err


def test_private_addresses_are_not_fetched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "http://127.0.0.1/", "--allow-fetch", "-o", str(tmp_path / "c.json")]) == 1
    assert "an address within a private network, which is not fetched" in capsys.readouterr().err


def test_a_table_is_several_articles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = file(tmp_path, "a.csv", b"text\nIt fell in 1950.\nIt rose in 1953.\n")
    assert main(["mentions", str(table)]) == 0
    assert [json.loads(line)["text"] for line in capsys.readouterr().out.splitlines()] == ["1950", "1953"]
