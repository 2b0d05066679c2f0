"""What the signing pane asks for, as steps of the audit file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from auditapp.domain.life import Need
from auditapp.domain.vocabulary import AuditState, Stage
from auditapp.ops import audits, findings, signoffs
from auditapp.ops.queries.missing import missing
from auditapp.ui.pages.records.asking import ask_reason, ask_yes

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from auditapp.domain.life import Transition
    from auditapp.domain.vocabulary import SignOffStage
    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.report.signing_pane import SigningPane


class Issuing(QObject):
    """Signs, numbers and leads the audit on; asks first where there is no way back."""

    def __init__(self, context: AppContext, pane: SigningPane) -> None:
        super().__init__(pane)
        self._context = context
        self._pane = pane
        pane.sign_wanted.connect(self._on_sign)
        pane.withdraw_wanted.connect(self._on_withdraw)
        pane.number_wanted.connect(self._on_number)
        pane.step_wanted.connect(self._on_step)

    def _on_sign(self, stage: SignOffStage) -> None:
        self._context.flush_requested.emit()
        audit = self._context.audit
        head = audit.head_hash()
        op = signoffs.sign(signoffs.Subject.AUDIT, audit.audit_id, stage, head=head)
        self._context.perform(op)

    def _on_withdraw(self, sign_off: UUID) -> None:
        self._context.perform(signoffs.withdraw_sign_off(sign_off))

    def _on_number(self) -> None:
        self._context.perform(findings.number_findings())

    def _on_step(self, step: Transition[AuditState]) -> None:
        self._context.flush_requested.emit()
        name = self._context.texts.enum(step.after)
        if step.after is AuditState.ISSUED:
            sentence = self.tr(
                "From now on everything but responses, actions and follow-up is read-only, and "
                "undo does not go back behind this. Findings without a final number get one."
            )
            yes = self.tr("Issue the audit")
            ask_yes(self._pane, name, sentence, yes, self._leading(step))
        elif Need.REASON in step.needs:
            ask_reason(self._pane, name, self.tr("Why?"), name, self._leading_for(step))
        else:
            self._lead(step, None)

    def _leading(self, step: Transition[AuditState]) -> Callable[[], None]:
        def lead() -> None:
            self._lead(step, None)

        return lead

    def _leading_for(self, step: Transition[AuditState]) -> Callable[[str], None]:
        def lead(reason: str) -> None:
            self._lead(step, reason)

        return lead

    def _lead(self, step: Transition[AuditState], reason: str | None) -> None:
        audit, shelf = self._context.audit, self._context.shelf
        today = audit.now().astimezone().date()
        blocking = len(missing(audit, shelf, today=today).blocking(Stage.ISSUE))
        self._context.perform(audits.set_state(step.after, blocking_checks=blocking, reason=reason))
