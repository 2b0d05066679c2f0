"""Conditions of questions (``shown_if``): what they say, what they depend on, whether they hold.

Pure and free of content: a condition knows facts and questions by id alone. What is unknown (a fact
that nobody stated yet, a question not yet answered) never hides a question: a question asked in
vain costs minutes, one left out by mistake is a hole in the audit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from auditapp.domain.vocabulary import Result

SECTOR: Final = "sector"
"""The one fact that is not stated in the plan: it is the audit's sector."""
YES: Final = "yes"
NO: Final = "no"


@dataclass(frozen=True, slots=True)
class ProfileTest:
    """True when the fact has one of ``values`` (a set: when it holds one of them)."""

    fact: str
    values: tuple[str, ...] = (YES,)


@dataclass(frozen=True, slots=True)
class AnswerTest:
    """True when ``question`` was answered with one of ``results``."""

    question: str
    results: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """All (``every``) or at least one of ``parts`` holds."""

    every: bool
    parts: tuple[Condition, ...]


Test = ProfileTest | AnswerTest
Condition = ProfileTest | AnswerTest | Group


class Standing(Protocol):
    """What is known when a condition is judged."""

    def fact(self, fact: str) -> frozenset[str] | None:
        """The values of a fact; empty for a set with nothing in it, None when nobody stated it."""
        ...

    def answer(self, question: str) -> Result | bool:
        """The result given to a question; True while none is given, False when it never will be
        because the question itself is not asked."""
        ...


def unmet(condition: Condition, standing: Standing) -> tuple[Test, ...]:
    """The tests that hide a question; empty when it is shown.

    Where one of several would do, all of them are named.
    """
    if isinstance(condition, ProfileTest):
        values = standing.fact(condition.fact)
        holds = values is None or not values.isdisjoint(condition.values)
        return () if holds else (condition,)
    if isinstance(condition, AnswerTest):
        given = standing.answer(condition.question)
        holds = given if isinstance(given, bool) else given in condition.results
        return () if holds else (condition,)
    parts = [unmet(part, standing) for part in condition.parts]
    if condition.every or all(parts):
        return tuple(test for part in parts for test in part)
    return ()


def tests_of(condition: Condition | None) -> Iterator[Test]:
    """Every single test of a condition, in the order written."""
    if isinstance(condition, Group):
        for part in condition.parts:
            yield from tests_of(part)
    elif condition is not None:
        yield condition


def facts_of(condition: Condition | None) -> frozenset[str]:
    """The facts that a condition asks for."""
    return frozenset(it.fact for it in tests_of(condition) if isinstance(it, ProfileTest))


def questions_of(condition: Condition | None) -> frozenset[str]:
    """The questions whose answers a condition asks for."""
    return frozenset(it.question for it in tests_of(condition) if isinstance(it, AnswerTest))


def circle(conditions: Mapping[str, Condition]) -> tuple[str, ...]:
    """The ids of questions that wait for each other, in order; empty when none do."""
    done: set[str] = set()
    for start in sorted(conditions):
        found = _circle_from(start, conditions, done)
        if found:
            return found
    return ()


def _circle_from(
    start: str, conditions: Mapping[str, Condition], done: set[str]
) -> tuple[str, ...]:
    """Depth first, without recursion: a chain may be as long as a pack."""
    path: list[str] = []
    waiting: list[tuple[str, bool]] = [(start, False)]
    while waiting:
        question, leaving = waiting.pop()
        if leaving:
            done.add(path.pop())
        elif question in path:
            return tuple(path[path.index(question) :])
        elif question not in done:
            path.append(question)
            waiting.append((question, True))
            below = questions_of(conditions.get(question))
            waiting += [(it, False) for it in sorted(below, reverse=True)]
    return ()
