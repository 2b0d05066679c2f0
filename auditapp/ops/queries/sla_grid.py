"""What the grid of limits is drawn from: its clocks with names, its sources, its categories."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from auditapp.domain.vocabulary import Force, Lang
from auditapp.errors import UserError
from auditapp.ops.queries import plan
from auditapp.ops.queries.own_clocks import mapped_clocks
from auditapp.ops.queries.printed import TextBook, load_texts
from auditapp.ops.queries.ticket_decisions import load_sla
from auditapp.ops.queries.ticket_rows import Presence
from auditapp.ops.queries.tickets import populations
from auditapp.ops.sla import SlaSource, clock_text_id
from auditapp.tickets.clocks.model import Clock

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from sqlalchemy.orm import Session

    from auditapp.ops.queries.content import PackShelf
    from auditapp.ops.queries.ticket_rows import SlaRow
    from auditapp.store.audit_file import AuditFile
    from auditapp.tickets.clocks.model import Unit
    from auditapp.tickets.populations import TicketFiles
    from auditapp.tickets.rules.library import RuleLibrary

MOST_CATEGORIES: Final = 200


@dataclass(frozen=True, slots=True)
class ClockLine:
    """A clock of the grid with its cells. ``rule_id`` is set for those that a rule knows.

    ``unit`` is what the rule counts (None: an own clock, which counts what its limits say).
    """

    code: str
    names: Mapping[Lang, str]
    rule_id: str
    unit: Unit | None
    rows: tuple[SlaRow, ...]

    @property
    def is_own(self) -> bool:
        """Whether the auditee alone knows this clock."""
        return not self.rule_id

    @property
    def template(self) -> bool:
        """Whether its limits have no source, or not all of them."""
        return any(row.template for row in self.rows)

    @property
    def source(self) -> SlaSource | None:
        """The one source of all its cells; None without cells, or if they differ."""
        found = {SlaSource(row.criterion_id, row.card_id, row.article) for row in self.rows}
        return found.pop() if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A criterion that limits can come from."""

    source: SlaSource
    number: str
    titles: Mapping[Lang, str]


def clock_lines(audit: AuditFile, library: RuleLibrary) -> tuple[ClockLine, ...]:
    """The clocks that rules know, in the order of the rules, then the own ones."""
    shipped = mapped_clocks(library)

    def work(session: Session) -> tuple[ClockLine, ...]:
        rows = load_sla(session)
        own = sorted({row.clock for row in rows} - shipped.keys())
        owners = {code: clock_text_id(audit.audit_id, code) for code in own}
        book = load_texts(session, owners=tuple(owners.values()), names=("name",))
        lines = [_shipped(code, library, rows) for code in shipped]
        for code in own:
            names = _names(book, owners[code], code)
            kept = tuple(row for row in rows if row.clock == code)
            lines.append(ClockLine(code, names, "", None, kept))
        return tuple(lines)

    return audit.read(work)


def sources(audit: AuditFile, shelf: PackShelf) -> tuple[SourceLine, ...]:
    """Own rules, then the cards that apply. A template is no source."""
    found = plan.criteria(audit, shelf)
    lines = [
        SourceLine(
            SlaSource(criterion_id=rule.id),
            rule.number,
            dict.fromkeys(Lang, f"{rule.document} {rule.article or ''}".strip()),
        )
        for rule in found.own_rules
        if not rule.withdrawn and rule.force is not Force.TEMPLATE
    ]
    for row in found.cards:
        if row.bond is not None and row.bond.force is not Force.TEMPLATE:
            titles = {lang: row.card.title.get(lang) for lang in Lang}
            lines.append(SourceLine(SlaSource(card_id=row.card.id), row.card.id, titles))
    return tuple(lines)


def categories(audit: AuditFile, files: TicketFiles) -> tuple[str, ...]:
    """The categories of the latest extract on this machine, the most frequent first."""
    here = (row for row in populations(audit, files) if row.presence is Presence.HERE)
    latest = next(here, None)
    if latest is None:
        return ()
    sql = (
        "SELECT category_l1 FROM tickets WHERE category_l1 IS NOT NULL "
        "GROUP BY category_l1 ORDER BY count(*) DESC, category_l1 LIMIT ?"
    )
    try:
        with files.open(latest.id) as connection:
            columns = connection.execute("SELECT * FROM tickets LIMIT 0").description or ()
            if "category_l1" not in {column[0] for column in columns}:
                return ()
            return tuple(
                str(row[0]) for row in connection.execute(sql, [MOST_CATEGORIES]).fetchall()
            )
    except UserError:
        return ()  # another program holds the file: categories can still be typed


def _shipped(code: str, library: RuleLibrary, rows: tuple[SlaRow, ...]) -> ClockLine:
    rule = mapped_clocks(library)[code]
    unit = rule.body.limit.unit if isinstance(rule.body, Clock) else None
    names = {Lang.EN: rule.name.en, Lang.ZH: rule.name.zh}
    return ClockLine(code, names, rule.id, unit, tuple(row for row in rows if row.clock == code))


def _names(book: TextBook, owner: UUID, code: str) -> Mapping[Lang, str]:
    printed = book.get(owner, "name")
    return {lang: printed.best(lang) or code for lang in Lang}
