"""What decides what is asked: facts of the organisation, what is left out, hours, volumes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from auditapp.domain.audit_life import Area
from auditapp.domain.selection import LeftOutReason
from auditapp.errors import UserError
from auditapp.ops.support import clean, fetch, hex_of, require_open
from auditapp.store.models import Capacity, LeftOut, Person, ProfileFact, Unit, UnitVolume
from auditapp.store.op import Op, Tx

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable, Sequence
    from datetime import date

    from auditapp.domain.selection import Pair

DAY: Final = 24 * 60
_WORD: Final = re.compile(r"[a-z][a-z0-9_]{0,59}")


def set_profile_fact(fact: str, values: Iterable[str] | None) -> Op[uuid.UUID]:
    """State a fact about the organisation: ``["yes"]``, ``["no"]``, or the values of a choice or
    set (none: an empty set); None takes the statement back.

    Which facts and values there are is the library's business (``Library.facts``); here they are
    words. Raises UserError ``bad_profile_fact``.
    """
    listed = None if values is None else sorted(set(values))
    for word in (fact, *(listed or ())):
        if not _WORD.fullmatch(word):
            raise UserError("bad_profile_fact", value=word)
    if fact == "sector":
        raise UserError("bad_profile_fact", value=fact)

    def work(tx: Tx) -> uuid.UUID:
        require_open(tx, Area.PLAN)
        key = tx.natural_id("profile_fact", fact)
        row = tx.session.get(ProfileFact, key)
        if row is None:
            row = ProfileFact(id=key, fact=fact)
            tx.session.add(row)
        row.value = None if listed is None else " ".join(listed)
        return key

    return Op("plan.set_profile_fact", {"fact": fact, "values": listed}, work)


def leave_out(
    questions: Iterable[str],
    unit_id: uuid.UUID,
    *,
    reason: LeftOutReason,
    note: str | None = None,
) -> Op[int]:
    """Leave questions out of the plan in a unit and say why; returns how many.

    Raises UserError ``left_out_needs_note`` for the reason *other* without a note.
    """
    listed = sorted(set(questions))
    written = clean(note)
    if reason is LeftOutReason.OTHER and written is None:
        raise UserError("left_out_needs_note")

    def work(tx: Tx) -> int:
        _write(tx, listed, unit_id, reason, written)
        return len(listed)

    args = {"unit": unit_id.hex, "questions": listed, "reason": reason.value}
    return Op("plan.leave_out", args, work)


def ask_again(questions: Iterable[str], unit_id: uuid.UUID) -> Op[int]:
    """Take questions that were left out back into the plan; returns how many."""
    listed = sorted(set(questions))

    def work(tx: Tx) -> int:
        _write(tx, listed, unit_id, None, None)
        return len(listed)

    return Op("plan.ask_again", {"unit": unit_id.hex, "questions": listed}, work)


def settle(
    leave: Iterable[Pair],
    ask: Iterable[Pair],
    *,
    reason: LeftOutReason = LeftOutReason.NO_TIME,
    note: str | None = None,
) -> Op[int]:
    """Take over a proposal as one step: what to leave out, and what to ask (again).

    Returns how many pairs it set. Raises UserError ``left_out_needs_note``.
    """
    left, asked = sorted(set(leave)), sorted(set(ask))
    written = clean(note)
    if reason is LeftOutReason.OTHER and left and written is None:
        raise UserError("left_out_needs_note")

    def work(tx: Tx) -> int:
        for question, unit in left:
            _write(tx, [question], unit, reason, written)
        for question, unit in asked:
            _write(tx, [question], unit, None, None)
        return len(left) + len(asked)

    args: dict[str, str | list[str]] = {
        "leave": [f"{unit.hex}/{question}" for question, unit in left],
        "ask": [f"{unit.hex}/{question}" for question, unit in asked],
        "reason": reason.value,
    }
    return Op("plan.settle", args, work)


def _write(
    tx: Tx,
    questions: Sequence[str],
    unit_id: uuid.UUID,
    reason: LeftOutReason | None,
    note: str | None,
) -> None:
    require_open(tx, Area.PLAN)
    fetch(tx, Unit, unit_id)
    for question in questions:
        key = tx.natural_id("left_out", question, unit_id)
        row = tx.session.get(LeftOut, key)
        if row is None:
            if reason is None:
                continue
            row = LeftOut(id=key, question_id=question, unit_id=unit_id)
            tx.session.add(row)
        row.reason, row.note = reason, note


def set_capacity(
    person_id: uuid.UUID, day: date, *, minutes: int, unit_id: uuid.UUID | None = None
) -> Op[uuid.UUID]:
    """Say how many minutes a person has on a day in a unit (None: wherever needed); 0: none.

    Raises UserError ``bad_capacity`` for what does not fit into a day, this person's other units
    on the day included.
    """
    if not 0 <= minutes <= DAY:
        raise UserError("bad_capacity", minutes=minutes)

    def work(tx: Tx) -> uuid.UUID:
        require_open(tx, Area.PLAN)
        fetch(tx, Person, person_id)
        if unit_id is not None:
            fetch(tx, Unit, unit_id)
        key = tx.natural_id(
            "capacity", person_id, "" if unit_id is None else unit_id, day.isoformat()
        )
        others = tx.session.scalars(
            select(Capacity.minutes).where(
                Capacity.person_id == person_id, Capacity.day == day, Capacity.id != key
            )
        ).all()
        total = minutes + sum(it or 0 for it in others)
        if total > DAY:
            raise UserError("bad_capacity", minutes=total)
        row = tx.session.get(Capacity, key)
        if row is None:
            row = Capacity(id=key, person_id=person_id, unit_id=unit_id, day=day)
            tx.session.add(row)
        row.minutes = minutes or None
        return key

    args = {
        "person": person_id.hex,
        "unit": hex_of(unit_id),
        "day": day.isoformat(),
        "minutes": minutes,
    }
    return Op("plan.set_capacity", args, work)


def set_volume(unit_id: uuid.UUID, complaints: int | None) -> Op[uuid.UUID]:
    """Say how many complaints a unit had in the period; raises UserError ``bad_volume``."""
    if complaints is not None and not 0 <= complaints <= 10**9:
        raise UserError("bad_volume", n=complaints)

    def work(tx: Tx) -> uuid.UUID:
        require_open(tx, Area.PLAN)
        fetch(tx, Unit, unit_id)
        key = tx.natural_id("unit_volume", unit_id)
        row = tx.session.get(UnitVolume, key)
        if row is None:
            row = UnitVolume(id=key, unit_id=unit_id)
            tx.session.add(row)
        row.complaints = complaints
        return key

    return Op("plan.set_volume", {"unit": unit_id.hex, "complaints": complaints}, work)
