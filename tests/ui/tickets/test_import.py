"""Import, Map and what is stored: through the widgets, read back from the file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from auditapp.ops.queries.ticket_rows import Presence
from auditapp.ops.queries.tickets import extract_card, ticket_keys
from auditapp.paths import user_paths
from auditapp.tickets.fields import Table
from auditapp.ui.pages.records.layout import index_of
from auditapp.ui.pages.tickets.dates_dialog import DatesDialog
from auditapp.ui.pages.tickets.key_dialog import KeyDialog
from tests.unit.tickets.population import made

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.tickets.conftest import Stage


def choose(combo: Any, value: object) -> None:
    combo.setCurrentIndex(index_of(combo, value))
    combo.activated.emit(combo.currentIndex())


def test_an_empty_page_leads_to_the_import(stage: Stage) -> None:
    assert stage.page.step == "list"
    assert stage.page.list.is_empty
    stage.page._begin.click()
    assert stage.page.step == "import"
    assert not stage.page.steps.segments[1].isEnabled()


def test_a_dropped_file_is_shown_with_masked_persons(stage: Stage, extract: Path) -> None:
    stage.page.begin()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(extract))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    stage.page.source_pane.dropEvent(event)
    stage.idle()
    model = stage.page.source_pane.model
    assert model.heads == made.HEAD
    assert len(model.cells) == 20
    first = dict(zip(model.heads, model.cells[0], strict=True))
    assert first["工单编号"] == "TS000000"
    assert first["客户号码"] == "9" * 11
    assert made.PHONE not in first["描述"]


def test_an_import_is_stored_with_its_counts(stage: Stage, extract: Path) -> None:
    stage.take(extract)
    stage.page.source_pane.next_button.click()
    assert stage.page.step == "map"
    stage.import_it()
    (row,) = stage.rows()
    assert (row.rows, row.refused, row.presence) == (298, 2, Presence.HERE)
    assert stage.page.step == "check"
    totals = stage.page.check_pane.totals
    assert totals.sum_label.text() == "300 rows read = 298 kept + 2 refused"
    reasons = [
        totals.refused_model.data(totals.refused_model.index(n, 1))
        for n in range(totals.refused_model.rowCount())
    ]
    assert reasons == ["the header again", "a total line"]
    assert totals.gaps_model.rowCount() == 1
    assert len(ticket_keys(stage.audit)) == 1
    assert not stage.page.draft.sources


def test_columns_and_values_are_mapped_by_hand(stage: Stage, tmp_path: Path) -> None:
    body = made.rows(50)
    for row in body:
        if row[2] == "app":
            row[2] = "掌上营业厅"
    stage.take(made.write(tmp_path / "a.csv", body))
    stage.page.show_step("map")
    pane = stage.page.map_pane
    pane.choose_field("closed_at")
    choose(pane.column_combo, "")
    pane.choose_field("effective_reply_at")
    choose(pane.column_combo, "结案时间")
    pane.choose_field("channel_in")
    stage.idle()
    shown = [pane.values.table.item(n, 0).text() for n in range(pane.values.table.rowCount())]
    assert sorted(shown) == ["hotline", "online", "掌上营业厅"]
    choose(pane.values.combos[shown.index("掌上营业厅")], "app")
    stage.import_it()
    (row,) = stage.rows()
    card = extract_card(stage.audit, row.id)
    mapping = card.sources[0].mapping
    assert mapping["effective_reply_at"] == "结案时间"
    assert "closed_at" not in mapping
    assert ("掌上营业厅", "app") in {(it.value, it.code) for it in card.values}


def test_the_mapping_is_used_again_for_the_next_extract(stage: Stage, tmp_path: Path) -> None:
    stage.take(made.write(tmp_path / "a.csv", made.rows(50)))
    stage.page.show_step("map")
    pane = stage.page.map_pane
    pane.choose_field("handler_unit")
    choose(pane.column_combo, "单位")
    stage.import_it()
    kept = json.loads(user_paths().mappings_file.read_text(encoding="utf-8"))
    assert "TS0000" not in json.dumps(kept)
    stage.take(made.write(tmp_path / "b.csv", made.rows(60, seed=2)))
    source = stage.page.draft.sources[Table.TICKETS]
    assert source.columns["handler_unit"] == ("单位",)
    assert source.origins["handler_unit"] == "kept"
    stage.import_it()
    assert len(stage.rows()) == 2
    assert len({row.comparable_key for row in stage.rows()}) == 1  # one key, asked for once


def test_dates_that_can_be_read_twice_are_asked_for(stage: Stage, tmp_path: Path) -> None:
    body = made.rows(30)
    for number, row in enumerate(body):
        row[3] = f"0{number % 9 + 1}/0{number % 7 + 1}/2025 08:00"
    stage.take(made.write(tmp_path / "a.csv", body))
    assert "受理时间" in stage.page.source_pane.note_label.text()
    stage.import_it()
    assert not stage.rows()
    dialog = stage.dialog(DatesDialog)
    assert not dialog._ok.isEnabled()
    dialog._ui.dmy_radio.click()
    stage.accept(dialog)
    stage.idle()
    (row,) = stage.rows()
    assert extract_card(stage.audit, row.id).sources[0].date_order == "dmy"


def test_an_import_without_a_key_is_not_comparable(stage: Stage, extract: Path) -> None:
    stage.take(extract)
    stage.page.show_step("map")
    stage.page.map_pane.import_button.click()
    dialog = stage.dialog(KeyDialog)
    dialog._ui.without_check.click()
    stage.accept(dialog)
    stage.idle()
    (row,) = stage.rows()
    assert row.comparable_key == ""
    assert not ticket_keys(stage.audit)


def test_a_cancelled_import_leaves_nothing(stage: Stage, tmp_path: Path) -> None:
    stage.take(made.write(tmp_path / "big.csv", made.rows(20_000)))
    stage.page.show_step("map")
    stage.page.map_pane.import_button.click()
    dialog = stage.dialog(KeyDialog)
    dialog._ui.without_check.click()
    stage.accept(dialog)
    jobs = stage.shell.context.jobs.jobs
    assert jobs
    jobs[0].cancel()
    stage.idle()
    assert not stage.rows()
    assert not list(stage.audit.path.parent.glob("*.tickets*"))
    assert stage.page.step == "map"


def test_the_header_can_be_put_right(stage: Stage, tmp_path: Path) -> None:
    path = made.write(tmp_path / "a.csv", made.rows(30))
    stage.take(path)
    pane = stage.page.source_pane
    pane.header_spin.setValue(2)
    stage.idle()
    assert pane.model.heads[0] == "TS000000"
    pane.header_spin.setValue(1)
    stage.idle()
    assert pane.model.heads == made.HEAD
    assert stage.page.draft.sources[Table.TICKETS].columns["ticket_id"] == ("工单编号",)


def test_a_file_that_is_gone_is_one_sentence(stage: Stage, extract: Path) -> None:
    refused: list[Any] = []
    stage.shell.context.refused.connect(refused.append)
    stage.take(extract)
    extract.unlink()
    stage.take(extract)
    stage.import_it()
    assert [it.code for it in refused] == ["file_not_found", "file_not_found"]
    assert not stage.rows()
