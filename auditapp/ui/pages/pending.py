"""A page whose room is ready: it says what stands there once the audit has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from auditapp.ui.page import Page
from auditapp.ui.widgets.boxes import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from auditapp.ui.context import AppContext
    from auditapp.ui.icons import IconName


class PendingPage(Page):
    """An empty state with a title and a sentence, asked for anew after a language switch."""

    def __init__(
        self,
        context: AppContext,
        icon: IconName,
        title: Callable[[], str],
        sentence: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent)
        self._title, self._sentence = title, sentence
        self._empty = EmptyState(context.icons, icon, self)
        QVBoxLayout(self).addWidget(self._empty)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every string again."""
        self._empty.set_texts(self._title(), self._sentence())
