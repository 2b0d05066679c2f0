"""``Ctrl+K``: go to anything: pages, commands, recent audits, and what the pages find."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QVBoxLayout,
)

from auditapp.ui.theme import CAPTION
from auditapp.ui.widgets.boxes import Card
from auditapp.ui.widgets.delegates import option_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
    from PySide6.QtWidgets import (
        QStyleOptionViewItem,
        QWidget,
    )

    from auditapp.ui.icons import IconName, Icons
    from auditapp.ui.page import PaletteItem

LIMIT: Final = 50
_DETAIL: Final = Qt.ItemDataRole.UserRole
_ICON: Final = Qt.ItemDataRole.UserRole + 1
_MOVING: Final = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class CommandPalette(QDialog):
    """A field and a list under it; Return runs the chosen line, Esc goes back."""

    def __init__(
        self, icons: Icons, find: Callable[[str], Sequence[PaletteItem]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._find = find
        self._items: list[PaletteItem] = []
        self.setWindowFlags(Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        card = Card(self, margin=8)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card)
        self.field = QLineEdit(card)
        self.field.setFixedHeight(40)
        self.field.textChanged.connect(self._on_typed)
        self.field.returnPressed.connect(self._on_return)
        self.field.installEventFilter(self)
        self.list = QListWidget(card)
        self.list.setItemDelegate(_LineDelegate(icons, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._on_return)
        card.body.addWidget(self.field)
        card.body.addWidget(self.list)
        self.setFixedSize(640, 440)

    def ask(self) -> None:
        """Show it over its window, empty."""
        self.field.setPlaceholderText(self.tr("Page, command, audit, question …"))
        self.field.setAccessibleName(self.tr("Go to anything"))
        self.list.setAccessibleName(self.tr("What was found"))
        self.field.clear()
        self._on_typed()
        window = self.parentWidget()
        if window is not None:
            self.move(window.mapToGlobal(QPoint((window.width() - self.width()) // 2, 64)))
        self.show()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while the field keeps the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in _MOVING:
                step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8}.get(
                    Qt.Key(key), 8
                )
                last = self.list.count() - 1
                self.list.setCurrentRow(max(0, min(last, self.list.currentRow() + step)))
                return True
        return super().eventFilter(watched, event)

    def _on_typed(self) -> None:
        words = self.field.text().strip()
        self._items = [*self._find(words)][:LIMIT]
        self.list.clear()
        for item in self._items:
            line = QListWidgetItem(item.title, self.list)
            line.setData(_DETAIL, item.detail)
            line.setData(_ICON, item.icon)
        self.list.setCurrentRow(0)

    def _on_return(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._items):
            run = self._items[row].run
            self.hide()
            run()


class _LineDelegate(QStyledItemDelegate):
    """Icon, title, and the detail at the right."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        del option, index
        return QSize(200, 36)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = self._icons.theme
        rect, state = option_parts(option)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selection"))
            painter.drawRoundedRect(rect, 6, 6)
        icon: IconName = index.data(_ICON)
        painter.drawPixmap(rect.x() + 12, rect.y() + 9, self._icons.pixmap(icon, "muted", 18))
        title, detail = str(index.data()), str(index.data(_DETAIL))
        inner = rect.adjusted(44, 0, -12, 0)
        small = QFont(painter.font())
        small.setPixelSize(CAPTION)
        metrics = painter.fontMetrics()
        wide = min(metrics.horizontalAdvance(title), inner.width() * 2 // 3 if detail else 9999)
        painter.setPen(theme.colour("text"))
        middle = Qt.AlignmentFlag.AlignVCenter
        elide = Qt.TextElideMode.ElideRight
        painter.drawText(
            inner, middle, metrics.elidedText(title, elide, min(wide + 1, inner.width()))
        )
        if detail:
            painter.setFont(small)
            painter.setPen(theme.colour("muted"))
            room = inner.width() - wide - 24
            shown = painter.fontMetrics().elidedText(detail, elide, room)
            painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, shown)
        painter.restore()
