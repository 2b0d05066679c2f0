"""Asking: for a yes, for a reason, for a choice among many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidgetItem

from auditapp.ui._gen.ui_ask_dialog import Ui_AskDialog
from auditapp.ui._gen.ui_pick_dialog import Ui_PickDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QWidget

_OK: Final = QDialogButtonBox.StandardButton.Ok
SHOWN: Final = 500
"""So many choices are listed at once; searching narrows them."""


class AskDialog(QDialog):
    """A title, a sentence and, for a reason, a text that must not be empty.

    Signals:
        answered: accepted, with the text (empty when only a yes was asked for).
    """

    answered = Signal(str)

    def __init__(self, title: str, sentence: str, yes: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ui = Ui_AskDialog()
        self._ui.setupUi(self)
        self._asks_reason = False
        self.setWindowTitle(title)
        self._ui.title_label.setText(title)
        self._ui.sentence_label.setText(sentence)
        self._ui.sentence_label.setVisible(bool(sentence))
        self._ok = self._ui.buttons.button(_OK)
        self._ok.setText(yes)
        self._ui.text_edit.hide()
        self._ui.text_label.hide()
        self._ui.text_edit.textChanged.connect(self._on_typed)
        self._ui.buttons.accepted.connect(self._on_accepted)
        self._ui.buttons.rejected.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._ok.click)

    def ask_reason(self, caption: str = "") -> None:
        """Ask for a text too; without it there is no yes."""
        self._asks_reason = True
        if caption:
            self._ui.text_label.setText(caption)
        self._ui.text_label.show()
        self._ui.text_edit.show()
        self._ui.text_edit.setFocus()
        self._on_typed()

    def _on_typed(self) -> None:
        text = self._ui.text_edit.toPlainText().strip()
        self._ok.setEnabled(bool(text) or not self._asks_reason)

    def _on_accepted(self) -> None:
        self.accept()
        self.answered.emit(self._ui.text_edit.toPlainText().strip())


@dataclass(frozen=True)
class Choice:
    """Something that can be picked; ``words`` are searched too (folded)."""

    key: object
    title: str
    detail: str = ""
    words: str = ""
    icon: QIcon | None = None


class PickDialog(QDialog):
    """Ticks among many choices, found by searching.

    Signals:
        picked: accepted, with the keys that are ticked (frozenset).
    """

    picked = Signal(object)

    def __init__(self, title: str, sentence: str, yes: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ui = Ui_PickDialog()
        self._ui.setupUi(self)
        self._choices: Sequence[Choice] = ()
        self._ticked: set[object] = set()
        self._filling = False
        self.setWindowTitle(title)
        self._ui.title_label.setText(title)
        self._ui.sentence_label.setText(sentence)
        self._ui.sentence_label.setVisible(bool(sentence))
        self._ui.buttons.button(_OK).setText(yes)
        self._ui.list.setUniformItemSizes(True)
        self._ui.list.setIconSize(QSize(16, 16))
        self._ui.search_edit.textChanged.connect(self._fill)
        self._ui.search_edit.installEventFilter(self)
        self._ui.list.itemChanged.connect(self._on_ticked)
        self._ui.list.itemActivated.connect(self._on_activated)
        self._ui.buttons.accepted.connect(self._on_accepted)
        self._ui.buttons.rejected.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._on_accepted)

    def offer(self, choices: Sequence[Choice], ticked: Collection[object] = ()) -> None:
        """Set what can be picked; those ticked come first."""
        self._ticked = set(ticked)
        self._choices = sorted(choices, key=lambda choice: choice.key not in self._ticked)
        self._fill()
        self._ui.search_edit.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down in the search field goes to the list; Return there ticks the first."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            found = self._ui.list
            if event.key() == Qt.Key.Key_Down and found.count():
                found.setFocus()
                found.setCurrentRow(max(found.currentRow(), 0))
                return True
            if event.key() == Qt.Key.Key_Return and found.count() and not event.modifiers():
                self._on_activated(found.item(0))
                return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        needles = self._ui.search_edit.text().casefold().split()
        listed = [choice for choice in self._choices if _says(choice, needles)]
        self._filling = True
        self._ui.list.clear()
        for choice in listed[:SHOWN]:
            said = f"{choice.title}   {choice.detail}" if choice.detail else choice.title
            item = QListWidgetItem(said)
            item.setData(Qt.ItemDataRole.UserRole, choice.key)
            item.setToolTip(said)
            item.setSizeHint(QSize(0, 32))
            if choice.icon is not None:
                item.setIcon(choice.icon)
            is_on = choice.key in self._ticked
            item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
            self._ui.list.addItem(item)
        self._filling = False
        self._count(len(listed))

    def _count(self, found: int) -> None:
        words = self.tr("{found} found, {chosen} chosen")
        self._ui.count_label.setText(words.format(found=found, chosen=len(self._ticked)))

    def _on_ticked(self, item: QListWidgetItem) -> None:
        if self._filling:
            return
        key = cast("object", item.data(Qt.ItemDataRole.UserRole))
        if item.checkState() == Qt.CheckState.Checked:
            self._ticked.add(key)
        else:
            self._ticked.discard(key)
        needles = self._ui.search_edit.text().casefold().split()
        self._count(sum(_says(choice, needles) for choice in self._choices))

    def _on_activated(self, item: QListWidgetItem) -> None:
        was = item.checkState() == Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if was else Qt.CheckState.Checked)

    def _on_accepted(self) -> None:
        self.accept()
        self.picked.emit(frozenset(self._ticked))


def _says(choice: Choice, needles: Sequence[str]) -> bool:
    hay = f"{choice.title}\n{choice.detail}".casefold() + choice.words
    return all(needle in hay for needle in needles)


def ask_reason(
    parent: QWidget, title: str, sentence: str, yes: str, then: Callable[[str], None]
) -> AskDialog:
    """Open a dialog that asks for a reason; ``then`` gets it."""
    dialog = AskDialog(title, sentence, yes, parent)
    dialog.ask_reason()
    dialog.answered.connect(then)
    dialog.open()
    return dialog


def ask_yes(
    parent: QWidget, title: str, sentence: str, yes: str, then: Callable[[], None]
) -> AskDialog:
    """Open a dialog that asks for a yes; ``then`` is called on it."""
    dialog = AskDialog(title, sentence, yes, parent)

    def yes_was_said(_text: str) -> None:
        then()

    dialog.answered.connect(yes_was_said)
    dialog.open()
    return dialog
