"""Looks at what is on the screen as a critic: cut text, names, tab order, languages.

Each function takes a shown widget (a page, a dialog, the window) and gives a list of complaints.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QEventLoop, Qt, QTimer
from PySide6.QtGui import QAccessible, QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

from auditapp.ui.widgets.inputs import Segment
from auditapp.ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

KINDS: Final = (
    QLabel,
    QAbstractButton,
    QLineEdit,
    QComboBox,
    QAbstractSpinBox,
    QAbstractScrollArea,
)
CHINESE: Final = re.compile(r"[㐀-鿿]+")
ENGLISH: Final = re.compile(r"[A-Za-z][a-z]{2,}")
NAMES: Final = frozenset(
    # names, keys, formats
    {
        "auditapp", "english", "apache", "python", "sqlalchemy", "alchemy", "openpyxl", "reportlab",
        "lab", "noto", "sans", "open", "font", "license", "excel", "word", "json", "xlsx",
        "audit", "lgpl",
        "ctrl", "alt", "shift", "enter", "return", "esc", "tab", "home", "end", "down", "left",
        "right", "insert", "ins", "delete", "del", "space", "backspace",
    }
)  # fmt: skip
"""Words that stand in every language: names, keys, formats."""


def shown(root: QWidget) -> Iterator[QWidget]:
    """The visible widgets of ``root``, itself included, as far as they are in this window.

    Only of the kinds that say or do something: a wrapper around Qt's own inner widgets would
    outlive them.
    """
    if root.isVisible():
        yield root
    for kind in KINDS:
        for widget in root.findChildren(kind):
            if widget.isVisible() and widget.window() is root.window():
                yield widget


def who(widget: QWidget) -> str:
    """A name to find the widget by."""
    names = []
    step: QWidget | None = widget
    while step is not None and len(names) < 4:
        names.append(step.objectName() or type(step).__name__)
        step = step.parentWidget()
    return "<".join(names)


def cut(root: QWidget) -> list[str]:
    """Texts that have less room than they need."""
    found: list[str] = []
    for widget in shown(root):
        if widget.width() == 0 or widget.height() == 0:
            continue
        lack = _lack(widget)
        if lack > 2:
            found.append(f"{who(widget)}: {_words(widget)[:60]!r} lacks {lack} px")
    return found


def outside(root: QWidget) -> list[str]:
    """Widgets that stick out of the widget that holds them."""
    found: list[str] = []
    for widget in shown(root):
        parent = widget.parentWidget()
        if widget.isWindow() or parent is None or _in_viewport(widget):
            continue
        if isinstance(widget, QScrollBar) or widget.objectName().startswith("qt_"):
            continue
        if not parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()):
            found.append(f"{who(widget)}: {widget.geometry()} in {parent.rect()}")
    return found


def sideways(root: QWidget, allowed: Iterable[str] | None = ()) -> list[str]:
    """Horizontal scroll bars, except in the views named; None: tables may have them."""
    return [
        who(area)
        for area in shown(root)
        if isinstance(area, QAbstractScrollArea)
        and area.horizontalScrollBar().isVisible()
        and area.horizontalScrollBar().maximum() > 0
        and not _may_scroll(area, allowed)
    ]


def _may_scroll(area: QWidget, allowed: Iterable[str] | None) -> bool:
    if allowed is None:
        return isinstance(area, QAbstractItemView)
    return type(area).__name__ in allowed


def clipped(root: QWidget) -> list[str]:
    """Scroll areas whose content is wider than they are, without a bar to reach it."""
    return [
        f"{who(area)}: {area.widget().width()} px in {area.viewport().width()}"
        for area in shown(root)
        if isinstance(area, QScrollArea)
        and area.widget() is not None
        and area.widget().width() > area.viewport().width() + 1
        and not area.horizontalScrollBar().isVisible()
    ]


def nameless(root: QWidget) -> list[str]:
    """Widgets one can act on that a screen reader cannot name."""
    found: list[str] = []
    for widget in shown(root):
        if not _is_interactive(widget):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name).strip():
            found.append(who(widget))
    return found


def unreachable(root: QWidget) -> list[str]:
    """Widgets one can act on that the tab key never reaches, and fields that keep the tab key."""
    window = root.window()
    wanted = [it for it in shown(root) if _is_interactive(it) and it.isEnabled()]
    wanted = [it for it in wanted if it.focusPolicy() & Qt.FocusPolicy.TabFocus]
    if len(wanted) < 2:
        return []
    reached: list[QWidget] = []
    found: list[str] = []
    wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(400):
        now = window.focusWidget()
        if now is None or (reached and now is reached[0]):
            break
        reached.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
        if window.focusWidget() is now:
            return [f"{who(now)} keeps the tab key"]
    for widget in wanted:
        known = widget in reached or widget.focusProxy() in reached
        if not known and not _group_of(widget, reached):
            found.append(f"{who(widget)} is not reached")
    return found


def strings(root: QWidget) -> Iterator[tuple[str, str]]:
    """Every string of the program that is shown or told: (where, text)."""
    for widget in shown(root):
        yield from _strings(widget)


def foreign(root: QWidget, lang: str, data: str) -> list[str]:
    """Strings in another language than the window's; ``data`` is all text of the audit itself."""
    found: list[str] = []
    for where, text in strings(root):
        plain = _plain(text)
        if lang == "zh":
            words = [it for it in ENGLISH.findall(plain) if it.lower() not in NAMES]
        else:
            words = CHINESE.findall(plain)
        words = [it for it in words if it not in data]
        if words:
            found.append(f"{where}: {plain[:80]!r} {words[:5]}")
    return found


# -- inside ---------------------------------------------------------------------------------------


def _plain(text: str) -> str:
    return QTextDocumentFragment.fromHtml(text).toPlainText() if "<" in text else text


def _words(widget: QWidget) -> str:
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QHeaderView):
        return str(widget.property("complaint"))
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    return ""


def _lack(widget: QWidget) -> int:
    """Pixels that the text of a widget lacks; labels made to be shortened have a tooltip."""
    if isinstance(widget, QLabel):
        return 0 if isinstance(widget, ElidedLabel) else _label_lack(widget)
    if isinstance(widget, Segment | QCheckBox | QRadioButton | QPushButton | QToolButton):
        shows_text = bool(widget.text()) and not _is_icon_only(widget)
        return widget.sizeHint().width() - widget.width() if shows_text else 0
    if isinstance(widget, QLineEdit) and not widget.text():
        needed = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
        return needed + 20 - widget.width()
    if isinstance(widget, QComboBox) and not _is_narrow(widget):
        return widget.fontMetrics().horizontalAdvance(widget.currentText()) + 36 - widget.width()
    return _header_lack(widget) if isinstance(widget, QHeaderView) else 0


def _is_narrow(combo: QComboBox) -> bool:
    """Made to be as narrow as its place: what it shows is data, its list shows all of it."""
    policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
    return combo.sizeAdjustPolicy() == policy


def _is_icon_only(widget: QAbstractButton) -> bool:
    return (
        isinstance(widget, QToolButton)
        and widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    )


def _label_lack(label: QLabel) -> int:
    if not label.text():
        return 0
    room = label.contentsRect()
    if label.wordWrap():
        return label.heightForWidth(label.width()) - label.height()
    if label.textFormat() != Qt.TextFormat.RichText and "<" not in label.text():
        metrics = label.fontMetrics()
        lines = label.text().splitlines()
        needed = max(metrics.horizontalAdvance(line) for line in lines)
        return max(needed - room.width(), metrics.height() * len(lines) - room.height() - 4)
    return label.sizeHint().width() - label.width()


def _header_lack(header: QHeaderView) -> int:
    model = header.model()
    if model is None or header.orientation() == Qt.Orientation.Vertical:
        return 0
    worst = 0
    for section in range(header.count()):
        if header.isSectionHidden(section):
            continue
        text = model.headerData(section, Qt.Orientation.Horizontal)
        if not isinstance(text, str) or not text:
            continue
        needed = header.fontMetrics().horizontalAdvance(text)
        if needed > header.sectionSize(section) - 8:
            worst = max(worst, needed - header.sectionSize(section) + 8)
            header.setProperty("complaint", text)
    return worst


def _in_viewport(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    area = parent.parentWidget() if parent is not None else None
    return isinstance(area, QAbstractScrollArea) and area.viewport() is parent


def _is_interactive(widget: QWidget) -> bool:
    if widget.objectName().startswith("qt_") or isinstance(widget, QScrollBar | QHeaderView):
        return False
    if isinstance(widget, QAbstractButton):
        return True
    if type(widget) is QScrollArea or isinstance(
        widget.parentWidget(), QComboBox | QAbstractSpinBox
    ):
        return False
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _group_of(widget: QWidget, reached: list[QWidget]) -> bool:
    """Of buttons of which one is on, the tab key reaches that one and the arrows the others."""
    if not isinstance(widget, QAbstractButton):
        return False
    group = widget.group()
    if group is not None and group.exclusive():
        return any(it in reached for it in group.buttons())
    return widget.autoExclusive() and any(
        isinstance(it, QAbstractButton) and it.parentWidget() is widget.parentWidget()
        for it in reached
    )


def _strings(widget: QWidget) -> Iterator[tuple[str, str]]:
    where = who(widget)
    yield from ((where, text) for text in _texts_of(widget))
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _cells(widget, where)
    if widget.isWindow():
        yield f"{where} title", widget.windowTitle()
    yield f"{where} tooltip", widget.toolTip()
    yield f"{where} name", widget.accessibleName()
    yield f"{where} description", widget.accessibleDescription()


def _texts_of(widget: QWidget) -> list[str]:
    """What a widget says itself."""
    if isinstance(widget, ElidedLabel):
        return [widget.full_text]
    if isinstance(widget, QLabel | QAbstractButton):
        return [widget.text()]
    if isinstance(widget, QComboBox):
        return [widget.itemText(number) for number in range(widget.count())]
    if isinstance(widget, QTextEdit) and widget.isReadOnly():
        return [widget.toPlainText()]
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        return [widget.placeholderText()]
    return []


def _cells(view: QAbstractItemView, where: str) -> Iterator[tuple[str, str]]:
    model = view.model()
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for column in range(columns):
        head = model.headerData(column, Qt.Orientation.Horizontal)
        if isinstance(head, str):
            yield f"{where} head", head
        for row in range(min(model.rowCount(), 60)):
            for role in roles:
                value = model.data(model.index(row, column), role)
                if isinstance(value, str):
                    yield f"{where} cell", value


def settle() -> None:
    """Let layouts and queued redraws happen."""
    loop = QEventLoop()
    for _ in range(3):
        QTimer.singleShot(0, loop.quit)
        loop.exec()
