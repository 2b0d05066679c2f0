"""The pages of the PDF as pictures: laid out and rendered in a job, the latest request wins.

A page is first laid out alone, so that it is there at once; then the whole document is made beside
it, which gives the number of pages and makes turning them quick. Everything runs in the pool with
one thread: PDFium and the layout are called from no other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from auditapp.exchange.exporting import sources_of
from auditapp.jobs.progress import Cancelled
from auditapp.paths import shipped_paths
from auditapp.reports.pdf.report import preview_page, write_pdf
from auditapp.reports.preview import Preview

if TYPE_CHECKING:
    from auditapp.domain.vocabulary import Lang
    from auditapp.errors import UserError
    from auditapp.exchange.exporting import Taken
    from auditapp.jobs.progress import Progress
    from auditapp.reports.model import ReportModel
    from auditapp.texts import Texts
    from auditapp.ui.context import AppContext
    from auditapp.ui.job_runner import Job

NARROWEST: Final = 64
WIDEST: Final = 3000


@dataclass(eq=False)
class Draft:
    """A report that can be looked at: what was read, and how it is printed. One per read and
    choice; compared by identity."""

    taken: Taken
    texts: Texts
    langs: tuple[Lang, ...]
    masked: bool
    _model: list[ReportModel] = field(default_factory=list["ReportModel"])

    def model(self) -> ReportModel:
        """The model as it prints, made once; called in the job's thread."""
        if not self._model:
            self._model.append(self.taken.prepared(self.texts, masked=self.masked))
        return self._model[0]


@dataclass(frozen=True)
class Picture:
    """A page as a PNG; ``total`` is None while nobody has counted the pages."""

    draft: Draft
    number: int
    total: int | None
    png: bytes


@dataclass(frozen=True)
class _Wanted:
    draft: Draft
    number: int
    width: int


@dataclass(frozen=True)
class _Whole:
    draft: Draft
    data: bytes
    pages: int


class Rendering(QObject):
    """Asks for pages and hands them over.

    Signals:
        shown: a page is there (Picture).
        counted: the number of pages is known (Draft, int).
        failed: a page could not be made (UserError).
    """

    shown = Signal(object)
    counted = Signal(object, int)
    failed = Signal(object)

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted: _Wanted | None = None
        self._last: _Wanted | None = None
        self._page_job: Job[Picture] | None = None
        self._whole_job: Job[_Whole] | None = None
        self._whole: _Whole | None = None
        context.jobs.finished.connect(self._on_finished)

    @property
    def is_busy(self) -> bool:
        """Whether a page is asked for that is not there yet."""
        return self._page_job is not None or self._wanted is not None

    def ask(self, draft: Draft, number: int, width: int) -> None:
        """Show a page (from 1) that is ``width`` pixels wide; replaces what was asked before."""
        wanted = _Wanted(draft, max(number, 1), min(max(width, NARROWEST), WIDEST))
        if wanted == self._last:
            return
        self._wanted = self._last = wanted
        if self._whole_job is not None:
            self._whole_job.cancel()
        if self._page_job is None:
            self._begin()

    def stop(self) -> None:
        """Forget what was asked."""
        self._wanted = None
        for job in (self._page_job, self._whole_job):
            if job is not None:
                job.cancel()

    def _begin(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        whole = self._whole if self._whole and self._whole.draft is wanted.draft else None

        def work(progress: Progress) -> Picture:
            progress.check()
            return _render(wanted, whole)

        self._page_job = self._context.jobs.run(
            work,
            self._on_page,
            title=self.tr("Laying out the report"),
            on_error=self._on_page_failed,
            uses_audit=True,
        )

    def _on_page(self, picture: Picture) -> None:
        if not isValid(self):
            return
        self._page_job = None
        if self._wanted is not None:
            self._begin()
            return
        self.shown.emit(picture)
        if picture.total is None and self._whole_job is None:
            self._count(picture.draft)

    def _on_page_failed(self, error: UserError) -> None:
        if not isValid(self):
            return
        self._page_job = self._last = None
        self.failed.emit(error)
        self._begin()

    def _count(self, draft: Draft) -> None:
        def work(progress: Progress) -> _Whole | None:
            if progress.cancelled:
                return None
            return _laid_out(draft, progress)

        def done(whole: _Whole | None) -> None:
            if not isValid(self):
                return
            self._whole_job = None
            if whole is not None:
                self._whole = whole
                self._last = None  # the same page has its total now
                self.counted.emit(whole.draft, whole.pages)

        self._whole_job = self._context.jobs.run(  # pyright: ignore[reportAttributeAccessIssue]
            work,
            done,
            title=self.tr("Laying out the report"),
            on_error=self._on_count_failed,
            uses_audit=True,
        )

    def _on_finished(self, job: Job[object]) -> None:
        # A cancelled job just ends, without a call back.
        if not was_cancelled(job):
            return
        if job is self._whole_job:
            self._whole_job = None
        elif job is self._page_job:
            self._page_job = self._last = None
            self._begin()

    def _on_count_failed(self, error: UserError) -> None:
        if isValid(self):
            self._whole_job = None
            self.failed.emit(error)


def was_cancelled(job: Job[object]) -> bool:
    """Whether a job that has finished was stopped, so that nobody is called back."""
    future = job.future
    if future is None or future.cancelled():
        return True
    return isinstance(future.exception(), Cancelled)


def _render(wanted: _Wanted, whole: _Whole | None) -> Picture:
    if whole is not None:
        number = min(wanted.number, whole.pages)
        with Preview(whole.data) as pages:
            png = pages.png(number - 1, wanted.width)
        return Picture(wanted.draft, number, whole.pages, png)
    draft = wanted.draft
    fonts = shipped_paths().fonts
    sources = sources_of(draft.taken, draft.langs, fonts)
    data = preview_page(draft.model(), sources, wanted.number)
    with Preview(data) as pages:
        return Picture(draft, wanted.number, None, pages.png(0, wanted.width))


def _laid_out(draft: Draft, progress: Progress) -> _Whole:
    stream = BytesIO()
    sources = sources_of(draft.taken, draft.langs, shipped_paths().fonts)
    pages = write_pdf(draft.model(), stream, sources, progress)
    return _Whole(draft, stream.getvalue(), pages)
