"""The look: Fusion, a palette and one small style sheet, from the tokens of a theme file.

Light, dark or as the system has it, switched while the window is open.
"""

from __future__ import annotations

import sys
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, cast, get_args

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from auditapp.settings import ThemeChoice

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

Token = Literal[
    "ground",
    "surface",
    "sunken",
    "line",
    "line_strong",
    "text",
    "muted",
    "accent",
    "accent_hover",
    "accent_soft",
    "on_accent",
    "hover",
    "selection",
    "conforming",
    "improvement",
    "minor",
    "major",
    "not_applicable",
    "not_conclusive",
    "conforming_soft",
    "improvement_soft",
    "minor_soft",
    "major_soft",
    "not_applicable_soft",
    "not_conclusive_soft",
    "toast",
    "on_toast",
    "toast_action",
]
TOKENS: Final[tuple[Token, ...]] = get_args(Token)

CAPTION: Final = 12
BODY: Final = 14
TITLE: Final = 20
"""The three text sizes, in logical pixels."""

ROW_HEIGHT: Final = 32

# Asking for a family costs a millisecond: each system is asked for its own only.
_LATIN: Final = {"win32": ("Segoe UI",), "darwin": (".AppleSystemUIFont",)}
_CHINESE: Final = {"win32": ("Microsoft YaHei UI", "SimSun"), "darwin": ("PingFang SC",)}
_LATIN_ELSEWHERE: Final = ("Noto Sans",)
_CHINESE_ELSEWHERE: Final = ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC")
_SHIPPED_FONT: Final = "Noto Sans SC"


@dataclass(frozen=True)
class Colours:
    """The colours of one theme, by token."""

    name: str
    dark: bool
    by_token: Mapping[Token, str]


def read_colours(path: Path) -> Colours:
    """Read a theme file; KeyError when a token is missing (a defect of ours)."""
    found = tomllib.loads(path.read_text(encoding="utf-8"))
    given = cast("dict[str, str]", found["colours"])
    return Colours(
        str(found["name"]), bool(found["dark"]), {token: given[token] for token in TOKENS}
    )


class Theme(QObject):
    """The theme in force, on the style that the application was made with (Fusion).

    Signals:
        changed: after the palette and the style sheet were replaced.
    """

    changed = Signal()

    def __init__(self, app: QApplication, folder: Path, choice: ThemeChoice) -> None:
        super().__init__(app)
        self._app = app
        self._folder = folder
        self._choice = choice
        self._base = (folder / "base.qss").read_text(encoding="utf-8")
        self.colours = self._chosen()
        app.setPalette(_palette(self))
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    @property
    def is_dark(self) -> bool:
        """Whether the dark theme is in force."""
        return self.colours.dark

    def css(self, token: Token) -> str:
        """A colour as ``#RRGGBB``."""
        return self.colours.by_token[token]

    def colour(self, token: Token) -> QColor:
        """A colour to paint with."""
        return QColor(self.colours.by_token[token])

    def apply_sheet(self) -> None:
        """Set the style sheet: once the window is built, which is faster, before it is shown."""
        sheet = self._base.replace("@folder@", self._folder.as_posix())
        sheet = sheet.replace("@name@", self.colours.name)
        for token, value in self.colours.by_token.items():
            sheet = sheet.replace(f"@{token}@", value)
        self._app.setStyleSheet(sheet)

    def choose(self, choice: ThemeChoice) -> None:
        """Switch while the window is open."""
        self._choice = choice
        self._refresh()

    def _chosen(self) -> Colours:
        if self._choice is ThemeChoice.SYSTEM:
            dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        else:
            dark = self._choice is ThemeChoice.DARK
        return read_colours(self._folder / ("dark.toml" if dark else "light.toml"))

    def _refresh(self) -> None:
        wanted = self._chosen()
        if wanted.name != self.colours.name:
            self.colours = wanted
            self._app.setPalette(_palette(self))
            self.apply_sheet()
            self.changed.emit()

    def _on_system_changed(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self._refresh()


def apply_font(app: QApplication, fonts: Path) -> None:
    """Set a font whose Latin and Chinese both look right; ours if the system has no Chinese one."""
    latin = _first(_LATIN.get(sys.platform, _LATIN_ELSEWHERE))
    chinese = _first(_CHINESE.get(sys.platform, _CHINESE_ELSEWHERE))
    if not chinese:
        for style in ("Regular", "Bold"):
            QFontDatabase.addApplicationFont(str(fonts / f"NotoSansSC-{style}.ttf"))
        chinese = [_SHIPPED_FONT]
    font = QFont()
    font.setFamilies([*latin, *chinese])
    font.setPixelSize(BODY)
    app.setFont(font)


def _first(families: tuple[str, ...]) -> list[str]:
    found = next((family for family in families if QFontDatabase.hasFamily(family)), None)
    return [] if found is None else [found]


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    by_role: dict[QPalette.ColorRole, Token] = {
        role.Window: "ground",
        role.WindowText: "text",
        role.Base: "surface",
        role.AlternateBase: "surface",
        role.Text: "text",
        role.PlaceholderText: "muted",
        role.Button: "surface",
        role.ButtonText: "text",
        role.BrightText: "major",
        role.Highlight: "accent",
        role.HighlightedText: "on_accent",
        role.Link: "accent",
        role.LinkVisited: "accent",
        role.ToolTipBase: "toast",
        role.ToolTipText: "on_toast",
        role.Light: "surface",
        role.Midlight: "hover",
        role.Mid: "line_strong",
        role.Dark: "line_strong",
        role.Shadow: "line_strong",
        role.Accent: "accent",
    }
    palette = QPalette()
    for known, token in by_role.items():
        palette.setColor(known, theme.colour(token))
    for known in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, known, theme.colour("line_strong"))
    return palette
