"""The overview: how far, how good, what was found, what is missing; every figure leads on."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from auditapp.ops.queries.actions import ActionFilter
from auditapp.ops.queries.checklist import Filter
from auditapp.ops.queries.content import questions
from auditapp.ops.queries.findings import FindingFilter
from auditapp.ops.queries.missing import missing
from auditapp.ops.queries.overview import overview
from auditapp.ops.queries.plan import units
from auditapp.ui.page import Page
from auditapp.ui.pages.overview.cards import FigureCard, GradeRow, TitledCard
from auditapp.ui.pages.overview.explain import ExplainDialog
from auditapp.ui.pages.overview.figures import (
    ALIGNMENT,
    CONFORMITY,
    HeatWords,
    explain_rows,
    heat_rows,
    pick,
    scores_behind,
    sentences,
)
from auditapp.ui.pages.overview.gaps import GapsCard
from auditapp.ui.pages.overview.heat_map import HeatCell, HeatMap, token_for
from auditapp.ui.places import place_of_missing
from auditapp.ui.widgets.inputs import SegmentedButtons

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from auditapp.domain.vocabulary import Grade
    from auditapp.ops.queries.missing import MissingRow
    from auditapp.ops.queries.overview import Overview
    from auditapp.ui.context import AppContext

FIGURES = (CONFORMITY, ALIGNMENT)


class OverviewPage(Page):
    """Cards, grades, the heat map, what is missing."""

    TABLES: ClassVar[frozenset[str]] = frozenset(
        {
            "audit", "text", "unit", "unit_pack", "assignment", "answer", "answer_evidence",
            "evidence", "criterion", "criterion_link", "card_decision", "adoption",
            "adoption_unit", "finding", "finding_evidence", "finding_criterion", "action",
            "action_evidence", "sign_off", "frozen_pack",
        }
    )  # fmt: skip

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._shown: Overview | None = None
        self._codes: dict[UUID, str] = {}
        theme = context.theme
        self.progress_card = FigureCard(theme, self)
        self.conformity_card = FigureCard(theme, self)
        self.alignment_card = FigureCard(theme, self)
        self.actions_card = FigureCard(theme, self)
        self.missing_card = FigureCard(theme, self)
        self.grades = GradeRow(theme, self)
        self.heat_card = TitledCard(self)
        self.heat_map = HeatMap(theme, self.heat_card)
        self.figure_buttons = SegmentedButtons(theme, 2, self.heat_card)
        self.figure_buttons.current = 0
        for segment in self.figure_buttons.segments:
            segment.dress(token="accent", soft="accent_soft")  # noqa: S106  (a colour)
        self.gaps = GapsCard(context, self)
        self._arrange()
        self.progress_card.clicked.connect(self._on_progress)
        self.conformity_card.clicked.connect(self._on_conformity)
        self.alignment_card.clicked.connect(self._on_alignment)
        self.actions_card.clicked.connect(self._on_actions)
        self.missing_card.clicked.connect(self._on_missing)
        self.grades.chosen.connect(self._on_grade)
        self.heat_map.opened.connect(self.explain)
        self.figure_buttons.chosen.connect(self._on_figure)
        self.gaps.gap_chosen.connect(self._on_gap)

    @property
    def figure(self) -> str:
        """Which of the two figures the heat map shows."""
        return FIGURES[self.figure_buttons.current or 0]

    def retranslate(self) -> None:
        """Set every string again."""
        self.heat_card.title.setText(self.tr("Clauses by unit"))
        self.heat_map.setAccessibleName(self.heat_card.title.text())
        self.figure_buttons.set_texts([self.tr("Conformity"), self.tr("Alignment")])
        self.gaps.retranslate()
        self.mark_stale()

    def refresh(self) -> None:
        """Read all figures again."""
        context = self.context
        today = context.audit.now().astimezone().date()
        shown = self._shown = overview(context.audit, context.shelf, today=today)
        listed = [unit for unit in units(context.audit) if unit.in_sample and not unit.withdrawn]
        self._codes = {unit.id: unit.code for unit in listed}
        self._show_cards(shown)
        for grade, button in self.grades.buttons.items():
            button.show_count(
                shown.findings.count(grade),
                shown.findings.open(grade),
                context.texts,
                self.tr("open"),
            )
        self._show_heat()
        self.gaps.show_found(missing(context.audit, context.shelf, today=today))

    def explain(self, cell: HeatCell) -> None:
        """Show how a cell's figure came about."""
        shown, context = self._shown, self.context
        if shown is None:
            return
        behind = scores_behind(shown, cell, self.figure)
        words = {
            asked.question.id: asked.question.q.get(context.lang)
            for asked in questions(context.audit, context.shelf)
        }
        rows = explain_rows(behind, self._codes, words, context.texts)
        place = self._codes.get(cell.unit, "") if cell.unit else self.tr("all units")
        clause = cell.clause or self.tr("all clauses")
        name = self.tr("Conformity") if self.figure == CONFORMITY else self.tr("Alignment")
        dialog = ExplainDialog(context, f"{name} · {clause} · {place}", [cell.why], rows, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.pair_chosen.connect(self._on_pair)
        dialog.open()

    # -- inside -------------------------------------------------------------------------------

    def _arrange(self) -> None:
        cards = QHBoxLayout()
        cards.setSpacing(8)
        for card in (
            self.progress_card, self.conformity_card, self.alignment_card, self.actions_card,
            self.missing_card,
        ):  # fmt: skip
            cards.addWidget(card, 1)
        self.heat_card.head.addWidget(self.figure_buttons)
        self.heat_card.body.addWidget(self.heat_map, 1)
        lower = QHBoxLayout()
        lower.setSpacing(16)
        lower.addWidget(self.heat_card, 3)
        lower.addWidget(self.gaps, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addLayout(cards)
        layout.addWidget(self.grades)
        layout.addLayout(lower, 1)

    def _show_cards(self, shown: Overview) -> None:
        texts = self.context.texts
        progress = shown.progress
        self.progress_card.show_figure(
            self.tr("Progress"),
            texts.percent(progress.share),
            self.tr("{answered} of {asked} answered · {reviewed} reviewed").format(
                answered=progress.answered, asked=progress.asked, reviewed=progress.reviewed
            ),
            share=progress.share,
        )
        for card, figure, name in (
            (self.conformity_card, CONFORMITY, self.tr("Conformity (binding criteria)")),
            (self.alignment_card, ALIGNMENT, self.tr("Alignment with ISO 10002")),
        ):
            score = pick(shown.scores.total, figure)
            value = None if score.value is None else float(score.value)
            said = sentences(score, texts, self._counts())
            enough = score.counts.is_sufficient
            line = said[0]
            if len(said) > 1 and score.cap is not None:
                capped = texts.percent(float(score.cap.limit))
                line = self.tr("⚑ capped at {limit} · {counts}").format(limit=capped, counts=line)
            card.show_figure(
                name,
                texts.percent(value, 1) if enough else self.tr("not sufficient to conclude"),
                line,
                token="muted" if value is None or not enough else token_for(value),
            )
            card.setToolTip("\n".join(said))
        actions = shown.actions
        overdue = len(actions.overdue) + len(actions.check_overdue)
        self.actions_card.show_figure(
            self.tr("Open actions"),
            str(len(actions.open)),
            self.tr("{overdue} overdue · {verify} to verify").format(
                overdue=overdue, verify=len(actions.to_verify)
            ),
            token="major" if overdue else "text",
        )
        blocking = shown.missing.blocking_now
        self.missing_card.show_figure(
            self.tr("Blocks the next stage"),
            str(blocking),
            texts.enum(shown.missing.now),
            token="major" if blocking else "conforming",
        )

    def _show_heat(self) -> None:
        if self._shown is None:
            return
        words = HeatWords(self.tr("All clauses"), self.tr("nothing counts here"), self._counts())
        rows = heat_rows(
            self._shown,
            tuple(self._codes),
            self.figure,
            self.context.lang,
            self.context.texts,
            words,
        )
        heads = [self.tr("Clause"), self.tr("All units"), *self._codes.values()]
        self.heat_map.show_rows(heads, rows)

    def _counts(self) -> str:
        return self.tr("{answered} of {applicable} answered, {unclear} not conclusive")

    def _on_figure(self) -> None:
        self._show_heat()

    def _on_progress(self) -> None:
        self.context.go("checklist", Filter(unanswered=True))

    def _on_conformity(self) -> None:
        self._explain_total(0)

    def _on_alignment(self) -> None:
        self._explain_total(1)

    def _explain_total(self, number: int) -> None:
        self.figure_buttons.current = number
        self._show_heat()
        self.explain(self.heat_map.model_of_heat.rows[0].cells[0])

    def _on_actions(self) -> None:
        self.context.go("actions", ActionFilter(open_only=True))

    def _on_missing(self) -> None:
        if self._shown is not None:
            self.gaps.choose_stage(self._shown.missing.now)
            self.gaps.table.setFocus()

    def _on_grade(self, grade: Grade) -> None:
        self.context.go("findings", FindingFilter(grades=frozenset({grade})))

    def _on_pair(self, pair: tuple[str, UUID]) -> None:
        self.context.go("checklist", pair)

    def _on_gap(self, row: MissingRow) -> None:
        place = place_of_missing(self.context.audit, row)
        if place is None:
            self.context.go("plan")
        else:
            self.context.go(place.page, place.target)
