"""Tables of complaint tickets are merged, erased and verified like all others."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from auditapp.exchange.merge import merge
from auditapp.ops import deviations, sla, ticket_results, tickets
from auditapp.ops.queries.ticket_exceptions import exceptions
from auditapp.store.audit_file import AuditFile, Opening
from auditapp.store.erase import Approval, EraseReason, erase
from auditapp.store.op import Op, natural_id
from auditapp.store.replay import find_conflicts, replay
from auditapp.store.tables import read_tables
from auditapp.store.verify import verify
from tests.store.test_verify_twin import Twin
from tests.unit.ops import ticket_cases as made

if TYPE_CHECKING:
    from pathlib import Path

    from tests.world import World

TODAY = date(2026, 11, 23)


def second(world: World, tmp_path: Path) -> AuditFile:
    path = tmp_path / "second.audit"
    world.audit.close()
    path.write_bytes(world.audit.path.read_bytes())
    world.audit = AuditFile.open(world.audit.path, Opening(person="Li"))
    return AuditFile.open(path, Opening(person="Wang"))


def test_two_laptops_bring_their_ticket_work_together(world: World, tmp_path: Path) -> None:
    made.with_run(world)
    other = second(world, tmp_path)

    def there(op: Op[object]) -> None:
        other.run(op, actor=world.leader)

    world.do(tickets.set_told(made.POPULATION, [("2025-01", "hotline", 60)], total=100))
    world.do(sla.set_limits([made.cell()]))
    world.do(
        deviations.accept_deviation(made.RULE, made.POPULATION, ("TS-001",), made.acceptance())
    )
    there(tickets.set_told(made.POPULATION, [("2025-01", "hotline", 61)], total=100))
    there(sla.set_limits([made.cell(limit="45min")]))
    there(tickets.add_population(made.population(made.EARLIER)))
    there(tickets.add_key(made.KEY, b"sealed", "ab" * 8))
    merge(world.audit, other)
    merge(other, world.audit)
    with world.audit.raw_read() as one, other.raw_read() as two:
        tables = read_tables(one)
        assert tables == read_tables(two)
        assert replay(one).tables == tables
        conflicts = {(it.table, it.field) for it in find_conflicts(one)}
    # One figure and one limit were set on both: the same rows, so persons decide.
    assert conflicts >= {("control_total", "told"), ("sla_limit", "limit_text")}
    assert len(tables["population"]) == 2
    assert len(tables["sla_limit"]) == len(tables["ticket_key"]) == 1
    other.close()
    assert verify(other.path).problems == ()
    assert Twin(other.path).check() == []


def test_stored_exceptions_and_texts_can_be_erased(world: World) -> None:
    result = made.with_run(world)
    world.do(
        tickets.edit_card(made.POPULATION, tickets.CardFacts(query_text="WHERE name = '张三'"))
    )
    with world.audit.raw_read() as connection:
        (sha256,) = connection.execute("SELECT sha256 FROM rule_exceptions").fetchone()
    approval = Approval(world.leader, world.leader, EraseReason.PERSON_ASKED)
    cell = ("population", made.POPULATION.bytes, "query_text")
    done = erase(world.audit, approval, cells=[cell], blobs=[sha256])
    assert (done.blobs, done.values > 0) == (1, True)
    page = exceptions(world.audit, None, result, today=TODAY)
    assert (page.total, page.rows) == (12, ())
    assert verify(world.audit.path).problems == ()
    assert "张三".encode() not in world.audit.path.read_bytes()


def test_missing_bytes_of_exceptions_are_a_fault(world: World) -> None:
    made.with_run(world)
    key = natural_id(world.audit.audit_id, "rule_result", made.RUN, made.RULE)
    with world.audit.raw_transaction() as connection:
        (sha256,) = connection.execute(
            "SELECT sha256 FROM rule_exceptions WHERE result_id = ?", (key.bytes,)
        ).fetchone()
        connection.execute("DELETE FROM blob WHERE sha256 = ?", (sha256,))
    found = {(it.code, it.args.get("number")) for it in verify(world.audit.path).problems}
    assert ("blob_missing", made.RULE) in found
    assert any("missing blob" in fault for fault in Twin(world.audit.path).check())


def test_a_run_again_with_the_same_exceptions_shares_their_bytes(world: World) -> None:
    made.with_run(world)
    world.do(ticket_results.record_run(made.run(made.KEY)))
    with world.audit.raw_read() as connection:
        rows = connection.execute("SELECT DISTINCT sha256 FROM rule_exceptions").fetchall()
    assert len(rows) == 1
