"""Packs, sections and questions as a tree model: light nodes, one repaint for what changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from auditapp.domain.vocabulary import Result
    from auditapp.ops.queries.checklist import ChecklistRow
    from auditapp.ops.queries.content import Pair, Section
    from auditapp.packs.content import Bilingual

AnyIndex = QModelIndex | QPersistentModelIndex
_TOP: Final = QModelIndex()
_ROOT: Final = 0

SectionKey = tuple[str, str]
"""A pack's id and a section's; the pack itself has an empty section."""


@dataclass(eq=False, slots=True)
class Node:
    """A pack, a section or a question; ``tally`` counts the results below (None: unanswered)."""

    number: int
    place: int
    parent: int
    key: SectionKey
    title: Bilingual | None = None
    level: int = 0
    row: ChecklistRow | None = None
    children: list[int] = field(default_factory=list[int])
    tally: Counter[Result | None] = field(default_factory=Counter["Result | None"])

    @property
    def asked(self) -> int:
        """How many questions are below."""
        return self.tally.total()

    @property
    def answered(self) -> int:
        """How many of them have a result."""
        return self.tally.total() - self.tally[None]


class ClauseModel(QAbstractItemModel):
    """The rows that the filter shows under their sections; empty sections are left out.

    ``words`` says a node for screen readers and type-ahead.
    """

    def __init__(self, words: Callable[[Node], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._nodes: list[Node] = [Node(_ROOT, 0, -1, ("", ""))]
        self._by_pair: dict[Pair, int] = {}
        self._by_section: dict[SectionKey, int] = {}
        self._known: Mapping[SectionKey, Section] = {}
        self._packs: Mapping[str, Bilingual] = {}
        self.many_units = False

    def load(
        self,
        rows: Sequence[ChecklistRow],
        sections: Sequence[Section],
        packs: Mapping[str, Bilingual],
        *,
        many_units: bool,
    ) -> None:
        """Show these rows; packs are a level of their own when there are several."""
        self.beginResetModel()
        self.many_units = many_units
        self._nodes = [Node(_ROOT, 0, -1, ("", ""))]
        self._by_pair, self._by_section = {}, {}
        self._known = {(section.pack_id, section.id): section for section in sections}
        self._packs = packs
        for row in rows:
            home = self._home((row.pack_id, row.section))
            node = self._add(home, Node(0, 0, 0, (row.pack_id, row.section), row=row))
            self._by_pair[row.pair] = node.number
            self._count(node.parent, row.result, 1)
        self.endResetModel()

    def put(self, row: ChecklistRow) -> None:
        """Show a row anew, and the figures of the sections above it."""
        number = self._by_pair.get(row.pair)
        if number is None:
            return
        node = self._nodes[number]
        before = node.row
        node.row = row
        if before is not None and before.result is not row.result:
            self._count(node.parent, before.result, -1)
            self._count(node.parent, row.result, 1)
        for changed in self._upwards(node):
            index = self._index_of(changed)
            self.dataChanged.emit(index, index)

    def node(self, index: AnyIndex) -> Node | None:
        """The node of an index."""
        return self._nodes[int(index.internalId())] if index.isValid() else None

    def pair_at(self, index: AnyIndex) -> Pair | None:
        """The pair of an index; None for packs and sections."""
        node = self.node(index)
        return None if node is None or node.row is None else node.row.pair

    def index_of_pair(self, pair: Pair) -> QModelIndex:
        """The index of a pair; invalid when the filter hides it."""
        number = self._by_pair.get(pair)
        return QModelIndex() if number is None else self._index_of(self._nodes[number])

    def index_of_section(self, key: SectionKey) -> QModelIndex:
        """The index of a section; invalid when nothing below it is shown."""
        number = self._by_section.get(key)
        return QModelIndex() if number is None else self._index_of(self._nodes[number])

    def index(self, row: int, column: int, parent: AnyIndex = _TOP) -> QModelIndex:
        """The child of a node."""
        children = self._nodes[int(parent.internalId()) if parent.isValid() else _ROOT].children
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row])

    def parent(self, child: AnyIndex) -> QModelIndex:  # pyright: ignore[reportIncompatibleMethodOverride]
        """The node above; invalid at the top."""
        node = self.node(child)
        if node is None or node.parent <= _ROOT:
            return QModelIndex()
        return self._index_of(self._nodes[node.parent])

    def rowCount(self, parent: AnyIndex = _TOP) -> int:
        """How many children a node has."""
        number = int(parent.internalId()) if parent.isValid() else _ROOT
        return len(self._nodes[number].children)

    def columnCount(self, parent: AnyIndex = _TOP) -> int:
        """One."""
        del parent
        return 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a node says; the delegate paints from the node itself."""
        node = self.node(index)
        if node is None:
            return None
        said = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole
        if role in (*said, Qt.ItemDataRole.ToolTipRole):
            return self._words(node)
        return None

    def _home(self, key: SectionKey) -> Node:
        found = self._by_section.get(key)
        if found is not None:
            return self._nodes[found]
        section = self._known.get(key)
        above = self._nodes[_ROOT]
        if section is not None and section.parent is not None:
            above = self._home((key[0], section.parent))
        elif key[1] and len(self._packs) > 1:
            above = self._home((key[0], ""))
        node = Node(0, 0, 0, key, self._packs.get(key[0]))
        if section is not None:
            node.title, node.level = section.title, section.level
        self._by_section[key] = self._add(above, node).number
        return node

    def _add(self, above: Node, node: Node) -> Node:
        node.number, node.place, node.parent = len(self._nodes), len(above.children), above.number
        self._nodes.append(node)
        above.children.append(node.number)
        return node

    def _count(self, number: int, result: Result | None, by: int) -> None:
        while number >= _ROOT:
            node = self._nodes[number]
            node.tally[result] += by
            number = node.parent

    def _upwards(self, node: Node) -> Iterator[Node]:
        while node.number != _ROOT:
            yield node
            node = self._nodes[node.parent]

    def _index_of(self, node: Node) -> QModelIndex:
        return self.createIndex(node.place, 0, node.number)
