"""What happens when the program itself is at fault: a report without client data.

A report names the kind of the error and the places in the code, never an error's message, an
argument or a variable: those may hold names and texts from an audit. Crashes below Python are
written by ``faulthandler`` and shown at the next start.
"""

from __future__ import annotations

import faulthandler
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSysInfo, Qt, Signal, qVersion

if TYPE_CHECKING:
    from types import TracebackType
    from typing import TextIO


class CrashReporter(QObject):
    """Catches what nobody caught.

    Signals:
        crashed: a report, on the window's thread.
    """

    crashed = Signal(str)
    _caught = Signal(str)

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._native: TextIO | None = None
        self._caught.connect(self.crashed, Qt.ConnectionType.QueuedConnection)

    @property
    def folder(self) -> Path:
        """Where the reports lie."""
        return self._file.parent

    def take_earlier(self) -> str:
        """What the last run left (empty when it ended well); forgotten afterwards."""
        try:
            text = self._file.read_text(encoding="utf-8", errors="replace").strip()
            if text:
                self._file.replace(self._file.with_suffix(".shown.log"))
        except OSError:
            return ""
        return text

    def install(self) -> None:
        """Catch from now on; a log folder that cannot be written costs only the native part."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._native = self._file.open("a", encoding="utf-8")
        except OSError:
            return
        faulthandler.enable(self._native)

    def uninstall(self) -> None:
        """Put everything back, for tests."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        if self._native is not None:
            faulthandler.disable()
            self._native.close()
            self._native = None

    def caught(self, kind: type[BaseException], trace: TracebackType | None) -> None:
        """Write and announce a report."""
        report = report_of(kind, trace)
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with self._file.with_suffix(".reported.log").open("a", encoding="utf-8") as file:
                file.write(report + "\n")
        except OSError:
            pass  # the report is still shown
        self._caught.emit(report)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        del error
        if issubclass(kind, KeyboardInterrupt):
            raise SystemExit(130)
        self.caught(kind, trace)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if not issubclass(args.exc_type, SystemExit):
            self.caught(args.exc_type, args.exc_traceback)


def report_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Versions, the kind of the error and the places in the code, innermost last."""
    machine = f"{QSysInfo.prettyProductName()} · {QSysInfo.currentCpuArchitecture()}"
    lines = [
        f"Python {sys.version.split()[0]} · Qt {qVersion()} · {machine}",
        f"{kind.__module__}.{kind.__qualname__}",
    ]
    while trace is not None:
        code = trace.tb_frame.f_code
        place = "/".join(Path(code.co_filename).parts[-3:])
        lines.append(f"  {place}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return "\n".join(lines)
