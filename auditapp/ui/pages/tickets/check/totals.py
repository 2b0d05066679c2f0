"""Control totals: rows read = kept + refused, every refused row, gaps in the numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from auditapp.ops import tickets as ops
from auditapp.ops.queries.tickets import control_totals, extract_card, refused_rows
from auditapp.ui.pages.records.asking import ask_reason
from auditapp.ui.pages.records.layout import attempt, column, label, line
from auditapp.ui.pages.tickets.words import field_name, table_name
from auditapp.ui.widgets.boxes import Card
from auditapp.ui.widgets.table import Column, RowsModel, RowTable

if TYPE_CHECKING:
    from uuid import UUID

    from auditapp.ops.queries.ticket_rows import ExtractCard, GapRow, RefusedRow, SourceRow
    from auditapp.ui.context import AppContext

translate = QCoreApplication.translate
_ROW = 32


class TotalsPart(QWidget):
    """What reading the files came to."""

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._population: UUID | None = None
        self.sum_label = label(self, "strong", wrap=True)
        self.sources_model: RowsModel[SourceRow] = RowsModel(
            source_columns(context), lambda row: row.id, self
        )
        self.sources: RowTable[SourceRow] = RowTable(self.sources_model, self)
        self.notes_label = label(self, "muted", wrap=True)
        self.refused_title = label(self, "strong")
        self.refused_model: RowsModel[RefusedRow] = RowsModel(
            refused_columns(context), lambda row: row.row_no, self
        )
        self.refused: RowTable[RefusedRow] = RowTable(self.refused_model, self)
        self.refused_note = label(self, "muted", wrap=True)
        self.gaps_title = label(self, "strong")
        self.gaps_model: RowsModel[GapRow] = RowsModel(
            gap_columns(context), lambda row: row.id, self
        )
        self.gaps: RowTable[GapRow] = RowTable(self.gaps_model, self)
        self.explain_button = QPushButton(self)
        self._arrange()
        self.sources.row_chosen.connect(self._on_source)
        self.gaps.row_opened.connect(self._explain)
        self.gaps.row_chosen.connect(self._on_gap)
        self.explain_button.clicked.connect(self._on_explain)

    def retranslate(self) -> None:
        """Set every string again."""
        self.refused_title.setText(self.tr("Refused rows"))
        self.gaps_title.setText(self.tr("Gaps and jumps in ticket numbers"))
        self.explain_button.setText(self.tr("Explain …"))
        self.explain_button.setToolTip(self.tr("Say why numbers are missing") + "  Enter")
        for table, name in (
            (self.sources, self.tr("Control totals")),
            (self.refused, self.refused_title.text()),
            (self.gaps, self.gaps_title.text()),
        ):
            table.setAccessibleName(name)
            table.retranslate()

    def refresh(self, population_id: UUID) -> None:
        """Read the totals of an extract."""
        audit = self._context.audit
        self._population = population_id
        card = extract_card(audit, population_id)
        self.sources_model.set_rows(card.sources)
        self.sources.setFixedHeight(_ROW * (len(card.sources) + 1) + 8)
        if card.sources:
            self.sources.choose(card.sources[0].id)
            self._on_source(card.sources[0])
        self.sum_label.setText(self._sum(card))
        self.notes_label.setText(self._notes(card))
        self.notes_label.setVisible(bool(self.notes_label.text()))
        gaps = control_totals(audit, population_id).gaps
        self.gaps_model.set_rows(gaps)
        self.gaps_title.setText(
            self.tr("Gaps and jumps in ticket numbers")
            if gaps
            else self.tr("No gaps in ticket numbers were found")
        )
        self._on_gap(self.gaps.current_row)

    def focus_refused(self) -> None:
        """Go to the refused rows."""
        self.refused.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- inside -------------------------------------------------------------------------------

    def _arrange(self) -> None:
        box = column(self, gap=12)
        box.addWidget(self.sum_label)
        card = Card(self, margin=1, gap=0)
        card.body.addWidget(self.sources)
        box.addWidget(card)
        box.addWidget(self.notes_label)
        sides = line(gap=16)
        left, right = QWidget(self), QWidget(self)
        for side, title, table, under in (
            (left, self.refused_title, self.refused, self.refused_note),
            (right, self.gaps_title, self.gaps, self.explain_button),
        ):
            inner = column(side)
            head = line()
            head.addWidget(title)
            head.addStretch()
            title.setMinimumHeight(_ROW)
            if under is self.explain_button:
                head.addWidget(under)
            inner.addLayout(head)
            framed = Card(side, margin=1, gap=0)
            framed.body.addWidget(table)
            inner.addWidget(framed, 1)
            if under is not self.explain_button:
                inner.addWidget(under)
        sides.addWidget(left, 2)
        sides.addWidget(right, 3)
        box.addLayout(sides, 1)

    def _sum(self, card: ExtractCard) -> str:
        if not card.sources:
            return ""
        number, source = self._context.texts.number, card.sources[0]
        return self.tr("{read} rows read = {kept} kept + {refused} refused").format(
            read=number(source.rows_read),
            kept=number(source.rows_kept),
            refused=number(source.rows_refused),
        )

    def _notes(self, card: ExtractCard) -> str:
        context, notes = self._context, list[str]()
        number = context.texts.number
        for source in card.sources:
            bad = cast("dict[str, Any]", source.notes.get("bad") or {})
            said = [f"{field_name(context, name)} {number(int(n))}" for name, n in bad.items() if n]
            if said:
                notes.append(
                    self.tr("Values that could not be read: {fields}").format(
                        fields=context.texts.join(said)
                    )
                )
            if source.notes.get("folded"):
                notes.append(
                    self.tr("Event log: {rows} rows folded into {count} tickets").format(
                        rows=number(source.rows_kept),
                        count=number(int(cast("int", source.notes.get("tickets", 0)))),
                    )
                )
        unknown: dict[str, list[str]] = {}
        for value in card.values:
            if not value.code:
                unknown.setdefault(value.field, []).append(value.value)
        for name, values in unknown.items():
            shown = context.texts.join([f"“{it}”" for it in values[:6]])
            more = "" if len(values) <= 6 else " …"
            notes.append(
                self.tr("{field}: values kept as written: {values}").format(
                    field=field_name(context, name), values=shown + more
                )
            )
        if card.masked:
            notes.append(
                self.tr("Free texts in which numbers of persons were masked: {count}").format(
                    count=number(card.masked)
                )
            )
        return "\n".join(notes)

    def _on_source(self, row: SourceRow | None) -> None:
        if row is None:
            return
        found = refused_rows(self._context.audit, row.id)
        self.refused_model.set_rows(found)
        if not found:
            said = self.tr("No row was refused.")
        elif len(found) < row.rows_refused:
            said = self.tr("The first {count} are listed; all are in the tickets file.").format(
                count=self._context.texts.number(len(found))
            )
        else:
            said = self.tr("Row numbers are those of the file, counted from its first line.")
        self.refused_note.setText(said)

    def _on_gap(self, row: GapRow | None) -> None:
        self.explain_button.setEnabled(row is not None)

    def _on_explain(self) -> None:
        row = self.gaps.current_row
        if row is not None:
            self._explain(row)

    def _explain(self, row: GapRow) -> None:
        def take(reason: str) -> None:
            attempt(self._context, lambda: ops.explain_gap(row.id, reason))

        ask_reason(
            self,
            self.tr("Why are numbers missing?"),
            self.tr("Missing between {before} and {after}: {count}").format(
                before=row.before, after=row.after, count=row.missing
            ),
            self.tr("Keep"),
            take,
        )


def source_columns(context: AppContext) -> tuple[Column[SourceRow], ...]:
    """A file with its counts."""

    def count(number: int) -> str:
        return context.texts.number(number)

    def how(row: SourceRow) -> str:
        parts = [row.sheet or (row.encoding or "").upper(), context.texts.size(row.file_size or 0)]
        return " · ".join(part for part in parts if part)

    return (
        Column(
            lambda: translate("TicketTotals", "Table"), lambda row: table_name(row.table), width=112
        ),
        Column(lambda: translate("TicketTotals", "File"), lambda row: row.file_name, stretch=True),
        Column(lambda: translate("TicketTotals", "Read as"), how, width=136),
        Column(
            lambda: translate("TicketTotals", "Read"),
            lambda row: count(row.rows_read),
            width=80,
            right=True,
        ),
        Column(
            lambda: translate("TicketTotals", "Kept"),
            lambda row: count(row.rows_kept),
            width=80,
            right=True,
        ),
        Column(
            lambda: translate("TicketTotals", "Refused"),
            lambda row: count(row.rows_refused),
            width=72,
            right=True,
        ),
        Column(
            lambda: translate("TicketTotals", "Duplicate numbers"),
            lambda row: count(row.duplicates),
            width=136,
            right=True,
        ),
        Column(
            lambda: translate("TicketTotals", "Unreadable values"),
            lambda row: count(row.unreadable),
            width=136,
            right=True,
        ),
    )


def refused_columns(context: AppContext) -> tuple[Column[RefusedRow], ...]:
    """A refused row with its reason."""
    return (
        Column(
            lambda: translate("TicketTotals", "Row"),
            lambda row: context.texts.number(row.row_no),
            sort=lambda row: row.row_no,
            width=88,
            right=True,
        ),
        Column(
            lambda: translate("TicketTotals", "Reason"),
            lambda row: context.texts.say(f"tickets.refused.{row.reason}"),
            stretch=True,
        ),
    )


def gap_columns(context: AppContext) -> tuple[Column[GapRow], ...]:
    """Missing numbers with what was said about them."""

    def kind(row: GapRow) -> str:
        if row.kind == "jump":
            return translate("TicketTotals", "jump")
        return translate("TicketTotals", "gap")

    return (
        Column(lambda: translate("TicketTotals", "Kind"), kind, width=64),
        Column(lambda: translate("TicketTotals", "After"), lambda row: row.before, width=136),
        Column(lambda: translate("TicketTotals", "Before"), lambda row: row.after, width=136),
        Column(
            lambda: translate("TicketTotals", "Missing"),
            lambda row: context.texts.number(row.missing),
            sort=lambda row: row.missing,
            width=80,
            right=True,
        ),
        Column(
            lambda: translate("TicketTotals", "Explanation"),
            lambda row: row.note or "",
            stretch=True,
        ),
    )
