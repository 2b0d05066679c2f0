"""Complaint populations: the list, the extract card, refused rows, control totals, comparisons."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, select

from auditapp.domain.vocabulary import Lang
from auditapp.errors import UserError
from auditapp.ops.queries.people import code_of, load_people
from auditapp.ops.queries.printed import TextBook, load_texts
from auditapp.ops.queries.ticket_rows import (
    ComparisonRow,
    ControlTotals,
    ExtractCard,
    GapRow,
    PopulationRow,
    Presence,
    RefusedRow,
    SourceRow,
    TotalRow,
    ValueRow,
)
from auditapp.ops.ticket_stored import SECOND_SOURCE
from auditapp.store.models import (
    ControlTotal,
    Evidence,
    ExtractComparison,
    NumberGap,
    Population,
    PopulationSource,
    RuleRun,
    TicketKey,
    ValueMapping,
)
from auditapp.store.models import RefusedRow as RefusedCells

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from auditapp.store.audit_file import AuditFile
    from auditapp.tickets.populations import TicketFiles

TICKETS: Final = "tickets"
"""The canonical table that every population has."""


def populations(
    audit: AuditFile, files: TicketFiles | None = None, *, withdrawn: bool = False
) -> tuple[PopulationRow, ...]:
    """The populations, newest first; ``files`` says which of them are on this machine."""
    rows = audit.read(load_populations)
    shown = (row for row in rows if withdrawn or not row.withdrawn)
    return tuple(with_presence(row, files) for row in shown)


def extract_card(
    audit: AuditFile, population_id: UUID, files: TicketFiles | None = None
) -> ExtractCard:
    """The extract card with its sources; raises UserError ``row_gone``."""
    card = audit.read(lambda session: load_card(session, population_id))
    return _replaced(card, presence_of(population_id, files))


def refused_rows(audit: AuditFile, source_id: UUID) -> tuple[RefusedRow, ...]:
    """The first 1,000 refused rows of a source, in its order."""

    def work(session: Session) -> tuple[RefusedRow, ...]:
        rows = session.execute(
            select(RefusedCells.row_no, RefusedCells.reason)
            .where(RefusedCells.source_id == source_id)
            .order_by(RefusedCells.row_no)
        ).all()
        return tuple(RefusedRow(number, reason) for number, reason in rows)

    return audit.read(work)


def control_totals(audit: AuditFile, population_id: UUID) -> ControlTotals:
    """Counted and told figures by month and channel, and gaps; raises UserError ``row_gone``."""
    return audit.read(lambda session: load_totals(session, population_id))


def comparisons(audit: AuditFile, population_id: UUID) -> tuple[ComparisonRow, ...]:
    """What this extract changed against earlier ones, the latest comparison first."""
    return audit.read(lambda session: load_comparisons(session, population_id))


def ticket_keys(audit: AuditFile) -> tuple[tuple[UUID, str, bytes], ...]:
    """The sealed keys of the audit: id, fingerprint, sealed bytes; the latest first."""

    def work(session: Session) -> tuple[tuple[UUID, str, bytes], ...]:
        rows = session.execute(
            select(TicketKey.id, TicketKey.fingerprint, TicketKey.sealed)
            .where(TicketKey.withdrawn.is_(False))
            .order_by(TicketKey.made_at.desc(), TicketKey.id)
        ).all()
        return tuple((key, mark, bytes(sealed)) for key, mark, sealed in rows)

    return audit.read(work)


def presence_of(population_id: UUID, files: TicketFiles | None) -> Presence:
    """Whether the tickets of a population are on this machine."""
    if files is None:
        return Presence.NOT_LOOKED
    return Presence.ELSEWHERE if files.find(population_id) is None else Presence.HERE


def with_presence(row: PopulationRow, files: TicketFiles | None) -> PopulationRow:
    """The row with what the disk says."""
    return row if files is None else _replaced(row, presence_of(row.id, files))


def load_populations(session: Session) -> tuple[PopulationRow, ...]:
    """All populations, withdrawn ones too, newest first."""
    texts, people = load_texts(session, names=("title",)), load_people(session)
    sources: dict[UUID, list[tuple[str, int, int]]] = defaultdict(list)
    for key, canonical, kept, refused, notes in session.execute(
        select(
            PopulationSource.population_id,
            PopulationSource.canonical,
            PopulationSource.rows_kept,
            PopulationSource.rows_refused,
            PopulationSource.notes,
        ).order_by(PopulationSource.canonical)
    ).all():
        # Folded event logs keep more rows than tickets.
        sources[key].append((canonical, json.loads(notes).get("tickets", kept), refused))
    keys = session.execute(select(TicketKey.id, TicketKey.fingerprint)).all()
    marks = {row[0]: row[1] for row in keys}
    runs = latest_runs(session)
    rows = session.scalars(
        select(Population).order_by(Population.added_at.desc(), Population.id)
    ).all()
    return tuple(
        PopulationRow(
            id=row.id,
            number=row.number,
            title=texts.best(row.id, "title"),
            rows=sum(kept for name, kept, _ in sources[row.id] if name == TICKETS),
            refused=sum(refused for name, _, refused in sources[row.id] if name == TICKETS),
            period_from=row.period_from,
            period_to=row.period_to,
            run_at=row.run_at,
            completeness=row.completeness,
            presence=Presence.NOT_LOOKED,
            tables=tuple(name for name, _, _ in sources[row.id]),
            comparable_key="" if row.key_id is None else marks.get(row.key_id, ""),
            previous_id=row.previous_id,
            added_at=row.added_at,
            added_by=code_of(people, row.added_by),
            last_run_id=runs[row.id].id if row.id in runs else None,
            last_run_at=runs[row.id].run_at if row.id in runs else None,
            withdrawn=row.withdrawn,
        )
        for row in rows
    )


def latest_runs(session: Session) -> dict[UUID, RuleRun]:
    """The latest run of rules on each population that is not withdrawn."""
    rows = _runs(session)
    return {row.population_id: row for row in rows if row.profile != SECOND_SOURCE}


def latest_matchings(session: Session) -> dict[UUID, RuleRun]:
    """The latest matching of a second source on each population; it stands beside the run."""
    rows = _runs(session)
    return {row.population_id: row for row in rows if row.profile == SECOND_SOURCE}


def _runs(session: Session) -> Sequence[RuleRun]:
    return session.scalars(
        select(RuleRun).where(RuleRun.withdrawn.is_(False)).order_by(RuleRun.run_at, RuleRun.id)
    ).all()


def load_card(session: Session, population_id: UUID) -> ExtractCard:
    """The card as the file has it; raises UserError ``row_gone``."""
    row = the_population(session, population_id)
    texts = load_texts(session, owners=(population_id,), names=("title",))
    number = (
        None
        if row.evidence_id is None
        else session.scalar(select(Evidence.number).where(Evidence.id == row.evidence_id))
    )
    sources = session.scalars(
        select(PopulationSource)
        .where(PopulationSource.population_id == population_id)
        .order_by(PopulationSource.canonical != TICKETS, PopulationSource.canonical)
    ).all()
    values = session.execute(
        select(ValueMapping.field, ValueMapping.value, ValueMapping.code, ValueMapping.rows)
        .join(PopulationSource, PopulationSource.id == ValueMapping.source_id)
        .where(PopulationSource.population_id == population_id)
        .order_by(ValueMapping.field, ValueMapping.value)
    ).all()
    return ExtractCard(
        id=row.id,
        number=row.number,
        title=_title(texts, population_id),
        system=row.system,
        run_by=row.run_by,
        query_text=row.query_text,
        evidence_id=row.evidence_id,
        evidence_number=number or "",
        run_at=row.run_at,
        period_from=row.period_from,
        period_to=row.period_to,
        told_count=row.told_count,
        told_source=row.told_source,
        as_of=row.as_of,
        extract_hash=row.extract_hash,
        masked=row.masked,
        key_id=row.key_id,
        completeness=row.completeness,
        completeness_note=row.completeness_note,
        presence=Presence.NOT_LOOKED,
        sources=tuple(_source(one) for one in sources),
        values=tuple(ValueRow(*cells) for cells in values),
    )


def load_totals(session: Session, population_id: UUID) -> ControlTotals:
    """Control totals inside an open read."""
    row = the_population(session, population_id)
    totals = session.execute(
        select(
            ControlTotal.month,
            ControlTotal.channel,
            ControlTotal.counted,
            ControlTotal.told,
            ControlTotal.note,
        )
        .where(ControlTotal.population_id == population_id)
        .order_by(ControlTotal.month, ControlTotal.channel)
    ).all()
    gaps = session.execute(
        select(
            NumberGap.id,
            NumberGap.kind,
            NumberGap.before,
            NumberGap.after,
            NumberGap.missing,
            NumberGap.note,
        )
        .where(NumberGap.population_id == population_id)
        .order_by(NumberGap.missing.desc(), NumberGap.before)
    ).all()
    counted = session.scalar(
        select(func.sum(PopulationSource.rows_kept)).where(
            PopulationSource.population_id == population_id,
            PopulationSource.canonical == TICKETS,
        )
    )
    return ControlTotals(
        rows=tuple(TotalRow(*cells) for cells in totals),
        counted=int(counted or 0),
        told=row.told_count,
        gaps=tuple(GapRow(*cells) for cells in gaps),
        completeness=row.completeness,
        note=row.completeness_note,
    )


def load_comparisons(session: Session, population_id: UUID) -> tuple[ComparisonRow, ...]:
    """Comparisons inside an open read."""
    rows = session.scalars(
        select(ExtractComparison)
        .where(ExtractComparison.population_id == population_id)
        .order_by(ExtractComparison.compared_at.desc())
    ).all()
    return tuple(
        ComparisonRow(
            population_id=row.population_id,
            previous_id=row.previous_id,
            comparable=row.comparable,
            reason=row.reason,
            common=row.common,
            vanished=row.vanished,
            appeared=row.appeared,
            changed=json.loads(row.changed),
            rows=tuple(tuple(cells) for cells in json.loads(row.rows)),
            compared_at=row.compared_at,
        )
        for row in rows
    )


def the_population(session: Session, population_id: UUID) -> Population:
    """The row of a population; raises UserError ``row_gone``."""
    row = session.get(Population, population_id)
    if row is None:
        raise UserError("row_gone", table="population")
    return row


def _title(texts: TextBook, population_id: UUID) -> Mapping[Lang, str]:
    printed = texts.get(population_id, "title")
    return {lang: printed.get(lang) for lang in Lang if printed.get(lang)}


def _source(row: PopulationSource) -> SourceRow:
    return SourceRow(
        id=row.id,
        table=row.canonical,
        file_name=row.file_name,
        file_hash=row.file_hash,
        file_size=row.file_size,
        encoding=row.encoding,
        sheet=row.sheet,
        header_row=row.header_row,
        date_order=row.date_order,
        zone=row.zone,
        rows_read=row.rows_read,
        rows_kept=row.rows_kept,
        rows_refused=row.rows_refused,
        duplicates=row.duplicates,
        unreadable=row.unreadable,
        mapping=json.loads(row.mapping),
        notes=json.loads(row.notes),
    )


def _replaced(row: Any, presence: Presence) -> Any:
    from dataclasses import replace

    return replace(row, presence=presence)
