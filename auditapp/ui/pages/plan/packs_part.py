"""Plan ▸ Packs and assignment: which pack where, who audits what, and how long it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
)

from auditapp.domain.vocabulary import Role
from auditapp.ops import plans
from auditapp.ops.queries import content as content_queries
from auditapp.packs.freeze import freeze
from auditapp.store.op import uuid7
from auditapp.ui.pages.plan.assign_pane import AssignPane
from auditapp.ui.pages.plan.desk import Part
from auditapp.ui.pages.plan.drafts import when_accepted
from auditapp.ui.pages.plan.library import read_library
from auditapp.ui.pages.plan.matrix_pane import MatrixPane, PackHead, UnitRow
from auditapp.ui.pages.plan.upgrading import Upgrading
from auditapp.ui.pages.plan.work import SectionRow, Task, Work, minutes_of
from auditapp.ui.widgets.boxes import Card

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from auditapp.errors import UserError
    from auditapp.packs.content import Library
    from auditapp.ui.pages.plan.desk import PlanDesk

AUDITING = (Role.TEAM_LEADER, Role.AUDITOR, Role.TECHNICAL_EXPERT)


class PacksPart(Part):
    """The matrix of packs above, the assignment below."""

    def __init__(self, desk: PlanDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._work = Work()
        self._library: Library | None = None
        self.matrix = MatrixPane(self.context, self)
        self.assign = AssignPane(self.context, self)
        self._packs_title, self._assign_title = QLabel(self), QLabel(self)
        self._packs_hint = QLabel(self)
        self.add_button = QPushButton(self)
        self.upgrading = Upgrading(desk, self)
        self._is_reading = False
        self._arrange()
        self.matrix.ticked.connect(self._on_ticked)
        self.assign.given.connect(self._on_given)
        self.add_button.clicked.connect(self._on_add)

    def retranslate(self) -> None:
        """Set every string again."""
        self._packs_title.setText(self.tr("Packs of the units"))
        self._assign_title.setText(self.tr("Who audits what"))
        self._packs_hint.setText(
            self.tr("A pack is frozen into the audit: later editions change nothing here.")
        )
        self.add_button.setText(self.tr("Add a pack …"))
        self.add_button.setToolTip(self.tr("Freeze a pack of the library into this audit"))
        self.upgrading.retranslate()
        self.matrix.retranslate()
        self.assign.retranslate()

    def refresh(self) -> None:
        """Show packs, units and assignments as stored."""
        plan, lang = self.desk.plan, self.context.lang
        packs = [pack for pack in plan.packs if not pack.withdrawn]
        heads = [
            PackHead(
                str(pack.id),
                f"{pack.pack_id} v{pack.version}",
                self.tr("{title}: {n} questions").format(
                    title=pack.title.get(lang), n=pack.questions
                ),
            )
            for pack in packs
        ]
        units = [unit for unit in plan.units if not unit.withdrawn]
        rows = [
            UnitRow(
                str(unit.id),
                unit.code,
                unit.name.best(lang),
                unit.in_sample,
                frozenset(str(pack) for pack in unit.packs),
            )
            for unit in units
        ]
        self.matrix.show_matrix(heads, rows)
        self.add_button.setEnabled(self.desk.is_open)
        self._show_work()
        if self._library is not None:
            self.upgrading.look(self._library)
        elif not self._is_reading:
            self._is_reading = True
            self.context.jobs.run(read_library, self._keep_library, on_error=self._on_no_library)

    def _show_work(self) -> None:
        plan, lang, shelf = self.desk.plan, self.context.lang, self.desk.shelf
        asked = content_queries.questions(self.context.audit, shelf)
        sections: dict[str, SectionRow] = {}
        for section in content_queries.sections(self.context.audit, shelf):
            row = SectionRow(section.id, section.title.get(lang), section.level)
            sections.setdefault(section.id, row)
        with_work = dict.fromkeys(str(it.unit_id) for it in asked)
        units = [unit for unit in plan.units if str(unit.id) in with_work]
        tasks = [
            Task(it.question.id, it.question.section, str(it.unit_id), minutes_of(it.question))
            for it in asked
        ]
        self._work = Work.of(tasks, tuple(sections.values()), [str(unit.id) for unit in units])
        codes = {person.id: person.code for person in plan.people}
        auditors: dict[tuple[str, str], str] = {}
        reviewers: dict[tuple[str, str], str] = {}
        for row in plan.assignments:
            pair = row.question_id, str(row.unit_id)
            auditors[pair] = codes.get(row.auditor_id, "") if row.auditor_id else ""
            reviewers[pair] = codes.get(row.reviewer_id, "") if row.reviewer_id else ""
        self.assign.show_work(
            self._work,
            units=[(str(unit.id), unit.code) for unit in units],
            people=[
                (person.code, f"{person.code}  {person.name}")
                for person in plan.people
                if not person.withdrawn and person.role in AUDITING
            ],
            auditors=auditors,
            reviewers=reviewers,
        )
        self._auditors, self._reviewers = auditors, reviewers

    def _arrange(self) -> None:
        packs_card, assign_card = Card(self), Card(self)
        for title in (self._packs_title, self._assign_title):
            title.setProperty("role", "strong")
        self._packs_hint.setProperty("role", "caption")
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._packs_title)
        head.addWidget(self._packs_hint)
        head.addStretch()
        head.addWidget(self.upgrading.button)
        head.addWidget(self.add_button)
        packs_card.body.addLayout(head)
        packs_card.body.addWidget(self.matrix, 1)
        assign_card.body.addWidget(self._assign_title)
        assign_card.body.addWidget(self.assign, 1)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(16)
        splitter.setStyleSheet("QSplitter::handle { background: transparent; }")
        splitter.addWidget(packs_card)
        splitter.addWidget(assign_card)
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([224, 400])
        packs_card.setMinimumHeight(160)
        assign_card.setMinimumHeight(200)
        splitter.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        self.context.icons.assign(self.add_button, "add", "muted", 16)

    def _on_ticked(self, unit: str, pack: str, on: bool) -> None:
        row = next(it for it in self.desk.plan.units if str(it.id) == unit)
        packs = set(row.packs)
        packs = packs | {UUID(pack)} if on else packs - {UUID(pack)}
        if not self.desk.did(plans.set_unit_packs(row.id, packs)):
            self.refresh()

    def _on_given(self, section: str, unit: str, person: str, is_reviewer: bool) -> None:
        """One gesture; each unit is one op for each combination of the two people."""
        people = {it.code: it.id for it in self.desk.plan.people if not it.withdrawn}
        gesture = uuid7()
        groups: dict[tuple[str, str, str], list[str]] = {}
        for task in self._work.at(section, unit):
            auditor = person if not is_reviewer else self._auditors.get(task.pair, "")
            reviewer = person if is_reviewer else self._reviewers.get(task.pair, "")
            if auditor and auditor == reviewer and not is_reviewer:
                reviewer = ""  # who audits it now cannot stay its reviewer
            groups.setdefault((task.unit, auditor, reviewer), []).append(task.question)
        for (unit_key, auditor, reviewer), questions in groups.items():
            try:
                op = plans.assign(
                    questions,
                    UUID(unit_key),
                    auditor_id=people.get(auditor),
                    reviewer_id=people.get(reviewer),
                )
            except plans.UserError as error:
                self.context.refused.emit(error)
                break
            if not self.desk.did(op, gesture):
                break

    def _on_add(self) -> None:
        if self._library is not None:
            self._offer(self._library)
            return
        self.add_button.setEnabled(False)
        self.context.jobs.run(read_library, self._on_library)

    def _on_library(self, library: Library) -> None:
        self._keep_library(library)
        self.add_button.setEnabled(True)
        self._offer(library)

    def _keep_library(self, library: Library) -> None:
        self._library, self._is_reading = library, False
        self.upgrading.look(library)

    def _on_no_library(self, error: UserError) -> None:
        """Looking for newer versions is silent; adding a pack says what is wrong."""
        del error
        self._is_reading = False

    def _offer(self, library: Library) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        lang, sector = self.context.lang, self.desk.plan.frame.sector
        first = [pack for pack in library.packs if sector in pack.sectors]
        others = [pack for pack in library.packs if sector not in pack.sectors]
        for pack in (*first, None, *others):
            if pack is None:  # the audit's own sector stands above the line
                menu.addSeparator()
                continue
            title = f"{pack.id} v{pack.version}  {pack.title.get(lang)}"
            action = menu.addAction(title)
            action.setData(pack.id)
            known = {(it.pack_id, it.version) for it in self.desk.plan.packs if not it.withdrawn}
            action.setEnabled((pack.id, pack.version) not in known)
        menu.triggered.connect(self._on_pack_chosen)
        menu.popup(self.add_button.mapToGlobal(self.add_button.rect().bottomLeft()))

    def _on_pack_chosen(self, action: QAction) -> None:
        self.add_pack(str(action.data()))

    def add_pack(self, pack_id: str) -> None:
        """Freeze a pack of the library into the audit; a draft only after a yes."""
        if self._library is None:
            return
        pack, criteria = self._library.pack(pack_id), self._library.criteria

        def add() -> None:
            data = freeze(pack, criteria, accept_draft=True)
            self.desk.do(plans.freeze_pack(pack_id=pack.id, version=pack.version, content=data))

        when_accepted(self.context, self, [pack], add)
