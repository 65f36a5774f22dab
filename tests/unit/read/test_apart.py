"""Files read in processes of their own: whatever a file does, the one who asked goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.read.made import PROSE, docx, epub, mail, odt, packed, page, pdf, rtf, saved_page
from timeline.errors import ReadError
from timeline.read import preview, read_bytes, read_documents
from timeline.read.apart import Readers
from timeline.settings import ReadLimits


@pytest.fixture(scope="module")
def readers() -> Iterator[Readers]:
    with Readers(workers=2) as readers:
        yield readers


def test_what_comes_out_is_the_same(readers: Readers) -> None:
    files = {
        "a.txt": "\n\n".join(PROSE).encode(),
        "b.txt": "Im Jahr 1950 beschloss der Rat die Brücke, und im Mai wurde der erste Pfeiler gesetzt.".encode(),
        "a.html": page(*PROSE),
        "a.pdf": pdf([[PROSE[2]]]),
        "a.docx": docx(*PROSE),
        "a.odt": odt(f"<text:p>{PROSE[0]}</text:p>"),
        "a.epub": epub({"one.xhtml": page(*PROSE).decode()}),
        "a.rtf": rtf(*PROSE),
        "a.eml": mail(PROSE[0], Subject="x"),
        "a.mhtml": saved_page(page(*PROSE).decode(), "https://example.org/"),
        "a.csv": f'text\n"{PROSE[0]}"\n'.encode(),
        "a.jsonl": b'{"text": "It fell in 1950."}\n',
        "a.zip": packed({"a.txt": PROSE[0], "b.txt": ""}),
    }
    for name, data in files.items():
        apart, here = readers.read(name, data), read_bytes(name, data)
        assert (apart.documents, apart.notes) == (here.documents, here.notes)
        assert [(str(p), p.path) for p in apart.problems] == [(str(p), p.path) for p in here.problems]
        assert apart.documents


def test_several_threads_at_once(readers: Readers) -> None:
    read: dict[str, int] = {}

    def one(number: int) -> None:
        brought = readers.read(f"{number}.txt", f"It fell in {number}.".encode())
        read[brought.documents[0].file] = len(brought.documents)

    threads = [threading.Thread(target=one, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert read == {f"{number}.txt": 1 for number in range(20)}


def test_a_file_that_takes_too_long() -> None:
    with Readers(ReadLimits(seconds=0.05), workers=1) as readers:
        (problem,) = readers.read("a.pdf", pdf([[PROSE[2]]])).problems
    assert str(problem) == (
        "a.pdf: reading it takes longer than 0.05 seconds; split it, or save it again from another program"
    )


def test_a_reader_that_is_killed_is_replaced() -> None:
    with Readers(workers=1) as readers:
        assert readers.read("a.txt", b"It fell in 1950.").documents
        (worker,) = readers._all
        assert worker._process is not None
        os.kill(worker._process.pid, signal.SIGKILL)
        worker._process.wait()
        (problem,) = readers.read("a.txt", b"It fell in 1950.").problems
        assert str(problem).startswith("a.txt: it broke its reader")
        assert readers.read("a.txt", b"It fell in 1950.").documents


@pytest.mark.skipif(sys.platform != "linux", reason="the bound on memory is one of Linux")
def test_memory_is_bounded() -> None:
    limits = ReadLimits(memory=600_000_000, file_bytes=400_000_000)
    with Readers(limits, workers=1) as readers:
        brought = readers.read("a.zip", packed({"a.txt": b"It fell in 1950.\n" * 15_000_000}))
        assert brought.documents == ()
        (problem,) = brought.problems
        assert "memory" in str(problem)
        assert readers.read("a.txt", b"It fell in 1950.").documents


@pytest.mark.parametrize(
    "harm",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('example.org', 80)",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "f = open('harm.txt', 'w'); f.write('x'); f.flush()",
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="the bound on files is one of Linux")
def test_a_reading_process_reaches_nothing(harm: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    place = tmp_path_factory.mktemp("harm")
    code = f"from timeline.read.apart import _confine; from timeline.settings import LIMITS; _confine(LIMITS); {harm}"
    done = subprocess.run([sys.executable, "-c", code], cwd=place, capture_output=True, text=True)
    assert done.returncode == 1
    assert "PermissionError" in done.stderr or "File too large" in done.stderr
    assert [file.stat().st_size for file in place.iterdir()] in ([], [0])


def test_no_process_is_left() -> None:
    readers = Readers(workers=2)
    readers.read("a.txt", b"It fell in 1950.")
    processes = [worker._process for worker in readers._all if worker._process is not None]
    assert len(processes) == 1
    readers.close()
    assert [process.returncode for process in processes] == [-signal.SIGKILL]


def test_reading_ends_with_the_program_that_asked() -> None:
    code = (
        "from timeline.read.apart import Readers\nreaders = Readers(workers=1)\n"
        "readers.read('a.txt', b'It fell.')\nprint(readers._all[0]._process.pid, flush=True)\nimport os; os._exit(0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    pid = int(done.stdout)
    for _ in range(200):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    os.kill(pid, signal.SIGKILL)
    pytest.fail("a reading process outlived the program that started it")


def test_a_folder_read_apart_gives_the_same(tmp_path: Path) -> None:
    files = {
        "a.txt": PROSE[0].encode(),
        "b.html": page(*PROSE),
        "c.docx": docx(*PROSE),
        "d.pdf": b"%PDF-1.4",
        "e.md": b"",
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    told: list[list[str]] = []
    read = []
    for workers in (0, 1, 2):
        told.append([])
        read.append(read_documents(tmp_path, on_problem=lambda p: told[-1].append(str(p)), workers=workers))
    assert read[0] == read[1] == read[2]
    assert [document.file for document in read[0]] == ["a.txt", "b.html", "c.docx"]
    assert told[0] == told[1] == told[2]
    assert len(told[0]) == 2


def test_those_that_rest_are_started_again() -> None:
    with Readers(workers=2) as readers:
        assert readers.read("a.txt", b"It fell in 1950.").documents
        (process,) = [worker._process for worker in readers._all if worker._process is not None]
        readers.rest()
        assert process.returncode == -signal.SIGKILL
        assert readers.read("a.txt", b"It fell in 1950.").documents


def test_one_that_reads_goes_on_while_the_others_rest() -> None:
    with Readers(workers=1) as readers:
        assert readers.read("a.txt", b"It fell in 1950.").documents
        read: list[int] = []
        large = packed({f"{number}.txt": f"It fell in {number}." for number in range(300)})
        thread = threading.Thread(target=lambda: read.append(len(readers.read("a.zip", large).documents)))
        thread.start()
        while not readers._free.empty():
            time.sleep(0.001)
        readers.rest()
        thread.join()
        assert read == [300]


def test_a_table_is_previewed_as_here(readers: Readers) -> None:
    table = b"text,title\nIt fell in 1950.,The fall\n"
    assert readers.preview("a.csv", table) == preview("a.csv", table)
    assert readers.preview("a.csv", table, {"text": "title"}) == preview("a.csv", table, {"text": "title"})
    with pytest.raises(ReadError, match=r"a\.csv: it is a picture"):
        readers.preview("a.csv", b"GIF89a")


@pytest.mark.skipif(sys.platform != "linux", reason="the bound on memory is one of Linux")
def test_a_table_that_swells_breaks_its_reader_alone() -> None:
    with Readers(ReadLimits(memory=500_000_000), workers=1) as readers:
        with pytest.raises(ReadError, match="for want of memory"):
            readers.preview("a.jsonl", b"{}\n" * 4_000_000)
        assert readers.preview("a.csv", b"text\nIt fell in 1950.\n").rows == 1
