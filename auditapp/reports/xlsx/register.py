"""The Excel evidence register: all sheets of one report model into one workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditapp.reports.output import NoProgress, refuse_missing, replacing
from auditapp.reports.xlsx.book import add_lists, add_sheet, new_book, save
from auditapp.reports.xlsx.sheets import (
    Places,
    actions_sheet,
    answers_sheet,
    evidence_sheet,
    findings_sheet,
    method_sheet,
)
from auditapp.reports.xlsx.summary import add_summary
from auditapp.reports.xlsx.ticket_sheets import ticket_sheets

if TYPE_CHECKING:
    from pathlib import Path
    from typing import IO

    from auditapp.reports.labels import Labels
    from auditapp.reports.model import ReportModel
    from auditapp.reports.output import Options, Progress


def write_register(
    model: ReportModel,
    target: Path,
    options: Options,
    labels: Labels,
    progress: Progress | None = None,
) -> None:
    """Write the register to ``target``, whole or not at all.

    ``labels`` must be made for ``options.langs``; ``progress`` hears rows and may raise to cancel.
    Raises UserError ``report_texts_missing``, ``register_too_long``, ``export_unwritable``,
    ``export_disk_full``.
    """
    refuse_missing(model, options)
    with replacing(target) as stream:
        write_workbook(model, stream, labels, progress or NoProgress())


def write_workbook(
    model: ReportModel, stream: IO[bytes], labels: Labels, progress: Progress
) -> None:
    """Write the register's workbook to a binary stream."""
    places = Places(model, labels)
    book = new_book(labels)
    sheets = (
        evidence_sheet(model, labels, places),
        findings_sheet(model, labels, places),
        actions_sheet(model, labels, places),
        answers_sheet(model, labels, places),
        *ticket_sheets(model, labels, places),
        method_sheet(model, labels),
    )
    book.titles.update((sheet.key, sheet.title) for sheet in sheets)
    for sheet in sheets:
        add_sheet(book, sheet)
    add_summary(book, model)
    add_lists(book)
    header = model.header
    properties = book.workbook.properties
    properties.title = labels.flat(header.title, " · ")
    properties.subject = header.number
    properties.creator = labels.flat(header.organisation, " · ")
    properties.description = header.head_hash
    save(book, stream, progress)
