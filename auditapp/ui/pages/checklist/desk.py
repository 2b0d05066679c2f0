"""Where one stands in the checklist, and how one moves: rows, filter, unit, matrix, interview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from auditapp.domain.audit_life import Area, check_change
from auditapp.errors import UserError
from auditapp.ops.queries import checklist, content, plan, question
from auditapp.ops.queries.printed import Languages

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from auditapp.ops.queries.content import PackShelf, Pair
    from auditapp.ops.queries.question import QuestionView
    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.checklist.frame import Frame

from auditapp.ui.pages.checklist.listing import Listing
from auditapp.ui.pages.checklist.related import Related


class Desk(QObject):
    """Reads rows and views, and keeps the panes on one current pair."""

    def __init__(self, context: AppContext, frame: Frame, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.context = context
        self.frame = frame
        self.listing = Listing()
        self.view: QuestionView | None = None
        self.shelf: PackShelf | None = None
        self.locked = ""
        self.is_leaving = False
        self.deciding: frozenset[str] = frozenset()
        self.related = Related(context, self)
        self.related.found.connect(self._show_guidance)
        self._plan: plan.Frame | None = None

    @property
    def pair(self) -> Pair | None:
        """Where one stands."""
        return None if self.view is None else self.view.asked.pair

    @property
    def languages(self) -> Languages:
        """The audit's languages, for texts that print."""
        known = self._plan or plan.frame(self.context.audit)
        second = None if known.second_lang is known.main_lang else known.second_lang
        return Languages(known.main_lang, second)

    # -- reading ------------------------------------------------------------------------------

    def load(self) -> None:
        """Read all rows again and stay where one was."""
        audit = self.context.audit
        if self.shelf is None:
            self.shelf = content.PackShelf(audit)
        self.listing.load(checklist.checklist(audit, self.shelf))
        self._plan = plan.frame(audit)
        known = audit.read(self.shelf.content)
        self.deciding = known.deciding
        self.frame.clauses.show_not_asked(len(known.not_asked))
        self.related.look(self.shelf, [it.sha256 for it in plan.packs(audit, self.shelf)])
        self.locked = self._lock()
        self.frame.set_empty(on=not self.listing.rows)
        self.narrow()

    def narrow(self) -> None:
        """Apply filter and unit, build the tree, stand somewhere sensible."""
        if self.shelf is None or not self.context.is_open:
            return
        audit, wanted = self.context.audit, self.frame.clauses.menu.wanted
        known = {it.id for it in self.context.heading.units}
        unit = self.context.unit if self.context.unit in known else None
        self.listing.apply(wanted, unit, self.shelf)
        packs = {pack.pack_id: pack.title for pack in plan.packs(audit, self.shelf)}
        several = len({row.unit_id for row in self.listing.rows.values()}) > 1
        clauses = self.frame.clauses
        clauses.show_rows(
            self.listing.shown_rows(),
            content.sections(audit, self.shelf),
            packs,
            many_units=several and unit is None,
        )
        clauses.show_progress(self.listing.progress())
        pair = self.pair
        if not self.frame.is_matrix or pair not in self.listing.rows:
            pair = self.listing.nearest(pair) or pair
        if self.frame.is_matrix:
            self._fill_matrix()
        if pair in self.listing.rows:
            self.go_to(pair)

    def asks_otherwise(self) -> bool:
        """Whether an answer changed what is asked: the rows must be read again."""
        if self.shelf is None:
            return False
        known = self.context.audit.read(self.shelf.content)
        return known.by_pair.keys() != self.listing.rows.keys()

    def redraw(self, pair: Pair) -> None:
        """Read one pair again and repaint what shows it.

        While ``is_leaving``, its question is not read once more: another one comes at once.
        """
        shelf = self.shelf
        row = None if shelf is None else checklist.checklist_row(self.context.audit, shelf, pair)
        if shelf is None or row is None:
            return
        self.listing.put(row)
        self.frame.clauses.model.put(row)
        self.frame.clauses.show_progress(self.listing.progress())
        if self.frame.is_matrix:
            self.frame.matrix.rows.put(row)
        if pair == self.pair and not self.is_leaving:
            self.view = question.question(self.context.audit, shelf, *pair)
            self.frame.question.show_view(self.view, locked=self.locked)

    # -- moving -------------------------------------------------------------------------------

    def go_to(self, pair: Pair, way: int = 0) -> None:
        """Show a pair; ``way`` says from which side it slides in."""
        if self.shelf is None:
            return
        self.frame.question.settle_note()
        try:
            view = question.question(self.context.audit, self.shelf, *pair)
        except UserError as error:
            self.context.refused.emit(error)
            return
        self.view = view
        self.frame.question.show_view(view, locked=self.locked, way=way)
        self._show_guidance()
        self.frame.clauses.choose(pair)
        if self.frame.is_matrix:
            self.frame.matrix.choose(pair)

    def open_pair(self, pair: Pair) -> None:
        """Show a pair in the question pane, whatever filter and unit hide it."""
        self.set_matrix(on=False)
        self.go_to(pair)
        unit = self.context.unit
        if unit is not None and unit != pair[1]:
            self.context.choose_unit(pair[1])
        if not self.listing.is_shown(pair):
            self.frame.clauses.show_filter(checklist.Filter())
            self.narrow()

    def step(self, steps: int) -> None:
        """The next or the previous question."""
        pair = self.listing.beside(self.pair, steps)
        if pair is None:
            end = self.tr("This is the last question")
            self.context.notify(end if steps > 0 else self.tr("This is the first question"))
        elif pair != self.pair:
            self.go_to(pair, 1 if steps > 0 else -1)

    def go_on(self) -> None:
        """The next question."""
        self.step(1)

    def go_back(self) -> None:
        """The question before."""
        self.step(-1)

    def go_past(self, pair: Pair) -> None:
        """On from a question that is settled; at the end one stays."""
        beside = self.listing.beside(pair, 1)
        if beside is not None:
            self.go_to(beside, 1)

    def next_unanswered(self) -> None:
        """The next question without a result."""
        pair = self.listing.next_unanswered(self.pair)
        if pair is None:
            self.context.notify(self.tr("Everything shown here is answered"))
        else:
            self.go_to(pair, 1)

    def reveal(self, pair: Pair) -> None:
        """Show a pair that was changed elsewhere, if the filter shows it."""
        if pair != self.pair and self.listing.is_shown(pair):
            self.go_to(pair)

    # -- modes --------------------------------------------------------------------------------

    def toggle_matrix(self) -> None:
        """From the question to the grid of all units, and back."""
        if self.frame.is_matrix:
            if self.pair is not None:
                self.open_pair(self.pair)
            self._page.setFocus()
        else:
            self.set_matrix(on=True)

    def toggle_second(self) -> None:
        """Show the question in the other language too, or not."""
        pane = self.frame.question
        pane.set_second(on=not pane.shows_second)

    def toggle_interview(self) -> None:
        """Question and note only, or everything again."""
        self.set_matrix(on=False)
        self.frame.set_interview(on=not self.frame.is_interview)

    def leave_mode(self) -> bool:
        """Leave interview or matrix; says whether one was in either."""
        if self.frame.is_interview:
            self.toggle_interview()
        elif self.frame.is_matrix:
            self.toggle_matrix()
        else:
            return False
        return True

    def set_matrix(self, *, on: bool) -> None:
        """Show the grid or the question."""
        if on == self.frame.is_matrix:
            return
        if on:
            self.frame.set_interview(on=False)
        self.frame.set_matrix(on=on)
        if on:
            self._fill_matrix()
            self.frame.matrix.setFocus()

    def is_locked(self) -> bool:
        """Whether nothing can be changed any more; says why."""
        if self.locked:
            self.context.notify(self.locked)
        return bool(self.locked)

    # -- inside -------------------------------------------------------------------------------

    def _show_guidance(self) -> None:
        if self.view is not None:
            lines = self.related.lines(self.view.asked.pair, self.listing)
            self.frame.guidance.show_view(self.view, lines)

    def _fill_matrix(self) -> None:
        if self.shelf is None:
            return
        units = [unit.id for unit in self.context.heading.units]
        self.frame.matrix.show_rows(self.listing.matrix_rows(self.shelf), units)
        if self.pair is not None:
            self.frame.matrix.choose(self.pair)

    def _lock(self) -> str:
        if self._plan is None:
            return ""
        try:
            check_change(self._plan.state, Area.ANSWERS)
        except UserError as error:
            return self.context.texts.error(error)
        return ""
