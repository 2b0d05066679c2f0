"""The questions of the plan: asked, not asked and why, answered and no longer asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from auditapp.ops import selection
from auditapp.ops.queries import content as content_queries
from auditapp.ops.queries import not_asked as queries
from auditapp.store.op import uuid7
from auditapp.ui.pages.plan.desk import Part
from auditapp.ui.pages.plan.leave_out_dialog import LeaveOutDialog
from auditapp.ui.pages.plan.work import minutes_of
from auditapp.ui.widgets.inputs import SearchField, SegmentedButtons
from auditapp.ui.widgets.labels import GLYPHS
from auditapp.ui.widgets.table import Column, RowsModel, RowTable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from auditapp.domain.selection import LeftOutReason
    from auditapp.domain.vocabulary import Result
    from auditapp.ops.queries.standing import Pair
    from auditapp.packs.content import Question
    from auditapp.ui.pages.plan.desk import PlanDesk

_VIEWS: Final = 3
ASKED, NOT_ASKED, GONE = range(_VIEWS)
WHY: Final = 3
DETAIL: Final = 60
WHY_WIDTHS: Final = (136, 320, 320)


@dataclass(frozen=True, slots=True)
class Line:
    """A question in a unit: asked, not asked, or answered and no longer asked."""

    question_id: str
    unit_id: UUID
    unit_code: str
    words: str
    minutes: int
    why: str
    is_left_out: bool = False

    @property
    def pair(self) -> Pair:
        """Question and unit."""
        return self.question_id, self.unit_id


class QuestionsPane(Part):
    """A table of pairs with its three views; chosen ones are left out or taken in again."""

    def __init__(self, desk: PlanDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.lines: dict[int, list[Line]] = {ASKED: [], NOT_ASKED: [], GONE: []}
        self.words: dict[str, str] = {}
        self.views = SegmentedButtons(self.context.theme, _VIEWS, self)
        self.views.current = ASKED
        self.search = SearchField(self.context.icons, self)
        self.model: RowsModel[Line] = RowsModel(self._columns(), lambda it: it.pair, self)
        self.table: RowTable[Line] = RowTable(self.model, self)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.propose_button, self.leave_button = QPushButton(self), QPushButton(self)
        self.ask_button, self._count_label = QPushButton(self), QLabel(self)
        self._hint_label, self.detail_label = QLabel(self), QLabel(self)
        self._arrange()
        self.views.chosen.connect(self._show_view)
        self.search.searched.connect(self._show_view)
        self.leave_button.clicked.connect(self._on_leave)
        self.ask_button.clicked.connect(self._on_ask)
        self.table.selectionModel().selectionChanged.connect(self._show_buttons)
        self.model.modelReset.connect(self._show_buttons)
        self.table.row_opened.connect(self._on_opened)

    def retranslate(self) -> None:
        """Set every string again."""
        self.search.setPlaceholderText(self.tr("Number or words"))
        self.search.setAccessibleName(self.tr("Search the questions"))
        self.propose_button.setText(self.tr("Propose a selection …"))
        self.propose_button.setToolTip(
            self.tr("What fits the team's hours, by risk: shown first, taken over as one step")
        )
        self.leave_button.setText(self.tr("Leave out …"))
        self.leave_button.setToolTip(self.tr("Leave the chosen questions out, with a reason"))
        self.ask_button.setText(self.tr("Ask again"))
        self.ask_button.setToolTip(self.tr("Take the chosen questions back into the plan"))
        self.table.setAccessibleName(self.tr("Questions of the plan"))
        self.table.retranslate()
        self._show_view()

    def refresh(self) -> None:
        """Show the questions as stored."""
        lang = self.context.lang
        audit, shelf = self.context.audit, self.desk.shelf
        asked = content_queries.questions(audit, shelf)
        out = queries.not_asked(audit, shelf)
        gone = queries.no_longer_asked(audit, shelf)
        self.words = {it.question.id: it.question.q.get(lang) for it in (*asked, *out)}
        self.lines[ASKED] = [
            self._line(it.question, it.unit_id, it.unit_code, self._speaks_for(it.question))
            for it in asked
        ]
        texts = self.context.texts
        self.lines[NOT_ASKED] = [
            self._line(
                it.question,
                it.unit_id,
                it.unit_code,
                it.say(texts, lang),
                is_left_out=it.reason is not None,
            )
            for it in out
        ]
        self.lines[GONE] = [
            Line(
                it.question_id,
                it.unit_id,
                it.unit_code,
                "" if it.question is None else it.question.q.get(lang),
                0,
                self._gone_words(it.why, it.result),
                it.why is queries.Gone.LEFT_OUT,
            )
            for it in gone
        ]
        self._show_view()

    def show_target(self, target: object) -> None:
        """``'asked'``, ``'not_asked'``, ``'gone'``, or a pair."""
        names = {"asked": ASKED, "not_asked": NOT_ASKED, "gone": GONE}
        if isinstance(target, str) and target in names:
            self._go_to_view(names[target])
            return
        for view, lines in self.lines.items():
            if any(line.pair == target for line in lines):
                self._go_to_view(view)
                self.table.choose(target)  # type: ignore[arg-type]  (a pair can be hashed)
                return

    def chosen_lines(self) -> list[Line]:
        """The rows that are selected."""
        rows = self.table.selectionModel().selectedRows()
        return [line for row in rows if (line := self.model.row_at(row)) is not None]

    # -- inside -------------------------------------------------------------------------------

    def _arrange(self) -> None:
        self.context.icons.assign(self.propose_button, "filter", "muted", 16)
        self.context.icons.assign(self.leave_button, "minus", "muted", 16)
        self.context.icons.assign(self.ask_button, "add", "muted", 16)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._hint_label, 1)
        head.addStretch()
        head.addWidget(self.search)
        self.search.setFixedWidth(168)
        self._hint_label.setProperty("role", "caption")
        self._hint_label.setWordWrap(True)
        self._count_label.setProperty("role", "caption")
        self.detail_label.setWordWrap(True)
        self.detail_label.setMinimumHeight(DETAIL)
        self.detail_label.setAlignment(Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.propose_button)
        foot.addStretch()
        foot.addWidget(self._count_label)
        foot.addWidget(self.leave_button)
        foot.addWidget(self.ask_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.views)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.detail_label)
        layout.addLayout(foot)

    def _columns(self) -> list[Column[Line]]:
        return [
            Column(lambda: self.tr("Question"), lambda it: it.question_id, width=104),
            Column(lambda: self.tr("Unit"), lambda it: it.unit_code, width=56),
            Column(
                lambda: self.tr("Min"),
                lambda it: str(it.minutes) if it.minutes else "",
                lambda it: it.minutes,
                width=48,
                right=True,
            ),
            Column(lambda: self.tr("Why"), lambda it: it.why, width=248),
            Column(lambda: self.tr("Wording"), lambda it: it.words, stretch=True),
        ]

    def _line(
        self, question: Question, unit_id: UUID, code: str, why: str, *, is_left_out: bool = False
    ) -> Line:
        words = question.q.get(self.context.lang)
        return Line(question.id, unit_id, code, words, minutes_of(question), why, is_left_out)

    def _speaks_for(self, question: Question) -> str:
        parts = [self.tr("core")] if question.core else []
        parts.append(self.tr("weight {n}").format(n=question.weight))
        return " · ".join(parts)

    def _gone_words(self, why: queries.Gone, result: Result) -> str:
        texts = self.context.texts
        return f"{GLYPHS[result]} {texts.enum(result)} · {texts.enum(why)}"

    def _go_to_view(self, view: int) -> None:
        self.views.current = view
        self.search.clear()
        self._show_view()

    def _show_view(self) -> None:
        view = self.views.current or 0
        titles = (self.tr("Asked"), self.tr("Not asked"), self.tr("Answered, no longer asked"))
        self.views.set_texts(
            [f"{title}  {len(self.lines[number])}" for number, title in enumerate(titles)]
        )
        hints = (
            "",
            self.tr("A condition hides them, or the plan leaves them out; the report says so."),
            self.tr("These results stay in the file and no longer count."),
        )
        self.table.horizontalHeader().resizeSection(WHY, WHY_WIDTHS[view])
        self._hint_label.setText(hints[view])
        self._hint_label.setVisible(bool(hints[view]))
        needles = self.search.text().casefold().split()

        def keep(line: Line) -> bool:
            hay = f"{line.question_id} {line.unit_code} {line.words} {line.why}".casefold()
            return all(needle in hay for needle in needles)

        self.model.set_filter(keep if needles else None)
        self.model.set_rows(self.lines[view])
        self._show_buttons()

    def _show_buttons(self) -> None:
        chosen = self.chosen_lines()
        is_open, view = self.desk.is_open, self.views.current
        self.leave_button.setVisible(view == ASKED)
        self.ask_button.setVisible(view != ASKED)
        self.leave_button.setEnabled(is_open and bool(chosen))
        self.ask_button.setEnabled(is_open and any(line.is_left_out for line in chosen))
        self.propose_button.setEnabled(is_open)
        current = self.table.current_row
        nothing = self.tr("Choose a question to read it in full; Enter opens it in the checklist.")
        said = (nothing,) if current is None else (current.words, current.why)
        self.detail_label.setText("\n".join(part for part in said if part))
        several = len(chosen) > 1
        self._count_label.setText(self.tr("{n} chosen").format(n=len(chosen)) if several else "")

    def _on_opened(self, line: Line | None) -> None:
        if line is not None and self.views.current == ASKED:
            self.context.go("checklist", line.pair)

    def _on_leave(self) -> None:
        chosen = self.chosen_lines()
        if not chosen:
            return
        said = chosen[0].words
        if len(chosen) > 1:
            said = self.tr("{n} questions. The reason stands in the report.").format(n=len(chosen))
        dialog = LeaveOutDialog(self.context.texts, said, self.window())
        pairs = [line.pair for line in chosen]

        def leave(reason: LeftOutReason, note: str | None) -> None:
            gesture = uuid7()
            for unit, questions in _by_unit(pairs).items():
                op = selection.leave_out(questions, unit, reason=reason, note=note)
                if not self.desk.did(op, gesture):
                    break

        dialog.answered.connect(leave)
        dialog.open()

    def _on_ask(self) -> None:
        gesture = uuid7()
        pairs = [line.pair for line in self.chosen_lines() if line.is_left_out]
        for unit, questions in _by_unit(pairs).items():
            if not self.desk.did(selection.ask_again(questions, unit), gesture):
                break


def _by_unit(pairs: Sequence[Pair]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = {}
    for question, unit in pairs:
        found.setdefault(unit, []).append(question)
    return found
