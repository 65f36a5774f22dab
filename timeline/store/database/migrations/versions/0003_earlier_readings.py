"""The last few readings of a collection beside the one that counts, and when that was made."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table, and the column, which stays empty for readings made before."""
    op.add_column("collections", sa.Column("read_at", sa.Text))
    op.create_table(
        "earlier",
        sa.Column("collection", sa.Text, sa.ForeignKey("collections.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("made", sa.Text),
        sa.Column("until", sa.Text, nullable=False),
        sa.Column("rules", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("articles", sa.Integer, nullable=False),
        sa.Column("events", sa.Integer, nullable=False),
        sa.Column("bytes", sa.BigInteger, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
