"""The pack manager: read and search all packs, tailor a copy, save versions, send and receive."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton

from auditapp.domain.vocabulary import Lang, Sector
from auditapp.packs import own_packs
from auditapp.packs.foreign import ColumnRole
from auditapp.packs.upgrade import Fate
from auditapp.paths import user_paths
from auditapp.ui.pages.packs.arriving import ArrivalDialog, WorkbookDialog
from auditapp.ui.pages.packs.comparing import CompareDialog
from auditapp.ui.pages.packs.details import DetailsDialog
from auditapp.ui.pages.packs.fields import NumberField, TextsField
from auditapp.ui.pages.packs.foreign_dialog import ForeignDialog
from auditapp.ui.pages.packs.question_tree import QUESTION
from auditapp.ui.pages.packs.window import PacksWindow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import TypeVar

    from pytestqt.qtbot import QtBot

    from auditapp.packs.source import PackSource
    from auditapp.ui.app import Shell
    from auditapp.ui.pages.packs.bench import Bench
    from auditapp.ui.pages.packs.editing import Deed

    D = TypeVar("D", bound=QDialog)

CSV = """Clause,Question,Guidance
7.1,Is every complaint recorded?,Compare calls with the register
7.2,Is the customer told the number?,Listen to five calls
7.2,Is the customer told the number?,Again
"""


def settle(shell: Shell, window: PacksWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.is_ready and not shell.context.jobs.jobs, timeout=30_000)


def dialog(kind: type[D], qtbot: QtBot) -> D:
    def shown() -> list[D]:
        return [
            it for it in QApplication.topLevelWidgets() if isinstance(it, kind) and it.isVisible()
        ]

    qtbot.waitUntil(lambda: bool(shown()), timeout=20_000)
    return shown()[-1]


@pytest.fixture
def window(shell: Shell, qtbot: QtBot) -> PacksWindow:
    QTest.keyClick(shell.window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    found = shell.window.findChild(PacksWindow)
    assert found is not None
    settle(shell, found, qtbot)
    return found


@pytest.fixture
def own(shell: Shell, window: PacksWindow, qtbot: QtBot) -> Bench:
    """A copy of P02 with the id HQ1, on the bench."""
    window.bench.packs.choose("P02")
    QTest.mouseClick(window.bench.pane.copy_button, Qt.MouseButton.LeftButton)
    asked = dialog(DetailsDialog, qtbot)
    lines = asked.findChildren(QLineEdit)
    lines[0].setText("HQ1")
    QTest.mouseClick(asked.yes, Qt.MouseButton.LeftButton)
    settle(shell, window, qtbot)
    assert window.bench.packs.entry is not None
    assert window.bench.packs.entry.id == "HQ1"
    return window.bench


def texts(bench: Bench, path: str) -> TextsField:
    form = bench.detail.form
    assert form is not None
    field = form.fields[path]
    assert isinstance(field, TextsField)
    return field


def write(bench: Bench, path: str, lang: Lang, words: str) -> None:
    edit = texts(bench, path).edits[lang]
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, words)


def on_disk(pack_id: str) -> PackSource:
    found = {it.id: it.source for it in own_packs.list_own(user_paths().checklists)}[pack_id]
    assert found is not None
    return found


def shown(bench: Bench) -> Sequence[str]:
    return bench.pane.tree.question_ids


def do(bench: Bench, deed: Deed) -> None:
    bench.pane.bar.wanted.emit(deed)


# -- reading ----------------------------------------------------------------------------------


def test_home_opens_it_and_all_packs_are_there(shell: Shell, qtbot: QtBot) -> None:
    buttons = shell.window.home.findChildren(QPushButton)
    tool = next(it for it in buttons if it.text() == "Packs")
    QTest.mouseClick(tool, Qt.MouseButton.LeftButton)
    window = shell.window.findChild(PacksWindow)
    assert window is not None
    settle(shell, window, qtbot)
    library = shell.context.services.load_library()
    assert window.bench.packs.model.rowCount() == len(library.packs)
    assert not shell.context.is_open


def test_a_question_is_read_in_full_in_both_languages(window: PacksWindow, shell: Shell) -> None:
    bench = window.bench
    assert bench.packs.choose("P01")
    library = shell.context.services.load_library()
    question = library.pack("P01").questions[3]
    bench.pane.tree.choose((QUESTION, question.id))
    said = bench.detail.text.toPlainText()
    for text in (question.q, question.ask, question.negative_test, question.rating.measure):
        assert text.en in said
        assert text.zh in said
    for points in (question.look_for, question.evidence):
        assert all(it in said for it in (*points.en, *points.zh))
    assert all(band.text.zh in said for band in question.rating.bands)
    assert not bench.pane.bar.isVisible()
    assert not bench.detail.is_editing


def test_search_finds_chinese_and_english_in_all_packs(window: PacksWindow, qtbot: QtBot) -> None:
    bench = window.bench
    field = bench.packs.search
    field.setText("录音")
    qtbot.waitUntil(lambda: bench.packs.hits is not None)
    hits = bench.packs.hits
    assert hits is not None
    assert len(hits) > 3
    entry = bench.packs.entry
    assert entry is not None
    assert set(shown(bench)) == hits[entry.id]
    field.setText("zzzz")
    qtbot.waitUntil(lambda: bench.packs.model.rowCount() == 0)
    assert shown(bench) == ()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert bench.packs.model.rowCount() > 5


def test_sectors_and_owner_narrow_the_packs(own: Bench) -> None:
    packs = own.packs
    menu = packs.owners.menu()
    assert menu is not None
    next(it for it in menu.actions() if it.text() == "My own").trigger()
    assert packs.model.rowCount() == 1
    next(it for it in menu.actions() if it.text() == "My own").trigger()
    everything = packs.model.rowCount()
    bank = own._context.texts.enum(Sector.BANK)
    sectors = packs.sectors.menu()
    assert sectors is not None
    next(it for it in sectors.actions() if it.text() == bank).trigger()
    assert 1 < packs.model.rowCount() < everything


# -- tailoring --------------------------------------------------------------------------------


def test_rewording_is_saved_as_the_next_version(own: Bench, shell: Shell, qtbot: QtBot) -> None:
    window = own.window()
    assert isinstance(window, PacksWindow)
    name = shown(own)[0]
    own.pane.tree.choose((QUESTION, name))
    write(own, "q", Lang.EN, "Is every complaint written down on the day it arrives?")
    assert own.pane.bar.save.isEnabled()
    assert on_disk("HQ1").version == 1
    QTest.mouseClick(own.pane.bar.save, Qt.MouseButton.LeftButton)
    settle(shell, window, qtbot)
    saved = on_disk("HQ1")
    assert saved.version == 2
    question = saved.question(name)
    assert question is not None
    assert question["q"]["en"] == "Is every complaint written down on the day it arrives?"
    assert own_packs.versions(user_paths().checklists, "HQ1") == (1, 2)
    assert not own.pane.bar.save.isEnabled()
    assert shell.context.services.load_library().pack("HQ1").version == 2


def test_typing_is_one_step_and_can_be_undone(own: Bench) -> None:
    name = shown(own)[0]
    own.pane.tree.choose((QUESTION, name))
    work = own.work
    assert work is not None
    before = work.source
    write(own, "q", Lang.EN, "Abc def")
    assert work.is_changed
    do(own, "undo")
    assert work.source == before
    assert not work.can_undo
    do(own, "redo")
    assert texts(own, "q").edits[Lang.EN].toPlainText() == "Abc def"


def test_switch_off_reorder_and_reweight(own: Bench) -> None:
    first, second = shown(own)[:2]
    own.pane.tree.choose((QUESTION, first))
    do(own, "down")
    assert shown(own)[:2] == (second, first)
    do(own, "off")
    work = own.work
    assert work is not None
    moved = work.source.question(first)
    assert moved is not None
    assert moved["off"] is True
    form = own.detail.form
    assert form is not None
    weight = form.fields["weight"]
    assert isinstance(weight, NumberField)
    weight.spin.setValue(1 if weight.spin.value() != 1 else 2)
    moved = work.source.question(first)
    assert moved is not None
    assert moved["weight"] == weight.spin.value()


def test_a_fault_leads_to_its_field(own: Bench, qtbot: QtBot) -> None:
    name, other = shown(own)[:2]
    own.pane.tree.choose((QUESTION, name))
    texts(own, "negative_test").edits[Lang.ZH].clear()
    qtbot.waitUntil(own.pane.problems.isVisible)
    fault = own.pane.problems.faults[0]
    assert fault.question_id == name
    assert fault.key.startswith("negative_test")
    own.pane.tree.choose((QUESTION, other))
    do(own, "save")
    assert on_disk("HQ1").version == 1
    own.pane.problems.table.row_opened.emit(fault)
    assert own.pane.tree.node == (QUESTION, name)
    assert own.window().focusWidget() is texts(own, "negative_test").edits[Lang.ZH]


def test_a_new_question_can_be_deleted_an_old_one_only_switched_off(own: Bench) -> None:
    window = own.window()
    assert isinstance(window, PacksWindow)
    old = shown(own)[0]
    own.pane.tree.choose((QUESTION, old))
    do(own, "remove")
    assert old in shown(own)
    assert "Switch it off" in window.said.text()
    do(own, "add_question")
    node = own.pane.tree.node
    assert node is not None
    assert node[1] not in {old, ""}
    assert len(shown(own)) == 31
    do(own, "remove")
    assert len(shown(own)) == 30


def test_what_a_model_locks_cannot_be_changed_in_its_copy(
    own: Bench, shell: Shell, qtbot: QtBot
) -> None:
    window = own.window()
    assert isinstance(window, PacksWindow)
    name = shown(own)[0]
    own.pane.tree.choose((QUESTION, name))
    do(own, "lock")
    picked = QApplication.activeModalWidget()
    assert isinstance(picked, QDialog)
    picked.picked.emit(frozenset({"q", "off"}))  # type: ignore[attr-defined]
    picked.reject()
    do(own, "save")
    settle(shell, window, qtbot)
    QTest.mouseClick(own.pane.copy_button, Qt.MouseButton.LeftButton)
    asked = dialog(DetailsDialog, qtbot)
    QTest.mouseClick(asked.yes, Qt.MouseButton.LeftButton)
    settle(shell, window, qtbot)
    assert own.packs.entry is not None
    assert own.packs.entry.id != "HQ1"
    own.pane.tree.choose((QUESTION, shown(own)[0]))
    assert not texts(own, "q").edits[Lang.EN].isEnabled()
    assert texts(own, "ask").edits[Lang.EN].isEnabled()
    do(own, "off")
    assert "locked" in window.said.text()


def test_what_is_not_saved_is_there_again_in_the_next_window(
    own: Bench, shell: Shell, qtbot: QtBot
) -> None:
    window = own.window()
    assert isinstance(window, PacksWindow)
    name = shown(own)[0]
    own.pane.tree.choose((QUESTION, name))
    write(own, "ask", Lang.EN, "What happened first?")
    window.close()
    window.setParent(None)
    window.deleteLater()
    again = PacksWindow(shell.context, shell.window)
    again.ask("HQ1")
    settle(shell, again, qtbot)
    work = again.bench.work
    assert work is not None
    assert work.is_changed
    question = work.source.question(name)
    assert question is not None
    assert question["ask"]["en"] == "What happened first?"
    assert on_disk("HQ1").version == 1


def test_two_versions_are_compared(own: Bench, shell: Shell, qtbot: QtBot) -> None:
    window = own.window()
    assert isinstance(window, PacksWindow)
    name = shown(own)[0]
    own.pane.tree.choose((QUESTION, name))
    write(own, "q", Lang.EN, "Is the first new wording there?")
    do(own, "save")
    settle(shell, window, qtbot)
    own.pane.deeds["compare"].trigger()
    compared = dialog(CompareDialog, qtbot)
    assert compared.diff is not None
    assert [it.id for it in compared.diff.of(Fate.CHANGED)] == [name]
    assert "+ Is the first new wording there?" in compared.text.toPlainText()
    assert compared.model.rowCount() == 1
    last = compared.old_combo.count() - 1
    compared.old_combo.setCurrentIndex(last)
    compared.old_combo.activated.emit(last)
    assert "the model" in compared.old_combo.currentText()
    assert [it.id for it in compared.diff.of(Fate.CHANGED)] == [name]
    compared.close()


# -- files ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "suffix"), [("excel", ".xlsx"), ("bundle", ".yaml")])
def test_a_pack_goes_out_and_comes_back(
    window: PacksWindow, shell: Shell, qtbot: QtBot, tmp_path: Path, kind: str, suffix: str
) -> None:
    bench = window.bench
    bench.packs.choose("P03")
    entry = bench.packs.entry
    assert entry is not None
    target = tmp_path / f"P03{suffix}"
    window.transfer.write(bench.collection, entry, bench.source, target, kind)
    settle(shell, window, qtbot)
    assert target.stat().st_size > 1_000
    window.transfer.read(target)
    kinds: type[ArrivalDialog | WorkbookDialog]
    kinds = WorkbookDialog if kind == "excel" else ArrivalDialog
    arriving = dialog(kinds, qtbot)
    assert arriving.id_edit.text() == "P03X"
    QTest.mouseClick(arriving.yes, Qt.MouseButton.LeftButton)
    settle(shell, window, qtbot)
    saved = on_disk("P03X")
    assert len(saved.questions) == len(shell.context.services.load_library().pack("P03").questions)


def test_a_damaged_bundle_says_so_and_writes_nothing(
    window: PacksWindow, shell: Shell, qtbot: QtBot, tmp_path: Path
) -> None:
    bad = tmp_path / "x.yaml"
    bad.write_text("pack: [", encoding="utf-8")
    window.transfer.read(bad)
    settle(shell, window, qtbot)
    assert window.said.text()
    assert window.said.property("role") == "problem"
    assert own_packs.list_own(user_paths().checklists) == ()


def test_a_foreign_checklist_is_mapped_previewed_and_kept_as_a_draft(
    window: PacksWindow, shell: Shell, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "theirs.csv"
    file.write_text(CSV, encoding="utf-8")
    window.transfer.read(file)
    foreign = dialog(ForeignDialog, qtbot)
    assert foreign.mapping.columns == {
        0: ColumnRole.CLAUSE,
        1: ColumnRole.QUESTION,
        2: ColumnRole.GUIDANCE,
    }
    assert foreign.preview is not None
    assert len(foreign.preview.rows) == 2
    assert [it.row for it in foreign.preview.refused] == [4]
    assert "Is every complaint recorded?" in foreign.text.toPlainText()
    combo = foreign.roles[1]
    combo.setCurrentIndex(0)
    combo.activated.emit(0)
    assert foreign.preview is None
    assert not foreign.yes.isEnabled()
    assert foreign.problem.isVisible()
    combo.setCurrentIndex(combo.findData(ColumnRole.QUESTION.value))
    combo.activated.emit(combo.currentIndex())
    QTest.mouseClick(foreign.yes, Qt.MouseButton.LeftButton)
    settle(shell, window, qtbot)
    saved = on_disk("THEIRS")
    assert saved.draft
    assert len(saved.questions) == 2
    bench = window.bench
    assert "draft" in bench.pane.facts.text()
    bench.pane.tree.choose((QUESTION, shown(bench)[0]))
    bench.detail.switch_mode()
    assert "Still missing" in bench.detail.text.toPlainText()
    assert "Question (Chinese)" in bench.detail.text.toPlainText()
