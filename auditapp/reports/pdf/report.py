"""The PDF improvement report: all sections of one report model, laid out once."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import IO, TYPE_CHECKING, Final

from auditapp.domain.vocabulary import Lang
from auditapp.reports import look
from auditapp.reports.output import NoProgress, refuse_missing, replacing
from auditapp.reports.pdf.blocks import Stack
from auditapp.reports.pdf.faces import FontFiles, load_faces
from auditapp.reports.pdf.kit import Kit, finding_key
from auditapp.reports.pdf.layout import PAGE, Frame, Pages, StopLayout
from auditapp.reports.pdf.pen import Pen
from auditapp.reports.pdf.sections.contents import Entry, fill_contents, reserve_contents
from auditapp.reports.pdf.sections.cover import draw_cover
from auditapp.reports.pdf.sections.findings import finding_blocks, good_practice_blocks
from auditapp.reports.pdf.sections.method import method_blocks
from auditapp.reports.pdf.sections.registers import action_blocks, evidence_blocks
from auditapp.reports.pdf.sections.scope import scope_blocks
from auditapp.reports.pdf.sections.scores import score_blocks
from auditapp.reports.pdf.sections.summary import summary_blocks
from auditapp.reports.pdf.sections.tickets import ticket_blocks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from auditapp.reports.labels import Labels
    from auditapp.reports.model import PictureLoader, ReportModel
    from auditapp.reports.output import Options, Progress
    from auditapp.reports.pdf.blocks import Block
    from auditapp.reports.pdf.sections.contents import Sheet

__all__ = ["SECTIONS", "FontFiles", "Section", "preview_page", "write_pdf", "write_report"]

#: Above this many findings the contents name the section alone; the side bar names them all.
MOST_IN_CONTENTS: Final = 60
_LANG_TAGS: Final = {Lang.ZH: "zh-CN", Lang.EN: "en"}
_BLOCKS_OUTSIDE: Final = 40


@dataclass(frozen=True, slots=True)
class Section:
    """A section after the contents: its place's key, its title's code, its blocks.

    One whose ``wanted`` says no is not printed and not in the contents.
    """

    key: str
    code: str
    blocks: Callable[[Kit], Iterator[Block]]
    wanted: Callable[[ReportModel], bool] = lambda model: True


#: The sections in their order. Another one finds its room here.
SECTIONS: Final[tuple[Section, ...]] = (
    Section("scope", "report.section.scope", scope_blocks),
    Section("scores", "report.section.scores", score_blocks),
    Section("findings", "report.section.findings", finding_blocks),
    Section("good", "report.section.good_practice", good_practice_blocks),
    Section("tickets", "report.section.tickets", ticket_blocks, lambda m: bool(m.tickets)),
    Section("actions", "report.section.actions", action_blocks),
    Section("evidence", "report.section.evidence", evidence_blocks),
    Section("method", "report.section.method", method_blocks),
)


@dataclass(frozen=True, slots=True)
class Sources:
    """What a report draws on besides its model: words, pictures, fonts."""

    labels: Labels
    loader: PictureLoader
    fonts: FontFiles


def write_report(
    model: ReportModel,
    target: Path,
    options: Options,
    sources: Sources,
    progress: Progress | None = None,
) -> None:
    """Write the report to ``target``, whole or not at all.

    ``sources.labels`` must be made for ``options.langs``; ``progress`` hears blocks and may raise
    to cancel. Raises UserError ``report_texts_missing``, ``export_unwritable``,
    ``export_disk_full``.
    """
    refuse_missing(model, options)
    with replacing(target) as stream:
        write_pdf(model, stream, sources, progress)


def write_pdf(
    model: ReportModel, stream: IO[bytes], sources: Sources, progress: Progress | None = None
) -> int:
    """Write the report to a binary stream; the number of its pages."""
    return _write(model, stream, sources, progress or NoProgress(), None)


def preview_page(model: ReportModel, sources: Sources, number: int) -> bytes:
    """A PDF that holds page ``number`` (from 1) alone, for the window's preview.

    Pages before it are laid out but not drawn, those after it neither; the total of pages and the
    page numbers of the contents that are not known yet stay open. Beyond the end it is the last
    page.
    """
    stream = BytesIO()
    last = _write(model, stream, sources, NoProgress(), number)
    if last < number:
        return preview_page(model, sources, last)
    return stream.getvalue()


def _write(
    model: ReportModel,
    stream: IO[bytes],
    sources: Sources,
    progress: Progress,
    only: int | None,
) -> int:
    faces = load_faces(sources.fonts)
    labels = sources.labels
    pen = Pen(stream, PAGE, faces, _LANG_TAGS[labels.langs[0]])
    pen.linking = only is None
    pen.describe(_properties(model, labels))
    pages = Pages(pen, _frame(model, labels), labels, only)
    numbers = frozenset(item.number for item in model.evidence)
    kit = Kit(model, labels, faces, sources.loader, pages.mark, numbers)
    sheets: list[Sheet] = []
    total: int | None = None
    try:
        _fill(kit, pages, sheets, progress)
        pages.close()
        total = pages.number
    except StopLayout:
        # A preview of the last page meets the end and the stop at once: the total is not known.
        total = None
    pages.fill_total(total)
    fill_contents(kit, pages, sheets)
    pen.finish()
    return pages.number


def _fill(kit: Kit, pages: Pages, sheets: list[Sheet], progress: Progress) -> None:
    """Cover, summary, contents, sections."""
    pages.open_page(bare=True)
    pages.mark("cover", kit.labels.say("report.section.cover"), 0, PAGE[1])
    if pages.pen.drawing:
        draw_cover(kit, pages.pen)
    pages.open_page()
    for block in summary_blocks(kit):
        pages.add(block)
    sheets.extend(reserve_contents(kit, pages, _entries(kit)))
    total = len(kit.model.findings) + _BLOCKS_OUTSIDE
    done = 0
    for place, section in enumerate(_sections(kit.model)):
        if place == 0 or section.key in _ON_NEW_PAGE:
            pages.open_page()
        for block in _kept_together(section.blocks(kit)):
            pages.add(block)
            done += 1
            progress.report(min(done, total), total)
    progress.report(total, total)


def _sections(model: ReportModel) -> list[Section]:
    return [section for section in SECTIONS if section.wanted(model)]


_ON_NEW_PAGE: Final = frozenset({"findings", "tickets", "actions", "method"})


def _kept_together(blocks: Iterator[Block]) -> Iterator[Block]:
    """The blocks, with titles joined to what follows them, so that none stands alone at a foot."""
    waiting: list[Block] = []
    for block in blocks:
        if block.keep_next:
            waiting.append(block)
        elif waiting:
            before = waiting[0].before
            yield Stack([*waiting, block], before=before)
            waiting = []
        else:
            yield block
    yield from waiting


def _entries(kit: Kit) -> list[Entry]:
    """The lines of the contents, all known before anything is laid out."""
    say = kit.labels.say
    model = kit.model
    entries = [Entry("summary", say("report.section.summary"), 0)]
    for section in _sections(model):
        entries.append(Entry(section.key, say(section.code), 0))
        found = {"findings": model.weaknesses, "good": model.good_practice}.get(section.key, ())
        if len(model.findings) > MOST_IN_CONTENTS:
            continue
        for finding in found:
            statement = [piece.text for piece in kit.labels.pieces(finding.statement)[:1]]
            text = " ".join([finding.shown_number, *statement])
            glyph = look.GRADE_GLYPH[finding.grade]
            colour = look.GRADE_COLOUR[finding.grade]
            entries.append(Entry(finding_key(finding), f"{glyph} {text}", 1, colour))
    return entries


def _properties(model: ReportModel, labels: Labels) -> dict[str, str]:
    header = model.header
    return {
        "title": labels.flat(header.title, " · "),
        "author": labels.flat(header.organisation, " · "),
        "subject": f"{labels.say('report.title')} {header.number}",
        "keywords": " ".join(("ISO 10002", header.document_number, header.head_hash)).strip(),
    }


def _frame(model: ReportModel, labels: Labels) -> Frame:
    """Document number · version · classification · head hash in the foot of every page."""
    header = model.header
    version = f"{labels.say('report.cover.version')} {header.version}"
    parts = (
        header.document_number or header.number,
        version,
        labels.flat(header.classification, " "),
        header.head_hash[:12],
    )
    head = (labels.flat(header.organisation, " "), labels.flat(header.title, " "))
    return Frame(
        head=" · ".join(part for part in head if part),
        foot=" · ".join(part for part in parts if part),
        watermark=labels.say("report.draft") if header.draft else "",
        warning="" if model.masking.masked else labels.say("report.unmasked_banner"),
    )
