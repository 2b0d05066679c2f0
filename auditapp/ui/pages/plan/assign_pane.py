"""Who audits what: sections × units, and what each person has to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from auditapp.ui.pages.plan.grid import CellKind, GridColumn, GridModel, GridView
from auditapp.ui.pages.plan.work import MIXED, SectionRow, Work, loads, who
from auditapp.ui.widgets.inputs import SegmentedButtons

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from auditapp.ui.context import AppContext

_ALL = ""


class AssignPane(QWidget):
    """Sections as rows, units as columns; a cell gives its questions to a person.

    Signals:
        given: (section id or '' for all, unit key or '' for all, person code or '', is_reviewer).
    """

    given = Signal(str, str, str, bool)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._work = Work()
        self._units: tuple[tuple[str, str], ...] = ()
        self._people: tuple[tuple[str, str], ...] = ()
        self._auditors: Mapping[tuple[str, str], str] = {}
        self._reviewers: Mapping[tuple[str, str], str] = {}
        self.model: GridModel[SectionRow] = GridModel(context.theme, self)
        self.grid: GridView[SectionRow] = GridView(self.model, self)
        self.roles = SegmentedButtons(context.theme, 2, self)
        self.roles.current = 0
        self.roles.setFixedWidth(240)
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)
        self.summary.setProperty("role", "muted")
        bar = QHBoxLayout()
        bar.setSpacing(16)
        bar.addWidget(self.roles)
        bar.addWidget(self.summary, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(bar)
        layout.addWidget(self.grid, 1)
        self.roles.chosen.connect(self._show)

    @property
    def shows_reviewers(self) -> bool:
        """Whether cells hold the reviewers."""
        return self.roles.current == 1

    def show_work(
        self,
        work: Work,
        *,
        units: Sequence[tuple[str, str]],
        people: Sequence[tuple[str, str]],
        auditors: Mapping[tuple[str, str], str],
        reviewers: Mapping[tuple[str, str], str],
    ) -> None:
        """Show who has what; units and people are (key, shown) pairs."""
        self._work, self._units, self._people = work, tuple(units), tuple(people)
        self._auditors, self._reviewers = auditors, reviewers
        self._show()

    def retranslate(self) -> None:
        """Set every string again."""
        self.roles.set_texts([self.tr("Auditor"), self.tr("Reviewer")])
        self.grid.setAccessibleName(self.tr("Who audits what"))
        self._show()

    def summary_text(self) -> str:
        """How much each person has to do, in one line."""
        given = self._reviewers if self.shows_reviewers else self._auditors
        parts: list[str] = []
        names = dict(self._people)
        for load in loads(self._work, given):
            name = names.get(load.person, load.person) if load.person else self.tr("nobody")
            parts.append(
                self.tr("{name}: {questions} questions, {hours} h").format(
                    name=name, questions=load.questions, hours=f"{load.minutes / 60:.1f}"
                )
            )
        return "　".join(parts)

    def _show(self) -> None:
        rows = [SectionRow(_ALL, self.tr("All sections"), 0), *self._work.sections]
        columns = [self._section_column()]
        if len(self._units) > 1:
            columns.append(self._unit_column(_ALL, self.tr("All units")))
        columns += [self._unit_column(key, shown) for key, shown in self._units]
        keys = [column.key for column in columns]
        if keys == [column.key for column in self.model.columns]:
            self.model.columns = tuple(columns)
            self.model.set_lines(rows if self._work.tasks else [])
        else:
            self.model.show(columns, rows if self._work.tasks else [])
        self.summary.setText(self.summary_text())

    def _section_column(self) -> GridColumn[SectionRow]:
        return GridColumn(
            "section",
            lambda: self.tr("Section"),
            lambda it: it.id,
            text=lambda it: "    " * max(it.level - 1, 0) + f"{it.id}  {it.title}".strip(),
            strong=lambda it: it.level <= 1,
            stretch=True,
        )

    def _unit_column(self, unit: str, shown: str) -> GridColumn[SectionRow]:
        def given() -> Mapping[tuple[str, str], str]:
            return self._reviewers if self.shows_reviewers else self._auditors

        def value(row: SectionRow) -> str:
            return who(self._work.at(row.id, unit), given())

        def text(row: SectionRow) -> str:
            tasks = self._work.at(row.id, unit)
            if not tasks:
                return ""
            person = who(tasks, given())
            if person == MIXED:
                people = sorted({given().get(task.pair, "") or "–" for task in tasks})
                return " + ".join(people) + f"  {len(tasks)}"
            return f"{person or '–'}  {len(tasks)}"

        def choices(row: SectionRow) -> list[tuple[str, str]]:
            people = [("", self.tr("nobody")), *self._people]
            if value(row) == MIXED:
                people.insert(0, (MIXED, self.tr("several, as now")))
            return people

        def put(row: SectionRow, chosen: Any) -> SectionRow:
            # The section itself does not change: who has it stands elsewhere.
            if chosen != MIXED:
                wanted = (row.id, unit, str(chosen), self.shows_reviewers)
                self.grid.when_closed(lambda: self.given.emit(*wanted))
            return row

        return GridColumn(
            unit or "all",
            lambda: shown,
            value,
            put,
            CellKind.CHOICE,
            choices,
            text=text,
            open=lambda row: bool(self._work.at(row.id, unit)),
            token=lambda row: "text" if value(row) else "muted",
            strong=lambda row: row.level <= 1,
            width=144,
        )
