"""The words of the trade as enums: stored by value, shown through ``auditapp.texts``.

Values never change once a file holds them. Terms: ISO 19011 (audit), ISO 10002 (complaints).
"""

from __future__ import annotations

from enum import StrEnum


class Lang(StrEnum):
    """A language of screens, contents and reports."""

    ZH = "zh"
    EN = "en"


class Result(StrEnum):
    """What an auditor decides about one question in one unit (判定)."""

    CONFORMING = "conforming"
    IMPROVEMENT = "improvement"
    MINOR = "minor"
    MAJOR = "major"
    NOT_APPLICABLE = "not_applicable"
    NOT_CONCLUSIVE = "not_conclusive"


class Grade(StrEnum):
    """The grade of a finding."""

    MAJOR = "major"
    MINOR = "minor"
    OBSERVATION = "observation"
    IMPROVEMENT = "improvement"
    GOOD_PRACTICE = "good_practice"


class Force(StrEnum):
    """How strongly a criterion binds the auditee (约束力)."""

    LAW = "law"
    REGULATOR = "regulator"
    OWN_PROCEDURE = "own_procedure"
    CONTRACT = "contract"
    ADOPTED_STANDARD = "adopted_standard"
    GUIDANCE = "guidance"
    TEMPLATE = "template"


class Nature(StrEnum):
    """Where a nonconformity sits: the document, its doing, its effect (体系性/实施性/效果性)."""

    SYSTEM = "system"
    IMPLEMENTATION = "implementation"
    EFFECT = "effect"


class Extent(StrEnum):
    """How widespread a deviation is (偶发/重复发生/普遍)."""

    ISOLATED = "isolated"
    REPEATED = "repeated"
    WIDESPREAD = "widespread"


class FindingState(StrEnum):
    """The life of a finding."""

    DRAFT = "draft"
    FACTS_CONFIRMED = "facts_confirmed"
    PRESENTED = "presented"
    ACCEPTED = "accepted"
    ACCEPTED_WITH_COMMENT = "accepted_with_comment"
    DISPUTED = "disputed"
    ISSUED = "issued"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class ActionKind(StrEnum):
    """Correction 纠正 puts the case right, corrective action 纠正措施 removes the cause."""

    CORRECTION = "correction"
    CORRECTIVE_ACTION = "corrective_action"


class ActionState(StrEnum):
    """The life of a correction or corrective action."""

    DRAFT = "draft"
    ACCEPTED = "accepted"
    CORRECTION_DONE = "correction_done"
    CAUSE_AGREED = "cause_agreed"
    ACTION_PLANNED = "action_planned"
    IMPLEMENTED = "implemented"
    CHECK_DUE = "check_due"
    EFFECTIVE = "effective"
    INEFFECTIVE = "ineffective"
    CANCELLED = "cancelled"


class AuditState(StrEnum):
    """The life of an audit; from *issued* on only responses, actions and follow-up may change."""

    PLANNED = "planned"
    FIELDWORK = "fieldwork"
    REPORTING = "reporting"
    ISSUED = "issued"
    FOLLOW_UP = "follow_up"
    CLOSED = "closed"


class UnitKind(StrEnum):
    """What kind of place or part a unit is (受审核单位)."""

    HEAD_OFFICE = "head_office"
    BRANCH = "branch"
    SITE = "site"
    DEPARTMENT = "department"
    OUTLET = "outlet"
    VENDOR = "vendor"


class EvidenceKind(StrEnum):
    """What an evidence item is."""

    FILE = "file"
    PHOTO = "photo"
    SCREENSHOT = "screenshot"
    NOTE = "note"
    INTERVIEW = "interview"
    OBSERVATION = "observation"
    DOCUMENT = "document"
    TICKET = "ticket"


class PersonalData(StrEnum):
    """Whether an evidence item contains personal data; *yes* never leaves in a branch copy."""

    NONE = "none"
    MASKED = "masked"
    YES = "yes"


class Storage(StrEnum):
    """Whether the bytes lie in the audit file or beside it under a path with their hash."""

    EMBEDDED = "embedded"
    LINKED = "linked"


class Role(StrEnum):
    """A person's role in the audit."""

    TEAM_LEADER = "team_leader"
    AUDITOR = "auditor"
    TECHNICAL_EXPERT = "technical_expert"
    OBSERVER = "observer"
    GUIDE = "guide"
    AUDITEE = "auditee"


class QuestionScope(StrEnum):
    """Whether a question is asked once for the organisation or in each unit."""

    ORGANISATION = "organisation"
    PER_UNIT = "per_unit"


class QuestionType(StrEnum):
    """How a question is answered."""

    DOCUMENT = "document"
    INTERVIEW = "interview"
    OBSERVATION = "observation"
    SAMPLE = "sample"
    CALCULATION = "calculation"
    MYSTERY = "mystery"


class Prepare(StrEnum):
    """Where a question is prepared or answered."""

    DESK = "desk"
    SITE = "site"
    DATA = "data"


class Stage(StrEnum):
    """When a standing check matters."""

    FIELDWORK = "fieldwork"
    CLOSING = "closing"
    ISSUE = "issue"
    PLAN_DUE = "plan_due"
    FOLLOW_UP = "follow_up"


class CheckKind(StrEnum):
    """Whether a standing check blocks its stage or only warns."""

    BLOCKS = "blocks"
    WARNS = "warns"


class Sector(StrEnum):
    """The auditee's sector; a law binds only where its sector matches."""

    ALL = "all"
    TELECOM = "telecom"
    BANK = "bank"
    INSURANCE = "insurance"
    CONTACT_CENTRE = "contact_centre"


class SignOffStage(StrEnum):
    """Prepared by, reviewed by, signed off."""

    PREPARED = "prepared"
    REVIEWED = "reviewed"
    SIGNED_OFF = "signed_off"


class TargetKind(StrEnum):
    """What an auditee's criterion is linked to."""

    QUESTION = "question"
    CLAUSE = "clause"


class TermSet(StrEnum):
    """The words of one audit: of a management-system audit, or of an internal audit department."""

    SYSTEM_AUDIT = "system_audit"
    INTERNAL_AUDIT = "internal_audit"


class Completeness(StrEnum):
    """Whether a population's figures agree with what the auditee told (domain notes §4.2)."""

    RECONCILED = "reconciled"
    NOT_ESTABLISHED = "not_established"


class Dimension(StrEnum):
    """By what the results of a rule are broken down."""

    MONTH = "month"
    UNIT = "unit"
    CHANNEL = "channel"
    CATEGORY = "category"


class Verdict(StrEnum):
    """What a rule says about one ticket; what is missing is never a pass."""

    PASS = "pass"  # noqa: S105  (a verdict)
    FAIL = "fail"
    RUNNING = "running"
    NOT_APPLICABLE = "not_applicable"
    CANNOT_TEST = "cannot_test"
