"""The evidence of an answer as chips, and the ways to add more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from auditapp.domain.vocabulary import EvidenceKind
from auditapp.ui.pages.checklist.chips import Chip, ChipRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditapp.ops.queries.evidence import EvidenceChip
    from auditapp.ui.context import AppContext
    from auditapp.ui.icons import IconName

LINES: Final = 2
ICONS: Final[dict[EvidenceKind, IconName]] = {
    EvidenceKind.FILE: "file",
    EvidenceKind.PHOTO: "photo",
    EvidenceKind.SCREENSHOT: "screenshot",
    EvidenceKind.NOTE: "note",
    EvidenceKind.INTERVIEW: "interview",
    EvidenceKind.OBSERVATION: "observation",
    EvidenceKind.DOCUMENT: "document",
    EvidenceKind.TICKET: "tickets",
}


class EvidenceStrip(QWidget):
    """Chips with number, kind and title, and the chip that adds.

    Signals:
        opened: show an item (UUID).
        removed: it no longer supports this answer (EvidenceChip).
        file_wanted, photo_wanted, paste_wanted, note_wanted, link_wanted: from the menu.
    """

    opened = Signal(object)
    removed = Signal(object)
    file_wanted = Signal()
    photo_wanted = Signal()
    paste_wanted = Signal()
    note_wanted = Signal()
    link_wanted = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._items: tuple[EvidenceChip, ...] = ()
        self.row = ChipRow(LINES, self)
        self.add = Chip(context.icons, self.row)
        self.add.clicked.connect(self.show_menu)
        self.rest = Chip(context.icons, self.row)
        self.rest.clicked.connect(self._show_rest)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)
        self.menu = QMenu(self)
        self._actions: dict[str, QAction] = {}
        wanted: tuple[tuple[str, IconName, Signal], ...] = (
            ("file", "file", self.file_wanted),  # pyright: ignore[reportAssignmentType]
            ("photo", "photo", self.photo_wanted),
            ("paste", "screenshot", self.paste_wanted),
            ("note", "note", self.note_wanted),
            ("link", "link", self.link_wanted),
        )
        for name, icon, signal in wanted:
            action = QAction(self)
            action.triggered.connect(signal)
            action.setProperty("icon_name", icon)
            self.menu.addAction(action)
            self._actions[name] = action
        self.chips: list[Chip] = []
        self._enabled = True
        context.theme.changed.connect(self._tint)
        self._tint()

    def show_items(self, items: Sequence[EvidenceChip], *, enabled: bool) -> None:
        """Show the items of an answer; not ``enabled``: to read only."""
        if self._enabled == enabled and self._items == tuple(items) and self.chips:
            return
        self._items, self._enabled = tuple(items), enabled
        self._fill()

    def retranslate(self) -> None:
        """Set every string again."""
        words = {
            "file": self.tr("File …"),
            "photo": self.tr("Photo …"),
            "paste": self.tr("Picture from the clipboard") + "\tCtrl+V",
            "note": self.tr("Quick note …"),
            "link": self.tr("Link existing evidence …"),
        }
        for name, action in self._actions.items():
            action.setText(words[name])
        self._fill()

    def show_menu(self) -> None:
        """Offer all ways to add evidence, the first one chosen."""
        if not self._enabled:
            return
        corner = self.add.rect().bottomLeft()
        self.menu.popup(self.add.mapToGlobal(corner))
        self.menu.setActiveAction(self._actions["file"])

    def _fill(self) -> None:
        lang = self._context.lang
        focused = next((n for n, chip in enumerate(self.chips) if chip.hasFocus()), None)
        self.chips = [self._chip(item) for item in self._items]
        named = self.tr("Add evidence") if not self._items else self.tr("Add")
        self.add.dress(named, icon="add", token="accent")  # noqa: S106  (a colour)
        self.add.setToolTip(self.tr("Add evidence: drop files here, paste a picture, or choose  E"))
        self.add.setEnabled(self._enabled)
        self.rest.dress("…")
        last = [self.add] if self._enabled else []
        self.rest.hide()
        self.row.set_chips(self.chips, last)
        if self.row.hidden_count:
            self.row.set_chips(self.chips, [self.rest, *last])
            more = self.tr("%n more", "evidence items", self.row.hidden_count)
            self.rest.dress(more)
            self.row.arrange()
        else:
            self.rest.hide()
        if not self._enabled:
            self.add.hide()
        if focused is not None:
            target = self.chips[min(focused, len(self.chips) - 1)] if self.chips else self.add
            target.setFocus()
        del lang

    def _chip(self, item: EvidenceChip) -> Chip:
        context = self._context
        chip = Chip(context.icons, self.row)
        title = item.title.best(context.lang) or context.texts.enum(item.kind)
        chip.dress(
            item.number,
            title,
            icon=ICONS[item.kind],
            removable=self._enabled,
            token="muted",  # noqa: S106
        )
        kind = context.texts.enum(item.kind)
        marks = context.texts.enum(item.personal_data)
        chip.setAccessibleName(f"{item.number}, {kind}, {title}")
        chip.setToolTip(
            f"{item.number} · {kind} · {marks}\n{title}\n"
            + self.tr("Space opens, Delete takes it off this answer")
        )
        chip.clicked.connect(lambda: self.opened.emit(item.id))
        chip.removed.connect(lambda: self.removed.emit(item))
        return chip

    def _show_rest(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = len(self._items) - self.row.hidden_count
        for item in self._items[shown:]:
            title = item.title.best(self._context.lang)
            action = menu.addAction(f"{item.number}  {title}")
            action.triggered.connect(lambda _=False, it=item: self.opened.emit(it.id))
        menu.popup(self.rest.mapToGlobal(self.rest.rect().bottomLeft()))

    def _tint(self) -> None:
        for action in self._actions.values():
            action.setIcon(self._context.icons.icon(action.property("icon_name"), "muted", 16))
