"""State machines as data: what may follow, whose step it is, and what it needs.

The lives of audits, findings and actions are tables of :class:`Transition` in modules of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from auditapp.domain.vocabulary import Role
from auditapp.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Collection

S = TypeVar("S", bound=StrEnum)

TEAM: Final = frozenset({Role.TEAM_LEADER, Role.AUDITOR})
LEADER: Final = frozenset({Role.TEAM_LEADER})


class Side(StrEnum):
    """Whose statement a step or a field is; the program never fills the one from the other.

    An auditor may record what the auditee stated; the auditee never takes an auditor's step.
    """

    AUDITOR = "auditor"
    AUDITEE = "auditee"


class Need(StrEnum):
    """What must be there before a step, in the words of the stored fields."""

    REASON = "reason"
    # findings
    FACTS_ROLE = "facts_role"
    FACTS_ON = "facts_on"
    FACTS_HOW = "facts_how"
    CONDITION = "condition"
    EVIDENCE = "evidence"
    CRITERION = "criterion"
    PRESENTED_ON = "presented_on"
    RESPONSE = "response"
    RESPONDED_ON = "responded_on"
    TEAM_ANSWER = "team_answer"
    FINAL_NUMBER = "final_number"
    ACTIONS_SETTLED = "actions_settled"
    CLOSED_ON = "closed_on"
    CLOSED_BY = "closed_by"
    # actions
    DESCRIPTION = "description"
    OWNER = "owner"
    DUE_ON = "due_on"
    ASSESSMENT = "assessment"
    ACCEPTED_ON = "accepted_on"
    DONE_ON = "done_on"
    PROOF = "proof"
    CAUSE = "cause"
    CHECK_DUE_ON = "check_due_on"
    EFFECT_CRITERION = "effect_criterion"
    VERIFIED_BY = "verified_by"
    VERIFIED_ON = "verified_on"
    VERIFICATION = "verification"
    # audits
    UNITS = "units"
    PACKS = "packs"
    TEAM_LEADER = "team_leader"
    NO_BLOCKING_CHECKS = "no_blocking_checks"
    SIGNED_OFF = "signed_off"


@dataclass(frozen=True, slots=True)
class Transition(Generic[S]):
    """One allowed step."""

    before: S
    after: S
    side: Side
    needs: frozenset[Need]
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class Life(Generic[S]):
    """All allowed steps of one kind of thing."""

    transitions: tuple[Transition[S], ...]

    def after(self, state: S, role: Role | None = None) -> tuple[Transition[S], ...]:
        """The steps that leave a state, for a role only those that it may take."""
        return tuple(
            step
            for step in self.transitions
            if step.before == state and (role is None or role in step.roles)
        )

    def find(self, before: S, after: S) -> Transition[S]:
        """The step between two states; raises UserError ``bad_transition``."""
        for step in self.transitions:
            if step.before == before and step.after == after:
                return step
        raise UserError("bad_transition", before=before, after=after)

    def check(self, before: S, after: S, *, role: Role, given: Collection[Need]) -> Transition[S]:
        """The step, if the role may take it and nothing that it needs is missing.

        Raises UserError ``bad_transition``, ``wrong_side`` or ``step_needs`` (all that is missing).
        """
        step = self.find(before, after)
        if role not in step.roles:
            raise UserError("wrong_side", side=whose(step.roles, step.side), after=after)
        missing = [need for need in Need if need in step.needs and need not in given]
        if missing:
            raise UserError("step_needs", after=after, missing=missing)
        return step

    def is_final(self, state: S) -> bool:
        """Whether nothing follows a state."""
        return not self.after(state)


def whose(roles: Collection[Role], side: Side) -> Role | Side:
    """The words for those who may take a step: the team leader where only that role may."""
    return Role.TEAM_LEADER if frozenset(roles) == LEADER else side


def step(
    before: S, after: S, *needs: Need, side: Side = Side.AUDITOR, roles: frozenset[Role] = TEAM
) -> Transition[S]:
    """A row of a life's table. The auditee may take its own side's steps, as may the team."""
    allowed = roles | {Role.AUDITEE} if side is Side.AUDITEE else roles
    return Transition(before, after, side, frozenset(needs), allowed)
