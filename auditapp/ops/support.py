"""What several ops need: finding rows, refusing changes after issue, writing printed texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import select

from auditapp.domain.audit_life import Area, check_change
from auditapp.domain.vocabulary import Lang, Role
from auditapp.errors import UserError
from auditapp.store.models import Audit, Base, Person, Text, Unit
from auditapp.store.op import Tx, text_hash

if TYPE_CHECKING:
    import uuid

M = TypeVar("M", bound=Base)

Bodies = Mapping[Lang, str | None]
"""A printed text as it arrives: one body per language; None or '' takes it away."""


def fetch(tx: Tx, model: type[M], row_id: uuid.UUID) -> M:
    """The row with this id; raises UserError ``row_gone`` when another copy took it away."""
    row = tx.session.get(model, row_id)
    if row is None:
        raise UserError("row_gone", table=model.__tablename__)
    return row


def the_audit(tx: Tx) -> Audit:
    """The one audit of the file."""
    return fetch(tx, Audit, tx.audit_id)


def require_open(tx: Tx, area: Area) -> None:
    """Refuse a change that the audit's state no longer allows in this area.

    Raises UserError ``audit_issued_read_only`` or ``audit_closed_read_only``.
    """
    check_change(the_audit(tx).state, area)


def actor_role(tx: Tx) -> Role:
    """The role of the acting person; raises UserError ``no_person``."""
    person = None if tx.actor_id is None else tx.session.get(Person, tx.actor_id)
    if person is None:
        raise UserError("no_person")
    return person.role


def actor_code(tx: Tx) -> str:
    """The code of the acting person, for working numbers; raises UserError ``no_person``."""
    person = None if tx.actor_id is None else tx.session.get(Person, tx.actor_id)
    if person is None:
        raise UserError("no_person")
    return person.code


def unit_code(tx: Tx, unit_id: uuid.UUID | None) -> str:
    """A unit's code, or X for the organisation as a whole."""
    return "X" if unit_id is None else fetch(tx, Unit, unit_id).code


def write_text(tx: Tx, owner_id: uuid.UUID, field: str, bodies: Bodies) -> None:
    """Set a printed text in the given languages; the others stay.

    A text in the second language remembers the main text that it renders, so that it shows as
    outdated when that changes.
    """
    main = the_audit(tx).main_lang
    for lang in sorted(bodies, key=lambda item: item != main):
        _write_one(tx, owner_id, field, lang, bodies[lang], main)


def _write_one(
    tx: Tx, owner_id: uuid.UUID, field: str, lang: Lang, body: str | None, main: Lang
) -> None:
    key = text_id(tx, owner_id, field, lang)
    row = tx.session.get(Text, key)
    if row is None:
        if not body:
            return
        row = Text(id=key, owner_id=owner_id, field=field, lang=lang)
        tx.session.add(row)
    row.body = body or None
    if lang != main:
        source = tx.session.get(Text, text_id(tx, owner_id, field, main))
        row.source_hash = text_hash(source.body) if source is not None and source.body else None


def text_id(tx: Tx, owner_id: uuid.UUID, field: str, lang: Lang) -> uuid.UUID:
    """The id of a printed text: owner, field and language stand for one fact."""
    return tx.natural_id("text", owner_id, field, lang.value)


def read_text(tx: Tx, owner_id: uuid.UUID, field: str) -> str | None:
    """A printed text in the main language, or in the other when only that is there."""
    rows = tx.session.scalars(
        select(Text).where(Text.owner_id == owner_id, Text.field == field)
    ).all()
    main = the_audit(tx).main_lang
    ranked = sorted((row for row in rows if row.body), key=lambda row: row.lang != main)
    return ranked[0].body if ranked else None


def hex_of(value: uuid.UUID | None) -> str | None:
    """An id as it stands in an op's arguments."""
    return None if value is None else value.hex


def clean(value: str | None) -> str | None:
    """A one-line field as it is stored: trimmed, nothing instead of empty."""
    trimmed = (value or "").strip()
    return trimmed or None
