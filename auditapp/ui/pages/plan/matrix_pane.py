"""Which pack is asked in which unit: a matrix of ticks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.ui.pages.plan.grid import ROW, CellKind, GridColumn, GridModel, GridView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditapp.ui.context import AppContext


@dataclass(frozen=True, slots=True)
class PackHead:
    """A pack as a column: key, head, and what the head says when asked."""

    key: str
    title: str
    tip: str = ""


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit as a row with the keys of its packs; a unit out of the sample takes none."""

    key: str
    code: str
    name: str
    in_sample: bool
    packs: frozenset[str] = frozenset()


class MatrixPane(QWidget):
    """Units × packs.

    Signals:
        ticked: (unit key, pack key, on).
    """

    ticked = Signal(str, str, bool)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model: GridModel[UnitRow] = GridModel(context.theme, self)
        self.grid: GridView[UnitRow] = GridView(self.model, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.grid)
        self.grid.edited.connect(self._on_edited)

    def show_matrix(self, packs: Sequence[PackHead], units: Sequence[UnitRow]) -> None:
        """Show these packs for these units."""
        columns = [self._unit_column(), *(self._pack_column(pack) for pack in packs)]
        if [it.key for it in columns] == [it.key for it in self.model.columns]:
            self.model.columns = tuple(columns)
            self.model.set_lines(units)
        else:
            self.model.show(columns, units)

    def height_for_all(self) -> int:
        """The height that shows every row without scrolling."""
        return self.model.rowCount() * ROW + self.grid.horizontalHeader().sizeHint().height() + 4

    def retranslate(self) -> None:
        """Set every string again."""
        self.grid.setAccessibleName(self.tr("Packs of the units"))

    def _unit_column(self) -> GridColumn[UnitRow]:
        return GridColumn(
            "unit",
            lambda: self.tr("Unit"),
            lambda it: it.code,
            text=lambda it: f"{it.code}  {it.name}",
            token=lambda it: "text" if it.in_sample else "muted",
            stretch=True,
        )

    def _pack_column(self, pack: PackHead) -> GridColumn[UnitRow]:
        def put(line: UnitRow, value: Any) -> UnitRow:
            packs = line.packs | {pack.key} if value else line.packs - {pack.key}
            return replace(line, packs=packs)

        return GridColumn(
            pack.key,
            lambda: pack.title,
            lambda it: pack.key in it.packs,
            put,
            CellKind.TICK,
            open=lambda it: it.in_sample,
            hint=pack.tip,
            centre=True,
            width=112,
        )

    def _on_edited(self, key: str, before: UnitRow, after: UnitRow) -> None:
        del before
        self.ticked.emit(after.key, key, key in after.packs)
