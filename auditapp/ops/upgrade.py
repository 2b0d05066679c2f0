"""Upgrading a running audit to a newer version of a pack, as one step."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import select

from auditapp.domain.audit_life import Area
from auditapp.errors import UserError
from auditapp.ops.support import fetch, require_open
from auditapp.packs.freeze import thaw
from auditapp.packs.upgrade import Fate, PackDiff, diff
from auditapp.store.models import Answer, FrozenPack, UnitPack
from auditapp.store.op import Op, Tx

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable, Mapping

    from auditapp.packs.content import FrozenPack as Thawed


class Decision(StrEnum):
    """What becomes of the answers to a question whose rating changed: they stand, or the results
    are taken back while note and evidence stay."""

    KEEP = "keep"
    REOPEN = "reopen"


@dataclass(frozen=True, slots=True)
class Upgraded:
    """What an upgrade did: the new frozen pack, and how many answers were taken back."""

    pack: uuid.UUID
    diff: PackDiff
    reopened: int


def upgrade_pack(
    frozen_id: uuid.UUID, *, content: bytes, decisions: Mapping[str, Decision]
) -> Op[Upgraded]:
    """Put a newer version of a pack into the place of an older one, in every unit that has it.

    ``content`` is its canonical JSON (``packs.freeze``). Answers stay by the id of their question.
    ``decisions`` by question: one for each whose rating changed and that has a result. Raises
    UserError ``upgrade_other_pack``, ``upgrade_not_newer``, ``upgrade_undecided`` (with the ids),
    ``pack_frozen_damaged``, ``pack_frozen_newer``.
    """
    new = thaw(content)

    def work(tx: Tx) -> Upgraded:
        require_open(tx, Area.PLAN)
        row = fetch(tx, FrozenPack, frozen_id)
        found = compare_with(tx, row, new)
        asked_in = tx.session.scalars(
            select(UnitPack).where(UnitPack.frozen_pack_id == frozen_id)
        ).all()
        answers = _answers(tx, found, [link.unit_id for link in asked_in])
        open_ids = sorted({it.question_id for it in answers} - decisions.keys())
        if open_ids:
            raise UserError("upgrade_undecided", n=len(open_ids), questions=tuple(open_ids))
        key = _freeze(tx, row, new, content)
        for link in asked_in:
            tx.session.delete(link)
            to = tx.natural_id("unit_pack", link.unit_id, key)
            if tx.session.get(UnitPack, to) is None:
                tx.session.add(UnitPack(id=to, unit_id=link.unit_id, frozen_pack_id=key))
        row.withdrawn = True
        reopened = [it for it in answers if decisions[it.question_id] is Decision.REOPEN]
        for answer in reopened:
            answer.result = answer.fulfilment = None
            answer.answered_by = answer.answered_at = None
        return Upgraded(key, found, len(reopened))

    kept = sorted(name for name, it in decisions.items() if it is Decision.KEEP)
    args: dict[str, str | int | list[str]] = {
        "pack": new.pack.id,
        "version": new.pack.version,
        "keep": kept,
        "reopen": sorted(decisions.keys() - set(kept)),
    }
    return Op("plan.upgrade_pack", args, work)


def compare_with(tx: Tx, row: FrozenPack, new: Thawed) -> PackDiff:
    """A frozen pack of the file against a newer version; raises as ``upgrade_pack`` says."""
    if new.pack.id != row.pack_id:
        raise UserError("upgrade_other_pack", pack=row.pack_id, other=new.pack.id)
    if new.pack.version <= row.version:
        raise UserError(
            "upgrade_not_newer", pack=row.pack_id, version=row.version, other=new.pack.version
        )
    data = tx.blobs.get(row.sha256)
    if data is None:
        raise UserError("pack_frozen_damaged")
    old = thaw(data)
    return diff(old.pack, new.pack, old_cards=old.cards, new_cards=new.cards)


def _answers(tx: Tx, found: PackDiff, units: Iterable[uuid.UUID]) -> list[Answer]:
    """The answers with a result to questions whose rating changed, in the pack's units."""
    ids = [row.id for row in found.of(Fate.RATING_CHANGED)]
    rows = tx.session.scalars(
        select(Answer).where(Answer.unit_id.in_(list(units)), Answer.result.is_not(None))
    ).all()
    wanted = set(ids)
    return [row for row in rows if row.question_id in wanted]


def _freeze(tx: Tx, old: FrozenPack, new: Thawed, content: bytes) -> uuid.UUID:
    key = tx.natural_id("pack", new.pack.id, str(new.pack.version))
    row = tx.session.get(FrozenPack, key)
    if row is None:
        row = FrozenPack(id=key, pack_id=new.pack.id, version=new.pack.version)
        tx.session.add(row)
    row.position, row.sha256, row.withdrawn = old.position, tx.put_blob(content), False
    tx.session.flush()
    return key
