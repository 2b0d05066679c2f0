"""The committed JSON Schemas are those of the models; the texts have all codes of this room."""

from __future__ import annotations

import ast
import json
from typing import TYPE_CHECKING

import pytest
import yaml

from auditapp.packs.schema import FILES, schema_text, write_schemas
from tests.unit.packs.sample import REAL

if TYPE_CHECKING:
    from pathlib import Path

ROOMS = [REAL.parent / "auditapp" / room for room in ("packs", "yamlio")]
TEXTS = REAL.parent / "resources" / "texts" / "packs.yaml"


def test_the_committed_schemas_are_current(tmp_path: Path) -> None:
    write_schemas(tmp_path)
    committed = {it.name: it.read_bytes() for it in (REAL / "schema").iterdir()}
    assert committed == {it.name: it.read_bytes() for it in tmp_path.iterdir()}, (
        "run python -m auditapp.packs.schema"
    )


@pytest.mark.parametrize("name", FILES)
def test_a_schema_forbids_unknown_keys(name: str) -> None:
    schema = json.loads(schema_text(name))
    objects = [schema, *(it for it in schema["$defs"].values() if it["type"] == "object")]
    assert all(it["additionalProperties"] is False for it in objects)


def used_codes() -> set[str]:
    codes: set[str] = set()
    for file in (file for room in ROOMS for file in room.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            value = node.value if isinstance(node, ast.Constant) else None
            if isinstance(value, str) and value.startswith(("pack_", "packs_")):
                codes.add(value)
    return codes


def test_each_code_of_this_room_has_a_sentence_and_the_other_way_round() -> None:
    written = yaml.safe_load(TEXTS.read_text(encoding="utf-8"))["error"]
    assert used_codes() == set(written)
