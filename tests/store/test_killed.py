"""SIGKILL at random moments: every change that was reported as done is there, no lock is left.

It proves atomicity, not durability: the page cache survives a kill (see test_power_cut).
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.store.promises import Promises, check

if TYPE_CHECKING:
    from tests.world import World

ROOT = Path(__file__).parents[2]
TIMES = int(os.environ.get("AUDITAPP_KILLS", "20"))


def run_and_kill(path: Path, seed: int) -> list[str]:
    """Let a worker audit, kill it after a random number of promises and a random moment."""
    chance = random.Random(seed)
    worker = subprocess.Popen(
        [sys.executable, "-m", "tests.store.worker", str(path), str(seed)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert worker.stdout is not None
    promised: list[str] = []
    wanted = chance.randrange(1, 40)
    stop = threading.Event()

    def kill_soon() -> None:
        stop.wait(timeout=chance.uniform(0, 0.012))
        worker.send_signal(signal.SIGKILL)

    killer = threading.Thread(target=kill_soon)
    for line in worker.stdout:
        if line.endswith("\n"):
            promised.append(line)
        if len(promised) == wanted:
            killer.start()
    killer.join()
    assert worker.wait() == -signal.SIGKILL
    worker.stdout.close()
    return promised


@pytest.mark.timeout(600)
def test_killed_at_random_moments_every_promise_is_kept(template: World, tmp_path: Path) -> None:
    data = template.audit.path.read_bytes()
    counted = 0
    for seed in range(TIMES):
        path = tmp_path / f"{seed}.audit"
        path.write_bytes(data)
        promised = run_and_kill(path, seed)
        promises = Promises.of(promised)
        check(path, promises)
        counted += len(promises.steps)
    assert counted > TIMES
