"""Whether a collection is shared where the app is: those there are were."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the column."""
    op.add_column("collections", sa.Column("shared", sa.Integer, nullable=False, server_default="1"))
