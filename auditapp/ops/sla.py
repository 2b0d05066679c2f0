"""The grid of limits: clock × category × customer tier, each with the criterion that it comes from.

Until a cell has a source, results by it are marked *template 模板口径*.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from auditapp.domain.audit_life import Area
from auditapp.errors import UserError
from auditapp.ops.support import actor_code, clean, fetch, hex_of, require_open, write_text
from auditapp.store.models import Criterion, SlaLimit
from auditapp.store.op import Op, Tx, natural_id

if TYPE_CHECKING:
    import uuid
    from collections.abc import Mapping, Sequence

    from auditapp.domain.vocabulary import Lang

ANY: Final = ""
"""Any category, any tier."""
AS_RULE: Final = "rule"
"""Start and stop of a clock that a shipped rule knows: the rule says them."""
_LIMIT: Final = re.compile(r"\d+(?:\.\d+)?(?:min|h|d|cd|wd|wmin)")
_CODE: Final = re.compile(r"[A-Za-z0-9_.-]+")


@dataclass(frozen=True, slots=True)
class SlaCell:
    """A cell: limit as in ``30min``, ``24h``, ``15d`` (elapsed), ``15cd``, ``7wd``, ``480wmin``.

    ``start`` and ``stop`` are canonical times; ``limit`` None: measured, not judged.
    """

    clock: str
    category: str
    tier: str
    limit: str | None
    start: str
    stop: str
    calendar: str | None = None
    pauses: bool = False


@dataclass(frozen=True, slots=True)
class SlaSource:
    """Where a limit stands: an own rule of the audit or a library card, with the article."""

    criterion_id: uuid.UUID | None = None
    card_id: str | None = None
    article: str | None = None


def set_limits(cells: Sequence[SlaCell], source: SlaSource | None = None) -> Op[int]:
    """Set cells of the grid (typed or pasted); how many changed.

    A cell whose figures change loses its source unless one is given: it came from elsewhere.
    Raises UserError ``sla_empty``, ``sla_bad_limit``, ``sla_bad_clock``.
    """
    if not cells:
        raise UserError("sla_empty")
    for cell in cells:
        _check(cell)

    def work(tx: Tx) -> int:
        require_open(tx, Area.PLAN)
        return sum(_set(tx, cell, source) for cell in cells)

    clocks = sorted({cell.clock for cell in cells})
    return Op("sla.set", {"clocks": clocks, "cells": len(cells)}, work)


def add_clock(
    name: Mapping[Lang, str | None], cell: SlaCell, source: SlaSource | None = None
) -> Op[str]:
    """Add an own clock with its limit for all tickets; the value is its code OWN-<auditor><n>.

    The code of ``cell`` does not matter. Raises UserError ``sla_clock_name``, ``sla_bad_limit``,
    ``sla_bad_clock``.
    """
    if not any(clean(text) for text in name.values()):
        raise UserError("sla_clock_name")
    _check(replace(cell, clock="OWN"))

    def work(tx: Tx) -> str:
        require_open(tx, Area.PLAN)
        code = actor_code(tx)
        clock = f"OWN-{code}{tx.next_number(f'sla_clock:{code}')}"
        _set(tx, replace(cell, clock=clock), source)
        write_text(tx, clock_text_id(tx.audit_id, clock), "name", dict(name))
        return clock

    return Op("sla.add_clock", {}, work)


def name_clock(clock: str, name: Mapping[Lang, str | None]) -> Op[None]:
    """Call an own clock otherwise; raises UserError ``sla_clock_name``."""
    if not any(clean(text) for text in name.values()):
        raise UserError("sla_clock_name")

    def work(tx: Tx) -> None:
        require_open(tx, Area.PLAN)
        write_text(tx, clock_text_id(tx.audit_id, clock), "name", dict(name))

    return Op("sla.name_clock", {"clock": clock}, work)


def clock_text_id(audit_id: uuid.UUID, clock: str) -> uuid.UUID:
    """Under which owner the name of an own clock stands among the texts."""
    return natural_id(audit_id, "sla_clock", clock)


def bind_source(cell_ids: Sequence[uuid.UUID], source: SlaSource) -> Op[None]:
    """Say which criterion cells come from; without one they are template again."""

    def work(tx: Tx) -> None:
        require_open(tx, Area.PLAN)
        if source.criterion_id is not None:
            fetch(tx, Criterion, source.criterion_id)
        for cell_id in cell_ids:
            row = fetch(tx, SlaLimit, cell_id)
            row.criterion_id, row.card_id = source.criterion_id, clean(source.card_id)
            row.article = clean(source.article)

    args = {"cells": len(cell_ids), "criterion": hex_of(source.criterion_id)}
    return Op("sla.bind", args, work)


def clear_limits(cell_ids: Sequence[uuid.UUID]) -> Op[None]:
    """Take cells out of the grid."""

    def work(tx: Tx) -> None:
        require_open(tx, Area.PLAN)
        for cell_id in cell_ids:
            fetch(tx, SlaLimit, cell_id).withdrawn = True

    return Op("sla.clear", {"cells": [cell_id.hex for cell_id in cell_ids]}, work)


def clear_clock(clock: str) -> Op[int]:
    """Take a clock out of the grid with all its cells; how many there were."""

    def work(tx: Tx) -> int:
        require_open(tx, Area.PLAN)
        rows = tx.session.scalars(
            select(SlaLimit).where(SlaLimit.clock == clock, SlaLimit.withdrawn.is_(False))
        ).all()
        for row in rows:
            row.withdrawn = True
        return len(rows)

    return Op("sla.clear_clock", {"clock": clock}, work)


def parse_grid(text: str) -> tuple[tuple[str, ...], tuple[tuple[str, tuple[str, ...]], ...]]:
    """A grid pasted from a sheet: tiers from its head, then category and limits per row.

    Raises UserError ``sla_not_readable`` when rows have more cells than the head.
    """
    lines = [line.rstrip("\r").split("\t") for line in text.splitlines() if line.strip()]
    if len(lines) < 2 or len(lines[0]) < 2:
        raise UserError("sla_not_readable", row=1)
    tiers = tuple(cell.strip() for cell in lines[0][1:])
    rows: list[tuple[str, tuple[str, ...]]] = []
    for number, cells in enumerate(lines[1:], 2):
        if len(cells) > len(tiers) + 1:
            raise UserError("sla_not_readable", row=number)
        given = [cell.strip() for cell in cells[1:]]
        given += [""] * (len(tiers) - len(given))
        rows.append((cells[0].strip(), tuple(given)))
    return tiers, tuple(rows)


def _check(cell: SlaCell) -> None:
    if not _CODE.fullmatch(cell.clock) or not cell.start or not cell.stop:
        raise UserError("sla_bad_clock", clock=cell.clock)
    if cell.limit is not None and not _LIMIT.fullmatch(cell.limit):
        raise UserError("sla_bad_limit", limit=cell.limit)


def _set(tx: Tx, cell: SlaCell, source: SlaSource | None) -> bool:
    category, tier = cell.category.strip(), cell.tier.strip()
    key = tx.natural_id("sla_limit", cell.clock, category, tier)
    row = tx.session.get(SlaLimit, key)
    wanted = (cell.limit, cell.start, cell.stop, clean(cell.calendar), cell.pauses)
    if row is None:
        row = SlaLimit(id=key, clock=cell.clock, category=category, tier=tier)
        tx.session.add(row)
        before = None
    else:
        before = (row.limit_text, row.start_field, row.stop_field, row.calendar, row.pauses)
        if row.withdrawn:
            before = None
    row.limit_text, row.start_field, row.stop_field, row.calendar, row.pauses = wanted
    row.withdrawn = False
    if source is not None:
        row.criterion_id, row.card_id = source.criterion_id, clean(source.card_id)
        row.article = clean(source.article)
    elif before != wanted:
        row.criterion_id = row.card_id = row.article = None
    row.set_by = tx.actor_id
    return before != wanted
