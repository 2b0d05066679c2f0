"""Plan ▸ Selection: planned hours against the team's hours, and which questions are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout

from auditapp.domain.vocabulary import Role
from auditapp.errors import UserError
from auditapp.ops import selection
from auditapp.ops.queries import effort
from auditapp.store.op import uuid7
from auditapp.ui.pages.plan.desk import Part
from auditapp.ui.pages.plan.hours import WORK_DAY
from auditapp.ui.pages.plan.hours_pane import HoursPane
from auditapp.ui.pages.plan.proposing import Proposing
from auditapp.ui.pages.plan.questions_pane import QuestionsPane
from auditapp.ui.widgets.boxes import Card

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from auditapp.ui.pages.plan.desk import PlanDesk

AUDITING: Final = (Role.TEAM_LEADER, Role.AUDITOR, Role.TECHNICAL_EXPERT)


class SelectionPart(Part):
    """Hours on the left, questions on the right."""

    def __init__(self, desk: PlanDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.hours = HoursPane(self.context, self)
        self.questions = QuestionsPane(desk, self)
        self.proposing = Proposing(self.questions)
        self._arrange()
        hours = self.hours
        hours.hours_given.connect(self._on_hours)
        hours.fill_wanted.connect(self._on_fill)
        hours.volume_given.connect(self._on_volume)
        hours.refused.connect(self._on_no_number)
        self.questions.propose_button.clicked.connect(self.proposing.propose)

    def retranslate(self) -> None:
        """Set every string again."""
        self.hours.retranslate()
        self.questions.retranslate()

    def refresh(self) -> None:
        """Show hours and questions as stored."""
        plan, lang = self.desk.plan, self.context.lang
        audit, shelf = self.context.audit, self.desk.shelf
        self.hours.show_load(
            effort.effort_view(audit, shelf),
            people=[
                (it.id, f"{it.code}  {it.name}")
                for it in plan.people
                if not it.withdrawn and it.role in AUDITING
            ],
            units=[
                (it.id, f"{it.code}  {it.name.best(lang)}")
                for it in plan.units
                if it.in_sample and not it.withdrawn
            ],
            visit=(plan.frame.onsite_from, plan.frame.onsite_to),
            is_open=self.desk.is_open,
        )
        self.questions.refresh()

    def show_target(self, target: object) -> None:
        """``'asked'``, ``'not_asked'``, ``'gone'``, or a pair."""
        self.questions.show_target(target)

    # -- inside -------------------------------------------------------------------------------

    def _arrange(self) -> None:
        left, right = Card(self), Card(self)
        left.body.addWidget(self.hours)
        right.body.addWidget(self.questions)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(16)
        splitter.setStyleSheet("QSplitter::handle { background: transparent; }")
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([520, 732])
        left.setMinimumWidth(400)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    def _on_hours(self, person: UUID, day: date, minutes: int, unit: UUID | None) -> None:
        try:
            op = selection.set_capacity(person, day, minutes=minutes, unit_id=unit)
        except UserError as error:
            self.context.refused.emit(error)
            self.refresh()
            return
        if not self.desk.did(op):
            self.refresh()

    def _on_fill(self, free: Sequence[tuple[UUID, date]], unit: UUID | None) -> None:
        gesture = uuid7()
        for person, day in free:
            op = selection.set_capacity(person, day, minutes=WORK_DAY, unit_id=unit)
            if not self.desk.did(op, gesture):
                break

    def _on_volume(self, unit: UUID, complaints: int | None) -> None:
        if not self.desk.did(selection.set_volume(unit, complaints)):
            self.refresh()

    def _on_no_number(self) -> None:
        self.context.notify(self.tr("That is no number. Enter hours as 7 or 6.5."))
        self.refresh()
