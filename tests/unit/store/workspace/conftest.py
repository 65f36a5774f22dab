"""A workspace of its own for each test: in an SQLite file, and in PostgreSQL where a server is named."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy

from timeline.store.workspace import Workspace, open_workspace

SERVER = os.environ.get("TIMELINE_TEST_POSTGRES")
"""The address of a PostgreSQL server on which the tests may make databases: postgresql://user@host:port/postgres."""

NO_SERVER = "TIMELINE_TEST_POSTGRES names no PostgreSQL server; .ci/run starts one"


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The name of a database that isn't there yet, or is empty."""
    if request.param == "sqlite":
        yield str(tmp_path / "workspace.db")
        return
    if SERVER is None:
        pytest.skip(NO_SERVER)
    server = sqlalchemy.make_url(SERVER).set(drivername="postgresql+pg8000")
    name = f"timeline_test_{secrets.token_hex(6)}"
    admin = sqlalchemy.create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    yield sqlalchemy.make_url(SERVER).set(database=name).render_as_string(hide_password=False)
    with admin.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    admin.dispose()


@pytest.fixture
def opened(database: str) -> Iterator[Callable[[], Workspace]]:
    """Opens the database, as often as is asked: each is what another program would have."""
    open_ones: list[Workspace] = []

    def one_more() -> Workspace:
        open_ones.append(open_workspace(database))
        return open_ones[-1]

    yield one_more
    for one in open_ones:
        one.close()


@pytest.fixture
def workspace(opened: Callable[[], Workspace]) -> Workspace:
    """An empty workspace."""
    return opened()
