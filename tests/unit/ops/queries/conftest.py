"""A small audit in the field, made with the ops: two units, one pack, answers, findings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

import pytest

from auditapp.domain.vocabulary import (
    ActionKind,
    EvidenceKind,
    Force,
    Grade,
    Lang,
    PersonalData,
    Result,
    Role,
    Sector,
    TargetKind,
)
from auditapp.ops import actions, answers, audits, criteria, evidence, findings, plans
from auditapp.ops.queries.content import PackShelf
from auditapp.packs.freeze import freeze
from auditapp.store.audit_file import AuditFile, Opening
from tests.bench.made_pack import made_cards, made_pack

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterator
    from pathlib import Path

    from auditapp.store.op import Op

T = TypeVar("T")
TODAY = date(2026, 11, 23)
QUESTIONS = 84


class Clock:
    """A minute passes with every look."""

    def __init__(self, day: int) -> None:
        self.now = datetime(2026, 11, day, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@dataclass
class Field:
    """The audit, its shelf, and who and what is in it."""

    audit: AuditFile
    shelf: PackShelf
    leader: uuid.UUID
    auditor: uuid.UUID
    head: uuid.UUID
    branch: uuid.UUID
    outside: uuid.UUID
    pack: uuid.UUID
    rule: uuid.UUID

    def do(self, op: Op[T], by: uuid.UUID | None = None) -> T:
        """Do an op as the auditor, or as somebody else."""
        return self.audit.run(op, actor=by or self.auditor).value

    def answer(
        self, question_id: str, unit: uuid.UUID, result: Result, note: str | None = None
    ) -> uuid.UUID:
        """Answer a question."""
        reason = "不在范围内" if result is Result.NOT_APPLICABLE else None
        done = self.do(
            answers.set_result(question_id=question_id, unit_id=unit, result=result, reason=reason)
        )
        if note is not None:
            self.do(answers.set_note(question_id=question_id, unit_id=unit, note=note))
        return done.answer_id

    def raise_finding(self, question_id: str, unit: uuid.UUID, grade: Grade) -> uuid.UUID:
        """Raise a finding against the auditee's own rule."""
        return self.do(
            findings.raise_finding(
                findings.NewFinding(
                    grade=grade,
                    forces=frozenset({Force.OWN_PROCEDURE}),
                    unit_id=unit,
                    question_id=question_id,
                    clause=question_id.split("-")[1],
                    own_criteria=(self.rule,),
                    cards=("iso10002-2018-7.2",),
                    texts={
                        "title": {
                            Lang.ZH: "漏登两件投诉",
                            Lang.EN: "Two unregistered complaints",
                        },
                        "condition": {Lang.ZH: "抽查 59 件，漏登 2 件"},
                    },
                )
            )
        )


def _field(path: Path) -> Field:
    audit = AuditFile.create(path, Opening(person="LI", clock=Clock(20)))
    audit.run(
        audits.create_audit(
            audits.NewAudit(
                "IA-2026-07",
                second_lang=Lang.EN,
                sector=Sector.TELECOM,
                texts={
                    "title": {
                        Lang.ZH: "浙江分公司投诉处理审核",
                        Lang.EN: "Audit of Zhejiang",
                    },
                    "scope": {Lang.ZH: "2025 年 11 月至 2026 年 10 月"},
                },
                dates={"period_from": date(2025, 11, 1), "period_to": date(2026, 10, 31)},
            )
        ),
        actor=None,
    )

    def do(op: Op[T], by: uuid.UUID | None = None) -> T:
        return audit.run(op, actor=by).value

    leader = do(plans.add_person(code="CH", name="陈审", role=Role.TEAM_LEADER))
    auditor = do(plans.add_person(code="LI", name="李核", role=Role.AUDITOR))
    do(plans.add_person(code="ZH", name="周主任", role=Role.AUDITEE), leader)
    head = do(plans.add_unit(code="HO", name={Lang.ZH: "省公司", Lang.EN: "Head office"}), leader)
    branch = do(plans.add_unit(code="HZ", name={Lang.ZH: "杭州"}, parent_id=head, weight=2), leader)
    outside = do(
        plans.add_unit(code="WZ", name={Lang.ZH: "温州"}, in_sample=False, why_not="未抽中"),
        leader,
    )
    content = freeze(made_pack("P90", QUESTIONS), made_cards())
    pack = do(plans.freeze_pack(pack_id="P90", version=1, content=content), leader)
    for unit in (head, branch, outside):
        do(plans.set_unit_packs(unit, [pack]), leader)
    rule = do(
        criteria.add_criterion(
            criteria.OwnRule(
                document="投诉管理办法",
                document_number="ZJ-2025-3",
                article="第七条",
                wording={Lang.ZH: "一小时内登记"},
            )
        ),
        leader,
    )
    do(criteria.link_criterion(rule, [(TargetKind.CLAUSE, "7.2")]), leader)
    return Field(audit, PackShelf(audit), leader, auditor, head, branch, outside, pack, rule)


def _work(field: Field) -> None:
    field.answer("P90-7.2-01", field.branch, Result.MINOR, "班长说夜间不登记")
    field.answer("P90-7.2-02", field.branch, Result.CONFORMING, "Night shift checked")
    field.answer("P90-7.3-01", field.branch, Result.NOT_APPLICABLE)
    field.answer("P90-7.4-02", field.branch, Result.NOT_CONCLUSIVE)
    field.answer("P90-7.2-01", field.head, Result.CONFORMING)
    field.do(
        evidence.add_evidence(
            EvidenceKind.INTERVIEW,
            evidence.EvidenceFacts(
                title={Lang.ZH: "访谈班长"},
                body="夜班来电没有登记",
                holder="客服中心",
                personal_data=PersonalData.MASKED,
            ),
            answers=[("P90-7.2-01", field.branch)],
        )
    )
    found = field.raise_finding("P90-7.2-01", field.branch, Grade.MINOR)
    field.raise_finding("P90-7.2-02", field.branch, Grade.OBSERVATION)
    field.do(
        actions.add_action(
            found,
            actions.ActionPlan(
                ActionKind.CORRECTION,
                {Lang.ZH: "补登记两件"},
                owner="王某",
                due_on=date(2026, 11, 10),
            ),
        )
    )


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> tuple[Field, Path, Path]:
    """The two files, made once and closed."""
    folder = tmp_path_factory.mktemp("queries")
    planned, worked = folder / "planned.audit", folder / "worked.audit"
    made = _field(planned)
    made.audit.close()
    worked.write_bytes(planned.read_bytes())
    opened = _opened(made, worked)
    _work(opened)
    opened.audit.close()
    return made, planned, worked


def _opened(made: Field, path: Path) -> Field:
    audit = AuditFile.open(path, Opening(person="LI", clock=Clock(21)))
    return replace(made, audit=audit, shelf=PackShelf(audit))


@pytest.fixture
def field(templates: tuple[Field, Path, Path], tmp_path: Path) -> Iterator[Field]:
    """An audit that is planned, with nothing answered."""
    path = tmp_path / "field.audit"
    path.write_bytes(templates[1].read_bytes())
    opened = _opened(templates[0], path)
    yield opened
    opened.audit.close()


@pytest.fixture
def worked(templates: tuple[Field, Path, Path], tmp_path: Path) -> Iterator[Field]:
    """The same audit with work done: every result, evidence, findings, an action."""
    path = tmp_path / "worked.audit"
    path.write_bytes(templates[2].read_bytes())
    opened = _opened(templates[0], path)
    yield opened
    opened.audit.close()
