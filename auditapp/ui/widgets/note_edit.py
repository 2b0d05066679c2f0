"""The note: a text field that leaves pictures and files to the evidence strip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPlainTextEdit

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData


class NoteEdit(QPlainTextEdit):
    """Takes text; hands on what is no text.

    Signals:
        media_pasted: a picture or files were pasted or dropped (QMimeData).
    """

    media_pasted = Signal(object)

    def sizeHint(self) -> QSize:
        """A few lines; it takes what room is left."""
        return QSize(320, 72)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Pictures and files too, for the strip."""
        return is_media(source) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Text is typed, everything else is handed on."""
        if is_media(source):
            self.media_pasted.emit(source)
        else:
            super().insertFromMimeData(source)


def is_media(source: QMimeData) -> bool:
    """Whether it holds a picture or local files (and not just text)."""
    if any(url.isLocalFile() for url in source.urls()):
        return True
    return source.hasImage() and not source.hasText()
