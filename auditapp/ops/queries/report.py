"""The report model out of the file in one short read; pictures are fetched afterwards, by hash."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from auditapp.domain.vocabulary import Role
from auditapp.ops.queries.cells import collector_paused
from auditapp.ops.queries.checklist import load_force_of
from auditapp.ops.queries.missing import gather, text_owners
from auditapp.ops.queries.people import load_people
from auditapp.ops.queries.plan import (
    load_cards,
)
from auditapp.ops.queries.report_asking import load_asking
from auditapp.ops.queries.report_parts import (
    TEAM,
    Sources,
    actions_of,
    answers_of,
    criteria_of,
    evidence_of,
    findings_of,
    header_of,
    method_of,
    scope_of,
    scores_of,
)
from auditapp.ops.queries.report_tickets import load_tickets, tickets_of
from auditapp.reports.model import ReportModel
from auditapp.store.models import Action, FrozenPack, Person, Population

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from auditapp.ops.queries.content import PackShelf
    from auditapp.ops.queries.printed import Printed
    from auditapp.packs.content import Ambiguity
    from auditapp.reports.model import PictureLoader
    from auditapp.store.audit_file import AuditFile
    from auditapp.store.blobs import BlobStore

_OFFICES: Final = (
    "部", "室", "中心", "组", "公司", "经理", "主管", "主任", "科", "处", "局", "岗", "员", "长",
    "班", "团队", "负责人",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DocumentText:
    """A printed text of the report: whose it is, which field, and what each language is worth."""

    owner_id: UUID
    owner: str
    field: str
    text: Printed


def report_model(
    audit: AuditFile,
    shelf: PackShelf,
    *,
    as_of: date,
    ambiguities: Iterable[Ambiguity] = (),
    with_sql: bool = False,
) -> ReportModel:
    """Everything that register and report print, unmasked, as it stands on a day.

    One short read (flush drafts before); pictures are not in it, see ``picture_loader``.
    ``ambiguities`` are the library's, which the file does not hold. ``with_sql`` prints the SQL of
    each ticket rule in the method annex.
    """
    with collector_paused():
        head = audit.head_hash()
        read = audit.read(lambda session: load_sources(session, audit.blobs, shelf, as_of))()
        model = _model(read, head, as_of, ambiguities)
        return replace(model, tickets=replace(model.tickets, with_sql=with_sql))


def _model(read: Sources, head: str, as_of: date, ambiguities: Iterable[Ambiguity]) -> ReportModel:
    key = read.base.frame.id
    return ReportModel(
        header=header_of(read, head),
        scope=scope_of(read),
        conclusion=read.text(key, "conclusion") or read.text(key, "summary"),
        criteria=criteria_of(read),
        scores=scores_of(read),
        findings=tuple(findings_of(read)),
        actions=tuple(actions_of(read)),
        evidence=tuple(evidence_of(read)),
        answers=tuple(answers_of(read)),
        tickets=tickets_of(read.tickets, read.base.frame.main_lang),
        method=method_of(read, ambiguities),
        as_of=as_of,
    )


def picture_loader(audit: AuditFile) -> PictureLoader:
    """Fetches pictures one by one, each in a read of its own; raises KeyError for one not there."""

    def load(sha256: str) -> bytes:
        data = audit.read(lambda _: audit.blobs.get(sha256))
        if data is None:
            raise KeyError(sha256)
        return data

    return load


def names_to_mask(audit: AuditFile) -> tuple[str, ...]:
    """Names of persons that a masked report replaces: people of the auditee, and owners of actions
    who are named as persons. The team's names stay: they sign."""

    def work(session: Session) -> tuple[str, ...]:
        people = session.execute(select(Person.name, Person.role).order_by(Person.code)).all()
        owners = session.scalars(
            select(Action.owner).where(Action.owner.is_not(None)).distinct().order_by(Action.owner)
        ).all()
        team = {name for name, role in people if role in TEAM}
        names = [name for name, role in people if role is Role.AUDITEE]
        runners = session.scalars(
            select(Population.run_by).where(Population.run_by.is_not(None)).distinct()
        ).all()
        others = (*owners, *sorted(name for name in runners if name))
        names += [name for name in others if name and looks_like_a_name(name)]
        return tuple(name for name in dict.fromkeys(names) if name not in team and len(name) > 1)

    return audit.read(work)


def looks_like_a_name(text: str) -> bool:
    """Whether an owner is a person's name and not an office.

    Two to four Chinese signs without the ending of an office, or two to four words that each begin
    with a capital. What is missed can still be given as a person of the auditee.
    """
    plain = text.strip()
    if plain and all("\u3400" <= sign <= "\u9fff" or sign == "·" for sign in plain):
        return 2 <= len(plain) <= 4 and not plain.endswith(_OFFICES)
    words = plain.split()
    return 2 <= len(words) <= 4 and all(
        word.isalpha() and word[0].isupper() and word[1:].islower() for word in words
    )


def document_texts(audit: AuditFile, shelf: PackShelf, *, as_of: date) -> tuple[DocumentText, ...]:
    """The printed texts of the report, for the list of what a language lacks.

    Texts that are in no language are left out: nothing of theirs is missing.
    """

    with collector_paused():
        read = audit.read(lambda session: gather(session, shelf, today=as_of))()
        return tuple(
            DocumentText(owner_id, owner, name, read.texts.get(owner_id, name))
            for owner_id, (owner, names) in text_owners(read).items()
            for name in names
            if read.texts.get(owner_id, name)
        )


def load_sources(
    session: Session, blobs: BlobStore, shelf: PackShelf, as_of: date
) -> Callable[[], Sources]:
    """Fetch all that the model is made of, inside an open read: the one time a writer waits."""
    content = shelf.content(session)
    rows = session.execute(
        select(FrozenPack.version, FrozenPack.sha256)
        .where(FrozenPack.withdrawn.is_(False))
        .order_by(FrozenPack.position)
    ).all()
    base, people = gather(session, shelf, today=as_of), load_people(session)
    force_of = load_force_of(session, shelf, content)
    cards = load_cards(session, shelf, content)
    packs = tuple((version, shelf.pack(sha256)) for version, sha256 in rows)
    asking = load_asking(session, content)
    tickets = load_tickets(session, blobs, today=as_of)
    return lambda: Sources(as_of, base(), people, force_of, content, cards, packs, asking, tickets)
