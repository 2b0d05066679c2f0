"""Clocks of the auditee that no shipped rule knows: built from the grid of limits, as data.

A clock of the grid whose name is the ``mapping`` of a rule gives that rule its limits; the rule
says from when to when it runs. Every other clock is a rule by itself: start, stop, calendar and
pauses stand in its cells, its name among the texts of the audit.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from auditapp.domain.vocabulary import Force, Grade, Lang
from auditapp.ops.queries.printed import TextBook, load_texts
from auditapp.ops.queries.ticket_decisions import load_sla
from auditapp.ops.sla import clock_text_id
from auditapp.tickets.clocks.model import Clock, Limit, Unit
from auditapp.tickets.expressions.tree import Node, Op, Type
from auditapp.tickets.fields import FIELDS, Kind, Table
from auditapp.tickets.results import Name
from auditapp.tickets.rules.model import Rule, RuleKind
from auditapp.tickets.switches import always

if TYPE_CHECKING:
    import uuid
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from sqlalchemy.orm import Session

    from auditapp.ops.queries.ticket_rows import SlaRow
    from auditapp.store.audit_file import AuditFile
    from auditapp.tickets.rules.library import RuleLibrary

_LIMIT: Final = re.compile(r"(\d+(?:\.\d+)?)(min|h|d|cd|wd|wmin)")
_ELAPSED: Final = (Unit.MIN, Unit.H, Unit.D)


def with_own_clocks(audit: AuditFile, library: RuleLibrary) -> RuleLibrary:
    """The library with the audit's own clocks after the shipped rules."""
    found = audit.read(lambda session: load_own_clocks(session, library, audit.audit_id))
    return replace(library, rules={**library.rules, **{rule.id: rule for rule in found}})


def load_own_clocks(
    session: Session, library: RuleLibrary, audit_id: uuid.UUID
) -> tuple[Rule, ...]:
    """The own clocks inside an open read, in the order of their codes."""
    rows = load_sla(session)
    shipped = mapped_clocks(library)
    clocks = sorted({row.clock for row in rows} - shipped.keys())
    owners = {clock: clock_text_id(audit_id, clock) for clock in clocks}
    book = load_texts(session, owners=tuple(owners.values()), names=("name",))
    names = {clock: name_of(book, owner, clock) for clock, owner in owners.items()}
    return own_clocks(rows, names, shipped)


def mapped_clocks(library: RuleLibrary) -> Mapping[str, Rule]:
    """The clocks of the grid that shipped rules know, with the first rule of each."""
    found: dict[str, Rule] = {}
    for rule in library.rules.values():
        if isinstance(rule.body, Clock) and rule.body.limit.mapping:
            found.setdefault(rule.body.limit.mapping, rule)
    return found


def own_clocks(
    rows: Iterable[SlaRow], names: Mapping[str, Name], shipped: Collection[str] = ()
) -> tuple[Rule, ...]:
    """A rule for each clock of the grid that is not ``shipped``.

    Left out is a clock that cannot run: no limit in any cell, working minutes (an own clock has no
    business hours), or a start or stop that is no time of a ticket. The force is that of the
    source: a template as long as a cell has none.
    """
    clocks: dict[str, list[SlaRow]] = defaultdict(list)
    for row in rows:
        if row.clock not in shipped:
            clocks[row.clock].append(row)
    built = (_rule(clock, clocks[clock], names.get(clock)) for clock in sorted(clocks))
    return tuple(rule for rule in built if rule is not None)


def clock_times() -> tuple[str, ...]:
    """The times of a ticket between which a clock may run, in their order."""
    return tuple(
        field.column
        for field in FIELDS.values()
        if field.kind is Kind.TIME and field.table is Table.TICKETS
    )


def unit_of(limits: Iterable[str | None]) -> Unit | None:
    """The unit that a clock with these limits counts: of elapsed ones the finest."""
    found: list[Unit] = []
    for limit in limits:
        parts = _LIMIT.fullmatch(limit or "")
        if parts is not None:
            found.append(Unit(parts[2]))
    elapsed = [unit for unit in _ELAPSED if unit in found]
    return elapsed[0] if elapsed and found[0] in _ELAPSED else next(iter(found), None)


def name_of(book: TextBook, owner: uuid.UUID, clock: str) -> Name:
    """A clock's name in both languages; its code where it has none."""
    printed = book.get(owner, "name")
    return Name(*(printed.best(lang) or clock for lang in (Lang.EN, Lang.ZH)))


def _rule(clock: str, rows: Sequence[SlaRow], name: Name | None) -> Rule | None:
    first, unit = rows[0], unit_of(row.limit for row in rows)
    times = clock_times()
    if unit in (None, Unit.WMIN) or not {first.start, first.stop} <= set(times):
        return None
    start, stop = (Node(Op.NAME, it, (), Type.TIME) for it in (first.start, first.stop))
    template = any(row.template for row in rows)
    force = Force.TEMPLATE.value if template else (first.force or Force.OWN_PROCEDURE.value)
    return Rule(
        id=clock,
        version=1,
        kind=RuleKind.CLOCK,
        name=name or Name(clock, clock),
        clauses=(),
        force=force,
        body=Clock(
            always(start),
            always(stop),
            Limit(unit, mapping=clock, template=True),
            pauses=("*",) if any(row.pauses for row in rows) else (),
        ),
        severity=Grade.MINOR.value,
        calendar=first.calendar or "",
    )
