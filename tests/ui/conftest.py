"""The real window on a fresh user folder; real audit files; no stand-ins."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from auditapp import bootstrap
from auditapp.devtools import assets
from auditapp.paths import HOME_VARIABLE
from auditapp.settings import LanguageChoice, Person, Settings, ThemeChoice
from auditapp.ui.app import Shell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from auditapp.ui.app import Start
    from tests.world import World

SETTINGS = Settings(
    language=LanguageChoice.EN, theme=ThemeChoice.LIGHT, me=Person(name="Li Zhe", code="LI")
)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["auditapp", "-style", "fusion"]


@pytest.fixture(scope="session", autouse=True)
def compiled() -> None:
    assets.build()


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Start:
    """What the window starts with: English, light, auditor LI, nothing opened yet."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    return replace(bootstrap.make_start(watch_crashes=False), settings=SETTINGS)


@pytest.fixture
def make_shell(qtbot: QtBot, start: Start) -> Iterator[Callable[..., Shell]]:
    """Makes shown windows with changed start values; closes them at the end."""
    made: list[Shell] = []

    def make(**changes: object) -> Shell:
        shell = Shell(replace(start, **changes))
        made.append(shell)
        shell.window.show()
        qtbot.waitActive(shell.window).__exit__(None, None, None)
        return shell

    yield make
    for shell in made:
        shell.dispose()


@pytest.fixture
def shell(make_shell: Callable[..., Shell]) -> Shell:
    return make_shell()


@pytest.fixture
def audit_path(template: World, tmp_path: Path) -> Path:
    """A closed audit file: leader WA, auditor LI, two units, one answer, a finding."""
    path = tmp_path / "审核 one.audit"
    path.write_bytes(template.audit.path.read_bytes())
    return path


@pytest.fixture
def open_shell(shell: Shell, audit_path: Path) -> Shell:
    """The window with that audit open."""
    shell.window.open_file(audit_path)
    return shell
