"""Plan ▸ Lists: causes, complaint types, products, channels … as this organisation has them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)

from auditapp.domain.vocabulary import Lang
from auditapp.errors import UserError
from auditapp.ops import taxonomies
from auditapp.ops.queries import taxonomies as queries
from auditapp.ui.pages.plan.desk import Part
from auditapp.ui.pages.plan.grid import CellKind, GridColumn, GridModel, GridView, put_field
from auditapp.ui.pages.plan.library import read_library
from auditapp.ui.widgets.boxes import Card

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from auditapp.ops.queries.taxonomies import ListView
    from auditapp.packs.content import Library
    from auditapp.ui.pages.plan.desk import PlanDesk

_CODE: Final = re.compile(r"[^a-z0-9_]+")


@dataclass(frozen=True, slots=True)
class ValueLine:
    """A value of a list as the grid edits it; ``is_new`` until it is stored."""

    code: str = ""
    name: str = ""
    second: str = ""
    parent: str = ""
    offered: bool = True
    own: bool = True
    level: int = 1
    is_new: bool = False


class ListsPart(Part):
    """The lists at the left, the values of one at the right."""

    def __init__(self, desk: PlanDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._library: Library | None = None
        self._is_reading = False
        self._views: tuple[ListView, ...] = ()
        self._fresh: ValueLine | None = None
        self.list = QListWidget(self)
        self.model: GridModel[ValueLine] = GridModel(self.context.theme, self)
        self.grid: GridView[ValueLine] = GridView(self.model, self)
        self.add_button = QPushButton(self)
        self._title_label, self._hint_label = QLabel(self), QLabel(self)
        self._arrange()
        self.list.currentRowChanged.connect(self._on_list)
        self.grid.edited.connect(self._on_edited)
        self.grid.add_wanted.connect(self.add)
        self.grid.remove_wanted.connect(self._on_remove)
        self.add_button.clicked.connect(self.add)

    @property
    def current(self) -> ListView | None:
        """The list that is shown."""
        row = self.list.currentRow()
        return self._views[row] if 0 <= row < len(self._views) else None

    @property
    def is_ready(self) -> bool:
        """Whether the library has been read."""
        return self._library is not None

    def retranslate(self) -> None:
        """Set every string again."""
        self.list.setAccessibleName(self.tr("Lists"))
        self.grid.setAccessibleName(self.tr("Values of the list"))
        self.add_button.setText(self.tr("Add a value"))
        self.add_button.setToolTip(self.tr("Add a value to this list") + "  Ins")
        self._hint_label.setText(
            self.tr(
                "Your own names and values hold for this audit. A value that is no longer offered "
                "stays readable where it was used."
            )
        )
        if self._views:
            self._fill()
        else:
            self._title_label.setText(self.tr("Reading the lists …"))
        self.add_button.setEnabled(bool(self._views) and self.desk.is_open)

    def refresh(self) -> None:
        """Show the lists as stored; the library is read once."""
        if self._library is not None:
            self._show(self._library)
        elif not self._is_reading:
            self._is_reading = True
            self.context.jobs.run(read_library, self._on_library, on_error=self._on_error)

    def show_target(self, target: object) -> None:
        """A list by its id."""
        for number, view in enumerate(self._views):
            if view.id == target:
                self.list.setCurrentRow(number)

    def add(self) -> None:
        """Begin a new value."""
        view = self.current
        if view is None or not self.desk.is_open:
            return
        used = {row.value for row in view.values}
        number = next(n for n in range(1, len(used) + 2) if f"own_{n}" not in used)
        self._fresh = ValueLine(code=f"own_{number}", is_new=True)
        self._fill_grid()
        self.grid.edit_cell(self.model.rowCount() - 1, 1)

    # -- inside -------------------------------------------------------------------------------

    def _arrange(self) -> None:
        left, right = Card(self, margin=8), Card(self)
        left.setFixedWidth(264)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        left.body.addWidget(self.list)
        self._title_label.setProperty("role", "strong")
        self._hint_label.setProperty("role", "caption")
        self._hint_label.setWordWrap(True)
        self.context.icons.assign(self.add_button, "add", "muted", 16)
        head = QHBoxLayout()
        head.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title_label)
        words.addWidget(self._hint_label)
        head.addLayout(words, 1)
        head.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignTop)
        right.body.addLayout(head)
        right.body.addWidget(self.grid, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(left)
        layout.addWidget(right, 1)

    def _on_library(self, library: Library) -> None:
        self._library, self._is_reading = library, False
        if self.context.is_open:
            self._show(library)

    def _on_error(self, error: UserError) -> None:
        self._is_reading = False
        self.context.refused.emit(error)

    def _show(self, library: Library) -> None:
        self._views = queries.taxonomies(self.context.audit, library.taxonomies)
        self.add_button.setEnabled(self.desk.is_open)
        self._fill()

    def _fill(self) -> None:
        row, lang = max(self.list.currentRow(), 0), self.context.lang
        self.list.blockSignals(True)
        self.list.clear()
        for view in self._views:
            own = sum(it.own for it in view.values)
            said = f"{view.title.get(lang, view.id)}  {len(view.offered)}"
            if own:
                said += "  " + self.tr("({n} own)").format(n=own)
            item = QListWidgetItem(said)
            item.setToolTip(said)
            item.setSizeHint(QSize(0, 36))
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, len(self._views) - 1))
        self.list.blockSignals(False)
        self._fill_grid()

    def _fill_grid(self) -> None:
        view, lang = self.current, self.context.lang
        if view is None:
            return
        self._title_label.setText(view.title.get(lang, view.id))
        main, second = self.desk.main, self._second
        lines = [
            ValueLine(
                row.value,
                row.names.get(main, ""),
                row.names.get(second, ""),
                row.parent or "",
                not row.hidden,
                row.own,
                row.level,
            )
            for row in view.values
        ]
        if self._fresh is not None:
            lines.append(self._fresh)
        columns = self._columns(main, second)
        same = [it.key for it in columns] == [it.key for it in self.model.columns]
        if same and len(lines) == self.model.rowCount():
            self.model.columns = tuple(columns)
            self.model.set_lines(lines)
        else:
            self.model.show(columns, lines)

    @property
    def _second(self) -> Lang:
        second = self.desk.second
        if second is not None:
            return second
        return Lang.EN if self.desk.main is Lang.ZH else Lang.ZH

    def _columns(self, main: Lang, second: Lang) -> list[GridColumn[ValueLine]]:
        texts, is_open = self.context.texts, self.desk.is_open
        head = self.tr("Name ({language})")
        names = {
            line.value: line.name(main) for line in (self.current.values if self.current else ())
        }

        def parents(line: ValueLine) -> list[tuple[str, str]]:
            above = [(key, said) for key, said in names.items() if key != line.code]
            return [("", "—"), *above]

        return [
            GridColumn(
                "code",
                lambda: self.tr("Code"),
                lambda it: it.code,
                lambda it, value: replace(it, code=_CODE.sub("_", str(value).casefold())),
                open=lambda it: is_open and it.is_new,
                token=lambda it: "text" if it.own else "muted",
                width=152,
            ),
            GridColumn(
                "name",
                lambda: head.format(language=texts.enum(main)),
                lambda it: it.name,
                put_field("name"),
                open=lambda _: is_open,
                text=lambda it: "    " * (it.level - 1) + it.name,
                token=lambda it: "text" if it.offered else "muted",
                strong=lambda it: it.own,
                stretch=True,
            ),
            GridColumn(
                "second",
                lambda: head.format(language=texts.enum(second)),
                lambda it: it.second,
                put_field("second"),
                open=lambda _: is_open,
                token=lambda it: "text" if it.offered else "muted",
                stretch=True,
            ),
            GridColumn(
                "parent",
                lambda: self.tr("Belongs to"),
                lambda it: it.parent,
                put_field("parent"),
                CellKind.CHOICE,
                parents,
                open=lambda _: is_open,
                text=lambda it: names.get(it.parent, it.parent) or "—",
                token=lambda it: "text" if it.parent else "muted",
                width=160,
            ),
            GridColumn(
                "offered",
                lambda: self.tr("Offered"),
                lambda it: it.offered,
                put_field("offered"),
                CellKind.TICK,
                open=lambda it: is_open and not it.is_new,
                centre=True,
                width=88,
            ),
        ]

    def _on_list(self) -> None:
        self._fresh = None
        self._fill_grid()

    def _on_edited(self, key: str, before: ValueLine, after: ValueLine) -> None:
        del before
        view = self.current
        if view is None:
            return
        if after.is_new:
            self._fresh = after
            if not after.name.strip() and not after.second.strip():
                return
        try:
            if key == "offered":
                op = taxonomies.hide_value(view.id, after.code, hidden=not after.offered)
            else:
                op = taxonomies.set_value(
                    view.id,
                    after.code,
                    names={self.desk.main: after.name, self._second: after.second},
                    parent=after.parent or None,
                )
        except UserError as error:
            self.context.refused.emit(error)
            self.refresh()
            return
        fresh, self._fresh = self._fresh, None
        if not self.desk.did(op):
            self._fresh = fresh
            self.refresh()

    def _on_remove(self) -> None:
        line, view = self.grid.current_line, self.current
        if line is None or view is None or not self.desk.is_open:
            return
        if line.is_new:
            self._fresh = None
            self._fill_grid()
        elif line.offered:
            self.desk.did(taxonomies.hide_value(view.id, line.code))
