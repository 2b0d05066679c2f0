"""Plan ▸ Criteria: the auditee's own rules, the library's cards, proofs of adoption."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QStackedWidget, QWidget

from auditapp.domain.vocabulary import EvidenceKind, Lang, TargetKind
from auditapp.errors import UserError
from auditapp.ops import criteria, evidence
from auditapp.ops.queries import plan as plan_queries
from auditapp.ops.queries import plan_extra
from auditapp.store.op import uuid7
from auditapp.ui.page import PaletteItem
from auditapp.ui.pages.plan.adoption_form import AdoptionForm
from auditapp.ui.pages.plan.card_pane import CardPane
from auditapp.ui.pages.plan.desk import Part
from auditapp.ui.pages.plan.rule_form import RuleForm
from auditapp.ui.widgets.boxes import Card
from auditapp.ui.widgets.inputs import SearchField, SegmentedButtons
from auditapp.ui.widgets.table import Column, RowsModel, RowTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditapp.ops.queries.plan import AdoptionProof, CardRow, Criteria, OwnRuleRow
    from auditapp.packs.content import CriterionCard
    from auditapp.ui.pages.plan.desk import PlanDesk

RULES, CARDS, ADOPTIONS = range(3)


class CriteriaPart(Part):
    """Lists on the left, what is chosen on the right."""

    def __init__(self, desk: PlanDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        context = self.context
        self._criteria: Criteria | None = None
        self._words = ""
        self.kinds = SegmentedButtons(context.theme, 3, self)
        self.kinds.current = RULES
        self.search = SearchField(context.icons, self)
        self.new_button = QPushButton(self)
        self.hint = QLabel(self)
        self.rules_model: RowsModel[OwnRuleRow] = RowsModel(self._rule_columns(), _id_of, self)
        self.cards_model: RowsModel[CardRow] = RowsModel(self._card_columns(), _card_id, self)
        self.proofs_model: RowsModel[AdoptionProof] = RowsModel(self._proof_columns(), _id_of, self)
        self.rules: RowTable[OwnRuleRow] = RowTable(self.rules_model, self)
        self.cards: RowTable[CardRow] = RowTable(self.cards_model, self)
        self.proofs: RowTable[AdoptionProof] = RowTable(self.proofs_model, self)
        self.rule_form = RuleForm(desk, self)
        self.card_pane = CardPane(desk, self)
        self.adoption_form = AdoptionForm(context, self)
        self._lists, self._panes = QStackedWidget(self), QStackedWidget(self)
        self._arrange()
        self._connect()

    def retranslate(self) -> None:
        """Set every string again."""
        self._say_kinds()
        self.search.setAccessibleName(self.tr("Search criteria"))
        self.search.setPlaceholderText(self.tr("Search, in either language"))
        for table, name in (
            (self.rules, self.tr("Own rules")),
            (self.cards, self.tr("Library cards")),
            (self.proofs, self.tr("Proofs of adoption")),
        ):
            table.setAccessibleName(name)
            table.retranslate()
        self.rule_form.retranslate()
        self.card_pane.retranslate()
        self.adoption_form.retranslate()

    def refresh(self) -> None:
        """Read criteria and show them; a form that is being filled in stays."""
        desk, context = self.desk, self.context
        found = plan_queries.criteria(context.audit, desk.shelf)
        self._criteria = found
        proofs = plan_extra.proofs(context.audit, context.lang)
        self.rule_form.set_targets(
            plan_extra.link_targets(context.audit, desk.shelf, context.lang), proofs
        )
        self.rules_model.set_rows([rule for rule in found.own_rules if not rule.withdrawn])
        self.cards_model.set_rows(found.cards)
        self.proofs_model.set_rows([proof for proof in found.adoptions if not proof.withdrawn])
        self.adoption_form.set_units(
            [
                (str(unit.id), f"{unit.code}  {unit.name.best(context.lang)}")
                for unit in desk.plan.units
                if not unit.withdrawn
            ]
        )
        self._show_rule_again()
        row = self.cards.current_row
        if row is not None:
            self.card_pane.show_row(row)
        elif found.cards and self.cards_model.rowCount():
            self.cards.setCurrentIndex(self.cards_model.index(0, 0))
        self.new_button.setEnabled(desk.is_open)
        self._say_kinds()

    def show_target(self, target: object) -> None:
        """A question's id: a new rule with that link. An own rule's or a card's id: that."""
        if isinstance(target, UUID):
            self.show_kind(RULES)
            self.rules.choose(target)
        elif isinstance(target, str) and self.cards.choose(target):
            self.show_kind(CARDS)
        elif isinstance(target, str):
            self.show_kind(RULES)
            self.new_rule([(TargetKind.QUESTION, target)])

    def palette_items(
        self, going: Callable[[str, object], Callable[[], None]]
    ) -> list[PaletteItem]:
        """The auditee's rules, as read last."""
        found = () if self._criteria is None else self._criteria.own_rules
        return [
            PaletteItem(
                f"{rule.document} {rule.article or ''}".strip(),
                going("criteria", rule.id),
                rule.number,
                "criteria",
                f"{rule.number} {rule.wording.best()}",
            )
            for rule in found
            if not rule.withdrawn
        ]

    def show_kind(self, kind: int) -> None:
        """Own rules, cards or proofs."""
        self.kinds.current = kind
        self._lists.setCurrentIndex(kind)
        self._panes.setCurrentIndex(kind)
        self.search.setVisible(kind != ADOPTIONS)
        self.new_button.setVisible(kind != CARDS)
        self._say_kinds()

    def new_rule(self, links: list[tuple[TargetKind, str]] | None = None) -> None:
        """An empty form."""
        self.rules.clearSelection()
        self.rules.setCurrentIndex(self.rules_model.index(-1, -1))
        self.rule_form.show_new(links or [])

    # -- inside -------------------------------------------------------------------------------

    def _arrange(self) -> None:
        for table in (self.rules, self.cards, self.proofs):
            self._lists.addWidget(table)
        for pane in (self.rule_form, self.card_pane, self.adoption_form):
            self._panes.addWidget(pane if pane is self.card_pane else _scrolled(pane))
        self.hint.setProperty("role", "caption")
        self.hint.setWordWrap(True)
        self.context.icons.assign(self.new_button, "add", "muted", 16)
        left, right = Card(self), Card(self)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.search, 1)
        bar.addWidget(self.new_button)
        left.body.addWidget(self.kinds)
        left.body.addLayout(bar)
        left.body.addWidget(self._lists, 1)
        left.body.addWidget(self.hint)
        right.body.addWidget(self._panes)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(left, 5)
        row.addWidget(right, 6)

    def _connect(self) -> None:
        self.kinds.chosen.connect(self.show_kind)
        self.search.searched.connect(self._on_searched)
        self.new_button.clicked.connect(self._on_new)
        self.rules.row_chosen.connect(self._on_rule)
        self.cards.row_chosen.connect(self._on_card)
        self.cards.row_opened.connect(self._on_card_opened)
        self.proofs.row_chosen.connect(self._on_proof)
        self.rule_form.stored.connect(self._on_stored)
        self.adoption_form.add_wanted.connect(self._on_add_proof)
        self.adoption_form.withdraw_wanted.connect(self._on_withdraw_proof)
        self.show_kind(RULES)
        self.adoption_form.lock(is_locked=False)

    def _say_kinds(self) -> None:
        found = self._criteria
        counts = (
            self.rules_model.rowCount(),
            0 if found is None else len(found.cards),
            self.proofs_model.rowCount(),
        )
        titles = (self.tr("Own rules"), self.tr("Library cards"), self.tr("Adoption"))
        self.kinds.set_texts(
            [f"{title}  {count}" for title, count in zip(titles, counts, strict=True)]
        )
        kind = self.kinds.current
        if kind == RULES:
            self.new_button.setText(self.tr("New rule"))
            bare = 0 if found is None else len(found.guidance_only)
            text = self.tr("%n questions stand on guidance alone.", "", bare)
            self.hint.setText(text if bare else "")
        elif kind == CARDS:
            self.hint.setText(
                self.tr("The cards that the audit's packs cite. Enter: the whole card.")
            )
        else:
            self.new_button.setText(self.tr("New proof"))
            self.hint.setText(
                self.tr("Without a proof ISO 10002 is guidance: grades stop at improvement.")
            )
        self.new_button.setToolTip(self.new_button.text())

    def _show_rule_again(self) -> None:
        """After reading: the same rule as stored now, or what came in its place."""
        shown = self.rule_form.rule_id
        if shown is None:
            return
        for rule in self.rules_model_rows():
            if rule.id == shown:
                self.rule_form.show_rule(rule)
                return
        self.rule_form.show_new()

    def rules_model_rows(self) -> list[OwnRuleRow]:
        """The own rules in use, as read last."""
        found = () if self._criteria is None else self._criteria.own_rules
        return [rule for rule in found if not rule.withdrawn]

    def _on_new(self) -> None:
        if self.kinds.current == RULES:
            self.new_rule()
            return
        self.proofs.clearSelection()
        self.proofs.setCurrentIndex(self.proofs_model.index(-1, -1))
        self.adoption_form.lock(is_locked=False)
        self.adoption_form.clear()
        self.adoption_form.ui.document_edit.setFocus()

    def _on_searched(self, words: str) -> None:
        wanted = words.casefold().split()
        if not wanted:
            self.rules_model.set_filter(None)
            self.cards_model.set_filter(None)
            return
        self.rules_model.set_filter(lambda rule: all(word in _rule_words(rule) for word in wanted))
        self.cards_model.set_filter(lambda row: all(word in _card_words(row) for word in wanted))

    def _on_rule(self, rule: OwnRuleRow | None) -> None:
        if rule is not None and rule.id != self.rule_form.rule_id:
            self.rule_form.show_rule(rule)

    def _on_card(self, row: CardRow | None) -> None:
        if row is not None:
            self.card_pane.show_row(row)

    def _on_card_opened(self, row: CardRow | None) -> None:
        if row is not None:
            self.context.look_up(row.card.id)

    def _on_proof(self, proof: AdoptionProof | None) -> None:
        if proof is None:
            return
        form, ui = self.adoption_form, self.adoption_form.ui
        ui.standard_edit.setText(proof.standard)
        ui.document_edit.setText(proof.document)
        ui.date_edit.set_day(proof.document_date)
        ui.clauses_edit.setText(", ".join(proof.clauses))
        known = plan_extra.proofs(self.context.audit, self.context.lang)
        item = known.get(proof.evidence_id) if proof.evidence_id else None
        form.set_file(None, item.number if item else "")
        form.tick([str(unit) for unit in proof.units])
        form.say("")
        form.lock(is_locked=True)

    def _on_stored(self, rule_id: UUID) -> None:
        for rule in self.rules_model_rows():
            if rule.id == rule_id:
                self.rule_form.adopt(rule)
        self.rules.choose(rule_id)

    def _on_add_proof(self) -> None:
        form, ui = self.adoption_form, self.adoption_form.ui
        problem = form.problem()
        form.say(problem)
        if problem:
            return
        gesture = uuid7()
        evidence_id: UUID | None = None
        try:
            if form.path is not None:
                kind = EvidenceKind.DOCUMENT
                content = evidence.content_of_file(form.path, kind=kind)
                title = evidence.EvidenceFacts(title={self.desk.main: ui.document_edit.text()})
                added = self.context.perform(
                    evidence.add_evidence(kind, title, content), gesture=gesture
                )
                if added is None:
                    return
                evidence_id = added.value
            op = criteria.add_adoption(
                standard=ui.standard_edit.text().strip(),
                document=ui.document_edit.text(),
                document_date=ui.date_edit.day,
                clauses=form.clauses,
                units=[UUID(unit) for unit in form.units],
                evidence_id=evidence_id,
            )
        except UserError as error:
            self.context.refused.emit(error)
            return
        outcome = self.context.perform(op, gesture=gesture)
        if outcome is not None:
            self.proofs.choose(outcome.value)

    def _on_withdraw_proof(self) -> None:
        proof = self.proofs.current_row
        if proof is not None and self.desk.did(criteria.withdraw_adoption(proof.id)):
            self._on_new()

    def _rule_columns(self) -> list[Column[Any]]:
        return [
            Column(lambda: self.tr("Number"), lambda it: it.number, width=72),
            Column(lambda: self.tr("Document"), lambda it: it.document, stretch=True),
            Column(lambda: self.tr("Article"), lambda it: it.article or "", width=80),
            Column(
                lambda: self.tr("Force"), lambda it: self.context.texts.enum(it.force), width=112
            ),
            Column(
                lambda: self.tr("Links"),
                lambda it: str(len(it.links)) if it.links else "–",
                width=56,
                right=True,
            ),
        ]

    def _card_columns(self) -> list[Column[Any]]:
        return [
            Column(
                lambda: self.tr("Source"),
                lambda it: short_source(it.card, self.context.lang),
                width=200,
            ),
            Column(
                lambda: self.tr("Title"),
                lambda it: it.card.title.get(self.context.lang),
                stretch=True,
            ),
            Column(lambda: self.tr("Force here"), self._force_of, width=112),
        ]

    def _proof_columns(self) -> list[Column[Any]]:
        return [
            Column(lambda: self.tr("Standard"), lambda it: it.standard, width=136),
            Column(lambda: self.tr("Document"), lambda it: it.document, stretch=True),
            Column(
                lambda: self.tr("Date"),
                lambda it: it.document_date.isoformat() if it.document_date else "",
                width=104,
            ),
        ]

    def _force_of(self, row: CardRow) -> str:
        if row.bond is None:
            return "–"
        return self.context.texts.enum(row.bond.force)


def _scrolled(pane: QWidget) -> QScrollArea:
    """A form that scrolls where the window is low."""
    pane.setProperty("role", "surface")
    area = QScrollArea()
    area.setProperty("role", "bare")
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(pane)
    return area


def short_source(card: CriterionCard, lang: Lang) -> str:
    """The article and the source's name without what stands in brackets."""
    name = card.source.get(lang).partition(" (")[0].partition("（")[0]
    return f"{card.article}  {name}"


def _id_of(row: Any) -> UUID:
    return row.id


def _card_id(row: CardRow) -> str:
    return row.card.id


def _rule_words(rule: OwnRuleRow) -> str:
    parts = (
        rule.number,
        rule.document,
        rule.document_number or "",
        rule.article or "",
        *rule.wording.bodies.values(),
        *(target for _, target in rule.links),
    )
    return "\n".join(parts).casefold()


def _card_words(row: CardRow) -> str:
    return "\n".join((card_words(row.card), *row.questions)).casefold()


def card_words(card: CriterionCard) -> str:
    """What a search looks through in a card: its texts in both languages, folded."""
    texts = (card.source, card.title, card.paraphrase, card.issuer)
    parts = [card.id, card.article]
    for text in texts:
        parts += (text.zh, text.en)
    return "\n".join(parts).casefold()
