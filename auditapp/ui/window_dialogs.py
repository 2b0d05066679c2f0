"""The small dialogs that the window opens: settings, who I am, about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from auditapp.ui.context import AppContext, LookUp


class WindowDialogs:
    """Opens each dialog over the window; imports it only then."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        self._context = context
        self._window = window

    def settings(self) -> None:
        """Language, theme, who I am."""
        self._settings(person=False)

    def ask_for_person(self) -> None:
        """The settings, with the cursor where one says who one is."""
        self._settings(person=True)

    def join(self) -> None:
        """Who this user is in the open audit."""
        from auditapp.ui.dialogs.join import JoinDialog

        _open(JoinDialog(self._context, self._window))

    def about(self) -> None:
        """What this is, and its keys."""
        from auditapp.ui.dialogs.about import AboutDialog

        _open(AboutDialog(self._window))

    def reference(self, target: LookUp | None = None) -> None:
        """Criteria, glossary and ambiguities, in a window of their own."""
        from auditapp.ui.pages.reference.window import show_reference

        show_reference(self._context, self._window, target)

    def say_settings_were_damaged(self) -> None:
        """Say that the defaults apply."""
        self._context.notify(
            QCoreApplication.translate(
                "MainWindow",
                "The settings file was damaged; it was put aside and the defaults apply.",
            )
        )

    def _settings(self, *, person: bool) -> None:
        from auditapp.ui.dialogs.settings import SettingsDialog

        dialog = SettingsDialog(self._context, self._window)
        if person:
            dialog.ask_for_person()
        _open(dialog)


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
