"""What must hold of conditions: what they name exists, none waits for itself, none hides for ever.

That a question can be asked is proven by trying every combination of the facts and answers that it
depends on, also by way of the questions whose answers it waits for. A condition cannot say "not",
so what is unknown needs no trying: it only shows more.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain, combinations, product
from math import prod
from typing import TYPE_CHECKING, Final

from auditapp.domain.vocabulary import Result, Sector
from auditapp.packs.conditions import (
    SECTOR,
    AnswerTest,
    Group,
    ProfileTest,
    circle,
    questions_of,
    tests_of,
    unmet,
)
from auditapp.packs.content import FactKind
from auditapp.packs.selection import serves

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from auditapp.packs.conditions import Condition, Test
    from auditapp.packs.content import Fact, Question
    from auditapp.packs.problems import Collector, Place
    from auditapp.packs.rules import Placed

TRIES: Final = 100_000
"""More combinations are refused: nobody could say any more when such a question is asked."""


@dataclass(frozen=True, slots=True)
class PlacedIn:
    """A question, where it stands, and the sectors its pack is made for."""

    placed: Placed
    sectors: tuple[Sector, ...]


def check_conditions(
    own: Sequence[PlacedIn], others: Sequence[PlacedIn], facts: Sequence[Fact], found: Collector
) -> frozenset[str]:
    """Checks the conditions of ``own``; ``others`` are there to be referred to.

    Returns the ids of the questions whose condition cannot be used.
    """
    known = {it.placed.question.id: it for it in (*others, *own)}
    by_id = {fact.id: fact for fact in facts}
    faulty: set[str] = set()
    for it in own:
        condition, place = it.placed.question.shown_if, it.placed.place.at("shown_if")
        if condition is not None:
            for test, here in _placed_tests(condition, place):
                if not _check_test(test, here, by_id, known, found):
                    faulty.add(it.placed.question.id)
    conditions = {
        name: it.placed.question.shown_if
        for name, it in known.items()
        if it.placed.question.shown_if is not None
    }
    while waits := circle(conditions):
        place = known[waits[0]].placed.place.at("shown_if")
        found.error(place, "pack_condition_circle", ids=waits)
        faulty.update(waits)
        for name in waits:
            del conditions[name]
    for it in own:
        question = it.placed.question
        if question.shown_if is None or faulty & _closure(question.id, known):
            continue
        if not _check_reach(it, by_id, known, found):
            faulty.add(question.id)
    return frozenset(faulty)


def _placed_tests(condition: Condition, place: Place) -> Iterator[tuple[Test, Place]]:
    if isinstance(condition, Group):
        key = "all" if condition.every else "any"
        for index, part in enumerate(condition.parts):
            yield from _placed_tests(part, place.at(key, index))
    else:
        yield condition, place


def _check_test(
    test: Test,
    place: Place,
    facts: Mapping[str, Fact],
    known: Mapping[str, PlacedIn],
    found: Collector,
) -> bool:
    if isinstance(test, ProfileTest):
        fact = facts.get(test.fact)
        if fact is None:
            found.error(place, "pack_fact_unknown", id=test.fact, known=tuple(sorted(facts)))
            return False
        if test.values == ("yes",) and fact.kind is not FactKind.FLAG:
            found.error(place, "pack_condition_value_missing", id=test.fact)
            return False
        return _all_known(test.values, fact.value_ids, place, found)
    asked = known.get(test.question)
    if asked is None:
        found.error(place, "pack_condition_question", id=test.question)
        return False
    possible = tuple(it.value for it in Result if it in results_of(asked.placed.question))
    return _all_known([it.value for it in test.results], possible, place, found)


def _all_known(
    values: Sequence[str], choices: tuple[str, ...], place: Place, found: Collector
) -> bool:
    ok = len(set(values)) == len(values)
    if not ok:
        found.error(place.at("is"), "pack_listed_twice", key="is")
    for index, value in enumerate(values):
        if value not in choices:
            here = place.at("is", index)
            found.error(here, "pack_not_a_choice", key="is", value=value, choices=choices)
            ok = False
    return ok


def results_of(question: Question) -> frozenset[Result]:
    """The results that a question can have: those of its bands, and those without a band."""
    results = {band.result for band in question.rating.bands} | {Result.NOT_CONCLUSIVE}
    return frozenset(results | {Result.NOT_APPLICABLE} if question.na_allowed else results)


def _closure(question_id: str, known: Mapping[str, PlacedIn]) -> frozenset[str]:
    """A question and all that it depends on by answers."""
    seen: set[str] = set()
    waiting = [question_id]
    while waiting:
        name = waiting.pop()
        if name not in seen and name in known:
            seen.add(name)
            waiting += questions_of(known[name].placed.question.shown_if)
    return frozenset(seen)


@dataclass(slots=True)
class _World:
    """One combination of facts and answers, as a condition sees it."""

    facts: Mapping[str, frozenset[str]]
    answers: Mapping[str, Result]
    known: Mapping[str, PlacedIn]
    asked: dict[str, bool] = field(default_factory=dict[str, bool])

    def fact(self, fact: str) -> frozenset[str] | None:
        return self.facts[fact]

    def answer(self, question: str) -> Result | bool:
        return self.answers[question] if self.is_asked(question) else False

    def is_asked(self, question: str) -> bool:
        if question not in self.asked:
            it = self.known[question]
            condition = it.placed.question.shown_if
            shown = condition is None or not unmet(condition, self)
            sectors = self.facts.get(SECTOR, frozenset[str]())
            served = all(serves(it.sectors, Sector(sector)) for sector in sectors)
            self.asked[question] = shown and served
        return self.asked[question]


def _check_reach(
    it: PlacedIn, facts: Mapping[str, Fact], known: Mapping[str, PlacedIn], found: Collector
) -> bool:
    question = it.placed.question
    place = it.placed.place.at("shown_if")
    involved = _closure(question.id, known)
    tests = [test for name in sorted(involved) for test in tests_of(_condition(name, known))]
    of_facts = _fact_values(tests, facts, it.sectors)
    of_answers = _answer_values(tests, known)
    tries = prod(len(values) for values in (*of_facts.values(), *of_answers.values()))
    if tries > TRIES:
        found.error(place, "pack_condition_wide", id=question.id, tries=tries, limit=TRIES)
        return False
    outcomes: set[bool] = set()
    for stated in product(*of_facts.values()):
        for given in product(*of_answers.values()):
            world = _World(
                dict(zip(of_facts, stated, strict=True)),
                dict(zip(of_answers, given, strict=True)),
                known,
            )
            outcomes.add(world.is_asked(question.id))
            if len(outcomes) > 1:
                return True
    if outcomes == {False}:
        found.error(place, "pack_condition_never", id=question.id)
        return False
    found.warn(place, "pack_condition_always", id=question.id)
    return True


def _condition(name: str, known: Mapping[str, PlacedIn]) -> Condition | None:
    return known[name].placed.question.shown_if


def _fact_values(
    tests: Iterable[Test], facts: Mapping[str, Fact], sectors: tuple[Sector, ...]
) -> dict[str, list[frozenset[str]]]:
    """The values of each fact worth trying: those that are named, and one that is not."""
    named: dict[str, set[str]] = {}
    for test in tests:
        if isinstance(test, ProfileTest):
            named.setdefault(test.fact, set()).update(test.values)
    tried: dict[str, list[frozenset[str]]] = {}
    for name, values in sorted(named.items()):
        fact = facts[name]
        if name == SECTOR:
            allowed = [it.value for it in Sector if serves(sectors, it)]
            tried[name] = [frozenset([it]) for it in allowed]
        elif fact.kind is FactKind.SET:
            ordered = sorted(values)
            sizes = range(len(ordered) + 1)
            subsets = chain.from_iterable(combinations(ordered, size) for size in sizes)
            tried[name] = [frozenset(it) for it in subsets]
        else:
            rest = [it for it in fact.value_ids if it not in values][:1]
            tried[name] = [frozenset([it]) for it in (*sorted(values), *rest)]
    return tried


def _answer_values(tests: Iterable[Test], known: Mapping[str, PlacedIn]) -> dict[str, list[Result]]:
    """The results of each question worth trying: those that are named, and one that is not."""
    named: dict[str, set[Result]] = {}
    for test in tests:
        if isinstance(test, AnswerTest):
            named.setdefault(test.question, set()).update(test.results)
    tried: dict[str, list[Result]] = {}
    for name, results in sorted(named.items()):
        rest = sorted(results_of(known[name].placed.question) - results)[:1]
        tried[name] = [*sorted(results), *rest]
    return tried
