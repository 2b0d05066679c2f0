"""Fixtures of the packs tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.unit.packs.sample import Checklists

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def checklists(tmp_path: Path) -> Checklists:
    """A valid checklist folder with one pack of two questions."""
    return Checklists(tmp_path / "checklists")
