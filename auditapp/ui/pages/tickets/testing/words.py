"""Figures of rules in words: rates, values with their unit, reasons, verdicts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtCore import QCoreApplication

from auditapp.ops.queries.ticket_rows import COLOURED_FROM

if TYPE_CHECKING:
    from auditapp.domain.vocabulary import Lang
    from auditapp.ops.queries.ticket_rows import BoardRow, ResultDetail
    from auditapp.texts import Texts
    from auditapp.ui.theme import Token

translate = QCoreApplication.translate

CANNOT: Final = frozenset({"missing", "unreadable", "negative", "window", "calendar", "parameter"})
"""Reasons for which a ticket cannot be tested; every other reason is one of failing."""
JUDGED: Final = frozenset({"clock", "condition", "clusters", "second_source"})
"""Kinds whose failing tickets say something by themselves; a ratio needs a threshold."""
_GRAVE: Final = frozenset({"minor", "major"})
_SHARE: Final = re.compile(r"(>=|<=)(\d+(?:\.\d+)?)\Z")
_LIMITS: Final = re.compile(r"((?:\d+(?:\.\d+)?/)*\d+(?:\.\d+)?)(min|h|d|cd|wd|wmin)\Z")


def unit_word(unit: str) -> str:
    """The unit of a measured value, short."""
    words = {
        "min": translate("TicketTest", "min"),
        "h": translate("TicketTest", "h"),
        "d": translate("TicketTest", "d"),
        "cd": translate("TicketTest", "calendar days"),
        "wd": translate("TicketTest", "working days"),
        "wmin": translate("TicketTest", "working min"),
        "tickets": translate("TicketTest", "tickets"),
    }
    return words.get(unit, unit)


def value_text(value: float | None, unit: str, texts: Texts) -> str:
    """A measured value with its unit."""
    if value is None:
        return "–"
    shown = texts.number(value, None if value == int(value) else 1)
    return f"{shown} {unit_word(unit)}".strip()


def limit_text(limit: str | None) -> str:
    """A limit as the rule writes it, its unit in words."""
    share = _SHARE.match(limit or "")
    if share is not None:
        sign = "≥" if share[1] == ">=" else "≤"
        number = float(share[2])
        return f"{sign} {100 * number:g} %" if number <= 1 else f"{sign} {number:g}"
    parts = _LIMITS.match(limit or "")
    if parts is None:
        return limit or ""
    return f"{parts[1].replace('/', ' / ')} {unit_word(parts[2])}"


def limits_of(detail: ResultDetail) -> tuple[float, ...]:
    """Where limits are drawn: one for all, else the steps that the rule names in its unit."""
    histogram = detail.histogram
    if histogram is None:
        return ()
    if histogram.limit is not None:
        return (histogram.limit,)
    parts = _LIMITS.match(detail.row.limit or "")
    if parts is None or parts[2] != histogram.unit:
        return ()
    return tuple(sorted({float(it) for it in parts[1].split("/")}))


def share_text(row: BoardRow, texts: Texts) -> str:
    """The rate, or n/N where too few could be tested to name one."""
    if not row.denominator:
        return "–"
    if row.denominator < COLOURED_FROM:
        return fraction(row, texts)
    if row.rate is not None and row.rate > 1:
        return texts.number(row.rate, 1)
    return texts.percent(row.rate, 1)


def fraction(row: BoardRow, texts: Texts) -> str:
    """Numerator and denominator."""
    return f"{texts.number(row.numerator)} / {texts.number(row.denominator)}"


def colour_of(row: BoardRow) -> tuple[Token, str]:
    """Colour and sign of a rate: none below 30 tickets, for a template, or without a judgement."""
    if not row.coloured:
        return "text", ""
    if row.met is True:
        return "conforming", "✓"
    if row.met is False:
        return "minor", "!"
    if row.kind not in JUDGED or row.severity not in _GRAVE:
        return "text", ""
    if not row.counts.failed:
        return "conforming", "✓"
    return ("major", "‼") if row.severity == "major" else ("minor", "!")


def reason_name(code: str, names: object, texts: Texts) -> str:
    """A reason in words: the rule's own name for it, else the program's."""
    own = _own(code, names, texts.lang)
    if own:
        return own
    key = f"ticket_reason.{code}"
    return texts.say(key) if texts.has(key) else code.replace("_", " ")


def plain_map(value: object) -> dict[str, Any]:
    """A stored JSON object; anything else is empty."""
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def plain_list(value: object) -> list[dict[str, Any]]:
    """A stored JSON list of objects; anything else is empty."""
    return cast("list[dict[str, Any]]", value) if isinstance(value, list) else []


def _own(code: str, names: object, lang: Lang) -> str:
    return str(plain_map(plain_map(names).get(code)).get(lang.value, ""))


def marks_of(row: BoardRow, texts: Texts) -> list[str]:
    """What must stand beside a figure: template, completeness."""
    marks: list[str] = []
    if row.template:
        marks.append(texts.say("ticket_mark.template"))
    if not row.complete:
        marks.append(texts.say("ticket_mark.not_complete"))
    return marks
