"""What a pack holds once it is read: frozen dataclasses, standard library only.

The format they come from is docs/packs.md. Nothing here imports pydantic, so that opening an
audit file with its frozen packs stays fast.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from auditapp.domain.vocabulary import (
    Force,
    Lang,
    Prepare,
    QuestionScope,
    QuestionType,
    Result,
    Sector,
)
from auditapp.errors import UserError
from auditapp.packs.conditions import NO, YES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from auditapp.packs.conditions import Condition
    from auditapp.packs.problems import Problem


class SamplingMethod(StrEnum):
    """How the items of a question are drawn."""

    ATTRIBUTE = "attribute"
    DISCOVERY = "discovery"
    TAKE_ALL = "take_all"
    JUDGEMENT = "judgement"
    WALKTHROUGH = "walkthrough"


class MeasureUnit(StrEnum):
    """What a rating's measure counts."""

    CASES = "cases"
    PERCENT = "percent"
    ELEMENTS = "elements"
    ATTEMPTS = "attempts"
    DAYS = "days"
    UNITS = "units"


class CardKind(StrEnum):
    """What kind of source a criterion card stands for."""

    STANDARD = "standard"
    LAW = "law"
    REGULATION = "regulation"
    REGIME = "regime"


class FactKind(StrEnum):
    """How a fact about the organisation is stated: yes or no, one value, or any number of them."""

    FLAG = "flag"
    CHOICE = "choice"
    SET = "set"


class Jurisdiction(StrEnum):
    """Where a criterion card applies."""

    ANY = "any"
    CN = "CN"
    UK = "UK"
    AU = "AU"
    US = "US"
    EU = "EU"
    CA = "CA"
    HK = "HK"


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One text in both languages."""

    en: str
    zh: str

    def get(self, lang: Lang) -> str:
        """The text in ``lang``."""
        return self.zh if lang is Lang.ZH else self.en


@dataclass(frozen=True, slots=True)
class BilingualList:
    """A list of points in both languages; the n-th points say the same."""

    en: tuple[str, ...]
    zh: tuple[str, ...]

    def get(self, lang: Lang) -> tuple[str, ...]:
        """The points in ``lang``."""
        return self.zh if lang is Lang.ZH else self.en


@dataclass(frozen=True, slots=True)
class Sampling:
    """How many of what is looked at; ``default_n`` is None where everything is taken."""

    method: SamplingMethod
    population: Bilingual
    default_n: int | None = None
    strata: tuple[str, ...] = ()
    note: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """A result for ``over < departures <= up_to``; None means open on that side."""

    result: Result
    text: Bilingual
    over: float | None = None
    up_to: float | None = None
    weakness: bool = False


@dataclass(frozen=True, slots=True)
class Rating:
    """How departures from the criterion become a result (docs/packs.md, Rating bands)."""

    measure: Bilingual
    unit: MeasureUnit
    bands: tuple[Band, ...]
    aggravating: BilingualList | None = None

    def band_for(
        self, departures: float, *, weak: bool = False, aggravated: bool = False
    ) -> Band | None:
        """The band for a count (or percentage) of departures; None if the rating has none.

        ``weak``: nothing departs, but the practice is weak. ``aggravated``: one of the aggravating
        circumstances is there, which makes any departure major.
        """
        if departures <= 0:
            return next((band for band in self.bands if band.weakness == weak), None)
        after_zero = [band for band in self.bands if band.over is not None]
        if aggravated:
            return next((band for band in after_zero if band.result is Result.MAJOR), None)
        for band in after_zero:
            if band.up_to is None or departures <= band.up_to:
                return band
        return None


@dataclass(frozen=True, slots=True)
class FactValue:
    """One value that a fact can have."""

    id: str
    name: Bilingual


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact about the organisation that decides what is asked; a flag's values are yes and no.

    ``from_audit``: nobody is asked, the audit itself says so (its sector).
    """

    id: str
    kind: FactKind
    name: Bilingual
    question: Bilingual
    values: tuple[FactValue, ...] = ()
    from_audit: bool = False

    @property
    def value_ids(self) -> tuple[str, ...]:
        """What the fact may be."""
        if self.kind is FactKind.FLAG:
            return (YES, NO)
        return tuple(value.id for value in self.values)


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a pack; ``effort_question`` and ``effort_item`` are minutes.

    ``missing`` names the parts that a question of a draft pack lacks (``rating``, ``q.zh``): such a
    part is empty here, a text that lacks a language holds that of the other one.
    """

    id: str
    section: str
    version: int
    type: QuestionType
    scope: QuestionScope
    core: bool
    prepare: Prepare
    effort_question: int
    effort_item: int
    weight: int
    na_allowed: bool
    verified: bool
    source: str
    criteria: tuple[str, ...]
    q: Bilingual
    ask: Bilingual
    look_for: BilingualList
    evidence: BilingualList
    negative_test: Bilingual
    rating: Rating
    tags: tuple[str, ...] = ()
    auto_rule: str | None = None
    own_rule: Bilingual | None = None
    sampling: Sampling | None = None
    shown_if: Condition | None = None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a pack; ``parent`` is the id before the last dot where that is listed."""

    id: str
    title: Bilingual
    parent: str | None


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack: sections in reading order, questions in the order of their sections.

    ``facts`` are those that its conditions ask for. ``draft``: not finished, its questions may lack
    parts; an audit takes it only when the user says so (``freeze``).
    """

    id: str
    version: int
    title: Bilingual
    audience: Bilingual
    description: Bilingual
    sectors: tuple[Sector, ...]
    sections: tuple[Section, ...]
    questions: tuple[Question, ...]
    facts: tuple[Fact, ...] = ()
    draft: bool = False
    by_id: Mapping[str, Question] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {question.id: question for question in self.questions})


@dataclass(frozen=True, slots=True)
class CriterionCard:
    """A clause of a standard or an article of a law, paraphrased in our own words."""

    id: str
    kind: CardKind
    source: Bilingual
    issuer: Bilingual
    article: str
    title: Bilingual
    paraphrase: Bilingual
    force: Force
    jurisdiction: Jurisdiction
    sectors: tuple[Sector, ...]
    edition: str
    verified: bool
    watch: bool
    in_force_since: date | None = None
    replaced_by: str | None = None


@dataclass(frozen=True, slots=True)
class FrozenPack:
    """A pack as an audit file keeps it: with the cards it cites and the SHA-256 of its bytes."""

    pack: Pack
    criteria: tuple[CriterionCard, ...]
    sha256: str
    cards: Mapping[str, CriterionCard] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "cards", {card.id: card for card in self.criteria})


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry; ``contexts`` empty means that it holds everywhere."""

    id: str
    term: Bilingual
    note: Bilingual | None = None
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Misuse:
    """A word that is wrong for a concept in some contexts, except inside the phrases allowed."""

    id: str
    concept: str
    contexts: tuple[str, ...]
    lang: Lang
    wrong: str
    right: str
    allowed_in: tuple[str, ...]
    note: Bilingual


@dataclass(frozen=True, slots=True)
class Glossary:
    """The words of the trade; ``term_sets`` are chosen per audit (system audit, internal audit)."""

    terms: tuple[Term, ...] = ()
    term_sets: Mapping[str, Mapping[str, Bilingual]] = field(
        default_factory=dict[str, "Mapping[str, Bilingual]"]
    )
    misuse: tuple[Misuse, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read an unclear place."""

    value: str
    text: Bilingual


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A place where a source is unclear: the readings, the default and the switch between them."""

    id: str
    title: Bilingual
    text: Bilingual
    affects: tuple[str, ...]
    switch: str
    default: str
    options: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class TaxonomyEntry:
    """A value of a list; ``parent`` is one that stands before it."""

    id: str
    name: Bilingual
    parent: str | None = None
    sectors: tuple[Sector, ...] = (Sector.ALL,)
    note: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """A list of codes (causes, products …) with which findings and tickets are coded."""

    id: str
    title: Bilingual
    values: tuple[TaxonomyEntry, ...]


@dataclass(frozen=True, slots=True)
class ScaleItem:
    """What costs so many points."""

    id: str
    name: Bilingual
    points: int


@dataclass(frozen=True, slots=True)
class ScaleOutcome:
    """The outcome for ``over < points <= up_to``, and what it deducts."""

    id: str
    name: Bilingual
    deduction: int
    over: int | None = None
    up_to: int | None = None


@dataclass(frozen=True, slots=True)
class LiabilityScale:
    """How liability is scored (定责标准): items cost points, points give an outcome."""

    id: str
    title: Bilingual
    verified: bool
    items: tuple[ScaleItem, ...]
    outcomes: tuple[ScaleOutcome, ...]
    note: Bilingual | None = None

    def outcome(self, points: int) -> ScaleOutcome:
        """The outcome for a number of points; the checked bands leave no gap."""
        return next(it for it in self.outcomes if it.up_to is None or points <= it.up_to)


@dataclass(frozen=True, slots=True)
class Library:
    """All packs and criteria; ``left_out`` says what kept packs of the user's folder out."""

    packs: tuple[Pack, ...]
    criteria: Mapping[str, CriterionCard]
    glossary: Glossary = field(default_factory=Glossary)
    ambiguities: tuple[Ambiguity, ...] = ()
    facts: tuple[Fact, ...] = ()
    taxonomies: tuple[Taxonomy, ...] = ()
    scales: tuple[LiabilityScale, ...] = ()
    left_out: tuple[Problem, ...] = ()

    def pack(self, pack_id: str) -> Pack:
        """The pack with this id. Raises UserError ``pack_not_found``."""
        for pack in self.packs:
            if pack.id == pack_id:
                return pack
        known = tuple(pack.id for pack in self.packs)
        raise UserError("pack_not_found", pack=pack_id, known=known)
