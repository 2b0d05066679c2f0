"""Cold start to the usable window against a bare one: ``python -m tests.bench startup``.

Both programs end after their first paint. They run in turn, so that a busy machine slows both; the
ratio of the medians counts (budget 2.0), no wall time does.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from auditapp.settings import LanguageChoice, Settings, save
from auditapp.ui.home_index import HomeIndex, HomeRow
from tests.bench.figures import Figure

BUDGET = 2.0
ROUNDS = 15
RECENT = 8
BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, app.quit)

app = QApplication(sys.argv)
window = Window()
window.resize(1366, 768)
window.show()
app.exec()
"""


def prepare(home: Path) -> None:
    """A user folder as after some weeks: settings, and recent audits on the home screen."""
    index = HomeIndex(home / "data" / "home.json")
    settings = Settings(language=LanguageChoice.ZH)
    for number in range(RECENT):
        path = home / f"审核 {number}.audit"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        settings = settings.with_recent(str(path))
        row = HomeRow(path=str(path), title=f"投诉处理审核 {number}", progress=number / RECENT)
        index.put(row, ())
    save(home / "config" / "settings.json", settings)


def seconds(arguments: list[str], environment: dict[str, str]) -> float:
    """Wall time of one run of this Python."""
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, *arguments], env=environment, check=True, capture_output=True, timeout=60
    )
    return time.perf_counter() - started


def measure(rounds: int = ROUNDS) -> tuple[float, float]:
    """Median seconds of the bare window and of ours, measured in turn."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        prepare(home)
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "AUDITAPP_HOME": name,
            # As installed: compiled once, not at each start.
            "PYTHONDONTWRITEBYTECODE": "",
            "PYTHONPYCACHEPREFIX": str(home / "pycache"),
        }
        ours = ["-m", "auditapp", "--exit-when-ready"]
        seconds(ours, environment)  # compiles what was never imported
        pairs = [
            (seconds(["-c", BARE], environment), seconds(ours, environment)) for _ in range(rounds)
        ]
    return statistics.median(bare for bare, _ in pairs), statistics.median(us for _, us in pairs)


def figures() -> list[Figure]:
    """Cold start against a bare window."""
    bare, us = measure()
    return [
        Figure(
            "cold start to the usable window",
            us * 1000,
            "ms",
            floor=bare * 1000,
            floor_name="a bare Qt window",
            budget=BUDGET,
        )
    ]
