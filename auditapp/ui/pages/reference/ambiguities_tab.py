"""Ambiguities: where a source is unclear, how the program reads it, what else it may mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditapp.domain.vocabulary import Lang
from auditapp.ui.pages.reference.finder import Finder
from auditapp.ui.pages.reference.sheet import Sheet
from auditapp.ui.widgets.table import Column

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from auditapp.packs.content import Ambiguity
    from auditapp.packs.reference import Reference
    from auditapp.ui.context import AppContext


class AmbiguitiesTab(Finder["Ambiguity"]):
    """Searches the ambiguity register."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, self._columns(), _id_of, self._sheet, parent)
        self._reference: Reference | None = None
        self._words = ""
        self.searched.connect(self._on_searched)
        self.cleared.connect(self.show_all)

    def set_reference(self, reference: Reference) -> None:
        """Show this library."""
        self._reference = reference
        self._find()

    def show_entry(self, entry_id: str) -> bool:
        """Read an entry; says whether it exists."""
        if self.choose(entry_id):
            return True
        self.show_all()
        return self.choose(entry_id)

    def show_all(self) -> None:
        """No search."""
        self.search.clear()
        self._on_searched("")

    def retranslate(self) -> None:
        """Set every string again."""
        super().retranslate()
        self.search.setPlaceholderText(self.tr("A word, a rule, a switch"))
        self.search.setAccessibleName(self.tr("Search the ambiguities"))
        self.table.setAccessibleName(self.tr("Ambiguities"))
        self._find()

    # -- inside -------------------------------------------------------------------------------

    def _columns(self) -> list[Column[Ambiguity]]:
        return [
            Column(lambda: self.tr("Number"), lambda it: it.id, width=72),
            Column(
                lambda: self.tr("What is unclear"),
                lambda it: it.title.get(self._context.lang),
                stretch=True,
            ),
            Column(lambda: self.tr("Rules"), lambda it: ", ".join(it.affects), width=160),
        ]

    def _on_searched(self, words: str) -> None:
        self._words = words
        self._find()
        if words and self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _find(self) -> None:
        reference = self._reference
        if reference is not None:
            found = reference.find_ambiguities(self._words)
            self.show_rows(found, len(reference.ambiguities))

    def _sheet(self, it: Ambiguity) -> str:
        context = self._context
        lang = context.lang
        other = Lang.EN if lang is Lang.ZH else Lang.ZH
        sheet = Sheet(context.theme, self._words)
        sheet.title(f"{it.id}  {it.title.get(lang)}")
        sheet.text(it.text.get(lang), below=4)
        sheet.text(it.title.get(other), "muted", below=2)
        sheet.text(it.text.get(other), "muted")
        sheet.head(self.tr("Readings"))
        for option in it.options:
            is_default = option.value == it.default
            if is_default:
                said = "✓ " + self.tr("Read so unless the audit chooses otherwise")
                sheet.pills([(said, "accent", "accent_soft")])
            sheet.text(option.text.get(lang), below=2)
            sheet.text(f"{it.switch}={option.value}", "muted", below=10)
        sheet.head(self.tr("Where it counts"))
        sheet.facts(
            (
                (self.tr("Rules"), ", ".join(it.affects)),
                (self.tr("Switch"), it.switch),
            )
        )
        return sheet.html


def _id_of(entry: Ambiguity) -> str:
    return entry.id
