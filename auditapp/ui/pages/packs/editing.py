"""The bar of a pack of one's own: what can be done with questions and sections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget

from auditapp.ui.pages.records.layout import column, line, name_tool, tool

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from auditapp.ui.context import AppContext

Deed = Literal[
    "add_question", "add_section", "up", "down", "off", "on", "weight", "lock", "lock_pack",
    "remove", "undo", "redo", "save",
]  # fmt: skip


class EditBar(QWidget):
    """Buttons only; the desk does the work. ``save`` is placed by the pane.

    Signals:
        wanted: something is to be done (a Deed).
    """

    wanted = Signal(str)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        icons = context.icons
        self.undo = tool(icons, "undo", self._wish("undo"), self)
        self.redo = tool(icons, "redo", self._wish("redo"), self)
        self.add = QPushButton(self)
        icons.assign(self.add, "add", "muted", 16)
        self.up = tool(icons, "chevron_up", self._wish("up"), self)
        self.down = tool(icons, "chevron_down", self._wish("down"), self)
        self.more = QPushButton(self)
        self.save = QPushButton(self)
        self.save.setProperty("role", "primary")
        self.save.clicked.connect(self._wish("save"))
        self.deeds: dict[Deed, QAction] = {}
        self._menu(self.add, ("add_question", "add_section"))
        self._menu(self.more, ("off", "on", "weight", "lock", "lock_pack", "remove"))
        row = line(gap=4)
        for widget in (self.add, self.more, self.up, self.down, self.undo, self.redo):
            row.addWidget(widget)
        row.addStretch()
        column(self).addLayout(row)

    def retranslate(self) -> None:
        """Set every string again."""
        self.add.setText(self.tr("Add"))
        self.more.setText(self.tr("Change"))
        self.save.setText(self.tr("Save version"))
        name_tool(self.save, self.tr("Save as the next version"), "Ctrl+S")
        name_tool(self.undo, self.tr("Undo"), "Ctrl+Z")
        name_tool(self.redo, self.tr("Redo"), "Ctrl+Y")
        name_tool(self.up, self.tr("Move up"), "Alt+Up")
        name_tool(self.down, self.tr("Move down"), "Alt+Down")
        self.add.setAccessibleName(self.tr("Add a question or a section"))
        self.more.setAccessibleName(self.tr("Change the chosen questions"))
        words: dict[Deed, str] = {
            "add_question": self.tr("Question in this section"),
            "add_section": self.tr("Section …"),
            "off": self.tr("Switch off"),
            "on": self.tr("Switch on"),
            "weight": self.tr("Set the weight …"),
            "lock": self.tr("Lock parts of these questions for copies …"),
            "lock_pack": self.tr("Lock parts of all questions for copies …"),
            "remove": self.tr("Delete"),
        }
        for deed, text in words.items():
            self.deeds[deed].setText(text)

    def allow(self, *, undo: bool, redo: bool, save: bool) -> None:
        """What can be done now."""
        self.undo.setEnabled(undo)
        self.redo.setEnabled(redo)
        self.save.setEnabled(save)

    def allow_rows(self, *, questions: bool, rows: bool) -> None:
        """What the chosen rows allow."""
        for deed in ("off", "on", "weight", "lock"):
            self.deeds[deed].setEnabled(questions)
        self.deeds["remove"].setEnabled(rows)
        self.up.setEnabled(rows)
        self.down.setEnabled(rows)

    def _menu(self, button: QPushButton | QToolButton, deeds: tuple[Deed, ...]) -> None:
        menu = QMenu(button)
        for deed in deeds:
            action = menu.addAction("")
            action.triggered.connect(self._wish(deed))
            self.deeds[deed] = action
        button.setMenu(menu)

    def _wish(self, deed: Deed) -> Callable[[], None]:
        def run() -> None:
            self.wanted.emit(deed)

        return run
