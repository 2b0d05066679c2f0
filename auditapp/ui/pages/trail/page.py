"""The audit trail: who changed what, when, from what to what; newest first, in pages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton, QSplitter, QWidget

from auditapp.ops.queries.plan import people
from auditapp.ops.queries.trail import PAGE, TrailFilter, TrailPage, trail, trail_ops
from auditapp.ui.page import Page
from auditapp.ui.pages.records.filters import FilterMenu
from auditapp.ui.pages.records.layout import column, label, line, name_tool, offer, tool
from auditapp.ui.pages.records.listing import ListPane
from auditapp.ui.pages.trail import words
from auditapp.ui.pages.trail.detail import TrailDetail
from auditapp.ui.places import place_of_row
from auditapp.ui.shortcuts import PageKeys
from auditapp.ui.widgets.boxes import Card
from auditapp.ui.widgets.table import Column

if TYPE_CHECKING:
    from auditapp.ops.queries.journal import ChangeRow, StepView
    from auditapp.ui.context import AppContext, ChangeNotice

_PAIR = 2


class TrailPageView(Page):
    """Every step of the audit file. Nothing here changes anything but *undo*."""

    TABLES: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._filter = TrailFilter()
        self._row_name = ""
        self._offset = 0
        self._shown = TrailPage((), 0, 0)
        self._undoable: UUID | None = None
        self.list: ListPane[StepView] = ListPane(
            context, self._columns(), lambda step: step.hash, "history", self
        )
        self.list.table.setSortingEnabled(False)
        self.people_combo = QComboBox(self)
        self.ops_menu: FilterMenu[str] = FilterMenu(context, self)
        self.row_button = QPushButton(self)
        context.icons.assign(self.row_button, "close", "muted", 16)
        self.newer_button = tool(context.icons, "chevron_left", self.newer, self)
        self.older_button = tool(context.icons, "chevron_right", self.older, self)
        self.place_label = label(self, "muted")
        self.detail = TrailDetail(context, self)
        self._arrange()
        self._connect()
        keys = PageKeys(self)
        keys.add("/", self.list.focus_search, with_alt=False)

    @property
    def wanted(self) -> TrailFilter:
        """What the trail is narrowed to."""
        return self._filter

    def audit_changed(self, notice: ChangeNotice) -> None:
        """Every step is a line here."""
        del notice
        self.mark_stale()

    def retranslate(self) -> None:
        """Set every string again."""
        self.list.title.setText(self.tr("Audit trail"))
        self.list.retranslate()
        self.list.empty.set_texts(
            self.tr("Nothing has happened yet"),
            self.tr("Every change of this audit will stand here, with who made it and when."),
        )
        self.people_combo.setAccessibleName(self.tr("Who"))
        self.people_combo.setToolTip(self.tr("Only what this person did"))
        self.list.search.setToolTip(self.tr("Search in the values before and after") + "  /")
        name_tool(self.newer_button, self.tr("Newer"), "Alt+Left")
        name_tool(self.older_button, self.tr("Older"), "Alt+Right")
        self.row_button.setToolTip(self.tr("Show all rows again"))
        self.detail.retranslate()
        self.mark_stale()

    def refresh(self) -> None:
        """Read the page of steps that is shown."""
        context, texts = self.context, self.context.texts
        everybody = [(None, self.tr("Everybody"))]
        named = [(it.id, f"{it.name} ({it.code})") for it in people(context.audit)]
        offer(self.people_combo, [*everybody, *named], self._filter.actor_id)
        codes = trail_ops(context.audit)
        names = sorted((words.op_name(texts, code), code) for code in codes)
        self.ops_menu.set_options(self.tr("What"), [(code, name) for name, code in names])
        self._undoable = context.audit.undo_gesture(context.heading.actor)
        self._shown = trail(context.audit, self._filter, offset=self._offset)
        total = self._shown.total
        if total and self._offset >= total:
            self._offset = (total - 1) // PAGE * PAGE
            self._shown = trail(context.audit, self._filter, offset=self._offset)
        self._show_steps()

    def show_target(self, target: object) -> None:
        """A TrailFilter, or a row as (table, id): its history alone."""
        if isinstance(target, TrailFilter):
            self._take(target)
        elif isinstance(target, tuple):
            parts = cast("tuple[object, ...]", target)
            if len(parts) == _PAIR and isinstance(parts[1], UUID):
                self._take(TrailFilter(row=(str(parts[0]), parts[1])))

    def older(self) -> None:
        """The next hundred steps back."""
        if self._shown.has_more:
            self._offset += PAGE
            self.refresh()

    def newer(self) -> None:
        """The hundred steps before."""
        if self._offset:
            self._offset = max(self._offset - PAGE, 0)
            self.refresh()

    # -- inside -------------------------------------------------------------------------------

    def _columns(self) -> list[Column[StepView]]:
        texts = self.context.language
        return [
            Column(
                lambda: self.tr("When"),
                lambda step: f"{step.at.astimezone():%Y-%m-%d %H:%M:%S}",
                width=156,
            ),
            Column(
                lambda: self.tr("Who"),
                lambda step: "" if step.actor is None else step.actor.code,
                width=56,
            ),
            Column(
                lambda: self.tr("What"),
                lambda step: words.op_name(texts.texts, step.op),
                width=160,
            ),
            Column(
                lambda: self.tr("Row"), lambda step: words.step_row(texts.texts, step), width=148
            ),
            Column(lambda: self.tr("From what to what"), self._change_text, stretch=True),
            Column(
                lambda: "",
                self._mark_text,
                width=76,
                colour=lambda _: self.context.theme.css("minor"),
            ),
        ]

    def _change_text(self, step: StepView) -> str:
        return words.in_one_line(self.context.texts, step, self.tr("(erased)"))

    def _mark_text(self, step: StepView) -> str:
        if step.undone:
            return self.tr("taken back")
        return self.tr("erased") if words.is_erased(step) else ""

    def _arrange(self) -> None:
        self.list.filters.addWidget(self.people_combo)
        self.list.filters.addWidget(self.ops_menu)
        self.list.filters.addWidget(self.row_button)
        foot = line(margins=(24, 0, 24, 8))
        foot.addWidget(self.place_label)
        foot.addStretch()
        for button in (self.newer_button, self.older_button):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            foot.addWidget(button)
        left = QWidget(self)
        box = column(left, gap=0)
        box.addWidget(self.list, 1)
        box.addLayout(foot)
        right = QWidget(self)
        card = Card(right, margin=0, gap=0)
        card.body.addWidget(self.detail)
        column(right, margins=(0, 16, 16, 16)).addWidget(card)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.setStyleSheet("QSplitter::handle { background: transparent }")
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([900, 400])
        column(self, gap=0).addWidget(splitter)

    def _connect(self) -> None:
        self.list.searched.connect(self._on_searched)
        self.list.cleared.connect(self._on_cleared)
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(self._on_opened)
        self.people_combo.activated.connect(self._on_person)
        self.ops_menu.changed.connect(self._on_ops)
        self.row_button.clicked.connect(self._on_all_rows)
        self.detail.go_wanted.connect(self._on_go)
        self.detail.row_wanted.connect(self._on_row)
        self.detail.undo_wanted.connect(self.context.undo)

    def _show_steps(self) -> None:
        texts, page = self.context.texts, self._shown
        narrowed = self._filter != TrailFilter()
        self.list.show_rows(page.steps, page.total if page.total or not narrowed else 1)
        self.list.filters_bar.setVisible(True)
        self.list.count.setText(texts.number(page.total))
        self.row_button.setVisible(self._filter.row is not None)
        if self._filter.row is not None:
            found = next((words.row_of(step) for step in page.steps), None)
            if found is not None and not self._row_name:
                self._row_name = words.row_name(texts, found)
            self.row_button.setText(self._row_name or self.tr("One row"))
        self.row_button.setAccessibleName(self.row_button.text())
        first = page.offset + 1 if page.steps else 0
        said = self.tr("{first}–{last} of {total}").format(
            first=texts.number(first),
            last=texts.number(page.offset + len(page.steps)),
            total=texts.number(page.total),
        )
        self.place_label.setText(said)
        self.newer_button.setEnabled(self._offset > 0)
        self.older_button.setEnabled(page.has_more)
        if page.steps and self.list.table.current_row is None:
            self.list.table.choose(page.steps[0].hash)
        self._on_chosen(self.list.table.current_row)

    def _take(self, wanted: TrailFilter) -> None:
        self._filter, self._offset, self._row_name = wanted, 0, ""
        self.ops_menu.choose(wanted.ops)
        if self.list.search.text() != wanted.text:
            self.list.search.setText(wanted.text)
        self.refresh()

    def _narrow(self, wanted: TrailFilter) -> None:
        if wanted != self._filter:
            self._filter, self._offset = wanted, 0
            self.refresh()

    def _on_searched(self, text: str) -> None:
        self._narrow(replace(self._filter, text=text))

    def _on_cleared(self) -> None:
        self.list.search.clear()
        self._take(TrailFilter())

    def _on_person(self) -> None:
        chosen = cast("UUID | None", self.people_combo.currentData())
        self._narrow(replace(self._filter, actor_id=chosen))

    def _on_ops(self) -> None:
        self._narrow(replace(self._filter, ops=self.ops_menu.chosen))

    def _on_all_rows(self) -> None:
        self._row_name = ""
        self._narrow(replace(self._filter, row=None))

    def _on_chosen(self, step: StepView | None) -> None:
        can_undo = step is not None and step.gesture == self._undoable and not step.undone
        self.detail.show_step(step, can_undo=can_undo)

    def _on_opened(self, step: StepView | None) -> None:
        change = None if step is None else words.row_of(step)
        if change is not None:
            self._on_go(change)

    def _on_row(self, change: ChangeRow) -> None:
        self._take(TrailFilter(row=(change.table, change.row_id)))

    def _on_go(self, change: ChangeRow) -> None:
        audit = self.context.audit
        place = place_of_row(audit, change.table, change.row_id, change.label)
        if place is None:
            self.context.notify(self.tr("This row is no longer there."))
        else:
            self.context.go(place.page, place.target)
