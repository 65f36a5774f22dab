"""docs/command-line.md holds the help texts as they are printed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from timeline.cli.main import DONE, FAILED, MISUSED, STOPPED, main

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "command-line.md").read_text(encoding="utf-8")
HELP = dict(re.findall(r"(?ms)^## (timeline.*?)\n\n```text\n(.*?)```$", PAGE))


@pytest.mark.parametrize("command", list(HELP))
def test_help_is_what_the_page_says(
    command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit) as ended:
        main([*command.split()[1:], "--help"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == HELP[command]


def test_every_command_is_on_the_page_with_example_and_exit_codes() -> None:
    commands = re.findall(r"(?m)^    (\w+)(?: |$)", HELP["timeline"].split("commands:")[1].split("first steps:")[0])
    assert ["timeline", *(f"timeline {command}" for command in commands)] == list(HELP)
    for text in HELP.values():
        assert "exit codes:" in text
        assert re.search("example|first steps", text)
        assert max(len(line) for line in text.split("\n")) <= 80


def test_exit_codes() -> None:
    codes = [int(code) for code in re.findall(r"(?m)^\| (\d+) \|", PAGE)]
    assert codes == [DONE, FAILED, MISUSED, 3, STOPPED]
