"""The time of a step: the clock's, but never before the latest step of the file."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from auditapp.store.models.columns import parse_utc, utc_text

if TYPE_CHECKING:
    from datetime import datetime

_TICK: Final = timedelta(microseconds=1)


def next_stamp(now: datetime, last: str) -> str:
    """The stored time of the next step after one at ``last`` (empty: none yet)."""
    stamp = utc_text(now)
    return stamp if stamp > last else utc_text(parse_utc(last) + _TICK)
