"""What the parts of the plan page share: the plan as read last, and the way to change it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtWidgets import QLineEdit, QWidget

from auditapp.domain.audit_life import Area, may_change
from auditapp.ops.queries import plan as plan_queries
from auditapp.ops.queries.content import PackShelf

if TYPE_CHECKING:
    from uuid import UUID

    from auditapp.domain.vocabulary import Lang
    from auditapp.ops.queries.plan import Plan
    from auditapp.store.audit_file import AuditFile
    from auditapp.store.op import Op
    from auditapp.ui.autosave import Autosave
    from auditapp.ui.context import AppContext

T = TypeVar("T")


class PlanDesk:
    """The plan as read last. Read again by ``read``; changed by ``do``."""

    def __init__(self, context: AppContext) -> None:
        self.context = context
        self._plan: Plan | None = None
        self._shelf: tuple[AuditFile, PackShelf] | None = None

    @property
    def plan(self) -> Plan:
        """The plan as read last."""
        if self._plan is None:
            return self.read()
        return self._plan

    @property
    def shelf(self) -> PackShelf:
        """The thawed packs of the open audit."""
        audit = self.context.audit
        if self._shelf is None or self._shelf[0] is not audit:
            self._shelf = audit, PackShelf(audit)
        return self._shelf[1]

    @property
    def is_open(self) -> bool:
        """Whether the audit's state lets the plan change."""
        return may_change(self.plan.frame.state, Area.PLAN)

    @property
    def main(self) -> Lang:
        """The audit's main language."""
        return self.plan.frame.main_lang

    @property
    def second(self) -> Lang | None:
        """The audit's second language."""
        return self.plan.frame.languages.second

    def read(self) -> Plan:
        """Read the plan again."""
        self._plan = plan_queries.plan(self.context.audit, self.shelf)
        return self._plan

    def do(self, op: Op[T], gesture: UUID | None = None) -> T | None:
        """Do an op; None when it was refused or gives nothing (see ``did``)."""
        outcome = self.context.perform(op, gesture=gesture)
        return None if outcome is None else outcome.value

    def did(self, op: Op[Any], gesture: UUID | None = None) -> bool:
        """Do an op; says whether it was done."""
        return self.context.perform(op, gesture=gesture) is not None


class Part(QWidget):
    """A sub-page. Reads nothing in its constructor; ``refresh`` shows the desk's plan."""

    def __init__(self, desk: PlanDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk

    @property
    def context(self) -> AppContext:
        """The window's context."""
        return self.desk.context

    def retranslate(self) -> None:
        """Set every string again."""

    def refresh(self) -> None:
        """Show the desk's plan."""

    def show_target(self, target: object) -> None:
        """Put something in sight."""


def show_text(saver: Autosave, text: str) -> None:
    """Show a stored text in an editor, unless somebody is typing there."""
    if not saver.is_pending and saver.text != text:
        saver.load(text)
        editor = saver.parent()
        if isinstance(editor, QLineEdit):
            editor.setCursorPosition(0)  # a long title shows its beginning
