"""What is asked where: the frozen packs of the file, and the (question, unit) pairs of the plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from auditapp.domain.vocabulary import QuestionScope
from auditapp.errors import UserError
from auditapp.ops.queries.forces import ForceTable
from auditapp.ops.queries.standing import (
    Asked,
    NotAsked,
    Pair,
    Planned,
    Standing,
    load_standing,
    narrow,
)
from auditapp.packs.freeze import thaw
from auditapp.store.models import FrozenPack as PackRow
from auditapp.store.models import Unit, UnitPack

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from uuid import UUID

    from sqlalchemy.orm import Session

    from auditapp.ops.queries.forces import Rules
    from auditapp.packs.content import Bilingual, CriterionCard, FrozenPack, Question
    from auditapp.store.audit_file import AuditFile

__all__ = ["Asked", "Content", "NotAsked", "PackShelf", "Pair", "Section", "questions", "sections"]


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a frozen pack in reading order; ``level`` 1 is a section without a parent."""

    pack_id: str
    id: str
    title: Bilingual
    parent: str | None
    level: int


@dataclass(frozen=True, slots=True)
class _UnitRow:
    id: UUID
    code: str


@dataclass(frozen=True, slots=True)
class _Plan:
    """What decides the pairs; equal plans have equal pairs."""

    units: tuple[_UnitRow, ...]
    packs: tuple[tuple[UUID, str, int, str], ...]
    links: frozenset[tuple[UUID, UUID]]


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that is asked in an audit: the pairs and the packs they come from.

    ``not_asked`` are the pairs that the plan would ask, but a condition or the plan itself takes
    out. An answer to one of the questions ``deciding`` may change what is asked.
    """

    pairs: tuple[Asked, ...]
    packs: tuple[FrozenPack, ...]
    by_pair: Mapping[Pair, Asked]
    cards: Mapping[str, CriterionCard]
    questions: Mapping[str, Question]
    sections: tuple[Section, ...]
    not_asked: tuple[NotAsked, ...] = ()
    deciding: frozenset[str] = frozenset()

    @staticmethod
    def of(
        pairs: tuple[Asked, ...],
        packs: tuple[FrozenPack, ...],
        not_asked: tuple[NotAsked, ...] = (),
        deciding: frozenset[str] = frozenset(),
    ) -> Content:
        """The pairs and packs with what is looked up in them; of two editions of a card or a
        question the later pack's is shown where no pair says which."""
        return Content(
            pairs,
            packs,
            {asked.pair: asked for asked in pairs},
            {card.id: card for frozen in packs for card in frozen.criteria},
            {question.id: question for it in packs for question in it.pack.questions},
            tuple(section for frozen in packs for section in _sections(frozen)),
            not_asked,
            deciding,
        )

    def of_question(self, question_id: str) -> tuple[Asked, ...]:
        """The pairs of one question, in the order of the units."""
        return tuple(asked for asked in self.pairs if asked.question.id == question_id)


class PackShelf:
    """The thawed packs of one open audit, and what can be kept beside them.

    Made once per open audit and given to the queries. Packs are frozen by hash, so what is kept
    never goes stale; the pairs and forces kept last are used again only when plan and rules are
    the same.
    """

    def __init__(self, audit: AuditFile) -> None:
        self._blobs = audit.blobs
        self._packs: dict[str, FrozenPack] = {}
        self._haystacks: dict[tuple[str, str], str] = {}
        self._planned: tuple[_Plan, Planned] | None = None
        self._content: tuple[Standing, Content] | None = None
        self._forces: ForceTable | None = None

    def pack(self, sha256: str) -> FrozenPack:
        """The frozen pack with these bytes (inside ``audit.read``).

        Raises UserError ``pack_frozen_damaged`` when its bytes are not in the file.
        """
        found = self._packs.get(sha256)
        if found is None:
            data = self._blobs.get(sha256)
            if data is None:
                raise UserError("pack_frozen_damaged")
            found = self._packs[sha256] = thaw(data)
        return found

    def content(self, session: Session) -> Content:
        """What is asked, from the plan as it stands in the file."""
        plan = _load_plan(session)
        if self._planned is None or self._planned[0] != plan:
            self._planned = plan, self._build(plan)
            self._content = None
        planned = self._planned[1]
        standing = load_standing(session, planned)
        if self._content is None or self._content[0] != standing:
            kept, out = narrow(planned, standing)
            found = Content.of(kept, planned.packs, out, planned.deciding)
            self._content = standing, found
        return self._content[1]

    def forces(self, rules: Rules) -> ForceTable:
        """The table of effective forces under these rules; what it worked out before stays."""
        if self._forces is None or self._forces.rules != rules:
            self._forces = ForceTable(rules)
        return self._forces

    def haystack(self, pack_id: str, question: Question) -> str:
        """All words of a question in both languages, folded for searching."""
        key = (f"{pack_id}/{question.version}", question.id)
        found = self._haystacks.get(key)
        if found is None:
            found = self._haystacks[key] = words_of(question)
        return found

    def warm(self, session: Session) -> None:
        """Fold the words of all questions ahead of the first search (idle, after opening)."""
        for frozen in self.content(session).packs:
            for question in frozen.pack.questions:
                self.haystack(frozen.pack.id, question)

    def _build(self, plan: _Plan) -> Planned:
        packs = [
            (pack_id, version, link, self.pack(sha)) for link, pack_id, version, sha in plan.packs
        ]
        newest: dict[tuple[UUID, str], int] = {}
        for pack_id, version, link, _ in packs:
            for unit in plan.units:
                if (unit.id, link) in plan.links:
                    key = (unit.id, pack_id)
                    newest[key] = max(version, newest.get(key, 0))
        pairs: list[Asked] = []
        for pack_id, version, link, frozen in packs:
            units = [
                unit
                for unit in plan.units
                if (unit.id, link) in plan.links and newest[unit.id, pack_id] == version
            ]
            for question in frozen.pack.questions:
                chosen = units if question.scope is QuestionScope.PER_UNIT else units[:1]
                pairs += [
                    Asked(question, unit.id, unit.code, pack_id, len(pairs) + n)
                    for n, unit in enumerate(chosen)
                ]
        return Planned.of(tuple(pairs), tuple(frozen for _, _, _, frozen in packs))


def questions(audit: AuditFile, shelf: PackShelf) -> tuple[Asked, ...]:
    """The (question, unit) pairs that are asked, in reading order.

    A pack's per-unit questions in every unit of the sample that has the pack and is not withdrawn;
    its questions to the organisation once, in the first such unit by position. Where a unit has two
    versions of a pack, the newer one counts. What a condition hides or the plan leaves out is not
    among them.
    """
    return audit.read(lambda session: shelf.content(session).pairs)


def sections(audit: AuditFile, shelf: PackShelf) -> tuple[Section, ...]:
    """The sections of the packs in use, in reading order: the rows of the clause tree."""
    return audit.read(lambda session: shelf.content(session).sections)


def words_of(question: Question) -> str:
    """What a search looks through in a question: ids, and its texts in both languages, folded."""
    parts = [question.id, question.section]
    for text in (question.q, question.ask, question.negative_test, question.rating.measure):
        parts += (text.zh, text.en)
    for points in (question.look_for, question.evidence):
        parts += (*points.zh, *points.en)
    for band in question.rating.bands:
        parts += (band.text.zh, band.text.en)
    return "\n".join(parts).casefold()


def in_reading_order(pairs: Iterable[Asked]) -> list[Asked]:
    """The pairs as they are read: pack, question, unit."""
    return sorted(pairs, key=lambda asked: asked.position)


def _load_plan(session: Session) -> _Plan:
    units = session.execute(
        select(Unit.id, Unit.code)
        .where(Unit.in_sample.is_(True), Unit.withdrawn.is_(False))
        .order_by(Unit.position, Unit.code)
    ).all()
    packs = session.execute(
        select(PackRow.id, PackRow.pack_id, PackRow.version, PackRow.sha256)
        .where(PackRow.withdrawn.is_(False))
        .order_by(PackRow.position, PackRow.pack_id, PackRow.version)
    ).all()
    links = session.execute(select(UnitPack.unit_id, UnitPack.frozen_pack_id)).all()
    return _Plan(
        tuple(_UnitRow(key, code) for key, code in units),
        tuple((link, pack, version, sha) for link, pack, version, sha in packs),
        frozenset((unit, pack) for unit, pack in links),
    )


def _sections(frozen: FrozenPack) -> Iterator[Section]:
    levels: dict[str, int] = {}
    for section in frozen.pack.sections:
        above = 0 if section.parent is None else levels.get(section.parent, 0)
        levels[section.id] = above + 1
        yield Section(frozen.pack.id, section.id, section.title, section.parent, above + 1)
