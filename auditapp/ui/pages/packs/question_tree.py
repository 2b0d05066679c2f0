"""The questions of a pack in reading order, under their sections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QTreeWidget,
    QTreeWidgetItem,
)

from auditapp.ui.pages.packs.collection import sections_of, text_of
from auditapp.ui.theme import ROW_HEIGHT

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QFont, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from auditapp.packs.source import PackSource, Plain
    from auditapp.ui.context import AppContext

HEAD: Final = "head"
SECTION: Final = "section"
QUESTION: Final = "question"
Node = tuple[str, str]
"""What a row is: ``head`` (the pack itself), ``section`` or ``question``, and its id."""

_NODE: Final = Qt.ItemDataRole.UserRole
_TAIL: Final = 84
_PAD: Final = 6
_ENDLESS: Final = 10_000


class _Wrapping(QStyledItemDelegate):
    """Rows as high as their text in the width of the column."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """One line is 32 px; each further one adds its height."""
        del option
        width = self._tree.columnWidth(index.column())
        font = cast("QFont | None", index.data(Qt.ItemDataRole.FontRole)) or self._tree.font()
        room = QRect(0, 0, max(width - 2 * _PAD - 4, 40), _ENDLESS)
        wrap = Qt.TextFlag.TextWordWrap
        said = QFontMetrics(font).boundingRect(room, int(wrap), str(index.data()))
        return QSize(width, max(said.height() + 2 * _PAD, ROW_HEIGHT))


class QuestionTree(QTreeWidget):
    """Sections with their questions; several questions can be chosen at once.

    Signals:
        node_chosen: another row is read (its Node).
    """

    node_chosen = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._items: dict[Node, QTreeWidgetItem] = {}
        self._filling = False
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setAllColumnsShowFocus(True)
        self.setStyleSheet(f"QTreeWidget::item {{ padding: {_PAD}px }}")
        self.setItemDelegate(_Wrapping(self))
        head = self.header()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        head.resizeSection(0, _TAIL)
        self.currentItemChanged.connect(self._on_current)

    @property
    def node(self) -> Node | None:
        """The row that is read."""
        item = self.currentItem()
        return None if item is None else _node(item)

    @property
    def chosen_questions(self) -> tuple[str, ...]:
        """The questions that are selected, in reading order."""
        nodes = [_node(it) for it in self.selectedItems()]
        wanted = {name for kind, name in nodes if kind == QUESTION}
        return tuple(name for kind, name in self._items if kind == QUESTION and name in wanted)

    @property
    def question_ids(self) -> tuple[str, ...]:
        """All questions that are shown, in reading order."""
        return tuple(name for kind, name in self._items if kind == QUESTION)

    def show_source(
        self,
        source: PackSource,
        *,
        only: Collection[str] | None = None,
        faulty: Mapping[str, bool] | None = None,
    ) -> None:
        """Show a pack; ``only`` these questions, ``faulty`` ones marked (True: only a warning).

        The row that was read stays.
        """
        wanted, selected = self.node, set(self.chosen_questions)
        self._filling = True
        self.clear()
        self._items = {}
        if only is None:
            self._add((HEAD, ""), source.id, self.tr("About this pack"), bold=True)
        rows: dict[str, list[Plain]] = {}
        for it in source.questions:
            if only is None or it.get("id") in only:
                rows.setdefault(str(it.get("section", "")), []).append(it)
        titles = {str(it.get("id", "")): it.get("title") for it in sections_of(source)}
        for section in [*titles, *(it for it in rows if it not in titles)]:
            mine = rows.get(section, [])
            if mine or only is None:
                title = text_of(titles.get(section), self._context.lang)
                self._add((SECTION, section), section, title, bold=True)
            for question in mine:
                self._question(source, question, faulty or {})
        self._filling = False
        for name in selected:
            if (QUESTION, name) in self._items:
                self._items[QUESTION, name].setSelected(True)
        self._restore(wanted)

    def note_question(self, question: Plain) -> None:
        """A question is written otherwise now; nothing else is rebuilt."""
        item = self._items.get((QUESTION, str(question.get("id", ""))))
        if item is not None:
            item.setText(1, self._said(question))

    def show_nothing(self) -> None:
        """No pack is shown."""
        self._items = {}
        self.clear()

    def choose(self, node: Node) -> bool:
        """Read a row; says whether it is shown."""
        item = self._items.get(node)
        if item is None:
            return False
        self.setCurrentItem(item)
        self.scrollToItem(item)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps lines elsewhere."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _restore(self, wanted: Node | None) -> None:
        if wanted in self._items:
            if self.currentItem() is None:
                self._filling = True
                self.setCurrentItem(self._items[wanted])
                self._filling = False
            return
        first = next((it for it in self._items if it[0] == QUESTION), None)
        first = first if (HEAD, "") not in self._items else (HEAD, "")
        if first is not None:
            self.choose(first)
        else:
            self.node_chosen.emit(None)

    def _said(self, question: Plain) -> str:
        text = text_of(question.get("q"), self._context.lang)
        return f"– {self.tr('Switched off')} · {text}" if question.get("off") else text

    def _question(self, source: PackSource, question: Plain, faulty: Mapping[str, bool]) -> None:
        name = str(question.get("id", ""))
        tail = name.removeprefix(f"{source.id}-")
        sign = "★ " if question.get("core") else ""
        if name in faulty:
            sign = "! " if faulty[name] else "‼ "
        item = self._add((QUESTION, name), sign + tail, self._said(question))
        theme = self._context.theme
        if question.get("off"):
            item.setForeground(1, QBrush(theme.colour("muted")))
        if name in faulty:
            item.setForeground(0, QBrush(theme.colour("minor" if faulty[name] else "major")))
        else:
            item.setForeground(0, QBrush(theme.colour("muted")))

    def _add(self, node: Node, first: str, second: str, *, bold: bool = False) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self, [first, second])
        item.setData(0, _NODE, node)
        item.setTextAlignment(0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        if bold:
            font = item.font(1)
            font.setBold(True)
            item.setFont(0, font)
            item.setFont(1, font)
        self._items[node] = item
        return item

    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        if not self._filling and item is not None:
            self.node_chosen.emit(_node(item))


def _node(item: QTreeWidgetItem) -> Node:
    kind, name = item.data(0, _NODE)
    return str(kind), str(name)
