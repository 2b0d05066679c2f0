"""Questions that come and go with answers and facts, and what other packs ask about the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QUrl

from auditapp.domain.selection import LeftOutReason
from auditapp.domain.vocabulary import Result
from auditapp.ops import answers, selection
from auditapp.packs.conditions import AnswerTest
from auditapp.ui.pages.plan.page import PlanPage
from auditapp.ui.pages.plan.questions_pane import NOT_ASKED
from tests.ui.checklist.stage import Stage, build_stage, library

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from auditapp.store.audit_file import AuditFile
    from tests.ui.checklist.conftest import Bench

FIRST, SECOND, THIRD = "P01-7.2-01", "P01-7.2-02", "P01-7.2-03"
HERE, THERE = "P01-5.3-01", "P02-5-01"


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """P01 with a question that waits for the one before it, and P02, in two units."""
    shelf = library()
    pack = shelf.pack("P01")
    waiting = AnswerTest(FIRST, (Result.MINOR, Result.MAJOR, Result.IMPROVEMENT))
    listed = tuple(
        replace(it, shown_if=waiting) if it.id == SECOND else it for it in pack.questions
    )

    def answer(audit: AuditFile, made: Stage) -> None:
        op = answers.set_result(
            question_id=THERE, unit_id=made.units["HZ"], result=Result.NOT_CONCLUSIVE
        )
        audit.run(op, actor=made.people["LI"])

    path = tmp_path_factory.mktemp("conditions") / "conditions.audit"
    packs = [replace(pack, questions=listed), shelf.pack("P02")]
    return build_stage(path, packs=packs, shelf=shelf, units=("HZ", "NB"), more=answer)


@pytest.fixture
def bench(open_bench: Callable[..., Bench], stage: Stage) -> Bench:
    return open_bench(stage)


def is_listed(bench: Bench, question: str, unit: str = "HZ") -> bool:
    return bench.pair(question, unit) in bench.page.desk.listing.rows


def foot(bench: Bench) -> Any:
    return bench.page.frame.clauses.ui.not_asked_button


def test_an_answer_makes_a_question_go_and_come_back(bench: Bench) -> None:
    bench.go(FIRST)
    assert is_listed(bench, SECOND)
    bench.press("1")
    assert not is_listed(bench, SECOND)
    assert is_listed(bench, SECOND, "NB")
    assert bench.page.desk.pair == bench.pair(THIRD)
    bench.go(FIRST)
    bench.press("2")
    assert is_listed(bench, SECOND)
    assert bench.answer(FIRST)[0] == "improvement"


def test_undo_of_the_answer_brings_the_question_back(bench: Bench) -> None:
    bench.go(FIRST)
    bench.press("1")
    assert not is_listed(bench, SECOND)
    bench.shell.context.undo()
    assert is_listed(bench, SECOND)


def test_the_foot_says_how_many_are_not_asked_and_leads_there(bench: Bench) -> None:
    before = 0 if foot(bench).isHidden() else int(foot(bench).text().split()[-1])
    unit = bench.stage.units["HZ"]
    op = selection.leave_out([THIRD], unit, reason=LeftOutReason.LOW_RISK)
    bench.shell.context.perform(op)
    assert not is_listed(bench, THIRD)
    assert int(foot(bench).text().split()[-1]) == before + 1
    foot(bench).click()
    page = bench.shell.window.page
    assert isinstance(page, PlanPage)
    assert page.current == "selection"
    assert page.selection.questions.views.current == NOT_ASKED


def test_going_to_a_question_that_is_not_asked_says_why(bench: Bench) -> None:
    unit = bench.stage.units["HZ"]
    op = selection.leave_out([THIRD], unit, reason=LeftOutReason.LOW_RISK)
    bench.shell.context.perform(op)
    with bench.bot.waitSignal(bench.shell.context.noticed) as said:
        bench.page.show_target(bench.pair(THIRD))
    assert said.args is not None
    assert "Low risk" in said.args[0].text


def test_related_questions_stand_in_the_guidance_with_their_results(
    bench: Bench, qtbot: QtBot
) -> None:
    text = bench.page.frame.guidance.text
    bench.go(HERE)
    qtbot.waitUntil(lambda: THERE in text.toPlainText(), timeout=20_000)
    assert "Not conclusive HZ" in text.toPlainText()
    text.anchorClicked.emit(QUrl(f"question:{THERE}"))
    assert bench.page.desk.pair == bench.pair(THERE)
    assert HERE in text.toPlainText()
    assert "not answered there" in text.toPlainText()


def test_a_result_given_there_is_seen_here_at_once(bench: Bench, qtbot: QtBot) -> None:
    text = bench.page.frame.guidance.text
    bench.go(THERE)
    qtbot.waitUntil(lambda: HERE in text.toPlainText(), timeout=20_000)
    pair = next(it for it in bench.page.desk.listing.rows if it[0] == HERE)
    bench.page.show_target(pair)
    bench.press("1")
    bench.page.show_target(bench.pair(THERE))
    assert "Conforming HZ" in text.toPlainText()
