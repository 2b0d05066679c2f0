"""The worked examples of the domain dossier, section 3.15, on the shipped rules and clocks."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from auditapp.domain.vocabulary import Verdict
from auditapp.tickets.fields import Table
from tests.unit.tickets.engine.tables import Row, at, judge, verdicts

if TYPE_CHECKING:
    from auditapp.tickets.rules.library import RuleLibrary

SIDES: dict[Table, list[Row]] = {
    Table.CONTACTS: [{"ticket_id": "none", "at": at("2026-01-01"), "purpose": "other"}]
}


def one(library: RuleLibrary, rule: str, row: Row, **asked: Any) -> tuple[str, str]:
    (found,) = verdicts(library.rule(rule), [{"ticket_id": "1", **row}], library, **asked)
    return found


def test_1_dispatch_exactly_at_the_limit_passes(library: RuleLibrary) -> None:
    row = {
        "submitted_at": at("2026-03-02 09:00:00"),
        "dispatched_at": at("2026-03-02 09:30:00"),
        "customer_tier": "vip",
    }
    assert one(library, "R-010", row) == ("pass", "")
    late = row | {"dispatched_at": at("2026-03-02 09:30:01")}
    assert one(library, "R-010", late) == ("fail", "late")


@pytest.mark.parametrize(
    ("mode", "verdict", "value"),
    [
        ("none", ("fail", "late"), 770),
        ("pause", ("pass", ""), 50),
        ("roll_to_0800", ("fail", "late"), 770),
    ],
)
def test_2_quiet_hours(
    library: RuleLibrary, mode: str, verdict: tuple[str, str], value: float
) -> None:
    row: Row = {
        "ticket_id": "1",
        "customer_tier": "vip",
        "received_at": at("2026-03-02 19:30"),
        "effective_reply_at": at("2026-03-03 08:20"),
        "customer_accepts": "yes",
    }
    rule = library.rule("R-020")
    asked = {"choices": {"quiet_mode": mode}}
    assert verdicts(rule, [row], library, **asked) == [verdict]
    stats = judge(rule, [row], library, **asked).value
    assert stats is not None
    assert stats.max == value
    if mode == "roll_to_0800":
        in_time = row | {"effective_reply_at": at("2026-03-03 08:00")}
        assert verdicts(rule, [in_time], library, **asked) == [("pass", "")]


def test_2_the_rate_with_pause_stands_beside(library: RuleLibrary) -> None:
    row: Row = {
        "ticket_id": "1",
        "customer_tier": "vip",
        "received_at": at("2026-03-02 19:30"),
        "effective_reply_at": at("2026-03-03 08:20"),
    }
    result = judge(library.rule("R-020"), [row], library)
    assert (result.numerator, result.denominator) == (1, 1)
    beside = {tuple(it.choices.items()): it.rate for it in result.beside}
    assert beside[(("quiet_mode", "pause"),)] == 0.0


def test_3_urgent_types_never_pause(library: RuleLibrary) -> None:
    row: Row = {
        "is_urgent_type": True,
        "received_at": at("2026-03-02 19:30"),
        "effective_reply_at": at("2026-03-02 21:40"),
    }
    for mode in ("none", "pause"):
        asked = {"choices": {"quiet_mode": mode}}
        assert one(library, "R-021", row) == ("fail", "late")
        assert one(library, "R-020", row, **asked)[0] == "pass"
    result = judge(library.rule("R-021"), [{"ticket_id": "1", **row}], library)
    assert result.value is not None
    assert result.value.max == 130


@pytest.mark.parametrize(("consent", "expected"), [(None, "fail"), (True, "pass")])
def test_3_a_contact_in_quiet_hours_is_an_exception(
    library: RuleLibrary, consent: bool | None, expected: str
) -> None:
    contact: Row = {
        "ticket_id": "1",
        "at": at("2026-03-02 21:40"),
        "purpose": "reply",
        "channel": "hotline",
        "direction": "out",
        "consent": consent,
    }
    rows: list[Row] = [{"ticket_id": "1", "received_at": at("2026-03-02 19:30")}]
    sides = {Table.CONTACTS: [contact]}
    result = judge(library.rule("R-023"), rows, library, sides=sides)
    assert result.counts[Verdict(expected)] == 1
    assert result.exceptions == (("1",) if expected == "fail" else ())


@pytest.mark.parametrize(("clock", "expected"), [("20:00:00", "fail"), ("08:00:00", "pass")])
def test_3_the_bounds_of_the_quiet_hours(library: RuleLibrary, clock: str, expected: str) -> None:
    contact: Row = {
        "ticket_id": "1",
        "at": at(f"2026-03-02 {clock}"),
        "purpose": "callback",
        "channel": "hotline",
    }
    rows: list[Row] = [{"ticket_id": "1", "night_contact_ok": None}]
    found = verdicts(library.rule("R-023"), rows, library, sides={Table.CONTACTS: [contact]})
    assert found[0][0] == expected


FRIDAY = at("2026-03-06 10:00")
SIX_WORKING_DAYS_LATER = at("2026-03-16 10:00")


def test_4_long_limit_with_consent(library: RuleLibrary) -> None:
    row: Row = {
        "is_coverage": True,
        "long_limit_consent": True,
        "received_at": FRIDAY,
        "effective_reply_at": SIX_WORKING_DAYS_LATER,
    }
    assert one(library, "R-022", row) == ("pass", "")
    result = judge(library.rule("R-022"), [{"ticket_id": "1", **row}], library)
    assert result.value is not None
    assert result.value.max == 6
    asked = {"choices": {"long_limit_max": "5"}}
    assert one(library, "R-022", row, **asked) == ("fail", "late")
    assert one(library, "R-020", row) == ("not_applicable", "")


def test_5_without_consent_the_normal_limit_holds(library: RuleLibrary) -> None:
    row: Row = {
        "ticket_id": "1",
        "is_coverage": True,
        "long_limit_consent": None,
        "received_at": FRIDAY,
        "effective_reply_at": SIX_WORKING_DAYS_LATER,
    }
    assert verdicts(library.rule("R-022"), [row], library) == [("not_applicable", "")]
    result = judge(library.rule("R-020"), [row], library)
    assert result.counts[Verdict.FAIL] == 1
    assert result.details == {"no_consent": 1}


def _watch(days: list[str]) -> list[Row]:
    return [
        {
            "ticket_id": str(number),
            "customer_key": "k",
            "received_at": at(day),
            "final_class": "complaint",
            "watch_class_system": None,
        }
        for number, day in enumerate(days)
    ]


def test_6_class_a_from_the_third_ticket_of_the_month(library: RuleLibrary) -> None:
    rows = _watch(["2026-05-01", "2026-05-20", "2026-05-31"])
    found = verdicts(library.rule("R-055"), rows, library)
    assert [verdict for verdict, _ in found] == ["pass", "pass", "fail"]
    flagged = [*rows[:2], rows[2] | {"watch_class_system": "A"}]
    found = verdicts(library.rule("R-055"), flagged, library)
    assert [verdict for verdict, _ in found] == ["pass", "pass", "pass"]


def test_7_the_month_is_the_calendars(library: RuleLibrary) -> None:
    rows = _watch(["2026-05-31", "2026-06-01", "2026-06-02"])
    found = verdicts(library.rule("R-055"), rows, library)
    assert [verdict for verdict, _ in found][1:] == ["pass", "pass"]


@pytest.mark.parametrize(
    ("formula", "denominator", "rate"),
    [
        ("u_over_c_plus_u", 500, 0.01),
        ("u_over_c", 495, 5 / 495),
        ("u_over_c_minus_u", 490, 5 / 490),
    ],
)
def test_8_upgraded_rate(library: RuleLibrary, formula: str, denominator: int, rate: float) -> None:
    rows: list[Row] = [
        {
            "ticket_id": str(number),
            "received_at": at("2026-03-02"),
            "final_class": "complaint",
            "channel_in": "regulator" if number < 5 else "hotline",
            "origin_level": "provincial" if number < 5 else "local",
        }
        for number in range(500)
    ]
    asked = {"choices": {"upgraded_rate_formula": formula}}
    result = judge(library.rule("R-042"), rows, library, **asked)
    assert (result.numerator, result.denominator) == (5, denominator)
    assert result.rate == pytest.approx(rate)
    assert result.exceptions == ("0", "1", "2", "3", "4")


def test_9_not_accepted_is_a_complaint(library: RuleLibrary) -> None:
    row: Row = {"company_liable": "no", "customer_accepts": "no", "final_class": "complaint"}
    assert one(library, "R-006", row) == ("pass", "")
    assert one(library, "R-006", row | {"final_class": "opinion"})[0] == "fail"
    asked = {"choices": {"opinion_cell": "notaccept_notliable"}}
    assert one(library, "R-006", row | {"final_class": "opinion"}, **asked) == ("pass", "")


@pytest.mark.parametrize(
    ("notified", "expected"), [("2026-03-16 23:59", "pass"), ("2026-03-17 00:00", "fail")]
)
def test_10_day_fifteen_passes(library: RuleLibrary, notified: str, expected: str) -> None:
    row: Row = {
        "ticket_id": "1",
        "received_at": at("2026-03-01 09:00"),
        "decision_notified_at": at(notified),
        "complexity": "simple",
    }
    assert verdicts(library.rule("CB-11"), [row], library)[0][0] == expected
    stats = judge(library.rule("CB-11"), [row], library).value
    assert stats is not None
    assert stats.max == (15 if expected == "pass" else 16)


COMPLEX: Row = {
    "ticket_id": "1",
    "received_at": at("2026-03-01 09:00"),
    "complexity": "complex",
    "complexity_ground": "expert opinion",
}


@pytest.mark.parametrize(("days", "expected"), [(38, "pass"), (40, "pass"), (41, "fail")])
def test_11_mediation_does_not_count(library: RuleLibrary, days: int, expected: str) -> None:
    row = COMPLEX | {"decision_notified_at": at("2026-03-01 09:00") + timedelta(days=days)}
    pause: Row = {
        "ticket_id": "1",
        "from": at("2026-03-10"),
        "to": at("2026-03-20"),
        "reason": "mediation",
    }
    sides = {Table.PAUSES: [pause]}
    assert verdicts(library.rule("CB-11"), [row], library, sides=sides)[0][0] == expected
    stats = judge(library.rule("CB-11"), [row], library, sides=sides).value
    assert stats is not None
    assert stats.max == days - 10


def test_12_an_extension_told_after_expiry_does_not_hold(library: RuleLibrary) -> None:
    start = at("2026-03-01 09:00")
    row: Row = {
        "ticket_id": "1",
        "complexity": "very_complex",
        "received_at": start,
        "extension_approved_by": "head office",
        "extension_notified_at": start + timedelta(days=31),
        "decision_notified_at": start + timedelta(days=50),
    }
    result = judge(library.rule("CB-12"), [row], library)
    assert result.reasons == {"late": 1}
    assert result.details == {"notice_late": 1}
    in_time = row | {"extension_notified_at": start + timedelta(days=30)}
    assert verdicts(library.rule("CB-12"), [in_time], library) == [("pass", "")]
    asked = {"choices": {"ext_notice": "any_time"}}
    assert verdicts(library.rule("CB-12"), [row], library, **asked) == [("pass", "")]


@pytest.mark.parametrize(
    ("days", "billing", "expected"),
    [(10, False, "pass"), (11, False, "fail"), (15, True, "pass"), (16, True, "fail")],
)
def test_13_call_back(library: RuleLibrary, days: int, billing: bool, expected: str) -> None:
    # Monday 9 March is the first working day after the Friday.
    followed_up = at("2026-03-06") + timedelta(days=days // 5 * 7 + days % 5 + (days % 5 > 0) * 2)
    row: Row = {
        "ticket_id": "1",
        "closed_at": at("2026-03-06 17:00"),
        "followup_at": followed_up,
        "is_billing": billing,
        "final_class": "complaint",
    }
    assert verdicts(library.rule("R-035"), [row], library)[0][0] == expected


def test_14_six_of_seven_elements(library: RuleLibrary) -> None:
    flags = ["fb_time", "fb_process", "fb_cause", "fb_result", "fb_handler", "fb_reply_advice"]
    row: Row = dict.fromkeys(flags, True)
    row |= {"fb_callback_advice": False, "feedback_at": at("2026-03-02"), "ticket_id": "1"}
    result = judge(library.rule("R-012"), [row], library)
    assert result.counts[Verdict.FAIL] == 1
    assert result.value is not None
    assert result.value.max == pytest.approx(6 / 7)


def test_16_summary_resolution(library: RuleLibrary) -> None:
    row: Row = {
        "ticket_id": "1",
        "received_at": at("2026-03-02 10:00"),
        "closed_at": at("2026-03-05 16:59"),
        "effective_reply_at": at("2026-03-05 16:59"),
        "customer_accepts": "yes",
    }
    rules = [rule for rule in library.profile("UK-FCA-DISP").rules if "wd" in str(rule.body)]
    found = {
        rule.id: verdicts(rule, [row], library)[0][0]
        for rule in rules
        if rule.body.limit.unit.value == "wd"  # pyright: ignore[reportAttributeAccessIssue]
    }
    assert "pass" in found.values()
