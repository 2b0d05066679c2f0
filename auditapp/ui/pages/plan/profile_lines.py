"""One fact of the organisation as a line: what is asked, what it decides, yes, no or not known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from auditapp.packs.conditions import NO, YES
from auditapp.packs.content import FactKind
from auditapp.ui.pages.records.asking import Choice, PickDialog
from auditapp.ui.widgets.inputs import SegmentedButtons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditapp.packs.content import Fact
    from auditapp.ui.context import AppContext

CHOICES: Final = 3
BUTTONS_WIDTH: Final = 336
_YES, _NO, _UNKNOWN = range(CHOICES)


class FactLine(QWidget):
    """A fact with its three answers; a set is chosen from a list.

    Signals:
        stated: (fact id, the values as a tuple, or None for not known).
    """

    stated = Signal(str, object)

    def __init__(self, context: AppContext, fact: Fact, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.fact = fact
        self._values: frozenset[str] | None = None
        self.question_label, self.effect_label = QLabel(self), QLabel(self)
        self.question_label.setWordWrap(True)
        self.effect_label.setWordWrap(True)
        self.effect_label.setProperty("role", "caption")
        self.answers = SegmentedButtons(context.theme, CHOICES, self)
        self.answers.setFixedWidth(BUTTONS_WIDTH)
        self.answers.segments[_YES].dress(token="accent", soft="accent_soft")  # noqa: S106
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.question_label)
        words.addWidget(self.effect_label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(24)
        row.addLayout(words, 1)
        row.addWidget(self.answers, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.answers.chosen.connect(self._on_chosen)

    @property
    def is_flag(self) -> bool:
        """Whether it is answered by yes or no."""
        return self.fact.kind is FactKind.FLAG

    def retranslate(self) -> None:
        """Set every string again."""
        lang = self._context.lang
        self.question_label.setText(self.fact.question.get(lang))
        said = (
            [self.tr("Yes"), self.tr("No"), self.tr("Not known")]
            if self.is_flag
            else [self.tr("Choose …"), self.tr("None of them"), self.tr("Not known")]
        )
        self.answers.set_texts(said)
        name = self.fact.name.get(lang)
        for words, segment in zip(said, self.answers.segments, strict=True):
            segment.setAccessibleName(f"{name}: {words}")
            segment.setToolTip(f"{name}: {words}")

    def show_values(self, values: frozenset[str] | None, *, is_open: bool) -> None:
        """Show what is stated."""
        self._values = values
        if values is None:
            self.answers.current = _UNKNOWN
        elif self.is_flag:
            self.answers.current = _YES if YES in values else _NO
        else:
            self.answers.current = _YES if values else _NO
        self.answers.setEnabled(is_open)

    def show_effect(self, effect: str) -> None:
        """Say below the question what it decides."""
        chosen = "" if self.is_flag else self._chosen_names()
        self.effect_label.setText(" · ".join(part for part in (chosen, effect) if part))

    def _chosen_names(self) -> str:
        lang = self._context.lang
        known = [it.name.get(lang) for it in self.fact.values if it.id in (self._values or ())]
        return self._context.texts.join(known) if known else ""

    def _on_chosen(self, index: int) -> None:
        if index == _UNKNOWN:
            self.stated.emit(self.fact.id, None)
        elif index == _NO:
            self.stated.emit(self.fact.id, (NO,) if self.is_flag else ())
        elif self.is_flag:
            self.stated.emit(self.fact.id, (YES,))
        else:
            self._choose()

    def _choose(self) -> None:
        # Until something was picked the line shows what is stated.
        self.show_values(self._values, is_open=True)
        lang = self._context.lang
        dialog = PickDialog(
            self.fact.name.get(lang), self.fact.question.get(lang), self.tr("Take"), self.window()
        )
        listed = [Choice(it.id, it.name.get(lang)) for it in self.fact.values]
        dialog.offer(listed, self._values or ())
        dialog.picked.connect(self._on_picked)
        dialog.open()

    def _on_picked(self, keys: frozenset[str]) -> None:
        picked: Sequence[str] = [it.id for it in self.fact.values if it.id in keys]
        self.stated.emit(self.fact.id, tuple(picked))
