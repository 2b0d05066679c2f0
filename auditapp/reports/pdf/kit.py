"""What every section needs: the model, the words, the faces, and short ways to make blocks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from auditapp.reports import look
from auditapp.reports.pdf.blocks import (
    BODY,
    HEADING,
    LABEL,
    SECOND,
    SMALL,
    Labelled,
    Prose,
    Solid,
    Space,
    Stack,
    Style,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from auditapp.domain.vocabulary import Grade
    from auditapp.reports.bilingual import Bilingual
    from auditapp.reports.labels import Labels
    from auditapp.reports.model import Finding, PictureLoader, ReportModel
    from auditapp.reports.pdf.blocks import Block
    from auditapp.reports.pdf.faces import Faces
    from auditapp.reports.pdf.pen import Pen

#: The second language of a table's cell, under the first.
SMALL_SECOND = Style(7, 9.2, colour=look.MUTED)
Marker = "Callable[[str, str, int, float], None]"


class Mark(Solid):
    """A place without height that the contents, the side bar and links know by its key."""

    def __init__(
        self, mark: Callable[[str, str, int, float], None], key: str, title: str, level: int
    ) -> None:
        super().__init__(keep_next=True)
        self._mark = mark
        self._key = key
        self._title = title
        self._level = level

    def height(self, width: float) -> float:
        """None."""
        del width
        return 0

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Tell the document where it is."""
        del pen, x, width
        self._mark(self._key, self._title, self._level, top)


@dataclass(frozen=True)
class Kit:
    """The tools of a report. ``mark`` is told (key, title, level, top) when a place is drawn."""

    model: ReportModel
    labels: Labels
    faces: Faces
    loader: PictureLoader
    mark: Callable[[str, str, int, float], None]
    evidence_numbers: frozenset[str]

    def prose(self, text: str, style: Style = BODY, **more: object) -> Prose:
        """A text in a style; keywords as of Prose."""
        return Prose(self.faces, text, style, **more)  # type: ignore[arg-type]

    def said(self, code: str, style: Style = BODY, **args: object) -> Stack:
        """A sentence of the program: one paragraph per printed language."""
        parts = self.labels.parts(code, **args)
        return self.paragraphs(parts, style)

    def paragraphs(self, parts: Sequence[str], style: Style = BODY) -> Stack:
        """Paragraphs one per language, the second one quieter."""
        second = SECOND if style.size > SMALL.size else SMALL_SECOND
        blocks: list[Block] = []
        for place, part in enumerate(parts):
            blocks.append(self.prose(part, second if place else style, before=1 if place else 0))
        return Stack(blocks)

    def text(self, text: Bilingual, style: Style = BODY) -> Stack:
        """A text of the audit in the printed languages."""
        return self.paragraphs([piece.shown for piece in self.labels.pieces(text)], style)

    def short(self, text: Bilingual, style: Style = BODY, most_lines: int = 2) -> Stack:
        """As ``text``, each language cut to a few lines."""
        second = SECOND if style.size > SMALL.size else SMALL_SECOND
        return Stack(
            [
                self.prose(piece.shown, second if place else style, most_lines=most_lines)
                for place, piece in enumerate(self.labels.pieces(text))
            ]
        )

    def heading(self, key: str, code: str) -> Stack:
        """A section's title, marked for contents and side bar; the second language beside it."""
        parts = list(dict.fromkeys(self.labels.parts(code)))
        blocks: list[Block] = [
            Mark(self.mark, key, self.labels.say(code), 0),
            self.prose(parts[0], HEADING),
        ]
        if len(parts) > 1:
            blocks.append(self.prose(parts[1], Style(9.5, 13, colour=look.MUTED)))
        blocks.append(Space(6))
        return Stack(blocks, before=22, keep_next=True)

    def subheading(self, code: str, before: float = 14) -> Stack:
        """A small title inside a section."""
        parts = list(dict.fromkeys(self.labels.parts(code)))
        text = "  ".join(parts)
        return Stack(
            [self.prose(text, Style(9.5, 14, bold=True)), Space(3)], before=before, keep_next=True
        )

    def labelled(self, code: str, body: Block, label_width: float = 92) -> Labelled:
        """A label of the program at the left of a block."""
        parts = list(dict.fromkeys(self.labels.parts(code)))
        return Labelled(
            Stack([self.prose(part, LABEL) for part in parts]), body, label_width, before=5
        )

    def cell(self, text: str, *, bold: bool = False, right: bool = False, link: str = "") -> Prose:
        """A short text in a table."""
        colour = look.ACCENT if link else look.TEXT
        style = Style(7.5, 10, bold=bold, colour=colour, align="right" if right else "left")
        return Prose(self.faces, text, style, link=link)

    def cell_text(self, text: Bilingual) -> Stack:
        """A text of the audit in a table."""
        return self.text(text, SMALL)

    def cell_enum(self, member: object, colour: str = look.TEXT, *, bold: bool = False) -> Stack:
        """The name of an enum member in a table, one line per language."""
        from enum import Enum

        if not isinstance(member, Enum):
            return Stack([])
        parts = list(dict.fromkeys(self.labels.enum_parts(member)))
        first = Style(7.5, 10, bold=bold, colour=colour)
        return self.paragraphs(parts, first)

    def grade_cell(self, grade: Grade) -> Stack:
        """A grade in a table: glyph and word in its colour."""
        parts = list(dict.fromkeys(self.labels.enum_parts(grade)))
        parts[0] = f"{look.GRADE_GLYPH[grade]} {parts[0]}"
        return self.paragraphs(parts, Style(7.5, 10, bold=True, colour=look.GRADE_COLOUR[grade]))

    def muted(self, style: Style) -> Style:
        """The style in the quiet colour."""
        return replace(style, colour=look.MUTED)

    def unit_name(self, code: str) -> str:
        """A unit's name in the leading language with its code, or the code alone."""
        for unit in self.model.header.units:
            if unit.code == code:
                name, _ = unit.name.best(self.labels.langs[0])
                return f"{name} ({code})" if name and name != code else code
        return code


def finding_key(finding: Finding) -> str:
    """The bookmark of a finding."""
    return f"finding-{finding.number}"


def evidence_key(number: str) -> str:
    """The bookmark of an evidence item."""
    return f"evidence-{number}"
