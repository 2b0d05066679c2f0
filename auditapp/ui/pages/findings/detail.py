"""One finding: head, life, its words at the left, its judgement at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from auditapp.domain.finding_life import Edit, Part
from auditapp.domain.vocabulary import FindingState
from auditapp.ops.queries.plan import people
from auditapp.ui.pages.findings.judgement import FindingJudgement
from auditapp.ui.pages.findings.life import standing_of, stops_of, take_step
from auditapp.ui.pages.findings.ties import FindingTies
from auditapp.ui.pages.findings.words import FindingWords
from auditapp.ui.pages.records.asking import ask_reason
from auditapp.ui.pages.records.layout import button, column, label, line, name_tool, scrolling, tool
from auditapp.ui.pages.records.stepping import LifeBar, StepBar, StepDialog
from auditapp.ui.widgets.boxes import hairline
from auditapp.ui.widgets.labels import ElidedLabel, ResultBadge

if TYPE_CHECKING:
    from uuid import UUID

    from auditapp.domain.life import Transition
    from auditapp.domain.vocabulary import Role
    from auditapp.ops.queries.content import PackShelf
    from auditapp.ops.queries.findings import FindingDetail
    from auditapp.ops.queries.printed import Languages
    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.records.stepping import Brought

RIGHT: int = 372


class FindingView(QWidget):
    """Shows and edits one finding; call :meth:`flush` before another one is loaded.

    Signals:
        left: back to the list.
        moved: to the neighbour in the list (-1 or 1).
        revising: a revision began; load again.
    """

    left = Signal()
    moved = Signal(int)
    revising = Signal()

    def __init__(
        self, context: AppContext, shelf: PackShelf, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._detail: FindingDetail | None = None
        self._reason: str | None = None
        icons = context.icons
        self.back = button(icons, "chevron_left", self._on_back, self)
        self.previous = tool(icons, "chevron_up", self._on_previous, self)
        self.next = tool(icons, "chevron_down", self._on_next, self)
        self.number = label(self, "title")
        self.badge = ResultBadge(context.theme, self)
        self._about = ElidedLabel(parent=self)
        self._about.setProperty("role", "muted")
        self.revise = button(icons, "edit", self._on_revise, self)
        self.life = LifeBar(context, self)
        self.steps = StepBar(context, self)
        self._note = label(self, "caption", wrap=True)
        self.words = FindingWords(context, self._revision_reason, self)
        self.judgement = FindingJudgement(context, self._revision_reason, self)
        self.ties = FindingTies(context, shelf, self._revision_reason, self)
        self._arrange()
        self.steps.wanted.connect(self.ask_step)

    @property
    def shown(self) -> UUID | None:
        """The finding that is shown."""
        return None if self._detail is None else self._detail.row.id

    def flush(self) -> None:
        """Make what was typed a step now."""
        self.words.flush()

    def load(self, detail: FindingDetail, languages: Languages) -> None:
        """Show a finding."""
        is_other = self.shown != detail.row.id
        if is_other:
            self._reason = None
        self._detail = detail
        record, texts = detail.record, self._context.texts
        self.number.setText(record.shown_number)
        self.badge.show_member(record.grade, texts)
        self._about.set_text(self._about_words(detail))
        stops, here = stops_of(detail, self._context)
        self.life.show_path(stops, here)
        self.life.setVisible(here >= 0)
        self.steps.show_standing(standing_of(detail, self._role()))
        revisable = Edit.REVISION in detail.edits.values()
        self.revise.setVisible(revisable and self._reason is None)
        note = self._note_words(detail)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.words.load(detail, languages)
        self.judgement.load(detail)
        self.ties.load(detail)
        if is_other:
            for area in (self._left, self._right):
                area.verticalScrollBar().setValue(0)

    def retranslate(self) -> None:
        """Set every string again."""
        self.back.setText(self.tr("Findings"))
        self.back.setToolTip(self.tr("Back to the list") + "  Esc")
        self.back.setAccessibleName(self.tr("Back to the list"))
        name_tool(self.previous, self.tr("Previous finding"), "Alt+Up")
        name_tool(self.next, self.tr("Next finding"), "Alt+Down")
        self.previous.setShortcut("Alt+Up")
        self.next.setShortcut("Alt+Down")
        self.revise.setText(self.tr("Revise …"))
        self.revise.setToolTip(self.tr("Change an issued finding with a reason"))
        self.words.retranslate()
        self.judgement.retranslate()
        self.ties.retranslate()

    def ask_step(self, step: Transition[FindingState]) -> StepDialog | None:
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

    # -- inside -------------------------------------------------------------------------------

    def _arrange(self) -> None:
        head = line(gap=12)
        for widget in (self.back, self.number, self.badge):
            head.addWidget(widget)
        head.addWidget(self._about, 1)
        for widget in (self.revise, self.previous, self.next):
            head.addWidget(widget)
        top = column(gap=8, margins=(16, 12, 16, 8))
        top.addLayout(head)
        top.addWidget(self.life)
        top.addWidget(self.steps)
        top.addWidget(self._note)
        left, right = QWidget(self), QWidget(self)
        column(left, gap=0, margins=(16, 12, 16, 16)).addWidget(self.words)
        side = column(right, gap=12, margins=(12, 12, 12, 16))
        side.addWidget(self.judgement)
        side.addWidget(self.ties)
        side.addStretch()
        self._left, self._right = scrolling(left, self), scrolling(right, self)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(self._left)
        splitter.addWidget(self._right)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([900, RIGHT])
        self._left.setMinimumWidth(440)
        self._right.setMinimumWidth(320)
        box = column(self, gap=0)
        box.addLayout(top)
        box.addWidget(hairline(self))
        box.addWidget(splitter, 1)

    def _about_words(self, detail: FindingDetail) -> str:
        record = detail.record
        parts = [
            record.number if record.final_number else "",
            detail.row.unit_code,
            record.clause or "",
            self.tr("raised by {code}").format(code=detail.row.auditor),
        ]
        return " · ".join(part for part in parts if part)

    def _note_words(self, detail: FindingDetail) -> str:
        record = detail.record
        said: list[str] = []
        if record.state is FindingState.WITHDRAWN:
            reason = record.withdrawn_reason or ""
            said.append(self.tr("Withdrawn: {reason}").format(reason=reason))
        if self._reason is not None:
            said.append(self.tr("Revision under way: {reason}").format(reason=self._reason))
        elif record.revision:
            reason = record.revision_reason or ""
            words = self.tr("Revisions: {n}. Last reason: {reason}")
            said.append(words.format(n=record.revision, reason=reason))
        if detail.edits[Part.FACTS] is Edit.RECONFIRM:
            said.append(self.tr("When condition, evidence or sample change, it is a draft again."))
        if record.unresolved:
            said.append(self.tr("The difference of opinion is unresolved; both sides print."))
        return "\n".join(said)

    def _revision_reason(self) -> str | None:
        return self._reason

    def _role(self) -> Role | None:
        me = self._context.heading.actor
        known = people(self._context.audit)
        return next((person.role for person in known if person.id == me), None)

    def _on_revise(self) -> None:
        detail = self._detail
        if detail is None:
            return

        def begin(reason: str) -> None:
            self._reason = reason
            self._context.notify(self.tr("Every change now counts as a revision."))
            self.revising.emit()

        ask_reason(
            self,
            self.tr("Revise {number}").format(number=detail.row.number),
            self.tr("After issue, text and grade change only by a revision; the reason prints."),
            self.tr("Begin"),
            begin,
        )

    def _on_back(self) -> None:
        self.left.emit()

    def _on_previous(self) -> None:
        self.moved.emit(-1)

    def _on_next(self) -> None:
        self.moved.emit(1)
