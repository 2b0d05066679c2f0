"""A short list of things that something is linked to: number, words, open, take away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from auditapp.ui.pages.records.layout import clear, column, label, line, name_tool, tool
from auditapp.ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditapp.ui.context import AppContext
    from auditapp.ui.icons import IconName
    from auditapp.ui.theme import Token


@dataclass(frozen=True)
class Link:
    """One row: what it stands for, its number, its words, and what of it can be done."""

    key: object
    number: str
    words: str
    note: str = ""
    icon: IconName | None = None
    token: Token = "muted"  # noqa: S105  (a colour)
    can_open: bool = True
    can_remove: bool = True


class LinkList(QWidget):
    """Links under each other.

    Signals:
        opened: go there (the link's key).
        removed: take it away (the link's key).
    """

    opened = Signal(object)
    removed = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: tuple[tuple[Link, ...], str, str] | None = None
        self._box = column(self, gap=2)
        self.rows: dict[object, QWidget] = {}

    def show_links(self, links: Sequence[Link], nothing: str) -> None:
        """Show these; ``nothing`` is the sentence when there is none."""
        theme = self._context.theme.colours.name
        wanted = (tuple(links), nothing, theme)
        if wanted == self._shown:
            return
        self._shown = wanted
        clear(self._box)
        self.rows = {}
        for link in links:
            row = self._row(link)
            self.rows[link.key] = row
            self._box.addWidget(row)
        if not links:
            sentence = label(self, "caption", wrap=True)
            sentence.setText(nothing)
            self._box.addWidget(sentence)

    def _row(self, link: Link) -> QWidget:
        row = QWidget(self)
        box = line(row, gap=6)
        if link.icon is not None:
            picture = label(row)
            picture.setPixmap(self._context.icons.pixmap(link.icon, link.token, 16))
            box.addWidget(picture)
        if link.number:
            number = ElidedLabel(parent=row)
            number.setProperty("role", "strong")
            number.ensurePolished()
            number.set_text(link.number)
            box.addWidget(number)
        words = ElidedLabel(link.words, row)
        box.addWidget(words, 1)
        if link.note:
            note = ElidedLabel(link.note, row)
            note.setStyleSheet(f"color: {self._context.theme.css(link.token)}; font-size: 12px")
            box.addWidget(note)
        if link.can_open:
            go = tool(self._context.icons, "chevron_right", self._opens(link), row)
            name_tool(go, self.tr("Open {what}").format(what=link.number or link.words))
            row.setCursor(Qt.CursorShape.ArrowCursor)
            box.addWidget(go)
        if link.can_remove:
            take = tool(self._context.icons, "close", self._removes(link), row)
            name_tool(take, self.tr("Take away {what}").format(what=link.number or link.words))
            box.addWidget(take)
        return row

    def _opens(self, link: Link) -> _Emit:
        return _Emit(self, link, opening=True)

    def _removes(self, link: Link) -> _Emit:
        return _Emit(self, link, opening=False)


class _Emit:
    """A slot that knows its link."""

    def __init__(self, links: LinkList, link: Link, *, opening: bool) -> None:
        self._links, self._link, self._opening = links, link, opening

    def __call__(self, *_: object) -> None:
        signal = self._links.opened if self._opening else self._links.removed
        signal.emit(self._link.key)
