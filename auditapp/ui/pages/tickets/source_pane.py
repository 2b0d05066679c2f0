"""Import: which files, and how they are read; each choice shows the first rows anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QStackedWidget,
    QTableView,
    QWidget,
)

from auditapp.errors import UserError
from auditapp.tickets.fields import Table
from auditapp.tickets.inspect import shown as masked
from auditapp.tickets.reading.shapes import DateOrder
from auditapp.tickets.reading.source import ReadOptions
from auditapp.ui.pages.evidence.adding import local_files
from auditapp.ui.pages.records.layout import button, column, label, line, narrow, offer
from auditapp.ui.pages.tickets.draft import SourceDraft
from auditapp.ui.pages.tickets.looking import look
from auditapp.ui.pages.tickets.preview import PreviewModel, preview_table
from auditapp.ui.pages.tickets.words import table_hint, table_name
from auditapp.ui.widgets.boxes import Card, EmptyState
from auditapp.ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from auditapp.jobs.progress import Progress
    from auditapp.tickets.mapping import ColumnMapping
    from auditapp.ui.context import AppContext
    from auditapp.ui.job_runner import Job
    from auditapp.ui.pages.tickets.draft import ImportDraft
    from auditapp.ui.pages.tickets.looking import Look

PREVIEW: Final = 20
ENCODINGS: Final = (
    "utf-8", "utf-8-sig", "utf-16", "gb18030", "big5", "shift_jis", "windows-1252", "latin-1",
)  # fmt: skip
DELIMITERS: Final = (",", ";", "\t", "|", "\x01", "\x1f")
ZONES: Final = (*range(-720, 841, 60), 330, 345, 570)
_LEFT: Final = 248


class SourcePane(QWidget):
    """The sources at the left, the one that is chosen at the right.

    Signals:
        finished: the user wants to map the columns.
    """

    finished = Signal()

    def __init__(
        self,
        context: AppContext,
        draft: ImportDraft,
        find_kept: Callable[[Table], ColumnMapping | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._draft = draft
        self._find_kept = find_kept
        self._job: Job[Look] | None = None
        self.table = Table.TICKETS
        self.setAcceptDrops(True)
        self.tables: dict[Table, QPushButton] = {}
        self._group = QButtonGroup(self)
        self.empty = EmptyState(context.icons, "import", self)
        self.choose_button = self.empty.add_button(primary=True)
        self.file_label = ElidedLabel(parent=self)
        self.file_label.setProperty("role", "strong")
        self.facts_label = label(self, "muted")
        self.another_button = button(context.icons, "open", self.ask_file, self)
        self.remove_button = button(context.icons, "delete", self._on_remove, self)
        self.sheet_combo = narrow(QComboBox(self))
        self.encoding_combo = narrow(QComboBox(self))
        self.delimiter_combo = narrow(QComboBox(self))
        self.header_spin = QSpinBox(self)
        self.header_spin.setRange(0, 200)
        self.header_spin.setKeyboardTracking(False)
        self.dates_combo = narrow(QComboBox(self))
        self.zone_combo = narrow(QComboBox(self))
        self.note_label = label(self, "muted", wrap=True)
        self.model = PreviewModel(self)
        self.preview: QTableView = preview_table(self.model, self)
        self.next_button = QPushButton(self)
        self.next_button.setProperty("role", "primary")
        self._captions = {
            combo: label(self, "caption")
            for combo in (
                self.sheet_combo, self.encoding_combo, self.delimiter_combo, self.header_spin,
                self.dates_combo, self.zone_combo,
            )
        }  # fmt: skip
        self._boxes: dict[QWidget, QWidget] = {}
        self._stack = QStackedWidget(self)
        self._arrange()
        self._connect()

    @property
    def is_busy(self) -> bool:
        """Whether a source is being looked at."""
        return self._job is not None

    def retranslate(self) -> None:
        """Set every string again."""
        self.empty.set_texts(
            self.tr("Which file holds the tickets?"),
            self.tr(
                "CSV, XLSX, XLS or ODS, as the system exported it. Drop it here, or choose it. "
                "Customers and staff become pseudonyms before anything is stored."
            ),
        )
        self.choose_button.setText(self.tr("Choose a file …"))
        self.another_button.setText(self.tr("Another file …"))
        self.remove_button.setText(self.tr("Remove"))
        self.next_button.setText(self.tr("Next: map the columns"))
        names = {
            self.sheet_combo: self.tr("Sheet"),
            self.encoding_combo: self.tr("Encoding"),
            self.delimiter_combo: self.tr("Delimiter"),
            self.header_spin: self.tr("Header in row"),
            self.dates_combo: self.tr("Order of dates"),
            self.zone_combo: self.tr("Times without a zone are"),
        }
        for field, name in names.items():
            self._captions[field].setText(name)
            field.setAccessibleName(name)
        self.header_spin.setSpecialValueText(self.tr("none"))
        self.preview.setAccessibleName(self.tr("The first rows"))
        self.show_draft()

    def show_draft(self) -> None:
        """Show the sources and the one that is chosen."""
        for table, made in self.tables.items():
            there = self._draft.sources.get(table)
            name = there.path.name if there is not None else self.tr("no file")
            made.setText(f"{table_name(table)}\n{_short(name)}")
            made.setToolTip(table_hint(table) if there is None else str(there.path))
            made.setAccessibleName(f"{table_name(table)}: {name}")
            made.setChecked(table is self.table)
        source = self._draft.sources.get(self.table)
        found = None if source is None else source.look
        self._stack.setCurrentIndex(0 if source is None or found is None else 1)
        self.next_button.setEnabled(self._draft.is_ready)
        if source is not None and found is not None:
            self._show_source(source, found)
        elif self.table is not Table.TICKETS:
            self.empty.set_texts(table_name(self.table), table_hint(self.table) + ".")
        elif self.table is Table.TICKETS:
            self.empty.set_texts(
                self.tr("Which file holds the tickets?"),
                self.tr(
                    "CSV, XLSX, XLS or ODS, as the system exported it. Drop it here, or choose it. "
                    "Customers and staff become pseudonyms before anything is stored."
                ),
            )

    def choose_table(self, table: Table) -> None:
        """Show the source of another table."""
        self.table = table
        self.show_draft()

    def ask_file(self) -> None:
        """Choose the file of the table that is shown."""
        kinds = self.tr("Tables (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose the file: {table}").format(table=table_name(self.table)), "",
            kinds,
        )  # fmt: skip
        if name:
            self.take_file(Path(name))

    def take_file(self, path: Path) -> None:
        """Look at a file as the source of the table that is shown."""
        self._look(SourceDraft(self.table, path, ReadOptions(offset=own_offset())))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped anywhere."""
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the first file that is dropped."""
        files = local_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.take_file(files[0])

    # -- inside -------------------------------------------------------------------------------

    def _arrange(self) -> None:
        left = Card(self, margin=8, gap=4)
        left.setFixedWidth(_LEFT)
        for number, table in enumerate(Table):
            made = QPushButton(left)
            made.setProperty("role", "side")
            made.setCheckable(True)
            made.setMinimumHeight(52)
            self.tables[table] = made
            self._group.addButton(made, number)
            left.body.addWidget(made)
        left.body.addStretch()
        right = QWidget(self)
        box = column(right, gap=12)
        head = line(gap=12)
        head.addWidget(self.file_label, 1)
        head.addWidget(self.facts_label)
        head.addWidget(self.another_button)
        head.addWidget(self.remove_button)
        box.addLayout(head)
        fields = line(gap=12)
        for field, caption in self._captions.items():
            caption.setBuddy(field)
            both = self._boxes[field] = QWidget(right)
            inner = column(both, gap=2)
            inner.addWidget(caption)
            inner.addWidget(field)
            field.setFixedHeight(34)
            fields.addWidget(both, 1)
        box.addLayout(fields)
        box.addWidget(self.note_label)
        card = Card(right, margin=1, gap=0)
        card.body.addWidget(self.preview)
        box.addWidget(card, 1)
        foot = line()
        foot.addStretch()
        foot.addWidget(self.next_button)
        box.addLayout(foot)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(right)
        whole: QHBoxLayout = line(self, gap=16, margins=(16, 12, 16, 16))
        whole.addWidget(left)
        whole.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._group.idClicked.connect(self._on_table)
        self.choose_button.clicked.connect(self.ask_file)
        self.next_button.clicked.connect(self.finished)
        for combo in (
            self.sheet_combo, self.encoding_combo, self.delimiter_combo, self.dates_combo,
            self.zone_combo,
        ):  # fmt: skip
            combo.activated.connect(self._on_option)
        self.header_spin.valueChanged.connect(self._on_option)
        self._context.jobs.finished.connect(self._on_job_ended)
        self._draft.changed.connect(self.show_draft)

    def _show_source(self, source: SourceDraft, found: Look) -> None:
        texts, options = self._context.texts, source.options
        self.file_label.set_text(source.path.name)
        self.facts_label.setText(
            self.tr("{size} · {count} columns").format(
                size=texts.size(found.size), count=len(found.columns)
            )
        )
        is_book = bool(found.sheet)
        for field, wanted in (
            (self.sheet_combo, is_book),
            (self.encoding_combo, not is_book),
            (self.delimiter_combo, not is_book),
        ):
            self._boxes[field].setVisible(wanted)
        offer(self.sheet_combo, [(name, name) for name in found.sheets], found.sheet)
        encodings = dict.fromkeys((found.encoding, *ENCODINGS))
        offer(self.encoding_combo, [(it, it.upper()) for it in encodings], found.encoding)
        signs = dict.fromkeys((found.delimiter, *DELIMITERS))
        offer(self.delimiter_combo, [(it, self._sign(it)) for it in signs], found.delimiter)
        self.header_spin.blockSignals(True)
        self.header_spin.setValue(found.header_row)
        self.header_spin.blockSignals(False)
        orders: list[tuple[DateOrder | None, str]] = [
            (None, self.tr("By the contents")),
            (DateOrder.DMY, self.tr("Day, month, year")),
            (DateOrder.MDY, self.tr("Month, day, year")),
            (DateOrder.YMD, self.tr("Year, month, day")),
        ]
        if found.asks and options.dates is None:
            orders[0] = (None, self.tr("Please choose"))
        offer(self.dates_combo, orders, options.dates)
        zones: list[tuple[int | None, str]] = [(None, self.tr("as written"))]
        zones += [(it, zone_name(it)) for it in sorted(ZONES)]
        offer(self.zone_combo, zones, options.offset)
        self._show_note(source, found)
        self.model.show(
            found.columns,
            [
                tuple(
                    masked(cell) if self._is_hidden(source, found, name) else cell
                    for name, cell in zip(found.columns, row, strict=True)
                )
                for row in found.rows[:PREVIEW]
            ],
        )

    def _is_hidden(self, source: SourceDraft, found: Look, name: str) -> bool:
        field = source.field_of(name)
        return field is not None and found.hides(name, field)

    def _show_note(self, source: SourceDraft, found: Look) -> None:
        notes: list[str] = []
        if found.asks and source.options.dates is None:
            notes.append(
                self.tr(
                    "The dates in “{columns}” can be read with day or month first. Say which."
                ).format(columns=self._context.texts.join(found.asks[:4]))
            )
        if found.events:
            notes.append(
                self.tr("An event log: {count} rows a ticket are folded into one ticket.").format(
                    count=f"{found.events:.1f}"
                )
            )
        if not found.rows:
            notes.append(self.tr("There is no row below the header. Is it in the right row?"))
        notes.append(
            self.tr(
                "The first {count} rows; columns that name persons show only their form."
            ).format(count=min(PREVIEW, len(found.rows)))
        )
        self.note_label.setText("  ".join(notes))

    def _sign(self, sign: str) -> str:
        return {
            ",": self.tr("Comma  ,"),
            ";": self.tr("Semicolon  ;"),
            "\t": self.tr("Tab"),
            "|": self.tr("Bar  |"),
        }.get(sign, sign if sign.isprintable() else f"U+{ord(sign[0]):04X}" if sign else "")

    def _on_table(self, number: int) -> None:
        self.choose_table(list(Table)[number])

    def _on_remove(self) -> None:
        self._draft.drop(self.table)

    def _on_option(self) -> None:
        source = self._draft.sources.get(self.table)
        if source is None or source.look is None or self.is_busy:
            return
        found = source.look
        changes: dict[str, Any] = {
            "dates": self.dates_combo.currentData(),
            "offset": self.zone_combo.currentData(),
        }
        if found.sheet:
            if self.sheet_combo.currentData() != found.sheet:
                changes |= {"sheet": self.sheet_combo.currentData(), "header_row": None}
        else:
            if self.encoding_combo.currentData() != found.encoding:
                changes["encoding"] = self.encoding_combo.currentData()
            if self.delimiter_combo.currentData() != found.delimiter:
                changes |= {"delimiter": self.delimiter_combo.currentData(), "header_row": None}
        if self.header_spin.value() != found.header_row:
            changes["header_row"] = self.header_spin.value()
        options = replace(source.options, **changes)
        only_times = options == replace(source.options, dates=options.dates, offset=options.offset)
        if only_times:  # how times are read shows in the import, not in the first rows
            source.options = options
            self._draft.touch()
        else:
            self._look(replace(source, options=options))

    def _look(self, source: SourceDraft) -> None:
        if self._job is not None:
            self._job.cancel()

        def work(progress: Progress) -> Look:
            try:
                return look(source.path, source.options, source.table, progress)
            except OSError as error:  # moved, locked, or on a drive that is gone
                code = "file_not_found" if not source.path.exists() else "file_unreadable"
                raise UserError(code, path=source.path.name) from error

        def done(found: Look) -> None:
            source.take_look(found, self._find_kept(source.table))
            self._draft.put(source)

        def failed(error: UserError) -> None:
            self._context.refused.emit(error)
            self.show_draft()

        self._job = self._context.jobs.run(
            work,
            done,
            title=self.tr("Looking at {file}").format(file=source.path.name),
            on_error=failed,
            blocking=True,
        )

    def _on_job_ended(self, job: object) -> None:
        if job is self._job:
            self._job = None
            self.show_draft()


def own_offset() -> int | None:
    """The minutes east of UTC of this machine; None where they change with the season."""
    year = datetime.now(UTC).year
    found = {
        datetime(year, month, 1, tzinfo=UTC).astimezone().utcoffset() for month in (1, 4, 7, 10)
    }
    only = found.pop()
    return None if found or only is None else int(only.total_seconds()) // 60


def zone_name(minutes: int) -> str:
    """UTC+08:00."""
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours:02d}:{rest:02d}"


def _short(name: str) -> str:
    return name if len(name) <= 28 else f"{name[:16]}…{name[-10:]}"
