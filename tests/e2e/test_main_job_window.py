"""The whole main job through the real window: from the wizard to a verified, reopened file.

Widgets and keys only. What is asserted stands in the file, or in the files that were exported.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, cast

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from auditapp.domain.life import Need
from auditapp.domain.vocabulary import (
    ActionKind,
    ActionState,
    EvidenceKind,
    FindingState,
    Force,
    Grade,
    Lang,
    Result,
)
from auditapp.exchange.check import verify_file
from auditapp.ops.queries import actions, evidence, findings, overview
from auditapp.ops.queries import plan as plans
from auditapp.settings import LanguageChoice, ThemeChoice
from auditapp.store.audit_file import AuditFile
from auditapp.ui.dialogs.settings import SettingsDialog
from auditapp.ui.pages.new_audit.dialog import NewAuditDialog
from auditapp.ui.pages.records.stepping import StepDialog
from tests.ui import conftest as ui
from tests.ui.plan.typing import come_back, fill, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from auditapp.ui.app import Shell

qapp_args, compiled, start, make_shell = ui.qapp_args, ui.compiled, ui.start, ui.make_shell

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
QUESTION = "P01-7.2-03"
NOT_HERE = "P01-4.4-01"
TITLE = "Tel call not recorded"
CONDITION = "2 of 59 calls had no record. Caller Zhang San, 13812345678."
RULE = "客户投诉管理办法"


class Job:
    """The window as its user meets it: keys, clicks, fields; and the file beneath."""

    def __init__(self, shell: Shell, bot: QtBot) -> None:
        self.shell, self.bot = shell, bot

    @property
    def page(self) -> Any:
        return self.shell.window.page

    @property
    def audit(self) -> AuditFile:
        return self.shell.context.audit

    @property
    def today(self) -> date:
        return self.audit.now().astimezone().date()

    def press(self, key: Qt.Key | str, held: Qt.KeyboardModifier = PLAIN) -> None:
        """A key where the focus is."""
        QTest.keyClick(self.shell.window.focusWidget() or self.shell.window, key, held)

    def go(self, number: int) -> None:
        """To a page by its key."""
        self.press(str(number), CTRL)

    def find(self, words: str) -> None:
        """To anything, through the palette."""
        self.press("k", CTRL)
        palette = self.shell.window.palette_dialog
        assert palette is not None
        self.bot.keyClicks(palette.field, words)
        self.bot.keyClick(palette.field, Qt.Key.Key_Return)
        come_back(self.bot, self.shell.window)

    def dialog(self, kind: type[Any]) -> Any:
        """The open dialog of a kind."""
        found = [it for it in self.shell.window.findChildren(kind) if it.isVisible()]
        assert len(found) == 1
        return found[0]

    def rows(self, query: str, *args: Any) -> list[Any]:
        """What stands in the file, read by itself."""
        with (
            AuditFile.open_for_reading(self.audit.path) as audit,
            audit.raw_read() as connection,
        ):
            return connection.execute(query, args).fetchall()

    def answer(self, question: str) -> Any:
        """(result, reason, note) of a question in the first unit."""
        unit = self.shell.context.heading.units[0].id
        found = self.rows(
            "SELECT result, reason, note FROM answer WHERE question_id = ? AND unit_id = ?",
            question,
            unit.bytes,
        )
        return found[0] if found else None

    def finding(self, key: UUID) -> findings.FindingDetail:
        shelf = self.shell.context.shelf
        return findings.finding_detail(self.audit, shelf, key, today=self.today)

    def take(self, state: FindingState | ActionState, **brought: str) -> None:
        """Take a step by its button, filling in its dialog."""
        self.page.view.steps.buttons[state.value].click()
        dialog = self.dialog(StepDialog)
        for name, text in brought.items():
            editor = dialog.editors[Need(name)]
            editor.setFocus()
            write(self.bot, editor, text)
        assert not dialog.problem
        self.bot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
        come_back(self.bot, self.shell.window)


@pytest.fixture
def job(make_shell: Callable[..., Shell], qtbot: QtBot) -> Iterator[Job]:
    yield Job(make_shell(), qtbot)
    QGuiApplication.clipboard().clear()


def test_the_main_job(job: Job, make_shell: Callable[..., Shell], tmp_path: Path) -> None:
    path = tmp_path / "审核 branch.audit"
    plan_it(job, path)
    rule = add_a_rule(job)
    answer_by_keys(job, tmp_path)
    finding = raise_and_lead(job, rule)
    action = add_an_action(job, finding)
    undo_and_redo(job)
    switch_language_and_theme(job)
    figures = read_the_overview(job)
    export_everything(job, tmp_path / "out", finding)
    job.shell.window.close()
    assert not job.shell.context.is_open
    assert verify_file(path).ok
    again = Job(make_shell(settings=job.shell.context.settings), job.bot)
    again.shell.window.open_file(path)
    assert read_the_overview(again) == figures
    assert again.finding(finding).row.state is FindingState.ACCEPTED
    assert actions.action_detail(again.audit, action, today=again.today).record.due_on is not None
    again.press("z", CTRL)  # undo reaches back over the closing
    (state,) = again.rows("SELECT state FROM action")
    assert state[0] == ActionState.DRAFT
    again.press("y", CTRL)
    again.shell.window.close()
    assert verify_file(path).ok


def plan_it(job: Job, path: Path) -> None:
    job.press("n", CTRL)
    wizard = job.dialog(NewAuditDialog)
    job.bot.waitUntil(lambda: wizard.is_ready, timeout=20_000)
    ui_start = wizard.start.ui
    write(job.bot, ui_start.title_edit, "Branch audit")
    ui_start.second_combo.setCurrentIndex(1)
    ui_start.second_combo.activated.emit(1)
    fill(job.bot, ui_start.second_edit, "分公司审核")
    fill(job.bot, ui_start.file_edit, str(path))
    QTest.keyClick(wizard, Qt.Key.Key_PageDown, CTRL)
    QGuiApplication.clipboard().setText("HZ\t杭州\t分支机构\nNB\t宁波\t分支机构")
    QTest.keyClick(wizard.units.pane.grid, Qt.Key.Key_V, CTRL)
    QTest.keyClick(wizard, Qt.Key.Key_Return, CTRL)
    come_back(job.bot, job.shell.window)
    assert job.shell.context.audit.path == path
    assert {it.code for it in plans.units(job.audit)} >= {"HZ", "NB"}
    assert plans.frame(job.audit).texts["title"].get(Lang.ZH) == "分公司审核"
    assert job.rows("SELECT COUNT(*) FROM frozen_pack") == [(1,)]


def add_a_rule(job: Job) -> UUID:
    job.go(2)
    job.page.setFocus()
    job.press("5")
    assert job.page.current == "criteria"
    job.bot.mouseClick(job.page.criteria.new_button, Qt.MouseButton.LeftButton)
    form = job.page.criteria.rule_form
    fill(job.bot, form.ui.document_edit, RULE)
    fill(job.bot, form.ui.document_number_edit, "ZJ-012")
    fill(job.bot, form.ui.article_edit, "8")
    write(job.bot, form.ui.link_edit, "7.2")
    job.bot.keyClick(form.ui.link_edit, Qt.Key.Key_Return)
    job.page.setFocus()
    (rule,) = plans.criteria(job.audit, job.shell.context.shelf).own_rules
    assert (rule.document, rule.force, rule.clauses) == (RULE, Force.OWN_PROCEDURE, ("7.2",))
    return rule.id


def answer_by_keys(job: Job, folder: Path) -> None:
    job.go(3)
    unit = job.shell.context.heading.units[0]
    job.bot.keyClick(job.shell.window.header.units, Qt.Key.Key_Down)
    assert job.shell.context.unit == unit.id
    job.find("P01-7.2-01")
    job.press("1")
    assert job.answer("P01-7.2-01")[0] == Result.CONFORMING
    desk = job.page.desk
    assert desk.pair == ("P01-7.2-02", unit.id)
    job.find(NOT_HERE)
    job.press("5")
    write(job.bot, cast("Any", QApplication.focusWidget()), "No such channel here")
    job.press(Qt.Key.Key_Return)
    assert job.answer(NOT_HERE)[:2] == (Result.NOT_APPLICABLE, "No such channel here")
    assert desk.pair != (NOT_HERE, unit.id), "answered, it goes on"
    job.find(QUESTION)
    job.press("t")
    write(job.bot, job.page.frame.question.ui.note_edit, "2 of 59 calls, 漏登")
    job.press(Qt.Key.Key_Escape)
    job.press("3")
    assert job.answer(QUESTION) == (Result.MINOR, None, "2 of 59 calls, 漏登")
    photo = folder / "公示栏.png"
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    image.save(str(photo))
    drop(job.page.frame.question, photo)
    job.bot.waitUntil(lambda: len(evidence.evidence_list(job.audit)) == 1)
    QGuiApplication.clipboard().setImage(image.scaled(32, 32))
    job.press("v", CTRL)
    job.bot.waitUntil(lambda: len(evidence.evidence_list(job.audit)) == 2)
    kinds = {row.kind for row in evidence.evidence_list(job.audit)}
    assert kinds == {EvidenceKind.PHOTO, EvidenceKind.SCREENSHOT}


def drop(widget: Any, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    at, rest = QPointF(60, 60), (Qt.DropAction.CopyAction, mime, Qt.MouseButton.NoButton, PLAIN)
    QApplication.sendEvent(widget, QDragEnterEvent(at.toPoint(), *rest))
    QApplication.sendEvent(widget, QDropEvent(at, *rest))


def raise_and_lead(job: Job, rule: UUID) -> UUID:
    job.press("f")
    (row,) = findings.finding_list(job.audit, today=job.today)
    assert row.grade is Grade.MINOR
    job.bot.mouseClick(job.shell.window.toast._action, Qt.MouseButton.LeftButton)
    assert job.page.view.shown == row.id
    detail = job.finding(row.id)
    assert [cited.own_id for cited in detail.criteria if cited.own_id] == [rule]
    assert len(detail.evidence) == 2
    words = job.page.view.words.fields
    for name, text in (
        ("title", TITLE),
        ("condition", CONDITION),
        ("criterion", "Every complaint is recorded at once."),
        ("evidence", "Call list and register, 59 calls."),
        ("cause", "Nobody checks the list."),
        ("consequence", "Two customers were never answered."),
    ):
        editor = words[name].editors[False]
        editor.setFocus()
        editor.selectAll()
        write(job.bot, editor, text)
    for name, text in (("title", "来电未登记"), ("condition", "59件来电中2件未登记。")):
        editor = words[name].editors[True]
        editor.setFocus()
        write(job.bot, editor, text)
    words["title"].editors[False].setFocus()
    texts = job.finding(row.id).texts
    assert texts["condition"].get(Lang.EN) == CONDITION
    assert texts["title"].get(Lang.ZH) == "来电未登记"
    job.take(FindingState.FACTS_CONFIRMED, facts_role="Head of service", facts_how="Closing talk")
    job.take(FindingState.PRESENTED)
    job.take(FindingState.ACCEPTED)
    assert job.finding(row.id).row.state is FindingState.ACCEPTED
    return row.id


def add_an_action(job: Job, finding: UUID) -> UUID:
    add = job.page.view.ties.act[ActionKind.CORRECTIVE_ACTION]
    job.bot.mouseClick(add, Qt.MouseButton.LeftButton)
    (row,) = actions.action_list(job.audit, today=job.today)
    view = job.page.view
    assert view.shown == row.id
    editor = view.auditee.texts["description"].editors[False]
    editor.setFocus()
    write(job.bot, editor, "Compare call list and register weekly")
    view.auditee.owner.editor.setFocus()
    write(job.bot, view.auditee.owner.editor, "Head of service")
    due = job.today + timedelta(days=30)
    view.auditee.due.editor.setFocus()
    view.auditee.due.editor.selectAll()
    write(job.bot, view.auditee.due.editor, due.isoformat())
    job.press(Qt.Key.Key_Return)
    job.take(ActionState.ACCEPTED)
    detail = actions.action_detail(job.audit, row.id, today=job.today)
    assert detail.record.due_on == due
    assert detail.record.owner == "Head of service"
    assert detail.row.state is ActionState.ACCEPTED
    assert [it.id for it in job.finding(finding).actions] == [row.id]
    return row.id


def undo_and_redo(job: Job) -> None:
    steps = job.rows("SELECT COUNT(*) FROM step")[0][0]
    job.page.setFocus()
    job.press("z", CTRL)
    assert job.rows("SELECT state FROM action") == [(ActionState.DRAFT,)]
    job.press("z", CTRL | SHIFT)
    assert job.rows("SELECT state FROM action") == [(ActionState.ACCEPTED,)]
    assert job.rows("SELECT COUNT(*) FROM step")[0][0] == steps + 2  # undo is a step too


def switch_language_and_theme(job: Job) -> None:
    window = job.shell.window
    for language, theme, minor, colour in (
        (LanguageChoice.ZH, ThemeChoice.DARK, "审核发现", "#15191E"),
        (LanguageChoice.EN, ThemeChoice.LIGHT, "Findings", "#F5F7F9"),
    ):
        job.go(6)
        job.press(",", CTRL)
        dialog = job.dialog(SettingsDialog)
        for combo, choice in (
            (dialog._ui.language_combo, language),
            (dialog._ui.theme_combo, theme),
        ):
            combo.setFocus()
            while combo.currentData() != str(choice):
                before = combo.currentIndex()
                job.bot.keyClick(combo, Qt.Key.Key_Down)
                if combo.currentIndex() == before:
                    job.bot.keyClick(combo, Qt.Key.Key_Home)
        ok = dialog._ui.buttons.button(QDialogButtonBox.StandardButton.Ok)
        job.bot.mouseClick(ok, Qt.MouseButton.LeftButton)
        come_back(job.bot, window)
        assert job.page.list.title.text() == minor
        at = job.page.grab().toImage().pixelColor(2, 2).name().upper()
        assert at == colour


def read_the_overview(job: Job) -> tuple[str, str]:
    job.go(1)
    page = job.page
    found = overview.overview(job.audit, job.shell.context.shelf, today=job.today)
    texts = job.shell.context.texts
    assert page.progress_card.figure == texts.percent(found.progress.share)
    assert found.findings.count(Grade.MINOR) == 1
    assert page.actions_card.figure == "1"
    return page.progress_card.figure, page.conformity_card.figure


def export_everything(job: Job, folder: Path, finding: UUID) -> None:
    folder.mkdir()
    job.go(8)
    page = job.page
    options = page.options
    options.set_folder(folder)
    options.ui.main_check.setChecked(True)
    number = job.finding(finding).row.number
    for choice, title in ((0, "来电未登记"), (1, TITLE), (2, "来电未登记")):
        job.bot.mouseClick(options.langs.segments[choice], Qt.MouseButton.LeftButton)
        options.ui.name_edit.setText(f"run{choice}")
        with job.bot.waitSignal(page.export_run.ended, timeout=40_000) as ended:
            page.setFocus()
            job.press("e", CTRL)
        written = ended.args[0]
        assert {it.name for it in written} == {
            f"run{choice}-register.xlsx",
            f"run{choice}-report.pdf",
        }
        sheets = cells_of(folder / f"run{choice}-register.xlsx")
        assert any(number in row for row in sheets), "the finding stands in the register"
        said = " ".join(cell for row in sheets for cell in row)
        assert title in said
        assert "13812345678" not in said
        printed = words_of(folder / f"run{choice}-report.pdf")
        assert title in printed
        assert "13812345678" not in printed


def cells_of(path: Path) -> list[list[str]]:
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True)
    found = [
        [str(cell) for cell in row if cell is not None]
        for sheet in book.worksheets
        for row in sheet.iter_rows(values_only=True)
    ]
    book.close()
    return found


def words_of(path: Path) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    pages = [document[number].get_textpage().get_text_bounded() for number in range(len(document))]
    document.close()
    return "".join(pages).replace("\r\n", "").replace("\n", "")
