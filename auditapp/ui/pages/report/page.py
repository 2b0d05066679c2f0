"""The report page: choices and what is missing at the left, the real pages at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from auditapp.domain.vocabulary import Stage
from auditapp.exchange.exporting import lacking, take
from auditapp.ops.queries.missing import MissingList, missing
from auditapp.ops.queries.report_extra import signing, thing_by_number
from auditapp.packs.problems import PacksInvalid
from auditapp.ui.page import Page, PaletteItem
from auditapp.ui.pages.records.asking import ask_yes
from auditapp.ui.pages.records.layout import column, scrolling
from auditapp.ui.pages.report.conclusion_pane import ConclusionPane
from auditapp.ui.pages.report.export_run import ExportRun
from auditapp.ui.pages.report.gaps_card import GapsPane, TextsPane
from auditapp.ui.pages.report.issuing import Issuing
from auditapp.ui.pages.report.options_card import OptionsCard
from auditapp.ui.pages.report.pages_view import PagesView
from auditapp.ui.pages.report.rendering import Draft
from auditapp.ui.pages.report.signing_pane import SigningPane
from auditapp.ui.places import place_of, place_of_missing
from auditapp.ui.shortcuts import PageKeys
from auditapp.ui.widgets.boxes import Card
from auditapp.ui.widgets.inputs import SegmentedButtons

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from auditapp.exchange.exporting import Taken
    from auditapp.jobs.progress import Progress
    from auditapp.ops.queries.missing import MissingRow
    from auditapp.packs.content import Ambiguity
    from auditapp.reports.walk import MissingPrint
    from auditapp.ui.context import AppContext

PARTS = ("missing", "texts", "conclusion", "sign")
LEFT = 480


class ReportPage(Page):
    """Reads once when something changed; layout, pictures and files are made in jobs."""

    TABLES: ClassVar[frozenset[str]] = frozenset(
        {
            "audit", "text", "unit", "person", "frozen_pack", "unit_pack", "assignment", "answer",
            "answer_evidence", "evidence", "finding", "finding_evidence", "finding_criterion",
            "action", "action_evidence", "criterion", "criterion_link", "card_decision", "adoption",
            "adoption_unit", "sign_off",
        }
    )  # fmt: skip

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._ambiguities: tuple[Ambiguity, ...] | None = None
        self._taken: Taken | None = None
        self._draft: Draft | None = None
        self._found = MissingList((), Stage.FIELDWORK)
        self.options = OptionsCard(context, self)
        self.gaps = GapsPane(context, self)
        self.texts_pane = TextsPane(context, self)
        self.conclusion = ConclusionPane(context, self)
        self.signing_pane = SigningPane(context, self)
        self.pages = PagesView(context, self)
        self.issuing = Issuing(context, self.signing_pane)
        self.export_run = ExportRun(context, self)
        self.parts = SegmentedButtons(context.theme, len(PARTS), self)
        self._stack = QStackedWidget(self)
        self._arrange()
        self._connect()
        self._bind_keys()

    @property
    def draft(self) -> Draft | None:
        """The report as it is shown."""
        return self._draft

    @property
    def part(self) -> str:
        """Which pane stands under the choices."""
        return PARTS[self._stack.currentIndex()]

    def retranslate(self) -> None:
        """Set every string again."""
        for part in (
            self.options, self.gaps, self.texts_pane, self.conclusion, self.signing_pane,
            self.pages,
        ):  # fmt: skip
            part.retranslate()
        self.parts.setAccessibleName(self.tr("Before the report is issued"))
        self._name_parts()
        self.mark_stale()

    def refresh(self) -> None:
        """Read the model, what is missing and who signed; then show the pages anew."""
        context = self.context
        today = context.audit.now().astimezone().date()
        found = signing(context.audit)
        self._taken = take(
            context.audit, context.shelf, as_of=today, ambiguities=self._ambiguities or ()
        )
        self._found = missing(context.audit, context.shelf, today=today)
        self.options.show_audit(found.frame.state, found.frame.main_lang)
        self.gaps.show_found(self._found)
        self.conclusion.show_frame(found.frame)
        self.signing_pane.show_signing(found, self.gaps.blocking)
        self._show_draft()

    def show_target(self, target: object) -> None:
        """A pane by its name: missing, texts, conclusion, sign."""
        if isinstance(target, str) and target in PARTS:
            self.show_part(target)
            if target == "conclusion":
                self.conclusion.focus_first()

    def show_part(self, key: str) -> None:
        """Bring a pane to the front."""
        self.context.flush_requested.emit()
        self.parts.current = PARTS.index(key)
        self._stack.setCurrentIndex(PARTS.index(key))

    def palette_items(self, words: str) -> Sequence[PaletteItem]:
        """Exporting and the panes."""
        del words
        return [
            PaletteItem(self.tr("Export"), self._go_and_export, "Ctrl+E", "export", "pdf xlsx"),
            PaletteItem(
                self.tr("Write the conclusion"), self._going("conclusion"), "", "note", "conclusion"
            ),
            PaletteItem(
                self.tr("Sign and issue"), self._going("sign"), "", "sign", "sign issue"
            ),
        ]  # fmt: skip

    def export(self) -> None:
        """Write the chosen files as things stand now."""
        if self.export_run.runs:
            return
        self.context.flush_requested.emit()
        if self._stale or self._taken is None:
            self._stale = False
            self.refresh()
        chosen = self.options.chosen
        there = [
            path.name
            for path in (chosen.targets.register, chosen.targets.report)
            if path is not None and path.exists()
        ]
        if not there:
            self._export()
            return
        names = self.context.texts.join(there)
        sentence = self.tr("The folder already holds {names}. Replace?").format(names=names)
        ask_yes(self, self.tr("Replace files"), sentence, self.tr("Replace"), self._export)

    # -- inside -------------------------------------------------------------------------------

    def _arrange(self) -> None:
        left = QWidget(self)
        box = column(left, gap=12, margins=(16, 12, 8, 12))
        options = Card(left, margin=16)
        options.body.addWidget(self.options)
        desk = Card(left, margin=12)
        for segment in self.parts.segments:
            segment.setFixedHeight(32)
            segment.dress(token="accent", soft="accent_soft")  # noqa: S106  (colours)
        self.parts.layout().setSpacing(4)  # pyright: ignore[reportOptionalMemberAccess]
        for pane in (self.gaps, self.texts_pane, self.conclusion, self.signing_pane):
            self._stack.addWidget(pane)
        desk.body.addWidget(self.parts)
        desk.body.addWidget(self._stack, 1)
        desk.setMinimumHeight(260)
        box.addWidget(options)
        box.addWidget(desk, 1)
        area = scrolling(left, self)
        area.setMinimumWidth(LEFT)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(area)
        splitter.addWidget(self.pages)
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([LEFT, 900])
        self.pages.setMinimumWidth(360)
        column(self, gap=0).addWidget(splitter)
        self.show_part("missing")

    def _connect(self) -> None:
        self.parts.chosen.connect(self._on_part)
        self.pages.rendering.shown.connect(self._read_library)
        self.options.changed.connect(self._show_draft)
        self.options.export_wanted.connect(self.export)
        self.options.cancel_wanted.connect(self.export_run.cancel)
        self.export_run.progressed.connect(self.options.show_progress)
        self.export_run.ended.connect(self._on_export_ended)
        self.gaps.chosen.connect(self._on_gap)
        self.texts_pane.chosen.connect(self._on_text)

    def _bind_keys(self) -> None:
        keys = PageKeys(self)
        keys.add("PgDown", self.pages.next_page, with_alt=False)
        keys.add("PgUp", self.pages.previous_page, with_alt=False)
        keys.add("Home", self.pages.first_page, with_alt=False)
        for sequence, run in (
            ("Ctrl+E", self.export),
            ("Ctrl++", self.pages.larger),
            ("Ctrl+=", self.pages.larger),
            ("Ctrl+-", self.pages.smaller),
        ):
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    def _read_library(self) -> None:
        """The open readings of the library, once the first page is there."""
        if self._ambiguities is not None:
            return
        self._ambiguities = ()
        load = self.context.services.load_library

        def work(progress: Progress) -> tuple[Ambiguity, ...]:
            progress.check()
            try:
                return load().ambiguities
            except PacksInvalid:
                return ()  # a library at fault does not keep a report from being made

        def done(found: tuple[Ambiguity, ...]) -> None:
            if found and self.context.is_open:
                self._ambiguities = found
                self.mark_stale()

        self.context.jobs.run(work, done, title=self.tr("Reading the open questions of sources"))

    def _show_draft(self) -> None:
        if self._taken is None:
            return
        chosen = self.options.chosen
        self._draft = Draft(self._taken, self.context.texts, chosen.langs, chosen.masked)
        self.texts_pane.show_rows(lacking(self._taken.model, chosen.langs))
        self._name_parts()
        self.pages.show_draft(self._draft)

    def _name_parts(self) -> None:
        texts = self.context.texts
        blocking, lack = self.gaps.blocking, self.texts_pane.count
        self.parts.set_texts(
            (
                f"{self.tr('Missing')} {texts.number(blocking)}"
                if blocking
                else self.tr("Missing"),
                f"{self.tr('Texts')} {texts.number(lack)}" if lack else self.tr("Texts"),
                self.tr("Conclusion"),
                self.tr("Issue"),
            )
        )

    def _export(self) -> None:
        if self._draft is not None and not self.export_run.runs:
            self.options.hold(runs=True)
            self.export_run.begin(self._draft, self.options.chosen)

    def _on_export_ended(self, paths: tuple[Path, ...]) -> None:
        self.options.show_progress(None)
        self.options.hold(runs=False)
        self.options.show_written(paths)

    def _on_part(self, number: int) -> None:
        self.show_part(PARTS[number])

    def _on_gap(self, row: MissingRow) -> None:
        place = place_of_missing(self.context.audit, row)
        if place is not None:
            self.context.go(place.page, place.target)

    def _on_text(self, row: MissingPrint) -> None:
        if row.field in ("conclusion", "not_covered"):
            self.show_target("conclusion")
            return
        where = thing_by_number(self.context.audit, row.owner, row.number)
        place = None if where is None else place_of(where)
        if place is not None:
            self.context.go(place.page, place.target)

    def _going(self, part: str) -> Callable[[], None]:
        def go() -> None:
            self.context.go("report", part)

        return go

    def _go_and_export(self) -> None:
        self.context.go("report")
        self.export()
