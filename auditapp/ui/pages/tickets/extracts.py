"""The list of extracts (populations) and the line that names the one in front."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from auditapp.domain.vocabulary import Completeness
from auditapp.ops.queries.ticket_rows import Presence
from auditapp.ui.pages.records.cells import PaintedCell, icon_cell
from auditapp.ui.pages.records.layout import button, label, line, narrow, offer
from auditapp.ui.pages.records.listing import ListPane
from auditapp.ui.widgets.labels import ElidedLabel
from auditapp.ui.widgets.table import Column

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from auditapp.ops.queries.ticket_rows import PopulationRow
    from auditapp.ui.context import AppContext
    from auditapp.ui.icons import IconName
    from auditapp.ui.theme import Token

translate = QCoreApplication.translate


def period_of(context: AppContext, row: PopulationRow) -> str:
    """The period as the card says it; empty where it does not."""
    if row.period_from is None and row.period_to is None:
        return ""
    dates = context.texts.date
    return f"{dates(row.period_from)} … {dates(row.period_to)}"


def completeness_cell(
    context: AppContext, row: PopulationRow
) -> tuple[IconName | None, str, Token]:
    """Reconciled or not, with a sign."""
    found = row.completeness or Completeness.NOT_ESTABLISHED
    if found is Completeness.RECONCILED:
        return "check", context.texts.enum(found), "conforming"
    return "warning", context.texts.enum(found), "minor"


class ExtractLine(QWidget):
    """Which extract is in front: a choice, and what is known of it in one line.

    Signals:
        chosen: another extract (UUID).
        refused_asked: show the refused rows.
        list_asked: show all extracts.
    """

    chosen = Signal(object)
    refused_asked = Signal()
    list_asked = Signal()

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._row: PopulationRow | None = None
        self.combo = narrow(QComboBox(self))
        self.combo.setMinimumContentsLength(18)
        self.facts = ElidedLabel(parent=self)
        self.refused_button = QPushButton(self)
        self.state_picture = label(self)
        self.state_label = label(self, "muted")
        self.all_button = button(context.icons, "sort", self.list_asked.emit, self)
        box = line(self, gap=12, margins=(16, 0, 16, 0))
        box.addWidget(self.combo)
        box.addWidget(self.facts, 1)
        box.addWidget(self.refused_button)
        box.addWidget(self.state_picture)
        box.addWidget(self.state_label)
        box.addWidget(self.all_button)
        self.combo.activated.connect(self._on_chosen)
        self.refused_button.clicked.connect(self.refused_asked)
        context.icons.theme.changed.connect(self._tint)

    def retranslate(self) -> None:
        """Set every string again."""
        self.combo.setAccessibleName(self.tr("Extract"))
        self.all_button.setText(self.tr("All extracts"))

    def show_rows(self, rows: Sequence[PopulationRow], row: PopulationRow) -> None:
        """Show the extract in front, of all."""
        texts = self._context.texts
        self._row = row
        offer(self.combo, [(it.id, f"{it.number}  {it.title}".strip()) for it in rows], row.id)
        parts = [
            period_of(self._context, row) or self.tr("period not stated"),
            self.tr("{count} tickets").format(count=texts.number(row.rows)),
        ]
        if row.presence is Presence.ELSEWHERE:
            parts.append(texts.say("ticket_mark.elsewhere"))
        self.facts.set_text("  ·  ".join(parts))
        self.refused_button.setVisible(bool(row.refused))
        self.refused_button.setText(
            self.tr("{count} refused (show)").format(count=texts.number(row.refused))
        )
        self._tint()

    def _tint(self) -> None:
        if self._row is None:
            return
        icon, words, token = completeness_cell(self._context, self._row)
        self.state_label.setText(words)
        if icon is not None:
            self.state_picture.setPixmap(self._context.icons.pixmap(icon, token, 16))

    def _on_chosen(self) -> None:
        self.chosen.emit(self.combo.currentData())


def extract_list(context: AppContext, parent: QWidget) -> ListPane[PopulationRow]:
    """The list of all extracts."""

    def taken(row: PopulationRow) -> str:
        return context.texts.time(row.run_at) if row.run_at else ""

    columns: tuple[Column[PopulationRow], ...] = (
        Column(lambda: translate("Extracts", "Number"), lambda row: row.number, width=80),
        Column(lambda: translate("Extracts", "Title"), lambda row: row.title, stretch=True),
        Column(
            lambda: translate("Extracts", "Period"),
            lambda row: period_of(context, row),
            sort=lambda row: str(row.period_from or ""),
            width=184,
        ),
        Column(
            lambda: translate("Extracts", "Run at"),
            taken,
            sort=lambda row: row.run_at or datetime.min.replace(tzinfo=UTC),
            width=136,
        ),
        Column(
            lambda: translate("Extracts", "Tickets"),
            lambda row: context.texts.number(row.rows),
            sort=lambda row: row.rows,
            width=88,
            right=True,
        ),
        Column(
            lambda: translate("Extracts", "Refused"),
            lambda row: context.texts.number(row.refused),
            sort=lambda row: row.refused,
            width=80,
            right=True,
        ),
        Column(
            lambda: translate("Extracts", "Completeness"),
            lambda row: completeness_cell(context, row)[1],
            width=200,
        ),
        Column(lambda: translate("Extracts", "Added by"), lambda row: row.added_by, width=72),
    )
    made: ListPane[PopulationRow] = ListPane(
        context, columns, lambda row: row.id, "tickets", parent
    )

    def draw(row: PopulationRow) -> tuple[IconName | None, str, Token]:
        return completeness_cell(context, row)

    made.table.setItemDelegateForColumn(6, PaintedCell(icon_cell(context, draw), made.table))
    return made


def the_row(rows: Sequence[PopulationRow], wanted: UUID | None) -> PopulationRow | None:
    """The extract that is wanted, else the newest."""
    return next((row for row in rows if row.id == wanted), rows[0] if rows else None)
