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

from auditapp.exchange.portfolio import PortfolioIndex
from auditapp.settings import LanguageChoice, Settings, save
from tests.bench.figures import Figure

BUDGET = 2.0
ROUNDS = 15
RECENT = 8
ACTIONS = 12
ACTIONS_IN_NEED = 3
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
    index = PortfolioIndex(home / "data" / "portfolio.db")
    settings = Settings(language=LanguageChoice.ZH)
    for number in range(RECENT):
        path = home / f"审核 {number}.audit"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        settings = settings.with_recent(str(path))
        index.put(path, _summary(number))
    save(home / "config" / "settings.json", settings)


def _summary(number: int) -> dict[str, object]:
    """An audit with a dozen open actions, three of which need someone."""
    actions = [
        {
            "id": f"{number:016x}{n:016x}",
            "number": f"A-LZ{n:02}",
            "grade": "minor",
            "description": {"zh": f"补登记并修订流程 {n}", "en": f"Register and revise {n}"},
            "owner": "客服中心经理",
            "undone": n > 0,
            "due_on": f"2026-01-{n:02}" if 0 < n < ACTIONS_IN_NEED else f"2999-01-{n + 1:02}",
            "check_due_on": None,
            "to_verify": n == 0,
        }
        for n in range(ACTIONS)
    ]
    return {
        "id": f"{number:032x}",
        "number": f"IA-2026-{number:02}",
        "title": {"zh": f"投诉处理审核 {number}", "en": f"Audit of complaints {number}"},
        "organisation": {"zh": "浙江分公司", "en": "Zhejiang branch"},
        "state": "fieldwork",
        "main_lang": "zh",
        "progress": number / RECENT,
        "open_findings": {"major": number % 3, "minor": number, "improvement": 1},
        "actions": actions,
    }


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
