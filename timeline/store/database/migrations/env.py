"""What Alembic runs to migrate: on the connection that it is given, inside its transaction."""

from alembic import context

from timeline.store.database.migrating import VERSION_TABLE

context.configure(connection=context.config.attributes["connection"], version_table=VERSION_TABLE)
with context.begin_transaction():
    context.run_migrations()
