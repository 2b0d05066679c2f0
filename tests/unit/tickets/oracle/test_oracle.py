"""Every rule's figures equal a second computation in plain Python on random tables."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import holidays
import pytest
import yaml

from auditapp.tickets.database import connect
from auditapp.tickets.rules.run import Request, run
from tests.unit.tickets.engine.tables import CHECKLISTS, shipped
from tests.unit.tickets.oracle.clocks import ClockRun
from tests.unit.tickets.oracle.made import AS_OF, make, write
from tests.unit.tickets.oracle.words import WorkingDays

if TYPE_CHECKING:
    from pathlib import Path

    from auditapp.tickets.results import RuleResult
    from auditapp.tickets.rules.library import RuleLibrary
    from tests.unit.tickets.oracle.verdicts import Data, Found, Row

KINDS = ("clock", "condition", "ratio")
VALUES = {"R-046.users": 1_234_567.0, "R-047.users": 98_765.0, "R-051.ack_hours": 24.0,
          "R-011.handling_minutes": 240.0}  # fmt: skip


@cache
def rules() -> dict[str, Row]:
    """All rules and the clocks of all profiles as they are written."""
    found: dict[str, Row] = {}
    for path in sorted((CHECKLISTS / "rules").glob("*.yaml")):
        found |= {it["id"]: it for it in yaml.safe_load(path.read_text("utf-8"))["rules"]}
    for path in sorted((CHECKLISTS / "clocks").glob("*.yaml")):
        profile = yaml.safe_load(path.read_text("utf-8"))["profile"]
        for clock in profile["clocks"]:
            found[clock["id"]] = {"calendar": profile["calendar"], "kind": "clock", **clock}
    return {name: rule for name, rule in found.items() if rule["kind"] in KINDS}


@cache
def loaded() -> RuleLibrary:
    return shipped()


@cache
def tables(seed: int, rows: int, offset: int) -> Data:
    return make(seed, rows, offset=offset)


@cache
def defaults() -> dict[str, str]:
    text = (CHECKLISTS / "ambiguities.yaml").read_text("utf-8")
    items = yaml.safe_load(text)["ambiguities"]
    return {it["switch"]: str(it["default"]) for it in items if "switch" in it}


@cache
def calendar(name: str) -> WorkingDays:
    if name == "CN":
        text = (CHECKLISTS / "calendars" / "CN.yaml").read_text("utf-8")
        years = yaml.safe_load(text)["calendar"]["years"]
        off = {day for year in years.values() for day in year["holidays"]}
        worked = {day for year in years.values() for day in year["working"]}
        return WorkingDays(
            lambda day: day in worked or (day.isoweekday() < 6 and day not in off),
            min(years), max(years),
        )  # fmt: skip
    country, _, part = name.partition("-")
    known: Any = (
        holidays.financial_holidays(name)
        if name == "ECB"
        else holidays.country_holidays(country, subdiv=part or None)
    )
    return WorkingDays(lambda day: day.isoweekday() < 6 and day not in known, 1990, 2026)


def oracle(rule: Row, data: Data, choices: dict[str, str]) -> tuple[ClockRun, list[Found]]:
    values = {
        name.partition(".")[2]: it
        for name, it in VALUES.items()
        if name.startswith(rule["id"] + ".")
    }
    computed = ClockRun(rule, data, choices, calendar(rule.get("calendar") or "CN"), values)
    judge = getattr(computed, rule["kind"])
    return computed, [judge(env) for env in computed.envs]


def differences(data: Data, folder: Path, asked: dict[str, str], names: list[str]) -> list[str]:
    """One line for each rule and kind of difference."""
    library = loaded()
    values = {name: it for name, it in VALUES.items() if name.partition(".")[0] in names}
    connection = connect()
    try:
        write(connection, data, folder)
        request = Request(
            choices=asked, as_of=AS_OF, offset=data.offset, period_from=date(2025, 1, 8),
            keep="kept", values=values,
        )  # fmt: skip
        results = run(connection, [library.rule(it) for it in names], library, request).rules
        lines: list[str] = []
        for result in results:
            over = rules()[result.rule_id].get("over", "tickets")
            order = "row_no, verdict, reason" if over != "tickets" else "row_no"
            kept = connection.execute(
                f"SELECT trim(verdict || ' ' || coalesce(reason, '')), coalesce(detail, ''), "
                f'value, limit_value FROM kept."{result.rule_id}" ORDER BY {order}'
            ).fetchall()
            lines += _compared(result, kept, data, {**defaults(), **asked})
    finally:
        connection.close()
    return lines


def _compared(
    result: RuleResult, kept: list[Any], data: Data, choices: dict[str, str]
) -> list[str]:
    rule = rules()[result.rule_id]
    computed, found = oracle(rule, data, choices)
    lines: dict[str, str] = {}
    outcomes = [it.outcome for it in found]
    passed = outcomes.count("pass")
    failed = sum(it.startswith("fail") for it in outcomes)
    numerator = passed if rule.get("rate") == "pass" else failed
    whole: float = passed + failed
    rate = numerator / whole if whole else None
    if computed.asked_without_value:
        assert result.counts["cannot_test"] == len(found)
        return []
    if rule["kind"] == "ratio":
        upper, lower = computed.ratio_of(outcomes)
        numerator, whole = round(upper), round(lower)
        rate = upper * rule.get("factor", 1) / lower if lower else None
    said = (result.numerator, result.denominator, result.rate)
    if said[:2] != (numerator, whole) or _differ(said[2], rate):
        lines["rate"] = f"{rule['id']} rate: engine {said}, oracle {(numerator, whole, rate)}"
    if rule.get("over", "tickets") != "tickets":
        if sorted(it[0] for it in kept) != sorted(outcomes):
            lines["rows"] = f"{rule['id']}: rows of {rule['over']} differ"
        return list(lines.values())
    for env, theirs, ours in zip(computed.envs, kept, found, strict=True):
        where = f"{rule['id']} {env.row['ticket_id']}"
        if theirs[0] != ours.outcome:
            lines.setdefault(
                f"{theirs[0]}/{ours.outcome}", f"{where}: engine {theirs[0]}, oracle {ours.outcome}"
            )
            continue
        if theirs[1] != ours.detail:
            lines.setdefault(
                f"detail {theirs[1]}/{ours.detail}",
                f"{where}: {theirs[0]}: engine detail {theirs[1]!r}, oracle {ours.detail!r}",
            )
        if theirs[0] == "pass" or theirs[0].startswith("fail"):
            for kind, a, b in (("value", theirs[2], ours.value), ("limit", theirs[3], ours.limit)):
                if _differ(a, b):
                    lines.setdefault(kind, f"{where}: {theirs[0]}: engine {kind} {a}, oracle {b}")
    return list(lines.values())


def _differ(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is not b
    return abs(a - b) > 1e-6 * max(1.0, abs(b))


@pytest.mark.parametrize("part", range(4))
def test_all_rules_on_five_thousand_tickets(part: int, tmp_path: Path) -> None:
    names = sorted(rules())[part::4]
    assert differences(tables(5, 5000, 480), tmp_path, {}, names) == []


@pytest.mark.parametrize("seed", [11, 12, 13])
def test_all_rules_where_columns_are_not_mapped(seed: int, tmp_path: Path) -> None:
    data = make(seed, 300, gone=0.25, offset=0)
    assert differences(data, tmp_path, {}, sorted(rules())) == []


def _options() -> list[tuple[str, str]]:
    items = yaml.safe_load((CHECKLISTS / "ambiguities.yaml").read_text("utf-8"))["ambiguities"]
    used = {name for rule in rules().values() for name in rule.get("switches", ())}
    return [
        (it["switch"], str(option["value"]))
        for it in items
        if it.get("switch") in used
        for option in it["options"]
        if str(option["value"]) != str(it["default"])
    ]


@pytest.mark.parametrize(("switch", "option"), _options())
def test_every_option_of_every_switch(switch: str, option: str, tmp_path: Path) -> None:
    names = [name for name, rule in rules().items() if switch in rule.get("switches", ())]
    data = tables(21, 300, -300)
    assert differences(data, tmp_path, {switch: option}, names) == []
