"""What a finding is tied to: the criteria it cites, its evidence, its actions in two tracks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from auditapp.domain.finding_life import Part
from auditapp.domain.vocabulary import ActionKind
from auditapp.ops import actions as action_ops
from auditapp.ops import evidence as evidence_ops
from auditapp.ops import findings as ops
from auditapp.ops.queries.findings import forces_for
from auditapp.ops.queries.plan import criteria
from auditapp.store.op import uuid7
from auditapp.ui.pages.evidence.add_dialog import AddEvidenceDialog, open_add_dialog
from auditapp.ui.pages.evidence.adding import AddTarget
from auditapp.ui.pages.evidence.linking import pick_evidence
from auditapp.ui.pages.evidence.words import KIND_ICONS
from auditapp.ui.pages.findings.words import locked
from auditapp.ui.pages.records.asking import Choice, PickDialog
from auditapp.ui.pages.records.layout import attempt, button, column, label, line
from auditapp.ui.pages.records.links import Link, LinkList
from auditapp.ui.widgets.boxes import Card

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QLabel, QVBoxLayout

    from auditapp.ops.queries.content import PackShelf
    from auditapp.ops.queries.findings import CitedCriterion, FindingDetail
    from auditapp.ui.context import AppContext


class FindingTies(QWidget):
    """Edits what a finding is tied to; ``reason`` is that of a revision under way."""

    def __init__(
        self,
        context: AppContext,
        shelf: PackShelf,
        reason: Callable[[], str | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._shelf, self._reason = context, shelf, reason
        self._detail: FindingDetail | None = None
        self._heads: dict[str, QLabel] = {}
        self._kinds: dict[ActionKind, QLabel] = {}
        self.criteria = LinkList(context, self)
        self.evidence = LinkList(context, self)
        self.tracks = {kind: LinkList(context, self) for kind in ActionKind}
        icons = context.icons
        self.choose = button(icons, "criteria", self._on_choose, self)
        self.link = button(icons, "link", self._on_link, self)
        self.add = button(icons, "add", self._on_add, self)
        self.act = {
            ActionKind.CORRECTION: button(icons, "add", self._on_correction, self),
            ActionKind.CORRECTIVE_ACTION: button(icons, "add", self._on_corrective, self),
        }
        self._arrange()
        self.criteria.opened.connect(self._on_criterion_opened)
        self.criteria.removed.connect(self._on_criterion_removed)
        self.evidence.opened.connect(self._on_evidence_opened)
        self.evidence.removed.connect(self._on_evidence_removed)
        for track in self.tracks.values():
            track.opened.connect(self._on_action_opened)

    def load(self, detail: FindingDetail) -> None:
        """Show a finding."""
        self._detail = detail
        fixed = locked(detail, Part.JUDGEMENT, self._reason())
        self.choose.setEnabled(not fixed)
        self._show_criteria(detail, fixed=fixed)
        self._show_evidence(detail)
        self._show_actions(detail)

    def retranslate(self) -> None:
        """Set every string again."""
        heads = {
            "criteria": self.tr("Criteria"),
            "evidence": self.tr("Evidence"),
            "actions": self.tr("Actions"),
        }
        for name, text in heads.items():
            self._heads[name].setText(text)
        buttons = (
            (self.choose, self.tr("Choose …"), self.tr("Choose the criteria that it cites")),
            (self.link, self.tr("Link …"), self.tr("Link evidence that is there")),
            (self.add, self.tr("Add …"), self.tr("Add new evidence")),
        )
        for widget, text, tip in buttons:
            widget.setText(text)
            widget.setToolTip(tip)
            widget.setAccessibleName(tip)
        for kind, widget in self.act.items():
            word = self._context.texts.enum(kind)
            self._kinds[kind].setText(word)
            widget.setText(self.tr("Add"))
            widget.setToolTip(self.tr("Add: {kind}").format(kind=word))
            widget.setAccessibleName(widget.toolTip())

    def _show_criteria(self, detail: FindingDetail, *, fixed: bool) -> None:
        self.criteria.show_links(
            [self._criterion(cited, fixed=fixed) for cited in detail.criteria],
            self.tr("None yet: without a binding criterion the grade is an improvement at most."),
        )

    def _criterion(self, cited: CitedCriterion, *, fixed: bool) -> Link:
        texts, lang = self._context.texts, self._context.lang
        key = ("card", cited.card_id) if cited.own_id is None else ("own", cited.own_id)
        title = cited.label
        number = ""
        if cited.card is not None:
            number, title = cited.card.article, cited.card.source.get(lang)
        force = self.tr("does not apply") if cited.bond is None else texts.enum(cited.bond.force)
        return Link(
            key,
            number,
            title,
            force,
            icon="criteria",
            can_open=cited.card is not None,
            can_remove=not fixed,
        )

    def _show_evidence(self, detail: FindingDetail) -> None:
        lang = self._context.lang
        self.evidence.show_links(
            [
                Link(
                    chip.id,
                    chip.number,
                    chip.title.best(lang) or chip.file_name or "",
                    icon=KIND_ICONS[chip.kind],
                )
                for chip in detail.evidence
            ],
            self.tr("None yet: the facts cannot be confirmed without evidence."),
        )

    def _show_actions(self, detail: FindingDetail) -> None:
        texts, lang = self._context.texts, self._context.lang
        for kind, track in self.tracks.items():
            rows = [row for row in detail.actions if row.kind is kind]
            track.show_links(
                [
                    Link(
                        row.id,
                        row.number,
                        row.description.best(lang),
                        self.tr("overdue") if row.overdue else texts.enum(row.state),
                        icon="clock" if row.overdue else "actions",
                        token="major" if row.overdue else "muted",
                        can_remove=False,
                    )
                    for row in rows
                ],
                self.tr("None yet."),
            )

    def _arrange(self) -> None:
        box = column(self, gap=12)
        self._card(box, "criteria", self.choose).addWidget(self.criteria)
        self._card(box, "evidence", self.link, self.add).addWidget(self.evidence)
        actions = self._card(box, "actions")
        for kind, track in self.tracks.items():
            top = line()
            self._kinds[kind] = label(self, "caption")
            top.addWidget(self._kinds[kind], 1)
            top.addWidget(self.act[kind])
            actions.addLayout(top)
            actions.addWidget(track)

    def _card(self, box: QVBoxLayout, name: str, *buttons: QWidget) -> QVBoxLayout:
        card = Card(self, margin=12)
        self._heads[name] = label(card, "strong")
        top = line()
        top.addWidget(self._heads[name], 1)
        for widget in buttons:
            top.addWidget(widget)
        card.body.addLayout(top)
        box.addWidget(card)
        return card.body

    def _do(self, make: Callable[[FindingDetail], Any]) -> None:
        detail = self._detail
        if detail is not None:
            attempt(self._context, lambda: make(detail))

    def _on_choose(self) -> PickDialog | None:
        detail = self._detail
        if detail is None:
            return None
        ticked = [
            ("card", cited.card_id) if cited.own_id is None else ("own", cited.own_id)
            for cited in detail.criteria
        ]
        dialog = PickDialog(
            self.tr("Criteria of {number}").format(number=detail.row.number),
            self.tr("The strongest force among them limits the grade."),
            self.tr("Cite"),
            self,
        )
        dialog.offer(criterion_choices(self._context, self._shelf), ticked)
        dialog.picked.connect(self._cite)
        dialog.open()
        return dialog

    def _cite(self, keys: frozenset[tuple[str, Any]]) -> None:
        own = sorted((key for kind, key in keys if kind == "own"), key=str)
        cards = sorted(key for kind, key in keys if kind == "card")

        def make(found: FindingDetail) -> Any:
            force = forces_for(
                self._context.audit,
                self._shelf,
                own=own,
                cards=cards,
                unit_id=found.record.unit_id,
            )
            return ops.set_criteria(
                found.row.id, own=own, cards=cards, forces=force.forces, reason=self._reason()
            )

        self._do(make)

    def _on_criterion_opened(self, key: tuple[str, str]) -> None:
        self._context.look_up(key[1])

    def _on_criterion_removed(self, key: tuple[str, Any]) -> None:
        if self._detail is None:
            return
        kept = {
            ("card", cited.card_id) if cited.own_id is None else ("own", cited.own_id)
            for cited in self._detail.criteria
        }
        self._cite(frozenset(kept - {key}))

    def _on_link(self) -> PickDialog | None:
        detail = self._detail
        if detail is None:
            return None
        before = frozenset(chip.id for chip in detail.evidence)

        def take(after: frozenset[UUID]) -> None:
            gesture, finding = uuid7(), detail.row.id
            for item in after - before:
                op = evidence_ops.link_to_finding(item, finding)
                self._context.perform(op, gesture=gesture)
            for item in before - after:
                op = evidence_ops.unlink_from_finding(item, finding)
                self._context.perform(op, gesture=gesture)

        title = self.tr("Evidence of {number}").format(number=detail.row.number)
        return pick_evidence(self._context, self, title, before, take)

    def _on_add(self) -> AddEvidenceDialog | None:
        detail = self._detail
        if detail is None:
            return None
        target = AddTarget(unit_id=detail.record.unit_id, finding_id=detail.row.id)
        dialog = open_add_dialog(self._context, target, self)
        dialog.open()
        return dialog

    def _on_evidence_opened(self, item: UUID) -> None:
        self._context.go("evidence", item)

    def _on_evidence_removed(self, item: UUID) -> None:
        self._do(lambda found: evidence_ops.unlink_from_finding(item, found.row.id))

    def _on_action_opened(self, action: UUID) -> None:
        self._context.go("actions", action)

    def _on_correction(self) -> None:
        self._add_action(ActionKind.CORRECTION)

    def _on_corrective(self) -> None:
        self._add_action(ActionKind.CORRECTIVE_ACTION)

    def _add_action(self, kind: ActionKind) -> None:
        detail = self._detail
        if detail is None:
            return
        plan = action_ops.ActionPlan(kind)
        outcome = self._context.perform(action_ops.add_action(detail.row.id, plan))
        if outcome is not None:
            self._context.go("actions", outcome.value)


def criterion_choices(context: AppContext, shelf: PackShelf) -> list[Choice]:
    """The auditee's own rules first, then the cards that the packs cite, each with its force."""
    found, texts, lang = criteria(context.audit, shelf), context.texts, context.lang
    own = [
        Choice(
            ("own", rule.id),
            f"{rule.number}  {texts.enum(rule.force)}",
            " ".join(part for part in (rule.document, rule.article) if part),
            " ".join(rule.wording.bodies.values()).casefold(),
            context.icons.icon("document", "muted", 16),
        )
        for rule in found.own_rules
        if not rule.withdrawn
    ]
    cards = [
        Choice(
            ("card", row.card.id),
            f"{row.card.source.get(lang)} {row.card.article}",
            " · ".join(
                (
                    row.card.title.get(lang),
                    texts.enum(row.card.force if row.bond is None else row.bond.force),
                )
            ),
            f"{row.card.id} {row.card.title.zh} {row.card.title.en}".casefold(),
            context.icons.icon("criteria", "muted", 16),
        )
        for row in found.cards
    ]
    return [*own, *cards]
