"""``tickets test``: the JSON of the contract, to the letter, and one sentence for what is wrong."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from auditapp.domain.vocabulary import Lang
from auditapp.ops.sla import SlaCell, add_clock

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import Run
    from tests.world import World

TABLE = """number,in,out,due,kind
a,2026-03-02 09:00,2026-03-12 09:00,2026-03-10,simple
b,2026-03-02 09:00,2026-03-12 09:01,2026-03-20,complex
c,2026-03-05 09:00,,2026-03-06,simple
d,2026-03-11 09:00,,2026-03-30,
a,2026-03-05 09:00,2026-03-01 09:00,,simple
e,someday,2026-03-01 09:00,,simple
,2026-03-02,2026-03-02 08:00,,simple
"""
MAP = ["--map", "ticket_id=number", "received_at=in", "closed_at=out", "due_at=due"]
CLOCKS = ["--clock", "slow:received_at->closed_at<=10d", "--clock",
          "due:received_at->closed_at<=due_at", "week:received_at->closed_at<=5wd"]  # fmt: skip


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "tickets.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def result_of(run: Run, table: Path, *words: str) -> dict[str, Any]:
    out = table.parent / "out.json"
    ended = run("tickets", "test", table, *words, "--json", out)
    assert (ended.code, ended.err) == (0, "")
    return json.loads(out.read_text(encoding="utf-8"))


def test_the_shape_and_the_figures(run: Run, table: Path) -> None:
    found = result_of(run, table, *MAP, *CLOCKS, "--as-of", "2026-03-16")
    assert list(found) == ["source", "mapping", "profile", "as_of", "choices", "rules"]
    assert list(found["source"]) == [
        "path", "sha256", "encoding", "sheet", "header_row", "rows_read", "rows_kept",
        "rows_refused",
    ]  # fmt: skip
    assert found["source"]["rows_read"] == found["source"]["rows_kept"] == 7
    assert found["mapping"] == {
        "ticket_id": "number", "received_at": "in", "closed_at": "out", "due_at": "due",
    }  # fmt: skip
    assert (found["as_of"], found["choices"], found["profile"]) == ("2026-03-16", {}, None)
    slow, due, week = found["rules"]
    assert list(slow) == [
        "id", "name", "clause", "limit", "counts", "reasons", "numerator", "denominator", "rate",
        "value", "exceptions", "sql", "sql_params",
    ]  # fmt: skip
    assert slow["id"] == "slow"
    assert slow["limit"] == "10d"
    assert slow["counts"] == {
        "pass": 2, "fail": 2, "running": 1, "not_applicable": 0, "cannot_test": 2,
    }  # fmt: skip
    assert slow["reasons"] == {"late": 1, "open_overdue": 1, "negative": 1, "unreadable": 1}
    assert (slow["numerator"], slow["denominator"], slow["rate"]) == (2, 4, 0.5)
    assert slow["exceptions"] == ["b", "c"]
    assert list(slow["value"]) == ["unit", "n", "min", "median", "mean", "p90", "p95", "max"]
    assert (slow["value"]["unit"], slow["value"]["n"]) == ("d", 3)
    assert due["counts"]["fail"] == 2
    assert due["exceptions"] == ["a", "c"]
    assert due["reasons"] == {"late": 1, "missing": 2, "open_overdue": 1, "unreadable": 1}
    assert week["counts"]["pass"] == 1


def test_the_sql_can_be_run_again(run: Run, table: Path, tmp_path: Path) -> None:
    """What the working paper shows is what was run."""
    import duckdb

    found = result_of(run, table, *MAP, *CLOCKS, "--as-of", "2026-03-16")["rules"][0]
    connection = duckdb.connect()
    connection.execute(
        "CREATE TABLE tickets AS SELECT row_number() OVER () + 1 AS row_no, number AS ticket_id, "
        'try_cast("in" AS TIMESTAMP) AS received_at, 0::SMALLINT AS received_at__off, '
        '"in" IS NOT NULL AND received_at IS NULL AS received_at__bad, '
        "try_cast(out AS TIMESTAMP) AS closed_at, 0::SMALLINT AS closed_at__off, "
        "false AS closed_at__bad "
        f"FROM read_csv('{table}', all_varchar = true, nullstr = '')"
    )
    rows = connection.execute(
        f"SELECT split_part(outcome, ' ', 1), count(*) FROM ({found['sql']}) GROUP BY 1",
        found["sql_params"],
    ).fetchall()
    connection.close()
    counts = {verdict: n for verdict, n in found["counts"].items() if n}
    assert dict(rows) == counts


def test_rules_and_choices(run: Run, table: Path) -> None:
    words = ["--map", "received_at=in", "decision_notified_at=out", "complexity=kind"]
    found = result_of(run, table, *words, "--rules", "CB-11", "--set", "complex_ground=none")
    (rule,) = found["rules"]
    assert rule["id"] == "CB-11"
    assert rule["clause"].startswith("7.8")
    assert found["choices"]["complex_ground"] == "none"
    assert rule["exceptions"] == []
    profile = result_of(run, table, *words, "--profile", "CN-FIN-CBIRC-2020-3")
    assert profile["profile"] == "CN-FIN-CBIRC-2020-3"
    assert "CB-11" in [it["id"] for it in profile["rules"]]


def test_without_ids_the_row_numbers_name_the_tickets(run: Run, table: Path) -> None:
    words = ["--map", "received_at=in", "closed_at=out"]
    found = result_of(run, table, *words, "--clock", "x:received_at->closed_at<=1d")
    assert found["rules"][0]["exceptions"] == ["2", "3", "4", "5"]


def test_all_rules_run_on_a_small_table(run: Run, table: Path) -> None:
    found = result_of(run, table, *MAP)
    assert len(found["rules"]) > 40
    for rule in found["rules"]:
        assert rule["name"]["en"]
        assert rule["name"]["zh"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--clock", "x:received_at->closed_at<30d"], "is not of the form"),
        (["--clock", "x:received_at->nothing<=30d"], "“nothing” is neither"),
        (["--rules", "R-999"], "There is no rule “R-999”"),
        (["--profile", "NOPE"], "There is no clock profile “NOPE”"),
        (["--profile", "nope.yaml"], "The file nope.yaml is missing"),
        (["--rules", "R-042", "--set", "A-06=x"], "cannot be “x”"),
        (["--rules", "R-042", "--set", "nothing=x"], "There is no switch"),
        (["--rules", "R-042", "--set", "nothing"], "--set is NAME=VALUE"),
        (["--rules", "R-046", "--set", "R-046.users=many"], "is no number"),
        ([*CLOCKS, "--as-of", "gestern"], "“gestern” is no date"),
        ([*CLOCKS, "--calendar", "NOWHERE"], "There is no calendar “NOWHERE”"),
        ([*CLOCKS, "--audit", "nothing.audit"], "nothing.audit"),
    ],
)
def test_one_sentence_for_what_is_wrong(run: Run, table: Path, words: list[str], said: str) -> None:
    out = table.parent / "out.json"
    ended = run("tickets", "test", table, *MAP, *words, "--json", out)
    assert (ended.code, ended.out) == (1, "")
    assert said in ended.err
    assert ended.err.count("\n") == 1
    assert not out.exists()
    assert sorted(it.name for it in table.parent.iterdir() if it.is_file()) == ["tickets.csv"]


def test_a_year_without_calendar_is_refused(run: Run, table: Path) -> None:
    table.write_text(TABLE.replace("2026-03", "2014-03"), encoding="utf-8")
    ended = run("tickets", "test", table, *MAP, *CLOCKS, "--json", table.parent / "out.json")
    assert ended.code == 1
    assert "has no table for 2014" in ended.err


def test_usage(run: Run, table: Path) -> None:
    assert run("tickets", "test", table).code == 2
    assert run("tickets", "test", table, *MAP, "--dates", "xyz", "--json", "x").code == 2


def test_the_audit_brings_its_own_clocks(run: Run, table: Path, world: World) -> None:
    cell = SlaCell("", "", "", "10d", "received_at", "closed_at")
    code = world.do(add_clock({Lang.EN: "Close in ten days"}, cell))
    path = world.audit.path
    world.audit.close()
    found = result_of(
        run, table, *MAP, "--rules", code, "--audit", str(path), "--as-of", "2026-03-16"
    )
    (own,) = found["rules"]
    assert (own["id"], own["name"]["en"], own["limit"]) == (code, "Close in ten days", "10d")
    slow = result_of(run, table, *MAP, *CLOCKS[:2], "--as-of", "2026-03-16")["rules"][0]
    assert own["counts"] == slow["counts"]
    assert own["exceptions"] == slow["exceptions"]
