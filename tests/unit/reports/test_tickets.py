"""Complaint tickets in register and report: the same figures, marks where they belong, masked."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from openpyxl import load_workbook

from auditapp.domain import masking as domain_masking
from auditapp.domain.vocabulary import Lang
from auditapp.reports.labels import labels_for
from auditapp.reports.masking import mask_model
from auditapp.reports.output import NoProgress
from auditapp.reports.ticket_model import Tickets
from auditapp.reports.ticket_wording import rate_text
from auditapp.reports.walk import missing_texts
from auditapp.reports.xlsx.register import write_workbook
from tests.unit.reports.conftest import MODES, pdf_of
from tests.unit.reports.sample import Pictures, empty_model, sample_model
from tests.unit.reports.ticket_sample import tickets

if TYPE_CHECKING:
    from auditapp.reports.model import ReportModel

EN = labels_for((Lang.EN,))


@pytest.fixture(scope="module")
def model() -> ReportModel:
    return replace(
        sample_model(Pictures(), findings=3, evidence=4, answers=5, photos=0), tickets=tickets()
    )


def printed(model: ReportModel, mode: str) -> str:
    document = pypdfium2.PdfDocument(pdf_of(model, MODES[mode]))
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    # Where a line breaks is not what is said.
    return " ".join(text.split())


def sheet(model: ReportModel, name: str) -> list[dict[str, Any]]:
    stream = BytesIO()
    write_workbook(model, stream, EN, NoProgress())
    page = load_workbook(BytesIO(stream.getvalue()))[name]
    lines = [[cell.value for cell in row] for row in page.iter_rows()]
    return [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]


@pytest.mark.parametrize("mode", list(MODES))
def test_card_results_and_exceptions_print_in_each_language(model: ReportModel, mode: str) -> None:
    text = printed(model, mode)
    said = {
        "zh": ("数据提取说明", "比率 = 未通过 ÷（通过 + 未通过）", "模板口径", "完整性未证实"),
        "en": ("Extract card", "Rate = fail ÷ (pass + fail)", "template", "not established"),
    }
    for lang in ("zh", "en") if mode == "both" else (mode,):
        for part in said[lang]:
            assert part in text, part
    for part in ("T-CS01", "T-CS02", "GD-0170", "20/900", "2.2%", "GD-0000", "ab" * 32, "R-046"):
        assert part in text, part
    # The first fifteen of a rule print, the register holds them all.
    assert "GD-0014" in text
    assert "GD-0015" not in text


def test_a_rule_that_applies_to_no_ticket_is_not_printed(model: ReportModel) -> None:
    assert "R-999" not in printed(model, "en")
    assert all(row["Rule"] != "R-999" for row in sheet(model, "KPIs"))


def test_below_thirty_only_numbers_are_given(model: ReportModel) -> None:
    few = next(one for one in model.tickets.results if one.rule == "R-048")
    assert rate_text(few, EN) == "1/10"
    text = printed(model, "en")
    assert "1/10 · fewer than 30: not judged" in text.replace("\u2022", "·").replace("・", "·")
    assert "10.0%" not in text


def test_what_is_template_or_too_few_is_never_judged(model: ReportModel) -> None:
    judged = [one.rule for one in model.tickets.results if one.coloured and one.met is not None]
    assert judged == ["R-010"]
    assert printed(model, "en").count("target met") == 1


def test_register_and_report_say_the_same_figures(model: ReportModel) -> None:
    text = printed(model, "en")
    rows = {row["Rule"]: row for row in sheet(model, "KPIs")}
    assert len(rows) == 4
    for result in model.tickets.results:
        row = rows[result.rule]
        assert (row["Numerator"], row["Denominator"]) == (result.numerator, result.denominator)
        assert row["As printed"] == rate_text(result, EN)
        assert row["As printed"] in text
        assert f"{result.numerator:,}/{result.denominator:,}" in text
    assert rows["R-010"]["Rate"] == pytest.approx(20 / 900)
    # No share of one: too few, or a ratio with a factor.
    assert rows["R-048"]["Rate"] is None
    assert rows["R-046"]["Rate"] is None
    assert rows["R-046"]["As printed"] == "9.25"


def test_every_kept_exception_stands_in_the_register(model: ReportModel) -> None:
    rows = sheet(model, "Exceptions")
    assert [row["Ticket"] for row in rows] == [f"GD-{number:04d}" for number in range(20)]
    assert rows[1]["Accepted deviation"] == "Yes"
    assert rows[0]["Measured value"] == 260.5


def test_the_card_adds_up(model: ReportModel) -> None:
    rows = [row for row in sheet(model, "Tickets") if row["Population"] == "T-CS01"]
    said = {row["Item"]: row["Text"] for row in rows}
    assert "1,012 rows read = 1,000 kept + 12 refused" in said["Source file"]
    assert "1,000 tickets in the extract, 1,003 told" in said["Control totals"]
    assert "500" in said["Control totals 2026-08 hotline"]
    assert "503" in said["Control totals 2026-08 hotline"]


def test_tickets_are_masked_and_their_codes_are_not(model: ReportModel) -> None:
    masked = mask_model(model, domain_masking.rule(), ["张伟"])
    text = printed(masked, "zh")
    assert "13912345678" not in text
    assert "张伟" not in text
    assert "GD-0000" in text
    # Hash and SQL are what one checks by: they stay letter by letter.
    before = model.tickets.populations[0].results[0]
    after = masked.tickets.populations[0].results[0]
    assert after.sql == before.sql
    assert after.exceptions[0].category != before.exceptions[0].category
    assert masked.tickets.populations[0].run_by != "张伟"


def test_sql_stands_in_the_annex_only_if_asked_for(model: ReportModel) -> None:
    assert "SELECT row_no" not in printed(model, "en")
    asked = replace(model, tickets=replace(model.tickets, with_sql=True))
    assert "SELECT row_no FROM tickets" in printed(asked, "en")
    assert any("SELECT row_no" in str(row["Text"]) for row in sheet(asked, "Method"))


def test_method_names_profile_options_and_hash(model: ReportModel) -> None:
    text = printed(model, "en")
    for part in ("CN-TEL-MIIT-35", "dispatch_start = submitted", "R-010 v1", "2026-10-31"):
        assert part in text, part


def test_without_a_population_nothing_is_said_of_tickets() -> None:
    text = printed(empty_model(), "en")
    assert "Complaint tickets and indicators" not in text
    stream = BytesIO()
    write_workbook(empty_model(), stream, EN, NoProgress())
    names = load_workbook(BytesIO(stream.getvalue())).sheetnames
    assert not {"Tickets", "KPIs", "Exceptions"} & set(names)
    assert not Tickets()


def test_a_title_in_one_language_holds_no_report_up(model: ReportModel) -> None:
    owners = {gap.owner for gap in missing_texts(model, (Lang.ZH, Lang.EN))}
    assert not {owner for owner in owners if owner.startswith(("ticket", "reason"))}
