from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.unit.tickets.engine.tables import shipped

if TYPE_CHECKING:
    from auditapp.tickets.rules.library import RuleLibrary


@pytest.fixture(scope="session")
def library() -> RuleLibrary:
    """The shipped rules, clocks, calendars and switches."""
    return shipped()
