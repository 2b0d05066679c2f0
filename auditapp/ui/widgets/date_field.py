"""A date that may be empty: typed in any usual way, or picked from a calendar."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QCalendarWidget, QLineEdit, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from auditapp.ui.icons import Icons

_PARTS: Final = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?\Z")
_DIGITS: Final = re.compile(r"(\d{4})(\d{2})(\d{2})\Z")


def read_date(text: str) -> date | None:
    """A date from ``2026-11-23``, ``2026/11/23``, ``20261123`` or ``2026年11月23日``; else None."""
    match = _PARTS.match(text.strip()) or _DIGITS.match(text.strip())
    if match is None:
        return None
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError:
        return None


class DateField(QLineEdit):
    """A line for a date. ``Alt+Down`` opens the calendar, Up and Down move by a day.

    Signals:
        chosen: the user left the field with another date (date or None).
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons: Icons | None = None
        self._known: date | None = None
        self._popup: QWidget | None = None
        self.setPlaceholderText("YYYY-MM-DD")
        self.setMinimumWidth(128)
        self.setMaximumWidth(144)
        self.editingFinished.connect(self._take)

    def set_icons(self, icons: Icons) -> None:
        """Show the calendar's button."""
        self._icons = icons
        self._action = self.addAction(
            icons.icon("calendar", "muted", 16), QLineEdit.ActionPosition.TrailingPosition
        )
        self._action.triggered.connect(self.open_calendar)
        icons.theme.changed.connect(self._retint)
        self._name_button()

    def changeEvent(self, event: QEvent) -> None:
        """Name the calendar's button again in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name_button()

    @property
    def day(self) -> date | None:
        """The date that stands there; None when empty or no date."""
        return read_date(self.text())

    @property
    def is_wrong(self) -> bool:
        """Whether something stands there that is no date."""
        return bool(self.text().strip()) and self.day is None

    def set_day(self, day: date | None) -> None:
        """Show a date; does not emit."""
        self._known = day
        self.setText("" if day is None else day.isoformat())

    def open_calendar(self) -> None:
        """Pick the date from a calendar below the field."""
        popup = QWidget(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(popup)
        calendar.setGridVisible(False)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        shown = self.day
        if shown is not None:
            calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        column = QVBoxLayout(popup)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(calendar)
        calendar.activated.connect(self._on_picked)
        calendar.clicked.connect(self._on_picked)
        self._popup = popup
        popup.move(self.mapToGlobal(QPoint(0, self.height())))
        popup.show()
        calendar.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move by a day; Alt+Down opens the calendar."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
            return
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        day = self.day
        if step is not None and day is not None:
            self.setText((day + timedelta(days=step)).isoformat())
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write the date in its one form."""
        super().focusOutEvent(event)
        self._take()

    def _take(self) -> None:
        day = self.day
        if self.is_wrong:
            return
        if day is not None and self.text() != day.isoformat():
            self.setText(day.isoformat())
        if day != self._known:
            self._known = day
            self.chosen.emit(day)

    def _on_picked(self, picked: QDate) -> None:
        if self._popup is not None:
            self._popup.close()
            self._popup = None
        self.setText(date(picked.year(), picked.month(), picked.day()).isoformat())
        self._take()

    def _name_button(self) -> None:
        if self._icons is not None:
            self._action.setToolTip(self.tr("Choose from a calendar") + "  Alt+Down")
            for button in self.findChildren(QAbstractButton):
                button.setAccessibleName(self.tr("Choose from a calendar"))

    def _retint(self) -> None:
        if self._icons is not None:
            self._action.setIcon(self._icons.icon("calendar", "muted", 16))
