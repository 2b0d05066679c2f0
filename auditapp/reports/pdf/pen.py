"""Drawing on a page: the one place that talks to ReportLab's canvas.

Everything else draws through a :class:`Pen`, so it can be laid out without drawing (previews draw
one page and lay out the others).
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any

from auditapp.reports.look import TEXT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from auditapp.reports.pdf.faces import Faces

Point = tuple[float, float]


class Pen:
    """A page of the PDF to draw on. Coordinates are points from the lower left corner."""

    def __init__(self, stream: IO[bytes], size: Point, faces: Faces, lang: str) -> None:
        """A new document written to ``stream`` when it is finished; ``lang`` as in RFC 3066."""
        from reportlab import rl_config
        from reportlab.pdfgen.canvas import Canvas

        # Its ASCII85 is pure Python and costs four fifths of a report with pictures; every reader
        # takes binary streams. ReportLab knows no other place for this than its configuration.
        rl_config.useA85 = 0
        self.faces = faces
        #: False while pages are only laid out.
        self.drawing = True
        #: False in previews, whose links would lead to pages that are not there.
        self.linking = True
        self._names = {False: faces.regular.name, True: faces.bold.name}
        self._canvas: Any = Canvas(stream, pagesize=size, pageCompression=1, lang=lang)

    def describe(self, properties: Mapping[str, str]) -> None:
        """Document properties: title, author, subject, keywords."""
        canvas = self._canvas
        canvas.setTitle(properties["title"])
        canvas.setAuthor(properties["author"])
        canvas.setSubject(properties["subject"])
        canvas.setKeywords(properties["keywords"])
        canvas.setCreator("auditapp")
        canvas.setViewerPreference("DisplayDocTitle", "true")
        canvas.showOutline()

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        bold: bool = False,
        colour: str = TEXT,
    ) -> None:
        """A line of text with its left end at x and its baseline at y."""
        if not self.drawing or not text:
            return
        canvas = self._canvas
        canvas.setFillColor(_colour(colour))
        canvas.setFont(self._names[bold], size)
        canvas.drawString(x, y, text)

    def box(
        self, x: float, y: float, width: float, height: float, fill: str, *, round_by: float = 0
    ) -> None:
        """A filled box whose lower left corner is at x, y."""
        if not self.drawing:
            return
        canvas = self._canvas
        canvas.setFillColor(_colour(fill))
        if round_by:
            canvas.roundRect(x, y, width, height, round_by, stroke=0, fill=1)
        else:
            canvas.rect(x, y, width, height, stroke=0, fill=1)

    def line(self, start: Point, end: Point, colour: str, width: float = 0.5) -> None:
        """A straight line."""
        if not self.drawing:
            return
        canvas = self._canvas
        canvas.setStrokeColor(_colour(colour))
        canvas.setLineWidth(width)
        canvas.line(*start, *end)

    def image(self, data: bytes, x: float, y: float, width: float, height: float) -> None:
        """A JPEG picture, embedded as it is."""
        if not self.drawing:
            return
        from io import BytesIO

        from reportlab.lib.utils import ImageReader

        reader: Any = ImageReader(BytesIO(data))
        # Asked only to tell pictures apart; the pixels would be decoded for nothing else.
        reader.getRGBData = lambda: data
        reader._dataA = None  # noqa: SLF001  (no transparency: what the decoding would set)
        self._canvas.drawImage(reader, x, y, width, height)

    def slanted(self, text: str, centre: Point, size: float, colour: str, degrees: float) -> None:
        """A word across the page, for the watermark."""
        if not self.drawing:
            return
        canvas = self._canvas
        canvas.saveState()
        canvas.translate(*centre)
        canvas.rotate(degrees)
        canvas.setFillColor(_colour(colour))
        canvas.setFont(self._names[True], size)
        canvas.drawCentredString(0, -size / 3, text)
        canvas.restoreState()

    def link(self, key: str, x: float, y: float, width: float, height: float) -> None:
        """A clickable area that leads to the bookmark ``key``, which may come later."""
        if self.drawing and self.linking:
            self._canvas.linkRect("", key, (x, y, x + width, y + height), thickness=0)

    def bookmark(self, key: str, top: float) -> None:
        """A place that links lead to."""
        if self.drawing:
            self._canvas.bookmarkHorizontal(key, 0, top)

    def outline(self, key: str, title: str, level: int) -> None:
        """A line of the reader's side bar; ``key`` must be bookmarked."""
        if self.drawing and self.linking:
            self._canvas.addOutlineEntry(title, key, level, level > 0)

    def place_form(self, name: str) -> None:
        """Show the form ``name``, which may be drawn later, at its own coordinates."""
        if self.drawing:
            self._canvas.doForm(name)

    def place_form_at(self, name: str, x: float, y: float) -> None:
        """Show the form ``name`` with its origin at x, y."""
        if not self.drawing:
            return
        canvas = self._canvas
        canvas.saveState()
        canvas.translate(x, y)
        canvas.doForm(name)
        canvas.restoreState()

    def draw_form(self, name: str, size: Point, draw: Callable[[], None]) -> None:
        """Draw what stands in a form, after the pages that show it."""
        self._canvas.beginForm(name, 0, 0, *size)
        draw()
        self._canvas.endForm()

    def end_page(self) -> None:
        """The page is done; the next drawing is on a new one."""
        if self.drawing:
            self._canvas.showPage()

    def finish(self) -> None:
        """Write the document."""
        self._canvas.save()


def _colour(colour: str) -> Any:
    from reportlab.lib.colors import HexColor

    return HexColor(colour)
