"""Which pack is asked in which unit: a matrix of ticks.

Packs are the rows: their titles need room, and a library has more of them than most audits have
units, whose codes are short.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.ui.pages.plan.grid import CellKind, GridColumn, GridModel, GridView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditapp.ui.context import AppContext


_FEW: Final = 6
"""Units beside which the titles of the packs take all the room that is left."""


@dataclass(frozen=True, slots=True)
class PackHead:
    """A pack: key, id (and version), title."""

    key: str
    code: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit with the keys of its packs; a unit out of the sample takes none."""

    key: str
    code: str
    name: str
    in_sample: bool
    packs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PackLine:
    """A row: a pack and the keys of the units in which it is asked."""

    key: str
    code: str
    title: str
    units: frozenset[str]

    @property
    def said(self) -> str:
        """Its id and title."""
        return f"{self.code}  {self.title}"


class MatrixPane(QWidget):
    """Packs × units.

    Signals:
        ticked: (unit key, pack key, on).
        stood_on: the current row is another pack (its key; empty: none).
    """

    ticked = Signal(str, str, bool)
    stood_on = Signal(str)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model: GridModel[PackLine] = GridModel(context.theme, self)
        self.grid: GridView[PackLine] = GridView(self.model, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.grid)
        self.grid.edited.connect(self._on_edited)
        self.grid.selectionModel().currentRowChanged.connect(self._on_row)

    @property
    def current_pack(self) -> str:
        """The key of the pack in whose row one stands; at first the first one's."""
        line = self.grid.current_line or next(iter(self.model.lines), None)
        return "" if line is None else line.key

    def show_matrix(self, packs: Sequence[PackHead], units: Sequence[UnitRow]) -> None:
        """Show these packs for these units."""
        few = len(units) <= _FEW
        columns = [self._title_column(few=few), *(self._unit_column(unit) for unit in units)]
        lines = [
            PackLine(
                pack.key,
                pack.code,
                pack.title,
                frozenset(unit.key for unit in units if pack.key in unit.packs),
            )
            for pack in packs
        ]
        same = [it.key for it in lines] == [it.key for it in self.model.lines]
        if same and [_head(it) for it in columns] == [_head(it) for it in self.model.columns]:
            self.model.columns = tuple(columns)
            self.model.set_lines(lines)
        else:
            self.model.show(columns, lines)

    def retranslate(self) -> None:
        """Set every string again."""
        self.grid.setAccessibleName(self.tr("Packs of the units"))

    def _title_column(self, *, few: bool) -> GridColumn[PackLine]:
        return GridColumn(
            "pack",
            lambda: self.tr("Pack"),
            lambda it: it.key,
            text=lambda it: it.said,
            strong=lambda it: bool(it.units),
            stretch=few,
            width=360,
        )

    def _unit_column(self, unit: UnitRow) -> GridColumn[PackLine]:
        def put(line: PackLine, value: Any) -> PackLine:
            units = line.units | {unit.key} if value else line.units - {unit.key}
            return replace(line, units=units)

        return GridColumn(
            unit.key,
            lambda: unit.code,
            lambda it: unit.key in it.units,
            put,
            CellKind.TICK,
            open=lambda _: unit.in_sample,
            tip=lambda it: f"{unit.code}  {unit.name}\n{it.said}",
            hint=f"{unit.code}  {unit.name}",
            centre=True,
            width=80,
        )

    def _on_edited(self, key: str, before: PackLine, after: PackLine) -> None:
        del before
        self.ticked.emit(key, after.key, key in after.units)

    def _on_row(self) -> None:
        self.stood_on.emit(self.current_pack)


def _head(column: GridColumn[PackLine]) -> tuple[str, str, str, bool]:
    return column.key, column.title(), column.hint, column.stretch
