"""What the home screen says: of a row, of an action, of an order, in today's language."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from auditapp.domain.vocabulary import AuditState, Grade
from auditapp.settings import HomeOrder
from auditapp.ui.home_data import Need
from auditapp.ui.home_rows import RowWords

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from enum import StrEnum

    from auditapp.ui.context import AppContext
    from auditapp.ui.home_data import HomeAction, HomeRow


class HomeWords(QObject):
    """Words for what the index holds as values."""

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def of_audit(self, row: HomeRow, now: datetime) -> RowWords:
        """The words of an audit's row."""
        context = self._context
        is_open = context.is_open and str(context.audit.path) == row.path
        opened = self.tr("open now") if is_open else self._when(row.opened, now)
        if row.missing:
            detail = _joined(self.tr("File not found"), row.path)
            return RowWords(_joined(row.title, detail, by=", "), row.path, detail, opened=opened)
        file = Path(row.path).name
        detail = _joined(row.number, self._enum(AuditState, row.state), file, row.organisation)
        mark = self.tr("%n overdue", "actions", row.overdue)
        return RowWords(
            self._spoken(row, mark, opened), self._tip(row), detail, mark, opened, is_open
        )

    def of_action(self, action: HomeAction) -> RowWords:
        """The words of an action's row."""
        mark = {
            Need.OVERDUE: self.tr("overdue"),
            Need.DUE_SOON: self.tr("due"),
            Need.TO_VERIFY: self.tr("to verify"),
        }[action.need]
        mark = _joined(mark, action.due, by=" ")
        grade = self._enum(Grade, action.grade)
        spoken = (action.number, action.title, mark, action.owner, grade, action.audit)
        tip = _joined(action.title, action.owner, grade, action.audit, by="\n")
        return RowWords(_joined(*spoken, by=", "), tip, mark=mark)

    def need(self, need: Need, count: int) -> str:
        """A need with how many actions have it."""
        said = {
            Need.OVERDUE: self.tr("overdue {n}"),
            Need.DUE_SOON: self.tr("due in 14 days {n}"),
            Need.TO_VERIFY: self.tr("to verify {n}"),
        }[need]
        return said.format(n=count)

    def need_tip(self, need: Need) -> str:
        """What a need means."""
        return {
            Need.OVERDUE: self.tr("Past their due date and not reported as done: show only these"),
            Need.DUE_SOON: self.tr("Due within 14 days: show only these"),
            Need.TO_VERIFY: self.tr("Reported as done, waiting for your verdict: show only these"),
        }[need]

    def order_name(self, order: HomeOrder) -> str:
        """An order of the audits."""
        return {
            HomeOrder.OPENED: self.tr("Last opened"),
            HomeOrder.TITLE: self.tr("Title"),
            HomeOrder.PROGRESS: self.tr("Least progress first"),
            HomeOrder.OVERDUE: self.tr("Most overdue first"),
        }[order]

    def order(self, order: HomeOrder) -> str:
        """The chooser's text."""
        return self.tr("Sort: {order}").format(order=self.order_name(order))

    def _spoken(self, row: HomeRow, mark: str, opened: str) -> str:
        if not row.known:
            return row.title
        figures = self.tr(
            "{title}: {percent} % answered, {major} major, {minor} minor, {improvement} to improve"
        ).format(
            title=row.title,
            percent=round(row.progress * 100),
            major=row.major,
            minor=row.minor,
            improvement=row.improvement,
        )
        return _joined(figures, mark if row.overdue else "", opened, by=", ")

    def _tip(self, row: HomeRow) -> str:
        if not row.known:
            return row.path
        figures = self.tr(
            "{percent} % answered; open findings: ■ {major} major, ▲ {minor} minor, "
            "◆ {improvement} to improve"
        ).format(
            percent=round(row.progress * 100),
            major=row.major,
            minor=row.minor,
            improvement=row.improvement,
        )
        return _joined(row.title, row.organisation, figures, row.path, by="\n")

    def _when(self, opened: datetime | None, now: datetime) -> str:
        if opened is None:
            return ""
        local = opened.astimezone(now.tzinfo)
        days = (now.date() - local.date()).days
        if days == 0:
            return self.tr("today {time}").format(time=f"{local:%H:%M}")
        if days == 1:
            return self.tr("yesterday {time}").format(time=f"{local:%H:%M}")
        return local.date().isoformat()

    def _enum(self, kind: type[StrEnum], value: str) -> str:
        found = next((it for it in cast("Iterable[StrEnum]", kind) if it.value == value), None)
        return "" if found is None else self._context.texts.enum(found)


def _joined(*parts: str, by: str = " · ") -> str:
    return by.join(part for part in parts if part)
