"""What a clock is besides its limits: name, start, stop, calendar, pauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QWidget

from auditapp.domain.vocabulary import Lang
from auditapp.ops.queries.own_clocks import clock_times
from auditapp.ops.sla import ANY, AS_RULE, SlaCell
from auditapp.ui.pages.records.layout import label, narrow, offer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditapp.ops.queries.sla_grid import ClockLine
    from auditapp.tickets.rules.library import RuleLibrary
    from auditapp.ui.context import AppContext

WEEKDAYS = "weekdays"


class ClockForm(QWidget):
    """Fields of one clock; those of a shipped rule are shown and cannot be changed.

    Signals:
        defined: start, stop, calendar or pauses were changed. named: the name was.
    """

    defined = Signal()
    named = Signal()

    def __init__(
        self, context: AppContext, library: RuleLibrary, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._library = context, library
        self.zh_edit, self.en_edit = QLineEdit(self), QLineEdit(self)
        self.start_combo, self.stop_combo = narrow(QComboBox(self)), narrow(QComboBox(self))
        self.calendar_combo = narrow(QComboBox(self))
        self.pauses_check = QCheckBox(self.tr("Pauses do not count"), self)
        self.pauses_check.setToolTip(
            self.tr("Time in the table of pauses is taken off, whatever its reason")
        )
        box = QGridLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setHorizontalSpacing(16)
        box.setVerticalSpacing(4)
        fields = (
            (self.tr("Name in Chinese"), self.zh_edit),
            (self.tr("Name in English"), self.en_edit),
            (self.tr("From"), self.start_combo),
            (self.tr("To"), self.stop_combo),
            (self.tr("Calendar"), self.calendar_combo),
        )
        for number, (name, editor) in enumerate(fields):
            row, column = 2 * (number // 2), number % 2
            caption = label(self, "muted")
            caption.setText(name)
            caption.setBuddy(editor)
            editor.setAccessibleName(name)
            box.addWidget(caption, row, column)
            box.addWidget(editor, row + 1, column)
        box.addWidget(self.pauses_check, 5, 1)
        box.setColumnStretch(0, 1)
        box.setColumnStretch(1, 1)
        times = [(name, context.texts.say(f"ticket_field.{name}")) for name in clock_times()]
        self._times = times
        self._offer("received_at", "closed_at", "")
        for editor in (self.zh_edit, self.en_edit):
            editor.editingFinished.connect(self.named)
        for combo in (self.start_combo, self.stop_combo, self.calendar_combo):
            combo.activated.connect(self._on_chosen)
        self.pauses_check.clicked.connect(self._on_chosen)

    def show_clock(self, clock: ClockLine) -> None:
        """Show a clock."""
        for lang, editor in ((Lang.ZH, self.zh_edit), (Lang.EN, self.en_edit)):
            editor.setText(clock.names.get(lang, ""))
            editor.setCursorPosition(0)
        first = clock.rows[0] if clock.rows else None
        if clock.is_own and first is not None:
            self._offer(first.start, first.stop, first.calendar or "")
            self.pauses_check.setChecked(any(row.pauses for row in clock.rows))
        else:
            said = self.tr("as rule {rule} says").format(rule=clock.rule_id)
            for combo in (self.start_combo, self.stop_combo, self.calendar_combo):
                offer(combo, [(AS_RULE, said)], AS_RULE)
            self.pauses_check.setChecked(False)
        for editor in (self.zh_edit, self.en_edit, *self._combos, self.pauses_check):
            editor.setEnabled(clock.is_own)

    @property
    def names(self) -> Mapping[Lang, str | None]:
        """The name in both languages."""
        return {Lang.ZH: self.zh_edit.text().strip(), Lang.EN: self.en_edit.text().strip()}

    def cell(self, clock: str, limit: str | None, category: str = ANY, tier: str = ANY) -> SlaCell:
        """A cell of this clock with its start, stop, calendar and pauses."""
        calendar = str(self.calendar_combo.currentData() or "")
        return SlaCell(
            clock,
            category,
            tier,
            limit,
            str(self.start_combo.currentData()),
            str(self.stop_combo.currentData()),
            None if calendar in ("", AS_RULE) else calendar,
            self.pauses_check.isChecked(),
        )

    @property
    def _combos(self) -> tuple[QComboBox, ...]:
        return self.start_combo, self.stop_combo, self.calendar_combo

    def _offer(self, start: str, stop: str, calendar: str) -> None:
        for combo, current in ((self.start_combo, start), (self.stop_combo, stop)):
            offer(combo, self._times, current)
        known = self._library.calendars.tables
        choices = [("", self.tr("Mainland China (default)"))]
        lang = self._context.lang.value
        choices += [(key, f"{key}  {known[key].name[lang]}") for key in known]
        choices.append((WEEKDAYS, self.tr("Monday to Friday, no holidays")))
        if calendar and calendar not in {key for key, _ in choices}:
            choices.append((calendar, calendar))
        offer(self.calendar_combo, choices, calendar)

    def _on_chosen(self) -> None:
        self.defined.emit()
