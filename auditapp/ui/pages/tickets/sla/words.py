"""Limits and what is wrong with them, in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from auditapp.ops.sla_reading import Read
    from auditapp.texts import Texts
    from auditapp.tickets.clocks.model import Unit

translate = QCoreApplication.translate
_LIMIT: Final = re.compile(r"(\d+(?:\.\d+)?)([a-z]+)")


def limit_words(limit: str | None, texts: Texts) -> str:
    """``30min`` as people say it; a dash where none is laid down."""
    parts = _LIMIT.fullmatch(limit or "")
    return "—" if parts is None else texts.say(f"sla_limit.{parts[2]}", n=parts[1])


def problem_words(read: Read, unit: Unit | None, texts: Texts) -> str:
    """Why a cell was not taken."""
    counted = "" if unit is None else texts.say(f"sla_unit.{unit.value}")
    return texts.say(f"sla_cell.{read.problem}", text=read.text[:40], unit=counted)


def tier_name(tier: str) -> str:
    """A customer tier, or all of them."""
    named = {
        "": translate("SlaWords", "All tiers"),
        "vip": translate("SlaWords", "VIP"),
        "standard": translate("SlaWords", "Standard"),
        "other": translate("SlaWords", "Other"),
    }
    return named.get(tier, tier)
