"""What a page of the wizard is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from auditapp.packs.content import Library
    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.new_audit.draft import Draft


class Step(QWidget):
    """A page. ``show_draft`` before it comes to the front, ``problem`` says what is wrong.

    Signals:
        changed: the draft changed.
    """

    changed = Signal()

    def __init__(self, context: AppContext, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.draft = draft
        self.library: Library | None = None

    def retranslate(self) -> None:
        """Set every string."""

    def show_draft(self) -> None:
        """Show what other pages may have changed."""

    def problem(self) -> str:
        """What is wrong, in one sentence; empty when nothing is."""
        return ""

    def focus_first(self) -> None:
        """Put the focus where work begins, or where the problem is."""
