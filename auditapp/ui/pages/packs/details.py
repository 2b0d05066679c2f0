"""A small dialog of a few lines: what is asked, a refusal said in place, yes and no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QWidget

from auditapp.errors import UserError
from auditapp.ui.pages.records.layout import column, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton

    from auditapp.ui.context import AppContext

WIDTH = 480


class DetailsDialog(QDialog):
    """Lines under a title. ``on_yes`` does the work; what it refuses is said here, and the dialog
    stays."""

    def __init__(
        self, context: AppContext, title: str, sentence: str, yes: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self.on_yes: Callable[[], None] = self.accept
        self.setWindowTitle(title)
        head = label(self, "title", wrap=True)
        head.setText(title)
        said = label(self, "muted", wrap=True)
        said.setText(sentence)
        said.setVisible(bool(sentence))
        self.body = column(gap=8)
        self.problem = label(self, "problem", wrap=True)
        self.problem.hide()
        self.buttons = QDialogButtonBox(self)
        self.yes: QPushButton = self.buttons.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
        self.yes.setDefault(True)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self._on_yes)
        self.buttons.rejected.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._on_yes)
        box = column(self, gap=12, margins=(24, 20, 24, 20))
        for widget in (head, said):
            box.addWidget(widget)
        box.addLayout(self.body)
        box.addWidget(self.problem)
        box.addWidget(self.buttons)
        self.setMinimumWidth(WIDTH)

    def add_line(self, caption: str, text: str = "") -> QLineEdit:
        """A line with its caption; the first one has the cursor."""
        edit = QLineEdit(text, self)
        self.add(caption, edit)
        return edit

    def add(self, caption: str, widget: QWidget) -> None:
        """A field with its caption."""
        words = label(self, "caption")
        words.setText(caption)
        words.setBuddy(widget)
        widget.setAccessibleName(caption)
        self.body.addWidget(words)
        self.body.addWidget(widget)

    def refuse(self, error: UserError) -> None:
        """Say why it cannot be."""
        self.problem.setText(self._context.texts.error(error))
        self.problem.show()

    def _on_yes(self) -> None:
        try:
            self.on_yes()
        except UserError as error:
            self.refuse(error)
            return
        self.accept()
