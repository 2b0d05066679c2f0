"""Criteria: where it is written, with what force, and which questions ask for it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtWidgets import QApplication

from auditapp.domain.grading import BINDING
from auditapp.domain.vocabulary import Force, Lang, Sector
from auditapp.packs.content import CardKind, Jurisdiction
from auditapp.packs.reference import Narrow, citation, place_of, source_name
from auditapp.ui.pages.records.filters import FilterMenu
from auditapp.ui.pages.records.layout import button
from auditapp.ui.pages.reference.finder import Finder
from auditapp.ui.pages.reference.sheet import Sheet
from auditapp.ui.widgets.table import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from auditapp.packs.content import CriterionCard, Question
    from auditapp.packs.reference import Reference
    from auditapp.texts import Texts
    from auditapp.ui.context import AppContext
    from auditapp.ui.theme import Token

E = TypeVar("E", bound=StrEnum)

CARD: Final = "card:"
QUESTION: Final = "question:"
_FORCES: Final = (Force.LAW, Force.REGULATOR, Force.GUIDANCE)


class CardsTab(Finder["CriterionCard"]):
    """Searches the cards; ``asked_here`` gives the questions of the open audit, ``kept_here`` the
    card as the audit froze it. A card that only the audit has is shown on request."""

    def __init__(
        self,
        context: AppContext,
        asked_here: Callable[[], Mapping[str, Question]],
        kept_here: Callable[[str], CriterionCard | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, self._columns(), _id_of, self._sheet, parent)
        self._reference: Reference | None = None
        self._asked_here, self._kept_here = asked_here, kept_here
        self._words = ""
        self._only_here: CriterionCard | None = None
        self.kinds: FilterMenu[CardKind] = FilterMenu(context, self)
        self.forces: FilterMenu[Force] = FilterMenu(context, self)
        self.jurisdictions: FilterMenu[Jurisdiction] = FilterMenu(context, self)
        self.sectors: FilterMenu[Sector] = FilterMenu(context, self)
        self.states: FilterMenu[bool] = FilterMenu(context, self)
        for menu in self._menus:
            self.filters.addWidget(menu)
            menu.changed.connect(self._find)
        self.copy_button = button(context.icons, "copy", self.copy, self)
        self.buttons.addWidget(self.copy_button)
        self.buttons.addStretch()
        self.searched.connect(self._on_searched)
        self.cleared.connect(self.show_all)
        self.chosen.connect(self._on_row)

    @property
    def _menus(self) -> Sequence[FilterMenu[CardKind] | FilterMenu[Force] | FilterMenu[Jurisdiction]
                                | FilterMenu[Sector] | FilterMenu[bool]]:  # fmt: skip
        return (self.kinds, self.forces, self.jurisdictions, self.sectors, self.states)

    @property
    def narrow(self) -> Narrow:
        """What the filters let through."""
        states = self.states.chosen
        return Narrow(
            self.kinds.chosen,
            self.forces.chosen,
            self.jurisdictions.chosen,
            self.sectors.chosen,
            next(iter(states)) if len(states) == 1 else None,
        )

    def set_reference(self, reference: Reference) -> None:
        """Show this library."""
        self._reference = reference
        self._find()

    def show_words(self, words: str) -> None:
        """Search for words, as if they had been typed."""
        self.search.setText(words)
        self._on_searched(words.strip())

    def show_card(self, card_id: str) -> bool:
        """Read a card; search and filters give way when they hide it. Says whether it exists."""
        reference = self._reference
        known = reference is not None and card_id in reference.cards
        self._only_here = None if known else self._kept_here(card_id)
        if known and self.choose(card_id):
            return True
        self.show_all()
        return self.choose(card_id)

    def show_all(self) -> None:
        """No search, no filter."""
        self.search.clear()
        for menu in self._menus:
            menu.choose(frozenset())
        self._on_searched("")

    def copy(self) -> None:
        """Put the card as one cites it on the clipboard."""
        card = self.row
        if card is not None:
            QApplication.clipboard().setText(citation(card, self._context.lang))
            self.copy_button.setText(self.tr("Copied"))

    def retranslate(self) -> None:
        """Set every string again."""
        super().retranslate()
        texts = self._context.texts
        self.search.setPlaceholderText(self.tr("Where is it written? Title, article, words"))
        self.search.setAccessibleName(self.tr("Search criteria"))
        self.table.setAccessibleName(self.tr("Criteria"))
        self.kinds.set_options(self.tr("Kind"), _named(texts, CardKind))
        self.forces.set_options(self.tr("Force"), _named(texts, _FORCES))
        self.jurisdictions.set_options(self.tr("Where"), _named(texts, Jurisdiction))
        self.sectors.set_options(self.tr("Sector"), _named(texts, Sector))
        self.states.set_options(
            self.tr("Checked"), [(True, self.tr("Verified")), (False, self.tr("To be verified"))]
        )
        self.copy_button.setText(self.tr("Copy citation"))
        self.copy_button.setToolTip(self.tr("Source, article and title") + "  Ctrl+Shift+C")
        self._find()

    # -- inside -------------------------------------------------------------------------------

    def _columns(self) -> list[Column[CriterionCard]]:
        return [
            Column(
                lambda: self.tr("Place"),
                lambda card: place_of(card, self._context.lang) or "–",
                width=80,
            ),
            Column(
                lambda: self.tr("Title"),
                lambda card: card.title.get(self._context.lang),
                stretch=True,
            ),
            Column(
                lambda: self.tr("Source"),
                lambda card: source_name(card, self._context.lang),
                width=184,
            ),
            Column(
                lambda: self.tr("Force"),
                lambda card: self._context.texts.enum(card.force),
                width=80,
                colour=lambda card: self._context.theme.css(
                    "text" if card.force in BINDING else "muted"
                ),
            ),
            Column(
                lambda: self.tr("Checked"),
                lambda card: "✓" if card.verified else "?",
                width=72,
                colour=lambda card: self._context.theme.css(
                    "conforming" if card.verified else "not_conclusive"
                ),
            ),
        ]

    def _on_searched(self, words: str) -> None:
        self._words = words
        self._find()
        if words and self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _find(self) -> None:
        reference = self._reference
        if reference is not None:
            found = reference.find(self._words, self.narrow)
            if self._only_here is not None and not self._words:
                found.append(self._only_here)
            self.show_rows(found, len(reference.cards))

    def _on_row(self) -> None:
        self.copy_button.setText(self.tr("Copy citation"))
        self.copy_button.setEnabled(self.row is not None)

    def _sheet(self, card: CriterionCard) -> str:
        context = self._context
        texts, lang = context.texts, context.lang
        other = Lang.EN if lang is Lang.ZH else Lang.ZH
        sheet = Sheet(context.theme, self._words)
        place = place_of(card, lang)
        sheet.title(card.title.get(lang))
        sheet.text(" · ".join(it for it in (card.source.get(lang), place) if it), "muted")
        sheet.pills(self._pills(card))
        self._warn(sheet, card)
        sheet.text(card.paraphrase.get(lang), below=8)
        second = place_of(card, other)
        sheet.text(
            " · ".join(it for it in (card.source.get(other), second) if it), "muted", below=2
        )
        sheet.text(card.title.get(other), "muted", below=2)
        sheet.text(card.paraphrase.get(other), "muted")
        sheet.head(self.tr("About the source"))
        since = card.in_force_since
        sheet.facts(
            (
                (self.tr("Issued by"), card.issuer.get(lang)),
                (self.tr("Edition"), card.edition),
                (self.tr("In force since"), texts.date(since) if since else ""),
                (self.tr("Applies in"), texts.enum(card.jurisdiction)),
                (self.tr("Applies to"), texts.join(card.sectors)),
                (self.tr("Card"), card.id),
            )
        )
        self._questions(sheet, card)
        return sheet.html

    def _pills(self, card: CriterionCard) -> list[tuple[str, Token, Token]]:
        texts = self._context.texts
        binding = card.force in BINDING
        pills: list[tuple[str, Token, Token]] = [
            (
                texts.enum(card.force),
                "accent" if binding else "muted",
                "accent_soft" if binding else "sunken",
            )
        ]
        if card.verified:
            pills.append(("✓ " + self.tr("Verified"), "conforming", "conforming_soft"))
        else:
            said = "? " + self.tr("To be verified")
            pills.append((said, "not_conclusive", "not_conclusive_soft"))
        if card.watch:
            pills.append(("! " + self.tr("Changes are expected"), "minor", "minor_soft"))
        return pills

    def _warn(self, sheet: Sheet, card: CriterionCard) -> None:
        lang, reference = self._context.lang, self._reference
        if not card.verified:
            sheet.text(
                self.tr("Not yet checked against the source: read the source before citing it."),
                "muted",
            )
        if card.replaced_by and reference is not None:
            new = reference.cards.get(card.replaced_by)
            said = self.tr("Replaced by:") + " "
            if new is None:
                sheet.text(said + card.replaced_by)
            else:
                sheet.link(CARD + new.id, citation(new, lang), said)
        kept = self._kept_here(card.id)
        if card is self._only_here:
            sheet.box(self.tr("Only the open audit has this card; the library has it no more."))
        elif kept is not None and kept != card:
            sheet.box(
                self.tr("The open audit keeps an earlier edition of this card, which binds there:")
                + f" {kept.paraphrase.get(lang)}",
                "minor_soft",
            )

    def _questions(self, sheet: Sheet, card: CriterionCard) -> None:
        reference, here, lang = self._reference, self._asked_here(), self._context.lang
        cited = () if reference is None else reference.citing(card.id)
        found = [it for _, it in cited]
        known = {it.id for it in found}
        found += [it for it in here.values() if card.id in it.criteria and it.id not in known]
        if not found:
            sheet.head(self.tr("No question cites it"))
            return
        sheet.head(self.tr("Cited by %n question(s)", "", len(found)))
        sheet.listed(
            [(QUESTION + it.id if it.id in here else "", it.id, it.q.get(lang)) for it in found]
        )


def _named(texts: Texts, members: Iterable[E]) -> list[tuple[E, str]]:
    return [(member, texts.enum(member)) for member in members]


def _id_of(card: CriterionCard) -> str:
    return card.id
