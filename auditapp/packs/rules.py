"""What must hold beyond a node's shape: ids, references, sampling, binding criteria.

Each function takes content and the place it stands at, and puts what is wrong into a Collector.
The rules are those of docs/packs.md; rating bands are in ``band_rules``, texts in ``text_rules``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from auditapp.domain.vocabulary import Force, QuestionType, Result, Sector
from auditapp.packs.band_rules import check_bands
from auditapp.packs.content import CardKind, CriterionCard, Question, SamplingMethod

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from auditapp.packs.content import BilingualList
    from auditapp.packs.problems import Collector, Place

CORE_LIMITS: Final[Mapping[str, int]] = {"P01": 60}
_NUMBER: Final = re.compile(r"[0-9]{2,3}")


@dataclass(frozen=True, slots=True)
class Placed:
    """A question and where it stands."""

    question: Question
    place: Place


@dataclass(frozen=True, slots=True)
class Known:
    """What questions may refer to.

    ``card_ids`` has all ids that were written, ``cards`` those that can be used: a fault of a card
    is told once, at the card.
    """

    pack_id: str
    section_ids: AbstractSet[str]
    card_ids: AbstractSet[str]
    cards: Mapping[str, CriterionCard]


def check_unique(ids: Sequence[tuple[str, Place]], code: str, found: Collector) -> None:
    """Each id once; the later one is reported and names the first one's file and line."""
    first: dict[str, Place] = {}
    for name, place in ids:
        if name in first:
            where = f"{first[name].source.path}:{first[name].line}"
            found.error(place, code, id=name, where=where)
        else:
            first[name] = place


def check_question(placed: Placed, known: Known, found: Collector) -> None:
    """Everything about one question that needs no other question."""
    question, place = placed.question, placed.place
    _check_id(question, place, known, found)
    _check_criteria(question, place, known, found)
    _check_lists(question, place, found)
    _check_sampling(question, place, found)
    check_bands(question.rating, place.at("rating"), found)
    if len(set(question.tags)) != len(question.tags):
        found.error(place.at("tags"), "pack_listed_twice", key="tags")


def check_core(
    pack_id: str,
    questions: Sequence[Placed],
    head: Place,
    found: Collector,
    *,
    draft: bool = False,
) -> None:
    """The short selection stays short (P01: at most 60 questions); a draft may have none yet."""
    limit = CORE_LIMITS.get(pack_id)
    count = sum(1 for placed in questions if placed.question.core)
    if limit is not None and count > limit:
        found.error(head, "pack_core_limit", count=count, limit=limit)
    if questions and count == 0 and not draft:
        found.warn(head, "pack_no_core")


def check_sections(
    sections: Sequence[tuple[str, Place]], questions: Sequence[Placed] | None, found: Collector
) -> None:
    """No section twice; none at the end of a branch without a question (None: not looked at)."""
    check_unique(sections, "pack_section_taken", found)
    if questions is None:
        return
    used = {placed.question.section for placed in questions}
    for name, place in sections:
        has_below = any(other.startswith(f"{name}.") for other, _ in sections)
        if name not in used and not has_below:
            found.warn(place, "pack_section_empty", id=name)


def check_card(
    card: CriterionCard, place: Place, card_ids: AbstractSet[str], found: Collector
) -> None:
    """A card's kind and force fit each other; its successor exists."""
    fits = {
        CardKind.STANDARD: card.force is Force.GUIDANCE,
        CardKind.LAW: card.force is Force.LAW,
        CardKind.REGULATION: card.force is not Force.GUIDANCE,
        CardKind.REGIME: True,
    }
    if not fits[card.kind]:
        found.error(
            place.at("force"), "pack_card_force", kind=card.kind.value, force=card.force.value
        )
    if card.replaced_by is not None and card.replaced_by not in card_ids:
        found.error(place.at("replaced_by"), "pack_criterion_unknown", id=card.replaced_by)
    check_sectors(card.sectors, place.at("sectors"), found)


def check_sectors(sectors: Sequence[Sector], place: Place, found: Collector) -> None:
    """Sectors are listed once, and ``all`` stands alone."""
    if len(set(sectors)) != len(sectors):
        found.error(place, "pack_listed_twice", key="sectors")
    if Sector.ALL in sectors and len(sectors) > 1:
        found.error(place, "pack_sector_all")


def _check_id(question: Question, place: Place, known: Known, found: Collector) -> None:
    head = f"{known.pack_id}-{question.section}-"
    if not (question.id.startswith(head) and _NUMBER.fullmatch(question.id[len(head) :])):
        found.error(place.at("id"), "pack_question_id", id=question.id, form=f"{head}01")
    if question.section not in known.section_ids:
        found.error(place.at("section"), "pack_section_unknown", id=question.section)


def _check_criteria(question: Question, place: Place, known: Known, found: Collector) -> None:
    here = place.at("criteria")
    for index, card_id in enumerate(question.criteria):
        if card_id not in known.card_ids:
            found.error(here.at(index), "pack_criterion_unknown", id=card_id)
    if len(set(question.criteria)) != len(question.criteria):
        found.error(here, "pack_listed_twice", key="criteria")
    departs = any(band.result in (Result.MINOR, Result.MAJOR) for band in question.rating.bands)
    cards = [known.cards.get(card_id) for card_id in question.criteria]
    # An unknown or faulty card has its own error; it may be the binding one.
    binds = any(card is None or card.force is not Force.GUIDANCE for card in cards)
    if departs and question.own_rule is None and not binds:
        found.error(place, "pack_nothing_binds", id=question.id)


def _check_lists(question: Question, place: Place, found: Collector) -> None:
    lists: list[tuple[tuple[str, ...], BilingualList | None]] = [
        (("look_for",), question.look_for),
        (("evidence",), question.evidence),
        (("rating", "aggravating"), question.rating.aggravating),
    ]
    for keys, points in lists:
        if points is None:
            continue
        if len(points.en) != len(points.zh):
            found.error(
                place.at(*keys),
                "pack_list_lengths",
                key=".".join(keys),
                en=len(points.en),
                zh=len(points.zh),
            )
        for lang, items in (("en", points.en), ("zh", points.zh)):
            if len(set(items)) != len(items):
                found.error(place.at(*keys, lang), "pack_listed_twice", key=".".join(keys))


def _check_sampling(question: Question, place: Place, found: Collector) -> None:
    sampling = question.sampling
    if sampling is None:
        if question.type is QuestionType.SAMPLE:
            found.error(place, "pack_sampling_missing", id=question.id)
        if question.effort_item:
            found.error(place.at("effort"), "pack_effort_item_without")
    else:
        here = place.at("sampling")
        take_all = sampling.method is SamplingMethod.TAKE_ALL
        if take_all and sampling.default_n is not None:
            found.error(here.at("default_n"), "pack_take_all_n")
        if not take_all and sampling.default_n is None:
            found.error(here, "pack_sampling_n", method=sampling.method.value)
        if len(set(sampling.strata)) != len(sampling.strata):
            found.error(here.at("strata"), "pack_listed_twice", key="sampling.strata")
        # A calculation over everything costs no minutes per item: the program does it.
        if not question.effort_item and not (take_all and question.auto_rule):
            found.warn(place.at("effort"), "pack_effort_item_missing")
    if question.effort_question == 0:
        found.error(place.at("effort"), "pack_effort_zero")
