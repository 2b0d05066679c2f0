"""The two type faces of a report: their widths, and which characters they can show."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

#: Printed in place of a character that the font lacks (geta mark, as Chinese typesetters use).
SUBSTITUTE: Final = "〓"
#: Pieces up to this length come again; longer ones are measured each time.
_REMEMBERED: Final = 24
_HAN: Final = re.compile("[\u3000-\u9fff\uff00-\uffef]")
# The face draws these as wide as a Chinese character; among Latin letters they would tear a hole.
_LATIN_QUOTES: Final = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"'})  # noqa: RUF001
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
)


@dataclass(frozen=True)
class FontFiles:
    """Where the TrueType files are; CFF fonts are not taken by ReportLab."""

    regular: Path
    bold: Path


class _Widths(dict[str, float]):
    """Widths at size 1: of the font's characters, and of pieces of text once they were asked."""

    def __missing__(self, text: str) -> float:
        if len(text) == 1:
            return 1.0
        width = sum([self[char] for char in text])
        if len(text) <= _REMEMBERED:
            self[text] = width
        return width


@dataclass(frozen=True)
class Face:
    """One registered font. ``unit`` is the width of a text at size 1 (looked up, not counted)."""

    name: str
    unit: Callable[[str], float]
    glyphs: Mapping[int, int]

    def width(self, text: str, size: float) -> float:
        """The width of ``text`` in points."""
        return self.unit(text) * size


@dataclass
class Faces:
    """Both faces, and the characters that had to be replaced so far (for the method annex)."""

    regular: Face
    bold: Face
    replaced: set[str] = field(default_factory=set[str])
    _seen: set[str] = field(default_factory=lambda: {"\n"})

    def face(self, bold: bool) -> Face:
        """The regular or the bold face."""
        return self.bold if bold else self.regular

    def printable(self, text: str) -> str:
        """``text`` with characters that print nothing left out and those the font lacks as 〓.

        Tabs become blanks; line ends stay. Both faces have the same characters.
        """
        if text.isascii() and text.isprintable():
            return text
        text = _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\t", " "))
        if not _HAN.search(text):
            text = text.translate(_LATIN_QUOTES)
        new = set(text) - self._seen
        if new:
            glyphs = self.regular.glyphs
            lacking = {char for char in new if ord(char) not in glyphs}
            self._seen |= new - lacking
            self.replaced |= lacking
            for char in lacking:
                text = text.replace(char, SUBSTITUTE)
        return text


def load_faces(files: FontFiles) -> Faces:
    """Register both fonts with ReportLab (once per file) and read their widths."""
    return Faces(_load(files.regular), _load(files.bold))


def _load(path: Path) -> Face:
    from reportlab.pdfbase import pdfmetrics as untyped
    from reportlab.pdfbase.ttfonts import TTFont

    pdfmetrics = cast("Any", untyped)
    # ReportLab keeps fonts by name for the whole process: the name follows from the file.
    digest = hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:8]
    name = f"{path.stem}-{digest}"
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, str(path)))
    face = pdfmetrics.getFont(name).face
    widths = cast("Mapping[int, float]", face.charWidths)
    glyphs = cast("Mapping[int, int]", face.charToGlyph)
    known = _Widths((chr(code), width / 1000) for code, width in widths.items())
    return Face(name, known.__getitem__, glyphs)
