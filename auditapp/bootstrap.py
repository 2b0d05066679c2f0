"""The way in, and the only place that wires things together.

First word a command: the command line. Nothing, or one path: the window. Everything heavy is
imported when it is needed: the home screen is painted without the store.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from auditapp import settings as settings_store
from auditapp.cli.host import Checked, Host
from auditapp.cli.words import EXIT_WHEN_READY, is_for_cli
from auditapp.errors import UserError
from auditapp.paths import shipped_paths, user_paths
from auditapp.settings import Person

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from auditapp.domain.vocabulary import Lang
    from auditapp.jobs.progress import Progress
    from auditapp.ops.queries.content import PackShelf
    from auditapp.packs.content import Library
    from auditapp.settings import Settings
    from auditapp.store.audit_file import AuditFile
    from auditapp.store.backup import BackupInfo
    from auditapp.store.keeping import Keeper, KeptAudit
    from auditapp.store.op import Outcome
    from auditapp.store.restore import Restored
    from auditapp.ui.app import Start
    from auditapp.ui.services import AuditHeading

STARTED: Final = time.perf_counter()
EXAMPLE: Final = "telecom-branch"
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
    gc.disable()  # a tenth of the start; on again after the first paint
    from auditapp.jobs.sharing import share_fairly
    from auditapp.ui.app import Shell, run_until_painted

    share_fairly()
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
            make_shelf=_make_shelf,
            summarise=_summarise,
            summarise_file=_summarise_file,
            join=_join,
            load_library=_load_library,
            build_example=_build_example,
            make_keeper=_make_keeper,
            kept_audits=_kept_audits,
            restore=_restore,
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
        state=texts.load(lang, terms=frame.term_set).enum(frame.state),
        units=tuple(
            UnitChoice(unit.id, unit.code, unit.name.best(lang))
            for unit in plan.units(audit, all_units=False)
        ),
        team=tuple(Person(person.name, person.code) for person in people),
        actor=next((person.id for person in people if person.code.casefold() == code), None),
        terms=frame.term_set,
    )


def _make_shelf(audit: AuditFile) -> PackShelf:
    from auditapp.ops.queries.content import PackShelf

    return PackShelf(audit)


def _summarise(audit: AuditFile, shelf: PackShelf) -> Mapping[str, object]:
    from auditapp.ops.queries.portfolio import summary

    return summary(audit, shelf, today=datetime.now(UTC).astimezone().date())


def _summarise_file(path: Path) -> Mapping[str, object]:
    from auditapp.ops.queries.content import PackShelf
    from auditapp.store.audit_file import AuditFile

    with AuditFile.open_for_reading(path) as audit:
        return _summarise(audit, PackShelf(audit))


def _join(audit: AuditFile, me: Person) -> Outcome[UUID]:
    from auditapp.domain.vocabulary import Role
    from auditapp.ops import plans

    op = plans.add_person(code=me.code, name=me.name, role=Role.AUDITOR)
    return audit.run(op, actor=None)


def _load_library() -> Library:
    from auditapp.packs.library import load_library

    user = user_paths()
    return load_library(
        shipped_paths().checklists, user_folder=user.checklists, cache_dir=user.cache
    )


def _build_example(progress: Progress, lang: Lang) -> Path:
    """The example audit in the user's data folder; one that is there is kept as it is."""
    del lang  # it is in both languages
    from auditapp.ops.example import ExampleSource, build_example

    shipped = shipped_paths()
    target = user_paths().examples / f"{EXAMPLE}.audit"
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        source = ExampleSource(
            shipped.checklists / "examples" / f"{EXAMPLE}.yaml",
            shipped.fonts / "NotoSansSC-Regular.ttf",
        )
        build_example(target, _load_library(), source, progress)
    return target


def _make_keeper(audit: AuditFile, cap: int | None) -> Keeper:
    from auditapp.store.keeping import Keeper

    return Keeper(audit, user_paths().backups, cap=cap)


def _kept_audits() -> list[KeptAudit]:
    from auditapp.store.keeping import kept_audits

    return kept_audits(user_paths().backups)


def _restore(audit_id: UUID, info: BackupInfo, target: Path) -> Restored:
    from auditapp.store.backup import Backups
    from auditapp.store.restore import restore

    return restore(Backups(user_paths().backups, audit_id), info, target)


def _warm_up(progress: Progress) -> None:
    """Import, idle, what opening an audit needs."""
    del progress
    from auditapp.ops.queries import plan
    from auditapp.store import audit_file, keeping

    del plan, audit_file, keeping


def _sentence(error: UserError) -> str:
    from auditapp import texts
    from auditapp.cli.env import language

    return texts.load(language(settings_store.load(user_paths().settings_file).settings)).error(
        error
    )
