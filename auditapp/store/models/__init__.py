"""The tables of an audit file, one module per subject; importing this package registers all."""

from __future__ import annotations

from auditapp.store.models.base import Base
from auditapp.store.models.criteria import (
    Adoption,
    AdoptionUnit,
    CardDecision,
    Criterion,
    CriterionLink,
)
from auditapp.store.models.findings import (
    Action,
    ActionEvidence,
    Finding,
    FindingCriterion,
    FindingEvidence,
)
from auditapp.store.models.plan import (
    Assignment,
    Audit,
    Counter,
    FrozenPack,
    Person,
    SignOff,
    Text,
    Unit,
    UnitPack,
)
from auditapp.store.models.work import Answer, AnswerEvidence, Evidence, Maturity

__all__ = [
    "Action",
    "ActionEvidence",
    "Adoption",
    "AdoptionUnit",
    "Answer",
    "AnswerEvidence",
    "Assignment",
    "Audit",
    "Base",
    "CardDecision",
    "Counter",
    "Criterion",
    "CriterionLink",
    "Evidence",
    "Finding",
    "FindingCriterion",
    "FindingEvidence",
    "FrozenPack",
    "Maturity",
    "Person",
    "SignOff",
    "Text",
    "Unit",
    "UnitPack",
]
