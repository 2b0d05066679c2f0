"""The pages of the wizard; each reads and writes the draft, none knows another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from auditapp.domain.numbering import check_person_code
from auditapp.domain.vocabulary import Lang, Role, Sector
from auditapp.errors import UserError
from auditapp.ui._gen.ui_new_audit_start import Ui_NewAuditStart
from auditapp.ui._gen.ui_plan_dates import Ui_PlanDates
from auditapp.ui.pages.new_audit.draft import file_name
from auditapp.ui.pages.new_audit.step import Step
from auditapp.ui.pages.plan.assign_pane import AssignPane
from auditapp.ui.pages.plan.frame_part import choose, fill_jurisdictions, offer, proposal
from auditapp.ui.pages.plan.lines import PersonLine, UnitLine, next_code
from auditapp.ui.pages.plan.team_pane import TeamPane
from auditapp.ui.pages.plan.text_pair import TextPair
from auditapp.ui.pages.plan.units_pane import UnitsPane

if TYPE_CHECKING:
    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.new_audit.draft import Draft
    from auditapp.ui.widgets.date_field import DateField


class StartStep(Step):
    """Title, number, file, languages, sector, the person, the first unit."""

    def __init__(self, context: AppContext, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(context, draft, parent)
        self.ui = Ui_NewAuditStart()
        self.ui.setupUi(self)
        self._own_name = False
        self._folder = draft.path.parent
        self._wrong: QWidget | None = None
        ui = self.ui
        for editor in (
            ui.title_edit,
            ui.second_edit,
            ui.number_edit,
            ui.organisation_edit,
            ui.me_name_edit,
            ui.me_code_edit,
            ui.unit_name_edit,
            ui.unit_code_edit,
        ):
            editor.textEdited.connect(self._on_typed)
        ui.file_edit.textEdited.connect(self._on_file_typed)
        ui.file_button.clicked.connect(self._on_file_button)
        for combo in (ui.main_combo, ui.second_combo, ui.sector_combo, ui.jurisdiction_combo):
            combo.activated.connect(self._on_chosen)
        if draft.people:
            ui.me_name_edit.setText(draft.people[0].name)
            ui.me_code_edit.setText(draft.people[0].code)
        ui.number_edit.setText(draft.number)

    def retranslate(self) -> None:
        """Set every string."""
        ui, texts = self.ui, self.context.texts
        ui.retranslateUi(self)
        ui.title_edit.setPlaceholderText(self.tr("Such as: Hangzhou branch, complaint handling"))
        ui.unit_name_edit.setPlaceholderText(self.tr("Left empty: the organisation"))
        offer(ui.sector_combo, texts, list(Sector))
        fill_jurisdictions(ui.jurisdiction_combo, self.tr("Any"))
        for combo in (ui.main_combo, ui.second_combo):
            combo.clear()
        ui.second_combo.addItem(self.tr("none"), None)
        for lang in Lang:
            ui.main_combo.addItem(texts.enum(lang), lang.value)
            ui.second_combo.addItem(texts.enum(lang), lang.value)
        ui.file_button.setToolTip(self.tr("Choose the folder and the name of the file"))
        choose(ui.main_combo, self.draft.main)
        choose(ui.second_combo, self.draft.second)
        choose(ui.sector_combo, self.draft.sector)
        choose(ui.jurisdiction_combo, self.draft.jurisdiction)

    def show_draft(self) -> None:
        """Units and people may have changed elsewhere."""
        ui, draft = self.ui, self.draft
        if draft.units:
            ui.unit_name_edit.setText(draft.units[0].name)
            ui.unit_code_edit.setText(draft.units[0].code)
        mine = next((it for it in draft.people if it.code == draft.me), None)
        if mine is not None and draft.me:
            ui.me_name_edit.setText(mine.name)
        self._show_second()
        self._name_file()

    def problem(self) -> str:
        """Title, number, person, path."""
        ui, draft = self.ui, self.draft
        checks = (
            (ui.title_edit, not draft.title.strip(), self.tr("Give the audit a title.")),
            (ui.number_edit, not draft.number.strip(), self.tr("Give the audit a number.")),
            (
                ui.me_name_edit,
                not ui.me_name_edit.text().strip(),
                self.tr("Give your name: every change is kept under it."),
            ),
            (
                ui.file_edit,
                not draft.path.parent.is_dir(),
                self.tr("The folder of the file is not there. Choose another one."),
            ),
        )
        for widget, is_wrong, sentence in checks:
            if is_wrong:
                self._wrong = widget
                return sentence
        try:
            check_person_code(ui.me_code_edit.text())
        except UserError as error:
            self._wrong = ui.me_code_edit
            if not ui.me_code_edit.text().strip():
                return self.tr("Give your code: it becomes part of the numbers of your evidence.")
            return self.context.texts.error(error)
        if draft.path.exists():
            self._wrong = ui.file_edit
            return self.context.texts.error(UserError("file_exists", path=draft.path.name))
        self._wrong = None
        return ""

    def focus_first(self) -> None:
        """The title, or what is wrong."""
        (self._wrong or self.ui.title_edit).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_typed(self) -> None:
        ui, draft = self.ui, self.draft
        draft.title, draft.second_title = ui.title_edit.text(), ui.second_edit.text()
        draft.number, draft.organisation = ui.number_edit.text(), ui.organisation_edit.text()
        self._take_me()
        unit = draft.units[0] if draft.units else UnitLine()
        code = ui.unit_code_edit.text().strip().upper()
        draft.rename_unit(unit.code, code)
        after = replace(unit, name=ui.unit_name_edit.text().strip(), code=code)
        draft.units[:1] = [after]
        self._name_file()
        self.changed.emit()

    def _take_me(self) -> None:
        draft = self.draft
        code = self.ui.me_code_edit.text().strip().upper()
        name = self.ui.me_name_edit.text().strip()
        others = [person for person in draft.people if person.code != draft.me]
        mine = next((it for it in draft.people if it.code == draft.me), PersonLine())
        if mine.code != draft.me or not draft.people:
            mine = PersonLine(role=Role.TEAM_LEADER)
        draft.people = [replace(mine, code=code, name=name), *others]
        draft.me = code

    def _on_chosen(self) -> None:
        ui, draft = self.ui, self.draft
        draft.main = Lang(str(ui.main_combo.currentData()))
        chosen = cast("str | None", ui.second_combo.currentData())
        draft.second = None if chosen is None or chosen == draft.main.value else Lang(chosen)
        choose(ui.second_combo, draft.second)
        if draft.second is None:
            ui.second_combo.setCurrentIndex(0)
        draft.sector = Sector(str(ui.sector_combo.currentData()))
        draft.jurisdiction = str(ui.jurisdiction_combo.currentData())
        self._show_second()
        self.changed.emit()

    def _show_second(self) -> None:
        second = self.draft.second
        for widget in (self.ui.second_edit, self.ui.second_edit_label):
            widget.setVisible(second is not None)
        if second is not None:
            said = self.tr("Title ({language})").format(language=self.context.texts.enum(second))
            self.ui.second_edit_label.setText(said)

    def _name_file(self) -> None:
        if not self._own_name:
            name = file_name(self.draft.number, self.draft.title)
            self.draft.path = self._folder / f"{name}.audit"
            self.ui.file_edit.setText(str(self.draft.path))

    def _on_file_typed(self, text: str) -> None:
        self._own_name = True
        path = Path(text.strip()).expanduser()
        if path.suffix.lower() != ".audit":
            path = path.with_name(f"{path.name}.audit") if path.name else path
        self.draft.path = path
        self.changed.emit()

    def _on_file_button(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        kinds = self.tr("Audit files") + " (*.audit)"
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("The audit file"), str(self.draft.path), kinds
        )
        if name:
            self.ui.file_edit.setText(name)
            self._on_file_typed(name)


class UnitsStep(Step):
    """All units."""

    def __init__(self, context: AppContext, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(context, draft, parent)
        self.pane = UnitsPane(context, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pane)
        self.pane.edited.connect(self._on_edited)
        self.pane.add_wanted.connect(self._on_add)
        self.pane.remove_wanted.connect(self._on_remove)
        self.pane.pasted.connect(self._on_pasted)

    def retranslate(self) -> None:
        """Set every string."""
        self.pane.retranslate()

    def show_draft(self) -> None:
        """The units so far."""
        self.pane.set_languages(self.draft.main, self.draft.second)
        self.pane.show_lines(self.draft.units)

    def problem(self) -> str:
        """Codes, parents, one in the sample, a reason for those outside."""
        try:
            self.draft.check_units()
        except UserError as error:
            return self.context.texts.error(error)
        if not self.draft.sampled:
            return self.tr("At least one unit must be in the sample.")
        for unit in self.draft.units:
            if not unit.in_sample and not unit.why_not.strip():
                said = self.tr("Say why unit {code} is not in the sample.")
                return said.format(code=unit.code)
        return ""

    def focus_first(self) -> None:
        """The grid."""
        self.pane.grid.setFocus()

    def _on_edited(self, before: UnitLine, after: UnitLine) -> None:
        self.draft.units = list(self.pane.model.lines)
        self.draft.rename_unit(before.code, after.code)
        self.pane.show_lines(self.draft.units)
        self.changed.emit()

    def _on_add(self) -> None:
        code = next_code("U", {unit.code for unit in self.draft.units})
        self.draft.units.append(UnitLine(code=code))
        self.show_draft()
        self.pane.grid.edit_cell(len(self.draft.units) - 1, 0)
        self.changed.emit()

    def _on_remove(self, line: UnitLine) -> None:
        if len(self.draft.units) > 1:
            self.draft.units = [unit for unit in self.draft.units if unit is not line]
            self.show_draft()
            self.changed.emit()

    def _on_pasted(self, lines: list[UnitLine]) -> None:
        """Pasted rows come in place of the one empty row that was there at first."""
        only = self.draft.units[0] if len(self.draft.units) == 1 else None
        if lines and only is not None and not only.name:
            self.draft.units = []
        self.draft.units += lines
        self.show_draft()
        self.changed.emit()


class WordsStep(Step):
    """Objectives, scope, methods, with ready wordings."""

    NAMES: Final = ("objectives", "scope", "methods", "confidentiality")

    def __init__(self, context: AppContext, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(context, draft, parent)
        inside = QWidget()
        inside.setProperty("role", "ground")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(16)
        self.pairs: dict[str, TextPair] = {}
        for name in self.NAMES:
            pair = TextPair(context, lines=True, has_proposal=True, parent=inside)
            pair.proposal_wanted.connect(self._proposing(name))
            for editor in (pair.main_edit, pair.second_edit):
                editor.textChanged.connect(self._on_typed)
            self.pairs[name] = pair
            column.addWidget(pair)
        column.addStretch()
        area = QScrollArea(self)
        area.setProperty("role", "bare")
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def show_draft(self) -> None:
        """The languages may have changed."""
        titles = {
            "objectives": self.tr("Objectives"),
            "scope": self.tr("Scope"),
            "methods": self.tr("Methods"),
            "confidentiality": self.tr("Confidentiality"),
        }
        for name, pair in self.pairs.items():
            pair.set_languages(self.draft.main, self.draft.second)
            pair.set_label(titles[name])
            pair.state_label.hide()

    def focus_first(self) -> None:
        """The first text."""
        self.pairs["objectives"].main_edit.setFocus()

    def _on_typed(self) -> None:
        for name, pair in self.pairs.items():
            bodies = {self.draft.main: pair.bodies[0]}
            if self.draft.second is not None:
                bodies[self.draft.second] = pair.bodies[1]
            self.draft.texts[name] = bodies
        self.changed.emit()

    def _proposing(self, name: str):
        def take() -> None:
            wanted = (self.draft.main, self.draft.second)
            langs = tuple(lang for lang in wanted if lang is not None)
            found = proposal(name, langs)
            for lang, is_main in zip(langs, (True, False), strict=False):
                self.pairs[name].set_body(found[lang] or "", is_main=is_main)

        return take


class DatesStep(Step):
    """Period, on site, closing, due days."""

    def __init__(self, context: AppContext, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(context, draft, parent)
        self._inside = QWidget(self)
        self.ui = Ui_PlanDates()
        self.ui.setupUi(self._inside)
        self.ui.problem_label.hide()
        self._hint = QLabel(self)
        self._hint.setProperty("role", "caption")
        self._hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self._inside, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._hint)
        layout.addStretch()
        for name, field in self.fields.items():
            field.set_icons(context.icons)
            field.textChanged.connect(self.changed)
            field.chosen.connect(self._dating(name))

    @property
    def fields(self) -> dict[str, DateField]:
        """The fields by name."""
        ui = self.ui
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
        """Set every string."""
        self.ui.retranslateUi(self._inside)
        self._hint.setText(
            self.tr(
                "The report is due 10 working days after the closing meeting (Monday to Friday, "
                "holidays not counted) until you set another day. Dates can follow later."
            )
        )

    def show_draft(self) -> None:
        """The dates so far."""
        for name, field in self.fields.items():
            if not field.is_wrong:
                field.set_day(self.draft.dates.get(name))

    def problem(self) -> str:
        """A date that is none, or an end before its start."""
        for field in self.fields.values():
            if field.is_wrong:
                return self.context.texts.error(UserError("bad_date", text=field.text()))
        try:
            self.draft.check_dates()
        except UserError as error:
            return self.context.texts.error(error)
        return ""

    def focus_first(self) -> None:
        """The first date, or one that is wrong."""
        wrong = next((field for field in self.fields.values() if field.is_wrong), None)
        (wrong or self.ui.period_from_edit).setFocus()

    def _dating(self, name: str):
        def take(day: Any) -> None:
            if name == "closing_on":
                self.draft.set_closing(day, self.draft.dates.get("closing_on"))
                self.ui.report_due_on_edit.set_day(self.draft.dates.get("report_due_on"))
            else:
                self.draft.dates[name] = day
            self.changed.emit()

        return take


class TeamStep(Step):
    """The people."""

    def __init__(self, context: AppContext, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(context, draft, parent)
        self.pane = TeamPane(context, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pane)
        self.pane.edited.connect(self._on_edited)
        self.pane.add_wanted.connect(self._on_add)
        self.pane.remove_wanted.connect(self._on_remove)

    def retranslate(self) -> None:
        """Set every string."""
        self.pane.retranslate()

    def show_draft(self) -> None:
        """The people so far."""
        self.pane.show_lines(self.draft.people, me=self.draft.me)

    def problem(self) -> str:
        """Codes."""
        try:
            self.draft.check_people()
        except UserError as error:
            return self.context.texts.error(error)
        return ""

    def focus_first(self) -> None:
        """The grid."""
        self.pane.grid.setFocus()

    def _on_edited(self, before: PersonLine, after: PersonLine) -> None:
        self.draft.people = list(self.pane.model.lines)
        if before.code == self.draft.me:
            self.draft.me = after.code
        self.changed.emit()

    def _on_add(self) -> None:
        self.draft.people.append(PersonLine())
        self.show_draft()
        self.pane.grid.edit_cell(len(self.draft.people) - 1, 0)
        self.changed.emit()

    def _on_remove(self, line: PersonLine) -> None:
        if line.code != self.draft.me:
            self.draft.people = [it for it in self.draft.people if it is not line]
            self.show_draft()
            self.changed.emit()


class AssignStep(Step):
    """Who audits what."""

    def __init__(self, context: AppContext, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(context, draft, parent)
        self.pane = AssignPane(context, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pane)
        self.pane.given.connect(self._on_given)

    def retranslate(self) -> None:
        """Set every string."""
        self.pane.retranslate()

    def show_draft(self) -> None:
        """Units, packs and people may have changed."""
        if self.library is None:
            return
        work = self.draft.work(self.library, self.context.lang)
        self.pane.show_work(
            work,
            units=[(unit, unit) for unit in work.units],
            people=[(it.code, f"{it.code}  {it.name}") for it in self.draft.auditing],
            auditors=self.draft.auditors_of(work),
            reviewers=self.draft.reviewers,
        )

    def focus_first(self) -> None:
        """The grid."""
        self.pane.grid.setFocus()

    def _on_given(self, section: str, unit: str, person: str, is_reviewer: bool) -> None:
        if self.library is None:
            return
        work = self.draft.work(self.library, self.context.lang)
        try:
            self.draft.give(work, section, unit, person, is_reviewer=is_reviewer)
        except UserError as error:
            self.context.refused.emit(error)
        self.show_draft()
        self.changed.emit()
