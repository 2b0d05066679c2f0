"""Leading a finding or an action through its life: the bar, the next steps, one dialog a step."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeySequence, QPainter, QPen, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from auditapp.domain.life import Need, Side, whose
from auditapp.errors import UserError
from auditapp.ui._gen.ui_step_dialog import Ui_StepDialog
from auditapp.ui.pages.records.editors import DateField, GrowingEdit
from auditapp.ui.pages.records.layout import clear, column, label, line
from auditapp.ui.theme import CAPTION

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from enum import StrEnum

    from PySide6.QtGui import QPaintEvent

    from auditapp.domain.life import Transition
    from auditapp.domain.vocabulary import Role
    from auditapp.ui.context import AppContext
    from auditapp.ui.icons import IconName

Brought = dict[Need, "str | date | None"]
"""What a step's dialog brings along."""


def line_of(brought: Brought, need: Need) -> str | None:
    """The line that a step's dialog brought for a need."""
    value = brought.get(need)
    return value if isinstance(value, str) else None


def day_of(brought: Brought, need: Need) -> date | None:
    """The day that a step's dialog brought for a need."""
    value = brought.get(need)
    return None if isinstance(value, str) else value


DATES: Final = frozenset(
    {
        Need.FACTS_ON, Need.PRESENTED_ON, Need.RESPONDED_ON, Need.CLOSED_ON, Need.ACCEPTED_ON,
        Need.DONE_ON, Need.CHECK_DUE_ON, Need.VERIFIED_ON,
    }
)  # fmt: skip
LINES: Final = frozenset({Need.FACTS_ROLE, Need.FACTS_HOW, Need.EFFECT_CRITERION})
TEXTS: Final = frozenset(
    {Need.RESPONSE, Need.TEAM_ANSWER, Need.REASON, Need.VERIFICATION, Need.ASSESSMENT}
)
ASKED: Final = DATES | LINES | TEXTS
"""What a dialog asks for; everything else is filled in on the page."""
BY_ITSELF: Final = frozenset({Need.CLOSED_BY, Need.VERIFIED_BY})
"""What the step fills in: the person who takes it."""

CHECK_AFTER: Final = timedelta(days=90)
"""The proposed day of an effectiveness check: three months after (domain notes §4.5)."""


@dataclass(frozen=True)
class Standing:
    """Where something stands: its steps, what is given, what dialogs are prefilled with.

    ``places`` says how far along each state is; states out of the way have none. ``again``: the
    way begins anew from here, so every step along it leads on.
    """

    state: StrEnum
    places: Mapping[StrEnum, int]
    steps: Sequence[Transition[Any]]
    given: Collection[Need]
    values: Mapping[Need, str | date | None] = field(
        default_factory=dict[Need, "str | date | None"]
    )
    role: Role | None = None
    again: bool = False

    def forward(self) -> list[Transition[Any]]:
        """The steps that lead on along the path."""
        here = -1 if self.again else self.places.get(self.state, len(self.places))
        return [step for step in self.steps if self.places.get(step.after, -1) > here]

    def others(self) -> list[Transition[Any]]:
        """The steps back, aside and out."""
        ahead = self.forward()
        return [step for step in self.steps if step not in ahead]

    def lacking(self, step: Transition[Any]) -> list[Need]:
        """What a step still needs that its dialog does not ask for."""
        wanted = [need for need in Need if need in step.needs]
        return [need for need in wanted if need not in self.given and need not in ASKED | BY_ITSELF]

    def missing(self, step: Transition[Any]) -> list[Need]:
        """Everything that a step still needs."""
        return [
            need
            for need in Need
            if need in step.needs
            and (need not in self.given or need is Need.REASON)
            and need not in BY_ITSELF
        ]


class LifeBar(QWidget):
    """The path of a life, painted: what is done, where it stands, what is ahead."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._stops: list[tuple[str, str]] = []
        self._here = 0
        self.setFixedHeight(52)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        context.theme.changed.connect(self.update)

    def show_path(self, stops: Sequence[tuple[str, str]], here: int) -> None:
        """Show stops (word, small note) and which one is reached; -1 is none of them."""
        self._stops, self._here = list(stops), here
        said = self._stops[here][0] if 0 <= here < len(self._stops) else ""
        self.setAccessibleName(self.tr("State: {state}").format(state=said))
        self.setToolTip(" → ".join(word for word, _ in self._stops))
        self.update()

    def sizeHint(self) -> QSize:
        """Wide."""
        return QSize(480, 52)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw dots, lines and words."""
        del event
        if not self._stops:
            return
        theme = self._context.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = self.width() / len(self._stops)
        small, strong = QFont(self.font()), QFont(self.font())
        small.setPixelSize(CAPTION)
        strong.setPixelSize(CAPTION)
        strong.setBold(True)
        for number, (word, note) in enumerate(self._stops):
            centre = step * number + step / 2
            done, here = number < self._here, number == self._here
            if number:
                colour = theme.colour("accent" if done or here else "line_strong")
                painter.setPen(QPen(colour, 2))
                painter.drawLine(int(centre - step + 9), 9, int(centre - 9), 9)
            painter.setPen(QPen(theme.colour("accent" if done or here else "line_strong"), 2))
            painter.setBrush(theme.colour("accent" if done else "surface"))
            painter.drawEllipse(QRectF(centre - 6, 3, 12, 12))
            if here:
                painter.setBrush(theme.colour("accent"))
                painter.drawEllipse(QRectF(centre - 2.5, 6.5, 5, 5))
            painter.setFont(strong if here else small)
            painter.setPen(theme.colour("text" if done or here else "muted"))
            self._word(painter, QRect(int(centre - step / 2), 18, int(step), 17), word)
            painter.setFont(small)
            painter.setPen(theme.colour("muted"))
            self._word(painter, QRect(int(centre - step / 2), 34, int(step), 17), note)
        painter.end()

    def _word(self, painter: QPainter, room: QRect, word: str) -> None:
        shown = painter.fontMetrics().elidedText(
            word, Qt.TextElideMode.ElideRight, room.width() - 4
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, shown)


class StepBar(QWidget):
    """The next steps as buttons, the others in a menu, and what they still need.

    Signals:
        wanted: a step was asked for (Transition).
    """

    wanted = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.buttons: dict[str, QPushButton] = {}
        self.more = QPushButton(self)
        self.more.setMenu(QMenu(self.more))
        self._row = line()
        self.needs = label(self, "caption", wrap=True)
        head = line()
        head.addLayout(self._row)
        head.addWidget(self.more)
        head.addStretch()
        box = column(self, gap=4)
        box.addLayout(head)
        box.addWidget(self.needs)

    def show_standing(self, standing: Standing) -> None:
        """Show what may come next."""
        texts = self._context.texts
        clear(self._row)
        self.buttons = {}
        needs: list[str] = []
        ahead = standing.forward()
        for number, step in enumerate(ahead):
            made = QPushButton(texts.enum(step.after), self)
            if number == 0:
                made.setProperty("role", "primary")
            icon: IconName = "people" if step.side is Side.AUDITEE else "check"
            self._context.icons.assign(made, icon, "on_accent" if number == 0 else "muted", 16)
            missing = [texts.enum(need) for need in standing.missing(step)]
            said = self.tr("{state}: {missing}")
            state = texts.enum(step.after)
            need = said.format(state=state, missing=texts.join(missing)) if missing else ""
            tip = self.tr("Still needed — {what}").format(what=need) if need else ""
            made.setToolTip("  ".join(part for part in (tip, f"Alt+{number + 1}") if part))
            made.setShortcut(f"Alt+{number + 1}")
            made.setAccessibleName(made.text())
            made.setAccessibleDescription(tip)
            made.clicked.connect(_Wanted(self, step))
            self._row.addWidget(made)
            self.buttons[step.after.value] = made
            if need:
                needs.append(need)
        self.needs.setText(self.tr("Still needed — {what}").format(what="  ·  ".join(needs)))
        self.needs.setVisible(bool(needs))
        menu = self.more.menu()
        menu.clear()
        for step in standing.others():
            action = menu.addAction(f"{texts.enum(step.after)} …")
            action.setData(step.after.value)
            action.triggered.connect(_Wanted(self, step))
        self.more.setText(self.tr("More"))
        self.more.setVisible(bool(standing.others()))


class _Wanted:
    """A slot that knows its step."""

    def __init__(self, bar: StepBar, step: Transition[Any]) -> None:
        self._bar, self._step = bar, step

    def __call__(self, *_: object) -> None:
        self._bar.wanted.emit(self._step)


class StepDialog(QDialog):
    """Asks for what a step brings along, and says whose step it is.

    Signals:
        taken: accepted (dict of Need to text or day).
    """

    taken = Signal(object)

    def __init__(
        self, context: AppContext, step: Transition[Any], standing: Standing, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._step, self._standing = context, step, standing
        self.editors: dict[Need, QLineEdit | QPlainTextEdit | DateField] = {}
        self._ui = Ui_StepDialog()
        self._ui.setupUi(self)
        texts = context.texts
        title = texts.enum(step.after)
        self.setWindowTitle(title)
        self._ui.title_label.setText(title)
        is_theirs = step.side is Side.AUDITEE
        icon: IconName = "people" if is_theirs else "person"
        self._ui.side_icon.setPixmap(context.icons.pixmap(icon, "accent", 16))
        self._ui.side_label.setText(
            self.tr("The auditee's statement; the team may record it.")
            if is_theirs
            else self.tr("The audit team's step.")
        )
        for need in Need:
            if need in step.needs and need in ASKED:
                self._ask(need)
        self.ok = self._ui.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(title)
        self._ui.buttons.accepted.connect(self._on_accepted)
        self._ui.buttons.rejected.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.ok.click)
        for editor in list(self.editors.values())[:1]:
            (editor.editor if isinstance(editor, DateField) else editor).setFocus()
        self._look()
        self.resize(560, 200 + 64 * len(self.editors) + 44 * len(step.needs & TEXTS))

    @property
    def problem(self) -> str:
        """Why the step cannot be taken yet; empty when it can."""
        return self._ui.problem_label.text()

    def _ask(self, need: Need) -> None:
        context = self._context
        name = context.texts.enum(need)
        value = self._standing.values.get(need)
        editor: QLineEdit | QPlainTextEdit | DateField
        if need in DATES:
            editor = DateField(context, self)
            editor.set_name(name)
            today = context.audit.now().astimezone().date()
            proposed = today + CHECK_AFTER if need is Need.CHECK_DUE_ON else today
            editor.load(value if isinstance(value, date) else proposed)
            editor.editor.textChanged.connect(self._look)
        elif need in LINES:
            editor = QLineEdit(value if isinstance(value, str) else "", self)
            editor.setAccessibleName(name)
            editor.textChanged.connect(self._look)
        else:
            editor = GrowingEdit(3, self)
            editor.setPlainText(value if isinstance(value, str) else "")
            editor.setAccessibleName(name)
            editor.textChanged.connect(self._look)
        caption = label(self, "muted")
        caption.setText(name[:1].upper() + name[1:])
        caption.setBuddy(editor)
        self._ui.fields.addRow(caption, editor)
        self.editors[need] = editor

    def _answer(self) -> Brought:
        found: Brought = {}
        for need, editor in self.editors.items():
            if isinstance(editor, DateField):
                found[need] = editor.day
            elif isinstance(editor, QLineEdit):
                found[need] = editor.text().strip() or None
            else:
                found[need] = editor.toPlainText().strip() or None
        return found

    def _look(self) -> None:
        step, standing, texts = self._step, self._standing, self._context.texts
        lacking = standing.lacking(step)
        open_needs = [need for need, value in self._answer().items() if not value]
        problem = ""
        if standing.role is not None and standing.role not in step.roles:
            side = whose(step.roles, step.side)
            problem = texts.error(UserError("wrong_side", side=side, after=step.after))
        elif lacking:
            problem = texts.error(UserError("step_needs", after=step.after, missing=lacking))
        self._ui.problem_label.setText(problem)
        self._ui.problem_label.setVisible(bool(problem))
        self.ok.setEnabled(not problem and not open_needs)

    def _on_accepted(self) -> None:
        answer = self._answer()
        self.accept()
        self.taken.emit(answer)
