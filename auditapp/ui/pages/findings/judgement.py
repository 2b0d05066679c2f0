"""The right side of a finding: grade, nature and extent, sample, place, criteria, evidence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QWidget

from auditapp.domain.finding_life import Part
from auditapp.domain.sampling import Statement, evaluate, finite_limits, upper_limit
from auditapp.domain.vocabulary import ActionKind, Extent, Nature
from auditapp.ops import actions as action_ops
from auditapp.ops import evidence as evidence_ops
from auditapp.ops import findings as ops
from auditapp.ops.queries.findings import forces_for
from auditapp.ops.queries.plan import criteria
from auditapp.store.op import uuid7
from auditapp.ui.pages.evidence.add_dialog import AddEvidenceDialog, open_add_dialog
from auditapp.ui.pages.evidence.adding import AddTarget
from auditapp.ui.pages.evidence.linking import pick_evidence
from auditapp.ui.pages.evidence.words import KIND_ICONS
from auditapp.ui.pages.findings.grades import GradeChooser
from auditapp.ui.pages.findings.words import locked
from auditapp.ui.pages.records.asking import Choice, PickDialog
from auditapp.ui.pages.records.layout import (
    attempt,
    button,
    column,
    label,
    line,
    narrow,
    offer,
)
from auditapp.ui.pages.records.links import Link, LinkList
from auditapp.ui.widgets.boxes import Card

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QLabel

    from auditapp.domain.vocabulary import Grade
    from auditapp.ops.queries.content import PackShelf
    from auditapp.ops.queries.findings import CitedCriterion, FindingDetail
    from auditapp.ui.context import AppContext

TOLERABLE: Final = 0.05
"""The rate at which a sample is read, as the tables of the domain notes have it."""
_NUMBERS: Final = ("population", "sample", "deviations")


class FindingJudgement(QWidget):
    """Edits everything of a finding but its words; ``reason`` is that of a revision under way."""

    def __init__(
        self,
        context: AppContext,
        shelf: PackShelf,
        reason: Callable[[], str | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._shelf, self._reason = context, shelf, reason
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
        self.criteria = LinkList(context, self)
        self.evidence = LinkList(context, self)
        self.tracks = {kind: LinkList(context, self) for kind in ActionKind}
        icons = context.icons
        self.choose = button(icons, "criteria", self._on_choose, self)
        self.link = button(icons, "link", self._on_link, self)
        self.add = button(icons, "add", self._on_add, self)
        self.act = {
            ActionKind.CORRECTION: button(icons, "add", self._on_correction, self),
            ActionKind.CORRECTIVE_ACTION: button(icons, "add", self._on_corrective, self),
        }
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
        for widget in (self.harm, self.nature, self.extent, self.unit, self.clause, self.choose):
            widget.setEnabled(not fixed)
        self._show_sample(detail)
        self._show_criteria(detail, fixed=fixed)
        self._show_evidence(detail)
        self._show_actions(detail)

    def retranslate(self) -> None:
        """Set every string again."""
        heads = {
            "grade": self.tr("Grade"),
            "kind": self.tr("Nature and extent"),
            "sample": self.tr("Sample"),
            "place": self.tr("Unit and clause"),
            "criteria": self.tr("Criteria"),
            "evidence": self.tr("Evidence"),
            "actions": self.tr("Actions"),
        }
        for name, text in heads.items():
            self._heads[name].setText(text)
        texts = self._context.texts
        captions: dict[str, tuple[str, QWidget]] = {
            "nature": (self.tr("Nature"), self.nature),
            "extent": (self.tr("Extent"), self.extent),
            "population": (self.tr("Population"), self.numbers["population"]),
            "sample": (self.tr("Sample"), self.numbers["sample"]),
            "deviations": (self.tr("Deviations"), self.numbers["deviations"]),
            "unit": (self.tr("Unit"), self.unit),
            "clause": (self.tr("Clause"), self.clause),
            "correction": (texts.enum(ActionKind.CORRECTION), self.act[ActionKind.CORRECTION]),
            "corrective_action": (
                texts.enum(ActionKind.CORRECTIVE_ACTION),
                self.act[ActionKind.CORRECTIVE_ACTION],
            ),
        }
        for name, (text, widget) in captions.items():
            self._captions[name].setText(text)
            widget.setAccessibleName(text)
        self.grades.setAccessibleName(self.tr("Grade"))
        self.harm.setText(self.tr("Customer harmed or sanction likely"))
        buttons = (
            (self.choose, self.tr("Choose …"), self.tr("Choose the criteria that it cites")),
            (self.link, self.tr("Link …"), self.tr("Link evidence that is there")),
            (self.add, self.tr("Add …"), self.tr("Add new evidence")),
        )
        for widget, text, tip in buttons:
            widget.setText(text)
            widget.setToolTip(tip)
            widget.setAccessibleName(tip)
        for kind, widget in self.act.items():
            widget.setText(self.tr("Add"))
            widget.setToolTip(self.tr("Add: {kind}").format(kind=texts.enum(kind)))
            widget.setAccessibleName(widget.toolTip())
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

    def _show_criteria(self, detail: FindingDetail, *, fixed: bool) -> None:
        self.criteria.show_links(
            [self._criterion(cited, fixed=fixed) for cited in detail.criteria],
            self.tr("None yet: without a binding criterion the grade is an improvement at most."),
        )

    def _criterion(self, cited: CitedCriterion, *, fixed: bool) -> Link:
        texts, lang = self._context.texts, self._context.lang
        key = ("card", cited.card_id) if cited.own_id is None else ("own", cited.own_id)
        title = cited.label
        number = ""
        if cited.card is not None:
            number, title = cited.card.article, cited.card.source.get(lang)
        force = self.tr("does not apply") if cited.bond is None else texts.enum(cited.bond.force)
        return Link(
            key, number, title, force, icon="criteria", can_open=False, can_remove=not fixed
        )

    def _show_evidence(self, detail: FindingDetail) -> None:
        lang = self._context.lang
        self.evidence.show_links(
            [
                Link(
                    chip.id,
                    chip.number,
                    chip.title.best(lang) or chip.file_name or "",
                    icon=KIND_ICONS[chip.kind],
                )
                for chip in detail.evidence
            ],
            self.tr("None yet: the facts cannot be confirmed without evidence."),
        )

    def _show_actions(self, detail: FindingDetail) -> None:
        texts, lang = self._context.texts, self._context.lang
        for kind, track in self.tracks.items():
            rows = [row for row in detail.actions if row.kind is kind]
            track.show_links(
                [
                    Link(
                        row.id,
                        row.number,
                        row.description.best(lang),
                        self.tr("overdue") if row.overdue else texts.enum(row.state),
                        icon="clock" if row.overdue else "actions",
                        token="major" if row.overdue else "muted",
                        can_remove=False,
                    )
                    for row in rows
                ],
                self.tr("None yet."),
            )

    # -- building -----------------------------------------------------------------------------

    def _arrange(self) -> None:
        box = column(self, gap=12)
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
        self._card("criteria", self.choose).addWidget(self.criteria)
        self._card("evidence", self.link, self.add).addWidget(self.evidence)
        actions = self._card("actions")
        for kind_of, track in self.tracks.items():
            top = line()
            caption = label(self, "caption")
            self._captions[kind_of.value] = caption
            top.addWidget(caption, 1)
            top.addWidget(self.act[kind_of])
            actions.addLayout(top)
            actions.addWidget(track)
        box.addStretch()

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
        self.criteria.removed.connect(self._on_criterion_removed)
        self.evidence.opened.connect(self._on_evidence_opened)
        self.evidence.removed.connect(self._on_evidence_removed)
        for track in self.tracks.values():
            track.opened.connect(self._on_action_opened)

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

    def _on_choose(self) -> PickDialog | None:
        detail = self._detail
        if detail is None:
            return None
        ticked = [
            ("card", cited.card_id) if cited.own_id is None else ("own", cited.own_id)
            for cited in detail.criteria
        ]
        dialog = PickDialog(
            self.tr("Criteria of {number}").format(number=detail.row.number),
            self.tr("The strongest force among them limits the grade."),
            self.tr("Cite"),
            self,
        )
        dialog.offer(criterion_choices(self._context, self._shelf), ticked)
        dialog.picked.connect(self._cite)
        dialog.open()
        return dialog

    def _cite(self, keys: frozenset[tuple[str, Any]]) -> None:
        own = sorted((key for kind, key in keys if kind == "own"), key=str)
        cards = sorted(key for kind, key in keys if kind == "card")

        def make(found: FindingDetail) -> Any:
            force = forces_for(
                self._context.audit,
                self._shelf,
                own=own,
                cards=cards,
                unit_id=found.record.unit_id,
            )
            return ops.set_criteria(
                found.row.id, own=own, cards=cards, forces=force.forces, reason=self._reason()
            )

        self._do(make)

    def _on_criterion_removed(self, key: tuple[str, Any]) -> None:
        if self._detail is None:
            return
        kept = {
            ("card", cited.card_id) if cited.own_id is None else ("own", cited.own_id)
            for cited in self._detail.criteria
        }
        self._cite(frozenset(kept - {key}))

    def _on_link(self) -> PickDialog | None:
        detail = self._detail
        if detail is None:
            return None
        before = frozenset(chip.id for chip in detail.evidence)

        def take(after: frozenset[UUID]) -> None:
            gesture, finding = uuid7(), detail.row.id
            for item in after - before:
                op = evidence_ops.link_to_finding(item, finding)
                self._context.perform(op, gesture=gesture)
            for item in before - after:
                op = evidence_ops.unlink_from_finding(item, finding)
                self._context.perform(op, gesture=gesture)

        title = self.tr("Evidence of {number}").format(number=detail.row.number)
        return pick_evidence(self._context, self, title, before, take)

    def _on_add(self) -> AddEvidenceDialog | None:
        detail = self._detail
        if detail is None:
            return None
        target = AddTarget(unit_id=detail.record.unit_id, finding_id=detail.row.id)
        dialog = open_add_dialog(self._context, target, self)
        dialog.open()
        return dialog

    def _on_evidence_opened(self, item: UUID) -> None:
        self._context.go("evidence", item)

    def _on_evidence_removed(self, item: UUID) -> None:
        self._do(lambda found: evidence_ops.unlink_from_finding(item, found.row.id))

    def _on_action_opened(self, action: UUID) -> None:
        self._context.go("actions", action)

    def _on_correction(self) -> None:
        self._add_action(ActionKind.CORRECTION)

    def _on_corrective(self) -> None:
        self._add_action(ActionKind.CORRECTIVE_ACTION)

    def _add_action(self, kind: ActionKind) -> None:
        detail = self._detail
        if detail is None:
            return
        plan = action_ops.ActionPlan(kind)
        outcome = self._context.perform(action_ops.add_action(detail.row.id, plan))
        if outcome is not None:
            self._context.go("actions", outcome.value)


def criterion_choices(context: AppContext, shelf: PackShelf) -> list[Choice]:
    """The auditee's own rules first, then the cards that the packs cite, each with its force."""
    found, texts, lang = criteria(context.audit, shelf), context.texts, context.lang
    own = [
        Choice(
            ("own", rule.id),
            f"{rule.number}  {texts.enum(rule.force)}",
            " ".join(part for part in (rule.document, rule.article) if part),
            " ".join(rule.wording.bodies.values()).casefold(),
            context.icons.icon("document", "muted", 16),
        )
        for rule in found.own_rules
        if not rule.withdrawn
    ]
    cards = [
        Choice(
            ("card", row.card.id),
            f"{row.card.source.get(lang)} {row.card.article}",
            " · ".join(
                (
                    row.card.title.get(lang),
                    texts.enum(row.card.force if row.bond is None else row.bond.force),
                )
            ),
            f"{row.card.id} {row.card.title.zh} {row.card.title.en}".casefold(),
            context.icons.icon("criteria", "muted", 16),
        )
        for row in found.cards
    ]
    return [*own, *cards]
