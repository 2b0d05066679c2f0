"""Evidence says who holds it and what confirms it; sign-offs have room for a signature."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op  # noqa: TID253  (only Alembic itself loads revisions)

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Rename ``evidence.source`` to ``holder``; add ``second_source`` and ``signature``."""
    # SQLite renames in place since 3.25: no copy of the table, no lost foreign key.
    op.execute("ALTER TABLE evidence RENAME COLUMN source TO holder")
    op.add_column("evidence", sa.Column("second_source", sa.String(), nullable=True))
    op.add_column("sign_off", sa.Column("signature", sa.LargeBinary(), nullable=True))
