"""The reviewer's strip: prepared by, reviewed by, and whether it was edited after that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from auditapp.domain.vocabulary import SignOffStage
from auditapp.ui.pages.checklist.chips import Chip

if TYPE_CHECKING:
    from auditapp.ops.queries.question import QuestionView, SignView
    from auditapp.ui.context import AppContext

STAGES: Final = (SignOffStage.PREPARED, SignOffStage.REVIEWED)
KEYS: Final = {SignOffStage.PREPARED: "P", SignOffStage.REVIEWED: "R"}


class SignStrip(QWidget):
    """Two marks.

    Signals:
        signed: the user clicked one (SignOffStage).
    """

    signed = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._view: QuestionView | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self.chips: dict[SignOffStage, Chip] = {}
        for stage in STAGES:
            chip = Chip(context.icons, self)
            chip.clicked.connect(lambda _=False, it=stage: self.signed.emit(it))
            self.chips[stage] = chip
            layout.addWidget(chip)

    def show_view(self, view: QuestionView | None) -> None:
        """Show the marks of an answer."""
        self._view = view
        for stage in STAGES:
            self._dress(stage)

    def retranslate(self) -> None:
        """Set every string again."""
        self.show_view(self._view)

    def _dress(self, stage: SignOffStage) -> None:
        chip, view = self.chips[stage], self._view
        signs = [] if view is None else [sign for sign in view.signs if sign.stage is stage]
        newest = signs[-1] if signs else None
        name = self._context.texts.enum(stage)
        answered = view is not None and view.answer is not None and view.answer.result is not None
        own_work = view is not None and self._is_own_work(view, stage)
        chip.setEnabled(answered and not own_work)
        if newest is None:
            chip.dress(name, icon="sign")
            chip.setToolTip(self._why(stage, own_work=own_work))
            return
        who = newest.person.code if newest.person is not None else ""
        if newest.edited_after:
            since = self.tr("edited since")
            if stage is SignOffStage.REVIEWED:
                since = self.tr("edited after review")
            chip.dress(name, since, glyph="!", token="minor")  # noqa: S106  (a colour)
        else:
            chip.dress(name, who, glyph="✓", token="conforming")  # noqa: S106
        chip.setToolTip(self._tell(newest, name))

    def _why(self, stage: SignOffStage, *, own_work: bool) -> str:
        if own_work:
            return self.tr("Somebody else reviews: this answer is your own work")
        said = (
            self.tr("Mark as prepared by you")
            if stage is SignOffStage.PREPARED
            else self.tr("Mark as reviewed by you")
        )
        return f"{said}  {KEYS[stage]}"

    def _tell(self, sign: SignView, name: str) -> str:
        person = "" if sign.person is None else f"{sign.person.name} ({sign.person.code})"
        said = f"{name}: {person}, {self._context.texts.time(sign.at)}"
        if sign.edited_after:
            said += "\n" + self.tr("The answer was changed after this; mark it again")
        return said

    def _is_own_work(self, view: QuestionView, stage: SignOffStage) -> bool:
        if stage is not SignOffStage.REVIEWED or view.answer is None:
            return False
        me = self._context.heading.actor
        by = view.answer.answered_by
        prepared = {
            sign.person.id
            for sign in view.signs
            if sign.stage is SignOffStage.PREPARED and sign.person is not None
        }
        return me is not None and (me in prepared or (by is not None and by.id == me))
