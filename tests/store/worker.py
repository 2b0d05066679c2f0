"""A program that audits until it is killed, and says after each change that it is done.

Run as ``python -m tests.store.worker FILE SEED [COUNT]``. Each line it prints is a promise: what
it names must be in the file whatever happens next.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from sqlalchemy import select

from auditapp.domain.vocabulary import EvidenceKind, Result
from auditapp.ops import answers, evidence
from auditapp.store.audit_file import AuditFile, Opening
from auditapp.store.models import Person, Unit


def main(path: str, seed: str, count: str = "1000000") -> None:
    chance = random.Random(seed)
    audit = AuditFile.open(Path(path), Opening(person="worker"))
    unit = audit.read(lambda session: session.scalars(select(Unit.id)).first())
    actor = audit.read(lambda session: session.scalars(select(Person.id)).first())
    assert unit is not None
    say("ready")
    for n in range(int(count)):
        question = f"Q-{chance.randrange(40)}"
        kind = chance.choice(("answer", "answer", "type", "evidence", "undo"))
        if kind == "answer":
            op = answers.set_result(
                question_id=question,
                unit_id=unit,
                result=chance.choice((Result.CONFORMING, Result.MINOR, Result.MAJOR)),
            )
            outcome = audit.run(op, actor=actor)
            step = outcome.step
            say("step", "-" if step is None else step.hash.hex())
        elif kind == "type":
            cell = answers.note_cell(audit.audit_id, question, unit)
            audit.save_draft(cell, f"note {n} {'x' * chance.randrange(400)}", actor=actor)
            say("typed", cell.row_id.hex, str(n))
        elif kind == "evidence":
            data = chance.randbytes(chance.randrange(1, 300_000))
            content = evidence.content_of_bytes(data, "f.bin", kind=EvidenceKind.FILE)
            facts = evidence.EvidenceFacts()
            op_add = evidence.add_evidence(
                EvidenceKind.FILE, facts, content, answers=[(question, unit)]
            )
            outcome_add = audit.run(op_add, actor=actor)
            assert outcome_add.step is not None
            say("step", outcome_add.step.hash.hex())
            say("blob", content.sha256)
        elif audit.undo_op(actor) is not None:
            undone = audit.undo(actor)
            assert undone.step is not None
            say("step", undone.step.hash.hex())
    say("end")


def say(*words: str) -> None:
    """One promise, out at once."""
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
