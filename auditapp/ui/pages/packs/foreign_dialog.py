"""A checklist that others wrote: which column holds what, and what would come of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from auditapp.domain.vocabulary import Lang
from auditapp.errors import UserError
from auditapp.packs.foreign import SEVERAL, ColumnMap, ColumnRole, preview, suggest
from auditapp.packs.foreign_tables import ENCODINGS, read_tables
from auditapp.packs.own_packs import save_pack
from auditapp.ui.pages.records.layout import clear, column, label, line, narrow, offer, scrolling
from auditapp.ui.pages.reference.sheet import Sheet
from auditapp.ui.widgets.boxes import Card
from auditapp.ui.widgets.labels import ElidedLabel
from auditapp.ui.widgets.linked_text import LinkedText

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QVBoxLayout

    from auditapp.packs.foreign import Preview
    from auditapp.packs.foreign_tables import Table
    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.packs.collection import Collection

SIZE: Final = (1120, 680)
DELAY_MS: Final = 250
_SAMPLE: Final = 60
_MOST: Final = 100


class ForeignDialog(QDialog):
    """Columns at the left, the preview at the right; nothing is written before one says so.

    Signals:
        arrived: it was saved as a draft (PackSource).
    """

    arrived = Signal(object)

    def __init__(
        self,
        context: AppContext,
        collection: Collection,
        path: Path,
        tables: Sequence[Table],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._collection = collection
        self._path = path
        self._tables = tuple(tables)
        self._roles: list[QComboBox] = []
        self.preview: Preview | None = None
        self.sheet_combo = narrow(QComboBox(self))
        self.encoding_combo = narrow(QComboBox(self))
        self.head_spin = QSpinBox(self)
        self.lang_combo = narrow(QComboBox(self))
        self.card_combo = narrow(QComboBox(self))
        self.standard_edit = QLineEdit(self)
        self.headings_check = QCheckBox(self.tr("Rows that only name a group are headings"), self)
        self.id_edit = QLineEdit(collection.free_id(path.stem), self)
        self.title_edit = QLineEdit(path.stem, self)
        self.text = LinkedText(self)
        self.problem = label(self, "problem", wrap=True)
        self._columns = QWidget(self)
        self._grid = QGridLayout(self._columns)
        self.buttons = QDialogButtonBox(self)
        self.yes = self.buttons.addButton(
            self.tr("Import as a draft"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._arrange()
        self._offer()
        self._connect()
        self._show_table()

    @property
    def roles(self) -> Sequence[QComboBox]:
        """What each column holds, one box a column."""
        return tuple(self._roles)

    @property
    def mapping(self) -> ColumnMap:
        """How the table is to be read."""
        columns = {
            at: ColumnRole(str(combo.currentData()))
            for at, combo in enumerate(self._roles)
            if combo.currentData()
        }
        lang = self.lang_combo.currentData()
        return ColumnMap(
            self.head_spin.value() - 1,
            columns,
            lang=Lang(str(lang)) if lang else None,
            standard=self.standard_edit.text().strip(),
            card_prefix=str(self.card_combo.currentData() or ""),
            headings=self.headings_check.isChecked(),
        )

    def look(self) -> None:
        """Read the table with the columns as they are now."""
        self._timer.stop()
        self.preview = None
        self.problem.hide()
        try:
            if self._tables:
                self.preview = preview(
                    self._table,
                    self.mapping,
                    self._collection.library,
                    pack_id=self.id_edit.text().strip(),
                    title=self.title_edit.text(),
                )
        except UserError as error:
            self._refuse(error)
        wrong = self.preview is not None and bool(self.preview.checked.errors)
        self.yes.setEnabled(self.preview is not None and not wrong)
        self.text.setHtml("" if self.preview is None else self._written(self.preview))

    # -- inside -------------------------------------------------------------------------------

    def _arrange(self) -> None:
        self.setWindowTitle(self.tr("Import a checklist"))
        title = label(self, "title")
        title.setText(self.tr("Import a checklist"))
        said = label(self, "muted", wrap=True)
        said.setText(
            self.tr(
                "Say which column holds what. The result is a draft: nothing is made up, and the "
                "pack says what is missing."
            )
        )
        left = QWidget(self)
        form = column(left, gap=4, margins=(0, 0, 12, 0))
        self._caption(form, self.tr("Encoding of the file"), self.encoding_combo)
        self._caption(form, self.tr("Sheet"), self.sheet_combo)
        self._caption(form, self.tr("Row with the heads"), self.head_spin)
        columns = label(left, "strong")
        columns.setText(self.tr("Columns"))
        form.addSpacing(8)
        form.addWidget(columns)
        form.addWidget(self._columns)
        form.addSpacing(8)
        form.addWidget(self.headings_check)
        self._caption(form, self.tr("Language of the questions"), self.lang_combo)
        self._caption(form, self.tr("Clauses are those of"), self.card_combo)
        self._caption(form, self.tr("or of this document"), self.standard_edit)
        self._caption(form, self.tr("Id (2 to 12 capital letters and digits)"), self.id_edit)
        self._caption(form, self.tr("Title"), self.title_edit)
        form.addStretch()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(4)
        self._grid.setHorizontalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        area = scrolling(left, self)
        area.setFixedWidth(440)
        right = Card(self, margin=16)
        self.text.setAccessibleName(self.tr("Preview"))
        right.body.addWidget(self.text, 1)
        both = line(gap=12)
        both.addWidget(area)
        both.addWidget(right, 1)
        self.yes.setDefault(True)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        box = column(self, gap=12, margins=(24, 20, 24, 20))
        box.addWidget(title)
        box.addWidget(said)
        box.addLayout(both, 1)
        box.addWidget(self.problem)
        box.addWidget(self.buttons)
        self.problem.hide()
        self.resize(*SIZE)

    def _caption(self, form: QVBoxLayout, words: str, field: QWidget) -> None:
        caption = label(self, "caption")
        caption.setText(words)
        caption.setBuddy(field)
        field.setAccessibleName(words)
        form.addWidget(caption)
        form.addWidget(field)

    def _offer(self) -> None:
        texts = self._context.texts
        encodings = [("", self.tr("As recognised")), *((it, it.upper()) for it in ENCODINGS)]
        offer(self.encoding_combo, encodings, "")
        is_text = self._path.suffix.casefold() in (".csv", ".tsv", ".txt")
        self.encoding_combo.setEnabled(is_text)
        languages = [("", self.tr("As they look")), *((it.value, texts.enum(it)) for it in Lang)]
        offer(self.lang_combo, languages, "")
        cards = [("", self.tr("No standard of the library")), *self._standards()]
        offer(self.card_combo, cards, "")
        self.headings_check.setChecked(True)
        self._offer_tables()

    def _offer_tables(self) -> None:
        names = [(number, it.name or self._path.name) for number, it in enumerate(self._tables)]
        offer(self.sheet_combo, names, 0)

    def _standards(self) -> list[tuple[str, str]]:
        """The standards of the library, by what their cards' ids begin with."""
        found: dict[str, str] = {}
        for card in self._collection.criteria.values():
            if card.kind.value == "standard":
                prefix = card.id.rpartition("-")[0] + "-"
                found.setdefault(prefix, card.source.get(self._context.lang))
        return sorted(found.items(), key=lambda it: it[1])

    def _connect(self) -> None:
        self.encoding_combo.activated.connect(self._reread)
        self.sheet_combo.activated.connect(self._show_table)
        self.head_spin.valueChanged.connect(self._show_columns)
        for combo in (self.lang_combo, self.card_combo):
            combo.activated.connect(self.look)
        self.headings_check.toggled.connect(self.look)
        for edit in (self.standard_edit, self.id_edit, self.title_edit):
            edit.textEdited.connect(self._timer.start)
        self._timer.timeout.connect(self.look)
        self.buttons.accepted.connect(self._take)
        self.buttons.rejected.connect(self.reject)

    @property
    def _table(self) -> Table:
        return self._tables[max(self.sheet_combo.currentIndex(), 0)]

    def _reread(self) -> None:
        encoding = str(self.encoding_combo.currentData() or "")
        try:
            self._tables = read_tables(self._path, encoding=encoding or None)
        except (UserError, OSError) as error:
            self._tables = ()
            self.look()
            if isinstance(error, UserError):
                self._refuse(error)
            return
        self._offer_tables()
        self._show_table()

    def _show_table(self) -> None:
        """Another table: guess its heads and columns."""
        if not self._tables:
            self.look()
            return
        guess = suggest(self._table)
        self.head_spin.blockSignals(True)
        self.head_spin.setRange(1, max(len(self._table.rows), 1))
        self.head_spin.setValue(guess.header_row + 1)
        self.head_spin.blockSignals(False)
        self._fill(guess)

    def _show_columns(self) -> None:
        """Another row of heads: the columns stay as they are."""
        self._fill(self.mapping)

    def _fill(self, mapping: ColumnMap) -> None:
        clear(self._grid)
        self._roles = []
        table = self._table
        texts = self._context.texts
        choices = [("", "–"), *((it.value, texts.enum(it)) for it in ColumnRole)]
        for at in range(table.columns):
            head, sample = _cell(table, mapping.header_row, at), _sample(table, mapping, at)
            name = ElidedLabel(parent=self._columns)
            name.set_text(f"{head or at + 1}: {sample}" if sample else head or str(at + 1))
            combo = narrow(QComboBox(self._columns))
            role = mapping.columns.get(at)
            offer(combo, choices, role.value if role else "")
            combo.setAccessibleName(self.tr("Column {name}").format(name=head or at + 1))
            combo.activated.connect(self._on_role(combo))
            self._grid.addWidget(name, at, 0)
            self._grid.addWidget(combo, at, 1)
            self._roles.append(combo)
        self.look()

    def _on_role(self, combo: QComboBox) -> object:
        """A role that only one column can have leaves the column that had it."""

        def run() -> None:
            role = combo.currentData()
            if role and ColumnRole(str(role)) not in SEVERAL:
                for other in self._roles:
                    if other is not combo and other.currentData() == role:
                        other.setCurrentIndex(0)
            self.look()

        return run

    def _written(self, found: Preview) -> str:
        texts = self._context.texts
        sheet = Sheet(self._context.theme)
        number = texts.number
        said = self.tr(
            "Rows read: {rows} · questions: {questions} · headings: {headings} · refused: {refused}"
        )
        sheet.title(
            said.format(
                rows=number(found.rows_read),
                questions=number(len(found.source.questions)),
                headings=number(found.headings),
                refused=number(len(found.refused)),
            )
        )
        for note in found.problems:
            sheet.box("! " + texts.say(f"foreign.problem.{note.code}", **note.args), "minor_soft")
        for fault in found.checked.errors[:_MOST]:
            sheet.text(f"‼ {fault.question_id} {texts.error(fault.as_error())}", "major")
        if found.refused:
            sheet.head(self.tr("Refused rows"))
            rows = [
                ("", str(it.row), texts.say(f"foreign.refused.{it.code}", **it.args))
                for it in found.refused[:_MOST]
            ]
            sheet.listed(rows)
        sheet.head(self.tr("The first questions"))
        section = ""
        for row in found.rows:
            if row.section != section:
                section = row.section
                sheet.text(section, "accent", below=2)
            sheet.text(f"{row.question_id}  {row.text}", below=2)
            more = [*row.guidance, *row.evidence, row.reference]
            sheet.text(" · ".join(it for it in more if it), "muted", below=8)
        return sheet.html

    def _refuse(self, error: UserError) -> None:
        self.problem.setText(self._context.texts.error(error))
        self.problem.show()

    def _take(self) -> None:
        self.look()
        found, collection = self.preview, self._collection
        if found is None:
            return
        try:
            if collection.entry(found.source.id) is not None:
                raise UserError("pack_id_built_in", id=found.source.id)  # noqa: TRY301  (one way out)
            saved = save_pack(collection.own_root, found.source, collection.library)
        except UserError as error:
            self._refuse(error)
            return
        self.accept()
        self.arrived.emit(saved)


def _cell(table: Table, row: int, at: int) -> str:
    cells = table.rows[row] if 0 <= row < len(table.rows) else ()
    return cells[at] if at < len(cells) else ""


def _sample(table: Table, mapping: ColumnMap, at: int) -> str:
    rows = table.rows[mapping.header_row + 1 :]
    found = next((row[at] for row in rows if at < len(row) and row[at]), "")
    flat = " ".join(found.split())
    return flat if len(flat) <= _SAMPLE else f"{flat[:_SAMPLE]}…"
