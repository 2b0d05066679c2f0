"""Three panes: packs, the questions of one, the whole question; and the edits of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QSplitter, QWidget

from auditapp.errors import UserError
from auditapp.packs.own_packs import PackHasFaults, save_pack
from auditapp.packs.source import check_source
from auditapp.ui.pages.packs.desk import Desk
from auditapp.ui.pages.packs.pack_list import PackList
from auditapp.ui.pages.packs.pane import PackPane
from auditapp.ui.pages.packs.question_pane import QuestionPane
from auditapp.ui.pages.packs.question_tree import HEAD, QUESTION
from auditapp.ui.pages.packs.reading import CARD
from auditapp.ui.pages.packs.work import Works
from auditapp.ui.pages.records.layout import column

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QUrl

    from auditapp.packs.source import Fault, PackSource
    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.packs.collection import Collection, Entry
    from auditapp.ui.pages.packs.editing import Deed
    from auditapp.ui.pages.packs.question_tree import Node
    from auditapp.ui.pages.packs.work import Work

CHECK_MS: Final = 400


class Bench(QWidget):
    """Shows a collection and edits what is one's own.

    Signals:
        said: a sentence (empty: nothing to say any more). refused: it cannot be (UserError).
        saved: a version was saved (PackSource).
    """

    said = Signal(str)
    refused = Signal(object)
    saved = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._collection: Collection | None = None
        self._is_typed = False
        self.works = Works()
        self.packs = PackList(context, self)
        self.pane = PackPane(context, self)
        self.detail = QuestionPane(context, self)
        self.desk = Desk(context, self)
        self.import_button = QPushButton(self)
        context.icons.assign(self.import_button, "import", "muted", 16)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CHECK_MS)
        self._arrange()
        self._connect()

    @property
    def collection(self) -> Collection:
        """All packs; RuntimeError before they have been read."""
        if self._collection is None:
            msg = "the packs have not been read"
            raise RuntimeError(msg)
        return self._collection

    @property
    def work(self) -> Work | None:
        """The pack of one's own that is shown, while it can be edited."""
        return self.desk.work

    @property
    def source(self) -> PackSource | None:
        """The pack that is shown, as it is now."""
        entry = self.packs.entry
        if self.work is not None:
            return self.work.source
        return None if entry is None else entry.source

    def set_collection(self, collection: Collection, wanted: str = "") -> None:
        """Show these packs, and this one of them."""
        self._collection = collection
        self.works.renew()
        self.detail.set_criteria(collection.criteria)
        self.packs.set_collection(collection)
        if wanted:
            self.packs.choose(wanted)
        self._show_entry(self.packs.entry)

    def keep(self) -> None:
        """Put what is not saved on disk."""
        self._timer.stop()
        if self._collection is None:
            return
        try:
            self.works.keep(self.collection.own_root, self.collection.library)
        except UserError as error:
            self.refused.emit(error)

    def do(self, deed: Deed) -> None:
        """Do what a key or a button asks for."""
        if self.work is None:
            return
        if deed == "save":
            self.save()
        else:
            self.desk.do(deed)

    def discard(self) -> None:
        """Back to what was saved."""
        if self.work is not None:
            self.work.discard()
            self._on_edited(None)

    def retranslate(self) -> None:
        """Set every string again."""
        self.import_button.setText(self.tr("Import …"))
        self.import_button.setToolTip(
            self.tr("A bundle, a workbook, or a checklist that others wrote; or drop a file here")
            + "  Ctrl+I"
        )
        self.packs.retranslate()
        self.pane.retranslate()
        self.detail.retranslate()
        if self._collection is not None:
            self._show_entry(self.packs.entry)

    def begin_search(self) -> None:
        """The cursor into the search field."""
        self.packs.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.packs.search.selectAll()

    # -- building -----------------------------------------------------------------------------

    def _arrange(self) -> None:
        left = QWidget(self)
        beside = column(left, gap=8)
        beside.addWidget(self.packs, 1)
        beside.addWidget(self.import_button)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setHandleWidth(12)
        splitter.setChildrenCollapsible(False)
        splitter.setStyleSheet("QSplitter::handle { background: transparent }")
        for widget, least in ((left, 256), (self.pane, 320), (self.detail, 340)):
            widget.setMinimumWidth(least)
            splitter.addWidget(widget)
        splitter.setStretchFactor(1, 1)
        splitter.setStretchFactor(2, 1)
        splitter.setSizes([352, 448, 464])
        column(self).addWidget(splitter)
        # Return belongs to the lists and fields, not to whichever button comes first.
        for found in self.findChildren(QPushButton):
            found.setAutoDefault(False)

    def _connect(self) -> None:
        self.packs.entry_chosen.connect(self._show_entry)
        self.packs.narrowed.connect(self._show_rows)
        self.pane.tree.node_chosen.connect(self._show_node)
        self.pane.tree.itemSelectionChanged.connect(self._on_selected)
        self.pane.bar.wanted.connect(self.do)
        self.pane.problems.opened.connect(self._jump)
        self.detail.changed.connect(self._put)
        self.detail.said.connect(self.said)
        self.detail.mode_changed.connect(self._read_again)
        self.detail.text.anchorClicked.connect(self._follow)
        self.desk.edited.connect(self._on_edited)
        self.desk.refused.connect(self.refused)
        self._timer.timeout.connect(self._check)
        self._context.theme.changed.connect(self._show_rows)
        deeds: dict[str, Deed] = {
            "Ctrl+S": "save", "Ctrl+Z": "undo", "Ctrl+Y": "redo", "Ctrl+Shift+Z": "redo",
            "Alt+Up": "up", "Alt+Down": "down",
        }  # fmt: skip
        for keys, deed in deeds.items():
            QShortcut(QKeySequence(keys), self).activated.connect(self._doing(deed))
        for keys, run in (("Ctrl+F", self.begin_search), ("Ctrl+E", self.detail.switch_mode)):
            QShortcut(QKeySequence(keys), self).activated.connect(run)

    # -- showing ------------------------------------------------------------------------------

    def _show_entry(self, entry: Entry | None) -> None:
        self.desk.work = None
        if entry is not None and entry.is_own and entry.source is not None:
            self.desk.work = self.works.of(entry.source, self.collection.own_root)
        self.pane.show_entry(entry, self.source)
        self.detail.set_editable(editable=self.work is not None)
        self._show_rows()
        self._say_work()
        if self.work is None:
            self.pane.problems.show_faults(())
        else:
            self._check()

    def _show_rows(self) -> None:
        entry, source = self.packs.entry, self.source
        if source is None or entry is None:
            self.pane.tree.show_nothing()
            self.detail.show_problems(entry)
            return
        hits = self.packs.hits
        only = None if hits is None else hits.get(entry.id, frozenset())
        faulty: dict[str, bool] = {}
        for fault in self.pane.problems.faults if self.work is not None else ():
            if fault.question_id:
                mild = faulty.get(fault.question_id, True)
                faulty[fault.question_id] = mild and fault.warning
        self.pane.tree.show_source(source, only=only, faulty=faulty)
        self._show_node(self.pane.tree.node)

    def _show_node(self, node: Node | None) -> None:
        self.desk.node = node
        self._on_selected()
        source = self.source
        if source is not None:
            self.detail.show_node(source, node, self.packs.words)

    def _read_again(self) -> None:
        self._show_node(self.pane.tree.node)

    def _on_selected(self) -> None:
        tree = self.pane.tree
        chosen = tree.chosen_questions
        node = tree.node
        if not chosen and node is not None and node[0] == QUESTION:
            chosen = (node[1],)
        self.desk.chosen = chosen
        is_row = node is not None and node[0] != HEAD
        self.pane.bar.allow_rows(questions=bool(chosen), rows=is_row)

    def _say_work(self) -> None:
        work = self.work
        if work is not None:
            self.pane.bar.allow(undo=work.can_undo, redo=work.can_redo, save=work.is_changed)
            self.pane.show_entry(self.packs.entry, work.source)
        self.packs.mark_changed(self.works.changed)

    # -- editing ------------------------------------------------------------------------------

    def _put(self, key: str, value: object) -> None:
        node = self.pane.tree.node
        if node is not None:
            self._is_typed = True
            self.desk.put(node, key, value)
            self._is_typed = False

    def _on_edited(self, node: Node | None) -> None:
        self.said.emit("")
        self._say_work()
        if node is not None:
            self.packs.search.clear()
            self.packs.hits = None
        if node is None and self._is_typed and self.work is not None:
            self.detail.note_source(self.work.source)
            kind, name = self.pane.tree.node or ("", "")
            question = self.work.source.question(name) if kind == QUESTION else None
            if question is not None:
                self.pane.tree.note_question(question)
        else:
            self._show_rows()
            if node is not None:
                self.pane.tree.choose(node)
                self.detail.begin()
        self._timer.start()

    def _check(self) -> None:
        """What is wrong now; and what is not saved is put on disk."""
        work = self.work
        if work is None:
            return
        checked = check_source(work.source, self.collection.library)
        missing: dict[str, tuple[str, ...]] = {}
        if checked.pack is not None and checked.pack.draft:
            missing = {it.id: it.missing for it in checked.pack.questions if it.missing}
        self.detail.set_missing(missing)
        changes = checked.faults != self.pane.problems.faults
        self.pane.problems.show_faults(checked.faults)
        if changes and not self.detail.is_typing:
            self._show_rows()
        self.keep()

    def _jump(self, fault: Fault) -> None:
        """To the field that a fault is about."""
        node = (QUESTION, fault.question_id) if fault.question_id else (HEAD, "")
        if not self.pane.tree.choose(node):
            self.packs.search.clear()
            self.packs.hits = None
            self._show_rows()
            self.pane.tree.choose(node)
        self.detail.jump(fault.key)

    def _doing(self, deed: Deed) -> Callable[[], None]:
        def run() -> None:
            self.do(deed)

        return run

    def save(self) -> None:
        """Save the pack as its next version."""
        work = self.work
        if work is None or not work.is_changed:
            return
        collection = self.collection
        try:
            saved = save_pack(collection.own_root, work.source, collection.library)
        except PackHasFaults as error:
            self.pane.problems.show_faults(error.faults)
            self.refused.emit(error)
            return
        except UserError as error:
            self.refused.emit(error)
            return
        work.was_saved(saved)
        self.works.drop(saved.id, collection.own_root)
        said = self.tr("{pack} is saved as version {version}.")
        self.said.emit(said.format(pack=saved.id, version=saved.version))
        self._say_work()
        self.saved.emit(saved)

    def _follow(self, url: QUrl) -> None:
        target = url.toString()
        if target.startswith(CARD):
            self._context.look_up(target.removeprefix(CARD))
