"""Bytes in the file: once per SHA-256, in pieces of 1 MiB, outside the journal."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditapp.store.driver import Connection

PIECE: Final = 1 << 20


class BlobStore:
    """Reads and writes the ``blob`` table of one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, data: bytes) -> str:
        """Store bytes unless they are there; returns their SHA-256 as hex."""
        sha256 = hashlib.sha256(data).hexdigest()
        if not self.has(sha256):
            pieces = range(0, max(len(data), 1), PIECE)
            self._connection.executemany(
                "INSERT INTO blob (sha256, n, piece) VALUES (?, ?, ?)",
                ((sha256, n, data[start : start + PIECE]) for n, start in enumerate(pieces)),
            )
        return sha256

    def has(self, sha256: str) -> bool:
        """Whether bytes with this hash are in the file."""
        row = self._connection.execute(
            "SELECT 1 FROM blob WHERE sha256 = ? AND n = 0", (sha256,)
        ).fetchone()
        return row is not None

    def get(self, sha256: str) -> bytes | None:
        """The bytes with this hash, or None."""
        pieces = list(self.pieces(sha256))
        return b"".join(pieces) if pieces else None

    def pieces(self, sha256: str) -> Iterator[bytes]:
        """The pieces in order, each fetched by a query of its own (no cursor stays open)."""
        n = 0
        while True:
            row = self._connection.execute(
                "SELECT piece FROM blob WHERE sha256 = ? AND n = ?", (sha256, n)
            ).fetchone()
            if row is None:
                return
            yield bytes(row[0])
            n += 1

    def remove(self, sha256: str) -> None:
        """Take bytes out for good: only erase and compact do this."""
        self._connection.execute("DELETE FROM blob WHERE sha256 = ?", (sha256,))
