"""The filter of the checklist as a menu that stays open while one ticks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from auditapp.ops.queries.checklist import Filter
from auditapp.ui.pages.checklist.glyphs import RESULTS
from auditapp.ui.widgets.labels import GLYPHS

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent

    from auditapp.domain.vocabulary import Result
    from auditapp.ui.context import AppContext

_FLAGS = ("unanswered", "mine", "with_findings", "evidence_missing", "not_reviewed")
_MORE = ("core", "guidance_only")


class FilterMenu(QMenu):
    """Ticks for each condition and each result.

    Signals:
        chosen: the filter changed (Filter).
    """

    chosen = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.wanted = Filter()
        self.flags: dict[str, QAction] = {}
        self.results: dict[Result, QAction] = {}
        for name in _FLAGS:
            self.flags[name] = self._tick()
        self.addSeparator()
        for name in _MORE:
            self.flags[name] = self._tick()
        self.addSeparator()
        for result in RESULTS:
            self.results[result] = self._tick()
        self.addSeparator()
        self.clear_action = self.addAction("")
        self.clear_action.triggered.connect(self.clear_filter)

    def set_filter(self, wanted: Filter) -> None:
        """Tick what a filter asks for."""
        self.wanted = wanted
        for name, action in self.flags.items():
            action.setChecked(bool(getattr(wanted, name)))
        for result, action in self.results.items():
            action.setChecked(result in wanted.results)
        self.clear_action.setEnabled(wanted != Filter())

    def clear_filter(self) -> None:
        """Let everything through."""
        self._say(Filter(text=self.wanted.text))

    def names(self) -> list[str]:
        """What is ticked, in words."""
        ticks = (*self.flags.values(), *self.results.values())
        return [action.text().strip() for action in ticks if action.isChecked()]

    def retranslate(self) -> None:
        """Set every string again."""
        words = {
            "unanswered": self.tr("Unanswered"),
            "mine": self.tr("My part"),
            "with_findings": self.tr("With findings"),
            "evidence_missing": self.tr("Evidence missing"),
            "not_reviewed": self.tr("Not reviewed"),
            "core": self.tr("Core questions only"),
            "guidance_only": self.tr("Guidance only"),
        }
        for name, action in self.flags.items():
            action.setText(words[name])
        for result, action in self.results.items():
            action.setText(f"{GLYPHS[result.value]}  {self._context.texts.enum(result)}")
        self.clear_action.setText(self.tr("Show all"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A tick does not close the menu."""
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable():  # pyright: ignore[reportUnnecessaryComparison]
            action.trigger()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks and stays."""
        action = cast("QAction | None", self.activeAction())
        if event.key() == Qt.Key.Key_Space and action is not None and action.isCheckable():
            action.trigger()
            return
        super().keyPressEvent(event)

    def _tick(self) -> QAction:
        action = self.addAction("")
        action.setCheckable(True)
        action.triggered.connect(self._on_ticked)
        return action

    def _on_ticked(self) -> None:
        on = {name: action.isChecked() for name, action in self.flags.items()}
        mine = self._context.heading.actor if on.pop("mine") else None
        results = frozenset(it for it, action in self.results.items() if action.isChecked())
        self._say(replace(self.wanted, **on, mine=mine, results=results))

    def _say(self, wanted: Filter) -> None:
        self.set_filter(wanted)
        self.chosen.emit(wanted)
