"""A person's collections in a database: every change is on the disk when the call returns."""

from timeline.store.workspace.lessons import Lesson
from timeline.store.workspace.shelf import Added, Earlier, Shelf, Stored
from timeline.store.workspace.workspace import Workspace, open_workspace

__all__ = ["Added", "Earlier", "Lesson", "Shelf", "Stored", "Workspace", "open_workspace"]
