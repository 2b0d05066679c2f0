"""``demo``: the example audit and its exports, without a display."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final

from auditapp.cli.exports import Wanted, export
from auditapp.cli.opening import library_of, open_to_read
from auditapp.errors import UserError
from auditapp.ops.example import ExampleSource, build_example
from auditapp.store.audit_file import AuditFile
from auditapp.tickets.populations import TicketFiles

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from auditapp.cli.env import Env

NAME: Final = "telecom-branch"


def run_demo(arguments: argparse.Namespace, env: Env) -> int:
    """Build the example audit with register and report; print the paths.

    What a former run left under the same names is replaced.
    """
    folder: Path = arguments.out
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{NAME}.audit"
    _take_away(path)
    build_example(path, library_of(env), example_source(env))
    env.line(str(path))
    audit, shelf = open_to_read(path)
    lang = arguments.lang or ("zh-CN" if env.texts.lang == "zh" else "en")
    wanted = Wanted(
        folder / f"{NAME}-register.xlsx", folder / f"{NAME}-report.pdf", lang, allow_main=True
    )
    with audit:
        for written in export(audit, shelf, wanted, env):
            env.line(str(written))
    return 0


def _take_away(path: Path) -> None:
    """Delete a former example and the tickets that belong to it; others' tickets stay."""
    with contextlib.suppress(UserError), AuditFile.open_for_reading(path) as audit:
        TicketFiles(path, audit.audit_id).compact(())
    path.unlink(missing_ok=True)


def example_source(env: Env) -> ExampleSource:
    """Where the example's script and font lie."""
    return ExampleSource(
        env.shipped.checklists / "examples" / f"{NAME}.yaml",
        env.shipped.fonts / "NotoSansSC-Regular.ttf",
    )
