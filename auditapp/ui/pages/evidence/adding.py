"""Taking evidence in without a dialog: dropped files, pasted pictures; large files are linked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Signal
from PySide6.QtGui import QImageWriter
from shiboken6 import isValid

from auditapp.domain.vocabulary import EvidenceKind, Lang
from auditapp.errors import UserError
from auditapp.ops import evidence as ops
from auditapp.ops.queries import evidence_extra
from auditapp.store.op import uuid7
from auditapp.ui.pages.records.asking import ask_yes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from uuid import UUID

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from auditapp.jobs.progress import Progress
    from auditapp.ui.context import AppContext

PICTURES: Final = frozenset(
    {".jpg", ".jpeg", ".png", ".webp", ".bmp", ".gif", ".tif", ".tiff", ".mpo"}
)
Read = tuple[Path, EvidenceKind, "ops.Content | UserError"]


@dataclass(frozen=True, slots=True)
class AddTarget:
    """What new evidence is for: answers (question, unit), a finding, an action, or nothing yet."""

    answers: tuple[tuple[str, UUID], ...] = ()
    unit_id: UUID | None = None
    finding_id: UUID | None = None
    action_id: UUID | None = None


class EvidenceAdder(QObject):
    """Reads files beside the window and adds them as evidence; one gesture a call.

    ``target`` may be set anew before each call. Refusals reach the window by the context.

    Signals:
        added: the ids of the new items (tuple of UUID).
    """

    added = Signal(object)

    def __init__(self, context: AppContext, owner: QWidget) -> None:
        super().__init__(owner)
        self._context = context
        self._owner = owner
        self.target = AddTarget()

    def add_files(
        self,
        paths: Iterable[Path],
        *,
        facts: ops.EvidenceFacts | None = None,
        kind: EvidenceKind | None = None,
        keep_original: bool = False,
    ) -> None:
        """Add files; pictures as photos unless ``kind`` says otherwise; large ones after a yes."""
        listed = [path for path in paths if path.is_file()]
        large = [path for path in listed if evidence_extra.is_too_large(path)]

        def go() -> None:
            self._read(listed, facts or ops.EvidenceFacts(), kind, keep_original=keep_original)

        if large:
            names = "\n".join(path.name for path in large[:6])
            ask_yes(
                self._owner,
                self.tr("Link large files?"),
                self.tr(
                    "These files are larger than {limit} MB. Their path and SHA-256 are recorded "
                    "and the files stay where they are:\n{names}"
                ).format(limit=ops.MAX_EMBEDDED >> 20, names=names),
                self.tr("Link"),
                go,
            )
        elif listed:
            go()

    def add_image(self, image: QImage, facts: ops.EvidenceFacts | None = None) -> UUID | None:
        """Add a pasted picture as a screenshot; its title is the moment."""
        now = self._context.audit.now().astimezone()
        name = f"{now:%Y-%m-%d %H-%M-%S}.png"
        title = self.tr("Screenshot {time}").format(time=f"{now:%Y-%m-%d %H:%M}")
        known = facts or ops.EvidenceFacts()
        if not any(known.title.values()):
            known = replace(known, title={self._main(): title})
        try:
            content = ops.content_of_bytes(png_of(image), name, kind=EvidenceKind.SCREENSHOT)
        except UserError as error:
            self._context.refused.emit(error)
            return None
        added = self.add(EvidenceKind.SCREENSHOT, known, content, uuid7())
        if added is not None:
            self.added.emit((added,))
        return added

    def take(self, data: QMimeData) -> bool:
        """Add what the clipboard or a drop holds: files or a picture; says whether it could."""
        paths = local_files(data)
        if paths:
            self.add_files(paths)
            return True
        image = image_of(data)
        return image is not None and self.add_image(image) is not None

    def add(
        self,
        kind: EvidenceKind,
        facts: ops.EvidenceFacts,
        content: ops.Content | None,
        gesture: UUID,
    ) -> UUID | None:
        """Add one item to the target; None when it was refused (the window said why)."""
        target = self.target
        known = facts if facts.unit_id else replace(facts, unit_id=target.unit_id)
        try:
            op = ops.add_evidence(
                kind, known, content, answers=target.answers, proves_action=target.action_id
            )
        except UserError as error:
            self._context.refused.emit(error)
            return None
        outcome = self._context.perform(op, gesture=gesture)
        if outcome is None:
            return None
        if target.finding_id is not None:
            link = ops.link_to_finding(outcome.value, target.finding_id)
            self._context.perform(link, gesture=gesture)
        return outcome.value

    def _read(
        self,
        paths: Sequence[Path],
        facts: ops.EvidenceFacts,
        kind: EvidenceKind | None,
        *,
        keep_original: bool,
    ) -> None:
        def work(progress: Progress) -> list[Read]:
            return read_files(paths, kind, progress, keep_original=keep_original)

        def done(found: list[Read]) -> None:
            if isValid(self) and self._context.is_open:
                self._take_in(found, facts)

        self._context.jobs.run(work, done, title=self.tr("Reading evidence files"), blocking=True)

    def _take_in(self, found: list[Read], facts: ops.EvidenceFacts) -> None:
        gesture = uuid7()
        added: list[UUID] = []
        for path, kind, content in found:
            if isinstance(content, UserError):
                self._context.refused.emit(content)
                continue
            known = facts
            if len(found) > 1 or not any(known.title.values()):
                known = replace(known, title={self._main(): path.stem})
            new = self.add(kind, known, content, gesture)
            if new is None:
                break
            added.append(new)
        if added:
            self.added.emit(tuple(added))

    def _main(self) -> Lang:
        return evidence_extra.languages(self._context.audit).main


def read_files(
    paths: Sequence[Path],
    kind: EvidenceKind | None,
    progress: Progress,
    *,
    keep_original: bool,
) -> list[Read]:
    """The job: each file's content, or why it cannot be read."""
    found: list[Read] = []
    for number, path in enumerate(paths):
        progress.report(number * 100, len(paths) * 100)
        as_kind = kind or kind_of(path)
        part = progress.part(number * 100, number * 100 + 100, len(paths) * 100)
        if evidence_extra.is_too_large(path):
            as_kind = EvidenceKind.FILE
            content = _tried(lambda: evidence_extra.link_file(path, part))  # noqa: B023  (at once)
        else:
            content = _tried(
                lambda: ops.content_of_file(path, kind=as_kind, keep_original=keep_original)  # noqa: B023
            )
        found.append((path, as_kind, content))
    return found


def kind_of(path: Path) -> EvidenceKind:
    """What a file is taken for when nobody says: a picture is a photo."""
    return EvidenceKind.PHOTO if path.suffix.lower() in PICTURES else EvidenceKind.FILE


def local_files(data: QMimeData) -> list[Path]:
    """The files of a drop or of the clipboard; folders and audit files are left out."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.is_file() and path.suffix.lower() != ".audit"]


def image_of(data: QMimeData) -> QImage | None:
    """The picture of a drop or of the clipboard."""
    from PySide6.QtGui import QImage

    found: object = data.imageData() if data.hasImage() else None
    return found if isinstance(found, QImage) and not found.isNull() else None


def png_of(image: QImage) -> bytes:
    """A picture as PNG bytes."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())


def _tried(read: Callable[[], ops.Content]) -> ops.Content | UserError:
    try:
        return read()
    except UserError as error:
        return error
