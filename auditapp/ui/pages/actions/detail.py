"""One action: its life, and the two sides apart, the auditee's and the audit team's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from auditapp.domain.action_life import FINAL
from auditapp.domain.vocabulary import ActionKind, ActionState, AuditState
from auditapp.ops import actions as ops
from auditapp.ops.actions import AUDITEE_TEXTS, AUDITOR_TEXTS
from auditapp.ops.evidence import link_to_action
from auditapp.ops.queries.plan import frame, people
from auditapp.ops.texts import text_cell
from auditapp.store.drafts import Cellref
from auditapp.store.op import uuid7
from auditapp.ui.pages.actions.life import standing_of, stops_of, take_step
from auditapp.ui.pages.evidence.add_dialog import AddEvidenceDialog, open_add_dialog
from auditapp.ui.pages.evidence.adding import AddTarget
from auditapp.ui.pages.evidence.linking import pick_evidence
from auditapp.ui.pages.evidence.words import KIND_ICONS
from auditapp.ui.pages.records.asking import ask_reason
from auditapp.ui.pages.records.editors import BilingualField, DateField, TextField
from auditapp.ui.pages.records.layout import (
    attempt,
    button,
    column,
    label,
    line,
    name_tool,
    scrolling,
    tool,
)
from auditapp.ui.pages.records.links import Link, LinkList
from auditapp.ui.pages.records.stepping import LifeBar, StepBar, StepDialog
from auditapp.ui.widgets.boxes import Card, hairline
from auditapp.ui.widgets.labels import ElidedLabel, ResultBadge

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QVBoxLayout

    from auditapp.domain.life import Transition
    from auditapp.domain.vocabulary import Lang, Role
    from auditapp.ops.queries.actions import ActionDetail
    from auditapp.ops.queries.printed import Languages
    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.records.stepping import Brought

_FACTS: Final = ("accepted", "check", "criterion", "verified", "result", "reopened")


class ActionView(QWidget):
    """Shows and edits one action; call :meth:`flush` before another one is loaded.

    Signals:
        left: back to the list.
        moved: to the neighbour in the list (-1 or 1).
    """

    left = Signal()
    moved = Signal(int)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._detail: ActionDetail | None = None
        icons = context.icons
        self.back = button(icons, "chevron_left", self._on_back, self)
        self.previous = tool(icons, "chevron_up", self._on_previous, self)
        self.next = tool(icons, "chevron_down", self._on_next, self)
        self.number, self._kind = label(self, "title"), label(self, "muted")
        self._overdue = label(self, "problem")
        self.finding = button(icons, "findings", self._on_finding, self)
        self.badge = ResultBadge(context.theme, self)
        self._about = ElidedLabel(parent=self)
        self.life, self.steps = LifeBar(context, self), StepBar(context, self)
        self._note = label(self, "caption", wrap=True)
        self.texts = {name: self._text(name) for name in (*AUDITEE_TEXTS, *AUDITOR_TEXTS)}
        self.owner = TextField(context, self._set_owner, self, draft=self._draft_owner)
        self.due = DateField(context, self)
        self._extended = label(self, "caption", wrap=True)
        self.proofs = LinkList(context, self)
        self.link = button(icons, "link", self._on_link, self)
        self.add = button(icons, "add", self._on_add, self)
        self._names = {name: label(self, "strong") for name in ("auditee", "team", "proofs")}
        self._icons = {"auditee": label(self), "team": label(self)}
        self._facts = QFormLayout()
        self._fact_rows: dict[str, tuple[QLabel, QLabel]] = {}
        self._arrange()
        self.steps.wanted.connect(self.ask_step)
        self.due.chosen.connect(self._on_due)
        self.proofs.opened.connect(self._on_proof)
        context.theme.changed.connect(self._retint)
        self._retint()

    @property
    def shown(self) -> UUID | None:
        """The action that is shown."""
        return None if self._detail is None else self._detail.row.id

    def flush(self) -> None:
        """Make what was typed a step now."""
        for field in self.texts.values():
            field.flush()
        self.owner.flush()

    def load(self, detail: ActionDetail, languages: Languages) -> None:
        """Show an action."""
        is_other = self.shown != detail.row.id
        self._detail = detail
        record, row, texts = detail.record, detail.row, self._context.texts
        self.number.setText(record.number)
        self._kind.setText(texts.enum(record.kind))
        self._overdue.setText(self._overdue_words(detail))
        self.finding.setText(row.finding_final or row.finding_number)
        self.badge.show_member(row.finding_grade, texts)
        self._about.set_text(detail.finding_title.best(self._context.lang))
        stops, here = stops_of(detail, self._context)
        self.life.show_path(stops, here)
        self.life.setVisible(here >= 0)
        self.steps.show_standing(standing_of(detail, self._role()))
        self._note.setText(self._note_words(detail))
        self._note.setVisible(bool(self._note.text()))
        audit_closed = frame(self._context.audit).state is AuditState.CLOSED
        fixed = record.state in FINAL or audit_closed
        for name, field in self.texts.items():
            field.load(detail.texts[name], languages, drafting=not fixed)
            field.set_read_only(fixed)
        self.texts["root_cause"].setVisible(
            record.kind is ActionKind.CORRECTIVE_ACTION or bool(detail.texts["root_cause"])
        )
        self.owner.load(record.owner or "")
        self.due.load(record.due_on)
        for widget in (self.owner, self.due):
            widget.setEnabled(not fixed)
        self._extended.setText(self._extension_words(detail))
        self._extended.setVisible(record.extensions > 0)
        self._show_proofs(detail)
        self._show_facts(detail)
        if is_other:
            self._area.verticalScrollBar().setValue(0)

    def retranslate(self) -> None:
        """Set every string again."""
        self.back.setText(self.tr("Actions"))
        self.back.setToolTip(self.tr("Back to the list") + "  Esc")
        self.back.setAccessibleName(self.tr("Back to the list"))
        name_tool(self.previous, self.tr("Previous action"), "Alt+Up")
        name_tool(self.next, self.tr("Next action"), "Alt+Down")
        self.previous.setShortcut("Alt+Up")
        self.next.setShortcut("Alt+Down")
        self.finding.setToolTip(self.tr("Go to the finding"))
        heads = {
            "auditee": self.tr("The auditee's side"),
            "team": self.tr("The audit team's side"),
            "proofs": self.tr("Evidence of the proof"),
        }
        for name, text in heads.items():
            self._names[name].setText(text)
        words = {
            "description": (self.tr("What will be done"), ""),
            "root_cause": (
                self.tr("Root cause"),
                self.tr("five whys, one numbered line each; stop where the cause can be removed"),
            ),
            "proof": (self.tr("Proof that it was done"), ""),
            "assessment": (self.tr("Assessment of the plan"), self.tr("does it remove the cause?")),
            "verification": (
                self.tr("What the verification showed"),
                self.tr("by the same test as before, on fresh cases"),
            ),
        }
        for name, (title, hint) in words.items():
            self.texts[name].set_texts(title, hint)
        self.owner.set_texts(self.tr("Owner"), self.tr("The role that answers for it"))
        self.due.set_texts(self.tr("Due"))
        captions = {
            "accepted": self.tr("Accepted"),
            "check": self.tr("Effectiveness check due"),
            "criterion": self.tr("Judged by"),
            "verified": self.tr("Verified"),
            "result": self.tr("Result"),
            "reopened": self.tr("Reopened"),
        }
        for name, (caption, _) in self._fact_rows.items():
            caption.setText(captions[name])
        for widget, text, tip in (
            (self.link, self.tr("Link …"), self.tr("Link evidence that is there")),
            (self.add, self.tr("Add …"), self.tr("Add new evidence")),
        ):
            widget.setText(text)
            widget.setToolTip(tip)
            widget.setAccessibleName(tip)

    def focus_first(self) -> None:
        """Begin to edit."""
        self.texts["description"].editors[False].setFocus()

    def ask_step(self, step: Transition[ActionState]) -> StepDialog | None:
        """Open the dialog of a step."""
        self.flush()
        detail = self._detail
        if detail is None:
            return None
        dialog = StepDialog(self._context, step, standing_of(detail, self._role()), self)

        def take(brought: Brought) -> None:
            take_step(self._context, detail, step, brought)

        dialog.taken.connect(take)
        dialog.open()
        return dialog

    # -- building -----------------------------------------------------------------------------

    def _text(self, name: str) -> BilingualField:
        return BilingualField(
            self._context,
            self._setter(name),
            self,
            draft=self._drafter(name),
            lines=5 if name == "root_cause" else 2,
            numbered=name == "root_cause",
        )

    def _arrange(self) -> None:
        head = line(gap=12)
        for widget in (self.back, self.number, self._kind, self._overdue):
            head.addWidget(widget)
        head.addStretch()
        for widget in (self.previous, self.next):
            head.addWidget(widget)
        about = line(gap=12)
        about.addWidget(self.finding)
        about.addWidget(self.badge)
        about.addWidget(self._about, 1)
        top = column(gap=8, margins=(16, 12, 16, 8))
        for part in (head, about):
            top.addLayout(part)
        for widget in (self.life, self.steps, self._note):
            top.addWidget(widget)
        content = QWidget(self)
        sides = line(content, gap=16, margins=(16, 12, 16, 16))
        sides.addWidget(self._auditee_side(content), 1)
        sides.addWidget(self._team_side(content), 1)
        self._area = scrolling(content, self)
        box = column(self, gap=0)
        box.addLayout(top)
        box.addWidget(hairline(self))
        box.addWidget(self._area, 1)

    def _auditee_side(self, parent: QWidget) -> QWidget:
        card, body = self._side("auditee", parent)
        body.addWidget(self.texts["description"])
        body.addWidget(self.texts["root_cause"])
        when = line(gap=12)
        when.addWidget(self.owner, 1)
        when.addWidget(self.due, 1)
        body.addLayout(when)
        body.addWidget(self._extended)
        body.addWidget(self.texts["proof"])
        top = line()
        top.addWidget(self._names["proofs"], 1)
        top.addWidget(self.link)
        top.addWidget(self.add)
        body.addLayout(top)
        body.addWidget(self.proofs)
        body.addStretch()
        return card

    def _team_side(self, parent: QWidget) -> QWidget:
        card, body = self._side("team", parent)
        body.addWidget(self.texts["assessment"])
        body.addWidget(self.texts["verification"])
        self._facts.setHorizontalSpacing(16)
        self._facts.setVerticalSpacing(6)
        for name in _FACTS:
            caption, value = label(card, "muted"), label(card, wrap=True)
            self._facts.addRow(caption, value)
            self._fact_rows[name] = (caption, value)
        body.addLayout(self._facts)
        body.addStretch()
        return card

    def _side(self, name: str, parent: QWidget) -> tuple[QWidget, QVBoxLayout]:
        card = Card(parent, margin=16, gap=12)
        top = line()
        top.addWidget(self._icons[name])
        top.addWidget(self._names[name], 1)
        card.body.addLayout(top)
        return card, card.body

    def _retint(self) -> None:
        icons = self._context.icons
        self._icons["auditee"].setPixmap(icons.pixmap("people", "minor", 20))
        self._icons["team"].setPixmap(icons.pixmap("person", "accent", 20))

    # -- showing ------------------------------------------------------------------------------

    def _overdue_words(self, detail: ActionDetail) -> str:
        if detail.row.overdue:
            return self.tr("! overdue")
        return self.tr("! effectiveness check overdue") if detail.row.check_overdue else ""

    def _note_words(self, detail: ActionDetail) -> str:
        if detail.record.state is ActionState.CANCELLED:
            reason = detail.record.cancel_reason or ""
            return self.tr("Cancelled: {reason}").format(reason=reason)
        return ""

    def _extension_words(self, detail: ActionDetail) -> str:
        record = detail.record
        first = "" if record.first_due_on is None else record.first_due_on.isoformat()
        words = self.tr("Extensions: {n}. First due {first}. Last reason: {reason}")
        return words.format(n=record.extensions, first=first, reason=record.extension_reason or "")

    def _show_proofs(self, detail: ActionDetail) -> None:
        lang = self._context.lang
        self.proofs.show_links(
            [
                Link(
                    chip.id,
                    chip.number,
                    chip.title.best(lang) or chip.file_name or "",
                    icon=KIND_ICONS[chip.kind],
                    can_remove=False,
                )
                for chip in detail.proofs
            ],
            self.tr("None yet. A record, a photo or a file shows that it was done."),
        )

    def _show_facts(self, detail: ActionDetail) -> None:
        record, texts = detail.record, self._context.texts
        ended = record.state in {ActionState.EFFECTIVE, ActionState.INEFFECTIVE}
        check = "" if record.check_due_on is None else record.check_due_on.isoformat()
        values = {
            "accepted": _by(record.accepted_on, detail.accepted_by),
            "check": check,
            "criterion": record.criterion or "",
            "verified": _by(record.verified_on, detail.verified_by),
            "result": texts.enum(record.state) if ended else "",
            "reopened": str(record.reopened or ""),
        }
        for name, text in values.items():
            caption, value = self._fact_rows[name]
            value.setText(text or "—")
            shown = bool(text) or name in {"accepted", "verified"}
            self._facts.setRowVisible(value, shown)
            caption.setVisible(shown)

    # -- acting -------------------------------------------------------------------------------

    def _setter(self, name: str) -> Callable[[Lang, str], None]:
        def store(lang: Lang, text: str) -> None:
            if self._detail is not None:
                self._context.perform(ops.set_action_text(self._detail.row.id, name, {lang: text}))

        return store

    def _drafter(self, name: str) -> Callable[[Lang, str], None]:
        def keep(lang: Lang, text: str) -> None:
            context = self._context
            if self._detail is not None:
                audit, action = context.audit, self._detail.row.id
                cell = text_cell(audit.audit_id, action, name, lang, "action.set_text")
                audit.save_draft(cell, text, actor=context.heading.actor)

        return keep

    def _set_owner(self, text: str) -> None:
        if self._detail is not None:
            self._context.perform(ops.set_owner(self._detail.row.id, text))

    def _draft_owner(self, text: str) -> None:
        context = self._context
        if self._detail is not None:
            cell = Cellref("action", self._detail.row.id, "owner", "action.set_owner", {})
            context.audit.save_draft(cell, text, actor=context.heading.actor)

    def _on_due(self, day: date | None) -> None:
        detail = self._detail
        if detail is None:
            return
        record = detail.record
        later = record.due_on is not None and day is not None and day > record.due_on
        if not later or record.state is ActionState.DRAFT:
            if not attempt(self._context, lambda: ops.set_due(record.id, day)):
                self.due.load(record.due_on)
            return

        def extend(reason: str) -> None:
            attempt(self._context, lambda: ops.set_due(record.id, day, reason=reason))

        dialog = ask_reason(
            self,
            self.tr("Extend the due date?"),
            self.tr("From {before} to {after}. It counts as extension number {n}.").format(
                before=record.due_on, after=day, n=record.extensions + 1
            ),
            self.tr("Extend"),
            extend,
        )
        dialog.rejected.connect(self._put_due_back)

    def _put_due_back(self) -> None:
        if self._detail is not None:
            self.due.load(self._detail.record.due_on)

    def _on_link(self) -> None:
        detail = self._detail
        if detail is None:
            return
        before = frozenset(chip.id for chip in detail.proofs)

        def take(after: frozenset[UUID]) -> None:
            gesture = uuid7()
            for item in after - before:
                self._context.perform(link_to_action(item, detail.row.id), gesture=gesture)

        title = self.tr("Proof of {number}").format(number=detail.row.number)
        pick_evidence(self._context, self, title, before, take)

    def _on_add(self) -> AddEvidenceDialog | None:
        detail = self._detail
        if detail is None:
            return None
        target = AddTarget(unit_id=detail.row.unit_id, action_id=detail.row.id)
        dialog = open_add_dialog(self._context, target, self)
        dialog.open()
        return dialog

    def _on_proof(self, item: UUID) -> None:
        self._context.go("evidence", item)

    def _on_finding(self) -> None:
        if self._detail is not None:
            self._context.go("findings", self._detail.row.finding_id)

    def _role(self) -> Role | None:
        me = self._context.heading.actor
        known = people(self._context.audit)
        return next((person.role for person in known if person.id == me), None)

    def _on_back(self) -> None:
        self.left.emit()

    def _on_previous(self) -> None:
        self.moved.emit(-1)

    def _on_next(self) -> None:
        self.moved.emit(1)


def _by(day: date | None, person: object) -> str:
    name = getattr(person, "name", "")
    return " · ".join(part for part in ("" if day is None else day.isoformat(), name) if part)
