"""The report model: everything that the register (xlsx) and the report (pdf) print.

One model feeds both formats, so their figures cannot differ (design.md §3.7). It is made of frozen
dataclasses, built by ``ops`` in one short read. Pictures are not in it: they are named by SHA-256
and fetched one by one through a :data:`PictureLoader`. Contents: ``domain.md`` §4.7 and §4.8.

Texts that print are :class:`Bilingual`; texts that stay in the language spoken are ``str``; what
must never be masked (numbers, ids, hashes) is :data:`Code`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from auditapp.domain.selection import LeftOutReason  # noqa: TC001  (walk reads the hints)
from auditapp.domain.vocabulary import (
    ActionKind,
    ActionState,
    AuditState,
    CheckKind,
    EvidenceKind,
    Extent,
    FindingState,
    Force,
    Grade,
    Lang,
    Nature,
    PersonalData,
    Result,
    Role,
    SignOffStage,
    Stage,
    Storage,
    UnitKind,
)
from auditapp.reports.bilingual import NOTHING, Bilingual, Code, Said
from auditapp.reports.ticket_model import Tickets

#: Gives the bytes of a picture by its SHA-256 (hex); raises KeyError when it is not there.
PictureLoader = Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit (受审核单位) of the audit; ``reason`` says why it was not in the sample."""

    code: Code
    name: Bilingual
    kind: UnitKind
    parent: Code | None = None
    in_sample: bool = True
    reason: Bilingual = NOTHING


@dataclass(frozen=True, slots=True)
class TeamMember:
    """A person of the audit. Names of the team and of guides are not masked: they sign."""

    name: Code
    code: Code
    role: Role


@dataclass(frozen=True, slots=True)
class Header:
    """What the cover and each footer say. ``draft`` prints the watermark; ``logo`` is a SHA-256;
    ``terms`` is the audit's set of terms, in whose words everything is said."""

    number: Code
    title: Bilingual
    organisation: Bilingual
    main_lang: Lang
    client: Bilingual = NOTHING
    state: AuditState = AuditState.FIELDWORK
    units: tuple[Unit, ...] = ()
    team: tuple[TeamMember, ...] = ()
    period_from: date | None = None
    period_to: date | None = None
    fieldwork_from: date | None = None
    fieldwork_to: date | None = None
    issued_on: date | None = None
    document_number: Code = ""
    version: Code = "1"
    draft: bool = True
    classification: Bilingual = NOTHING
    head_hash: Code = ""
    logo: Code | None = None
    terms: Code = "system_audit"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Questions that the plan left out in a unit for one reason; ``note`` says it in words."""

    unit: Code
    reason: LeftOutReason
    questions: tuple[Code, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """A fact of the organisation with its values, and how many questions it took out."""

    name: Bilingual
    values: tuple[Bilingual, ...]
    hidden: int


@dataclass(frozen=True, slots=True)
class Asking:
    """How much was asked, in which time, and what was not: ``figures`` are sentences about hours
    and minutes per question; ``by_answers`` counts what other answers took out."""

    figures: tuple[Said, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    profile: tuple[ProfileLine, ...] = ()
    by_answers: int = 0

    def __bool__(self) -> bool:
        return bool(self.figures or self.left_out or self.profile)


@dataclass(frozen=True, slots=True)
class Scope:
    """The plan's texts: objectives, scope, methods, and what was not covered (未覆盖范围)."""

    objectives: Bilingual = NOTHING
    scope: Bilingual = NOTHING
    methods: Bilingual = NOTHING
    sampling: Bilingual = NOTHING
    not_covered: Bilingual = NOTHING
    asking: Asking = Asking()


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion with its force and version, as frozen into the audit.

    ``source`` names the standard or law that it is a part of; an own rule is named by its title.
    """

    id: Code
    title: Bilingual
    force: Force
    number: Code = ""
    version: Code = ""
    article: Code = ""
    in_force_since: date | None = None
    verified: bool = False
    watch: bool = False
    source: Bilingual = NOTHING


@dataclass(frozen=True, slots=True)
class Adoption:
    """The evidence that a standard was adopted: document, date, clauses and units (domain §4.6)."""

    standard: Code
    document: Bilingual
    adopted_on: date | None
    clauses: tuple[Code, ...] = ()
    units: tuple[Code, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A score between 0 and 1 and how it came about.

    ``value`` is None where nothing carries a figure (printed as a dash). ``uncapped`` is the figure
    before ``caps``; each cap says its reason. ``sufficient`` is False above 10 % not conclusive:
    the figure then prints grey with "not sufficient to conclude" (domain.md §4.6). A figure over
    several units names the worst unit and its share beside it.
    """

    value: float | None = None
    uncapped: float | None = None
    caps: tuple[Said, ...] = ()
    answered: int = 0
    applicable: int = 0
    not_conclusive: int = 0
    sufficient: bool = True
    worst: float | None = None
    worst_unit: Code = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause (or section of a pack) in reading order; ``level`` 1 is a main clause."""

    number: Code
    title: Bilingual
    level: int = 1


@dataclass(frozen=True, slots=True)
class Cell:
    """The two figures of one clause in one unit, and the worst result given there.

    ``unit`` None is the row's total over all units; ``clause`` None the unit's over all clauses.
    """

    clause: Code | None
    unit: Code | None
    conformity: Figure
    alignment: Figure
    worst: Result | None = None


@dataclass(frozen=True, slots=True)
class Scores:
    """Conformity 符合率 and alignment 标准贴合度: never mixed (domain.md §4.6)."""

    conformity: Figure = Figure()
    alignment: Figure = Figure()
    clauses: tuple[Clause, ...] = ()
    cells: tuple[Cell, ...] = ()

    def by_place(self) -> Mapping[tuple[str | None, str | None], Cell]:
        """The cells by (clause, unit)."""
        return {(cell.clause, cell.unit): cell for cell in self.cells}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture beside a finding, named by its SHA-256.

    In a masked report a picture marked *yes* is not printed; its place says so.
    """

    sha256: Code
    caption: Bilingual
    evidence: Code = ""
    personal_data: PersonalData = PersonalData.NONE


@dataclass(frozen=True, slots=True)
class Response:
    """The auditee's answer to a finding and the team's answer to that (separate, design.md §6)."""

    text: Bilingual
    agreed: bool | None = None
    given_on: date | None = None
    given_by: str = ""
    team_answer: Bilingual = NOTHING
    unresolved: bool = False


@dataclass(frozen=True, slots=True)
class SampleResult:
    """Population, sample and deviations behind a finding; the upper limit is a share of 1."""

    population: int | None = None
    sample: int | None = None
    deviations: int | None = None
    upper_limit: float | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding with its five Cs. ``number`` is the working number, ``final_number`` the leader's.

    ``grade_limit`` says why the grade cannot be higher (force of the criterion), if it is limited.
    """

    number: Code
    grade: Grade
    unit: Code
    state: FindingState
    statement: Bilingual
    final_number: Code = ""
    nature: Nature | None = None
    extent: Extent | None = None
    clause: Code = ""
    question: Code = ""
    raised_on: date | None = None
    auditor: Code = ""
    criterion: Bilingual = NOTHING
    condition: Bilingual = NOTHING
    evidence_text: Bilingual = NOTHING
    cause: Bilingual = NOTHING
    consequence: Bilingual = NOTHING
    criteria: tuple[Code, ...] = ()
    force: Force | None = None
    grade_limit: Said | None = None
    evidence: tuple[Code, ...] = ()
    pictures: tuple[Picture, ...] = ()
    sample: SampleResult | None = None
    owner: str = ""
    due: date | None = None
    response: Response | None = None

    @property
    def shown_number(self) -> str:
        """The final number where the team leader gave one, else the working number."""
        return self.final_number or self.number


@dataclass(frozen=True, slots=True)
class Action:
    """A correction 纠正 or a corrective action 纠正措施 with its life."""

    number: Code
    finding: Code
    kind: ActionKind
    state: ActionState
    text: Bilingual
    unit: Code = ""
    root_cause: Bilingual = NOTHING
    owner: str = ""
    due: date | None = None
    done: date | None = None
    proof: tuple[Code, ...] = ()
    effectiveness_criterion: Bilingual = NOTHING
    check_due: date | None = None
    check_result: Bilingual = NOTHING
    verifier: Code = ""
    reopened: int = 0


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """One line of the evidence register 证据台账 (domain.md §4.8)."""

    number: Code
    unit: Code
    kind: EvidenceKind
    title: Bilingual
    clauses: tuple[Code, ...] = ()
    questions: tuple[Code, ...] = ()
    holder: str = ""
    period_from: date | None = None
    period_to: date | None = None
    obtained_on: date | None = None
    obtained_by: Code = ""
    original: bool | None = None
    storage: Storage = Storage.EMBEDDED
    path: str = ""
    sha256: Code = ""
    size: int | None = None
    personal_data: PersonalData = PersonalData.NONE
    ticket: Code = ""
    findings: tuple[Code, ...] = ()
    reliability: int | None = None
    retention_until: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """The answer to one question in one unit (``unit`` empty: asked once for the organisation)."""

    question_id: Code
    question: Bilingual
    unit: Code
    clause: Code
    pack: Code = ""
    result: Result | None = None
    fulfilment: int | None = None
    note: str = ""
    reason: str = ""
    evidence: tuple[Code, ...] = ()
    findings: tuple[Code, ...] = ()
    criterion: Code = ""
    force: Force | None = None
    auditor: Code = ""
    answered_on: date | None = None
    reviewer: Code = ""
    reviewed_on: date | None = None


@dataclass(frozen=True, slots=True)
class PackUsed:
    """A pack as frozen into the audit file; ``lacking`` of a draft's questions lack parts."""

    id: Code
    version: Code
    title: Bilingual
    sha256: Code = ""
    questions: int = 0
    draft: bool = False
    lacking: int = 0


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """An open reading of a source and the choice that this audit made (domain.md §3.13)."""

    id: Code
    where: Code
    text: Bilingual
    choice: Bilingual


@dataclass(frozen=True, slots=True)
class CheckLine:
    """A standing check that still says something, with how often it does."""

    stage: Stage
    kind: CheckKind
    text: Said
    count: int


@dataclass(frozen=True, slots=True)
class SignOff:
    """Who prepared, reviewed or signed off, and whether it was edited afterwards."""

    stage: SignOffStage
    person: Code
    signed_at: datetime | None
    covers_hash: Code = ""
    edited_after: bool = False


@dataclass(frozen=True, slots=True)
class Method:
    """What the method annex prints besides the criteria."""

    lines: tuple[Said, ...] = ()
    packs: tuple[PackUsed, ...] = ()
    ambiguities: tuple[Ambiguity, ...] = ()
    checks: tuple[CheckLine, ...] = ()
    sign_offs: tuple[SignOff, ...] = ()
    adoptions: tuple[Adoption, ...] = ()


@dataclass(frozen=True, slots=True)
class Masking:
    """Whether names and numbers of persons were replaced, and how often, by kind."""

    masked: bool = False
    counts: Mapping[str, int] = field(default_factory=dict[str, int])

    @property
    def total(self) -> int:
        """All replacements."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class ReportModel:
    """Everything that is printed about one audit."""

    header: Header
    scope: Scope = Scope()
    conclusion: Bilingual = NOTHING
    criteria: tuple[Criterion, ...] = ()
    scores: Scores = Scores()
    findings: tuple[Finding, ...] = ()
    actions: tuple[Action, ...] = ()
    evidence: tuple[EvidenceItem, ...] = ()
    answers: tuple[AnswerLine, ...] = ()
    tickets: Tickets = field(default_factory=Tickets)
    method: Method = Method()
    masking: Masking = Masking()
    as_of: date | None = None

    @property
    def good_practice(self) -> tuple[Finding, ...]:
        """The findings that praise (良好实践)."""
        return tuple(
            finding for finding in self.standing_findings if finding.grade is Grade.GOOD_PRACTICE
        )

    @property
    def standing_findings(self) -> tuple[Finding, ...]:
        """All findings but the withdrawn, gravest first, then by extent and number."""
        kept = [f for f in self.findings if f.state is not FindingState.WITHDRAWN]
        return tuple(sorted(kept, key=_gravity))

    @property
    def weaknesses(self) -> tuple[Finding, ...]:
        """The standing findings that ask for something, gravest first."""
        return tuple(f for f in self.standing_findings if f.grade is not Grade.GOOD_PRACTICE)

    def count_by_grade(self, unit: str | None = None) -> Mapping[Grade, int]:
        """How many standing findings there are of each grade, in one unit or in all."""
        counts = dict.fromkeys(Grade, 0)
        for finding in self.standing_findings:
            if unit is None or finding.unit == unit:
                counts[finding.grade] += 1
        return counts

    def overdue(self, action: Action) -> bool:
        """Whether an action's due date has passed at ``as_of`` and it is still to be done."""
        if self.as_of is None or action.due is None or action.state in DONE_STATES:
            return False
        return action.done is None and action.due < self.as_of

    @property
    def open_actions(self) -> tuple[Action, ...]:
        """The actions that someone still has to do, by due date (those without one last)."""
        waiting = [a for a in self.actions if a.done is None and a.state not in DONE_STATES]
        return tuple(sorted(waiting, key=lambda a: (a.due or date.max, a.number)))


#: States in which nothing is left to be done before a due date.
DONE_STATES = frozenset(
    {
        ActionState.IMPLEMENTED,
        ActionState.CHECK_DUE,
        ActionState.EFFECTIVE,
        ActionState.CANCELLED,
    }
)
GRADE_ORDER: tuple[Grade, ...] = tuple(Grade)
_EXTENT_ORDER = (Extent.WIDESPREAD, Extent.REPEATED, Extent.ISOLATED, None)


def _gravity(finding: Finding) -> tuple[int, int, str]:
    """The order in which findings print: grade, then extent, then number."""
    return (
        GRADE_ORDER.index(finding.grade),
        _EXTENT_ORDER.index(finding.extent),
        finding.shown_number,
    )
