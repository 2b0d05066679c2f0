"""Check ``resources/icons/*.svg`` and write them into ``auditapp/ui/_gen_icons.py``.

One set, one weight: 24 × 24, stroke 1.75, ``currentColor`` (the theme tints them). The generated
module has the type ``IconName``, so that a wrong icon name is a type error. It lies beside the
forms' package: forms may use widgets, widgets use icons, and no circle may arise.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from auditapp.devtools.tools import ROOT, ToolFailedError, write_if_changed

if TYPE_CHECKING:
    from pathlib import Path

SOURCES: Final = ROOT / "resources" / "icons"
TARGET: Final = ROOT / "auditapp" / "ui" / "_gen_icons.py"
APP_ICON: Final = "app"
_HEAD: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" '
    'stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">'
)
_NAME: Final = re.compile(r"[a-z][a-z0-9_]*\Z")


def compile_icons(sources: Path = SOURCES, target: Path = TARGET) -> int:
    """Write the module; returns the number of icons. Raises ``ToolFailedError``."""
    icons = {path.stem: path.read_text(encoding="utf-8").strip() for path in _files(sources)}
    wrong = [fault for name, svg in icons.items() for fault in faults(name, svg)]
    if wrong:
        raise ToolFailedError("\n".join(wrong))
    names = [name for name in icons if name != APP_ICON]
    lines = [
        '"""Generated from resources/icons."""',
        "",
        "from typing import Final, Literal",
        "",
        "IconName = Literal[",
        *(f'    "{name}",' for name in names),
        "]",
        f"APP: Final = {icons[APP_ICON]!r}",
        f"HEAD: Final = {_HEAD!r}",
        "SHAPES: Final[dict[str, str]] = {",
        *(f"    {name!r}: {icons[name].removeprefix(_HEAD)!r}," for name in names),
        "}",
    ]
    write_if_changed(target, "\n".join(lines) + "\n")
    return len(names)


def faults(name: str, svg: str) -> list[str]:
    """What keeps an icon out of the set; the application's own icon is free in its colours."""
    if not _NAME.match(name):
        return [f"{name}.svg: the name is not snake_case"]
    if name == APP_ICON:
        return []
    if not svg.startswith(_HEAD) or not svg.endswith("</svg>"):
        return [f"{name}.svg: not drawn on the common grid (24 × 24, stroke 1.75, currentColor)"]
    if re.search(r"#[0-9a-fA-F]{3,8}|rgb\(", svg):
        return [f"{name}.svg: a colour of its own; use currentColor"]
    return []


def _files(sources: Path) -> list[Path]:
    return sorted(sources.glob("*.svg"))
