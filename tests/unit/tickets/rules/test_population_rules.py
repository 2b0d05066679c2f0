"""Rules whose result is a figure of the population: clusters, fairness, rates, figures beside."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tests.unit.tickets.engine.tables import Row, judge
from tests.unit.tickets.rules.examples import library

DAY = datetime.fromisoformat("2025-03-03 09:00")


def _tickets(minutes: list[int], **columns: object) -> list[Row]:
    return [
        {"received_at": DAY, "first_reply_at": DAY + timedelta(minutes=it), **columns}
        for it in minutes
    ]


def _numbered(rows: list[Row]) -> list[Row]:
    return [{**row, "ticket_id": f"T{number}"} for number, row in enumerate(rows)]


def test_flagged_customers_who_wait_longer_in_the_same_stratum_are_seen() -> None:
    rows = _numbered(
        [
            *_tickets([100, 110, 120, 130, 140], category_l1="bill", watch_class_system="A"),
            *_tickets([40, 50, 60, 70, 80], category_l1="bill", watch_class_system=None),
            *_tickets([500] * 4, category_l1="net", watch_class_system="A"),
            *_tickets([10] * 9, category_l1="net", watch_class_system=None),
        ]
    )
    rows = [{**row, "customer_tier": "other", "is_urgent_type": False} for row in rows]
    result = judge(library().rule("R-061"), rows, library())
    waiting = next(it for it in result.extra.fairness if it.id == "reply_minutes")
    assert waiting.effect == pytest.approx(60)
    assert waiting.worse
    assert len(waiting.strata) == 1
    assert waiting.strata_left_out == 1
    assert (waiting.strata[0].group, waiting.strata[0].other) == (120, 60)


def test_own_channels_get_less_for_the_same_cause_than_after_an_upgrade() -> None:
    rows = _numbered(
        [
            {"channel_in": "regulator", "origin_level": "national", "root_cause_code": "tariff",
             "comp_offered": float(amount)}
            for amount in (100, 200, 300, 400, 500)
        ]
        + [
            {"channel_in": "hotline", "origin_level": "local", "root_cause_code": "tariff",
             "comp_offered": float(amount)}
            for amount in (0, 10, 20, 30, 40)
        ]
    )  # fmt: skip
    result = judge(library().rule("R-079b"), rows, library())
    (compensation,) = result.extra.fairness
    assert compensation.effect == pytest.approx(-280)
    assert compensation.worse


def test_a_cluster_marked_systemic_with_an_action_is_treated() -> None:
    def rows(**mark: str | None) -> list[Row]:
        found: list[Row] = [
            {"received_at": DAY + timedelta(days=it), "root_cause_code": "tariff",
             "handler_unit": "north", **mark}
            for it in (0, 5, 10)
        ]  # fmt: skip
        old: Row = {"received_at": DAY - timedelta(days=350), "root_cause_code": "bill",
                    "handler_unit": "north", **mark}  # fmt: skip
        return _numbered([*found, old])

    rule = library().rule("R-080")
    treated = judge(rule, rows(deviation_type="systemic", capa_id="C1"), library())
    assert treated.numerator == 0
    assert treated.extra.clusters[0].untreated == 0
    untreated = judge(rule, rows(deviation_type="individual", capa_id=None), library())
    assert untreated.numerator == 3
    assert untreated.extra.clusters[0].cause == "tariff"
    assert untreated.extra.clusters[0].unit == "north"


def test_a_cause_in_two_units_within_ninety_days_is_a_cluster() -> None:
    rows: list[Row] = [
        {"received_at": DAY, "root_cause_code": "tariff", "handler_unit": "north"},
        {"received_at": DAY + timedelta(days=60), "root_cause_code": "tariff",
         "handler_unit": "south"},
        {
            "received_at": DAY - timedelta(days=350),
            "root_cause_code": "bill",
            "handler_unit": "north",
        },
    ]  # fmt: skip
    marked = [{**row, "deviation_type": "individual", "capa_id": None} for row in rows]
    result = judge(library().rule("R-080"), _numbered(marked), library())
    assert {(it.cause, it.signals) for it in result.extra.clusters} == {("tariff", ("units",))}


@pytest.mark.parametrize(
    ("formula", "rate"),
    [("u_over_c_plus_u", 0.0100), ("u_over_c", 0.0101), ("u_over_c_minus_u", 0.0102)],
)
def test_three_formulas_of_the_upgraded_rate(formula: str, rate: float) -> None:
    rows: list[Row] = [{"channel_in": "media", "origin_level": "national"}] * 5
    rows += [{"channel_in": "app", "origin_level": "local"}] * 495
    result = judge(library().rule("R-042"), _numbered(rows), library(),
                   choices={"upgraded_rate_formula": formula})  # fmt: skip
    assert result.rate == pytest.approx(rate, abs=5e-5)


def test_appeals_are_counted_per_million_users_against_the_limit() -> None:
    rows: list[Row] = [{"channel_in": "regulator"}] * 71
    asked = {"R-046.users": 1_000_000.0}
    result = judge(library().rule("R-046"), _numbered(rows), library(), values=asked)
    assert result.rate == pytest.approx(71)
    assert result.met is False
    result = judge(library().rule("R-046"), _numbered(rows[:70]), library(), values=asked)
    assert result.met is True


def test_without_the_number_of_users_there_is_no_rate() -> None:
    result = judge(
        library().rule("R-046"), [{"ticket_id": "1", "channel_in": "regulator"}], library()
    )
    assert result.rate is None


def test_the_pause_is_printed_beside_the_graded_rate() -> None:
    row: Row = {
        "ticket_id": "1", "customer_tier": "vip", "customer_accepts": "yes",
        "received_at": datetime.fromisoformat("2025-03-03 19:30"),
        "effective_reply_at": datetime.fromisoformat("2025-03-04 08:20"),
    }  # fmt: skip
    result = judge(library().rule("R-020"), [row], library())
    assert (result.numerator, result.denominator) == (1, 1)
    beside = {tuple(it.choices.items()): it.numerator for it in result.beside}
    assert beside[("quiet_mode", "pause"),] == 0
    assert result.template


def test_a_holiday_as_last_day_is_counted_both_ways() -> None:
    row: Row = {
        "ticket_id": "1", "complexity": "simple",
        "received_at": datetime.fromisoformat("2025-09-18"),
        "decision_notified_at": datetime.fromisoformat("2025-10-09"),
    }  # fmt: skip
    result = judge(library().rule("CB-11"), [row], library())
    assert result.numerator == 1
    assert [it.numerator for it in result.beside] == [0]


def test_every_switch_option_runs_on_every_rule_that_names_it() -> None:
    row: Row = {"ticket_id": "1", "received_at": DAY, "channel_in": "hotline"}
    for rule in library().rules.values():
        for name in rule.switches:
            for option in library().switches[name].options:
                if rule.kind.value != "reading":
                    result = judge(rule, [row], library(), choices={name: option})
                    assert sum(result.counts.values()) in (0, 1), (rule.id, option)
