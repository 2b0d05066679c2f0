"""Proposing a selection: by risk, within the team's hours; previewed, taken over as one step."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from auditapp.errors import UserError
from auditapp.ops import selection
from auditapp.ops.queries import effort
from auditapp.store.audit_file import AuditFile
from auditapp.ui.pages.plan.proposal_dialog import Before, ProposalDialog
from auditapp.ui.pages.plan.questions_pane import ASKED, NOT_ASKED

if TYPE_CHECKING:
    from auditapp.domain.selection import LeftOutReason
    from auditapp.ops.queries.standing import Pair
    from auditapp.ui.pages.plan.questions_pane import QuestionsPane


class Proposing(QObject):
    """Opens the proposal; ``last`` is the last audit's file, once it was named."""

    def __init__(self, pane: QuestionsPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._desk = pane.desk
        self._context = pane.context
        self.last: Path | None = None

    def propose(self) -> None:
        """Show the proposed selection; without hours there is none to make."""
        audit, shelf = self._context.audit, self._desk.shelf
        if not effort.effort_view(audit, shelf).slots:
            self._context.notify(self.tr("Enter the team's hours first: the proposal fits them."))
            return
        dialog = ProposalDialog(self._context, self._pane.window())
        dialog.taken.connect(self._on_taken)

        def name_last() -> None:
            if self._choose_last():
                self._fill(dialog)

        dialog.last_wanted.connect(name_last)
        if self._fill(dialog):
            dialog.open()
        else:
            dialog.deleteLater()

    def _fill(self, dialog: ProposalDialog) -> bool:
        audit, shelf = self._context.audit, self._desk.shelf
        try:
            risks = self._risks()
        except UserError as error:
            self.last = None
            self._context.refused.emit(error)
            return False
        before = Before(
            frozenset(line.pair for line in self._pane.lines[ASKED]),
            frozenset(line.pair for line in self._pane.lines[NOT_ASKED] if line.is_left_out),
        )
        dialog.show_proposal(
            effort.proposal(audit, shelf, risks),
            before,
            words=self._pane.words,
            units={it.id: it.code for it in self._desk.plan.units},
            last="" if self.last is None else self.last.stem,
        )
        return True

    def _risks(self) -> effort.Risks:
        if self.last is None:
            return effort.known_risks(self._context.audit)
        last = AuditFile.open_for_reading(self.last)
        try:
            return effort.known_risks(self._context.audit, last)
        finally:
            last.close()

    def _choose_last(self) -> bool:
        folder = str(self._context.audit.path.parent)
        kinds = self.tr("Audits") + " (*.audit)"
        name, _ = QFileDialog.getOpenFileName(self._pane, self.tr("The last audit"), folder, kinds)
        if name:
            self.last = Path(name)
        return bool(name)

    def _on_taken(
        self, leave: list[Pair], ask: list[Pair], reason: LeftOutReason, note: str | None
    ) -> None:
        op = selection.settle(leave, ask, reason=reason, note=note)
        if self._desk.did(op):
            said = self.tr("Selection taken over: {leave} left out, {ask} asked again.")
            self._context.notify(
                said.format(leave=len(leave), ask=len(ask)), self.tr("Undo"), self._context.undo
            )
