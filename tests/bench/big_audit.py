"""A synthetic audit as large as the budgets name: 3,000 questions, 100,000 steps, 1,000 findings.

What is planned is made with the ops; the mass of steps is written through the journal itself
(``Journal.prepare``, the same encoding and hashes) together with the rows, many in one transaction,
so that the file verifies like any other and is made in seconds instead of minutes.

Run: ``python -m tests.bench.big_audit FILE [--steps N] [--questions N] …``.
"""

from __future__ import annotations

import argparse
import io
import random
import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from auditapp.domain.vocabulary import Lang, Result, Role, Sector, TargetKind
from auditapp.ops import audits, criteria, plans
from auditapp.packs.freeze import freeze
from auditapp.store.audit_file import AuditFile, Opening
from auditapp.store.capture import INSERT, UPDATE, make_change
from auditapp.store.encoding import Cell, CellChange, encode_args
from auditapp.store.models.columns import utc_text
from auditapp.store.op import natural_id, text_hash, uuid7
from tests.bench.made_pack import made_cards, made_pack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditapp.packs.content import Pack
    from auditapp.store.driver import Connection

START: Final = datetime(2026, 6, 1, 1, 0, tzinfo=UTC)
BATCH: Final = 5_000
"""Steps in one transaction."""
_RESULTS: Final = (
    *([Result.CONFORMING] * 12),
    *([Result.IMPROVEMENT] * 3),
    *([Result.MINOR] * 3),
    Result.MAJOR,
    Result.NOT_APPLICABLE,
    Result.NOT_CONCLUSIVE,
)
_FULFILMENT: Final[Mapping[Result, int]] = {
    Result.CONFORMING: 3,
    Result.IMPROVEMENT: 2,
    Result.MINOR: 1,
    Result.MAJOR: 0,
}
_NOTE: Final = (
    "访谈班长，抽查夜班来电记录；checked {n} calls of the night shift, {k} without a ticket。"
)


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large it gets; ``photo`` is the side of a photo in pixels."""

    questions: int = 3_000
    units: int = 3
    steps: int = 100_000
    findings: int = 1_000
    actions: int = 1_000
    photos: int = 300
    photo: int = 640
    length: int = 3


class _Bulk:
    """Writes rows and their steps at once; keeps each row's cells, for the values before."""

    def __init__(self, audit: AuditFile, connection: Connection, actors: list[uuid.UUID]) -> None:
        self._audit = audit
        self._db = connection
        self._actors = actors
        self._rows: dict[tuple[str, uuid.UUID], dict[str, Cell]] = {}
        self._pending: list[CellChange] = []
        self.steps = 0
        self._at = datetime.fromisoformat(audit.journal.last_at)

    def insert(self, table: str, row_id: uuid.UUID, cells: Mapping[str, Cell]) -> None:
        """A new row."""
        names = ", ".join(f'"{name}"' for name in ("id", *cells))
        marks = ", ".join("?" for _ in range(len(cells) + 1))
        self._db.execute(
            f'INSERT INTO "{table}" ({names}) VALUES ({marks})',
            (row_id.bytes, *cells.values()),
        )
        self._rows[table, row_id] = dict(cells)
        self._pending += [
            make_change(table, row_id.bytes, INSERT, name, None, value)
            for name, value in cells.items()
            if value is not None
        ]

    def update(self, table: str, row_id: uuid.UUID, cells: Mapping[str, Cell]) -> None:
        """New values of a row; what stays the same is no change."""
        row = self._rows[table, row_id]
        changed = {name: value for name, value in cells.items() if row.get(name) != value}
        if not changed:
            return
        pairs = ", ".join(f'"{name}" = ?' for name in changed)
        self._db.execute(
            f'UPDATE "{table}" SET {pairs} WHERE id = ?',
            (*changed.values(), row_id.bytes),
        )
        self._pending += [
            make_change(table, row_id.bytes, UPDATE, name, row.get(name), value)
            for name, value in changed.items()
        ]
        row |= changed

    def text(self, owner: uuid.UUID, name: str, zh: str, en: str | None = None) -> None:
        """A printed text, main language Chinese."""
        for lang, body in ((Lang.ZH, zh), (Lang.EN, en)):
            if body:
                key = natural_id(self._audit.audit_id, "text", owner, name, lang.value)
                cells: dict[str, Cell] = {
                    "owner_id": owner.bytes, "field": name, "lang": lang.value, "body": body,
                    "source_hash": text_hash(zh) if lang is Lang.EN else None,
                }  # fmt: skip
                self.insert("text", key, cells)

    def step(self, op: str, args: Mapping[str, str | int | None], actor: int = 0) -> None:
        """Everything written since the last step becomes one."""
        if not self._pending:
            return
        self._at += timedelta(seconds=7)
        row = self._audit.journal.prepare(
            at=utc_text(self._at),
            actor_id=self._actors[actor % len(self._actors)].bytes,
            op=op,
            args=encode_args(args),
            gesture=uuid7().bytes,
            undoes=None,
            changes=self._pending,
        )
        self._audit.journal.committed(row)
        self._pending = []
        self.steps += 1
        if self.steps % BATCH == 0:
            self._db.execute("COMMIT")
            self._db.execute("BEGIN IMMEDIATE")

    @property
    def now(self) -> str:
        """The time of the next step as it is stored."""
        return utc_text(self._at + timedelta(seconds=7))


class _Clock:
    def __init__(self) -> None:
        self._now = START

    def __call__(self) -> datetime:
        self._now += timedelta(seconds=3)
        return self._now


def build(path: Path, sizes: Sizes | None = None, *, seed: int = 7) -> None:
    """Write the audit to ``path``, which must not exist."""
    sizes = sizes or Sizes()
    chance = random.Random(seed)
    audit = AuditFile.create(path, Opening(clock=_Clock()))
    try:
        plan = _plan(audit, sizes)
        with audit.raw_transaction() as connection:
            bulk = _Bulk(audit, connection, plan.auditors)
            answers = _answers(bulk, plan, audit, sizes, chance)
            items = _evidence(bulk, plan, answers, audit, sizes, chance)
            findings = _findings(bulk, plan, answers, items, audit, sizes, chance)
            _actions(bulk, findings, sizes, chance)
            _fill(bulk, answers, sizes.steps - _count(connection), chance)
    finally:
        audit.close()


@dataclass(frozen=True, slots=True)
class _Made:
    packs: list[Pack]
    units: list[uuid.UUID]
    unit_codes: list[str]
    auditors: list[uuid.UUID]
    rules: list[uuid.UUID]


def _plan(audit: AuditFile, sizes: Sizes) -> _Made:
    audit.run(
        audits.create_audit(
            audits.NewAudit(
                "IA-2026-99",
                second_lang=Lang.EN,
                sector=Sector.TELECOM,
                texts={"title": {Lang.ZH: "大型合成审核", Lang.EN: "Large synthetic audit"}},
                dates={"period_from": date(2025, 11, 1), "period_to": date(2026, 10, 31)},
            )
        ),
        actor=None,
    )
    leader = audit.run(
        plans.add_person(code="CH", name="陈审", role=Role.TEAM_LEADER), actor=None
    ).value
    auditors = [
        audit.run(plans.add_person(code=code, name=name, role=Role.AUDITOR), actor=leader).value
        for code, name in (("LI", "李核"), ("WA", "王查"), ("ZH", "张验"))
    ]
    share = 500
    packs = [
        made_pack(f"B{n:02d}", min(share, sizes.questions - start), length=sizes.length)
        for n, start in enumerate(range(0, sizes.questions, share))
    ]
    cards = made_cards()
    frozen = [
        audit.run(
            plans.freeze_pack(pack_id=pack.id, version=1, content=freeze(pack, cards)), actor=leader
        ).value
        for pack in packs
    ]
    units, codes = list[uuid.UUID](), list[str]()
    for n in range(sizes.units):
        codes.append(f"U{n + 1}")
        name = {Lang.ZH: f"第{n + 1}分公司", Lang.EN: f"Branch {n + 1}"}
        units.append(audit.run(plans.add_unit(code=codes[-1], name=name), actor=leader).value)
        audit.run(plans.set_unit_packs(units[-1], frozen), actor=leader)
        for pack in packs:
            questions = [question.id for question in pack.questions]
            audit.run(
                plans.assign(questions, units[-1], auditor_id=auditors[n % 3], reviewer_id=leader),
                actor=leader,
            )
    rules: list[uuid.UUID] = []
    for n in range(20):
        rule = criteria.OwnRule(
            document=f"投诉管理办法 {n + 1}",
            article=f"第{n + 1}条",
            wording={Lang.ZH: "一小时内登记"},
        )
        rules.append(audit.run(criteria.add_criterion(rule), actor=leader).value)
        links = [(TargetKind.CLAUSE, f"7.{n % 9 + 1}"), (TargetKind.CLAUSE, f"8.{n % 7 + 1}")]
        audit.run(criteria.link_criterion(rules[-1], links), actor=leader)
    return _Made(packs, units, codes, auditors, rules)


_Answers = dict[tuple[str, uuid.UUID], uuid.UUID]


def _answers(
    bulk: _Bulk, plan: _Made, audit: AuditFile, sizes: Sizes, chance: random.Random
) -> _Answers:
    """Nine of ten pairs answered, two of three with a note."""
    made: _Answers = {}
    for number, unit in enumerate(plan.units):
        for pack in plan.packs:
            for n, question in enumerate(pack.questions):
                if chance.random() > 0.9:
                    continue
                if bulk.steps > sizes.steps - sizes.findings * 4 - 500:
                    return made
                key = natural_id(audit.audit_id, "answer", question.id, unit)
                result = chance.choice(_RESULTS)
                note = _NOTE.format(n=n, k=n % 7) if n % 3 else None
                cells: dict[str, Cell] = {
                    "question_id": question.id, "unit_id": unit.bytes, "result": result.value,
                    "fulfilment": _FULFILMENT.get(result), "reason": None, "note": note,
                    "answered_by": plan.auditors[number % 3].bytes, "answered_at": bulk.now,
                }  # fmt: skip
                if result is Result.NOT_APPLICABLE:
                    cells["reason"] = "该单位无此业务"
                bulk.insert("answer", key, cells)
                bulk.step(
                    "answer.set_result",
                    {"question": question.id, "unit": unit.hex, "result": result.value},
                    number,
                )
                made[question.id, unit] = key
    return made


def _evidence(
    bulk: _Bulk,
    plan: _Made,
    answers: _Answers,
    audit: AuditFile,
    sizes: Sizes,
    chance: random.Random,
) -> list[uuid.UUID]:
    """Photos, each linked to an answer."""
    listed = list(answers.items())
    made: list[uuid.UUID] = []
    for n in range(sizes.photos):
        data = photo(n, sizes.photo)
        (_, unit), answer = chance.choice(listed)
        key = uuid7()
        code = plan.unit_codes[plan.units.index(unit)]
        cells: dict[str, Cell] = {
            "number": f"E-{code}-LI{n + 1:03d}", "kind": "photo",
            "personal_data": ("none", "masked", "yes")[n % 3], "storage": "embedded",
            "sha256": audit.blobs.put(data), "size": len(data), "media_type": "image/jpeg",
            "file_name": f"photo{n}.jpg", "unit_id": unit.bytes, "holder": "客服中心",
            "obtained_on": "2026-07-01", "obtained_by": plan.auditors[n % 3].bytes,
            "added_at": bulk.now, "withdrawn": 0,
        }  # fmt: skip
        bulk.insert("evidence", key, cells)
        bulk.text(key, "title", f"登记簿照片 {n}", f"Photo of the register {n}")
        link = natural_id(audit.audit_id, "answer_evidence", answer, key)
        bulk.insert("answer_evidence", link, {"answer_id": answer.bytes, "evidence_id": key.bytes})
        bulk.step("evidence.add", {"kind": "photo"}, n)
        made.append(key)
    return made


def _findings(
    bulk: _Bulk,
    plan: _Made,
    answers: _Answers,
    items: list[uuid.UUID],
    audit: AuditFile,
    sizes: Sizes,
    chance: random.Random,
) -> list[uuid.UUID]:
    """Findings of every grade with their five Cs, criteria and evidence."""
    listed = list(answers)
    made: list[uuid.UUID] = []
    for n in range(sizes.findings):
        question, unit = chance.choice(listed)
        key = uuid7()
        cells: dict[str, Cell] = {
            "number": f"F-LI{n + 1:02d}",
            "grade": chance.choice(("major", "minor", "minor", "observation", "improvement")),
            "nature": "implementation", "extent": "repeated", "legal_harm": 0,
            "unit_id": unit.bytes, "question_id": question, "clause": question.split("-")[1],
            "state": chance.choice(("draft", "facts_confirmed", "presented", "accepted")),
            "population": 900, "sample": 59, "deviations": n % 9,
            "raised_by": plan.auditors[n % 3].bytes, "raised_at": bulk.now, "unresolved": 0,
            "revision": 0,
        }  # fmt: skip
        bulk.insert("finding", key, cells)
        bulk.text(key, "title", f"漏登投诉 {n}", f"Complaints not registered {n}")
        for name in ("criterion", "condition", "cause", "consequence"):
            bulk.text(
                key, name, f"抽查 59 件，漏登 {n % 9} 件（{name}）" * 2, f"{n % 9} of 59 ({name})"
            )
        rule = chance.choice(plan.rules)
        bulk.insert(
            "finding_criterion",
            natural_id(audit.audit_id, "finding_criterion", key, rule),
            {"finding_id": key.bytes, "criterion_id": rule.bytes},
        )
        if items:
            item = items[n % len(items)]
            bulk.insert(
                "finding_evidence",
                natural_id(audit.audit_id, "finding_evidence", key, item),
                {"finding_id": key.bytes, "evidence_id": item.bytes},
            )
        bulk.step("finding.raise", {"question": question, "grade": str(cells["grade"])}, n)
        made.append(key)
    return made


def _actions(bulk: _Bulk, findings: list[uuid.UUID], sizes: Sizes, chance: random.Random) -> None:
    for n in range(min(sizes.actions, len(findings) * 2)):
        key = uuid7()
        finding = findings[n % len(findings)]
        due = date(2026, 10, 1) + timedelta(days=n % 120)
        cells: dict[str, Cell] = {
            "number": f"A-LI{n + 1:02d}", "finding_id": finding.bytes,
            "kind": "correction" if n % 2 else "corrective_action",
            "state": chance.choice(("draft", "accepted")), "owner": "客服中心经理",
            "due_on": due.isoformat(), "first_due_on": due.isoformat(), "extensions": 0,
            "reopened": 0, "created_at": bulk.now,
        }  # fmt: skip
        bulk.insert("action", key, cells)
        bulk.text(key, "description", f"补登记并修订流程 {n}", f"Register and revise {n}")
        bulk.step("action.add", {"finding": finding.hex}, n)


def _fill(bulk: _Bulk, answers: _Answers, missing: int, chance: random.Random) -> None:
    """Until the journal is as long as wanted: results and notes change."""
    listed = list(answers.items())
    done = 0
    while done < missing:
        (question, unit), key = chance.choice(listed)
        before = bulk.steps
        if chance.random() < 0.5:
            note = _NOTE.format(n=done, k=chance.randrange(7))
            bulk.update("answer", key, {"note": note})
            bulk.step("answer.set_note", {"question": question, "unit": unit.hex}, done)
        else:
            result = chance.choice(_RESULTS)
            reason = "该单位无此业务" if result is Result.NOT_APPLICABLE else None
            bulk.update(
                "answer",
                key,
                {
                    "result": result.value, "fulfilment": _FULFILMENT.get(result),
                    "reason": reason, "answered_at": bulk.now,
                },
            )  # fmt: skip
            args = {"question": question, "unit": unit.hex, "result": result.value}
            bulk.step("answer.set_result", args, done)
        done += bulk.steps - before


def _count(connection: Connection) -> int:
    return int(connection.execute("SELECT COUNT(*) FROM step").fetchone()[0])


def photo(n: int, side: int) -> bytes:
    """A JPEG that no other number gives: noise, blown up, with a bar that moves."""
    from PIL import Image

    chance = random.Random(n)
    small = Image.frombytes("RGB", (16, 12), chance.randbytes(16 * 12 * 3))
    large = small.resize((side, side * 3 // 4), Image.Resampling.BICUBIC)
    out = io.BytesIO()
    large.save(out, "JPEG", quality=85)
    return out.getvalue()


def main(argv: list[str] | None = None) -> None:
    """Make the file from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    for name in ("questions", "units", "steps", "findings", "actions", "photos", "photo", "length"):
        parser.add_argument(f"--{name}", type=int, default=getattr(Sizes(), name))
    given = vars(parser.parse_args(argv))
    path: Path = given.pop("file")
    build(path, Sizes(**given))


if __name__ == "__main__":
    main()
