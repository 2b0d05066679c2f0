"""The checklist page in the real window, on an audit with the shipped P01 in three units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from auditapp.store.audit_file import AuditFile
from auditapp.ui.pages.checklist.page import ChecklistPage
from tests.ui.checklist.stage import Stage, build_stage, library, lived_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from auditapp.ops.queries.content import Pair
    from auditapp.ui.app import Shell


@dataclass
class Bench:
    """The page, the ids of the audit, and the file's own truth."""

    shell: Shell
    page: ChecklistPage
    stage: Stage
    path: Path
    bot: QtBot

    def pair(self, question: str, unit: str = "HZ") -> Pair:
        return question, self.stage.units[unit]

    def go(self, question: str, unit: str = "HZ") -> None:
        self.page.show_target(self.pair(question, unit))
        self.page.setFocus()
        assert self.page.desk.pair == self.pair(question, unit)

    def press(self, key: Qt.Key | str, modifier: Qt.KeyboardModifier | None = None) -> None:
        """A key where the focus is, as the system sends it."""
        target = self.shell.window.focusWidget() or self.page
        held = Qt.KeyboardModifier.NoModifier if modifier is None else modifier
        QTest.keyClick(target, key, held)

    def rows(self, query: str, *args: Any) -> list[Any]:
        """What stands in the file, read by itself."""
        with (
            AuditFile.open_for_reading(self.path) as audit,
            audit.raw_read() as connection,
        ):
            return connection.execute(query, args).fetchall()

    def answer(self, question: str, unit: str = "HZ") -> Any:
        """(result, fulfilment, reason, note) in the file, or None."""
        found = self.rows(
            "SELECT result, fulfilment, reason, note FROM answer"
            " WHERE question_id = ? AND unit_id = ?",
            question,
            self.stage.units[unit].bytes,
        )
        return found[0] if found else None

    def steps(self) -> int:
        return self.rows("SELECT COUNT(*) FROM step")[0][0]

    def evidence(self, question: str, unit: str = "HZ") -> list[Any]:
        """(kind, number, file name, storage) of the items that support an answer in the file."""
        return self.rows(
            "SELECT e.kind, e.number, e.file_name, e.storage FROM evidence e"
            " JOIN answer_evidence l ON l.evidence_id = e.id JOIN answer a ON a.id = l.answer_id"
            " WHERE a.question_id = ? AND a.unit_id = ? ORDER BY e.number",
            question,
            self.stage.units[unit].bytes,
        )


@pytest.fixture(scope="session")
def template_stage(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    shelf = library()
    path = tmp_path_factory.mktemp("stage") / "real.audit"
    return build_stage(path, packs=[shelf.pack("P01")], shelf=shelf, more=lived_in)


@pytest.fixture
def open_bench(
    make_shell: Callable[..., Shell], template_stage: Stage, tmp_path: Path, qtbot: QtBot
) -> Callable[..., Bench]:
    def open_one(stage: Stage = template_stage, unit: str | None = "HZ") -> Bench:
        path = tmp_path / "审核.audit"
        path.write_bytes(stage.path.read_bytes())
        shell = make_shell()
        shell.window.open_file(path)
        shell.window.show_page("checklist")
        page = shell.window.page
        assert isinstance(page, ChecklistPage)
        chosen: UUID | None = None if unit is None else stage.units[unit]
        shell.context.choose_unit(chosen)
        page.setFocus()
        return Bench(shell, page, stage, path, qtbot)

    return open_one


@pytest.fixture
def bench(open_bench: Callable[..., Bench]) -> Bench:
    return open_bench()
