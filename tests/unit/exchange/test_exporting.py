"""What an export says beside the audit: the words of its set of terms, every ambiguity."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import openpyxl
import pypdfium2
import pytest

from auditapp.domain.vocabulary import Lang, TermSet
from auditapp.exchange.exporting import Targets, options_for, sources_of, take, write_files
from auditapp.ops import audits
from auditapp.ops.queries.content import PackShelf
from auditapp.packs.problems import Collector
from auditapp.packs.registers import read_registers
from auditapp.paths import shipped_paths

if TYPE_CHECKING:
    from pathlib import Path

    from tests.world import World

AMBIGUITIES = read_registers([shipped_paths().checklists], Collector())[1]


@dataclass
class Written:
    """What stands in both files."""

    sheets: tuple[str, ...]
    heads: frozenset[str]
    cells: str
    pages: str


def export(world: World, folder: Path, lang: Lang) -> Written:
    taken = take(
        world.audit, PackShelf(world.audit), as_of=date(2026, 11, 23), ambiguities=AMBIGUITIES
    )
    targets = Targets(folder / "register.xlsx", folder / "report.pdf")
    options = options_for((lang,), allow_main=True)
    sources = sources_of(taken, (lang,), shipped_paths().fonts)
    write_files(taken.prepared(sources.labels.lead, masked=True), targets, options, sources)
    book = openpyxl.load_workbook(folder / "register.xlsx", read_only=True)
    heads: set[str] = set()
    cells: list[str] = []
    for sheet in book.worksheets:
        rows = [[str(it) for it in row if it] for row in sheet.iter_rows(values_only=True)]
        heads |= set(rows[0] if rows else [])
        cells += [" ".join(row) for row in rows]
    book.close()
    document = pypdfium2.PdfDocument(folder / "report.pdf")
    pages = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return Written(tuple(book.sheetnames), frozenset(heads), "\n".join(cells), "\n".join(pages))


@pytest.mark.parametrize("lang", list(Lang))
def test_register_and_report_speak_the_words_of_the_audit(
    world: World, tmp_path: Path, lang: Lang
) -> None:
    ours, theirs = (("审核发现", "审计发现") if lang is Lang.ZH else
                    ("Audit client", "Commissioning body"))  # fmt: skip
    plain = export(world, tmp_path, lang)
    assert ours in plain.pages
    assert theirs not in plain.pages
    world.audit.run(audits.set_frame(term_set=TermSet.INTERNAL_AUDIT), actor=world.leader)
    internal = export(world, tmp_path, lang)
    assert theirs in internal.pages
    assert ours not in internal.pages
    if lang is Lang.ZH:
        assert "审计发现" in internal.sheets
        left = [name for name in (*internal.sheets, *internal.heads) if "审核" in name]
        assert left == ["审核"]  # the title that the world gave its audit
        assert "重大问题" in internal.cells
        assert "严重不符合" not in internal.cells


def test_every_ambiguity_stands_in_the_method_annex(world: World, tmp_path: Path) -> None:
    written = export(world, tmp_path, Lang.ZH)
    assert len(AMBIGUITIES) >= 21
    for entry in AMBIGUITIES:
        chosen = next(it for it in entry.options if it.value == entry.default)
        for text in (entry.id, entry.text.zh, chosen.text.zh):
            assert text in written.cells, entry.id
        assert entry.id in written.pages
