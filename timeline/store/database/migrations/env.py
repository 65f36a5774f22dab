"""What Alembic runs to migrate: on the connection that it is given, inside its transaction."""

from alembic import context

from timeline.store.database.migrating import VERSION_TABLE
from timeline.store.database.schema import metadata

context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata, version_table=VERSION_TABLE
)
with context.begin_transaction():
    context.run_migrations()
