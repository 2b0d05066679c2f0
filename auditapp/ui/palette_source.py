"""What the command palette offers: pages, tools, undo, settings, recent audits, rows of pages."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from auditapp.ui.page import PaletteItem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from auditapp.ui.context import AppContext
    from auditapp.ui.page import Page
    from auditapp.ui.pages.catalogue import Catalogue
    from auditapp.ui.window_dialogs import WindowDialogs

translate = QCoreApplication.translate


class PaletteWindow(Protocol):
    """What of the window the palette reaches."""

    context: AppContext
    dialogs: WindowDialogs

    @property
    def made_pages(self) -> Iterable[Page]:
        """The pages that have been shown."""
        ...

    def show_page(self, key: str, target: object = None) -> None:
        """Show a page."""

    def show_home(self) -> None:
        """Show all audits."""

    def choose_file(self) -> None:
        """Ask for a file."""

    def open_example(self) -> None:
        """Open the example audit."""

    def open_file(self, path: Path) -> None:
        """Open a file."""


class PaletteSource:
    """Finds the palette's lines for the words typed there."""

    def __init__(self, window: PaletteWindow, widget: QWidget, catalogue: Catalogue) -> None:
        self._window = window
        self._widget = widget
        self._catalogue = catalogue

    def find(self, words: str) -> list[PaletteItem]:
        """All lines that match; rows of pages only when something was typed."""
        items = [*self._of_audit(), *self._of_tools(), *self._of_window(), *self._recent()]
        found = [item for item in items if item.matches(words)]
        for page in self._window.made_pages if words else ():
            found += page.palette_items(words)
        if words:
            found.append(self._in_reference(words))
        return found

    def _of_audit(self) -> list[PaletteItem]:
        window = self._window
        context = window.context
        if not context.is_open:
            return []
        pages = [
            PaletteItem(
                spec.title(), partial(window.show_page, spec.key), shortcut, spec.icon,
                keywords=spec.key,
            )
            for spec, shortcut in self._catalogue.keyed()
        ]  # fmt: skip
        undo, redo = translate("MainWindow", "Undo"), translate("MainWindow", "Redo")
        return [
            *pages,
            PaletteItem(undo, context.undo, "Ctrl+Z", "undo", "undo"),
            PaletteItem(redo, context.redo, "Ctrl+Shift+Z", "redo", "redo"),
        ]

    def _of_tools(self) -> list[PaletteItem]:
        context = self._window.context
        return [
            PaletteItem(
                tool.title(),
                partial(tool.run, context, self._widget),
                tool.shortcut,
                tool.icon,
                tool.key,
            )
            for tool in self._catalogue.tools
        ]

    def _of_window(self) -> list[PaletteItem]:
        window, dialogs = self._window, self._window.dialogs
        return [
            PaletteItem(
                translate("MainWindow", "All audits"), window.show_home, "Ctrl+0", "home", "home"
            ),
            PaletteItem(
                translate("MainWindow", "Open an audit"), window.choose_file, "Ctrl+O", "open",
                "open",
            ),
            PaletteItem(
                translate("MainWindow", "Open the example audit"), window.open_example, "", "star",
                "example demo",
            ),
            PaletteItem(
                translate("MainWindow", "Settings"), dialogs.settings, "Ctrl+,", "settings",
                "settings language theme 语言 主题",
            ),
            PaletteItem(
                translate("MainWindow", "About and keys"), dialogs.about, "F1", "help", "help about"
            ),
        ]  # fmt: skip

    def _in_reference(self, words: str) -> PaletteItem:
        """Always there, last: perhaps it is a clause, a law or a word that is looked for."""
        title = translate("MainWindow", "Search criteria and terms for “{words}”")
        look_up = partial(self._window.context.look_up, words=words)
        return PaletteItem(title.format(words=words), look_up, "", "criteria")

    def _recent(self) -> list[PaletteItem]:
        window = self._window
        return [
            PaletteItem(
                row.title, partial(window.open_file, Path(row.path)), row.number, "checklist",
                row.path,
            )
            for row in window.context.home_data().rows
            if not row.missing
        ]  # fmt: skip
