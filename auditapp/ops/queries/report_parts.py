"""From what one read fetched to the parts of the report model. No query here."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from auditapp.domain import checks, sampling
from auditapp.domain import clauses as clause_tree
from auditapp.domain.audit_life import is_issued
from auditapp.domain.grading import limit
from auditapp.domain.vocabulary import FindingState, Grade, Result, Role, SignOffStage, Storage
from auditapp.ops.queries.findings import force_of_cited
from auditapp.ops.queries.forces import clauses_of
from auditapp.ops.queries.missing import facts_of
from auditapp.ops.queries.overview import clause_titles, score
from auditapp.ops.queries.people import PersonRow, code_of
from auditapp.ops.queries.report_asking import AskingFacts, asking_of
from auditapp.ops.signoffs import Subject
from auditapp.packs.content import SamplingMethod
from auditapp.reports import model as out
from auditapp.reports.bilingual import NOTHING, Bilingual, Said, bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from uuid import UUID

    from auditapp.domain.scoring import Cap, Counts, Pair, Rolled, RolledPair, Score
    from auditapp.domain.vocabulary import Lang
    from auditapp.ops.queries.actions import ActionRow
    from auditapp.ops.queries.checklist import ChecklistRow, ForceOf
    from auditapp.ops.queries.content import Content
    from auditapp.ops.queries.content import Pair as AskedPair
    from auditapp.ops.queries.evidence import EvidenceRow
    from auditapp.ops.queries.findings import FindingRow
    from auditapp.ops.queries.missing import Gathered
    from auditapp.ops.queries.plan import (
        CardRow,
    )
    from auditapp.ops.queries.printed import Printed
    from auditapp.ops.queries.report_tickets import TicketFacts
    from auditapp.packs.content import Ambiguity, FrozenPack
    from auditapp.packs.content import Bilingual as PackText

TEAM: Final = frozenset(
    {Role.TEAM_LEADER, Role.AUDITOR, Role.TECHNICAL_EXPERT, Role.OBSERVER, Role.GUIDE}
)
"""Who stands on the cover: they sign, so their names are never masked."""
PICTURES: Final = ("image/jpeg", "image/png")
_STATISTICAL: Final = frozenset({SamplingMethod.ATTRIBUTE, SamplingMethod.DISCOVERY})
_AGREED: Final[Mapping[FindingState, bool]] = {
    FindingState.ACCEPTED: True,
    FindingState.ACCEPTED_WITH_COMMENT: True,
    FindingState.DISPUTED: False,
}
_WORST: Final = (
    Result.MAJOR,
    Result.MINOR,
    Result.NOT_CONCLUSIVE,
    Result.IMPROVEMENT,
    Result.CONFORMING,
    Result.NOT_APPLICABLE,
)
_CellKey = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Sources:
    """All that one read fetched."""

    as_of: date
    base: Gathered
    people: dict[UUID, PersonRow]
    force_of: ForceOf
    content: Content
    cards: tuple[CardRow, ...]
    packs: tuple[tuple[int, FrozenPack], ...]
    asking: AskingFacts
    tickets: TicketFacts

    def text(self, owner: UUID, name: str) -> Bilingual:
        """A printed text as reports want it."""
        return _printed(self.base.texts.get(owner, name))

    def said(self, value: str | None) -> Bilingual:
        """What stands in one language only: the main one."""
        main = self.base.frame.main_lang
        return Bilingual({main: value}, main, once=True) if value else NOTHING

    def named(self, value: str | None) -> Bilingual:
        """A name, which is the same in every language: a document's, a file's."""
        main = self.base.frame.main_lang
        return Bilingual({main: value}, main, once=True, is_name=True) if value else NOTHING

    def person(self, person_id: UUID | None) -> str:
        """A person's code."""
        return code_of(self.people, person_id)


def header_of(read: Sources, head: str) -> out.Header:
    """The cover and the footers."""
    frame = read.base.frame
    codes = {unit.id: unit.code for unit in read.base.units}
    return out.Header(
        number=frame.number,
        title=read.text(frame.id, "title"),
        organisation=read.text(frame.id, "organisation"),
        main_lang=frame.main_lang,
        terms=frame.term_set,
        client=read.text(frame.id, "client"),
        state=frame.state,
        units=tuple(
            out.Unit(
                unit.code,
                read.text(unit.id, "name"),
                unit.kind,
                None if unit.parent_id is None else codes.get(unit.parent_id),
                unit.in_sample,
                read.said(unit.why_not),
            )
            for unit in read.base.units
            if not unit.withdrawn
        ),
        team=tuple(
            out.TeamMember(person.name, person.code, person.role)
            for person in sorted(read.people.values(), key=lambda it: list(Role).index(it.role))
            if person.role in TEAM and not person.withdrawn
        ),
        period_from=frame.period_from,
        period_to=frame.period_to,
        fieldwork_from=frame.onsite_from,
        fieldwork_to=frame.onsite_to,
        issued_on=None if frame.issued_at is None else frame.issued_at.astimezone().date(),
        document_number=frame.number,
        version=str(1 + max((row.record.revision for row in read.base.findings), default=0)),
        draft=not is_issued(frame.state),
        classification=read.named(frame.classification),
        head_hash=head,
    )


def scope_of(read: Sources) -> out.Scope:
    """The plan's texts."""
    key = read.base.frame.id
    return out.Scope(
        objectives=read.text(key, "objectives"),
        scope=read.text(key, "scope"),
        methods=read.text(key, "methods"),
        not_covered=read.text(key, "areas_not_covered"),
        asking=asking_of(read.asking, read.content, read.base.frame.main_lang),
    )


def criteria_of(read: Sources) -> tuple[out.Criterion, ...]:
    """The criteria that apply: the auditee's rules, then the library's cards."""
    main = read.base.frame.main_lang
    listed = [
        out.Criterion(
            id=rule.number,
            title=read.named(rule.document),
            force=rule.force,
            number=rule.document_number or "",
            version=rule.document_version or "",
            article=rule.article or "",
            in_force_since=rule.document_date,
            verified=rule.evidence_id is not None,
        )
        for rule in read.base.own_rules
        if not rule.withdrawn
    ]
    for row in read.cards:
        if row.bond is None:
            continue
        card = row.card
        listed.append(
            out.Criterion(
                id=card.id,
                title=_pack_text(card.title, main),
                force=row.bond.force,
                source=_pack_text(card.source, main),
                version=card.edition,
                article=card.article,
                in_force_since=card.in_force_since,
                verified=card.verified,
                watch=card.watch,
            )
        )
    return tuple(listed)


def scores_of(read: Sources) -> out.Scores:
    """Both figures in total, and the cells of the heat map."""
    found = score(read.base.rows, read.force_of, {it.id: it.weight for it in read.base.units})
    main = read.base.frame.main_lang
    codes = {unit.id: unit.code for unit in read.base.units}
    worst = _worst(read.base.rows)
    cells: list[out.Cell] = []

    def add(clause: str | None, unit: str | None, pair: Pair | RolledPair) -> None:
        cells.append(
            out.Cell(
                clause,
                unit,
                _figure(pair.conformity),
                _figure(pair.alignment),
                worst.get((clause, unit)),
            )
        )

    for unit_id, scores in found.units.items():
        add(None, codes[unit_id], scores.total)
        for clause, pair in scores.clauses.items():
            add(clause, codes[unit_id], pair)
    add(None, None, found.total)
    for clause, rolled in found.clauses.items():
        add(clause, None, rolled)
    return out.Scores(
        _figure(found.total.conformity),
        _figure(found.total.alignment),
        tuple(
            out.Clause(it.number, bilingual(main, zh=it.zh, en=it.en), it.level)
            for it in clause_titles(found, read.content)
        ),
        tuple(cells),
    )


def findings_of(read: Sources) -> Iterator[out.Finding]:
    """The findings with their five Cs, withdrawn ones too (the register keeps them)."""
    items: dict[UUID, list[EvidenceRow]] = defaultdict(list)
    for item in read.base.evidence:
        if not item.record.withdrawn:
            for finding in item.findings:
                items[finding].append(item)
    first: dict[UUID, ActionRow] = {}
    for action in read.base.actions:
        first.setdefault(action.finding_id, action)
    own = {rule.id: rule.number for rule in read.base.own_rules}
    limits = _UpperLimits(read)
    for row in read.base.findings:
        record, key = row.record, row.id
        cited = read.base.cited.get(key, ())
        force = force_of_cited(cited)
        allowed = limit(force.forces, harm=record.legal_harm)
        action = first.get(key)
        proofs = items.get(key, [])
        yield out.Finding(
            number=record.number,
            grade=record.grade,
            unit=row.unit_code,
            state=record.state,
            statement=read.text(key, "title") or read.text(key, "condition"),
            final_number=record.final_number or "",
            nature=record.nature,
            extent=record.extent,
            clause=record.clause or "",
            question=record.question_id or "",
            raised_on=record.raised_at.astimezone().date(),
            auditor=row.auditor,
            criterion=read.text(key, "criterion"),
            condition=read.text(key, "condition"),
            evidence_text=read.text(key, "evidence"),
            cause=read.text(key, "cause"),
            consequence=read.text(key, "consequence"),
            criteria=tuple(
                own[item.own_id] if item.own_id is not None else item.card_id or ""
                for item in cited
            ),
            force=force.strongest,
            grade_limit=_limit_said(allowed.highest, allowed.reasons[0].value),
            evidence=tuple(item.number for item in proofs),
            pictures=tuple(_pictures(proofs)),
            sample=limits.of(row),
            owner="" if action is None else action.owner or "",
            due=None if action is None else action.due_on,
            response=_response(read, row),
        )


def actions_of(read: Sources) -> Iterator[out.Action]:
    """Corrections and corrective actions with their lives."""
    proofs: dict[UUID, list[str]] = defaultdict(list)
    for item in read.base.evidence:
        for action in item.actions:
            proofs[action].append(item.number)
    for row in read.base.actions:
        record, key = row.record, row.id
        yield out.Action(
            number=record.number,
            finding=row.finding_number,
            kind=record.kind,
            state=record.state,
            text=read.text(key, "description"),
            unit=row.unit_code,
            root_cause=read.text(key, "root_cause"),
            owner=record.owner or "",
            due=record.due_on,
            done=record.done_on,
            proof=tuple(proofs.get(key, ())),
            effectiveness_criterion=read.said(record.criterion),
            check_due=record.check_due_on,
            check_result=read.text(key, "verification"),
            verifier=read.person(record.verified_by),
            reopened=record.reopened,
        )


def evidence_of(read: Sources) -> Iterator[out.EvidenceItem]:
    """The evidence register without the withdrawn items."""
    numbers = {row.id: row.record.number for row in read.base.findings}
    questions = read.content.questions
    for row in read.base.evidence:
        record = row.record
        if record.withdrawn:
            continue
        clauses = dict.fromkeys(questions[it].section for it in row.questions if it in questions)
        notes = (record.body, record.reference, record.place, record.role, record.second_source)
        yield out.EvidenceItem(
            number=record.number,
            unit=row.unit_code,
            kind=record.kind,
            title=_printed(row.title) or read.named(record.file_name),
            clauses=tuple(clauses),
            questions=row.questions,
            holder=record.holder or "",
            obtained_on=record.obtained_on,
            obtained_by=row.obtained_by,
            storage=record.storage or Storage.EMBEDDED,
            path=record.path or record.file_name or "",
            sha256=record.sha256 or "",
            size=record.size,
            personal_data=record.personal_data,
            findings=tuple(numbers[key] for key in row.findings),
            reliability=record.reliability,
            note=" · ".join(part for part in (record.period, *notes) if part),
        )


def answers_of(read: Sources) -> Iterator[out.AnswerLine]:
    """Every question in every unit in which it is asked, answered or not."""
    main = read.base.frame.main_lang
    texts = {key: _pack_text(it.q, main) for key, it in read.content.questions.items()}
    proofs: dict[AskedPair, list[str]] = defaultdict(list)
    for item in read.base.evidence:
        if not item.record.withdrawn:
            for pair in item.answers:
                proofs[pair].append(item.number)
    raised: dict[AskedPair, list[str]] = defaultdict(list)
    for finding in read.base.findings:
        record = finding.record
        if record.question_id and record.unit_id and record.state is not FindingState.WITHDRAWN:
            raised[record.question_id, record.unit_id].append(record.number)
    reviews = {
        sign.subject_id: sign
        for sign in read.base.signs
        if sign.subject is Subject.ANSWER and sign.stage is SignOffStage.REVIEWED
    }
    own = {rule.id.hex: rule.number for rule in read.base.own_rules}
    for row in read.base.rows:
        pair = row.pair
        bond = next(iter(read.force_of(row.asked).bonds), None)
        review = None if row.answer_id is None else reviews.get(row.answer_id)
        yield out.AnswerLine(
            question_id=row.question_id,
            question=texts[row.question_id],
            unit=row.asked.unit_code,
            clause=row.section,
            pack=row.pack_id,
            result=row.result,
            fulfilment=row.fulfilment,
            note=row.note or "",
            reason=row.reason or "",
            evidence=tuple(proofs.get(pair, ())),
            findings=tuple(raised.get(pair, ())),
            criterion="" if bond is None else own.get(bond.criterion, bond.criterion),
            force=None if bond is None else bond.force,
            auditor=read.person(row.answered_by),
            answered_on=None if row.answered_at is None else row.answered_at.astimezone().date(),
            reviewer="" if review is None else read.person(review.person_id),
            reviewed_on=None if review is None else review.at.astimezone().date(),
        )


def method_of(read: Sources, ambiguities: Iterable[Ambiguity]) -> out.Method:
    """The method annex beside the criteria."""
    main = read.base.frame.main_lang
    codes = {unit.id: unit.code for unit in read.base.units}
    gaps = checks.missing(facts_of(read.base, read.as_of))
    counts = Counter((gap.stage, gap.kind, gap.code) for gap in gaps)
    return out.Method(
        packs=tuple(
            out.PackUsed(
                frozen.pack.id,
                str(version),
                _pack_text(frozen.pack.title, main),
                frozen.sha256,
                len(frozen.pack.questions),
                frozen.pack.draft,
                sum(bool(question.missing) for question in frozen.pack.questions),
            )
            for version, frozen in read.packs
        ),
        ambiguities=tuple(
            out.Ambiguity(
                it.id, ", ".join(it.affects), _pack_text(it.text, main), _choice(it, main)
            )
            for it in ambiguities
        ),
        checks=tuple(
            out.CheckLine(stage, kind, Said(f"check_name.{code}"), count)
            for (stage, kind, code), count in counts.items()
        ),
        sign_offs=tuple(
            out.SignOff(
                sign.stage, read.person(sign.person_id), sign.at, sign.covers, sign.edited_after
            )
            for sign in read.base.signs
            if sign.subject is Subject.AUDIT
        ),
        adoptions=tuple(
            out.Adoption(
                proof.standard,
                read.named(proof.document),
                proof.document_date,
                proof.clauses,
                tuple(codes[unit] for unit in proof.units if unit in codes),
            )
            for proof in read.base.adoptions
            if not proof.withdrawn
        ),
    )


class _UpperLimits:
    """Upper limits of samples, each worked out once; judgement samples never get one."""

    def __init__(self, read: Sources) -> None:
        self._questions = read.content.questions
        self._known: dict[tuple[int, int], float] = {}

    def of(self, row: FindingRow) -> out.SampleResult | None:
        """Population, sample and deviations behind a finding, if there are any."""
        record = row.record
        if record.population is None and record.sample is None and record.deviations is None:
            return None
        upper = None
        if record.sample and record.deviations is not None and self._is_statistical(row):
            key = record.sample, record.deviations
            if key not in self._known:
                self._known[key] = sampling.upper_limit(*key)
            upper = self._known[key]
        return out.SampleResult(record.population, record.sample, record.deviations, upper)

    def _is_statistical(self, row: FindingRow) -> bool:
        question = self._questions.get(row.record.question_id or "")
        drawn = None if question is None else question.sampling
        return drawn is not None and drawn.method in _STATISTICAL


def _response(read: Sources, row: FindingRow) -> out.Response | None:
    record = row.record
    text = read.text(row.id, "response")
    team_answer = read.text(row.id, "team_answer")
    if not text and not team_answer and record.responded_on is None:
        return None
    agreed = _AGREED.get(record.state)
    if record.unresolved:
        agreed = False
    return out.Response(
        text=text,
        agreed=agreed,
        given_on=record.responded_on,
        team_answer=team_answer,
        unresolved=record.unresolved,
    )


def _pictures(proofs: Iterable[EvidenceRow]) -> Iterator[out.Picture]:
    for item in proofs:
        record = item.record
        embedded = record.storage is Storage.EMBEDDED and record.media_type in PICTURES
        if embedded and record.sha256 is not None:
            yield out.Picture(
                record.sha256, _printed(item.title), record.number, record.personal_data
            )


def _limit_said(highest: Grade, reason: str) -> Said | None:
    """Why the grade could not be higher; nothing where every grade is open."""
    return None if highest is Grade.MAJOR else Said(f"enum.GradeReason.{reason}")


def _worst(rows: Iterable[ChecklistRow]) -> dict[_CellKey, Result]:
    above: dict[str, list[str]] = {}
    found: dict[_CellKey, Result] = {}
    rank = {result: n for n, result in enumerate(_WORST)}
    for row in rows:
        if row.result is None:
            continue
        question = row.asked.question
        if question.id not in above:
            above[question.id] = clause_tree.with_parents(clauses_of(question))
        for clause in (None, *above[question.id]):
            for unit in (None, row.asked.unit_code):
                held = found.get((clause, unit))
                if held is None or rank[row.result] < rank[held]:
                    found[clause, unit] = row.result
    return found


def _figure(score: Score | Rolled) -> out.Figure:
    counts: Counts = score.counts
    cap: Cap | None = score.cap if score.value != score.raw else None
    return out.Figure(
        None if score.value is None else float(score.value),
        None if score.raw is None else float(score.raw),
        () if cap is None else (Said(f"enum.CapReason.{cap.reason.value}"),),
        counts.answered,
        counts.applicable,
        counts.not_conclusive,
        counts.is_sufficient,
    )


def _printed(text: Printed) -> Bilingual:
    return Bilingual(text.bodies, text.main) if text else NOTHING


def _pack_text(text: PackText, main: Lang) -> Bilingual:
    return bilingual(main, zh=text.zh, en=text.en)


def _choice(ambiguity: Ambiguity, main: Lang) -> Bilingual:
    """The reading that stands unless the audit chose another: the default."""
    for reading in ambiguity.options:
        if reading.value == ambiguity.default:
            return _pack_text(reading.text, main)
    return bilingual(main, zh=ambiguity.default, en=ambiguity.default)
