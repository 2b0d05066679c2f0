"""Choosing what is run: rules and profiles, as-of, calendar, and how unclear sources are read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLineEdit, QTreeWidgetItem

from auditapp.domain.vocabulary import Lang
from auditapp.tickets.rules.model import RuleKind
from auditapp.tickets.rules.run import Request
from auditapp.ui._gen.ui_ticket_run_dialog import Ui_TicketRunDialog
from auditapp.ui.pages.records.layout import clear, index_of, label, narrow, offer

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from PySide6.QtWidgets import QWidget

    from auditapp.ops.queries.ticket_rows import RunRow
    from auditapp.packs.content import Ambiguity
    from auditapp.tickets.results import Name
    from auditapp.tickets.rules.library import RuleLibrary
    from auditapp.tickets.rules.model import Rule
    from auditapp.ui.context import AppContext

_KEY: Final = Qt.ItemDataRole.UserRole
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
WEEKDAYS: Final = "weekdays"


@dataclass(frozen=True, slots=True)
class Before:
    """What was run last: rules, and the choices made then."""

    rules: frozenset[str] = frozenset()
    choices: Mapping[str, object] = field(default_factory=dict[str, object])
    calendar: str = ""

    @classmethod
    def of(cls, run: RunRow | None, rules: Collection[str]) -> Before:
        """From a run and its results."""
        if run is None:
            return cls()
        return cls(frozenset(rules), run.choices, run.calendar or "")


class RunDialog(QDialog):
    """Signals:
    wanted: run this (tuple of rules, Request).
    """

    wanted = Signal(object, object)

    def __init__(
        self,
        context: AppContext,
        library: RuleLibrary,
        ambiguities: Collection[Ambiguity],
        before: Before,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._library, self._before = context, library, before
        self._ambiguities = {it.switch: it for it in ambiguities}
        self._rules: dict[str, Rule] = {}
        self.choices: dict[str, QComboBox] = {}
        self.values: dict[str, QLineEdit] = {}
        self._ui = Ui_TicketRunDialog()
        self._ui.setupUi(self)
        self.tree = self._ui.rule_tree
        self._ui.as_of_edit.set_icons(context.icons)
        self._ok = self._ui.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(self.tr("Run"))
        self._offer_calendars()
        self._fill()
        self._ui.search_edit.textChanged.connect(self._search)
        self.tree.itemChanged.connect(self._on_ticked)
        self._ui.buttons.accepted.connect(self._on_accepted)
        self._ui.buttons.rejected.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._ok.click)
        self._ask()

    @property
    def ticked(self) -> tuple[Rule, ...]:
        """The rules that are ticked, in their order."""
        found: dict[str, Rule] = {}
        for item in self._leaves():
            if item.checkState(0) == _CHECKED:
                rule = self._rules[str(item.data(0, _KEY))]
                found.setdefault(rule.id, rule)
        return tuple(found.values())

    def tick(self, rules: Collection[str]) -> None:
        """Tick exactly these rules."""
        with QSignalBlocker(self.tree):
            for item in self._leaves():
                rule = self._rules[str(item.data(0, _KEY))]
                item.setCheckState(0, _CHECKED if rule.id in rules else _UNCHECKED)
        self._ask()

    def request(self) -> Request:
        """The run as it is asked for."""
        day = self._ui.as_of_edit.day
        chosen = {
            name: str(combo.currentData())
            for name, combo in self.choices.items()
            if combo.currentData() is not None
        }
        values: dict[str, float] = {}
        for name, editor in self.values.items():
            text = editor.text().strip().replace(",", "")
            if text and _is_number(text):
                values[name] = float(text)
        profiles = sorted({rule.profile for rule in self.ticked if rule.profile})
        return Request(
            choices=chosen,
            values=values,
            as_of=None if day is None else datetime.combine(day, time()),
            calendar=str(self._ui.calendar_combo.currentData() or ""),
            profile=", ".join(profiles),
        )

    # -- the tree -----------------------------------------------------------------------------

    def _fill(self) -> None:
        lang = self._context.lang
        tested = [it for it in self._library.rules.values() if it.kind is not RuleKind.READING]
        with QSignalBlocker(self.tree):
            self._branch(self.tr("Rules on the whole process"), "", tested, on=True)
            for profile in self._library.profiles.values():
                english, chinese = profile.head.name
                name = chinese if lang is Lang.ZH else english
                self._branch(f"{profile.head.id}  {name}", profile.head.id, profile.rules, on=False)
        self.tree.expandItem(self.tree.topLevelItem(0) or QTreeWidgetItem())

    def _branch(self, title: str, key: str, rules: Collection[Rule], *, on: bool) -> None:
        top = QTreeWidgetItem(self.tree, [title])
        top.setFlags(top.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
        top.setToolTip(0, title)
        for rule in rules:
            name = f"{key}/{rule.id}"
            self._rules[name] = rule
            said = f"{rule.id}  {self._say(rule.name)}"
            item = QTreeWidgetItem(top, [said])
            item.setData(0, _KEY, name)
            item.setToolTip(0, said)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            wanted = rule.id in self._before.rules if self._before.rules else on
            item.setCheckState(0, _CHECKED if wanted else _UNCHECKED)

    def _leaves(self) -> Iterator[QTreeWidgetItem]:
        for number in range(self.tree.topLevelItemCount()):
            top = self.tree.topLevelItem(number)
            if top is not None:
                yield from _children(top)

    def _search(self, words: str) -> None:
        needles = words.casefold().split()
        for number in range(self.tree.topLevelItemCount()):
            top = self.tree.topLevelItem(number)
            if top is None:
                continue
            head = all(it in top.text(0).casefold() for it in needles)
            shown = 0
            for child in _children(top):
                fits = head or all(it in child.text(0).casefold() for it in needles)
                child.setHidden(not fits)
                shown += fits
            top.setHidden(not shown)
            if needles:
                top.setExpanded(True)

    def _on_ticked(self) -> None:
        self._ask()

    # -- choices ------------------------------------------------------------------------------

    def _ask(self) -> None:
        """Ask what the ticked rules leave open; what was chosen already stays."""
        ticked = self.ticked
        self._ok.setEnabled(bool(ticked))
        said = self.tr("{n} rules chosen").format(n=len(ticked))
        self._ui.count_label.setText(said)
        was = {name: cast("object", it.currentData()) for name, it in self.choices.items()}
        typed = {name: it.text() for name, it in self.values.items()}
        switches = dict.fromkeys(name for rule in ticked for name in rule.switches)
        wanted = {name: None for name in switches if name in self._library.switches}
        numbers = [(rule, it) for rule in ticked for it in rule.parameters.values()]
        if list(wanted) == list(self.choices) and [f"{r.id}.{p.name}" for r, p in numbers] == list(
            self.values
        ):
            return
        clear(self._ui.choice_rows)
        self.choices, self.values = {}, {}
        for name in wanted:
            self._ask_switch(name, was.get(name))
        for rule, parameter in numbers:
            key = f"{rule.id}.{parameter.name}"
            known = self._before.choices.get(key, parameter.value)
            shown = "" if known is None else f"{float(str(known)):g}"
            self._ask_value(key, f"{rule.id}  {self._say(parameter.shown)}", typed.get(key, shown))
        self._ui.choice_rows.addStretch()

    def _ask_switch(self, name: str, was: object) -> None:
        switch = self._library.switches[name]
        ambiguity, lang = self._ambiguities.get(name), self._context.lang
        title = name if ambiguity is None else ambiguity.title.get(lang)
        options = [(it, it) for it in switch.options]
        if ambiguity is not None:
            options = [(it.value, it.text.get(lang)) for it in ambiguity.options]
        combo = narrow(QComboBox(self))
        before = self._before.choices.get(name)
        current = next(
            (it for it in (was, before, switch.default) if it in switch.options), switch.default
        )
        offer(combo, options, current)
        for place in range(combo.count()):
            combo.setItemData(place, combo.itemText(place), Qt.ItemDataRole.ToolTipRole)
        if index_of(combo, current) < 0:
            combo.insertItem(0, str(current), current)
            combo.setCurrentIndex(0)
        self.choices[name] = combo
        self._row(title, combo, ambiguity.text.get(lang) if ambiguity is not None else title)

    def _ask_value(self, key: str, title: str, text: str) -> None:
        editor = QLineEdit(text, self)
        editor.setMaximumWidth(144)
        self.values[key] = editor
        self._row(title, editor, title)

    def _row(self, title: str, editor: QWidget, tip: str) -> None:
        caption = label(self, "caption", wrap=True)
        caption.setText(title)
        caption.setBuddy(editor)
        editor.setAccessibleName(title)
        editor.setToolTip(tip)
        self._ui.choice_rows.addWidget(caption)
        self._ui.choice_rows.addWidget(editor)

    def _offer_calendars(self) -> None:
        known = self._library.calendars.tables
        choices = [("", self.tr("As each rule says"))]
        choices += [(key, f"{key}  {known[key].name[self._context.lang.value]}") for key in known]
        choices.append((WEEKDAYS, self.tr("Monday to Friday, no holidays")))
        offer(self._ui.calendar_combo, choices, self._before.calendar)
        self._ui.calendar_combo.setCurrentIndex(max(self._ui.calendar_combo.currentIndex(), 0))

    def _say(self, name: Name) -> str:
        return name.zh if self._context.lang is Lang.ZH else name.en

    def _on_accepted(self) -> None:
        if self._ui.as_of_edit.is_wrong:
            self._ui.as_of_edit.setFocus()
            return
        rules, request = self.ticked, self.request()
        self.accept()
        self.wanted.emit(rules, request)


def _children(top: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = [top.child(place) for place in range(top.childCount())]
    return [child for child in found if child is not None]


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
