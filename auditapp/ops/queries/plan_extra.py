"""What the plan page reads beyond the plan: what the next states lack, and what rules link to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from auditapp.domain import clauses as clause_tree
from auditapp.domain.action_life import FINAL as SETTLED
from auditapp.domain.life import Need
from auditapp.domain.vocabulary import AuditState, Role, SignOffStage, Stage, TargetKind
from auditapp.ops.queries.missing import missing
from auditapp.ops.queries.plan import load_frame
from auditapp.ops.queries.printed import load_texts
from auditapp.store.models import Action, Evidence, Person, SignOff, Unit, UnitPack

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from auditapp.domain.vocabulary import Lang
    from auditapp.ops.queries.content import PackShelf
    from auditapp.store.audit_file import AuditFile


@dataclass(frozen=True, slots=True)
class NextState:
    """A state that the audit can go to, who may lead it there, and what is not there yet.

    ``blocking`` is how many standing checks block it; only issuing has such checks.
    """

    state: AuditState
    roles: frozenset[Role]
    missing: tuple[Need, ...]
    blocking: int
    needs_reason: bool


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """A question or clause that an own rule can serve."""

    kind: TargetKind
    id: str
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class ProofRow:
    """An evidence item as a document's place shows it."""

    id: UUID
    number: str
    title: str
    file_name: str | None


def next_states(audit: AuditFile, shelf: PackShelf, *, today: date) -> tuple[NextState, ...]:
    """Where the audit can go from here, and what each step lacks."""

    def work(session: Session) -> tuple[NextState, ...]:
        given = _given(session)
        return tuple(
            NextState(
                step.after,
                step.roles,
                tuple(
                    need
                    for need in Need
                    if need in step.needs
                    and need not in given
                    and need not in (Need.REASON, Need.NO_BLOCKING_CHECKS)
                ),
                0,
                Need.REASON in step.needs,
            )
            for step in load_frame(session).next_steps
        )

    found = audit.read(work)
    if not any(step.state is AuditState.ISSUED for step in found):
        return found
    blocking = len(missing(audit, shelf, today=today, up_to=Stage.ISSUE).blocking(Stage.ISSUE))
    return tuple(
        NextState(step.state, step.roles, step.missing, blocking, step.needs_reason)
        if step.state is AuditState.ISSUED
        else step
        for step in found
    )


def link_targets(audit: AuditFile, shelf: PackShelf, lang: Lang) -> tuple[LinkTarget, ...]:
    """The clauses and questions in use, clauses first, each with the words it is found by."""

    def work(session: Session) -> tuple[LinkTarget, ...]:
        content = shelf.content(session)
        clauses: dict[str, LinkTarget] = {}
        for section in content.sections:
            if clause_tree.is_clause(section.id) and section.id not in clauses:
                title = section.title
                words = f"{section.id} {title.zh} {title.en}".casefold()
                clauses[section.id] = LinkTarget(
                    TargetKind.CLAUSE, section.id, title.get(lang), words
                )
        listed = [clauses[key] for key in clause_tree.in_order(clauses)]
        listed += [
            LinkTarget(
                TargetKind.QUESTION,
                question.id,
                question.q.get(lang),
                f"{question.id} {question.q.zh} {question.q.en}".casefold(),
            )
            for question in content.questions.values()
        ]
        return tuple(listed)

    return audit.read(work)


def proofs(audit: AuditFile, lang: Lang) -> dict[UUID, ProofRow]:
    """The evidence items that are not withdrawn, as documents' places show them."""

    def work(session: Session) -> dict[UUID, ProofRow]:
        texts = load_texts(session, names=["title"])
        rows = session.execute(
            select(Evidence.id, Evidence.number, Evidence.file_name)
            .where(Evidence.withdrawn.is_(False))
            .order_by(Evidence.number)
        ).all()
        return {
            key: ProofRow(key, number, texts.best(key, "title", lang), name)
            for key, number, name in rows
        }

    return audit.read(work)


def _given(session: Session) -> set[Need]:
    """As ``ops.audits.set_state`` looks; it decides, this only shows beforehand."""

    def there(query: Select[UUID]) -> bool:
        return session.scalars(query.limit(1)).first() is not None

    signed = select(SignOff.id).where(
        SignOff.stage == SignOffStage.SIGNED_OFF.value,
        SignOff.withdrawn.is_(False),
        SignOff.subject == "audit",
    )
    found = {
        Need.UNITS: there(select(Unit.id).where(Unit.withdrawn.is_(False))),
        Need.PACKS: there(select(UnitPack.id)),
        Need.TEAM_LEADER: there(select(Person.id).where(Person.role == Role.TEAM_LEADER)),
        Need.SIGNED_OFF: there(signed),
        Need.ACTIONS_SETTLED: not there(select(Action.id).where(Action.state.not_in(SETTLED))),
    }
    return {need for need, is_there in found.items() if is_there}
