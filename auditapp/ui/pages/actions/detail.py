"""One action: its life, and the two sides apart, the auditee's and the audit team's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.domain.action_life import FINAL
from auditapp.domain.vocabulary import ActionState, AuditState
from auditapp.ops.queries.plan import frame, people
from auditapp.ui.pages.actions.life import standing_of, stops_of, take_step
from auditapp.ui.pages.actions.sides import AuditeeSide, TeamSide
from auditapp.ui.pages.records.layout import (
    button,
    column,
    label,
    line,
    name_tool,
    scrolling,
    tool,
)
from auditapp.ui.pages.records.stepping import LifeBar, StepBar, StepDialog
from auditapp.ui.widgets.boxes import hairline
from auditapp.ui.widgets.labels import ElidedLabel, ResultBadge

if TYPE_CHECKING:
    from uuid import UUID

    from auditapp.domain.life import Transition
    from auditapp.domain.vocabulary import Role
    from auditapp.ops.queries.actions import ActionDetail
    from auditapp.ops.queries.printed import Languages
    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.records.stepping import Brought

_FACTS: Final = ("accepted", "check", "criterion", "verified", "result", "reopened")


class ActionView(QWidget):
    """Shows and edits one action; call :meth:`flush` before another one is loaded.

    Signals:
        left: back to the list.
        moved: to the neighbour in the list (-1 or 1).
    """

    left = Signal()
    moved = Signal(int)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._detail: ActionDetail | None = None
        icons = context.icons
        self.back = button(icons, "chevron_left", self._on_back, self)
        self.previous = tool(icons, "chevron_up", self._on_previous, self)
        self.next = tool(icons, "chevron_down", self._on_next, self)
        self.number, self._kind = label(self, "title"), label(self, "muted")
        self._overdue = label(self, "problem")
        self.finding = button(icons, "findings", self._on_finding, self)
        self.badge = ResultBadge(context.theme, self)
        self._about = ElidedLabel(parent=self)
        self.life, self.steps = LifeBar(context, self), StepBar(context, self)
        self._note = label(self, "caption", wrap=True)
        self.auditee, self.team = AuditeeSide(context, self), TeamSide(context, self)
        self._arrange()
        self.steps.wanted.connect(self.ask_step)

    @property
    def shown(self) -> UUID | None:
        """The action that is shown."""
        return None if self._detail is None else self._detail.row.id

    def flush(self) -> None:
        """Make what was typed a step now."""
        self.auditee.flush()
        self.team.flush()

    def load(self, detail: ActionDetail, languages: Languages) -> None:
        """Show an action."""
        is_other = self.shown != detail.row.id
        self._detail = detail
        record, row, texts = detail.record, detail.row, self._context.texts
        self.number.setText(record.number)
        self._kind.setText(texts.enum(record.kind))
        self._overdue.setText(self._overdue_words(detail))
        self.finding.setText(row.finding_final or row.finding_number)
        self.badge.show_member(row.finding_grade, texts)
        self._about.set_text(detail.finding_title.best(self._context.lang))
        stops, here = stops_of(detail, self._context)
        self.life.show_path(stops, here)
        self.life.setVisible(here >= 0)
        self.steps.show_standing(standing_of(detail, self._role()))
        self._note.setText(self._note_words(detail))
        self._note.setVisible(bool(self._note.text()))
        audit_closed = frame(self._context.audit).state is AuditState.CLOSED
        fixed = record.state in FINAL or audit_closed
        for side in (self.auditee, self.team):
            side.load(detail, languages, fixed=fixed)
        if is_other:
            self._area.verticalScrollBar().setValue(0)

    def retranslate(self) -> None:
        """Set every string again."""
        self.back.setText(self.tr("Actions"))
        self.back.setToolTip(self.tr("Back to the list") + "  Esc")
        self.back.setAccessibleName(self.tr("Back to the list"))
        name_tool(self.previous, self.tr("Previous action"), "Alt+Up")
        name_tool(self.next, self.tr("Next action"), "Alt+Down")
        self.previous.setShortcut("Alt+Up")
        self.next.setShortcut("Alt+Down")
        self.finding.setToolTip(self.tr("Go to the finding"))
        self.auditee.retranslate()
        self.team.retranslate()

    def focus_first(self) -> None:
        """Begin to edit."""
        self.auditee.texts["description"].editors[False].setFocus()

    def ask_step(self, step: Transition[ActionState]) -> StepDialog | None:
        """Open the dialog of a step."""
        self.flush()
        detail = self._detail
        if detail is None:
            return None
        dialog = StepDialog(self._context, step, standing_of(detail, self._role()), self)

        def take(brought: Brought) -> None:
            take_step(self._context, detail, step, brought)

        dialog.taken.connect(take)
        dialog.open()
        return dialog

    # -- building -----------------------------------------------------------------------------

    def _arrange(self) -> None:
        head = line(gap=12)
        for widget in (self.back, self.number, self._kind, self._overdue):
            head.addWidget(widget)
        head.addStretch()
        for widget in (self.previous, self.next):
            head.addWidget(widget)
        about = line(gap=12)
        about.addWidget(self.finding)
        about.addWidget(self.badge)
        about.addWidget(self._about, 1)
        top = column(gap=8, margins=(16, 12, 16, 8))
        for part in (head, about):
            top.addLayout(part)
        for widget in (self.life, self.steps, self._note):
            top.addWidget(widget)
        content = QWidget(self)
        sides = line(content, gap=16, margins=(16, 12, 16, 16))
        sides.addWidget(self.auditee, 1)
        sides.addWidget(self.team, 1)
        self._area = scrolling(content, self)
        box = column(self, gap=0)
        box.addLayout(top)
        box.addWidget(hairline(self))
        box.addWidget(self._area, 1)

    # -- showing ------------------------------------------------------------------------------

    def _overdue_words(self, detail: ActionDetail) -> str:
        if detail.row.overdue:
            return self.tr("! overdue")
        return self.tr("! effectiveness check overdue") if detail.row.check_overdue else ""

    def _note_words(self, detail: ActionDetail) -> str:
        if detail.record.state is ActionState.CANCELLED:
            reason = detail.record.cancel_reason or ""
            return self.tr("Cancelled: {reason}").format(reason=reason)
        return ""

    # -- acting -------------------------------------------------------------------------------

    def _on_finding(self) -> None:
        if self._detail is not None:
            self._context.go("findings", self._detail.row.finding_id)

    def _role(self) -> Role | None:
        me = self._context.heading.actor
        known = people(self._context.audit)
        return next((person.role for person in known if person.id == me), None)

    def _on_back(self) -> None:
        self.left.emit()

    def _on_previous(self) -> None:
        self.moved.emit(-1)

    def _on_next(self) -> None:
        self.moved.emit(1)
