"""Paints the clause tree: sections with their figures, questions with their result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from auditapp.ui.pages.checklist.clause_tree import ClauseModel, Node
from auditapp.ui.pages.checklist.glyphs import paint_bar, paint_dot
from auditapp.ui.theme import CAPTION
from auditapp.ui.widgets.delegates import option_parts
from auditapp.ui.widgets.labels import token_of

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect
    from PySide6.QtWidgets import QStyleOptionViewItem

    from auditapp.ui.context import AppContext

ROW: Final = 28
SECTION: Final = 32
FLAG: Final = 14
_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class ClauseDelegate(QStyledItemDelegate):
    """Two kinds of rows."""

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Sections are a little higher."""
        node = _node(index)
        del option
        return QSize(120, ROW if node is not None and node.row is not None else SECTION)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one node."""
        node = _node(index)
        if node is None:
            return
        rect, state = option_parts(option)
        theme = self._context.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, rect, state)
        painter.setPen(theme.colour("text"))
        if node.row is None:
            self._section(painter, rect, node)
        else:
            self._question(painter, rect, node, cast("ClauseModel", index.model()))
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        theme = self._context.theme
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if not selected and not hovered:
            return
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(theme.colour("accent") if focused else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("selection" if selected else "hover"))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 1, -4.5, -1), 5, 5)

    def _section(self, painter: QPainter, rect: QRect, node: Node) -> None:
        theme = self._context.theme
        strong = QFont(painter.font())
        strong.setBold(True)
        small = QFont(painter.font())
        small.setPixelSize(CAPTION)
        figures = f"{node.answered}/{node.asked}"
        room = QFontMetrics(small).horizontalAdvance(figures) + 12
        title = rect.adjusted(4, 0, -room - 8, -3)
        painter.setFont(strong)
        number = node.key[1] or node.key[0]
        painter.drawText(title, _LEFT, number)
        title = title.adjusted(painter.fontMetrics().horizontalAdvance(number) + 6, 0, 0, 0)
        strong.setBold(node.level <= 1)
        painter.setFont(strong)
        if node.title is not None:
            words = node.title.get(self._context.lang)
            elide = Qt.TextElideMode.ElideRight
            painter.drawText(
                title, _LEFT, painter.fontMetrics().elidedText(words, elide, title.width())
            )
        painter.setFont(small)
        painter.setPen(theme.colour("muted"))
        painter.drawText(rect.adjusted(0, 0, -12, -3), _RIGHT, figures)
        bar = QRectF(rect.x() + 4, rect.bottom() - 4, rect.width() - 16, 3)
        paint_bar(painter, bar, node.tally, theme)

    def _question(self, painter: QPainter, rect: QRect, node: Node, model: ClauseModel) -> None:
        row = node.row
        if row is None:
            return
        theme = self._context.theme
        dot = QRectF(rect.x() + 3, rect.center().y() - 8.5, 18, 18)
        paint_dot(painter, dot, row.result, theme)
        small = QFont(painter.font())
        small.setPixelSize(CAPTION)
        left = rect.adjusted(28, 0, -10, 0)
        painter.setFont(small)
        painter.setPen(theme.colour("muted"))
        number = row.question_id.removeprefix(f"{row.pack_id}-")
        if model.many_units:
            number = f"{number} {row.asked.unit_code}"
        painter.drawText(left, _LEFT, number)
        left = left.adjusted(painter.fontMetrics().horizontalAdvance(number) + 8, 0, 0, 0)
        if row.worst is not None:
            flag = self._context.icons.pixmap("findings", token_of(row.worst), FLAG)
            painter.drawPixmap(left.right() - FLAG, left.center().y() - FLAG // 2, flag)
            left = left.adjusted(0, 0, -FLAG - 4, 0)
        painter.setPen(theme.colour("text"))
        words = row.asked.question.q.get(self._context.lang)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, left.width())
        painter.drawText(left, _LEFT, shown)


def _node(index: QModelIndex | QPersistentModelIndex) -> Node | None:
    model = index.model()
    return model.node(index) if isinstance(model, ClauseModel) else None
