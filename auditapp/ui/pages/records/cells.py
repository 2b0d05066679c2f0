"""Cells that paint themselves: a badge, an icon with its word, a mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from auditapp.ui.widgets.delegates import option_parts
from auditapp.ui.widgets.labels import paint_badge

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

    from auditapp.domain.vocabulary import Grade
    from auditapp.ui.context import AppContext
    from auditapp.ui.icons import IconName
    from auditapp.ui.theme import Token
    from auditapp.ui.widgets.table import RowsModel

R = TypeVar("R")
ICON: Final = 16
_INK: Final = "text"
_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class PaintedCell(QStyledItemDelegate, Generic[R]):
    """Draws the ground as every other cell has it, and lets a function draw the rest."""

    def __init__(self, draw: Callable[[QPainter, QRect, R], None], view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._draw = draw

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one cell."""
        model = cast("RowsModel[Any]", index.model())
        row: Any = model.row_at(index)
        self._view.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, self._view
        )
        if row is None:
            return
        rect, _ = option_parts(option)
        painter.save()
        self._draw(painter, rect.adjusted(4, 0, -4, 0), row)
        painter.restore()


def grade_cell(
    context: AppContext, grade: Callable[[R], Grade]
) -> Callable[[QPainter, QRect, R], None]:
    """A cell that shows a grade with glyph, word and colour."""

    def draw(painter: QPainter, rect: QRect, row: R) -> None:
        member = grade(row)
        paint_badge(painter, rect, member, context.texts.enum(member), context.theme)

    return draw


def icon_cell(
    context: AppContext, look: Callable[[R], tuple[IconName | None, str, Token]]
) -> Callable[[QPainter, QRect, R], None]:
    """A cell with an icon and a word in one colour; without an icon the word stands alone."""

    def draw(painter: QPainter, rect: QRect, row: R) -> None:
        icon, word, token = look(row)
        if icon is not None:
            pixmap = context.icons.pixmap(icon, "muted" if token == _INK else token, ICON)
            painter.drawPixmap(rect.x(), rect.center().y() - ICON // 2 + 1, pixmap)
            rect = rect.adjusted(ICON + 6, 0, 0, 0)
        painter.setPen(context.theme.colour(token))
        words = painter.fontMetrics().elidedText(word, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, _LEFT, words)

    return draw
