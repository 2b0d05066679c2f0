"""Small helpers for building panes: boxes on the 8-pixel rhythm, labels, buttons, choices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from auditapp.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from auditapp.store.op import Op
    from auditapp.ui.context import AppContext
    from auditapp.ui.icons import IconName, Icons

V = TypeVar("V")
Margins = tuple[int, int, int, int]
_NONE: Margins = (0, 0, 0, 0)


def column(parent: QWidget | None = None, *, gap: int = 8, margins: Margins = _NONE) -> QVBoxLayout:
    """A vertical box, installed on ``parent`` when one is given."""
    box = QVBoxLayout() if parent is None else QVBoxLayout(parent)
    box.setContentsMargins(*margins)
    box.setSpacing(gap)
    return box


def line(parent: QWidget | None = None, *, gap: int = 8, margins: Margins = _NONE) -> QHBoxLayout:
    """A horizontal box, installed on ``parent`` when one is given."""
    box = QHBoxLayout() if parent is None else QHBoxLayout(parent)
    box.setContentsMargins(*margins)
    box.setSpacing(gap)
    return box


def label(parent: QWidget, role: str = "", *, wrap: bool = False) -> QLabel:
    """A label of plain text with one of the theme's roles."""
    found = QLabel(parent)
    found.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        found.setProperty("role", role)
    found.setWordWrap(wrap)
    return found


def button(
    icons: Icons, icon: IconName | None, run: Callable[[], object], parent: QWidget
) -> QPushButton:
    """A push button with an icon of the theme; its text comes in ``retranslate``."""
    found = QPushButton(parent)
    if icon is not None:
        icons.assign(found, icon, "muted", 16)
    found.clicked.connect(run)
    return found


def tool(icons: Icons, icon: IconName, run: Callable[[], object], parent: QWidget) -> QToolButton:
    """A small icon button; give it a tooltip and an accessible name with :func:`name_tool`."""
    found = QToolButton(parent)
    icons.assign(found, icon, "muted", 16)
    found.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    found.clicked.connect(run)
    return found


def name_tool(widget: QWidget, name: str, key: str = "") -> None:
    """Say what a control is, with its key."""
    widget.setAccessibleName(name)
    widget.setToolTip(f"{name}  {key}" if key else name)


def narrow(combo: QComboBox) -> QComboBox:
    """Let a combo box be as narrow as its place; the list shows what is cut off."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(6)
    return combo


def offer(combo: QComboBox, choices: Iterable[tuple[V, str]], current: V) -> None:
    """Fill a combo box without telling anybody."""
    with QSignalBlocker(combo):
        combo.clear()
        for value, text in choices:
            combo.addItem(text, value)
        combo.setCurrentIndex(index_of(combo, current))


def index_of(combo: QComboBox, value: object) -> int:
    """Where a value stands in a combo box; -1 when it is not there."""
    for index in range(combo.count()):
        if cast("object", combo.itemData(index)) == value:
            return index
    return -1


def scrolling(content: QWidget, parent: QWidget) -> QScrollArea:
    """A frameless area that scrolls ``content`` up and down only."""
    area = QScrollArea(parent)
    area.setProperty("role", "bare")
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content.setProperty("role", "ground")
    content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    area.setWidget(content)
    return area


def attempt(context: AppContext, make: Callable[[], Op[Any]]) -> bool:
    """Make an op and do it; a refusal while making it is said like any other. Says if it did."""
    try:
        op = make()
    except UserError as error:
        context.refused.emit(error)
        return False
    return context.perform(op) is not None


def clear(layout: QLayout) -> None:
    """Take every widget out of a layout for good."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            break
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
