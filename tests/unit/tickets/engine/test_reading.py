"""Rule, clock and calendar files: what is wrong is named with file, line and column."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from auditapp.domain.vocabulary import Lang
from auditapp.errors import UserError
from auditapp.texts import load
from auditapp.tickets.clocks.calendars import load_calendars, read_calendar
from auditapp.tickets.rules.library import ContentInvalid, load_library, profile_from
from auditapp.yamlio.problems import Collector, sentence
from tests.unit.tickets.engine.tables import CHECKLISTS, try_rules

if TYPE_CHECKING:
    from pathlib import Path

    from auditapp.tickets.rules.library import RuleLibrary

GOOD = """rules:
  - id: X-1
    version: 1
    kind: condition
    name: {en: x, zh: x}
    clauses: ["7.8"]
    force: template
    switches: [reply_stop, repeat_window_days]
    pass_if: "is_billing"
"""


def said(text: str, tmp_path: Path, library: RuleLibrary) -> list[str]:
    _, problems = try_rules(text, tmp_path, library)
    shown = [sentence(problem, load(Lang.EN)) for problem in problems]
    for problem in problems:
        assert load(Lang.ZH).error(problem.as_error())
    return [line.rpartition("own.yaml:")[2] for line in shown]


def test_a_good_rule_has_no_fault(tmp_path: Path, library: RuleLibrary) -> None:
    assert said(GOOD, tmp_path, library) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('pass_if: "is_billing"', 'pass_if: "is_biling"',
         "9: Column 15: there is no field “is_biling”. Check the spelling."),
        ('pass_if: "is_billing"', 'pass_if: "is_billing and customer_accepts == \'never\'"',
         "9: Column 50: “customer_accepts” has no code “never”. Known: yes, no, unreachable."),
        ('pass_if: "is_billing"', 'pass_if: "received_at"',
         "9: Column 15: expected flag, found time. Correct it."),
        ("version: 1", "version: 0",
         "3: “[1].version” has the wrong kind of value; expected: whole_number. Correct it."),
        ("kind: condition", "kind: magic",
         ("4: “magic” is not possible here. Choose one of: clock, condition, ratio, clusters, "
         "fairness, reading.")),
        ("force: template", "force: template\n    colour: red",
         "8: The key “colour” is not known."),
        ("switches: [reply_stop,", "switches: [no_such_switch,",
         "8: “no_such_switch” is no switch or parameter that this rule declares."),
        ('pass_if: "is_billing"', 'pass_if: {switch: reply_stop, options: {effective: "true"}}',
         "9: The options of the switch “reply_stop” differ from the register: missing first"),
        ('pass_if: "is_billing"', 'pass_if: {switch: quiet_mode, options: {none: "true"}}',
         "9: “quiet_mode” is no switch or parameter that this rule declares."),
        ('pass_if: "is_billing"', 'value: {of: "1", unit: x}', "2: A condition has either"),
        ('pass_if: "is_billing"', "pass_if: 3", "9: “[1].pass_if” has the wrong kind of value"),
        ('pass_if: "is_billing"',
         ('pass_if: "n == 0"\n    let: {n: {table: tickets, by: [nobody], take: count, '
         'window: {time: received_at, span: "90 d"}}}'),
         "10: There is no suitable field “nobody”."),
        ('pass_if: "is_billing"',
         ('pass_if: "n == 0"\n    let: {n: {table: tickets, by: [unit], take: count, '
         'window: {time: received_at, span: "90 years"}}}'),
         "10: “90 years” is no span of time."),
        ('pass_if: "is_billing"', 'pass_if: "true"\n    let: {is_billing: "true"}',
         "10: “is_billing” cannot be used as a name"),
        ("id: X-1", 'id: "X; DROP"', "2: “X; DROP” is not of the form"),
        ("{en: x, zh: x}", "{en: x}", "5: The key “zh” is missing."),
    ],
)  # fmt: skip
def test_faults_name_line_and_column(
    tmp_path: Path, library: RuleLibrary, old: str, new: str, expected: str
) -> None:
    assert old in GOOD
    found = said(GOOD.replace(old, new), tmp_path, library)
    assert any(line.startswith(expected) for line in found), found


def test_all_faults_are_named_at_once(tmp_path: Path, library: RuleLibrary) -> None:
    wrong = GOOD.replace("is_billing", "nothing").replace("version: 1", "version: x")
    assert len(said(wrong, tmp_path, library)) == 2


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        ("{unit: min}", "clock_limit_one"),
        ("{unit: min, value: 3, at: due_at}", "clock_limit_one"),
        ("{unit: wmin, value: 3}", "clock_hours_and_wmin"),
        ("{unit: weeks, value: 3}", "content_not_one_of"),
        ("{unit: min, cases: [{value: 'unit'}]}", "expr_kind"),
        ("{unit: cd, value: 3}\n    quiet: {from: '20:00', to: '08:00', mode: none}",
         "clock_quiet_unit"),
        ("{unit: h, value: 3}\n    quiet: {from: '20', to: '08:00', mode: none}",
         "content_wrong_kind"),
        ("{unit: h, value: 3}\n    extensions: [{to: 4, when: 'true', needs: [{code: a}]}]",
         "clock_need_one"),
    ],
)  # fmt: skip
def test_faults_of_clocks(tmp_path: Path, library: RuleLibrary, limit: str, expected: str) -> None:
    text = GOOD.replace("kind: condition", "kind: clock").replace(
        'pass_if: "is_billing"', f"start: received_at\n    stop: closed_at\n    limit: {limit}"
    )
    _, problems = try_rules(text, tmp_path, library)
    assert [problem.code for problem in problems] == [expected]


def test_a_rule_id_is_used_once(tmp_path: Path, library: RuleLibrary) -> None:
    twice = GOOD + GOOD.partition("rules:\n")[2]
    _, problems = try_rules(twice, tmp_path, library)
    assert [problem.code for problem in problems] == ["rule_twice"]


def test_a_profile_of_ones_own(tmp_path: Path, library: RuleLibrary) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("profile: {id: OWN-1}\n", encoding="utf-8")
    with pytest.raises(ContentInvalid) as caught:
        profile_from(str(path), library)
    assert {problem.code for problem in caught.value.problems} == {"content_missing_key"}
    with pytest.raises(ContentInvalid):
        profile_from(str(tmp_path / "none.yaml"), library)
    with pytest.raises(UserError, match="profile_unknown"):
        profile_from("NO-SUCH", library)


def test_unknown_ids(library: RuleLibrary) -> None:
    with pytest.raises(UserError, match="rule_unknown"):
        library.rule("R-999")


def test_shipped_content_names_only_what_is_there() -> None:
    library = load_library(CHECKLISTS)
    every = [*library.rules.values(), *(it for p in library.profiles.values() for it in p.rules)]
    assert len({rule.id for rule in every}) == len(every)
    for rule in every:
        assert rule.name.en
        assert rule.name.zh
        assert set(rule.switches) <= set(library.switches)
        if rule.calendar:
            library.calendars.get(rule.calendar, 2027)


# -- calendars ----------------------------------------------------------------------------------


def test_the_shipped_calendar_knows_make_up_days(library: RuleLibrary) -> None:
    calendar = library.calendars.tables["CN"]
    assert calendar.span == (2015, 2026)
    assert calendar.is_working(date(2026, 2, 14))
    assert not calendar.is_working(date(2026, 2, 17))
    assert not calendar.is_working(date(2026, 3, 1))
    with pytest.raises(UserError, match="calendar_year_missing"):
        calendar.is_working(date(2027, 1, 4))


def test_the_shipped_calendar_is_that_of_the_package(library: RuleLibrary) -> None:
    chinese = pytest.importorskip("chinese_calendar")
    calendar = library.calendars.tables["CN"]
    for year in range(2015, 2027):
        for month in range(1, 13):
            for day in range(1, 29):
                this = date(year, month, day)
                assert calendar.is_working(this) == chinese.is_workday(this)


def test_the_users_years_replace_those_shipped(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(
        "calendar:\n  id: CN\n  name: {en: x, zh: x}\n  source: y\n"
        "  years:\n    2027: {holidays: [2027-01-01], working: []}\n",
        encoding="utf-8",
    )
    found = Collector()
    calendar = load_calendars([CHECKLISTS / "calendars", tmp_path], found).tables["CN"]
    assert found.problems == ()
    assert calendar.span == (2015, 2027)
    assert not calendar.is_working(date(2027, 1, 1))
    assert calendar.is_working(date(2027, 1, 4))
    assert calendar.is_working(date(2026, 2, 14))


def test_a_day_of_another_year_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(
        "calendar:\n  id: CN\n  name: {en: x, zh: x}\n  source: y\n"
        "  years:\n    2027: {holidays: [2028-01-01]}\n",
        encoding="utf-8",
    )
    found = Collector()
    read_calendar(path, found)
    assert [(it.code, it.line) for it in found.problems] == [("calendar_other_year", 6)]


def test_other_countries_come_from_the_package(library: RuleLibrary) -> None:
    british = library.calendars.get("GB-ENG", 2027)
    assert not british.is_working(date(2026, 12, 28))
    assert british.is_working(date(2026, 12, 29))
    assert not library.calendars.get("ECB", 2027).is_working(date(2026, 5, 1))
    with pytest.raises(UserError, match="calendar_unknown"):
        library.calendars.get("NOWHERE", 2027)
