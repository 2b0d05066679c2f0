"""Verifying a file with all that ops know about it: what sign-offs cover."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from auditapp.errors import UserError
from auditapp.ops.signoffs import Subject, covered_hash
from auditapp.store import driver
from auditapp.store.migrate import HEAD_REVISION, peek
from auditapp.store.sessions import session_on
from auditapp.store.verify import VerifyReport, verify

if TYPE_CHECKING:
    from pathlib import Path

    from auditapp.store.driver import Connection


def verify_file(path: Path, *, head: str | None = None) -> VerifyReport:
    """Check a file without writing anything; raises as ``auditapp.store.verify.verify`` does.

    Sign-offs of a file with an older schema are checked for their heads only.
    """
    driver.require_audit(path)
    try:
        revision, _ = peek(path)
    except UserError:
        # Too damaged to say: verify tells how.
        revision = ""
    covers = covers_of if revision == HEAD_REVISION else None
    return verify(path, head=head, covers=covers)


def covers_of(connection: Connection, subject: str, subject_id: bytes) -> str | None:
    """What a sign-off on a subject covers, as it stands in a database."""
    if subject not in {member.value for member in Subject}:
        return None
    with session_on(connection) as session:
        return covered_hash(session, Subject(subject), uuid.UUID(bytes=subject_id))
