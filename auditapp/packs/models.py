"""The shape of checklist files as strict pydantic models (docs/packs.md).

Only the reader and the JSON Schema writer import this module: pydantic costs 0.2 s, and what the
program works with afterwards are the dataclasses of ``content``. Whatever needs more than one node
to judge stands in ``rules``.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from auditapp.domain.vocabulary import Prepare, QuestionScope, QuestionType, Result, Sector
from auditapp.packs.content import CardKind, FactKind, Jurisdiction, MeasureUnit, SamplingMethod

TEXT_LIMIT = 2000
Text = Annotated[str, Field(min_length=1, max_length=TEXT_LIMIT)]
Minutes = Annotated[int, Field(ge=0, le=10_000)]
Departures = Annotated[float, Field(ge=0, le=1_000_000, allow_inf_nan=False)]
Version = Annotated[int, Field(ge=1, le=1_000_000)]
CriterionId = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9.]+)+$", max_length=80)]
PackId = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9]{1,11}$")]
SectionId = Annotated[str, Field(pattern=r"^[A-Za-z0-9_]+(\.[A-Za-z0-9_]+)*$", max_length=30)]
PartName = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]*\.yaml$", max_length=80)]
Tag = Annotated[str, Field(pattern=r"^(4\.([1-9]|1[0-5])|risk_stage:(identify|control|manage))$")]
# A rule or a clock of a profile, as the tickets room names them: R-056c, CB-11, CN-CPL-8.
RuleId = Annotated[str, Field(pattern=r"^[A-Z][A-Za-z0-9]{0,11}(-[A-Za-z0-9]{1,12}){0,4}$")]
SourceNote = Annotated[
    str, Field(pattern=r"^(ISO|S[0-4]|law|practice)(, (ISO|S[0-4]|law|practice))*$")
]
Word = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
Context = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_.-]*$", max_length=80)]
Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
LockKey = Literal[
    "all", "off", "order", "type", "scope", "core", "prepare", "effort", "weight", "tags",
    "auto_rule", "na_allowed", "criteria", "shown_if", "own_rule", "q", "ask", "look_for",
    "evidence", "negative_test", "sampling", "rating",
]  # fmt: skip
Locks = Annotated[list[LockKey], Field(max_length=30)]
_RESULTS = tuple(it.value for it in Result)
SectorValue = Annotated[Sector, Field(strict=False)]


class Strict(BaseModel):
    """No unknown keys, no silent conversion."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class BilingualText(Strict):
    """One text in both languages, each written natively."""

    en: Text
    zh: Text


class BilingualPoints(Strict):
    """Points in both languages: same number, same order."""

    en: Annotated[list[Text], Field(min_length=1, max_length=12)]
    zh: Annotated[list[Text], Field(min_length=1, max_length=12)]


class LookFor(Strict):
    """Three to five points to look for in both languages: same number, same order."""

    en: Annotated[list[Text], Field(min_length=3, max_length=5)]
    zh: Annotated[list[Text], Field(min_length=3, max_length=5)]


class EffortModel(Strict):
    """Minutes for the question and for each sampled item (0 when nothing is sampled)."""

    question: Minutes
    item: Minutes


class SamplingModel(Strict):
    """What is drawn and how."""

    method: Annotated[SamplingMethod, Field(strict=False)]
    default_n: Annotated[int, Field(ge=1, le=100_000)] | None = None
    population: BilingualText
    strata: list[Word] = Field(default_factory=list[str], max_length=10)
    note: BilingualText | None = None


class BandModel(Strict):
    """A result for over < departures <= up_to."""

    result: Literal["conforming", "improvement", "minor", "major"]
    over: Departures | None = None
    up_to: Departures | None = None
    weakness: bool = False
    text: BilingualText


class RatingModel(Strict):
    """The measure counts departures from the criterion; 0 is "nothing departs"."""

    measure: BilingualText
    unit: Annotated[MeasureUnit, Field(strict=False)]
    bands: Annotated[list[BandModel], Field(min_length=2, max_length=4)]
    aggravating: BilingualPoints | None = None


class TestModel(Strict):
    """A fact of the profile (``is`` may be left out for a flag) or the answer to a question."""

    profile: Word | None = None
    answer: Annotated[str, Field(min_length=1, max_length=60)] | None = None
    among: Annotated[list[Word], Field(min_length=1, max_length=20)] | None = Field(
        default=None, alias="is"
    )

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        heads = ("profile", "answer", "all", "any")
        forms = [key for key in heads if getattr(self, key, None) is not None]
        if len(forms) != 1:
            raise PydanticCustomError("pack_condition_form", "one of profile, answer, all, any")
        if forms[0] in ("all", "any") and self.among is not None:
            raise PydanticCustomError("pack_condition_is_group", "is beside all or any")
        if forms[0] == "answer":
            if self.among is None:
                raise PydanticCustomError("pack_condition_is_missing", "answer without is")
            if wrong := [it for it in self.among if it not in _RESULTS]:
                told = {"value": wrong[0], "choices": _RESULTS}
                raise PydanticCustomError("pack_not_a_choice", "no result", told)
        return self


class GroupModel(TestModel):
    """A test, or a group of tests."""

    all: Annotated[list[TestModel], Field(min_length=2, max_length=20)] | None = None
    any: Annotated[list[TestModel], Field(min_length=2, max_length=20)] | None = None


class ConditionModel(TestModel):
    """When a question is asked: a test, or a group of tests and groups."""

    all: Annotated[list[GroupModel], Field(min_length=2, max_length=20)] | None = None
    any: Annotated[list[GroupModel], Field(min_length=2, max_length=20)] | None = None


class QuestionModel(Strict):
    """One question."""

    id: Annotated[str, Field(max_length=60)]
    section: SectionId
    version: Version
    type: Annotated[QuestionType, Field(strict=False)]
    scope: Annotated[QuestionScope, Field(strict=False)]
    core: bool
    prepare: Annotated[Prepare, Field(strict=False)]
    effort: EffortModel
    weight: Annotated[int, Field(ge=1, le=5)]
    tags: list[Tag] = Field(default_factory=list[str], max_length=18)
    auto_rule: RuleId | None = None
    na_allowed: bool
    verified: bool
    source: SourceNote
    criteria: Annotated[list[CriterionId], Field(min_length=1, max_length=12)]
    own_rule: BilingualText | None = None
    q: BilingualText
    ask: BilingualText
    look_for: LookFor
    evidence: BilingualPoints
    negative_test: BilingualText
    sampling: SamplingModel | None = None
    rating: RatingModel
    shown_if: ConditionModel | None = None
    off: bool = False
    locked: Locks = Field(default_factory=list[LockKey])
    held: Locks = Field(default_factory=list[LockKey])


class DraftQuestionModel(QuestionModel):
    """A question of a draft pack once stand-ins fill what is missing: it may cite nothing."""

    criteria: list[CriterionId] = Field(default_factory=list[str], max_length=12)


class PartFile(Strict):
    """A part file of a pack."""

    questions: Annotated[list[QuestionModel], Field(min_length=1)]


class SectionModel(Strict):
    """A section; its parent is the id before the last dot when that is listed."""

    id: SectionId
    title: BilingualText


class BasedOnModel(Strict):
    """The pack that a tailored one was copied from; ``sha256`` is that of its source."""

    id: PackId
    version: Version
    sha256: Digest


class PackHead(Strict):
    """pack.yaml."""

    id: PackId
    version: Version
    status: Literal["draft", "complete"] = "complete"
    based_on: BasedOnModel | None = None
    locked: Locks = Field(default_factory=list[LockKey])
    held: Locks = Field(default_factory=list[LockKey])
    title: BilingualText
    audience: BilingualText
    description: BilingualText
    sectors: Annotated[list[SectorValue], Field(min_length=1)]
    parts: Annotated[list[PartName], Field(min_length=1)]
    sections: Annotated[list[SectionModel], Field(min_length=1)]


class CardModel(Strict):
    """A criterion card."""

    id: CriterionId
    kind: Annotated[CardKind, Field(strict=False)]
    source: BilingualText
    issuer: BilingualText
    article: Text
    title: BilingualText
    paraphrase: BilingualText
    force: Literal["law", "regulator", "guidance"]
    jurisdiction: Annotated[Jurisdiction, Field(strict=False)]
    sectors: Annotated[list[SectorValue], Field(min_length=1)]
    in_force_since: date | None
    edition: Text
    verified: bool
    watch: bool
    replaced_by: CriterionId | None


class CriteriaFile(Strict):
    """A file of criterion cards."""

    criteria: Annotated[list[CardModel], Field(min_length=1)]


class TermModel(Strict):
    """A glossary entry; without contexts it holds everywhere."""

    id: Word
    en: Text
    zh: Text
    contexts: list[Context] = Field(default_factory=list[str])
    note: BilingualText | None = None


class MisuseModel(Strict):
    """A word that is wrong for a concept in some contexts."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
    concept: Word
    contexts: Annotated[list[Context], Field(min_length=1)]
    lang: Literal["en", "zh"]
    wrong: Text
    right: Text
    allowed_in: list[Text]
    note: BilingualText


class GlossaryFile(Strict):
    """glossary.yaml."""

    terms: Annotated[list[TermModel], Field(min_length=1)]
    term_sets: dict[str, dict[str, BilingualText]] = Field(
        default_factory=dict[str, dict[str, BilingualText]]
    )
    misuse: list[MisuseModel] = Field(default_factory=list[MisuseModel])


class OptionModel(Strict):
    """One way to read an unclear place."""

    value: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_.]*$")]
    en: Text
    zh: Text


class AmbiguityModel(Strict):
    """A place where a source is unclear: the readings, the default and the switch."""

    id: Annotated[str, Field(pattern=r"^A-[0-9]{2,3}$")]
    title: BilingualText
    text: BilingualText
    affects: list[RuleId]
    switch: Word
    default: Annotated[str, Field(min_length=1)]
    options: Annotated[list[OptionModel], Field(min_length=1)]


class AmbiguitiesFile(Strict):
    """ambiguities.yaml."""

    ambiguities: Annotated[list[AmbiguityModel], Field(min_length=1)]


class FactValueModel(Strict):
    """One value of a fact."""

    id: Word
    name: BilingualText


class FactModel(Strict):
    """A fact about the organisation."""

    id: Word
    kind: Annotated[FactKind, Field(strict=False)]
    name: BilingualText
    question: BilingualText
    values: Annotated[list[FactValueModel], Field(min_length=2, max_length=60)] | None = None
    from_audit: bool = False


class ProfileFile(Strict):
    """profile.yaml."""

    facts: Annotated[list[FactModel], Field(min_length=1)]
