"""What goes wrong around an open window: one sentence each time, and the window goes on."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from auditapp.exchange.check import verify_file
from auditapp.ops import plans
from auditapp.ops.queries import plan as queries
from auditapp.ui.dialogs.message import MessageDialog
from tests.ui.findings.stage import as_person, example

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from auditapp.jobs.progress import Progress
    from auditapp.ui.app import Shell

__all__ = ["as_person", "example"]


def said(shell: Shell) -> str:
    """The sentence of the one dialog that is open; closes it."""
    found = [it for it in shell.window.findChildren(MessageDialog) if it.isVisible()]
    assert len(found) == 1
    sentence = found[0].sentence
    found[0].reject()
    return sentence


def drop(shell: Shell, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    rest = (
        Qt.DropAction.CopyAction, mime, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    at = QPointF(40, 40)
    QApplication.sendEvent(shell.window, QDragEnterEvent(at.toPoint(), *rest))
    QApplication.sendEvent(shell.window, QDropEvent(at, *rest))


def spoil(path: Path, source: Path, how: str) -> None:
    if how == "foreign":
        path.write_bytes(b"not an audit at all" * 40)
    elif how == "other database":
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TABLE t (a)")
        connection.close()
    elif how == "damaged":
        body = bytearray(source.read_bytes())
        body[100:60_000] = b"\xff" * 59_900
        path.write_bytes(body)
    elif how == "cut short":
        path.write_bytes(source.read_bytes()[:5_000])
    elif how == "newer":
        path.write_bytes(source.read_bytes())
        connection = sqlite3.connect(path)
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
        connection.close()
    elif how == "empty":
        path.write_bytes(b"")


@pytest.mark.parametrize("way", ["drop", "open"])
@pytest.mark.parametrize(
    "how", ["foreign", "other database", "damaged", "cut short", "newer", "empty", "gone"]
)
def test_a_file_that_cannot_be_opened_leaves_the_open_one_open(
    open_shell: Shell, audit_path: Path, tmp_path: Path, how: str, way: str
) -> None:
    bad = tmp_path / "bad.audit"
    spoil(bad, audit_path, how)
    before = bad.read_bytes() if bad.exists() else None
    if way == "drop":
        drop(open_shell, bad)
    else:
        open_shell.window.open_file(bad)
    sentence = said(open_shell)
    assert sentence
    assert "Traceback" not in sentence
    assert "{" not in sentence
    assert open_shell.context.audit.path == audit_path
    assert (bad.read_bytes() if bad.exists() else None) == before
    assert open_shell.context.perform(plans.add_unit(code="ZZ", name={})) is not None


def test_the_file_is_deleted_underneath(open_shell: Shell, audit_path: Path) -> None:
    """The system keeps what is open: work goes on or is refused in one sentence, never a crash."""
    audit_path.unlink()
    open_shell.context.perform(plans.add_unit(code="ZZ", name={}))
    for key in ("checklist", "findings", "overview"):
        open_shell.window.show_page(key)
    for dialog in open_shell.window.findChildren(MessageDialog):
        assert dialog.sentence
        dialog.reject()
    open_shell.context.close()
    open_shell.window.open_file(audit_path)
    assert said(open_shell)
    assert open_shell.window.home.isVisible()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes anywhere")
def test_exporting_into_a_read_only_folder_is_refused(
    as_person: Callable[..., Shell], tmp_path: Path, qtbot: QtBot
) -> None:
    shell = as_person("LZ", "report")
    folder = tmp_path / "closed"
    folder.mkdir()
    folder.chmod(0o500)
    export(shell, folder, qtbot)
    folder.chmod(0o700)


def test_exporting_into_a_folder_that_is_a_file_is_refused(
    as_person: Callable[..., Shell], tmp_path: Path, qtbot: QtBot
) -> None:
    shell = as_person("LZ", "report")
    folder = tmp_path / "no folder"
    folder.write_bytes(b"x")
    export(shell, folder, qtbot)
    assert folder.read_bytes() == b"x"


def export(shell: Shell, folder: Path, qtbot: QtBot) -> None:
    page: Any = shell.window.page
    page.options.set_folder(folder)
    page.options.ui.main_check.setChecked(True)
    with qtbot.waitSignal(page.export_run.ended, timeout=40_000):
        page.export()
    assert said(shell)
    assert shell.window.isVisible()


def test_a_person_removed_while_open_is_asked_who_he_is(open_shell: Shell, qtbot: QtBot) -> None:
    me = open_shell.context.heading.actor
    other = next(it for it in queries.people(open_shell.context.audit) if it.id != me)
    removed = open_shell.context.perform(plans.withdraw_person(me), actor=other.id)
    if removed is None:
        assert said(open_shell)  # who has worked in the audit stays: said in one sentence
        return
    assert open_shell.context.heading.actor is None


def test_switching_audits_while_a_job_runs(
    open_shell: Shell, audit_path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    second = tmp_path / "second.audit"
    second.write_bytes(audit_path.read_bytes())
    done: list[object] = []

    def work(progress: Progress) -> int:
        while True:
            progress.report(0, 1)

    open_shell.context.jobs.run(work, done.append, uses_audit=True)
    open_shell.window.open_file(second)
    assert open_shell.context.audit.path == second
    assert done == []
    assert open_shell.context.perform(plans.add_unit(code="ZZ", name={})) is not None
    open_shell.context.close()
    assert verify_file(audit_path).ok
    assert verify_file(second).ok
