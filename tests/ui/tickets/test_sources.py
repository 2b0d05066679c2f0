"""A second source, a second extract, the key: what needs more than one file."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

from auditapp.ops.queries.tickets import comparisons, ticket_keys
from auditapp.tickets.fields import Table
from auditapp.ui.pages.records.layout import index_of
from auditapp.ui.pages.tickets.key_dialog import KeyDialog
from tests.ui.tickets.conftest import PASSPHRASE
from tests.unit.tickets.population import made

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.tickets.conftest import Stage

HEAD = ("流水号", "客户号码", "接触时间", "渠道", "是否投诉")


def sample(path: Path, body: list[list[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(HEAD)
        writer.writerows(body)
    return path


def bring_sample(stage: Stage, path: Path) -> None:
    pane: Any = stage.page.source_pane
    pane.tables[Table.CONTACT_SAMPLE].click()
    pane.take_file(path)
    stage.idle()
    stage.page.show_step("map")
    mapping: Any = stage.page.map_pane
    mapping.choose_table(Table.CONTACT_SAMPLE)
    names = ("contact_id", "customer_key", "at", "channel", "is_complaint_by_auditor")
    for field, column in zip(names, HEAD, strict=True):
        mapping.choose_field(f"contact_sample.{field}")
        combo = mapping.column_combo
        combo.setCurrentIndex(index_of(combo, column))
        combo.activated.emit(combo.currentIndex())


def test_a_contact_sample_comes_along_and_is_matched(stage: Stage, tmp_path: Path) -> None:
    rows = made.rows(200)
    stage.take(made.write(tmp_path / "a.csv", rows))
    # The first three are in the tickets, two are of customers nobody knows, one is no complaint.
    contacts = [[f"C{n}", rows[n][1], rows[n][3], rows[n][2], "是"] for n in range(3)]
    contacts += [[f"X{n}", f"139{n:08d}", rows[n][3], "hotline", "是"] for n in range(2)]
    contacts.append(["N1", "13700000000", rows[0][3], "hotline", "否"])
    bring_sample(stage, sample(tmp_path / "calls.csv", contacts))
    stage.import_it()
    assert stage.rows()[0].tables == ("contact_sample", "tickets")
    stage.page.check_pane.show_part("second")
    second = stage.page.check_pane.second
    second.first_button.click()
    stage.idle()
    assert second.sentence.text().startswith("3 of 5 sampled complaints were recorded (3/5)")
    assert second.model.rowCount() == 2


def test_without_a_sample_the_way_to_one_is_shown(stage: Stage, extract: Path) -> None:
    stage.take(extract)
    stage.import_it()
    stage.page.check_pane.show_part("second")
    stage.page.check_pane.second.import_button.click()
    assert stage.page.step == "import"


def test_a_second_extract_is_compared(stage: Stage, tmp_path: Path) -> None:
    rows = made.rows(100)
    stage.take(made.write(tmp_path / "a.csv", rows))
    stage.import_it()
    first = stage.rows()[0].id
    later = [list(row) for row in rows if row[0] != "TS000050"]
    later[3][4] = "2025-01-02 08:00:00"
    stage.take(made.write(tmp_path / "b.csv", later))
    stage.import_it()
    stage.page.check_pane.show_part("compare")
    part = stage.page.check_pane.compare
    assert part.combo.currentData() == first
    part.compare_button.click()
    stage.idle()
    (found,) = comparisons(stage.audit, stage.rows()[0].id)
    assert (found.common, found.vanished, dict(found.changed)) == (99, 1, {"closed_at": 1})
    shown = {part.model.data(part.model.index(n, 0)) for n in range(part.model.rowCount())}
    assert shown == {"TS000050", "TS000003"}
    assert "1 vanished" in part.sentence.text()


def test_extracts_of_other_keys_are_not_compared(stage: Stage, tmp_path: Path) -> None:
    for name in ("a", "b"):
        stage.take(made.write(tmp_path / f"{name}.csv", made.rows(40)))
        stage.page.show_step("map")
        stage.page.map_pane.import_button.click()
        dialog = stage.dialog(KeyDialog)
        dialog._ui.without_check.click()
        stage.accept(dialog)
        stage.idle()
    stage.page.check_pane.show_part("compare")
    stage.page.check_pane.compare.compare_button.click()
    stage.idle()
    assert "Not comparable" in stage.page.check_pane.compare.sentence.text()


def test_the_passphrase_is_changed(stage: Stage, extract: Path) -> None:
    stage.take(extract)
    stage.import_it()
    before = ticket_keys(stage.audit)
    stage.page.keys.change()
    dialog = stage.dialog(KeyDialog)
    dialog._ui.pass_edit.setText(PASSPHRASE)
    dialog._ui.new_edit.setText("short")
    dialog._ui.again_edit.setText("short")
    assert not dialog._ok.isEnabled()
    dialog._ui.new_edit.setText("another horse")
    dialog._ui.again_edit.setText("another horse")
    stage.accept(dialog)
    stage.idle()
    after = ticket_keys(stage.audit)
    assert after[0][:2] == before[0][:2]
    assert after[0][2] != before[0][2]


def test_the_key_of_an_earlier_audit_is_taken_over(
    stage: Stage, extract: Path, tmp_path: Path
) -> None:
    stage.take(extract)
    stage.import_it()
    mark = ticket_keys(stage.audit)[0][1]
    earlier = stage.audit.path
    copy = tmp_path / "later.audit"
    stage.shell.context.close()
    fresh = tmp_path / "earlier.audit"
    earlier.replace(fresh)
    from tests.world import build

    build(copy).audit.close()
    stage.shell.window.open_file(copy)
    stage.shell.window.show_page("tickets")
    stage.page = stage.shell.window.page
    assert not ticket_keys(stage.audit)
    stage.page.keys.take_from(fresh)
    dialog = stage.dialog(KeyDialog)
    dialog._ui.pass_edit.setText(PASSPHRASE)
    stage.accept(dialog)
    stage.idle()
    assert ticket_keys(stage.audit)[0][1] == mark
    assert stage.page.importer.has_key
