"""What is computed over the whole population: systemic causes with their chart, fairness."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from auditapp.ui.pages.records.layout import column, label
from auditapp.ui.pages.tickets.testing.plots import ControlChart
from auditapp.ui.pages.tickets.testing.words import plain_list
from auditapp.ui.widgets.boxes import Card
from auditapp.ui.widgets.table import Column, RowsModel, RowTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditapp.ops.queries.ticket_rows import ResultDetail
    from auditapp.ui.context import AppContext

Month = tuple[str, int, int, float | None, float | None]


@dataclass(frozen=True, slots=True)
class ClusterRow:
    """A cause that gathers; ``unit`` empty = in all units."""

    key: int
    cause: str
    unit: str
    signals: tuple[str, ...]
    tickets: int
    untreated: int
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure of the fairness test; ``stratum`` empty = over all strata."""

    key: str
    name: str
    stratum: str
    n_group: int
    n_other: int
    group: str
    other: str
    effect: str
    worse: bool | None


class ClustersPane(QWidget):
    """Individual or systemic (R-080): causes above, the control chart of the chosen one below."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.note = label(self, "caption", wrap=True)
        self.model: RowsModel[ClusterRow] = RowsModel(self._columns(), lambda it: it.key, self)
        self.table: RowTable[ClusterRow] = RowTable(self.model, self)
        self.table.horizontalHeader().setStyleSheet("QHeaderView::section { padding: 6px 4px }")
        self.chart = ControlChart(context, self)
        self.no_chart = label(self, "muted", wrap=True)
        self.no_chart.setAlignment(Qt.AlignmentFlag.AlignCenter)
        card, below = Card(self, margin=1, gap=0), Card(self, margin=8, gap=0)
        card.body.addWidget(self.table)
        below.body.addWidget(self.chart)
        below.body.addWidget(self.no_chart)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.setChildrenCollapsible(False)
        split.addWidget(card)
        split.addWidget(below)
        split.setSizes([150, 240])
        box = column(self, gap=8)
        box.addWidget(self.note)
        box.addWidget(split, 1)
        self.table.row_chosen.connect(self._show)

    def load(self, detail: ResultDetail) -> None:
        """Show the clusters of a result."""
        rows = [
            _cluster(number, it)
            for number, it in enumerate(plain_list(detail.detail.get("clusters")))
        ]
        self.model.set_rows(rows)
        more = int(str(detail.detail.get("clusters_more", 0)))
        said = self.tr("Causes that look systemic: {n}; individual ones are not listed.")
        if more:
            said += " " + self.tr("{n} more are not shown.").format(n=more)
        self.note.setText(said.format(n=len(rows)))
        if rows:
            self.table.choose(0)
        else:
            self._show(None)

    def retranslate(self) -> None:
        """Set every string again."""
        self.table.setAccessibleName(self.tr("Systemic causes"))
        self.no_chart.setText(self.tr("Too few months before for a control chart of this cause."))
        self.table.retranslate()

    def _columns(self) -> list[Column[ClusterRow]]:
        number = self._context.texts.number
        return [
            Column(lambda: self.tr("Cause"), lambda it: it.cause, stretch=True),
            Column(lambda: self.tr("Unit"), lambda it: it.unit or self.tr("all"), width=88),
            Column(lambda: self.tr("Why systemic"), self._signals, width=208),
            Column(
                lambda: self.tr("Tickets"), lambda it: number(it.tickets), lambda it: it.tickets,
                width=72, right=True,
            ),
            Column(
                lambda: self.tr("Untreated"), lambda it: number(it.untreated),
                lambda it: it.untreated, width=80, right=True,
            ),
        ]  # fmt: skip

    def _signals(self, row: ClusterRow) -> str:
        words = {
            "cell": self.tr("small cell"),
            "units": self.tr("several units"),
            "chart": self.tr("above the control limit"),
        }
        return ", ".join(words.get(it, it) for it in row.signals)

    def _show(self, row: ClusterRow | None) -> None:
        months = () if row is None else row.months
        self.chart.show_months(months)
        self.chart.setVisible(bool(months))
        self.no_chart.setVisible(not months)


class FairnessPane(QWidget):
    """Flagged customers against others: each measure over the strata, then by stratum."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.note = label(self, "caption", wrap=True)
        self.model: RowsModel[MeasureRow] = RowsModel(self._columns(), lambda it: it.key, self)
        self.table: RowTable[MeasureRow] = RowTable(self.model, self)
        self.table.horizontalHeader().setStyleSheet("QHeaderView::section { padding: 6px 4px }")
        card = Card(self, margin=1, gap=0)
        card.body.addWidget(self.table)
        box = column(self, gap=8)
        box.addWidget(self.note)
        box.addWidget(card, 1)

    def load(self, detail: ResultDetail) -> None:
        """Show the measures of a result."""
        rows: list[MeasureRow] = []
        for measure in plain_list(detail.detail.get("fairness")):
            rows.append(self._measure(measure))
            rows += [
                self._stratum(measure, number, it)
                for number, it in enumerate(plain_list(measure["strata"]))
            ]
        self.model.set_rows(rows)

    def retranslate(self) -> None:
        """Set every string again."""
        self.table.setAccessibleName(self.tr("Fairness"))
        self.note.setText(
            self.tr(
                "Compared within the same category, tier and urgency. It indicates, it does not "
                "prove: a group that fares worse is a reason to look closer."
            )
        )
        self.table.retranslate()

    def _columns(self) -> list[Column[MeasureRow]]:
        number = self._context.texts.number
        return [
            Column(
                lambda: self.tr("Measure"),
                lambda it: f"      {it.stratum}" if it.stratum else it.name,
                stretch=True,
            ),
            Column(lambda: self.tr("Flagged"), lambda it: it.group, width=68, right=True),
            Column(lambda: self.tr("Others"), lambda it: it.other, width=68, right=True),
            Column(
                lambda: self.tr("n"), lambda it: f"{number(it.n_group)} / {number(it.n_other)}",
                width=84, right=True,
            ),
            Column(lambda: self.tr("Effect"), self._verdict, width=184, colour=self._ink),
        ]  # fmt: skip

    def _measure(self, plain: dict[str, Any]) -> MeasureRow:
        lang = self._context.lang.value
        return MeasureRow(
            key=str(plain["id"]),
            name=str(plain["name"][lang]),
            stratum="",
            n_group=int(plain["n_group"]),
            n_other=int(plain["n_other"]),
            group="",
            other="",
            effect=self._effect(plain),
            worse=plain["worse"],
        )

    def _stratum(self, measure: dict[str, Any], number: int, plain: dict[str, Any]) -> MeasureRow:
        key = " · ".join(str(it) or "–" for it in plain["key"])
        return MeasureRow(
            key=f"{measure['id']}/{number}",
            name="",
            stratum=key,
            n_group=int(plain["n_group"]),
            n_other=int(plain["n_other"]),
            group=self._figure(plain["group"]),
            other=self._figure(plain["other"]),
            effect="",
            worse=None,
        )

    def _figure(self, value: float | None) -> str:
        return "–" if value is None else self._context.texts.number(value, 1)

    def _effect(self, plain: dict[str, Any]) -> str:
        if plain["effect"] is None:
            return "–"
        texts = self._context.texts
        if plain["kind"] == "share":
            low, high = plain["low"], plain["high"]
            said = self.tr("odds ratio {value}").format(value=texts.number(plain["effect"], 2))
            if low is not None and high is not None:
                said += f" ({texts.number(low, 2)}–{texts.number(high, 2)})"
            return said
        sign = "+" if plain["effect"] > 0 else ""
        return self.tr("medians {value}").format(value=sign + texts.number(plain["effect"], 1))

    def _verdict(self, row: MeasureRow) -> str:
        if row.stratum:
            return ""
        if row.worse is None:
            return f"{row.effect} · ? " + self.tr("unknown")
        said = "! " + self.tr("worse") if row.worse else "✓ " + self.tr("not worse")
        return f"{row.effect} · {said}"

    def _ink(self, row: MeasureRow) -> str:
        theme = self._context.theme
        if row.worse is None:
            return theme.css("muted" if row.stratum else "text")
        return theme.css("minor" if row.worse else "conforming")


def _cluster(number: int, plain: dict[str, Any]) -> ClusterRow:
    months = cast("Sequence[Sequence[Any]]", plain.get("months", ()))
    return ClusterRow(
        key=number,
        cause=str(plain["cause"]),
        unit=str(plain["unit"]),
        signals=tuple(str(it) for it in plain["signals"]),
        tickets=int(plain["tickets"]),
        untreated=int(plain["untreated"]),
        months=tuple((str(m[0]), int(m[1]), int(m[2]), m[3], m[4]) for m in months),
    )
