"""Loads every form, icon, theme and translation once: what a packaged build may have lost."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog

from auditapp.settings import LanguageChoice, ThemeChoice
from auditapp.ui import _gen
from auditapp.ui._gen_icons import SHAPES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from auditapp.ui.app import Shell
    from auditapp.ui.icons import IconName


@dataclass(frozen=True)
class Look:
    """One thing looked at; ``note`` says how many, or what failed."""

    name: str
    ok: bool
    note: str


def look_at_everything(shell: Shell) -> list[Look]:
    """Every part of the window that comes from a file. Raises nothing."""
    parts: dict[str, Callable[[Shell], str]] = {
        "forms": _forms,
        "icons": _icons,
        "themes": _themes,
        "translations": _translations,
        "window": _window,
    }
    return list(_looks(shell, parts))


def _looks(shell: Shell, parts: dict[str, Callable[[Shell], str]]) -> Iterator[Look]:
    for name, part in parts.items():
        try:
            yield Look(name, ok=True, note=part(shell))
        except Exception as error:  # noqa: BLE001  (whatever is missing is what we look for)
            yield Look(name, ok=False, note=f"{type(error).__name__}: {error}")


def _forms(shell: Shell) -> str:
    del shell
    names = [found.name for found in pkgutil.iter_modules(_gen.__path__)]
    forms = [name for name in names if name.startswith("ui_")]
    if not forms:
        raise LookupError("no forms")
    for name in forms:
        module = importlib.import_module(f"{_gen.__name__}.{name}")
        for attribute in vars(module):
            if attribute.startswith("Ui_"):
                dialog = QDialog()
                getattr(module, attribute)().setupUi(dialog)
                dialog.deleteLater()
    return str(len(forms))


def _icons(shell: Shell) -> str:
    for name in SHAPES:
        if shell.context.icons.pixmap(cast("IconName", name)).toImage().isNull():
            raise LookupError(name)
    return str(len(SHAPES))


def _themes(shell: Shell) -> str:
    before = shell.context.settings.theme
    for choice in ThemeChoice:
        shell.theme.choose(choice)
    shell.theme.choose(before)
    return str(len(ThemeChoice))


def _translations(shell: Shell) -> str:
    before = shell.context.settings.language
    said = {
        choice: (
            shell.language.choose(choice),
            QCoreApplication.translate("HomePage", "Recent audits"),
        )[1]
        for choice in (LanguageChoice.EN, LanguageChoice.ZH)
    }
    shell.language.choose(before)
    if said[LanguageChoice.ZH] == said[LanguageChoice.EN]:
        raise LookupError("Chinese is not translated")
    return str(len(said))


def _window(shell: Shell) -> str:
    shell.window.resize(1366, 768)
    picture = shell.window.grab()
    if picture.isNull():
        raise LookupError("nothing was painted")
    return f"{picture.width()} x {picture.height()}"
