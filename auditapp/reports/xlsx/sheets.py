"""The register's long sheets: their columns (domain.md §4.8) and where values come from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from auditapp.domain.vocabulary import ActionState, FindingState, PersonalData, Result
from auditapp.reports.look import GRADE_GLYPH, RESULT_GLYPH
from auditapp.reports.wording import MethodLine, method_lines
from auditapp.reports.xlsx.columns import Badge, Column, Kind, Link, Sheet

if TYPE_CHECKING:
    from enum import Enum

    from auditapp.domain.vocabulary import Grade
    from auditapp.reports.labels import Labels
    from auditapp.reports.model import Action, AnswerLine, EvidenceItem, Finding, ReportModel

#: Links to other rows that a row shows as such; the rest stands in one text column.
LINKS_SHOWN: Final = 3
EVIDENCE, FINDINGS, ACTIONS, ANSWERS, METHOD = (
    "Evidence",
    "Findings",
    "Actions",
    "Answers",
    "Method",
)


def grade_badge(labels: Labels, grade: Grade) -> Badge:
    """A grade as glyph and word in its colour."""
    return Badge(f"{GRADE_GLYPH[grade]} {labels.enum(grade)}", grade.value)


def result_badge(labels: Labels, result: Result | None) -> Badge | None:
    """A result as glyph and word in its colour."""
    if result is None:
        return None
    return Badge(f"{RESULT_GLYPH[result]} {labels.enum(result)}", result.value)


class Places:
    """Names of units and the known numbers, so that no link leads nowhere."""

    def __init__(self, model: ReportModel, labels: Labels) -> None:
        self._units = {
            unit.code: f"{unit.code} {labels.flat(unit.name, ' ')}".strip()
            for unit in model.header.units
        }
        self._evidence = {item.number for item in model.evidence}
        self._findings = {finding.number for finding in model.findings}

    def unit(self, code: str) -> str:
        """A unit's code with its name."""
        return self._units.get(code, code)

    def evidence(self, numbers: tuple[str, ...], position: int) -> Link | str | None:
        """The link to the evidence item at ``position`` of ``numbers``."""
        return _link(EVIDENCE, self._evidence, numbers, position)

    def finding(self, numbers: tuple[str, ...], position: int) -> Link | str | None:
        """The link to the finding at ``position`` of ``numbers``."""
        return _link(FINDINGS, self._findings, numbers, position)


def _link(
    sheet: str, known: set[str], numbers: tuple[str, ...], position: int
) -> Link | str | None:
    if position >= len(numbers):
        return None
    number = numbers[position]
    # A text in a formula may have 255 characters; no number of ours comes near.
    return Link(sheet, number) if number in known and len(number) < 100 else number


def choices(labels: Labels, members: type[Enum]) -> tuple[str, ...]:
    """The words of all members of an enum, for a validation list."""
    return tuple(labels.enum(member) for member in members)


def evidence_sheet(model: ReportModel, labels: Labels, places: Places) -> Sheet[EvidenceItem]:
    """The evidence register 证据台账."""
    columns: tuple[Column[EvidenceItem], ...] = (
        Column("register.evidence.number", 16, Kind.TEXT, lambda e: e.number),
        Column("register.evidence.unit", 20, Kind.WRAP, lambda e: places.unit(e.unit)),
        Column("register.evidence.clauses", 11, Kind.WRAP, lambda e: labels.joined(e.clauses)),
        Column("register.evidence.questions", 15, Kind.WRAP, lambda e: labels.joined(e.questions)),
        Column("register.evidence.kind", 13, Kind.WRAP, lambda e: labels.enum(e.kind)),
        Column("register.evidence.title", 38, Kind.WRAP, lambda e: labels.flat(e.title)),
        Column("register.evidence.holder", 18, Kind.WRAP, lambda e: e.holder),
        Column("register.evidence.period", 24, Kind.TEXT, lambda e: _period(labels, e)),
        Column("register.evidence.obtained_on", 12, Kind.DATE, lambda e: e.obtained_on),
        Column("register.evidence.obtained_by", 10, Kind.TEXT, lambda e: e.obtained_by),
        Column("register.evidence.original", 10, Kind.TEXT, lambda e: _original(labels, e)),
        Column("register.evidence.path", 26, Kind.WRAP, lambda e: e.path),
        Column("register.evidence.sha256", 20, Kind.TEXT, lambda e: e.sha256),
        Column(
            "register.evidence.personal_data", 13, Kind.WRAP,
            lambda e: labels.enum(e.personal_data), choices(labels, PersonalData),
        ),
        Column("register.evidence.ticket", 16, Kind.TEXT, lambda e: e.ticket),
        Column("register.evidence.finding", 13, Kind.LINK, lambda e: places.finding(e.findings, 0)),
        Column(
            "register.evidence.findings", 18, Kind.WRAP, lambda e: labels.joined(e.findings[1:])
        ),
        Column("register.evidence.reliability", 9, Kind.NUMBER, lambda e: e.reliability),
        Column("register.evidence.retention", 12, Kind.DATE, lambda e: e.retention_until),
        Column("register.evidence.note", 30, Kind.WRAP, lambda e: e.note),
    )  # fmt: skip
    title = labels.say("register.sheet.evidence")
    return Sheet(EVIDENCE, title, columns, model.evidence, len(model.evidence))


def _period(labels: Labels, item: EvidenceItem) -> str | None:
    if item.period_from is None and item.period_to is None:
        return None
    return labels.period(item.period_from, item.period_to)


def _original(labels: Labels, item: EvidenceItem) -> str | None:
    if item.original is None:
        return None
    return labels.say("register.original" if item.original else "register.copy")


def findings_sheet(model: ReportModel, labels: Labels, places: Places) -> Sheet[Finding]:
    """The findings register 审核发现台账; withdrawn findings stand in it, marked by their state."""
    links: tuple[Column[Finding], ...] = tuple(
        Column(f"register.finding.evidence_{n + 1}", 14, Kind.LINK, _evidence_link(places, n))
        for n in range(LINKS_SHOWN)
    )
    columns: tuple[Column[Finding], ...] = (
        Column("register.finding.number", 14, Kind.TEXT, lambda f: f.number),
        Column("register.finding.final", 20, Kind.TEXT, lambda f: f.final_number),
        Column("register.finding.grade", 17, Kind.BADGE, lambda f: grade_badge(labels, f.grade)),
        Column("register.finding.unit", 20, Kind.WRAP, lambda f: places.unit(f.unit)),
        Column("register.finding.clause", 9, Kind.TEXT, lambda f: f.clause),
        Column("register.finding.statement", 52, Kind.WRAP, lambda f: labels.flat(f.statement)),
        Column(
            "register.finding.state", 16, Kind.WRAP,
            lambda f: labels.enum(f.state), choices(labels, FindingState),
        ),
        Column("register.finding.owner", 14, Kind.WRAP, lambda f: f.owner),
        Column("register.finding.due", 12, Kind.DATE, lambda f: f.due),
        Column("register.finding.raised_on", 12, Kind.DATE, lambda f: f.raised_on),
        Column("register.finding.question", 15, Kind.TEXT, lambda f: f.question),
        Column("register.finding.criteria", 20, Kind.WRAP, lambda f: labels.joined(f.criteria)),
        Column("register.finding.force", 13, Kind.WRAP, lambda f: labels.enum(f.force)),
        Column("register.finding.nature", 11, Kind.WRAP, lambda f: labels.enum(f.nature)),
        Column("register.finding.extent", 11, Kind.WRAP, lambda f: labels.enum(f.extent)),
        Column("register.finding.criterion", 40, Kind.WRAP, lambda f: labels.flat(f.criterion)),
        Column("register.finding.condition", 46, Kind.WRAP, lambda f: labels.flat(f.condition)),
        *links,
        Column("register.finding.evidence", 24, Kind.WRAP, lambda f: labels.joined(f.evidence)),
        Column("register.finding.cause", 36, Kind.WRAP, lambda f: labels.flat(f.cause)),
        Column("register.finding.consequence", 36, Kind.WRAP, lambda f: labels.flat(f.consequence)),
        Column("register.finding.population", 10, Kind.NUMBER, lambda f: _sample(f, "population")),
        Column("register.finding.sample", 10, Kind.NUMBER, lambda f: _sample(f, "sample")),
        Column("register.finding.deviations", 10, Kind.NUMBER, lambda f: _sample(f, "deviations")),
        Column("register.finding.upper", 11, Kind.PERCENT, lambda f: _sample(f, "upper_limit")),
        Column("register.finding.agreed", 10, Kind.TEXT, lambda f: _agreed(labels, f)),
        Column(
            "register.finding.response", 36, Kind.WRAP,
            lambda f: labels.flat(f.response.text) if f.response else None,
        ),
        Column("register.finding.auditor", 10, Kind.TEXT, lambda f: f.auditor),
    )  # fmt: skip
    title = labels.say("register.sheet.findings")
    rows = (*model.standing_findings, *(f for f in model.findings if _withdrawn(f)))
    return Sheet(FINDINGS, title, columns, rows, len(rows))


def _withdrawn(finding: Finding) -> bool:
    return finding.state is FindingState.WITHDRAWN


def _evidence_link(places: Places, position: int) -> Any:
    def value(finding: Finding) -> Link | str | None:
        return places.evidence(finding.evidence, position)

    return value


def _sample(finding: Finding, name: str) -> int | float | None:
    return None if finding.sample is None else getattr(finding.sample, name)


def _agreed(labels: Labels, finding: Finding) -> str | None:
    return None if finding.response is None else labels.yes_no(finding.response.agreed)


def actions_sheet(model: ReportModel, labels: Labels, places: Places) -> Sheet[Action]:
    """The register of corrections and corrective actions 整改台账."""
    columns: tuple[Column[Action], ...] = (
        Column("register.action.number", 14, Kind.TEXT, lambda a: a.number),
        Column("register.action.finding", 13, Kind.LINK, lambda a: places.finding((a.finding,), 0)),
        Column("register.action.unit", 20, Kind.WRAP, lambda a: places.unit(a.unit)),
        Column("register.action.kind", 14, Kind.WRAP, lambda a: labels.enum(a.kind)),
        Column("register.action.text", 46, Kind.WRAP, lambda a: labels.flat(a.text)),
        Column("register.action.owner", 14, Kind.WRAP, lambda a: a.owner),
        Column("register.action.due", 12, Kind.DATE, lambda a: a.due),
        Column(
            "register.action.state", 17, Kind.WRAP,
            lambda a: labels.enum(a.state), choices(labels, ActionState),
        ),
        Column("register.action.overdue", 9, Kind.TEXT, lambda a: _overdue(model, labels, a)),
        Column("register.action.done", 12, Kind.DATE, lambda a: a.done),
        Column("register.action.cause", 36, Kind.WRAP, lambda a: labels.flat(a.root_cause)),
        Column("register.action.proof", 18, Kind.WRAP, lambda a: labels.joined(a.proof)),
        Column(
            "register.action.effectiveness", 34, Kind.WRAP,
            lambda a: labels.flat(a.effectiveness_criterion),
        ),
        Column("register.action.check_due", 12, Kind.DATE, lambda a: a.check_due),
        Column("register.action.result", 28, Kind.WRAP, lambda a: labels.flat(a.check_result)),
        Column("register.action.verifier", 10, Kind.TEXT, lambda a: a.verifier),
        Column("register.action.reopened", 10, Kind.NUMBER, lambda a: a.reopened),
    )  # fmt: skip
    title = labels.say("register.sheet.actions")
    return Sheet(ACTIONS, title, columns, model.actions, len(model.actions))


def _overdue(model: ReportModel, labels: Labels, action: Action) -> str | None:
    return labels.yes_no(True) if model.overdue(action) else None


def answers_sheet(model: ReportModel, labels: Labels, places: Places) -> Sheet[AnswerLine]:
    """All answers by question and unit."""
    results = tuple(f"{RESULT_GLYPH[r]} {labels.enum(r)}" for r in Result)
    columns: tuple[Column[AnswerLine], ...] = (
        Column("register.answer.question_id", 17, Kind.TEXT, lambda a: a.question_id),
        Column("register.answer.unit", 20, Kind.WRAP, lambda a: _unit_of(labels, places, a)),
        Column("register.answer.clause", 9, Kind.TEXT, lambda a: a.clause),
        Column("register.answer.question", 56, Kind.WRAP, lambda a: labels.flat(a.question)),
        Column(
            "register.answer.result", 17, Kind.BADGE,
            lambda a: result_badge(labels, a.result), results,
        ),
        Column("register.answer.fulfilment", 10, Kind.NUMBER, lambda a: a.fulfilment),
        Column("register.answer.note", 40, Kind.WRAP, lambda a: a.note),
        Column("register.answer.reason", 26, Kind.WRAP, lambda a: a.reason),
        Column(
            "register.answer.evidence_1", 14, Kind.LINK, lambda a: places.evidence(a.evidence, 0)
        ),
        Column("register.answer.evidence", 20, Kind.WRAP, lambda a: labels.joined(a.evidence[1:])),
        Column("register.answer.finding", 13, Kind.LINK, lambda a: places.finding(a.findings, 0)),
        Column("register.answer.findings", 16, Kind.WRAP, lambda a: labels.joined(a.findings[1:])),
        Column("register.answer.criterion", 20, Kind.WRAP, lambda a: a.criterion),
        Column("register.answer.force", 13, Kind.WRAP, lambda a: labels.enum(a.force)),
        Column("register.answer.auditor", 10, Kind.TEXT, lambda a: a.auditor),
        Column("register.answer.answered_on", 12, Kind.DATE, lambda a: a.answered_on),
        Column("register.answer.reviewer", 10, Kind.TEXT, lambda a: a.reviewer),
        Column("register.answer.reviewed_on", 12, Kind.DATE, lambda a: a.reviewed_on),
        Column("register.answer.pack", 9, Kind.TEXT, lambda a: a.pack),
    )  # fmt: skip
    title = labels.say("register.sheet.answers")
    return Sheet(ANSWERS, title, columns, model.answers, len(model.answers))


def _unit_of(labels: Labels, places: Places, answer: AnswerLine) -> str:
    return places.unit(answer.unit) if answer.unit else labels.say("register.organisation")


def method_sheet(model: ReportModel, labels: Labels) -> Sheet[MethodLine]:
    """How the figures came about: one table of topic, item and text."""
    rows = tuple(method_lines(model, labels))
    columns: tuple[Column[MethodLine], ...] = (
        Column("register.method.topic", 26, Kind.WRAP, lambda row: labels.say(row.topic)),
        Column("register.method.item", 30, Kind.WRAP, lambda row: row.item),
        Column("register.method.text", 110, Kind.WRAP, lambda row: "\n".join(row.texts)),
    )
    return Sheet(METHOD, labels.say("register.sheet.method"), columns, rows, len(rows))
