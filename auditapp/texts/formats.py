"""How numbers, dates, times, sizes and lists are written in each language.

Nothing here reads the machine's locale: a report must look the same on every machine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditapp.domain.vocabulary import Lang

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime, tzinfo

DASH: Final = "—"
_MONTHS: Final = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip
_SIZES: Final = ("B", "kB", "MB", "GB", "TB")


def write_number(value: float, decimals: int | None = None) -> str:
    """A number with thousands commas; ``decimals`` fixes the digits, else at most two are kept."""
    if decimals is not None:
        return _no_minus_zero(f"{value:,.{decimals}f}")
    if isinstance(value, int):
        return f"{value:,}"
    text = f"{value:,.2f}"
    return _no_minus_zero(text.rstrip("0").rstrip("."))


def write_percent(share: float, decimals: int = 0) -> str:
    """A share of 1 as per cent: 0.7123 -> ``71%``."""
    return _no_minus_zero(f"{share * 100:,.{decimals}f}") + "%"


def write_date(value: date, lang: Lang) -> str:
    """A calendar date in words: ``23 Nov 2026`` or ``2026年11月23日``."""
    if lang is Lang.ZH:
        return f"{value.year}年{value.month}月{value.day}日"
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def write_time(value: datetime, lang: Lang, zone: tzinfo | None = None) -> str:
    """An aware time in ``zone`` (default: this machine's), to the minute.

    Raises ValueError for a time without a zone: the file stores UTC, and guessing would lie.
    """
    if value.tzinfo is None:
        msg = "a time needs its zone"
        raise ValueError(msg)
    local = value.astimezone(zone)
    return f"{write_date(local.date(), lang)} {local:%H:%M}"


def write_size(count: int) -> str:
    """A number of bytes in steps of 1000: ``1.5 MB``."""
    size = float(count)
    unit = _SIZES[0]
    for unit in _SIZES:
        # 999.95 would round up to "1000.0" of the smaller unit.
        if size < 999.95 or unit == _SIZES[-1]:
            break
        size /= 1000
    return f"{count} B" if unit == _SIZES[0] else f"{size:.1f} {unit}"


def write_list(items: Sequence[str], lang: Lang) -> str:
    """Items joined with ``、`` in Chinese and a comma in English; an empty list is a dash."""
    if not items:
        return DASH
    return ("、" if lang is Lang.ZH else ", ").join(items)


def _no_minus_zero(text: str) -> str:
    """``-0`` and ``-0.00`` read as an error of ours; they are zero."""
    return text[1:] if text.startswith("-") and not text.strip("-0.,") else text
