"""The shipped example audit, built for tests of pages that show much of an audit."""

from __future__ import annotations

from pathlib import Path

from auditapp.ops.example import ExampleSource, build_example
from auditapp.packs.library import load_library

ROOT = Path(__file__).resolve().parents[2]


def built_example(folder: Path) -> Path:
    """Build it into a folder; the path of the closed file."""
    path = folder / "example.audit"
    source = ExampleSource(
        ROOT / "checklists" / "examples" / "telecom-branch.yaml",
        ROOT / "resources" / "fonts" / "NotoSansSC-Regular.ttf",
    )
    build_example(path, load_library(ROOT / "checklists"), source)
    return path
