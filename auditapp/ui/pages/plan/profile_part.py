"""Plan ▸ Profile: facts about the organisation, and how many questions they leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from auditapp.ops import selection
from auditapp.ops.queries import content as content_queries
from auditapp.ops.queries import not_asked as queries
from auditapp.ui.pages.plan.desk import Part
from auditapp.ui.pages.plan.profile_lines import FactLine
from auditapp.ui.widgets.boxes import Card, EmptyState, hairline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditapp.ops.queries.not_asked import FactRow
    from auditapp.ui.pages.plan.desk import PlanDesk


class ProfilePart(Part):
    """The facts that the packs in use ask for; every answer is stored at once.

    Signals:
        list_wanted: the user wants to see what is not asked.
    """

    list_wanted = Signal()

    def __init__(self, desk: PlanDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.lines: dict[str, FactLine] = {}
        self._asked = self._hidden = self._left_out = 0
        self.headline_label, self._hint_label = QLabel(self), QLabel(self)
        self.list_button = QPushButton(self)
        self.list_button.clicked.connect(self.list_wanted)
        self._empty = EmptyState(self.context.icons, "unit", self)
        self._card = Card(self)
        self._inside = QWidget()
        self._inside.setProperty("role", "surface")
        self._rows = QVBoxLayout(self._inside)
        self._arrange()

    def retranslate(self) -> None:
        """Set every string again."""
        self._hint_label.setText(
            self.tr("What is not known hides nothing. Results already given stay in the file.")
        )
        self.list_button.setText(self.tr("Show what is not asked"))
        self.list_button.setToolTip(self.tr("The questions that are not asked, and why"))
        self._empty.set_texts(
            self.tr("Nothing to state"),
            self.tr("The packs in use ask for no facts about the organisation."),
        )
        for line in self.lines.values():
            line.retranslate()

    def refresh(self) -> None:
        """Show the facts as stated, and what they do."""
        audit, shelf = self.context.audit, self.desk.shelf
        out = queries.not_asked(audit, shelf)
        self._asked = len(content_queries.questions(audit, shelf))
        self._hidden = sum(row.reason is None for row in out)
        self._left_out = len(out) - self._hidden
        rows = [
            row
            for row in queries.profile(audit, shelf)
            if row.questions and not row.fact.from_audit
        ]
        if [row.fact for row in rows] != [line.fact for line in self.lines.values()]:
            self._rebuild(rows)
        for row in rows:
            line = self.lines[row.fact.id]
            line.show_values(row.values, is_open=self.desk.is_open)
            line.show_effect(self._effect(row))
        self._card.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self.headline_label.setText(self._headline())
        self.list_button.setEnabled(bool(out))

    # -- inside -------------------------------------------------------------------------------

    def _headline(self) -> str:
        parts = [self.tr("Asked: {n} questions").format(n=self._asked)]
        if self._hidden:
            parts.append(self.tr("do not apply: {n}").format(n=self._hidden))
        if self._left_out:
            parts.append(self.tr("left out by the plan: {n}").format(n=self._left_out))
        return " · ".join(parts)

    def _effect(self, row: FactRow) -> str:
        if row.values is None:
            said = self.tr("Questions that depend on it: {n}. Asked as long as it is not known.")
            return said.format(n=row.questions)
        if row.hides:
            said = self.tr(
                "Questions that depend on it: {n}. Not asked now, over all units: {hides}."
            )
            return said.format(n=row.questions, hides=row.hides)
        return self.tr("Questions that depend on it: {n}. All are asked.").format(n=row.questions)

    def _arrange(self) -> None:
        head = Card(self)
        self.headline_label.setProperty("role", "title")
        self.headline_label.setWordWrap(True)
        self._hint_label.setProperty("role", "muted")
        self._hint_label.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.headline_label)
        words.addWidget(self._hint_label)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(words, 1)
        row.addWidget(self.list_button, 0, Qt.AlignmentFlag.AlignVCenter)
        head.body.addLayout(row)
        self._rows.setContentsMargins(0, 0, 8, 0)
        self._rows.setSpacing(0)
        area = QScrollArea(self._card)
        area.setProperty("role", "bare")
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._inside)
        self._card.body.addWidget(area)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(head)
        layout.addWidget(self._card, 1)
        layout.addWidget(self._empty, 1)

    def _rebuild(self, rows: Sequence[FactRow]) -> None:
        while (old := self._rows.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.lines = {}
        for row in rows:
            if self.lines:
                self._rows.addWidget(hairline(self._inside))
            line = FactLine(self.context, row.fact, self._inside)
            line.retranslate()
            line.stated.connect(self._on_stated)
            self.lines[row.fact.id] = line
            self._rows.addWidget(line)
        self._rows.addStretch()

    def _on_stated(self, fact: str, values: tuple[str, ...] | None) -> None:
        if not self.desk.did(selection.set_profile_fact(fact, values)):
            self.refresh()
