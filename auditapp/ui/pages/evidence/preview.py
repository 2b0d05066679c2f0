"""What an item looks like: its picture, its words, the first page of a PDF; all in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtWidgets import (
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from auditapp.ops.queries.evidence import evidence_bytes
from auditapp.reports.preview import page_png
from auditapp.ui.pages.evidence.words import KIND_ICONS
from auditapp.ui.pages.records.layout import label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from auditapp.errors import UserError
    from auditapp.jobs.progress import Progress
    from auditapp.ops.queries.evidence import Record
    from auditapp.ui.context import AppContext

LONGEST: Final = 1200
"""A preview is never larger than this on a side (pixels)."""
MOST_BYTES: Final = 32 * 1024 * 1024
MOST_PIXELS: Final = 80_000_000
TEXTS: Final = ("text/plain", "text/csv", "text/html", "application/json", "text/markdown")
MOST_TEXT: Final = 20_000


class EvidencePreview(QWidget):
    """Shows one item; give it a record with :meth:`show_record`, or None."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._token = 0
        self._image = QImage()
        self._shown: tuple[object, ...] = ()
        self._stack = QStackedWidget(self)
        self._picture = QLabel(self)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._words = QPlainTextEdit(self)
        self._words.setReadOnly(True)
        self._words.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self._words.setStyleSheet("border: 0; background: transparent; padding: 4px")
        self._sentence = label(self, "muted", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for widget in (self._sentence, self._picture, self._words):
            self._stack.addWidget(widget)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)

    @property
    def image(self) -> QImage:
        """The picture that is shown; null when none is."""
        return self._image

    @property
    def words(self) -> str:
        """The text that is shown; empty when none is."""
        return self._words.toPlainText() if self._stack.currentIndex() == 2 else ""

    def show_record(self, record: Record | None) -> None:
        """Show an item; what takes time comes a moment later."""
        mark: tuple[object, ...] = ()
        if record is not None:
            mark = (record.id, record.body, record.sha256, self._context.lang)
        if mark == self._shown:
            return
        self._shown = mark
        self._token += 1
        self._image = QImage()
        if record is None:
            self._say("")
        elif record.body:
            self._say_words(record.body)
        elif record.storage == "linked":
            self._say(self.tr("The file is linked; open it to see it."))
        elif record.sha256 is None:
            self._say(record.reference or self._context.texts.enum(record.kind))
        else:
            self._show_bytes(record)

    def retranslate(self) -> None:
        """Name it."""
        self._words.setAccessibleName(self.tr("Preview"))
        self._picture.setAccessibleName(self.tr("Preview"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture."""
        super().resizeEvent(event)
        self._fit()

    def _show_bytes(self, record: Record) -> None:
        media = record.media_type or ""
        is_shown = media.startswith("image/") or media == "application/pdf" or media in TEXTS
        if not is_shown or record.sha256 is None or (record.size or 0) > MOST_BYTES:
            picture = self._context.icons.pixmap(KIND_ICONS[record.kind], "muted", 48)
            self._picture.setPixmap(picture)
            self._stack.setCurrentIndex(1)
            return
        data = evidence_bytes(self._context.audit, record.sha256)
        if data is None:
            self._say(self.tr("The bytes of this item are not in this file; title and hash stay."))
        elif media in TEXTS:
            self._say_words(data[:MOST_TEXT].decode("utf-8", "replace"))
        else:
            self._say("…")
            self._begin(data, is_pdf=media == "application/pdf")

    def _begin(self, data: bytes, *, is_pdf: bool) -> None:
        token = self._token

        def work(progress: Progress) -> QImage:
            progress.check()
            return decode(page_png(data, 0, LONGEST) if is_pdf else data)

        def done(image: QImage) -> None:
            if isValid(self) and token == self._token:
                self._show_image(image)

        def failed(error: UserError) -> None:
            if isValid(self) and token == self._token:
                self._say(self._context.texts.error(error))

        # The pool with one thread: PDFium is called from no other.
        self._context.jobs.run(work, done, on_error=failed, uses_audit=True)

    def _show_image(self, image: QImage) -> None:
        if image.isNull():
            self._say(self.tr("There is no preview of this file."))
            return
        self._image = image
        self._stack.setCurrentIndex(1)
        self._fit()

    def _fit(self) -> None:
        if self._image.isNull():
            return
        ratio = self.devicePixelRatioF()
        room = QSize(max(self.width() - 8, 16), max(self.height() - 8, 16)) * ratio
        size = self._image.size()
        if size.width() > room.width() or size.height() > room.height():
            size.scale(room, Qt.AspectRatioMode.KeepAspectRatio)
        pixmap = QPixmap.fromImage(
            self._image.scaled(
                size,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
        pixmap.setDevicePixelRatio(ratio)
        self._picture.setPixmap(pixmap)

    def _say_words(self, words: str) -> None:
        self._words.setPlainText(words)
        self._stack.setCurrentIndex(2)

    def _say(self, sentence: str) -> None:
        self._sentence.setText(sentence)
        self._stack.setCurrentIndex(0)


def decode(data: bytes) -> QImage:
    """A picture no larger than a preview; null for what is no picture or unpacks too large."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        if size.width() * size.height() > MOST_PIXELS:
            return QImage()
        if max(size.width(), size.height()) > LONGEST:
            size.scale(LONGEST, LONGEST, Qt.AspectRatioMode.KeepAspectRatio)
            reader.setScaledSize(size)
    return reader.read()
