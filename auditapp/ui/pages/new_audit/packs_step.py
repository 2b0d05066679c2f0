"""The wizard's packs: those of the audit's sector first, ticked for each unit; what one asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from auditapp.domain.vocabulary import Lang, Sector
from auditapp.ui.pages.new_audit.step import Step
from auditapp.ui.pages.plan.matrix_pane import MatrixPane, PackHead, UnitRow
from auditapp.ui.widgets.inputs import SearchField, SegmentedButtons

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from auditapp.packs.content import Library, Pack
    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.new_audit.draft import Draft


class PacksStep(Step):
    """Which packs where."""

    def __init__(self, context: AppContext, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(context, draft, parent)
        self.search = SearchField(context.icons, self)
        self.views = SegmentedButtons(context.theme, 2, self)
        self.views.current = 0
        self.matrix = MatrixPane(context, self)
        self.about = QLabel(self)
        self.about.setWordWrap(True)
        self.about.setProperty("role", "muted")
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.search, 1)
        head.addWidget(self.views)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self.matrix, 1)
        layout.addWidget(self.about)
        self.search.searched.connect(self._on_narrowed)
        self.views.chosen.connect(self._on_narrowed)
        self.matrix.ticked.connect(self._on_ticked)
        self.matrix.stood_on.connect(self._show_about)

    def retranslate(self) -> None:
        """Set every string."""
        self.matrix.retranslate()
        self.search.setPlaceholderText(self.tr("Search packs, in either language"))
        self.search.setAccessibleName(self.tr("Search packs"))
        self._name_views()

    def show_draft(self) -> None:
        """The units and packs so far."""
        library = self.library
        if library is None:
            self.about.setText(self.tr("The library is being read …"))
            return
        self._name_views()
        shown = self._shown(library)
        ticked = {unit.code: self.draft.packs_of(unit.code, library) for unit in self.draft.units}
        lang = self.context.lang
        heads = [PackHead(pack.id, pack.id, pack.title.get(lang)) for pack in shown]
        rows = [
            UnitRow(
                unit.code,
                unit.code,
                unit.name,
                unit.in_sample,
                ticked[unit.code] if unit.in_sample else frozenset(),
            )
            for unit in self.draft.units
        ]
        self.matrix.show_matrix(heads, rows)
        self._show_about(self.matrix.current_pack)

    def focus_first(self) -> None:
        """The matrix."""
        self.matrix.grid.setFocus()

    def _shown(self, library: Library) -> list[Pack]:
        """What the search and the sector leave; a pack in use is never hidden by its sector."""
        words = self.search.text().strip().casefold().split()
        used = {pack.id for pack in self.draft.used_packs(library)}
        found = [pack for pack in library.packs if all(it in _words(pack) for it in words)]
        if words or self.views.current or self.draft.sector is Sector.ALL:
            return found
        found = [
            pack
            for pack in found
            if pack.id in used or {Sector.ALL, self.draft.sector} & set(pack.sectors)
        ]
        first = library.packs[:1]
        return sorted(found, key=lambda it: (it not in first, self.draft.sector not in it.sectors))

    def _name_views(self) -> None:
        sector = self.context.texts.enum(self.draft.sector)
        said = self.tr("Sector: {sector}").format(sector=sector)
        self.views.set_texts([said, self.tr("All packs")])
        self.views.setVisible(self.draft.sector is not Sector.ALL)

    def _show_about(self, pack_id: str) -> None:
        library, lang = self.library, self.context.lang
        pack = next((it for it in library.packs if it.id == pack_id), None) if library else None
        if pack is None:
            nothing = library is not None and not self.matrix.model.rowCount()
            self.about.setText(self.tr("No pack fits these words.") if nothing else "")
            return
        said = self.tr("{id}  {title} ({n} questions). {about}").format(
            id=pack.id,
            title=pack.title.get(lang),
            n=len(pack.questions),
            about=pack.description.get(lang),
        )
        self.about.setText(said)

    def _on_narrowed(self) -> None:
        self.show_draft()

    def _on_ticked(self, unit: str, pack: str, on: bool) -> None:
        if self.library is not None:
            known = self.draft.packs_of(unit, self.library)
            self.draft.packs[unit] = known | {pack} if on else known - {pack}
            self.changed.emit()


def _words(pack: Pack) -> str:
    texts = (pack.title, pack.description)
    said = [pack.id, *(text.get(lang) for text in texts for lang in Lang)]
    return " ".join(said).casefold()
