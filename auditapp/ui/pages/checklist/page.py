"""The checklist page: where every answer of an audit is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.domain.vocabulary import SignOffStage
from auditapp.ops.queries import checklist
from auditapp.store.undo import REDO, UNDO
from auditapp.ui.page import Page, PaletteItem
from auditapp.ui.pages.checklist.answering import Answering
from auditapp.ui.pages.checklist.deeds import Deeds
from auditapp.ui.pages.checklist.desk import Desk
from auditapp.ui.pages.checklist.frame import Frame
from auditapp.ui.pages.checklist.glyphs import RESULTS
from auditapp.ui.pages.checklist.ways import Ways
from auditapp.ui.shortcuts import PageKeys

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from auditapp.ops.queries.content import Pair
    from auditapp.ui.context import AppContext, ChangeNotice

PALETTE_LINES: Final = 8


class ChecklistPage(Page):
    """Three panes on one current (question, unit); redraws only what an op has changed."""

    TABLES: ClassVar[frozenset[str]] = frozenset(
        {
            "adoption", "adoption_unit", "answer", "answer_evidence", "assignment", "audit",
            "card_decision", "criterion", "criterion_link", "evidence", "finding", "frozen_pack",
            "left_out", "person", "profile_fact", "sign_off", "text", "unit", "unit_pack",
        }
    )  # fmt: skip

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.frame = Frame(context, self)
        self.desk = Desk(context, self.frame, self)
        self.deeds = Deeds(context, self)
        self.answering = Answering(self.desk, self.deeds, self)
        self.ways = Ways(self.desk, self)
        self._target: object = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        self._connect_frame()
        self._connect_question()
        self._bind_keys()

    def retranslate(self) -> None:
        """Set every string again."""
        self.frame.retranslate()
        self._show_saved()

    def refresh(self) -> None:
        """Read all rows again and stay where one was."""
        self.desk.load()
        target, self._target = self._target, None
        if target is not None:
            self.show_target(target)

    def show_target(self, target: object) -> None:
        """A pair, a question's id (in the unit shown, or the first), or a Filter."""
        desk = self.desk
        if desk.shelf is None or self._stale:
            self._target = target
        elif isinstance(target, checklist.Filter):
            self.frame.clauses.show_filter(target)
            desk.narrow()
        elif isinstance(target, str):
            pairs = (*desk.listing.shown, *desk.listing.rows)
            pair = next((it for it in pairs if it[0] == target), None)
            if pair is not None:
                desk.open_pair(pair)
            else:
                self.ways.say_why(target)
        elif target in desk.listing.rows:
            desk.open_pair(cast("Pair", target))
        elif isinstance(target, tuple):
            self.ways.say_why(*cast("Pair", target))

    def palette_items(self, words: str) -> Sequence[PaletteItem]:
        """Questions that say these words, in either language."""
        desk = self.desk
        if desk.shelf is None:
            return ()
        wanted = checklist.Filter(text=words, unit_id=self.context.unit)
        rows = checklist.narrowed(desk.listing.rows.values(), wanted, desk.shelf)
        return [
            PaletteItem(
                row.asked.question.q.get(self.context.lang),
                _calling(self._go_from_palette, row.pair),
                f"{row.question_id} {row.asked.unit_code}",
                "checklist",
                words,
            )
            for row in rows[:PALETTE_LINES]
        ]

    def audit_changed(self, notice: ChangeNotice) -> None:
        """Own changes concern one pair and redraw that; everything else is read again."""
        if not notice.touches(*self.TABLES):
            return
        self._show_saved()
        pair = self.deeds.pair
        desk = self.desk
        if notice.initiator is self.deeds and pair is not None:
            if pair[0] in desk.deciding and desk.asks_otherwise():
                self.mark_stale()
            else:
                desk.redraw(pair)
            return
        step = notice.outcome.step
        travelled = step is not None and step.op in (UNDO, REDO) and self.isVisible()
        pairs = [*self._pairs_of(notice)]
        self.mark_stale()
        pairs += self._pairs_of(notice)
        if travelled and len(set(pairs)) == 1:
            self.desk.reveal(pairs[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and arrows move on where nobody else wants them; Esc leaves a mode."""
        desk = self.desk
        moves: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Return: desk.go_on,
            Qt.Key.Key_Enter: desk.go_on,
            Qt.Key.Key_Down: desk.go_on,
            Qt.Key.Key_Right: desk.go_on,
            Qt.Key.Key_Up: desk.go_back,
            Qt.Key.Key_Left: desk.go_back,
        }
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        run = None if held else moves.get(event.key())
        if run is not None:
            run()
        elif event.key() != Qt.Key.Key_Escape or not desk.leave_mode():
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """In the matrix the keys belong to the grid."""
        super().focusInEvent(event)
        if self.frame.is_matrix:
            self.frame.matrix.setFocus()

    # -- inside -------------------------------------------------------------------------------

    def _connect_frame(self) -> None:
        frame, desk = self.frame, self.desk
        frame.plan_wanted.connect(self._go_to_plan)
        frame.back_wanted.connect(desk.toggle_matrix)
        frame.clauses.pair_chosen.connect(self._on_chosen)
        frame.clauses.filter_chosen.connect(desk.narrow)
        frame.clauses.next_wanted.connect(desk.next_unanswered)
        frame.clauses.onward.connect(desk.go_on)
        frame.matrix.pair_chosen.connect(self._on_chosen)
        frame.matrix.pair_opened.connect(self._on_opened)
        frame.guidance.rule_wanted.connect(self._add_rule)
        ui = frame.question.ui
        ui.tree_button.clicked.connect(_calling(frame.fold, "clauses"))
        ui.guidance_button.clicked.connect(_calling(frame.fold, "guidance"))
        ui.matrix_button.clicked.connect(desk.toggle_matrix)
        ui.second_button.clicked.connect(desk.toggle_second)
        ui.interview_button.clicked.connect(desk.toggle_interview)
        ui.next_button.clicked.connect(desk.go_on)
        ui.previous_button.clicked.connect(desk.go_back)

    def _connect_question(self) -> None:
        pane, do = self.frame.question, self.answering
        pane.result_chosen.connect(do.give)
        pane.reason_given.connect(do.give_reason)
        pane.degree_chosen.connect(do.set_degree)
        pane.note_left.connect(self.deeds.set_note)
        pane.note_typed.connect(self.deeds.draft_note)
        pane.media_given.connect(do.take_media)
        pane.unit_chosen.connect(self._on_unit)
        pane.history_wanted.connect(do.show_history)
        pane.signs.signed.connect(do.sign)
        pane.findings.opened.connect(self._on_finding)
        pane.ui.add_rule_button.clicked.connect(self._add_rule)
        pane.ui.raise_button.clicked.connect(do.raise_finding)
        strip = pane.evidence
        strip.opened.connect(self._on_evidence)
        strip.removed.connect(do.unlink)
        strip.file_wanted.connect(do.choose_files)
        strip.photo_wanted.connect(do.choose_photos)
        strip.paste_wanted.connect(do.paste)
        strip.note_wanted.connect(do.write_note)
        strip.link_wanted.connect(do.link_evidence)

    def _bind_keys(self) -> None:
        desk, do, pane = self.desk, self.answering, self.frame.question
        keys = PageKeys(self)
        for number, result in enumerate(RESULTS, 1):
            keys.add(str(number), _calling(do.give_by_key, result))
        keys.add("0", _calling(do.give_by_key, None))
        for shortcut in self.findChildren(QShortcut):
            # A key held down must not answer the questions that follow.
            shortcut.setAutoRepeat(False)
        for key, run in (
            ("N", desk.next_unanswered),
            ("F", do.raise_finding),
            ("U", pane.show_units),
            ("E", pane.evidence.show_menu),
            ("M", desk.toggle_matrix),
            ("L", desk.toggle_second),
            ("H", do.show_history),
            ("T", self._to_note),
            ("C", self.frame.guidance.look_up),
            ("P", _calling(do.sign, SignOffStage.PREPARED)),
            ("R", _calling(do.sign, SignOffStage.REVIEWED)),
            ("A", pane.proposals.take_over),
            ("G", self.frame.clauses.ui.filter_button.showMenu),
        ):
            keys.add(key, run)
        keys.add("/", self._to_search, with_alt=False)
        for name, run in (
            ("F6", _calling(self.frame.fold, "clauses")),
            ("F7", _calling(self.frame.fold, "guidance")),
            ("F11", desk.toggle_interview),
            ("Ctrl+F", self._to_search),
            ("Ctrl+V", do.paste),
        ):
            shortcut = QShortcut(QKeySequence(name), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    def _pairs_of(self, notice: ChangeNotice) -> set[Pair]:
        """The pairs whose answers a step touched, as far as the rows know them."""
        ids = notice.outcome.rows("answer")
        return {row.pair for row in self.desk.listing.rows.values() if row.answer_id in ids}

    def _show_saved(self) -> None:
        at = self.context.saved_at
        time = "" if at is None else f"{at.astimezone():%H:%M:%S}"
        said = self.tr("saved {time}").format(time=time) if time else ""
        self.frame.question.show_saved(said)

    def _add_rule(self) -> None:
        if self.desk.view is not None:
            self.context.go("plan", ("criteria", self.desk.view.question.id))

    def _go_to_plan(self) -> None:
        self.context.go("plan")

    def _go_from_palette(self, pair: Pair) -> None:
        self.context.go("checklist", pair)

    def _to_note(self) -> None:
        self.frame.question.ui.note_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _to_search(self) -> None:
        self.frame.clauses.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_chosen(self, pair: Pair) -> None:
        if pair != self.desk.pair:
            self.desk.go_to(pair)

    def _on_opened(self, pair: Pair) -> None:
        self.desk.open_pair(pair)
        self.setFocus()

    def _on_unit(self, unit: UUID) -> None:
        if self.desk.view is not None:
            self.desk.open_pair((self.desk.view.question.id, unit))

    def _on_finding(self, finding: UUID) -> None:
        self.context.go("findings", finding)

    def _on_evidence(self, item: UUID) -> None:
        self.context.go("evidence", item)


def _calling(run: Callable[..., None], *args: object) -> Callable[[], None]:
    """A slot without arguments (clicked would pass its own)."""

    def call() -> None:
        run(*args)

    return call
