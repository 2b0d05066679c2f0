"""What the home screen paints, worked out from the portfolio index as of a day and in a language.

Plain values; no Qt, no store beyond the index: the first paint waits for this.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from auditapp.exchange.portfolio import best_of, holds, is_due_soon, is_overdue
from auditapp.settings import HomeOrder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date, datetime

    from auditapp.exchange.portfolio import Known


class Need(StrEnum):
    """Why an action needs someone; an action has one need, the most urgent."""

    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    TO_VERIFY = "to_verify"


@dataclass(frozen=True)
class HomeRow:
    """An audit: where it lies and how it stands. ``progress`` is a share of 1.

    ``state`` is an audit's state by value; ``needs`` counts its actions that need someone.
    """

    path: str
    title: str
    number: str = ""
    organisation: str = ""
    state: str = ""
    progress: float = 0.0
    major: int = 0
    minor: int = 0
    improvement: int = 0
    overdue: int = 0
    due_soon: int = 0
    to_verify: int = 0
    opened: datetime | None = None
    missing: bool = False
    known: bool = False
    """Whether the index has its figures; without them only its name can be shown."""


@dataclass(frozen=True)
class HomeAction:
    """An action that needs someone; ``due`` is an ISO date or empty."""

    path: str
    id: str
    number: str
    title: str
    need: Need
    owner: str = ""
    due: str = ""
    grade: str = ""
    audit: str = ""


@dataclass(frozen=True)
class HomeData:
    """All that the home screen paints: the rows last opened first, the actions by need."""

    rows: tuple[HomeRow, ...] = ()
    actions: tuple[HomeAction, ...] = ()

    def ordered(self, order: HomeOrder) -> tuple[HomeRow, ...]:
        """The rows in another order; those that are equal stay last opened first."""
        if order is HomeOrder.OPENED:
            return self.rows
        return tuple(sorted(self.rows, key=_KEYS[order]))

    def count(self, need: Need) -> int:
        """How many actions of the rows have a need; a file that is not there cannot be opened."""
        rows = (row for row in self.rows if not row.missing)
        return sum(cast("int", getattr(row, need.value)) for row in rows)

    def needing(self, need: Need | None) -> tuple[HomeAction, ...]:
        """The actions with one need, or all."""
        return tuple(action for action in self.actions if need in {None, action.need})


_KEYS: Final[Mapping[HomeOrder, Callable[[HomeRow], Any]]] = {
    HomeOrder.TITLE: lambda row: row.title.casefold(),
    HomeOrder.PROGRESS: lambda row: (not row.known, row.progress),
    HomeOrder.OVERDUE: lambda row: -row.overdue,
}
_NEEDS: Final = tuple(Need)


def home_data(
    known: Sequence[Known], recent: Sequence[str], *, lang: str, today: date, search: str = ""
) -> HomeData:
    """Rows and actions of the known audits and of recent files that the index does not have.

    ``known`` has been searched already; ``search`` is for the others, by their file names.
    """
    places = {path: place for place, path in enumerate(recent)}
    strangers = [
        _stranger(path)
        for path in recent
        if holds(search, Path(path).stem.casefold()) and path not in {it.path for it in known}
    ]
    mine = {audit.path: _actions(audit, lang, today) for audit in known}
    rows = [*(_row(audit, mine[audit.path], lang) for audit in known), *strangers]
    # What the settings remember is the order of opening; the index knows more audits.
    rows.sort(key=lambda row: (places.get(row.path, len(places)), -_seconds(row.opened)))
    gone = {row.path for row in rows if row.missing}
    actions = [action for path, its in mine.items() if path not in gone for action in its]
    actions.sort(key=lambda action: (_NEEDS.index(action.need), action.due or "9", action.number))
    return HomeData(tuple(rows), tuple(actions))


def _stranger(path: str) -> HomeRow:
    file = Path(path)
    return HomeRow(path, file.stem, missing=not file.exists())


def _row(audit: Known, actions: Sequence[HomeAction], lang: str) -> HomeRow:
    summary = audit.summary
    needs = Counter(action.need for action in actions)
    if summary.get("actions_left_out"):  # then the rows kept are fewer than the figures
        for need in Need:
            needs[need] = max(needs[need], _number(summary, need.value))
    open_findings = cast("Mapping[str, Any]", summary.get("open_findings") or {})
    return HomeRow(
        path=audit.path,
        title=audit.best("title", lang) or Path(audit.path).stem,
        number=str(summary.get("number", "")),
        organisation=audit.best("organisation", lang),
        state=str(summary.get("state", "")),
        progress=float(summary.get("progress") or 0),
        major=_number(open_findings, "major"),
        minor=_number(open_findings, "minor"),
        improvement=_number(open_findings, "improvement"),
        overdue=needs[Need.OVERDUE],
        due_soon=needs[Need.DUE_SOON],
        to_verify=needs[Need.TO_VERIFY],
        opened=audit.opened,
        missing=audit.missing,
        known=True,
    )


def _actions(audit: Known, lang: str, today: date) -> list[HomeAction]:
    main = str(audit.summary.get("main_lang", ""))
    found: list[HomeAction] = []
    for action in audit.actions:
        need = _need(action, today)
        if need is None:
            continue
        due = action.get("check_due_on") if need is Need.TO_VERIFY else action.get("due_on")
        found.append(
            HomeAction(
                path=audit.path,
                id=str(action.get("id", "")),
                number=str(action.get("number", "")),
                title=best_of(action.get("description"), lang, main),
                need=need,
                owner=str(action.get("owner") or ""),
                due=str(due or ""),
                grade=str(action.get("grade", "")),
                audit=str(audit.summary.get("number", "")),
            )
        )
    return found


def _need(action: Mapping[str, Any], today: date) -> Need | None:
    if is_overdue(action, today):
        return Need.OVERDUE
    if action.get("to_verify"):
        return Need.TO_VERIFY
    return Need.DUE_SOON if is_due_soon(action, today) else None


def _number(of: Mapping[str, Any], name: str) -> int:
    return int(of.get(name) or 0)


def _seconds(when: datetime | None) -> float:
    return 0.0 if when is None else when.timestamp()
