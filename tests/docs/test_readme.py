"""What the README shows is run; what it points to is there."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [README, *(page.read_text(encoding="utf-8") for page in (ROOT / "docs").rglob("*.md"))]
SERVES = {"open", "app"}  # these run until they are stopped; the browser tests start them


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "data").symlink_to(ROOT / "data")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_the_commands_work(folder: Path) -> None:
    commands = [line[2:] for block in blocks("console") for line in block.splitlines() if line.startswith("$ ")]
    assert len(commands) >= 4
    for command in commands:
        program, verb, *rest = shlex.split(command)
        assert program == "timeline"
        if verb in SERVES:
            continue
        done = subprocess.run([sys.executable, "-m", "timeline", verb, *rest], capture_output=True, text=True)
        assert done.returncode == 0, (command, done.stderr)
        assert done.stdout
    assert (folder / "ancient.json").is_file()


def test_the_python_example_works(folder: Path) -> None:
    (code,) = blocks("python")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "May 1883 DATE 1883-05 1883-05 A" in done.stdout


def test_the_example_of_sources_is_read(folder: Path) -> None:
    import timeline

    (source,) = blocks("toml")
    (folder / "own").mkdir()
    (folder / "own" / "sources.toml").write_text(source, encoding="utf-8")
    (folder / "own" / "treaty.txt").write_text("They met yesterday.", encoding="utf-8")
    (document,) = timeline.read_documents(folder / "own")
    assert (document.title, document.published.edtf) == ("The pact at sixty", "2021-07-16")


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\((?!https?:)([^)#]+)\)", README))))
def test_links_lead_somewhere(target: str) -> None:
    assert (ROOT / target).exists()


def test_no_page_names_a_machine() -> None:
    for page in PAGES:
        assert not re.search(r"(^|[^\w.-])/(work|root|tmp|home)/", page)
