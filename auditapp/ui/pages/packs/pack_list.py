"""The packs at the left: built-in and one's own, narrowed by sector, owner and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.domain.vocabulary import Sector
from auditapp.ui.pages.records.filters import FilterMenu
from auditapp.ui.pages.records.layout import column, label, line
from auditapp.ui.widgets.boxes import Card
from auditapp.ui.widgets.inputs import SearchField
from auditapp.ui.widgets.table import Column, RowsModel, RowTable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.packs.collection import Collection, Entry


class PackList(QWidget):
    """Search, filters and the packs found.

    Signals:
        entry_chosen: another pack is shown (Entry, or None).
        narrowed: other questions are found.
    """

    entry_chosen = Signal(object)
    narrowed = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._collection: Collection | None = None
        self._changed: frozenset[str] = frozenset()
        self.words = ""
        self.hits: Mapping[str, frozenset[str]] | None = None
        self.search = SearchField(context.icons, self)
        self.sectors: FilterMenu[str] = FilterMenu(context, self)
        self.owners: FilterMenu[bool] = FilterMenu(context, self)
        self.count = label(self, "muted")
        self.model: RowsModel[Entry] = RowsModel(self._columns(), _id_of, self)
        self.table: RowTable[Entry] = RowTable(self.model, self)
        self.table.horizontalHeader().setStyleSheet("QHeaderView::section { padding: 6px 4px }")
        menus = line()
        menus.addWidget(self.sectors, 1)
        menus.addWidget(self.owners, 1)
        rows = Card(self, margin=1, gap=0)
        rows.body.addWidget(self.table)
        box = column(self)
        box.addWidget(self.search)
        box.addLayout(menus)
        box.addWidget(rows, 1)
        box.addWidget(self.count)
        self.search.searched.connect(self._on_searched)
        self.sectors.changed.connect(self._find)
        self.owners.changed.connect(self._find)
        self.table.row_chosen.connect(self.entry_chosen)

    @property
    def entry(self) -> Entry | None:
        """The pack that is shown."""
        return self.table.current_row

    def set_collection(self, collection: Collection) -> None:
        """Show these packs; the one that was shown stays."""
        self._collection = collection
        self._find()

    def mark_changed(self, pack_ids: frozenset[str]) -> None:
        """Mark what is not saved yet."""
        if pack_ids != self._changed:
            self._changed = pack_ids
            self.table.viewport().update()

    def choose(self, pack_id: str) -> bool:
        """Show a pack; search and filters give way when they hide it."""
        if self.table.choose(pack_id):
            return True
        self.search.clear()
        self.sectors.choose(frozenset())
        self.owners.choose(frozenset())
        self._on_searched("")
        return self.table.choose(pack_id)

    def retranslate(self) -> None:
        """Set every string again."""
        texts = self._context.texts
        self.search.setPlaceholderText(self.tr("Search all questions"))
        self.search.setAccessibleName(self.tr("Search all questions"))
        self.search.setToolTip(self.tr("Search in both languages") + "  Ctrl+F")
        sectors = [(it.value, texts.enum(it)) for it in Sector if it is not Sector.ALL]
        self.sectors.set_options(self.tr("Sector"), sectors)
        self.owners.set_options(
            self.tr("Owner"), [(False, self.tr("Built in")), (True, self.tr("My own"))]
        )
        self.table.setAccessibleName(self.tr("Packs"))
        self.table.retranslate()
        self._find()

    def _columns(self) -> list[Column[Entry]]:
        return [
            Column(lambda: self.tr("Id"), self._sign, width=64),
            Column(lambda: self.tr("Pack"), lambda it: it.title(self._context.lang), stretch=True),
            Column(lambda: self.tr("Questions"), self._number, width=76, right=True),
        ]

    def _sign(self, entry: Entry) -> str:
        return f"● {entry.id}" if entry.id in self._changed else entry.id

    def _number(self, entry: Entry) -> str:
        if entry.source is None:
            return "‼"
        total = len(entry.source.questions)
        found = total if self.hits is None else len(self.hits.get(entry.id, ()))
        return self._context.texts.number(found)

    def _on_searched(self, words: str) -> None:
        self.words = words
        self._find()
        self.narrowed.emit()

    def _find(self) -> None:
        collection = self._collection
        if collection is None:
            return
        self.hits = collection.find(self.words)
        rows = [it for it in collection.entries if self._passes(it)]
        self.model.set_rows(rows)
        texts = self._context.texts
        if self.hits is None:
            said = self.tr("{shown} of {total} packs").format(
                shown=texts.number(len(rows)), total=texts.number(len(collection.entries))
            )
        else:
            found = sum(len(self.hits[it.id]) for it in rows if it.id in self.hits)
            said = self.tr("{n} questions in {packs} packs").format(
                n=texts.number(found), packs=texts.number(len(rows))
            )
        self.count.setText(said)
        if rows and self.entry is None:
            self.table.setCurrentIndex(self.model.index(0, 0))
        if not rows:
            self.entry_chosen.emit(None)

    def _passes(self, entry: Entry) -> bool:
        if self.hits is not None and entry.id not in self.hits:
            return False
        owners, sectors = self.owners.chosen, self.sectors.chosen
        if owners and entry.is_own not in owners:
            return False
        return not sectors or bool(sectors & set(entry.sectors)) or "all" in entry.sectors


def _id_of(entry: Entry) -> str:
    return entry.id
