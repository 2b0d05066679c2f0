"""Raising a finding from scratch: what was found, where, against what, how grave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox

from auditapp.domain.grading import limit, possible_grades
from auditapp.domain.vocabulary import Grade, Lang
from auditapp.errors import UserError
from auditapp.ops import findings as ops
from auditapp.ops.queries.evidence_extra import languages
from auditapp.ops.queries.findings import forces_for
from auditapp.ui._gen.ui_raise_finding_dialog import Ui_RaiseFindingDialog
from auditapp.ui.pages.findings.grades import GradeChooser
from auditapp.ui.pages.findings.ties import criterion_choices
from auditapp.ui.pages.records.asking import PickDialog
from auditapp.ui.pages.records.layout import offer

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from auditapp.domain.vocabulary import Force
    from auditapp.ops.queries.content import PackShelf
    from auditapp.ui.context import AppContext


class RaiseFindingDialog(QDialog):
    """Signals:
    raised: the new finding's id.
    """

    raised = Signal(object)

    def __init__(self, context: AppContext, shelf: PackShelf, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._shelf = context, shelf
        self._own: tuple[UUID, ...] = ()
        self._cards: tuple[str, ...] = ()
        self._ui = Ui_RaiseFindingDialog()
        self._ui.setupUi(self)
        self.grades = GradeChooser(context, self)
        self._ui.grade_row.addWidget(self.grades)
        self._grade = Grade.IMPROVEMENT
        units = [(it.id, f"{it.code}  {it.name}") for it in context.heading.units]
        offer(self._ui.unit_combo, [(None, self.tr("Whole organization")), *units], context.unit)
        self.grades.chosen.connect(self._on_grade)
        self._ui.unit_combo.activated.connect(self._weigh)
        self._ui.choose_button.clicked.connect(self.choose)
        self._ui.name_edit.textChanged.connect(self._look)
        self._ui.condition_edit.textChanged.connect(self._look)
        self._ok = self._ui.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(self.tr("Raise"))
        self._ui.buttons.accepted.connect(self._on_accepted)
        self._ui.buttons.rejected.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._ok.click)
        self._ui.problem_label.hide()
        self._weigh()
        self._look()

    def choose(self) -> PickDialog:
        """Let the user pick the criteria."""
        dialog = PickDialog(
            self.tr("Criteria"),
            self.tr("The strongest force among them limits the grade."),
            self.tr("Cite"),
            self,
        )
        ticked = [*(("own", key) for key in self._own), *(("card", key) for key in self._cards)]
        dialog.offer(criterion_choices(self._context, self._shelf), ticked)
        dialog.picked.connect(self._cite)
        dialog.open()
        return dialog

    def _cite(self, keys: frozenset[tuple[str, Any]]) -> None:
        self._own = tuple(sorted((key for kind, key in keys if kind == "own"), key=str))
        self._cards = tuple(sorted(key for kind, key in keys if kind == "card"))
        self._weigh()

    def _forces(self) -> frozenset[Force]:
        unit = cast("UUID | None", self._ui.unit_combo.currentData())
        found = forces_for(
            self._context.audit, self._shelf, own=self._own, cards=self._cards, unit_id=unit
        )
        return found.forces

    def _weigh(self) -> None:
        possible = possible_grades(limit(self._forces()))
        if possible[self._grade] is not None:
            self._grade = Grade.IMPROVEMENT
        self.grades.load(self._grade, possible)
        cited = len(self._own) + len(self._cards)
        self._ui.chosen_label.setText(
            self.tr("{n} chosen").format(n=cited) if cited else self.tr("none yet")
        )

    def _on_grade(self, grade: Grade) -> None:
        self._grade = grade

    def _look(self) -> None:
        title = self._ui.name_edit.text().strip()
        condition = self._ui.condition_edit.toPlainText().strip()
        self._ok.setEnabled(bool(title or condition))

    def _on_accepted(self) -> None:
        main = languages(self._context.audit).main
        said = {
            "title": self._ui.name_edit.text().strip(),
            "condition": self._ui.condition_edit.toPlainText().strip(),
        }
        texts: dict[str, dict[Lang, str | None]] = {
            name: {main: text} for name, text in said.items() if text
        }
        new = ops.NewFinding(
            grade=self._grade,
            forces=self._forces(),
            unit_id=cast("UUID | None", self._ui.unit_combo.currentData()),
            clause=self._ui.clause_edit.text().strip() or None,
            own_criteria=self._own,
            cards=self._cards,
            texts=texts,
        )
        try:
            outcome = self._context.perform(ops.raise_finding(new))
        except UserError as error:
            self._ui.problem_label.setText(self._context.texts.error(error))
            self._ui.problem_label.show()
            return
        if outcome is not None:
            self.accept()
            self.raised.emit(outcome.value)
