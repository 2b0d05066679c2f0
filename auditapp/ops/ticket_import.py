"""Importing an extract: source → tickets file under a new id → one op that makes it known.

What goes wrong on the way, a cancel included, leaves nothing: no step, no file. A crash after the
file was written leaves a part that the next opening sweeps, or finishes if the step is there.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import select, text

from auditapp.errors import UserError
from auditapp.ops.tickets import (
    REFUSED,
    CardFacts,
    NewComparison,
    NewPopulation,
    NewSource,
    add_key,
    add_population,
    record_comparison,
    reseal_key,
)
from auditapp.store.models import Population, RuleRun, TicketKey
from auditapp.store.op import uuid7
from auditapp.tickets import compare as extracts
from auditapp.tickets import keys, reconcile
from auditapp.tickets.database import cancelling, close, columns_of, connect
from auditapp.tickets.fields import Table
from auditapp.tickets.intake import read_source
from auditapp.tickets.populations import copy_refused
from auditapp.tickets.pseudonyms import copy_table

if TYPE_CHECKING:
    import uuid
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from auditapp.jobs.progress import Progress
    from auditapp.store.audit_file import AuditFile
    from auditapp.store.op import Outcome
    from auditapp.tickets.database import Connection
    from auditapp.tickets.intake import Intake
    from auditapp.tickets.mapping import ColumnMapping
    from auditapp.tickets.populations import Swept, TicketFiles
    from auditapp.tickets.reading.source import ReadOptions

TableReader = Callable[["Connection", "Progress"], NewSource]
"""Reads one source into its canonical table (schema ``main``) and tells how that went."""

OTHER_KEY: Final = "other_key"
KEY_UNKNOWN: Final = "key_unknown"
NO_TICKET_ID: Final = "no_ticket_id"
"""Why two extracts are not comparable: codes (texts ``not_comparable.<code>``)."""
_READ: Final = 70
_COPIED: Final = 90
_ALL: Final = 100


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """An import: the card, a reader per table (the tickets first), the key of the pseudonyms.

    Without a key the pseudonyms are made with one that nobody keeps: such an extract can be tested,
    but never compared with another one.
    """

    card: CardFacts
    readers: tuple[TableReader, ...]
    key: keys.TicketKey | None = None
    previous_id: uuid.UUID | None = None


def import_population(
    audit: AuditFile,
    files: TicketFiles,
    plan: ImportPlan,
    *,
    actor: uuid.UUID | None,
    progress: Progress,
    gesture: uuid.UUID | None = None,
) -> Outcome[uuid.UUID]:
    """Import an extract; the value is the population's id.

    Raises what reading raises, ``tickets_no_rows``, ``no_person``, ``audit_issued_read_only``,
    ``disk_full``, Cancelled.
    """
    population_id = uuid7()
    try:
        new = _write(files, population_id, plan, progress)
        progress.check()
        outcome = audit.run(add_population(new), actor=actor, gesture=gesture)
    except BaseException as error:
        files.drop(population_id)
        full = _disk_full(error)
        if full is None:
            raise
        raise full from error
    files.keep(population_id)
    return outcome


def source_reader(path: Path, mapping: ColumnMapping, options: ReadOptions) -> TableReader:
    """A reader of a file into the table of its mapping."""

    def read(connection: Connection, progress: Progress) -> NewSource:
        return source_of(read_source(connection, path, options, mapping, progress=progress))

    return read


def source_of(intake: Intake) -> NewSource:
    """What the audit keeps of how a file was read."""
    orders = sorted({choice.order for choice in intake.dates.values()})
    taken = {
        (name, value): code
        for name, codes in intake.values.items()
        for value, code in codes.items()
    }
    taken |= {(name, value): "" for name, values in intake.unknown.items() for value in values}
    notes: dict[str, object] = {
        "kind": intake.kind,
        "delimiter": intake.delimiter,
        "tickets": intake.tickets,
        "folded": intake.folded,
        "dates": {name: [it.order, it.decided_by] for name, it in intake.dates.items()},
        "bad": dict(intake.bad),
    }
    return NewSource(
        canonical=intake.mapping.table.value,
        file_name=Path(intake.path).name,
        file_hash=intake.sha256,
        file_size=intake.size,
        encoding=intake.encoding or None,
        sheet=intake.sheet or None,
        header_row=intake.header_row,
        date_order=orders[0] if len(orders) == 1 else None,
        rows_read=intake.rows_read,
        rows_kept=intake.rows_kept,
        rows_refused=len(intake.refused),
        duplicates=intake.duplicates,
        unreadable=sum(intake.bad.values()),
        mapping=intake.mapping.named(),
        notes=notes,
        values=tuple((name, value, code or None, None) for (name, value), code in taken.items()),
        refused=tuple((it.row, it.reason) for it in intake.refused[:REFUSED]),
    )


def new_key(audit: AuditFile, passphrase: str, *, actor: uuid.UUID | None) -> keys.TicketKey:
    """Make the audit's key and keep it sealed; raises UserError ``tickets_passphrase_short``."""
    key = keys.make_key(uuid7())
    audit.run(add_key(key.id, keys.seal(key, passphrase), key.fingerprint), actor=actor)
    return key


def unlock(audit: AuditFile, passphrase: str) -> keys.TicketKey:
    """The latest key that the passphrase opens.

    Raises UserError ``tickets_no_key`` when the audit has none, ``tickets_wrong_passphrase``.
    """

    def work(session: Session) -> list[tuple[uuid.UUID, bytes]]:
        rows = session.execute(
            select(TicketKey.id, TicketKey.sealed)
            .where(TicketKey.withdrawn.is_(False))
            .order_by(TicketKey.made_at.desc(), TicketKey.id)
        ).all()
        return [(key, bytes(sealed)) for key, sealed in rows]

    found = audit.read(work)
    if not found:
        raise UserError("tickets_no_key")
    for position, (key_id, sealed) in enumerate(found, 1):
        try:
            return keys.unseal(key_id, sealed, passphrase)
        except UserError as error:
            if error.code != "tickets_wrong_passphrase" or position == len(found):
                raise
    raise UserError("tickets_no_key")


def change_passphrase(
    audit: AuditFile, old: str, new: str, *, actor: uuid.UUID | None
) -> Outcome[None]:
    """Put the key under another passphrase; raises as ``unlock`` and ``new_key`` do."""
    key = unlock(audit, old)
    return audit.run(reseal_key(key.id, keys.seal(key, new)), actor=actor)


def take_key(
    audit: AuditFile, earlier: AuditFile, passphrase: str, *, actor: uuid.UUID | None
) -> keys.TicketKey:
    """Take the key of another audit (the one that this follows up) into this one.

    Raises as ``unlock`` does: who takes it must know its passphrase.
    """
    key = unlock(earlier, passphrase)
    audit.run(add_key(key.id, keys.seal(key, passphrase), key.fingerprint), actor=actor)
    return key


def compare_extracts(
    audit: AuditFile,
    files: TicketFiles,
    population_id: uuid.UUID,
    previous_id: uuid.UUID,
    *,
    actor: uuid.UUID | None,
    progress: Progress,
) -> Outcome[uuid.UUID]:
    """Hold a population against an earlier extract and keep what differs.

    Pseudonyms of different or unknown keys: kept as *not comparable*, nothing is compared. Raises
    UserError ``tickets_not_here``, ``row_gone``, Cancelled.
    """
    marks = audit.read(lambda session: _fingerprints(session, (population_id, previous_id)))
    reason = _why_not(marks.get(population_id), marks.get(previous_id))
    if reason is not None:
        new = NewComparison(population_id, previous_id, reason)
        return audit.run(record_comparison(new), actor=actor)
    first, second = files.find(previous_id), files.find(population_id)
    if first is None or second is None:
        raise UserError("tickets_not_here")
    found = extracts.compare(first, second, progress)
    new = NewComparison(
        population_id,
        previous_id,
        None,
        found.common,
        found.vanished,
        found.appeared,
        dict(found.changed),
        tuple((one.ticket, one.field, one.before, one.after) for one in found.rows),
    )
    return audit.run(record_comparison(new), actor=actor)


def sweep_tickets(audit: AuditFile, files: TicketFiles) -> Swept:
    """At opening for writing: finish populations that a step knows, delete what none does."""
    return files.sweep(audit.read(_ever_known))


def compact_tickets(audit: AuditFile, files: TicketFiles) -> int:
    """Delete the files of populations that were undone; how many bytes that freed.

    Nothing brings them back. Raises UserError ``opened_for_reading``.
    """
    if audit.read_only:
        raise UserError("opened_for_reading", path=audit.path.name)
    referred = audit.read(lambda session: set(session.scalars(select(Population.id)).all()))
    return files.compact(referred)


def live_runs(session: Session, population_id: uuid.UUID) -> set[str]:
    """The runs of a population that the audit knows, as the tickets file names them."""
    rows = session.scalars(select(RuleRun.id).where(RuleRun.population_id == population_id))
    return {row.hex for row in rows.all()}


def extract_hash(sources: Sequence[NewSource]) -> str:
    """The hash of an extract: its file's, or that of all files together by table."""
    if len(sources) == 1:
        return sources[0].file_hash
    listed = sorted(f"{one.canonical}:{one.file_hash}" for one in sources)
    return hashlib.sha256("\n".join(listed).encode()).hexdigest()


def _write(
    files: TicketFiles, population_id: uuid.UUID, plan: ImportPlan, progress: Progress
) -> NewPopulation:
    """Fill the population's file; what names a person never reaches it."""
    secret = secrets.token_bytes(keys.KEY_BYTES) if plan.key is None else plan.key.secret
    raw, part = files.raw_path(population_id), files.part_path(population_id)
    connection = connect(raw)
    try:
        sources: list[NewSource] = []
        for number, reader in enumerate(plan.readers):
            first, last = (_READ * at // len(plan.readers) for at in (number, number + 1))
            sources.append(reader(connection, progress.part(first, last, _ALL)))
        masked = _copy(connection, files, population_id, part, secret, progress)
    finally:
        close(connection)
        files.drop_raw(population_id)
    connection = connect(part)
    try:
        with cancelling(connection, progress):
            totals = reconcile.counts(connection)
            numbers = reconcile.numbering(connection)
    finally:
        close(connection)
    progress.report(_ALL, _ALL)
    if not any(one.tickets for one in totals):
        raise UserError("tickets_no_rows")
    return NewPopulation(
        id=population_id,
        card=plan.card,
        extract_hash=extract_hash(sources),
        sources=tuple(sources),
        totals=tuple((one.month, one.channel, one.tickets) for one in totals),
        gaps=tuple((gap.kind, gap.before, gap.after, gap.missing) for gap in numbers.gaps),
        key_id=None if plan.key is None else plan.key.id,
        previous_id=plan.previous_id,
        masked=masked,
    )


def _copy(
    connection: Connection,
    files: TicketFiles,
    population_id: uuid.UUID,
    part: Path,
    secret: bytes,
    progress: Progress,
) -> int:
    place = str(part).replace("'", "''")
    masked = 0
    with cancelling(connection, progress):
        connection.execute(f"ATTACH '{place}' AS kept")
        given = [table for table in Table if columns_of(connection, table.value)]
        if Table.TICKETS not in given:
            raise UserError("tickets_no_rows")
        for number, table in enumerate(given, 1):
            source, target = f"main.{table.value}", f"kept.main.{table.value}"
            masked += copy_table(connection, source, target, table, secret).masked
            progress.report(_READ + (_COPIED - _READ) * number // len(given), _ALL)
        copy_refused(connection)
        files.mark(connection, population_id, "kept")
        connection.execute("DETACH kept")
    return masked


def _ever_known(session: Session) -> set[uuid.UUID]:
    """Populations that some step made known, undone ones too: redo brings them back."""
    import uuid as ids

    rows = session.execute(
        text("SELECT DISTINCT row_id FROM change WHERE \"table\" = 'population'")
    ).all()
    return {ids.UUID(bytes=bytes(key)) for (key,) in rows}


def _fingerprints(
    session: Session, populations: tuple[uuid.UUID, ...]
) -> dict[uuid.UUID, str | None]:
    rows = session.execute(
        select(Population.id, TicketKey.fingerprint)
        .outerjoin(TicketKey, TicketKey.id == Population.key_id)
        .where(Population.id.in_(populations))
    ).all()
    if len(rows) < len(set(populations)):
        raise UserError("row_gone", table="population")
    return {key: mark for key, mark in rows}  # noqa: C416  (rows are no tuples)


def _why_not(one: str | None, other: str | None) -> str | None:
    if not one or not other:
        return KEY_UNKNOWN
    return None if one == other else OTHER_KEY


def _disk_full(error: BaseException) -> UserError | None:
    """The sentence for a disk that ran full while the tickets file was written."""
    words = ("No space left", "Disk quota", "There is not enough space", "File too large")
    if type(error).__name__ in ("IOException", "OSError") and any(it in str(error) for it in words):
        return UserError("disk_full")
    return None
