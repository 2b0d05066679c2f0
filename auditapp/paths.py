"""Where things lie: what the program ships and what it keeps for its user.

Only bootstrap, cli and ui read paths; everybody else gets values.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import auditapp

APP_NAME: Final = "auditapp"
HOME_VARIABLE: Final = "AUDITAPP_HOME"


@dataclass(frozen=True)
class UserPaths:
    """The folders of this user; none exists until something is written into it."""

    data: Path
    config: Path
    cache: Path
    logs: Path

    @property
    def settings_file(self) -> Path:
        """The machine's settings: language, theme, who I am, recent files."""
        return self.config / "settings.json"

    @property
    def portfolio_file(self) -> Path:
        """What the home screen shows of all audits opened here; can be deleted and rebuilt."""
        return self.data / "portfolio.db"

    @property
    def backups(self) -> Path:
        """Backups, by the audit's id."""
        return self.data / "backups"

    @property
    def checklists(self) -> Path:
        """The user's own packs and criteria, a folder of the shape of the shipped one."""
        return self.data / "checklists"

    @property
    def mappings_file(self) -> Path:
        """Which columns of an organisation's ticket exports were which fields last time."""
        return self.data / "ticket_mappings.json"

    @property
    def examples(self) -> Path:
        """Where the example audit is built."""
        return self.data / "examples"

    @property
    def crash_file(self) -> Path:
        """What the last crash left, shown at the next start."""
        return self.logs / "crash.log"


@dataclass(frozen=True)
class ShippedPaths:
    """The folders that come with the program."""

    resources: Path
    checklists: Path

    @property
    def fonts(self) -> Path:
        """Noto Sans SC, Regular and Bold."""
        return self.resources / "fonts"

    @property
    def themes(self) -> Path:
        """The colours, one file per theme."""
        return self.resources / "themes"

    @property
    def translations(self) -> Path:
        """The compiled strings of the widgets."""
        return self.resources / "translations"


def user_paths(home: Path | None = None) -> UserPaths:
    """The user's folders: under ``home`` or $AUDITAPP_HOME if given, else the system's."""
    chosen = os.environ.get(HOME_VARIABLE) if home is None else os.fspath(home)
    if chosen:
        root = Path(chosen).absolute()
        return UserPaths(root / "data", root / "config", root / "cache", root / "logs")
    from platformdirs import PlatformDirs  # 12 ms, not needed where a home is given

    dirs = PlatformDirs(APP_NAME, appauthor=False)
    return UserPaths(
        dirs.user_data_path, dirs.user_config_path, dirs.user_cache_path, dirs.user_log_path
    )


def shipped_paths() -> ShippedPaths:
    """The program's own data: in the package (wheel, frozen build), else in the checkout."""
    package = Path(auditapp.__file__).resolve().parent
    inside = package / "_data"
    if inside.is_dir():
        return ShippedPaths(inside / "resources", inside / "checklists")
    return ShippedPaths(package.parent / "resources", package.parent / "checklists")
