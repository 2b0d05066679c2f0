"""Clocks written on the command line: ``close:received_at->closed_at<=30d`` (design section 8)."""

from __future__ import annotations

import re
from typing import Final

from auditapp.errors import UserError
from auditapp.tickets.clocks.model import Case, Clock, Limit, Unit
from auditapp.tickets.expressions.tree import Node, Op, Type, literal
from auditapp.tickets.fields import FIELDS, Kind, Table
from auditapp.tickets.results import Name
from auditapp.tickets.rules.model import Rule, RuleKind
from auditapp.tickets.switches import always

_FORM: Final = re.compile(
    r"\s*(?P<name>[^\s:<>=]{1,60})\s*:\s*(?P<start>[\w.]+)\s*->\s*(?P<stop>[\w.]+)\s*<="
    r"\s*(?P<limit>[\w.]+)\s*"
)
_AMOUNT: Final = re.compile(r"(?P<value>[0-9]{1,9}(?:\.[0-9]{1,9})?)(?P<unit>min|h|d|cd|wd)")


def parse_clock(text: str) -> Rule:
    """A rule of kind clock; its id is the NAME. UserError ``clock_form``, ``clock_field``."""
    match = _FORM.fullmatch(text)
    if match is None:
        raise UserError("clock_form", clock=text[:80])
    name, limit = match["name"], match["limit"]
    amount = _AMOUNT.fullmatch(limit)
    if amount is not None:
        unit = Unit(amount["unit"])
        value = always(literal(float(amount["value"]), Type.NUMBER))
        found = Limit(unit, (Case(value),))
    else:
        found = Limit(Unit.H, at=always(_time(limit, text)))
    start, stop = (always(_time(match[key], text)) for key in ("start", "stop"))
    shown = f"{match['start']}->{match['stop']}<={limit}"
    return Rule(
        id=name,
        version=1,
        kind=RuleKind.CLOCK,
        name=Name(shown, shown),
        clauses=(),
        force="",
        body=Clock(start, stop, found),
        limit_text=limit,
    )


def parse_clocks(texts: list[str]) -> list[Rule]:
    """Several clocks; UserError ``clock_twice`` for a name given twice."""
    rules = [parse_clock(text) for text in texts]
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            raise UserError("clock_twice", name=rule.id)
        seen.add(rule.id)
    return rules


def _time(name: str, text: str) -> Node:
    field = FIELDS.get(name)
    if field is None or field.kind is not Kind.TIME or field.table is not Table.TICKETS:
        raise UserError("clock_field", clock=text[:80], field=name)
    return Node(Op.NAME, field.column, (), Type.TIME)
