"""Audits with the shipped packs, for the tests of the checklist page and for looking at it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditapp.domain.vocabulary import EvidenceKind, Lang, QuestionScope, Result, Role, TargetKind
from auditapp.ops import answers, audits, criteria, evidence, plans
from auditapp.packs.freeze import freeze
from auditapp.packs.library import load_library
from auditapp.store.audit_file import AuditFile, Opening

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from auditapp.packs.content import Library, Pack
    from auditapp.store.op import Op

CHECKLISTS = Path(__file__).resolve().parents[3] / "checklists"


@dataclass
class Stage:
    """A built audit file, closed, and the ids of what is in it."""

    path: Path
    people: dict[str, UUID] = field(default_factory=dict)
    units: dict[str, UUID] = field(default_factory=dict)


def library() -> Library:
    return load_library(CHECKLISTS)


def build_stage(
    path: Path,
    *,
    packs: Sequence[Pack],
    shelf: Library,
    units: Sequence[str] = ("HZ", "NB", "WZ"),
    more: Callable[[AuditFile, Stage], None] | None = None,
) -> Stage:
    """An audit with these packs in these units, a leader WA, an auditor LI, nothing answered."""
    names = {"HZ": ("杭州", "Hangzhou"), "NB": ("宁波", "Ningbo"), "WZ": ("温州", "Wenzhou")}
    stage = Stage(path)
    with AuditFile.create(path, Opening(person="LI")) as audit:
        new = audits.NewAudit(
            number="A-2026-04",
            second_lang=Lang.EN,
            texts={
                "title": {
                    Lang.ZH: "浙江分公司投诉处理审核",
                    Lang.EN: "Zhejiang branch, complaint handling",
                }
            },
            dates={"period_from": date(2026, 7, 1), "period_to": date(2026, 9, 30)},
        )
        audit.run(audits.create_audit(new), actor=None)
        for code, name, role in (
            ("WA", "王敏", Role.TEAM_LEADER),
            ("LI", "李哲", Role.AUDITOR),
        ):
            op = plans.add_person(code=code, name=name, role=role)
            stage.people[code] = audit.run(op, actor=None).value
        me = stage.people["LI"]

        def do(op: Op[Any]) -> Any:
            return audit.run(op, actor=me).value

        frozen = [
            do(
                plans.freeze_pack(
                    pack_id=pack.id, version=pack.version, content=freeze(pack, shelf.criteria)
                )
            )
            for pack in packs
        ]
        for code in units:
            zh, en = names[code]
            stage.units[code] = do(plans.add_unit(code=code, name={Lang.ZH: zh, Lang.EN: en}))
            do(plans.set_unit_packs(stage.units[code], frozen))
        if more is not None:
            more(audit, stage)
    return stage


def lived_in(audit: AuditFile, stage: Stage) -> None:
    """Some answers, evidence and an own rule: what a page looks like in the middle of the work."""
    me = stage.people["LI"]

    def do(op: Op[Any]) -> Any:
        return audit.run(op, actor=me).value

    rule = do(
        criteria.add_criterion(
            criteria.OwnRule(
                document="客户投诉管理办法",
                document_number="ZJ-KF-012",
                document_version="3.1",
                document_date=date(2025, 3, 1),
                article="第8条",
                wording={
                    Lang.ZH: "凡客户表达不满并期待答复的联系，应在30分钟内登记。",
                    Lang.EN: "Every contact that voices dissatisfaction is recorded.",
                },
            )
        )
    )
    do(criteria.link_criterion(rule, [(TargetKind.CLAUSE, "7.2")]))
    unit = stage.units["HZ"]
    pattern = [Result.CONFORMING, Result.CONFORMING, Result.IMPROVEMENT, None, Result.CONFORMING]
    for number in range(1, 10):
        result = pattern[number % len(pattern)]
        if result is not None:
            do(answers.set_result(question_id=f"P01-7.2-0{number}", unit_id=unit, result=result))
    do(answers.set_result(question_id="P01-7.2-02", unit_id=unit, result=Result.MINOR))
    do(
        answers.set_note(
            question_id="P01-7.2-02",
            unit_id=unit,
            note="抽查59件来电，2件未登记（10月12日、10月19日）。班长称系统切换当日手工登记后漏补录。",
        )
    )
    for kind, title, body in (
        (EvidenceKind.NOTE, "登记本与系统比对记录", "登记本第14页两笔无系统工单。"),
        (EvidenceKind.INTERVIEW, "访谈：热线班长", "切换当日手工登记，次日补录。"),
    ):
        do(
            evidence.add_evidence(
                kind,
                evidence.EvidenceFacts(title={Lang.ZH: title}, body=body),
                answers=[("P01-7.2-02", unit)],
            )
        )


def big_pack(source: Pack, count: int) -> Pack:
    """A pack of ``count`` per-unit questions, made of a real pack's own."""
    questions = []
    for number in range(count):
        base = source.questions[number % len(source.questions)]
        questions.append(replace(base, id=f"{base.id}-{number:04d}", scope=QuestionScope.PER_UNIT))
    questions.sort(key=lambda question: [it.id for it in source.sections].index(question.section))
    return replace(source, id="P90", questions=tuple(questions))
