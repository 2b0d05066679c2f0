"""Choosing what an item supports: questions in units, and findings, found by searching."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QObject

from auditapp.ops import evidence as ops
from auditapp.ops.queries import evidence_extra
from auditapp.ops.queries.evidence import evidence_list
from auditapp.store.op import uuid7
from auditapp.ui.pages.evidence.words import KIND_ICONS, kind_word
from auditapp.ui.pages.records.asking import Choice, PickDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from auditapp.ops.queries.content import PackShelf
    from auditapp.ops.queries.evidence import EvidenceDetail
    from auditapp.ui.context import AppContext

Key = tuple[str, str, "UUID"] | tuple[str, "UUID"]


class LinkPicker(QObject):
    """Opens the dialog and turns its answer into ops of one gesture."""

    def __init__(self, context: AppContext, shelf: PackShelf, owner: QWidget) -> None:
        super().__init__(owner)
        self._context = context
        self._shelf = shelf
        self._owner = owner

    def ask(self, detail: EvidenceDetail) -> PickDialog:
        """Let the user tick what the item supports."""
        before: set[object] = {("answer", *pair) for pair in detail.row.answers}
        before |= {("finding", finding.id) for finding in detail.findings}
        dialog = PickDialog(
            self.tr("What {number} supports").format(number=detail.row.number),
            self.tr("One item may support many answers and findings."),
            self.tr("Link"),
            self._owner,
        )
        dialog.offer(self.choices(), before)

        def take(after: object) -> None:
            self._link(detail.row.id, before, cast("Collection[object]", after))

        dialog.picked.connect(take)
        dialog.open()
        return dialog

    def choices(self) -> list[Choice]:
        """Findings first, then the questions in reading order."""
        context, lang = self._context, self._context.lang
        today = context.audit.now().astimezone().date()
        found = evidence_extra.targets(context.audit, self._shelf, today=today)
        icons = context.icons
        listed = [
            Choice(
                ("finding", row.id),
                f"{row.number}  {context.texts.enum(row.grade)}",
                row.title.best(lang),
                " ".join(row.title.bodies.values()).casefold(),
                icons.icon("findings", "muted", 16),
            )
            for row in found.findings
        ]
        picture = icons.icon("checklist", "muted", 16)
        listed += [
            Choice(
                ("answer", *asked.pair),
                f"{asked.question.id} · {asked.unit_code}",
                asked.question.q.get(lang),
                f"{asked.question.q.zh} {asked.question.q.en}".casefold(),
                picture,
            )
            for asked in found.asked
        ]
        return listed

    def _link(self, item: UUID, before: Collection[object], after: Collection[object]) -> None:
        gesture = uuid7()
        for key in cast("list[Key]", [key for key in after if key not in before]):
            op = (
                ops.link_to_answer(item, key[1], key[2])
                if len(key) == 3
                else ops.link_to_finding(item, key[1])
            )
            self._context.perform(op, gesture=gesture)
        for key in cast("list[Key]", [key for key in before if key not in after]):
            op = (
                ops.unlink_from_answer(item, key[1], key[2])
                if len(key) == 3
                else ops.unlink_from_finding(item, key[1])
            )
            self._context.perform(op, gesture=gesture)


def pick_evidence(
    context: AppContext,
    owner: QWidget,
    title: str,
    linked: Collection[UUID],
    then: Callable[[frozenset[UUID]], None],
) -> PickDialog:
    """Let the user tick items of evidence; ``then`` gets all that are ticked."""
    words = QCoreApplication.translate("LinkPicker", "Link")
    dialog = PickDialog(title, "", words, owner)
    lang = context.lang
    dialog.offer(
        [
            Choice(
                row.id,
                f"{row.number}  {kind_word(row.kind)}",
                row.title.best(lang) or row.record.file_name or "",
                " ".join(row.title.bodies.values()).casefold(),
                context.icons.icon(KIND_ICONS[row.kind], "muted", 16),
            )
            for row in evidence_list(context.audit)
        ],
        linked,
    )
    dialog.picked.connect(lambda keys: then(cast("frozenset[UUID]", keys)))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType]
    dialog.open()
    return dialog
