"""The window's head: what is open, which unit is shown, the way to everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from auditapp.ui.icons import app_icon
from auditapp.ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from uuid import UUID

    from auditapp.ui.context import AppContext
    from auditapp.ui.icons import IconName


class Header(QWidget):
    """Title, unit switcher, search, undo, settings, help.

    Signals:
        search_requested: the command palette.
        settings_requested, about_requested: their dialogs.
    """

    search_requested = Signal()
    settings_requested = Signal()
    about_requested = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(56)
        self._mark = QToolButton(self)
        self._mark.setIcon(app_icon(36))
        self._mark.setIconSize(self._mark.iconSize() * 1.5)
        self._mark.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._mark.setEnabled(True)
        self._mark.setStyleSheet("border: 0; background: transparent; padding: 0")
        self._title = ElidedLabel(parent=self)
        self._title.setProperty("role", "strong")
        self._detail = ElidedLabel(parent=self)
        self._detail.setProperty("role", "caption")
        self.units = QComboBox(self)
        self.units.setMinimumWidth(160)
        self.units.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.units.activated.connect(self._on_unit)
        self._search = QPushButton(self)
        self._search.setFixedWidth(280)
        self._search.setProperty("role", "field")
        self._search_key = QLabel("Ctrl+K", self._search)
        self._search_key.setProperty("role", "caption")
        inside = QHBoxLayout(self._search)
        inside.setContentsMargins(0, 0, 12, 0)
        inside.addWidget(self._search_key, 0, Qt.AlignmentFlag.AlignRight)
        self._search.clicked.connect(self.search_requested)
        context.icons.assign(self._search, "search", "muted", 16)
        self._undo = self._button("undo")
        self._undo.clicked.connect(context.undo)
        self._redo = self._button("redo")
        self._redo.clicked.connect(context.redo)
        self._settings = self._button("settings")
        self._settings.clicked.connect(self.settings_requested)
        self._about = self._button("help")
        self._about.clicked.connect(self.about_requested)
        self._arrange()
        context.heading_changed.connect(self.show_heading)
        context.unit_chosen.connect(self._show_unit)

    def show_heading(self) -> None:
        """Show the open audit's title and units; the program's name when none is open."""
        context = self._context
        heading = context.heading
        is_open = context.is_open
        self._title.set_text(heading.title if is_open else "auditapp")
        detail = " · ".join(part for part in (heading.number, heading.state) if part)
        self._detail.set_text(detail)
        self._detail.setVisible(bool(detail))
        for widget in (self._undo, self._redo):
            widget.setVisible(is_open)
        self.units.setVisible(is_open and len(heading.units) > 1)
        with QSignalBlocker(self.units):
            self.units.clear()
            self.units.addItem(self.tr("All units"), None)
            for unit in heading.units:
                self.units.addItem(f"{unit.code}  {unit.name}", unit.id)
        self._show_unit(context.unit)

    def retranslate(self) -> None:
        """Set every string again."""
        self.units.setAccessibleName(self.tr("Unit"))
        self.units.setToolTip(self.tr("Unit") + "  U")
        self._search.setText("  " + self.tr("Go to anything …"))
        self._name(self._undo, self.tr("Undo"), "Ctrl+Z")
        self._name(self._redo, self.tr("Redo"), "Ctrl+Shift+Z")
        self._name(self._settings, self.tr("Settings"), "Ctrl+,")
        self._name(self._about, self.tr("About and keys"), "F1")
        self._mark.setAccessibleName("auditapp")
        self.show_heading()

    def _arrange(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch()
        names.addWidget(self._title)
        names.addWidget(self._detail)
        names.addStretch()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 0, 16, 0)
        layout.setSpacing(8)
        layout.addWidget(self._mark)
        layout.addSpacing(4)
        layout.addLayout(names, 1)
        layout.addWidget(self.units)
        layout.addWidget(self._search)
        layout.addSpacing(8)
        for button in (self._undo, self._redo, self._settings, self._about):
            layout.addWidget(button)

    def _button(self, icon: IconName) -> QToolButton:
        button = QToolButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._context.icons.assign(button, icon, "muted")
        return button

    def _name(self, button: QToolButton, name: str, key: str) -> None:
        button.setAccessibleName(name)
        button.setToolTip(f"{name}  {key}")

    def _on_unit(self, index: int) -> None:
        self._context.choose_unit(cast("UUID | None", self.units.itemData(index)))

    def _show_unit(self, unit: UUID | None) -> None:
        with QSignalBlocker(self.units):
            for index in range(self.units.count()):
                if self.units.itemData(index) == unit:
                    self.units.setCurrentIndex(index)
