"""What the command line needs of the window's world, given by bootstrap as callables.

The command line never imports Qt: bootstrap fills a :class:`Host` with functions that import the
window when they are called.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Checked:
    """One thing that the window's self-test looked at; ``note`` says how many, or what failed."""

    name: str
    ok: bool
    note: str = ""


class OpensWindow(Protocol):
    """Opens the window (the home screen, or an audit file) and returns the exit code."""

    def __call__(self, path: Path | None, /, *, exit_when_ready: bool = False) -> int:
        """Run until the window closes; with ``exit_when_ready`` print ms to the first usable paint.

        Raises UserError ``no_display`` before a QApplication is made.
        """
        ...


@dataclass(frozen=True, slots=True)
class Host:
    """The three things that only the window's side can do."""

    open_window: OpensWindow
    #: Versions and platform of Qt, by name; raises nothing (a missing Qt is a fact too).
    qt_facts: Callable[[], Mapping[str, str]]
    #: Loads every form, icon and translation offscreen.
    ui_selftest: Callable[[], Sequence[Checked]]
