"""What holds for every test: none of them sees or touches the collections of who runs them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def own_workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A database and a cache for the tests alone, also for the servers that they start."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TIMELINE_DATABASE", str(tmp_path_factory.mktemp("workspace") / "timeline.db"))
        patch.setenv("TIMELINE_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield
