"""Where the Qt tools of the installed PySide6 lie, and how they are run."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT: Final = Path(__file__).resolve().parents[2]
GENERATED: Final = ROOT / "auditapp" / "ui" / "_gen"


class ToolFailedError(Exception):
    """A Qt tool refused its input; the text is what it said."""


def qt_version() -> str:
    """The version of PySide6 that the tools belong to (without importing Qt)."""
    return version("PySide6-Essentials")


def qt_tool(name: str) -> Path:
    """The program ``uic``, ``lupdate`` or ``lrelease`` of the installed PySide6."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        msg = "PySide6-Essentials is not installed"
        raise ToolFailedError(msg)
    package = Path(next(iter(spec.submodule_search_locations)))
    ending = ".exe" if sys.platform == "win32" else ""
    for folder in (package / "Qt" / "libexec", package):
        program = folder / f"{name}{ending}"
        if program.is_file():
            return program
    msg = f"PySide6-Essentials has no {name}"
    raise ToolFailedError(msg)


def run_tool(name: str, arguments: Sequence[str | Path]) -> str:
    """Run a Qt tool; its output, or :class:`ToolFailedError` with what it said."""
    done = subprocess.run(
        [qt_tool(name), *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode != 0:
        raise ToolFailedError(f"{name}: {done.stdout}{done.stderr}".strip())
    return done.stdout


def write_if_changed(path: Path, text: str) -> bool:
    """Write ``text`` unless the file already holds it; says whether it wrote."""
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return True


def parse_xml(path: Path) -> ET.ElementTree[ET.Element]:
    """A form or translation file of this project."""
    return ET.parse(path)  # noqa: S314  (our own files, not input)
