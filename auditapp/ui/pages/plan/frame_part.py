"""Plan ▸ Frame: texts per language, state and next steps, facts, dates."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from auditapp import texts as core_texts
from auditapp.domain.vocabulary import AuditState, Lang, Role, Sector, TermSet
from auditapp.ops import audits
from auditapp.ops.queries import plan_extra
from auditapp.ops.queries.missing import field_label
from auditapp.ops.texts import text_cell
from auditapp.packs.content import Jurisdiction
from auditapp.ui._gen.ui_plan_dates import Ui_PlanDates
from auditapp.ui._gen.ui_plan_facts import Ui_PlanFacts
from auditapp.ui.autosave import Autosave
from auditapp.ui.pages.plan.desk import Part, show_text
from auditapp.ui.pages.plan.text_pair import TextPair
from auditapp.ui.widgets.boxes import Card

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from enum import StrEnum

    from auditapp.ops.queries.plan_extra import NextState
    from auditapp.texts import Texts
    from auditapp.ui.pages.plan.desk import PlanDesk
    from auditapp.ui.widgets.date_field import DateField

LINE_TEXTS: Final = ("title", "organisation", "client")
LONG_TEXTS: Final = ("objectives", "scope", "methods", "areas_not_covered", "confidentiality")
PROPOSED: Final = frozenset({"objectives", "scope", "methods", "confidentiality"})
SIDE: Final = 368


class FramePart(Part):
    """The audit itself."""

    def __init__(self, desk: PlanDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.pairs: dict[str, TextPair] = {}
        self._facts = QWidget(self)
        self._dates = QWidget(self)
        self.facts_ui, self.dates_ui = Ui_PlanFacts(), Ui_PlanDates()
        self.facts_ui.setupUi(self._facts)
        self.dates_ui.setupUi(self._dates)
        self._state_card = Card(self)
        self._state_title, self._state_label = QLabel(self), QLabel(self)
        self._facts_title, self._dates_title = QLabel(self), QLabel(self)
        self._steps = QVBoxLayout()
        self.step_buttons: dict[AuditState, QPushButton] = {}
        self._arrange()
        self._connect()

    @property
    def date_fields(self) -> dict[str, DateField]:
        """The date fields by the names of ``DATE_FIELDS``."""
        ui = self.dates_ui
        return {
            "period_from": ui.period_from_edit,
            "period_to": ui.period_to_edit,
            "onsite_from": ui.onsite_from_edit,
            "onsite_to": ui.onsite_to_edit,
            "closing_on": ui.closing_on_edit,
            "report_due_on": ui.report_due_on_edit,
            "plan_due_on": ui.plan_due_on_edit,
        }

    def retranslate(self) -> None:
        """Set every string again."""
        self.facts_ui.retranslateUi(self._facts)
        self.dates_ui.retranslateUi(self._dates)
        texts = self.context.texts
        self._state_title.setText(self.tr("State"))
        self._facts_title.setText(self.tr("Facts"))
        self._dates_title.setText(self.tr("Dates"))
        ui = self.facts_ui
        offer(ui.sector_combo, texts, list(Sector))
        fill_jurisdictions(ui.jurisdiction_combo, self.tr("Any"))
        offer(ui.terms_combo, texts, list(TermSet))
        ui.second_combo.clear()
        ui.second_combo.addItem(self.tr("none"), None)
        for lang in Lang:
            ui.second_combo.addItem(texts.enum(lang), lang)

    def refresh(self) -> None:
        """Show the frame as stored."""
        frame, is_open, texts = self.desk.plan.frame, self.desk.is_open, self.context.texts
        for name, pair in self.pairs.items():
            pair.set_languages(self.desk.main, self.desk.second)
            label = field_label(texts, "audit", name)
            pair.set_label(label[:1].upper() + label[1:])
            pair.show_text(frame.texts[name], is_open=is_open)
        ui = self.facts_ui
        show_text(self._number, frame.number)
        show_text(self._classification, frame.classification or "")
        choose(ui.sector_combo, frame.sector)
        choose(ui.jurisdiction_combo, frame.jurisdiction)
        choose(ui.second_combo, frame.second_lang)
        choose(ui.terms_combo, frame.term_set)
        for number in range(ui.second_combo.count()):
            if ui.second_combo.itemData(number) == frame.main_lang:
                ui.second_combo.removeItem(number)
                break
        for name, field in self.date_fields.items():
            if not field.hasFocus() or field.day != getattr(frame, name):
                field.set_day(getattr(frame, name))
            field.setReadOnly(not is_open)
        self.dates_ui.problem_label.hide()
        for widget in (ui.number_edit, ui.classification_edit):
            widget.setReadOnly(not is_open)
        for combo in (ui.sector_combo, ui.jurisdiction_combo, ui.second_combo, ui.terms_combo):
            combo.setEnabled(is_open)
        self._show_state(frame.state)

    # -- inside -------------------------------------------------------------------------------

    def _arrange(self) -> None:
        texts_card = Card(self, gap=16)
        for name in (*LINE_TEXTS, *LONG_TEXTS):
            pair = TextPair(
                self.context,
                lines=name in LONG_TEXTS,
                has_proposal=name in PROPOSED,
                parent=texts_card,
            )
            self.pairs[name] = pair
            texts_card.body.addWidget(pair)
        texts_card.body.addStretch()
        facts_card, dates_card = Card(self), Card(self)
        for card, title, body in (
            (facts_card, self._facts_title, self._facts),
            (dates_card, self._dates_title, self._dates),
        ):
            title.setProperty("role", "strong")
            card.body.addWidget(title)
            card.body.addWidget(body)
        self._state_title.setProperty("role", "strong")
        self._state_label.setProperty("role", "title")
        self._state_card.body.addWidget(self._state_title)
        self._state_card.body.addWidget(self._state_label)
        self._steps.setSpacing(8)
        self._state_card.body.addLayout(self._steps)
        side = QVBoxLayout()
        side.setSpacing(16)
        for card in (self._state_card, facts_card, dates_card):
            card.setFixedWidth(SIDE)
            side.addWidget(card)
        side.addStretch()
        inside = QWidget()
        inside.setProperty("role", "ground")
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(texts_card, 1)
        row.addLayout(side)
        area = QScrollArea(self)
        area.setProperty("role", "bare")
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        stack_dates(self.dates_ui)

    def _connect(self) -> None:
        ui, context = self.facts_ui, self.context
        for name, pair in self.pairs.items():
            pair.typed.connect(self._typing(name))
            pair.drafted.connect(self._drafting(name))
            pair.proposal_wanted.connect(self._proposing(name))
        self._number = Autosave(
            context, ui.number_edit, commit=lambda text: self._set_number(text.strip())
        )
        self._classification = Autosave(
            context,
            ui.classification_edit,
            commit=lambda text: self._do(audits.set_frame(classification=text.strip())),
        )
        ui.sector_combo.activated.connect(self._on_sector)
        ui.jurisdiction_combo.activated.connect(self._on_jurisdiction)
        ui.second_combo.activated.connect(self._on_second)
        ui.terms_combo.activated.connect(self._on_terms)
        for name, field in self.date_fields.items():
            field.set_icons(context.icons)
            field.chosen.connect(self._dating(name))

    def _do(self, op: audits.Op[None]) -> None:
        if not self.desk.did(op):
            self.refresh()

    def _set_number(self, number: str) -> None:
        if number:
            self._do(audits.set_frame(number=number))
        else:
            self.refresh()

    def _typing(self, name: str):
        def store(lang: Lang, text: str) -> None:
            self._do(audits.set_audit_text(name, {lang: text or None}))

        return store

    def _drafting(self, name: str):
        def keep(lang: Lang, text: str) -> None:
            context = self.context
            key = self.desk.plan.frame.id
            cell = text_cell(context.audit.audit_id, key, name, lang, "audit.set_text")
            context.audit.save_draft(cell, text, actor=context.heading.actor)

        return keep

    def _proposing(self, name: str):
        def take() -> None:
            frame = self.desk.plan.frame
            wording = proposal(name, frame.languages.all, frame.term_set)
            self._do(audits.set_audit_text(name, wording))

        return take

    def _dating(self, name: str):
        def store(day: date | None) -> None:
            self._do(audits.set_dates({name: day}))

        return store

    def _on_sector(self) -> None:
        self._do(audits.set_frame(sector=Sector(self.facts_ui.sector_combo.currentData())))

    def _on_jurisdiction(self) -> None:
        chosen = str(self.facts_ui.jurisdiction_combo.currentData())
        self._do(audits.set_frame(jurisdiction=chosen))

    def _on_second(self) -> None:
        chosen = cast("str | None", self.facts_ui.second_combo.currentData())
        if chosen is None:
            self._do(audits.set_frame(drop_second_lang=True))
        else:
            self._do(audits.set_frame(second_lang=Lang(chosen)))

    def _on_terms(self) -> None:
        chosen = TermSet(str(self.facts_ui.terms_combo.currentData()))
        self._do(audits.set_frame(term_set=chosen))

    def _show_state(self, state: AuditState) -> None:
        texts = self.context.texts
        self._state_label.setText(texts.enum(state))
        while (old := self._steps.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.step_buttons = {}
        today = datetime.now().astimezone().date()
        for step in plan_extra.next_states(self.context.audit, self.desk.shelf, today=today):
            button = QPushButton("→  " + texts.enum(step.state), self._state_card)
            button.setProperty("state", step.state.value)
            button.clicked.connect(self._on_step)
            self.step_buttons[step.state] = button
            self._steps.addWidget(button)
            wants = self._wants(step)
            button.setEnabled(not wants)
            button.setToolTip(" ".join(wants))
            for want in wants:
                note = QLabel("! " + want, self._state_card)
                note.setProperty("role", "caption")
                note.setWordWrap(True)
                self._steps.addWidget(note)

    def _wants(self, step: NextState) -> list[str]:
        """What keeps the audit from a state, in sentences."""
        texts = self.context.texts
        wants: list[str] = []
        if step.missing:
            wants.append(self.tr("Missing: {what}").format(what=texts.join(list(step.missing))))
        if step.blocking:
            wants.append(self.tr("%n points block it: see Overview.", "", step.blocking))
        me = self.context.heading.actor
        role = next((it.role for it in self.desk.plan.people if it.id == me), None)
        if role is not None and role not in step.roles:
            who = texts.join([texts.enum(it) for it in Role if it in step.roles])
            wants.append(self.tr("Only for: {who}").format(who=who))
        return wants

    def _on_step(self) -> None:
        state = AuditState(str(self.sender().property("state")))
        today = datetime.now().astimezone().date()
        steps = plan_extra.next_states(self.context.audit, self.desk.shelf, today=today)
        step = next(step for step in steps if step.state is state)
        reason = None
        if step.needs_reason:
            reason, given = QInputDialog.getText(self, self.tr("Reason"), self.tr("Reason"))
            if not given:
                return
        self._do(audits.set_state(state, blocking_checks=step.blocking, reason=reason))


def proposal(
    name: str, langs: tuple[Lang, ...], terms: str = TermSet.SYSTEM_AUDIT
) -> dict[Lang, str | None]:
    """The ready wording of a text in some languages, in the audit's set of terms."""
    return {lang: core_texts.load(lang, terms=terms).say(f"plan.proposal.{name}") for lang in langs}


def offer(combo: QComboBox, texts: Texts, members: Sequence[StrEnum]) -> None:
    """Fill a list with members of an enum, by name."""
    chosen = combo.currentData()
    combo.clear()
    for member in members:
        combo.addItem(texts.enum(member), member.value)
    choose(combo, chosen)


def choose(combo: QComboBox, value: object) -> None:
    """Show a value in a list without telling anybody."""
    combo.blockSignals(True)
    for number in range(combo.count()):
        data = combo.itemData(number)
        if data == value or (data is not None and value is not None and str(data) == str(value)):
            combo.setCurrentIndex(number)
            break
    combo.blockSignals(False)


def fill_jurisdictions(combo: QComboBox, anywhere: str) -> None:
    """Fill a list with the jurisdictions that the library's cards know."""
    chosen = combo.currentData()
    combo.clear()
    for member in Jurisdiction:
        combo.addItem(anywhere if member is Jurisdiction.ANY else member.value, member.value)
    choose(combo, chosen)


def stack_dates(ui: Ui_PlanDates) -> None:
    """Put the second date of a pair below the first, for a narrow card."""
    for row, (label, field) in enumerate(
        (
            (ui.period_from_edit_label, ui.period_from_edit),
            (ui.period_to_edit_label, ui.period_to_edit),
            (ui.onsite_from_edit_label, ui.onsite_from_edit),
            (ui.onsite_to_edit_label, ui.onsite_to_edit),
            (ui.closing_on_edit_label, ui.closing_on_edit),
            (ui.report_due_on_edit_label, ui.report_due_on_edit),
            (ui.plan_due_on_edit_label, ui.plan_due_on_edit),
        )
    ):
        ui.grid.addWidget(label, row, 0)
        ui.grid.addWidget(field, row, 1, Qt.AlignmentFlag.AlignRight)
    ui.grid.addWidget(ui.problem_label, 7, 0, 1, 2)
