"""The search of the home screen: its keys lead to the rows below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from auditapp.ui.widgets.inputs import SearchField

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class HomeSearch(SearchField):
    """A search field above rows.

    Signals:
        left: Down, or Esc (which shows all again): the focus belongs to the first row.
        taken: Return: the first row is meant. What was typed last has been searched by then.
    """

    left = Signal()
    taken = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Return and Esc go to the rows, all else into the text."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Escape):
            self.left.emit()
