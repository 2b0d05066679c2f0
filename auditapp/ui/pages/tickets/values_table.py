"""What the written values of a column mean: codes, yes or no."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from auditapp.tickets.fields import FIELDS, Kind, plain
from auditapp.tickets.normalise import code_words, flag_words
from auditapp.tickets.peek import all_values
from auditapp.tickets.suggest import suggest_values
from auditapp.ui.pages.records.layout import column, label, narrow, offer
from auditapp.ui.pages.tickets.looking import code_name
from auditapp.ui.theme import ROW_HEIGHT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from auditapp.errors import UserError
    from auditapp.jobs.progress import Progress
    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.tickets.draft import SourceDraft

MOST: Final = 200


class ValuesTable(QWidget):
    """One row per written value, with what it stands for.

    The first rows tell some values at once; a job reads all of them beside.

    Signals:
        chosen: another meaning was picked (all meanings: written value → code, '' = nothing).
    """

    chosen = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._source: SourceDraft | None = None
        self._field = ""
        self._values: tuple[str, ...] = ()
        self.caption = label(self, "caption", wrap=True)
        self.table = QTableWidget(0, 2, self)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT + 4)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(1, 152)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.combos: list[QComboBox] = []
        box = column(self, gap=4)
        self.likely_button = QPushButton(self)
        self.likely_button.clicked.connect(self.take_likely)
        box.addWidget(self.caption)
        box.addWidget(self.table, 1)
        box.addWidget(self.likely_button)

    def retranslate(self) -> None:
        """Set every string again."""
        self.table.setAccessibleName(self.tr("What the values mean"))
        self.table.setHorizontalHeaderLabels([self.tr("Written"), self.tr("Means")])
        if self._source is not None:
            self._show()

    def show_field(self, source: SourceDraft, field_id: str) -> None:
        """Show the values of a field that has a closed set of meanings, else nothing."""
        field, columns = FIELDS[field_id], source.columns.get(field_id, ())
        closed = bool(field.codes) or field.kind is Kind.FLAG
        self.setVisible(closed and bool(columns))
        if self.isHidden() or source.look is None:
            self._source = None
            return
        self._source, self._field = source, field_id
        known = source.seen.get(columns)
        if known is None:
            first = (value.strip() for value in source.look.cells(columns[0]))
            known = tuple(dict.fromkeys(first))
            self._read_all(source, columns)
        self._values = known[:MOST]
        self._show()

    @property
    def meanings(self) -> dict[str, str]:
        """What was said of the values: only where it is not what the program takes them for."""
        return {} if self._source is None else dict(self._source.values.get(self._field, {}))

    def _show(self) -> None:
        field, said = FIELDS[self._field], self.meanings
        guessed = self._guessed(self._values)
        is_flag = field.kind is Kind.FLAG
        choices: list[tuple[str | None, str]] = [
            (None, self.tr("not readable") if is_flag else self.tr("as written"))
        ]
        if is_flag:
            choices += [("yes", self.tr("yes")), ("no", self.tr("no")), ("", self.tr("nothing"))]
        else:
            lang = self._context.lang
            choices += [(code, code_name(field.code_set, code, lang)) for code in field.codes]
        self.combos = []
        self.table.setRowCount(len(self._values))
        open_values = 0
        for row, value in enumerate(self._values):
            item = QTableWidgetItem(value)
            item.setToolTip(value)
            self.table.setItem(row, 0, item)
            meaning = said.get(value, guessed.get(value))
            open_values += meaning is None
            combo = narrow(QComboBox(self.table))
            combo.setAccessibleName(self.tr("“{value}” means").format(value=value))
            offer(combo, choices, meaning)
            combo.activated.connect(_Chosen(self, value, combo))
            self.table.setCellWidget(row, 1, combo)
            self.combos.append(combo)
        likely = len(self._likely())
        self.likely_button.setVisible(bool(likely))
        self.likely_button.setText(
            self.tr("Take the likely meanings ({count})").format(count=likely)
        )
        self.caption.setText(
            self.tr("Values without a meaning: {count}").format(count=open_values)
            if open_values
            else self.tr("What the values mean")
        )

    def _guessed(self, values: Sequence[str]) -> Mapping[str, str]:
        """What reading takes the values for by itself."""
        field = FIELDS[self._field]
        if field.kind is not Kind.FLAG:
            known = code_words(field.code_set)
            return {value: known[plain(value)] for value in values if plain(value) in known}
        words = flag_words(late=False, on_time=field.id == "on_time_flag")
        found = ((value, words.get(plain(value)) or words.get(value)) for value in values)
        return {value: means for value, means in found if means is not None}

    def say(self, value: str, meaning: str | None) -> None:
        """Take another meaning."""
        said = self.meanings
        if meaning is None:
            said.pop(value, None)
        else:
            said[value] = meaning
        self.chosen.emit(said)
        self._show()

    def take_likely(self) -> None:
        """Take the likely meanings of all values that have none."""
        said = {**self._likely(), **self.meanings}
        self.chosen.emit(said)
        self._show()

    def _likely(self) -> Mapping[str, str]:
        field = FIELDS[self._field]
        if field.kind is Kind.FLAG:
            return {}
        sure, said = self._guessed(self._values), self.meanings
        rest = [value for value in self._values if value not in sure and value not in said]
        return suggest_values(field, rest)

    def _read_all(self, source: SourceDraft, columns: tuple[str, ...]) -> None:
        field_id = self._field
        source.seen[columns] = self._values

        def work(progress: Progress) -> tuple[str, ...]:
            return all_values(source.path, source.options, columns, progress)

        def done(found: tuple[str, ...]) -> None:
            source.seen[columns] = found
            if self._source is source and self._field == field_id and self.isVisible():
                self._values = found[:MOST]
                self._show()

        def failed(_error: UserError) -> None:
            source.seen.pop(columns, None)  # the import itself says what is wrong

        self._context.jobs.run(work, done, on_error=failed)


class _Chosen:
    """A slot that knows which value its combo box is about."""

    def __init__(self, owner: ValuesTable, value: str, combo: QComboBox) -> None:
        self._owner, self._value, self._combo = owner, value, combo

    def __call__(self, index: int) -> None:
        found: object = self._combo.itemData(index)
        self._owner.say(self._value, None if found is None else str(found))
