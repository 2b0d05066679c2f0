"""Working numbers that survive two laptops, and the final numbers given at consolidation.

A working number carries the auditor's code, so two auditors never give the same one, and it never
changes. Final numbers are the team leader's.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from auditapp.domain import clauses
from auditapp.domain.vocabulary import Grade
from auditapp.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

_UNIT: Final = re.compile(r"[^\W_]{1,12}\Z")
# The last sign is no digit: where the code ends and the number begins must be plain to see.
_PERSON: Final = re.compile(r"[^\W_]{0,7}[^\W\d_]\Z")
_NUMBER: Final = re.compile(
    r"(?:(?P<e>E)-(?P<unit>[^\W_]{1,12})-|(?P<fa>[FA])-)(?P<code>[^\W_]{0,7}[^\W\d_])(?P<n>[0-9]+)\Z"
)
_FINAL_CODES: Final[Mapping[Grade, str]] = {
    Grade.MAJOR: "NC",
    Grade.MINOR: "NC",
    Grade.OBSERVATION: "OBS",
    Grade.IMPROVEMENT: "OFI",
    Grade.GOOD_PRACTICE: "GP",
}
_GRADE_ORDER: Final = (
    Grade.MAJOR,
    Grade.MINOR,
    Grade.OBSERVATION,
    Grade.IMPROVEMENT,
    Grade.GOOD_PRACTICE,
)


class NumberKind(StrEnum):
    """What a working number names; the value is its first letter."""

    EVIDENCE = "E"
    FINDING = "F"
    ACTION = "A"


@dataclass(frozen=True, slots=True)
class WorkingNumber:
    """A working number in parts; ``unit`` only for evidence."""

    kind: NumberKind
    unit: str | None
    auditor: str
    n: int

    def __str__(self) -> str:
        """As printed: ``E-HZ-LI007``, ``F-LI07``, ``A-LI07``."""
        if self.kind is NumberKind.EVIDENCE:
            return f"E-{self.unit}-{self.auditor}{self.n:03d}"
        return f"{self.kind}-{self.auditor}{self.n:02d}"

    @property
    def counter(self) -> str:
        """The name under which the next number is counted."""
        middle = f"{self.unit}-" if self.kind is NumberKind.EVIDENCE else ""
        return f"{self.kind}-{middle}{self.auditor}"


@dataclass(frozen=True, slots=True)
class ToNumber:
    """A finding as final numbering sees it; ``final`` is set where one was given before."""

    id: UUID
    number: str
    grade: Grade
    clause: str | None
    final: str | None = None


def check_person_code(code: str) -> str:
    """A person's code in its one form (capitals); raises UserError ``bad_person_code``."""
    tidy = code.strip().upper()
    if not _PERSON.match(tidy):
        raise UserError("bad_person_code", text=code)
    return tidy


def check_unit_code(code: str) -> str:
    """A unit's code in its one form (capitals); raises UserError ``bad_unit_code``."""
    tidy = code.strip().upper()
    if not _UNIT.match(tidy):
        raise UserError("bad_unit_code", text=code)
    return tidy


def evidence_number(unit: str, auditor: str, n: int) -> str:
    """``E-<unit>-<auditor><nnn>``."""
    return str(WorkingNumber(NumberKind.EVIDENCE, unit, auditor, _positive(n)))


def finding_number(auditor: str, n: int) -> str:
    """``F-<auditor><nn>``."""
    return str(WorkingNumber(NumberKind.FINDING, None, auditor, _positive(n)))


def action_number(auditor: str, n: int) -> str:
    """``A-<auditor><nn>``."""
    return str(WorkingNumber(NumberKind.ACTION, None, auditor, _positive(n)))


def evidence_counter(unit: str, auditor: str) -> str:
    """The counter's name for evidence numbers."""
    return WorkingNumber(NumberKind.EVIDENCE, unit, auditor, 1).counter


def finding_counter(auditor: str) -> str:
    """The counter's name for finding numbers."""
    return WorkingNumber(NumberKind.FINDING, None, auditor, 1).counter


def action_counter(auditor: str) -> str:
    """The counter's name for action numbers."""
    return WorkingNumber(NumberKind.ACTION, None, auditor, 1).counter


def parse(text: str) -> WorkingNumber | None:
    """The parts of a working number, None for anything else."""
    match = _NUMBER.match(text)
    if match is None or int(match["n"]) < 1:
        return None
    kind = NumberKind(match["e"] or match["fa"])
    found = WorkingNumber(kind, match["unit"], match["code"], int(match["n"]))
    return found if str(found) == text else None


def final_number(audit_number: str, grade: Grade, n: int) -> str:
    """``<audit no.>-NC-01``, ``-OBS-01``, ``-OFI-01`` or ``-GP-01``."""
    return f"{audit_number}-{_FINAL_CODES[grade]}-{_positive(n):02d}"


def final_numbers(
    audit_number: str, findings: Iterable[ToNumber], *, spent: Iterable[str] = ()
) -> dict[UUID, str]:
    """Final numbers for the findings that have none: gravest first, then by clause and number.

    One that was given stays, also when the grade changes later; numbers of withdrawn findings
    (``spent``) are never given again.
    """
    known = list(findings)
    taken = {finding.final for finding in known if finding.final} | set(spent)
    given: dict[UUID, str] = {}
    last: Counter[str] = Counter()
    for finding in sorted((f for f in known if not f.final), key=_report_order):
        code = _FINAL_CODES[finding.grade]
        while True:
            last[code] += 1
            number = final_number(audit_number, finding.grade, last[code])
            if number not in taken:
                break
        given[finding.id] = number
    return given


def used_twice(numbers: Iterable[str]) -> list[str]:
    """The numbers that occur more than once, sorted."""
    return sorted(number for number, times in Counter(numbers).items() if times > 1)


def _report_order(finding: ToNumber) -> tuple[int, object, str, str]:
    clause = clauses.sort_key(finding.clause or "~")
    return _GRADE_ORDER.index(finding.grade), clause, finding.number, finding.id.hex


def _positive(n: int) -> int:
    if n < 1:
        msg = f"numbers begin at 1, not {n}"
        raise ValueError(msg)
    return n
