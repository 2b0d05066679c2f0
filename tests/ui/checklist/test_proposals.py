"""A ticket test proposes an answer; the auditor takes it over by one key, or not."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from auditapp.domain.vocabulary import Result
from auditapp.jobs.progress import Progress
from auditapp.ops import ticket_import, ticket_runs, tickets
from auditapp.ops.queries import plan
from auditapp.ops.queries.question import question
from auditapp.ops.queries.tickets import populations
from auditapp.paths import shipped_paths
from auditapp.tickets.mapping import parse
from auditapp.tickets.populations import TicketFiles
from auditapp.tickets.reading.source import ReadOptions
from auditapp.tickets.rules.library import load_library
from auditapp.tickets.rules.run import Request
from auditapp.ui.pages.checklist.page import ChecklistPage
from tests.ui.findings.stage import as_person, example

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from auditapp.ui.app import Shell

__all__ = ["as_person", "example"]
HEAD = ("ticket_id", "received_at", "closed_at", "unit", "customer_accepts", "recourse_informed")
QUESTION = "P01-7.9-01"
RULE = "R-048"


def extract(path: Path, *, failing: int) -> Path:
    """40 tickets of HQ that nobody accepted; so many were not told of further routes."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(HEAD)
        for number in range(40):
            told = "no" if number < failing else "yes"
            writer.writerow(
                [f"T{number}", "2026-03-01 09:00", "2026-03-02 09:00", "HQ", "no", told]
            )
    return path


def run_rule(shell: Shell, folder: Path, *, failing: int) -> None:
    """Import the extract and run the rule."""
    audit, actor = shell.context.audit, shell.context.heading.actor
    files = TicketFiles(audit.path, audit.audit_id)
    mapping = parse([f"{name}={name}" for name in HEAD], HEAD)
    source = extract(folder / "extract.csv", failing=failing)
    reader = ticket_import.source_reader(source, mapping, ReadOptions())
    card = ticket_import.ImportPlan(tickets.CardFacts(system="CRM"), (reader,))
    population = ticket_import.import_population(
        audit, files, card, actor=actor, progress=Progress()
    ).value
    library = load_library(shipped_paths().checklists)
    outcome = ticket_runs.run_rules(
        audit, files, population, [library.rule(RULE)], library, Request(), actor=actor,
        progress=Progress(),
    )  # fmt: skip
    shell.context.announce(outcome)


def page_of(shell: Shell) -> ChecklistPage:
    (page,) = shell.window.findChildren(ChecklistPage)
    return page


def show_question(shell: Shell) -> ChecklistPage:
    page = page_of(shell)
    unit = next(it.id for it in plan.units(shell.context.audit) if it.code == "HQ")
    page.show_target((QUESTION, unit))
    return page


def stored(page: ChecklistPage) -> Result | None:
    view = page.desk.view
    assert view is not None
    assert page.desk.shelf is not None
    fresh = question(page.context.audit, page.desk.shelf, *view.asked.pair)
    return None if fresh.answer is None else fresh.answer.result


@pytest.fixture
def shell(as_person: Callable[..., Shell]) -> Shell:
    shell = as_person("LZ", "checklist")
    for row in populations(shell.context.audit):
        shell.context.perform(tickets.withdraw_population(row.id, "for this test"))
    return shell


def test_without_a_run_nothing_is_proposed(shell: Shell) -> None:
    page = show_question(shell)
    assert not page.frame.question.proposals.isVisible()


def test_a_run_shows_its_figures_under_the_note_and_is_taken_over(
    shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    page = show_question(shell)
    assert stored(page) is Result.CONFORMING
    run_rule(shell, tmp_path, failing=3)
    strip = page.frame.question.proposals
    assert strip.isVisible()
    line = strip.lines[0]
    assert line.show_button.text() == RULE
    assert "3 of 40 tickets fail" in line.words.text()
    assert "not established" in line.words.text()
    assert stored(page) is Result.CONFORMING  # nothing is answered by itself
    proposed = strip.shown[0].result
    assert proposed is Result.MINOR
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_A)
    assert stored(page) is proposed
    view = page.desk.view
    assert view is not None
    assert any(it.kind.value == "ticket" for it in view.evidence)
    assert not strip.lines[0].take_button.isEnabled()
    shell.context.undo()
    assert stored(page) is Result.CONFORMING


def test_what_agrees_needs_no_taking_over(shell: Shell, tmp_path: Path) -> None:
    page = show_question(shell)
    run_rule(shell, tmp_path, failing=0)
    line = page.frame.question.proposals.lines[0]
    assert line.isVisible()
    assert line.take_button.text() == "as answered"
    assert not line.take_button.isEnabled()


def test_the_strip_leads_to_the_result(shell: Shell, tmp_path: Path) -> None:
    page = show_question(shell)
    run_rule(shell, tmp_path, failing=3)
    strip = page.frame.question.proposals
    targets: list[object] = []
    shell.context.place_requested.connect(targets.append)
    strip.lines[0].show_button.click()
    (place,) = targets
    assert (place.page, place.target) == ("tickets", strip.shown[0].result_id)


def test_interview_shows_question_and_note_only(shell: Shell, tmp_path: Path) -> None:
    page = show_question(shell)
    run_rule(shell, tmp_path, failing=3)
    page.desk.toggle_interview()
    assert not page.frame.question.proposals.isVisible()
    page.desk.toggle_interview()
    assert page.frame.question.proposals.isVisible()
