"""The way in, and the only place that wires things together.

First word a command: the command line. Nothing, or one path: the window. Everything heavy is
imported when it is needed: the home screen is painted without the store.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from auditapp import settings as settings_store
from auditapp.cli.host import Checked, Host
from auditapp.cli.words import EXIT_WHEN_READY, is_for_cli
from auditapp.errors import UserError
from auditapp.paths import shipped_paths, user_paths

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from auditapp.domain.vocabulary import Lang
    from auditapp.jobs.progress import Progress
    from auditapp.settings import Person, Settings
    from auditapp.store.audit_file import AuditFile
    from auditapp.ui.app import Start
    from auditapp.ui.home_index import HomeAction, HomeRow
    from auditapp.ui.services import AuditHeading

STARTED: Final = time.perf_counter()
_DISPLAYS: Final = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main() -> int:
    """Run the program with the arguments it was given; returns the exit code."""
    arguments = sys.argv[1:]
    if is_for_cli(arguments):
        from auditapp.cli.main import main as run_command

        return run_command(arguments, make_host())
    paths = [Path(word) for word in arguments if word != EXIT_WHEN_READY]
    try:
        return open_window(
            paths[0] if paths else None, exit_when_ready=EXIT_WHEN_READY in arguments
        )
    except UserError as error:
        print(_sentence(error), file=sys.stderr)  # noqa: T201  (the one sentence, on stderr)
        return 1


def make_host() -> Host:
    """What the command line may ask of the window's side."""
    return Host(open_window=open_window, qt_facts=qt_facts, ui_selftest=ui_selftest)


def open_window(path: Path | None, /, *, exit_when_ready: bool = False) -> int:
    """Open the window until it is closed. Raises UserError ``no_display``."""
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _DISPLAYS):
        raise UserError("no_display")
    from auditapp.ui.app import Shell, run_until_painted

    if exit_when_ready:
        run_until_painted(make_start(), path)
        print(round((time.perf_counter() - STARTED) * 1000))  # noqa: T201  (the figure asked for)
        return 0
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return Shell(make_start()).run(path)


def qt_facts() -> Mapping[str, str]:
    """Versions and platform of Qt, by name; a missing Qt is a fact too."""
    try:
        import PySide6
        from PySide6.QtCore import QLibraryInfo, qVersion
    except ImportError as error:
        return {"PySide6": str(error)}
    return {
        "PySide6": PySide6.__version__,
        "Qt": qVersion(),
        "Qt plugins": QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath),
        "Qt platform": os.environ.get("QT_QPA_PLATFORM", ""),
    }


def ui_selftest() -> Sequence[Checked]:
    """Load every form, icon and translation offscreen."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from auditapp.ui.app import Shell
        from auditapp.ui.selftest import look_at_everything

        shell = Shell(make_start(watch_crashes=False))
        looks = look_at_everything(shell)
        shell.dispose()
        return [Checked(look.name, look.ok, look.note) for look in looks]
    except Exception as error:  # noqa: BLE001  (a part that is missing is the answer)
        return [Checked("window", ok=False, note=f"{type(error).__name__}: {error}")]


def make_start(*, watch_crashes: bool = True) -> Start:
    """What the window is started with: this user's folders and settings, and the core."""
    from auditapp.ui.app import Start
    from auditapp.ui.services import Services

    user = user_paths()
    loaded = settings_store.load(user.settings_file)
    return Start(
        user=user,
        shipped=shipped_paths(),
        settings=loaded.settings,
        settings_were_damaged=loaded.damaged_copy is not None,
        services=Services(
            open_audit=_open_audit,
            describe=_describe,
            figures=_figures,
            build_example=None,
            warm_up=_warm_up,
        ),
        watch_crashes=watch_crashes,
    )


def _open_audit(path: Path, settings: Settings) -> AuditFile:
    from auditapp.store.audit_file import AuditFile, Opening

    opening = Opening(person=settings.me.code, backup_dir=user_paths().backups)
    return AuditFile.open(path, opening)


def _describe(audit: AuditFile, me: Person, lang: Lang) -> AuditHeading:
    from auditapp import texts
    from auditapp.ops.queries import plan
    from auditapp.ui.services import AuditHeading, UnitChoice

    frame = plan.frame(audit)
    code = me.code.casefold()
    people = [person for person in plan.people(audit) if not person.withdrawn]
    return AuditHeading(
        title=frame.texts["title"].best(lang) or audit.path.stem,
        number=frame.number,
        state=texts.load(lang).enum(frame.state),
        units=tuple(
            UnitChoice(unit.id, unit.code, unit.name.best(lang))
            for unit in plan.units(audit, all_units=False)
        ),
        actor=next((person.id for person in people if person.code.casefold() == code), None),
    )


def _figures(audit: AuditFile, lang: Lang) -> tuple[HomeRow, tuple[HomeAction, ...]] | None:
    from auditapp.ops.queries import plan
    from auditapp.ui.home_index import HomeRow

    frame = plan.frame(audit)
    title = frame.texts["title"].best(lang) or audit.path.stem
    return HomeRow(path=str(audit.path), title=title, number=frame.number), ()


def _warm_up(progress: Progress) -> None:
    """Import, idle, what opening an audit needs."""
    del progress
    from auditapp.ops.queries import plan
    from auditapp.store import audit_file

    del plan, audit_file


def _sentence(error: UserError) -> str:
    from auditapp import texts
    from auditapp.cli.env import language

    return texts.load(language(settings_store.load(user_paths().settings_file).settings)).error(
        error
    )
