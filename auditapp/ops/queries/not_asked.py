"""What is not asked and why; and answers that were given before their question fell away."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import select

from auditapp.ops.queries.standing import load_facts
from auditapp.packs.conditions import ProfileTest, facts_of
from auditapp.packs.content import FactKind
from auditapp.store.models import Answer, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from sqlalchemy.orm import Session

    from auditapp.domain.selection import LeftOutReason
    from auditapp.domain.vocabulary import Lang, Result
    from auditapp.ops.queries.content import Content, PackShelf
    from auditapp.ops.queries.standing import NotAsked, Pair
    from auditapp.packs.conditions import Test
    from auditapp.packs.content import Fact, Question
    from auditapp.store.audit_file import AuditFile
    from auditapp.texts import Texts


class Gone(StrEnum):
    """Why a question that has an answer is no longer asked."""

    CONDITION = "condition"
    LEFT_OUT = "left_out"
    DROPPED = "dropped"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class NotAskedRow:
    """A question that the plan does not ask in a unit.

    ``tests`` are what hides it, with ``facts`` to name them; otherwise the plan left it out for a
    ``reason``. ``result`` is an answer given before, which stays in the file.
    """

    question: Question
    unit_id: UUID
    unit_code: str
    pack_id: str
    tests: tuple[Test, ...]
    facts: Mapping[str, Fact]
    reason: LeftOutReason | None
    note: str | None
    answer_id: UUID | None
    result: Result | None

    @property
    def pair(self) -> Pair:
        """Question and unit."""
        return self.question.id, self.unit_id

    def say(self, texts: Texts, lang: Lang) -> str:
        """Why it is not asked, in the language of ``texts`` (given again as ``lang``)."""
        if self.reason is None:
            said = [say_test(test, self.facts, texts, lang) for test in self.tests]
            return texts.say("not_asked.because", reasons=texts.say("not_asked.join").join(said))
        reason = texts.enum(self.reason)
        if self.note:
            return texts.say("not_asked.left_out_note", reason=reason, note=self.note)
        return texts.say("not_asked.left_out", reason=reason)


@dataclass(frozen=True, slots=True)
class GoneRow:
    """An answer whose question is no longer asked; ``question`` is None when no pack has it."""

    question_id: str
    unit_id: UUID
    unit_code: str
    question: Question | None
    why: Gone
    answer_id: UUID
    result: Result


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact of the organisation's profile that the packs in use ask for; ``values`` None: nobody
    stated it. ``hides``: how many pairs it hides as it stands."""

    fact: Fact
    values: frozenset[str] | None
    questions: int
    hides: int


def not_asked(audit: AuditFile, shelf: PackShelf) -> tuple[NotAskedRow, ...]:
    """All that is not asked, in reading order."""
    return audit.read(lambda session: load_not_asked(session, shelf))


def load_not_asked(session: Session, shelf: PackShelf) -> tuple[NotAskedRow, ...]:
    """The same inside an open read."""
    content = shelf.content(session)
    if not content.not_asked:
        return ()
    facts = facts_in(content)
    given = {
        (question, unit): (key, result)
        for key, question, unit, result in session.execute(
            select(Answer.id, Answer.question_id, Answer.unit_id, Answer.result)
        ).all()
    }
    return tuple(_row(it, facts, *given.get(it.pair, (None, None))) for it in content.not_asked)


def _row(
    it: NotAsked, facts: Mapping[str, Fact], answer_id: UUID | None, result: Result | None
) -> NotAskedRow:
    asked = it.asked
    return NotAskedRow(
        asked.question, asked.unit_id, asked.unit_code, asked.pack_id, it.tests, facts, it.reason,
        it.note, answer_id, result,
    )  # fmt: skip


def no_longer_asked(audit: AuditFile, shelf: PackShelf) -> tuple[GoneRow, ...]:
    """Answers with a result whose question is not asked any more, by question and unit."""

    def work(session: Session) -> tuple[GoneRow, ...]:
        content = shelf.content(session)
        out = {it.pair: it for it in content.not_asked}
        rows = session.execute(
            select(Answer.id, Answer.question_id, Answer.unit_id, Answer.result, Unit.code)
            .join(Unit, Unit.id == Answer.unit_id)
            .where(Answer.result.is_not(None))
            .order_by(Answer.question_id, Unit.position)
        ).all()
        found: list[GoneRow] = []
        for key, question_id, unit_id, result, code in rows:
            pair = (question_id, unit_id)
            if result is None or pair in content.by_pair:
                continue
            question = content.questions.get(question_id)
            if pair in out:
                why = Gone.CONDITION if out[pair].reason is None else Gone.LEFT_OUT
            else:
                why = Gone.DROPPED if question is None else Gone.UNIT
            found.append(GoneRow(question_id, unit_id, code, question, why, key, result))
        return tuple(found)

    return audit.read(work)


def profile(
    audit: AuditFile, shelf: PackShelf, library: Iterable[Fact] = ()
) -> tuple[FactRow, ...]:
    """The facts that the packs in use ask for, and those of the library, with what is stated.

    The sector is among them though nobody states it here: the audit says it.
    """

    def work(session: Session) -> tuple[FactRow, ...]:
        content = shelf.content(session)
        stated = load_facts(session)
        known = {fact.id: fact for fact in library} | facts_in(content)
        asking: dict[str, int] = dict.fromkeys(known, 0)
        for question in content.questions.values():
            for fact in facts_of(question.shown_if):
                asking[fact] = asking.get(fact, 0) + 1
        hiding: dict[str, int] = dict.fromkeys(known, 0)
        for it in content.not_asked:
            for name in {test.fact for test in it.tests if isinstance(test, ProfileTest)}:
                hiding[name] = hiding.get(name, 0) + 1
        return tuple(
            FactRow(fact, stated.get(name), asking[name], hiding[name])
            for name, fact in known.items()
        )

    return audit.read(work)


def facts_in(content: Content) -> dict[str, Fact]:
    """The facts that came with the frozen packs, by id."""
    return {fact.id: fact for frozen in content.packs for fact in frozen.pack.facts}


def say_test(test: Test, facts: Mapping[str, Fact], texts: Texts, lang: Lang) -> str:
    """What a test that fails wanted, as a part of a sentence."""
    if not isinstance(test, ProfileTest):
        wanted = texts.say("not_asked.or").join(texts.enum(it) for it in test.results)
        return texts.say("not_asked.answer", question=test.question, values=wanted)
    fact = facts.get(test.fact)
    if fact is None:
        return texts.say("not_asked.fact", fact=test.fact, values=" ".join(test.values))
    if fact.kind is FactKind.FLAG:
        code = "not_asked.flag_yes" if test.values == ("yes",) else "not_asked.flag_no"
        return texts.say(code, fact=fact.name.get(lang))
    names = {value.id: value.name.get(lang) for value in fact.values}
    wanted = texts.say("not_asked.or").join(names.get(it, it) for it in test.values)
    return texts.say("not_asked.fact", fact=fact.name.get(lang), values=wanted)
