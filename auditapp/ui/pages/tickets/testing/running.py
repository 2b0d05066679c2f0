"""Rules and profiles as they are shipped, and running them beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditapp.errors import UserError
from auditapp.ops.queries.own_clocks import with_own_clocks
from auditapp.ops.ticket_runs import run_rules
from auditapp.paths import shipped_paths
from auditapp.tickets.clocks.model import Clock
from auditapp.tickets.fields import Table, fields_of
from auditapp.tickets.rules.columns import used_names
from auditapp.tickets.rules.library import load_library
from auditapp.tickets.rules.run import choices_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from uuid import UUID

    from auditapp.jobs.progress import Progress
    from auditapp.packs.content import Ambiguity
    from auditapp.store.op import Outcome
    from auditapp.tickets.populations import TicketFiles
    from auditapp.tickets.rules.library import RuleLibrary
    from auditapp.tickets.rules.model import Rule
    from auditapp.tickets.rules.run import Request
    from auditapp.ui.context import AppContext


class RuleShelf:
    """The rules, read when they are first asked for."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._library: RuleLibrary | None = None
        self._ambiguities: tuple[Ambiguity, ...] | None = None

    @property
    def library(self) -> RuleLibrary:
        """Rules and the audit's own clocks, profiles, calendars, switches.

        Raises UserError ``content_invalid``.
        """
        if self._library is None:
            self._library = load_library(shipped_paths().checklists)
        return with_own_clocks(self._context.audit, self._library)

    @property
    def ambiguities(self) -> tuple[Ambiguity, ...]:
        """The register of ambiguities, with titles and options in words."""
        if self._ambiguities is None:
            self._ambiguities = self._context.services.load_library().ambiguities
        return self._ambiguities

    def rule(self, rule_id: str, profile: str | None) -> Rule | None:
        """A rule as the run knew it; None for one that is no more."""
        names = [it.strip() for it in (profile or "").split(",")]
        for name in names:
            found = self.library.profiles.get(name)
            for rule in () if found is None else found.rules:
                if rule.id == rule_id:
                    return rule
        try:
            return self.library.rule(rule_id)
        except UserError:
            return None

    def unmapped(
        self,
        rule: Rule | None,
        mapped: Collection[str],
        chosen: Mapping[str, object],
        *,
        all_used: bool,
    ) -> tuple[str, ...]:
        """Fields that a rule cannot do without and a population does not have.

        If it has all of these, with ``all_used`` those that the rule merely looks at.
        """
        if rule is None:
            return ()
        known = self.library.switches
        asked = {name: str(value) for name, value in chosen.items() if name in known}
        choices = choices_of(self.library, asked)
        fields = {it.column for it in fields_of(Table.TICKETS)}
        needed = set(rule.needs.fields)
        if isinstance(rule.body, Clock):
            parts = (rule.body.start, rule.body.stop, rule.body.limit.at)
            for part in parts:
                if part is not None:
                    needed.update(part.of(choices).names())
        for names in (needed, used_names(rule, choices) if all_used else ()):
            gone = tuple(sorted(name for name in names if name in fields and name not in mapped))
            if gone:
                return gone
        return ()


def running(
    context: AppContext,
    files: TicketFiles,
    population_id: UUID,
    rules: tuple[Rule, ...],
    library: RuleLibrary,
    request: Request,
) -> Callable[[Progress], Outcome[UUID]]:
    """The run as a job on plain values."""
    audit, actor = context.audit, context.heading.actor

    def work(progress: Progress) -> Outcome[UUID]:
        return run_rules(
            audit, files, population_id, rules, library, request, actor=actor, progress=progress
        )

    return work
