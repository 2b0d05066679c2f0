"""What other packs ask about the same thing: found once for the packs in use, in a job."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from auditapp.ops.queries import upgrade as queries

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from auditapp.domain.vocabulary import Result
    from auditapp.jobs.progress import Progress
    from auditapp.ops.queries.content import PackShelf, Pair
    from auditapp.ops.queries.upgrade import RelatedRow
    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.checklist.listing import Listing


@dataclass(frozen=True, slots=True)
class RelatedLine:
    """A question of another pack, and its results by unit as they stand now."""

    question_id: str
    words: str
    same_criterion: bool
    given: tuple[tuple[str, Result], ...] = ()


class Related(QObject):
    """Keeps what is related until the packs change.

    Signals:
        found: what is related is known now.
    """

    found = Signal()

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._packs: Hashable = None
        self._rows: Mapping[str, tuple[RelatedRow, ...]] = {}

    def look(self, shelf: PackShelf, packs: Sequence[str]) -> None:
        """Find what is related, unless these packs (by hash) are those looked at last."""
        wanted = tuple(packs)
        if wanted == self._packs:
            return
        self._packs = wanted
        self._rows = {}
        if len(wanted) < 2:
            return
        audit = self._context.audit

        def work(progress: Progress) -> Mapping[str, tuple[RelatedRow, ...]]:
            del progress
            return queries.related(audit, shelf)

        def keep(rows: Mapping[str, tuple[RelatedRow, ...]]) -> None:
            if self._packs == wanted:
                self._rows = rows
                self.found.emit()

        self._context.jobs.run(work, keep, uses_audit=True)

    def lines(self, pair: Pair, listing: Listing) -> list[RelatedLine]:
        """What is related to a question: its results in the same unit first, then in others."""
        rows = self._rows.get(pair[0], ())
        if not rows:
            return []
        wanted = {row.question.id for row in rows}
        given: dict[str, list[tuple[str, Result]]] = {}
        asked: set[str] = set()
        for it in listing.rows.values():
            if it.question_id not in wanted:
                continue
            asked.add(it.question_id)
            if it.result is not None:
                said = (it.asked.unit_code, it.result)
                place = 0 if it.unit_id == pair[1] else len(given.get(it.question_id, ()))
                given.setdefault(it.question_id, []).insert(place, said)
        lang = self._context.lang
        return [
            RelatedLine(
                row.question.id,
                row.question.q.get(lang),
                row.same_criterion,
                tuple(given.get(row.question.id, ())),
            )
            for row in rows
            if row.question.id in asked
        ]
