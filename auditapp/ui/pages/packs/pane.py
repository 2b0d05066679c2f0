"""The middle: which pack it is, what can be done with it, its questions, what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from auditapp.ui.pages.packs.collection import text_of
from auditapp.ui.pages.packs.editing import EditBar
from auditapp.ui.pages.packs.problems import ProblemList
from auditapp.ui.pages.packs.question_tree import QuestionTree
from auditapp.ui.pages.records.layout import column, label, line
from auditapp.ui.widgets.boxes import Card
from auditapp.ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from auditapp.packs.source import PackSource
    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.packs.collection import Entry

_DEEDS = ("compare", "excel", "bundle", "discard", "delete")


class PackPane(QWidget):
    """Shows one pack.

    Signals:
        chosen: something is to be done with the pack (compare, excel, bundle, discard, delete).
    """

    chosen = Signal(str)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.title = ElidedLabel(parent=self)
        self.title.setProperty("role", "strong")
        self.facts = label(self, "muted")
        self.copy_button = QPushButton(self)
        context.icons.assign(self.copy_button, "copy", "muted", 16)
        self.more_button = QPushButton(self)
        self.deeds: dict[str, QAction] = {}
        menu = QMenu(self.more_button)
        for deed in _DEEDS:
            self.deeds[deed] = menu.addAction("")
            self.deeds[deed].triggered.connect(self._wish(deed))
        self.more_button.setMenu(menu)
        self.bar = EditBar(context, self)
        self.tree = QuestionTree(context, self)
        self.problems = ProblemList(context, self)
        buttons = line()
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.more_button)
        buttons.addStretch()
        buttons.addWidget(self.bar.save)
        card = Card(self, margin=1, gap=0)
        card.body.addWidget(self.tree)
        box = column(self)
        box.addWidget(self.title)
        box.addWidget(self.facts)
        box.addLayout(buttons)
        box.addWidget(self.bar)
        box.addWidget(card, 1)
        box.addWidget(self.problems)

    def show_entry(self, entry: Entry | None, source: PackSource | None) -> None:
        """Say which pack it is."""
        lang, texts = self._context.lang, self._context.texts
        is_own = entry is not None and entry.is_own and source is not None
        self.bar.setVisible(is_own)
        self.bar.save.setVisible(is_own)
        for widget in (self.copy_button, self.more_button):
            widget.setEnabled(entry is not None and source is not None)
        if entry is None or source is None:
            self.title.set_text(entry.id if entry is not None else "")
            self.facts.setText(self.tr("Its files cannot be read.") if entry is not None else "")
            return
        self.title.set_text(text_of(source.head.get("title"), lang) or source.id)
        asked = [it for it in source.questions if not it.get("off")]
        facts = [
            source.id,
            self.tr("version {n}").format(n=source.version),
            self.tr("my own") if entry.is_own else self.tr("built in, read only"),
            self.tr("{n} questions").format(n=texts.number(len(asked))),
        ]
        if source.draft:
            facts.append("! " + self.tr("draft"))
        self.facts.setText(" · ".join(facts))
        self.deeds["discard"].setVisible(entry.is_own)
        self.deeds["delete"].setVisible(entry.is_own)

    def retranslate(self) -> None:
        """Set every string again."""
        self.copy_button.setText(self.tr("Copy and tailor …"))
        self.copy_button.setToolTip(self.tr("Make a pack of your own from this one"))
        self.more_button.setText(self.tr("More"))
        self.more_button.setAccessibleName(self.tr("Compare, export, delete"))
        words = {
            "compare": self.tr("Compare versions …"),
            "excel": self.tr("Export as a workbook (Excel) …"),
            "bundle": self.tr("Export as a bundle …"),
            "discard": self.tr("Back to the saved version"),
            "delete": self.tr("Take off the list …"),
        }
        for deed, text in words.items():
            self.deeds[deed].setText(text)
        self.tree.setAccessibleName(self.tr("Questions"))
        self.bar.retranslate()
        self.problems.retranslate()

    def _wish(self, deed: str) -> Callable[[], None]:
        def run() -> None:
            self.chosen.emit(deed)

        return run
