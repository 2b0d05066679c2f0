"""Who is asked what by whom, as rows of sections: shared by the wizard and the plan page. No Qt."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from auditapp.domain.vocabulary import QuestionScope
from auditapp.packs.conditions import unmet

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from auditapp.domain.vocabulary import Lang, Result
    from auditapp.packs.content import Pack, Question

MIXED: Final = "\0mixed"
"""Stands for several people in one cell."""


@dataclass(frozen=True, slots=True)
class Task:
    """A question in a unit (by key), with its planned minutes."""

    question: str
    section: str
    unit: str
    minutes: int

    @property
    def pair(self) -> tuple[str, str]:
        """The question and the unit."""
        return self.question, self.unit


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A section in reading order; ``level`` 1 stands above others."""

    id: str
    title: str
    level: int


@dataclass(frozen=True, slots=True)
class Work:
    """All tasks, the sections they lie in, and the units' keys in order."""

    tasks: tuple[Task, ...] = ()
    sections: tuple[SectionRow, ...] = ()
    units: tuple[str, ...] = ()
    by_cell: Mapping[tuple[str, str], tuple[Task, ...]] = field(
        default_factory=dict[tuple[str, str], tuple[Task, ...]]
    )

    @staticmethod
    def of(tasks: Iterable[Task], sections: Sequence[SectionRow], units: Sequence[str]) -> Work:
        """The tasks by section and unit; a section above others holds theirs too, and the row
        with the empty id holds all. Sections without tasks are left out."""
        listed = tuple(tasks)
        known = {section.id for section in sections}
        cells: dict[tuple[str, str], list[Task]] = defaultdict(list)
        for task in listed:
            cells["", task.unit].append(task)
            for section in _upwards(task.section, known):
                cells[section, task.unit].append(task)
        used = {section for section, _ in cells}
        rows = tuple(section for section in sections if section.id in used)
        return Work(listed, rows, tuple(units), {key: tuple(it) for key, it in cells.items()})

    def at(self, section: str, unit: str) -> tuple[Task, ...]:
        """The tasks of a section in a unit; the empty section is all, the empty unit is all."""
        if unit:
            return self.by_cell.get((section, unit), ())
        return tuple(task for key in self.units for task in self.by_cell.get((section, key), ()))


@dataclass(frozen=True, slots=True)
class Load:
    """What one person has to do."""

    person: str
    questions: int
    minutes: int


def who(tasks: Collection[Task], given: Mapping[tuple[str, str], str]) -> str:
    """The one person who has all these tasks, '' for nobody, MIXED for several."""
    people = {given.get(task.pair, "") for task in tasks}
    return people.pop() if len(people) == 1 else (MIXED if people else "")


def loads(work: Work, given: Mapping[tuple[str, str], str]) -> list[Load]:
    """What each person has to do, the busiest first; nobody ('') last."""
    questions: dict[str, int] = defaultdict(int)
    minutes: dict[str, int] = defaultdict(int)
    for task in work.tasks:
        person = given.get(task.pair, "")
        questions[person] += 1
        minutes[person] += task.minutes
    found = [Load(person, count, minutes[person]) for person, count in questions.items()]
    return sorted(found, key=lambda load: (not load.person, -load.minutes, load.person))


def minutes_of(question: Question) -> int:
    """The planned minutes of a question: itself and its default sample."""
    items = 0 if question.sampling is None else question.sampling.default_n or 0
    return question.effort_question + items * question.effort_item


def section_rows(packs: Iterable[Pack], lang: Lang) -> tuple[SectionRow, ...]:
    """The sections of some packs, each id once, in reading order."""
    levels: dict[str, int] = {}
    rows: dict[str, SectionRow] = {}
    for pack in packs:
        for section in pack.sections:
            above = 0 if section.parent is None else levels.get(section.parent, 0)
            levels[section.id] = above + 1
            rows.setdefault(section.id, SectionRow(section.id, section.title.get(lang), above + 1))
    return tuple(rows.values())


def planned_tasks(
    packs: Iterable[Pack],
    chosen: Mapping[str, Sequence[str]],
    facts: Mapping[str, frozenset[str]] | None = None,
) -> list[Task]:
    """The tasks that packs will make; ``chosen`` gives the units in order and each one's packs.

    As ``ops.queries.content``: questions to the organisation are asked once, in the first unit.
    ``facts`` of the organisation, where they are known, take questions out.
    """
    tasks: list[Task] = []
    known = _Known(facts or {})
    for pack in packs:
        units = [unit for unit, listed in chosen.items() if pack.id in listed]
        for question in pack.questions:
            if question.shown_if is not None and unmet(question.shown_if, known):
                continue
            asked = units if question.scope is QuestionScope.PER_UNIT else units[:1]
            minutes = minutes_of(question)
            tasks += [Task(question.id, question.section, unit, minutes) for unit in asked]
    return tasks


class _Known:
    """What conditions see before the audit: facts; every question may still be answered."""

    def __init__(self, facts: Mapping[str, frozenset[str]]) -> None:
        self._facts = facts

    def fact(self, fact: str) -> frozenset[str] | None:
        """What is stated about a fact."""
        return self._facts.get(fact)

    def answer(self, question: str) -> Result | bool:
        """Nothing is answered yet."""
        del question
        return True


def _upwards(section: str, known: Collection[str]) -> list[str]:
    found = [section]
    above = section.rpartition(".")[0]
    while above:
        if above in known:
            found.append(above)
        above = above.rpartition(".")[0]
    return found
