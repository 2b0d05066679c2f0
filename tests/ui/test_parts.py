"""Widgets, forms, translations, themes, crash reports, autosave."""

from __future__ import annotations

import ast
import re
import sys
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit

from auditapp.devtools import translations
from auditapp.devtools.forms import SOURCES, faults
from auditapp.devtools.tools import ROOT, parse_xml
from auditapp.domain.vocabulary import Result
from auditapp.settings import LanguageChoice, Person, ThemeChoice
from auditapp.ui.autosave import Autosave
from auditapp.ui.crash import CrashReporter
from auditapp.ui.dialogs.about import AboutDialog
from auditapp.ui.dialogs.message import MessageDialog
from auditapp.ui.dialogs.settings import SettingsDialog
from auditapp.ui.selftest import look_at_everything
from auditapp.ui.theme import Token, read_colours
from auditapp.ui.widgets.inputs import SearchField, SegmentedButtons
from auditapp.ui.widgets.labels import ElidedLabel, ResultBadge, token_of
from auditapp.ui.widgets.table import Column, RowsModel, RowTable

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from auditapp.ui.app import Shell, Start

UI = ROOT / "auditapp" / "ui"


# -- forms and translations -----------------------------------------------------------------------


@pytest.mark.parametrize("form", sorted(SOURCES.glob("*.ui")), ids=lambda form: form.stem)
def test_forms_keep_the_rules(form: Path) -> None:
    assert faults(form) == []


def test_every_string_is_translated_in_both_languages() -> None:
    assert translations.check() == []


def test_no_string_is_put_together_before_it_is_translated() -> None:
    wrong = []
    for path in UI.rglob("*.py"):
        if "_gen" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                first = {"tr": 0, "translate": 1}.get(node.func.attr)
                if first is None or len(node.args) <= first:
                    continue
                if not isinstance(node.args[first], ast.Constant):
                    wrong.append(f"{path.name}:{node.lineno}")
    assert wrong == []


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{\w+\}|%n", text))


def test_placeholders_are_the_same_in_the_translation() -> None:
    wrong = []
    for message in parse_xml(translations.ts_file("zh")).getroot().iter("message"):
        source = message.findtext("source", "")
        target = "".join(message.find("translation").itertext())  # type: ignore[union-attr]
        if target.strip() and set(re.findall(r"\{\w+\}|%n", source)) != set(
            re.findall(r"\{\w+\}|%n", target)
        ):
            wrong.append(source)
    assert wrong == []


@pytest.mark.parametrize("language", [LanguageChoice.ZH, LanguageChoice.EN])
def test_every_dialog_opens_in_every_language(shell: Shell, language: LanguageChoice) -> None:
    shell.context.change_settings(language=language)
    dialogs: list[QDialog] = [
        SettingsDialog(shell.context, shell.window),
        AboutDialog(shell.window),
        MessageDialog(shell.context.icons, shell.window),
    ]
    for dialog in dialogs:
        dialog.show()
        assert dialog.grab().width() > 200
        dialog.close()


def test_the_selftest_loads_every_form_icon_theme_and_translation(shell: Shell) -> None:
    looks = look_at_everything(shell)
    assert [look.name for look in looks] == [
        "forms",
        "icons",
        "themes",
        "translations",
        "window",
    ]
    assert [look for look in looks if not look.ok] == []


# -- theme ----------------------------------------------------------------------------------------


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_text_colour_passes_wcag_aa(name: str) -> None:
    colours = read_colours(ROOT / "resources" / "themes" / f"{name}.toml").by_token
    results: list[Token] = [token_of(result) for result in Result]
    pairs: list[tuple[Token, Token]] = [
        *(
            (ink, back)
            for ink in ("text", "muted", "accent", *results)
            for back in ("surface", "ground")
        ),
        *((result, f"{result}_soft") for result in results),
        ("on_accent", "accent"),
        ("text", "hover"),
        ("text", "selection"),
        ("muted", "selection"),
        ("accent", "accent_soft"),
        ("on_toast", "toast"),
        ("toast_action", "toast"),
    ]
    poor = {
        (ink, back): round(contrast(colours[ink], colours[back]), 2)
        for ink, back in pairs
        if contrast(colours[ink], colours[back]) < 4.5
    }
    assert poor == {}


# -- widgets --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Row:
    id: int
    name: str
    size: int


ROWS = (Row(1, "b", 10), Row(2, "a", 9), Row(3, "c", 100))


def make_table(qtbot: QtBot) -> RowTable[Row]:
    columns = (
        Column[Row](lambda: "Name", lambda row: row.name, stretch=True),
        Column[Row](lambda: "Size", lambda row: str(row.size), sort=lambda row: row.size),
    )
    table = RowTable(RowsModel(columns, lambda row: row.id))
    qtbot.addWidget(table)
    table.rows.set_rows(ROWS)
    return table


def shown(table: RowTable[Row]) -> list[int]:
    model = table.rows
    rows = [model.row_at(model.index(number, 0)) for number in range(model.rowCount())]
    return [row.id for row in rows if row is not None]


def test_a_table_sorts_by_value_not_by_text(qtbot: QtBot) -> None:
    table = make_table(qtbot)
    assert shown(table) == [1, 2, 3]
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert shown(table) == [2, 1, 3]
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert shown(table) == [3, 1, 2]


def test_a_table_keeps_the_chosen_row_when_rows_are_read_again(qtbot: QtBot) -> None:
    table = make_table(qtbot)
    assert table.choose(2)
    table.rows.set_rows([Row(9, "z", 1), *ROWS])
    assert table.current_row == ROWS[1]
    table.rows.set_filter(lambda row: row.id != 2)
    assert shown(table) == [9, 1, 3]
    assert not table.choose(2)


def test_segments_choose_one_and_setting_does_not_tell(shell: Shell, qtbot: QtBot) -> None:
    buttons = SegmentedButtons(shell.theme, 3)
    qtbot.addWidget(buttons)
    told: list[int] = []
    buttons.chosen.connect(told.append)
    buttons.current = 2
    assert (buttons.current, told) == (2, [])
    qtbot.mouseClick(buttons.segments[0], Qt.MouseButton.LeftButton)
    assert (buttons.current, told) == (0, [0])
    buttons.current = None
    assert buttons.current is None


def test_a_search_field_says_its_words_once_and_esc_clears(shell: Shell, qtbot: QtBot) -> None:
    field = SearchField(shell.context.icons)
    qtbot.addWidget(field)
    said: list[str] = []
    field.searched.connect(said.append)
    qtbot.keyClicks(field, " ab ")
    qtbot.waitUntil(lambda: said == ["ab"])
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert said == ["ab", ""]


def test_an_elided_label_shows_its_whole_text_as_tooltip_only_when_cut(qtbot: QtBot) -> None:
    label = ElidedLabel("审核发现 and a long text that does not fit")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    assert label.text().endswith("…")
    assert label.toolTip() == label.full_text
    label.resize(900, 20)
    assert label.text() == label.full_text
    assert label.toolTip() == ""


def test_a_badge_says_its_result_in_words(shell: Shell, qtbot: QtBot) -> None:
    badge = ResultBadge(shell.theme)
    qtbot.addWidget(badge)
    badge.show_member(Result.MAJOR, shell.context.texts)
    assert badge.accessibleName() == "Major nonconformity"
    assert badge.sizeHint().width() > badge.fontMetrics().horizontalAdvance("Major nonconformity")


# -- settings dialog ------------------------------------------------------------------------------


def test_the_settings_dialog_applies_language_theme_and_person(shell: Shell, qtbot: QtBot) -> None:
    dialog = SettingsDialog(shell.context, shell.window)
    combos = {"language_combo": LanguageChoice.ZH, "theme_combo": ThemeChoice.DARK}
    for name, choice in combos.items():
        combo = dialog.findChild(object, name)
        combo.setCurrentIndex(combo.findData(choice.value))  # type: ignore[attr-defined]
    for name, text in {"name_edit": "王某", "code_edit": "wm"}.items():
        edit = dialog.findChild(QLineEdit, name)
        assert isinstance(edit, QLineEdit)
        edit.clear()
        edit.setText(text)
    dialog.findChild(object, "buttons").accepted.emit()  # type: ignore[attr-defined]
    settings = shell.context.settings
    assert settings.me == Person("王某", "WM")
    assert (settings.language, settings.theme) == (LanguageChoice.ZH, ThemeChoice.DARK)
    assert shell.theme.is_dark
    assert shell.window.home.tr("Recent audits") == "最近的审核"


def test_the_settings_dialog_wants_both_name_and_code(shell: Shell) -> None:
    dialog = SettingsDialog(shell.context, shell.window)
    edit = dialog.findChild(QLineEdit, "code_edit")
    assert isinstance(edit, QLineEdit)
    edit.clear()
    before = shell.context.settings
    dialog.findChild(object, "buttons").accepted.emit()  # type: ignore[attr-defined]
    assert shell.context.settings == before
    dialog.close()


# -- crash reports --------------------------------------------------------------------------------

MARKER = "王某-13800000000"


def fail_with_client_data() -> None:
    customer = MARKER
    raise ValueError(f"cannot read {customer}")


def test_a_crash_report_holds_places_and_no_client_data(tmp_path: Path, qtbot: QtBot) -> None:
    reporter = CrashReporter(tmp_path / "logs" / "crash.log")
    reporter.install()
    try:
        with qtbot.waitSignal(reporter.crashed) as caught:
            try:
                fail_with_client_data()
            except ValueError as error:
                sys.excepthook(ValueError, error, error.__traceback__)
    finally:
        reporter.uninstall()
    assert caught.args is not None
    report = caught.args[0]
    assert "ValueError" in report
    assert "fail_with_client_data" in report
    written = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "logs").iterdir())
    assert "fail_with_client_data" in written
    assert MARKER not in report + written


def test_a_failing_thread_is_reported_too(tmp_path: Path, qtbot: QtBot) -> None:
    reporter = CrashReporter(tmp_path / "crash.log")
    reporter.install()
    try:
        with qtbot.waitSignal(reporter.crashed) as caught:
            thread = threading.Thread(target=fail_with_client_data)
            thread.start()
            thread.join()
    finally:
        reporter.uninstall()
    assert caught.args is not None
    assert MARKER not in caught.args[0]


def test_what_the_last_run_left_is_shown_once(tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "crash.log"
    file.write_text("Fatal Python error: Segmentation fault\n")
    assert "Segmentation" in CrashReporter(file).take_earlier()
    assert CrashReporter(file).take_earlier() == ""


def test_the_window_shows_what_the_last_run_left(
    make_shell: object, start: Start, qtbot: QtBot
) -> None:
    start.user.logs.mkdir(parents=True)
    start.user.crash_file.write_text("Fatal Python error: Aborted")
    shell: Shell = make_shell(watch_crashes=True)  # type: ignore[operator]
    qtbot.waitUntil(lambda: shell.window.findChild(MessageDialog) is not None)
    dialog = shell.window.findChild(MessageDialog)
    assert isinstance(dialog, MessageDialog)
    assert dialog.report == "Fatal Python error: Aborted"
    dialog.close()


# -- autosave -------------------------------------------------------------------------------------


def test_typing_that_does_not_pause_is_kept_all_the_same(open_shell: Shell, qtbot: QtBot) -> None:
    edit = QLineEdit()
    qtbot.addWidget(edit)
    drafts: list[str] = []
    saver = Autosave(open_shell.context, edit, commit=drafts.append, draft=drafts.append)
    typist = QTimer(edit)
    typist.timeout.connect(lambda: edit.insert("x"))
    typist.start(100)
    qtbot.waitUntil(lambda: bool(drafts), timeout=3000)
    assert typist.isActive()
    assert saver.is_pending
    assert set(drafts[0]) == {"x"}


def test_typed_text_is_a_draft_first_and_a_step_when_left(open_shell: Shell, qtbot: QtBot) -> None:
    edit = QPlainTextEdit(open_shell.window)
    edit.show()
    drafts: list[str] = []
    steps: list[str] = []
    saver = Autosave(open_shell.context, edit, commit=steps.append, draft=drafts.append)
    saver.load("before")
    edit.setFocus()
    edit.setPlainText("typed")
    qtbot.waitUntil(lambda: drafts == ["typed"], timeout=3000)
    assert steps == []
    open_shell.window.header.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    open_shell.window.header.setFocus()
    assert steps == ["typed"]
    assert not saver.is_pending


def test_typed_text_is_a_step_before_undo_and_before_another_row(open_shell: Shell) -> None:
    edit = QLineEdit(open_shell.window)
    steps: list[str] = []
    saver = Autosave(open_shell.context, edit, commit=steps.append)
    edit.setText("one")
    open_shell.context.undo()
    assert steps == ["one"]
    edit.setText("two")
    saver.load("other row")
    assert steps == ["one", "two"]
    saver.flush()
    assert steps == ["one", "two"]
