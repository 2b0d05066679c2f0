"""Deciding what a merge could not: several values that nobody had seen of one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from auditapp.errors import UserError
from auditapp.store.models import Base
from auditapp.store.op import Op, Tx

if TYPE_CHECKING:
    import uuid

    from auditapp.store.encoding import Cell


def resolve_conflict(table: str, row_id: uuid.UUID, field: str, value: Cell) -> Op[None]:
    """Decide a cell: an ordinary step that has seen all candidates.

    It is written even when the chosen value is the one that the cell holds already. Raises
    UserError ``row_gone`` when the row is no longer there.
    """
    columns = Base.metadata.tables[table].columns
    if field not in columns:
        msg = f"no column {field} in {table}"
        raise ValueError(msg)

    def work(tx: Tx) -> None:
        # Stored forms (bytes, text, integers) go in as they stand in the journal.
        found = tx.session.execute(
            text(f'SELECT "{field}" FROM "{table}" WHERE id = :id'), {"id": row_id.bytes}
        ).one_or_none()
        if found is None:
            raise UserError("row_gone", table=table)
        if found[0] == value:
            tx.affirm(table, row_id, field)
        else:
            tx.session.execute(
                text(f'UPDATE "{table}" SET "{field}" = :value WHERE id = :id'),
                {"value": value, "id": row_id.bytes},
            )

    return Op("conflict.resolve", {"table": table, "row": row_id.hex, "field": field}, work)
