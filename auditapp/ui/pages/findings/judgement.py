"""The right side of a finding: grade, nature and extent, sample, place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QWidget

from auditapp.domain.finding_life import Part
from auditapp.domain.sampling import Statement, evaluate, finite_limits, upper_limit
from auditapp.domain.vocabulary import Extent, Nature
from auditapp.ops import findings as ops
from auditapp.ui.pages.findings.grades import GradeChooser
from auditapp.ui.pages.findings.words import locked
from auditapp.ui.pages.records.layout import (
    attempt,
    button,
    column,
    label,
    line,
    narrow,
    offer,
)
from auditapp.ui.widgets.boxes import Card

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QLabel

    from auditapp.domain.vocabulary import Grade
    from auditapp.ops.queries.findings import FindingDetail
    from auditapp.ui.context import AppContext

TOLERABLE: Final = 0.05
"""The rate at which a sample is read, as the tables of the domain notes have it."""
_NUMBERS: Final = ("population", "sample", "deviations")


class FindingJudgement(QWidget):
    """Edits how a finding is judged; ``reason`` is that of a revision under way."""

    def __init__(
        self,
        context: AppContext,
        reason: Callable[[], str | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._reason = context, reason
        self._detail: FindingDetail | None = None
        self._heads: dict[str, QLabel] = {}
        self._captions: dict[str, QLabel] = {}
        self.grades = GradeChooser(context, self)
        self.harm = QCheckBox(self)
        self.nature, self.extent = narrow(QComboBox(self)), narrow(QComboBox(self))
        self.numbers = {name: QLineEdit(self) for name in _NUMBERS}
        self._sample = label(self, "caption", wrap=True)
        self.unit = narrow(QComboBox(self))
        self.clause = QLineEdit(self)
        self.question = button(context.icons, "checklist", self._on_question, self)
        self._arrange()
        self._connect()

    # -- showing ------------------------------------------------------------------------------

    def load(self, detail: FindingDetail) -> None:
        """Show a finding."""
        self._detail = detail
        record, texts = detail.record, self._context.texts
        fixed = locked(detail, Part.JUDGEMENT, self._reason())
        self.grades.load(record.grade, detail.grades, locked=fixed)
        with QSignalBlocker(self.harm):
            self.harm.setChecked(record.legal_harm)
        offer(self.nature, [(None, "—"), *((it, texts.enum(it)) for it in Nature)], record.nature)
        offer(self.extent, [(None, "—"), *((it, texts.enum(it)) for it in Extent)], record.extent)
        units = [(it.id, f"{it.code}  {it.name}") for it in self._context.heading.units]
        offer(self.unit, [(None, self.tr("Whole organization")), *units], record.unit_id)
        self.clause.setText(record.clause or "")
        self.question.setText(record.question_id or "")
        self.question.setVisible(record.question_id is not None)
        for widget in (self.harm, self.nature, self.extent, self.unit, self.clause):
            widget.setEnabled(not fixed)
        self._show_sample(detail)

    def retranslate(self) -> None:
        """Set every string again."""
        heads = {
            "grade": self.tr("Grade"),
            "kind": self.tr("Nature and extent"),
            "sample": self.tr("Sample"),
            "place": self.tr("Unit and clause"),
        }
        for name, text in heads.items():
            self._heads[name].setText(text)
        captions: dict[str, tuple[str, QWidget]] = {
            "nature": (self.tr("Nature"), self.nature),
            "extent": (self.tr("Extent"), self.extent),
            "population": (self.tr("Population"), self.numbers["population"]),
            "sample": (self.tr("Sample"), self.numbers["sample"]),
            "deviations": (self.tr("Deviations"), self.numbers["deviations"]),
            "unit": (self.tr("Unit"), self.unit),
            "clause": (self.tr("Clause"), self.clause),
        }
        for name, (text, widget) in captions.items():
            self._captions[name].setText(text)
            widget.setAccessibleName(text)
        self.grades.setAccessibleName(self.tr("Grade"))
        self.harm.setText(self.tr("Customer harmed or sanction likely"))
        self.question.setToolTip(self.tr("Go to the question"))

    def _show_sample(self, detail: FindingDetail) -> None:
        record = detail.record
        fixed = locked(detail, Part.FACTS, self._reason())
        for name, editor in self.numbers.items():
            value = cast("int | None", getattr(record, name))
            editor.setText("" if value is None else str(value))
            editor.setReadOnly(fixed)
        self._sample.setText(self._sample_words(detail))

    def _sample_words(self, detail: FindingDetail) -> str:
        record, texts = detail.record, self._context.texts
        n, found, population = record.sample, record.deviations, record.population
        if not n or found is None:
            return self.tr("With sample and deviations the upper limit of the rate is shown.")
        if population is None:
            upper: Any = upper_limit(n, found)
        else:
            upper = finite_limits(n, found, population)[1]
        said = self.tr("Rate {rate}; upper limit at 95 %: {upper}. At a tolerable {limit}: {what}.")
        verdict = evaluate(n, found, TOLERABLE, population=population)
        words = said.format(
            rate=texts.percent(found / n, 1),
            upper=texts.percent(float(upper), 1),
            limit=texts.percent(TOLERABLE),
            what=texts.enum(verdict),
        )
        if verdict is Statement.FAILS:
            words += " " + self.tr("The deviation is not isolated.")
        if detail.force.is_legal and found:
            words += " " + self.tr("Against law or regulator each proven case counts by itself.")
        return words

    # -- building -----------------------------------------------------------------------------

    def _arrange(self) -> None:
        column(self, gap=12)
        grade = self._card("grade")
        grade.addWidget(self.grades)
        grade.addWidget(self.harm)
        kind = self._card("kind")
        kind.addLayout(self._grid((("nature", self.nature), ("extent", self.extent))))
        sample = self._card("sample")
        for editor in self.numbers.values():
            editor.setValidator(QIntValidator(0, 1_000_000_000, editor))
        sample.addLayout(self._grid(tuple(self.numbers.items())))
        sample.addWidget(self._sample)
        place = self._card("place")
        place.addLayout(self._grid((("unit", self.unit), ("clause", self.clause))))
        place.addWidget(self.question)

    def _card(self, name: str, *buttons: QWidget) -> Any:
        card = Card(self, margin=12)
        head = label(card, "strong")
        self._heads[name] = head
        top = line()
        top.addWidget(head, 1)
        for widget in buttons:
            top.addWidget(widget)
        card.body.addLayout(top)
        whole = cast("Any", self.layout())
        whole.addWidget(card)
        return card.body

    def _grid(self, fields: Sequence[tuple[str, QWidget]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for place, (name, widget) in enumerate(fields):
            caption = label(self, "caption")
            caption.setBuddy(widget)
            self._captions[name] = caption
            grid.addWidget(caption, 0, place)
            grid.addWidget(widget, 1, place)
            grid.setColumnStretch(place, 1)
        return grid

    def _connect(self) -> None:
        self.grades.chosen.connect(self._on_grade)
        self.harm.clicked.connect(self._on_harm)
        self.nature.activated.connect(self._on_judged)
        self.extent.activated.connect(self._on_judged)
        self.unit.activated.connect(self._on_place)
        self.clause.editingFinished.connect(self._on_place)
        for editor in self.numbers.values():
            editor.editingFinished.connect(self._on_numbers)

    # -- acting -------------------------------------------------------------------------------

    def _do(self, make: Callable[[FindingDetail], Any]) -> bool:
        """Do an op; when it is refused the fields show again what is stored."""
        detail = self._detail
        if detail is None:
            return False
        did = attempt(self._context, lambda: make(detail))
        if not did:
            self.load(detail)
        return did

    def _judged(self, detail: FindingDetail, **changes: Any) -> Any:
        record = detail.record
        judgement = ops.Judgement(
            record.grade, detail.forces, record.nature, record.extent, record.legal_harm
        )
        return ops.judge(detail.row.id, replace(judgement, **changes), reason=self._reason())

    def _on_grade(self, grade: Grade) -> None:
        detail, texts = self._detail, self._context.texts
        if detail is not None and self._do(lambda found: self._judged(found, grade=grade)):
            before = texts.enum(detail.row.grade)
            self._context.notify_change(detail.row.number, before, texts.enum(grade))

    def _on_harm(self) -> None:
        harm = self.harm.isChecked()
        self._do(lambda found: self._judged(found, legal_harm=harm))

    def _on_judged(self) -> None:
        nature = cast("Nature | None", self.nature.currentData())
        extent = cast("Extent | None", self.extent.currentData())
        self._do(lambda found: self._judged(found, nature=nature, extent=extent))

    def _on_place(self) -> None:
        detail = self._detail
        unit = cast("UUID | None", self.unit.currentData())
        clause = self.clause.text().strip() or None
        if detail is None or (unit, clause) == (detail.record.unit_id, detail.record.clause):
            return
        self._do(
            lambda found: ops.set_place(
                found.row.id, unit_id=unit, clause=clause, reason=self._reason()
            )
        )

    def _on_numbers(self) -> None:
        values = {
            name: int(editor.text()) if editor.text().strip().isdigit() else None
            for name, editor in self.numbers.items()
        }
        record = None if self._detail is None else self._detail.record
        if record is None or all(getattr(record, name) == it for name, it in values.items()):
            return
        self._do(lambda found: ops.set_sample(found.row.id, **values, reason=self._reason()))

    def _on_question(self) -> None:
        record = None if self._detail is None else self._detail.record
        if record is not None and record.question_id is not None:
            pair = (record.question_id, record.unit_id)
            self._context.go("checklist", record.question_id if record.unit_id is None else pair)
