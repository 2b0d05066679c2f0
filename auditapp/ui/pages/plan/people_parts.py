"""Plan ▸ Units and Plan ▸ Team: grids whose every edit is an op."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from auditapp.domain.numbering import check_person_code, check_unit_code
from auditapp.domain.vocabulary import Lang, Role, UnitKind
from auditapp.errors import UserError
from auditapp.ops import plans
from auditapp.store.op import uuid7
from auditapp.ui.pages.plan.desk import Part
from auditapp.ui.pages.plan.lines import PersonLine, UnitLine
from auditapp.ui.pages.plan.team_pane import TeamPane
from auditapp.ui.pages.plan.units_pane import UnitsPane
from auditapp.ui.widgets.boxes import Card

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from auditapp.ui.pages.plan.desk import PlanDesk


class UnitsPart(Part):
    """The units of the audit."""

    def __init__(self, desk: PlanDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._fresh: UnitLine | None = None
        self.pane = UnitsPane(self.context, self)
        card = Card(self)
        card.body.addWidget(self.pane)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)
        self.pane.edited.connect(self._on_edited)
        self.pane.add_wanted.connect(self._on_add)
        self.pane.remove_wanted.connect(self._on_remove)
        self.pane.pasted.connect(self._on_pasted)

    def retranslate(self) -> None:
        """Set every string again."""
        self.pane.retranslate()

    def refresh(self) -> None:
        """Show the units as stored, and the one that has no code yet."""
        self.pane.set_languages(self.desk.main, self.desk.second)
        lines = self._stored()
        if self._fresh is not None:
            lines.append(self._fresh)
        self.pane.show_lines(lines)
        self.pane.set_open(is_open=self.desk.is_open)

    def show_target(self, target: object) -> None:
        """Go to a unit."""
        for row, line in enumerate(self.pane.model.lines):
            if line.key == target:
                self.pane.grid.go_to(row)
                self.pane.grid.setFocus()

    def _stored(self) -> list[UnitLine]:
        main, second = self.desk.main, self.desk.second
        units = [unit for unit in self.desk.plan.units if not unit.withdrawn]
        codes = {unit.id: unit.code for unit in units}
        return [
            UnitLine(
                code=unit.code,
                name=unit.name.get(main),
                second=unit.name.get(second) if second else "",
                kind=unit.kind,
                parent=codes.get(unit.parent_id, "") if unit.parent_id else "",
                in_sample=unit.in_sample,
                why_not=unit.why_not or "",
                weight=unit.weight,
                key=unit.id,
            )
            for unit in units
        ]

    def _bodies(self, line: UnitLine) -> dict[Lang, str | None]:
        bodies: dict[Lang, str | None] = {self.desk.main: line.name or None}
        if self.desk.second is not None:
            bodies[self.desk.second] = line.second or None
        return bodies

    def _ids(self) -> dict[str, UUID]:
        return {unit.code: unit.id for unit in self.desk.plan.units if not unit.withdrawn}

    def _on_edited(self, before: UnitLine, after: UnitLine) -> None:
        if after.key is None:
            self._store_fresh(before, after)
            return
        names_changed = (before.name, before.second) != (after.name, after.second)
        op = plans.edit_unit(
            after.key,
            name=self._bodies(after) if names_changed else {},
            kind=UnitKind(after.kind),
            parent_id=self._ids().get(after.parent),
            in_sample=after.in_sample,
            why_not=None if after.in_sample else after.why_not,
            weight=after.weight,
        )
        if not self.desk.did(op):
            self.refresh()

    def _on_add(self) -> None:
        """A unit is stored as soon as it has a code: the code becomes part of numbers."""
        if not self.desk.is_open:
            return
        if self._fresh is None:
            self._fresh = UnitLine()
            self.refresh()
        self.pane.grid.edit_cell(len(self.pane.model.lines) - 1, 0)

    def _store_fresh(self, before: UnitLine, after: UnitLine) -> None:
        self._fresh = after
        if not after.code:
            return
        self._fresh = None
        if not self._add([after]):
            self._fresh = replace(after, code=before.code)
            self.refresh()
            return
        for row, line in enumerate(self.pane.model.lines):
            if line.code == after.code:
                self.pane.grid.edit_cell(row, 1)

    def _on_pasted(self, lines: list[UnitLine]) -> None:
        self._add(lines)

    def _add(self, lines: list[UnitLine]) -> bool:
        gesture = uuid7()
        known: dict[str, UUID] = self._ids()
        for line in lines:
            try:
                op = plans.add_unit(
                    code=check_unit_code(line.code),
                    name=self._bodies(line),
                    kind=line.kind,
                    parent_id=known.get(line.parent),
                    in_sample=line.in_sample,
                    why_not=line.why_not,
                    weight=line.weight,
                )
            except UserError as error:
                self.context.refused.emit(error)
                return False
            outcome = self.context.perform(op, gesture=gesture)
            if outcome is None:
                return False
            known[line.code] = outcome.value
        return bool(lines)

    def _on_remove(self, line: UnitLine) -> None:
        if line.key is not None:
            self.desk.do(plans.withdraw_unit(line.key))
        else:
            self._fresh = None
            self.refresh()


class TeamPart(Part):
    """The people of the audit."""

    def __init__(self, desk: PlanDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._fresh: PersonLine | None = None
        self.pane = TeamPane(self.context, self)
        card = Card(self)
        card.body.addWidget(self.pane)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)
        self.pane.edited.connect(self._on_edited)
        self.pane.add_wanted.connect(self._on_add)
        self.pane.remove_wanted.connect(self._on_remove)

    def retranslate(self) -> None:
        """Set every string again."""
        self.pane.retranslate()

    def refresh(self) -> None:
        """Show the people as stored, and the one that has no code yet."""
        lines = [
            PersonLine(it.code, it.name, it.role, it.organisation or "", it.contact or "", it.id)
            for it in self.desk.plan.people
            if not it.withdrawn
        ]
        if self._fresh is not None:
            lines.append(self._fresh)
        me = self.context.heading.actor
        mine = next((it.code for it in self.desk.plan.people if it.id == me), "")
        self.pane.show_lines(lines, me=mine)

    def _on_add(self) -> None:
        """A person is stored as soon as he has a code: it becomes part of numbers."""
        if self._fresh is None:
            self._fresh = PersonLine()
            self.refresh()
        self.pane.grid.edit_cell(len(self.pane.model.lines) - 1, 0)

    def _on_edited(self, before: PersonLine, after: PersonLine) -> None:
        if after.key is not None:
            op = plans.edit_person(
                after.key,
                name=after.name,
                role=Role(after.role),
                organisation=after.organisation,
                contact=after.contact,
            )
            if not self.desk.did(op):
                self.refresh()
            return
        self._fresh = after
        if not after.code:
            return
        try:
            code = check_person_code(after.code)
            op = plans.add_person(
                code=code,
                name=after.name or code,
                role=Role(after.role),
                organisation=after.organisation,
                contact=after.contact,
            )
        except UserError as error:
            self._fresh = replace(after, code=before.code)
            self.context.refused.emit(error)
            self.refresh()
            return
        self._fresh = None
        if self.context.perform(op) is None:
            self._fresh = replace(after, code=before.code)
            self.refresh()
            return
        self._stand_on(code)

    def _on_remove(self, line: PersonLine) -> None:
        if line.key is None:
            self._fresh = None
            self.refresh()
        elif line.key == self.context.heading.actor:
            self.context.notify(self.tr("You cannot take yourself off the team."))
        else:
            self.desk.do(plans.withdraw_person(line.key))

    def _stand_on(self, code: str) -> None:
        codes: Iterable[str] = (line.code for line in self.pane.model.lines)
        for row, known in enumerate(codes):
            if known == code:
                self.pane.grid.edit_cell(row, 1)
