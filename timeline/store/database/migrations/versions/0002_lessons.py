"""Exercises and tours that were made from a collection, and the counts of a class's answers."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "lessons",
        sa.Column("code", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("collection", sa.Text, sa.ForeignKey("collections.id", ondelete="CASCADE")),
        sa.Column("made", sa.Text, nullable=False),
        sa.Column("changed", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("lessons_by_place", "lessons", ["place"])
    op.create_table(
        "answers",
        sa.Column("lesson", sa.Text, sa.ForeignKey("lessons.code", ondelete="CASCADE"), primary_key=True),
        sa.Column("card", sa.Text, primary_key=True),
        sa.Column("answer", sa.Text, primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
    )
