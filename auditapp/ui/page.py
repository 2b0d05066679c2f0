"""What every page of the window is, and how the window lists them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from auditapp.ui.shortcuts import HAVEN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QShowEvent

    from auditapp.ui.context import AppContext, ChangeNotice
    from auditapp.ui.icons import IconName


class Page(QWidget):
    """One page. A subclass names its tables and writes ``retranslate`` and ``refresh``.

    The constructor makes widgets and connects them, and reads nothing. ``refresh`` reads all rows
    again; it runs when the page comes to the front and something it shows has changed since.
    """

    TABLES: ClassVar[frozenset[str]] = frozenset()
    """The tables whose rows this page shows."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._stale = True
        self.setProperty(HAVEN, True)
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        context.changed.connect(self._on_changed)
        context.unit_chosen.connect(self._on_unit_chosen)

    def retranslate(self) -> None:
        """Set every string again, in the language now in force."""

    def refresh(self) -> None:
        """Read what is shown again; called only while visible."""

    def show_target(self, target: object) -> None:
        """Put something in sight: an id, a filter; what it means is this page's business."""

    def palette_items(self, words: str) -> Sequence[PaletteItem]:
        """What this page adds to the command palette for the words typed there."""
        del words
        return ()

    def audit_changed(self, notice: ChangeNotice) -> None:
        """A step was committed; by default the page is stale when one of its tables was touched."""
        if notice.initiator is not self and notice.touches(*self.TABLES):
            self.mark_stale()

    def mark_stale(self) -> None:
        """Read again: now when visible, else when shown."""
        self._stale = True
        if self.isVisible():
            self._catch_up()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while another page was in front."""
        super().showEvent(event)
        self._catch_up()

    def _catch_up(self) -> None:
        if self._stale:
            self._stale = False
            self.refresh()

    def _on_changed(self, notice: ChangeNotice) -> None:
        self.audit_changed(notice)

    def _on_unit_chosen(self) -> None:
        self.mark_stale()


@dataclass(frozen=True)
class PaletteItem:
    """A line of the command palette; ``keywords`` are matched but not shown."""

    title: str
    run: Callable[[], None]
    detail: str = ""
    icon: IconName = "chevron_right"
    keywords: str = ""

    def matches(self, words: str) -> bool:
        """Whether every word typed stands somewhere in the item, in any language it carries."""
        text = f"{self.title} {self.detail} {self.keywords}".casefold()
        return all(word in text for word in words.casefold().split())


@dataclass(frozen=True)
class PageSpec:
    """How the rail lists a page; ``title`` gives it in the language now in force."""

    key: str
    title: Callable[[], str]
    icon: IconName
    make: Callable[[AppContext], Page]
