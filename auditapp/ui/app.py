"""Builds the window from what bootstrap gives; the only module of ui that bootstrap needs."""

from __future__ import annotations

import gc
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from auditapp.exchange.portfolio import PortfolioIndex
from auditapp.ui.context import AppContext
from auditapp.ui.crash import CrashReporter
from auditapp.ui.icons import Icons, app_icon
from auditapp.ui.language import Language
from auditapp.ui.main_window import MainWindow
from auditapp.ui.pages.catalogue import shipped_catalogue
from auditapp.ui.shortcuts import KeyGuard
from auditapp.ui.theme import Theme, apply_font

if TYPE_CHECKING:
    from pathlib import Path

    from auditapp.paths import ShippedPaths, UserPaths
    from auditapp.settings import Settings
    from auditapp.ui.dialogs.jobs import JobDialogs
    from auditapp.ui.pages.catalogue import Catalogue
    from auditapp.ui.services import Services

WARM_UP_MS = 400


@dataclass(frozen=True)
class Start:
    """What the window is started with."""

    user: UserPaths
    shipped: ShippedPaths
    settings: Settings
    services: Services
    catalogue: Catalogue | None = None
    settings_were_damaged: bool = False
    watch_crashes: bool = True


class Shell:
    """The running window and its parts; keep it for as long as the window lives."""

    def __init__(self, start: Start) -> None:
        self.app = _application()
        apply_font(self.app, start.shipped.fonts)
        self.theme = Theme(self.app, start.shipped.themes, start.settings.theme)
        self.language = Language(self.app, start.shipped.translations, start.settings.language)
        self.guard = KeyGuard(self.app)
        self.context = AppContext(
            settings=start.settings,
            settings_file=start.user.settings_file,
            language=self.language,
            theme=self.theme,
            icons=Icons(self.theme),
            services=start.services,
            portfolio=PortfolioIndex(start.user.portfolio_file),
        )
        self.context.backups.idle_ms = self.guard.idle_ms
        self.window = MainWindow(self.context, start.catalogue or shipped_catalogue())
        self.theme.apply_sheet()
        self.app.setWindowIcon(app_icon())
        self._job_dialogs: JobDialogs | None = None
        self.context.jobs.ticked.connect(self._watch_jobs)
        self.crashes = CrashReporter(start.user.crash_file, self.window)
        if start.settings_were_damaged:
            self.window.painted.connect(self.window.dialogs.say_settings_were_damaged)
        self.window.painted.connect(_collect_again)
        self._earlier = ""
        if start.watch_crashes:
            self._earlier = self.crashes.take_earlier()
            self.crashes.install()
            self.crashes.crashed.connect(self._on_crashed)
            self.window.painted.connect(self._show_earlier)

    def run(self, path: Path | None) -> int:
        """Show the window, with an audit if one was named, until it is closed."""
        self.window.painted.connect(self._warm_up_later)
        self.window.show()
        if path is not None:
            self.window.open_file(path)
        return self.app.exec()

    def dispose(self) -> None:
        """Stop jobs, close the audit, take everything off the application (tests, self-test)."""
        self.context.jobs.stop()
        self.context.close()
        self.crashes.uninstall()
        self.window.hide()
        self.guard.release()
        self.language.release()
        for part in (self.window, self.context, self.language, self.theme, self.guard):
            delete(part)

    def leave(self) -> None:
        """End the event loop without the farewell of a closed window."""
        self.app.exit(0)

    def _watch_jobs(self) -> None:
        """Forms cost 30 ms to import: the dialogs come with the first job."""
        if self._job_dialogs is None:
            from auditapp.ui.dialogs.jobs import JobDialogs

            self._job_dialogs = JobDialogs(self.context, self.window)

    def _warm_up_later(self) -> None:
        QTimer.singleShot(WARM_UP_MS, self.window, self._warm_up)

    def _warm_up(self) -> None:
        self.window.home.show_rest()
        self.context.portfolio.fill_gaps(self.context.settings.recent)
        if not self.context.is_open:
            self.context.jobs.run(self.context.services.warm_up, _nothing)

    def _on_crashed(self, report: str) -> None:
        self._show_report(report, earlier=False)

    def _show_earlier(self) -> None:
        if self._earlier:
            self._show_report(self._earlier, earlier=True)

    def _show_report(self, report: str, *, earlier: bool) -> None:
        from auditapp.ui.dialogs.message import MessageDialog

        if self.window.findChild(MessageDialog) is not None:
            return  # never a second while one is open
        dialog = MessageDialog(self.context.icons, self.window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show_defect(report, self.crashes.folder, earlier=earlier)
        dialog.open()


def run_until_painted(start: Start, path: Path | None) -> None:
    """Show the window and come back after its first usable paint: for benchmarks."""
    shell = Shell(start)
    shell.window.painted.connect(shell.leave)
    shell.window.show()
    if path is not None:
        shell.window.open_file(path)
    shell.app.exec()
    shell.context.jobs.stop()
    shell.context.close()


def _application() -> QApplication:
    existing = QApplication.instance()
    if existing is not None:
        return cast("QApplication", existing)
    # Not setStyle: it hands out a QStyle, whose enums cost a start 20 ms.
    app = QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setApplicationName("auditapp")
    app.setApplicationDisplayName("auditapp")
    app.setDesktopFileName("auditapp")
    return app


def _collect_again() -> None:
    """Bootstrap switched the collector off: what a start imports stays, and is not looked at."""
    gc.freeze()
    gc.enable()


def _nothing(result: object) -> None:
    del result
