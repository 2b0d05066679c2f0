"""The proposed selection: what fits the hours, what does not, and why; taken over as one step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox

from auditapp.domain.selection import LeftOutReason, Why
from auditapp.domain.vocabulary import Grade
from auditapp.ui._gen.ui_plan_proposal_dialog import Ui_PlanProposalDialog
from auditapp.ui.pages.plan.hours import say_hours
from auditapp.ui.pages.plan.leave_out_dialog import chosen_reason, offer_reasons
from auditapp.ui.widgets.inputs import SegmentedButtons
from auditapp.ui.widgets.table import Column, RowsModel, RowTable

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from PySide6.QtWidgets import QWidget

    from auditapp.domain.selection import Pair, Point, Proposal, Proposed
    from auditapp.texts import Texts
    from auditapp.ui.context import AppContext

_VIEWS = 3
_CHANGES, _LEFT_OUT, _ASKED = range(_VIEWS)


@dataclass(frozen=True, slots=True)
class Before:
    """What the plan says now, to compare with: what it asks, what it left out."""

    asked: frozenset[Pair]
    left_out: frozenset[Pair]


class ProposalDialog(QDialog):
    """Shows a proposal; what changes comes first.

    Signals:
        taken: (pairs to leave out, pairs to ask again, LeftOutReason, note or None).
        last_wanted: the user wants to name the last audit's file.
    """

    taken = Signal(object, object, object, object)
    last_wanted = Signal()

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._texts: Texts = context.texts
        self._lang = context.lang
        self._proposal: Proposal | None = None
        self._before = Before(frozenset(), frozenset())
        self._words: Mapping[str, str] = {}
        self._units: Mapping[object, str] = {}
        self.ui = Ui_PlanProposalDialog()
        self.ui.setupUi(self)
        self.setWindowTitle(self.ui.title_label.text())
        self.views = SegmentedButtons(context.theme, _VIEWS, self)
        self.views.current = _CHANGES
        self.ui.view_row.addWidget(self.views)
        self.model: RowsModel[Proposed] = RowsModel(
            self._columns(), lambda it: it.candidate.pair, self
        )
        self.table: RowTable[Proposed] = RowTable(self.model, self)
        self.table.setAccessibleName(self.ui.title_label.text())
        self.ui.table_slot.addWidget(self.table)
        offer_reasons(self.ui.reason_combo, self._texts, LeftOutReason.NO_TIME)
        self.ok_button = self.ui.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok_button.setText(self.tr("Take over"))
        self.views.chosen.connect(self._filter)
        self.ui.last_button.clicked.connect(self.last_wanted)
        self.ui.reason_combo.currentIndexChanged.connect(self._check)
        self.ui.note_edit.textChanged.connect(self._check)
        self.ui.buttons.accepted.connect(self._on_accepted)
        self.ui.buttons.rejected.connect(self.reject)

    @property
    def leave(self) -> list[Pair]:
        """What is newly left out."""
        rows = () if self._proposal is None else self._proposal.left_out
        return [it.candidate.pair for it in rows if it.candidate.pair in self._before.asked]

    @property
    def ask(self) -> list[Pair]:
        """What is asked again."""
        rows = () if self._proposal is None else self._proposal.asked
        return [it.candidate.pair for it in rows if it.candidate.pair in self._before.left_out]

    def show_proposal(
        self,
        proposal: Proposal,
        before: Before,
        *,
        words: Mapping[str, str],
        units: Mapping[object, str],
        last: str = "",
    ) -> None:
        """Show a proposal; ``words`` by question, ``units`` by id, ``last`` the last audit."""
        self._proposal, self._before = proposal, before
        self._words, self._units = words, units
        said = self.tr("{asked} questions fit: {planned} of {hours} hours. {out} do not fit.")
        self.ui.sentence_label.setText(
            said.format(
                asked=len(proposal.asked),
                planned=say_hours(proposal.minutes, 1) or "0",
                hours=say_hours(proposal.capacity, 1) or "0",
                out=len(proposal.left_out),
            )
        )
        leave, ask = len(self.leave), len(self.ask)
        change = self.tr("Against the plan as it stands: {leave} left out, {ask} asked again.")
        same = self.tr("The plan as it stands is already the proposal.")
        self.ui.change_label.setText(change.format(leave=leave, ask=ask) if leave or ask else same)
        none = self.tr("Name the last audit's file and its findings count too.")
        taken = self.tr("Findings of {name} count.")
        self.ui.last_label.setText(taken.format(name=last) if last else none)
        self.views.set_texts(
            [
                self.tr("Changes {n}").format(n=leave + ask),
                self.tr("Left out {n}").format(n=len(proposal.left_out)),
                self.tr("Asked {n}").format(n=len(proposal.asked)),
            ]
        )
        self.model.set_rows(proposal.rows)
        self._filter()
        self._check()

    # -- inside -------------------------------------------------------------------------------

    def _columns(self) -> list[Column[Proposed]]:
        def verdict(it: Proposed) -> str:
            if it.ask:
                return "✓ " + self.tr("ask")
            return "– " + self.tr("leave out")

        return [
            Column(lambda: self.tr("Proposal"), verdict, width=96),
            Column(lambda: self.tr("Question"), lambda it: it.candidate.question, width=104),
            Column(
                lambda: self.tr("Unit"),
                lambda it: self._units.get(it.candidate.unit, ""),
                width=64,
            ),
            Column(
                lambda: self.tr("Points"),
                lambda it: str(it.points),
                lambda it: it.points,
                width=64,
                right=True,
            ),
            Column(
                lambda: self.tr("Min"),
                lambda it: str(it.candidate.minutes),
                lambda it: it.candidate.minutes,
                width=56,
                right=True,
            ),
            Column(lambda: self.tr("Why"), self._because, width=384),
            Column(
                lambda: self.tr("Wording"),
                lambda it: self._words.get(it.candidate.question, ""),
                stretch=True,
            ),
        ]

    def _because(self, row: Proposed) -> str:
        texts = self._texts
        said = [self._point(point) for point in row.because]
        if row.short:
            said.insert(0, texts.say("selection.short", minutes=row.short))
        return texts.join(said)

    def _point(self, point: Point) -> str:
        texts, why = self._texts, self._texts.enum(point.why)
        if not point.detail:
            return why
        is_grade = point.why in (Why.LAST_FINDING, Why.LAST_FINDING_CLAUSE)
        detail = texts.enum(Grade(point.detail)) if is_grade else point.detail
        return texts.say("selection.because", why=why, detail=detail)

    def _filter(self) -> None:
        changing: Collection[Pair] = {*self.leave, *self.ask}
        current = self.views.current

        def keep(row: Proposed) -> bool:
            if current == _CHANGES:
                return row.candidate.pair in changing
            return row.ask is (current == _ASKED)

        self.model.set_filter(keep)

    def _check(self) -> None:
        leave = bool(self.leave)
        needs_note = leave and chosen_reason(self.ui.reason_combo) is LeftOutReason.OTHER
        has_note = bool(self.ui.note_edit.text().strip())
        self.ui.reason_combo.setEnabled(leave)
        self.ui.note_edit.setEnabled(leave)
        self.ok_button.setEnabled((leave or bool(self.ask)) and (has_note or not needs_note))

    def _on_accepted(self) -> None:
        reason, note = chosen_reason(self.ui.reason_combo), self.ui.note_edit.text().strip()
        leave, ask = self.leave, self.ask
        self.accept()
        self.taken.emit(leave, ask, reason, note or None)
