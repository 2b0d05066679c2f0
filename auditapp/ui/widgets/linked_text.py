"""Text to read, with links: the tab key passes by, Left and Right go from link to link."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

BARE: Final = (
    "QTextBrowser { border: 2px solid transparent; background: transparent; padding: 0 }"
    "QTextBrowser:focus { border-color: palette(highlight) }"
)


class LinkedText(QTextBrowser):
    """A frameless text that only its owner follows links of (``anchorClicked``)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(BARE)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right go to the link before or after; Return follows it."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = steps.get(Qt.Key(event.key()))
        if plain == Qt.KeyboardModifier.NoModifier and step is not None:
            self._walk(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._here() is not None:
            self.anchorClicked.emit(QUrl(self._anchors()[self._here() or 0][2]))
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  (Qt's name)
        """The tab key leaves at once: a text with forty links is no trap."""
        return QWidget.focusNextPrevChild(self, next)

    def _walk(self, step: int) -> None:
        anchors, here = self._anchors(), self._here()
        if not anchors:
            return
        first = 0 if step > 0 else len(anchors) - 1
        to = first if here is None else min(max(here + step, 0), len(anchors) - 1)
        start, end, _ = anchors[to]
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _here(self) -> int | None:
        """Which link is selected."""
        cursor = self.textCursor()
        place = (cursor.selectionStart(), cursor.selectionEnd())
        found = (n for n, (start, end, _) in enumerate(self._anchors()) if (start, end) == place)
        return next(found, None)

    def _anchors(self) -> list[tuple[int, int, str]]:
        """Start, end and target of each link, in reading order."""
        found: list[tuple[int, int, str]] = []
        block = self.document().begin()
        while block.isValid():
            step = block.begin()
            while not step.atEnd():
                fragment = step.fragment()
                target = fragment.charFormat().anchorHref()
                start, end = fragment.position(), fragment.position() + fragment.length()
                if target and found and found[-1][1:] == (start, target):
                    found[-1] = (found[-1][0], end, target)
                elif target:
                    found.append((start, end, target))
                step += 1
            block = block.next()
        return found
