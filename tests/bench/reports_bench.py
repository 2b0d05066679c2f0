"""Budgets of register and report (design.md §10), each beside the floor that it is compared with.

Run: ``python -m tests.bench reports``, or ``python -m tests.bench.reports_bench [--rows N]
[--findings N] [--photos N]`` for other sizes.
"""

from __future__ import annotations

import argparse
import dataclasses
import sys
import tempfile
import time
import tracemalloc
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditapp.domain.vocabulary import Lang
from auditapp.reports.bilingual import bilingual
from auditapp.reports.labels import labels_for
from auditapp.reports.model import Picture
from auditapp.reports.output import NoProgress
from auditapp.reports.pdf.report import FontFiles, Sources, preview_page, write_pdf
from auditapp.reports.preview import page_png
from auditapp.reports.xlsx.book import add_lists, add_sheet, new_book, save
from auditapp.reports.xlsx.sheets import Places, answers_sheet, evidence_sheet
from tests.bench.figures import Figure
from tests.unit.reports.sample import Pictures, jpeg, sample_model

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from auditapp.reports.model import AnswerLine, ReportModel

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
MAIN = (Lang.ZH,)


def best(work: Callable[[], object], times: int = 3) -> float:
    """The shortest processor time of a few runs, in seconds."""
    found: list[float] = []
    for _ in range(times):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


class Answers:
    """Answers without end that are made when they are asked for, so no list holds them."""

    def __init__(self, model: ReportModel, count: int) -> None:
        self._kinds = model.answers
        self.count = count

    def __iter__(self) -> Iterator[AnswerLine]:
        for n in range(self.count):
            yield dataclasses.replace(self._kinds[n % len(self._kinds)], note=f"第 {n} 条记录")


def register(model: ReportModel, count: int) -> None:
    """A register whose answers sheet (19 columns) has ``count`` rows."""
    labels = labels_for(MAIN)
    book = new_book(labels)
    places = Places(model, labels)
    sheets = [evidence_sheet(model, labels, places), answers_sheet(model, labels, places)]
    sheets[1] = dataclasses.replace(sheets[1], rows=Answers(model, count), count=count)
    book.titles.update((sheet.key, sheet.title) for sheet in sheets)
    book.titles["Findings"] = "审核发现"
    for sheet in sheets:
        add_sheet(book, sheet)
    add_lists(book)
    with tempfile.TemporaryFile() as stream:
        save(book, stream, NoProgress())


def bare_register(model: ReportModel, count: int) -> None:
    """The same values, appended bare in write-only mode."""
    from openpyxl import Workbook

    from auditapp.reports.xlsx.columns import Badge, Link

    labels = labels_for(MAIN)
    columns = answers_sheet(model, labels, Places(model, labels)).columns
    workbook = Workbook(write_only=True)
    page = workbook.create_sheet()
    for row in Answers(model, count):
        values: list[Any] = []
        for column in columns:
            value: Any = column.value(row)
            if isinstance(value, Link):
                value = value.number
            values.append(value.text if isinstance(value, Badge) else value)
        page.append(values)
    with tempfile.TemporaryFile() as stream:
        workbook.save(stream)


def peak(work: Callable[[], object]) -> float:
    """The peak of Python's own memory, in MB."""
    tracemalloc.start()
    work()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 1e6


def bare_report(model: ReportModel, pictures: Pictures) -> None:
    """The same texts, tables and pictures as ReportLab's flowables in one bare ``build``."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Image, Paragraph, SimpleDocTemplate, Spacer, Table

    if "bare" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("bare", str(FONTS / "NotoSansSC-Regular.ttf")))
    body = ParagraphStyle("body", fontName="bare", fontSize=9.5, leading=13, wordWrap="CJK")
    small = ParagraphStyle("small", parent=body, fontSize=7.5, leading=10)
    labels = labels_for(MAIN)
    story: list[Any] = []

    def table(rows: list[list[str]], widths: list[float]) -> Table:
        cells = [[Paragraph(cell, small) for cell in row] for row in rows]
        return Table(cells, colWidths=widths, repeatRows=1, splitInRow=1)

    found = model.standing_findings
    rows = [
        [f.shown_number, labels.enum(f.grade), f.unit, f.clause, labels.flat(f.statement)]
        for f in found
    ]
    story += [table(rows[n : n + 40], [90, 80, 70, 40, 200]) for n in range(0, len(rows), 40)]
    for finding in found:
        story.append(Paragraph(labels.enum(finding.grade), body))
        story.append(Paragraph(f"{finding.shown_number} {finding.unit} {finding.clause}", small))
        for text in (
            finding.statement, finding.criterion, finding.condition, finding.evidence_text,
            finding.cause, finding.consequence,
        ):  # fmt: skip
            cells = [[Paragraph("标签", small), Paragraph(labels.flat(text), body)]]
            story.append(Table(cells, colWidths=[78, 400]))
        if finding.response:
            for text in (finding.response.text, finding.response.team_answer):
                cells = [[Paragraph("回复", small), Paragraph(labels.flat(text), body)]]
                story.append(Table(cells, colWidths=[78, 400]))
        for picture in finding.pictures:
            data = pictures(picture.sha256)
            ImageReader(BytesIO(data))
            story.append(Image(BytesIO(data), 138, 98))
            story.append(Paragraph(labels.flat(picture.caption), small))
        story.append(Spacer(1, 14))
    rows = [
        [a.number, labels.flat(a.text), a.owner, labels.date(a.due), labels.enum(a.state)]
        for a in model.actions
    ]
    story += [table(rows[n : n + 40], [80, 200, 60, 60, 80]) for n in range(0, len(rows), 40)]
    rows = [
        [e.number, labels.enum(e.kind), labels.flat(e.title), e.holder, labels.date(e.obtained_on)]
        for e in model.evidence
    ]
    story += [table(rows[n : n + 40], [80, 60, 200, 80, 60]) for n in range(0, len(rows), 40)]
    SimpleDocTemplate(BytesIO(), pagesize=(595, 842)).build(story)


def measure_register(rows: int) -> list[Figure]:
    """Time beside the bare register, and memory of a long one beside that of a short one."""
    model = sample_model(answers=70, evidence=30)
    ours, bare = best(lambda: register(model, rows)), best(lambda: bare_register(model, rows))
    low, high = peak(lambda: register(model, 2_000)), peak(lambda: register(model, rows * 3))
    return [
        Figure(f"register {rows} x 19", ours, "s", bare, "appended bare", 1.8),
        Figure(f"memory, {rows * 3} rows", high, "MB", low, "2000 rows", 1.2),
    ]


def measure_report(findings: int, photos: int) -> list[Figure]:
    """Time beside one bare build, growth with the findings, preview of three pages."""
    pictures = Pictures()
    model = sample_model(pictures, findings=findings, photos=0, evidence=500, answers=10)
    shas = [pictures.add(jpeg(n, (1280, 960))) for n in range(photos)]
    with_pictures = tuple(
        dataclasses.replace(f, pictures=(Picture(shas[n], bilingual(zh="现场照片")),))
        if n < photos
        else f
        for n, f in enumerate(model.findings)
    )
    model = dataclasses.replace(model, findings=with_pictures)
    fonts = FontFiles(FONTS / "NotoSansSC-Regular.ttf", FONTS / "NotoSansSC-Bold.ttf")
    made_from = Sources(labels_for(MAIN), pictures, fonts)
    half = dataclasses.replace(model, findings=with_pictures[: findings // 2])
    pages: list[int] = []
    ours = best(lambda: pages.append(write_pdf(model, BytesIO(), made_from)))
    of_half = best(lambda: write_pdf(half, BytesIO(), made_from))
    bare = best(lambda: bare_report(model, pictures))
    name = f"report, {findings} findings, {photos} photos, {pages[0]} pages"
    found = [
        Figure(name, ours, "s", bare, "one bare build of the same flowables", 1.5),
        Figure("report, whole beside half", ours, "s", of_half, "half the findings", 2.4),
    ]
    for number in (2, pages[0] // 2, pages[0]):
        taken = best(partial(_preview, model, made_from, number))
        found.append(Figure(f"preview of page {number}", taken, "s", note="(design: 1 s)"))
    return found


def _preview(model: ReportModel, made_from: Sources, number: int) -> None:
    page_png(preview_page(model, made_from, number), 0, 900)


def figures() -> list[Figure]:
    """Register and report at the sizes of the budgets."""
    return [*measure_register(20_000), *measure_report(1_000, 300)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--findings", type=int, default=1_000)
    parser.add_argument("--photos", type=int, default=300)
    options = parser.parse_args()
    found = [*measure_register(options.rows), *measure_report(options.findings, options.photos)]
    sys.stdout.write("\n".join(figure.line() for figure in found) + "\n")
    return 0 if all(figure.holds for figure in found) else 1


if __name__ == "__main__":
    raise SystemExit(main())
