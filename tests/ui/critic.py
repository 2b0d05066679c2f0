"""Looks at scenes in a process of its own: ``python -m tests.ui.critic example.audit scene …``.

Prints one line for each complaint. Its own process, because PySide crashes when a window is
disposed of after all its inner widgets were wrapped.
"""

from __future__ import annotations

import os
import sys
import time
import zlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from auditapp import bootstrap
from auditapp.settings import LanguageChoice, Person, Settings, ThemeChoice
from auditapp.store.audit_file import AuditFile
from auditapp.ui.app import Shell
from tests.ui import inspection
from tests.ui.scenes import DIALOGS, PAGES, Scene

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

ROOT: Final = Path(__file__).resolve().parents[2]
SIZES: Final = ((1366, 768), (1024, 640))
LANGS: Final = (LanguageChoice.ZH, LanguageChoice.EN)
THEMES: Final = (ThemeChoice.LIGHT, ThemeChoice.DARK)
SCROLLING: Final = frozenset({"GridView", "MatrixView", "HeatMap"})
"""Tables that may be wider than the window: units and dates side by side."""
SHORTENED: Final = ("QHeaderView", "link_edit", "BilingualField")
"""What a small window may shorten."""
ME: Final = Person(name="李喆", code="LZ")


def main(path: Path, names: list[str]) -> None:
    """Look at these scenes."""
    data = "\n".join([ME.name, str(path.parent), str(Path.home()), *_data(path)])
    settings = Settings(language=LanguageChoice.EN, theme=ThemeChoice.LIGHT, me=ME)
    start = replace(bootstrap.make_start(watch_crashes=False), settings=settings)
    shell = Shell(start)
    shell.window.show()
    shell.window.open_file(path)
    inspection.settle()
    for scene in (*PAGES, *DIALOGS):
        if scene.name in names:
            for complaint in _look(shell, scene, data):
                sys.stdout.write(f"{scene.name} {complaint}\n")
    shell.context.close()
    sys.stdout.flush()
    os._exit(0)


def _look(shell: Shell, scene: Scene, data: str) -> Iterator[str]:
    for turn, size in enumerate(SIZES):
        shell.window.resize(*size)
        for at, lang in enumerate(LANGS):
            # Each language in both themes, at one size each.
            shell.context.change_settings(language=lang, theme=THEMES[(turn + at) % 2])
            for widget in QApplication.topLevelWidgets():
                if isinstance(widget, QDialog) and widget.isVisible():
                    widget.hide()
            root = scene.show(shell)
            inspection.settle()
            _wait_for_jobs(shell)
            for complaint in _complaints(root, lang, data, may_scroll=size != SIZES[0]):
                yield f"{size[0]} {lang.value}: {complaint}"


def _wait_for_jobs(shell: Shell) -> None:
    """A job keeps the name under which it was begun; it is looked at when it is over."""
    until = time.monotonic() + 20
    loop = QEventLoop()
    while shell.context.jobs.jobs and time.monotonic() < until:
        QTimer.singleShot(20, loop.quit)
        loop.exec()
    inspection.settle()


def _complaints(
    root: QWidget, lang: LanguageChoice, data: str, *, may_scroll: bool
) -> Iterator[str]:
    cuts = inspection.cut(root)
    if may_scroll:
        # A table that scrolls may shorten its heads, and a hint its last words.
        cuts = [it for it in cuts if not any(it_is in it for it_is in SHORTENED)]
    yield from (f"cut: {it}" for it in cuts)
    yield from (f"outside: {it}" for it in inspection.outside(root))
    yield from (f"clipped: {it}" for it in inspection.clipped(root))
    allowed = None if may_scroll else SCROLLING
    yield from (f"scrolls sideways: {it}" for it in inspection.sideways(root, allowed))
    yield from (f"without a name: {it}" for it in inspection.nameless(root))
    yield from (f"tab: {it}" for it in inspection.unreachable(root))
    for it in inspection.foreign(root, lang.value, data):
        if "FindingWords" not in it or "QLabel" not in it:  # a statement as it will print
            yield f"language: {it}"


def _data(path: Path) -> Iterator[str]:
    """All text of the audit and its packs: it stands in the language in which it was written."""
    with AuditFile.open_for_reading(path) as audit, audit.raw_read() as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall()
        for (table,) in tables:
            for row in connection.execute(f'SELECT * FROM "{table}"'):
                yield from (_text(value) for value in row)
    for source in (ROOT / "checklists").rglob("*.yaml"):
        yield source.read_text(encoding="utf-8")


def _text(value: object) -> str:
    if isinstance(value, bytes):
        try:
            value = zlib.decompress(value)
        except zlib.error:
            return ""
        return value.decode("utf-8", "ignore")
    return value if isinstance(value, str) else ""


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
