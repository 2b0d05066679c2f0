"""The pack manager: all packs, their questions, and the tailoring of one's own.

A window of its own, as the reference: needs no audit and stays open beside one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QPushButton, QStackedWidget, QWidget

from auditapp.errors import UserError
from auditapp.packs.own_packs import delete_pack
from auditapp.paths import shipped_paths, user_paths
from auditapp.ui.pages.packs.bench import Bench
from auditapp.ui.pages.packs.collection import Collection
from auditapp.ui.pages.packs.comparing import CompareDialog
from auditapp.ui.pages.packs.transfer import Transfer
from auditapp.ui.pages.records.asking import ask_yes
from auditapp.ui.pages.records.layout import column, label
from auditapp.ui.widgets.boxes import EmptyState

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from auditapp.jobs.progress import Progress
    from auditapp.packs.source import PackSource
    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.packs.collection import Entry

SIZE: Final = (1280, 720)
SMALLEST: Final = (960, 560)


class PacksWindow(QDialog):
    """Reads the packs as a job, shows them on its bench, and takes files in and out."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted = ""
        self._is_loading = False
        self._is_stale = False
        self.setWindowFlags(
            Qt.WindowType.Window
            | Qt.WindowType.WindowTitleHint
            | Qt.WindowType.WindowSystemMenuHint
            | Qt.WindowType.WindowMaximizeButtonHint
            | Qt.WindowType.WindowCloseButtonHint
        )
        self.setAcceptDrops(True)
        self.bench = Bench(context, self)
        self.transfer = Transfer(context, self)
        self.waiting = EmptyState(context.icons, "packs", self)
        self._again = self.waiting.add_button(primary=True)
        self.said = label(self, "muted")
        self._stack = QStackedWidget(self)
        self._arrange()
        self._connect()
        self.retranslate()

    @property
    def is_ready(self) -> bool:
        """Whether the packs have been read."""
        return self.transfer.collection is not None and not self._is_loading

    def ask(self, pack_id: str = "") -> None:
        """Come to the front and show a pack; all are read first when they have not been."""
        self._wanted = pack_id or self._wanted
        if self.isVisible():
            self.activateWindow()
        self.show()
        if self.transfer.collection is None:
            self.load()
        elif self._wanted:
            self.bench.packs.choose(self._wanted)
            self._wanted = ""

    def load(self, pack_id: str = "") -> None:
        """Read all packs again; then show this one."""
        self._wanted = pack_id or self._wanted
        self._is_stale = self._is_loading
        if self._is_loading:
            return
        self._is_loading = True
        if self.transfer.collection is None:
            self._again.hide()
            self._stack.setCurrentWidget(self.waiting)
            self._say_waiting()
        services = self._context.services
        built_in, own = shipped_paths().checklists, user_paths().checklists

        def work(progress: Progress) -> Collection:
            progress.check()
            return Collection(services.load_library(), built_in, own)

        self._context.jobs.run(work, self._on_loaded, on_error=self._on_unread)

    def say(self, words: str, *, is_problem: bool = False) -> None:
        """A sentence at the foot."""
        role = "problem" if is_problem else "muted"
        if self.said.property("role") != role:
            self.said.setProperty("role", role)
            self.said.style().unpolish(self.said)
            self.said.style().polish(self.said)
        self.said.setText(words)

    def refuse(self, error: UserError) -> None:
        """Say why something cannot be."""
        self.say(self._context.texts.error(error), is_problem=True)

    def retranslate(self) -> None:
        """Set every string again."""
        self.setWindowTitle(self.tr("Packs"))
        self._again.setText(self.tr("Read again"))
        self._say_waiting()
        self.bench.retranslate()

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is not saved yet is kept for the next time."""
        self.bench.keep()
        super().closeEvent(event)

    def reject(self) -> None:
        """Esc closes, and keeps too."""
        self.bench.keep()
        super().reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        if self.is_ready and self.transfer.path_of(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import it."""
        path = self.transfer.path_of(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.transfer.read(path)

    # -- inside -------------------------------------------------------------------------------

    def _arrange(self) -> None:
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        main = QWidget(self)
        box = column(main, gap=8)
        box.addWidget(self.bench, 1)
        self.said.setWordWrap(True)
        box.addWidget(self.said)
        self._stack.addWidget(main)
        self._stack.addWidget(self.waiting)
        column(self, margins=(16, 16, 16, 8)).addWidget(self._stack)
        self.setMinimumSize(*SMALLEST)
        self.resize(*SIZE)
        self._again.hide()
        for found in self.findChildren(QPushButton):
            found.setAutoDefault(False)

    def _connect(self) -> None:
        self._again.clicked.connect(self._read_again)
        pane = self.bench.pane
        pane.copy_button.clicked.connect(self._copy)
        pane.chosen.connect(self._on_deed)
        self.bench.import_button.clicked.connect(self.transfer.choose_file)
        self.bench.said.connect(self.say)
        self.bench.refused.connect(self.refuse)
        self.bench.saved.connect(self._on_saved)
        self.transfer.refused.connect(self.refuse)
        self.transfer.said.connect(self.say)
        self.transfer.arrived.connect(self._on_arrived)
        self._context.language.changed.connect(self.retranslate)
        QShortcut(QKeySequence("Ctrl+I"), self).activated.connect(self.transfer.choose_file)

    def _say_waiting(self) -> None:
        self.waiting.set_texts(
            self.tr("Reading the packs …"), self.tr("It takes a moment the first time.")
        )

    def _read_again(self) -> None:
        self.load()

    def _on_loaded(self, collection: Collection) -> None:
        self._is_loading = False
        if self._is_stale:
            self.load()
            return
        is_first, self.transfer.collection = self.transfer.collection is None, collection
        self._stack.setCurrentIndex(0)
        wanted, self._wanted = self._wanted, ""
        self.bench.set_collection(collection, wanted)
        if is_first:
            self.bench.begin_search()

    def _on_unread(self, error: UserError) -> None:
        self._is_loading = False
        self.waiting.set_texts(
            self.tr("The packs cannot be read"), self._context.texts.error(error)
        )
        self._again.show()
        self.refuse(error)

    def _copy(self) -> None:
        entry = self.bench.packs.entry
        if entry is not None:
            self.transfer.copy(self.bench.collection, entry)

    def _on_deed(self, deed: str) -> None:
        bench, entry = self.bench, self.bench.packs.entry
        if entry is None:
            return
        if deed == "compare":
            work = bench.work
            now = work.source if work is not None and work.is_changed else None
            CompareDialog(self._context, bench.collection, entry, now, self).open()
        elif deed == "discard":
            bench.discard()
        elif deed == "delete":
            self._ask_delete(entry)
        else:
            self.transfer.export(bench.collection, entry, bench.source, deed)

    def _ask_delete(self, entry: Entry) -> None:
        root = self.bench.collection.own_root

        def delete() -> None:
            try:
                delete_pack(root, entry.id)
                self.bench.works.drop(entry.id, root)
            except UserError as error:
                self.refuse(error)
                return
            self.say(self.tr("{pack} is off the list.").format(pack=entry.id))
            self.load()

        ask_yes(
            self,
            self.tr("Take {pack} off the list?").format(pack=entry.id),
            self.tr("Audits that use it keep it. Its saved versions stay in your folder."),
            self.tr("Take off the list"),
            delete,
        )

    def _on_saved(self, source: PackSource) -> None:
        self.load(source.id)

    def _on_arrived(self, source: PackSource) -> None:
        self.bench.works.drop(source.id, self.bench.collection.own_root)
        self.bench.detail.edit_next()
        self.load(source.id)


def show_packs(context: AppContext, window: QWidget, pack_id: str = "") -> PacksWindow:
    """Open the pack manager over the window, or bring the open one to the front."""
    found = window.findChild(PacksWindow) or PacksWindow(context, window)
    found.ask(pack_id)
    return found
