"""The canonical encoding of steps: what is hashed, byte by byte.

docs/audit-file.md describes it so that a stranger can check a file with sqlite3, json and hashlib.
A value enters a step only as SHA-256(salt + encoded value). An erased value is gone from the file;
its 32-byte digest then stands where its 16-byte salt was, so the chain still verifies.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Cell = int | str | bytes | None
ArgValue = str | int | bool | None | list[str]

SALT_BYTES: Final = 16
DIGEST_BYTES: Final = 32


def new_salt() -> bytes:
    """A fresh salt for one value."""
    return secrets.token_bytes(SALT_BYTES)


def encode_cell(value: Cell) -> bytes:
    """The bytes of a value: a type letter, then its content."""
    if value is None:
        return b"n"
    if isinstance(value, int):
        return b"i%d" % value
    if isinstance(value, str):
        return b"t" + value.encode()
    return b"b" + value


def cell_digest(salt: bytes, value: Cell) -> bytes:
    """SHA-256 over salt and encoded value; of an erased value the digest that replaced its salt."""
    if len(salt) == DIGEST_BYTES:
        return salt
    return hashlib.sha256(salt + encode_cell(value)).digest()


@dataclass(frozen=True, slots=True)
class CellChange:
    """One changed cell of a step, salts included."""

    table: str
    row_id: bytes
    kind: str
    field: str
    before: Cell
    after: Cell
    salt_before: bytes
    salt_after: bytes

    def digest_row(self) -> list[str]:
        """What enters the step's hash."""
        return [
            self.table,
            self.row_id.hex(),
            self.kind,
            self.field,
            cell_digest(self.salt_before, self.before).hex(),
            cell_digest(self.salt_after, self.after).hex(),
        ]


@dataclass(frozen=True, slots=True)
class StepHead:
    """Everything of a step but its changes; ids and hashes as lowercase hex."""

    writer_id: str
    seq: int
    parents: tuple[str, ...]
    at: str
    actor_id: str | None
    op: str
    args: str
    gesture: str
    undoes: str | None
    revision: str


def canonical_json(value: object) -> str:
    """JSON with sorted keys, no spaces, UTF-8 left as it is."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def encode_args(args: Mapping[str, ArgValue]) -> str:
    """The stored form of an op's arguments (codes and ids, never texts)."""
    return canonical_json(dict(args))


def step_hash(head: StepHead, changes: Iterable[CellChange]) -> bytes:
    """The hash of a step: SHA-256 over the canonical JSON of its head and its changes' digests."""
    body = {
        "format": 1,
        "writer": head.writer_id,
        "seq": head.seq,
        "parents": list(head.parents),
        "at": head.at,
        "actor": head.actor_id,
        "op": head.op,
        "args": json.loads(head.args),
        "gesture": head.gesture,
        "undoes": head.undoes,
        "revision": head.revision,
        "changes": [change.digest_row() for change in changes],
    }
    return hashlib.sha256(canonical_json(body).encode()).digest()


def join_parents(parents: Iterable[bytes]) -> bytes:
    """The stored form of a step's parents: their 32-byte hashes, sorted, one after another."""
    return b"".join(sorted(parents))


def split_parents(stored: bytes) -> tuple[bytes, ...]:
    """The parents of a stored step."""
    step = DIGEST_BYTES
    return tuple(stored[i : i + step] for i in range(0, len(stored), step))
