"""The first words that are commands. Light: bootstrap asks before anything else is imported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS: Final = frozenset(
    {
        *("demo", "new", "info", "answer", "export", "packs", "tickets", "verify"),
        *("doctor", "selftest"),
    }
)
"""A file that is named like one of these is opened as ``./demo``."""

EXIT_WHEN_READY: Final = "--exit-when-ready"


def is_for_cli(argv: Sequence[str]) -> bool:
    """Whether ``cli.main`` has to look at these arguments (without the program's name).

    Nothing, one path, and ``--exit-when-ready`` with at most one path go to the window; all else,
    options and wrong usage included, is the command line's.
    """
    words = [word for word in argv if word != EXIT_WHEN_READY]
    if not words:
        return False
    return len(words) > 1 or words[0] in COMMANDS or words[0].startswith("-")
