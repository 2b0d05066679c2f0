"""The self-test's part about complaint tickets: a sheet is read in, rules run, a finding is raised.

It goes through every library of the tickets room once: the reader of sheets, the matching of names,
the database, the seal of the key, working days of another country.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from auditapp.domain.vocabulary import Lang
from auditapp.jobs.progress import Progress
from auditapp.ops.queries.ticket_board import board
from auditapp.ops.queries.tickets import populations
from auditapp.ops.ticket_findings import draft_finding, raise_from_exceptions
from auditapp.ops.ticket_import import ImportPlan, import_population, new_key, source_reader, unlock
from auditapp.ops.ticket_runs import run_rules
from auditapp.ops.tickets import CardFacts
from auditapp.tickets.inspect import inspect_source
from auditapp.tickets.mapping import parse
from auditapp.tickets.populations import TicketFiles
from auditapp.tickets.reading.source import ReadOptions
from auditapp.tickets.rules.library import load_library
from auditapp.tickets.rules.run import Request

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from auditapp.ops.queries.content import PackShelf
    from auditapp.ops.queries.ticket_rows import BoardRow
    from auditapp.store.audit_file import AuditFile

TICKETS = 40
LATE = 6
_RULES = ("R-110", "R-035", "R-102")
_WORDS = "self-test of the seal"
_HEADS = (
    "工单编号", "受理时间", "应办结时间", "报结时间", "回访时间", "受理渠道", "一级分类",
    "客户号码",
)  # fmt: skip


def try_tickets(
    audit: AuditFile, shelf: PackShelf, actor: UUID, folder: Path, content: Path
) -> tuple[int, BoardRow]:
    """Import a made-up sheet and test it; how many tickets, and the row of R-110."""
    sheet = folder / "selftest-tickets.xlsx"
    _write(sheet)
    files = TicketFiles(audit.path, audit.audit_id)
    new_key(audit, _WORDS, actor=actor)
    options = ReadOptions(temp_dir=folder)
    found = inspect_source(sheet, options, progress=Progress())
    columns = [column.name for column in found.columns]
    mapping = parse([f"{it.field}={it.column}" for it in found.suggestions], columns)
    plan = ImportPlan(
        CardFacts(title={Lang.ZH: "自检工单", Lang.EN: "Self-test tickets"}),
        (source_reader(sheet, mapping, options),),
        key=unlock(audit, _WORDS),
    )
    done = import_population(audit, files, plan, actor=actor, progress=Progress())
    library = load_library(content)
    rules = [library.rules[name] for name in _RULES]
    asked = Request(calendar="GB-ENG")
    run_rules(audit, files, done.value, rules, library, asked, actor=actor, progress=Progress())
    today = datetime.now().astimezone().date()
    row = next(it for it in board(audit, done.value, today=today).rows if it.rule_id == "R-110")
    draft = draft_finding(audit, files, shelf, row.result_id, today=today)
    audit.run(raise_from_exceptions(draft), actor=actor)
    return populations(audit, files)[0].rows, row


def _write(path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    page = book.worksheets[0]
    page.append(list(_HEADS))
    first = datetime(2026, 3, 2, 9)  # noqa: DTZ001  (as written in a sheet)
    for number in range(TICKETS):
        received = first + timedelta(hours=7 * number)
        due = received + timedelta(days=3)
        closed = due + timedelta(hours=2 if number < LATE else -20)
        page.append(
            [f"ST-{number:04d}", received, due, closed, closed + timedelta(days=2), "热线", "宽带",
             f"1380013{number:04d}"]
        )  # fmt: skip
    book.save(path)
