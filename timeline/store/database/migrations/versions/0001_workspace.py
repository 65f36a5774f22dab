"""The tables of a workspace, and a log of decisions that can only grow.

The tables stand here once more, as they were at this version, and not from ``schema.py``, which goes on to change: a
migration has to make for ever what it made when it came out.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "collections",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("description", sa.Text, nullable=False),
        sa.Column("created", sa.Text, nullable=False),
        sa.Column("changed", sa.Text, nullable=False),
        sa.Column("archived", sa.Text),
        sa.Column("deleted", sa.Text),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("articles_revision", sa.Integer, nullable=False),
        sa.Column("reading", sa.Text, nullable=False),
        sa.Column("rules", sa.Text, nullable=False),
        sa.Column("unknown", sa.Text, nullable=False),
        sa.Column("articles", sa.Integer, nullable=False),
        sa.Column("events", sa.Integer, nullable=False),
        sa.Column("bytes", sa.BigInteger, nullable=False),
        sa.Column("decisions", sa.Integer, nullable=False),
    )
    op.create_table(
        "documents",
        _of_collection(),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("bytes", sa.BigInteger, nullable=False),
        sa.Column("taken_out", sa.Text),
        sa.Column("unread", sa.Integer, nullable=False),
        sa.Column("place", sa.Integer),
        sa.Column("brought", sa.Text, nullable=False),
        sa.Column("read", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_index("documents_by_digest", "documents", ["collection", "digest"])
    op.create_table(
        "mentions",
        _of_collection(),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "events",
        _of_collection(),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "decisions",
        _of_collection(),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("decisions_by_id", "decisions", ["collection", "id"])
    op.create_table(
        "touched",
        sa.Column("collection", sa.Text, primary_key=True),
        sa.Column("target", sa.Text, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.ForeignKeyConstraint(
            ["collection", "number"], ["decisions.collection", "decisions.number"], ondelete="CASCADE"
        ),
    )
    for statement in _POSTGRES if op.get_bind().dialect.name == "postgresql" else _SQLITE:
        op.execute(statement)


def _of_collection() -> sa.Column[str]:
    return sa.Column("collection", sa.Text, sa.ForeignKey("collections.id", ondelete="CASCADE"), primary_key=True)


# A decision leaves only with its whole collection: when that cascades, the collection's own row is already gone.
_SQLITE = (
    """CREATE TRIGGER decisions_stay_as_they_are BEFORE UPDATE ON decisions
    BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END""",
    """CREATE TRIGGER decisions_stay BEFORE DELETE ON decisions
    WHEN EXISTS (SELECT 1 FROM collections WHERE id = OLD.collection)
    BEGIN SELECT RAISE(ABORT, 'decisions are never deleted'); END""",
)
_POSTGRES = (
    """CREATE FUNCTION timeline_keep_decision() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM collections WHERE id = OLD.collection) THEN
        RETURN OLD;
      END IF;
      RAISE EXCEPTION 'decisions are never changed or deleted';
    END $$""",
    """CREATE TRIGGER decisions_stay BEFORE UPDATE OR DELETE ON decisions
    FOR EACH ROW EXECUTE FUNCTION timeline_keep_decision()""",
)
