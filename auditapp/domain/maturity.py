"""Maturity of twelve domains on five levels: a figure beside the result, never part of a score.

Level n needs every descriptor up to level n met with evidence; the result is where the lowest unmet
level begins, and the whole is as mature as its weakest domain (domain notes §4.6).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


class MaturityDomain(StrEnum):
    """The twelve domains that are rated."""

    COMMITMENT = "commitment"
    CONTEXT = "context"
    CAPACITY = "capacity"
    COMPETENCE = "competence"
    ACCESSIBILITY = "accessibility"
    RECORDING = "recording"
    TIMELINESS = "timeliness"
    INVESTIGATION = "investigation"
    REMEDY = "remedy"
    LEARNING = "learning"
    ASSURANCE = "assurance"
    DATA_PROTECTION = "data_protection"


class MaturityLevel(IntEnum):
    """The five levels, in the style of ISO 9004."""

    REACTIVE = 1
    REPEATABLE = 2
    DEFINED = 3
    MANAGED = 4
    LEADING = 5


@dataclass(frozen=True, slots=True)
class Maturity:
    """The whole: its level (None while nothing is rated), the weakest domains, the unrated ones."""

    level: MaturityLevel | None
    weakest: tuple[MaturityDomain, ...]
    unrated: tuple[MaturityDomain, ...]


def level_of(met: Collection[MaturityLevel]) -> MaturityLevel:
    """A domain's level from the levels whose descriptors are all met with evidence.

    Level 1 is where everybody starts; a gap stops the climb, whatever is met above it.
    """
    reached = MaturityLevel.REACTIVE
    for level in MaturityLevel:
        if level is MaturityLevel.REACTIVE:
            continue
        if level not in met:
            break
        reached = level
    return reached


def overall(levels: Mapping[MaturityDomain, MaturityLevel | None]) -> Maturity:
    """The whole from its domains: the lowest rated level, and what is not rated yet."""
    rated = {domain: level for domain, level in levels.items() if level is not None}
    lowest = min(rated.values(), default=None)
    return Maturity(
        lowest,
        tuple(
            domain for domain in MaturityDomain if rated.get(domain) == lowest and domain in rated
        ),
        tuple(domain for domain in MaturityDomain if domain not in rated),
    )
