"""Upgrading a pack of the running audit: kept, changed, new, dropped; decisions; one step."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox

from auditapp.domain.vocabulary import Lang
from auditapp.ops.upgrade import Decision
from auditapp.packs.upgrade import Fate
from auditapp.ui._gen.ui_plan_upgrade_dialog import Ui_PlanUpgradeDialog
from auditapp.ui.pages.plan.grid import CellKind, GridColumn, GridModel, GridView
from auditapp.ui.widgets.inputs import SegmentedButtons
from auditapp.ui.widgets.labels import GLYPHS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from auditapp.ops.queries.upgrade import UpgradeRow, UpgradeView
    from auditapp.ui.context import AppContext
    from auditapp.ui.theme import Token

_FATES: Final = (Fate.RATING_CHANGED, Fate.CHANGED, Fate.NEW, Fate.DROPPED, Fate.KEPT)
_SIGNS: Final = {
    Fate.RATING_CHANGED: "!",
    Fate.CHANGED: "≠",
    Fate.NEW: "+",
    Fate.DROPPED: "–",
    Fate.KEPT: "=",
}
_OPEN: Final = ""


@dataclass(frozen=True, slots=True)
class UpgradeLine:
    """A question of the upgrade and what was decided about its results."""

    row: UpgradeRow
    decision: Decision | None = None

    @property
    def id(self) -> str:
        """The question's id."""
        return self.row.diff.id


class UpgradeDialog(QDialog):
    """Lists what a newer version does and asks for what must be decided.

    Signals:
        decided: {question id: Decision}, complete.
    """

    decided = Signal(object)

    def __init__(self, context: AppContext, view: UpgradeView, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._lines = {row.diff.id: UpgradeLine(row) for row in view.rows}
        self._view = view
        self.ui = Ui_PlanUpgradeDialog()
        self.ui.setupUi(self)
        diff = view.diff
        said = self.tr("{title}: from version {old} to version {new}").format(
            title=title, old=diff.old_version, new=diff.new_version
        )
        self.setWindowTitle(self.tr("Upgrade a pack"))
        self.ui.title_label.setText(said)
        self.ui.sentence_label.setText(self._sentence())
        self.views = SegmentedButtons(context.theme, len(_FATES), self)
        self.ui.view_row.addWidget(self.views)
        counts = diff.counts
        texts = context.texts
        self.views.set_texts([f"{_SIGNS[it]} {texts.enum(it)}  {counts[it]}" for it in _FATES])
        self.views.current = next((n for n, it in enumerate(_FATES) if counts[it]), 0)
        self.model: GridModel[UpgradeLine] = GridModel(context.theme, self)
        self.grid: GridView[UpgradeLine] = GridView(self.model, self)
        self.grid.setAccessibleName(self.tr("Questions of the pack"))
        self.ui.table_slot.addWidget(self.grid)
        self.ok_button = self.ui.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok_button.setText(self.tr("Upgrade"))
        has_decisions = bool(view.to_decide)
        for widget in (self.ui.keep_button, self.ui.reopen_button):
            widget.setVisible(has_decisions)
        self._connect()
        self._show()

    @property
    def decisions(self) -> dict[str, Decision]:
        """What was decided so far."""
        return {key: it.decision for key, it in self._lines.items() if it.decision is not None}

    def decide(self, question: str, decision: Decision | None) -> None:
        """Decide about one question."""
        self._lines[question] = replace(self._lines[question], decision=decision)
        self._show()

    # -- inside -------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.views.chosen.connect(self._show)
        self.grid.edited.connect(self._on_edited)
        self.grid.selectionModel().currentChanged.connect(self._show_detail)
        self.ui.keep_button.clicked.connect(self._on_keep_all)
        self.ui.reopen_button.clicked.connect(self._on_reopen_all)
        self.ui.buttons.accepted.connect(self._on_accepted)
        self.ui.buttons.rejected.connect(self.reject)

    def _sentence(self) -> str:
        said = [
            self.tr("Answers stay with their questions; the whole upgrade is one step that can "
                    "be undone.")
        ]  # fmt: skip
        if self._view.to_decide:
            words = self.tr("Answered, and graded differently now: {n}. Decide for each.")
            said.append(words.format(n=len(self._view.to_decide)))
        if self._view.diff.cards_changed:
            words = self.tr("Criterion cards changed: {cards}.")
            said.append(words.format(cards=self._context.texts.join(self._view.diff.cards_changed)))
        return ("" if self._context.lang is Lang.ZH else " ").join(said)

    def _show(self) -> None:
        fate = _FATES[self.views.current or 0]
        lines = [it for it in self._lines.values() if it.row.diff.fate is fate]
        columns = self._columns(fate)
        if [it.key for it in columns] == [it.key for it in self.model.columns]:
            self.model.set_lines(lines)
        else:
            self.model.show(columns, lines)
            self.grid.go_to(0)
        left = len(self._view.to_decide) - len(self.decisions)
        self.ok_button.setEnabled(left == 0)
        words = self.tr("{n} still to decide").format(n=left) if left else ""
        self.ui.open_label.setText(words)
        self._show_detail()

    def _columns(self, fate: Fate) -> list[GridColumn[UpgradeLine]]:
        lang, texts = self._context.lang, self._context.texts
        columns: list[GridColumn[UpgradeLine]] = [
            GridColumn("id", lambda: self.tr("Question"), lambda it: it.id, width=120),
            GridColumn(
                "words",
                lambda: self.tr("Wording"),
                lambda it: it.row.diff.question.q.get(lang),
                stretch=True,
            ),
        ]
        if fate in (Fate.CHANGED, Fate.RATING_CHANGED):
            columns.append(
                GridColumn(
                    "fields",
                    lambda: self.tr("What changed"),
                    lambda it: texts.join([self._field(key) for key in it.row.diff.fields]),
                    width=176,
                )
            )
        if fate is not Fate.NEW:
            columns.append(GridColumn("given", lambda: self.tr("Results"), self._given, width=216))
        if fate is Fate.RATING_CHANGED:
            columns.append(self._decision_column())
        return columns

    def _field(self, key: str) -> str:
        """A part of a question in words; keys of the format that few meet stand as they are."""
        known = {
            "q": self.tr("question"),
            "ask": self.tr("how to ask"),
            "look_for": self.tr("what to look for"),
            "evidence": self.tr("expected evidence"),
            "negative_test": self.tr("negative test"),
            "rating": self.tr("rating"),
            "force": self.tr("force of a criterion"),
            "criteria": self.tr("criteria"),
            "sampling": self.tr("sample"),
            "effort": self.tr("planned minutes"),
            "weight": self.tr("weight"),
            "core": self.tr("core"),
            "section": self.tr("section"),
            "shown_if": self.tr("condition"),
            "tags": self.tr("tags"),
            "source": self.tr("source"),
        }
        return known.get(key, key)

    def _decision_column(self) -> GridColumn[UpgradeLine]:
        texts = self._context.texts
        choices = [(_OPEN, "…"), *((it.value, texts.enum(it)) for it in Decision)]

        def text(line: UpgradeLine) -> str:
            if not line.row.asks:
                return self.tr("nothing to decide")
            return "! " + self.tr("decide") if line.decision is None else texts.enum(line.decision)

        def put(line: UpgradeLine, value: Any) -> UpgradeLine:
            return replace(line, decision=Decision(value) if value else None)

        def token(line: UpgradeLine) -> Token:
            if not line.row.asks:
                return "muted"
            return "minor" if line.decision is None else "text"

        return GridColumn(
            "decision",
            lambda: self.tr("Decision"),
            lambda it: _OPEN if it.decision is None else it.decision.value,
            put,
            CellKind.CHOICE,
            lambda _: choices,
            text=text,
            open=lambda it: it.row.asks,
            token=token,
            width=200,
        )

    def _given(self, line: UpgradeLine) -> str:
        texts = self._context.texts
        said = [f"{it.unit_code} {GLYPHS[it.result]} {texts.enum(it.result)}" for it in
                line.row.given]  # fmt: skip
        return texts.join(said) if said else "–"

    def _show_detail(self) -> None:
        line, lang = self.grid.current_line, self._context.lang
        if line is None:
            self.ui.detail_label.setText("")
            return
        old, new = line.row.diff.old, line.row.diff.new
        parts: list[str] = []
        if old is not None and new is not None and old.q != new.q:
            parts = [
                self.tr("was: {words}").format(words=old.q.get(lang)),
                self.tr("now: {words}").format(words=new.q.get(lang)),
            ]
        else:
            parts = [line.row.diff.question.q.get(lang)]
        if old is not None and new is not None and old.rating != new.rating:
            measure = self.tr("measured by: {words}").format(words=new.rating.measure.get(lang))
            parts.append(measure)
        self.ui.detail_label.setText("\n".join(parts))

    def _on_edited(self, key: str, before: UpgradeLine, after: UpgradeLine) -> None:
        del key, before
        self.decide(after.id, after.decision)

    def _on_keep_all(self) -> None:
        self._decide_all(Decision.KEEP)

    def _on_reopen_all(self) -> None:
        self._decide_all(Decision.REOPEN)

    def _decide_all(self, decision: Decision) -> None:
        for row in self._view.to_decide:
            self._lines[row.diff.id] = replace(self._lines[row.diff.id], decision=decision)
        self._show()

    def _on_accepted(self) -> None:
        decisions = self.decisions
        self.accept()
        self.decided.emit(decisions)
