"""Which questions an audit's plan gets from a pack, where, and how long they take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditapp.domain.vocabulary import Force, QuestionScope, Sector
from auditapp.packs.content import Jurisdiction, SamplingMethod

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from auditapp.packs.content import CriterionCard, Pack, Question


@dataclass(frozen=True, slots=True)
class Selected:
    """A question and the positions of the units it is asked in."""

    question: Question
    units: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Selection:
    """The questions of a plan; ``minutes`` leaves out the items of ``take_all`` samples.

    How many items those have is known only when the population is; ``open_ended`` counts them.
    """

    rows: tuple[Selected, ...]
    minutes: int
    open_ended: int


def serves(sectors: Iterable[Sector], sector: Sector) -> bool:
    """Whether something made for ``sectors`` serves an auditee of ``sector``."""
    listed = tuple(sectors)
    return Sector.ALL in listed or sector in listed


def select(pack: Pack, *, sector: Sector, core_only: bool, units: int) -> Selection:
    """What ``pack`` asks in so many units that have it, in the plan's order.

    A question of scope *organisation* is asked once, in the first of them (ADR 5). A pack for
    other sectors asks nothing. What the organisation's profile hides is not known here.
    """
    if not units or not serves(pack.sectors, sector):
        return Selection((), 0, 0)
    once, everywhere = (0,), tuple(range(units))
    rows = tuple(
        Selected(it, once if it.scope is QuestionScope.ORGANISATION else everywhere)
        for it in pack.questions
        if it.core or not core_only
    )
    minutes = sum(minutes_of(row.question) * len(row.units) for row in rows)
    open_ended = sum(len(row.units) for row in rows if takes_all(row.question))
    return Selection(rows, minutes, open_ended)


def minutes_of(question: Question) -> int:
    """Minutes for one question in one unit, with its default sample."""
    drawn = question.sampling.default_n if question.sampling is not None else None
    return question.effort_question + question.effort_item * (drawn or 0)


def binding_cards(
    question: Question,
    cards: Mapping[str, CriterionCard],
    *,
    sector: Sector,
    jurisdiction: Jurisdiction,
) -> tuple[CriterionCard, ...]:
    """The cited cards of force law or regulator that bind this auditee, in the question's order.

    A law binds only when its jurisdiction and its sector match the audit's (docs/packs.md).
    """
    cited = (cards[card_id] for card_id in question.criteria if card_id in cards)
    return tuple(
        card
        for card in cited
        if card.force in (Force.LAW, Force.REGULATOR)
        and card.jurisdiction in (Jurisdiction.ANY, jurisdiction)
        and serves(card.sectors, sector)
    )


def takes_all(question: Question) -> bool:
    """Whether it takes all items of a population, so that its minutes depend on the size."""
    sampling = question.sampling
    return (
        sampling is not None
        and sampling.method is SamplingMethod.TAKE_ALL
        and question.effort_item > 0
    )
