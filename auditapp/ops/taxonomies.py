"""The organisation's own values in the lists of codes: causes, complaint types, products, channels.

The shipped lists stand in the library. What is written here stands beside them in the audit, or in
the place of a shipped value with the same code.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from auditapp.domain.audit_life import Area
from auditapp.errors import UserError
from auditapp.ops.support import Bodies, require_open, write_text
from auditapp.store.models import TaxonomyValue
from auditapp.store.op import Op, Tx

if TYPE_CHECKING:
    import uuid

_WORD: Final = re.compile(r"[a-z][a-z0-9_]{0,59}")


def set_value(
    list_id: str,
    value: str,
    *,
    names: Bodies,
    parent: str | None = None,
    position: int | None = None,
) -> Op[uuid.UUID]:
    """Add a value to a list, or rename or move one; ``names`` by language.

    Raises UserError ``bad_taxonomy_code`` or ``taxonomy_needs_name``.
    """
    _check(list_id, value, *(() if parent is None else (parent,)))
    if parent == value:
        raise UserError("bad_taxonomy_code", value=value)
    if not any((body or "").strip() for body in names.values()):
        raise UserError("taxonomy_needs_name", value=value)

    def work(tx: Tx) -> uuid.UUID:
        require_open(tx, Area.PLAN)
        row = _row(tx, list_id, value)
        row.parent, row.position, row.hidden = parent, position, False
        tx.session.flush()
        write_text(tx, row.id, "name", {lang: (body or "").strip() for lang, body in names.items()})
        return row.id

    return Op("taxonomy.set_value", {"list": list_id, "value": value, "parent": parent}, work)


def hide_value(list_id: str, value: str, *, hidden: bool = True) -> Op[uuid.UUID]:
    """Offer a value no longer (or again); where it was used it stays readable.

    Raises UserError ``bad_taxonomy_code``.
    """
    _check(list_id, value)

    def work(tx: Tx) -> uuid.UUID:
        require_open(tx, Area.PLAN)
        row = _row(tx, list_id, value)
        row.hidden = hidden
        return row.id

    return Op("taxonomy.hide_value", {"list": list_id, "value": value, "hidden": hidden}, work)


def _row(tx: Tx, list_id: str, value: str) -> TaxonomyValue:
    key = tx.natural_id("taxonomy_value", list_id, value)
    row = tx.session.get(TaxonomyValue, key)
    if row is None:
        row = TaxonomyValue(id=key, list_id=list_id, value=value, hidden=False)
        tx.session.add(row)
    return row


def _check(*codes: str) -> None:
    for code in codes:
        if not _WORD.fullmatch(code):
            raise UserError("bad_taxonomy_code", value=code)
