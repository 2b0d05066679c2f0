"""What the evidence page asks beside the queries: files on this machine, and where items can go."""

from __future__ import annotations

import hashlib
import mimetypes
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from auditapp.domain.vocabulary import Storage
from auditapp.errors import UserError
from auditapp.ops.evidence import MAX_EMBEDDED, Content
from auditapp.ops.queries.content import questions
from auditapp.ops.queries.findings import load_findings
from auditapp.ops.queries.printed import Languages, languages_of

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from auditapp.jobs.progress import Progress
    from auditapp.ops.queries.content import Asked, PackShelf
    from auditapp.ops.queries.findings import FindingRow
    from auditapp.store.audit_file import AuditFile

_READ: Final = 1 << 20
_KIB: Final = 1024


class LinkState(StrEnum):
    """What became of a linked file."""

    PRESENT = "present"
    CHANGED = "changed"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Targets:
    """What an item can support: questions in units, and findings that are not withdrawn."""

    asked: tuple[Asked, ...]
    findings: tuple[FindingRow, ...]


def is_too_large(path: Path) -> bool:
    """Whether a file is larger than what is embedded; False when it cannot be looked at."""
    try:
        return path.stat().st_size > MAX_EMBEDDED
    except OSError:
        return False


def link_file(path: Path, progress: Progress) -> Content:
    """As ``content_of_link``, telling how far it is and stopping when asked.

    Raises UserError ``file_not_found``, ``file_unreadable``.
    """
    sha256, size = _hashed(path, progress)
    media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return Content(Storage.LINKED, sha256, size, media_type, path.name, path=str(path.resolve()))


def look_at_link(path: str, sha256: str, progress: Progress) -> LinkState:
    """Whether a linked file is on this machine and still what was recorded (its hash)."""
    try:
        found, _ = _hashed(Path(path), progress)
    except UserError:
        return LinkState.MISSING
    return LinkState.PRESENT if found == sha256 else LinkState.CHANGED


def targets(audit: AuditFile, shelf: PackShelf, *, today: date) -> Targets:
    """Everything that an item of evidence can be linked to, in reading order."""
    rows = audit.read(lambda session: load_findings(session, today=today))
    return Targets(
        questions(audit, shelf),
        tuple(row for row in rows if row.record.withdrawn_reason is None),
    )


def languages(audit: AuditFile) -> Languages:
    """The audit's main and second language."""
    return audit.read(languages_of)


def unit_of_finding(audit: AuditFile, finding_id: UUID, *, today: date) -> UUID | None:
    """The unit of a finding, for evidence that is added to it."""

    def work(session: Session) -> UUID | None:
        rows = load_findings(session, today=today, ids=[finding_id])
        return rows[0].record.unit_id if rows else None

    return audit.read(work)


def _hashed(path: Path, progress: Progress) -> tuple[str, int]:
    digest, done = hashlib.sha256(), 0
    try:
        total = path.stat().st_size // _KIB
        with path.open("rb") as stream:
            while piece := stream.read(_READ):
                digest.update(piece)
                done += len(piece)
                progress.report(done // _KIB, total)
    except FileNotFoundError as error:
        raise UserError("file_not_found", path=path.name) from error
    except OSError as error:
        raise UserError("file_unreadable", path=path.name) from error
    return digest.hexdigest(), done
