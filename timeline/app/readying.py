"""A process of its own that has large collections lie ready to be opened, where another program made what lies there.

After an update nothing that an older program kept can be sent any more. To make it anew takes seconds for each large
collection: so that nobody waits for them, that is done when the app starts, beside it, and the server stays quick.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys

from timeline.app.desk import workspace
from timeline.app.loaded import LARGE, make_ready
from timeline.app.reading import NICE
from timeline.app.visitors import Visitor, on_behalf_of
from timeline.errors import TimelineError
from timeline.store.ready import program
from timeline.store.workspace import Shelf

LOG = logging.getLogger(__name__)


def begin() -> subprocess.Popen[bytes] | None:
    """The process, which ends by itself when all lie ready; None where no collection is so large.

    Raises ``TimelineError`` where the workspace can't be opened.
    """
    if not any(map(_is_large, workspace().collections())):
        return None
    return subprocess.Popen([sys.executable, "-P", "-m", "timeline.app.readying"], stdin=subprocess.DEVNULL)


def main() -> None:
    """Has all large collections lie ready, the last changed first. What is wrong with one is noted, and who opens it is
    told: the others are made ready all the same."""
    for shelf in workspace().collections():
        try:
            with on_behalf_of(Visitor.OWNER):
                if _is_large(shelf) and _is_missing(shelf.id):
                    make_ready(shelf.id)
        except Exception:
            LOG.exception("a collection could not be made ready to be opened")


def _is_large(shelf: Shelf) -> bool:
    return shelf.events >= LARGE and not shelf.archived


def _is_missing(key: str) -> bool:
    """Whether nothing lies ready that this program made; where articles are to be read, that comes after these."""
    return not any(workspace().unread(key)) and workspace().outline(key, program()) is None


if __name__ == "__main__":
    os.nice(NICE) if hasattr(os, "nice") else None
    try:
        main()
    except TimelineError:
        sys.exit(1)  # the workspace can't be opened: the page says why
