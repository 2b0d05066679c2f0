"""Wrong or broken files in the window: one sentence in the window's language, nothing touched."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from auditapp.errors import UserError
from auditapp.settings import LanguageChoice
from auditapp.store.audit_file import AuditFile, Opening
from auditapp.ui.dialogs.message import MessageDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from auditapp.ui.app import Shell


def as_newer(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()


FAULTS: dict[str, tuple[str, Callable[[Path, bytes], object]]] = {
    "a text": ("not_an_audit_file", lambda path, _: path.write_text("title;number\n")),
    "encrypted": ("maybe_encrypted", lambda path, _: path.write_bytes(bytes(range(256)) * 64)),
    "newer": ("newer_file", as_newer),
    "truncated": ("file_damaged", lambda path, data: path.write_bytes(data[: len(data) // 2])),
    "damaged": (
        "file_damaged",
        lambda path, data: path.write_bytes(data[:4096] + b"\x5a" * (len(data) - 4096)),
    ),
}


def sentence(shell: Shell) -> str:
    """What the one dialog in front says; it is closed."""
    (dialog,) = [it for it in shell.window.findChildren(MessageDialog) if it.isVisible()]
    said = dialog.sentence
    dialog.close()
    return said


@pytest.mark.parametrize("language", [LanguageChoice.EN, LanguageChoice.ZH])
@pytest.mark.parametrize("fault", FAULTS)
def test_what_cannot_be_opened_is_said_and_the_open_audit_stays(
    open_shell: Shell, audit_path: Path, tmp_path: Path, fault: str, language: LanguageChoice
) -> None:
    code, spoil = FAULTS[fault]
    open_shell.context.change_settings(language=language)
    bad = tmp_path / "bad.audit"
    spoil(bad, audit_path.read_bytes())
    before = bad.read_bytes()
    open_shell.window.open_file(bad)
    error = UserError(code, path="bad.audit")
    assert sentence(open_shell) == open_shell.context.texts.error(error)
    assert open_shell.context.audit.path == audit_path
    assert bad.read_bytes() == before
    assert not bad.with_name("bad.audit.lock").exists()
    assert str(bad) not in open_shell.context.settings.recent


@pytest.mark.parametrize("language", [LanguageChoice.EN, LanguageChoice.ZH])
def test_a_file_that_somebody_has_open_names_them(
    shell: Shell, audit_path: Path, language: LanguageChoice
) -> None:
    shell.context.change_settings(language=language)
    with AuditFile.open(audit_path, Opening(person="王敏")):
        shell.window.open_file(audit_path)
        assert "王敏" in sentence(shell)
        assert not shell.context.is_open
    shell.window.open_file(audit_path)
    assert shell.context.is_open
