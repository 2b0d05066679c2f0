"""The test half of the tickets page over a small real population."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from auditapp.jobs.progress import Progress
from auditapp.ops import ticket_import, ticket_runs, tickets
from auditapp.ops.queries import ticket_board
from auditapp.tickets.populations import TicketFiles
from auditapp.tickets.reading.source import ReadOptions
from auditapp.tickets.rules.run import Request
from auditapp.ui.pages.tickets.testing.pane import TestPane
from tests.unit.tickets.population import made

if TYPE_CHECKING:
    import uuid
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from auditapp.ops.queries.ticket_rows import Board, BoardRow
    from auditapp.ui.app import Shell

CLOCK = "CF-02"
"""Closed within 56 calendar days."""
TICKETS = 700


class Stage:
    """The pane on a population of 700 tickets, and what the file says about it."""

    def __init__(self, shell: Shell, folder: Path, qtbot: QtBot) -> None:
        self.shell, self.qtbot = shell, qtbot
        self.context = shell.context
        self.audit = shell.context.audit
        self.files = TicketFiles(self.audit.path, self.audit.audit_id)
        self.body = made.rows(TICKETS)
        source = made.write(folder / "extract.csv", self.body)
        reader = ticket_import.source_reader(source, made.mapping(), ReadOptions())
        self.population = ticket_import.import_population(
            self.audit,
            self.files,
            ticket_import.ImportPlan(tickets.CardFacts(system="CRM"), (reader,)),
            actor=self.context.heading.actor,
            progress=Progress(),
        ).value
        self.pane = TestPane(self.context)
        qtbot.addWidget(self.pane)
        self.pane.resize(1240, 560)
        self.pane.retranslate()
        self.pane.show()

    def run(self, *rules: str) -> uuid.UUID:
        """Run rules as the program does, and show the board."""
        library = self.pane.shelf.library
        found = ticket_runs.run_rules(
            self.audit,
            self.files,
            self.population,
            [library.rule(name) for name in rules],
            library,
            Request(),
            actor=self.context.heading.actor,
            progress=Progress(),
        ).value
        self.refresh()
        return found

    def refresh(self) -> None:
        self.pane.refresh(self.population)

    def show(self, rule: str) -> None:
        """Choose a rule and wait for its exceptions."""
        self.pane.show_target(rule)
        self.settle()

    def settle(self) -> None:
        """Wait until no window of exceptions is asked for any more."""
        model = self.pane.result.exceptions.model
        self.qtbot.waitUntil(
            lambda: (
                not self.context.jobs.jobs and (not model.rowCount() or model.row_of(0) is not None)
            )
        )

    @property
    def board(self) -> Board:
        day = date(2026, 11, 23)
        return ticket_board.board(self.audit, self.population, today=day, files=self.files)

    def row(self, rule: str) -> BoardRow:
        return next(row for row in self.board.rows if row.rule_id == rule)

    def late(self, days: int = 56) -> list[list[str]]:
        """Rows of the source that were closed more than so many days after receipt."""
        return [
            row
            for row in self.body
            if (date.fromisoformat(row[4][:10]) - date.fromisoformat(row[3][:10])).days > days
        ]


@pytest.fixture
def stage(open_shell: Shell, tmp_path: Path, qtbot: QtBot) -> Stage:
    return Stage(open_shell, tmp_path, qtbot)
