"""The command line in this process, with a home of its own and a window that is only asked for."""

from __future__ import annotations

import io
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from auditapp.cli.host import Checked, Host
from auditapp.cli.main import main
from auditapp.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


@dataclass
class Run:
    """Runs commands in a folder; ``checked`` is what the window's self-test says."""

    home: Path
    opened: list[tuple[Path | None, bool]] = field(default_factory=list)
    checked: list[Checked] = field(default_factory=list)
    display: bool = False

    def __call__(self, *words: str | Path) -> Ended:
        host = Host(self._open, lambda: {"Qt": "6"}, lambda: self.checked)
        with _streams() as (out, err):
            code = main([str(word) for word in words], host)
        return Ended(code, out.getvalue(), err.getvalue())

    def _open(self, path: Path | None, /, *, exit_when_ready: bool = False) -> int:
        if not self.display:
            raise UserError("no_display")
        self.opened.append((path, exit_when_ready))
        return 0


@contextmanager
def _streams() -> Iterator[tuple[io.StringIO, io.StringIO]]:
    kept = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = out, err = io.StringIO(), io.StringIO()
    try:
        yield out, err
    finally:
        sys.stdout, sys.stderr = kept


@contextmanager
def _living_in(home: Path) -> Iterator[Run]:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(home)
        patch.setenv("AUDITAPP_HOME", str(home / "home"))
        patch.setenv("LANG", "en_GB.UTF-8")
        for name in ("LC_ALL", "LC_MESSAGES"):
            patch.delenv(name, raising=False)
        yield Run(home)


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    """Commands in a folder of this test's."""
    with _living_in(tmp_path) as it:
        yield it


@pytest.fixture(scope="module")
def run_at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    """Commands in a folder that the module's tests share."""
    with _living_in(tmp_path_factory.mktemp("cli")) as it:
        yield it
