"""One library card: what it asks, its force here and why, and the plan's decision on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from auditapp.domain.grading import BoundBy
from auditapp.domain.vocabulary import Lang, Sector
from auditapp.ops import criteria
from auditapp.packs.content import Jurisdiction
from auditapp.ui._gen.ui_plan_card import Ui_PlanCard
from auditapp.ui.autosave import Autosave
from auditapp.ui.pages.plan.desk import show_text
from auditapp.ui.widgets.inputs import SegmentedButtons

if TYPE_CHECKING:
    from auditapp.ops.queries.plan import CardRow
    from auditapp.ui.pages.plan.desk import PlanDesk

SHOWN_QUESTIONS = 12


class CardPane(QWidget):
    """Shows a card; the decision is stored at once."""

    def __init__(self, desk: PlanDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._row: CardRow | None = None
        self._inside = QWidget()
        self._inside.setProperty("role", "surface")
        self.ui = Ui_PlanCard()
        self.ui.setupUi(self._inside)
        self.decision = SegmentedButtons(desk.context.theme, 2, self._inside)
        self.ui.decision_row.addWidget(self.decision)
        area = QScrollArea(self)
        area.setProperty("role", "bare")
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self.decision.chosen.connect(self._on_decided)
        self._reason = Autosave(desk.context, self.ui.reason_edit, commit=self._on_reason)

    def retranslate(self) -> None:
        """Set every string again."""
        self.ui.retranslateUi(self._inside)
        self.decision.set_texts([self.tr("Applies"), self.tr("Does not apply")])
        for segment in self.decision.segments:
            segment.setToolTip(self.tr("The decision goes before sector and jurisdiction"))
        if self._row is not None:
            self.show_row(self._row)

    def show_row(self, row: CardRow) -> None:
        """Show a card."""
        is_same = self._row is not None and self._row.card.id == row.card.id
        if not is_same:
            self._reason.flush()
        self._row = row
        ui, card, texts = self.ui, row.card, self._desk.context.texts
        lang = self._desk.context.lang
        other = Lang.EN if lang is Lang.ZH else Lang.ZH
        ui.source_label.setText(f"{card.source.get(lang)} · {card.article}")
        ui.title_label.setText(card.title.get(lang))
        ui.force_label.setText(self.force_text(row))
        ui.why_label.setText(self.why(row))
        ui.paraphrase_label.setText(card.paraphrase.get(lang))
        ui.second_label.setText(f"{card.title.get(other)}\n{card.paraphrase.get(other)}")
        facts = [
            card.issuer.get(lang),
            card.edition,
            self.tr("in force since {day}").format(day=texts.date(card.in_force_since))
            if card.in_force_since
            else "",
            self.tr("replaced by {what}").format(what=card.replaced_by) if card.replaced_by else "",
            self.tr("changes are expected") if card.watch else "",
        ]
        ui.facts_label.setText(" · ".join(fact for fact in facts if fact))
        shown = ", ".join(row.questions[:SHOWN_QUESTIONS])
        more = len(row.questions) - SHOWN_QUESTIONS
        cited = self.tr("Cited by {questions}").format(questions=shown)
        ui.questions_label.setText(
            cited + (" " + self.tr("and %n more", "", more) if more > 0 else "")
        )
        self.decision.current = None if row.applies is None else (0 if row.applies else 1)
        if is_same:
            show_text(self._reason, row.reason or "")
        else:
            self._reason.load(row.reason or "")
        is_open = self._desk.is_open
        self.decision.setEnabled(is_open)
        ui.reason_edit.setEnabled(is_open and row.applies is not None)

    def force_text(self, row: CardRow) -> str:
        """The force that the card has here, in words."""
        if row.bond is None:
            return "–  " + self.tr("Does not apply here")
        return "§  " + self._desk.context.texts.enum(row.bond.force)

    def why(self, row: CardRow) -> str:
        """Why the card has this force here, or does not apply."""
        texts, card = self._desk.context.texts, row.card
        frame = self._desk.plan.frame
        if row.applies is False:
            return self.tr("The plan decided that it does not apply.")
        if row.bond is not None and row.bond.by is BoundBy.DECIDED:
            return self.tr("The plan decided that it applies.")
        if row.bond is not None and row.bond.by is BoundBy.ADOPTED:
            codes = {unit.id: unit.code for unit in self._desk.plan.units}
            units = texts.join([codes.get(unit, "") for unit in row.adopted_in])
            return self.tr("Adopted by the management in {units}.").format(units=units)
        sectors = texts.join([texts.enum(sector) for sector in card.sectors])
        place = self.tr("any") if card.jurisdiction is Jurisdiction.ANY else card.jurisdiction.value
        where = self.tr("The card is for: jurisdiction {place}, {sectors}.").format(
            place=place, sectors=sectors
        )
        here = self.tr("This audit: {place}, {sector}.").format(
            place=frame.jurisdiction, sector=texts.enum(Sector(frame.sector))
        )
        if row.bond is None:
            return self.tr("Sector, jurisdiction or date do not match.") + f" {where} {here}"
        return f"{where} {here}"

    def _on_decided(self, index: int) -> None:
        if self._row is not None:
            self._decide(applies=index == 0, reason=self._reason.text)

    def _on_reason(self, reason: str) -> None:
        if self._row is not None and self._row.applies is not None:
            self._decide(applies=self._row.applies, reason=reason)

    def _decide(self, *, applies: bool, reason: str) -> None:
        if self._row is not None:
            op = criteria.decide_card(self._row.card.id, applies=applies, reason=reason)
            self._desk.did(op)
