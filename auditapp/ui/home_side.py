"""What can be begun from the home screen: the tools at its left edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.catalogue import HomeTool

SIDE_WIDTH = 200


class HomeSide(QWidget):
    """The tools: begin, open, restore, the example.

    Signals:
        open_requested: the file dialog.
        example_requested: build and open the example audit.
    """

    open_requested = Signal()
    example_requested = Signal()

    def __init__(
        self, context: AppContext, tools: Sequence[HomeTool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(SIDE_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 12, 16)
        column.setSpacing(4)
        icons = context.icons
        self._tools: list[tuple[HomeTool, QPushButton]] = []
        for tool in tools:
            button = QPushButton(self)
            button.setProperty("role", "primary" if tool.primary else "side")
            icons.assign(button, tool.icon, "on_accent" if tool.primary else "muted")
            button.setProperty("tool", tool.key)
            button.clicked.connect(self._on_tool)
            self._tools.append((tool, button))
        self._open, self._example = QPushButton(self), QPushButton(self)
        icons.assign(self._open, "open", "muted")
        icons.assign(self._example, "star", "muted")
        for button in (self._open, self._example):
            button.setProperty("role", "side")
        self._open.clicked.connect(self.open_requested)
        self._example.clicked.connect(self.example_requested)
        first = [button for tool, button in self._tools if tool.primary]
        rest = [button for tool, button in self._tools if not tool.primary]
        for button in (*first, self._open, *rest):
            column.addWidget(button)
            if button in first:
                column.addSpacing(8)
        column.addStretch()
        column.addWidget(self._example)

    def set_example(self, *, offered: bool) -> None:
        """Whether the example audit can be built here."""
        self._example.setVisible(offered)

    def refresh(self) -> None:
        """Offer what can be done now: some tools need an open audit."""
        for tool, button in self._tools:
            button.setVisible(self._context.is_open or not tool.needs_audit)

    def retranslate(self) -> None:
        """Set every string again."""
        self._open.setText(self.tr("Open …"))
        self._open.setToolTip(self.tr("Open an audit file") + "  Ctrl+O")
        self._example.setText(self.tr("Example audit"))
        for tool, button in self._tools:
            button.setText(tool.title())
            button.setToolTip(f"{tool.title()}  {tool.shortcut}".strip())

    def _on_tool(self) -> None:
        key = self.sender().property("tool")
        tool = next(tool for tool, _ in self._tools if tool.key == key)
        tool.run(self._context, self.window())
