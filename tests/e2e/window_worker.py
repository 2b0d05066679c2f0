"""The real window, audited in until it is killed, saying after each deed that it is done.

Run as ``python -m tests.e2e.window_worker FILE SEED``. Keys, typing and pasting go through the
widgets. Each line it prints is a promise (see tests/store/promises.py): a step when the window
announced it; typed text 800 ms after the last of its keys, without looking whether it was kept.
"""

from __future__ import annotations

import hashlib
import random
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from auditapp import bootstrap
from auditapp.ops import answers
from auditapp.settings import LanguageChoice, Person, Settings
from auditapp.ui.app import Shell
from auditapp.ui.autosave import DRAFT_MS
from auditapp.ui.pages.checklist.page import ChecklistPage

if TYPE_CHECKING:
    from auditapp.ui.context import ChangeNotice

CTRL = Qt.KeyboardModifier.ControlModifier
SLACK_MS = 60
KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)


class Auditor(QObject):
    """One deed after the other, each through the widgets."""

    def __init__(self, shell: Shell, chance: random.Random, folder: Path) -> None:
        super().__init__()
        self._shell = shell
        self._chance = chance
        self._folder = folder
        self._typed = 0
        self._blob = ""
        page = shell.window.page
        assert isinstance(page, ChecklistPage)
        self._page = page
        shell.context.changed.connect(self._on_changed)

    def act(self) -> None:
        """Do something, and go on when it is done."""
        kind = self._chance.choice(("answer", "answer", "type", "evidence", "undo", "move"))
        self._page.setFocus()
        if kind == "answer":
            QTest.keyClick(self._page, self._chance.choice(KEYS))
        elif kind == "type":
            self._type()
            return
        elif kind == "evidence":
            self._paste()
            return
        elif kind == "undo":
            QTest.keyClick(self._shell.window, Qt.Key.Key_Z, CTRL)
        else:
            QTest.keyClick(self._page, self._chance.choice((Qt.Key.Key_Down, Qt.Key.Key_N)))
        self._go_on()

    def _type(self) -> None:
        note = self._page.frame.question.ui.note_edit
        note.setFocus()
        QTest.keyClick(note, Qt.Key.Key_A, CTRL)
        self._typed += 1
        QTest.keyClicks(note, f"note {self._typed} {'x' * self._chance.randrange(40)}")
        QTimer.singleShot(DRAFT_MS + SLACK_MS, self, self._promise_typed)

    def _promise_typed(self) -> None:
        pair = self._page.desk.pair
        assert pair is not None
        cell = answers.note_cell(self._shell.context.audit.audit_id, *pair)
        say("typed", cell.row_id.hex, str(self._typed))
        # Sometimes the field is left, sometimes the kill finds a draft.
        QTimer.singleShot(self._chance.choice((0, 400)), self, self.act)

    def _paste(self) -> None:
        data = self._chance.randbytes(self._chance.randrange(1, 300_000))
        path = self._folder / f"{hashlib.sha256(data).hexdigest()[:12]}.bin"
        path.write_bytes(data)
        self._blob = hashlib.sha256(data).hexdigest()
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        QGuiApplication.clipboard().setMimeData(mime)
        QTest.keyClick(self._page, Qt.Key.Key_V, CTRL)

    def _on_changed(self, notice: ChangeNotice) -> None:
        outcome: Any = notice.outcome
        say("step", outcome.step.hash.hex())
        if self._blob and notice.touches("evidence"):
            say("blob", self._blob)
            self._blob = ""
            self._go_on()

    def _go_on(self) -> None:
        QTimer.singleShot(self._chance.randrange(0, 30), self, self.act)


def main(path: str, seed: str) -> int:
    settings = Settings(language=LanguageChoice.EN, me=Person(name="Li Zhe", code="LI"))
    shell = Shell(replace(bootstrap.make_start(watch_crashes=False), settings=settings))
    shell.window.show()
    QTest.qWaitForWindowActive(shell.window)
    shell.window.open_file(Path(path))
    shell.window.show_page("checklist")
    auditor = Auditor(shell, random.Random(seed), Path(path).parent)
    say("ready")
    QTimer.singleShot(0, auditor, auditor.act)
    return shell.app.exec()


def say(*words: str) -> None:
    """One promise, out at once."""
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
