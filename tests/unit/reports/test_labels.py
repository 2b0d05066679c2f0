"""Each label that the reports name exists, and each that exists is named."""

from __future__ import annotations

import ast
from pathlib import Path

from auditapp.devtools.texts import SOURCES, read

PACKAGE = Path(__file__).parents[3] / "auditapp" / "reports"
# Made from parts: the part before the brace is what the code says.
MADE = (
    "report.scores.map_", "register.summary.", "register.finding.", "report.five_c.",
    "report.tickets.formula.", "report.tickets.beside", "report.tickets.unit.",
    "report.tickets.channel.", "report.tickets.table.",
)  # fmt: skip


def named() -> set[str]:
    found: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return {text for text in found if text.startswith(("report.", "register."))}


def keys() -> set[str]:
    return {key for key in read(SOURCES)["en"] if key.startswith(("report.", "register."))}


def test_each_named_label_exists() -> None:
    known = keys()
    whole = {name for name in named() if not name.endswith((".", "_"))}
    whole = {name for name in whole if " " not in name}
    assert sorted(whole - known) == []


def test_each_label_is_named() -> None:
    used = named()
    unused = {key.removesuffix("#one") for key in keys()} - used
    assert sorted(key for key in unused if not key.startswith(MADE)) == []
