"""The window on the tickets page of a small audit, and made extracts to import."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox

from auditapp.ops.queries.tickets import populations
from tests.unit.tickets.population import made

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from auditapp.ui.app import Shell

PASSPHRASE = "correct horse"  # noqa: S105  (a made one)


class Stage:
    """Acts on the page as a user would."""

    def __init__(self, shell: Shell, qtbot: QtBot) -> None:
        self.shell, self.qtbot = shell, qtbot
        shell.window.show_page("tickets")
        self.page: Any = shell.window.page

    @property
    def audit(self) -> Any:
        return self.shell.context.audit

    def idle(self) -> None:
        """Until every job has delivered."""
        self.qtbot.waitUntil(lambda: not self.shell.context.jobs.jobs, timeout=30_000)

    def take(self, path: Path) -> None:
        """Bring a file to the import step."""
        if self.page.step != "import":
            self.page.begin()
        self.page.source_pane.take_file(path)
        self.idle()

    def dialog(self, kind: type[QDialog]) -> Any:
        """The dialog that is in front."""
        found = [
            it for it in QApplication.topLevelWidgets() if isinstance(it, kind) and it.isVisible()
        ]
        assert found, f"no {kind.__name__}"
        return found[-1]

    def has_dialog(self, kind: type[QDialog]) -> bool:
        return any(isinstance(it, kind) and it.isVisible() for it in QApplication.topLevelWidgets())

    def accept(self, dialog: QDialog) -> None:
        buttons = dialog.findChild(QDialogButtonBox)
        assert buttons is not None
        buttons.button(QDialogButtonBox.StandardButton.Ok).click()

    def import_it(self) -> None:
        """Map as suggested and import, with a new key where there is none yet."""
        from auditapp.ui.pages.tickets.key_dialog import KeyDialog, Wish

        self.page.show_step("map")
        self.page.map_pane.import_button.click()
        if self.has_dialog(KeyDialog):
            dialog = self.dialog(KeyDialog)
            dialog._ui.pass_edit.setText(PASSPHRASE)
            if dialog.wish is Wish.MAKE:
                dialog._ui.again_edit.setText(PASSPHRASE)
            self.accept(dialog)
        self.idle()
        self.idle()

    def rows(self) -> Any:
        return populations(self.audit, self.page.shelf.files())


@pytest.fixture
def stage(open_shell: Shell, qtbot: QtBot) -> Stage:
    return Stage(open_shell, qtbot)


@pytest.fixture
def extract(tmp_path: Path) -> Path:
    """300 tickets but two, a repeated header and a total line."""
    body = made.rows(300, left_out=(40, 41))
    body.insert(7, list(made.HEAD))
    body.append(["合计", "298", *[""] * 7])
    return made.write(tmp_path / "投诉.csv", body)
