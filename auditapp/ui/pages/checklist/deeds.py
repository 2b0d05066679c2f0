"""What the checklist page does: results, notes, evidence, findings, sign-offs, through the ops."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from auditapp import texts
from auditapp.domain.grading import default_fulfilment, under_guidance
from auditapp.domain.vocabulary import EvidenceKind, Result, SignOffStage
from auditapp.errors import UserError
from auditapp.ops import answers, evidence, findings, signoffs
from auditapp.store.op import uuid7
from auditapp.ui.pages.checklist.intake import picture_of, read_files, read_picture
from auditapp.ui.pages.checklist.raising import prefilled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path
    from uuid import UUID

    from PySide6.QtCore import QMimeData

    from auditapp.domain.grading import GradeReason
    from auditapp.ops.queries.content import Pair
    from auditapp.ops.queries.printed import Languages
    from auditapp.ops.queries.question import AnswerView, QuestionView
    from auditapp.store.op import Op, Outcome
    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.checklist.intake import Intake

T = TypeVar("T")


class Deeds(QObject):
    """Every change that the page makes.

    While a change is told to all pages, it is its initiator, and ``pair`` is what it concerns.
    """

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.pair: Pair | None = None

    # -- results ------------------------------------------------------------------------------

    def give(self, view: QuestionView, wanted: Result | None, reason: str | None = None) -> bool:
        """Set or take back the result; what the criteria do not carry becomes what it may be.

        Says 'was … now …' with undo. One gesture, whatever it takes.
        """
        refusal = refused(view, wanted)
        if refusal is not None:
            self._context.notify(self._context.texts.enum(refusal))
            return False
        result, degree = counted(view, wanted)
        before = view.answer
        if _stands(before, result, degree if _needs_degree(view, wanted) else None, reason):
            return True
        gesture = uuid7()
        question_id, unit_id = view.asked.pair
        op = answers.set_result(
            question_id=question_id, unit_id=unit_id, result=result, reason=reason
        )
        if self._perform(op, view.asked.pair, gesture) is None:
            return False
        if _needs_degree(view, wanted):
            self._perform(
                answers.set_fulfilment(question_id=question_id, unit_id=unit_id, degree=degree),
                view.asked.pair,
                gesture,
            )
        said = self._say(view, result, degree)
        self._context.notify_change(question_id, self.say_answer(view, before), said)
        return True

    def say_answer(self, view: QuestionView, answer: AnswerView | None) -> str:
        """A result in words, with what it would be."""
        if answer is None:
            return self.tr("not answered")
        return self._say(view, answer.result, answer.fulfilment)

    def set_degree(self, view: QuestionView, degree: int | None) -> None:
        """Set the degree of fulfilment."""
        question_id, unit_id = view.asked.pair
        op = answers.set_fulfilment(question_id=question_id, unit_id=unit_id, degree=degree)
        self._perform(op, view.asked.pair)

    def set_note(self, pair: Pair, note: str) -> None:
        """Make the note a step, through its draft: the store forgets the draft with the step."""
        context = self._context
        if context.heading.actor is None:
            self._perform(answers.set_note(question_id=pair[0], unit_id=pair[1], note=note), pair)
            return
        if not self.draft_note(pair, note):
            return
        mine = answers.note_cell(context.audit.audit_id, *pair).row_id
        for outcome in context.audit.flush_drafts():
            own = mine in outcome.rows("answer")
            self._announce(outcome, pair if own else None)

    def draft_note(self, pair: Pair, note: str) -> bool:
        """Keep what is typed until it is a step; says whether it is kept."""
        context = self._context
        cell = answers.note_cell(context.audit.audit_id, *pair)
        try:
            context.audit.save_draft(cell, note, actor=context.heading.actor)
        except UserError as error:
            context.refused.emit(error)
            return False
        return True

    # -- evidence -----------------------------------------------------------------------------

    def take_files(self, pair: Pair, paths: Sequence[Path], languages: Languages) -> None:
        """Read files beside the window, then add them to the answer."""
        self._context.jobs.run(
            read_files(paths),
            lambda intake: self._add(pair, intake, languages),
            title=self.tr("Reading files"),
        )

    def take_picture(self, pair: Pair, source: QMimeData, languages: Languages) -> bool:
        """Add a pasted picture as a screenshot; says whether there was one."""
        data = picture_of(source)
        if data is None:
            return False
        kind = texts.load(languages.main).enum(EvidenceKind.SCREENSHOT)
        title = f"{kind} {self._context.audit.now().astimezone():%Y-%m-%d %H:%M:%S}"
        self._context.jobs.run(
            read_picture(data, title),
            lambda intake: self._add(pair, intake, languages),
            title=self.tr("Reading the picture"),
        )
        return True

    def add_note(
        self, pair: Pair, kind: EvidenceKind, facts: evidence.EvidenceFacts
    ) -> UUID | None:
        """Add a typed record as evidence of the answer."""
        outcome = self._perform(evidence.add_evidence(kind, facts, answers=[pair]), pair)
        return None if outcome is None else outcome.value

    def link(self, pair: Pair, items: Iterable[UUID]) -> None:
        """Let existing items support the answer, as one gesture."""
        gesture = uuid7()
        for item in items:
            op = evidence.link_to_answer(item, *pair)
            if self._perform(op, pair, gesture) is None:
                return

    def unlink(self, pair: Pair, item: UUID, number: str) -> None:
        """Let an item no longer support the answer; it stays in the register."""
        if self._perform(evidence.unlink_from_answer(item, *pair), pair) is not None:
            said = self.tr("{number} no longer supports this answer").format(number=number)
            self._context.notify(said, self.tr("Undo"), self._context.undo)

    def _add(self, pair: Pair, intake: Intake, languages: Languages) -> None:
        if not self._context.is_open:
            return
        gesture = uuid7()
        linked = 0
        for item in intake.taken:
            facts = evidence.EvidenceFacts(title={languages.main: item.title})
            op = evidence.add_evidence(item.kind, facts, item.content, answers=[pair])
            if self._perform(op, pair, gesture) is None:
                return
            linked += item.is_linked
        for error in intake.refused:
            self._context.refused.emit(error)
        if linked:
            self._context.notify(
                self.tr(
                    "%n large file(s) linked, not embedded: keep them where they are", "", linked
                )
            )
        elif intake.taken:
            said = self.tr("%n evidence item(s) added", "", len(intake.taken))
            self._context.notify(said, self.tr("Undo"), self._context.undo)

    # -- findings and sign-offs ---------------------------------------------------------------

    def raise_finding(self, view: QuestionView, languages: Languages) -> UUID | None:
        """Raise a finding prefilled from the question, and offer to open it."""
        try:
            op = findings.raise_finding(prefilled(view, languages))
        except UserError as error:
            self._context.refused.emit(error)
            return None
        outcome = self._perform(op, view.asked.pair)
        if outcome is None:
            return None
        finding = outcome.value
        self._context.notify(
            self.tr("Finding raised from {question}").format(question=view.question.id),
            self.tr("Open"),
            lambda: self._context.go("findings", finding),
        )
        return finding

    def sign(self, view: QuestionView, stage: SignOffStage) -> None:
        """Mark the answer as prepared or reviewed by this person, or take the own mark back."""
        if view.answer is None:
            self._context.notify(self.tr("Answer the question first"))
            return
        me = self._context.heading.actor
        own = next(
            (
                sign
                for sign in view.signs
                if sign.stage is stage and sign.person is not None and sign.person.id == me
            ),
            None,
        )
        gesture = uuid7()
        if own is not None:
            self._perform(signoffs.withdraw_sign_off(own.id), view.asked.pair, gesture)
            if not own.edited_after:
                return
        head = self._context.audit.head_hash()
        op = signoffs.sign(signoffs.Subject.ANSWER, view.answer.id, stage, head=head)
        self._perform(op, view.asked.pair, gesture)

    def _perform(self, op: Op[T], pair: Pair, gesture: UUID | None = None) -> Outcome[T] | None:
        before, self.pair = self.pair, pair
        try:
            return self._context.perform(op, initiator=self, gesture=gesture)
        finally:
            self.pair = before

    def _announce(self, outcome: Outcome[None], pair: Pair | None) -> None:
        before, self.pair = self.pair, pair
        try:
            self._context.announce(outcome, self if pair is not None else None)
        finally:
            self.pair = before

    def _say(self, view: QuestionView, result: Result | None, degree: int | None) -> str:
        if result is None:
            return self.tr("not answered")
        as_if = would_be(view, result, degree)
        if as_if is None:
            return self._context.texts.enum(result)
        said = self.tr("{result} (would be {severer})")
        texts = self._context.texts
        return said.format(result=texts.enum(result), severer=texts.enum(as_if))


def refused(view: QuestionView, wanted: Result | None) -> GradeReason | None:
    """Why a result cannot be given at all; None: it can, perhaps as something milder."""
    if wanted is None or under_guidance(wanted)[0] is not wanted:
        return None
    return view.results[wanted]


def counted(view: QuestionView, wanted: Result | None) -> tuple[Result | None, int | None]:
    """The result and degree that a wanted result becomes under the criteria that apply."""
    if wanted is None:
        return None, None
    if view.results[wanted] is not None:
        return under_guidance(wanted)
    return wanted, default_fulfilment(wanted)


def would_be(view: QuestionView, result: Result | None, degree: int | None) -> Result | None:
    """The nonconformity that an improvement under guidance stands for; None: for itself."""
    if result is not Result.IMPROVEMENT or not view.guidance_only:
        return None
    return {0: Result.MAJOR, 1: Result.MINOR}.get(-1 if degree is None else degree)


def _stands(
    answer: AnswerView | None, result: Result | None, degree: int | None, reason: str | None
) -> bool:
    """Whether the answer already is what is asked for; ``degree`` None: it does not matter."""
    if answer is None:
        return result is None
    same = answer.result is result and (reason is None or reason == answer.reason)
    return same and (degree is None or degree == answer.fulfilment)


def _needs_degree(view: QuestionView, wanted: Result | None) -> bool:
    """Whether the degree must be set by itself: going to a would-be result, or leaving one."""
    if wanted is None:
        return False
    if view.results[wanted] is not None:
        return True
    answer = view.answer
    return answer is not None and would_be(view, answer.result, answer.fulfilment) is not None
