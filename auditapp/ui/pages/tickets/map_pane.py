"""Map: which column is which field. The fields at the left, the chosen one at the right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from auditapp.tickets.fields import FIELDS, Kind, Table, fields_of
from auditapp.ui.pages.records.cells import PaintedCell, icon_cell
from auditapp.ui.pages.records.filters import FilterMenu, FilterSwitch
from auditapp.ui.pages.records.layout import column, label, line, narrow, offer
from auditapp.ui.pages.records.listing import ListPane
from auditapp.ui.pages.tickets.draft import CHOSEN, KEPT
from auditapp.ui.pages.tickets.looking import groups_of
from auditapp.ui.pages.tickets.values_table import ValuesTable
from auditapp.ui.pages.tickets.words import field_name, group_name, kind_name, table_name
from auditapp.ui.widgets.boxes import Card
from auditapp.ui.widgets.labels import ElidedLabel
from auditapp.ui.widgets.table import Column

if TYPE_CHECKING:
    from auditapp.ui.context import AppContext
    from auditapp.ui.icons import IconName
    from auditapp.ui.pages.tickets.draft import ImportDraft, SourceDraft
    from auditapp.ui.theme import Token

translate = QCoreApplication.translate
_RIGHT: Final = 376
_SURE: Final = 0.9


@dataclass(frozen=True, slots=True)
class MapRow:
    """A field as the list shows it; ``sure`` None: nobody guessed."""

    id: str
    name: str
    group: str
    columns: tuple[str, ...]
    origin: str
    sure: float | None
    samples: tuple[str, ...]
    needed: bool


class MapPane(QWidget):
    """Fields in groups with their columns; changing one is choosing it and picking its column.

    Signals:
        finished: the user wants to import.
        left: the user wants to go back to the files.
    """

    finished = Signal()
    left = Signal()

    def __init__(self, context: AppContext, draft: ImportDraft, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._draft = draft
        self.table = Table.TICKETS
        self.field = "ticket_id"
        self.list: ListPane[MapRow] = ListPane(
            context, columns(), lambda row: row.id, "tickets", self
        )
        self.groups: FilterMenu[str] = FilterMenu(context, self)
        self.mapped_only = FilterSwitch(context, self)
        self.table_combo = QComboBox(self)
        self.name_label = label(self, "strong", wrap=True)
        self.kind_label = label(self, "caption", wrap=True)
        self.column_caption = label(self, "caption")
        self.column_combo = narrow(QComboBox(self))
        self.column_caption.setBuddy(self.column_combo)
        self.and_caption = label(self, "caption")
        self.and_combo = narrow(QComboBox(self))
        self.and_caption.setBuddy(self.and_combo)
        self.samples_label = label(self, "muted", wrap=True)
        self.values = ValuesTable(context, self)
        self.unused_label = ElidedLabel(parent=self)
        self.unused_label.setProperty("role", "caption")
        self.lacks_label = label(self, "problem", wrap=True)
        self.back_button = QPushButton(self)
        self.import_button = QPushButton(self)
        self.import_button.setProperty("role", "primary")
        self._arrange()
        self._connect()

    def retranslate(self) -> None:
        """Set every string again."""
        self.list.title.setText(self.tr("Columns and fields"))
        self.list.retranslate()
        self.mapped_only.set_text(self.tr("Mapped"), self.tr("Only fields that have a column"))
        self.table_combo.setAccessibleName(self.tr("Table"))
        self.column_caption.setText(self.tr("Column"))
        self.column_combo.setAccessibleName(self.tr("Column"))
        self.and_caption.setText(self.tr("and (time of day in a column of its own)"))
        self.and_combo.setAccessibleName(self.tr("Second column"))
        self.back_button.setText(self.tr("Back to the files"))
        self.import_button.setText(self.tr("Import"))
        self.import_button.setToolTip(self.tr("Import") + "  Ctrl+Return")
        self.values.retranslate()
        self._name_groups()
        self.show_draft()

    def show_draft(self) -> None:
        """Show the fields of the table that is chosen."""
        listed = [source.table for source in self._draft.listed]
        if self.table not in listed:
            self.choose_table(listed[0] if listed else Table.TICKETS)
            return
        offer(self.table_combo, [(it, table_name(it)) for it in listed], self.table)
        self.table_combo.setVisible(len(listed) > 1)
        self._show_rows()
        self._show_field()
        self._show_lacks()

    def choose_table(self, table: Table) -> None:
        """Show the fields of another table."""
        self.table = table
        self.field = fields_of(table)[0].id
        self._name_groups()
        if table in {source.table for source in self._draft.listed}:
            self.show_draft()

    def choose_field(self, field_id: str) -> None:
        """Show one field at the right."""
        self.list.table.choose(field_id)

    @property
    def source(self) -> SourceDraft | None:
        """The source of the table that is shown."""
        return self._draft.sources.get(self.table)

    # -- inside -------------------------------------------------------------------------------

    def _arrange(self) -> None:
        self.list.filters.addWidget(self.groups)
        self.list.filters.addWidget(self.mapped_only)
        self.list.buttons.addWidget(self.table_combo)
        table = self.list.table
        table.setItemDelegateForColumn(2, PaintedCell(icon_cell(self._context, self._sure), table))
        card = Card(self)
        card.setFixedWidth(_RIGHT)
        for widget in (
            self.name_label, self.kind_label, self.column_caption, self.column_combo,
            self.and_caption, self.and_combo, self.samples_label,
        ):  # fmt: skip
            card.body.addWidget(widget)
        card.body.addWidget(self.values, 1)
        card.body.addStretch()
        upper = line()
        upper.addWidget(self.list, 1)
        side = column(margins=(0, 12, 16, 16))
        side.addWidget(card)
        upper.addLayout(side)
        foot = line(gap=12, margins=(16, 0, 16, 16))
        foot.addWidget(self.back_button)
        foot.addWidget(self.unused_label, 1)
        foot.addWidget(self.lacks_label)
        foot.addWidget(self.import_button)
        box = column(self, gap=0)
        box.addLayout(upper, 1)
        box.addLayout(foot)

    def _connect(self) -> None:
        self.list.searched.connect(self._show_rows)
        self.list.cleared.connect(self._on_cleared)
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(self._on_opened)
        self.groups.changed.connect(self._show_rows)
        self.mapped_only.clicked.connect(self._show_rows)
        self.table_combo.activated.connect(self._on_table)
        self.column_combo.activated.connect(self._on_column)
        self.and_combo.activated.connect(self._on_column)
        self.values.chosen.connect(self._on_values)
        self.back_button.clicked.connect(self.left)
        self.import_button.clicked.connect(self.finished)
        self._draft.changed.connect(self._on_draft)

    def _name_groups(self) -> None:
        named = [(it, group_name(it)) for it in groups_of(self.table)]
        self.groups.set_options(self.tr("Group"), named)
        self.groups.setVisible(len(named) > 1)

    def _rows(self, source: SourceDraft) -> list[MapRow]:
        found = source.look
        lacks = source.lacks
        rows: list[MapRow] = []
        for field in fields_of(self.table):
            used = source.columns.get(field.id, ())
            rows.append(
                MapRow(
                    field.id,
                    field_name(self._context, field.id),
                    field.group,
                    used,
                    source.origins.get(field.id, ""),
                    source.sure.get(field.id),
                    found.samples(used, field.id) if found is not None else (),
                    field.id in lacks,
                )
            )
        return rows

    def _show_rows(self) -> None:
        source = self.source
        if source is None:
            return
        every = self._rows(source)
        words = self.list.search.text().casefold().split()
        groups = self.groups.chosen
        kept = [
            row
            for row in every
            if (not groups or row.group in groups)
            and (row.columns or not self.mapped_only.isChecked())
            and all(
                word in f"{row.name} {row.id} {' '.join(row.columns)}".casefold() for word in words
            )
        ]
        self.list.show_rows(kept, len(every))
        if not self.list.table.choose(self.field) and kept:
            self.list.table.choose(kept[0].id)

    def _show_field(self) -> None:
        source = self.source
        if source is None or source.look is None or self.field not in FIELDS:
            return
        field, found = FIELDS[self.field], source.look
        used = source.columns.get(field.id, ())
        self.name_label.setText(field_name(self._context, field.id))
        self.kind_label.setText(self._kind_words())
        none = ("", self.tr("— not mapped —"))
        offer(
            self.column_combo, [none, *((it, it) for it in found.columns)], used[0] if used else ""
        )
        self.column_combo.setToolTip(used[0] if used else "")
        second = field.kind is Kind.TIME and bool(used)
        self.and_combo.setVisible(second)
        self.and_caption.setVisible(second)
        others = [it for it in found.columns if not used or it != used[0]]
        offer(
            self.and_combo,
            [("", self.tr("— none —")), *((it, it) for it in others)],
            used[1] if len(used) > 1 else "",
        )
        samples = found.samples(used, field.id)
        self.samples_label.setText(
            self.tr("For example: {values}").format(values="  |  ".join(samples)) if samples else ""
        )
        self.values.show_field(source, field.id)

    def _kind_words(self) -> str:
        field = FIELDS[self.field]
        words = [group_name(field.group), kind_name(field.kind)]
        if field.unit:
            words.append(self.tr("in minutes, hours or days by the column's name"))
        if field.personal:
            words.append(self.tr("becomes a pseudonym"))
        if field.free:
            words.append(self.tr("numbers of persons are masked"))
        return " · ".join(words)

    def _show_lacks(self) -> None:
        source, context = self.source, self._context
        missing = [field_name(context, name) for it in self._draft.listed for name in it.lacks]
        self.lacks_label.setText(
            self.tr("Without a column: {fields}").format(fields=context.texts.join(missing))
            if missing
            else ""
        )
        blocked = any(
            FIELDS[name].column != "received_at" for it in self._draft.listed for name in it.lacks
        )
        self.import_button.setEnabled(self._draft.is_ready and not blocked)
        unused = () if source is None else source.unused
        said = self.tr("Columns that are not taken: {columns}").format(
            columns=context.texts.join(unused)
        )
        self.unused_label.set_text(said if unused else "")

    def _sure(self, row: MapRow) -> tuple[IconName | None, str, Token]:
        if not row.columns:
            return ("warning", self.tr("needed"), "major") if row.needed else (None, "", "muted")
        if row.origin == CHOSEN:
            return "check", self.tr("chosen"), "conforming"
        if row.origin == KEPT:
            return "history", self.tr("as last time"), "conforming"
        sure = 0.0 if row.sure is None else row.sure
        said = self._context.texts.percent(sure)
        return (None, said, "text") if sure >= _SURE else ("help", said, "minor")

    def _on_draft(self) -> None:
        if self.isVisible():
            self.show_draft()

    def _on_chosen(self, row: MapRow | None) -> None:
        if row is not None and row.id != self.field:
            self.field = row.id
            self._show_field()

    def _on_opened(self, row: MapRow) -> None:
        self.field = row.id
        self._show_field()
        self.column_combo.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_cleared(self) -> None:
        self.list.search.clear()
        self.groups.choose(frozenset())
        self.mapped_only.setChecked(False)
        self._show_rows()

    def _on_table(self) -> None:
        self.choose_table(Table(self.table_combo.currentData()))

    def _on_column(self) -> None:
        source = self.source
        if source is None:
            return
        first, second = str(self.column_combo.currentData()), str(self.and_combo.currentData())
        both = (first, second) if second and second != first else (first,)
        if self.and_combo.isHidden():
            both = (first,)
        source.choose(self.field, both if first else ())
        self._draft.touch()

    def _on_values(self, values: dict[str, str]) -> None:
        source = self.source
        if source is not None:
            source.values[self.field] = values


def columns() -> tuple[Column[MapRow], ...]:
    """The list's columns."""

    def named(row: MapRow) -> str:
        return row.name

    return (
        Column(lambda: translate("TicketColumns", "Field"), named, width=208),
        Column(
            lambda: translate("TicketColumns", "Column of the file"),
            lambda row: " + ".join(row.columns),
            width=184,
        ),
        Column(
            lambda: translate("TicketColumns", "Sure"),
            lambda row: "",
            sort=lambda row: (not row.columns, row.sure or 1.0),
            width=112,
        ),
        Column(
            lambda: translate("TicketColumns", "Values"),
            lambda row: "  |  ".join(row.samples),
            stretch=True,
        ),
        Column(
            lambda: translate("TicketColumns", "Group"),
            lambda row: group_name(row.group),
            width=96,
        ),
    )
