"""What the wizard has collected so far, its defaults, and the plan that comes of it. No Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from auditapp.domain.numbering import check_person_code, check_unit_code
from auditapp.domain.vocabulary import Lang, Role, Sector, UnitKind
from auditapp.errors import UserError
from auditapp.ops.audits import NewAudit
from auditapp.ops.set_up import (
    REPORT_DAYS,
    AdoptionPlan,
    CardPlan,
    PackPlan,
    PartPlan,
    PersonPlan,
    SetUp,
    UnitPlan,
    parents_first,
    weekdays_after,
)
from auditapp.packs.conditions import SECTOR, facts_of
from auditapp.packs.freeze import cited, freeze
from auditapp.ui.pages.plan.hours import WORK_DAY
from auditapp.ui.pages.plan.lines import PersonLine, UnitLine
from auditapp.ui.pages.plan.work import Work, planned_tasks, section_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from auditapp.packs.content import CriterionCard, Fact, Library, Pack


AUDITING: Final = frozenset({Role.TEAM_LEADER, Role.AUDITOR, Role.TECHNICAL_EXPERT})
_UNSAFE: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
Pair = tuple[str, str]


@dataclass
class Draft:
    """Everything typed so far; units and people are known by their codes."""

    path: Path
    number: str
    main: Lang
    second: Lang | None = None
    sector: Sector = Sector.ALL
    jurisdiction: str = "CN"
    title: str = ""
    second_title: str = ""
    organisation: str = ""
    me: str = ""
    units: list[UnitLine] = field(default_factory=lambda: [UnitLine(code="U1")])
    people: list[PersonLine] = field(default_factory=list[PersonLine])
    texts: dict[str, dict[Lang, str]] = field(default_factory=dict[str, dict[Lang, str]])
    dates: dict[str, date | None] = field(default_factory=dict[str, "date | None"])
    cards: dict[str, CardPlan] = field(default_factory=dict[str, CardPlan])
    adoption: AdoptionPlan | None = None
    packs: dict[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    facts: dict[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    fills_days: bool = False
    auditors: dict[Pair, str] = field(default_factory=dict[Pair, str])
    reviewers: dict[Pair, str] = field(default_factory=dict[Pair, str])

    # -- defaults -----------------------------------------------------------------------------

    @property
    def sampled(self) -> list[UnitLine]:
        """The units that are asked."""
        return [unit for unit in self.units if unit.in_sample and unit.code]

    @property
    def auditing(self) -> list[PersonLine]:
        """The people who can be given questions."""
        return [person for person in self.people if person.code and person.role in AUDITING]

    def packs_of(self, unit: str, library: Library) -> frozenset[str]:
        """The packs of a unit: as ticked, else the library's first and those of the sector."""
        chosen = self.packs.get(unit)
        if chosen is not None:
            return chosen
        return frozenset(
            pack.id
            for number, pack in enumerate(library.packs)
            if number == 0 or (self._is_of_sector(pack) and not pack.draft)
        )

    def _is_of_sector(self, pack: Pack) -> bool:
        return self.sector is not Sector.ALL and self.sector in pack.sectors

    def used_packs(self, library: Library) -> list[Pack]:
        """The packs that some unit of the sample gets."""
        used = {pack for unit in self.sampled for pack in self.packs_of(unit.code, library)}
        return [pack for pack in library.packs if pack.id in used]

    def cited_cards(self, library: Library) -> list[CriterionCard]:
        """The cards that the chosen packs cite, in the library's order."""
        wanted = {card for pack in self.used_packs(library) for card in cited(pack)}
        return [card for card in library.criteria.values() if card.id in wanted]

    def work(self, library: Library, lang: Lang) -> Work:
        """What the chosen packs ask in the units."""
        chosen = {unit.code: tuple(self.packs_of(unit.code, library)) for unit in self.sampled}
        packs = self.used_packs(library)
        return Work.of(
            planned_tasks(packs, chosen, self.known_facts), section_rows(packs, lang), tuple(chosen)
        )

    @property
    def known_facts(self) -> dict[str, frozenset[str]]:
        """The facts stated, and the audit's sector."""
        return {**self.facts, SECTOR: frozenset({self.sector.value})}

    def asked_facts(self, library: Library) -> list[tuple[Fact, int]]:
        """The facts that the chosen packs ask for, each with the number of questions."""
        facts: dict[str, Fact] = {}
        counts: dict[str, int] = {}
        for pack in self.used_packs(library):
            facts |= {fact.id: fact for fact in pack.facts if not fact.from_audit}
            for question in pack.questions:
                for name in facts_of(question.shown_if):
                    counts[name] = counts.get(name, 0) + 1
        return [(fact, counts[name]) for name, fact in facts.items() if counts.get(name)]

    def auditors_of(self, work: Work) -> dict[Pair, str]:
        """Who audits what: as given; where the team is one person, that person."""
        alone = self.auditing[0].code if len(self.auditing) == 1 else ""
        known = {person.code for person in self.auditing}
        return {
            task.pair: given if (given := self.auditors.get(task.pair, alone)) in known else ""
            for task in work.tasks
        }

    # -- changes that concern more than one page ----------------------------------------------

    def rename_unit(self, before: str, after: str) -> None:
        """A unit's code was changed: what is known under it moves."""
        if before == after or not before:
            return
        if before in self.packs:
            self.packs[after] = self.packs.pop(before)
        for given in (self.auditors, self.reviewers):
            for question, unit in [pair for pair in given if pair[1] == before]:
                given[question, after] = given.pop((question, unit))
        self.units = [
            replace(unit, parent=after) if unit.parent == before else unit for unit in self.units
        ]

    def give(self, work: Work, section: str, unit: str, person: str, *, is_reviewer: bool) -> None:
        """Give the questions of a section in a unit to a person; nobody reviews his own."""
        auditors = self.auditors_of(work)
        for task in work.at(section, unit):
            if is_reviewer:
                if person and auditors.get(task.pair) == person:
                    raise UserError("own_reviewer")
                self.reviewers[task.pair] = person
            else:
                self.auditors[task.pair] = person
                if self.reviewers.get(task.pair) == person:
                    self.reviewers[task.pair] = ""

    def set_closing(self, day: date | None, before: date | None) -> None:
        """The closing day decides the report's due day, unless that was set by hand."""
        due = self.dates.get("report_due_on")
        was_derived = due is None or (before is not None and due == report_due(before))
        self.dates["closing_on"] = day
        if day is not None and was_derived:
            self.dates["report_due_on"] = report_due(day)

    # -- the plan -----------------------------------------------------------------------------

    def check_units(self) -> None:
        """Raises UserError ``bad_unit_code``, ``code_taken``, ``unknown_unit``, ``unit_loop``."""
        seen: set[str] = set()
        for unit in self.units:
            code = check_unit_code(unit.code)
            if code in seen:
                raise UserError("code_taken", code=code)
            seen.add(code)
        parents_first([UnitPlan(unit.code, {}, parent=unit.parent) for unit in self.units])

    def check_people(self) -> None:
        """Raises UserError ``bad_person_code`` or ``code_taken``."""
        seen: set[str] = set()
        for person in self.people:
            code = check_person_code(person.code)
            if code in seen:
                raise UserError("code_taken", code=code)
            seen.add(code)

    def check_dates(self) -> None:
        """Raises UserError ``dates_reversed``."""
        for start, end in (("period_from", "period_to"), ("onsite_from", "onsite_to")):
            first, last = self.dates.get(start), self.dates.get(end)
            if first is not None and last is not None and last < first:
                raise UserError("dates_reversed", first=first, last=last)

    def set_up(self, library: Library) -> SetUp:
        """The whole plan; what was not filled in takes its default."""
        packs = self.used_packs(library)
        work = self.work(library, self.main)
        return SetUp(
            audit=NewAudit(
                number=self.number.strip(),
                main_lang=self.main,
                second_lang=self.second,
                sector=self.sector,
                jurisdiction=self.jurisdiction,
                texts=self._texts(),
                dates={name: day for name, day in self.dates.items() if day is not None},
            ),
            me=self.me,
            people=tuple(
                PersonPlan(
                    person.code,
                    person.name or person.code,
                    Role(person.role),
                    person.organisation,
                    person.contact,
                )
                for person in self.people
            ),
            units=tuple(self._unit(unit, library) for unit in self.units),
            packs=tuple(
                # The wizard has asked before whether a draft may be used.
                PackPlan(pack.id, pack.version, freeze(pack, library.criteria, accept_draft=True))
                for pack in packs
            ),
            parts=tuple(self._parts(work)),
            cards=tuple(self.cards.values()),
            facts=tuple(
                (fact.id, tuple(sorted(self.facts[fact.id])))
                for fact, _ in self.asked_facts(library)
                if fact.id in self.facts
            ),
            day_minutes=WORK_DAY if self.fills_days else 0,
            adoptions=() if self.adoption is None else (self.adoption,),
        )

    def _texts(self) -> dict[str, Mapping[Lang, str | None]]:
        titles: dict[Lang, str | None] = {self.main: self.title.strip()}
        if self.second is not None and self.second_title.strip():
            titles[self.second] = self.second_title.strip()
        found: dict[str, Mapping[Lang, str | None]] = {"title": titles}
        if self.organisation.strip():
            found["organisation"] = {self.main: self.organisation.strip()}
        langs = {self.main, self.second}
        for name, bodies in self.texts.items():
            kept = {lang: body for lang, body in bodies.items() if body.strip() and lang in langs}
            if kept:
                found[name] = kept
        return found

    def _unit(self, unit: UnitLine, library: Library) -> UnitPlan:
        name: dict[Lang, str | None] = {
            self.main: unit.name or self.organisation.strip() or self.title.strip()
        }
        if self.second is not None and unit.second:
            name[self.second] = unit.second
        packs = self.packs_of(unit.code, library) if unit.in_sample else frozenset[str]()
        return UnitPlan(
            unit.code,
            name,
            UnitKind(unit.kind),
            unit.parent,
            unit.in_sample,
            None if unit.in_sample else unit.why_not,
            unit.weight,
            tuple(sorted(packs)),
        )

    def _parts(self, work: Work) -> list[PartPlan]:
        auditors = self.auditors_of(work)
        known = {person.code for person in self.auditing}
        groups: dict[tuple[str, str, str], list[str]] = {}
        for task in work.tasks:
            auditor = auditors[task.pair]
            reviewer = self.reviewers.get(task.pair, "")
            reviewer = reviewer if reviewer in known and reviewer != auditor else ""
            if auditor or reviewer:
                groups.setdefault((task.unit, auditor, reviewer), []).append(task.question)
        return [
            PartPlan(unit, tuple(questions), auditor or None, reviewer or None)
            for (unit, auditor, reviewer), questions in groups.items()
        ]


def report_due(closing: date) -> date:
    """Ten working days after the closing meeting."""
    return weekdays_after(closing, REPORT_DAYS)


def file_name(number: str, title: str) -> str:
    """A file name from number and title that every system accepts."""
    parts: Sequence[str] = [part.strip() for part in (number, title) if part.strip()]
    tidy = _UNSAFE.sub(" ", " ".join(parts))
    return " ".join(tidy.split())[:80].rstrip(". ") or "audit"
