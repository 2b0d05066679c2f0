"""Every page and dialog, in both languages and themes, at two sizes, as a critic sees it.

Nothing is cut, nothing sticks out, no frame scrolls sideways; every control has a name and is
reached by the tab key; every string changes its language while the window is open.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from auditapp.paths import HOME_VARIABLE
from tests.ui.findings.stage import ROOT, example
from tests.ui.scenes import DIALOGS, PAGES

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["example"]

NAMES = [scene.name for scene in (*PAGES, *DIALOGS)]
GROUPS = [NAMES[start : start + 3] for start in range(0, len(NAMES), 3)]


@pytest.mark.parametrize("names", GROUPS, ids=lambda names: f"{names[0]}…{names[-1]}")
def test_a_critic_has_nothing_to_say(names: list[str], example: Path, tmp_path: Path) -> None:
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
