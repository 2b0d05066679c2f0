"""From files and pictures to evidence: what each becomes, read away from the window's thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from auditapp.domain.vocabulary import EvidenceKind
from auditapp.errors import UserError
from auditapp.ops import evidence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QMimeData

    from auditapp.jobs.progress import Progress
    from auditapp.ops.evidence import Content

PICTURES: Final = frozenset({".jpg", ".jpeg", ".png", ".webp", ".bmp", ".tif", ".tiff", ".gif"})


@dataclass(frozen=True)
class Taken:
    """A file or picture that was read: what it becomes, and what it is called at first."""

    kind: EvidenceKind
    content: Content
    title: str

    @property
    def is_linked(self) -> bool:
        """Whether it stays where it is, because it is too large."""
        return self.content.path is not None


@dataclass(frozen=True)
class Intake:
    """What could be read, and why the rest could not."""

    taken: tuple[Taken, ...]
    refused: tuple[UserError, ...]


def read_files(paths: Sequence[Path]) -> Callable[[Progress], Intake]:
    """A job that reads files; pictures become photos, what is too large is linked."""

    def work(progress: Progress) -> Intake:
        taken: list[Taken] = []
        refused: list[UserError] = []
        for number, path in enumerate(paths):
            progress.report(number, len(paths))
            try:
                taken.append(_read(path))
            except UserError as error:
                refused.append(error)
        return Intake(tuple(taken), tuple(refused))

    return work


def read_picture(data: bytes, title: str) -> Callable[[Progress], Intake]:
    """A job that prepares a pasted picture as a screenshot."""

    def work(progress: Progress) -> Intake:
        del progress
        kind = EvidenceKind.SCREENSHOT
        content = evidence.content_of_bytes(data, "screenshot.png", kind=kind)
        return Intake((Taken(kind, content, title),), ())

    return work


def picture_of(source: QMimeData) -> bytes | None:
    """The picture of a clipboard or drop as PNG; None where there is none."""
    image = source.imageData()
    if not isinstance(image, QImage) or image.isNull():
        return None
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # pyright: ignore[reportCallIssue, reportArgumentType]
    return bytes(buffer.data().data())


def files_of(source: QMimeData) -> list[Path]:
    """The local files of a clipboard or drop; audit files are the window's to open."""
    paths = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
    return [path for path in paths if path.is_file() and path.suffix.lower() != ".audit"]


def _read(path: Path) -> Taken:
    title = path.stem
    try:
        if path.stat().st_size > evidence.MAX_EMBEDDED:
            return Taken(EvidenceKind.FILE, evidence.content_of_link(path), title)
    except OSError as error:
        raise UserError("file_not_found", path=path.name) from error
    kind = EvidenceKind.PHOTO if path.suffix.lower() in PICTURES else EvidenceKind.FILE
    return Taken(kind, evidence.content_of_file(path, kind=kind), title)
