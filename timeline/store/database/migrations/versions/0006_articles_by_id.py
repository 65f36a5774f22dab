"""An article is found by its id: each decision asks whether it names one, and their rows hold whole texts."""

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the index."""
    op.create_index("documents_by_id", "documents", ["collection", "id"])
