"""The way to the issued report: sign-offs, final numbers, the audit's next state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from auditapp.domain.audit_life import Area, may_change
from auditapp.domain.life import Need, whose
from auditapp.domain.vocabulary import AuditState, Role, SignOffStage
from auditapp.errors import UserError
from auditapp.ui._gen.ui_report_signing import Ui_ReportSigning
from auditapp.ui.pages.records.layout import clear, column, label, scrolling

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditapp.domain.life import Transition
    from auditapp.ops.queries.report_extra import Signing
    from auditapp.ops.queries.signing import SignOffRow
    from auditapp.ui.context import AppContext


class SigningPane(QWidget):
    """Who prepared, reviewed and signed off, with what changed since; numbers; state steps.

    Signals:
        sign_wanted: sign as this user (SignOffStage). withdraw_wanted: take a sign-off back (id).
        number_wanted: give the final numbers. step_wanted: lead the audit on (Transition).
    """

    sign_wanted = Signal(object)
    withdraw_wanted = Signal(object)
    number_wanted = Signal()
    step_wanted = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: tuple[Signing, int] | None = None
        inner = QWidget(self)
        self.ui = Ui_ReportSigning()
        self.ui.setupUi(inner)
        self.ui.column.setContentsMargins(2, 2, 10, 2)
        area = scrolling(inner, self)
        inner.setProperty("role", "surface")
        column(self, gap=0).addWidget(area)
        self.ui.signs_grid.setColumnStretch(1, 1)
        self.ui.numbers_box.setStretch(0, 1)
        self.signs: dict[SignOffStage, QPushButton] = {}
        self.steps: dict[AuditState, QPushButton] = {}
        self.ui.number_button.clicked.connect(self.number_wanted)

    def show_signing(self, found: Signing, blocking: int) -> None:
        """Show where the audit stands; ``blocking`` checks keep it from being issued."""
        self._shown = (found, blocking)
        self._show_signs(found)
        self._show_numbers(found)
        self._show_steps(found, blocking)

    def retranslate(self) -> None:
        """Set every string again."""
        self.ui.retranslateUi(self)
        if self._shown is not None:
            self.show_signing(*self._shown)

    def _show_signs(self, found: Signing) -> None:
        texts = self._context.texts
        clear(self.ui.signs_grid)
        self.signs = {}
        can_sign = may_change(found.frame.state, Area.SIGN_OFF)
        for row, stage in enumerate(SignOffStage):
            name = label(self, "muted")
            name.setText(texts.enum(stage))
            said = QLabel(self)
            said.setWordWrap(True)
            button = QPushButton(self)
            newest = found.newest(stage)
            if newest is None:
                said.setText(self.tr("nobody yet"))
                said.setProperty("role", "muted")
                button.setText(self.tr("Sign"))
                button.clicked.connect(self._signs(stage))
            else:
                said.setText(self._tell(found, newest))
                if newest.edited_after:
                    said.setStyleSheet(f"color: {self._context.theme.css('minor')}")
                self._dress_again(button, stage, newest)
            button.setAccessibleName(f"{button.text()}: {texts.enum(stage)}")
            button.setToolTip(button.accessibleName())
            button.setEnabled(can_sign)
            self.signs[stage] = button
            for place, widget in enumerate((name, said, button)):
                self.ui.signs_grid.addWidget(widget, row, place)

    def _dress_again(self, button: QPushButton, stage: SignOffStage, newest: SignOffRow) -> None:
        if newest.edited_after:
            button.setText(self.tr("Sign again"))
            button.clicked.connect(self._signs(stage))
        else:
            button.setText(self.tr("Take back"))
            button.clicked.connect(self._withdraws(newest))

    def _tell(self, found: Signing, sign: SignOffRow) -> str:
        person = found.people.get(sign.person_id)
        who = "" if person is None else f"{person.name} ({person.code})"
        said = f"✓ {who} · {self._context.texts.time(sign.at)}"
        if sign.edited_after:
            said = f"! {who} · {self._context.texts.time(sign.at)}\n" + self.tr(
                "edited after this sign-off"
            )
        return said

    def _show_numbers(self, found: Signing) -> None:
        ui = self.ui
        me = self._context.heading.actor
        leads = found.role_of(me) is Role.TEAM_LEADER
        said = self.tr("{numbered} of {findings} findings have their final number.")
        if found.findings == 0:
            said = self.tr("There is no finding.")
        texts = self._context.texts
        ui.numbers_state_label.setText(
            said.format(
                numbered=texts.number(found.numbered), findings=texts.number(found.findings)
            )
        )
        wanted = found.numbered < found.findings and may_change(found.frame.state, Area.FINDINGS)
        ui.number_button.setVisible(wanted)
        ui.number_button.setEnabled(leads)
        tip = self.tr("The team leader's step at consolidation; numbers given before stay")
        ui.number_button.setToolTip(tip)
        ui.number_button.setAccessibleName(self.tr("Give final numbers"))

    def _show_steps(self, found: Signing, blocking: int) -> None:
        texts, ui = self._context.texts, self.ui
        clear(ui.steps_box)
        self.steps = {}
        state = self.tr("Now: {state}").format(state=texts.enum(found.frame.state))
        ui.state_label.setText(state)
        role = found.role_of(self._context.heading.actor)
        reasons: list[str] = []
        for step in found.steps:
            button = QPushButton(self)
            issues = step.after is AuditState.ISSUED
            word = self.tr("Issue the audit") if issues else texts.enum(step.after)
            button.setText(f"{word} …" if issues or Need.REASON in step.needs else word)
            button.setAccessibleName(word)
            if issues:
                button.setProperty("role", "primary")
            why = self._why_not(found, step, role, blocking)
            button.setEnabled(not why)
            button.setToolTip(why or word)
            button.clicked.connect(self._leads(step))
            if why:
                reasons.append(why)
            self.steps[step.after] = button
            ui.steps_box.addWidget(button)
        ui.steps_box.addStretch()
        ui.needs_label.setText("\n".join(reasons))
        ui.needs_label.setVisible(bool(reasons))

    def _why_not(
        self, found: Signing, step: Transition[AuditState], role: Role | None, blocking: int
    ) -> str:
        texts = self._context.texts
        lacking = found.lacking(step, blocking=blocking)
        if lacking:
            return texts.error(UserError("step_needs", after=step.after, missing=lacking))
        if role is not None and role not in step.roles:
            side = whose(step.roles, step.side)
            return texts.error(UserError("wrong_side", side=side, after=step.after))
        return ""

    def _signs(self, stage: SignOffStage) -> Callable[[], None]:
        def sign() -> None:
            self.sign_wanted.emit(stage)

        return sign

    def _withdraws(self, sign: SignOffRow) -> Callable[[], None]:
        def withdraw() -> None:
            self.withdraw_wanted.emit(sign.id)

        return withdraw

    def _leads(self, step: Transition[AuditState]) -> Callable[[], None]:
        def lead() -> None:
            self.step_wanted.emit(step)

        return lead
