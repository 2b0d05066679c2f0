"""The program as a user starts it: a process of its own, a home of its own, no display."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str

    def one_sentence(self) -> str:
        """What stands on stderr, which must be one line and no traceback."""
        assert "Traceback" not in self.err
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        return lines[0]


@dataclass(frozen=True)
class Program:
    """``auditapp`` with a home of its own."""

    home: Path

    def __call__(self, *words: str | Path, lang: str = "en_GB.UTF-8", **more: str) -> Ended:
        hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "LC_ALL", "LC_MESSAGES")
        environment = {name: it for name, it in os.environ.items() if name not in hidden}
        environment |= {"AUDITAPP_HOME": str(self.home), "LANG": lang, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-m", "auditapp", *map(str, words)],
            env=environment | more,
            cwd=self.home,
            capture_output=True,
            encoding="utf-8",
            timeout=55,
        )
        return Ended(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """The program, with an empty home; commands run in that folder."""
    return Program(tmp_path)


@pytest.fixture(scope="session")
def shared_program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """A program whose home several tests read from."""
    return Program(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="session")
def demo(shared_program: Program) -> Path:
    """The example audit and its exports, built once by ``auditapp demo``."""
    ended = shared_program("demo", "--out", "out", "--lang", "both")
    assert ended.code == 0, ended.err
    paths = [Path(line) for line in ended.out.splitlines()]
    assert [path.suffix for path in paths] == [".audit", ".xlsx", ".pdf"]
    return shared_program.home / paths[0]
