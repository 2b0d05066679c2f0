"""``selftest``: the main job once in a temporary folder, then the window offscreen.

It is what a frozen build runs to show that nothing was left out of it.
"""

from __future__ import annotations

import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from auditapp.cli.exports import Wanted, export
from auditapp.cli.opening import library_of
from auditapp.cli.selftest_tickets import LATE, TICKETS, try_tickets
from auditapp.domain.vocabulary import EvidenceKind, Force, Grade, Lang, Result, Role
from auditapp.errors import UserError
from auditapp.ops import answers, audits, evidence, findings, plans
from auditapp.ops.covering import Covering
from auditapp.ops.queries.content import PackShelf, questions
from auditapp.ops.queries.findings import finding_list
from auditapp.packs.freeze import freeze
from auditapp.store.audit_file import AuditFile, Opening
from auditapp.store.op import natural_id
from auditapp.store.verify import verify

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from uuid import UUID

    from auditapp.cli.env import Env


class PartFailed(Exception):  # noqa: N818  (named as the state it reports)
    """A part of the self-test did not come out as it should; the text says what."""


def run_selftest(arguments: argparse.Namespace, env: Env) -> int:
    """Run all parts, one line each; exit 1 when one fails."""
    with tempfile.TemporaryDirectory(prefix="auditapp-selftest-") as folder:
        job = _MainJob(env, Path(folder))
        parts: list[tuple[str, Callable[[], str]]] = [
            ("packs", job.packs),
            ("create", job.create),
            ("answer", job.answer),
            ("evidence", job.evidence),
            ("finding", job.finding),
            ("undo", job.undo),
            ("reopen", job.reopen),
            ("tickets", job.tickets),
            ("export_zh", lambda: job.export("zh-CN")),
            ("export_en", lambda: job.export("en")),
            ("export_both", lambda: job.export("both")),
            ("verify", job.verify),
        ]
        failed = 0
        try:
            for name, part in parts:
                failed += not _run_part(env, name, part)
                if failed:
                    break
        finally:
            job.close()
    if not failed and not arguments.no_ui:
        for checked in env.host.ui_selftest():
            _tell(env, checked.name, checked.note, ok=checked.ok)
            failed += not checked.ok
    if failed:
        raise UserError("selftest_failed", n=failed)
    env.say("cli.selftest.ok")
    return 0


def _run_part(env: Env, name: str, part: Callable[[], str]) -> bool:
    began = time.perf_counter()
    try:
        note = part()
    except UserError as error:
        note, ok = env.texts.error(error), False
    except PartFailed as failure:
        note, ok = str(failure), False
    else:
        took = f"{(time.perf_counter() - began) * 1000:.0f} ms"
        note, ok = f"{note} · {took}" if note else took, True
    _tell(env, env.texts.say(f"cli.selftest.{name}"), note, ok=ok)
    return ok


def _tell(env: Env, name: str, note: str, *, ok: bool) -> None:
    mark = env.texts.say("cli.doctor.ok" if ok else "cli.doctor.bad")
    env.line(f"{mark} {name}" + (f": {note}" if note else ""))


def _expect(found: object, wanted: object, what: str) -> None:
    if found != wanted:
        msg = f"{what}: {found!r}, not {wanted!r}"
        raise PartFailed(msg)


@dataclass(slots=True)
class _Made:
    """What the earlier parts made."""

    audit: AuditFile
    shelf: PackShelf
    actor: UUID
    pair: tuple[str, UUID]
    item: UUID | None = None


class _MainJob:
    """The main job, step by step, on a file of its own."""

    def __init__(self, env: Env, folder: Path) -> None:
        self._env = env
        self._folder = folder
        self._path = folder / "selftest.audit"
        self._made: _Made | None = None

    @property
    def made(self) -> _Made:
        """What was made so far."""
        if self._made is None:
            raise PartFailed("create")
        return self._made

    def close(self) -> None:
        """Give the file back."""
        if self._made is not None:
            self._made.audit.close()
            self._made = None

    def packs(self) -> str:
        """Load the library anew, without its cache."""
        library = library_of(self._env)
        _expect(bool(library.packs), True, "packs")
        return ", ".join(f"{pack.id} v{pack.version}" for pack in library.packs)

    def create(self) -> str:
        """Create an audit, plan a person, a unit and a pack."""
        library = library_of(self._env)
        pack = library.packs[0]
        audit = AuditFile.create(self._path, Opening(person="ST"))
        actor = natural_id(audit.audit_id, "person", "ST")
        title: dict[Lang, str | None] = {Lang.ZH: "自检", Lang.EN: "Self-test"}
        new = audits.NewAudit(number="ST-1", second_lang=Lang.EN, texts={"title": title})
        audit.run(audits.create_audit(new), actor=actor)
        audit.run(plans.add_person(code="ST", name="ST", role=Role.TEAM_LEADER), actor=actor)
        op = plans.freeze_pack(
            pack_id=pack.id, version=pack.version, content=freeze(pack, library.criteria)
        )
        frozen = audit.run(op, actor=actor).value
        name: dict[Lang, str | None] = {Lang.ZH: "总部", Lang.EN: "Head office"}
        unit_id = audit.run(plans.add_unit(code="HQ", name=name), actor=actor).value
        audit.run(plans.set_unit_packs(unit_id, [frozen]), actor=actor)
        shelf = PackShelf(audit)
        asked = questions(audit, shelf)
        _expect(len(asked), len(pack.questions), "questions")
        self._made = _Made(audit, shelf, actor, asked[0].pair)
        return f"{pack.id}, {len(asked)}"

    def answer(self) -> str:
        """Answer the first question, with a note in Chinese."""
        made = self.made
        question, unit_id = made.pair
        op = answers.set_result(question_id=question, unit_id=unit_id, result=Result.IMPROVEMENT)
        made.audit.run(op, actor=made.actor)
        note = answers.set_note(question_id=question, unit_id=unit_id, note="抽查三件 13800138000")
        made.audit.run(note, actor=made.actor)
        return question

    def evidence(self) -> str:
        """Attach a picture and a text to the answer."""
        made = self.made
        picture = evidence.content_of_bytes(_picture(), "selftest.png", kind=EvidenceKind.PHOTO)
        facts = evidence.EvidenceFacts(title={Lang.ZH: "照片", Lang.EN: "Photo"})
        op = evidence.add_evidence(EvidenceKind.PHOTO, facts, picture, answers=[made.pair])
        made.item = made.audit.run(op, actor=made.actor).value
        told = evidence.EvidenceFacts(title=facts.title, body="访谈记录")
        note = evidence.add_evidence(EvidenceKind.INTERVIEW, told, answers=[made.pair])
        made.audit.run(note, actor=made.actor)
        return f"{picture.size} B"

    def finding(self) -> str:
        """Raise a finding from the question."""
        made = self.made
        question, unit_id = made.pair
        title: dict[Lang, str | None] = {Lang.ZH: "记录不完整", Lang.EN: "Records are incomplete"}
        new = findings.NewFinding(
            grade=Grade.IMPROVEMENT,
            forces=frozenset({Force.GUIDANCE}),
            unit_id=unit_id,
            question_id=question,
            clause="4.1",
            evidence=() if made.item is None else (made.item,),
            texts={"title": title, "condition": dict(title)},
        )
        made.audit.run(findings.raise_finding(new), actor=made.actor)
        _expect(len(self._findings()), 1, "findings")
        return self._findings()[0]

    def undo(self) -> str:
        """Undo and redo the finding."""
        made = self.made
        made.audit.undo(made.actor)
        _expect(len(self._findings()), 0, "after undo")
        made.audit.redo(made.actor)
        _expect(len(self._findings()), 1, "after redo")
        return ""

    def reopen(self) -> str:
        """Close and open again; everything is still there, undo included."""
        made = self.made
        head, actor, pair = made.audit.head_hash(), made.actor, made.pair
        self.close()
        audit = AuditFile.open(self._path, Opening(person="ST"))
        self._made = _Made(audit, PackShelf(audit), actor, pair)
        _expect(audit.head_hash(), head, "head")
        _expect(len(self._findings()), 1, "findings")
        return head[:12]

    def tickets(self) -> str:
        """Read in a sheet of tickets, run rules over it, raise a finding from the exceptions."""
        made = self.made
        content = self._env.shipped.checklists
        rows, late = try_tickets(made.audit, made.shelf, made.actor, self._folder, content)
        _expect(rows, TICKETS, "tickets")
        _expect((late.counts.failed, late.counts.passed), (LATE, TICKETS - LATE), late.rule_id)
        _expect(len(self._findings()), 2, "findings")
        return f"{late.rule_id} {late.numerator}/{late.denominator}"

    def export(self, lang: str) -> str:
        """Export register and report."""
        made = self.made
        register = self._folder / f"selftest-{lang}.xlsx"
        report = self._folder / f"selftest-{lang}.pdf"
        export(made.audit, made.shelf, Wanted(register, report, lang), self._env)
        _expect(register.read_bytes()[:2], b"PK", "register")
        _expect(report.read_bytes()[:5], b"%PDF-", "report")
        return f"{register.stat().st_size} + {report.stat().st_size} B"

    def verify(self) -> str:
        """Verify the file against the head that the reports printed."""
        head = self.made.audit.head_hash()
        self.close()
        report = verify(self._path, head=head, covers=Covering())
        _expect([problem.code for problem in report.problems], [], "verify")
        return f"{report.steps}"

    def _findings(self) -> list[str]:
        made = self.made
        today = datetime.now(UTC).date()
        return [row.number for row in finding_list(made.audit, today=today)]


def _picture() -> bytes:
    """A small picture, made with the library that photos go through."""
    import io

    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (64, 48), (20, 92, 160)).save(out, "PNG")
    return out.getvalue()
