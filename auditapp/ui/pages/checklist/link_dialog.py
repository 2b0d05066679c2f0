"""Existing evidence for one more answer: search, mark, link."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from auditapp.ui._gen.ui_checklist_link_dialog import Ui_ChecklistLinkDialog
from auditapp.ui.pages.checklist.evidence_strip import ICONS
from auditapp.ui.widgets.inputs import SearchField

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from auditapp.ops.queries.evidence import EvidenceRow
    from auditapp.ui.context import AppContext

_ID = Qt.ItemDataRole.UserRole


class LinkDialog(QDialog):
    """Offers the items of the register that do not support the answer yet."""

    def __init__(
        self, context: AppContext, rows: Sequence[EvidenceRow], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._rows = tuple(rows)
        self._marked: set[UUID] = set()
        self.ui = Ui_ChecklistLinkDialog()
        self.ui.setupUi(self)
        self.search = SearchField(context.icons, self)
        self.search.setPlaceholderText(self.tr("Number, title, text, source"))
        self.search.setAccessibleName(self.tr("Search evidence"))
        self.search.searched.connect(self._fill)
        self.search.installEventFilter(self)
        self.ui.search_slot.addWidget(self.search)
        self._model = QStandardItemModel(self)
        self._model.itemChanged.connect(self._on_checked)
        view = self.ui.items_view
        view.setModel(self._model)
        view.setSelectionMode(view.SelectionMode.SingleSelection)
        view.doubleClicked.connect(self._on_double_clicked)
        link = self.ui.buttons.button(QDialogButtonBox.StandardButton.Ok)
        link.setText(self.tr("Link"))
        link.setDefault(True)
        self.ui.buttons.accepted.connect(self.accept)
        self.ui.buttons.rejected.connect(self.reject)
        self._fill("")
        self.search.setFocus()

    @property
    def chosen(self) -> list[UUID]:
        """The marked items; the current one when none is marked."""
        if self._marked:
            return [row.id for row in self._rows if row.id in self._marked]
        index = self.ui.items_view.currentIndex()
        return [cast("UUID", index.data(_ID))] if index.isValid() else []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down move in the list while one types."""
        if watched is self.search and isinstance(event, QKeyEvent):
            moving = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
            if moving and event.type() == QEvent.Type.KeyPress:
                self.ui.items_view.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _fill(self, words: str) -> None:
        needles = words.casefold().split()
        self._model.blockSignals(True)
        self._model.clear()
        for row in self._rows:
            if all(needle in self._hay(row) for needle in needles):
                self._model.appendRow(self._item(row))
        self._model.blockSignals(False)
        self._model.layoutChanged.emit()
        some = self._model.rowCount() > 0
        self.ui.items_view.setVisible(some)
        self.ui.empty_label.setVisible(not some)
        if some:
            self.ui.items_view.setCurrentIndex(self._model.index(0, 0))
        self.ui.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(some)

    def _item(self, row: EvidenceRow) -> QStandardItem:
        texts = self._context.texts
        used = self.tr("%n answer(s)", "supported by an item", len(row.answers))
        title = row.title.best(self._context.lang)
        said = f"{row.number}   {title}   ·  {texts.enum(row.kind)}  ·  {used}"
        item = QStandardItem(self._context.icons.icon(ICONS[row.kind], "muted", 16), said)
        item.setData(row.id, _ID)
        item.setCheckable(True)
        marked = row.id in self._marked
        item.setCheckState(Qt.CheckState.Checked if marked else Qt.CheckState.Unchecked)
        return item

    def _hay(self, row: EvidenceRow) -> str:
        record = row.record
        parts = (row.number, *row.title.bodies.values(), record.body, record.holder)
        more = (record.reference, record.file_name, row.unit_code, *row.questions)
        return "\n".join(part for part in (*parts, *more) if part).casefold()

    def _on_checked(self, item: QStandardItem) -> None:
        key = cast("UUID", item.data(_ID))
        if item.checkState() == Qt.CheckState.Checked:
            self._marked.add(key)
        else:
            self._marked.discard(key)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self._marked.add(cast("UUID", index.data(_ID)))
        self.accept()
