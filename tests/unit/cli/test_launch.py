"""Starting the app: the command line, the port, what goes wrong, a clean end."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from timeline.cli.launch import HOST, command, launch
from timeline.errors import TimelineError


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def test_every_setting_is_a_flag(port):
    flags = command(port)
    for flag in (
        f"--server.port={port}", "--server.address=127.0.0.1", "--server.headless=true", "--runner.postScriptGC=false",
        "--browser.gatherUsageStats=false", "--theme.light.primaryColor=#245A8D",
        "--theme.dark.backgroundColor=#15191D",
    ):  # fmt: skip
        assert flag in flags


def test_what_lies_in_the_folder_of_the_start_does_not_count(tmp_path, port):
    (tmp_path / "timeline").mkdir()
    (tmp_path / "timeline" / "app.py").write_text("raise SystemExit('not this one')", encoding="utf-8")
    (tmp_path / "streamlit.py").write_text("raise SystemExit('nor this one')", encoding="utf-8")
    program = command(port)
    flags = program[1 : program.index("-m")]
    code = "import streamlit, timeline.app.serving as s; print(streamlit.__file__, s.__file__)"
    found = subprocess.run([sys.executable, *flags, "-c", code], cwd=tmp_path, capture_output=True, text=True)
    assert found.returncode == 0, found.stderr
    assert str(tmp_path) not in found.stdout


def test_what_goes_wrong_meanwhile_stops_the_server(tmp_path, port, capfd):
    def wrong() -> None:
        raise TimelineError("nothing.json: there is no such file")

    with pytest.raises(TimelineError, match=r"^nothing\.json: there is no such file$"):
        launch(tmp_path / "nothing.json", port=port, browser=False, meanwhile=wrong)
    assert capfd.readouterr() == ("", "")
    with socket.socket() as probe:
        assert probe.connect_ex((HOST, port)) != 0


def test_a_port_that_is_taken_is_said():
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        with pytest.raises(TimelineError, match=f"Port {other.getsockname()[1]} is taken"):
            launch(None, port=other.getsockname()[1], browser=False)


def heed() -> None:
    """Has Ctrl-C count: what a shell starts in the background is started with it ignored, and so are these tests."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGINT for one process")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_from_any_folder_and_ends_cleanly(tmp_path, port, how):
    code = f"from timeline.cli.launch import launch; raise SystemExit(launch(None, port={port}, browser=False))"
    program = subprocess.Popen(
        [sys.executable, "-c", code], cwd=tmp_path, stdout=subprocess.PIPE, env={**os.environ, "PYTHONUNBUFFERED": "1"},
        preexec_fn=heed,
    )  # fmt: skip
    try:
        assert program.stdout is not None
        assert f"http://{HOST}:{port}" in program.stdout.readline().decode()
        with urllib.request.urlopen(f"http://{HOST}:{port}/", timeout=10) as answer:
            assert answer.status == 200
        program.send_signal(how)
        assert program.wait(timeout=20) == 0
    finally:
        program.kill()
    give_up = time.monotonic() + 5
    while time.monotonic() < give_up:
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)):
                return
        time.sleep(0.1)
    pytest.fail("the server outlived the command")
