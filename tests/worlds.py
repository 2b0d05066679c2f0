"""The small real audit that many tests start from, as fixtures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.world import World, build, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A world built once; tests work on copies."""
    world = build(tmp_path_factory.mktemp("world") / "template.audit")
    world.audit.close()
    return world


@pytest.fixture
def world(template: World, tmp_path: Path) -> Iterator[World]:
    yield from opened(template, tmp_path / "审核 one.audit")
