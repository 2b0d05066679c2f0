"""Answers: the result of a question in a unit, its degree of fulfilment, reason and note."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditapp.domain.audit_life import Area
from auditapp.domain.grading import default_fulfilment
from auditapp.domain.vocabulary import Result
from auditapp.errors import UserError
from auditapp.ops.support import clean, require_open
from auditapp.store.drafts import Cellref
from auditapp.store.models import Answer, Maturity
from auditapp.store.op import Op, Tx, natural_id

if TYPE_CHECKING:
    import uuid
    from datetime import date


@dataclass(frozen=True, slots=True)
class ResultSet:
    """What setting a result did: the answer, what stood there before, what stands now."""

    answer_id: uuid.UUID
    was: Result | None
    now: Result | None


def set_result(
    *,
    question_id: str,
    unit_id: uuid.UUID,
    result: Result | None,
    reason: str | None = None,
) -> Op[ResultSet]:
    """Set (or with None take back) the result of a question in a unit.

    *Not applicable* needs a reason, given here or standing already: raises UserError
    ``na_needs_reason``. The degree of fulfilment follows the result unless set by hand.
    """

    def work(tx: Tx) -> ResultSet:
        require_open(tx, Area.ANSWERS)
        row = ensure_answer(tx, question_id, unit_id)
        was = row.result
        if reason is not None:
            row.reason = clean(reason)
        if result is Result.NOT_APPLICABLE and not row.reason:
            raise UserError("na_needs_reason", question=question_id)
        suggested = None if result is None else default_fulfilment(result)
        if was is None or suggested is None or row.fulfilment == default_fulfilment(was):
            row.fulfilment = suggested
        row.result = result
        row.answered_by = None if result is None else tx.actor_id
        row.answered_at = None if result is None else tx.at
        return ResultSet(row.id, was, result)

    args = {
        "question": question_id,
        "unit": unit_id.hex,
        "result": None if result is None else result.value,
    }
    return Op("answer.set_result", args, work)


def set_fulfilment(*, question_id: str, unit_id: uuid.UUID, degree: int | None) -> Op[uuid.UUID]:
    """Set the degree of fulfilment 0-3; raises UserError ``bad_fulfilment``."""
    if degree is not None and not 0 <= degree <= 3:
        raise UserError("bad_fulfilment", value=degree)

    def work(tx: Tx) -> uuid.UUID:
        require_open(tx, Area.ANSWERS)
        row = ensure_answer(tx, question_id, unit_id)
        row.fulfilment = degree
        return row.id

    return Op(
        "answer.set_fulfilment",
        {"question": question_id, "unit": unit_id.hex, "degree": degree},
        work,
    )


def set_note(*, question_id: str, unit_id: uuid.UUID, note: str | None) -> Op[uuid.UUID]:
    """Set the note of an answer; it stays in the language in which it was spoken."""

    def work(tx: Tx) -> uuid.UUID:
        require_open(tx, Area.ANSWERS)
        row = ensure_answer(tx, question_id, unit_id)
        row.note = note or None
        return row.id

    return Op("answer.set_note", {"question": question_id, "unit": unit_id.hex}, work)


def set_observed_on(
    *, question_id: str, unit_id: uuid.UUID, observed_on: date | None
) -> Op[uuid.UUID]:
    """Say on which day the fact was observed, when that is not the day of typing."""

    def work(tx: Tx) -> uuid.UUID:
        require_open(tx, Area.ANSWERS)
        row = ensure_answer(tx, question_id, unit_id)
        row.observed_on = observed_on
        return row.id

    return Op("answer.set_observed_on", {"question": question_id, "unit": unit_id.hex}, work)


def set_maturity(
    *, domain: str, unit_id: uuid.UUID | None, level: int | None, note: str | None = None
) -> Op[uuid.UUID]:
    """Rate one of the twelve maturity domains 1-5; raises UserError ``bad_maturity``."""
    if level is not None and not 1 <= level <= 5:
        raise UserError("bad_maturity", value=level)

    def work(tx: Tx) -> uuid.UUID:
        require_open(tx, Area.ANSWERS)
        key = tx.natural_id("maturity", domain, "" if unit_id is None else unit_id)
        row = tx.session.get(Maturity, key)
        if row is None:
            row = Maturity(id=key, domain=domain, unit_id=unit_id)
            tx.session.add(row)
        row.level, row.note = level, clean(note)
        return key

    return Op("maturity.set", {"domain": domain, "level": level}, work)


def ensure_answer(tx: Tx, question_id: str, unit_id: uuid.UUID) -> Answer:
    """The answer row of a question in a unit, made when it is not there yet."""
    key = tx.natural_id("answer", question_id, unit_id)
    row = tx.session.get(Answer, key)
    if row is None:
        row = Answer(id=key, question_id=question_id, unit_id=unit_id)
        tx.session.add(row)
        tx.session.flush()
    return row


def note_cell(audit_id: uuid.UUID, question_id: str, unit_id: uuid.UUID) -> Cellref:
    """The cell that the note field edits while typing."""
    return Cellref(
        table="answer",
        row_id=natural_id(audit_id, "answer", question_id, unit_id),
        field="note",
        op="answer.set_note",
        insert_with={"question_id": question_id, "unit_id": unit_id},
    )
