"""Hours of the team against planned work: bars, and the grid where hours are entered."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from auditapp.ui.autosave import Autosave
from auditapp.ui.pages.plan.desk import show_text
from auditapp.ui.pages.plan.grid import ROW, GridColumn, GridModel, GridView
from auditapp.ui.pages.plan.hours import (
    HoursLine,
    days_of,
    free_days,
    lines_of,
    read_hours,
    say_hours,
)
from auditapp.ui.pages.plan.load_bars import Bar, LoadBars
from auditapp.ui.widgets.date_field import DateField

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from auditapp.domain.selection import DayLoad, UnitLoad
    from auditapp.ops.queries.effort import EffortView
    from auditapp.ui.context import AppContext

NOWHERE: Final = "any"


class HoursPane(QWidget):
    """Shows the load of the plan and takes hours and volumes.

    Signals:
        hours_given: (person id, day, minutes, unit id or None).
        fill_wanted: [(person id, day)] without hours yet, at the place shown (unit id or None).
        volume_given: (unit id, complaints or None). ``refused``: what was typed is no number.
    """

    hours_given = Signal(object, object, int, object)
    fill_wanted = Signal(object, object)
    volume_given = Signal(object, object)
    refused = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._view: EffortView | None = None
        self._people: tuple[tuple[UUID, str], ...] = ()
        self._units: tuple[tuple[UUID, str], ...] = ()
        self._visit: tuple[date | None, date | None] = (None, None)
        self._added: set[date] = set()
        self._days: list[date] = []
        self._is_open = True
        self.sentence_label, self.open_ended_label = QLabel(self), QLabel(self)
        self.over_label = QLabel(self)
        self.bars = LoadBars(context.theme, self)
        self.place_combo = QComboBox(self)
        self.volume_edit = QLineEdit(self)
        self.day_field = DateField(self)
        self.fill_button = QPushButton(self)
        self._place_label, self._volume_label = QLabel(self), QLabel(self)
        self._day_label, self._empty_label = QLabel(self), QLabel(self)
        self.model: GridModel[HoursLine] = GridModel(context.theme, self)
        self.grid: GridView[HoursLine] = GridView(self.model, self)
        self._arrange()
        self.place_combo.activated.connect(self._show_grid)
        self.grid.edited.connect(self._on_edited)
        self.fill_button.clicked.connect(self._on_fill)
        self.day_field.chosen.connect(self._on_day)
        self._volume = Autosave(context, self.volume_edit, commit=self._on_volume)

    @property
    def place(self) -> UUID | None:
        """The unit whose hours are shown; None: hours for wherever they are needed."""
        chosen: object = self.place_combo.currentData()
        return next((key for key, _ in self._units if str(key) == chosen), None)

    def show_load(
        self,
        view: EffortView,
        *,
        people: Sequence[tuple[UUID, str]],
        units: Sequence[tuple[UUID, str]],
        visit: tuple[date | None, date | None],
        is_open: bool,
    ) -> None:
        """Show the load; people and units are (id, shown) pairs, ``visit`` the days on site."""
        self._view, self._is_open, self._visit = view, is_open, visit
        self._people = tuple(people)
        if tuple(units) != self._units or not self.place_combo.count():
            self._units = tuple(units)
            self._fill_places()
        self._say()
        self._show_bars()
        self._show_grid()

    def retranslate(self) -> None:
        """Set every string again."""
        self.grid.setAccessibleName(self.tr("Hours of the team by day"))
        self.bars.setAccessibleName(self.tr("Planned hours against the team's hours"))
        self._place_label.setText(self.tr("Hours for"))
        self._volume_label.setText(self.tr("Complaints in the period"))
        self.volume_edit.setToolTip(
            self.tr("How many complaints the unit had: the proposal looks there first")
        )
        self._day_label.setText(self.tr("Add a day"))
        self.fill_button.setText(self.tr("Fill days with 7 h"))
        self.fill_button.setToolTip(
            self.tr("Give each auditor without hours on a day seven hours there")
        )
        self._empty_label.setText(
            self.tr("No days yet: enter the on-site dates under Frame, or add a day here.")
        )
        self._fill_places()
        if self._view is not None:
            self._say()
            self._show_bars()
            self._show_grid()

    # -- inside -------------------------------------------------------------------------------

    def _arrange(self) -> None:
        for label in (self.sentence_label, self.over_label, self.open_ended_label):
            label.setWordWrap(True)
        self.sentence_label.setProperty("role", "strong")
        self.open_ended_label.setProperty("role", "caption")
        self._empty_label.setProperty("role", "muted")
        self._empty_label.setWordWrap(True)
        for label, field in (
            (self._place_label, self.place_combo),
            (self._volume_label, self.volume_edit),
            (self._day_label, self.day_field),
        ):
            label.setProperty("role", "caption")
            label.setBuddy(field)
        self.volume_edit.setMaxLength(9)
        self.volume_edit.setFixedWidth(88)
        self.day_field.setFixedWidth(136)
        self.day_field.set_icons(self._context.icons)
        area = QScrollArea(self)
        area.setProperty("role", "bare")
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("role", "surface")
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 8, 0)
        rows.addWidget(self.bars)
        rows.addStretch()
        area.setWidget(inside)
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self._place_label)
        place.addWidget(self.place_combo, 1)
        place.addWidget(self._volume_label)
        place.addWidget(self.volume_edit)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._day_label)
        foot.addWidget(self.day_field)
        foot.addStretch()
        foot.addWidget(self.fill_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.sentence_label)
        layout.addWidget(self.over_label)
        layout.addWidget(self.open_ended_label)
        layout.addWidget(area, 1)
        layout.addLayout(place)
        layout.addWidget(self.grid)
        layout.addWidget(self._empty_label)
        layout.addLayout(foot)

    def _fill_places(self) -> None:
        chosen: object = self.place_combo.currentData()
        self.place_combo.clear()
        self.place_combo.addItem(self.tr("Wherever needed"), NOWHERE)
        for key, name in self._units:
            self.place_combo.addItem(name, str(key))
        self.place_combo.setCurrentIndex(max(self.place_combo.findData(chosen), 0))

    def _say(self) -> None:
        view = self._view
        if view is None:
            return
        said = view.say(self._context.texts)
        self.sentence_label.setText(said[0] if said else self.tr("Nothing is asked yet."))
        self.over_label.setText("! " + said[1] if len(said) > 1 else "")
        self.over_label.setVisible(len(said) > 1)
        colour = self._context.theme.css("major")
        self.over_label.setStyleSheet(f"color: {colour}; font-weight: 600")
        words = self.tr("{n} questions take all items of a population; their time comes on top.")
        self.open_ended_label.setText(words.format(n=view.open_ended))
        self.open_ended_label.setVisible(bool(view.open_ended))

    def _show_bars(self) -> None:
        view = self._view
        if view is None:
            return
        names = dict(self._units)
        bars = [Bar(self.tr("By unit"), heading=True)] if view.load.units else []
        bars += [self._unit_bar(names.get(it.unit, "?"), it) for it in view.load.units]
        if view.load.days:
            bars.append(Bar(self.tr("By day"), heading=True))
        bars += [self._day_bar(names, it) for it in view.load.days]
        self.bars.show_bars(bars)

    def _unit_bar(self, name: str, it: UnitLoad) -> Bar:
        within = it.planned - it.over
        hours = it.capacity + it.shared
        if it.over:
            said = self.tr("! {over} h too much").format(over=say_hours(it.over, 1))
        elif it.planned:
            said = self.tr("✓ {hours} h planned").format(hours=say_hours(it.planned, 1))
        else:
            said = self.tr("nothing planned")
        return Bar(name, said, within, it.over, hours)

    def _day_bar(self, names: dict[UUID, str], it: DayLoad) -> Bar:
        place = names.get(it.unit, "?").split()[0] if it.unit is not None else self.tr("any unit")
        label = f"{it.day:%m-%d}  {place}"
        if it.planned >= it.capacity:
            said = self.tr("{hours} h, full").format(hours=say_hours(it.capacity))
        else:
            free = say_hours(it.capacity - it.planned, 1)
            said = self.tr("{hours} h, {free} h free").format(
                hours=say_hours(it.capacity), free=free
            )
        return Bar(label, said, it.planned, 0, it.capacity)

    def _show_grid(self) -> None:
        view = self._view
        if view is None:
            return
        place = self.place
        known = {slot.day for slot in view.slots} | self._added
        self._days = days_of(*self._visit, known)
        lines = lines_of(self._people, view.slots, place)
        columns = [self._name_column(), *(self._day_column(day) for day in self._days)]
        columns.append(self._total_column())
        if [it.key for it in columns] == [it.key for it in self.model.columns]:
            self.model.columns = tuple(columns)
            self.model.set_lines(lines)
        else:
            self.model.show(columns, lines)
        has_days = bool(self._days)
        self.grid.setVisible(has_days)
        self._empty_label.setVisible(not has_days)
        head = self.grid.horizontalHeader().sizeHint().height()
        rows = min(max(len(lines), 1), 4)
        self.grid.setFixedHeight(rows * ROW + head + 20)
        self.fill_button.setEnabled(
            self._is_open
            and bool(free_days([key for key, _ in self._people], self._days, view.slots))
        )
        for widget in (self._volume_label, self.volume_edit):
            widget.setVisible(place is not None)
        self.volume_edit.setReadOnly(not self._is_open)
        self.day_field.setReadOnly(not self._is_open)
        if place is not None:
            count = view.volumes.get(place)
            show_text(self._volume, "" if count is None else str(count))

    def _name_column(self) -> GridColumn[HoursLine]:
        return GridColumn("name", lambda: self.tr("Person"), lambda it: it.name, width=96)

    def _total_column(self) -> GridColumn[HoursLine]:
        return GridColumn(
            "total",
            lambda: self.tr("All"),
            lambda it: it.total,
            text=lambda it: say_hours(it.total) or "0",
            strong=lambda _: True,
            hint=self.tr("Hours over all days and units"),
            centre=True,
            width=56,
        )

    def _day_column(self, day: date) -> GridColumn[HoursLine]:
        def put(line: HoursLine, value: Any) -> HoursLine:
            minutes = read_hours(str(value))
            if minutes is None:
                self.grid.when_closed(self.refused.emit)
                return line
            return line.with_minutes(day, minutes)

        return GridColumn(
            day.isoformat(),
            lambda: f"{day:%m-%d}",
            lambda it: say_hours(it.minutes.get(day, 0)),
            put,
            open=lambda _: self._is_open,
            hint=self._context.texts.date(day),
            centre=True,
            width=60,
        )

    def _on_edited(self, key: str, before: HoursLine, after: HoursLine) -> None:
        del before
        day = date.fromisoformat(key)
        self.hours_given.emit(after.person, day, after.minutes.get(day, 0), self.place)

    def _on_fill(self) -> None:
        if self._view is not None:
            people = [key for key, _ in self._people]
            self.fill_wanted.emit(free_days(people, self._days, self._view.slots), self.place)

    def _on_day(self, day: object) -> None:
        if day is not None:
            self._added.add(cast("date", day))
            self.day_field.set_day(None)
            self._show_grid()

    def _on_volume(self, text: str) -> None:
        place, tidy = self.place, text.strip().replace(",", "")
        if place is None:
            return
        if tidy and not tidy.isdecimal():
            self.refused.emit()
        else:
            self.volume_given.emit(place, int(tidy) if tidy else None)
