"""What the keys and buttons of the page do to the current answer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from auditapp.domain.vocabulary import Result
from auditapp.ops.queries import evidence
from auditapp.ui.pages.checklist.history_popover import HistoryPopover
from auditapp.ui.pages.checklist.intake import PICTURES, files_of
from auditapp.ui.pages.checklist.link_dialog import LinkDialog
from auditapp.ui.pages.checklist.note_dialog import NoteDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QMimeData

    from auditapp.domain.vocabulary import SignOffStage
    from auditapp.ops.queries.content import Pair
    from auditapp.ops.queries.evidence import EvidenceChip
    from auditapp.ui.pages.checklist.deeds import Deeds
    from auditapp.ui.pages.checklist.desk import Desk

SETTLED: Final = frozenset({Result.CONFORMING, Result.NOT_APPLICABLE})
"""Results after which a key goes on: the others want a note or a finding first."""


class Answering(QObject):
    """Commands on the desk's current pair; each commits what was typed before it acts."""

    def __init__(self, desk: Desk, deeds: Deeds, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._deeds = deeds
        self._page = page
        self._back_to_matrix = False

    def give_by_key(self, result: Result | None) -> None:
        """Set the result; one that settles the question goes on to the next."""
        desk = self._desk
        here = desk.pair
        beside = None if desk.frame.is_matrix else desk.listing.beside(here, 1)
        if result not in SETTLED or here is None or beside is None:
            self._give(result)
            return
        desk.frame.question.settle_note()
        desk.is_leaving = True
        try:
            done = self._give(result)
        finally:
            desk.is_leaving = False
        if done and beside in desk.listing.rows:
            desk.go_to(beside, 1)
        elif done:  # the answer took the next question out
            desk.go_past(here)

    def give(self, result: Result | None) -> None:
        """Set the result and stay."""
        self._give(result)

    def give_reason(self, reason: str) -> None:
        """Set *not applicable* with its reason; asked for by a key, it goes on."""
        desk, pane = self._desk, self._desk.frame.question
        view = desk.view
        if view is None or desk.is_locked():
            return
        asked, pane.asks_reason = pane.asks_reason, False
        if not self._deeds.give(view, Result.NOT_APPLICABLE, reason):
            return
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._back_to_matrix:
            self._back_to_matrix = False
            desk.set_matrix(on=True)
        elif asked:
            desk.go_past(view.asked.pair)

    def set_degree(self, degree: int) -> None:
        """Set the degree of fulfilment."""
        if self._desk.view is not None:
            self._deeds.set_degree(self._desk.view, degree)

    def raise_finding(self) -> None:
        """Raise a finding from the current question, with what was just typed."""
        if self._ready() and self._desk.view is not None:
            self._deeds.raise_finding(self._desk.view, self._desk.languages)

    def sign(self, stage: SignOffStage) -> None:
        """Mark the answer as prepared or reviewed, or take the own mark back."""
        chip = self._desk.frame.question.signs.chips[stage]
        if chip.isEnabled() and self._ready() and self._desk.view is not None:
            self._deeds.sign(self._desk.view, stage)

    def show_history(self) -> None:
        """Show who changed this answer."""
        frame, view = self._desk.frame, self._desk.view
        if view is None or frame.is_interview or frame.is_matrix:
            return
        answer = None if view.answer is None else view.answer.id
        popover = HistoryPopover(self._desk.context, view.history, self._page, answer_id=answer)
        popover.show_below(frame.question.ui.history_button)

    # -- evidence -----------------------------------------------------------------------------

    def add_files(self, paths: Sequence[Path]) -> None:
        """Add files as evidence of the current answer."""
        pair = self._desk.pair
        if paths and pair is not None and not self._desk.is_locked():
            self._deeds.take_files(pair, paths, self._desk.languages)

    def take_media(self, source: QMimeData) -> None:
        """Add what was dropped or pasted: files, else a picture."""
        desk, paths = self._desk, files_of(source)
        if desk.pair is None or desk.is_locked():
            return
        if paths:
            self.add_files(paths)
        elif not self._deeds.take_picture(desk.pair, source, desk.languages):
            desk.context.notify(self.tr("There is neither a picture nor a file to take"))

    def paste(self) -> None:
        """Add what the clipboard holds."""
        self.take_media(QGuiApplication.clipboard().mimeData())

    def choose_files(self) -> None:
        """Ask for files to add."""
        self._choose(self.tr("Add files"), self.tr("All files") + " (*)")

    def choose_photos(self) -> None:
        """Ask for the camera's pictures."""
        kinds = " ".join(f"*{ending}" for ending in sorted(PICTURES))
        self._choose(self.tr("Add photos"), self.tr("Pictures") + f" ({kinds})")

    def write_note(self) -> None:
        """Ask for a typed record and add it as evidence."""
        desk = self._desk
        pair = desk.pair
        if pair is None or desk.is_locked():
            return
        dialog = NoteDialog(desk.context.texts, self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._add_note(dialog, pair))
        dialog.open()

    def link_evidence(self) -> None:
        """Let existing items support this answer."""
        desk, view = self._desk, self._desk.view
        if view is None or desk.is_locked():
            return
        here = {chip.id for chip in view.evidence}
        rows = [row for row in evidence.evidence_list(desk.context.audit) if row.id not in here]
        dialog = LinkDialog(desk.context, rows, self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._deeds.link(view.asked.pair, dialog.chosen))
        dialog.open()

    def unlink(self, item: EvidenceChip) -> None:
        """Take an item off this answer."""
        if self._desk.pair is not None and not self._desk.is_locked():
            self._deeds.unlink(self._desk.pair, item.id, item.number)

    # -- inside -------------------------------------------------------------------------------

    def _give(self, result: Result | None) -> bool:
        desk = self._desk
        if not self._ready() or desk.view is None:
            return False
        view = desk.view
        if result is Result.NOT_APPLICABLE and view.results[result] is None:
            reason = None if view.answer is None else view.answer.reason
            if not reason:
                self._back_to_matrix = desk.frame.is_matrix
                desk.set_matrix(on=False)
                desk.frame.set_interview(on=False)
                desk.frame.question.ask_reason()
                return False
        return self._deeds.give(view, result)

    def _ready(self) -> bool:
        """Commit what was typed; False when nothing may be changed."""
        if self._desk.view is None or self._desk.is_locked():
            return False
        self._desk.frame.question.settle_note()
        return True

    def _choose(self, title: str, kinds: str) -> None:
        names, _ = QFileDialog.getOpenFileNames(self._page, title, "", kinds)
        self.add_files([Path(name) for name in names])

    def _add_note(self, dialog: NoteDialog, pair: Pair) -> None:
        self._deeds.add_note(pair, dialog.kind, dialog.facts(self._desk.languages.main))
