"""Lists of codes as plain values and back, and a list as one organisation has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditapp.domain.vocabulary import Sector
from auditapp.packs.codec import Plain, without_none
from auditapp.packs.content import (
    Bilingual,
    LiabilityScale,
    ScaleItem,
    ScaleOutcome,
    Taxonomy,
    TaxonomyEntry,
)
from auditapp.packs.selection import serves

if TYPE_CHECKING:
    from collections.abc import Iterable


def _text(plain: Plain) -> Bilingual:
    return Bilingual(plain["en"], plain["zh"])


def _put(text: Bilingual | None) -> Plain | None:
    return None if text is None else {"en": text.en, "zh": text.zh}


def taxonomy_of(plain: Plain) -> Taxonomy:
    """A list from its plain form."""
    return Taxonomy(plain["id"], _text(plain["title"]), tuple(map(_entry, plain["values"])))


def _entry(plain: Plain) -> TaxonomyEntry:
    note = plain.get("note")
    return TaxonomyEntry(
        plain["id"],
        _text(plain["name"]),
        plain.get("parent"),
        tuple(Sector(it) for it in plain.get("sectors", ("all",))),
        None if note is None else _text(note),
    )


def put_taxonomy(taxonomy: Taxonomy) -> Plain:
    """The plain form of a list."""
    values = [
        without_none(
            {
                "id": it.id,
                "name": _put(it.name),
                "parent": it.parent,
                "sectors": [sector.value for sector in it.sectors],
                "note": _put(it.note),
            }
        )
        for it in taxonomy.values
    ]
    return {"id": taxonomy.id, "title": _put(taxonomy.title), "values": values}


def scale_of(plain: Plain) -> LiabilityScale:
    """A liability scale from its plain form."""
    note = plain.get("note")
    return LiabilityScale(
        id=plain["id"],
        title=_text(plain["title"]),
        verified=plain["verified"],
        items=tuple(ScaleItem(it["id"], _text(it["name"]), it["points"]) for it in plain["items"]),
        outcomes=tuple(
            ScaleOutcome(
                it["id"], _text(it["name"]), it["deduction"], it.get("over"), it.get("up_to")
            )
            for it in plain["outcomes"]
        ),
        note=None if note is None else _text(note),
    )


def put_scale(scale: LiabilityScale) -> Plain:
    """The plain form of a liability scale."""
    plain = {
        "id": scale.id,
        "title": _put(scale.title),
        "verified": scale.verified,
        "items": [{"id": it.id, "name": _put(it.name), "points": it.points} for it in scale.items],
        "outcomes": [
            without_none(
                {
                    "id": it.id,
                    "name": _put(it.name),
                    "deduction": it.deduction,
                    "over": it.over,
                    "up_to": it.up_to,
                }
            )
            for it in scale.outcomes
        ],
        "note": _put(scale.note),
    }
    return without_none(plain)


def for_sector(taxonomy: Taxonomy, sector: Sector) -> tuple[TaxonomyEntry, ...]:
    """The values that serve an organisation of ``sector``; all of them when that is *all*."""
    return tuple(_serving(taxonomy.values, sector))


def _serving(values: Iterable[TaxonomyEntry], sector: Sector) -> Iterable[TaxonomyEntry]:
    return (it for it in values if sector is Sector.ALL or serves(it.sectors, sector))
