"""Homes with audits: real files, real figures."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from auditapp.exchange.portfolio import PortfolioIndex
from tests.ui.conftest import SETTINGS

if TYPE_CHECKING:
    from pathlib import Path

    from auditapp.settings import Settings
    from auditapp.ui.app import Start

TODAY = datetime.now(UTC).astimezone().date()


def day(offset: int) -> str:
    """A day from today as the index has it."""
    return (TODAY + timedelta(days=offset)).isoformat()


def action(number: str, due: int | None, *, to_verify: bool = False) -> dict[str, object]:
    """An open action of a summary."""
    return {
        "id": f"{int(number.rpartition('-')[2]):032x}",
        "number": number,
        "grade": "minor",
        "description": {"zh": f"补登记 {number}", "en": f"Register {number}"},
        "owner": "Manager",
        "undone": not to_verify,
        "to_verify": to_verify,
        "due_on": None if due is None else day(due),
        "check_due_on": None,
    }


def summary(number: str, title: str, **more: object) -> dict[str, object]:
    """An audit's summary as ``ops.queries.portfolio`` makes it."""
    return {
        "id": number.lower(),
        "number": number,
        "title": {"en": title, "zh": f"{title} 审核"},
        "organisation": {"zh": "浙江分公司"},
        "state": "fieldwork",
        "main_lang": "zh",
        "progress": 0.5,
        "open_findings": {"major": 2, "minor": 1, "improvement": 0},
        "actions": [],
        **more,
    }


@pytest.fixture
def index(start: Start) -> PortfolioIndex:
    """The index of the home that windows start with."""
    return PortfolioIndex(start.user.portfolio_file)


@pytest.fixture
def listed(index: PortfolioIndex, audit_path: Path, tmp_path: Path) -> Settings:
    """Three audits in the index: Beta (real, opened last), Alpha, and Gamma that is gone."""
    alpha, gone = tmp_path / "alpha.audit", tmp_path / "gone.audit"
    alpha.write_bytes(audit_path.read_bytes())
    actions = [action("A-1", -3), action("A-2", 5), action("A-3", None, to_verify=True)]
    index.put(gone, summary("IA-3", "Gamma", actions=actions))
    index.put(alpha, summary("IA-2", "Alpha", progress=0.1, actions=[action("A-4", -9)] * 2))
    index.put(audit_path, summary("IA-1", "Beta", progress=0.9, actions=actions))
    return SETTINGS.with_recent(str(gone)).with_recent(str(alpha)).with_recent(str(audit_path))
