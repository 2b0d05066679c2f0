"""The window: head, rail, pages, foot; and all wiring between them in one place."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from auditapp.ui.header import Header
from auditapp.ui.home_page import HomePage
from auditapp.ui.status_line import StatusLine
from auditapp.ui.widgets.boxes import Toast, hairline
from auditapp.ui.window_dialogs import WindowDialogs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import (
        QCloseEvent,
        QDragEnterEvent,
        QDropEvent,
        QPaintEvent,
    )

    from auditapp.errors import UserError
    from auditapp.ui.command_palette import CommandPalette
    from auditapp.ui.context import AppContext, Notice, Place
    from auditapp.ui.page import Page
    from auditapp.ui.pages.catalogue import Catalogue
    from auditapp.ui.rail import Rail

SIZE: Final = (1366, 768)
SMALLEST: Final = (1024, 640)
ENDING: Final = ".audit"


class MainWindow(QMainWindow):
    """Knows everybody; nobody knows it.

    Signals:
        painted: once, after the first paint reached the screen.
    """

    painted = Signal()

    def __init__(self, context: AppContext, catalogue: Catalogue) -> None:
        super().__init__()
        self.context = context
        self._catalogue = catalogue
        self._pages: dict[str, Page] = {}
        self._was_painted = False
        self.dialogs = WindowDialogs(context, self)
        self.header = Header(context, self)
        self.rail: Rail | None = None
        self.home = HomePage(context, catalogue.tools, self)
        self.status = StatusLine(context, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.home)
        self._arrange()
        self.toast = Toast(context.theme, self)
        self.palette_dialog: CommandPalette | None = None
        self.home.set_example(offered=context.services.build_example is not None)
        self.setAcceptDrops(True)
        self._connect()
        self._bind_keys()
        self.retranslate()
        self.show_home()

    # -- going somewhere ----------------------------------------------------------------------

    @property
    def page(self) -> Page | None:
        """The page in front; None on the home screen."""
        current = self._stack.currentWidget()
        return next((page for page in self._pages.values() if page is current), None)

    @property
    def made_pages(self) -> Iterable[Page]:
        """The pages that have been shown so far."""
        return self._pages.values()

    def show_home(self) -> None:
        """Show all audits; the open one stays open."""
        self.context.flush_requested.emit()
        self.home.refresh()
        self.context.portfolio.refresh()
        self._show_rail(shown=self.context.is_open)
        if self.rail is not None:
            self.rail.set_current("")
        self._stack.setCurrentWidget(self.home)
        self.home.focus_first()

    def show_page(self, key: str, target: object = None) -> None:
        """Show a page of the open audit; made when first shown."""
        if not self.context.is_open:
            return
        self.context.flush_requested.emit()
        page = self._pages.get(key)
        if page is None:
            spec = next(spec for spec, _ in self._catalogue.keyed() if spec.key == key)
            page = spec.make(self.context)
            page.retranslate()
            self._pages[key] = page
            self._stack.addWidget(page)
        self._show_rail(shown=True)
        self._make_rail().set_current(key)
        self._stack.setCurrentWidget(page)
        page.setFocus()
        if target is not None:
            page.show_target(target)

    def open_file(self, path: Path | str) -> None:
        """Open an audit and show its first page."""
        if self.context.open(Path(path)) and self._catalogue.pages:
            self.show_page(self._catalogue.pages[0].key)

    def open_action(self, path: str, action_id: str) -> None:
        """Open an audit and show one of its actions."""
        from uuid import UUID  # it imports platform: 8 ms that a start can do without

        if self.context.open(Path(path)):
            self.show_page("actions", UUID(hex=action_id))

    def choose_file(self) -> None:
        """Ask for an audit file and open it."""
        from PySide6.QtWidgets import QFileDialog

        kinds = self.tr("Audit files") + f" (*{ENDING})"
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Open an audit"), "", kinds)
        if name:
            self.open_file(Path(name))

    def open_example(self) -> None:
        """Build the example audit beside the window, then open it."""
        context = self.context
        build = context.services.build_example
        if build is None:
            return
        context.jobs.run(
            lambda progress: build(progress, context.lang),
            self.open_file,
            title=self.tr("Building the example audit"),
            blocking=True,
        )

    # -- showing ------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set every string of the frame and of all pages again."""
        for part in (self.header, self.home, self.status, *self._pages.values()):
            part.retranslate()
        if self.rail is not None:
            self.rail.retranslate()
        self._show_title()

    def show_refusal(self, error: UserError) -> None:
        """Say in one sentence why something cannot be."""
        from auditapp.ui.dialogs.message import MessageDialog

        dialog = MessageDialog(self.context.icons, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show_refusal(self.context.texts.error(error))
        dialog.open()

    def show_palette(self) -> None:
        """Go to anything."""
        if self.palette_dialog is None:
            from auditapp.ui.command_palette import CommandPalette
            from auditapp.ui.palette_source import PaletteSource

            self.palette_dialog = CommandPalette(
                self.context.icons, PaletteSource(self, self, self._catalogue).find, self
            )
        self.palette_dialog.ask()

    # -- Qt -----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window can be used."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """An audit file may be dropped anywhere."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.open_file(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Commit, remember, stop jobs, close the audit: figures and backup out of sight."""
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self.context.jobs.stop()
        self.context.flush_requested.emit()
        self.hide()
        self.context.close()
        self.context.change_settings(window=geometry)
        super().closeEvent(event)

    # -- inside -------------------------------------------------------------------------------

    def _arrange(self) -> None:
        middle = self._middle = QHBoxLayout()
        middle.setSpacing(0)
        self._rail_line = hairline(self, vertical=True)
        middle.addWidget(self._rail_line)
        middle.addWidget(self._stack, 1)
        frame = QWidget(self)
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(hairline(frame))
        column.addLayout(middle, 1)
        column.addWidget(hairline(frame))
        column.addWidget(self.status)
        self.setCentralWidget(frame)
        self.setMinimumSize(*SMALLEST)
        self.resize(*SIZE)
        if self.context.settings.window:
            stored = self.context.settings.window.encode()
            self.restoreGeometry(QByteArray.fromBase64(QByteArray(stored)))

    def _connect(self) -> None:
        context = self.context
        context.language.changed.connect(self.retranslate)
        context.heading_changed.connect(self._show_title)
        context.audit_closed.connect(self._drop_pages)
        context.place_requested.connect(partial(_go, self))
        context.reference_requested.connect(self.dialogs.reference)
        context.noticed.connect(partial(_say, self.toast))
        context.refused.connect(self.show_refusal)
        context.person_needed.connect(self.dialogs.ask_for_person)
        context.join_needed.connect(self.dialogs.join)
        context.portfolio.refreshed.connect(self._on_refreshed)
        self.header.search_requested.connect(self.show_palette)
        self.header.settings_requested.connect(self.dialogs.settings)
        self.header.about_requested.connect(self.dialogs.about)
        self.home.open_requested.connect(self.choose_file)
        self.home.example_requested.connect(self.open_example)
        self.home.file_chosen.connect(self.open_file)
        self.home.action_chosen.connect(self.open_action)
        self.home.forget_requested.connect(partial(_forget, self))

    def _bind_keys(self) -> None:
        context = self.context
        _bind(self, "Ctrl+K", self.show_palette)
        _bind(self, "Ctrl+Z", context.undo)
        _bind(self, "Ctrl+Shift+Z", context.redo)
        _bind(self, "Ctrl+Y", context.redo)
        _bind(self, "Ctrl+O", self.choose_file)
        _bind(self, "Ctrl+,", self.dialogs.settings)
        _bind(self, "F1", self.dialogs.about)
        _bind(self, "Ctrl+0", self.show_home)
        for spec, shortcut in self._catalogue.keyed():
            _bind(self, shortcut, _calling(self.show_page, spec.key))
        for tool in self._catalogue.tools:
            if tool.shortcut:
                _bind(self, tool.shortcut, _calling(tool.run, context, self))

    def _make_rail(self) -> Rail:
        """The rail, made when the first audit is opened: the home screen has none."""
        if self.rail is None:
            from auditapp.ui.rail import Rail

            self.rail = Rail(self.context.icons, self._catalogue.pages, self)
            self.rail.page_chosen.connect(self.show_page)
            self.rail.home_chosen.connect(self.show_home)
            self.rail.retranslate()
            self._middle.insertWidget(0, self.rail)
        return self.rail

    def _show_rail(self, *, shown: bool) -> None:
        if shown or self.rail is not None:
            self._make_rail().setVisible(shown)
        self._rail_line.setVisible(shown)

    def _show_title(self) -> None:
        title = self.context.heading.title
        self.setWindowTitle(f"{title} — auditapp" if title else "auditapp")

    def _drop_pages(self) -> None:
        self._stack.setCurrentWidget(self.home)
        self._show_rail(shown=False)
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.setParent(None)
            page.deleteLater()
        self._pages.clear()

    def _on_refreshed(self) -> None:
        if self._stack.currentWidget() is self.home:
            self.home.refresh()


def _go(window: MainWindow, place: Place) -> None:
    window.show_page(place.page, place.target)


def _say(toast: Toast, notice: Notice) -> None:
    toast.say(notice.text, notice.action, notice.run)


def _forget(window: MainWindow, path: str) -> None:
    """Take a file off the list, with undo; the file stays."""
    context = window.context
    recent = context.settings.recent
    place = recent.index(path) if path in recent else len(recent)
    known = context.portfolio.forget(path)
    context.change_settings(recent=context.settings.without_recent(path).recent)
    window.home.refresh()

    def bring_back() -> None:
        if known is not None:
            context.portfolio.bring_back(known)
        now = context.settings.without_recent(path).recent
        context.change_settings(recent=(*now[:place], path, *now[place:]))
        window.home.refresh()

    said = QCoreApplication.translate("MainWindow", "Off the list; the file stays where it is")
    context.notify(said, QCoreApplication.translate("MainWindow", "Undo"), bring_back)


def _bind(window: QWidget, sequence: str, run: Callable[[], None]) -> None:
    QShortcut(QKeySequence(sequence), window).activated.connect(run)


def _calling(run: Callable[..., None], *args: object) -> Callable[[], None]:
    """A slot without arguments (clicked would pass its own)."""

    def call() -> None:
        run(*args)

    return call


def _dropped(event: QDropEvent) -> Path | None:
    for url in event.mimeData().urls():
        if url.isLocalFile() and url.toLocalFile().lower().endswith(ENDING):
            return Path(url.toLocalFile())
    return None
