"""The evidence page: everything that was gathered, one item in detail, adding by drop and paste."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QWidget

from auditapp.domain.vocabulary import EvidenceKind, PersonalData
from auditapp.errors import UserError
from auditapp.ops.queries.content import PackShelf
from auditapp.ops.queries.evidence import (
    EvidenceFilter,
    EvidenceRow,
    evidence_detail,
    evidence_list,
)
from auditapp.ops.queries.evidence_extra import languages
from auditapp.ui.page import Page, PaletteItem
from auditapp.ui.pages.evidence.add_dialog import AddEvidenceDialog, open_add_dialog
from auditapp.ui.pages.evidence.adding import AddTarget, EvidenceAdder, image_of, local_files
from auditapp.ui.pages.evidence.pane import EvidencePane
from auditapp.ui.pages.evidence.words import KIND_ICONS, MARKS, kind_word, mark_word
from auditapp.ui.pages.records.cells import PaintedCell, icon_cell
from auditapp.ui.pages.records.filters import FilterMenu, FilterSwitch
from auditapp.ui.pages.records.layout import column
from auditapp.ui.pages.records.listing import ListPane
from auditapp.ui.shortcuts import PageKeys
from auditapp.ui.widgets.table import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from auditapp.ui.context import AppContext
    from auditapp.ui.icons import IconName
    from auditapp.ui.theme import Token

translate = QCoreApplication.translate
DETAIL_WIDTH = 380


class EvidencePage(Page):
    """List and detail side by side."""

    TABLES: ClassVar[frozenset[str]] = frozenset(
        {
            "evidence", "answer_evidence", "finding_evidence", "action_evidence", "text",
            "finding", "action", "unit", "person", "audit",
        }
    )  # fmt: skip

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._filter = EvidenceFilter()
        self._total = 0
        self._adder = EvidenceAdder(context, self)
        self._adder.added.connect(self._on_added)
        self.list: ListPane[EvidenceRow] = ListPane(
            context, columns(context), lambda row: row.id, "evidence", self
        )
        self.pane = EvidencePane(context, PackShelf(context.audit), self)
        self.kinds: FilterMenu[EvidenceKind] = FilterMenu(context, self)
        self.marks: FilterMenu[PersonalData] = FilterMenu(context, self)
        self.unused = FilterSwitch(context, self)
        self.withdrawn = FilterSwitch(context, self)
        self.add_button = self.list.add_button(primary=True)
        self._first_add = self.list.empty.add_button(primary=True)
        self._arrange()
        self._connect()

    # -- the page -----------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set every string again."""
        self.list.title.setText(self.tr("Evidence"))
        self.list.retranslate()
        self.list.empty.set_texts(
            self.tr("No evidence yet"),
            self.tr("Drop files anywhere on this page, paste a picture, or write a note."),
        )
        for widget in (self.add_button, self._first_add):
            widget.setText(self.tr("Add evidence"))
            widget.setAccessibleName(self.tr("Add evidence"))
            widget.setToolTip(self.tr("Add evidence") + "  Ins")
        self.kinds.set_options(self.tr("Kind"), [(it, kind_word(it)) for it in EvidenceKind])
        texts = self.context.texts
        self.marks.set_options(
            self.tr("Personal data"), [(mark, texts.enum(mark)) for mark in PersonalData]
        )
        self.unused.set_text(self.tr("Unused"), self.tr("Items that support nothing yet"))
        self.withdrawn.set_text(self.tr("Withdrawn"), self.tr("Items that were withdrawn"))
        self.pane.retranslate()
        self.mark_stale()

    def refresh(self) -> None:
        """Read the list and the item again."""
        self._total = len(evidence_list(self.context.audit))
        self._show_rows()
        self._show_item(self.pane.shown if self.list.table.current_row is None else None)

    def show_target(self, target: object) -> None:
        """An item by id, or an EvidenceFilter."""
        if isinstance(target, EvidenceFilter):
            self._take_filter(target)
        elif isinstance(target, UUID):
            if not self.list.table.choose(target):
                self.context.choose_unit(None)
                for wanted in (EvidenceFilter(), EvidenceFilter(withdrawn=True)):
                    self._take_filter(wanted)
                    if self.list.table.choose(target):
                        break
            self.list.focus_table()

    def palette_items(self, words: str) -> Sequence[PaletteItem]:
        """Items by number or title."""
        rows = evidence_list(self.context.audit, EvidenceFilter(text=words))[:8]
        return [
            PaletteItem(
                f"{row.number}  {row.title.best(self.context.lang)}",
                self._goes(row.id),
                kind_word(row.kind),
                KIND_ICONS[row.kind],
                words,
            )
            for row in rows
        ]

    def add(self, kind: EvidenceKind = EvidenceKind.NOTE) -> AddEvidenceDialog:
        """Open the dialog that adds an item."""
        dialog = open_add_dialog(self.context, AddTarget(unit_id=self.context.unit), self)
        dialog.adder.added.connect(self._on_added)
        dialog.begin(kind)
        dialog.open()
        return dialog

    # -- drop and paste -----------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and pictures may be dropped anywhere."""
        if local_files(event.mimeData()) or image_of(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        self._adder.target = AddTarget(unit_id=self.context.unit)
        if self._adder.take(event.mimeData()):
            event.acceptProposedAction()

    def paste(self) -> None:
        """Add what the clipboard holds: a picture, files, or words as a note."""
        data = QGuiApplication.clipboard().mimeData()
        self._adder.target = AddTarget(unit_id=self.context.unit)
        if not self._adder.take(data) and data.hasText() and data.text().strip():
            self.add().take_text(data.text())

    # -- inside -------------------------------------------------------------------------------

    def _arrange(self) -> None:
        for widget in (self.kinds, self.marks, self.unused, self.withdrawn):
            self.list.filters.addWidget(widget)
        table = self.list.table
        for number, draw in (
            (1, icon_cell(self.context, _kind)),
            (6, icon_cell(self.context, _mark)),
        ):
            table.setItemDelegateForColumn(number, PaintedCell(draw, table))
        self.pane.setProperty("role", "ground")
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self.pane)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setSizes([900, DETAIL_WIDTH])
        self.list.setMinimumWidth(568)
        self.pane.setMinimumWidth(360)
        column(self, gap=0).addWidget(self._splitter)
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        pane = self.list
        pane.searched.connect(self._on_searched)
        pane.chosen.connect(self._on_chosen)
        pane.opened.connect(self._on_opened)
        pane.cleared.connect(self._on_cleared)
        for menu in (self.kinds, self.marks):
            menu.changed.connect(self._on_filter)
        for switch in (self.unused, self.withdrawn):
            switch.clicked.connect(self._on_filter)
        self.add_button.clicked.connect(self._on_add)
        self._first_add.clicked.connect(self._on_add)
        keys = PageKeys(self)
        keys.add("Ins", self._on_add, with_alt=False)
        keys.add("/", pane.focus_search, with_alt=False)
        keys.add("F2", self.pane.fields.focus_title, with_alt=False)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.paste)

    def _show_rows(self) -> None:
        if not self.context.is_open:  # a search that was typed just before closing
            return
        wanted = replace(self._filter, unit_id=self.context.unit)
        rows = evidence_list(self.context.audit, wanted)
        total = self._total or len(rows)
        self.list.show_rows(rows, total)
        self.pane.setVisible(bool(total))
        if rows and self.list.table.current_row is None:
            self.list.table.setCurrentIndex(self.list.model.index(0, 0))

    def _show_item(self, kept: UUID | None = None) -> None:
        row = self.list.table.current_row
        wanted = row.id if row is not None else kept
        if wanted is None:
            self.pane.setEnabled(False)
            return
        try:
            detail = evidence_detail(self.context.audit, wanted)
        except UserError:  # undone or taken away meanwhile
            self.pane.setEnabled(False)
            return
        self.pane.setEnabled(True)
        self.pane.load(detail, languages(self.context.audit))

    def _on_chosen(self, row: EvidenceRow | None) -> None:
        if row is None or row.id == self.pane.shown:
            return
        self.pane.flush()
        self._show_item()

    def _on_opened(self) -> None:
        self.pane.fields.focus_title()

    def _on_added(self, ids: tuple[UUID, ...]) -> None:
        self.show_target(ids[-1])

    def _on_add(self) -> None:
        self.add()

    def _on_searched(self, words: str) -> None:
        self._filter = replace(self._filter, text=words)
        self._show_rows()

    def _on_filter(self) -> None:
        self._filter = replace(
            self._filter,
            kinds=self.kinds.chosen,
            personal_data=self.marks.chosen,
            unused=self.unused.isChecked(),
            withdrawn=self.withdrawn.isChecked(),
        )
        self._show_rows()

    def _on_cleared(self) -> None:
        self.context.choose_unit(None)
        self._take_filter(EvidenceFilter())

    def _take_filter(self, wanted: EvidenceFilter) -> None:
        self._filter = wanted
        self.list.search.setText(wanted.text)
        self.kinds.choose(wanted.kinds)
        self.marks.choose(wanted.personal_data)
        self.unused.setChecked(wanted.unused)
        self.withdrawn.setChecked(wanted.withdrawn)
        self._show_rows()

    def _goes(self, item: UUID) -> _Go:
        return _Go(self.context, item)


class _Go:
    """A slot that goes to an item."""

    def __init__(self, context: AppContext, item: UUID) -> None:
        self._context, self._item = context, item

    def __call__(self) -> None:
        self._context.go("evidence", self._item)


def columns(context: AppContext) -> tuple[Column[EvidenceRow], ...]:
    """The list's columns."""

    def title(row: EvidenceRow) -> str:
        return row.title.best(context.lang) or row.record.file_name or ""

    def obtained(row: EvidenceRow) -> str:
        return "" if row.obtained_on is None else row.obtained_on.isoformat()

    def size(row: EvidenceRow) -> str:
        return "" if row.size is None else context.texts.size(row.size)

    return (
        Column(lambda: translate("EvidenceColumns", "Number"), lambda row: row.number, width=98),
        Column(
            lambda: translate("EvidenceColumns", "Kind"), lambda row: kind_word(row.kind), width=112
        ),
        Column(lambda: translate("EvidenceColumns", "Title"), title, stretch=True),
        Column(lambda: translate("EvidenceColumns", "Unit"), lambda row: row.unit_code, width=46),
        Column(
            lambda: translate("EvidenceColumns", "Questions"),
            lambda row: str(len(row.answers) or ""),
            sort=lambda row: len(row.answers),
            width=78,
        ),
        Column(
            lambda: translate("EvidenceColumns", "Findings"),
            lambda row: str(len(row.findings) or ""),
            sort=lambda row: len(row.findings),
            width=64,
        ),
        Column(
            lambda: translate("EvidenceColumns", "Personal"),
            lambda row: mark_word(row.personal_data),
            sort=lambda row: list(PersonalData).index(row.personal_data),
            width=80,
        ),
        Column(lambda: translate("EvidenceColumns", "Obtained"), obtained, width=86),
        Column(
            lambda: translate("EvidenceColumns", "Size"),
            size,
            sort=lambda row: row.size or 0,
            width=66,
            right=True,
        ),
    )


def _kind(row: EvidenceRow) -> tuple[IconName | None, str, Token]:
    return KIND_ICONS[row.kind], kind_word(row.kind), "text"


def _mark(row: EvidenceRow) -> tuple[IconName | None, str, Token]:
    glyph, token = MARKS[row.personal_data]
    return None, f"{glyph} {mark_word(row.personal_data)}", token
