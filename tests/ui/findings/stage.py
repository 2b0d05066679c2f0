"""The example audit in a window, for the tests of evidence, findings and actions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialogButtonBox,
    QLineEdit,
    QPlainTextEdit,
)

from auditapp.ops.example import ExampleSource, build_example
from auditapp.ops.queries import actions, evidence, findings, plan
from auditapp.ops.queries.content import PackShelf
from auditapp.packs.library import load_library
from auditapp.settings import LanguageChoice, Person
from tests.ui.conftest import SETTINGS

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from auditapp.domain.vocabulary import Lang
    from auditapp.ui.app import Shell

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example audit, built once."""
    path = tmp_path_factory.mktemp("example") / "example.audit"
    script = ROOT / "checklists" / "examples" / "telecom-branch.yaml"
    font = ROOT / "resources" / "fonts" / "NotoSansSC-Regular.ttf"
    build_example(path, load_library(ROOT / "checklists"), ExampleSource(script, font))
    return path


@pytest.fixture
def as_person(
    make_shell: Callable[..., Shell], example: Path, tmp_path: Path
) -> Callable[..., Shell]:
    """Opens a copy of the example as a person (by code) on a page."""

    def open_as(code: str, page: str, language: LanguageChoice = LanguageChoice.EN) -> Shell:
        path = tmp_path / "审核 example.audit"
        path.write_bytes(example.read_bytes())
        me = Person(name=code, code=code)
        shell = make_shell(settings=replace(SETTINGS, me=me, language=language))
        shell.window.open_file(path)
        shell.window.show_page(page)
        return shell

    return open_as


class Truth:
    """What the open file holds, read by the queries."""

    def __init__(self, shell: Shell) -> None:
        self.audit = shell.context.audit
        self.shelf = PackShelf(self.audit)
        self.today = self.audit.now().astimezone().date()

    def finding(self, number: str) -> findings.FindingDetail:
        """A finding by its working number."""
        wanted = findings.FindingFilter(withdrawn=True)
        rows = findings.finding_list(self.audit, today=self.today, wanted=wanted)
        row = next(row for row in rows if row.record.number == number)
        return self.finding_by_id(row.id)

    def finding_by_id(self, key: UUID) -> findings.FindingDetail:
        return findings.finding_detail(self.audit, self.shelf, key, today=self.today)

    def action(self, number: str) -> actions.ActionDetail:
        """An action by its number."""
        rows = actions.action_list(self.audit, today=self.today)
        row = next(row for row in rows if row.number == number)
        return actions.action_detail(self.audit, row.id, today=self.today)

    def evidence(self, number: str) -> evidence.EvidenceDetail:
        """An item by its number, withdrawn or not."""
        rows = evidence.evidence_list(self.audit) + evidence.evidence_list(
            self.audit, evidence.EvidenceFilter(withdrawn=True)
        )
        row = next(row for row in rows if row.number == number)
        return evidence.evidence_detail(self.audit, row.id)

    def newest(self) -> evidence.EvidenceDetail:
        """The item that was added last."""
        rows = evidence.evidence_list(self.audit)
        row = max(rows, key=lambda row: row.record.added_at)
        return evidence.evidence_detail(self.audit, row.id)

    def main(self) -> Lang:
        return plan.frame(self.audit).main_lang


def dialog_of(parent: Any, kind: type[Any]) -> Any:
    """The one open dialog of a kind below a widget."""
    found = [dialog for dialog in parent.findChildren(kind) if dialog.isVisible()]
    assert len(found) == 1
    return found[0]


def say_yes(dialog: Any) -> None:
    """Press the dialog's first button."""
    button = dialog._ui.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert button.isEnabled()
    button.click()


def unnamed(page: Any) -> list[Any]:
    """The shown controls that a screen reader could not name."""
    found: list[Any] = []
    for kind in (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit):
        for widget in page.findChildren(kind):
            inner = isinstance(widget.parent(), QLineEdit)
            named = widget.accessibleName() or getattr(widget, "text", str)()
            if widget.isVisibleTo(page) and not inner and not named:
                found.append(widget)
    return found
