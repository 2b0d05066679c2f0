"""A rule as frozen values (docs/tickets.md, section 6)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from auditapp.tickets.clocks.model import Clock, ProfileHead
from auditapp.tickets.fields import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditapp.tickets.expressions.tree import Node
    from auditapp.tickets.results import Name
    from auditapp.tickets.switches import Choice


class RuleKind(StrEnum):
    """The kinds of rules; a new rule of a known kind needs no code."""

    CLOCK = "clock"
    CONDITION = "condition"
    RATIO = "ratio"
    CLUSTERS = "clusters"
    FAIRNESS = "fairness"
    READING = "reading"


class Take(StrEnum):
    """What is taken of other rows."""

    COUNT = "count"
    ANY = "any"
    FIRST = "first"
    LAST = "last"
    MIN = "min"
    MAX = "max"
    SUM = "sum"
    DISTINCT = "distinct"


class SpanUnit(StrEnum):
    """What a span of time counts."""

    HOURS = "h"
    DAYS = "d"
    MONTHS = "months"
    CALENDAR_MONTH = "calendar_month"
    UNLIMITED = "unlimited"


@dataclass(frozen=True, slots=True)
class Span:
    """A span; ``value`` is a number or the name of a switch or parameter (``$name``)."""

    unit: SpanUnit
    value: str = ""


@dataclass(frozen=True, slots=True)
class Window:
    """Which rows before (or after) a ticket are looked at."""

    time: str
    span: Choice[Span]
    include_self: bool = False
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Let:
    """A name for an expression (``node``), or for a figure about other rows (``table``)."""

    name: str
    node: Choice[Node] | None = None
    table: Table | None = None
    take: Take = Take.COUNT
    by: tuple[str, ...] = ()
    window: Window | None = None
    where: Choice[Node] | None = None
    values: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Needs:
    """What must be there: fields, and history or follow-up (time name, span)."""

    fields: tuple[str, ...] = ()
    history: tuple[str, Choice[Span]] | None = None
    follow_up: tuple[str, Choice[Span]] | None = None


@dataclass(frozen=True, slots=True)
class Coded:
    """A condition with a code: a reason of fail or a detail."""

    code: str
    when: Choice[Node]
    history: bool = False


@dataclass(frozen=True, slots=True)
class Threshold:
    """At least or at most this rate."""

    at_least: bool
    value: Choice[Node]


@dataclass(frozen=True, slots=True)
class Condition:
    """An attribute of each row."""

    pass_if: Choice[Node] | None = None
    fail_if: tuple[Coded, ...] = ()
    value: Choice[Node] | None = None
    value_unit: str = ""


@dataclass(frozen=True, slots=True)
class Formula:
    """Numerator and denominator over the counts."""

    numerator: Node
    denominator: Node


@dataclass(frozen=True, slots=True)
class Ratio:
    """A figure of the population from counts of tickets."""

    counts: Mapping[str, Choice[Node]]
    formula: Choice[Formula]
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class Clusters:
    """Causes that gather (R-080)."""

    cause: str
    unit: str
    time: str
    treated_if: Choice[Node]
    top: int = 20


@dataclass(frozen=True, slots=True)
class Measure:
    """What the fairness test compares: a number (medians) or a share (odds)."""

    id: str
    name: Name
    value: Choice[Node]
    share: bool
    worse_higher: bool


@dataclass(frozen=True, slots=True)
class Fairness:
    """Two groups compared within strata."""

    group: Choice[Node]
    strata: tuple[str, ...]
    measures: tuple[Measure, ...]
    least: int = 5


@dataclass(frozen=True, slots=True)
class Reading:
    """A test that no table can answer, and why."""

    why: Name


Body = Clock | Condition | Ratio | Clusters | Fairness | Reading


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number of ours or the auditee's; without value it must be given."""

    name: str
    shown: Name
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of any kind. ``profile`` is set for the clocks of a profile."""

    id: str
    version: int
    kind: RuleKind
    name: Name
    clauses: tuple[str, ...]
    force: str
    body: Body
    article: str = ""
    note: Name | None = None
    switches: tuple[str, ...] = ()
    parameters: Mapping[str, Parameter] = field(default_factory=dict[str, Parameter])
    template: bool = False
    severity: str = ""
    calendar: str = ""
    needs: Needs = field(default_factory=Needs)
    lets: tuple[Let, ...] = ()
    details: tuple[Coded, ...] = ()
    beside: tuple[Mapping[str, str], ...] = ()
    threshold: Threshold | None = None
    over: Table = Table.TICKETS
    applies_if: Choice[Node] | None = None
    rate_of_pass: bool = False
    names: Mapping[str, Name] = field(default_factory=dict[str, "Name"])
    profile: str = ""
    limit_text: str = ""
    path: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Profile:
    """A clock profile: its head and its clocks as rules."""

    head: ProfileHead
    rules: tuple[Rule, ...]
