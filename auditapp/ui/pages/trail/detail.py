"""One step of the trail in full: every cell that it wrote, from what to what."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.ui._gen.ui_trail_detail import Ui_TrailDetail
from auditapp.ui.pages.trail import words

if TYPE_CHECKING:
    from auditapp.ops.queries.journal import ChangeRow, StepView
    from auditapp.ui.context import AppContext


class TrailDetail(QWidget):
    """A step: who, when, what; its changes; where its row is.

    Signals:
        go_wanted: to the row (ChangeRow). row_wanted: the trail of that row alone (ChangeRow).
        undo_wanted: take it back; offered only for what undo would take back now.
    """

    go_wanted = Signal(object)
    row_wanted = Signal(object)
    undo_wanted = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._step: StepView | None = None
        self._can_undo = False
        self.ui = Ui_TrailDetail()
        self.ui.setupUi(self)
        self.setMinimumWidth(384)
        icons = context.icons
        icons.assign(self.ui.go_button, "chevron_right", "muted", 16)
        icons.assign(self.ui.row_button, "filter", "muted", 16)
        icons.assign(self.ui.undo_button, "undo", "muted", 16)
        self.ui.go_button.clicked.connect(self._on_go)
        self.ui.row_button.clicked.connect(self._on_row)
        self.ui.undo_button.clicked.connect(self.undo_wanted)
        context.theme.changed.connect(self._show)
        self._show()

    def show_step(self, step: StepView | None, *, can_undo: bool) -> None:
        """Show a step, or nothing."""
        self._step, self._can_undo = step, can_undo
        self._show()

    def retranslate(self) -> None:
        """Set every string again."""
        ui = self.ui
        ui.retranslateUi(self)
        ui.go_button.setToolTip(self.tr("Show the row where it is edited") + "  Enter")
        ui.row_button.setToolTip(self.tr("Everything that ever happened to this row"))
        ui.undo_button.setToolTip(self.tr("Take this back; it stays in the trail") + "  Ctrl+Z")
        for button in (ui.go_button, ui.row_button, ui.undo_button):
            button.setAccessibleName(button.text())
        self._show()

    def _show(self) -> None:
        step, ui, texts = self._step, self.ui, self._context.texts
        for widget in (ui.go_button, ui.row_button):
            widget.setVisible(step is not None and words.row_of(step) is not None)
        ui.undo_button.setVisible(step is not None and self._can_undo)
        if step is None:
            ui.op_label.setText(self.tr("No step is chosen"))
            ui.who_label.clear()
            ui.mark_label.hide()
            ui.changes_view.clear()
            return
        ui.op_label.setText(words.op_name(texts, step.op))
        who = self.tr("the program") if step.actor is None else step.actor.name
        code = "" if step.actor is None else f" ({step.actor.code})"
        ui.who_label.setText(f"{who}{code} · {step.at.astimezone():%Y-%m-%d %H:%M:%S}")
        marks = [
            *([self.tr("Taken back later.")] if step.undone else []),
            *([self.tr("Values were erased; their trace stays.")] if words.is_erased(step) else []),
        ]
        ui.mark_label.setText(" ".join(marks))
        ui.mark_label.setStyleSheet(f"color: {self._context.theme.css('minor')}")
        ui.mark_label.setVisible(bool(marks))
        ui.changes_view.setHtml(self._html(step))

    def _html(self, step: StepView) -> str:
        css = self._context.theme.css
        texts = self._context.texts
        changes = words.shown_changes(step)
        parts: list[str] = []
        last = None
        for change in changes:
            key = (change.table, change.row_id)
            if change.table == "text":
                key = (change.table, words.row_name(texts, change))
            if key != last:
                last = key
                name = escape(words.row_name(texts, change))
                parts.append(f'<p style="margin: 10px 0 2px 0"><b>{name}</b></p>' if name else "")
            parts.append(self._line(change, css("muted"), css("text")))
        rest = step.change_count - len(step.changes)
        if rest > 0:
            said = escape(self.tr("and {n} more").format(n=texts.number(rest)))
            parts.append(f'<p style="color: {css("muted")}">{said}</p>')
        return "".join(parts)

    def _line(self, change: ChangeRow, muted: str, ink: str) -> str:
        texts, word = self._context.texts, self.tr("(erased)")
        name = escape(words.field_name(texts, change))
        before = words.before_text(texts, change, word)
        after = words.after_text(texts, change, word)
        shown = [escape(it).replace("\n", "<br>") for it in (before, after)]
        arrow = f'<span style="color: {muted}">{shown[0]} → </span>'
        if change.kind == "insert" and not change.before_erased:
            arrow = ""
        return (
            f'<p style="margin: 0 0 6px 8px"><span style="color: {muted}">{name}</span><br>'
            f'{arrow}<span style="color: {ink}">{shown[1]}</span></p>'
        )

    def _on_go(self) -> None:
        change = None if self._step is None else words.row_of(self._step)
        if change is not None:
            self.go_wanted.emit(change)

    def _on_row(self) -> None:
        change = None if self._step is None else words.row_of(self._step)
        if change is not None:
            self.row_wanted.emit(change)
