"""The grid of units, for the wizard and the plan page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from auditapp.domain.vocabulary import UnitKind
from auditapp.ui.pages.plan.grid import CellKind, GridColumn, GridModel, GridView, put_field
from auditapp.ui.pages.plan.lines import UnitLine, pasted_units

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditapp.domain.vocabulary import Lang
    from auditapp.ui.context import AppContext


class UnitsPane(QWidget):
    """Units as rows; codes of stored units stay as they are.

    Signals:
        edited: a unit was changed (before, after). ``add_wanted``: another row.
        remove_wanted: a unit (UnitLine). ``pasted``: units read from the clipboard.
    """

    edited = Signal(object, object)
    add_wanted = Signal()
    remove_wanted = Signal(object)
    pasted = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._second: Lang | None = None
        self._main: Lang = context.lang
        self.model: GridModel[UnitLine] = GridModel(context.theme, self)
        self.grid: GridView[UnitLine] = GridView(self.model, self)
        self.add_button, self.remove_button = QPushButton(self), QPushButton(self)
        self.paste_button = QPushButton(self)
        self._hint = QLabel(self)
        self._hint.setProperty("role", "caption")
        self._hint.setWordWrap(True)
        context.icons.assign(self.add_button, "add", "muted", 16)
        context.icons.assign(self.paste_button, "import", "muted", 16)
        context.icons.assign(self.remove_button, "minus", "muted", 16)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for button in (self.add_button, self.paste_button, self.remove_button):
            bar.addWidget(button)
        bar.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(bar)
        layout.addWidget(self.grid, 1)
        layout.addWidget(self._hint)
        self.add_button.clicked.connect(self.add_wanted)
        self.grid.add_wanted.connect(self.add_wanted)
        self.remove_button.clicked.connect(self._on_remove)
        self.grid.remove_wanted.connect(self._on_remove)
        self.paste_button.clicked.connect(self._on_paste_clicked)
        self.grid.paste_wanted.connect(self._on_pasted)
        self.grid.edited.connect(self._on_edited)

    def set_languages(self, main: Lang, second: Lang | None) -> None:
        """The languages in which names are wanted."""
        if (main, second) != (self._main, self._second) or not self.model.columns:
            self._main, self._second = main, second
            self.model.show(self._columns(), self.model.lines)

    def show_lines(self, lines: Sequence[UnitLine]) -> None:
        """Show these units."""
        if self.model.columns:
            self.model.set_lines(lines)
        else:
            self.model.show(self._columns(), lines)

    def set_open(self, *, is_open: bool) -> None:
        """Whether the plan can still be changed."""
        for button in (self.add_button, self.paste_button, self.remove_button):
            button.setEnabled(is_open)

    def retranslate(self) -> None:
        """Set every string again."""
        self.grid.setAccessibleName(self.tr("Units"))
        self.add_button.setText(self.tr("Add a unit"))
        self.add_button.setToolTip(self.tr("Add a unit") + "  Ins")
        self.paste_button.setText(self.tr("Paste from Excel"))
        self.paste_button.setToolTip(
            self.tr("Copied rows: code, name, kind, parent, in the sample, why not, weight")
            + "  Ctrl+V"
        )
        self.remove_button.setText(self.tr("Take out"))
        self.remove_button.setToolTip(self.tr("Take the unit out of the audit") + "  Del")
        self._hint.setText(
            self.tr(
                "A code becomes part of evidence numbers and stays. A unit that is not in the "
                "sample stands in the report with the reason; it is asked nothing."
            )
        )
        self.model.show(self._columns(), self.model.lines)

    def _columns(self) -> list[GridColumn[UnitLine]]:
        texts = self._context.texts
        kinds = [(kind, texts.enum(kind)) for kind in UnitKind]

        def code(line: UnitLine, value: str) -> UnitLine:
            return replace(line, code=value.strip().upper())

        def parents(line: UnitLine) -> list[tuple[str, str]]:
            others = [it.code for it in self.model.lines if it.code and it.code != line.code]
            return [("", "—"), *((other, other) for other in others)]

        main, second = texts.enum(self._main), self._second
        name_head = self.tr("Name ({language})").format(language=main) if second else None
        columns: list[GridColumn[UnitLine]] = [
            GridColumn(
                "code",
                lambda: self.tr("Code"),
                lambda it: it.code,
                code,
                open=lambda it: it.key is None,
                strong=lambda _: True,
                width=88,
            ),
            GridColumn(
                "name",
                lambda: name_head or self.tr("Name"),
                lambda it: it.name,
                put_field("name"),
                stretch=True,
            ),
        ]
        if second is not None:
            second_head = self.tr("Name ({language})").format(language=texts.enum(second))
            columns.append(
                GridColumn(
                    "second",
                    lambda: second_head,
                    lambda it: it.second,
                    put_field("second"),
                    stretch=True,
                )
            )
        columns += [
            GridColumn(
                "kind",
                lambda: self.tr("Kind"),
                lambda it: it.kind,
                put_field("kind"),
                CellKind.CHOICE,
                lambda _: kinds,
                width=104,
            ),
            GridColumn(
                "parent",
                lambda: self.tr("Belongs to"),
                lambda it: it.parent,
                put_field("parent"),
                CellKind.CHOICE,
                parents,
                text=lambda it: it.parent or "—",
                width=88,
            ),
            GridColumn(
                "in_sample",
                lambda: self.tr("In the sample"),
                lambda it: it.in_sample,
                put_field("in_sample"),
                CellKind.TICK,
                centre=True,
                width=88,
            ),
            GridColumn(
                "why_not",
                lambda: self.tr("Why not"),
                lambda it: it.why_not,
                put_field("why_not"),
                open=lambda it: not it.in_sample,
                text=lambda it: "" if it.in_sample else it.why_not,
                width=144,
            ),
            GridColumn(
                "weight",
                lambda: self.tr("Weight"),
                lambda it: it.weight,
                put_field("weight"),
                CellKind.NUMBER,
                hint=self.tr("How much the unit counts in figures over all units: 1 to 100"),
                centre=True,
                width=72,
            ),
        ]
        return columns

    def _on_edited(self, key: str, before: UnitLine, after: UnitLine) -> None:
        del key
        self.edited.emit(before, after)

    def _on_remove(self) -> None:
        line = self.grid.current_line
        if line is not None:
            self.remove_wanted.emit(line)

    def _on_paste_clicked(self) -> None:
        from PySide6.QtGui import QGuiApplication

        self._on_pasted(QGuiApplication.clipboard().text())

    def _on_pasted(self, text: str) -> None:
        taken = [line.code for line in self.model.lines]
        self.pasted.emit(pasted_units(text, taken=taken))
