"""The page of settings: fetching, limits, where everything is kept, and a backup to take away."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.responses import FileResponse
from starlette.routing import Route

import timeline
from timeline.app.desk import now, workspace
from timeline.app.doors import answered, check_change, check_owner, told, unreadable
from timeline.app.preferences import ALLOW_FETCH, SETTABLE, keep, preferences
from timeline.app.visitors import Visitor, visitor
from timeline.settings import LIMITS
from timeline.store import ready

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response


def settings_page(_query: Mapping[str, str]) -> dict[str, Any]:
    """What is set, with what it would be otherwise, and where everything is kept."""
    set_now = preferences()
    files, size = ready.kept()
    return {
        "fetch": set_now.fetch,
        "always": os.environ.get(ALLOW_FETCH) == "1",
        "limits": {name: getattr(set_now.limits, name) for name in SETTABLE},
        "usual": {field.name: getattr(LIMITS, field.name) for field in fields(LIMITS) if field.name in SETTABLE},
        "place": workspace().name,
        "opened": {"files": files, "bytes": size, "place": str(ready.folder())},
        "version": timeline.__version__,
    }


def settings_for_others(_query: Mapping[str, str]) -> dict[str, Any]:
    """What concerns anybody else than who shares: neither limits nor the database's path, which names its owner."""
    return {"reader": True, "edits": visitor() is Visitor.EDITOR, "version": timeline.__version__}


def settings_routes() -> list[Route]:
    """The addresses at which settings are kept, what is kept of opened files is deleted, and a backup is had."""
    return [
        told("/timeline/desk/settings", _keep),
        told("/timeline/desk/forget", _forget),
        Route("/timeline/desk/backup", _backup, methods=["POST"]),
    ]


def _keep(_request: Request, wish: dict[str, Any]) -> None:
    check_owner()
    fetch, limits = wish.get("fetch"), wish.get("limits")
    if not isinstance(fetch, bool | None) or not isinstance(limits, dict | None):
        raise unreadable()
    keep(fetch=fetch, limits=limits)


def _forget(_request: Request, _wish: dict[str, Any]) -> None:
    check_owner()
    ready.forget()


async def _backup(request: Request) -> Response:
    """The whole workspace as one file. It is asked for as a change is: it holds all that anybody has brought in."""

    async def work() -> Response:
        check_change(request)
        check_owner()
        folder = tempfile.TemporaryDirectory(prefix="timeline-")
        path = Path(folder.name, f"timeline-{now()[:10]}.db")
        await run_in_threadpool(workspace().backup, path)
        return FileResponse(path, filename=path.name, background=BackgroundTask(folder.cleanup))

    return await answered(work)
