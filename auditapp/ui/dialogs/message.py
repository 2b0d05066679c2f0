"""One dialog for what cannot be (a sentence) and for a defect of ours (a report to send)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox

from auditapp.ui._gen.ui_message_dialog import Ui_MessageDialog

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from auditapp.ui.icons import Icons

PICTURE: Final = 32


class MessageDialog(QDialog):
    """Shows one sentence; for a defect also the report, which holds no client data."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._ui = Ui_MessageDialog()
        self._ui.setupUi(self)
        self._ui.buttons.rejected.connect(self.reject)
        self._ui.picture_label.setFixedWidth(PICTURE)
        self._ui.buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        self._log_folder: Path | None = None

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._ui.sentence_label.text()

    @property
    def report(self) -> str:
        """The report that *Copy report* copies; empty for a sentence alone."""
        return self._ui.report_edit.toPlainText()

    def show_refusal(self, sentence: str) -> None:
        """The input or the environment is at fault."""
        self._ui.picture_label.setPixmap(self._icons.pixmap("warning", "minor", PICTURE))
        self._ui.title_label.hide()
        self._ui.sentence_label.setText(sentence)
        self._ui.report_edit.hide()
        self.adjustSize()

    def show_defect(self, report: str, log_folder: Path, *, earlier: bool = False) -> None:
        """A defect of ours: say what is safe, offer the report. ``earlier``: from the last run."""
        self._log_folder = log_folder
        self._ui.picture_label.setPixmap(self._icons.pixmap("error", "major", PICTURE))
        if earlier:
            title = self.tr("The program ended unexpectedly last time")
        else:
            title = self.tr("Something went wrong in the program")
        self._ui.title_label.setText(title)
        self._ui.sentence_label.setText(
            self.tr(
                "Every change that was shown as saved is in the audit file. The report below says "
                "where in the program it happened; it holds nothing from your audits. Please send "
                "it to support."
            )
        )
        self._ui.report_edit.setPlainText(report)
        role = QDialogButtonBox.ButtonRole.ActionRole
        copy = self._ui.buttons.addButton(self.tr("Copy report"), role)
        copy.clicked.connect(self._on_copy)
        folder = self._ui.buttons.addButton(self.tr("Open log folder"), role)
        folder.clicked.connect(self._on_folder)
        for button in (copy, folder):
            button.setAutoDefault(False)
        self.resize(640, 440)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report)

    def _on_folder(self) -> None:
        if self._log_folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log_folder)))
