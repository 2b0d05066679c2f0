"""Ways out of the checklist: to what is not asked and why, to the same thing in another pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from auditapp.ops.queries import not_asked

if TYPE_CHECKING:
    from uuid import UUID

    from auditapp.ui.pages.checklist.desk import Desk


class Ways(QObject):
    """Goes where the foot of the clauses and the guidance lead."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        desk.frame.clauses.not_asked_wanted.connect(self.to_not_asked)
        desk.frame.guidance.question_wanted.connect(self.to_related)

    def to_not_asked(self) -> None:
        """The plan's list of what is not asked."""
        self._desk.context.go("plan", ("selection", "not_asked"))

    def to_related(self, question: str) -> None:
        """A question of another pack, in the same unit if it is asked there."""
        desk = self._desk
        listed = [pair for pair in desk.listing.rows if pair[0] == question]
        here = None if desk.pair is None else (question, desk.pair[1])
        if listed:
            desk.open_pair(here if here is not None and here in listed else listed[0])
        else:
            self.say_why(question)

    def say_why(self, question: str, unit: UUID | None = None) -> None:
        """Say why a question that somebody wants to see is not in the checklist."""
        desk, context = self._desk, self._desk.context
        rows = () if desk.shelf is None else not_asked.not_asked(context.audit, desk.shelf)
        row = next(
            (it for it in rows if it.question.id == question and unit in (None, it.unit_id)), None
        )
        if row is None:
            return

        def show() -> None:
            context.go("plan", ("selection", row.pair))

        said = row.say(context.texts, context.lang)
        context.notify(f"{question}  {said}", self.tr("Show"), show)
