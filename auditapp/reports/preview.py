"""Pages of a PDF as pictures, for the window's preview.

PDFium is not safe to call from several threads: all calls of a process belong to one thread.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, Self

from auditapp.errors import UserError

if TYPE_CHECKING:
    from types import TracebackType


class Preview:
    """An open PDF whose pages can be rendered. Use it as a context manager, or close it."""

    def __init__(self, data: bytes) -> None:
        """Open a PDF from its bytes. Raises UserError ``preview_failed``."""
        from importlib import import_module

        # It has no type stubs; imported so, it is plainly untyped.
        pypdfium2: Any = import_module("pypdfium2")
        try:
            self._document: Any = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise UserError("preview_failed") from error

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._document)

    def png(self, index: int, width: int) -> bytes:
        """Page ``index`` (from 0) as a PNG that is ``width`` pixels wide."""
        page = self._document[index]
        try:
            scale = width / page.get_width()
            image = page.render(scale=scale).to_pil()
        finally:
            page.close()
        out = BytesIO()
        image.save(out, "PNG", compress_level=1)
        return out.getvalue()

    def close(self) -> None:
        """Let go of the document."""
        self._document.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def page_png(data: bytes, index: int, width: int) -> bytes:
    """Page ``index`` (from 0) of a PDF as a PNG that is ``width`` pixels wide."""
    with Preview(data) as preview:
        return preview.png(index, width)
