"""Populations as ops: an extract becomes known, its card, told figures, completeness, the key.

The tickets themselves were written beside the audit file before (``ops/ticket_import.py``); these
ops only say what is known of them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from auditapp.domain.audit_life import Area
from auditapp.domain.vocabulary import Completeness, Lang
from auditapp.errors import UserError
from auditapp.ops.support import actor_code, clean, fetch, require_open, write_text
from auditapp.store.models import (
    ControlTotal,
    ExtractComparison,
    NumberGap,
    Population,
    PopulationSource,
    RefusedRow,
    TicketKey,
    ValueMapping,
)
from auditapp.store.op import Op, Tx

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

REFUSED: Final = 1000
"""Refused rows of a source that the audit keeps; all of them are counted."""


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What the auditee and the auditor say about an extract; all of it can be edited later."""

    title: dict[Lang, str | None] = field(default_factory=dict[Lang, str | None])
    system: str | None = None
    run_by: str | None = None
    query_text: str | None = None
    evidence_id: uuid.UUID | None = None
    run_at: datetime | None = None
    period_from: date | None = None
    period_to: date | None = None
    told_count: int | None = None
    told_source: str | None = None
    as_of: datetime | None = None


@dataclass(frozen=True, slots=True)
class NewSource:
    """A file that a canonical table was read from, as reading it told.

    ``mapping`` is field → column; ``values`` are (field, value, code, rows); ``refused`` are
    (row number, reason).
    """

    canonical: str
    file_name: str
    file_hash: str
    rows_read: int
    rows_kept: int
    rows_refused: int
    file_size: int | None = None
    encoding: str | None = None
    sheet: str | None = None
    header_row: int | None = None
    date_order: str | None = None
    zone: str | None = None
    duplicates: int = 0
    unreadable: int = 0
    mapping: Mapping[str, str] = field(default_factory=dict[str, str])
    notes: Mapping[str, object] = field(default_factory=dict[str, object])
    values: tuple[tuple[str, str, str | None, int | None], ...] = ()
    refused: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class NewPopulation:
    """A population whose file is written and waits to be known.

    ``totals`` are (month, channel, tickets), ``gaps`` (kind, before, after, missing).
    """

    id: uuid.UUID
    card: CardFacts
    extract_hash: str
    sources: tuple[NewSource, ...]
    totals: tuple[tuple[str, str, int], ...] = ()
    gaps: tuple[tuple[str, str, str, int], ...] = ()
    key_id: uuid.UUID | None = None
    previous_id: uuid.UUID | None = None
    masked: int = 0


@dataclass(frozen=True, slots=True)
class NewComparison:
    """What holding a second extract against an earlier one found, or why it could not be.

    ``rows`` are (ticket, field, before, after).
    """

    population_id: uuid.UUID
    previous_id: uuid.UUID
    reason: str | None = None
    common: int | None = None
    vanished: int | None = None
    appeared: int | None = None
    changed: Mapping[str, int] = field(default_factory=dict[str, int])
    rows: tuple[tuple[str, str, str, str], ...] = ()


def add_population(new: NewPopulation) -> Op[uuid.UUID]:
    """Make an imported extract known, with the number T-<auditor><nn>; raises ``no_person``."""

    def work(tx: Tx) -> uuid.UUID:
        require_open(tx, Area.EVIDENCE)
        code = actor_code(tx)
        row = Population(
            id=new.id,
            number=f"T-{code}{tx.next_number(f'population:{code}'):02d}",
            extract_hash=new.extract_hash,
            previous_id=new.previous_id,
            key_id=new.key_id,
            masked=new.masked,
            added_by=tx.actor_id,
            added_at=tx.at,
            withdrawn=False,
        )
        _fill(row, new.card)
        tx.session.add(row)
        tx.session.flush()
        write_text(tx, row.id, "title", new.card.title)
        for source in new.sources:
            _add_source(tx, row.id, source)
        for month, channel, tickets in new.totals:
            _total(tx, row.id, month, channel).counted = tickets
        for kind, before, after, missing in new.gaps:
            key = tx.natural_id("number_gap", row.id, before, after)
            tx.session.add(
                NumberGap(
                    id=key,
                    population_id=row.id,
                    kind=kind,
                    before=before,
                    after=after,
                    missing=missing,
                )
            )
        return row.id

    args = {"population": new.id.hex, "tables": sorted(one.canonical for one in new.sources)}
    return Op("population.add", args, work)


def edit_card(population_id: uuid.UUID, card: CardFacts) -> Op[None]:
    """Change the extract card; counts, hash and mapping stay."""

    def work(tx: Tx) -> None:
        require_open(tx, Area.EVIDENCE)
        _fill(fetch(tx, Population, population_id), card)
        write_text(tx, population_id, "title", card.title)

    return Op("population.edit", {"population": population_id.hex}, work)


def set_told(
    population_id: uuid.UUID,
    told: Iterable[tuple[str, str, int]],
    *,
    total: int | None = None,
    source: str | None = None,
) -> Op[None]:
    """Set the auditee's figures (month, channel, tickets): exactly these; empty: of all.

    ``source`` says where they stand (a report of the auditee). The verdict is judged anew.
    """
    wanted = {(month, channel): number for month, channel, number in told}
    if any(number < 0 for number in wanted.values()) or (total is not None and total < 0):
        raise UserError("told_negative")

    def work(tx: Tx) -> None:
        require_open(tx, Area.EVIDENCE)
        row = fetch(tx, Population, population_id)
        row.told_count, row.told_source = total, clean(source)
        listed = tx.session.scalars(
            select(ControlTotal).where(ControlTotal.population_id == population_id)
        ).all()
        for one in listed:
            one.told = wanted.get((one.month, one.channel))
        for (month, channel), number in sorted(wanted.items()):
            _total(tx, population_id, month, channel).told = number
        row.completeness = None

    args = {"population": population_id.hex, "figures": len(wanted)}
    return Op("population.set_told", args, work)


def explain_total(population_id: uuid.UUID, month: str, channel: str, note: str | None) -> Op[None]:
    """Say why a counted and a told figure differ."""

    def work(tx: Tx) -> None:
        require_open(tx, Area.EVIDENCE)
        fetch(tx, Population, population_id)
        _total(tx, population_id, month, channel).note = clean(note)

    return Op("population.explain_total", {"population": population_id.hex, "month": month}, work)


def explain_gap(gap_id: uuid.UUID, note: str | None) -> Op[None]:
    """Say why numbers are missing."""

    def work(tx: Tx) -> None:
        require_open(tx, Area.EVIDENCE)
        fetch(tx, NumberGap, gap_id).note = clean(note)

    return Op("population.explain_gap", {"gap": gap_id.hex}, work)


def judge_completeness(
    population_id: uuid.UUID, verdict: Completeness | None, *, note: str | None = None
) -> Op[None]:
    """Say whether the population is reconciled; *reconciled* in spite of a difference says why.

    What the figures themselves say is ``tickets.reconcile.judge``; this is the auditor's word.
    """

    def work(tx: Tx) -> None:
        require_open(tx, Area.EVIDENCE)
        row = fetch(tx, Population, population_id)
        row.completeness, row.completeness_note = verdict, clean(note)

    args = {"population": population_id.hex, "verdict": None if verdict is None else verdict.value}
    return Op("population.judge", args, work)


def withdraw_population(population_id: uuid.UUID, reason: str) -> Op[None]:
    """Take a population out of use: results and file stay. Raises UserError ``reason_needed``."""
    if not clean(reason):
        raise UserError("reason_needed")

    def work(tx: Tx) -> None:
        require_open(tx, Area.EVIDENCE)
        row = fetch(tx, Population, population_id)
        row.withdrawn, row.withdrawn_reason = True, clean(reason)

    return Op("population.withdraw", {"population": population_id.hex}, work)


def record_comparison(new: NewComparison) -> Op[uuid.UUID]:
    """Keep what a second extract changed; a ``reason`` says why it could not be compared."""

    def work(tx: Tx) -> uuid.UUID:
        require_open(tx, Area.EVIDENCE)
        key = tx.natural_id("extract_comparison", new.population_id, new.previous_id)
        row = tx.session.get(ExtractComparison, key)
        if row is None:
            row = ExtractComparison(
                id=key, population_id=new.population_id, previous_id=new.previous_id
            )
            tx.session.add(row)
        row.comparable, row.reason = new.reason is None, new.reason
        row.common, row.vanished, row.appeared = new.common, new.vanished, new.appeared
        row.changed, row.rows = _json(dict(new.changed)), _json([list(one) for one in new.rows])
        row.compared_at = tx.at
        return key

    args = {"population": new.population_id.hex, "previous": new.previous_id.hex}
    return Op("population.compare", args, work)


def add_key(key_id: uuid.UUID, sealed: bytes, fingerprint: str) -> Op[uuid.UUID]:
    """Keep a sealed key: a new one, or one that another audit handed on."""

    def work(tx: Tx) -> uuid.UUID:
        require_open(tx, Area.EVIDENCE)
        row = tx.session.get(TicketKey, key_id)
        if row is None:
            row = TicketKey(id=key_id, made_by=tx.actor_id, made_at=tx.at)
            tx.session.add(row)
        row.sealed, row.fingerprint, row.withdrawn = sealed, fingerprint, False
        return key_id

    return Op("ticket_key.add", {"key": key_id.hex}, work)


def reseal_key(key_id: uuid.UUID, sealed: bytes) -> Op[None]:
    """Put the key under another passphrase (sealed by the caller, who knew the old one)."""

    def work(tx: Tx) -> None:
        require_open(tx, Area.EVIDENCE)
        fetch(tx, TicketKey, key_id).sealed = sealed

    return Op("ticket_key.reseal", {"key": key_id.hex}, work)


def _fill(row: Population, card: CardFacts) -> None:
    row.system, row.run_by = clean(card.system), clean(card.run_by)
    row.query_text, row.evidence_id = card.query_text or None, card.evidence_id
    row.run_at, row.as_of = card.run_at, card.as_of
    row.period_from, row.period_to = card.period_from, card.period_to
    row.told_count, row.told_source = card.told_count, clean(card.told_source)


def _add_source(tx: Tx, population_id: uuid.UUID, source: NewSource) -> None:
    key = tx.natural_id("population_source", population_id, source.canonical)
    row = PopulationSource(
        id=key,
        population_id=population_id,
        canonical=source.canonical,
        file_name=source.file_name,
        file_hash=source.file_hash,
        file_size=source.file_size,
        encoding=source.encoding,
        sheet=source.sheet,
        header_row=source.header_row,
        date_order=source.date_order,
        zone=source.zone,
        rows_read=source.rows_read,
        rows_kept=source.rows_kept,
        rows_refused=source.rows_refused,
        duplicates=source.duplicates,
        unreadable=source.unreadable,
        mapping=_json(dict(source.mapping)),
        notes=_json(dict(source.notes)),
    )
    tx.session.add(row)
    tx.session.flush()
    for name, value, code, rows in source.values:
        one = tx.natural_id("value_mapping", key, name, value)
        tx.session.add(
            ValueMapping(id=one, source_id=key, field=name, value=value, code=code, rows=rows)
        )
    for number, reason in source.refused[:REFUSED]:
        one = tx.natural_id("refused_row", key, str(number))
        tx.session.add(RefusedRow(id=one, source_id=key, row_no=number, reason=reason))


def _total(tx: Tx, population_id: uuid.UUID, month: str, channel: str) -> ControlTotal:
    key = tx.natural_id("control_total", population_id, month, channel)
    row = tx.session.get(ControlTotal, key)
    if row is None:
        row = ControlTotal(id=key, population_id=population_id, month=month, channel=channel)
        tx.session.add(row)
    return row


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
