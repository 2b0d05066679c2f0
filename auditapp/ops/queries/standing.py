"""What the plan takes out of the checklist: questions hidden by a condition, and those left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, select, text

from auditapp.domain.vocabulary import QuestionScope, Result
from auditapp.ops.queries.cells import Ids
from auditapp.packs.conditions import SECTOR, questions_of, unmet
from auditapp.store.models import Audit, LeftOut, ProfileFact

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from sqlalchemy.orm import Session

    from auditapp.domain.selection import LeftOutReason
    from auditapp.packs.conditions import Test
    from auditapp.packs.content import FrozenPack, Question

Pair = tuple[str, "UUID"]
"""A question in a unit: the question's id and the unit's."""

# Longer chains of answers are not followed: what is behind them counts as unknown.
_DEEPEST: Final = 64


@dataclass(frozen=True, slots=True)
class Asked:
    """One question in one unit, as the plan has it; ``position`` is the place in reading order."""

    question: Question
    unit_id: UUID
    unit_code: str
    pack_id: str
    position: int

    @property
    def pair(self) -> Pair:
        """What stands for it everywhere else."""
        return self.question.id, self.unit_id


@dataclass(frozen=True, slots=True)
class NotAsked:
    """A pair that is not asked: hidden by ``tests`` of its condition, or left out by the plan."""

    asked: Asked
    tests: tuple[Test, ...] = ()
    reason: LeftOutReason | None = None
    note: str | None = None

    @property
    def pair(self) -> Pair:
        """Question and unit."""
        return self.asked.pair


@dataclass(frozen=True, slots=True)
class Planned:
    """All pairs of the packs in the plan's units, before conditions; ``deciding`` are the
    questions whose answers conditions ask for."""

    pairs: tuple[Asked, ...]
    packs: tuple[FrozenPack, ...]
    by_pair: Mapping[Pair, Asked]
    once: Mapping[str, Pair]
    deciding: frozenset[str]
    is_conditional: bool

    @staticmethod
    def of(pairs: tuple[Asked, ...], packs: tuple[FrozenPack, ...]) -> Planned:
        """The pairs with what conditions look up in them."""
        conditions = [it.question.shown_if for it in pairs if it.question.shown_if is not None]
        return Planned(
            pairs,
            packs,
            {it.pair: it for it in pairs},
            {
                it.question.id: it.pair
                for it in pairs
                if it.question.scope is QuestionScope.ORGANISATION
            },
            frozenset(name for it in conditions for name in questions_of(it)),
            bool(conditions),
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known about the organisation, by which conditions are judged; equal standings take
    the same questions out."""

    facts: Mapping[str, frozenset[str]]
    answers: Mapping[Pair, Result]
    left_out: Mapping[Pair, tuple[LeftOutReason, str | None]]


def load_standing(session: Session, planned: Planned) -> Standing:
    """The standing inside an open read; answers only of questions that decide."""
    left_out = {
        (question, unit): (reason, note)
        for question, unit, reason, note in session.execute(
            select(LeftOut.question_id, LeftOut.unit_id, LeftOut.reason, LeftOut.note).where(
                LeftOut.reason.is_not(None)
            )
        ).all()
        if reason is not None
    }
    if not planned.is_conditional:
        return Standing({}, {}, left_out)
    answers: dict[Pair, Result] = {}
    if planned.deciding:
        wanted = text(
            "SELECT question_id, unit_id, result FROM answer"
            " WHERE result IS NOT NULL AND question_id IN :questions"
        ).bindparams(bindparam("questions", expanding=True))
        ids = Ids()
        rows = session.execute(wanted, {"questions": sorted(planned.deciding)}).all()
        answers = {(question, ids[unit]): Result(result) for question, unit, result in rows}
    return Standing(load_facts(session), answers, left_out)


def load_facts(session: Session) -> dict[str, frozenset[str]]:
    """The facts that are stated, and the audit's sector."""
    facts = {
        fact: frozenset(value.split())
        for fact, value in session.execute(
            select(ProfileFact.fact, ProfileFact.value).where(ProfileFact.value.is_not(None))
        ).all()
        if value is not None
    }
    facts[SECTOR] = frozenset(sector.value for sector in session.scalars(select(Audit.sector)))
    return facts


def narrow(planned: Planned, standing: Standing) -> tuple[tuple[Asked, ...], tuple[NotAsked, ...]]:
    """The pairs that are asked, and those that are not with the reason, both in reading order."""
    if not standing.left_out and not planned.is_conditional:
        return planned.pairs, ()
    judge = _Judge(planned, standing)
    asked: list[Asked] = []
    out: list[NotAsked] = []
    for it in planned.pairs:
        if it.pair in standing.left_out:
            reason, note = standing.left_out[it.pair]
            out.append(NotAsked(it, (), reason, note))
        elif tests := judge.hidden_by(it.pair):
            out.append(NotAsked(it, tests))
        else:
            asked.append(it)
    return tuple(asked), tuple(out)


class _Judge:
    """Judges the conditions of one plan; what it found out about a pair it remembers."""

    def __init__(self, planned: Planned, standing: Standing) -> None:
        self._planned = planned
        self._standing = standing
        self._found: dict[Pair, tuple[Test, ...]] = {}
        self._open: set[Pair] = set()

    def hidden_by(self, pair: Pair) -> tuple[Test, ...]:
        """The tests that hide a pair; a pair that waits for itself is shown."""
        condition = self._planned.by_pair[pair].question.shown_if
        if condition is None or pair in self._open or len(self._open) > _DEEPEST:
            return ()
        if pair not in self._found:
            self._open.add(pair)
            self._found[pair] = unmet(condition, _Seen(self, pair[1]))
            self._open.remove(pair)
        return self._found[pair]

    def fact(self, fact: str) -> frozenset[str] | None:
        """What is stated about a fact."""
        return self._standing.facts.get(fact)

    def answer(self, question: str, unit_id: UUID) -> Result | bool:
        """The answer to a question as it counts in a unit."""
        pair = (question, unit_id)
        if pair not in self._planned.by_pair:
            pair = self._planned.once.get(question, pair)
        if pair not in self._planned.by_pair or pair in self._standing.left_out:
            return True
        if self.hidden_by(pair):
            return False
        return self._standing.answers.get(pair, True)


class _Seen:
    """The standing as a condition in one unit sees it."""

    def __init__(self, judge: _Judge, unit_id: UUID) -> None:
        self._judge = judge
        self._unit_id = unit_id

    def fact(self, fact: str) -> frozenset[str] | None:
        """What is stated about a fact."""
        return self._judge.fact(fact)

    def answer(self, question: str) -> Result | bool:
        """The answer to a question in this unit, or where the organisation is asked."""
        return self._judge.answer(question, self._unit_id)
