"""Packs that come and go: copies of others, files to send, files that arrive."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from auditapp.errors import UserError
from auditapp.packs.bundles import Arrival, look_at, read_bundle, write_bundle
from auditapp.packs.own_packs import save_pack
from auditapp.packs.tailoring import copy_pack
from auditapp.ui.pages.packs.collection import node_of
from auditapp.ui.pages.packs.details import DetailsDialog
from auditapp.ui.pages.report.outside import open_outside

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

    from auditapp.jobs.progress import Progress
    from auditapp.packs.excel_read import Authored
    from auditapp.packs.foreign_tables import Table
    from auditapp.packs.source import PackSource
    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.packs.collection import Collection, Entry

_BUNDLES: Final = (".yaml", ".yml")
_TABLES: Final = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".txt")
_NOT_OURS: Final = frozenset({"pack_excel_not_ours", "pack_excel_unreadable", "pack_excel_strict"})


class Transfer(QObject):
    """Opens the dialogs and does the work; the window shows what came.

    Signals:
        arrived: a pack of one's own was saved (PackSource).
        refused: it cannot be (UserError). said: it was done (a sentence).
    """

    arrived = Signal(object)
    refused = Signal(object)
    said = Signal(str)

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self.collection: Collection | None = None

    # -- a copy -------------------------------------------------------------------------------

    def copy(self, collection: Collection, entry: Entry) -> None:
        """Ask for id and names of a copy, and make it."""
        head = entry.source.head if entry.source is not None else {}
        dialog = DetailsDialog(
            self._context,
            self.tr("Copy {pack} and tailor it").format(pack=entry.id),
            self.tr("The copy is your own: reword, switch off, add and reorder its questions."),
            self.tr("Make the copy"),
            self._window,
        )
        name = dialog.add_line(
            self.tr("Id (2 to 12 capital letters and digits)"), collection.free_id(f"{entry.id}X")
        )
        given = node_of(head.get("title"))
        zh = dialog.add_line(self.tr("Title in Chinese"), str(given.get("zh", "")))
        en = dialog.add_line(self.tr("Title in English"), str(given.get("en", "")))

        def make() -> None:
            pack_id = name.text().strip()
            if collection.entry(pack_id) is not None:
                raise UserError("pack_id_built_in", id=pack_id)
            title = {"en": en.text().strip(), "zh": zh.text().strip()}
            title = {lang: text for lang, text in title.items() if text}
            copied = copy_pack(entry.full_source(), pack_id, title=title or None)
            saved = save_pack(collection.own_root, copied, collection.library)
            said = self.tr("{pack} is yours now. Choose a question and edit it.")
            self.said.emit(said.format(pack=saved.id))
            self.arrived.emit(saved)

        dialog.on_yes = make
        dialog.open()

    # -- files to send ------------------------------------------------------------------------

    def export(
        self, collection: Collection, entry: Entry, source: PackSource | None, kind: str
    ) -> None:
        """Ask for a file and write it: ``excel`` or ``bundle``."""
        suffix = ".xlsx" if kind == "excel" else ".yaml"
        name = f"{entry.id}-{source.version if source is not None else 1}{suffix}"
        filters = f"*{suffix}"
        path, _ = QFileDialog.getSaveFileName(self._window, self.tr("Export"), name, filters)
        if path:
            self.write(collection, entry, source, Path(path), kind)

    def write(
        self,
        collection: Collection,
        entry: Entry,
        source: PackSource | None,
        target: Path,
        kind: str,
    ) -> None:
        """Write a pack to a file, beside the window."""
        library = collection.library
        mine = source if entry.is_own else None

        def work(progress: Progress) -> Path:
            whole = mine or entry.full_source()
            if kind == "excel":
                from auditapp.packs.excel_write import write_workbook

                write_workbook(whole, library, target, progress=progress)
            else:
                write_bundle(whole, library, target)
            return target

        self._context.jobs.run(
            work, self._on_written, title=self.tr("Writing the pack"), on_error=self.refused.emit
        )

    def _on_written(self, path: Path) -> None:
        self.said.emit(self.tr("Written: {names}").format(names=path.name))
        self._context.notify(
            self.tr("Written: {names}").format(names=path.name),
            self.tr("Open folder"),
            lambda: open_outside(path.parent),
        )

    # -- files that arrive --------------------------------------------------------------------

    def choose_file(self) -> None:
        """Ask for a file and read it."""
        if self.collection is None:
            return
        kinds = " ".join(f"*{it}" for it in (*_BUNDLES, *_TABLES))
        filters = self.tr("Packs and checklists") + f" ({kinds})"
        path, _ = QFileDialog.getOpenFileName(self._window, self.tr("Import"), "", filters)
        if path:
            self.read(Path(path))

    @staticmethod
    def path_of(data: QMimeData) -> Path | None:
        """The one file that is dragged."""
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        return paths[0] if len(paths) == 1 and paths[0].is_file() else None

    def read(self, path: Path) -> None:
        """Read a file as a job; what it is decides which dialog comes."""
        collection = self.collection
        if collection is None:
            return
        library = collection.library
        suffix = path.suffix.casefold()
        self.said.emit(self.tr("Reading {file} …").format(file=path.name))

        def work(progress: Progress) -> Arrival | Authored | tuple[Table, ...]:
            if suffix in _BUNDLES:
                return look_at(read_bundle(path), library)
            if suffix not in _TABLES:
                raise UserError("pack_file_unknown", file=path.name)
            if suffix == ".xlsx":
                from auditapp.packs.excel_read import read_workbook

                try:
                    return read_workbook(path, library, progress=progress)
                except UserError as error:
                    if error.code not in _NOT_OURS:
                        raise
            return _tables(path, progress)

        def show(found: Arrival | Authored | tuple[Table, ...]) -> None:
            self.said.emit("")
            self._show(path, found)

        self._context.jobs.run(
            work, show, title=self.tr("Reading the file"), on_error=self._on_unread(path)
        )

    def _on_unread(self, path: Path) -> Callable[[UserError], None]:
        def refuse(error: UserError) -> None:
            # A CSV in an encoding that was not recognised: the user may know it.
            if error.code == "pack_foreign_encoding":
                self._show(path, ())
            self.refused.emit(error)

        return refuse

    def _show(self, path: Path, found: Arrival | Authored | tuple[Table, ...]) -> None:
        from auditapp.ui.pages.packs.arriving import ArrivalDialog, WorkbookDialog
        from auditapp.ui.pages.packs.foreign_dialog import ForeignDialog

        collection = self.collection
        if collection is None:
            return
        dialog: ForeignDialog | ArrivalDialog | WorkbookDialog
        if isinstance(found, tuple):
            dialog = ForeignDialog(self._context, collection, path, found, self._window)
        elif isinstance(found, Arrival):
            dialog = ArrivalDialog(self._context, collection, found, self._window)
        else:
            dialog = WorkbookDialog(self._context, collection, found, self._window)
        dialog.arrived.connect(self._on_taken)
        dialog.open()

    def _on_taken(self, source: PackSource) -> None:
        said = self.tr("{pack} was imported as version {version}.")
        self.said.emit(said.format(pack=source.id, version=source.version))
        self.arrived.emit(source)


def _tables(path: Path, progress: Progress) -> tuple[Table, ...]:
    from auditapp.packs.foreign_tables import read_tables

    try:
        return read_tables(path, progress=progress)
    except OSError as error:
        raise UserError("pack_foreign_unreadable", file=path.name) from error
