"""What the commands on the workspace share: which database, which collection, what time it is."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from timeline.errors import TimelineError

if TYPE_CHECKING:
    from timeline.store.workspace import Shelf, Workspace


def now() -> str:
    """The time, ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def named(workspace: Workspace, name: str) -> Shelf | None:
    """The collection of this id or name, None where there is none. Raises TimelineError where several have the name."""
    shelves = workspace.collections()
    found = [shelf for shelf in shelves if shelf.id == name] or [shelf for shelf in shelves if shelf.name == name]
    if len(found) > 1:
        ids = ", ".join(shelf.id for shelf in found)
        raise TimelineError(f"{len(found)} collections are called “{name}”: name one by its id ({ids})")
    return found[0] if found else None


def known(workspace: Workspace, name: str) -> Shelf:
    """The collection of this id or name. Raises TimelineError where there is none."""
    shelf = named(workspace, name)
    if shelf is None:
        raise TimelineError(f"there is no collection “{name}”; see what there is with `timeline collections`")
    return shelf
