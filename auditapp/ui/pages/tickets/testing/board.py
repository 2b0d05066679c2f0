"""The board: one row a rule with verdicts, rate, trend and exceptions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from auditapp.ui.pages.records.cells import PaintedCell
from auditapp.ui.pages.records.filters import FilterSwitch
from auditapp.ui.pages.records.layout import column, line
from auditapp.ui.pages.tickets.testing.plots import paint_trend
from auditapp.ui.pages.tickets.testing.words import (
    colour_of,
    fraction,
    limit_text,
    share_text,
)
from auditapp.ui.theme import CAPTION
from auditapp.ui.widgets.boxes import Card
from auditapp.ui.widgets.inputs import SearchField
from auditapp.ui.widgets.table import Column, RowsModel, RowTable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter, QResizeEvent

    from auditapp.ops.queries.ticket_rows import BoardRow
    from auditapp.ui.context import AppContext
    from auditapp.ui.theme import Token

translate = QCoreApplication.translate
HEIGHT: Final = 52
TREND: Final = 3
NARROW: Final = 520
_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class BoardList(QWidget):
    """The rules of a run, to be searched and narrowed.

    Signals:
        chosen: another rule is current (BoardRow or None).
    """

    chosen = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._words = ""
        self.search = SearchField(context.icons, self)
        self.failing = FilterSwitch(context, self)
        self.untested = FilterSwitch(context, self)
        self.model: RowsModel[BoardRow] = RowsModel(_columns(context), _id_of, self)
        self.table: RowTable[BoardRow] = RowTable(self.model, self)
        self.table.verticalHeader().setDefaultSectionSize(HEIGHT)
        self.table.setMouseTracking(True)
        self.table.horizontalHeader().setStyleSheet("QHeaderView::section { padding: 6px 4px }")
        for number, draw in enumerate(
            (
                self._draw_rule,
                self._draw_verdicts,
                self._draw_rate,
                self._draw_trend,
                self._draw_more,
            )
        ):
            self.table.setItemDelegateForColumn(number, PaintedCell(draw, self.table))
        card = Card(self, margin=1, gap=0)
        card.body.addWidget(self.table)
        bar = line()
        self.search.setMinimumWidth(96)
        bar.addWidget(self.search, 1)
        bar.addWidget(self.failing)
        bar.addWidget(self.untested)
        box = column(self, gap=8)
        box.addLayout(bar)
        box.addWidget(card, 1)
        self.search.searched.connect(self._on_searched)
        self.failing.toggled.connect(self._narrow)
        self.untested.toggled.connect(self._narrow)
        self.table.row_chosen.connect(self.chosen)

    def show_rows(self, rows: Sequence[BoardRow]) -> None:
        """Show the results of a run."""
        self.model.set_rows(rows)
        if rows and self.table.current_row is None:
            first = next((row for row in rows if row.exceptions), rows[0])
            self.table.choose(first.result_id)

    def choose_rule(self, rule_id: str) -> bool:
        """Make a rule current; says whether the run has it."""
        for number in range(self.model.rowCount()):
            row = self.model.row_at(self.model.index(number, 0))
            if row is not None and row.rule_id == rule_id:
                return self.table.choose(row.result_id)
        return False

    def retranslate(self) -> None:
        """Set every string again."""
        self.search.setPlaceholderText(self.tr("Search the rules"))
        self.search.setAccessibleName(self.tr("Search the rules"))
        self.search.setToolTip(self.tr("A number, a word, a clause") + "  /")
        self.failing.set_text(self.tr("Exceptions"), self.tr("Only rules with exceptions"))
        self.untested.set_text(
            self.tr("Cannot test"), self.tr("Only rules that could not test every ticket")
        )
        self.table.setAccessibleName(self.tr("Results by rule"))
        self.table.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the names go before the trend."""
        super().resizeEvent(event)
        self.table.setColumnHidden(TREND, self.width() < NARROW)

    # -- inside -------------------------------------------------------------------------------

    def _on_searched(self, words: str) -> None:
        self._words = words.casefold()
        self._narrow()

    def _narrow(self) -> None:
        needles = self._words.split()
        failing, untested = self.failing.isChecked(), self.untested.isChecked()

        def keep(row: BoardRow) -> bool:
            hay = f"{row.rule_id} {' '.join(row.names.values())} {row.clause or ''}".casefold()
            return (
                all(it in hay for it in needles)
                and (not failing or row.exceptions > 0)
                and (not untested or row.counts.cannot_test > 0)
            )

        self.model.set_filter(keep)

    def _draw_rule(self, painter: QPainter, rect: QRect, row: BoardRow) -> None:
        context = self._context
        lines = _Lines(context, painter, rect)
        marks = context.texts.say("ticket_mark.template") if row.template else ""
        room = lines.right_tag(marks)
        said = [row.rule_id, _clause(row), limit_text(row.limit)]
        lines.first(row.name(context.lang))
        lines.second(" · ".join(it for it in said if it), room)

    def _draw_verdicts(self, painter: QPainter, rect: QRect, row: BoardRow) -> None:
        counts, texts, theme = row.counts, self._context.texts, self._context.theme
        total = max(counts.total, 1)
        box = QRectF(rect.x(), rect.y() + 13, rect.width() - 8, 8)
        parts: tuple[tuple[int, Token], ...] = (
            (counts.failed, "major"),
            (counts.passed, "conforming"),
            (counts.running, "improvement"),
            (counts.cannot_test, "not_conclusive"),
            (counts.not_applicable, "line"),
        )
        left = box.left()
        for number, token in parts:
            if number:
                width = max(box.width() * number / total, 2.0)
                painter.fillRect(QRectF(left, box.top(), width, 8), theme.colour(token))
                left += width
        lines = _Lines(self._context, painter, rect)
        said = f"✗ {texts.number(counts.failed)}  ✓ {texts.number(counts.passed)}"
        if not counts.failed and not counts.passed:
            said = self._idle(row)
        lines.second(said)

    def _idle(self, row: BoardRow) -> str:
        if row.kind == "fairness":
            return self.tr("compared")
        if row.counts.cannot_test:
            return "? " + self.tr("cannot test")
        return "– " + self.tr("not applicable")

    def _draw_rate(self, painter: QPainter, rect: QRect, row: BoardRow) -> None:
        texts = self._context.texts
        lines = _Lines(self._context, painter, rect.adjusted(0, 0, -6, 0))
        token, sign = colour_of(row)
        share = share_text(row, texts)
        lines.first(f"{sign} {share}".strip(), token, right=True, strong=bool(sign))
        if row.coloured or row.template:
            said = fraction(row, texts) if row.denominator else ""
            lines.second("" if said == share else said, right=True)

    def _draw_trend(self, painter: QPainter, rect: QRect, row: BoardRow) -> None:
        paint_trend(painter, rect, row.trend, self._context.theme)

    def _draw_more(self, painter: QPainter, rect: QRect, row: BoardRow) -> None:
        texts = self._context.texts
        lines = _Lines(self._context, painter, rect.adjusted(0, 0, -6, 0))
        lines.first(texts.number(row.exceptions) if row.exceptions else "–", right=True)
        said = ", ".join(it.number for it in row.findings)
        if row.accepted and not said:
            said = self.tr("{n} accepted").format(n=texts.number(row.accepted))
        lines.second(said, ink="accent" if row.findings else "muted", right=True)


class _Lines:
    """Two lines of text in a cell."""

    def __init__(self, context: AppContext, painter: QPainter, rect: QRect) -> None:
        self._theme, self._painter, self._rect = context.theme, painter, rect
        self._small = QFont(painter.font())
        self._small.setPixelSize(CAPTION)
        self._body = QFont(painter.font())

    def first(
        self, text: str, ink: Token = "text", *, right: bool = False, strong: bool = False
    ) -> None:
        """The upper line, in body size."""
        font = QFont(self._body)
        font.setBold(strong)
        self._painter.setFont(font)
        self._draw(text, QRectF(self._rect).adjusted(0, 6, 0, -24), ink, right=right)

    def second(
        self,
        text: str,
        room: float = 0,
        *,
        ink: Token = "muted",
        right: bool = False,
    ) -> None:
        """The lower line, small; ``room`` is kept free at its right."""
        self._painter.setFont(self._small)
        self._draw(text, QRectF(self._rect).adjusted(0, 26, -room, -6), ink, right=right)

    def right_tag(self, text: str) -> float:
        """A mark at the right of the lower line; how much room it takes."""
        if not text:
            return 0
        self._painter.setFont(self._small)
        width = self._painter.fontMetrics().horizontalAdvance(text) + 12
        box = QRectF(self._rect.right() - width - 2, self._rect.y() + 27, width, 18)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._theme.colour("not_conclusive_soft"))
        self._painter.drawRoundedRect(box, 4, 4)
        self._painter.setPen(self._theme.colour("not_conclusive"))
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        return width + 8

    def _draw(self, text: str, box: QRectF, token: Token, *, right: bool) -> None:
        self._painter.setPen(self._theme.colour(token))
        said = self._painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, int(box.width())
        )
        self._painter.drawText(box, _RIGHT if right else _LEFT, said)


def _columns(context: AppContext) -> list[Column[BoardRow]]:
    return [
        Column(
            lambda: translate("BoardList", "Rule"),
            lambda row: f"{row.rule_id} {row.name(context.lang)}",
            lambda row: row.rule_id,
            stretch=True,
        ),
        Column(
            lambda: translate("BoardList", "Result"),
            lambda row: _verdict_words(context, row),
            lambda row: row.counts.failed,
            width=104,
        ),
        Column(
            lambda: translate("BoardList", "Rate"),
            lambda row: f"{share_text(row, context.texts)} ({fraction(row, context.texts)})",
            lambda row: -1.0 if row.rate is None else row.rate,
            width=84,
            right=True,
        ),
        Column(
            lambda: translate("BoardList", "Trend"),
            lambda row: _trend_words(context, row),
            lambda row: row.rule_id,
            width=76,
        ),
        Column(
            lambda: translate("BoardList", "Exceptions"),
            lambda row: context.texts.number(row.exceptions),
            lambda row: row.exceptions,
            width=80,
            right=True,
        ),
    ]


def _verdict_words(context: AppContext, row: BoardRow) -> str:
    said = translate(
        "BoardList",
        "fail {failed}, pass {passed}, running {running}, cannot test {untested}, "
        "not applicable {out}",
    )
    number = context.texts.number
    return said.format(
        failed=number(row.counts.failed),
        passed=number(row.counts.passed),
        running=number(row.counts.running),
        untested=number(row.counts.cannot_test),
        out=number(row.counts.not_applicable),
    )


def _trend_words(context: AppContext, row: BoardRow) -> str:
    known = [it for it in row.trend if it.rate is not None]
    return "\n".join(f"{it.key or '–'}: {context.texts.percent(it.rate, 1)}" for it in known)


def _clause(row: BoardRow) -> str:
    return row.clause or ""


def _id_of(row: BoardRow) -> UUID:
    return row.result_id
