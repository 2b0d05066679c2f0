"""A small real audit file that op tests start from."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from auditapp.domain.vocabulary import (
    EvidenceKind,
    Force,
    Grade,
    Lang,
    Result,
    Role,
    SignOffStage,
    UnitKind,
)
from auditapp.ops import answers, audits, criteria, evidence, findings, plans, signoffs
from auditapp.packs.freeze import freeze
from auditapp.store.audit_file import AuditFile, Opening
from auditapp.store.capture import journalled_columns
from auditapp.store.models.base import UNJOURNALLED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from auditapp.store.op import Op, Outcome
from tests.bench.made_pack import made_cards, made_pack

Dump = dict[str, dict[bytes, tuple[Any, ...]]]

NOBODY = uuid.UUID(int=0)


class Ticking:
    """A clock that moves one second at each look."""

    def __init__(self) -> None:
        self._now = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now


def small_pack() -> bytes:
    """A frozen pack of a dozen made questions."""
    return freeze(made_pack("P01", 12), made_cards())


def dump(audit: AuditFile) -> Dump:
    """Every row of every journalled table."""
    with audit.raw_read() as connection:
        return {
            table: {
                row[0]: row[1:]
                for row in connection.execute(
                    f'SELECT id, {", ".join(chr(34) + c + chr(34) for c in columns)} FROM "{table}"'
                ).fetchall()
            }
            for table, columns in journalled_columns(connection, UNJOURNALLED).items()
        }


@dataclass
class World:
    """An open audit and the ids of what is in it."""

    audit: AuditFile
    leader: uuid.UUID = NOBODY
    auditor: uuid.UUID = NOBODY
    auditee: uuid.UUID = NOBODY
    unit: uuid.UUID = NOBODY
    other_unit: uuid.UUID = NOBODY
    pack: uuid.UUID = NOBODY
    criterion: uuid.UUID = NOBODY
    adoption: uuid.UUID = NOBODY
    evidence: uuid.UUID = NOBODY
    answer: uuid.UUID = NOBODY
    finding: uuid.UUID = NOBODY
    sign_off: uuid.UUID = NOBODY
    actors: dict[str, uuid.UUID] = field(default_factory=dict)

    def do(self, op: Op[Any], actor: uuid.UUID | None = None) -> Any:
        """Run an op as the auditor (or somebody else) and return its value."""
        return self.run(op, actor).value

    def run(self, op: Op[Any], actor: uuid.UUID | None = None) -> Outcome[Any]:
        return self.audit.run(op, actor=actor or self.auditor)


def build(path: Path) -> World:
    """An audit with two units, three persons, a pack, a rule, an answer, evidence, a finding."""
    world = World(AuditFile.create(path, Opening(person="Li", clock=Ticking())))
    new = audits.NewAudit(number="A-1", second_lang=Lang.EN, texts={"title": {Lang.ZH: "审核"}})
    world.audit.run(audits.create_audit(new), actor=None)

    def person(code: str, role: Role) -> uuid.UUID:
        return world.audit.run(
            plans.add_person(code=code, name=f"Person {code}", role=role), actor=None
        ).value

    world.leader = person("WA", Role.TEAM_LEADER)
    world.auditor = person("LI", Role.AUDITOR)
    world.auditee = person("ZH", Role.AUDITEE)
    world.unit = world.do(plans.add_unit(code="HZ", name={Lang.ZH: "杭州", Lang.EN: "Hangzhou"}))
    world.other_unit = world.do(
        plans.add_unit(code="NB", name={Lang.ZH: "宁波"}, kind=UnitKind.SITE)
    )
    world.pack = world.do(plans.freeze_pack(pack_id="P01", version=1, content=small_pack()))
    world.criterion = world.do(criteria.add_criterion(criteria.OwnRule(document="投诉管理办法")))
    world.adoption = world.do(
        criteria.add_adoption(
            standard="ISO 10002:2018",
            document="Decision 12",
            document_date=date(2025, 1, 5),
            clauses=["7.2"],
            units=[world.unit],
        )
    )
    world.evidence = world.do(
        evidence.add_evidence(
            EvidenceKind.NOTE,
            evidence.EvidenceFacts(title={Lang.ZH: "记录"}, body="看到登记本"),
            answers=[("Q-1", world.unit)],
        )
    )
    world.answer = world.do(
        answers.set_result(question_id="Q-1", unit_id=world.unit, result=Result.MINOR)
    ).answer_id
    world.finding = world.do(
        findings.raise_finding(
            findings.NewFinding(
                grade=Grade.MINOR,
                forces=frozenset({Force.OWN_PROCEDURE}),
                unit_id=world.unit,
                question_id="Q-1",
                answer_id=world.answer,
                own_criteria=(world.criterion,),
                texts={"condition": {Lang.ZH: "抽查 59 件，漏登 2 件。"}},
            )
        )
    )
    world.sign_off = world.do(
        signoffs.sign(
            signoffs.Subject.ANSWER,
            world.answer,
            SignOffStage.PREPARED,
            head=world.audit.head_hash(),
        )
    )
    return world


def opened(template: World, path: Path) -> Iterator[World]:
    """A copy of a built and closed world, closed again at the end."""
    path.write_bytes(template.audit.path.read_bytes())
    world = replace(template, audit=AuditFile.open(path, Opening(person="Li", clock=Ticking())))
    yield world
    world.audit.close()
