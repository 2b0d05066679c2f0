"""The two sides of an action, apart: what the auditee says and does, what the team finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from auditapp.domain.vocabulary import ActionKind, ActionState
from auditapp.ops import actions as ops
from auditapp.ops.actions import AUDITEE_TEXTS, AUDITOR_TEXTS
from auditapp.ops.evidence import link_to_action
from auditapp.ops.texts import text_cell
from auditapp.store.drafts import Cellref
from auditapp.store.op import uuid7
from auditapp.ui.pages.evidence.add_dialog import AddEvidenceDialog, open_add_dialog
from auditapp.ui.pages.evidence.adding import AddTarget
from auditapp.ui.pages.evidence.linking import pick_evidence
from auditapp.ui.pages.evidence.words import KIND_ICONS
from auditapp.ui.pages.records.asking import ask_reason
from auditapp.ui.pages.records.editors import BilingualField, DateField, TextField
from auditapp.ui.pages.records.layout import attempt, button, label, line
from auditapp.ui.pages.records.links import Link, LinkList
from auditapp.ui.widgets.boxes import Card

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from uuid import UUID

    from auditapp.domain.vocabulary import Lang
    from auditapp.ops.queries.actions import ActionDetail
    from auditapp.ops.queries.people import PersonRow
    from auditapp.ops.queries.printed import Languages
    from auditapp.ui.context import AppContext
    from auditapp.ui.icons import IconName
    from auditapp.ui.theme import Token

_FACTS: Final = ("accepted", "check", "criterion", "verified", "result", "reopened")


class Side(Card):
    """One side: a head, and printed texts that save themselves."""

    def __init__(
        self,
        context: AppContext,
        texts: Iterable[str],
        icon: IconName,
        token: Token,
        parent: QWidget,
    ) -> None:
        super().__init__(parent, margin=16, gap=12)
        self._context = context
        self._detail: ActionDetail | None = None
        self._icon: IconName = icon
        self._token: Token = token
        self._picture = label(self)
        self._name = label(self, "strong")
        head = line()
        head.addWidget(self._picture)
        head.addWidget(self._name, 1)
        self.body.addLayout(head)
        self.texts = {name: self._text(name) for name in texts}
        context.theme.changed.connect(self._retint)
        self._retint()

    def flush(self) -> None:
        """Make what was typed a step now."""
        for field in self.texts.values():
            field.flush()

    def load(self, detail: ActionDetail, languages: Languages, *, fixed: bool) -> None:
        """Show an action; ``fixed``: nothing can be edited any more."""
        self._detail = detail
        for name, field in self.texts.items():
            field.load(detail.texts[name], languages, drafting=not fixed)
            field.set_read_only(fixed)

    def _text(self, name: str) -> BilingualField:
        return BilingualField(
            self._context,
            self._setter(name),
            self,
            draft=self._drafter(name),
            lines=5 if name == "root_cause" else 2,
            numbered=name == "root_cause",
        )

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

    def _retint(self) -> None:
        self._picture.setPixmap(self._context.icons.pixmap(self._icon, self._token, 20))


class AuditeeSide(Side):
    """What will be done, why it came about, by whom, until when, and the proof."""

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(context, AUDITEE_TEXTS, "people", "minor", parent)
        self.owner = TextField(context, self._set_owner, self, draft=self._draft_owner)
        self.due = DateField(context, self)
        self.extended = label(self, "caption", wrap=True)
        self.proofs = LinkList(context, self)
        self._proofs_name = label(self, "strong")
        self.link = button(context.icons, "link", self._on_link, self)
        self.add = button(context.icons, "add", self._on_add, self)
        self._arrange()
        self.due.chosen.connect(self._on_due)
        self.proofs.opened.connect(self._on_proof)

    def flush(self) -> None:
        """Make what was typed a step now."""
        super().flush()
        self.owner.flush()

    def load(self, detail: ActionDetail, languages: Languages, *, fixed: bool) -> None:
        """Show an action; ``fixed``: nothing can be edited any more."""
        super().load(detail, languages, fixed=fixed)
        record = detail.record
        self.texts["root_cause"].setVisible(
            record.kind is ActionKind.CORRECTIVE_ACTION or bool(detail.texts["root_cause"])
        )
        self.owner.load(record.owner or "")
        self.due.load(record.due_on)
        for widget in (self.owner, self.due):
            widget.setEnabled(not fixed)
        self.extended.setText(self._extension_words(detail))
        self.extended.setVisible(record.extensions > 0)
        self._show_proofs(detail)

    def retranslate(self) -> None:
        """Set every string again."""
        self._name.setText(self.tr("The auditee's side"))
        self._proofs_name.setText(self.tr("Evidence of the proof"))
        self.texts["description"].set_texts(self.tr("What will be done"))
        self.texts["root_cause"].set_texts(
            self.tr("Root cause"),
            self.tr("five whys, one numbered line each; stop where the cause can be removed"),
        )
        self.texts["proof"].set_texts(self.tr("Proof that it was done"))
        self.owner.set_texts(self.tr("Owner"), self.tr("The role that answers for it"))
        self.due.set_texts(self.tr("Due"))
        for widget, text, tip in (
            (self.link, self.tr("Link …"), self.tr("Link evidence that is there")),
            (self.add, self.tr("Add …"), self.tr("Add new evidence")),
        ):
            widget.setText(text)
            widget.setToolTip(tip)
            widget.setAccessibleName(tip)

    def _arrange(self) -> None:
        body = self.body
        body.addWidget(self.texts["description"])
        body.addWidget(self.texts["root_cause"])
        when = line(gap=12)
        when.addWidget(self.owner, 1)
        when.addWidget(self.due, 1)
        body.addLayout(when)
        body.addWidget(self.extended)
        body.addWidget(self.texts["proof"])
        top = line()
        top.addWidget(self._proofs_name, 1)
        top.addWidget(self.link)
        top.addWidget(self.add)
        body.addLayout(top)
        body.addWidget(self.proofs)
        body.addStretch()

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


class TeamSide(Side):
    """Whether the plan removes the cause, and what the verification showed."""

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(context, AUDITOR_TEXTS, "person", "accent", parent)
        self._facts = QFormLayout()
        self._fact_rows: dict[str, tuple[QLabel, QLabel]] = {}
        for field in self.texts.values():
            self.body.addWidget(field)
        self._facts.setHorizontalSpacing(16)
        self._facts.setVerticalSpacing(6)
        for name in _FACTS:
            caption, value = label(self, "muted"), label(self, wrap=True)
            self._facts.addRow(caption, value)
            self._fact_rows[name] = (caption, value)
        self.body.addLayout(self._facts)
        self.body.addStretch()

    def load(self, detail: ActionDetail, languages: Languages, *, fixed: bool) -> None:
        """Show an action; ``fixed``: nothing can be edited any more."""
        super().load(detail, languages, fixed=fixed)
        self._show_facts(detail)

    def retranslate(self) -> None:
        """Set every string again."""
        self._name.setText(self.tr("The audit team's side"))
        self.texts["assessment"].set_texts(
            self.tr("Assessment of the plan"), self.tr("does it remove the cause?")
        )
        self.texts["verification"].set_texts(
            self.tr("What the verification showed"),
            self.tr("by the same test as before, on fresh cases"),
        )
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


def _by(day: date | None, person: PersonRow | None) -> str:
    name = "" if person is None else person.name
    return " · ".join(part for part in ("" if day is None else day.isoformat(), name) if part)
