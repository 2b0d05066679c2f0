"""The reference: criteria, glossary and ambiguities in a window of its own, beside the work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from auditapp.packs.reference import Reference
from auditapp.ui.pages.records.layout import column, line
from auditapp.ui.pages.reference.ambiguities_tab import AmbiguitiesTab
from auditapp.ui.pages.reference.cards_tab import CARD, QUESTION, CardsTab
from auditapp.ui.pages.reference.terms_tab import TermsTab
from auditapp.ui.shortcuts import PageKeys
from auditapp.ui.widgets.boxes import EmptyState
from auditapp.ui.widgets.inputs import SegmentedButtons

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditapp.errors import UserError
    from auditapp.jobs.progress import Progress
    from auditapp.packs.content import CriterionCard, Library, Question
    from auditapp.ui.context import AppContext, LookUp, Shelf

SIZE: Final = (1120, 720)
SMALLEST: Final = (880, 520)
TABS: Final[tuple[Shelf, ...]] = ("cards", "terms", "ambiguities")
"""The tabs in their order, keys 1 to 3."""


class ReferenceWindow(QDialog):
    """Stays open beside the checklist; needs no audit. The library is read when it is first shown,
    as a job."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._reference: Reference | None = None
        self._wanted: LookUp | None = None
        self._is_loading = False
        self._audit_id = context.audit.audit_id if context.is_open else None
        self._here: tuple[dict[str, Question], dict[str, CriterionCard]] | None = None
        self.setWindowFlags(
            Qt.WindowType.Window
            | Qt.WindowType.WindowTitleHint
            | Qt.WindowType.WindowSystemMenuHint
            | Qt.WindowType.WindowMaximizeButtonHint
            | Qt.WindowType.WindowCloseButtonHint
        )
        self.tabs = SegmentedButtons(context.theme, len(TABS), self)
        self.cards = CardsTab(context, self._asked_here, self._kept_here, self)
        self.terms = TermsTab(context, self)
        self.ambiguities = AmbiguitiesTab(context, self)
        self.waiting = EmptyState(context.icons, "criteria", self)
        self._again = self.waiting.add_button(primary=True)
        self._stack = QStackedWidget(self)
        for tab in (self.cards, self.terms, self.ambiguities, self.waiting):
            self._stack.addWidget(tab)
        self._arrange()
        self._connect()
        self.retranslate()

    @property
    def is_ready(self) -> bool:
        """Whether the library has been read."""
        return self._reference is not None

    @property
    def current(self) -> Shelf:
        """The tab in front."""
        return TABS[self.tabs.current or 0]

    def ask(self, target: LookUp | None = None) -> None:
        """Come to the front and show something; the library is read first when it has not been."""
        self._wanted = target or self._wanted
        if self.isVisible():
            self.activateWindow()
        self.show()
        if self._reference is None:
            self._load()
        else:
            self._show_wanted()

    def show_tab(self, tab: Shelf) -> None:
        """Bring a tab to the front, the cursor in its search field."""
        self.tabs.current = TABS.index(tab)
        if self._reference is not None:
            self._stack.setCurrentIndex(TABS.index(tab))
            (self.cards, self.terms, self.ambiguities)[TABS.index(tab)].focus_search()

    def retranslate(self) -> None:
        """Set every string again."""
        self.setWindowTitle(self.tr("Criteria and terms"))
        titles = [self.tr("Criteria"), self.tr("Glossary"), self.tr("Ambiguities")]
        self.tabs.set_texts(titles)
        for number, (title, segment) in enumerate(zip(titles, self.tabs.segments, strict=True), 1):
            segment.setToolTip(f"{title}  Alt+{number}")
        for tab in (self.cards, self.terms, self.ambiguities):
            tab.retranslate()
        self._again.setText(self.tr("Read again"))
        self._say_waiting()

    # -- inside -------------------------------------------------------------------------------

    def _arrange(self) -> None:
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tabs.current = 0
        self.tabs.setMaximumWidth(520)
        for number, segment in enumerate(self.tabs.segments, 1):
            segment.dress(token="accent", soft="accent_soft", key=str(number))  # noqa: S106  (colours)
        bar = line()
        bar.addWidget(self.tabs, 1)
        bar.addStretch()
        box = column(self, gap=12, margins=(16, 16, 16, 16))
        box.addLayout(bar)
        box.addWidget(self._stack, 1)
        self.setMinimumSize(*SMALLEST)
        self.resize(*SIZE)
        self._again.hide()

    def _connect(self) -> None:
        context = self._context
        self.tabs.chosen.connect(self._on_tab)
        self._again.clicked.connect(self._load)
        for tab in (self.cards, self.terms, self.ambiguities):
            tab.followed.connect(self._follow)
        context.language.changed.connect(self.retranslate)
        context.heading_changed.connect(self._on_heading)
        context.changed.connect(self._forget_audit)
        keys = PageKeys(self)
        for number in range(len(TABS)):
            keys.add(str(number + 1), self._choosing(number))
        keys.add("/", self._search, with_alt=False)
        for sequence, run in (("Ctrl+F", self._search), ("Ctrl+Shift+C", self._copy)):
            QShortcut(QKeySequence(sequence), self).activated.connect(run)

    def _load(self) -> None:
        if self._is_loading:
            return
        self._is_loading = True
        self._again.hide()
        self._stack.setCurrentWidget(self.waiting)
        self._say_waiting()
        services = self._context.services

        def work(progress: Progress) -> Library:
            progress.check()
            return services.load_library()

        self._context.jobs.run(work, self._on_loaded, on_error=self._on_refused)

    def _say_waiting(self) -> None:
        self.waiting.set_texts(
            self.tr("Reading the library …"), self.tr("It takes a moment the first time.")
        )

    def _on_loaded(self, library: Library) -> None:
        self._is_loading = False
        self._reference = Reference(library)
        for tab in (self.cards, self.terms, self.ambiguities):
            tab.set_reference(self._reference)
        self._show_wanted()

    def _on_refused(self, error: UserError) -> None:
        self._is_loading = False
        self.waiting.set_texts(
            self.tr("The library cannot be read"), self._context.texts.error(error)
        )
        self._again.show()

    def _show_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        self.show_tab(self.current if wanted is None else wanted.tab)
        if wanted is None:
            return
        if wanted.entry:
            show = {
                "cards": self.cards.show_card,
                "terms": self.terms.show_term,
                "ambiguities": self.ambiguities.show_entry,
            }[wanted.tab]
            if not show(wanted.entry):
                self._context.notify(self.tr("The library has no entry for this any more."))
        elif wanted.words:
            self.cards.show_words(wanted.words)
            self.terms.show_words(wanted.words)
            if not self.cards.model.rowCount() and self.terms.model.rowCount():
                self.show_tab("terms")

    def _follow(self, target: str) -> None:
        if target.startswith(CARD):
            self.cards.show_card(target.removeprefix(CARD))
        elif target.startswith(QUESTION):
            self._context.go("checklist", target.removeprefix(QUESTION))

    def _search(self) -> None:
        self.show_tab(self.current)

    def _copy(self) -> None:
        if self.current == "cards" and self._reference is not None:
            self.cards.copy()

    def _choosing(self, number: int) -> Callable[[], None]:
        def choose() -> None:
            self._on_tab(number)

        return choose

    def _on_tab(self, number: int) -> None:
        self.show_tab(TABS[number])

    def _forget_audit(self) -> None:
        """The audit changed: what is asked there is read again when a card is shown next."""
        self._here = None

    def _on_heading(self) -> None:
        """Another audit, or none any more: what it keeps is no longer said."""
        context = self._context
        now = context.audit.audit_id if context.is_open else None
        if now == self._audit_id:
            return
        self._audit_id = now
        self._forget_audit()
        if self.isVisible() and self._reference is not None:
            self.cards.write()

    def _read_audit(self) -> tuple[dict[str, Question], dict[str, CriterionCard]]:
        if self._here is None:
            context = self._context
            if not context.is_open:
                return {}, {}
            shelf = context.shelf
            content = context.audit.read(shelf.content)
            asked = {pair.question.id: pair.question for pair in content.pairs}
            self._here = asked, dict(content.cards)
        return self._here

    def _asked_here(self) -> dict[str, Question]:
        return self._read_audit()[0]

    def _kept_here(self, card_id: str) -> CriterionCard | None:
        return self._read_audit()[1].get(card_id)


def show_reference(
    context: AppContext, window: QWidget, target: LookUp | None = None
) -> ReferenceWindow:
    """Open the reference over the window, or bring the open one to the front."""
    found = window.findChild(ReferenceWindow) or ReferenceWindow(context, window)
    found.ask(target)
    return found
