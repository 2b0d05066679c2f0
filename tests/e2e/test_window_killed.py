"""SIGKILL while the real window answers, types and attaches: what it showed as done is there."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from auditapp.devtools import assets
from tests.store.promises import Promises, check
from tests.ui.checklist.stage import build_stage, library

ROOT = Path(__file__).parents[2]
TIMES = int(os.environ.get("AUDITAPP_WINDOW_KILLS", "2"))
PATIENCE = 25.0
LAST = 1.2
"""Up to this many seconds after a promise: into typing, into a draft, into a paste."""


@pytest.fixture(scope="module", autouse=True)
def compiled() -> None:
    assets.build()


def run_and_kill(path: Path, seed: int) -> list[str]:
    """Let the window audit; kill it after a random number of promises and a random moment."""
    chance = random.Random(seed)
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "AUDITAPP_HOME": str(path.parent / "home"),
    }
    complaints = path.with_suffix(".stderr")
    with complaints.open("wb") as stderr:
        window = subprocess.Popen(
            [sys.executable, "-m", "tests.e2e.window_worker", str(path), str(seed)],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
        )
    assert window.stdout is not None
    promised: list[str] = []
    wanted = chance.randrange(4, 30)
    stop = threading.Event()

    def kill_soon() -> None:
        stop.wait(timeout=chance.uniform(0, LAST))
        window.send_signal(signal.SIGKILL)

    killer = threading.Thread(target=kill_soon)
    stuck = threading.Timer(PATIENCE, window.kill)
    stuck.start()
    with window:
        for line in window.stdout:
            if line.endswith("\n"):
                promised.append(line)
            if len(promised) == wanted:
                killer.start()
    stuck.cancel()
    said = complaints.read_text(encoding="utf-8")
    assert len(promised) >= wanted, f"stuck after {promised}: {said}"
    killer.join()
    assert window.returncode == -signal.SIGKILL
    assert "Traceback" not in said
    return promised


@pytest.mark.timeout(60 + 30 * TIMES)
def test_killed_in_the_window_every_promise_is_kept(tmp_path: Path) -> None:
    shelf = library()
    made = build_stage(tmp_path / "small.audit", packs=[shelf.pack("P02")], shelf=shelf)
    data = made.path.read_bytes()
    total = Promises()
    for seed in range(TIMES):
        path = tmp_path / f"{seed}" / "审核 one.audit"
        path.parent.mkdir()
        path.write_bytes(data)
        promises = Promises.of(run_and_kill(path, seed))
        check(path, promises)
        total.steps += promises.steps
        total.blobs += promises.blobs
        total.typed |= promises.typed
    assert len(total.steps) > TIMES
    assert total.blobs
    assert total.typed
