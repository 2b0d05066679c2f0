"""The window with an audit that has the shipped packs, opened on its plan page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditapp.ui.pages.plan.page import PlanPage
from tests.ui.checklist.stage import build_stage, library

if TYPE_CHECKING:
    from pathlib import Path

    from auditapp.packs.content import Library
    from auditapp.ui.app import Shell


@pytest.fixture(scope="session")
def shelf() -> Library:
    return library()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, shelf: Library) -> bytes:
    """An audit of three units with P01, P02, P08, leader WA, auditor LI; nothing answered."""
    packs = [pack for pack in shelf.packs if pack.id in ("P01", "P02", "P08")]
    path = tmp_path_factory.mktemp("plan") / "built.audit"
    build_stage(path, packs=packs, shelf=shelf)
    return path.read_bytes()


@pytest.fixture
def page(shell: Shell, built: bytes, tmp_path: Path) -> PlanPage:
    path = tmp_path / "计划 plan.audit"
    path.write_bytes(built)
    shell.window.open_file(path)
    shell.window.show_page("plan")
    found = shell.window.page
    assert isinstance(found, PlanPage)
    return found
