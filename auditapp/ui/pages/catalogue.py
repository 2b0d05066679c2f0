"""The pages and tools of the window, in order. To add one, add a line and a factory.

A factory imports its page when it is called: pages need the store, and the home screen is painted
without it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from auditapp.ui.page import PageSpec

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from auditapp.ui.context import AppContext
    from auditapp.ui.icons import IconName
    from auditapp.ui.page import Page

translate = QCoreApplication.translate


@dataclass(frozen=True)
class HomeTool:
    """Something that the home screen offers: ``run`` gets the context and the window."""

    key: str
    title: Callable[[], str]
    icon: IconName
    run: Callable[[AppContext, QWidget], None]
    shortcut: str = ""
    primary: bool = False
    needs_audit: bool = False
    """Offered only while an audit is open."""


@dataclass(frozen=True)
class Catalogue:
    """What the window consists of."""

    pages: tuple[PageSpec, ...]
    tools: tuple[HomeTool, ...] = ()
    more: tuple[tuple[PageSpec, str], ...] = ()
    """Pages that are not on the rail, with their keys."""

    def keyed(self) -> tuple[tuple[PageSpec, str], ...]:
        """All pages with their keys: the rail's, then the others."""
        listed = tuple((spec, f"Ctrl+{n}") for n, spec in enumerate(self.pages, 1))
        return (*listed, *self.more)


def shipped_catalogue() -> Catalogue:
    """The pages and tools that the program has, in the rail's order."""
    return Catalogue(
        pages=(
            PageSpec("overview", lambda: translate("Pages", "Overview"), "overview", _overview),
            PageSpec("plan", lambda: translate("Pages", "Plan"), "plan", _plan),
            PageSpec("checklist", lambda: translate("Pages", "Checklist"), "checklist", _checklist),
            PageSpec("evidence", lambda: translate("Pages", "Evidence"), "evidence", _evidence),
            PageSpec("tickets", lambda: translate("Pages", "Tickets"), "tickets", _tickets),
            PageSpec("findings", lambda: translate("Pages", "Findings"), "findings", _findings),
            PageSpec("actions", lambda: translate("Pages", "Actions"), "actions", _actions),
            PageSpec("report", lambda: translate("Pages", "Report"), "report", _report),
        ),
        more=(
            (
                PageSpec("trail", lambda: translate("Pages", "Audit trail"), "history", _trail),
                "Ctrl+H",
            ),
        ),
        tools=(
            HomeTool(
                "new",
                lambda: translate("Pages", "New audit"),
                "add",
                _new_audit,
                "Ctrl+N",
                primary=True,
            ),
            HomeTool(
                "reference criteria clauses laws glossary ambiguities 条款 标准 法规 术语 歧义",
                lambda: translate("Pages", "Criteria and terms"),
                "criteria",
                _reference,
                "Ctrl+L",
            ),
            HomeTool(
                "packs checklists questions tailor import export 检查表包 检查表 导入 导出 裁剪",
                lambda: translate("Pages", "Packs"),
                "packs",
                _packs,
                "Ctrl+P",
            ),
            HomeTool(
                "restore backup 恢复备份",
                lambda: translate("Pages", "Restore a backup …"),
                "history",
                _restore_backup,
            ),
            HomeTool(
                "create backup 备份",
                lambda: translate("Pages", "Create backup now"),
                "copy",
                _back_up_now,
                needs_audit=True,
            ),
        ),
    )


def _new_audit(context: AppContext, window: QWidget) -> None:
    from auditapp.ui.pages.new_audit.dialog import new_audit

    new_audit(context, window)


def _reference(context: AppContext, window: QWidget) -> None:
    from auditapp.ui.pages.reference.window import show_reference

    show_reference(context, window)


def _packs(context: AppContext, window: QWidget) -> None:
    from auditapp.ui.pages.packs.window import show_packs

    show_packs(context, window)


def _restore_backup(context: AppContext, window: QWidget) -> None:
    from auditapp.ui.dialogs.backups import show_backups

    show_backups(context, window)


def _back_up_now(context: AppContext, window: QWidget) -> None:
    from auditapp.ui.dialogs.backups import back_up_now

    del window
    back_up_now(context)


def _overview(context: AppContext) -> Page:
    from auditapp.ui.pages.overview.page import OverviewPage

    return OverviewPage(context)


def _plan(context: AppContext) -> Page:
    from auditapp.ui.pages.plan.page import PlanPage

    return PlanPage(context)


def _checklist(context: AppContext) -> Page:
    from auditapp.ui.pages.checklist.page import ChecklistPage

    return ChecklistPage(context)


def _evidence(context: AppContext) -> Page:
    from auditapp.ui.pages.evidence.page import EvidencePage

    return EvidencePage(context)


def _tickets(context: AppContext) -> Page:
    from auditapp.ui.pages.tickets.page import TicketsPage

    return TicketsPage(context)


def _findings(context: AppContext) -> Page:
    from auditapp.ui.pages.findings.page import FindingsPage

    return FindingsPage(context)


def _actions(context: AppContext) -> Page:
    from auditapp.ui.pages.actions.page import ActionsPage

    return ActionsPage(context)


def _report(context: AppContext) -> Page:
    from auditapp.ui.pages.report.page import ReportPage

    return ReportPage(context)


def _trail(context: AppContext) -> Page:
    from auditapp.ui.pages.trail.page import TrailPageView

    return TrailPageView(context)
