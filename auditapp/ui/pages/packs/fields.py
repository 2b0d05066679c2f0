"""Fields of the pack editor: each holds one node of the YAML, named by its dotted path."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from auditapp.domain.vocabulary import Lang
from auditapp.errors import UserError
from auditapp.packs.excel_conditions import ConditionUnreadable, read_condition, write_condition
from auditapp.ui.pages.packs.collection import names
from auditapp.ui.pages.records.editors import GrowingEdit
from auditapp.ui.pages.records.layout import column, label, line, narrow, offer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QHBoxLayout

    from auditapp.packs.source import Plain


class Field(QWidget):
    """A caption over an editor.

    Signals:
        edited: the user changed it (its path; read ``value``).
    """

    edited = Signal(str)

    def __init__(self, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.caption = label(self, "caption")
        self.box = column(self, gap=4)
        self.box.addWidget(self.caption)
        self.is_loading = False

    @property
    def value(self) -> Any:
        """What stands in it as the YAML has it; None when it is empty."""
        raise NotImplementedError

    @property
    def editors(self) -> Sequence[QWidget]:
        """What takes the focus, in order."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """Show a value; nobody is told."""
        raise NotImplementedError

    def load(self, value: Any) -> None:
        """Show a value, unless it stands there already: the cursor stays where someone types."""
        if self.value == value and value is not None:
            return
        self.is_loading = True
        self.show_value(value)
        self.is_loading = False

    def name(self, words: str) -> None:
        """Say what it is."""
        self.caption.setText(words)
        for editor in self.editors:
            editor.setAccessibleName(words)

    def set_held(self, *, held: bool, why: str) -> None:
        """Read only, because the pack's model locks it."""
        for editor in self.editors:
            editor.setEnabled(not held)
            editor.setToolTip(why if held else "")

    def take_focus(self, lang: str = "") -> None:
        """Put the cursor in."""
        del lang
        self.editors[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls the form; it changes a value only where the focus is."""
        is_wheel = event.type() == QEvent.Type.Wheel
        if is_wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        if not self.is_loading:
            self.edited.emit(self.path)

    def _calm(self, editor: QWidget) -> None:
        editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        editor.installEventFilter(self)


class TextsField(Field):
    """A text in both languages side by side; ``points``: one point a line."""

    def __init__(
        self, path: str, parent: QWidget | None = None, *, points: bool = False, least: int = 2
    ) -> None:
        super().__init__(path, parent)
        self._points = points
        self.edits = {it: GrowingEdit(least, self, single=not points) for it in (Lang.ZH, Lang.EN)}
        pair = line(gap=8)
        for edit in self.edits.values():
            edit.textChanged.connect(self._tell)
            pair.addWidget(edit, 1, Qt.AlignmentFlag.AlignTop)
        self.box.addLayout(pair)

    @property
    def editors(self) -> Sequence[QWidget]:
        """What takes the focus, in order."""
        return tuple(self.edits.values())

    @property
    def value(self) -> Any:
        """What stands in it, as the YAML has it."""
        sides: Plain = {}
        for lang, edit in self.edits.items():
            text = edit.toPlainText()
            if self._points:
                found = [it.strip() for it in text.splitlines() if it.strip()]
            else:
                found = " ".join(text.split())
            if found:
                sides[lang.value] = found
        return sides or None

    def show_value(self, value: Any) -> None:
        """Show a value."""
        plain = cast("Plain", value) if isinstance(value, dict) else {}
        for lang, edit in self.edits.items():
            said = plain.get(lang.value)
            lines = names(said) if self._points else [str(said or "")]
            edit.setPlainText("\n".join(lines))

    def name_languages(self, languages: dict[Lang, str]) -> None:
        """Say which side is which language."""
        for lang, edit in self.edits.items():
            edit.setAccessibleName(f"{self.caption.text()}, {languages[lang]}")
            edit.setPlaceholderText(languages[lang])

    def take_focus(self, lang: str = "") -> None:
        """Put the cursor into one language."""
        edit = self.edits[Lang.EN if lang == "en" else Lang.ZH]
        edit.setFocus(Qt.FocusReason.OtherFocusReason)


class LineField(Field):
    """One line; ``words``: codes with commas."""

    def __init__(self, path: str, parent: QWidget | None = None, *, words: bool = False) -> None:
        super().__init__(path, parent)
        self._words = words
        self.edit = QLineEdit(self)
        self.edit.textEdited.connect(self._tell)
        self.row: QHBoxLayout = line(gap=8)
        self.row.addWidget(self.edit, 1)
        self.box.addLayout(self.row)
        self._buttons: list[QPushButton] = []

    @property
    def editors(self) -> Sequence[QWidget]:
        """What takes the focus, in order."""
        return (self.edit, *self._buttons)

    @property
    def value(self) -> Any:
        """What stands in it, as the YAML has it."""
        text = self.edit.text().strip()
        if not self._words:
            return text or None
        found = [it.strip() for it in text.replace("，", ",").replace("、", ",").split(",")]
        return [it for it in found if it] or None

    def show_value(self, value: Any) -> None:
        """Show a value."""
        self.edit.setText(", ".join(names(value)) if self._words else str(value or ""))
        self.edit.setCursorPosition(0)

    def put(self, value: Any) -> None:
        """Set a value as if it were typed."""
        self.show_value(value)
        self._tell()

    def add_button(self, run: Callable[[], object]) -> QPushButton:
        """A button beside the line."""
        found = QPushButton(self)
        found.clicked.connect(run)
        self.row.addWidget(found)
        self._buttons.append(found)
        return found

    def name(self, words: str) -> None:
        """Say what it is."""
        self.caption.setText(words)
        self.edit.setAccessibleName(words)


class ConditionField(LineField):
    """When a question is asked, as one line; a line that cannot be read changes nothing.

    Signals:
        unreadable: it cannot be read (UserError), or can again (None).
    """

    unreadable = Signal(object)

    @property
    def value(self) -> Any:
        """What stands in it, as the YAML has it."""
        text = self.edit.text().strip()
        if not text:
            return None
        return read_condition(text)

    def load(self, value: Any) -> None:
        """Show a condition, unless the line says the same."""
        try:
            same = self.value == value
        except ConditionUnreadable:
            same = self.edit.hasFocus()
        if not same:
            self.show_value(value)

    def show_value(self, value: Any) -> None:
        """Show a value."""
        self.edit.setText(write_condition(cast("Plain", value)) if value else "")
        self.edit.setCursorPosition(0)

    def _tell(self) -> None:
        try:
            _ = self.value
        except ConditionUnreadable as error:
            self.unreadable.emit(UserError("pack_condition_text", near=str(error)))
            return
        self.unreadable.emit(None)
        super()._tell()


class ChoiceField(Field):
    """One value of a list; ``optional``: or none."""

    def __init__(self, path: str, parent: QWidget | None = None, *, optional: bool = False) -> None:
        super().__init__(path, parent)
        self._optional = optional
        self.combo = narrow(QComboBox(self))
        self._calm(self.combo)
        self.combo.activated.connect(self._tell)
        self.box.addWidget(self.combo)

    @property
    def editors(self) -> Sequence[QWidget]:
        """What takes the focus, in order."""
        return (self.combo,)

    @property
    def value(self) -> Any:
        """What stands in it, as the YAML has it."""
        return self.combo.currentData() or None

    def show_value(self, value: Any) -> None:
        """Show a value."""
        self.combo.setCurrentIndex(self.combo.findData(value or ""))

    def offer(self, choices: Sequence[tuple[str, str]], none: str) -> None:
        """Set what can be chosen."""
        listed = [("", none), *choices] if self._optional else list(choices)
        offer(self.combo, listed, self.combo.currentData())


class NumberField(Field):
    """A whole number; empty where ``optional`` and at its lowest."""

    def __init__(
        self, path: str, parent: QWidget | None = None, *, most: int, least: int = 0,
        optional: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(path, parent)
        self._optional = optional
        self.spin = QSpinBox(self)
        self.spin.setRange(least, most)
        self.spin.lineEdit().setTextMargins(6, 0, 0, 0)
        if optional:
            self.spin.setSpecialValueText("–")
        self._calm(self.spin)
        self.spin.valueChanged.connect(self._tell)
        self.box.addWidget(self.spin)

    @property
    def editors(self) -> Sequence[QWidget]:
        """What takes the focus, in order."""
        return (self.spin,)

    @property
    def value(self) -> Any:
        """What stands in it, as the YAML has it."""
        number = self.spin.value()
        return None if self._optional and number == self.spin.minimum() else number

    def show_value(self, value: Any) -> None:
        """Show a value."""
        number = int(value) if isinstance(value, int | float) else self.spin.minimum()
        self.spin.setValue(number)


class FlagField(Field):
    """Yes or no; ``sparse``: a no is not written."""

    def __init__(self, path: str, parent: QWidget | None = None, *, sparse: bool = False) -> None:
        super().__init__(path, parent)
        self._sparse = sparse
        self.caption.hide()
        self.check = QCheckBox(self)
        self.check.toggled.connect(self._tell)
        self.box.addWidget(self.check)

    @property
    def editors(self) -> Sequence[QWidget]:
        """What takes the focus, in order."""
        return (self.check,)

    @property
    def value(self) -> Any:
        """What stands in it, as the YAML has it."""
        on = self.check.isChecked()
        return None if self._sparse and not on else on

    def show_value(self, value: Any) -> None:
        """Show a value."""
        self.check.setChecked(value is True)

    def name(self, words: str) -> None:
        """Say what it is."""
        self.check.setText(words)
