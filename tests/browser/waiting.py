"""Waiting for what a reader would see, and not for a moment: on a busy machine moments are late."""

from __future__ import annotations

import time
from collections.abc import Callable

PATIENCE = 20.0
"""Seconds until what was waited for is given up."""


def until(page, holds: Callable[[], bool]) -> None:
    """Nothing, as soon as ``holds`` says so, while ``page`` goes on; a failure where it never does."""
    give_up = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < give_up, "it has not come to this"
        page.wait_for_timeout(50)  # unlike a sleep it lets the test answer for the server
