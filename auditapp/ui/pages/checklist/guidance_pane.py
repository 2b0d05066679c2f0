"""The right pane: a heading with the fold button, and the guidance to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.ui.pages.checklist.guidance_html import (
    ADD_RULE,
    CARD,
    QUESTION,
    GuidanceText,
    Words,
)
from auditapp.ui.widgets.linked_text import LinkedText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QUrl

    from auditapp.ops.queries.question import QuestionView
    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.checklist.related import RelatedLine


class GuidancePane(QWidget):
    """Shows one question's guidance.

    Signals:
        rule_wanted: the user wants to add the auditee's rule.
        question_wanted: the user goes to a related question (its id).
    """

    rule_wanted = Signal()
    question_wanted = Signal(str)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._view: QuestionView | None = None
        self._related: Sequence[RelatedLine] = ()
        self._looked_up = 0
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.text = LinkedText(self)
        self.text.anchorClicked.connect(self._on_link)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 0, 2, 0)
        column.addWidget(self.text)
        context.theme.changed.connect(self._write)

    def show_view(self, view: QuestionView | None, related: Sequence[RelatedLine] = ()) -> None:
        """Show another question, from its top; ``related``: asked in other packs too."""
        changed = view is None or self._view is None or view.asked.pair != self._view.asked.pair
        self._view, self._related = view, related
        if changed:
            self._looked_up = 0
        self._write(keep=not changed)

    def look_up(self) -> None:
        """Open the question's first criterion in the reference; again: the next one."""
        cards = [] if self._view is None else [it.card for it in self._view.criteria if it.card]
        if cards:
            self._context.look_up(cards[self._looked_up % len(cards)].id)
            self._looked_up += 1

    def retranslate(self) -> None:
        """Set every string again."""
        self.text.setAccessibleName(self.tr("Guidance"))
        self._write()

    def _write(self, *, keep: bool = True) -> None:
        if self._view is None:
            self.text.clear()
            return
        bar = self.text.verticalScrollBar()
        at = bar.value() if keep else 0
        writer = GuidanceText(self._context.theme, self._context.texts, self._words())
        self.text.setHtml(writer.write(self._view, self._related))
        bar.setValue(at)

    def _on_link(self, url: QUrl) -> None:
        target = url.toString()
        if target == ADD_RULE:
            self.rule_wanted.emit()
        elif target.startswith(QUESTION):
            self.question_wanted.emit(target.removeprefix(QUESTION))
        elif target.startswith(CARD):
            self._context.look_up(target.removeprefix(CARD))

    def _words(self) -> Words:
        return Words(
            look_for=self.tr("What to look for"),
            ask_to_see=self.tr("Ask to see"),
            how_to_grade=self.tr("How to grade"),
            negative_test=self.tr("Negative test"),
            criteria=self.tr("Criteria"),
            tags=self.tr("Tags"),
            guidance_only=self.tr("Guidance only:"),
            add_rule=self.tr("add the auditee's rule"),
            would_be=self.tr("would be, if adopted; here {result}, fulfilment {degree}"),
            not_here=self.tr("does not apply here"),
            not_verified=self.tr("Paraphrase not yet checked against the source"),
            weak=self.tr("weak, without a departure"),
            aggravating=self.tr("Makes any departure major"),
            adopted=self.tr("Adopted by {document}, {date}"),
            related=self.tr("Asked elsewhere too"),
            not_answered=self.tr("not answered there"),
            draft=self.tr("Draft question. Still missing:"),
        )
