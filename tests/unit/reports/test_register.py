"""The register, read back by openpyxl and as XML: what a reader program needs to take it."""

from __future__ import annotations

import dataclasses
import re
import zipfile
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from openpyxl import load_workbook

from auditapp.domain import masking as domain_masking
from auditapp.domain.vocabulary import FindingState, Grade, Lang
from auditapp.errors import UserError
from auditapp.jobs.progress import Cancelled, Progress
from auditapp.reports.bilingual import bilingual
from auditapp.reports.labels import labels_for
from auditapp.reports.masking import mask_model
from auditapp.reports.output import NoProgress, Options
from auditapp.reports.xlsx.cells import CELL_LIMIT, safe_text, unique_heads
from auditapp.reports.xlsx.register import write_register, write_workbook
from auditapp.reports.xlsx.stream import column_letters
from tests.unit.reports.sample import empty_model, sample_model

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from auditapp.reports.model import ReportModel

NAMES = ("Summary", "Evidence", "Findings", "Actions", "Answers", "Method")
NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def register(model: ReportModel, *langs: Lang) -> bytes:
    stream = BytesIO()
    write_workbook(model, stream, labels_for(langs or (Lang.EN,)), NoProgress())
    return stream.getvalue()


def read(data: bytes, *, values: bool = False) -> Workbook:
    return load_workbook(BytesIO(data), data_only=values)


def rows(page: Worksheet) -> list[dict[str, Any]]:
    lines = [[cell.value for cell in row] for row in page.iter_rows()]
    return [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]


@pytest.fixture(scope="module")
def data() -> bytes:
    return register(sample_model(findings=12, evidence=30, answers=60))


@pytest.fixture(scope="module")
def book(data: bytes) -> Workbook:
    return read(data)


@pytest.mark.parametrize(
    ("langs", "first"),
    [((Lang.EN,), "Summary"), ((Lang.ZH,), "汇总"), ((Lang.ZH, Lang.EN), "汇总 Summary")],
)
def test_the_sheets_are_there_in_each_language(langs: tuple[Lang, ...], first: str) -> None:
    workbook = read(register(sample_model(), *langs))
    shown = [page.title for page in workbook.worksheets if page.sheet_state == "visible"]
    assert shown[0] == first
    assert len(shown) == len(NAMES)
    assert workbook.active is not None
    assert workbook.active.title == first


@pytest.mark.parametrize("name", NAMES[1:])
def test_each_long_sheet_is_one_table_with_frozen_head_and_print_setup(
    book: Workbook, name: str
) -> None:
    page = book[name]
    (table,) = page.tables.values()
    assert table.ref == page.dimensions
    assert table.autoFilter is not None
    assert page.auto_filter.ref is None
    heads = [str(cell.value) for cell in page[1]]
    assert [column.name for column in table.tableColumns] == heads
    assert len({head.casefold() for head in heads}) == len(heads)
    assert page.freeze_panes == "B2"
    assert page.print_title_rows == "$1:$1"
    assert page.page_setup.orientation == "landscape"
    assert page.sheet_properties.pageSetUpPr is not None
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.page_setup.fitToHeight == 0
    widths = [page.column_dimensions[column_letters(n + 1)].width for n in range(len(heads))]
    assert min(widths) >= 9


def test_table_names_are_unique_and_parts_are_declared(data: bytes, book: Workbook) -> None:
    names = [name for page in book.worksheets for name in page.tables]
    assert len(names) == len(set(names)) == 7
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        types = archive.read("[Content_Types].xml").decode()
        parts = [n for n in archive.namelist() if n.endswith(".xml") and "/_rels" not in n]
        for part in parts:
            ET.fromstring(archive.read(part))  # noqa: S314
            if part != "[Content_Types].xml":
                assert f'"/{part}"' in types or "Extension" in types


def test_every_formula_has_a_stored_value(data: bytes) -> None:
    count = 0
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for part in archive.namelist():
            if not part.startswith("xl/worksheets/sheet"):
                continue
            for cell in ET.fromstring(archive.read(part)).iter(f"{NS}c"):  # noqa: S314
                if cell.find(f"{NS}f") is not None:
                    value = cell.find(f"{NS}v")
                    assert value is not None
                    assert value.text
                    count += 1
    assert count > 60


def test_cells_stand_in_order_under_the_declared_extent(data: bytes) -> None:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for part in archive.namelist():
            if not part.startswith("xl/worksheets/sheet"):
                continue
            root = ET.fromstring(archive.read(part))  # noqa: S314
            numbers = [int(row.get("r", "0")) for row in root.iter(f"{NS}row")]
            assert numbers == sorted(set(numbers))
            for row in root.iter(f"{NS}row"):
                places = [cell.get("r", "") for cell in row]
                assert all(place.endswith(row.get("r", "-")) for place in places)


def test_dates_are_dates_and_numbers_are_numbers(book: Workbook) -> None:
    line = rows(book["Evidence"])[0]
    assert line["Obtained on"] == datetime(2026, 11, 10)  # noqa: DTZ001  (a day)
    assert line["Reliability"] == 1
    cell = book["Evidence"]["I2"]
    assert cell.is_date
    assert cell.number_format == "yyyy-mm-dd"


def test_links_lead_from_finding_to_evidence_and_back(data: bytes) -> None:
    formulas, values = read(data), read(data, values=True)
    finding = rows(values["Findings"])[0]
    linked = rows(formulas["Findings"])[0]["Evidence 1"]
    assert linked == (
        f"=HYPERLINK(\"#'Evidence'!A\"&MATCH(\"{finding['Evidence 1']}\",'Evidence'!$A:$A,0),"
        f'"{finding["Evidence 1"]}")'
    )
    numbers = [line["No."] for line in rows(values["Evidence"])]
    assert finding["Evidence 1"] in numbers
    back = [line for line in rows(values["Evidence"]) if line["Finding"]]
    known = {line["Working no."] for line in rows(values["Findings"])}
    assert back
    assert {line["Finding"] for line in back} <= known


def test_a_reference_to_nothing_is_text_and_no_link() -> None:
    model = sample_model(findings=1, evidence=0)
    lost = dataclasses.replace(model.findings[0], evidence=("E-XX-999",))
    page = read(register(dataclasses.replace(model, findings=(lost,))))["Findings"]
    assert rows(page)[0]["Evidence 1"] == "E-XX-999"


def test_status_columns_have_lists_that_hold_every_value(book: Workbook) -> None:
    words = book["Lists"]
    for name, head in (("Findings", "State"), ("Actions", "State"), ("Answers", "Result")):
        page = book[name]
        place = [cell.value for cell in page[1]].index(head) + 1
        letters = column_letters(place)
        rules = [r for r in page.data_validations.dataValidation if f"{letters}2:" in str(r.sqref)]
        (rule,) = rules
        first, last = re.findall(r"\$([A-Z]+)\$(\d+)", str(rule.formula1))
        allowed = {words[f"{first[0]}{n}"].value for n in range(1, int(last[1]) + 1)}
        assert {line[head] for line in rows(page) if line[head]} <= allowed


def test_grades_say_glyph_word_and_colour(book: Workbook) -> None:
    page = book["Findings"]
    cell = page["C2"]
    assert cell.value == "‼ Major nonconformity"
    assert cell.font.color is not None
    assert cell.font.color.rgb == "FFB42318"


def test_the_summary_counts_as_the_model_does() -> None:
    model = sample_model(findings=23)
    withdrawn = dataclasses.replace(model.findings[0], state=FindingState.WITHDRAWN)
    model = dataclasses.replace(model, findings=(withdrawn, *model.findings[1:]))
    data = register(model)
    values, formulas = read(data, values=True)["Summary"], read(data)["Summary"]
    lines = {str(values[f"A{row}"].value).split()[0]: row for row in range(11, 14)}
    for unit, row in lines.items():
        counts = model.count_by_grade(unit)
        assert [values.cell(row, 4 + n).value for n in range(5)] == [counts[g] for g in Grade]
        assert str(formulas.cell(row, 4).value).startswith("=COUNTIFS(Findings[Unit],")
    assert values["A6"].value == model.scores.conformity.value
    assert values["B6"].value == model.scores.alignment.value
    assert values["F6"].value == len(model.weaknesses)


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "  =1",
        "\t=1",
        "\uff1d1",
        '=HYPERLINK("http://x","y")',
        "\r=1",
    ],
)
def test_formulas_in_texts_are_neutralised(text: str) -> None:
    assert safe_text(text).startswith("'")
    model = sample_model(answers=1)
    bad = dataclasses.replace(model.answers[0], note=text, question=bilingual(en=text, zh="问"))
    page = read(register(dataclasses.replace(model, answers=(bad,))))["Answers"]
    line = rows(page)[0]
    assert line["Note"].startswith("'")
    assert page["D2"].data_type == "s"


def test_control_characters_go_and_long_texts_are_cut() -> None:
    assert safe_text("a\x00b\x0bc\ud800d\ufffee") == "abcde"
    assert safe_text("a\r\nb\rc") == "a\nb\nc"
    cut = safe_text("𠮷" * 40_000)
    assert len(cut.encode("utf-16-le")) // 2 <= CELL_LIMIT
    assert cut.endswith("[…]")
    assert safe_text("字" * CELL_LIMIT) == "字" * CELL_LIMIT


def test_markup_blanks_and_escape_like_texts_come_back_as_they_were() -> None:
    text = " <b>&amp;</b> _x0041_ ]]> \n Ω"
    model = sample_model(answers=1)
    bad = dataclasses.replace(model.answers[0], note=text, reason="x" * 40_000)
    line = rows(read(register(dataclasses.replace(model, answers=(bad,))))["Answers"])[0]
    # openpyxl undoes Excel's escape only in shared strings; the escape itself is what is checked.
    assert line["Note"].replace("_x005F_", "_") == text
    assert len(line["Reason"]) == CELL_LIMIT


def test_equal_heads_become_different() -> None:
    assert unique_heads(["A", "a", "", "A"]) == ["A", "a 2", "#3", "A 3"]


@pytest.mark.parametrize("langs", [(Lang.ZH,), (Lang.EN,), (Lang.ZH, Lang.EN)])
def test_an_empty_audit_gives_sheets_without_tables(langs: tuple[Lang, ...]) -> None:
    workbook = read(register(empty_model(), *langs))
    tables = [name for page in workbook.worksheets for name in page.tables]
    assert tables == ["Method"]
    assert len(workbook.worksheets) == len(NAMES)


def test_masked_registers_hold_no_phone() -> None:
    masked = mask_model(sample_model(evidence=11), domain_masking.rule())
    with zipfile.ZipFile(BytesIO(register(masked))) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b"13800138000" not in everything
    assert masked.masking.counts["phone"] == 3


def test_the_file_is_replaced_whole_and_a_cancelled_export_leaves_the_old(tmp_path: Path) -> None:
    target = tmp_path / "台账.xlsx"
    labels = labels_for((Lang.EN,))
    options = Options((Lang.EN,))
    target.write_bytes(b"old")
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        write_register(sample_model(), target, options, labels, progress)
    assert target.read_bytes() == b"old"
    progress = Progress()
    write_register(sample_model(), target, options, labels, progress)
    assert progress.snapshot.share == 1.0
    assert read(target.read_bytes()).sheetnames[0] == "Summary"
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


def test_a_target_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    labels = labels_for((Lang.EN,))
    for target in (tmp_path / "no" / "x.xlsx", tmp_path):
        with pytest.raises(UserError) as caught:
            write_register(sample_model(), target, Options((Lang.EN,)), labels)
        assert caught.value.code == "export_unwritable"
    assert list(tmp_path.iterdir()) == []
