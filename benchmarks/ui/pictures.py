"""The pictures of the README, taken of the running app: docs/pictures/explorer.png and phone.png."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from measure import FLAGS, serve
from playwright.sync_api import sync_playwright

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures"
PICTURES = {"explorer.png": (1440, 900, 1.0), "phone.png": (390, 844, 2.0)}


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    program = os.environ.get("TIMELINE_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with serve(None) as address, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=FLAGS)
        for name, (width, height, scale) in PICTURES.items():
            page = browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=scale)
            page.goto(address)
            page.wait_for_selector(".explorer .chart.plotted")
            page.wait_for_timeout(1000)
            page.screenshot(path=FOLDER / name)
        browser.close()


if __name__ == "__main__":
    main()
