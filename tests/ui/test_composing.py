"""While an input method composes, no key sets a result or moves anything, on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from auditapp.store.audit_file import AuditFile
from tests.ui.findings.stage import as_person, example

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditapp.ui.app import Shell

__all__ = ["as_person", "example"]

KEYS = "1234567890nfuemlhtprg/"
PLAIN, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier


def steps(shell: Shell) -> int:
    path = shell.context.audit.path
    with AuditFile.open_for_reading(path) as audit, audit.raw_read() as connection:
        return connection.execute("SELECT COUNT(*) FROM step").fetchone()[0]


def field_of(shell: Shell, place: str) -> Any:
    page: Any = shell.window.page
    if place == "checklist note":
        page.show_target("P01-7.2-03")
        return page.frame.question.ui.note_edit
    if place == "checklist search":
        return page.frame.clauses.search
    if place == "finding cause":
        number = 0
        page.open_finding(page.list.model.row_at(page.list.model.index(number, 0)).id)
        return page.view.words.fields["cause"].editors[False]
    if place == "plan client":
        return page.frame.pairs["client"].main_edit
    return page.list.search


PLACES = (
    ("checklist", "checklist note"),
    ("checklist", "checklist search"),
    ("findings", "findings search"),
    ("findings", "finding cause"),
    ("actions", "actions search"),
    ("evidence", "evidence search"),
    ("plan", "plan client"),
)


@pytest.mark.parametrize("held", [PLAIN, ALT], ids=["plain", "alt"])
@pytest.mark.parametrize(("key", "place"), PLACES, ids=[place for _, place in PLACES])
def test_no_key_acts_while_composing(
    as_person: Callable[..., Shell], key: str, place: str, held: Qt.KeyboardModifier
) -> None:
    shell = as_person("LZ", key)
    field = field_of(shell, place)
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    field.setFocus()
    before, page = steps(shell), shell.window.page
    QApplication.sendEvent(field, QInputMethodEvent("tousu", []))
    assert shell.guard.is_composing
    for sign in KEYS:
        QTest.keyClick(field, sign, held)
    assert shell.window.page is page
    assert field.hasFocus()
    commit = QInputMethodEvent()
    commit.setCommitString("投诉")
    QApplication.sendEvent(field, commit)
    assert not shell.guard.is_composing
    text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
    assert "投诉" in text
    assert steps(shell) == before


def test_composing_in_the_palette_goes_nowhere(as_person: Callable[..., Shell]) -> None:
    shell = as_person("LZ", "overview")
    shell.window.show_palette()
    palette = shell.window.palette_dialog
    assert palette is not None
    before, page = steps(shell), shell.window.page
    QApplication.sendEvent(palette.field, QInputMethodEvent("tousu", []))
    for sign in KEYS:
        QTest.keyClick(palette.field, sign)
    assert palette.isVisible()
    assert (steps(shell), shell.window.page) == (before, page)
