"""What the audit keeps of complaint populations: the extract, its figures, results and decisions.

The tickets themselves lie beside the file. Everything here is counts, codes and pseudonyms; no
column holds a float: measures are decimal text with their unit beside them.
"""

from __future__ import annotations

import uuid
from datetime import date, datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from auditapp.domain.vocabulary import Completeness, Dimension
from auditapp.store.models.base import Base
from auditapp.store.models.columns import enum_of, id_key, id_ref


class TicketKey(Base):
    """The key of the pseudonyms, sealed under the team's passphrase; never the key itself.

    Two laptops may each make one before they merge: a population names the key it was made with.
    """

    __tablename__ = "ticket_key"
    id: Mapped[uuid.UUID] = id_key()
    sealed: Mapped[bytes]
    fingerprint: Mapped[str]
    made_by: Mapped[uuid.UUID | None] = id_ref("person")
    made_at: Mapped[datetime]
    withdrawn: Mapped[bool]


class Population(Base):
    """An imported extract and its card. Text: title. Its id is also that of the tickets file.

    ``query_text`` is what was run, ``told_count`` what the auditee said would come out.
    ``key_id`` is empty when the pseudonyms were made with a key that nobody kept.
    """

    __tablename__ = "population"
    id: Mapped[uuid.UUID] = id_key()
    number: Mapped[str]
    system: Mapped[str | None]
    run_by: Mapped[str | None]
    query_text: Mapped[str | None]
    evidence_id: Mapped[uuid.UUID | None] = id_ref("evidence")
    run_at: Mapped[datetime | None]
    period_from: Mapped[date | None]
    period_to: Mapped[date | None]
    told_count: Mapped[int | None]
    told_source: Mapped[str | None]
    as_of: Mapped[datetime | None]
    extract_hash: Mapped[str]
    previous_id: Mapped[uuid.UUID | None] = id_ref("population")
    key_id: Mapped[uuid.UUID | None] = id_ref("ticket_key")
    masked: Mapped[int]
    completeness: Mapped[Completeness | None] = enum_of(Completeness)
    completeness_note: Mapped[str | None]
    added_by: Mapped[uuid.UUID | None] = id_ref("person")
    added_at: Mapped[datetime]
    withdrawn: Mapped[bool]
    withdrawn_reason: Mapped[str | None]


class PopulationSource(Base):
    """One file that a table of the population was read from; id from both. Counts add up:
    ``rows_read`` = ``rows_kept`` + ``rows_refused``. JSON: ``mapping`` (field → column), ``notes``
    (what else reading it told)."""

    __tablename__ = "population_source"
    id: Mapped[uuid.UUID] = id_key()
    population_id: Mapped[uuid.UUID] = id_ref("population")
    canonical: Mapped[str]
    file_name: Mapped[str]
    file_hash: Mapped[str]
    file_size: Mapped[int | None]
    encoding: Mapped[str | None]
    sheet: Mapped[str | None]
    header_row: Mapped[int | None]
    date_order: Mapped[str | None]
    zone: Mapped[str | None]
    rows_read: Mapped[int]
    rows_kept: Mapped[int]
    rows_refused: Mapped[int]
    duplicates: Mapped[int]
    unreadable: Mapped[int]
    mapping: Mapped[str]
    notes: Mapped[str]
    __table_args__ = (Index(None, "population_id"),)


class ValueMapping(Base):
    """How a value of the source was read: which code it became; id from source, field, value."""

    __tablename__ = "value_mapping"
    id: Mapped[uuid.UUID] = id_key()
    source_id: Mapped[uuid.UUID] = id_ref("population_source")
    field: Mapped[str]
    value: Mapped[str]
    code: Mapped[str | None]
    rows: Mapped[int | None]
    __table_args__ = (Index(None, "source_id"),)


class RefusedRow(Base):
    """A row of the source that is no ticket, with the reason; the first 1,000 of a source."""

    __tablename__ = "refused_row"
    id: Mapped[uuid.UUID] = id_key()
    source_id: Mapped[uuid.UUID] = id_ref("population_source")
    row_no: Mapped[int]
    reason: Mapped[str]
    __table_args__ = (Index(None, "source_id"),)


class ControlTotal(Base):
    """Tickets of a month and channel: counted here and told by the auditee; id from all three.

    ``month`` is 2025-03, or empty for tickets without a readable time; an empty ``channel`` beside
    a told figure means all channels.
    """

    __tablename__ = "control_total"
    id: Mapped[uuid.UUID] = id_key()
    population_id: Mapped[uuid.UUID] = id_ref("population")
    month: Mapped[str]
    channel: Mapped[str]
    counted: Mapped[int | None]
    told: Mapped[int | None]
    note: Mapped[str | None]
    __table_args__ = (Index(None, "population_id"),)


class NumberGap(Base):
    """Ticket numbers that are missing between two that are there; id from where it begins."""

    __tablename__ = "number_gap"
    id: Mapped[uuid.UUID] = id_key()
    population_id: Mapped[uuid.UUID] = id_ref("population")
    kind: Mapped[str]
    before: Mapped[str]
    after: Mapped[str]
    missing: Mapped[int]
    note: Mapped[str | None]
    __table_args__ = (Index(None, "population_id"),)


class ExtractComparison(Base):
    """A second extract held against the first; id from both. ``changed`` is JSON: field → count."""

    __tablename__ = "extract_comparison"
    id: Mapped[uuid.UUID] = id_key()
    population_id: Mapped[uuid.UUID] = id_ref("population")
    previous_id: Mapped[uuid.UUID] = id_ref("population")
    comparable: Mapped[bool]
    reason: Mapped[str | None]
    common: Mapped[int | None]
    vanished: Mapped[int | None]
    appeared: Mapped[int | None]
    changed: Mapped[str]
    rows: Mapped[str]
    compared_at: Mapped[datetime]


class RuleRun(Base):
    """Rules run over a population, with everything that decides their figures.

    ``as_of`` is a local date or date-time, ``choices`` JSON: switch → choice. ``extract_hash`` is
    that of the population as it was.
    """

    __tablename__ = "rule_run"
    id: Mapped[uuid.UUID] = id_key()
    population_id: Mapped[uuid.UUID] = id_ref("population")
    profile: Mapped[str | None]
    as_of: Mapped[str]
    calendar: Mapped[str | None]
    choices: Mapped[str]
    extract_hash: Mapped[str]
    tickets: Mapped[int]
    duplicates: Mapped[int]
    run_by: Mapped[uuid.UUID | None] = id_ref("person")
    run_at: Mapped[datetime]
    withdrawn: Mapped[bool]
    __table_args__ = (Index(None, "population_id"),)


class RuleResult(Base):
    """The figures of one rule in one run; id from both. JSON: ``reasons``, ``sql_params``,
    ``detail`` (histogram, clusters, fairness, notes). Measures and the rate are decimal text.

    ``template``: the limit has no source yet, so the result counts nowhere. ``criteria`` are the
    cards that the limit comes from, separated by spaces; ``criterion_id`` is an own rule.
    """

    __tablename__ = "rule_result"
    id: Mapped[uuid.UUID] = id_key()
    run_id: Mapped[uuid.UUID] = id_ref("rule_run")
    rule_id: Mapped[str]
    version: Mapped[int]
    kind: Mapped[str]
    name_en: Mapped[str]
    name_zh: Mapped[str]
    clause: Mapped[str | None]
    force: Mapped[str]
    severity: Mapped[str | None]
    limit_text: Mapped[str | None]
    threshold: Mapped[str | None]
    met: Mapped[bool | None]
    template: Mapped[bool]
    criteria: Mapped[str]
    criterion_id: Mapped[uuid.UUID | None] = id_ref("criterion")
    passed: Mapped[int]
    failed: Mapped[int]
    running: Mapped[int]
    not_applicable: Mapped[int]
    cannot_test: Mapped[int]
    reasons: Mapped[str]
    numerator: Mapped[int]
    denominator: Mapped[int]
    rate: Mapped[str | None]
    value_unit: Mapped[str | None]
    value_n: Mapped[int | None]
    value_min: Mapped[str | None]
    value_median: Mapped[str | None]
    value_mean: Mapped[str | None]
    value_p90: Mapped[str | None]
    value_p95: Mapped[str | None]
    value_max: Mapped[str | None]
    detail: Mapped[str]
    sql: Mapped[str]
    sql_params: Mapped[str]
    position: Mapped[int]
    __table_args__ = (Index(None, "run_id"),)


class RuleBreakdown(Base):
    """A result by month, unit, channel or category; id from result and dimension.

    ``figures`` is JSON: rows of key, pass, fail, running, not applicable, cannot test, numerator,
    denominator. One row a dimension, not one a figure, keeps a run of all rules small.
    """

    __tablename__ = "rule_breakdown"
    id: Mapped[uuid.UUID] = id_key()
    result_id: Mapped[uuid.UUID] = id_ref("rule_result")
    dimension: Mapped[Dimension] = enum_of(Dimension)
    figures: Mapped[str]
    __table_args__ = (Index(None, "result_id"),)


class RuleExceptions(Base):
    """The exceptions of a result: how many, and the bytes that hold the first 1,000.

    The bytes are JSON lines, stored once by SHA-256: a rule run again with the same outcome adds
    nothing to the file.
    """

    __tablename__ = "rule_exceptions"
    id: Mapped[uuid.UUID] = id_key()
    result_id: Mapped[uuid.UUID] = id_ref("rule_result")
    total: Mapped[int]
    stored: Mapped[int]
    sha256: Mapped[str]
    __table_args__ = (Index(None, "result_id"),)


class Deviation(Base):
    """Exceptions of a rule that were accepted with a reason, by whom and until when."""

    __tablename__ = "deviation"
    id: Mapped[uuid.UUID] = id_key()
    rule_id: Mapped[str]
    population_id: Mapped[uuid.UUID] = id_ref("population")
    reason: Mapped[str]
    approver: Mapped[str]
    approved_on: Mapped[date | None]
    expires_on: Mapped[date | None]
    evidence_id: Mapped[uuid.UUID | None] = id_ref("evidence")
    added_by: Mapped[uuid.UUID | None] = id_ref("person")
    added_at: Mapped[datetime]
    withdrawn: Mapped[bool]
    __table_args__ = (Index(None, "rule_id"),)


class DeviationTicket(Base):
    """A ticket that an accepted deviation covers (link)."""

    __tablename__ = "deviation_ticket"
    id: Mapped[uuid.UUID] = id_key()
    deviation_id: Mapped[uuid.UUID] = id_ref("deviation")
    ticket: Mapped[str]
    __table_args__ = (Index(None, "deviation_id"),)


class SlaLimit(Base):
    """A cell of the limit grid: clock × category × customer tier; id from the three.

    An empty category or tier means any. Without ``criterion_id`` and ``card_id`` its results are
    marked as template.
    """

    __tablename__ = "sla_limit"
    id: Mapped[uuid.UUID] = id_key()
    clock: Mapped[str]
    category: Mapped[str]
    tier: Mapped[str]
    limit_text: Mapped[str | None]
    start_field: Mapped[str]
    stop_field: Mapped[str]
    calendar: Mapped[str | None]
    pauses: Mapped[bool]
    criterion_id: Mapped[uuid.UUID | None] = id_ref("criterion")
    card_id: Mapped[str | None]
    article: Mapped[str | None]
    set_by: Mapped[uuid.UUID | None] = id_ref("person")
    withdrawn: Mapped[bool]


class FindingResult(Base):
    """A rule's result that a finding rests on, and how many exceptions it takes up (link)."""

    __tablename__ = "finding_result"
    id: Mapped[uuid.UUID] = id_key()
    finding_id: Mapped[uuid.UUID] = id_ref("finding")
    result_id: Mapped[uuid.UUID] = id_ref("rule_result")
    exceptions: Mapped[int]
    tickets: Mapped[str]
    __table_args__ = (Index(None, "finding_id"), Index(None, "result_id"))
