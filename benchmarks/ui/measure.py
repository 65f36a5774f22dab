"""How fast the app answers a hand, measured in Chromium. Prints its figures, asserts nothing.

    python benchmarks/ui/measure.py [collection.json]

Starts the app on the samples, or on the given collection, and prints in milliseconds: from the opening of the
page to the first painted mark, to Plotly's marks, and from a click on a mark to its sentence in the page, of
20 clicks; frame times while the wheel zooms. A click is measured in the page itself: from the pointer's
event to the frame after the sentence stood in the document.
"""

from __future__ import annotations

import os
import shutil
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from timeline.cli.launch import OPENED, command

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
CLICKS = 20
WHEELS = 40

CLICK = """async ([index]) => {
  const root = document.querySelector('[data-testid="stBidiComponentIsolated"]').shadowRoot;
  const marks = [...root.querySelectorAll('.mark:not(.on)')];
  const mark = marks[index % marks.length];
  const before = root.querySelector('.card blockquote').textContent + root.querySelector('.card h2').textContent;
  const hit = mark.querySelector('.hit');
  const begin = performance.now();
  hit.dispatchEvent(new PointerEvent('pointerdown', {bubbles: true, pointerId: 1}));
  hit.dispatchEvent(new PointerEvent('pointerup', {bubbles: true, pointerId: 1}));
  hit.dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true}));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const after = root.querySelector('.card blockquote').textContent + root.querySelector('.card h2').textContent;
  return [performance.now() - begin, before !== after];
}"""

WHEEL = """async (steps) => {
  const root = document.querySelector('[data-testid="stBidiComponentIsolated"]').shadowRoot;
  const over = root.querySelector('.over');
  const box = over.getBoundingClientRect();
  const frames = [];
  let last = performance.now();
  for (let i = 0; i < steps; i++) {
    over.dispatchEvent(new WheelEvent('wheel', {bubbles: true, cancelable: true, deltaY: i < steps / 2 ? -120 : 120,
      clientX: box.left + box.width * 0.7, clientY: box.top + 80}));
    await new Promise((done) => requestAnimationFrame(done));
    const now = performance.now();
    frames.push(now - last);
    last = now;
  }
  return frames;
}"""


def serve(collection: Path | None) -> tuple[subprocess.Popen[bytes], str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {**os.environ, **({OPENED: str(collection.resolve())} if collection else {})}
    server = subprocess.Popen(command(port), env=environment)
    address = f"http://127.0.0.1:{port}"
    begin = time.monotonic()
    while True:
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=2).close()  # noqa: S310  our own address
            break
        except OSError:
            time.sleep(0.02)
    print(f"server up after {1000 * (time.monotonic() - begin):.0f} ms")
    return server, address


def spread(name: str, values: list[float]) -> None:
    ordered = sorted(values)
    p95 = ordered[min(len(ordered) - 1, round(0.95 * len(ordered) - 0.5))]
    print(f"{name}: p50 {statistics.median(ordered):.0f}, p95 {p95:.0f}, max {ordered[-1]:.0f} ms ({len(ordered)})")


def visit(page: Page, address: str, name: str) -> None:
    begin = time.monotonic()
    page.goto(address, wait_until="commit")
    page.wait_for_selector(".explorer .mark")
    painted = time.monotonic() - begin
    page.wait_for_selector(".explorer .plot svg")
    drawn = time.monotonic() - begin
    print(f"{name}: first mark after {1000 * painted:.0f} ms, Plotly's after {1000 * drawn:.0f} ms")


def main() -> None:
    collection = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    program = os.environ.get("TIMELINE_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    server, address = serve(collection)
    try:
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path=program, args=FLAGS)
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            visit(page, address, "first visit")
            visit(page, address, "second visit")
            page.wait_for_timeout(1000)
            clicks = []
            for number in range(CLICKS):
                taken, changed = page.evaluate(CLICK, [number * 3])
                clicks.append(taken)
                if not changed:
                    print("a click changed nothing")
                page.wait_for_timeout(500)
            spread("click to sentence", clicks)
            spread("frame while zooming", page.evaluate(WHEEL, WHEELS))
            browser.close()
    finally:
        server.terminate()
        server.wait(timeout=20)


if __name__ == "__main__":
    main()
