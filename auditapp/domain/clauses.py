"""Clause numbers as a tree, and the clauses of ISO 10002:2018 with short titles.

Numbers and short titles only; no text of the standard (numbering of the 2018 edition, which differs
from 2004 and 2014 in clauses 4 and 5).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from auditapp.domain.vocabulary import Lang

if TYPE_CHECKING:
    from collections.abc import Iterable

_CLAUSE: Final = re.compile(r"(?:[0-9]{1,4}|[A-Z])(?:\.[0-9]{1,4})*\Z")
_RANGE: Final = re.compile(r"\s*(\S+?)\s*(?:[-–—~～至]\s*(\S+?)\s*)?\Z")  # noqa: RUF001
_SEPARATOR: Final = re.compile(r"[,;，；、]")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause or annex: its number (``7.2``, ``D``) and short titles."""

    number: str
    zh: str
    en: str

    def title(self, lang: Lang) -> str:
        """The short title in a language."""
        return self.zh if lang is Lang.ZH else self.en


def is_clause(text: str) -> bool:
    """Whether a text is a clause number: ``7``, ``7.10``, ``8.6.2``, ``D``."""
    return _CLAUSE.match(text) is not None


def sort_key(clause: str) -> tuple[tuple[int, int, str], ...]:
    """Sorts ``7.2`` before ``7.10``, clauses before annexes; any text has a place."""
    return tuple(
        (0, int(part), "") if part.isascii() and part.isdigit() else (1, 0, part)
        for part in clause.split(".")
    )


def in_order(clauses: Iterable[str]) -> list[str]:
    """Clause numbers without repeats, in reading order."""
    return sorted(set(clauses), key=sort_key)


def parent(clause: str) -> str | None:
    """The clause above: ``5.4.2`` -> ``5.4``; None at the top."""
    head, dot, _ = clause.rpartition(".")
    return head if dot else None


def parents(clause: str) -> tuple[str, ...]:
    """All clauses above, nearest first: ``5.4.2`` -> ``5.4``, ``5``."""
    found: list[str] = []
    above = parent(clause)
    while above is not None:
        found.append(above)
        above = parent(above)
    return tuple(found)


def with_parents(clauses: Iterable[str]) -> list[str]:
    """The clauses and everything above them, in reading order: the rows of a clause tree."""
    return in_order(name for clause in clauses for name in (clause, *parents(clause)))


def covers(upper: str, clause: str) -> bool:
    """Whether ``upper`` is the clause itself or one above it."""
    return upper == clause or clause.startswith(upper + ".")


def parse_list(text: str) -> frozenset[str]:
    """The clauses named in a list with ranges: ``4-8, 5.4``; ``7.1–7.3``; unreadable parts are left out.

    A range runs over the last part of the number: ``7.1-7.3`` is 7.1, 7.2 and 7.3.
    """  # noqa: E501
    found: set[str] = set()
    for part in _SEPARATOR.split(text):
        match = _RANGE.match(part)
        if match is None:
            continue
        first, last = match.group(1), match.group(2)
        if last is None:
            found.update(clause for clause in (first,) if is_clause(clause))
        else:
            found.update(_span(first, last))
    return frozenset(found)


def _span(first: str, last: str) -> list[str]:
    if not is_clause(first) or not is_clause(last) or parent(first) != parent(last):
        return []
    above = parent(first)
    low, high = first.rpartition(".")[2], last.rpartition(".")[2]
    if low.isalpha() and high.isalpha():
        return [chr(code) for code in range(ord(low), ord(high) + 1)]
    if not (low.isdigit() and high.isdigit()):
        return []
    prefix = "" if above is None else above + "."
    return [f"{prefix}{n}" for n in range(int(low), int(high) + 1)]


def title_of(clause: str, lang: Lang) -> str | None:
    """The short title of a clause of ISO 10002:2018, None for one that it has not."""
    for known in ISO_10002_2018:
        if known.number == clause:
            return known.title(lang)
    return None


ISO_10002_2018: Final[tuple[Clause, ...]] = (
    Clause("4", "指导原则", "Guiding principles"),
    Clause("4.1", "总则", "General"),
    Clause("4.2", "承诺", "Commitment"),
    Clause("4.3", "能力", "Capacity"),
    Clause("4.4", "透明", "Transparency"),
    Clause("4.5", "易于获取", "Accessibility"),
    Clause("4.6", "响应", "Responsiveness"),
    Clause("4.7", "客观", "Objectivity"),
    Clause("4.8", "收费", "Charges"),
    Clause("4.9", "信息完整", "Information integrity"),
    Clause("4.10", "保密", "Confidentiality"),
    Clause("4.11", "以顾客为关注焦点的方法", "Customer-focused approach"),
    Clause("4.12", "责任", "Accountability"),
    Clause("4.13", "改进", "Improvement"),
    Clause("4.14", "人员能力", "Competence"),
    Clause("4.15", "及时", "Timeliness"),
    Clause("5", "投诉处理框架", "Complaints-handling framework"),
    Clause("5.1", "组织环境", "Context of the organization"),
    Clause("5.2", "领导作用和承诺", "Leadership and commitment"),
    Clause("5.3", "方针", "Policy"),
    Clause("5.4", "职责和权限", "Responsibility and authority"),
    Clause("5.4.1", "最高管理者", "Top management"),
    Clause("5.4.2", "投诉处理管理者代表", "Management representative for complaints"),
    Clause("5.4.3", "其他管理者", "Other managers"),
    Clause("5.4.4", "与顾客和投诉者接触的员工", "Personnel in contact with customers"),
    Clause("5.4.5", "所有员工", "All personnel"),
    Clause("6", "策划、设计和开发", "Planning, design and development"),
    Clause("6.1", "总则", "General"),
    Clause("6.2", "目标", "Objectives"),
    Clause("6.3", "活动", "Activities"),
    Clause("6.4", "资源", "Resources"),
    Clause("7", "投诉处理过程的运行", "Operation of the complaints-handling process"),
    Clause("7.1", "沟通", "Communication"),
    Clause("7.2", "投诉受理", "Receipt of complaints"),
    Clause("7.3", "投诉跟踪", "Tracking of complaints"),
    Clause("7.4", "投诉告知", "Acknowledgement of complaints"),
    Clause("7.5", "投诉初步评审", "Initial assessment of complaints"),
    Clause("7.6", "投诉调查", "Investigation of complaints"),
    Clause("7.7", "投诉响应", "Response to complaints"),
    Clause("7.8", "沟通决定", "Communicating the decision"),
    Clause("7.9", "投诉终止", "Closing of complaints"),
    Clause("8", "保持和改进", "Maintenance and improvement"),
    Clause("8.1", "信息收集", "Collection of information"),
    Clause("8.2", "投诉的分析和评价", "Analysis and evaluation of complaints"),
    Clause(
        "8.3",
        "投诉处理过程满意程度的评价",
        "Evaluation of the satisfaction with the complaints-handling process",
    ),
    Clause("8.4", "投诉处理过程的监视", "Monitoring of the complaints-handling process"),
    Clause("8.5", "投诉处理过程的审核", "Auditing of the complaints-handling process"),
    Clause("8.6", "投诉处理过程的管理评审", "Management review of the complaints-handling process"),
    Clause("8.6.1", "总则", "General"),
    Clause("8.6.2", "评审输入", "Input"),
    Clause("8.6.3", "评审输出", "Output"),
    Clause("8.7", "持续改进", "Continual improvement"),
    Clause("A", "与其他标准的相互关系", "Interrelationship with the related standards"),
    Clause("B", "小企业指南", "Guidance for small businesses"),
    Clause("C", "投诉者用表", "Form for complainant"),
    Clause("D", "客观", "Objectivity"),
    Clause("E", "投诉跟踪表", "Complaint follow-up form"),
    Clause("F", "响应", "Responses"),
    Clause("G", "升级流程图", "Escalation flowchart"),
    Clause("H", "持续监视", "Continual monitoring"),
    Clause("I", "审核", "Audit"),
)
