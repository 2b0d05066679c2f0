"""The page's frame: three panes that fold, and what stands in the middle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from auditapp.ui.pages.checklist.clause_pane import ClausePane
from auditapp.ui.pages.checklist.guidance_pane import GuidancePane
from auditapp.ui.pages.checklist.matrix import MatrixView
from auditapp.ui.pages.checklist.question_pane import QuestionPane
from auditapp.ui.widgets.boxes import EmptyState

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from auditapp.ui.context import AppContext

SIZES: Final = (260, 698, 320)
ROOM_FOR_GUIDANCE: Final = 1100
"""Narrower, the guidance is folded until it is asked for (pixels)."""
PANES: Final = "checklist"


class Frame(QWidget):
    """Lays out the panes; knows nothing of questions.

    Signals:
        plan_wanted: the empty state's button.
        back_wanted: from the matrix to the question.
    """

    plan_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.clauses = ClausePane(context, self)
        self.question = QuestionPane(context, self)
        self.guidance = GuidancePane(context, self)
        self.matrix = MatrixView(context, self)
        self.is_matrix = False
        self.is_interview = False
        self._folded: dict[str, bool | None] = {"clauses": None, "guidance": None}
        self._back = QPushButton(self)
        self._matrix_title = QLabel(self)
        self._matrix_title.setProperty("role", "strong")
        self._matrix_hint = QLabel(self)
        self._matrix_hint.setProperty("role", "caption")
        self.middle = QStackedWidget(self)
        self.middle.addWidget(self.question)
        self.middle.addWidget(self._matrix_page())
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        for pane, least in ((self.clauses, 220), (self.middle, 400), (self.guidance, 240)):
            pane.setMinimumWidth(least)
            self._splitter.addWidget(pane)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes(context.settings.panes.get(PANES, SIZES))
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(500)
        self._keep.timeout.connect(self._remember)
        self._splitter.splitterMoved.connect(self._keep.start)
        self._empty = EmptyState(context.icons, "checklist", self)
        self._plan = self._empty.add_button(primary=True)
        self._plan.clicked.connect(self.plan_wanted)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._splitter)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._back.clicked.connect(self.back_wanted)

    def set_empty(self, *, on: bool) -> None:
        """Whether there is nothing to ask yet."""
        self._stack.setCurrentIndex(1 if on else 0)

    def set_matrix(self, *, on: bool) -> None:
        """The grid or the question."""
        self.is_matrix = on
        self.middle.setCurrentIndex(1 if on else 0)
        self._show_panes()

    def set_interview(self, *, on: bool) -> None:
        """Question and note only."""
        self.is_interview = on
        self.question.set_interview(on=on)
        self._show_panes()

    def fold(self, name: str) -> None:
        """Fold a side pane away, or out again."""
        pane = self.clauses if name == "clauses" else self.guidance
        self._folded[name] = pane.isVisibleTo(self)
        self._show_panes()

    def retranslate(self) -> None:
        """Set every string again."""
        for part in (self.clauses, self.question, self.guidance, self.matrix):
            part.retranslate()
        self._empty.set_texts(
            self.tr("Nothing to ask yet"),
            self.tr("Choose in the plan which units are audited with which checklist packs."),
        )
        self._plan.setText(self.tr("Go to the plan"))
        self._matrix_title.setText(self.tr("All units"))
        self._matrix_hint.setText(
            self.tr("1 … 6 set the cell · arrows move · Enter opens · 0 takes back")
        )
        self._back.setText(self.tr("Back to the question"))
        self._back.setToolTip("M")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window folds the guidance by itself."""
        super().resizeEvent(event)
        self._show_panes()

    def _show_panes(self) -> None:
        plain = not self.is_interview
        shows_clauses = plain and not self._folded["clauses"]
        folded = self._folded["guidance"]
        if folded is None:
            folded = self.width() < ROOM_FOR_GUIDANCE
        shows_guidance = plain and not self.is_matrix and not folded
        if self.clauses.isVisibleTo(self) != shows_clauses:
            self.clauses.setVisible(shows_clauses)
        if self.guidance.isVisibleTo(self) != shows_guidance:
            self.guidance.setVisible(shows_guidance)
        icons, ui = self._context.icons, self.question.ui
        icons.assign(
            ui.tree_button, "chevron_left" if shows_clauses else "chevron_right", "muted", 16
        )
        icons.assign(
            ui.guidance_button, "chevron_right" if shows_guidance else "chevron_left", "muted", 16
        )

    def _matrix_page(self) -> QWidget:
        page = QWidget()
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 16, 0)
        head.setSpacing(16)
        head.addWidget(self._matrix_title)
        head.addWidget(self._matrix_hint)
        head.addStretch()
        head.addWidget(self._back)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.matrix)
        return page

    def _remember(self) -> None:
        sizes = tuple(self._splitter.sizes())
        if all(sizes):
            panes = self._context.settings.with_pane(PANES, sizes).panes
            self._context.change_settings(panes=panes)
