"""The wizard's page for the organisation's profile and the team's hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QScrollArea, QVBoxLayout, QWidget

from auditapp.ui.pages.new_audit.step import Step
from auditapp.ui.pages.plan.profile_lines import FactLine
from auditapp.ui.widgets.boxes import hairline

if TYPE_CHECKING:
    from auditapp.packs.content import Fact
    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.new_audit.draft import Draft


class ProfileStep(Step):
    """Facts that decide what is asked; everything here can stay as it is."""

    def __init__(self, context: AppContext, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(context, draft, parent)
        self.lines: dict[str, FactLine] = {}
        self.fill_box = QCheckBox(self)
        self._none = QLabel(self)
        self._none.setWordWrap(True)
        self._none.setProperty("role", "muted")
        self._inside = QWidget()
        self._inside.setProperty("role", "ground")
        self._rows = QVBoxLayout(self._inside)
        self._rows.setContentsMargins(0, 0, 8, 0)
        self._rows.setSpacing(0)
        area = QScrollArea(self)
        area.setProperty("role", "bare")
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self._none)
        layout.addWidget(area, 1)
        layout.addWidget(self.fill_box)
        self.fill_box.toggled.connect(self._on_filled)

    def retranslate(self) -> None:
        """Set every string."""
        self.fill_box.setText(
            self.tr("Plan seven hours for each auditor on each weekday on site; change them later")
        )
        for line in self.lines.values():
            line.retranslate()

    def show_draft(self) -> None:
        """The facts that the packs ask for, as stated so far."""
        library = self.library
        asked = [] if library is None else self.draft.asked_facts(library)
        if [fact for fact, _ in asked] != [line.fact for line in self.lines.values()]:
            self._rebuild([fact for fact, _ in asked])
        for fact, count in asked:
            line = self.lines[fact.id]
            line.show_values(self.draft.facts.get(fact.id), is_open=True)
            line.show_effect(self.tr("Questions that depend on it: {n}").format(n=count))
        waiting = self.tr("The library is being read …")
        nothing = self.tr("The chosen packs ask for no facts about the organisation.")
        self._none.setText(waiting if library is None else nothing)
        self._none.setVisible(not asked)
        has_visit = self.draft.dates.get("onsite_from") is not None
        self.fill_box.setEnabled(has_visit)
        no_visit = self.tr("Enter the on-site dates under Dates first")
        self.fill_box.setToolTip("" if has_visit else no_visit)
        self.fill_box.setChecked(self.draft.fills_days)

    def focus_first(self) -> None:
        """The first fact."""
        line = next(iter(self.lines.values()), None)
        first: QWidget = self.fill_box if line is None else line.answers.segments[0]
        first.setFocus()

    def _rebuild(self, facts: list[Fact]) -> None:
        while (old := self._rows.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.lines = {}
        for fact in facts:
            if self.lines:
                self._rows.addWidget(hairline(self._inside))
            line = FactLine(self.context, fact, self._inside)
            line.retranslate()
            line.stated.connect(self._on_stated)
            self.lines[fact.id] = line
            self._rows.addWidget(line)
        self._rows.addStretch()

    def _on_stated(self, fact: str, values: tuple[str, ...] | None) -> None:
        if values is None:
            self.draft.facts.pop(fact, None)
        else:
            self.draft.facts[fact] = frozenset(values)
        self.show_draft()
        self.changed.emit()

    def _on_filled(self, on: bool) -> None:
        self.draft.fills_days = on
        self.changed.emit()
