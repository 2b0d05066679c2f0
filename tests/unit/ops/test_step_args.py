"""The arguments of a step are codes and ids: what was typed must be erasable (docs/adr/0015)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.unit.ops.test_every_op import CASES

if TYPE_CHECKING:
    from tests.world import World

CODE = re.compile(r"[A-Za-z0-9_.:+/-]*")
DESIGNATIONS = {"standard"}
"""Arguments that name a published standard, as "ISO 10002:2018"."""


@pytest.mark.parametrize("name", CASES)
def test_arguments_hold_no_sentence(name: str, world: World) -> None:
    for key, value in CASES[name][1](world).args.items():
        if key in DESIGNATIONS:
            continue
        for item in value if isinstance(value, list) else [value]:
            assert not isinstance(item, str) or CODE.fullmatch(item), item
