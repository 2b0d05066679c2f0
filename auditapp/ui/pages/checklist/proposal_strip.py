"""What a ticket test says about a question: its figures, the result it proposes, one key to take
it over. The auditor decides; nothing is answered by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from auditapp.errors import UserError
from auditapp.ops.queries.ticket_proposals import WHY_UNIT, proposals_for
from auditapp.ops.ticket_findings import confirm_proposal, proposal_evidence
from auditapp.ui.widgets.labels import ResultBadge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditapp.ops.queries.question import QuestionView
    from auditapp.ops.queries.ticket_rows import Proposal
    from auditapp.ui.context import AppContext, ChangeNotice

MOST: Final = 2
"""Populations shown at once; the question has little room."""
KEY: Final = "A"


class ProposalStrip(QWidget):
    """One line a population whose rules answer this question; hidden where there is none.

    Signals:
        opened: show the result behind a proposal (its id).
    """

    opened = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._view: QuestionView | None = None
        self._locked = False
        self._folded = False
        self.shown: tuple[Proposal, ...] = ()
        self.lines = [ProposalLine(context, self) for _ in range(MOST)]
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for line in self.lines:
            box.addWidget(line)
            line.taken.connect(self._take)
            line.opened.connect(self.opened)
        context.changed.connect(self._on_changed)
        self.hide()

    def set_folded(self, *, on: bool) -> None:
        """Out of sight, whatever there is to show (interview mode)."""
        self._folded = on
        self.setVisible(bool(self.shown) and not on)

    def show_view(self, view: QuestionView, *, locked: bool) -> None:
        """Read what is proposed for a question in its unit."""
        self._view, self._locked = view, locked
        found: Sequence[Proposal] = ()
        if view.question.auto_rule is not None:
            found = proposals_for(self._context.audit, self._context.shelf, *view.asked.pair)
        # What names this unit comes before what does not.
        ranked = sorted(found, key=lambda it: (it.result is None, it.why == WHY_UNIT))
        self.shown = tuple(ranked[:MOST])
        self._fill()

    def take_over(self) -> None:
        """Take over the first proposal that can be taken; nothing happens without one."""
        for line in self.lines[: len(self.shown)]:
            if line.take_button.isEnabled() and not self._locked:
                line.take_button.click()
                return

    def retranslate(self) -> None:
        """Set every string again."""
        self._fill()

    # -- inside -------------------------------------------------------------------------------

    def _fill(self) -> None:
        for number, line in enumerate(self.lines):
            proposal = self.shown[number] if number < len(self.shown) else None
            line.show_proposal(proposal, locked=self._locked, first=number == 0)
        self.setVisible(bool(self.shown) and not self._folded)

    def _on_changed(self, notice: ChangeNotice) -> None:
        if self._view is not None and notice.touches("rule_run", "population"):
            self.show_view(self._view, locked=self._locked)

    def _take(self, proposal: Proposal) -> None:
        view, context = self._view, self._context
        if view is None or self._locked:
            return
        today = context.audit.now().astimezone().date()
        try:
            title, body = proposal_evidence(context.audit, proposal, today=today)
            op = confirm_proposal(proposal, binding=not view.guidance_only, title=title, body=body)
        except UserError as error:
            context.refused.emit(error)
            return
        if context.perform(op) is not None:
            said = self.tr("{question}: taken over from {rule}")
            context.notify(
                said.format(question=proposal.question_id, rule=proposal.rule_id),
                self.tr("Undo"),
                context.undo,
            )


class ProposalLine(QWidget):
    """Signals:
    taken: take this over (Proposal). opened: show its result (UUID).
    """

    taken = Signal(object)
    opened = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._proposal: Proposal | None = None
        self.words = QLabel(self)
        self.words.setProperty("role", "caption")
        self.words.setWordWrap(True)
        self.badge = ResultBadge(context.theme, self)
        self.show_button = QPushButton(self)
        self.take_button = QPushButton(self)
        for button in (self.show_button, self.take_button):
            button.setProperty("role", "side")
        context.icons.assign(self.show_button, "tickets", "muted", 16)
        context.icons.assign(self.take_button, "check", "accent", 16)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.show_button)
        box.addWidget(self.words, 1)
        box.addWidget(self.badge)
        box.addWidget(self.take_button)
        self.show_button.clicked.connect(self._on_open)
        self.take_button.clicked.connect(self._on_take)

    def show_proposal(self, proposal: Proposal | None, *, locked: bool, first: bool) -> None:
        """Show a proposal; None hides the line."""
        self._proposal = proposal
        self.setVisible(proposal is not None)
        if proposal is None:
            return
        texts = self._context.texts
        self.show_button.setText(proposal.rule_id)
        shown = self.tr("Show the result of {rule}").format(rule=proposal.rule_id)
        self.show_button.setAccessibleName(shown)
        self.show_button.setToolTip(shown)
        self.words.setText(self._words(proposal))
        self.badge.show_member(proposal.result, texts)
        self.badge.setVisible(proposal.result is not None)
        self.take_button.setText(
            self.tr("as answered") if proposal.agrees else self.tr("Take over")
        )
        name = self.tr("Answer with what the test proposes, its figures as evidence")
        self.take_button.setAccessibleName(name)
        self.take_button.setToolTip(f"{name}  {KEY}" if first else name)
        self.take_button.setVisible(proposal.result is not None)
        self.take_button.setEnabled(not locked and not proposal.agrees)

    def _words(self, proposal: Proposal) -> str:
        texts = self._context.texts
        parts: list[str] = []
        if proposal.denominator:
            said = self.tr("{n} of {total} tickets fail ({share})")
            share = proposal.numerator / proposal.denominator
            parts.append(
                said.format(
                    n=texts.number(proposal.numerator),
                    total=texts.number(proposal.denominator),
                    share=texts.percent(share, 1),
                )
            )
        if proposal.cannot_test:
            said = self.tr("{n} cannot be tested")
            parts.append(said.format(n=texts.number(proposal.cannot_test)))
        parts.append(texts.say(f"ticket_proposal.{proposal.why}"))
        if not proposal.complete:
            parts.append(texts.say("ticket_mark.not_complete"))
        return " · ".join(parts)

    def _on_open(self) -> None:
        if self._proposal is not None:
            self.opened.emit(self._proposal.result_id)

    def _on_take(self) -> None:
        if self._proposal is not None:
            self.taken.emit(self._proposal)
