"""Editors that save themselves: a captioned line or text, a date, a text in two languages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCalendarWidget,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
    QWidgetAction,
)

from auditapp.ops.queries.printed import Languages, Printed, TextState
from auditapp.ui.autosave import Autosave
from auditapp.ui.pages.records.layout import column, label, line, name_tool, tool

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData, QObject
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from auditapp.domain.vocabulary import Lang
    from auditapp.ui.context import AppContext
    from auditapp.ui.theme import Token

MOST_LINES: Final = 14
_PAD: Final = 18


class GrowingEdit(QPlainTextEdit):
    """A text field as high as its text, from ``least`` lines up to fourteen; Tab leaves it.

    ``numbered``: Return after a line like "2. …" begins the next number (five whys). ``single``:
    one paragraph that wraps; Return leaves it.
    """

    def __init__(
        self,
        least: int = 2,
        parent: QWidget | None = None,
        *,
        numbered: bool = False,
        single: bool = False,
    ) -> None:
        super().__init__(parent)
        self._least = least
        self._numbered = numbered
        self._single = single
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size)
        self.document().setDocumentMargin(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self) -> QSize:
        """As high as the text wants."""
        lines = min(max(int(self.document().size().height()), self._least), MOST_LINES)
        first = self.document().firstBlock().layout()
        # A fallback font (Chinese in a Latin line) makes lines higher than the font says.
        real = first.lineAt(0).height() if first.lineCount() else 0.0
        return QSize(200, int(lines * max(self.fontMetrics().lineSpacing(), real)) + _PAD)

    def minimumSizeHint(self) -> QSize:
        """Never squeezed."""
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may want another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Number the next line where lines are numbered; leave what is a single paragraph."""
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self._single and is_return:
            self.focusNextChild()
            return
        if self._numbered and is_return and not event.modifiers():
            head, dot, _ = self.textCursor().block().text().partition(".")
            if dot and head.strip().isdigit():
                self.insertPlainText(f"\n{int(head) + 1}. ")
                return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Plain text only; line ends become spaces where there is one paragraph."""
        text = source.text()
        self.insertPlainText(" ".join(text.split()) if self._single else text)

    def _on_size(self) -> None:
        all_seen = int(self.document().size().height()) <= MOST_LINES
        policy = Qt.ScrollBarPolicy
        wanted = policy.ScrollBarAlwaysOff if all_seen else policy.ScrollBarAsNeeded
        if self.verticalScrollBarPolicy() != wanted:
            self.setVerticalScrollBarPolicy(wanted)
        self.updateGeometry()


class TextField(QWidget):
    """A caption over an editor that saves itself.

    Signals:
        left: Return was pressed in a single line.
    """

    def __init__(
        self,
        context: AppContext,
        commit: Callable[[str], None],
        parent: QWidget | None = None,
        *,
        draft: Callable[[str], None] | None = None,
        lines: int = 1,
    ) -> None:
        super().__init__(parent)
        self.caption = label(self, "caption")
        self.editor: QLineEdit | QPlainTextEdit = (
            QLineEdit(self) if lines == 1 else GrowingEdit(lines, self)
        )
        self.caption.setBuddy(self.editor)
        self._autosave = Autosave(context, self.editor, commit=commit, draft=draft)
        box = column(self, gap=2)
        box.addWidget(self.caption)
        box.addWidget(self.editor)

    @property
    def text(self) -> str:
        """What stands in the editor."""
        return self._autosave.text

    def load(self, text: str) -> None:
        """Show a stored text; one that stands there already keeps its cursor."""
        if self._autosave.is_pending or self._autosave.text != text:
            self._autosave.load(text)
            _show_start(self.editor)

    def flush(self) -> None:
        """Make what was typed a step now."""
        self._autosave.flush()

    def set_texts(self, caption: str, hint: str = "") -> None:
        """Set caption and placeholder."""
        self.caption.setText(caption)
        self.editor.setAccessibleName(caption)
        self.editor.setPlaceholderText(hint)


def _show_start(editor: QLineEdit | QPlainTextEdit) -> None:
    """A line that is longer than its field begins with its beginning."""
    if isinstance(editor, QLineEdit) and not editor.hasFocus():
        editor.setCursorPosition(0)


class DateField(QWidget):
    """A day or nothing: typed as 2026-11-23, or picked from a calendar.

    Signals:
        chosen: the day changed by the user (date, or None when cleared).
    """

    chosen = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._day: date | None = None
        self.caption = label(self, "caption")
        self.editor = QLineEdit(self)
        self.editor.setMinimumWidth(104)
        self.caption.setBuddy(self.editor)
        self._pick = tool(context.icons, "calendar", self._on_pick, self)
        self.editor.editingFinished.connect(self._on_typed)
        box = column(self, gap=2)
        box.addWidget(self.caption)
        inner = line(gap=2)
        inner.addWidget(self.editor, 1)
        inner.addWidget(self._pick)
        box.addLayout(inner)

    @property
    def day(self) -> date | None:
        """What is typed, if it is a day."""
        return _parsed(self.editor.text())

    @property
    def is_wrong(self) -> bool:
        """Whether something is typed that is no day."""
        return bool(self.editor.text().strip()) and self.day is None

    def load(self, day: date | None) -> None:
        """Show a stored day."""
        self._day = day
        self.editor.setText("" if day is None else day.isoformat())

    def set_texts(self, caption: str) -> None:
        """Set the caption; an empty one takes no room."""
        self.caption.setText(caption)
        self.caption.setVisible(bool(caption))
        self.set_hint()
        self.editor.setAccessibleName(caption)

    def set_name(self, name: str) -> None:
        """Name the field where a form's own label stands beside it."""
        self.caption.hide()
        self.set_hint()
        self.editor.setAccessibleName(name)

    def set_hint(self) -> None:
        """Say how a day is written, and what the button does."""
        self.editor.setPlaceholderText(self.tr("YYYY-MM-DD"))
        name_tool(self._pick, self.tr("Pick a day"))

    def _on_typed(self) -> None:
        if self.is_wrong:
            self._context.notify(self._context.texts.say("error.bad_date", text=self.editor.text()))
            self.load(self._day)
            return
        day = self.day
        if day != self._day:
            self.load(day)
            self.chosen.emit(day)

    def _on_pick(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(menu)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        if self._day is not None:
            calendar.setSelectedDate(QDate(self._day.year, self._day.month, self._day.day))

        def take(picked: QDate) -> None:
            menu.close()
            self.editor.setText(date(picked.year(), picked.month(), picked.day()).isoformat())
            self._on_typed()

        calendar.clicked.connect(take)
        calendar.activated.connect(take)
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        calendar.setFocus()


def _parsed(text: str) -> date | None:
    plain = text.strip().replace("/", "-").replace(".", "-")
    try:
        if len(plain) == 8 and plain.isdigit():
            return date(int(plain[:4]), int(plain[4:6]), int(plain[6:]))
        year, month, day = (int(part) for part in plain.split("-"))
        return date(year, month, day)
    except ValueError:
        return None


class BilingualField(QWidget):
    """A printed text: the main language, and the second beside it with what it is worth.

    ``commit(lang, text)`` stores; ``draft(lang, text)`` keeps while typing.
    """

    def __init__(
        self,
        context: AppContext,
        commit: Callable[[Lang, str], None],
        parent: QWidget | None = None,
        *,
        draft: Callable[[Lang, str], None] | None = None,
        lines: int = 2,
        numbered: bool = False,
        stacked: bool = False,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._printed: Printed | None = None
        self._languages: Languages | None = None
        self._drafting = True
        self.name = label(self, "strong")
        self.hint = label(self, "caption")
        self.hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        head = line(gap=8)
        head.addWidget(self.name)
        head.addWidget(self.hint, 1)
        self._sides: dict[bool, QWidget] = {}
        self._marks: dict[bool, QLabel] = {}
        self.editors: dict[bool, GrowingEdit] = {}
        self._saves: dict[bool, Autosave] = {}
        body = column(gap=4) if stacked else line(gap=8)
        for is_second in (False, True):
            side = QWidget(self)
            mark = label(side, "caption")
            editor = GrowingEdit(lines, side, numbered=numbered, single=lines == 1)
            box = column(side, gap=2)
            box.addWidget(mark)
            box.addWidget(editor)
            box.addStretch()
            body.addWidget(side, 1)
            self._sides[is_second], self._marks[is_second] = side, mark
            self.editors[is_second] = editor
            self._saves[is_second] = Autosave(
                context,
                editor,
                commit=_bound(self._store, commit, is_second),
                draft=None if draft is None else _bound(self._keep, draft, is_second),
            )
            editor.installEventFilter(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        whole = column(self, gap=2)
        whole.addLayout(head)
        whole.addLayout(body)
        context.theme.changed.connect(self._describe)

    def load(self, printed: Printed, languages: Languages, *, drafting: bool = True) -> None:
        """Show a stored text in the audit's languages; ``drafting`` says whether typing is kept."""
        self._drafting = drafting
        pairs = (False, languages.main), (True, languages.second)
        for is_second, lang in pairs:
            save = self._saves[is_second]
            text = "" if lang is None else printed.get(lang)
            if save.is_pending or save.text != text:
                save.load(text)
        self._printed, self._languages = printed, languages
        self._sides[True].setVisible(languages.second is not None)
        self._describe()

    def flush(self) -> None:
        """Make what was typed a step now."""
        for save in self._saves.values():
            save.flush()

    def set_texts(self, name: str, hint: str = "") -> None:
        """Set the name and what belongs here."""
        self.name.setText(name)
        self.hint.setText(hint)
        self.hint.setToolTip(hint)
        self._describe()

    def set_read_only(self, read_only: bool) -> None:
        """Allow or refuse typing."""
        for editor in self.editors.values():
            editor.setReadOnly(read_only)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A read-only field looks like paper."""
        if event.type() == QEvent.Type.ReadOnlyChange and isinstance(watched, QWidget):
            self._describe()
        return super().eventFilter(watched, event)

    def _store(self, commit: Callable[[Lang, str], None], is_second: bool, text: str) -> None:
        lang = self._lang(is_second=is_second)
        if lang is not None:
            commit(lang, text)

    def _keep(self, draft: Callable[[Lang, str], None], is_second: bool, text: str) -> None:
        lang = self._lang(is_second=is_second)
        if lang is not None and self._drafting:
            draft(lang, text)

    def _lang(self, *, is_second: bool) -> Lang | None:
        if self._languages is None:
            return None
        return self._languages.second if is_second else self._languages.main

    def _describe(self) -> None:
        theme = self._context.theme
        for is_second, mark in self._marks.items():
            lang = self._lang(is_second=is_second)
            if lang is None or self._printed is None:
                continue
            words, token = self._worth(lang, is_second=is_second)
            mark.setText(words)
            mark.setStyleSheet(f"color: {theme.css(token)}")
            editor = self.editors[is_second]
            editor.setAccessibleName(f"{self.name.text()} · {words}")
            ground: Token = "sunken" if editor.isReadOnly() else "surface"
            sheet = f"background: {theme.css(ground)}"
            if editor.styleSheet() != sheet:
                editor.setStyleSheet(sheet)

    def _worth(self, lang: Lang, *, is_second: bool) -> tuple[str, Token]:
        name = self._context.texts.enum(lang)
        state = TextState.EMPTY if self._printed is None else self._printed.state(lang)
        if state is TextState.MISSING:
            return self.tr("{lang} · ! missing").format(lang=name), "minor"
        if state is TextState.OUTDATED:
            return self.tr("{lang} · ↻ outdated: the main text changed").format(lang=name), "minor"
        if state is TextState.FILLED and is_second:
            return self.tr("{lang} · ✓").format(lang=name), "conforming"
        return name, "muted"


def _bound(
    run: Callable[[Callable[[Lang, str], None], bool, str], None],
    what: Callable[[Lang, str], None],
    is_second: bool,
) -> Callable[[str], None]:
    def call(text: str) -> None:
        run(what, is_second, text)

    return call
