"""What Alembic runs around the revisions: on the given connection, in one real transaction."""

from __future__ import annotations

from alembic import context  # noqa: TID253  (only Alembic itself loads this file)

context.configure(
    connection=context.config.attributes["connection"],
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
