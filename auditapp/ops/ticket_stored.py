"""How exceptions are kept in the audit: one JSON array a line, as bytes stored by their hash."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast

if TYPE_CHECKING:
    from collections.abc import Iterable

STORED: Final = 1000
"""Exceptions of a rule that the audit file itself keeps."""
SECOND_SOURCE: Final = "second_source"
"""The profile of a run that matched a contact sample: it stands beside the latest run of rules."""


@dataclass(frozen=True, slots=True)
class StoredException:
    """A failing ticket as it is kept; ``at`` is local, as text; empty texts: not given."""

    position: int
    row_no: int
    ticket: str
    value: float | None
    reason: str
    at: str
    unit: str
    channel: str
    category: str


def write_exceptions(rows: Iterable[StoredException]) -> bytes:
    """The bytes of exceptions: the same rows give the same bytes."""
    lines = [
        json.dumps(
            [
                row.row_no,
                row.ticket,
                row.value,
                row.reason,
                row.at,
                row.unit,
                row.channel,
                row.category,
            ],
            ensure_ascii=False,
            separators=(",", ":"),
        )
        for row in rows
    ]
    return "\n".join(lines).encode()


def parse_exceptions(data: bytes | None) -> tuple[StoredException, ...]:
    """The exceptions of stored bytes; none where the bytes were taken out."""
    if not data:
        return ()
    lines = (cast("list[Any]", json.loads(line)) for line in data.decode().split("\n"))
    return tuple(StoredException(position, *cells) for position, cells in enumerate(lines))
