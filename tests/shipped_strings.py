"""What the program says, both languages side by side: the core's texts and the window's strings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from auditapp.devtools.tools import parse_xml
from auditapp.devtools.translations import ts_file
from auditapp.packs.content import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]


def sentences() -> Iterator[tuple[str, str, Bilingual]]:
    """The core's texts as (file, key, text)."""

    def walk(value: dict[str, Any], key: str, name: str) -> Iterator[tuple[str, str, Bilingual]]:
        if isinstance(value.get("zh"), str):
            en = value["en"] if isinstance(value["en"], str) else value["en"]["other"]
            yield name, key, Bilingual(en, value["zh"])
            return
        for step, below in value.items():
            yield from walk(below, f"{key}.{step}" if key else str(step), name)

    for path in sorted((ROOT / "resources" / "texts").glob("*.yaml")):
        yield from walk(yaml.safe_load(path.read_text(encoding="utf-8")), "", path.stem)


def strings() -> Iterator[tuple[str, Bilingual]]:
    """The window's strings as (context, text)."""
    tree = parse_xml(ts_file("zh"))
    for context in tree.getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            target = message.find("translation")
            assert target is not None
            said = "".join(target.itertext()).strip()
            yield name, Bilingual(message.findtext("source", ""), said)
