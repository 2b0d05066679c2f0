"""What an export is made of, shared by the command line and the window.

``take`` is the one short read; everything after it works on plain data and may run beside the
window. The audit file is not written.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from auditapp.domain import masking
from auditapp.domain.vocabulary import Lang
from auditapp.ops.queries.report import names_to_mask, picture_loader, report_model
from auditapp.reports.labels import labels_for
from auditapp.reports.masking import mask_model
from auditapp.reports.output import NoProgress, Options, Progress
from auditapp.reports.pdf.faces import FontFiles
from auditapp.reports.pdf.report import Sources, write_report
from auditapp.reports.walk import missing_texts
from auditapp.reports.xlsx.register import write_register

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from auditapp.ops.queries.content import PackShelf
    from auditapp.packs.content import Ambiguity
    from auditapp.reports.masking import Mask
    from auditapp.reports.model import PictureLoader, ReportModel
    from auditapp.reports.walk import MissingPrint
    from auditapp.store.audit_file import AuditFile
    from auditapp.texts import Texts

_STEPS: Final = 1000


@dataclass(frozen=True, slots=True)
class Taken:
    """What one read took out of the file: the model as it stands, and what to mask in it."""

    model: ReportModel
    names: tuple[str, ...]
    loader: PictureLoader

    def prepared(self, texts: Texts, *, masked: bool) -> ReportModel:
        """The model as it prints: masked (replacements in the words of ``texts``) or not."""
        return mask_model(self.model, _mask(texts), self.names) if masked else self.model


@dataclass(frozen=True, slots=True)
class Targets:
    """The files to write; None leaves one out."""

    register: Path | None = None
    report: Path | None = None


def take(
    audit: AuditFile,
    shelf: PackShelf,
    *,
    as_of: date,
    ambiguities: Iterable[Ambiguity] = (),
    with_sql: bool = False,
) -> Taken:
    """Read what an export needs; flush drafts before. ``with_sql`` prints the SQL of rules."""
    model = report_model(audit, shelf, as_of=as_of, ambiguities=ambiguities, with_sql=with_sql)
    return Taken(model, names_to_mask(audit), picture_loader(audit))


def both_languages(main: Lang) -> tuple[Lang, ...]:
    """Both languages, the audit's main one first."""
    return (main, Lang.EN if main is Lang.ZH else Lang.ZH)


def options_for(langs: tuple[Lang, ...], *, allow_main: bool) -> Options:
    """The options of an export. In both languages a text that is there once prints once, so it is
    always allowed."""
    return Options(langs, allow_main=allow_main or len(langs) > 1)


def lacking(model: ReportModel, langs: tuple[Lang, ...]) -> tuple[MissingPrint, ...]:
    """The texts that a printed language lacks."""
    return missing_texts(model, langs)


def sources_of(taken: Taken, langs: tuple[Lang, ...], fonts: Path) -> Sources:
    """What an export draws on: the words of the audit's set of terms, its pictures, ``fonts`` (the
    folder of the shipped ones)."""
    files = FontFiles(fonts / "NotoSansSC-Regular.ttf", fonts / "NotoSansSC-Bold.ttf")
    return Sources(labels_for(langs, taken.model.header.terms), taken.loader, files)


def write_files(
    model: ReportModel,
    targets: Targets,
    options: Options,
    sources: Sources,
    progress: Progress | None = None,
) -> tuple[Path, ...]:
    """Write register and report, each whole or not at all; the paths in that order.

    ``progress`` may raise to cancel. Raises UserError ``report_texts_missing``,
    ``export_unwritable``, ``export_disk_full``.
    """
    told = progress or NoProgress()
    wanted = [path for path in (targets.register, targets.report) if path is not None]
    done = 0
    if targets.register is not None:
        share = _Share(told, done, len(wanted))
        write_register(model, targets.register, options, sources.labels, share)
        done += 1
    if targets.report is not None:
        share = _Share(told, done, len(wanted))
        write_report(model, targets.report, options, sources, share)
    return tuple(wanted)


@dataclass(frozen=True, slots=True)
class _Share:
    """One file's part of the whole progress."""

    whole: Progress
    before: int
    files: int

    def report(self, done: int, total: int, /) -> None:
        part = _STEPS // self.files
        moved = part * min(done, total) // total if total else 0
        self.whole.report(self.before * part + moved, part * self.files)


def _mask(texts: Texts) -> Mask:
    say = texts.say
    return masking.rule(labels={kind: say("mask.label", kind=kind) for kind in masking.MaskKind})
