"""Backups in the window: on closing, in quiet minutes, by hand; restoring; saying what fails."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from auditapp.exchange.check import verify_file
from auditapp.ops import plans
from auditapp.settings import LanguageChoice
from auditapp.store.backup import BackupReason
from auditapp.store.keeping import kept_audits
from auditapp.ui.dialogs.backups import BackupsDialog
from auditapp.ui.dialogs.settings import SettingsDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from auditapp.store.backup import BackupInfo
    from auditapp.ui.app import Shell


def folder(tmp_path: Path) -> Path:
    return tmp_path / "home" / "data" / "backups"


def backups(tmp_path: Path) -> list[BackupInfo]:
    return [info for kept in kept_audits(folder(tmp_path)) for info in kept.backups]


def change(shell: Shell, code: str = "WZ") -> None:
    assert shell.context.perform(plans.add_unit(code=code, name={})) is not None


def tool(shell: Shell, title: str) -> None:
    """Run a home tool through the palette, as a user does."""
    shell.window.show_palette()
    palette = shell.window.palette_dialog
    assert palette is not None
    palette.field.setText(title)
    assert palette.list.item(0).text().startswith(title)
    palette.field.returnPressed.emit()


def dialog_of(shell: Shell) -> BackupsDialog:
    tool(shell, "Restore a backup")
    dialog = shell.window.findChild(BackupsDialog)
    assert isinstance(dialog, BackupsDialog)
    return dialog


def test_closing_an_audit_that_changed_backs_it_up(open_shell: Shell, tmp_path: Path) -> None:
    open_shell.context.close()
    assert backups(tmp_path) == []
    open_shell.window.open_file(tmp_path / "审核 one.audit")
    change(open_shell)
    open_shell.context.close()
    assert [info.reason for info in backups(tmp_path)] == [BackupReason.CLOSE]
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["审核 one.audit"]


def test_a_quiet_minute_after_a_while_is_used(
    open_shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    care = open_shell.context.backups
    assert care.keeper is not None
    change(open_shell)
    care.look()
    assert open_shell.context.jobs.jobs == []
    later = datetime.now(UTC) + timedelta(minutes=16)
    care.keeper._clock = lambda: later
    care.idle_ms = lambda: 4_000
    care.look()
    assert open_shell.context.jobs.jobs == []
    care.idle_ms = lambda: 5_000
    with qtbot.waitSignal(care.made):
        care.look()
        # Typing goes on meanwhile.
        change(open_shell, "W2")
    assert [info.reason for info in backups(tmp_path)] == [BackupReason.TIME]
    assert care.keeper.moved


def test_keys_are_noticed_wherever_they_are_typed(open_shell: Shell, qtbot: QtBot) -> None:
    guard = open_shell.guard
    qtbot.waitUntil(lambda: guard.idle_ms() > 30)
    open_shell.window.show_home()
    qtbot.waitUntil(lambda: open_shell.app.focusWidget() is not None)
    qtbot.keyClick(open_shell.app.focusWidget(), Qt.Key.Key_Tab)
    assert guard.idle_ms() < 30
    assert open_shell.context.backups.idle_ms() < 1_000


def test_create_backup_now_is_a_tool_and_says_when_it_is_done(
    open_shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(open_shell.context.backups.made):
        tool(open_shell, "Create backup now")
    assert [info.reason for info in backups(tmp_path)] == [BackupReason.WISH]
    assert open_shell.window.toast.text.startswith("Backed up at ")


def test_without_an_audit_the_tool_says_that_one_is_needed(shell: Shell) -> None:
    tool(shell, "Create backup now")
    assert shell.window.toast.text.startswith("Open an audit first")


def test_what_fails_is_said_once_and_the_audit_closes_all_the_same(
    open_shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    context = open_shell.context
    folder(tmp_path).parent.mkdir(parents=True, exist_ok=True)
    folder(tmp_path).write_text("a file where the folder should be")
    care = context.backups
    assert care.keeper is not None
    said: list[str] = []
    context.noticed.connect(lambda notice: said.append(notice.text))
    change(open_shell)
    care.idle_ms = lambda: 9_000
    for hours in (1, 2):
        later = datetime.now(UTC) + timedelta(hours=hours)
        care.keeper._clock = lambda later=later: later
        with qtbot.waitSignal(context.jobs.finished):
            care.look()
        qtbot.waitUntil(lambda: care._job is None)
    path = context.audit.path
    context.close()
    assert len(said) == 1
    assert said[0].startswith("The backup could not be written to")
    assert verify_file(path).ok


def test_a_backup_is_restored_beside_the_audit_verified_and_opened(
    open_shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    context, original = open_shell.context, open_shell.context.audit.path
    change(open_shell, "W1")
    context.close()
    open_shell.window.open_file(original)
    change(open_shell, "W2")
    context.close()
    open_shell.window.open_file(original)
    dialog = dialog_of(open_shell)
    rows = [dialog.table.rows.row_at(dialog.table.rows.index(n, 0)) for n in range(2)]
    assert dialog.table.rows.rowCount() == 2
    assert dialog.table.rows.data(dialog.table.rows.index(0, 1)) == "On closing"
    assert dialog.table.choose(rows[1].path)
    target = dialog.target
    assert target.parent == original.parent
    before = original.read_bytes()
    with qtbot.waitSignal(context.audit_opened):
        qtbot.mouseClick(dialog.restore_button, Qt.MouseButton.LeftButton)
    assert context.audit.path == target
    codes = [unit.code for unit in context.heading.units]
    assert "W1" in codes
    assert "W2" not in codes
    assert original.read_bytes() == before
    assert open_shell.window.toast.text == f"Restored and verified: {target.name}"
    context.close()
    assert verify_file(target).ok


def test_from_the_home_screen_a_lost_audit_comes_back(
    open_shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    context, path = open_shell.context, open_shell.context.audit.path
    change(open_shell)
    context.close()
    path.unlink()
    dialog = dialog_of(open_shell)
    assert not dialog.make_button.isEnabled()
    dialog.target = tmp_path / "back.audit"
    with qtbot.waitSignal(context.audit_opened):
        qtbot.mouseClick(dialog.restore_button, Qt.MouseButton.LeftButton)
    assert "WZ" in [unit.code for unit in context.heading.units]


def test_an_existing_file_is_never_restored_over(
    open_shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    context = open_shell.context
    change(open_shell)
    context.close()
    dialog = dialog_of(open_shell)
    mine = tmp_path / "mine.audit"
    mine.write_bytes(b"mine")
    dialog.target = mine
    with qtbot.waitSignal(context.refused) as refused:
        qtbot.mouseClick(dialog.restore_button, Qt.MouseButton.LeftButton)
    assert refused.args is not None
    assert refused.args[0].code == "file_exists"
    assert mine.read_bytes() == b"mine"
    assert not context.is_open


def test_the_dialog_speaks_both_languages_and_makes_one(
    open_shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    open_shell.context.change_settings(language=LanguageChoice.ZH)
    tool(open_shell, "恢复备份")
    dialog = open_shell.window.findChild(BackupsDialog)
    assert isinstance(dialog, BackupsDialog)
    assert {button.text() for button in dialog.findChildren(QPushButton)} >= {
        "立即备份",
        "恢复为新文件",
    }
    with qtbot.waitSignal(open_shell.context.backups.made):
        qtbot.mouseClick(dialog.make_button, Qt.MouseButton.LeftButton)
    assert dialog.table.rows.data(dialog.table.rows.index(0, 1)) == "手动"
    dialog.close()
    open_shell.context.change_settings(language=LanguageChoice.EN)


def test_the_cap_is_a_setting(open_shell: Shell) -> None:
    dialog = SettingsDialog(open_shell.context, open_shell.window)
    assert dialog._ui.cap_spin.text() == "Twice the size of the audit file"
    dialog._ui.cap_spin.setValue(300)
    dialog._ui.buttons.accepted.emit()
    assert open_shell.context.settings.backup_mb == 300
    open_shell.context.close()
    open_shell.window.open_file(Path(open_shell.context.settings.recent[0]))
    keeper = open_shell.context.backups.keeper
    assert keeper is not None
    assert keeper._cap == 300_000_000
