"""The plan page: frame, units, team, packs and assignment, criteria, profile, selection, lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from auditapp.ui.page import Page, PaletteItem
from auditapp.ui.pages.plan.criteria_part import CriteriaPart
from auditapp.ui.pages.plan.desk import Part, PlanDesk
from auditapp.ui.pages.plan.frame_part import FramePart
from auditapp.ui.pages.plan.lists_part import ListsPart
from auditapp.ui.pages.plan.packs_part import PacksPart
from auditapp.ui.pages.plan.people_parts import TeamPart, UnitsPart
from auditapp.ui.pages.plan.profile_part import ProfilePart
from auditapp.ui.pages.plan.selection_part import SelectionPart
from auditapp.ui.shortcuts import PageKeys
from auditapp.ui.widgets.inputs import SegmentedButtons

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from auditapp.ui.context import AppContext

KEYS = ("frame", "units", "team", "packs", "criteria", "profile", "selection", "lists")


class PlanPage(Page):
    """Eight sub-pages; keys 1 to 8 (with Alt inside a text field)."""

    TABLES: ClassVar[frozenset[str]] = frozenset(
        {
            "audit", "text", "unit", "person", "frozen_pack", "unit_pack", "assignment",
            "criterion", "criterion_link", "card_decision", "adoption", "adoption_unit",
            "sign_off", "evidence", "answer", "profile_fact", "left_out", "capacity",
            "unit_volume", "taxonomy_value",
        }
    )  # fmt: skip

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.desk = PlanDesk(context)
        self.frame = FramePart(self.desk, self)
        self.units = UnitsPart(self.desk, self)
        self.team = TeamPart(self.desk, self)
        self.packs = PacksPart(self.desk, self)
        self.criteria = CriteriaPart(self.desk, self)
        self.profile = ProfilePart(self.desk, self)
        self.selection = SelectionPart(self.desk, self)
        self.lists = ListsPart(self.desk, self)
        listed = (
            self.frame, self.units, self.team, self.packs, self.criteria, self.profile,
            self.selection, self.lists,
        )  # fmt: skip
        self._parts: dict[str, Part] = dict(zip(KEYS, listed, strict=True))
        self.tabs = SegmentedButtons(context.theme, len(KEYS), self)
        self.tabs.current = 0
        self._stack = QStackedWidget(self)
        for part in self._parts.values():
            self._stack.addWidget(part)
        bar = QHBoxLayout()
        bar.addWidget(self.tabs, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addLayout(bar)
        layout.addWidget(self._stack, 1)
        self.tabs.chosen.connect(self._on_tab)
        self.profile.list_wanted.connect(self._going("selection", "not_asked"))
        keys = PageKeys(self)
        for number in range(len(KEYS)):
            self.tabs.segments[number].dress(
                token="accent",  # noqa: S106  (a colour)
                soft="accent_soft",
                key=str(number + 1),
            )
            keys.add(str(number + 1), self._choosing(number))

    @property
    def current(self) -> str:
        """The key of the sub-page in front."""
        return KEYS[self._stack.currentIndex()]

    def retranslate(self) -> None:
        """Set every string again."""
        titles = [
            self.tr("Frame"),
            self.tr("Units"),
            self.tr("Team"),
            self.tr("Packs and assignment"),
            self.tr("Criteria"),
            self.tr("Profile"),
            self.tr("Selection"),
            self.tr("Lists"),
        ]
        self.tabs.set_texts(titles)
        for number, (title, segment) in enumerate(zip(titles, self.tabs.segments, strict=True), 1):
            segment.setToolTip(f"{title}  {number}")
        for part in self._parts.values():
            part.retranslate()
        self.mark_stale()

    def refresh(self) -> None:
        """Read the plan; the sub-page in front shows it."""
        self.desk.read()
        self._parts[self.current].refresh()

    def show_target(self, target: object) -> None:
        """``'criteria'`` or ``('criteria', question id)``, ``('units', unit id)`` …"""
        key, rest = cast(
            "tuple[object, object]", target if isinstance(target, tuple) else (target, None)
        )
        if key not in KEYS:
            return
        self.show_part(str(key))
        if rest is not None:
            self._parts[str(key)].show_target(rest)

    def show_part(self, key: str) -> None:
        """Bring a sub-page to the front."""
        self.context.flush_requested.emit()
        number = KEYS.index(key)
        self.tabs.current = number
        self._stack.setCurrentIndex(number)
        self._stale = False
        self.refresh()

    def palette_items(self, words: str) -> Sequence[PaletteItem]:
        """The sub-pages and the auditee's rules."""
        titles = [segment.text() for segment in self.tabs.segments]
        items = [
            PaletteItem(title, self._going(key), self.tr("Plan"), "plan", key)
            for key, title in zip(KEYS, titles, strict=True)
        ]
        items += self.criteria.palette_items(self._going)
        return [item for item in items if item.matches(words)]

    def _going(self, key: str, target: object = None) -> Callable[[], None]:
        def go() -> None:
            self.context.go("plan", (key, target))

        return go

    def _choosing(self, number: int) -> Callable[[], None]:
        def choose() -> None:
            self._on_tab(number)

        return choose

    def _on_tab(self, number: int) -> None:
        self.show_part(KEYS[number])
