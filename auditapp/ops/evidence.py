"""Evidence: adding items of every kind, linking them to answers, marking, withdrawing."""

from __future__ import annotations

import hashlib
import mimetypes
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from auditapp.domain.audit_life import Area
from auditapp.domain.numbering import evidence_counter, evidence_number
from auditapp.domain.vocabulary import EvidenceKind, Lang, PersonalData, Storage
from auditapp.errors import UserError
from auditapp.ops.answers import ensure_answer
from auditapp.ops.images import prepare_picture
from auditapp.ops.support import (
    Bodies,
    actor_code,
    clean,
    fetch,
    require_open,
    unit_code,
    write_text,
)
from auditapp.store.models import ActionEvidence, AnswerEvidence, Evidence, FindingEvidence
from auditapp.store.op import Op, Tx

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable
    from datetime import date, datetime
    from pathlib import Path

MAX_EMBEDDED: Final = 64 * 1024 * 1024
"""Larger files are linked, not embedded: an audit file must stay mailable (bytes)."""
_PICTURES: Final = frozenset({EvidenceKind.PHOTO, EvidenceKind.SCREENSHOT})
_READ: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class EvidenceFacts:
    """What is known of an item beside its bytes; all of it can be edited later."""

    title: dict[Lang, str | None] = field(default_factory=dict[Lang, str | None])
    personal_data: PersonalData = PersonalData.NONE
    unit_id: uuid.UUID | None = None
    body: str | None = None
    holder: str | None = None
    role: str | None = None
    place: str | None = None
    second_source: str | None = None
    period: str | None = None
    reference: str | None = None
    reliability: int | None = None
    obtained_on: date | None = None
    observed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of an item, or where they lie."""

    storage: Storage
    sha256: str
    size: int
    media_type: str
    file_name: str
    data: bytes | None = None
    original: bytes | None = None
    path: str | None = None


def content_of_file(path: Path, *, kind: EvidenceKind, keep_original: bool = False) -> Content:
    """Read a file for embedding; pictures are turned upright and bounded.

    Raises UserError ``file_not_found``, ``file_unreadable``, ``evidence_too_large``,
    ``not_an_image``, ``image_too_large``.
    """
    try:
        if path.stat().st_size > MAX_EMBEDDED:
            raise UserError("evidence_too_large", path=path.name, limit=MAX_EMBEDDED >> 20)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UserError("file_not_found", path=path.name) from error
    except OSError as error:
        raise UserError("file_unreadable", path=path.name) from error
    return content_of_bytes(data, path.name, kind=kind, keep_original=keep_original)


def content_of_bytes(
    data: bytes, name: str, *, kind: EvidenceKind, keep_original: bool = False
) -> Content:
    """Bytes for embedding (a pasted picture, a dropped file)."""
    if len(data) > MAX_EMBEDDED:
        raise UserError("evidence_too_large", path=name, limit=MAX_EMBEDDED >> 20)
    media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
    original = None
    if kind in _PICTURES:
        picture = prepare_picture(data, name)
        if keep_original and picture.changed:
            original = data
        data, media_type = picture.data, picture.media_type
    sha256 = hashlib.sha256(data).hexdigest()
    return Content(Storage.EMBEDDED, sha256, len(data), media_type, name, data, original)


def content_of_link(path: Path) -> Content:
    """A large file that stays where it is: its path and its hash, read in pieces."""
    digest, size = hashlib.sha256(), 0
    try:
        with path.open("rb") as stream:
            while piece := stream.read(_READ):
                digest.update(piece)
                size += len(piece)
    except FileNotFoundError as error:
        raise UserError("file_not_found", path=path.name) from error
    except OSError as error:
        raise UserError("file_unreadable", path=path.name) from error
    media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return Content(
        Storage.LINKED, digest.hexdigest(), size, media_type, path.name, path=str(path.resolve())
    )


def add_evidence(
    kind: EvidenceKind,
    facts: EvidenceFacts,
    content: Content | None = None,
    *,
    answers: Iterable[tuple[str, uuid.UUID]] = (),
    proves_action: uuid.UUID | None = None,
) -> Op[uuid.UUID]:
    """Add an item with its working number and link it to answers (question, unit).

    As the proof of an action it can still be added after the audit is issued.

    Raises UserError ``evidence_empty`` when there is neither content nor text, ``bad_reliability``.
    """
    supported = sorted(set(answers))
    if content is None and not clean(facts.body) and not clean(facts.reference):
        raise UserError("evidence_empty")
    _check(facts)

    def work(tx: Tx) -> uuid.UUID:
        require_open(tx, Area.EVIDENCE if proves_action is None else Area.PROOF)
        unit_id = facts.unit_id or (supported[0][1] if supported else None)
        unit, auditor = unit_code(tx, unit_id), actor_code(tx)
        sequence = tx.next_number(evidence_counter(unit, auditor))
        row = Evidence(
            id=tx.new_id(),
            number=evidence_number(unit, auditor, sequence),
            kind=kind,
            added_at=tx.at,
            obtained_by=tx.actor_id,
            withdrawn=False,
        )
        _fill(row, facts)
        row.unit_id = unit_id
        row.obtained_on = facts.obtained_on or tx.at.astimezone().date()
        if content is not None:
            _attach(tx, row, content)
        tx.session.add(row)
        tx.session.flush()
        write_text(tx, row.id, "title", facts.title)
        for question_id, answer_unit in supported:
            _link_answer(tx, row.id, question_id, answer_unit)
        if proves_action is not None:
            _link_action(tx, row.id, proves_action)
        return row.id

    args = {"kind": kind.value, "questions": [question for question, _ in supported]}
    return Op("evidence.add", args, work)


def edit_evidence(evidence_id: uuid.UUID, facts: EvidenceFacts) -> Op[None]:
    """Change what is known of an item; its bytes, hash and number stay."""
    _check(facts)

    def work(tx: Tx) -> None:
        require_open(tx, Area.EVIDENCE)
        row = fetch(tx, Evidence, evidence_id)
        _fill(row, facts)
        row.unit_id = facts.unit_id
        if facts.obtained_on is not None:
            row.obtained_on = facts.obtained_on
        write_text(tx, evidence_id, "title", facts.title)

    return Op("evidence.edit", {"evidence": evidence_id.hex}, work)


def set_evidence_title(evidence_id: uuid.UUID, title: Bodies) -> Op[None]:
    """Rename an item in the given languages."""

    def work(tx: Tx) -> None:
        require_open(tx, Area.EVIDENCE)
        fetch(tx, Evidence, evidence_id)
        write_text(tx, evidence_id, "title", title)

    return Op("evidence.set_title", {"evidence": evidence_id.hex}, work)


def mark_personal_data(evidence_id: uuid.UUID, mark: PersonalData) -> Op[None]:
    """Say whether an item contains personal data."""

    def work(tx: Tx) -> None:
        fetch(tx, Evidence, evidence_id).personal_data = mark

    return Op("evidence.mark", {"evidence": evidence_id.hex, "mark": mark.value}, work)


def withdraw_evidence(evidence_id: uuid.UUID, reason: str) -> Op[None]:
    """Withdraw an item: number and trace stay. Raises UserError ``reason_needed``."""
    if not clean(reason):
        raise UserError("reason_needed")

    def work(tx: Tx) -> None:
        require_open(tx, Area.EVIDENCE)
        row = fetch(tx, Evidence, evidence_id)
        row.withdrawn, row.withdrawn_reason = True, clean(reason)

    return Op("evidence.withdraw", {"evidence": evidence_id.hex}, work)


def link_to_answer(evidence_id: uuid.UUID, question_id: str, unit_id: uuid.UUID) -> Op[None]:
    """Let an item support one more answer."""

    def work(tx: Tx) -> None:
        require_open(tx, Area.EVIDENCE)
        fetch(tx, Evidence, evidence_id)
        _link_answer(tx, evidence_id, question_id, unit_id)

    args = {"evidence": evidence_id.hex, "question": question_id, "unit": unit_id.hex}
    return Op("evidence.link_answer", args, work)


def unlink_from_answer(evidence_id: uuid.UUID, question_id: str, unit_id: uuid.UUID) -> Op[None]:
    """Let an item no longer support an answer."""

    def work(tx: Tx) -> None:
        require_open(tx, Area.EVIDENCE)
        answer = ensure_answer(tx, question_id, unit_id)
        link = tx.session.get(
            AnswerEvidence, tx.natural_id("answer_evidence", answer.id, evidence_id)
        )
        if link is not None:
            tx.session.delete(link)

    args = {"evidence": evidence_id.hex, "question": question_id, "unit": unit_id.hex}
    return Op("evidence.unlink_answer", args, work)


def link_to_finding(evidence_id: uuid.UUID, finding_id: uuid.UUID) -> Op[None]:
    """Let an item prove a finding."""

    def work(tx: Tx) -> None:
        require_open(tx, Area.FINDINGS)
        fetch(tx, Evidence, evidence_id)
        key = tx.natural_id("finding_evidence", finding_id, evidence_id)
        if tx.session.get(FindingEvidence, key) is None:
            tx.session.add(FindingEvidence(id=key, finding_id=finding_id, evidence_id=evidence_id))

    args = {"evidence": evidence_id.hex, "finding": finding_id.hex}
    return Op("evidence.link_finding", args, work)


def unlink_from_finding(evidence_id: uuid.UUID, finding_id: uuid.UUID) -> Op[None]:
    """Let an item no longer prove a finding."""

    def work(tx: Tx) -> None:
        key = tx.natural_id("finding_evidence", finding_id, evidence_id)
        link = tx.session.get(FindingEvidence, key)
        if link is not None:
            tx.session.delete(link)

    args = {"evidence": evidence_id.hex, "finding": finding_id.hex}
    return Op("evidence.unlink_finding", args, work)


def link_to_action(evidence_id: uuid.UUID, action_id: uuid.UUID) -> Op[None]:
    """Let an item prove that an action was done or works."""

    def work(tx: Tx) -> None:
        require_open(tx, Area.PROOF)
        fetch(tx, Evidence, evidence_id)
        _link_action(tx, evidence_id, action_id)

    args = {"evidence": evidence_id.hex, "action": action_id.hex}
    return Op("evidence.link_action", args, work)


def _link_answer(tx: Tx, evidence_id: uuid.UUID, question_id: str, unit_id: uuid.UUID) -> None:
    answer = ensure_answer(tx, question_id, unit_id)
    key = tx.natural_id("answer_evidence", answer.id, evidence_id)
    if tx.session.get(AnswerEvidence, key) is None:
        tx.session.add(AnswerEvidence(id=key, answer_id=answer.id, evidence_id=evidence_id))


def _link_action(tx: Tx, evidence_id: uuid.UUID, action_id: uuid.UUID) -> None:
    key = tx.natural_id("action_evidence", action_id, evidence_id)
    if tx.session.get(ActionEvidence, key) is None:
        tx.session.add(ActionEvidence(id=key, action_id=action_id, evidence_id=evidence_id))


def _attach(tx: Tx, row: Evidence, content: Content) -> None:
    row.storage, row.sha256, row.size = content.storage, content.sha256, content.size
    row.media_type, row.file_name, row.path = content.media_type, content.file_name, content.path
    if content.data is not None:
        tx.put_blob(content.data)
    if content.original is not None:
        row.original_sha256 = tx.put_blob(content.original)


def _check(facts: EvidenceFacts) -> None:
    if facts.reliability is not None and not 1 <= facts.reliability <= 3:
        raise UserError("bad_reliability", value=facts.reliability)


def _fill(row: Evidence, facts: EvidenceFacts) -> None:
    row.personal_data, row.body = facts.personal_data, facts.body or None
    row.holder, row.role, row.place = clean(facts.holder), clean(facts.role), clean(facts.place)
    row.second_source, row.period = clean(facts.second_source), clean(facts.period)
    row.reference, row.reliability = clean(facts.reference), facts.reliability
    row.observed_at = facts.observed_at
