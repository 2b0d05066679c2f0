"""Typing into a field that saves itself: what is typed is kept, what is taken back is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit
from sqlalchemy import select

from auditapp.ops import answers
from auditapp.store.models import Answer, Unit
from auditapp.ui.autosave import Autosave

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from auditapp.store.audit_file import AuditFile
    from auditapp.ui.app import Shell


class Field:
    """A note field bound to the answer Q-1 in a unit; in NB it is not there yet."""

    def __init__(self, shell: Shell, code: str) -> None:
        self.context = shell.context
        audit = shell.context.audit
        query = select(Unit.id).where(Unit.code == code)
        self.unit = audit.read(lambda session: session.scalars(query).one())
        self.cell = answers.note_cell(audit.audit_id, "Q-1", self.unit)
        self.edit = QLineEdit(shell.window)
        self.autosave = Autosave(shell.context, self.edit, commit=self._commit, draft=self._draft)

    def _commit(self, text: str) -> None:
        op = answers.set_note(question_id="Q-1", unit_id=self.unit, note=text)
        self.context.perform(op)

    def _draft(self, text: str) -> None:
        self.context.audit.save_draft(self.cell, text, actor=self.context.heading.actor)

    def drafts(self) -> list[str]:
        with self.context.audit.raw_read() as connection:
            return [row[0] for row in connection.execute("SELECT text FROM draft").fetchall()]

    def note(self) -> str | None:
        return note_of(self.context.audit, self.cell.row_id)


def note_of(audit: AuditFile, row_id: object) -> str | None:
    row = audit.read(lambda session: session.get(Answer, row_id))
    return None if row is None else row.note


@pytest.fixture(params=["HZ", "NB"])
def field(open_shell: Shell, request: pytest.FixtureRequest) -> Field:
    return Field(open_shell, request.param)


def test_typed_text_is_a_draft_first_and_a_step_when_the_field_is_left(
    field: Field, qtbot: QtBot
) -> None:
    qtbot.keyClicks(field.edit, "two agents")
    qtbot.waitUntil(lambda: field.drafts() == ["two agents"], timeout=3000)
    assert field.note() is None
    field.autosave.flush()
    assert field.note() == "two agents"
    assert field.drafts() == []


def test_text_typed_and_taken_back_does_not_come_back(field: Field, qtbot: QtBot) -> None:
    qtbot.keyClicks(field.edit, "wrong")
    qtbot.waitUntil(lambda: field.drafts() == ["wrong"], timeout=3000)
    field.edit.clear()
    field.autosave.flush()
    field.context.audit.flush_drafts()
    assert field.note() is None
    assert field.context.audit.undo_op(field.context.heading.actor) != "answer.set_note"
