"""The way in: what is not imported before the first paint, and what is said without a display."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.bench.startup_bench import prepare

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = {
    "alembic",
    "auditapp.cli.main",
    "auditapp.ops",
    "auditapp.store.audit_file",
    "auditapp.store.models",
    "auditapp.store.op",
    "concurrent.futures.thread",
    "duckdb",
    "importlib.metadata",
    "openpyxl",
    "PIL",
    "pydantic",
    "pypdfium2",
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
    "reportlab",
    "sqlalchemy",
    "uuid",
    "yaml",
}
AFTER_PAINT = """
import sys
from auditapp import bootstrap
sys.argv = ["auditapp", "--exit-when-ready"]
code = bootstrap.main()
import gc
assert gc.isenabled()
print("\\n".join(sorted(sys.modules)))
raise SystemExit(code)
"""


def environment(home: Path, **more: str) -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    return {**kept, "AUDITAPP_HOME": str(home), **more}


def run(arguments: list[str], env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], env=env, capture_output=True, text=True, timeout=50
    )


def test_the_home_screen_is_painted_without_anything_heavy(tmp_path: Path) -> None:
    prepare(tmp_path)
    done = run(["-c", AFTER_PAINT], environment(tmp_path, QT_QPA_PLATFORM="offscreen"))
    assert done.returncode == 0, done.stderr
    modules = set(done.stdout.split())
    assert "auditapp.ui.home_page" in modules
    assert HEAVY & modules == set()
    # The index is SQLite, read by the driver alone; the rest of the store comes with an audit.
    store = {name for name in modules if name.startswith("auditapp.store.")}
    assert store == {"auditapp.store.driver"}
    exchange = {name for name in modules if name.startswith("auditapp.exchange.")}
    assert exchange == {"auditapp.exchange.portfolio"}
    forms = {name for name in modules if name.startswith("auditapp.ui._gen.ui_")}
    assert forms == set()


def test_exit_when_ready_prints_the_milliseconds(tmp_path: Path) -> None:
    env = environment(tmp_path, QT_QPA_PLATFORM="offscreen")
    done = run(["-m", "auditapp", "--exit-when-ready"], env)
    assert done.returncode == 0, done.stderr
    assert 10 < int(done.stdout) < 50_000


def test_exit_when_ready_opens_a_file(tmp_path: Path, audit_path: Path) -> None:
    env = environment(tmp_path, QT_QPA_PLATFORM="offscreen")
    done = run(["-m", "auditapp", "--exit-when-ready", str(audit_path)], env)
    assert done.returncode == 0, done.stderr
    assert str(audit_path) in (tmp_path / "config" / "settings.json").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
@pytest.mark.parametrize("arguments", [[], ["--exit-when-ready"], ["some.audit"]])
def test_without_a_display_one_sentence_and_exit_1(tmp_path: Path, arguments: list[str]) -> None:
    done = run(["-m", "auditapp", *arguments], environment(tmp_path, LANG="en_GB.UTF-8"))
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "display" in done.stderr
