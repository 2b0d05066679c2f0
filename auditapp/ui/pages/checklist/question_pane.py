"""The centre pane: one question in one unit, its answer, its evidence, its findings."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QMenu, QToolButton

from auditapp.domain.vocabulary import Lang, Result
from auditapp.ui._gen.ui_checklist_question_pane import Ui_ChecklistQuestionPane
from auditapp.ui.autosave import Autosave
from auditapp.ui.pages.checklist import question_words as say
from auditapp.ui.pages.checklist.deeds import refused, would_be
from auditapp.ui.pages.checklist.drop_area import DropArea
from auditapp.ui.pages.checklist.evidence_strip import EvidenceStrip
from auditapp.ui.pages.checklist.finding_row import FindingRow
from auditapp.ui.pages.checklist.proposal_strip import ProposalStrip
from auditapp.ui.pages.checklist.result_buttons import ResultButtons
from auditapp.ui.pages.checklist.sign_strip import SignStrip
from auditapp.ui.widgets.inputs import SegmentedButtons
from auditapp.ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from auditapp.ops.queries.content import Pair
    from auditapp.ops.queries.question import QuestionView
    from auditapp.ui.context import AppContext
    from auditapp.ui.icons import IconName

DEGREES: Final = 4
LARGE: Final = "font-size: 28px"


class QuestionPane(DropArea):
    """Shows a QuestionView and says what the user wants; the page does it.

    Signals:
        result_chosen(Result), reason_given(str): the result, the reason for *not applicable*.
        degree_chosen(int), note_left(pair, str), note_typed(pair, str).
        media_given(QMimeData): dropped here or pasted into the note.
        unit_chosen(UUID), history_wanted().
    """

    result_chosen = Signal(object)
    reason_given = Signal(str)
    degree_chosen = Signal(int)
    note_left = Signal(object, str)
    note_typed = Signal(object, str)
    unit_chosen = Signal(object)
    history_wanted = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self._context = context
        self.view: QuestionView | None = None
        self.asks_reason = False
        self.shows_second = True
        self.is_interview = False
        self._locked = ""
        self._has_draft = False
        self.ui = Ui_ChecklistQuestionPane()
        self.ui.setupUi(self)
        self.place = ElidedLabel(parent=self)
        self.place.setProperty("role", "caption")
        self.results = ResultButtons(context.theme, self)
        self.degrees = SegmentedButtons(context.theme, DEGREES, self)
        self.evidence = EvidenceStrip(context, self)
        self.findings = FindingRow(context, self)
        self.signs = SignStrip(context, self)
        self.proposals = ProposalStrip(context, self)
        self.unit_menu = QMenu(self)
        self._arrange()
        self.note = Autosave(
            context, self.ui.note_edit, commit=self._on_note_left, draft=self._on_note_typed
        )
        self._connect()

    # -- showing ------------------------------------------------------------------------------

    def show_view(self, view: QuestionView, *, locked: str = "", way: int = 0) -> None:
        """Show a question; ``locked`` says why nothing can be changed, ``way`` where it comes from.

        What was typed for the question before is committed first.
        """
        self.settle_note()
        moved = self.view is None or self.view.asked.pair != view.asked.pair
        self.view, self._locked = view, locked
        self.takes_drops = not locked
        if moved:
            self.asks_reason = False
            self.ui.reason_edit.setText("" if view.answer is None else view.answer.reason or "")
        self._show_question()
        self._show_answer()
        self.evidence.show_items(view.evidence, enabled=not locked)
        self.findings.show_items(view.findings)
        self.signs.show_view(view)
        self.proposals.show_view(view, locked=bool(locked))
        if moved:
            self.ui.reading_area.slide_in(way)

    def settle_note(self) -> None:
        """Make what was typed a step now; a draft of what was typed and erased goes too."""
        self.note.flush()
        if self._has_draft:
            self._on_note_left(self.note.text)

    def show_saved(self, words: str) -> None:
        """Say when the last change was saved."""
        self.ui.saved_label.setText(words)

    def set_interview(self, *, on: bool) -> None:
        """Question and note only, large."""
        self.is_interview = on
        ui = self.ui
        ui.question_label.setStyleSheet(LARGE if on else "")
        ui.note_edit.setStyleSheet("font-size: 20px" if on else "")
        for button in (ui.tree_button, ui.matrix_button, ui.guidance_button):
            button.setVisible(not on)
        for widget in (ui.judging, ui.proof, self.signs, ui.ask_label, ui.history_button):
            widget.setVisible(not on)
        self.proposals.set_folded(on=on)
        ui.interview_button.setChecked(on)
        if self.view is not None:
            self._show_question()
            ui.reading_area.slide_in(0)

    def set_second(self, *, on: bool) -> None:
        """Whether the question stands there in the other language too."""
        self.shows_second = on
        self.ui.second_button.setChecked(on)
        if self.view is not None:
            self._show_question()
            self.ui.reading_area.updateGeometry()

    def ask_reason(self) -> None:
        """Open the line for the reason and put the cursor there."""
        self.asks_reason = True
        self._show_answer()
        self.ui.reason_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ui.reason_edit.selectAll()

    def show_units(self) -> None:
        """Offer the units in which this question is asked."""
        if self.unit_menu.isEmpty():
            return
        button = self.ui.unit_button
        self.unit_menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        checked = next((it for it in self.unit_menu.actions() if it.isChecked()), None)
        self.unit_menu.setActiveAction(checked or self.unit_menu.actions()[0])

    def retranslate(self) -> None:
        """Set every string again."""
        ui = self.ui
        ui.retranslateUi(self)
        self.results.set_words(say.short_results())
        self.evidence.retranslate()
        self.findings.retranslate()
        self.signs.retranslate()
        self.proposals.retranslate()
        ui.note_edit.setPlaceholderText(self.tr("Note: what you saw and heard, as it was said"))
        ui.raise_button.setText(self.tr("Raise finding"))
        ui.raise_button.setToolTip(self.tr("Raise a finding prefilled from this question") + "  F")
        ui.previous_button.setText(self.tr("Previous"))
        ui.previous_button.setToolTip(self.tr("Previous question") + "  ↑")
        ui.next_button.setText(self.tr("Next"))
        ui.next_button.setToolTip(self.tr("Next question") + "  Enter")
        ui.add_rule_button.setText(self.tr("Add the rule …"))
        self._name(ui.tree_button, self.tr("Clauses"), "F6")
        self._name(ui.matrix_button, self.tr("Matrix of questions and units"), "M")
        self._name(ui.second_button, self.tr("Second language"), "L")
        self._name(ui.interview_button, self.tr("Interview: question and note only"), "F11")
        self._name(ui.guidance_button, self.tr("Guidance"), "F7")
        self._name(ui.history_button, self.tr("History of this answer"), "H")
        if self.view is not None:
            self._show_question()
            self._show_answer()

    # -- Qt -----------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving the reason: by Esc it is as before, otherwise what was typed counts."""
        if watched is self.ui.note_edit and event.type() == QEvent.Type.FocusOut:
            self.settle_note()
        if watched is self.ui.reason_edit and isinstance(event, QFocusEvent) and event.lostFocus():
            passing = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
            if event.reason() == Qt.FocusReason.ShortcutFocusReason:
                QTimer.singleShot(0, self, self._drop_reason)
            elif event.reason() not in passing:
                QTimer.singleShot(0, self, self._on_reason)
        return super().eventFilter(watched, event)

    # -- inside -------------------------------------------------------------------------------

    def _arrange(self) -> None:
        ui = self.ui
        ui.place_slot.addWidget(self.place)
        ui.result_slot.addWidget(self.results)
        ui.degree_slot.addWidget(self.degrees)
        ui.evidence_slot.addWidget(self.evidence)
        ui.finding_slot.addWidget(self.findings)
        ui.sign_slot.addWidget(self.signs)
        ui.column.insertWidget(ui.column.indexOf(ui.proof), self.proposals)
        ui.unit_button.setMenu(self.unit_menu)
        icons = self._context.icons
        tools: tuple[tuple[QToolButton, IconName], ...] = (
            (ui.tree_button, "chevron_left"),
            (ui.matrix_button, "matrix"),
            (ui.second_button, "language"),
            (ui.interview_button, "interview"),
            (ui.guidance_button, "chevron_right"),
            (ui.history_button, "history"),
        )
        for button, icon in tools:
            icons.assign(button, icon, "muted", 16)
        for button in (ui.second_button, ui.interview_button):
            button.setCheckable(True)
        ui.second_button.setChecked(True)
        icons.assign(ui.unit_button, "unit", "muted", 16)
        ui.unit_button.setStyleSheet("QToolButton::menu-indicator { image: none }")
        icons.assign(ui.raise_button, "findings", "accent", 16)
        icons.assign(ui.previous_button, "chevron_left", "muted", 16)
        icons.assign(ui.next_button, "chevron_right", "muted", 16)
        ui.next_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        for number, segment in enumerate(self.degrees.segments):
            segment.setText(str(number))
            segment.setFixedSize(34, 28)
        chain = [*self.results.buttons.values(), ui.add_rule_button, ui.reason_edit]
        chain += [*self.degrees.segments, ui.note_edit, self.evidence.add, ui.raise_button]
        for first, second in pairwise(chain):
            self.setTabOrder(first, second)

    def _connect(self) -> None:
        ui = self.ui
        self.results.chosen.connect(self.result_chosen)
        self.proposals.opened.connect(self._on_result)
        self.degrees.chosen.connect(self.degree_chosen)
        ui.note_edit.media_pasted.connect(self.media_given)
        ui.reason_edit.returnPressed.connect(self._on_reason)
        ui.reason_edit.installEventFilter(self)
        ui.note_edit.installEventFilter(self)
        self._context.flush_requested.connect(self.settle_note)
        ui.history_button.clicked.connect(self.history_wanted)
        self._context.theme.changed.connect(self._on_theme)

    def _show_question(self) -> None:
        view, ui = self.view, self.ui
        if view is None:
            return
        context, lang = self._context, self._context.lang
        other = Lang.EN if lang is Lang.ZH else Lang.ZH
        muted = context.theme.css("muted")
        self.place.set_text(say.place_of(view, lang))
        ui.id_label.setText(view.question.id)
        ui.facts_label.setText(say.facts_of(view, context.texts))
        ui.question_label.setText(view.question.q.get(lang))
        ui.second_label.setText(view.question.q.get(other))
        ui.second_label.setVisible(self.shows_second)
        asked = say.ask_line(view, lang, muted)
        ui.ask_label.setText(asked)
        ui.ask_label.setVisible(bool(asked) and not self.is_interview)
        sample = say.sampling_line(view.question.sampling, context.texts, muted)
        ui.sampling_label.setText(sample)
        ui.sampling_label.setVisible(bool(sample) and not self.is_interview)
        self._show_units()

    def _show_units(self) -> None:
        view = self.view
        if view is None:
            return
        names = {unit.id: (unit.code, unit.name) for unit in self._context.heading.units}
        code, name = names.get(view.asked.unit_id, (view.asked.unit_code, ""))
        self.ui.unit_button.setText(f"{code} {name}".strip() + " ▾")
        self.ui.unit_button.setToolTip(self.tr("Unit") + "  U")
        self.ui.unit_button.setAccessibleName(self.tr("Unit") + f": {code} {name}")
        self.ui.unit_button.setVisible(len(names) > 1)
        self.ui.unit_button.setEnabled(len(view.units) > 1)
        self.unit_menu.clear()
        for unit in view.units:
            code, name = names.get(unit, ("?", ""))
            action = self.unit_menu.addAction(f"{code}  {name}")
            action.setCheckable(True)
            action.setChecked(unit == view.asked.unit_id)
            action.triggered.connect(lambda _=False, it=unit: self.unit_chosen.emit(it))

    def _show_answer(self) -> None:
        view, ui = self.view, self.ui
        if view is None:
            return
        texts, answer = self._context.texts, view.answer
        result = None if answer is None else answer.result
        degree = None if answer is None else answer.fulfilment
        milder = frozenset(
            it for it in view.results if view.results[it] is not None and refused(view, it) is None
        )
        off = frozenset(it for it in view.results if refused(view, it) is not None)
        self.results.show_result(result, would_be=milder, as_if=would_be(view, result, degree))
        self.results.set_hints(
            say.result_hints(view, texts), frozenset(view.results) if self._locked else off
        )
        hint = self._locked or say.force_hint(view, texts)
        ui.hint_label.setText(hint)
        ui.hint_bar.setVisible(bool(hint))
        ui.add_rule_button.setVisible(view.guidance_only and not self._locked)
        shows_reason = self.asks_reason or result is Result.NOT_APPLICABLE
        ui.reason_bar.setVisible(shows_reason)
        if not ui.reason_edit.hasFocus():
            ui.reason_edit.setText("" if answer is None else answer.reason or "")
        ui.reason_edit.setReadOnly(bool(self._locked))
        ui.degree_bar.setVisible(not shows_reason)
        self.degrees.current = degree
        self.degrees.setEnabled(result is not None and not self._locked)
        for number, segment in enumerate(self.degrees.segments):
            words = texts.say(f"fulfilment.{number}")
            segment.setToolTip(f"{number}: {words}")
            segment.setAccessibleName(f"{number}: {words}")
        ui.degree_words.setText("" if degree is None else texts.say(f"fulfilment.{degree}"))
        note = "" if answer is None else answer.note or ""
        if note != self.note.text and not self.note.is_pending:
            self.note.load(note)
        ui.note_edit.setReadOnly(bool(self._locked))
        ui.raise_button.setEnabled(not self._locked)

    def _name(self, button: QToolButton, name: str, key: str) -> None:
        button.setAccessibleName(name)
        button.setToolTip(f"{name}  {key}")

    def _pair(self) -> Pair | None:
        return None if self.view is None else self.view.asked.pair

    def _on_note_left(self, text: str) -> None:
        self._has_draft = False
        self.note_left.emit(self._pair(), text)

    def _on_note_typed(self, text: str) -> None:
        self._has_draft = True
        self.note_typed.emit(self._pair(), text)

    def _on_result(self, result: UUID) -> None:
        self._context.go("tickets", result)

    def _on_reason(self) -> None:
        view = self.view
        reason = self.ui.reason_edit.text().strip()
        if view is None or self.ui.reason_edit.isReadOnly():
            return
        answer = view.answer
        stored = "" if answer is None else answer.reason or ""
        if not self.asks_reason and (answer is None or answer.result is not Result.NOT_APPLICABLE):
            return
        if reason and (self.asks_reason or reason != stored):
            self.reason_given.emit(reason)
        elif not reason:
            self._drop_reason()

    def _drop_reason(self) -> None:
        self.asks_reason = False
        self._show_answer()

    def _on_theme(self) -> None:
        if self.view is not None:
            self._show_question()
