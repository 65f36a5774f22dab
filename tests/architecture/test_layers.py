"""The layers of the house, and what must not stand in it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CODE = sorted((ROOT / "timeline").rglob("*.py"))


def test_no_room_imports_another_of_its_layer() -> None:
    pytest.importorskip("importlinter", reason="import-linter comes with the test extra")
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("file", CODE, ids=lambda f: str(f.relative_to(ROOT)))
def test_the_library_reads_no_clock_and_no_network(file: Path) -> None:
    if {"app", "cli", "fetch"} & set(file.relative_to(ROOT).parts):
        pytest.skip("the app, the command line, and what fetches for them may")
    code = file.read_text(encoding="utf-8")
    assert not re.search(
        r"\b(datetime\.now|date\.today|time\.time|utcnow|urlopen|import requests|import socket)\b", code
    )


@pytest.mark.parametrize("file", CODE, ids=lambda f: str(f.relative_to(ROOT)))
def test_modules_stay_small(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 400


def test_no_drawer_for_everything() -> None:
    assert [f for f in CODE if f.stem in {"utils", "util", "helpers", "misc", "common"}] == []


def test_app_py_hands_over() -> None:
    assert len((ROOT / "app.py").read_text(encoding="utf-8").splitlines()) <= 15
