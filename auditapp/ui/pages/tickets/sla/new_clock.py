"""Adding a clock that no shipped rule knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QWidget

from auditapp.ops.sla import add_clock
from auditapp.ops.sla_reading import Read, read_limit
from auditapp.tickets.clocks.model import Unit
from auditapp.ui.pages.records.layout import column, label
from auditapp.ui.pages.tickets.sla.clock_form import ClockForm
from auditapp.ui.pages.tickets.sla.words import problem_words

if TYPE_CHECKING:
    from auditapp.tickets.rules.library import RuleLibrary
    from auditapp.ui.context import AppContext


class NewClockDialog(QDialog):
    """Name, from, to, limit, calendar, pauses.

    Signals:
        added: the clock is stored (its code).
    """

    added = Signal(str)

    def __init__(self, context: AppContext, library: RuleLibrary, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Add a clock"))
        self.setModal(True)
        self._context = context
        self.form = ClockForm(context, library, self)
        self.limit_edit = QLineEdit(self)
        self.limit_edit.setAccessibleName(self.tr("Limit for all tickets"))
        self.limit_edit.setPlaceholderText(self.tr("30 min, 2 h, 15 days, 3 wd"))
        self.problem_label = label(self, "problem", wrap=True)
        self.buttons = QDialogButtonBox(self)
        self._ok = self.buttons.addButton(QDialogButtonBox.StandardButton.Ok)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._ok.setText(self.tr("Add"))
        title = label(self, "title")
        title.setText(self.windowTitle())
        sentence = label(self, "muted", wrap=True)
        sentence.setText(
            self.tr(
                "It is run like any rule. Until its limits have a source its results are marked "
                "as template."
            )
        )
        caption = label(self, "muted")
        caption.setText(self.limit_edit.accessibleName())
        caption.setBuddy(self.limit_edit)
        box = column(self, gap=8, margins=(24, 20, 24, 20))
        for widget in (title, sentence, self.form, caption, self.limit_edit, self.problem_label):
            box.addWidget(widget)
        box.addStretch()
        box.addWidget(self.buttons)
        self.resize(560, 448)
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)
        for editor in (self.form.zh_edit, self.form.en_edit, self.limit_edit):
            editor.textChanged.connect(self._look)
        self._look()
        self.form.zh_edit.setFocus()

    @property
    def read(self) -> Read:
        """The limit as it is read."""
        found = read_limit(self.limit_edit.text(), None)
        if found.limit is not None and found.limit.endswith(Unit.WMIN.value):
            return Read(found.text, None, "business_hours")
        return found

    def _look(self) -> None:
        found, typed = self.read, self.limit_edit.text().strip()
        said = problem_words(found, None, self._context.texts) if typed and found.problem else ""
        self.problem_label.setText(said)
        named = any(self.form.names.values())
        self._ok.setEnabled(bool(named and found.limit and not found.problem))

    def _on_accepted(self) -> None:
        cell = self.form.cell("OWN", self.read.limit)
        outcome = self._context.perform(add_clock(self.form.names, cell))
        if outcome is not None:
            self.accept()
            self.added.emit(outcome.value)
