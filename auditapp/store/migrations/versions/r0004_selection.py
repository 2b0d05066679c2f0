"""What decides what is asked, and the organisation's own values in the lists of codes."""

from __future__ import annotations

from alembic import op  # noqa: TID253  (only Alembic itself loads revisions)

from auditapp.store.migrations.columns import boolean, day, enum, id16, integer, key, refers, text

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; nothing that is there changes."""
    op.create_table(
        "profile_fact",
        id16("id"),
        text("fact"),
        text("value", null=True),
        key("profile_fact", "id"),
    )
    op.create_table(
        "left_out",
        id16("id"),
        text("question_id"),
        id16("unit_id"),
        enum("reason", null=True),
        text("note", null=True),
        refers("left_out", "unit_id", "unit"),
        key("left_out", "id"),
    )
    op.create_index("ix_left_out_unit_id", "left_out", ["unit_id"])
    op.create_table(
        "capacity",
        id16("id"),
        id16("person_id"),
        id16("unit_id", null=True),
        day("day"),
        integer("minutes", null=True),
        refers("capacity", "person_id", "person"),
        refers("capacity", "unit_id", "unit"),
        key("capacity", "id"),
    )
    op.create_table(
        "unit_volume",
        id16("id"),
        id16("unit_id"),
        integer("complaints", null=True),
        refers("unit_volume", "unit_id", "unit"),
        key("unit_volume", "id"),
    )
    op.create_table(
        "taxonomy_value",
        id16("id"),
        text("list_id"),
        text("value"),
        text("parent", null=True),
        integer("position", null=True),
        boolean("hidden"),
        key("taxonomy_value", "id"),
    )
