"""Windows, side tables, needs, ratios, clusters and the fairness test, against plain Python."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from auditapp.domain.vocabulary import Verdict
from auditapp.errors import UserError
from auditapp.tickets.fields import Table
from auditapp.tickets.results import Stratum
from auditapp.tickets.rules.control_chart import chart
from auditapp.tickets.rules.fairness import mantel_haenszel
from tests.unit.tickets.engine.tables import BAD, Row, at, judge, rules_from, verdicts

if TYPE_CHECKING:
    from pathlib import Path

    from auditapp.tickets.rules.library import RuleLibrary
    from auditapp.tickets.rules.model import Rule

HEAD = """
rules:
  - id: X-1
    version: 1
    name: {en: x, zh: x}
    clauses: ["8.2", "4.9"]
    force: template
    kind: """


def rule(text: str, tmp_path: Path, library: RuleLibrary) -> Rule:
    (found,) = rules_from(HEAD + text, tmp_path, library)
    return found


def crowd(seed: int, count: int) -> list[Row]:
    """Tickets of few customers, some at the same instant, some without key or time."""
    chance = random.Random(seed)
    rows: list[Row] = []
    for number in range(count):
        received: Any = at("2026-01-01") + timedelta(hours=chance.randrange(24 * 120))
        rows.append(
            {
                "ticket_id": str(number),
                "customer_key": chance.choice(["a", "b", "c", None]),
                "issue_key": chance.choice(["i", "j"]),
                "received_at": chance.choice([received] * 20 + [None, BAD]),
                "final_class": chance.choice(["complaint", "opinion", "inquiry", None]),
                "customer_accepts": chance.choice(["yes", "no", None]),
                "amount_disputed": chance.choice([None, 1.0, 2.0, 5.0]),
            }
        )
    return rows


def others(rows: list[Row], me: int, days: int | None, *, own: bool, ahead: bool) -> list[Row]:
    """The rows in the window of a row, in order of time, then of the source."""
    mine = rows[me]["received_at"]
    found: list[tuple[Any, int, Row]] = []
    for number, row in enumerate(rows):
        time = row["received_at"]
        same = all(row[key] == rows[me][key] for key in ("customer_key", "issue_key"))
        if not same or time is None or time is BAD or (time == mine and not own):
            continue
        away = (time - mine) if ahead else (mine - time)
        if timedelta() <= away and (days is None or away <= timedelta(days=days)):
            found.append((time, number, row))
    return [row for _, _, row in sorted(found, key=lambda it: it[:2])]


def takes(found: list[Row]) -> dict[str, Any]:
    """What each figure must be."""
    sums = [it["amount_disputed"] for it in found if it["amount_disputed"] is not None]
    return {
        "count": len(found),
        "any": any(it["final_class"] == "complaint" for it in found),
        "first": found[0]["customer_accepts"] if found else None,
        "last": found[-1]["customer_accepts"] if found else None,
        "min": min(sums, default=None),
        "max": max(sums, default=None),
        "sum": sum(sums) if sums else None,
    }


@pytest.mark.parametrize("span", ["30 d", "unlimited"])
@pytest.mark.parametrize("own", [False, True])
@pytest.mark.parametrize("direction", ["back", "ahead"])
@pytest.mark.parametrize("take", ["count", "any", "first", "last", "min", "max", "sum"])
def test_windows(
    library: RuleLibrary, tmp_path: Path, take: str, direction: str, own: bool, span: str
) -> None:
    value = {"first": "customer_accepts", "last": "customer_accepts"}.get(take, "amount_disputed")
    extra = f", value: {value}" if take not in ("count", "any") else ""
    extra += ", where: \"final_class == 'complaint'\"" if take == "any" else ""
    test = {
        "count": "2",
        "any": "true",
        "first": "'yes'",
        "last": "'yes'",
        "min": "1",
        "max": "5",
        "sum": "3",
    }[take]
    text = f"""condition
    let:
      it: {{table: tickets, by: [customer_key, issue_key], take: {take}{extra},
           window: {{time: received_at, span: {span}, self: {str(own).lower()},
                    direction: {direction}}}}}
    pass_if: "it == {test}"
"""
    rows = crowd(len(take) * 7 + own, 120)
    found = verdicts(rule(text, tmp_path, library), rows, library)
    expected: list[str] = []
    for number, row in enumerate(rows):
        if row["customer_key"] is None or row["received_at"] in (None, BAD):
            unreadable = row["received_at"] is BAD
            expected.append("cannot_test unreadable" if unreadable else "cannot_test missing")
            continue
        days = None if span == "unlimited" else 30
        value_of = takes(others(rows, number, days, own=own, ahead=direction == "ahead"))[take]
        wanted: Any = {"true": True, "'yes'": "yes"}.get(test) or int(test)
        missing = "cannot_test missing"
        verdict = "pass" if value_of == wanted else "fail not_met"
        expected.append(missing if value_of is None else verdict)
    assert [f"{a} {b}".strip() for a, b in found] == expected


def test_windows_with_where_take_the_last_that_counts(library: RuleLibrary, tmp_path: Path) -> None:
    text = """condition
    let:
      it: {table: tickets, by: [customer_key, issue_key], take: last, value: ticket_id,
           where: "final_class == 'complaint'", window: {time: received_at, span: unlimited}}
    pass_if: "it == ticket_id"
    value: {of: "length(it)", unit: signs}
"""
    rows = [row for row in crowd(3, 200) if row["customer_key"] and row["received_at"]]
    rows = [row for row in rows if row["received_at"] is not BAD]
    number = 0
    for number in range(len(rows)):
        found = others(rows, number, None, own=False, ahead=False)
        found = [it for it in found if it["final_class"] == "complaint"]
        rows[number]["product"] = found[-1]["ticket_id"] if found else None
    text = text.replace("it == ticket_id", "it == product")
    found = verdicts(rule(text, tmp_path, library), rows, library)
    assert {it for it, _ in found} <= {"pass", "cannot_test"}
    assert [it == "pass" for it, _ in found] == [row["product"] is not None for row in rows]


def test_the_calendar_month_and_its_history(library: RuleLibrary, tmp_path: Path) -> None:
    text = """condition
    needs: {history: {before: received_at, span: calendar_month}}
    let: {n: {table: tickets, by: [customer_key], take: count,
             window: {time: received_at, span: calendar_month, self: true}}}
    fail_if: [{reason: many, when: "n >= 3", name: {en: many, zh: 多}}]
"""
    days = ["2026-04-30", "2026-05-01", "2026-05-20", "2026-05-31", "2026-06-01"]
    rows: list[Row] = [{"customer_key": "k", "received_at": at(day)} for day in days]
    this = rule(text, tmp_path, library)
    assert [f"{a} {b}".strip() for a, b in verdicts(this, rows, library)] == [
        "cannot_test window",
        "pass",
        "pass",
        "fail many",
        "pass",
    ]
    found = verdicts(this, rows, library, period_from=date(2026, 4, 1))
    assert found[0] == ("pass", "")


def test_history_and_follow_up(library: RuleLibrary, tmp_path: Path) -> None:
    text = """condition
    needs:
      history: {before: received_at, span: "$repeat_window_days d"}
      follow_up: {after: closed_at, span: "10 d"}
    switches: [repeat_window_days]
    pass_if: "not default(is_billing, false)"
"""
    this = rule(text, tmp_path, library)
    rows: list[Row] = [
        {"received_at": at("2026-01-01"), "closed_at": at("2026-01-05"), "is_billing": None},
        {"received_at": at("2026-01-01"), "closed_at": at("2026-01-05"), "is_billing": True},
        {"received_at": at("2026-04-01"), "closed_at": at("2026-04-05"), "is_billing": None},
        {"received_at": at("2026-04-01"), "closed_at": at("2026-04-28"), "is_billing": None},
    ]
    found = verdicts(this, rows, library, as_of=at("2026-05-01"))
    assert [f"{a} {b}".strip() for a, b in found] == [
        "cannot_test window",
        "fail not_met",
        "pass",
        "cannot_test window",
    ]
    asked = {"choices": {"repeat_window_days": "unlimited"}, "as_of": at("2026-05-01")}
    assert verdicts(this, rows, library, **asked)[0] == ("pass", "")


def test_side_tables(library: RuleLibrary, tmp_path: Path) -> None:
    text = """condition
    let:
      told: {table: contacts, take: count, where: "purpose == 'progress' and at <= ticket.due_at"}
      who: {table: contacts, take: distinct, value: [unit, agent], where: "purpose == 'reply'"}
      last: {table: contacts, take: last, value: channel}
    fail_if:
      - {reason: untold, when: "told == 0", name: {en: untold, zh: 未告知}}
      - {reason: many, when: "who > 1", name: {en: many, zh: 多头}}
      - {reason: by_app, when: "last == 'app'", name: {en: app, zh: App}}
"""
    this = rule(text, tmp_path, library)
    rows: list[Row] = [
        {"ticket_id": name, "due_at": at("2026-03-05")} for name in ("a", "b", "c", "d")
    ]
    contacts: list[Row] = [
        {"ticket_id": name, "at": at(day), "purpose": purpose, "unit": unit, "agent": "x",
         "channel": channel}
        for name, day, purpose, unit, channel in [
            ("a", "2026-03-04", "progress", "u", "hotline"),
            ("a", "2026-03-05", "reply", "u", "hotline"),
            ("a", "2026-03-06", "reply", "u", "hotline"),
            ("b", "2026-03-06", "progress", "u", "hotline"),
            ("c", "2026-03-05", "progress", "u", "hotline"),
            ("c", "2026-03-05", "reply", "u", "hotline"),
            ("c", "2026-03-06", "reply", "v", "hotline"),
            ("d", "2026-03-01", "progress", "v", "hotline"),
            ("d", "2026-03-02", "other", "v", "app"),
        ]
    ]  # fmt: skip
    found = verdicts(this, rows, library, sides={Table.CONTACTS: contacts})
    assert [f"{a} {b}".strip() for a, b in found] == [
        "pass",
        "fail untold",
        "fail many",
        "fail by_app",
    ]
    assert [it for it, _ in verdicts(this, rows, library)] == ["cannot_test"] * 4


def test_a_side_table_that_was_not_given(library: RuleLibrary, tmp_path: Path) -> None:
    text = """condition
    over: contacts
    pass_if: "channel == 'hotline' and not default(ticket.is_billing, false)"
"""
    this = rule(text, tmp_path, library)
    rows: list[Row] = [{"ticket_id": "a", "is_billing": True}, {"ticket_id": "b"}]
    assert [it for it, _ in verdicts(this, rows, library)] == ["cannot_test"] * 2
    side: list[Row] = [{"ticket_id": name, "channel": "hotline"} for name in ("b", "a", "a")]
    result = judge(this, rows, library, sides={Table.CONTACTS: side})
    assert result.counts[Verdict.FAIL] == 2
    assert result.exceptions == ("a", "a")


def test_unreadable_and_missing_are_told_apart(library: RuleLibrary, tmp_path: Path) -> None:
    this = rule('condition\n    pass_if: "is_billing"\n', tmp_path, library)
    rows: list[Row] = [{"is_billing": it} for it in (True, False, None, BAD)]
    found = verdicts(this, rows, library)
    assert [f"{a} {b}".strip() for a, b in found] == [
        "pass",
        "fail not_met",
        "cannot_test missing",
        "cannot_test unreadable",
    ]
    assert verdicts(this, [{"ticket_id": "x"}], library) == [("cannot_test", "missing")]


def test_exceptions_are_in_the_order_of_the_source(library: RuleLibrary, tmp_path: Path) -> None:
    this = rule('condition\n    pass_if: "is_billing"\n', tmp_path, library)
    rows: list[Row] = [{"ticket_id": str(99 - n), "is_billing": False} for n in range(20)]
    result = judge(this, rows, library, most_exceptions=3)
    assert result.exceptions == ("99", "98", "97")
    assert result.exceptions_left == 17
    nameless: list[Row] = [{"ticket_id": None, "is_billing": False} for _ in range(2)]
    assert judge(this, nameless, library).exceptions == ("2", "3")


def test_thresholds_and_parameters(library: RuleLibrary, tmp_path: Path) -> None:
    text = """condition
    rate: pass
    parameters: {target: {name: {en: t, zh: t}}, most: {value: 2, name: {en: m, zh: m}}}
    pass_if: "amount_disputed <= $most"
    threshold: {at_least: "$target"}
"""
    this = rule(text, tmp_path, library)
    rows: list[Row] = [{"amount_disputed": n} for n in (1.0, 2.0, 3.0, 4.0)]
    result = judge(this, rows, library)
    assert (result.rate, result.met) == (0.5, None)
    result = judge(this, rows, library, values={"X-1.target": 0.5, "X-1.most": 2})
    assert (result.rate, result.met, result.limit) == (0.5, True, ">=0.5")
    result = judge(this, rows, library, values={"X-1.target": 0.5, "X-1.most": 1})
    assert (result.rate, result.met) == (0.25, False)
    with pytest.raises(UserError, match="switch_unknown"):
        judge(this, rows, library, values={"X-1.other": 1})


def test_a_number_that_is_needed_and_not_given(library: RuleLibrary, tmp_path: Path) -> None:
    text = """ratio
    parameters: {users: {name: {en: u, zh: u}}}
    counts: {n: "true"}
    formula: {numerator: "n", denominator: "$users"}
    factor: 1000000
"""
    this = rule(text, tmp_path, library)
    rows: list[Row] = [{"ticket_id": str(n)} for n in range(3)]
    result = judge(this, rows, library)
    assert result.reasons == {"parameter": 3}
    assert result.rate is None
    result = judge(this, rows, library, values={"X-1.users": 2_000_000})
    assert (result.numerator, result.denominator, result.rate) == (3, 2_000_000, 1.5)


def test_a_choice_must_be_one_of_the_register(library: RuleLibrary) -> None:
    with pytest.raises(UserError, match="choice_unknown"):
        judge(library.rule("R-042"), [{}], library, choices={"upgraded_rate_formula": "x"})
    with pytest.raises(UserError, match="switch_unknown"):
        judge(library.rule("R-042"), [{}], library, choices={"no_switch": "x"})
    by_id = judge(library.rule("R-042"), [{}], library, choices={"A-06": "u_over_c"})
    assert by_id.choices["upgraded_rate_formula"] == "u_over_c"


def test_the_sql_is_readable_and_holds_no_value(library: RuleLibrary, tmp_path: Path) -> None:
    text = """condition
    let: {big: "amount_disputed > 12345"}
    pass_if: "not big or product == 'it''s; --'"
"""
    result = judge(rule(text, tmp_path, library), [{"amount_disputed": 1.0}], library)
    assert "12345" not in result.sql
    assert "it's" not in result.sql
    assert set(result.sql_params.values()) == {12345.0, "it's; --"}
    assert "-- let big" in result.sql
    assert result.sql.startswith("-- X-1 version 1: x\n")


# -- clusters -----------------------------------------------------------------------------------


def test_a_small_cell_is_a_cluster(library: RuleLibrary) -> None:
    this = next(it for it in library.rules.values() if it.kind.value == "clusters")
    rows: list[Row] = [
        {"ticket_id": str(n), "root_cause_code": "rare", "handler_unit": "u1",
         "received_at": at("2026-05-01") + timedelta(days=n * 3),
         "deviation_type": "systemic" if n == 0 else None, "capa_id": "c" if n == 0 else None}
        for n in range(3)
    ]  # fmt: skip
    rows += [
        {"ticket_id": f"o{n}", "root_cause_code": f"cause {n}", "handler_unit": "u2",
         "received_at": at("2025-06-01") + timedelta(days=n)}
        for n in range(330)
    ]  # fmt: skip
    result = judge(this, rows, library)
    (cluster,) = result.extra.clusters
    assert (cluster.cause, cluster.unit, cluster.signals) == ("rare", "u1", ("cell",))
    assert (cluster.tickets, cluster.untreated) == (3, 2)
    assert result.counts[Verdict.PASS] == 1
    assert result.reasons == {"not_treated": 2}
    assert result.counts[Verdict.NOT_APPLICABLE] == 330


def test_a_cause_that_rises_leaves_the_chart(library: RuleLibrary) -> None:
    this = next(it for it in library.rules.values() if it.kind.value == "clusters")
    rows: list[Row] = []
    for month in range(1, 13):
        for n in range(200):
            rising = n < (60 if month >= 11 else 20)
            rows.append(
                {
                    "ticket_id": f"{month}-{n}",
                    "root_cause_code": "rising" if rising else "usual",
                    "handler_unit": f"u{n % 3}",
                    "received_at": at(f"2025-{month:02}-01") + timedelta(hours=n * 3),
                }
            )
    result = judge(this, rows, library)
    assert [(it.cause, it.unit, it.signals) for it in result.extra.clusters] == [
        ("rising", "", ("chart",))
    ]
    months = result.extra.clusters[0].months
    assert [it[0] for it in months if it[4] is not None and it[1] / it[2] > it[4]] == [
        "2025-11",
        "2025-12",
    ]


def test_the_chart_by_hand() -> None:
    """Two months before: 10 of 100 and 20 of 100; mean 0.15."""
    points = chart([("1", 10, 100), ("2", 20, 100), ("3", 40, 100)], base=12, sigma=3)
    assert [it.limit for it in points[:2]] == [None, None]
    mean = 0.15
    spread = (mean * (1 - mean)) ** 0.5
    sigma_z = abs((0.2 - mean) - (0.1 - mean)) / (spread / 10) / 1.128
    assert sigma_z > 1
    assert points[2].limit == pytest.approx(mean + 3 * sigma_z * spread / 10)
    assert not points[2].above


# -- fairness -----------------------------------------------------------------------------------


def test_mantel_haenszel_by_hand() -> None:
    """Two strata with odds ratios of 4 and 4: the common one is 4."""
    strata = [Stratum(("a",), 20, 20, 10, 4), Stratum(("b",), 20, 20, 16, 10)]
    first = (10 * 16 / 40 + 16 * 10 / 40) / (10 * 4 / 40 + 4 * 10 / 40)
    found = mantel_haenszel(strata)
    assert found.value == pytest.approx(first) == pytest.approx(4)
    assert found.low is not None
    assert found.high is not None
    assert found.low < 4 < found.high
    assert found.low * found.high == pytest.approx(16)


def test_groups_are_compared_within_strata(library: RuleLibrary, tmp_path: Path) -> None:
    text = """fairness
    group: "watch_class_system is not missing"
    strata: [category_l1, customer_tier]
    least: 5
    measures:
      - {id: hours, name: {en: h, zh: h}, worse: higher,
         value: "hours(received_at, first_reply_at)"}
      - {id: closed, name: {en: c, zh: c}, share: "customer_accepts == 'no'", worse: higher}
"""
    rows: list[Row] = []
    for category, base in (("a", 1), ("b", 10)):
        for flagged in (True, False):
            # Flagged customers are mostly of the slow category: only strata tell.
            count = {("a", True): 6, ("b", True): 30, ("a", False): 30, ("b", False): 6}
            for n in range(count[category, flagged]):
                hours = base + (2 if flagged else 0)
                rows.append(
                    {
                        "category_l1": category,
                        "customer_tier": "vip",
                        "watch_class_system": "A" if flagged else None,
                        "received_at": at("2026-03-02"),
                        "first_reply_at": at("2026-03-02") + timedelta(hours=hours),
                        "customer_accepts": "no" if n % 3 == 0 else "yes",
                    }
                )
    rows.append({"category_l1": "rare", "watch_class_system": "A", "customer_accepts": "no"})
    result = judge(rule(text, tmp_path, library), rows, library)
    hours_, closed = result.extra.fairness
    assert hours_.effect == 2
    assert hours_.worse is True
    assert (hours_.n_group, hours_.n_other) == (36, 36)
    assert [(it.group, it.other) for it in hours_.strata] == [(3, 1), (12, 10)]
    assert closed.effect == pytest.approx(1)
    assert closed.worse is False
    assert closed.strata_left_out == 1
