"""Opening what was written with the programs of this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from pathlib import Path


def open_outside(path: Path) -> None:
    """Open a file or folder as the system does."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
