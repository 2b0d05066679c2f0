"""The settings of this machine's user: each declared once, typed, with its default.

Stored as one JSON file that is replaced in one go. A damaged file is kept beside the new one and
the defaults apply; a single wrong value falls back to its own default; keys of a newer version
are kept. Only bootstrap, cli and ui read settings; everybody else gets values.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

VERSION: Final = 1
RECENT_LIMIT: Final = 20
BACKUP_LIMIT_MB: Final = 1_000_000
_E = TypeVar("_E", bound=StrEnum)


class LanguageChoice(StrEnum):
    """The language of the window; *system* follows the operating system."""

    SYSTEM = "system"
    ZH = "zh"
    EN = "en"


class ThemeChoice(StrEnum):
    """The theme of the window; *system* follows the operating system."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class HomeOrder(StrEnum):
    """The order of the audits on the home screen."""

    OPENED = "opened"
    TITLE = "title"
    PROGRESS = "progress"
    OVERDUE = "overdue"


class ReportLanguage(StrEnum):
    """The language that the last export was made in."""

    ZH = "zh"
    EN = "en"
    BOTH = "both"


@dataclass(frozen=True)
class Person:
    """Who this user is: the name on working papers, the code in working numbers (``ZJ``)."""

    name: str = ""
    code: str = ""

    @property
    def is_known(self) -> bool:
        """Whether changes can be made in this person's name."""
        return bool(self.code)


@dataclass(frozen=True)
class ReportOptions:
    """What the last export was made with."""

    language: ReportLanguage = ReportLanguage.ZH
    masked: bool = True
    folder: str = ""


@dataclass(frozen=True)
class Settings:
    """All settings; change with :func:`dataclasses.replace`."""

    language: LanguageChoice = LanguageChoice.SYSTEM
    theme: ThemeChoice = ThemeChoice.SYSTEM
    me: Person = field(default_factory=Person)
    recent: tuple[str, ...] = ()
    home_order: HomeOrder = HomeOrder.OPENED
    panes: Mapping[str, tuple[int, ...]] = field(default_factory=dict[str, tuple[int, ...]])
    window: str = ""
    report: ReportOptions = field(default_factory=ReportOptions)
    backup_mb: int = 0
    """Megabytes that the backups of one audit may take; 0 is twice the audit file."""
    unknown: Mapping[str, object] = field(default_factory=dict[str, object])

    def with_recent(self, path: str) -> Settings:
        """These settings with ``path`` as the audit opened last."""
        others = tuple(known for known in self.recent if known != path)
        return replace(self, recent=(path, *others)[:RECENT_LIMIT])

    def without_recent(self, path: str) -> Settings:
        """These settings with ``path`` forgotten."""
        return replace(self, recent=tuple(known for known in self.recent if known != path))

    def with_pane(self, name: str, sizes: tuple[int, ...]) -> Settings:
        """These settings with the sizes of one splitter remembered."""
        return replace(self, panes={**self.panes, name: sizes})


@dataclass(frozen=True)
class Loaded:
    """Settings as read, and where a damaged file was put aside (None when there was none)."""

    settings: Settings
    damaged_copy: Path | None = None


def load(path: Path) -> Loaded:
    """Read the settings; a missing file is the defaults, a damaged one is kept as ``*.damaged``."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Loaded(Settings())
    except (OSError, UnicodeDecodeError):
        return Loaded(Settings(), _put_aside(path))
    try:
        found: object = json.loads(text)
    except ValueError:
        return Loaded(Settings(), _put_aside(path))
    if not isinstance(found, dict):
        return Loaded(Settings(), _put_aside(path))
    return Loaded(_decode(cast("dict[str, object]", found)))


def save(path: Path, settings: Settings) -> None:
    """Replace the file in one go. Raises OSError when the folder cannot be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("w", encoding="utf-8") as file:
            json.dump(_encode(settings), file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _put_aside(path: Path) -> Path | None:
    aside = path.with_name(f"{path.name}.damaged")
    try:
        path.replace(aside)
    except OSError:
        return None
    return aside


def _encode(settings: Settings) -> dict[str, object]:
    return {
        **settings.unknown,
        "version": VERSION,
        "language": settings.language.value,
        "theme": settings.theme.value,
        "me": {"name": settings.me.name, "code": settings.me.code},
        "recent": list(settings.recent),
        "home_order": settings.home_order.value,
        "panes": {name: list(sizes) for name, sizes in settings.panes.items()},
        "window": settings.window,
        "report": {
            "language": settings.report.language.value,
            "masked": settings.report.masked,
            "folder": settings.report.folder,
        },
        "backup_mb": settings.backup_mb,
    }


def _decode(found: dict[str, object]) -> Settings:
    me = _mapping(found.get("me"))
    report = _mapping(found.get("report"))
    known = _encode(Settings()).keys()
    return Settings(
        language=_choice(LanguageChoice, found.get("language"), LanguageChoice.SYSTEM),
        theme=_choice(ThemeChoice, found.get("theme"), ThemeChoice.SYSTEM),
        me=Person(name=_text(me.get("name")), code=_text(me.get("code"))),
        recent=tuple(item for item in _list(found.get("recent")) if isinstance(item, str)),
        home_order=_choice(HomeOrder, found.get("home_order"), HomeOrder.OPENED),
        panes={
            name: tuple(size for size in _list(sizes) if isinstance(size, int))
            for name, sizes in _mapping(found.get("panes")).items()
        },
        window=_text(found.get("window")),
        report=ReportOptions(
            language=_choice(ReportLanguage, report.get("language"), ReportLanguage.ZH),
            masked=report.get("masked") is not False,
            folder=_text(report.get("folder")),
        ),
        backup_mb=_size(found.get("backup_mb")),
        unknown={key: value for key, value in found.items() if key not in known},
    )


def _choice(kind: type[_E], value: object, default: _E) -> _E:
    return next((member for member in kind if member.value == value), default)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _size(value: object) -> int:
    return value if isinstance(value, int) and 0 <= value <= BACKUP_LIMIT_MB else 0


def _list(value: object) -> list[object]:
    return cast("list[object]", value) if isinstance(value, list) else []


def _mapping(value: object) -> dict[str, object]:
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}
