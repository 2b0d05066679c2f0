"""Reads the registers beside the packs: glossary, ambiguities, facts of the profile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from auditapp.domain.vocabulary import Lang, Sector
from auditapp.packs import codec, models, rules, text_rules
from auditapp.packs.conditions import SECTOR
from auditapp.packs.content import FactKind, Glossary
from auditapp.packs.problems import Collector, Place
from auditapp.packs.shape import check_shape
from auditapp.packs.yaml_lines import read_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pydantic import BaseModel

    from auditapp.packs.content import Ambiguity, Fact, Misuse


def read_registers(
    roots: Sequence[Path], found: Collector
) -> tuple[Glossary, tuple[Ambiguity, ...]]:
    """The glossary and the ambiguities of the first root that has them."""
    glossary = Glossary()
    ambiguities: tuple[Ambiguity, ...] = ()
    for root in reversed(roots):
        glossary = _read_glossary(root / "glossary.yaml", found) or glossary
        ambiguities = _read_ambiguities(root / "ambiguities.yaml", found) or ambiguities
    return glossary, ambiguities


def read_profile(
    roots: Sequence[Path], beside: Sequence[Path], found: Collector
) -> tuple[Fact, ...]:
    """The facts about the organisation, of the first root that has them; faults of files that are
    only looked at are not told."""
    facts: tuple[Fact, ...] | None = None
    for root in dict.fromkeys((*roots, *beside)):
        if facts is None and (root / "profile.yaml").is_file():
            facts = _read_profile(root / "profile.yaml", found if root in roots else Collector())
    return facts or ()


def check_misuse(placed: rules.Placed, misuses: Sequence[Misuse], found: Collector) -> None:
    """A question uses no word that the glossary calls wrong for a criterion that it cites."""
    for misuse in misuses:
        if not set(misuse.contexts) & set(placed.question.criteria):
            continue
        text = "\n".join(_words(codec.put_question(placed.question), misuse.lang))
        for phrase in (*misuse.allowed_in, misuse.right):
            text = text.replace(phrase, "")
        if misuse.wrong in text:
            found.warn(
                placed.place,
                "pack_word_misused",
                id=placed.question.id,
                wrong=misuse.wrong,
                right=misuse.right,
            )


def _words(value: object, lang: Lang, *, inside: bool = False) -> list[str]:
    """All texts in one language below a plain value."""
    if isinstance(value, str):
        return [value] if inside else []
    if isinstance(value, dict):
        pairs = cast("dict[str, Any]", value)
        return [
            text
            for key, item in pairs.items()
            for text in _words(item, lang, inside=inside or key == lang.value)
        ]
    if isinstance(value, list):
        items = cast("list[Any]", value)
        return [text for item in items for text in _words(item, lang, inside=inside)]
    return []


def _read_whole(file: Path, model: type[BaseModel], found: Collector) -> tuple[Any, Place] | None:
    """A file's plain value once its shape and its texts are checked."""
    read = read_yaml(file, found) if file.is_file() else None
    if read is None:
        return None
    data, source = read
    checked = check_shape(model, data, Place(source), found)
    if checked is None:
        return None
    # Notes explain words of both languages, and an option may be a formula.
    mixed = frozenset({"note", "options"})
    text_rules.check_texts(data, Place(source), found, mixed=mixed)
    return checked.model_dump(mode="json", exclude_none=True, by_alias=True), Place(source)


def _read_glossary(file: Path, found: Collector) -> Glossary | None:
    read = _read_whole(file, models.GlossaryFile, found)
    if read is None:
        return None
    plain, place = read
    glossary = codec.glossary_of(plain)
    terms = [(it.id, place.at("terms", at)) for at, it in enumerate(glossary.terms)]
    misuses = [(it.id, place.at("misuse", at)) for at, it in enumerate(glossary.misuse)]
    rules.check_unique(terms, "pack_entry_taken", found)
    rules.check_unique(misuses, "pack_entry_taken", found)
    known = {term.id for term in glossary.terms}
    for at, misuse in enumerate(glossary.misuse):
        if misuse.concept not in known:
            here = place.at("misuse", at, "concept")
            found.error(here, "pack_concept_unknown", id=misuse.concept)
    return glossary


def _read_ambiguities(file: Path, found: Collector) -> tuple[Ambiguity, ...] | None:
    read = _read_whole(file, models.AmbiguitiesFile, found)
    if read is None:
        return None
    plain, place = read
    ambiguities = tuple(codec.ambiguity_of(it) for it in plain["ambiguities"])
    places = [place.at("ambiguities", at) for at in range(len(ambiguities))]
    ids = [it.id for it in ambiguities]
    switches = [it.switch for it in ambiguities]
    rules.check_unique(list(zip(ids, places, strict=True)), "pack_entry_taken", found)
    rules.check_unique(list(zip(switches, places, strict=True)), "pack_entry_taken", found)
    for ambiguity, here in zip(ambiguities, places, strict=True):
        values = tuple(option.value for option in ambiguity.options)
        if len(set(values)) != len(values):
            found.error(here.at("options"), "pack_listed_twice", key="options")
        if ambiguity.default not in values:
            found.error(
                here.at("default"),
                "pack_not_a_choice",
                key="default",
                value=ambiguity.default,
                choices=values,
            )
    return ambiguities


def _read_profile(file: Path, found: Collector) -> tuple[Fact, ...] | None:
    read = _read_whole(file, models.ProfileFile, found)
    if read is None:
        return None
    plain, place = read
    facts = tuple(codec.fact_of(it) for it in plain["facts"])
    places = [place.at("facts", at) for at in range(len(facts))]
    rules.check_unique(
        [(it.id, here) for it, here in zip(facts, places, strict=True)], "pack_entry_taken", found
    )
    for fact, here in zip(facts, places, strict=True):
        values = [value.id for value in fact.values]
        if (fact.kind is FactKind.FLAG) == bool(values):
            found.error(here, "pack_fact_values", id=fact.id, kind=fact.kind.value)
        if len(set(values)) != len(values):
            found.error(here.at("values"), "pack_listed_twice", key="values")
        if fact.from_audit != (fact.id == SECTOR):
            found.error(here, "pack_fact_from_audit", id=fact.id)
        elif fact.from_audit and not set(values) <= {it.value for it in Sector}:
            known = tuple(it.value for it in Sector)
            found.error(here.at("values"), "pack_fact_sectors", known=known)
    return facts
