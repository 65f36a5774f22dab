"""How fast the explorer answers a hand, measured in Chromium, beside others. Prints its figures, asserts nothing.

    python benchmarks/ui/measure.py [--events 100 1000 10000] [--runs 3] [--rivals FOLDER] [collection.json …]

For each number of events (made up, see generate.py) or each collection: from the server's first answer to the first
painted mark; from a click on a mark to its sentence in the page, of 20 clicks; frames while the wheel zooms, of 40;
the private memory of all the browser's processes. The median of the runs' figures, in milliseconds and megabytes.
A click counts from the pointer's event to the frame after the sentence stood in the document, one that shows nothing
new is told. ``--rivals`` names a folder with node_modules in which vis-timeline and @knight-lab/timelinejs are
installed (npm install vis-timeline @knight-lab/timelinejs): they are given the same events in the same run.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import os
import shutil
import socket
import statistics
import subprocess
import tempfile
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from generate import made
from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import Error as PlaywrightError
from rivals import RIVALS, Rival, write_pages

from timeline.cli.launch import OPENED, command
from timeline.store import collection_file

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
CLICKS = 20
WHEELS = 40
PATIENCE = 90_000

OURS = Rival(
    name="Timeline",
    page="",
    ready=".explorer .mark",
    root="document.querySelector('[data-testid=\"stBidiComponentIsolated\"]').shadowRoot",
    marks=".mark:not(.on) .hit",
    words="root.querySelector('.card h2').textContent + (root.querySelector('.card blockquote')?.textContent || '')",
    said="root.querySelector('.card blockquote')",
    wheel=".over",
)

CLICK = """async ([index]) => {
  const root = %(root)s;
  const words = () => %(words)s;
  const marks = [...root.querySelectorAll('%(marks)s')].filter((mark) => {
    const box = mark.getBoundingClientRect();
    return box.width && box.left > 0 && box.right < innerWidth && box.top > 0 && box.bottom < innerHeight;
  });
  const mark = marks[index %% marks.length];
  const before = words();
  const box = mark.getBoundingClientRect();
  const at = { bubbles: true, composed: true, cancelable: true, pointerId: 1, detail: 1, isPrimary: true, button: 0,
    clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
  const begin = performance.now();
  for (const type of ['pointerdown', 'pointerup']) mark.dispatchEvent(new PointerEvent(type, at));
  mark.dispatchEvent(new MouseEvent('click', at));
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  do await painted(); while ((words() === before || !(%(said)s)) && performance.now() - begin < 3000);
  return [performance.now() - begin, words() !== before];
}"""

WHEEL = """async (steps) => {
  const root = %(root)s;
  const over = root.querySelector('%(wheel)s');
  const box = over.getBoundingClientRect();
  const frames = [];
  let last = performance.now();
  for (let i = 0; i < steps; i++) {
    const at = { clientX: box.left + box.width * 0.7, clientY: box.top + Math.min(80, box.height / 2) };
    over.dispatchEvent(new WheelEvent('wheel', { bubbles: true, composed: true, cancelable: true,
      deltaY: i < steps / 2 ? -120 : 120, ...at }));
    await new Promise((done) => requestAnimationFrame(done));
    const now = performance.now();
    frames.push(now - last);
    last = now;
  }
  return frames;
}"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serve(collection: Path | None) -> Iterator[str]:
    """The address of the app on a collection, or on the samples; says how long the server took to answer."""
    port = free_port()
    environment = {**os.environ, **({OPENED: str(collection.resolve())} if collection else {})}
    begin = time.monotonic()
    server = subprocess.Popen(command(port), env=environment)
    address = f"http://127.0.0.1:{port}"
    try:
        while True:
            try:
                urllib.request.urlopen(f"{address}/_stcore/health", timeout=2).close()  # noqa: S310  our own address
                break
            except OSError:
                time.sleep(0.02)
        print(f"  server answers after {time.monotonic() - begin:.1f} s")
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


@contextmanager
def files(folder: Path) -> Iterator[str]:
    """The address of a plain server of the files of a folder."""
    quiet = type("Quiet", (http.server.SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


def memory(browser_args: str) -> float:
    """Private megabytes of all processes whose command line holds a text."""
    total = 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if browser_args not in (process / "cmdline").read_text():
                continue
            rows = (process / "smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(row.split()[1]) for row in rows if row.startswith(("Private_Clean", "Private_Dirty")))
    return total / 1024


def p95(values: list[float]) -> float:
    return sorted(values)[min(len(values) - 1, round(0.95 * len(values) - 0.5))]


def run(play: Any, address: str, rival: Rival) -> dict[str, float]:
    """One run: a browser of its own, one visit, its clicks and its wheel."""
    program = os.environ.get("TIMELINE_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    mine = f"--timeline-measure={free_port()}"
    browser: Browser = play.chromium.launch(executable_path=program, args=[*FLAGS, mine])
    try:
        page: Page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.set_default_timeout(PATIENCE)
        begin = time.monotonic()
        page.goto(f"{address}/{rival.page}", wait_until="commit")
        page.wait_for_selector(rival.ready)
        found = {"painted": 1000 * (time.monotonic() - begin)}
        page.wait_for_timeout(3000)
        told = asdict(rival)
        clicks = []
        for number in range(CLICKS):
            page.wait_for_timeout(150)
            clicks.append(page.evaluate(CLICK % told, [number * 3]))
        found["click p50"] = statistics.median(taken for taken, _ in clicks)
        found["click p95"] = p95([taken for taken, _ in clicks])
        found["clicks that showed nothing"] = sum(not changed for _, changed in clicks)
        frames = page.evaluate(WHEEL % told, WHEELS)
        found |= {"frame p50": statistics.median(frames), "frame p95": p95(frames)}
        parts = [memory("--user-data-dir=" + folder) for folder in _folders(mine)]
        found["memory MB"] = sum(parts)
        return found
    finally:
        browser.close()


def _folders(mark: str) -> set[str]:
    """The folders of user data of the browsers that were started with a mark: their processes all name it."""
    found = set()
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_text().split("\0")
        except OSError:
            continue
        if mark in words:
            found |= {word.split("=", 1)[1] for word in words if word.startswith("--user-data-dir=")}
    return found


def report(name: str, runs: list[dict[str, float]]) -> None:
    median = {key: statistics.median(one[key] for one in runs) for key in runs[0]}
    print(f"  {name}: " + ", ".join(f"{key} {value:.0f}" for key, value in median.items()), flush=True)


def several(times: int, once: Callable[[], dict[str, float]], name: str) -> None:
    runs = []
    for _ in range(times):
        try:
            runs.append(once())
        except PlaywrightError as error:  # to give up is a result too
            print(f"  {name}: gave up, {str(error).splitlines()[0][:120]}", flush=True)
            return
    report(name, runs)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, nargs="*", default=[])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--rivals", type=Path)
    parser.add_argument("collections", type=Path, nargs="*")
    told = parser.parse_args()
    with sync_playwright() as play, tempfile.TemporaryDirectory() as scratch:
        cases: list[tuple[str, Path | None]] = [(path.stem, path) for path in told.collections]
        for number in told.events:
            file = Path(scratch) / f"{number}.json"
            collection_file.write(made(number), file)
            cases.append((f"{number} events", file))
        for title, file in cases or [("the samples", None)]:
            print(title, flush=True)
            with serve(file) as address:
                several(told.runs, functools.partial(run, play, address, OURS), "Timeline")
            if told.rivals and file:
                write_pages(collection_file.read(file), told.rivals)
                with files(told.rivals) as address:
                    for rival in RIVALS:
                        several(told.runs, functools.partial(run, play, address, rival), rival.name)


if __name__ == "__main__":
    main()
