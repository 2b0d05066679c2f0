"""Narrowing a list: a menu of choices that can be ticked, and a switch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from auditapp.ui.widgets.inputs import Segment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from auditapp.ui.context import AppContext

V = TypeVar("V")


class FilterMenu(QPushButton, Generic[V]):
    """A button whose menu ticks choices; none ticked lets everything through.

    Signals:
        changed: other choices are ticked now.
    """

    changed = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._actions: list[tuple[V, QAction]] = []
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        context.icons.assign(self, "filter", "muted", 16)
        self.setStyleSheet("QPushButton::menu-indicator { image: none; width: 0 }")

    @property
    def chosen(self) -> frozenset[V]:
        """What is ticked."""
        return frozenset(value for value, action in self._actions if action.isChecked())

    def choose(self, values: frozenset[V]) -> None:
        """Tick exactly these without telling anybody."""
        for value, action in self._actions:
            action.setChecked(value in values)
        self._say()

    def set_options(self, name: str, options: Sequence[tuple[V, str]]) -> None:
        """Set the button's word and the choices; ticks of known choices stay."""
        kept = self.chosen
        self._name = name
        self._menu.clear()
        self._actions = []
        for value, text in options:
            action = self._menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(value in kept)
            action.triggered.connect(self._on_ticked)
            self._actions.append((value, action))
        self._say()

    def _on_ticked(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        ticked = [action.text() for _, action in self._actions if action.isChecked()]
        if not ticked:
            words = self._name
        elif len(ticked) == 1:
            words = f"{self._name}: {ticked[0]}"
        else:
            words = f"{self._name}: {len(ticked)}"
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setToolTip(", ".join(ticked) or self._name)


class FilterSwitch(Segment):
    """A filter that is on or off."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self.dress(token="accent", soft="accent_soft")  # noqa: S106  (colours)
        self.setFixedHeight(34)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_text(self, text: str, tip: str = "") -> None:
        """Set its word; ``tip`` says more."""
        self.setText(text)
        self.setToolTip(tip or text)
        self.updateGeometry()
