"""Evidence: list, filters, fields that save themselves, adding, linking, withdrawing, undo."""

from __future__ import annotations

import hashlib
import io
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QInputMethodEvent
from PySide6.QtWidgets import QApplication

from auditapp.domain.vocabulary import EvidenceKind, Lang, PersonalData, Storage
from auditapp.ops import evidence as ops
from auditapp.ops.queries import evidence_extra
from auditapp.ops.queries.evidence import EvidenceFilter, evidence_list
from auditapp.ui.pages.evidence.add_dialog import AddEvidenceDialog
from auditapp.ui.pages.records.asking import AskDialog, PickDialog
from tests.ui.findings.stage import Truth, dialog_of, say_yes, unnamed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from auditapp.ui.app import Shell

INTERVIEW, OBSERVED = "E-CC-LZ003", "E-CC-LZ001"


@pytest.fixture
def shell(as_person: Callable[..., Shell]) -> Shell:
    return as_person("LZ", "evidence")


@pytest.fixture
def page(shell: Shell) -> Any:
    return shell.window.page


def choose(page: Any, truth: Truth, number: str) -> None:
    assert page.list.table.choose(truth.evidence(number).row.id)


def numbers(page: Any) -> list[str]:
    model = page.list.model
    return [model.row_at(model.index(n, 0)).number for n in range(model.rowCount())]


def drop(page: Any, data: QMimeData) -> None:
    place, action, button = QPoint(40, 40), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    key = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, action, data, button, key)
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(page, QDropEvent(QPointF(place), action, data, button, key))


def photo(path: Path, size: tuple[int, int] = (3000, 2000)) -> Path:
    Image.new("RGB", size, (20, 90, 120)).save(path, "JPEG")
    return path


def test_the_list_shows_what_the_file_holds_and_sorts(page: Any, shell: Shell) -> None:
    stored = evidence_list(shell.context.audit)
    assert numbers(page) == [row.number for row in stored]
    page.list.table.sortByColumn(7, Qt.SortOrder.DescendingOrder)
    shown = [page.list.model.row_at(page.list.model.index(n, 0)) for n in range(3)]
    assert shown[0].obtained_on == max(row.obtained_on for row in stored)


def test_search_and_filters_narrow_the_list(qtbot: QtBot, page: Any, shell: Shell) -> None:
    qtbot.keyClick(page, "/")
    assert page.list.search.hasFocus()
    page.list.search.setText("hotline")
    qtbot.waitUntil(lambda: 0 < len(numbers(page)) < 10)
    page.list.search.clear()
    qtbot.waitUntil(lambda: len(numbers(page)) == 29)
    page.marks.choose(frozenset({PersonalData.YES}))
    page.marks.changed.emit()
    wanted = EvidenceFilter(personal_data=frozenset({PersonalData.YES}))
    assert numbers(page) == [row.number for row in evidence_list(shell.context.audit, wanted)]
    page.marks.choose(frozenset())
    qtbot.mouseClick(page.unused, Qt.MouseButton.LeftButton)
    assert numbers(page) == [
        row.number for row in evidence_list(shell.context.audit, EvidenceFilter(unused=True))
    ]


def test_a_search_without_hits_offers_to_show_all(qtbot: QtBot, page: Any) -> None:
    page.list.search.setText("zzzz nothing")
    qtbot.keyClick(page.list.search, Qt.Key.Key_Return)
    assert page.list.is_empty
    qtbot.mouseClick(page.list._show_all, Qt.MouseButton.LeftButton)
    assert len(numbers(page)) == 29


def test_a_field_saves_itself_when_left_and_undo_takes_it_back(
    qtbot: QtBot, page: Any, shell: Shell
) -> None:
    truth = Truth(shell)
    choose(page, truth, INTERVIEW)
    before = truth.evidence(INTERVIEW).row.record
    editor = page.pane.fields.lines["holder"].editor
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, "Archive room 3")
    assert truth.evidence(INTERVIEW).row.record.holder == before.holder
    page.list.table.setFocus()
    after = truth.evidence(INTERVIEW).row.record
    assert after.holder == "Archive room 3"
    assert after.role == before.role
    assert after.observed_at == before.observed_at
    qtbot.keyClick(page, "z", Qt.KeyboardModifier.ControlModifier)
    assert truth.evidence(INTERVIEW).row.record.holder == before.holder
    assert editor.text() == (before.holder or "")


def test_what_was_typed_belongs_to_the_item_it_was_typed_for(
    qtbot: QtBot, page: Any, shell: Shell
) -> None:
    truth = Truth(shell)
    choose(page, truth, OBSERVED)
    other = truth.evidence(INTERVIEW).row.record
    editor = page.pane.fields.lines["place"].editor
    editor.setFocus()
    editor.setText("Seat 12")
    choose(page, truth, INTERVIEW)
    assert truth.evidence(OBSERVED).row.record.place == "Seat 12"
    assert truth.evidence(INTERVIEW).row.record.place == other.place


def test_the_title_is_kept_in_both_languages_with_its_worth(
    qtbot: QtBot, page: Any, shell: Shell
) -> None:
    truth = Truth(shell)
    choose(page, truth, OBSERVED)
    qtbot.keyClick(page, Qt.Key.Key_F2)
    main = page.pane.fields.title.editors[False]
    assert main.hasFocus()
    QApplication.sendEvent(main, preedit("热线"))
    QApplication.sendEvent(main, commit("热线旁听"))
    page.list.table.setFocus()
    title = truth.evidence(OBSERVED).row.title
    assert title.get(Lang.ZH) == "热线旁听"
    assert Lang.EN in title.outdated
    assert "outdated" in page.pane.fields.title._marks[True].text()


def preedit(text: str) -> QInputMethodEvent:
    return QInputMethodEvent(text, [])


def commit(text: str) -> QInputMethodEvent:
    event = QInputMethodEvent()
    event.setCommitString(text)
    return event


def test_marks_reliability_and_days(qtbot: QtBot, page: Any, shell: Shell) -> None:
    truth = Truth(shell)
    choose(page, truth, OBSERVED)
    fields = page.pane.fields
    qtbot.mouseClick(fields.mark.segments[2], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(fields.reliability.segments[0], Qt.MouseButton.LeftButton)
    fields.obtained.editor.setText("2026/10/07")
    qtbot.keyClick(fields.obtained.editor, Qt.Key.Key_Return)
    record = truth.evidence(OBSERVED).row.record
    assert record.personal_data is PersonalData.YES
    assert record.reliability == 1
    assert record.obtained_on is not None
    assert record.obtained_on.isoformat() == "2026-10-07"


def test_a_day_that_is_none_is_refused_and_the_stored_one_comes_back(
    qtbot: QtBot, page: Any, shell: Shell
) -> None:
    truth = Truth(shell)
    choose(page, truth, OBSERVED)
    stored = truth.evidence(OBSERVED).row.record.obtained_on
    editor = page.pane.fields.obtained.editor
    editor.setText("31.31.2026")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert truth.evidence(OBSERVED).row.record.obtained_on == stored
    assert editor.text() == str(stored)
    assert "31.31.2026" in shell.window.toast.text


def test_dropped_files_become_evidence_and_photos_are_bounded(
    qtbot: QtBot, page: Any, shell: Shell, tmp_path: Path
) -> None:
    truth = Truth(shell)
    big = photo(tmp_path / "counter.jpg")
    note = tmp_path / "登记本.txt"
    note.write_text("第14页", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(big)), QUrl.fromLocalFile(str(note))])
    with qtbot.waitSignal(page._adder.added, timeout=10_000) as caught:
        drop(page, data)
    ids = caught.args[0]
    assert len(ids) == 2
    rows = {row.id: row for row in evidence_list(shell.context.audit)}
    first, second = rows[ids[0]], rows[ids[1]]
    assert first.kind is EvidenceKind.PHOTO
    assert first.title.best() == "counter"
    stored = shell.context.audit.read(lambda _: shell.context.audit.blobs.get(first.record.sha256))
    assert stored is not None
    assert max(Image.open(io.BytesIO(stored)).size) == 2560
    assert second.record.sha256 == hashlib.sha256(note.read_bytes()).hexdigest()
    assert page.pane.shown == ids[1]
    shell.context.undo()  # one drop is one gesture
    assert not set(ids) & {row.id for row in evidence_list(shell.context.audit)}
    assert truth.evidence(OBSERVED)


def test_a_file_that_only_pretends_to_be_a_picture_is_refused_in_one_sentence(
    qtbot: QtBot, page: Any, shell: Shell, tmp_path: Path
) -> None:
    fake = tmp_path / "fake.png"
    fake.write_bytes(b"no picture at all")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(fake))])
    with qtbot.waitSignal(shell.context.refused, timeout=10_000) as caught:
        drop(page, data)
    assert caught.args[0].code == "not_an_image"
    assert len(evidence_list(shell.context.audit)) == 29


def test_a_large_file_is_linked_after_a_yes_and_checked(
    qtbot: QtBot, page: Any, shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence_extra, "MAX_EMBEDDED", 1 << 20)
    large = tmp_path / "recording.wav"
    large.write_bytes(b"\x01\x02" * (1 << 20))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(large))])
    drop(page, data)
    dialog = dialog_of(page, AskDialog)
    assert len(evidence_list(shell.context.audit)) == 29
    with qtbot.waitSignal(page._adder.added, timeout=10_000):
        dialog._ok.click()
    record = Truth(shell).newest().row.record
    assert record.storage is Storage.LINKED
    assert record.sha256 == hashlib.sha256(large.read_bytes()).hexdigest()
    assert record.path == str(large.resolve())
    state = page.pane._fact_rows["state"][1]
    qtbot.mouseClick(page.pane.check_link, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "unchanged" in state.text())
    large.write_bytes(b"changed")
    qtbot.mouseClick(page.pane.check_link, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "changed since" in state.text())
    large.unlink()
    qtbot.mouseClick(page.pane.check_link, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "not on this machine" in state.text())


def test_a_picture_on_the_clipboard_is_pasted_as_a_screenshot(
    qtbot: QtBot, page: Any, shell: Shell
) -> None:
    image = QImage(320, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    QGuiApplication.clipboard().setImage(image)
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, "v", Qt.KeyboardModifier.ControlModifier)
    row = Truth(shell).newest().row
    assert row.kind is EvidenceKind.SCREENSHOT
    assert row.title.best().startswith("Screenshot")
    qtbot.waitUntil(lambda: page.pane.preview.image.width() == 320)


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        (EvidenceKind.NOTE, "body", "登记本第14页两笔没有工单"),
        (EvidenceKind.OBSERVATION, "body", "Two calls were not recorded"),
        (EvidenceKind.INTERVIEW, "body", "The clock stops at dispatch"),
        (EvidenceKind.DOCUMENT, "reference", "QM-KF-012 V3"),
        (EvidenceKind.TICKET, "reference", "T-20261019-0042"),
    ],
)
def test_items_without_a_file_are_added_by_the_dialog(
    qtbot: QtBot, page: Any, shell: Shell, kind: EvidenceKind, field: str, value: str
) -> None:
    qtbot.keyClick(page, Qt.Key.Key_Insert)
    dialog = dialog_of(page, AddEvidenceDialog)
    dialog.begin(kind)
    ui = dialog._ui
    ui.name_edit.setText("New item")
    if field == "body":
        ui.body_edit.setPlainText(value)
    else:
        ui.reference_edit.setText(value)
    if kind is EvidenceKind.INTERVIEW:
        ui.role_edit.setText("Team lead")
        ui.second_edit.setText("Call log")
        ui.when_edit.setText("2026-10-20 14:30")
    say_yes(dialog)
    row = Truth(shell).newest().row
    assert row.kind is kind
    assert getattr(row.record, field) == value
    assert row.title.get(Truth(shell).main()) == "New item"
    if kind is EvidenceKind.INTERVIEW:
        assert (row.record.role, row.record.second_source) == ("Team lead", "Call log")
        assert row.record.observed_at is not None
        assert f"{row.record.observed_at.astimezone():%Y-%m-%d %H:%M}" == "2026-10-20 14:30"
    assert page.pane.shown == row.id


def test_an_empty_item_is_not_added(qtbot: QtBot, page: Any, shell: Shell) -> None:
    dialog = page.add(EvidenceKind.NOTE)
    say_yes(dialog)
    assert dialog.isVisible()
    assert dialog._ui.problem_label.text()
    assert len(evidence_list(shell.context.audit)) == 29


def test_the_original_of_a_photo_is_kept_on_request(
    qtbot: QtBot, page: Any, shell: Shell, tmp_path: Path
) -> None:
    source = photo(tmp_path / "wall.jpg")
    dialog = page.add(EvidenceKind.PHOTO)
    dialog.take_files([source])
    dialog._ui.original_check.setChecked(True)
    with qtbot.waitSignal(dialog.adder.added, timeout=10_000):
        say_yes(dialog)
    record = Truth(shell).newest().row.record
    assert record.original_sha256 == hashlib.sha256(source.read_bytes()).hexdigest()
    assert record.sha256 != record.original_sha256


def test_one_item_supports_many_answers_and_findings(qtbot: QtBot, page: Any, shell: Shell) -> None:
    truth = Truth(shell)
    choose(page, truth, OBSERVED)
    before = truth.evidence(OBSERVED).row
    finding = truth.finding("F-CS01").row.id
    assert finding not in before.findings
    qtbot.mouseClick(page.pane.link, Qt.MouseButton.LeftButton)
    dialog = dialog_of(page, PickDialog)
    dialog._ui.search_edit.setText("F-CS01")
    assert dialog._ui.list.count() == 1
    qtbot.keyClick(dialog._ui.search_edit, Qt.Key.Key_Return)
    say_yes(dialog)
    after = truth.evidence(OBSERVED).row
    assert set(after.findings) == {*before.findings, finding}
    assert after.answers == before.answers
    page.pane.links.removed.emit(("finding", finding))
    assert finding not in truth.evidence(OBSERVED).row.findings


def test_withdrawing_needs_a_reason_and_leaves_a_trace(
    qtbot: QtBot, page: Any, shell: Shell
) -> None:
    truth = Truth(shell)
    choose(page, truth, OBSERVED)
    qtbot.mouseClick(page.pane.withdraw, Qt.MouseButton.LeftButton)
    dialog = dialog_of(page, AskDialog)
    assert not dialog._ok.isEnabled()
    qtbot.keyClicks(dialog._ui.text_edit, "Recorded twice")
    dialog._ok.click()
    record = truth.evidence(OBSERVED).row.record
    assert record.withdrawn
    assert record.withdrawn_reason == "Recorded twice"
    assert OBSERVED not in numbers(page)
    qtbot.mouseClick(page.withdrawn, Qt.MouseButton.LeftButton)
    assert OBSERVED in numbers(page)


def test_going_to_an_item_finds_it_behind_any_filter(page: Any, shell: Shell) -> None:
    truth = Truth(shell)
    row = truth.evidence(OBSERVED).row
    shell.context.perform(ops.withdraw_evidence(row.id, "Recorded twice"))
    shell.context.choose_unit(truth.evidence("E-HQ-LZ001").row.record.unit_id)
    page.list.search.setText("nothing like it")
    shell.context.go("evidence", row.id)
    assert page.pane.shown == row.id
    assert page.list.table.current_row.number == OBSERVED


def test_a_change_made_elsewhere_shows_at_once(page: Any, shell: Shell) -> None:
    truth = Truth(shell)
    choose(page, truth, OBSERVED)
    shell.context.perform(ops.mark_personal_data(truth.evidence(OBSERVED).row.id, PersonalData.YES))
    assert page.pane.fields.mark.current == 2
    assert page.list.table.current_row.personal_data is PersonalData.YES


def test_pdf_pages_and_texts_are_previewed(qtbot: QtBot, page: Any, shell: Shell) -> None:
    rows = evidence_list(shell.context.audit)
    pdf = next(row for row in rows if row.record.media_type == "application/pdf")
    page.list.table.choose(pdf.id)
    qtbot.waitUntil(lambda: page.pane.preview.image.width() > 100)
    text = next(row for row in rows if (row.record.media_type or "").startswith("text/"))
    page.list.table.choose(text.id)
    assert page.pane.preview.words


def test_a_copy_is_written_byte_by_byte(page: Any, shell: Shell, tmp_path: Path) -> None:
    row = next(row for row in evidence_list(shell.context.audit) if row.record.sha256)
    target = tmp_path / "copy.bin"
    assert page.pane._write(row.record.sha256, target)
    assert hashlib.sha256(target.read_bytes()).hexdigest() == row.record.sha256


def test_every_control_has_a_name(page: Any) -> None:
    assert unnamed(page) == []
