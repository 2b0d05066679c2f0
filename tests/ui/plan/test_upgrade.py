"""A newer version of a pack: found, shown, decided, taken as one step that can be undone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from auditapp.domain.vocabulary import Result
from auditapp.ops import answers
from auditapp.ops.queries import plan as queries
from auditapp.ops.upgrade import Decision
from auditapp.packs.upgrade import Fate
from auditapp.ui.pages.plan.page import PlanPage
from auditapp.ui.pages.plan.upgrade_dialog import UpgradeDialog
from tests.ui.checklist.stage import Stage, build_stage

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from auditapp.packs.content import Library, Pack
    from auditapp.store.audit_file import AuditFile
    from auditapp.ui.app import Shell

KEEP, AGAIN, NEW = "P02-4-01", "P02-4-02", "P02-4-03"


def older(pack: Pack) -> Pack:
    """The pack as an earlier version: two ratings other, one question missing, one that went."""
    changed = []
    for question in pack.questions:
        if question.id in (KEEP, AGAIN):
            measure = replace(question.rating.measure, zh="旧", en="old")
            changed.append(replace(question, rating=replace(question.rating, measure=measure)))
        elif question.id == NEW:
            changed.append(replace(question, id="P02-4-99"))
        else:
            changed.append(question)
    return replace(pack, questions=tuple(changed), version=pack.version - 1)


@pytest.fixture(scope="module")
def old_audit(tmp_path_factory: pytest.TempPathFactory, shelf: Library) -> bytes:
    def answer(audit: AuditFile, stage: Stage) -> None:
        for question in (KEEP, AGAIN):
            op = answers.set_result(
                question_id=question, unit_id=stage.units["HZ"], result=Result.CONFORMING
            )
            audit.run(op, actor=stage.people["LI"])

    pack = next(pack for pack in shelf.packs if pack.id == "P02")
    path = tmp_path_factory.mktemp("upgrade") / "old.audit"
    build_stage(path, packs=[older(pack)], shelf=shelf, units=("HZ",), more=answer)
    return path.read_bytes()


@pytest.fixture
def old_page(shell: Shell, old_audit: bytes, tmp_path: Path, qtbot: QtBot) -> PlanPage:
    path = tmp_path / "old.audit"
    path.write_bytes(old_audit)
    shell.window.open_file(path)
    shell.window.show_page("plan")
    page = shell.window.page
    assert isinstance(page, PlanPage)
    page.show_part("packs")
    qtbot.waitUntil(page.packs.upgrading.button.isVisible, timeout=30_000)
    return page


def versions(page: PlanPage) -> list[int]:
    rows = queries.packs(page.context.audit, page.desk.shelf)
    return [row.version for row in rows if not row.withdrawn]


def results(page: PlanPage) -> dict[str, str | None]:
    with page.context.audit.raw_read() as connection:
        return dict(connection.execute("SELECT question_id, result FROM answer").fetchall())


def open_dialog(page: PlanPage) -> UpgradeDialog:
    page.packs.upgrading.button.click()
    dialog = page.window().findChild(UpgradeDialog)
    assert dialog is not None
    return dialog


def test_nothing_is_upgraded_before_all_is_decided(old_page: PlanPage) -> None:
    dialog = open_dialog(old_page)
    assert "2" in dialog.ui.open_label.text()
    assert not dialog.ok_button.isEnabled()
    dialog.decide(KEEP, Decision.KEEP)
    assert not dialog.ok_button.isEnabled()
    dialog.decide(AGAIN, Decision.REOPEN)
    assert dialog.ok_button.isEnabled()
    dialog.reject()
    assert results(old_page)[KEEP] == "conforming"


def test_an_upgrade_is_one_step_and_undo_brings_all_back(old_page: PlanPage) -> None:
    before = versions(old_page)
    dialog = open_dialog(old_page)
    dialog.decide(KEEP, Decision.KEEP)
    dialog.decide(AGAIN, Decision.REOPEN)
    dialog.ok_button.click()
    assert versions(old_page) == [before[0] + 1]
    assert results(old_page) == {KEEP: "conforming", AGAIN: None}
    assert not old_page.packs.upgrading.button.isVisible()
    old_page.context.undo()
    assert versions(old_page) == before
    assert results(old_page) == {KEEP: "conforming", AGAIN: "conforming"}
    assert old_page.packs.upgrading.button.isVisible()


def test_each_kind_of_change_has_its_list(old_page: PlanPage) -> None:
    dialog = open_dialog(old_page)
    said = {}
    for number, fate in enumerate(
        (Fate.RATING_CHANGED, Fate.CHANGED, Fate.NEW, Fate.DROPPED, Fate.KEPT)
    ):
        dialog.views.segments[number].click()
        said[fate] = [line.id for line in dialog.model.lines]
    assert said[Fate.RATING_CHANGED] == [KEEP, AGAIN]
    assert said[Fate.NEW] == [NEW]
    assert said[Fate.DROPPED] == ["P02-4-99"]
    assert said[Fate.CHANGED] == []
    assert len(said[Fate.KEPT]) > 10
    dialog.reject()
