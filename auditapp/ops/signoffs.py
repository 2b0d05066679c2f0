"""Prepared by, reviewed by, signed off: stored with the hash of what they cover.

When the covered cells change afterwards, the sign-off shows as "edited after review": the stored
hash no longer equals the one computed anew.
"""

from __future__ import annotations

import hashlib
import uuid
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from auditapp.domain.vocabulary import SignOffStage
from auditapp.errors import UserError
from auditapp.ops.support import fetch
from auditapp.store.encoding import canonical_json
from auditapp.store.models import (
    Answer,
    AnswerEvidence,
    Audit,
    Evidence,
    Finding,
    FindingCriterion,
    FindingEvidence,
    SignOff,
    Text,
)
from auditapp.store.op import Op, Tx

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class Subject(StrEnum):
    """What can be signed."""

    ANSWER = "answer"
    FINDING = "finding"
    AUDIT = "audit"


_ANSWER_CELLS = ("question_id", "result", "fulfilment", "reason", "note")
_FINDING_CELLS = (
    "number",
    "grade",
    "nature",
    "extent",
    "clause",
    "question_id",
    "population",
    "sample",
    "deviations",
)


def sign(
    subject: Subject, subject_id: uuid.UUID, stage: SignOffStage, *, head: str
) -> Op[uuid.UUID]:
    """Sign an answer, a finding or the whole audit as the acting person.

    ``head`` is the file's head hash at the time, printed with the sign-off. Raises UserError
    ``no_person``, and ``own_reviewer`` when the reviewer prepared it himself.
    """

    def work(tx: Tx) -> uuid.UUID:
        if tx.actor_id is None:
            raise UserError("no_person")
        if stage is SignOffStage.REVIEWED and tx.actor_id in _preparers(tx, subject, subject_id):
            raise UserError("own_reviewer")
        row = SignOff(
            id=tx.new_id(),
            subject=subject.value,
            subject_id=subject_id,
            stage=stage.value,
            person_id=tx.actor_id,
            at=tx.at,
            covers=covered_hash(tx.session, subject, subject_id),
            head=head,
            withdrawn=False,
        )
        tx.session.add(row)
        return row.id

    args = {"subject": subject.value, "row": subject_id.hex, "stage": stage.value}
    return Op("sign_off.add", args, work)


def withdraw_sign_off(sign_off_id: uuid.UUID) -> Op[None]:
    """Take a sign-off back; it stays in the trail."""

    def work(tx: Tx) -> None:
        fetch(tx, SignOff, sign_off_id).withdrawn = True

    return Op("sign_off.withdraw", {"sign_off": sign_off_id.hex}, work)


def covered_hash(session: Session, subject: Subject, subject_id: uuid.UUID) -> str:
    """SHA-256 (hex) over the canonical JSON of what a sign-off on this subject covers."""
    covered: Any
    if subject is Subject.ANSWER:
        covered = _answer_cells(session, subject_id)
    elif subject is Subject.FINDING:
        covered = _finding_cells(session, subject_id)
    else:
        answers = session.scalars(select(Answer.id).order_by(Answer.id)).all()
        findings = session.scalars(select(Finding.id).order_by(Finding.id)).all()
        covered = {
            "audit": _texts(session, subject_id),
            "number": session.scalars(select(Audit.number)).one(),
            "answers": [_answer_cells(session, key) for key in answers],
            "findings": [_finding_cells(session, key) for key in findings],
        }
    return hashlib.sha256(canonical_json(covered).encode()).hexdigest()


def _answer_cells(session: Session, answer_id: uuid.UUID) -> dict[str, Any]:
    row = session.get(Answer, answer_id)
    if row is None:
        return {}
    proofs = session.scalars(
        select(Evidence.sha256)
        .join(AnswerEvidence, AnswerEvidence.evidence_id == Evidence.id)
        .where(AnswerEvidence.answer_id == answer_id)
    ).all()
    return _cells(row, _ANSWER_CELLS) | {
        "unit": row.unit_id.hex,
        "evidence": sorted(proof or "" for proof in proofs),
    }


def _finding_cells(session: Session, finding_id: uuid.UUID) -> dict[str, Any]:
    row = session.get(Finding, finding_id)
    if row is None:
        return {}
    proofs = session.scalars(
        select(FindingEvidence.evidence_id).where(FindingEvidence.finding_id == finding_id)
    ).all()
    criteria = session.execute(
        select(FindingCriterion.criterion_id, FindingCriterion.card_id).where(
            FindingCriterion.finding_id == finding_id
        )
    ).all()
    return _cells(row, _FINDING_CELLS) | {
        "unit": None if row.unit_id is None else row.unit_id.hex,
        "evidence": sorted(proof.hex for proof in proofs),
        "criteria": sorted(card or (own.hex if own else "") for own, card in criteria),
        "texts": _texts(session, finding_id),
    }


def _texts(session: Session, owner_id: uuid.UUID) -> dict[str, str]:
    rows = session.execute(
        select(Text.field, Text.lang, Text.body).where(Text.owner_id == owner_id)
    ).all()
    return {f"{field}.{lang.value}": body for field, lang, body in rows if body}


def _cells(row: Answer | Finding, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def _preparers(tx: Tx, subject: Subject, subject_id: uuid.UUID) -> set[uuid.UUID]:
    found = set(
        tx.session.scalars(
            select(SignOff.person_id).where(
                SignOff.subject_id == subject_id,
                SignOff.stage == SignOffStage.PREPARED.value,
                SignOff.withdrawn.is_(False),
            )
        ).all()
    )
    if subject is Subject.ANSWER:
        found.add(fetch(tx, Answer, subject_id).answered_by or uuid.UUID(int=0))
    elif subject is Subject.FINDING:
        found.add(fetch(tx, Finding, subject_id).raised_by or uuid.UUID(int=0))
    return found
