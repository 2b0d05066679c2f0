"""Every page and dialog as a critic sees it, part 4 (see ``every_page.py``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.every_page import dealt, look
from tests.ui.findings.stage import example

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["example"]


@pytest.mark.parametrize("names", dealt(3), ids=lambda names: f"{names[0]}…{names[-1]}")
def test_a_critic_has_nothing_to_say(names: list[str], example: Path, tmp_path: Path) -> None:
    look(names, example, tmp_path)
