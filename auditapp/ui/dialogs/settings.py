"""Language, theme, backups, who I am."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QDialog

from auditapp.settings import LanguageChoice, Person, ThemeChoice
from auditapp.ui._gen.ui_settings_dialog import Ui_SettingsDialog

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QComboBox, QWidget

    from auditapp.ui.context import AppContext


class SettingsDialog(QDialog):
    """Edits the settings; OK applies them at once."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._ui = Ui_SettingsDialog()
        self._ui.setupUi(self)
        self._fill()
        pattern = QRegularExpression("[A-Za-z0-9]{0,4}")
        self._ui.code_edit.setValidator(QRegularExpressionValidator(pattern, self))
        self._ui.buttons.accepted.connect(self._on_accepted)
        self._ui.buttons.rejected.connect(self.reject)
        self._ui.problem_label.hide()

    def ask_for_person(self) -> None:
        """Say that a code is needed before anything can be changed."""
        self._say(self.tr("Enter your name and code first: every change is kept under them."))
        self._ui.name_edit.setFocus()

    def _fill(self) -> None:
        settings = self._context.settings
        languages = {
            LanguageChoice.SYSTEM: self.tr("As the system"),
            LanguageChoice.ZH: "中文",
            LanguageChoice.EN: "English",
        }
        themes = {
            ThemeChoice.SYSTEM: self.tr("As the system"),
            ThemeChoice.LIGHT: self.tr("Light"),
            ThemeChoice.DARK: self.tr("Dark"),
        }
        _offer(self._ui.language_combo, languages, settings.language)
        _offer(self._ui.theme_combo, themes, settings.theme)
        self._ui.cap_spin.setValue(settings.backup_mb)
        self._ui.name_edit.setText(settings.me.name)
        self._ui.code_edit.setText(settings.me.code)

    def _on_accepted(self) -> None:
        name = self._ui.name_edit.text().strip()
        code = self._ui.code_edit.text().strip().upper()
        if bool(name) != bool(code):
            self._say(self.tr("Enter both, name and code, or neither."))
            return
        self._context.change_settings(
            language=LanguageChoice(cast("str", self._ui.language_combo.currentData())),
            theme=ThemeChoice(cast("str", self._ui.theme_combo.currentData())),
            me=Person(name=name, code=code),
            backup_mb=self._ui.cap_spin.value(),
        )
        self.accept()

    def _say(self, problem: str) -> None:
        self._ui.problem_label.setText(problem)
        self._ui.problem_label.show()


def _offer(combo: QComboBox, choices: Mapping[Any, str], current: str) -> None:
    for choice, shown in choices.items():
        combo.addItem(shown, str(choice))
    combo.setCurrentIndex(combo.findData(str(current)))
