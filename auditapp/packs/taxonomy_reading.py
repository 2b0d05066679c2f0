"""Reads ``taxonomies/*.yaml`` strictly: lists of codes, and liability scales."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final, cast

from pydantic import BaseModel, Field

from auditapp.packs import rules, text_rules
from auditapp.packs.models import BilingualText, SectorValue, Strict, Word
from auditapp.packs.problems import Place
from auditapp.packs.shape import check_shape
from auditapp.packs.taxonomies import scale_of, taxonomy_of
from auditapp.packs.yaml_lines import read_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from auditapp.packs.content import LiabilityScale, Taxonomy
    from auditapp.packs.problems import Collector

DEEPEST: Final = 3
"""So many levels a list may have."""
Points = Annotated[int, Field(ge=0, le=10_000)]


class ValueModel(Strict):
    """A value of a list."""

    id: Word
    name: BilingualText
    parent: Word | None = None
    sectors: Annotated[list[SectorValue], Field(min_length=1)] | None = None
    note: BilingualText | None = None


class TaxonomyFile(Strict):
    """A list of codes."""

    id: Word
    title: BilingualText
    values: Annotated[list[ValueModel], Field(min_length=1, max_length=2000)]


class ItemModel(Strict):
    """What costs points."""

    id: Word
    name: BilingualText
    points: Points


class OutcomeModel(Strict):
    """An outcome for over < points <= up_to."""

    id: Word
    name: BilingualText
    deduction: Points
    over: Points | None = None
    up_to: Points | None = None


class ScaleModel(Strict):
    """How liability is scored."""

    id: Word
    title: BilingualText
    note: BilingualText | None = None
    verified: bool
    items: Annotated[list[ItemModel], Field(min_length=1, max_length=200)]
    outcomes: Annotated[list[OutcomeModel], Field(min_length=2, max_length=20)]


class ScaleFile(Strict):
    """A file with one liability scale."""

    liability_scale: ScaleModel


def read_taxonomies(
    roots: Sequence[Path], found: Collector
) -> tuple[tuple[Taxonomy, ...], tuple[LiabilityScale, ...]]:
    """The lists and scales of all roots; a later root's list replaces one of the same id."""
    lists: dict[str, Taxonomy] = {}
    scales: dict[str, LiabilityScale] = {}
    for root in roots:
        here: list[tuple[str, Place]] = []
        for file in sorted((root / "taxonomies").glob("*.yaml")):
            read = read_yaml(file, found)
            if read is None:
                continue
            data, source = read
            place = Place(source)
            if _is_scale(data):
                scale = _read_scale(data, place, found)
                if scale is not None:
                    here.append((scale.id, place.at("liability_scale", "id")))
                    scales[scale.id] = scale
            else:
                listed = _read_list(data, place, found)
                if listed is not None:
                    here.append((listed.id, place.at("id")))
                    lists[listed.id] = listed
        rules.check_unique(here, "pack_entry_taken", found)
    return tuple(lists[name] for name in sorted(lists)), tuple(scales.values())


def _is_scale(data: object) -> bool:
    return isinstance(data, dict) and "liability_scale" in cast("dict[str, Any]", data)


def _read_list(data: object, place: Place, found: Collector) -> Taxonomy | None:
    model = check_shape(TaxonomyFile, data, place, found)
    if model is None:
        return None
    before = len(found.errors)
    text_rules.check_texts(data, place, found)
    depth: dict[str, int] = {}
    ids = [(it.id, place.at("values", n)) for n, it in enumerate(model.values)]
    rules.check_unique(ids, "pack_entry_taken", found)
    for n, value in enumerate(model.values):
        here = place.at("values", n)
        if value.sectors is not None:
            rules.check_sectors(value.sectors, here.at("sectors"), found)
        if value.parent is not None and value.parent not in depth:
            found.error(here.at("parent"), "pack_parent_unknown", id=value.parent)
        depth[value.id] = 1 + depth.get(value.parent or "", 0)
        if depth[value.id] > DEEPEST:
            found.error(here, "pack_list_deep", id=value.id, limit=DEEPEST)
    return None if len(found.errors) > before else taxonomy_of(_plain(model))


def _read_scale(data: object, place: Place, found: Collector) -> LiabilityScale | None:
    model = check_shape(ScaleFile, data, place, found)
    if model is None:
        return None
    before = len(found.errors)
    text_rules.check_texts(data, place, found)
    scale, here = model.liability_scale, place.at("liability_scale")
    for key, rows in (("items", scale.items), ("outcomes", scale.outcomes)):
        ids = [(it.id, here.at(key, n)) for n, it in enumerate(rows)]
        rules.check_unique(ids, "pack_entry_taken", found)
    reached: int | None = None
    for n, it in enumerate(scale.outcomes):
        last = n == len(scale.outcomes) - 1
        fits = it.over == reached and (it.up_to is None) == last
        if not fits or (it.up_to is not None and reached is not None and it.up_to <= reached):
            found.error(here.at("outcomes", n), "pack_scale_gap", id=it.id)
            break
        reached = it.up_to
    return None if len(found.errors) > before else scale_of(_plain(scale))


def _plain(model: BaseModel) -> dict[str, Any]:
    return model.model_dump(mode="json", exclude_none=True)
