"""A bundle or a workbook before it is taken in: what it is, what is new, what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Signal

from auditapp.errors import UserError
from auditapp.packs.excel_read import sentence
from auditapp.packs.own_packs import import_arrival, save_pack
from auditapp.packs.tailoring import with_id
from auditapp.ui.pages.packs.collection import text_of
from auditapp.ui.pages.packs.details import DetailsDialog
from auditapp.ui.pages.reference.sheet import Sheet
from auditapp.ui.widgets.boxes import Card
from auditapp.ui.widgets.linked_text import LinkedText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QLineEdit, QWidget

    from auditapp.packs.bundles import Arrival
    from auditapp.packs.excel_read import Authored
    from auditapp.packs.source import PackSource
    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.packs.collection import Collection

translate = QCoreApplication.translate

SIZE: Final = (640, 560)
_MOST: Final = 500


class TakeDialog(DetailsDialog):
    """A sheet about the file, the id under which it comes, yes and no.

    Signals:
        arrived: it was saved (PackSource).
    """

    arrived = Signal(object)

    def __init__(
        self, context: AppContext, collection: Collection, source: PackSource, parent: QWidget
    ) -> None:
        super().__init__(
            context,
            translate("TakeDialog", "Import a pack"),
            translate("TakeDialog", "Nothing is written before you say so."),
            translate("TakeDialog", "Import"),
            parent,
        )
        self._collection = collection
        self._source = source
        self.text = LinkedText(self)
        self.text.setAccessibleName(self.tr("What the file holds"))
        card = Card(self, margin=16)
        card.body.addWidget(self.text)
        self.body.addWidget(card, 1)
        self.id_edit: QLineEdit = self.add_line(self.tr("Import under the id"), self._wish())
        self.on_yes = self._take
        self.resize(*SIZE)

    def _wish(self) -> str:
        """Its own id, where that is free or belongs to a pack of one's own."""
        entry = self._collection.entry(self._source.id)
        if entry is None or entry.is_own:
            return self._source.id
        return self._collection.free_id(f"{self._source.id}X")

    def _begin(self) -> Sheet:
        source, lang = self._source, self._context.lang
        number = self._context.texts.number
        sheet = Sheet(self._context.theme)
        sheet.title(f"{source.id}  {text_of(source.head.get('title'), lang)}")
        facts = [
            (self.tr("Version"), str(source.version)),
            (self.tr("Questions"), number(len(source.questions))),
            (self.tr("Status"), self.tr("draft") if source.draft else self.tr("complete")),
        ]
        sheet.facts(facts)
        entry = self._collection.entry(source.id)
        if entry is not None and entry.is_own:
            said = self.tr("You have {id}: the file becomes its next version.")
            sheet.box(said.format(id=source.id), "accent_soft")
        elif entry is not None:
            said = self.tr("{id} is built in: the file comes in under another id.")
            sheet.box(said.format(id=source.id), "minor_soft")
        return sheet

    def _problems(self, sheet: Sheet, wrong: Sequence[str], mild: Sequence[str]) -> None:
        for words, said, token in (
            (wrong, self.tr("To correct in the file first"), "major"),
            (mild, self.tr("To look at"), "minor"),
        ):
            if words:
                sheet.head(f"{said} ({len(words)})")
            for it in words[:_MOST]:
                sheet.text(it, "major" if token == "major" else "text")  # noqa: S105  (a colour)
        self.text.setHtml(sheet.html)
        self.yes.setEnabled(not wrong)
        self.id_edit.setEnabled(not wrong)

    def _take(self) -> None:
        name = self.id_edit.text().strip()
        entry = self._collection.entry(name)
        if entry is not None and not entry.is_own:
            raise UserError("pack_id_built_in", id=name)
        self.arrived.emit(self._save(name))

    def _save(self, pack_id: str) -> PackSource:
        raise NotImplementedError


class ArrivalDialog(TakeDialog):
    """For a bundle."""

    def __init__(
        self, context: AppContext, collection: Collection, arrival: Arrival, parent: QWidget
    ) -> None:
        super().__init__(context, collection, arrival.bundle.source, parent)
        self._arrival = arrival
        sheet = self._begin()
        lang, texts = context.lang, context.texts
        if arrival.new_cards:
            sheet.head(self.tr("Criteria that come with it"))
            for card in arrival.new_cards:
                sheet.text(f"{card.source.get(lang)} {card.article} · {card.title.get(lang)}")
        if arrival.other_cards:
            sheet.head(self.tr("Criteria that read otherwise here; yours stay"))
            sheet.text(texts.join(arrival.other_cards))
        faults = arrival.checked.faults
        said = [(f"{it.question_id} {texts.error(it.as_error())}".strip(), it) for it in faults]
        self._problems(
            sheet,
            [words for words, it in said if not it.warning],
            [words for words, it in said if it.warning],
        )

    def _save(self, pack_id: str) -> PackSource:
        collection = self._collection
        as_id = None if pack_id == self._source.id else pack_id
        return import_arrival(collection.own_root, self._arrival, collection.library, as_id=as_id)


class WorkbookDialog(TakeDialog):
    """For an authoring workbook."""

    def __init__(
        self, context: AppContext, collection: Collection, authored: Authored, parent: QWidget
    ) -> None:
        super().__init__(context, collection, authored.source, parent)
        texts = context.texts
        self._problems(
            self._begin(),
            [sentence(it, texts) for it in authored.errors],
            [sentence(it, texts) for it in authored.faults if it.warning],
        )

    def _save(self, pack_id: str) -> PackSource:
        source, collection = self._source, self._collection
        source = source if pack_id == source.id else with_id(source, pack_id)
        return save_pack(collection.own_root, source, collection.library)
