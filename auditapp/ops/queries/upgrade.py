"""Newer versions of the packs in use, what an upgrade would do, and which questions are related."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from auditapp.packs.related import by_question, related_pairs
from auditapp.packs.upgrade import Fate, PackDiff, QuestionDiff, diff
from auditapp.store.models import Answer, FrozenPack, Unit, UnitPack

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from sqlalchemy.orm import Session

    from auditapp.domain.vocabulary import Result
    from auditapp.ops.queries.content import PackShelf
    from auditapp.packs.content import Library, Question
    from auditapp.store.audit_file import AuditFile


@dataclass(frozen=True, slots=True)
class Given:
    """A result that stands in the file for a question in a unit."""

    unit_id: UUID
    unit_code: str
    result: Result


@dataclass(frozen=True, slots=True)
class UpgradeRow:
    """A question of an upgrade with the results that it has; ``asks``: a decision is needed."""

    diff: QuestionDiff
    given: tuple[Given, ...]

    @property
    def asks(self) -> bool:
        """Whether its rating changed under a result."""
        return self.diff.fate is Fate.RATING_CHANGED and bool(self.given)


@dataclass(frozen=True, slots=True)
class UpgradeView:
    """What upgrading a frozen pack (``frozen_id``) to the library's version would do."""

    frozen_id: UUID
    diff: PackDiff
    rows: tuple[UpgradeRow, ...]

    @property
    def to_decide(self) -> tuple[UpgradeRow, ...]:
        """The rows that need a decision."""
        return tuple(row for row in self.rows if row.asks)


@dataclass(frozen=True, slots=True)
class RelatedRow:
    """A question of another pack that looks at the same thing; ``close`` is 0 to 1."""

    question: Question
    pack_id: str
    close: float
    same_criterion: bool
    given: tuple[Given, ...]


def upgrades(audit: AuditFile, shelf: PackShelf, library: Library) -> tuple[UpgradeView, ...]:
    """The frozen packs of which the library has a newer version, in the plan's order."""
    newest = {pack.id: pack for pack in library.packs}

    def work(session: Session) -> tuple[UpgradeView, ...]:
        rows = session.execute(
            select(FrozenPack.id, FrozenPack.pack_id, FrozenPack.version, FrozenPack.sha256)
            .where(FrozenPack.withdrawn.is_(False))
            .order_by(FrozenPack.position)
        ).all()
        found: list[UpgradeView] = []
        for key, pack_id, version, sha256 in rows:
            new = newest.get(pack_id)
            if new is None or new.version <= version:
                continue
            old = shelf.pack(sha256)
            differs = diff(old.pack, new, old_cards=old.cards, new_cards=library.criteria)
            given = _given(session, key)
            listed = tuple(UpgradeRow(it, tuple(given.get(it.id, ()))) for it in differs.rows)
            found.append(UpgradeView(key, differs, listed))
        return tuple(found)

    return audit.read(work)


def related(audit: AuditFile, shelf: PackShelf) -> Mapping[str, tuple[RelatedRow, ...]]:
    """By question: what other packs in use ask about the same thing, closest first.

    It takes a few tenths of a second with twenty packs and depends on the packs alone: a screen
    asks once and keeps it until the packs change.
    """
    content, given = audit.read(lambda session: (shelf.content(session), _given(session, None)))
    packs = {
        question.id: (frozen.pack.id, question)
        for frozen in content.packs
        for question in frozen.pack.questions
    }
    grouped = by_question(related_pairs(tuple(packs.values())))
    found: dict[str, tuple[RelatedRow, ...]] = {}
    for name, pairs in grouped.items():
        rows: list[RelatedRow] = []
        for pair in pairs:
            other = pair.second if pair.first == name else pair.first
            pack_id, question = packs[other]
            results = tuple(given.get(other, ()))
            rows.append(RelatedRow(question, pack_id, pair.close, pair.same_criterion, results))
        found[name] = tuple(rows)
    return found


def _given(session: Session, frozen_id: UUID | None) -> dict[str, list[Given]]:
    """Results by question: in the units of a pack, or in all."""
    wanted = (
        select(Answer.question_id, Answer.unit_id, Unit.code, Answer.result)
        .join(Unit, Unit.id == Answer.unit_id)
        .where(Answer.result.is_not(None))
        .order_by(Unit.position)
    )
    if frozen_id is not None:
        units = select(UnitPack.unit_id).where(UnitPack.frozen_pack_id == frozen_id)
        wanted = wanted.where(Answer.unit_id.in_(units))
    found: dict[str, list[Given]] = defaultdict(list)
    for question, unit, code, result in session.execute(wanted).all():
        if result is not None:
            found[question].append(Given(unit, code, result))
    return found
