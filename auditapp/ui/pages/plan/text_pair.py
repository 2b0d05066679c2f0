"""One printed text in the audit's languages, side by side, each saved by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from auditapp.domain.vocabulary import Lang
from auditapp.ops.queries.printed import TextState
from auditapp.ui.autosave import Autosave
from auditapp.ui.pages.plan.desk import show_text

if TYPE_CHECKING:
    from auditapp.ops.queries.printed import Printed
    from auditapp.ui.context import AppContext

LINES_HEIGHT = 92


class TextPair(QWidget):
    """A label, an editor per language, what the second language is worth, and a proposal.

    Signals:
        typed: a text is to be stored (Lang, text). drafted: it is being typed (Lang, text).
        proposal_wanted: take the ready wording.
    """

    typed = Signal(object, str)
    drafted = Signal(object, str)
    proposal_wanted = Signal()

    def __init__(
        self,
        context: AppContext,
        *,
        lines: bool,
        has_proposal: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._main: Lang = Lang.ZH
        self._second: Lang | None = None
        self.label = QLabel(self)
        self.label.setProperty("role", "strong")
        self.state_label = QLabel(self)
        self.proposal_button = QPushButton(self)
        self.proposal_button.setVisible(has_proposal)
        self.proposal_button.clicked.connect(self.proposal_wanted)
        self.main_edit = self._editor(lines)
        self.second_edit = self._editor(lines)
        self._main_saver = self._saver(self.main_edit, is_main=True)
        self._second_saver = self._saver(self.second_edit, is_main=False)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.label)
        head.addStretch()
        head.addWidget(self.proposal_button)
        head.addWidget(self.state_label)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(self.main_edit, 1)
        body.addWidget(self.second_edit, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addLayout(body)
        context.theme.changed.connect(self._retint)
        self._warns = False

    def set_languages(self, main: Lang, second: Lang | None) -> None:
        """The audit's languages; without a second one there is one editor."""
        self._main, self._second = main, second
        self.second_edit.setVisible(second is not None)
        self.state_label.setVisible(second is not None)

    def set_label(self, text: str) -> None:
        """What the text is."""
        texts = self._context.texts
        self.label.setText(text)
        self.main_edit.setAccessibleName(f"{text}, {texts.enum(self._main)}")
        self.main_edit.setPlaceholderText(texts.enum(self._main) if self._second else "")
        if self._second is not None:
            self.second_edit.setAccessibleName(f"{text}, {texts.enum(self._second)}")
            self.second_edit.setPlaceholderText(texts.enum(self._second))
        self.proposal_button.setText(self.tr("Take the proposal"))
        self.proposal_button.setToolTip(self.tr("A ready wording in the audit's languages"))

    def show_text(self, printed: Printed, *, is_open: bool) -> None:
        """Show what is stored."""
        show_text(self._main_saver, printed.get(self._main))
        if self._second is not None:
            show_text(self._second_saver, printed.get(self._second))
            self._show_state(printed.state(self._second))
        for editor in (self.main_edit, self.second_edit):
            editor.setReadOnly(not is_open)
        wanted = is_open and not printed.get(self._main)
        self.proposal_button.setEnabled(wanted)

    @property
    def bodies(self) -> tuple[str, str]:
        """What stands in the editors: main language, second language."""
        return self._main_saver.text, self._second_saver.text

    def set_body(self, text: str, *, is_main: bool) -> None:
        """Put a text into an editor, as if it were typed."""
        editor = self.main_edit if is_main else self.second_edit
        if isinstance(editor, QLineEdit):
            editor.setText(text)
        else:
            editor.setPlainText(text)

    def _show_state(self, state: TextState) -> None:
        known = {
            TextState.FILLED: ("✓ " + self.tr("both languages"), False),
            TextState.MISSING: ("! " + self.tr("second language missing"), True),
            TextState.OUTDATED: ("! " + self.tr("second language outdated"), True),
            TextState.EMPTY: ("", False),
        }
        text, self._warns = known[state]
        self.state_label.setText(text)
        self.state_label.setVisible(bool(text))
        self._retint()

    def _retint(self) -> None:
        colour = self._context.theme.css("minor" if self._warns else "muted")
        self.state_label.setStyleSheet(f"font-size: 12px; color: {colour}")

    def _editor(self, lines: bool) -> QLineEdit | QPlainTextEdit:
        if not lines:
            return QLineEdit(self)
        editor = QPlainTextEdit(self)
        editor.setTabChangesFocus(True)
        editor.setFixedHeight(LINES_HEIGHT)
        return editor

    def _saver(self, editor: QLineEdit | QPlainTextEdit, *, is_main: bool) -> Autosave:
        def lang() -> Lang:
            return self._main if is_main or self._second is None else self._second

        return Autosave(
            self._context,
            editor,
            commit=lambda text: self.typed.emit(lang(), text.strip()),
            draft=lambda text: self.drafted.emit(lang(), text),
        )
