"""The life of a finding: draft, facts confirmed, presented, answered, issued, closed.

What the auditee says and what the team says are separate. From *issued* on, text and grade change
only by a revision with a reason.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from auditapp.domain.life import LEADER, Life, Need, Side, step
from auditapp.domain.vocabulary import AuditState, FindingState
from auditapp.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Mapping

_S = FindingState
_FACTS: Final = (Need.FACTS_ROLE, Need.FACTS_ON, Need.FACTS_HOW)
_STATEMENT: Final = (Need.RESPONSE, Need.RESPONDED_ON)

LIFE: Final[Life[FindingState]] = Life(
    (
        step(_S.DRAFT, _S.FACTS_CONFIRMED, Need.CONDITION, Need.EVIDENCE, *_FACTS),
        step(_S.FACTS_CONFIRMED, _S.DRAFT),
        step(_S.FACTS_CONFIRMED, _S.PRESENTED, Need.PRESENTED_ON),
        step(_S.PRESENTED, _S.FACTS_CONFIRMED),
        step(_S.PRESENTED, _S.ACCEPTED, Need.RESPONDED_ON, side=Side.AUDITEE),
        step(_S.PRESENTED, _S.ACCEPTED_WITH_COMMENT, *_STATEMENT, side=Side.AUDITEE),
        step(_S.PRESENTED, _S.DISPUTED, *_STATEMENT, side=Side.AUDITEE),
        step(_S.ACCEPTED, _S.ACCEPTED_WITH_COMMENT, *_STATEMENT, side=Side.AUDITEE),
        step(_S.ACCEPTED, _S.DISPUTED, *_STATEMENT, side=Side.AUDITEE),
        step(_S.ACCEPTED_WITH_COMMENT, _S.ACCEPTED, Need.RESPONDED_ON, side=Side.AUDITEE),
        step(_S.ACCEPTED_WITH_COMMENT, _S.DISPUTED, *_STATEMENT, side=Side.AUDITEE),
        step(_S.DISPUTED, _S.ACCEPTED, Need.RESPONDED_ON, side=Side.AUDITEE),
        step(_S.DISPUTED, _S.ACCEPTED_WITH_COMMENT, *_STATEMENT, side=Side.AUDITEE),
        # The dispute led the team to change the finding: it is presented again.
        step(_S.DISPUTED, _S.PRESENTED, Need.TEAM_ANSWER, Need.PRESENTED_ON),
        # An auditee who never answers holds nothing up: the reason says so in the report.
        step(_S.PRESENTED, _S.ISSUED, Need.FINAL_NUMBER, Need.REASON, roles=LEADER),
        step(_S.ACCEPTED, _S.ISSUED, Need.FINAL_NUMBER, roles=LEADER),
        step(_S.ACCEPTED_WITH_COMMENT, _S.ISSUED, Need.FINAL_NUMBER, roles=LEADER),
        # Still disputed: issued with both statements, as an unresolved difference of opinion.
        step(_S.DISPUTED, _S.ISSUED, Need.TEAM_ANSWER, Need.FINAL_NUMBER, roles=LEADER),
        step(_S.ISSUED, _S.CLOSED, Need.ACTIONS_SETTLED, Need.CLOSED_ON, Need.CLOSED_BY),
        step(_S.CLOSED, _S.ISSUED, Need.REASON, roles=LEADER),
        *(
            step(state, _S.WITHDRAWN, Need.REASON)
            for state in (
                _S.DRAFT,
                _S.FACTS_CONFIRMED,
                _S.PRESENTED,
                _S.ACCEPTED,
                _S.ACCEPTED_WITH_COMMENT,
                _S.DISPUTED,
            )
        ),
        step(_S.ISSUED, _S.WITHDRAWN, Need.REASON, roles=LEADER),
    )
)

ANSWERED: Final = frozenset({_S.ACCEPTED, _S.ACCEPTED_WITH_COMMENT, _S.DISPUTED})
BEFORE_FACTS: Final = frozenset({_S.DRAFT})
NOT_PRESENTED: Final = frozenset({_S.DRAFT, _S.FACTS_CONFIRMED})


class Part(StrEnum):
    """The parts of a finding that are edited under different rules."""

    FACTS = "facts"  # condition, evidence, population, sample, deviations
    JUDGEMENT = "judgement"  # title, criterion, cause, consequence, grade, nature, extent, harm
    TEAM_ANSWER = "team_answer"
    RESPONSE = "response"  # the auditee's response and cause


class Edit(StrEnum):
    """How a part may be edited in a state."""

    FREE = "free"
    RECONFIRM = "reconfirm"  # allowed, and the facts must be confirmed again
    REVISION = "revision"  # allowed as a revision with a reason
    NO = "no"


_BEFORE_ISSUE: Final[Mapping[Part, Edit]] = {
    Part.FACTS: Edit.RECONFIRM,
    Part.JUDGEMENT: Edit.FREE,
    Part.TEAM_ANSWER: Edit.FREE,
    Part.RESPONSE: Edit.FREE,
}
_ISSUED: Final[Mapping[Part, Edit]] = {
    Part.FACTS: Edit.REVISION,
    Part.JUDGEMENT: Edit.REVISION,
    Part.TEAM_ANSWER: Edit.REVISION,
    Part.RESPONSE: Edit.FREE,
}
_DONE: Final[Mapping[Part, Edit]] = dict.fromkeys(Part, Edit.NO)
_RULES: Final[Mapping[FindingState, Mapping[Part, Edit]]] = {
    _S.DRAFT: {**_BEFORE_ISSUE, Part.FACTS: Edit.FREE},
    _S.FACTS_CONFIRMED: _BEFORE_ISSUE,
    _S.PRESENTED: _BEFORE_ISSUE,
    _S.ACCEPTED: _BEFORE_ISSUE,
    _S.ACCEPTED_WITH_COMMENT: _BEFORE_ISSUE,
    _S.DISPUTED: _BEFORE_ISSUE,
    _S.ISSUED: _ISSUED,
    _S.CLOSED: {**_DONE, Part.FACTS: Edit.REVISION, Part.JUDGEMENT: Edit.REVISION},
    _S.WITHDRAWN: _DONE,
}
_FROZEN_AUDIT: Final = frozenset({AuditState.ISSUED, AuditState.FOLLOW_UP, AuditState.CLOSED})


def side_of(part: Part) -> Side:
    """Whose part it is."""
    return Side.AUDITEE if part is Part.RESPONSE else Side.AUDITOR


def edit_rule(state: FindingState, part: Part, audit: AuditState) -> Edit:
    """How a part may be edited, given the finding's state and the audit's.

    In an issued audit even a finding left behind in an earlier state changes by revision only.
    """
    if audit is AuditState.CLOSED:
        return Edit.NO
    rule = _RULES[state][part]
    if audit in _FROZEN_AUDIT and part is not Part.RESPONSE and rule is not Edit.NO:
        return Edit.REVISION
    return rule


def check_edit(
    state: FindingState, part: Part, audit: AuditState, *, reason: str | None = None
) -> Edit:
    """The rule, if the edit is allowed; ``reason`` is a revision's.

    Raises UserError ``audit_closed_read_only``, ``not_editable`` or ``revision_needs_reason``.
    """
    if audit is AuditState.CLOSED:
        raise UserError("audit_closed_read_only")
    rule = edit_rule(state, part, audit)
    if rule is Edit.NO:
        raise UserError("not_editable", state=state)
    if rule is Edit.REVISION and not (reason and reason.strip()):
        raise UserError("revision_needs_reason")
    return rule
