"""One rule's result: its figures at the head, below exceptions, spread, parts, reasons, method."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from auditapp.errors import UserError
from auditapp.ops.queries.ticket_board import result_detail
from auditapp.ops.queries.tickets import extract_card
from auditapp.ui.pages.records.layout import column, label, line, scrolling
from auditapp.ui.pages.tickets.testing.breakdown import BreakdownPane
from auditapp.ui.pages.tickets.testing.exceptions_pane import ExceptionsPane
from auditapp.ui.pages.tickets.testing.method import MethodPane
from auditapp.ui.pages.tickets.testing.plots import DistributionPlot
from auditapp.ui.pages.tickets.testing.population_view import ClustersPane, FairnessPane
from auditapp.ui.pages.tickets.testing.reasons import ReasonsPane
from auditapp.ui.pages.tickets.testing.words import (
    CANNOT,
    colour_of,
    fraction,
    limit_text,
    limits_of,
    marks_of,
    reason_name,
    share_text,
    value_text,
)
from auditapp.ui.widgets.boxes import Card
from auditapp.ui.widgets.inputs import SegmentedButtons
from auditapp.ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from datetime import date

    from auditapp.domain.vocabulary import Dimension
    from auditapp.ops.queries.ticket_rows import BoardRow, ResultDetail
    from auditapp.tickets.populations import TicketFiles
    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.tickets.testing.running import RuleShelf

EXCEPTIONS, SPREAD, PARTS, REASONS, METHOD = range(5)
_SPECIAL: Final = frozenset({"clusters", "fairness"})


class ResultPane(QWidget):
    """Shows one result at a time.

    Signals:
        mapping_wanted: fields that nobody mapped (tuple of field ids).
    """

    mapping_wanted = Signal(object)

    def __init__(
        self, context: AppContext, shelf: RuleShelf, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._shelf = context, shelf
        self.detail: ResultDetail | None = None
        self._explained = False
        self.title = ElidedLabel(parent=self)
        self.title.setProperty("role", "title")
        self.about = ElidedLabel(parent=self)
        self.about.setProperty("role", "caption")
        self.rate = label(self, "title")
        self.share = label(self, "muted")
        self.marks = label(self, "caption", wrap=True)
        self.counts = label(self, wrap=True)
        self.tabs = SegmentedButtons(context.theme, 5, self)
        for number, segment in enumerate(self.tabs.segments, 1):
            segment.dress(token="accent", soft="accent_soft")  # noqa: S106  (colours)
            segment.setShortcut(f"Ctrl+Alt+{number}")
        self.exceptions = ExceptionsPane(context, self)
        self.plot = DistributionPlot(context, self)
        self.stats = label(self, "caption", wrap=True)
        self.no_plot = label(self, "muted", wrap=True)
        self.no_plot.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.clusters = ClustersPane(context, self)
        self.fairness = FairnessPane(context, self)
        self.parts = BreakdownPane(context, self)
        self.reasons = ReasonsPane(context, self)
        self.method = MethodPane(context, self)
        self._stack = QStackedWidget(self)
        self._arrange()
        self.tabs.chosen.connect(self.show_tab)
        self.parts.slice_wanted.connect(self._on_slice)
        self.reasons.reason_wanted.connect(self._on_reason)
        self.reasons.mapping_wanted.connect(self.mapping_wanted)

    def load(self, row: BoardRow, files: TicketFiles | None, today: date) -> None:
        """Read and show a result."""
        other = self.detail is None or self.detail.row.rule_id != row.rule_id
        detail = result_detail(self._context.audit, row.result_id, today=today)
        self.detail = detail
        self._say()
        self.exceptions.load(detail, files, today)
        self._show_spread(detail)
        self.parts.load(detail)
        self._explained = False
        self.show_tab(self._first_tab(detail) if other else self.tabs.current or EXCEPTIONS)

    def show_tab(self, number: int) -> None:
        """Bring one of the five to the front."""
        self.tabs.current = number
        self._stack.setCurrentIndex(number)
        if number in (REASONS, METHOD) and self.detail is not None and not self._explained:
            self._explained = True  # reading the rules' content takes a moment
            self._load_reasons(self.detail)

    def retranslate(self) -> None:
        """Set every string again."""
        for pane in (
            self.exceptions, self.clusters, self.fairness, self.parts, self.reasons, self.method,
        ):  # fmt: skip
            pane.retranslate()
        self.no_plot.setText(self.tr("This rule measures no value."))
        self._name_tabs()
        if self.detail is not None:
            self._say()
            self._show_spread(self.detail)
            self._explained = False
            self.show_tab(self.tabs.current or EXCEPTIONS)

    # -- inside -------------------------------------------------------------------------------

    def _arrange(self) -> None:
        spread = QWidget(self)
        card = Card(spread, margin=8, gap=4)
        card.body.addWidget(self.plot, 1)
        card.body.addWidget(self.no_plot, 1)
        card.body.addWidget(self.clusters, 1)
        card.body.addWidget(self.fairness, 1)
        card.body.addWidget(self.stats)
        column(spread).addWidget(card)
        spread.setMinimumHeight(300)
        wide = scrolling(spread, self)
        for pane in (self.exceptions, wide, self.parts, self.reasons, self.method):
            self._stack.addWidget(pane)
        left = column(gap=2)
        left.addWidget(self.title)
        left.addWidget(self.about)
        left.addWidget(self.counts)
        right = column(gap=2)
        for widget in (self.rate, self.share):
            widget.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            right.addWidget(widget)
        right.addStretch()
        head = line(gap=16)
        head.addLayout(left, 1)
        head.addLayout(right)
        box = column(self, gap=8)
        box.addLayout(head)
        box.addWidget(self.marks)
        box.addWidget(self.tabs)
        box.addWidget(self._stack, 1)

    def _say(self) -> None:
        detail, texts = self.detail, self._context.texts
        if detail is None:
            return
        row = detail.row
        self.title.set_text(row.name(self._context.lang))
        clause = self.tr("clause {clause}").format(clause=row.clause) if row.clause else ""
        about = [row.rule_id, clause, limit_text(row.limit)]
        self.about.set_text(" · ".join(it for it in about if it))
        token, sign = colour_of(row)
        self.rate.setText(f"{sign} {share_text(row, texts)}".strip())
        self.rate.setStyleSheet(f"color: {self._context.theme.css(token)}")
        shown = row.denominator and row.denominator >= 30
        self.share.setText(fraction(row, texts) if shown else "")
        marks = marks_of(row, texts)
        if row.threshold:
            marks.insert(0, self.tr("threshold {limit}").format(limit=limit_text(row.threshold)))
        self.marks.setText(" · ".join(marks))
        self.marks.setVisible(bool(marks))
        self.counts.setText(self._count_words(row))
        self.counts.setVisible(row.kind != "fairness")
        self._name_tabs()

    def _count_words(self, row: BoardRow) -> str:
        number, counts = self._context.texts.number, row.counts
        parts = [
            f"✗ {number(counts.failed)} " + self.tr("fail") + self._why(row),
            f"✓ {number(counts.passed)} " + self.tr("pass"),
        ]
        if counts.running:
            parts.append(f"… {number(counts.running)} " + self.tr("running"))
        if counts.cannot_test:
            parts.append(f"? {number(counts.cannot_test)} " + self.tr("cannot test"))
        if counts.not_applicable:
            parts.append(f"– {number(counts.not_applicable)} " + self.tr("not applicable"))
        return "   ".join(parts)

    def _why(self, row: BoardRow) -> str:
        """Why tickets fail, where a rule knows more than one reason (a flag missing, or stale)."""
        texts = self._context.texts
        names = None if self.detail is None else self.detail.detail.get("names")
        failing = [(code, n) for code, n in row.reasons.items() if code not in CANNOT and n]
        if len(failing) < 2:
            return ""
        said = [f"{reason_name(code, names, texts)} {texts.number(n)}" for code, n in failing[:3]]
        return f" ({', '.join(said)})"

    def _name_tabs(self) -> None:
        kind = "" if self.detail is None else self.detail.row.kind
        second = self.tr("Distribution")
        if kind == "clusters":
            second = self.tr("Systemic causes")
        elif kind == "fairness":
            second = self.tr("Comparison")
        names = [
            self.tr("Exceptions"), second, self.tr("Breakdown"), self.tr("Reasons"),
            self.tr("Method"),
        ]  # fmt: skip
        self.tabs.set_texts(names)
        for number, (name, segment) in enumerate(zip(names, self.tabs.segments, strict=True), 1):
            segment.setToolTip(f"{name}  Ctrl+Alt+{number}")
            segment.setShortcut(f"Ctrl+Alt+{number}")

    def _first_tab(self, detail: ResultDetail) -> int:
        row = detail.row
        if row.kind in _SPECIAL:
            return SPREAD
        if row.exceptions:
            return self.tabs.current or EXCEPTIONS
        return REASONS if row.counts.cannot_test else METHOD

    def _show_spread(self, detail: ResultDetail) -> None:
        kind = detail.row.kind
        self.clusters.setVisible(kind == "clusters")
        self.fairness.setVisible(kind == "fairness")
        has_plot = detail.histogram is not None and kind not in _SPECIAL
        self.plot.setVisible(has_plot)
        self.no_plot.setVisible(not has_plot and kind not in _SPECIAL)
        self.stats.setVisible(has_plot)
        if kind == "clusters":
            self.clusters.load(detail)
        elif kind == "fairness":
            self.fairness.load(detail)
        late = detail.row.reasons.get("late")
        limits = limits_of(detail)
        self.plot.show_histogram(detail.histogram, limits, late if len(limits) == 1 else None)
        self.stats.setText(self._stat_words(detail))

    def _stat_words(self, detail: ResultDetail) -> str:
        stats, texts = detail.stats, self._context.texts
        if stats is None or not stats.n:
            return ""
        words = (
            (self.tr("median"), stats.median), (self.tr("mean"), stats.mean),
            (self.tr("90 %"), stats.p90), (self.tr("95 %"), stats.p95),
            (self.tr("most"), stats.max),
        )  # fmt: skip
        parts = [self.tr("{n} tickets measured").format(n=texts.number(stats.n))]
        parts += [f"{name} {value_text(value, stats.unit, texts)}" for name, value in words]
        return " · ".join(parts)

    def _load_reasons(self, detail: ResultDetail) -> None:
        """Reasons and method rest on the rule's own content, which may be gone or broken."""
        try:
            rule = self._shelf.rule(detail.row.rule_id, detail.run.profile)
            card = extract_card(self._context.audit, detail.run.population_id)
            mapped = {name for source in card.sources for name in source.mapping}
            unmapped = self._shelf.unmapped(
                rule, mapped, detail.run.choices, all_used=detail.row.counts.cannot_test > 0
            )
        except UserError:
            rule, unmapped = None, ()
        self.reasons.load(detail, unmapped)
        self.method.load(detail, rule, {it.switch: it for it in self._shelf.ambiguities})

    def _on_slice(self, dimension: Dimension, key: str) -> None:
        self.exceptions.show_slice(dimension, key)
        self.show_tab(EXCEPTIONS)

    def _on_reason(self, code: str) -> None:
        self.exceptions.show_reason(code)
        self.show_tab(EXCEPTIONS)
