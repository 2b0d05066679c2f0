"""The grammar: what it takes, what it refuses and where, and that nothing reaches SQL as text."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditapp.errors import UserError
from auditapp.tickets.database import connect
from auditapp.tickets.expressions.checker import FUNCTIONS, Scope, Slot, read_expression
from auditapp.tickets.expressions.compiling import _CALLS, Column, Frame, Joins, compile_sql
from auditapp.tickets.expressions.tree import ExpressionError, Type
from auditapp.tickets.sql import Params, comment, quote
from tests.unit.tickets.engine.tables import at

SCOPE = Scope(
    {
        "n": Slot(Type.NUMBER),
        "m": Slot(Type.NUMBER),
        "t": Slot(Type.TIME),
        "u": Slot(Type.TIME),
        "c": Slot(Type.TEXT, ("yes", "no")),
        "s": Slot(Type.TEXT),
        "f": Slot(Type.FLAG),
        "g": Slot(Type.FLAG),
    },
    {"w": Type.NUMBER, "o": Type.TEXT},
)
ROW: dict[str, Any] = {
    "n": 3.0,
    "m": None,
    "t": at("2026-03-02 09:00"),
    "u": at("2026-03-03 20:30"),
    "c": "yes",
    "s": "媒体 Report",
    "f": True,
    "g": None,
}
KINDS = {Type.NUMBER: "DOUBLE", Type.TIME: "TIMESTAMP", Type.TEXT: "VARCHAR", Type.FLAG: "BOOLEAN"}


def value_of(text: str, row: dict[str, Any] = ROW) -> Any:
    """An expression over one row, in the engine."""
    node = read_expression(text, SCOPE)
    params = Params()
    columns = {
        name: Column(f"r.{quote(name)}", slot.type, "480" if slot.type is Type.TIME else "0")
        for name, slot in SCOPE.names.items()
    }
    frame = Frame(columns, {"w": "2", "o": "x"}, params, Joins(""))
    sql = compile_sql(node, frame).sql
    made = ", ".join(
        f"CAST({params.add(row[name])} AS {KINDS[slot.type]}) AS {quote(name)}"
        for name, slot in SCOPE.names.items()
    )
    connection = connect()
    try:
        return connection.execute(
            f"SELECT {sql} FROM (SELECT {made}) AS r", params.values
        ).fetchall()[0][0]
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("n + 1 == 4", True),
        ("n - 1 * 2 == 1", True),
        ("-n < 0 and not (n > 5)", True),
        ("m > 1", None),
        ("false and m > 1", False),
        ("f or m > 1", True),
        ("not g", None),
        ("default(g, false)", False),
        ("m is missing", True),
        ("m is not missing", False),
        ("n in [1, 3]", True),
        ("n not in [1, 3]", False),
        ("c == 'yes'", True),
        ("c in ['no']", False),
        ("u - t", 35 * 3_600_000_000 + 1_800_000_000),
        ("u - t <= 36 h", True),
        ("u - t <= 35.5 h", True),
        ("u - t < 35.5 h", False),
        ("minutes(t, u)", 2130.0),
        ("hours(u - t)", 35.5),
        ("days(t, u) < 2", True),
        ("calendar_days(t, u)", 2),
        ("month(t)", "2026-03"),
        ("year(t)", 2026),
        ("weekday(t)", 1),
        ("hour(u)", 4),
        ("time_between(t, '17:00', '18:00')", True),
        ("time_between(t, '18:00', '17:00')", False),
        ("time_between(u, '20:00', '08:00')", True),
        ("t == time('2026-03-02 09:00')", True),
        ("t + 1 d > u", False),
        ("first_of(m, n)", 3.0),
        ("if(f, n, 0)", 3.0),
        ("if(g, n, 0)", None),
        ("count_true(f, f)", 2),
        ("count_true(f, g)", None),
        ("count_given(n, m, t)", 2),
        ("contains(s, 'REPORT')", True),
        ("contains(s, '投诉', '媒体')", True),
        ("lower(s)", "媒体 report"),
        ("length(s)", 9),
        ("abs(0 - n)", 3.0),
        ("round(n / 2, 0)", 2.0),
        ("n / 0", None),
        ("least(n, 1)", 1.0),
        ("least(n, m)", None),
        ("greatest(t, u) == u", True),
        ("n > $w", True),
        ("$o == 'x'", True),
        ("s == 'it''s'", False),
        ("1 min + 1 min == 2 min", True),
        ("(u - t) / 2 < 1 d", True),
        ("(u - t) / 1 h", 35.5),
    ],
)
def test_values(text: str, expected: object) -> None:
    assert value_of(text) == expected


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("", "expr_ends", 1),
        ("n >", "expr_ends", 4),
        ("n > 'a'", "expr_kinds", 3),
        ("n = 1", "expr_unexpected", 3),
        ("n; drop", "expr_unexpected", 2),
        ("s == 'open", "expr_open_text", 6),
        ("nothing == 1", "expr_unknown_name", 1),
        ("f and nothing", "expr_unknown_name", 7),
        ("c == 'maybe'", "expr_unknown_code", 6),
        ("c in ['yes', 'maybe']", "expr_unknown_code", 14),
        ("foo(n)", "expr_unknown_function", 1),
        ("minutes(t, n)", "expr_kind", 12),
        ("minutes(t, u, t)", "expr_arguments", 1),
        ("$unknown > 1", "expr_unknown_chosen", 1),
        ("f > g", "expr_not_ordered", 3),
        ("f and n", "expr_kind", 7),
        ("time('gestern') == t", "expr_time", 6),
        ("time_between(t, '8:00', '25:00')", "expr_time", 17),
        ("n in [m]", "expr_not_literal", 7),
        ("default(n, m)", "expr_not_literal", 12),
        ("t + t == t", "expr_kinds", 3),
        ("(" * 60 + "n" + ")" * 60, "expr_too_deep", 41),
        ("n" + " + n" * 400, "expr_too_long", 0),
        ("n" * 3000, "expr_too_long", 1),
        ("1 == 12345678901234567890", "expr_number", 6),
    ],
)
def test_faults_have_a_code_and_a_column(text: str, code: str, column: int) -> None:
    with pytest.raises(ExpressionError) as caught:
        read_expression(text, SCOPE)
    assert caught.value.code == code
    assert caught.value.column == column or column == 0


def test_every_function_of_the_checker_can_be_compiled() -> None:
    assert set(_CALLS) == FUNCTIONS


WORDS = [
    *SCOPE.names, *sorted(FUNCTIONS), "and", "or", "not", "in", "is", "missing", "true", "(", ")",
    "[", "]", ",", "==", "!=", "<", "<=", "+", "-", "*", "/", "'yes'", "'x'", "1", "2.5", "3 d",
    "$w", "$o", "'08:00'", "'2026-01-01'", ";", "--", "\"", "$", "\\", "'", "{", "投", "\x00",
]  # fmt: skip


def fault_column(text: str) -> int:
    """Where an expression is wrong, 0 = it is not; anything but its own error gets through."""
    try:
        read_expression(text, SCOPE)
    except ExpressionError as error:
        return error.column
    return 0


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
def test_fuzz_words_give_a_tree_or_a_fault(text: str) -> None:
    assert fault_column(text) in range(len(text) + 2)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_fuzz_any_text_gives_a_tree_or_a_fault(text: str) -> None:
    assert fault_column(text) in range(len(text) + 2)


def expressions() -> st.SearchStrategy[str]:
    """Well-formed conditions."""
    numbers = st.sampled_from(["n", "m", "1", "2.5", "$w", "minutes(t, u)", "hour(t)"])
    times = st.sampled_from(["t", "u", "t + 2 h", "u - 1 d", "time('2026-03-02')"])
    tests = st.one_of(
        st.tuples(numbers, st.sampled_from(["==", "<", ">="]), numbers).map(" ".join),
        st.tuples(times, st.sampled_from(["<", "<=", "!="]), times).map(" ".join),
        st.sampled_from(["f", "g", "c == 'yes'", "s is missing", "c not in ['no']"]),
    )
    return st.recursive(
        tests,
        lambda inner: st.one_of(
            st.tuples(inner, st.sampled_from([" and ", " or "]), inner).map(
                lambda it: f"({it[0]}{it[1]}{it[2]})"
            ),
            inner.map(lambda it: f"not ({it})"),
        ),
        max_leaves=8,
    )


@settings(max_examples=60, deadline=None)
@given(expressions())
def test_fuzz_what_is_accepted_runs(text: str) -> None:
    assert value_of(text) in (True, False, None)


ATTACKS = [
    "'; DROP TABLE tickets; --",
    "x' OR '1'='1",
    "\" ; ATTACH 'x' --",
    "$p1",
    "*/ SELECT 1 /*",
    "\\'; SELECT",
    'Robert"); --',
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_text_never_becomes_sql(attack: str) -> None:
    literal = attack.replace("'", "''")
    node = read_expression(f"s == '{literal}'", SCOPE)
    params = Params()
    columns = {"s": Column('"s"', Type.TEXT)}
    sql = compile_sql(node, Frame(columns, {}, params)).sql
    assert sql == '("s" = $p1)'
    assert params.values == {"p1": attack}
    assert value_of(f"s == '{literal}'", ROW | {"s": attack}) is True


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_name_is_quoted_whole(attack: str) -> None:
    quoted = quote(attack)
    connection = connect()
    try:
        connection.execute(f"CREATE TABLE {quoted} ({quoted} INTEGER)")
        found = connection.execute(
            "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal"
        )
        assert found.fetchall() == [(attack, attack)]
    finally:
        connection.close()


@pytest.mark.parametrize("name", ["", "a\nb", "a\x00", "x" * 300])
def test_what_no_table_is_called_is_refused(name: str) -> None:
    with pytest.raises(UserError):
        quote(name)


def test_a_comment_stays_one_line() -> None:
    assert comment("a\nDROP TABLE x; \x00b\u2028c").count("\n") == 0
    assert comment("a\u2028DROP").startswith("-- a DROP")


def test_equal_values_share_a_parameter_of_their_kind() -> None:
    params = Params()
    assert params.add(1) == params.add(1)
    assert len({params.add(1), params.add(1.0), params.add(True), params.add("1")}) == 4
