"""The report page: pages as they print, files as they are written, signing as it is stored."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox

from auditapp.domain.vocabulary import AuditState, Lang, Result, SignOffStage, Stage
from auditapp.ops import answers, findings
from auditapp.ui.pages.records.asking import AskDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QAbstractButton

    from auditapp.ui.widgets.table import RowTable
    from tests.ui.report.conftest import Bench

R = TypeVar("R")


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def shown(table: RowTable[R]) -> list[R]:
    """The rows that a table shows."""
    model = table.rows
    found = [model.row_at(model.index(number, 0)) for number in range(model.rowCount())]
    return [row for row in found if row is not None]


def text_of(path: Path) -> str:
    """All text of a PDF."""
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def answer_yes(bench: Bench) -> None:
    dialog = next(it for it in bench.page.findChildren(AskDialog) if it.isVisible())
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    click(buttons.button(QDialogButtonBox.StandardButton.Ok))


def export(bench: Bench) -> None:
    done: list[object] = []
    bench.page.export_run.ended.connect(done.append)
    click(bench.page.options.ui.export_button)
    for dialog in bench.page.findChildren(AskDialog):
        if dialog.isVisible():
            answer_yes(bench)
    bench.bot.waitUntil(lambda: bool(done), timeout=30_000)


def test_the_first_page_is_shown_and_the_pages_are_counted(bench: Bench) -> None:
    bench.wait_for_page(1)
    total = bench.page.pages.total
    assert total is not None
    assert total > 10
    assert not bench.page.pages.ui.page_label.pixmap().isNull()
    assert str(total) in bench.page.pages.ui.total_label.text()


def test_keys_and_buttons_turn_the_pages(bench: Bench) -> None:
    bench.wait_for_page(1)
    bench.page.setFocus()
    QTest.keyClick(bench.page, Qt.Key.Key_PageDown)
    bench.wait_for_page(2)
    click(bench.page.pages.ui.next_button)
    bench.wait_for_page(3)
    bench.page.pages.ui.page_spin.setValue(9999)
    last = bench.page.pages.total
    bench.wait_for_page(last)
    assert not bench.page.pages.ui.next_button.isEnabled()
    bench.page.setFocus()
    QTest.keyClick(bench.page, Qt.Key.Key_Home)
    bench.wait_for_page(1)


def test_zooming_asks_for_a_wider_picture(bench: Bench) -> None:
    bench.wait_for_page(1)
    before = _width(bench)
    click(bench.page.pages.ui.larger_button)
    bench.bot.waitUntil(lambda: _width(bench) > before, timeout=30_000)
    click(bench.page.pages.ui.fit_button)
    bench.bot.waitUntil(lambda: _width(bench) == before, timeout=30_000)


def _width(bench: Bench) -> int:
    picture = bench.page.pages.picture
    assert picture is not None
    pixmap = QPixmap()
    pixmap.loadFromData(picture.png, "PNG")
    return pixmap.width()


def test_another_language_makes_other_pages(bench: Bench) -> None:
    bench.wait_for_page(1)
    before = bench.page.pages.picture
    click(bench.page.options.langs.segments[0])
    bench.wait_for_page(1)
    after = bench.page.pages.picture
    assert before is not None
    assert after is not None
    assert after.png != before.png
    assert bench.shell.context.settings.report.language.value == "zh"


def test_the_latest_request_wins(bench: Bench) -> None:
    for segment in (0, 2, 1, 2):
        click(bench.page.options.langs.segments[segment])
    bench.wait_for_page(1)
    picture = bench.page.pages.picture
    assert picture is not None
    assert picture.draft.langs == (Lang.ZH, Lang.EN)


def test_a_change_of_data_is_seen(bench: Bench) -> None:
    bench.wait_for_page(1)
    before = bench.page.draft
    gaps = bench.page.gaps.blocking
    row = next(it for it in shown(bench.page.gaps.table) if it.code == "not_answered")
    assert row.pair is not None
    op = answers.set_result(question_id=row.pair[0], unit_id=row.pair[1], result=Result.IMPROVEMENT)
    bench.shell.context.perform(op)
    bench.wait_for_page()
    assert bench.page.draft is not before
    assert bench.page.gaps.blocking == gaps - 1


def test_both_files_are_written_masked(bench: Bench) -> None:
    click(bench.page.options.langs.segments[0])
    export(bench)
    names = sorted(path.name for path in bench.folder.iterdir())
    assert names == ["审核-register.xlsx", "审核-report.pdf"]
    assert zipfile.is_zipfile(bench.folder / names[0])
    assert "脱敏" in text_of(bench.folder / names[1])
    assert "未做脱敏" not in text_of(bench.folder / names[1])
    assert bench.page.options.open_buttons[2].isVisible()
    assert "审核-report.pdf" in bench.shell.window.toast.text


def test_unmasked_warns_and_is_not_remembered(bench: Bench) -> None:
    assert not bench.page.options.ui.warning_label.isVisible()
    click(bench.page.options.masking.segments[1])
    assert bench.page.options.ui.warning_label.isVisible()
    click(bench.page.options.ui.register_check)
    bench.page.options.ui.name_edit.setText("open")
    export(bench)
    assert [path.name for path in bench.folder.iterdir()] == ["open-report.pdf"]
    text = text_of(bench.folder / "open-report.pdf")
    assert bench.shell.context.texts.say("report.unmasked_banner") in " ".join(text.split())
    assert bench.shell.context.settings.report.masked


def test_files_that_are_there_are_replaced_only_after_a_yes(bench: Bench) -> None:
    old = bench.folder / "审核-report.pdf"
    old.write_bytes(b"old")
    click(bench.page.options.ui.register_check)
    click(bench.page.options.ui.export_button)
    assert old.read_bytes() == b"old"
    assert not bench.page.export_run.runs
    export(bench)
    assert old.read_bytes()[:5] == b"%PDF-"


def test_a_folder_that_is_gone_is_said_in_one_sentence(bench: Bench) -> None:
    refused: list[object] = []
    bench.shell.context.refused.connect(refused.append)
    bench.folder.rmdir()
    export(bench)
    assert [getattr(error, "code", "") for error in refused] == ["export_unwritable"]
    assert bench.page.options.ui.export_button.isEnabled()


def test_a_cancelled_export_leaves_what_was_there(bench: Bench) -> None:
    bench.wait_for_page(1)
    ended: list[tuple[Path, ...]] = []
    bench.page.export_run.ended.connect(ended.append)
    bench.page.export()
    bench.page.export_run.cancel()
    bench.bot.waitUntil(lambda: bool(ended), timeout=30_000)
    assert ended == [()]
    assert list(bench.folder.iterdir()) == []


def test_what_is_missing_leads_to_its_place(bench: Bench) -> None:
    table = bench.page.gaps.table
    row = next(it for it in shown(table) if it.pair is not None)
    table.choose(table.rows.row_id(row))
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    window = bench.shell.window
    assert window.page is not bench.page
    assert type(window.page).__name__ == "ChecklistPage"
    assert window.page.desk.pair == row.pair


def test_warnings_are_shown_when_wanted_and_stages_narrow(bench: Bench) -> None:
    pane = bench.page.gaps
    assert all(row.blocks for row in shown(pane.table))
    few = len(shown(pane.table))
    click(pane.warnings)
    assert len(shown(pane.table)) > few
    pane.stage_combo.setCurrentIndex(pane.stage_combo.findData(Stage.ISSUE.value))
    assert {row.stage for row in shown(pane.table)} == {Stage.ISSUE}


def test_a_missing_text_stops_the_export_and_leads_to_its_finding(bench: Bench) -> None:
    finding = UUID(bytes=bench.rows("SELECT id FROM finding ORDER BY number LIMIT 1")[0][0])
    bench.shell.context.perform(findings.set_finding_text(finding, "consequence", {Lang.EN: None}))
    bench.wait_for_page(1)
    rows = shown(bench.page.texts_pane.table)
    assert [(row.owner, row.field, row.lang) for row in rows] == [
        ("finding", "consequence", Lang.EN)
    ]
    refused: list[object] = []
    bench.shell.context.refused.connect(refused.append)
    export(bench)
    assert [getattr(error, "code", "") for error in refused] == ["report_texts_missing"]
    click(bench.page.options.ui.main_check)
    export(bench)
    assert len(list(bench.folder.iterdir())) == 2
    bench.page.show_part("texts")
    row = rows[0]
    bench.page.texts_pane.table.choose(row)
    bench.page.texts_pane.table.setFocus()
    QTest.keyClick(bench.page.texts_pane.table, Qt.Key.Key_Return)
    assert type(bench.shell.window.page).__name__ == "FindingsPage"
    assert bench.shell.window.page.view.shown == finding


def test_the_conclusion_is_written_here(bench: Bench) -> None:
    bench.page.show_target("conclusion")
    editor = bench.page.conclusion.fields["conclusion", Lang.EN].editor
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, "It works.")
    bench.page.show_part("sign")
    found = bench.rows("SELECT body FROM text WHERE field = 'conclusion' AND lang = 'en'")
    assert found == [("It works.",)]


def test_signing_is_stored_and_says_when_it_was_edited_after(bench: Bench) -> None:
    bench.page.show_part("sign")
    pane = bench.page.signing_pane
    click(pane.signs[SignOffStage.SIGNED_OFF])
    query = "SELECT stage, withdrawn FROM sign_off WHERE stage = 'signed_off'"
    assert bench.rows(query) == [("signed_off", 0)]
    click(pane.signs[SignOffStage.SIGNED_OFF])
    assert bench.rows(query) == [("signed_off", 1)]
    click(pane.signs[SignOffStage.SIGNED_OFF])
    bench.page.show_target("conclusion")
    editor = bench.page.conclusion.fields["conclusion", Lang.ZH].editor
    editor.setFocus()
    QTest.keyClicks(editor, "x")
    bench.page.show_part("sign")
    assert pane.signs[SignOffStage.SIGNED_OFF].text() == "Sign again"


def test_issuing_needs_what_is_missing_and_the_steps_lead_on(bench: Bench) -> None:
    bench.page.show_part("sign")
    pane = bench.page.signing_pane
    click(pane.steps[AuditState.REPORTING])
    assert bench.rows("SELECT state FROM audit") == [("reporting",)]
    issue = pane.steps[AuditState.ISSUED]
    assert not issue.isEnabled()
    assert pane.ui.needs_label.isVisible()
    click(pane.steps[AuditState.FIELDWORK])
    assert bench.rows("SELECT state FROM audit") == [("fieldwork",)]


def test_final_numbers_are_the_leaders(open_bench: Callable[..., Bench]) -> None:
    bench = open_bench()
    bench.page.show_part("sign")
    click(bench.page.signing_pane.ui.number_button)
    missing = "SELECT COUNT(*) FROM finding WHERE final_number IS NULL AND state != 'withdrawn'"
    assert bench.rows(missing) == [(0,)]
    assert not bench.page.signing_pane.ui.number_button.isVisible()


def test_an_auditor_cannot_number(open_bench: Callable[..., Bench]) -> None:
    bench = open_bench(me="LZ")
    bench.page.show_part("sign")
    assert not bench.page.signing_pane.ui.number_button.isEnabled()


@pytest.mark.parametrize("word", ["export", "conclusion"])
def test_the_palette_knows_the_page(bench: Bench, word: str) -> None:
    titles = [item.title for item in bench.page.palette_items(word)]
    assert any(word in title.lower() for title in titles)
