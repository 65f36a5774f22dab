"""The same databases as for the workspace's own tests."""

from tests.unit.store.workspace.conftest import database, opened

__all__ = ["database", "opened"]
