"""Checks one pack that was read from anywhere: its folder, a workbook, the editor.

Every value has a place, which knows where a person finds it (a line, a cell, a field).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, cast

from auditapp.packs import codec, drafts, models, rules, text_rules
from auditapp.packs.condition_rules import PlacedIn
from auditapp.packs.problems import Collector
from auditapp.packs.shape import check_shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import BaseModel

    from auditapp.domain.vocabulary import Sector
    from auditapp.packs.content import CriterionCard, Pack
    from auditapp.packs.problems import Place

    Row = tuple[object, Place]

# In a draft nothing need bind yet: that counts as missing.
_NOTHING_BINDS: Final = "pack_nothing_binds"


@dataclass(slots=True)
class Cards:
    """The criterion cards read so far, and where every id was written."""

    cards: dict[str, CriterionCard] = field(default_factory=dict[str, "CriterionCard"])
    places: list[tuple[str, Place]] = field(default_factory=list[tuple[str, "Place"]])

    def ids(self) -> set[str]:
        """All ids that were written, also of faulty cards."""
        return {name for name, _ in self.places} | self.cards.keys()


@dataclass(frozen=True, slots=True)
class ReadPack:
    """A pack that was read; ``pack`` is None when it has errors.

    ``questions`` are those that can be asked; ``off`` those that are switched off.
    """

    id: str
    head: Place
    pack: Pack | None
    questions: tuple[rules.Placed, ...]
    sectors: tuple[Sector, ...]
    off: tuple[rules.Placed, ...] = ()
    copied_from: str | None = None
    draft: bool = False

    def placed_in(self) -> list[PlacedIn]:
        """The questions with the sectors of their pack."""
        return [PlacedIn(placed, self.sectors) for placed in self.questions]


def check_same(pack: ReadPack, found: Collector) -> None:
    """No two questions of a pack ask the same; in a draft that only warns."""
    own = Collector()
    text_rules.check_same_questions(pack.questions, own)
    found.add(it.softened() if pack.draft else it for it in own.problems)


def plain_of(model: BaseModel) -> dict[str, Any]:
    """A checked model as plain values, without what is left out."""
    return model.model_dump(mode="json", exclude_none=True, by_alias=True)


def check_head(data: object, place: Place, found: Collector) -> models.PackHead | None:
    """The head of a pack; None, with every fault in ``found``, when it cannot be used."""
    own = Collector()
    full, missing = data, ()
    if drafts.is_draft(data):
        full, missing = drafts.complete_head(cast("dict[str, Any]", data))
    head = check_shape(models.PackHead, full, place, own)
    if head is not None:
        text_rules.check_texts(data, place, own)
    _add(own, found, lenient=drafts.is_draft(data))
    if head is not None and missing:
        found.warn(place, "pack_head_lacks", id=head.id, missing=missing)
    return head


def check_pack(
    head: models.PackHead, place: Place, rows: Sequence[Row], cards: Cards, found: Collector
) -> ReadPack:
    """Everything about a pack that needs no other pack but the cards it cites."""
    rules.check_sectors(head.sectors, place.at("sectors"), found)
    known = rules.Known(
        pack_id=head.id,
        section_ids={section.id for section in head.sections},
        card_ids=cards.ids(),
        cards=cards.cards,
    )
    check = _check_draft if head.status == "draft" else _check_full
    placed: list[rules.Placed] = []
    off: list[rules.Placed] = []
    for row, here in rows:
        one = check(row, here, known, found)
        if one is not None:
            is_off = cast("dict[str, Any]", row).get("off") is True
            (off if is_off else placed).append(one)
    sections = [(it.id, place.at("sections", index)) for index, it in enumerate(head.sections)]
    # Where a question could not be read, a section may only look empty.
    rules.check_sections(sections, None if found.errors else [*placed, *off], found)
    rules.check_core(head.id, placed, place.at("id"), found, draft=head.status == "draft")
    order = {section.id: index for index, section in enumerate(head.sections)}
    pack = None
    if not found.errors:
        ordered = sorted(placed, key=lambda it: order[it.question.section])
        plain = plain_of(head)
        plain["questions"] = [codec.put_question(it.question) for it in ordered]
        pack = codec.pack_of(plain)
    based_on = None if head.based_on is None else head.based_on.id
    return ReadPack(
        head.id,
        place,
        pack,
        tuple(placed),
        tuple(head.sectors),
        tuple(off),
        based_on,
        head.status == "draft",
    )


def _check_full(
    row: object, place: Place, known: rules.Known, found: Collector
) -> rules.Placed | None:
    model = check_shape(models.QuestionModel, row, place, found)
    if model is None:
        return None
    placed = rules.Placed(codec.question_of(plain_of(model)), place)
    rules.check_question(placed, known, found)
    text_rules.check_texts(row, place, found)
    text_rules.check_question_marks(placed, found)
    return placed


def _check_draft(
    row: object, place: Place, known: rules.Known, found: Collector
) -> rules.Placed | None:
    """A question of a draft: what is there must be right, what is missing is told as a warning."""
    if not isinstance(row, dict):
        return _check_full(row, place, known, found)
    written = cast("dict[str, Any]", row)
    full, missing = drafts.complete_question(written)
    model = check_shape(models.DraftQuestionModel, full, place, found)
    if model is None:
        return None
    own = Collector()
    question = codec.question_of(plain_of(model))
    rules.check_question(rules.Placed(question, place), known, own)
    unbound = any(it.code == _NOTHING_BINDS for it in own.problems)
    found.add(it for it in own.problems if it.code != _NOTHING_BINDS)
    if unbound and "criteria" not in missing:
        missing = (*missing, "own_rule")
    style = Collector()
    text_rules.check_texts(written, place, style)
    _add(style, found, lenient=True)
    if missing:
        found.warn(place, "pack_question_lacks", id=question.id, missing=missing)
    return rules.Placed(drafts.without_stand_ins(question, written, missing), place)


def _add(own: Collector, found: Collector, *, lenient: bool) -> None:
    """Add problems; in a draft the style of texts only warns."""
    for it in own.problems:
        soft = lenient and it.code in text_rules.STYLE
        found.add([it.softened() if soft else it])
