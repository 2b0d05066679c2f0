"""From exceptions to a finding in one step, and from a proposal to an answer.

Both are one gesture: undo takes all of it back. A result that is marked as template becomes
neither (its limit has no source yet).
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from auditapp.domain.grading import card_bond, default_fulfilment, limit, under_guidance
from auditapp.domain.vocabulary import EvidenceKind, Force, Grade, Lang, PersonalData
from auditapp.errors import UserError
from auditapp.ops.answers import ensure_answer, set_fulfilment, set_result
from auditapp.ops.evidence import EvidenceFacts, add_evidence, content_of_bytes
from auditapp.ops.findings import NewFinding, raise_finding
from auditapp.ops.queries.checklist import load_force_of
from auditapp.ops.queries.printed import languages_of
from auditapp.ops.queries.ticket_board import load_detail
from auditapp.ops.queries.ticket_exceptions import chosen, exceptions
from auditapp.ops.queries.ticket_rows import ExceptionRow, Proposal, Window
from auditapp.ops.queries.tickets import load_card
from auditapp.ops.ticket_results import link_result
from auditapp.ops.ticket_stored import STORED
from auditapp.store.models import Criterion
from auditapp.store.op import Op, Tx
from auditapp.texts import load

if TYPE_CHECKING:
    import uuid
    from collections.abc import Collection, Mapping
    from datetime import date

    from sqlalchemy.orm import Session

    from auditapp.domain.vocabulary import Result
    from auditapp.ops.queries.content import Asked, Content, PackShelf
    from auditapp.ops.queries.ticket_rows import ExtractCard, ResultDetail
    from auditapp.store.audit_file import AuditFile
    from auditapp.texts import Texts
    from auditapp.tickets.populations import TicketFiles

SINGLE: Final = 10
"""Up to so many tickets each is an evidence item of its own; more become one list."""
_COLUMNS: Final = ("ticket", "row_no", "at", "value", "reason", "unit", "channel", "category")
_HINTS: Final = {grade.value: grade for grade in Grade}


@dataclass(frozen=True, slots=True)
class FindingDraft:
    """A finding as the exceptions fill it in; screens show it, change it and raise it.

    ``total`` counts the exceptions it takes up, ``rows`` are those that become evidence (the first
    1,000 at most).
    """

    new: NewFinding
    result_id: uuid.UUID
    rule_id: str
    total: int
    rows: tuple[ExceptionRow, ...]


@dataclass(frozen=True, slots=True)
class _Cited:
    """What a finding on a result cites, and the question that the rule answers."""

    own: tuple[uuid.UUID, ...]
    cards: tuple[str, ...]
    forces: frozenset[Force]
    names: Mapping[Lang, str]
    question_id: str | None


def draft_finding(
    audit: AuditFile,
    files: TicketFiles | None,
    shelf: PackShelf,
    result_id: uuid.UUID,
    *,
    today: date,
    tickets: Collection[str] | None = None,
    unit_id: uuid.UUID | None = None,
) -> FindingDraft:
    """Fill in a finding from exceptions: criterion, condition with numbers, clause, rows.

    ``tickets`` None takes up all of them. Raises UserError ``ticket_result_template``,
    ``ticket_no_exceptions``, ``row_gone``.
    """
    detail, card, cited, langs = audit.read(
        lambda session: _gathered(session, audit, shelf, result_id, unit_id, today)
    )
    if detail.row.template:
        raise UserError("ticket_result_template", rule=detail.row.rule_id)
    if tickets is None:
        page = exceptions(audit, files, result_id, today=today, window=Window(limit=STORED))
        total, rows = page.total, page.rows
    else:
        rows = chosen(audit, files, result_id, frozenset(tickets), today=today)
        total = len(rows)
    if not rows:
        raise UserError("ticket_no_exceptions", rule=detail.row.rule_id)
    tested = detail.row.counts.passed + detail.row.counts.failed
    new = NewFinding(
        grade=_grade(detail.row.severity, cited.forces),
        forces=cited.forces,
        unit_id=unit_id,
        question_id=cited.question_id,
        clause=_first_clause(detail.row.clause),
        population=max(detail.row.counts.total, tested),
        sample=tested,
        deviations=min(total, tested),
        own_criteria=cited.own,
        cards=cited.cards,
        texts=_texts(detail, card, cited, total, langs),
    )
    return FindingDraft(new, result_id, detail.row.rule_id, total, tuple(rows[:STORED]))


def raise_from_exceptions(draft: FindingDraft) -> Op[uuid.UUID]:
    """Raise the finding with its rows as ``ticket`` evidence and the link to the result.

    Raises as ``raise_finding`` does.
    """
    raising = raise_finding(draft.new)
    proofs = _evidence(draft)

    def work(tx: Tx) -> uuid.UUID:
        ids = tuple(op.work(tx) for op in proofs)
        finding_id = raise_finding(replace(draft.new, evidence=(*draft.new.evidence, *ids))).work(
            tx
        )
        tickets = tuple(row.ticket for row in draft.rows)
        link_result(finding_id, draft.result_id, tickets, exceptions=draft.total).work(tx)
        return finding_id

    args = {**raising.args, "rule": draft.rule_id, "result": draft.result_id.hex}
    return Op("finding.from_exceptions", args, work)


def confirm_proposal(
    proposal: Proposal, *, binding: bool, title: Mapping[Lang, str], body: str
) -> Op[uuid.UUID]:
    """Give a question the proposed result, with the figures as evidence; the answer's id.

    ``binding``: whether the question's criteria bind; by guidance alone the band becomes
    *improvement* with a lower degree of fulfilment. Raises UserError ``ticket_nothing_proposed``.
    """
    result = proposal.result
    if result is None:
        raise UserError("ticket_nothing_proposed", question=proposal.question_id)
    pair = (proposal.question_id, proposal.unit_id)
    facts = EvidenceFacts(
        title=dict(title), body=body, reference=proposal.rule_id, personal_data=PersonalData.MASKED
    )

    def work(tx: Tx) -> uuid.UUID:
        given, degree = _given(result, binding=binding)
        set_result(question_id=pair[0], unit_id=pair[1], result=given).work(tx)
        set_fulfilment(question_id=pair[0], unit_id=pair[1], degree=degree).work(tx)
        add_evidence(EvidenceKind.TICKET, facts, answers=[pair]).work(tx)
        return ensure_answer(tx, *pair).id

    args = {
        "question": proposal.question_id,
        "unit": proposal.unit_id.hex,
        "rule": proposal.rule_id,
        "result": proposal.result_id.hex,
        "proposed": result.value,
    }
    return Op("answer.confirm_proposal", args, work)


def proposal_evidence(
    audit: AuditFile, proposal: Proposal, *, today: date
) -> tuple[dict[Lang, str], str]:
    """Title and body of the evidence that goes with a confirmed proposal."""

    def work(session: Session) -> tuple[ResultDetail, ExtractCard, tuple[Lang, ...]]:
        detail = load_detail(session, audit.blobs, proposal.result_id, today=today)
        return detail, load_card(session, proposal.population_id), languages_of(session).all

    detail, card, langs = audit.read(work)
    titles = {
        lang: load(lang).say(
            "ticket_finding.proof", rule=proposal.rule_id, name=detail.row.name(lang)
        )
        for lang in langs
    }
    body = _condition(load(langs[0]), langs[0], detail, card, proposal.numerator)
    return titles, body


def _given(result: Result, *, binding: bool) -> tuple[Result, int | None]:
    return (result, default_fulfilment(result)) if binding else under_guidance(result)


def _gathered(
    session: Session,
    audit: AuditFile,
    shelf: PackShelf,
    result_id: uuid.UUID,
    unit_id: uuid.UUID | None,
    today: date,
) -> tuple[ResultDetail, ExtractCard, _Cited, tuple[Lang, ...]]:
    detail = load_detail(session, audit.blobs, result_id, today=today)
    card = load_card(session, detail.run.population_id)
    cited = _cited(session, shelf, detail, unit_id)
    return detail, card, cited, languages_of(session).all


def _cited(
    session: Session, shelf: PackShelf, detail: ResultDetail, unit_id: uuid.UUID | None
) -> _Cited:
    """The criteria of the limit; else those of the question that the rule answers."""
    content = shelf.content(session)
    asked = _asked(content, detail.row.rule_id, unit_id)
    question_id = None if asked is None else asked.question.id
    if detail.criterion_id is not None:
        row = session.get(Criterion, detail.criterion_id)
        if row is not None and not row.withdrawn:
            name = " ".join(it for it in (row.number, row.document, row.article) if it)
            names = dict.fromkeys(Lang, name)
            return _Cited((row.id,), (), frozenset({row.force}), names, question_id)
    if detail.cards:
        return _by_cards(session, shelf, content, detail.cards, unit_id, question_id)
    if asked is None:
        return _Cited((), (), frozenset(), {}, None)
    force = load_force_of(session, shelf, content)(asked)
    by_hex = {
        key.hex: (key, " ".join(it for it in (number, document, article) if it))
        for key, number, document, article in session.execute(
            select(Criterion.id, Criterion.number, Criterion.document, Criterion.article)
        ).all()
    }
    own = tuple(by_hex[bond.criterion][0] for bond in force.bonds if bond.criterion in by_hex)
    cards = tuple(bond.criterion for bond in force.bonds if bond.criterion in content.cards)
    names = {
        lang: load(lang).join(
            [
                *(by_hex[bond.criterion][1] for bond in force.bonds if bond.criterion in by_hex),
                *(_card_name(content, card, lang) for card in cards),
            ]
        )
        for lang in Lang
    }
    return _Cited(own, cards, force.forces, names, question_id)


def _by_cards(
    session: Session,
    shelf: PackShelf,
    content: Content,
    cards: Collection[str],
    unit_id: uuid.UUID | None,
    question_id: str | None,
) -> _Cited:
    force_of = load_force_of(session, shelf, content)
    unit = unit_id or (content.pairs[0].unit_id if content.pairs else None)
    forces: set[Force] = set()
    known = tuple(card for card in cards if card in content.cards)
    for card in known:
        if unit is None:
            continue
        book = force_of.rules.book
        seen = force_of.table.card(content.cards[card])
        bond = card_bond(seen, book.setting, book.adoptions, unit)
        if bond is not None:
            forces.add(bond.force)
    names = {
        lang: load(lang).join([_card_name(content, card, lang) for card in known]) for lang in Lang
    }
    return _Cited((), known, frozenset(forces), names, question_id)


def _card_name(content: Content, card_id: str, lang: Lang) -> str:
    card = content.cards[card_id]
    return f"{card.source.get(lang)} {card.article}".strip()


def _asked(content: Content, rule_id: str, unit_id: uuid.UUID | None) -> Asked | None:
    found = [one for one in content.pairs if one.question.auto_rule == rule_id]
    same = [one for one in found if one.unit_id == unit_id]
    return (same or found or [None])[0]


def _grade(severity: str | None, forces: frozenset[Force]) -> Grade:
    """The rule's hint as far as the criteria carry it; the auditor decides."""
    allowed = limit(forces, departs=True)
    hint = _HINTS.get(severity or "", Grade.MINOR)
    if allowed.allows(hint):
        return hint
    return allowed.highest if not allowed.allows(Grade.MINOR) else Grade.MINOR


def _texts(
    detail: ResultDetail,
    card: ExtractCard,
    cited: _Cited,
    total: int,
    langs: tuple[Lang, ...],
) -> dict[str, dict[Lang, str | None]]:
    found: dict[str, dict[Lang, str | None]] = {"title": {}, "criterion": {}, "condition": {}}
    for lang in langs:
        texts = load(lang)
        name = detail.row.name(lang)
        found["title"][lang] = texts.say("ticket_finding.title", name=name, number=total)
        found["condition"][lang] = _condition(texts, lang, detail, card, total)
        basis = cited.names.get(lang, "")
        if basis:
            found["criterion"][lang] = texts.say(
                "ticket_finding.criterion", basis=basis, limit=detail.row.limit or name
            )
    return found


def _condition(
    texts: Texts, lang: Lang, detail: ResultDetail, card: ExtractCard, total: int
) -> str:
    row = detail.row
    tested = row.counts.passed + row.counts.failed
    parts = [
        texts.say(
            "ticket_finding.extract",
            number=card.number,
            system=card.system or card.title.get(lang) or card.number,
            rows=detail.run.tickets,
            as_of=detail.run.as_of,
        ),
        texts.say(
            "ticket_finding.condition",
            rule=row.rule_id,
            name=row.name(lang),
            limit=row.limit or "–",
            tested=tested,
            failed=row.counts.failed,
            share=texts.percent(row.counts.failed / tested if tested else None, 1),
            taken=total,
        ),
    ]
    if row.counts.cannot_test:
        parts.append(texts.say("ticket_finding.cannot", number=row.counts.cannot_test))
    if not row.complete:
        parts.append(texts.say("ticket_finding.not_complete"))
    return ("" if lang is Lang.ZH else " ").join(parts)


def _evidence(draft: FindingDraft) -> list[Op[uuid.UUID]]:
    unit_id, rule = draft.new.unit_id, draft.rule_id
    if draft.total <= SINGLE:
        return [
            add_evidence(
                EvidenceKind.TICKET,
                EvidenceFacts(
                    title=dict.fromkeys(draft.new.texts["title"], f"{rule} {row.ticket}"),
                    body=_line(row),
                    reference=row.ticket,
                    unit_id=unit_id,
                    personal_data=PersonalData.MASKED,
                ),
            )
            for row in draft.rows
        ]
    title: dict[Lang, str | None] = {
        lang: load(lang).say("ticket_finding.list", rule=rule, number=draft.total)
        for lang in draft.new.texts["title"]
    }
    facts = EvidenceFacts(
        title=title, reference=rule, unit_id=unit_id, personal_data=PersonalData.MASKED
    )
    content = content_of_bytes(_table(draft.rows), f"{rule}.csv", kind=EvidenceKind.TICKET)
    return [add_evidence(EvidenceKind.TICKET, facts, content)]


def _line(row: ExceptionRow) -> str:
    cells = (row.at, row.unit, row.channel, row.category, row.reason)
    value = "" if row.value is None else f"{row.value:g}"
    return " · ".join(cell for cell in (row.ticket, *cells, value) if cell)


def _table(rows: Collection[ExceptionRow]) -> bytes:
    """The rows as CSV with a byte order mark, which a spreadsheet opens as they are."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    for row in rows:
        cells = [getattr(row, name) for name in _COLUMNS]
        writer.writerow(["" if cell is None else _plain(cell) for cell in cells])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _plain(cell: object) -> object:
    """A cell that a spreadsheet must not take for a formula."""
    risky = isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@")
    return f"'{cell}" if risky else cell


def _first_clause(clause: str | None) -> str | None:
    return None if not clause else clause.split(",")[0].strip()
