"""What a person has set for this app: kept in a small file beside the database, so that it lasts."""

from __future__ import annotations

import json
import os
import threading
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from timeline.app.desk import workspace
from timeline.errors import TimelineError
from timeline.settings import LIMITS, ReadLimits
from timeline.store import write_whole

FILE = "TIMELINE_SETTINGS"
"""The environment variable that names the file with the settings."""

ALLOW_FETCH = "TIMELINE_ALLOW_FETCH"
"""The environment variable by which ``--allow-fetch`` lets pages be fetched by their address."""

SETTABLE = ("file_bytes", "files", "pages", "seconds")
"""The limits that the page of settings offers; the others follow from the machine."""

MOST = 1_000_000_000_000
"""The highest that a limit can be set to."""

_turn = threading.Lock()


@dataclass(frozen=True, slots=True)
class Preferences:
    """``fetch``: pages may be fetched by their address. ``limits``: what a file that is brought in may cost."""

    fetch: bool = False
    limits: ReadLimits = LIMITS


def preferences() -> Preferences:
    """What is set now; what the file doesn't say is as it is without one."""
    try:
        told = json.loads(_file().read_text(encoding="utf-8"))
    except FileNotFoundError:
        told = {}
    except (OSError, ValueError) as error:
        raise TimelineError(f"{_file()}: the settings can’t be read ({error}); mend the file or remove it.") from error
    told = told if isinstance(told, dict) else {}
    given = told.get("limits")
    limits = _limits(given if isinstance(given, dict) else {})
    return Preferences(told.get("fetch") is True or os.environ.get(ALLOW_FETCH) == "1", limits)


def keep(*, fetch: bool | None = None, limits: dict[str, Any] | None = None) -> None:
    """Sets what is given and leaves the rest as it is. Raises ``TimelineError`` where that can't be kept."""
    with _turn:
        before = preferences()
        told = {
            "fetch": before.fetch if fetch is None else fetch,
            "limits": {name: getattr(_limits(limits, before.limits), name) for name in SETTABLE},
        }
        try:
            write_whole((json.dumps(told, indent=2) + "\n").encode(), _file())
        except OSError as error:
            raise TimelineError(f"{_file()}: the settings can’t be kept ({error.strerror or error}).") from error


def _limits(told: dict[str, Any] | None, before: ReadLimits = LIMITS) -> ReadLimits:
    """The limits with those that were told, where they are numbers above nothing."""
    given: dict[str, Any] = {
        name: float(value) if name == "seconds" else int(value)
        for name, value in (told or {}).items()
        if name in SETTABLE and isinstance(value, int | float) and not isinstance(value, bool) and 1 <= value <= MOST
    }
    return replace(before, **given)


def _file() -> Path:
    named = os.environ.get(FILE)
    if named:
        return Path(named)
    database = workspace().name
    return (
        Path.home() / ".timeline-settings.json" if "://" in database else Path(database).with_suffix(".settings.json")
    )
