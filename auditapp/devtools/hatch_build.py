"""Build hook: compile forms, icons, translations and texts, and put all data into the wheel.

``pip install -e .`` gets the generated modules in the checkout; a wheel gets them inside, with
checklists and resources under ``auditapp/_data``, where ``auditapp.paths`` looks for them.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DATA = {
    "checklists": ("**/*.yaml", "**/*.json"),
    "resources/fonts": ("*.ttf", "*.txt"),
    "resources/icons": ("*.svg",),
    "resources/themes": ("*.toml", "*.qss", "*.svg"),
    "resources/translations": ("*.qm",),
}
GENERATED = ("/auditapp/ui/_gen/*.py", "/auditapp/ui/_gen_icons.py", "/auditapp/texts/_data/*.json")


class AssetsHook(BuildHookInterface[Any]):
    """Runs before a wheel is put together."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile what is not up to date and name what git does not know."""
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        from auditapp.devtools import assets

        assets.build()
        build_data["artifacts"].extend(GENERATED)
        if version == "standard":
            build_data["force_include"].update(
                {
                    str(path): f"auditapp/_data/{path.relative_to(root).as_posix()}"
                    for folder, patterns in DATA.items()
                    for pattern in patterns
                    for path in sorted((root / folder).glob(pattern))
                }
            )
