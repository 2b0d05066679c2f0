"""Every page and dialog, in both languages and themes, at two sizes, as a critic sees it.

Nothing is cut, nothing sticks out, no frame scrolls sideways; every control has a name and is
reached by the tab key; every string changes its language while the window is open.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from auditapp.paths import HOME_VARIABLE
from tests.ui.findings.stage import ROOT
from tests.ui.scenes import DIALOGS, PAGES

if TYPE_CHECKING:
    from pathlib import Path

FILES = 4
"""Over how many files of tests the scenes are dealt: a file runs on one processor."""
NAMES = [scene.name for scene in (*PAGES, *DIALOGS)]
GROUPS = [NAMES[start : start + 3] for start in range(0, len(NAMES), 3)]


def dealt(file: int) -> list[list[str]]:
    """The groups of scenes that a file of tests looks at."""
    return GROUPS[file::FILES]


def look(names: list[str], example: Path, tmp_path: Path) -> None:
    """Let the critic look at some scenes in a process of their own; it has nothing to say."""
    path = tmp_path / "审核.audit"
    path.write_bytes(example.read_bytes())
    environment = os.environ | {
        HOME_VARIABLE: str(tmp_path / "home"),
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.critic", str(path), *names],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=58,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    assert done.stdout == ""
