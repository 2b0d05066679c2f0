"""Each ambiguity names exactly the rules and clocks that use its switch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from tests.unit.packs.sample import REAL

if TYPE_CHECKING:
    from collections.abc import Iterator


def _switched(plain: Any) -> Iterator[tuple[str, str]]:
    """All pairs of a switch and the id of the entry that uses it, at any depth."""
    if isinstance(plain, dict):
        for switch in plain.get("switches", ()):
            yield switch, plain["id"]
        for value in plain.values():
            yield from _switched(value)
    elif isinstance(plain, list):
        for value in plain:
            yield from _switched(value)


def test_ambiguities_name_what_uses_their_switch() -> None:
    used: dict[str, set[str]] = {}
    for folder in ("rules", "clocks"):
        for path in sorted((REAL / folder).glob("*.yaml")):
            for switch, user in _switched(yaml.safe_load(path.read_text(encoding="utf-8"))):
                used.setdefault(switch, set()).add(user)
    listed = yaml.safe_load((REAL / "ambiguities.yaml").read_text(encoding="utf-8"))["ambiguities"]
    assert {it["switch"]: set(it["affects"]) for it in listed} == used
