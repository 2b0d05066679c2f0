"""Evidence dropped, pasted, picked, typed, linked; findings raised from the question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from auditapp.ops import evidence as evidence_ops
from auditapp.ui.pages.checklist.link_dialog import LinkDialog
from auditapp.ui.pages.checklist.note_dialog import NoteDialog

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.ui.checklist.conftest import Bench

HERE = "P01-7.2-04"
FULL = "P01-7.2-02"
"""The question with a note and two items."""
NO_BUTTON = Qt.MouseButton.NoButton
PLAIN = Qt.KeyboardModifier.NoModifier


def picture() -> QImage:
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    return image


def drop(bench: Bench, source: QMimeData) -> bool:
    """Drop something on the question pane as the window system does; says if it was taken."""
    pane = bench.page.frame.question
    at = QPointF(100, 100)
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(at.toPoint(), copy, source, NO_BUTTON, PLAIN)
    QApplication.sendEvent(pane, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(pane, QDropEvent(at, copy, source, NO_BUTTON, PLAIN))
    return True


def files(*paths: Path) -> QMimeData:
    source = QMimeData()
    source.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return source


@pytest.fixture
def clipboard() -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


def test_dropped_files_become_numbered_evidence(bench: Bench, tmp_path: Path) -> None:
    photo, sheet = tmp_path / "公示栏.png", tmp_path / "登记表.xlsx"
    picture().save(str(photo))
    sheet.write_bytes(b"not really a sheet")
    bench.go(HERE)
    assert drop(bench, files(photo, sheet))
    bench.bot.waitUntil(lambda: len(bench.evidence(HERE)) == 2)
    assert bench.evidence(HERE) == [
        ("photo", "E-HZ-LI003", "公示栏.png", "embedded"),
        ("file", "E-HZ-LI004", "登记表.xlsx", "embedded"),
    ]
    assert len(bench.page.frame.question.evidence.chips) == 2
    bench.press("z", Qt.KeyboardModifier.ControlModifier)
    assert bench.evidence(HERE) == [], "one drop is one gesture"


def test_what_was_dropped_belongs_to_the_question_it_was_dropped_on(
    bench: Bench, tmp_path: Path
) -> None:
    sheet = tmp_path / "a.csv"
    sheet.write_text("a,b")
    bench.go(HERE)
    drop(bench, files(sheet))
    bench.go("P01-7.2-05")
    bench.bot.waitUntil(lambda: len(bench.evidence(HERE)) == 1)
    assert bench.evidence("P01-7.2-05") == []


def test_an_audit_file_is_left_to_the_window(bench: Bench, tmp_path: Path) -> None:
    other = tmp_path / "other.audit"
    other.write_bytes(b"x")
    bench.go(HERE)
    pane = bench.page.frame.question
    source = files(other)
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, source, NO_BUTTON, PLAIN)
    QApplication.sendEvent(pane, enter)
    assert enter.isAccepted(), "the window opens it"
    assert not pane._dropping


def test_a_file_too_large_to_embed_is_linked(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence_ops, "MAX_EMBEDDED", 10)
    recording = tmp_path / "call.wav"
    recording.write_bytes(b"0123456789abcdef")
    bench.go(HERE)
    drop(bench, files(recording))
    bench.bot.waitUntil(lambda: len(bench.evidence(HERE)) == 1)
    assert bench.evidence(HERE)[0][2:] == ("call.wav", "linked")
    assert "linked" in bench.shell.window.toast.text


def test_a_picture_that_is_none_is_refused_and_the_rest_is_taken(
    bench: Bench, tmp_path: Path
) -> None:
    fake, good = tmp_path / "fake.png", tmp_path / "good.txt"
    fake.write_bytes(b"no picture")
    good.write_text("fine")
    refused: list[str] = []
    bench.shell.context.refused.disconnect(bench.shell.window.show_refusal)
    bench.shell.context.refused.connect(lambda error: refused.append(error.code))
    bench.go(HERE)
    drop(bench, files(fake, good))
    bench.bot.waitUntil(lambda: len(bench.evidence(HERE)) == 1)
    assert bench.evidence(HERE)[0][2] == "good.txt"
    assert refused == ["not_an_image"]


@pytest.mark.usefixtures("clipboard")
@pytest.mark.parametrize("inside_the_note", [False, True])
def test_a_pasted_picture_becomes_a_screenshot(bench: Bench, inside_the_note: bool) -> None:
    bench.go(HERE)
    QGuiApplication.clipboard().setImage(picture())
    if inside_the_note:
        bench.page.frame.question.ui.note_edit.setFocus()
    bench.press("v", Qt.KeyboardModifier.ControlModifier)
    bench.bot.waitUntil(lambda: len(bench.evidence(HERE)) == 1)
    assert bench.evidence(HERE)[0][0] == "screenshot"


@pytest.mark.usefixtures("clipboard")
def test_pasted_text_stays_text(bench: Bench) -> None:
    bench.go(HERE)
    QGuiApplication.clipboard().setText("as he said")
    bench.page.frame.question.ui.note_edit.setFocus()
    bench.press("v", Qt.KeyboardModifier.ControlModifier)
    bench.press(Qt.Key.Key_Escape)
    assert bench.answer(HERE)[3].endswith("as he said")
    assert bench.evidence(HERE) == []


def test_e_opens_the_menu_and_a_quick_note_becomes_evidence(bench: Bench) -> None:
    bench.go(HERE)
    bench.press("e")
    menu = bench.page.frame.question.evidence.menu
    assert menu.isVisible()
    for _ in range(3):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    dialog = bench.page.findChild(NoteDialog)
    assert dialog is not None
    dialog.accept()
    assert dialog.isVisible(), "without a record it stays"
    bench.bot.waitUntil(dialog.isActiveWindow)
    QTest.keyClicks(dialog.ui.body_edit, "Two agents write on paper first.")
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [row[0] for row in bench.evidence(HERE)] == ["note"]
    assert bench.rows("SELECT body FROM evidence ORDER BY number DESC LIMIT 1") == [
        ("Two agents write on paper first.",)
    ]


def test_one_item_supports_many_answers(bench: Bench) -> None:
    bench.go(HERE)
    bench.page.answering.link_evidence()
    dialog = bench.page.findChild(LinkDialog)
    assert dialog is not None
    dialog.search.setText("热线")
    bench.bot.waitUntil(lambda: dialog.ui.items_view.model().rowCount() == 1)
    bench.bot.mouseClick(
        dialog.ui.buttons.button(QDialogButtonBox.StandardButton.Ok), Qt.MouseButton.LeftButton
    )
    assert [row[1] for row in bench.evidence(HERE)] == ["E-HZ-LI002"]
    assert [row[1] for row in bench.evidence(FULL)] == ["E-HZ-LI001", "E-HZ-LI002"]


def test_a_chip_opens_its_item_and_delete_takes_it_off(bench: Bench) -> None:
    bench.go(FULL)
    places: list[object] = []
    bench.shell.context.place_requested.disconnect()
    bench.shell.context.place_requested.connect(places.append)
    chip = bench.page.frame.question.evidence.chips[0]
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert places[0].page == "evidence"
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert [row[1] for row in bench.evidence(FULL)] == ["E-HZ-LI002"]
    assert bench.rows("SELECT COUNT(*) FROM evidence") == [(2,)], "it stays in the register"
    bench.press("z", Qt.KeyboardModifier.ControlModifier)
    assert len(bench.evidence(FULL)) == 2
    assert len(bench.page.frame.question.evidence.chips) == 2


def test_f_raises_a_prefilled_finding_in_one_gesture(bench: Bench) -> None:
    bench.go(FULL)
    before = bench.steps()
    bench.press("f")
    assert bench.steps() == before + 1
    rows = bench.rows("SELECT id, number, grade, question_id, clause, state FROM finding")
    assert len(rows) == 1
    key = rows[0][0]
    assert rows[0][1:] == ("F-LI01", "minor", FULL, "7.2", "draft")
    texts = dict(bench.rows("SELECT field || '.' || lang, body FROM text WHERE owner_id = ?", key))
    assert texts["condition.zh"].startswith("抽查59件来电")
    assert texts["title.zh"] == "抽查59件来电，2件未登记（10月12日、10月19日）"
    assert "客户投诉管理办法" in texts["criterion.zh"]
    assert "recorded" in texts["criterion.en"]
    assert "E-HZ-LI001" in texts["evidence.zh"]
    cited = bench.rows("SELECT criterion_id FROM finding_criterion WHERE finding_id = ?", key)
    assert any(row[0] is not None for row in cited)
    linked = bench.rows("SELECT COUNT(*) FROM finding_evidence WHERE finding_id = ?", key)
    assert linked == [(2,)]
    assert "F-LI01" in bench.page.frame.question.findings.chips[0].accessibleName()


def test_the_toast_of_a_finding_opens_it(bench: Bench) -> None:
    places: list[object] = []
    bench.shell.context.place_requested.disconnect()
    bench.shell.context.place_requested.connect(places.append)
    bench.go(FULL)
    bench.press("f")
    bench.bot.mouseClick(bench.shell.window.toast._action, Qt.MouseButton.LeftButton)
    key = bench.rows("SELECT id FROM finding")[0][0]
    assert places[0].page == "findings"
    assert places[0].target.bytes == key


def test_under_guidance_the_finding_is_an_improvement(bench: Bench) -> None:
    bench.go("P01-4.4-01")
    bench.press("4")
    bench.press("f", Qt.KeyboardModifier.AltModifier)
    assert bench.rows("SELECT grade FROM finding") == [("improvement",)]


def test_raising_takes_along_what_is_being_typed(bench: Bench) -> None:
    bench.go(HERE)
    bench.press("3")
    note = bench.page.frame.question.ui.note_edit
    note.setFocus()
    note.selectAll()
    QTest.keyClicks(note, "One of ten is missing. Seen in the list.")
    bench.press("f", Qt.KeyboardModifier.AltModifier)
    texts = dict(
        bench.rows(
            "SELECT field || '.' || lang, body FROM text WHERE owner_id = (SELECT id FROM finding)"
        )
    )
    assert texts["condition.zh"] == "One of ten is missing. Seen in the list."
    assert texts["title.zh"] == "One of ten is missing"
