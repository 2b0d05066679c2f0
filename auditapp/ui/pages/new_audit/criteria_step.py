"""The wizard's page of criteria: what binds by law, and the proof of adoption."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from auditapp.domain.vocabulary import Force, Sector
from auditapp.ops.set_up import AdoptionPlan, CardPlan
from auditapp.ui.pages.new_audit.step import Step
from auditapp.ui.pages.plan.adoption_form import AdoptionForm
from auditapp.ui.pages.plan.criteria_part import card_words, short_source
from auditapp.ui.pages.plan.grid import CellKind, GridColumn, GridModel, GridView
from auditapp.ui.widgets.inputs import SearchField

if TYPE_CHECKING:
    from auditapp.packs.content import CriterionCard
    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.new_audit.draft import Draft

LEGAL: Final = frozenset({Force.LAW, Force.REGULATOR})
AS_LIBRARY, YES, NO = "library", "yes", "no"


@dataclass(frozen=True, slots=True)
class CardLine:
    """A library card with the plan's decision."""

    card: CriterionCard
    matches: bool
    decision: str = AS_LIBRARY
    reason: str = ""


class CriteriaStep(Step):
    """Laws that match, decided card by card; the proof of adoption."""

    def __init__(self, context: AppContext, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(context, draft, parent)
        self._words = ""
        self.search = SearchField(context.icons, self)
        self.model: GridModel[CardLine] = GridModel(context.theme, self)
        self.grid: GridView[CardLine] = GridView(self.model, self)
        self.adoption = AdoptionForm(context, self)
        self.adoption.lock(is_locked=False)
        self.adoption.ui.add_button.hide()
        self.adoption.setFixedWidth(320)
        self._hint = QLabel(self)
        self._hint.setProperty("role", "caption")
        self._hint.setWordWrap(True)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.search)
        left.addWidget(self.grid, 1)
        left.addWidget(self._hint)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(24)
        layout.addLayout(left, 1)
        layout.addWidget(self.adoption)
        self.search.searched.connect(self._on_searched)
        self.grid.edited.connect(self._on_edited)
        self.adoption.changed.connect(self._on_adoption)

    def retranslate(self) -> None:
        """Set every string."""
        self.adoption.retranslate()
        self.search.setPlaceholderText(self.tr("Search all cited criteria, in either language"))
        self.search.setAccessibleName(self.tr("Search criteria"))
        self.grid.setAccessibleName(self.tr("Criteria of the library"))
        self._hint.setText(
            self.tr(
                "Law and regulator's rules that the packs cite; a search finds the others too. "
                "The auditee's own rules are added on Plan, Criteria."
            )
        )

    def show_draft(self) -> None:
        """Packs, units, sector and jurisdiction may have changed."""
        self.model.show(self._columns(), self._lines())
        units = [(unit.code, f"{unit.code}  {unit.name}".strip()) for unit in self.draft.sampled]
        self.adoption.set_units(units)
        self._on_adoption()

    def problem(self) -> str:
        """A proof of adoption is whole or none."""
        return "" if self.adoption.is_empty else self.adoption.problem()

    def focus_first(self) -> None:
        """The list, or the proof that is not whole."""
        (self.adoption.ui.document_edit if self.problem() else self.grid).setFocus()

    def _lines(self) -> list[CardLine]:
        if self.library is None:
            return []
        wanted = self._words.casefold().split()
        lines: list[CardLine] = []
        for card in self.draft.cited_cards(self.library):
            words = card_words(card)
            if wanted and not all(word in words for word in wanted):
                continue
            if not wanted and card.force not in LEGAL:
                continue
            known = self.draft.cards.get(card.id)
            decision = AS_LIBRARY if known is None else (YES if known.applies else NO)
            reason = "" if known is None else known.reason or ""
            lines.append(CardLine(card, self._matches(card), decision, reason))
        return sorted(lines, key=lambda line: not line.matches)

    def _matches(self, card: CriterionCard) -> bool:
        place = card.jurisdiction.value in ("any", self.draft.jurisdiction)
        return place and bool({Sector.ALL, self.draft.sector} & set(card.sectors))

    def _columns(self) -> list[GridColumn[CardLine]]:
        texts, lang = self.context.texts, self.context.lang

        def choices(line: CardLine) -> list[tuple[str, str]]:
            by_itself = self.tr("applies") if line.matches else self.tr("does not match")
            return [
                (AS_LIBRARY, self.tr("by itself: {what}").format(what=by_itself)),
                (YES, self.tr("applies")),
                (NO, self.tr("does not apply")),
            ]

        def shown(line: CardLine) -> str:
            if line.decision == AS_LIBRARY:
                return self.tr("applies") if line.matches else self.tr("does not match")
            return self.tr("applies") if line.decision == YES else self.tr("does not apply")

        def applies(line: CardLine) -> bool:
            return line.decision == YES or (line.decision == AS_LIBRARY and line.matches)

        return [
            GridColumn(
                "source",
                lambda: self.tr("Source"),
                lambda it: short_source(it.card, lang),
                tip=lambda it: it.card.source.get(lang),
                width=136,
            ),
            GridColumn(
                "title",
                lambda: self.tr("Title"),
                lambda it: it.card.title.get(lang),
                tip=lambda it: it.card.paraphrase.get(lang),
                token=lambda it: "text" if applies(it) else "muted",
                stretch=True,
            ),
            GridColumn(
                "force",
                lambda: self.tr("Force"),
                lambda it: it.card.force,
                text=lambda it: texts.enum(it.card.force),
                width=88,
            ),
            GridColumn(
                "decision",
                lambda: self.tr("Here"),
                lambda it: it.decision,
                lambda line, value: replace(line, decision=value),
                CellKind.CHOICE,
                choices,
                text=shown,
                token=lambda it: "muted" if it.decision == AS_LIBRARY else "text",
                width=104,
            ),
            GridColumn(
                "reason",
                lambda: self.tr("Reason"),
                lambda it: it.reason,
                lambda line, value: replace(line, reason=value),
                open=lambda it: it.decision != AS_LIBRARY,
                width=88,
            ),
        ]

    def _on_edited(self, key: str, before: CardLine, after: CardLine) -> None:
        del key, before
        if after.decision == AS_LIBRARY:
            self.draft.cards.pop(after.card.id, None)
        else:
            decided = CardPlan(after.card.id, after.decision == YES, after.reason or None)
            self.draft.cards[after.card.id] = decided
        self.changed.emit()

    def _on_searched(self, words: str) -> None:
        self._words = words
        self.model.show(self._columns(), self._lines())

    def _on_adoption(self) -> None:
        form, ui = self.adoption, self.adoption.ui
        self.draft.adoption = None
        if not form.is_empty and not form.problem():
            self.draft.adoption = AdoptionPlan(
                ui.standard_edit.text().strip(),
                ui.document_edit.text().strip(),
                ui.date_edit.day,
                form.clauses,
                form.units,
                form.path,
            )
        self.changed.emit()
