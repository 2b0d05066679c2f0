"""What this program is, and its keys."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QDialog, QLabel

from auditapp.ui._gen.ui_about_dialog import Ui_AboutDialog
from auditapp.ui.icons import app_icon

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget


class AboutDialog(QDialog):
    """Name, version, keys, licence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_AboutDialog()
        self._ui.setupUi(self)
        self._ui.buttons.rejected.connect(self.reject)
        self._ui.mark_label.setPixmap(app_icon().pixmap(64, 64))
        self._ui.version_label.setText(
            self.tr("Version {version} · Qt {qt}").format(version=_version(), qt=qVersion())
        )
        for row, (key, meaning) in enumerate(self._keys()):
            shown = QLabel(key, self)
            shown.setProperty("role", "strong")
            self._ui.keys_grid.addWidget(shown, row, 0)
            self._ui.keys_grid.addWidget(QLabel(meaning, self), row, 1)
        self._ui.keys_grid.setColumnStretch(1, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """As high as its lines, in the font that the style sheet gives."""
        layout = self.layout()
        if layout is not None:
            self.ensurePolished()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))
        super().showEvent(event)

    def _keys(self) -> list[tuple[str, str]]:
        return [
            ("Ctrl+K", self.tr("Go to anything: a page, a question, an audit, a command")),
            ("Ctrl+1 … 8, Ctrl+0", self.tr("The pages of the audit, all audits")),
            ("1 … 6", self.tr("Set the result of the question (in a text field: Alt and the key)")),
            ("Enter, N", self.tr("The next question, the next unanswered question")),
            ("F, U", self.tr("Raise a finding, choose the unit")),
            ("Esc", self.tr("Leave a text field")),
            ("Ctrl+Z, Ctrl+Shift+Z", self.tr("Undo and redo anything, also after reopening")),
            ("Ctrl+L", self.tr("Criteria, glossary, ambiguities: where it is written")),
            ("Ctrl+N, Ctrl+O", self.tr("New audit, open an audit")),
        ]


def _version() -> str:
    try:
        return version("auditapp")
    except PackageNotFoundError:
        return "—"
