"""The one thing that pages share: performing, announcing, undoing, refusing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QRadioButton

from auditapp import settings as settings_store
from auditapp.domain.vocabulary import Role
from auditapp.ops import answers, plans
from auditapp.ops.queries import plan
from auditapp.settings import Person
from auditapp.store.audit_file import AuditFile, Opening
from tests.ui.conftest import SETTINGS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from auditapp.errors import UserError
    from auditapp.store.op import Op
    from auditapp.ui.app import Shell, Start
    from auditapp.ui.context import ChangeNotice, Notice
from auditapp.ui.dialogs.join import JoinDialog


def add_unit(code: str = "WZ") -> Op[object]:
    return plans.add_unit(code=code, name={})


def unit_codes(shell: Shell) -> list[str]:
    return [unit.code for unit in plan.units(shell.context.audit) if not unit.withdrawn]


def test_a_performed_op_is_in_the_file_and_announced(open_shell: Shell) -> None:
    heard: list[ChangeNotice] = []
    open_shell.context.changed.connect(heard.append)
    outcome = open_shell.context.perform(add_unit(), initiator=open_shell.window)
    assert outcome is not None
    assert "WZ" in unit_codes(open_shell)
    assert [(notice.initiator, notice.touches("unit")) for notice in heard] == [
        (open_shell.window, True)
    ]
    assert outcome.step is not None
    assert open_shell.context.saved_at == outcome.step.at


def test_an_op_is_performed_by_this_users_row_of_the_audit(open_shell: Shell) -> None:
    me = next(row for row in plan.people(open_shell.context.audit) if row.code == "LI")
    assert open_shell.context.heading.actor == me.id


def test_a_refused_op_says_why_and_changes_nothing(open_shell: Shell) -> None:
    refused: list[UserError] = []
    open_shell.context.refused.disconnect(open_shell.window.show_refusal)
    open_shell.context.refused.connect(refused.append)
    open_shell.context.perform(add_unit("WZ"))
    before = unit_codes(open_shell)
    assert open_shell.context.perform(add_unit("WZ")) is None
    assert [error.code for error in refused] == ["code_taken"]
    assert unit_codes(open_shell) == before


def test_without_a_person_nothing_is_changed_and_the_settings_ask(
    make_shell: Callable[..., Shell], audit_path: Path
) -> None:
    shell = make_shell(settings=replace(SETTINGS, me=Person()))
    shell.window.open_file(audit_path)
    before = unit_codes(shell)
    asked: list[bool] = []
    shell.context.person_needed.connect(lambda: asked.append(True))
    assert shell.context.perform(add_unit()) is None
    assert asked == [True]
    assert unit_codes(shell) == before


def test_who_is_not_in_the_team_joins_it_and_goes_on(
    make_shell: Callable[..., Shell], audit_path: Path
) -> None:
    shell = make_shell(settings=replace(SETTINGS, me=Person(name="New One", code="XX")))
    shell.window.open_file(audit_path)
    assert shell.context.perform(add_unit()) is None
    assert "WZ" not in unit_codes(shell)
    dialog = shell.window.findChild(JoinDialog)
    assert isinstance(dialog, JoinDialog)
    dialog.findChild(QDialogButtonBox).accepted.emit()
    assert [row.name for row in plan.people(shell.context.audit) if row.code == "XX"] == ["New One"]
    assert shell.context.perform(add_unit()) is not None
    assert "WZ" in unit_codes(shell)


def test_who_is_in_the_team_under_another_code_chooses_it(
    make_shell: Callable[..., Shell], audit_path: Path
) -> None:
    shell = make_shell(settings=replace(SETTINGS, me=Person(name="Li Zhe", code="LZ")))
    shell.window.open_file(audit_path)
    dialog = JoinDialog(shell.context, shell.window)
    combo = dialog.findChild(QComboBox)
    combo.setCurrentIndex(combo.findData("LI"))
    dialog.findChild(QRadioButton, "choose_radio").setChecked(True)
    dialog.findChild(QDialogButtonBox).accepted.emit()
    assert shell.context.settings.me.code == "LI"
    assert shell.context.perform(add_unit()) is not None


@pytest.mark.timeout(180)
def test_the_example_audit_is_built_once_opens_and_leaves_its_figures(
    shell: Shell, qtbot: QtBot
) -> None:
    shell.window.open_example()
    qtbot.waitUntil(lambda: shell.context.is_open, timeout=150_000)
    built = shell.context.audit.path
    assert len(shell.context.heading.units) >= 3
    stamp = built.stat().st_ino
    shell.context.close()
    data = shell.context.home_data()
    assert data.rows[0].progress > 0
    assert data.rows[0].major + data.rows[0].minor > 0
    assert data.actions
    shell.window.open_example()
    qtbot.waitUntil(lambda: shell.context.is_open)
    assert shell.context.audit.path.stat().st_ino == stamp


def test_undo_and_redo_change_the_file_and_say_what_they_did(open_shell: Shell) -> None:
    said: list[Notice] = []
    open_shell.context.noticed.connect(said.append)
    open_shell.context.perform(add_unit())
    open_shell.context.undo()
    assert "WZ" not in unit_codes(open_shell)
    open_shell.context.redo()
    assert "WZ" in unit_codes(open_shell)
    assert [notice.text.split(":")[0] for notice in said] == ["Undone", "Done again"]


def test_with_nothing_to_undo_the_window_says_so(
    make_shell: Callable[..., Shell], audit_path: Path
) -> None:
    shell = make_shell()
    shell.window.open_file(audit_path)
    shell.context.perform(plans.add_person(code="NN", name="New", role=Role.AUDITOR))
    shell.context.change_settings(me=Person(name="New", code="NN"))
    said: list[Notice] = []
    shell.context.noticed.connect(said.append)
    shell.context.undo()
    assert [notice.text for notice in said] == ["There is nothing to undo."]


def test_editors_are_asked_to_commit_before_undo_and_close(open_shell: Shell) -> None:
    asked: list[str] = []
    open_shell.context.flush_requested.connect(lambda: asked.append("flush"))
    open_shell.context.undo()
    assert asked == ["flush"]
    open_shell.context.close()
    assert asked == ["flush", "flush"]


def test_closing_gives_the_file_back(open_shell: Shell, audit_path: Path) -> None:
    open_shell.context.close()
    with AuditFile.open(audit_path, Opening()) as again:
        assert not again.read_only


def test_what_is_no_audit_is_refused_and_the_open_one_stays(
    open_shell: Shell, tmp_path: Path
) -> None:
    other = tmp_path / "other.audit"
    other.write_text("no database")
    before = open_shell.context.audit
    assert not open_shell.context.open(other)
    assert open_shell.context.audit is before


def test_settings_are_kept_at_once(shell: Shell, start: Start) -> None:
    shell.context.change_settings(me=Person(name="王某", code="WM"))
    assert settings_store.load(start.user.settings_file).settings.me == Person("王某", "WM")


def test_opened_files_become_recent_newest_first(
    open_shell: Shell, audit_path: Path, tmp_path: Path
) -> None:
    second = tmp_path / "second.audit"
    second.write_bytes(audit_path.read_bytes())
    open_shell.window.open_file(second)
    assert open_shell.context.settings.recent == (str(second), str(audit_path))


def test_a_settings_folder_that_cannot_be_written_is_said(
    make_shell: Callable[..., Shell], start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    start.user.config.parent.mkdir(parents=True, exist_ok=True)
    start.user.config.write_text("a file where the folder should be")
    shell = make_shell()
    with qtbot.waitSignal(shell.context.refused) as caught:
        shell.context.change_settings(me=Person(name="A", code="A"))
    assert caught.args is not None
    assert caught.args[0].code == "read_only_folder"
    start.user.config.unlink()


def test_closing_on_a_full_disk_says_so_and_what_was_typed_is_there_next_time(
    open_shell: Shell, audit_path: Path
) -> None:
    context = open_shell.context
    question, unit = "Q-1", context.heading.units[0].id
    cell = answers.note_cell(context.audit.audit_id, question, unit)
    context.audit.save_draft(cell, "y" * 200_000, actor=context.heading.actor)
    with context.audit.raw_read() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages}")
    refused: list[str] = []
    context.refused.connect(lambda error: refused.append(error.code))
    context.close()
    assert refused == ["disk_full"]
    assert not context.is_open
    assert context.open(audit_path)
    with context.audit.raw_read() as connection:
        notes = connection.execute("SELECT max(length(note)) FROM answer").fetchone()
    assert notes == (200_000,)
