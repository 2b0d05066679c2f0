"""Real rules over a real population: board, breakdowns, exceptions, findings, proposals, cancel."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from auditapp.domain.vocabulary import (
    Completeness,
    Dimension,
    EvidenceKind,
    Force,
    Grade,
    Lang,
    Result,
)
from auditapp.errors import UserError
from auditapp.jobs.progress import Cancelled, Progress
from auditapp.ops import (
    deviations,
    sla,
    ticket_findings,
    ticket_import,
    ticket_runs,
    tickets,
)
from auditapp.ops.queries import ticket_board, ticket_decisions, ticket_exceptions
from auditapp.ops.queries.content import PackShelf
from auditapp.ops.queries.evidence import load_evidence
from auditapp.ops.queries.findings import load_findings
from auditapp.ops.queries.printed import load_texts
from auditapp.ops.queries.ticket_proposals import judged, ticket_report
from auditapp.ops.queries.ticket_rows import Basis, Counts, Slice, Window, Within
from auditapp.paths import shipped_paths
from auditapp.store.models import Evidence
from auditapp.store.op import natural_id
from auditapp.store.verify import verify
from auditapp.tickets.clocks.model import Clock, Unit
from auditapp.tickets.populations import TicketFiles
from auditapp.tickets.reading.source import ReadOptions
from auditapp.tickets.rules.library import load_library
from auditapp.tickets.rules.run import Request
from tests.bench.made_pack import made_pack
from tests.unit.ops import ticket_cases
from tests.unit.tickets.population import made

if TYPE_CHECKING:
    import uuid
    from pathlib import Path

    from auditapp.ops.queries.ticket_rows import Board, BoardRow
    from auditapp.tickets.rules.library import RuleLibrary
    from auditapp.tickets.rules.model import Rule
    from tests.world import World

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def library() -> RuleLibrary:
    return load_library(shipped_paths().checklists)


class Ground:
    """A world with an imported population of 400 tickets."""

    def __init__(self, world: World, folder: Path, library: RuleLibrary) -> None:
        self.world = world
        self.audit = world.audit
        self.library = library
        self.files = TicketFiles(world.audit.path, world.audit.audit_id)
        self.body = made.rows(400)
        source = made.write(folder / "extract.csv", self.body)
        reader = ticket_import.source_reader(source, made.mapping(), ReadOptions())
        self.population = ticket_import.import_population(
            self.audit,
            self.files,
            ticket_import.ImportPlan(tickets.CardFacts(system="CRM"), (reader,)),
            actor=world.auditor,
            progress=Progress(),
        ).value

    def run(self, *rules: str, progress: Progress | None = None) -> uuid.UUID:
        return ticket_runs.run_rules(
            self.audit,
            self.files,
            self.population,
            [self.library.rule(name) for name in rules],
            self.library,
            Request(),
            actor=self.world.auditor,
            progress=progress or Progress(),
        ).value

    def board(self) -> Board:
        return ticket_board.board(self.audit, self.population, today=TODAY, files=self.files)

    def row(self, rule: str) -> BoardRow:
        return next(row for row in self.board().rows if row.rule_id == rule)


@pytest.fixture
def ground(world: World, tmp_path: Path, library: RuleLibrary) -> Ground:
    return Ground(world, tmp_path, library)


def late(body: list[list[str]], days: int) -> set[str]:
    """Tickets closed more than so many calendar days after receipt."""
    return {
        row[0]
        for row in body
        if (date.fromisoformat(row[4][:10]) - date.fromisoformat(row[3][:10])).days > days
    }


def counts_minutes(rule: Rule) -> bool:
    return isinstance(rule.body, Clock) and rule.body.limit.unit is Unit.MIN


CLOCK = "CF-02"
"""Closed within 56 calendar days."""


def test_a_run_is_one_step_with_figures_that_add_up(ground: Ground) -> None:
    run_id = ground.run(CLOCK, "MT-08")
    board = ground.board()
    assert board.run is not None
    assert (board.run.id, board.run.tickets) == (run_id, 400)
    row = ground.row(CLOCK)
    wanted = late(ground.body, 56)
    assert row.counts.total == 400
    assert row.counts.failed == row.exceptions == row.numerator == len(wanted) > 0
    for dimension in Dimension:
        parts = ticket_board.breakdown(ground.audit, row.result_id, dimension)
        assert sum(part.counts.total for part in parts) == 400
        assert sum(part.counts.failed for part in parts) == len(wanted)
    months = [part.key for part in row.trend]
    assert months == sorted(months)
    assert {
        part.key for part in ticket_board.breakdown(ground.audit, row.result_id, Dimension.UNIT)
    } == {"HZ", "NB"}
    assert not row.complete
    path = ground.audit.path
    assert verify(path).problems == ()


def test_exceptions_from_the_file_and_without_it(ground: Ground) -> None:
    ground.run(CLOCK)
    row, wanted = ground.row(CLOCK), late(ground.body, 56)
    page = ticket_exceptions.exceptions(ground.audit, ground.files, row.result_id, today=TODAY)
    stored = ticket_exceptions.exceptions(ground.audit, None, row.result_id, today=TODAY)
    assert (page.basis, stored.basis) == (Basis.FILE, Basis.STORED)
    assert {one.ticket for one in page.rows} == wanted
    assert page.rows == stored.rows
    part = Within(Dimension.UNIT, "HZ")
    for files in (ground.files, None):
        found = ticket_exceptions.exceptions(
            ground.audit, files, row.result_id, today=TODAY, within=part
        )
        assert {one.ticket for one in found.rows} == {
            it[0] for it in ground.body if it[0] in wanted and it[6] == "HZ"
        }
        window = Window(offset=2, limit=3, order="value", descending=True)
        turned = ticket_exceptions.exceptions(
            ground.audit, files, row.result_id, today=TODAY, window=window
        )
        values = sorted((one.value or 0 for one in page.rows), reverse=True)
        assert [one.value for one in turned.rows] == values[2:5]


def test_running_again_with_the_same_outcome_adds_no_bytes(ground: Ground) -> None:
    ground.run(CLOCK)
    count = "SELECT count(*) FROM blob"
    with ground.audit.raw_read() as connection:
        before = connection.execute(count).fetchone()
    ground.run(CLOCK)
    with ground.audit.raw_read() as connection:
        assert connection.execute(count).fetchone() == before
    assert len(ticket_board.runs(ground.audit, ground.population)) == 2


def test_a_cancelled_run_leaves_nothing(ground: Ground) -> None:
    head = ground.audit.head_hash()
    stopped = Progress()
    stopped.cancel()
    with pytest.raises(Cancelled):
        ground.run(CLOCK, progress=stopped)
    assert ground.audit.head_hash() == head
    assert ground.board().run is None
    with ground.files.open(ground.population) as connection:
        tables = connection.execute(
            "SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'verdicts'"
        )
        assert tables.fetchone() == (0,)


def test_reading_goes_on_while_another_connection_is_open(ground: Ground) -> None:
    ground.run(CLOCK)
    row = ground.row(CLOCK)
    with ground.files.open(ground.population):
        page = ticket_exceptions.exceptions(ground.audit, ground.files, row.result_id, today=TODAY)
        assert page.basis is Basis.FILE
        ground.run("MT-08")


def test_a_ticket_with_its_cells_and_the_rules_it_fails(ground: Ground) -> None:
    ground.run(CLOCK)
    row = ground.row(CLOCK)
    page = ticket_exceptions.exceptions(ground.audit, ground.files, row.result_id, today=TODAY)
    one = page.rows[0]
    view = ticket_exceptions.ticket(ground.audit, ground.files, ground.population, one.row_no)
    assert view is not None
    assert (view.ticket, view.fails) == (one.ticket, (CLOCK,))
    cells = {cell.field: cell.text for cell in view.cells}
    source = next(it for it in ground.body if it[0] == one.ticket)
    assert cells["received_at"] == source[3]
    assert cells["customer_key"] != source[1]
    assert ticket_exceptions.ticket(ground.audit, None, ground.population, one.row_no) is None


def test_accepted_deviations_count_until_they_expire(ground: Ground) -> None:
    ground.run(CLOCK)
    row = ground.row(CLOCK)
    two = tuple(sorted(late(ground.body, 56)))[:2]
    acceptance = deviations.Acceptance("系统停机", "质量部", expires_on=TODAY)
    ground.world.do(deviations.accept_deviation(CLOCK, ground.population, two, acceptance))
    assert ground.row(CLOCK).accepted == 2
    open_ones = Within(open_only=True)
    for files in (ground.files, None):
        page = ticket_exceptions.exceptions(
            ground.audit, files, row.result_id, today=TODAY, within=open_ones
        )
        assert page.total == row.exceptions - 2
    later = ticket_board.board(ground.audit, ground.population, today=date(2026, 11, 24))
    assert next(it for it in later.rows if it.rule_id == CLOCK).accepted == 0


def test_from_exceptions_to_a_finding_in_one_step(ground: Ground) -> None:
    ground.run(CLOCK)
    row = ground.row(CLOCK)
    shelf = PackShelf(ground.audit)
    draft = ticket_findings.draft_finding(
        ground.audit, ground.files, shelf, row.result_id, today=TODAY, unit_id=ground.world.unit
    )
    failed = row.counts.failed
    assert (draft.total, draft.new.sample, draft.new.deviations) == (
        failed,
        row.counts.passed + failed,
        failed,
    )
    said = draft.new.texts["condition"]
    assert str(failed) in (said[Lang.ZH] or "")
    assert str(failed) in (said[Lang.EN] or "")
    assert "完整性未证实" in (said[Lang.ZH] or "")
    own = replace(
        draft.new,
        grade=Grade.MINOR,
        forces=frozenset({Force.OWN_PROCEDURE}),
        own_criteria=(ground.world.criterion,),
    )
    finding = ground.world.do(ticket_findings.raise_from_exceptions(replace(draft, new=own)))
    (linked,) = ground.row(CLOCK).findings
    assert (linked.id, linked.exceptions) == (finding, failed)
    page = ticket_exceptions.exceptions(ground.audit, ground.files, row.result_id, today=TODAY)
    assert all(one.findings == (linked.number,) for one in page.rows)
    proofs = [
        it
        for it in ground.audit.read(lambda session: load_evidence(session, load_texts(session)))
        if it.kind is EvidenceKind.TICKET
    ]
    assert len(proofs) == 1
    ground.audit.undo(ground.world.auditor)
    assert ground.row(CLOCK).findings == ()
    rows = ground.audit.read(
        lambda session: load_findings(session, load_texts(session), today=TODAY)
    )
    assert finding not in {it.id for it in rows}


def test_a_few_tickets_are_evidence_each(ground: Ground) -> None:
    ground.run(CLOCK)
    row = ground.row(CLOCK)
    two = sorted(late(ground.body, 56))[:2]
    draft = ticket_findings.draft_finding(
        ground.audit, None, PackShelf(ground.audit), row.result_id, today=TODAY, tickets=two
    )
    assert (draft.total, [one.ticket for one in draft.rows]) == (2, two)
    assert draft.new.grade is Grade.IMPROVEMENT  # nothing that binds is cited yet
    ground.world.do(ticket_findings.raise_from_exceptions(draft))
    query = select(Evidence.reference).where(Evidence.kind == EvidenceKind.TICKET)
    found = ground.audit.read(lambda session: session.scalars(query).all())
    assert sorted(it or "" for it in found) == two


def test_a_template_becomes_no_finding(world: World) -> None:
    result = ticket_cases.with_run(world, template=True)
    with pytest.raises(UserError, match="ticket_result_template"):
        ticket_findings.draft_finding(
            world.audit, None, PackShelf(world.audit), result, today=TODAY
        )


def test_the_grid_gives_limits_with_a_source(ground: Ground) -> None:
    every = [*ground.library.rules.values()]
    every += [rule for profile in ground.library.profiles.values() for rule in profile.rules]
    rule = next(rule for rule in every if ticket_runs.mapping_of(rule) and counts_minutes(rule))
    name = ticket_runs.mapping_of(rule)
    cells = [
        sla.SlaCell(name, "", "", "60min", "received_at", "dispatched_at"),
        sla.SlaCell(name, "资费", "", "0.5h", "received_at", "dispatched_at"),
    ]
    ground.world.do(sla.set_limits(cells))
    rows = ticket_decisions.sla_limits(ground.audit)
    assert all(row.template for row in rows)
    tables = ticket_runs.limit_tables(rows, [rule])
    assert [(row.match, row.value) for row in tables[name].rows] == [
        ((("category_l1", "资费"),), 30.0),
        ((), 60.0),
    ]
    assert tables[name].source == ""
    source = sla.SlaSource(criterion_id=ground.world.criterion)
    ground.world.do(sla.bind_source([row.id for row in rows], source))
    rows = ticket_decisions.sla_limits(ground.audit)
    assert "投诉管理办法" in ticket_runs.limit_tables(rows, [rule])[name].source
    with pytest.raises(UserError, match="sla_other_unit"):
        ticket_runs.limit_tables([replace(rows[0], limit="2wd")], [rule])


def test_r001_stands_beside_the_run(ground: Ground) -> None:
    run_id = ground.run(CLOCK)
    with pytest.raises(UserError, match="tickets_no_sample"):
        ticket_runs.match_second_source(
            ground.audit,
            ground.files,
            ground.population,
            as_of="2026-01-01",
            actor=ground.world.auditor,
            progress=Progress(),
        )
    with ground.files.open(ground.population) as connection:
        connection.execute(
            "CREATE TABLE contact_sample AS SELECT 2 AS row_no, 'c' AS contact_id,"
            ' customer_key, received_at AS "at", true AS is_complaint_by_auditor'
            " FROM tickets ORDER BY row_no LIMIT 1"
        )
    ticket_runs.match_second_source(
        ground.audit,
        ground.files,
        ground.population,
        as_of="2026-01-01",
        actor=ground.world.auditor,
        progress=Progress(),
    )
    board = ground.board()
    assert board.run is not None
    assert board.run.id == run_id
    assert [row.rule_id for row in board.rows] == ["R-001", CLOCK]
    assert (board.rows[0].numerator, board.rows[0].denominator) == (1, 1)


@pytest.mark.parametrize(
    ("counts", "result"),
    [
        (Counts(passed=50), Result.CONFORMING),
        (Counts(cannot_test=50), Result.NOT_CONCLUSIVE),
        (Counts(not_applicable=50), None),
    ],
)
def test_what_a_result_proposes(counts: Counts, result: Result | None) -> None:
    question = made_pack("P01", 12).questions[0]
    tested = counts.passed + counts.failed
    found, _ = judged(question, Slice("", counts, counts.failed, tested))
    assert found is result


def test_the_report_has_cards_boards_and_details(ground: Ground) -> None:
    ground.run(CLOCK)
    ground.world.do(
        tickets.judge_completeness(ground.population, Completeness.RECONCILED, note="一致")
    )
    found = ticket_report(ground.audit, today=TODAY)
    assert len(found.boards) == len(found.cards) == len(found.totals) == 1
    assert found.boards[0].rows[0].complete
    key = natural_id(ground.audit.audit_id, "rule_result", found.boards[0].run.id, CLOCK)  # type: ignore[union-attr]
    assert found.details[key].sql.startswith("--")
