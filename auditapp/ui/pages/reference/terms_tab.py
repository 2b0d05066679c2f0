"""Glossary: the right word in both languages, where it holds, and which words are wrong for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditapp.domain.vocabulary import Lang
from auditapp.ui.pages.records.filters import FilterMenu
from auditapp.ui.pages.reference.finder import Finder
from auditapp.ui.pages.reference.sheet import Sheet
from auditapp.ui.widgets.table import Column

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from auditapp.packs.content import Misuse, Term
    from auditapp.packs.reference import Reference
    from auditapp.ui.context import AppContext

# Entries of the glossary whose word a set of terms names under another key.
SET_KEYS: Final = {
    "audit_programme": "programme",
    "audit_plan": "plan",
    "audit_criteria": "criteria",
    "audit_scope": "scope",
    "audit_evidence": "evidence",
    "audit_finding": "finding",
    "audit_conclusion": "conclusion",
    "audit_client": "client",
    "audit_team": "team",
    "audit_team_leader": "team_leader",
    "audit_notice": "notice",
    "major_nonconformity": "major",
    "minor_nonconformity": "minor",
    "opportunity_for_improvement": "improvement",
}


class TermsTab(Finder["Term"]):
    """Searches the glossary."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, self._columns(), _id_of, self._sheet, parent)
        self._reference: Reference | None = None
        self._words = ""
        self.contexts: FilterMenu[str] = FilterMenu(context, self)
        self.filters.addWidget(self.contexts)
        self.contexts.changed.connect(self._find)
        self.searched.connect(self._on_searched)
        self.cleared.connect(self.show_all)

    def set_reference(self, reference: Reference) -> None:
        """Show this library."""
        self._reference = reference
        self._offer_contexts()
        self._find()

    def show_words(self, words: str) -> None:
        """Search for words, as if they had been typed."""
        self.search.setText(words)
        self._on_searched(words.strip())

    def show_term(self, term_id: str) -> bool:
        """Read an entry; says whether it exists."""
        if self.choose(term_id):
            return True
        self.show_all()
        return self.choose(term_id)

    def show_all(self) -> None:
        """No search, no filter."""
        self.search.clear()
        self.contexts.choose(frozenset())
        self._on_searched("")

    def retranslate(self) -> None:
        """Set every string again."""
        super().retranslate()
        self.search.setPlaceholderText(self.tr("A word, in either language"))
        self.search.setAccessibleName(self.tr("Search the glossary"))
        self.table.setAccessibleName(self.tr("Glossary"))
        self._offer_contexts()
        self._find()

    # -- inside -------------------------------------------------------------------------------

    def _columns(self) -> list[Column[Term]]:
        return [
            Column(lambda: "中文", lambda term: term.term.zh, width=200),
            Column(lambda: "English", lambda term: term.term.en, stretch=True),
            Column(lambda: self.tr("Field"), self._fields_of, width=184),
        ]

    def _fields_of(self, term: Term) -> str:
        texts = self._context.texts
        return texts.join([texts.say(f"term_context.{it}") for it in term.contexts or ("any",)])

    def _offer_contexts(self) -> None:
        if self._reference is not None:
            texts = self._context.texts
            known = self._reference.contexts()
            named = [(it, texts.say(f"term_context.{it}")) for it in known]
            self.contexts.set_options(self.tr("Field"), named)

    def _on_searched(self, words: str) -> None:
        self._words = words
        self._find()
        if words and self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _find(self) -> None:
        reference = self._reference
        if reference is None:
            return
        wanted = self.contexts.chosen
        found = reference.find_terms(self._words)
        rows = [it for it in found if not wanted or wanted & set(it.contexts)]
        self.show_rows(rows, len(reference.terms))

    def _sheet(self, term: Term) -> str:
        context, reference = self._context, self._reference
        lang = context.lang
        other = Lang.EN if lang is Lang.ZH else Lang.ZH
        sheet = Sheet(context.theme, self._words)
        sheet.title(term.term.get(lang))
        sheet.text(term.term.get(other), "muted", below=10)
        if term.note is not None:
            sheet.text(term.note.get(lang))
            sheet.text(term.note.get(other), "muted")
        sheet.head(self.tr("Field"))
        sheet.text(self._fields_of(term))
        if reference is not None:
            self._sets(sheet, term, reference)
            self._wrong(sheet, reference.misuse_of(term.id))
        return sheet.html

    def _sets(self, sheet: Sheet, term: Term, reference: Reference) -> None:
        """The word in each set of terms, where the sets differ."""
        lang, key = self._context.lang, SET_KEYS.get(term.id, term.id)
        words = {
            words["name"].get(lang): words[key]
            for words in reference.term_sets.values()
            if key in words and "name" in words
        }
        if len({(it.zh, it.en) for it in words.values()}) > 1:
            sheet.head(self.tr("By set of terms"))
            sheet.facts([(name, f"{it.zh}  ·  {it.en}") for name, it in words.items()])

    def _wrong(self, sheet: Sheet, misuses: tuple[Misuse, ...]) -> None:
        if not misuses:
            return
        lang = self._context.lang
        sheet.head(self.tr("Wrong words"))
        for it in misuses:
            sheet.text(f"✗ {it.wrong}  →  ✓ {it.right}", below=2)
            sheet.text(it.note.get(lang), "muted", below=2)
            if it.allowed_in:
                right = self._context.texts.join(it.allowed_in)
                sheet.text(self.tr("Right in: {phrases}").format(phrases=right), "muted", below=10)


def _id_of(term: Term) -> str:
    return term.id
