"""A file made from a whole plan: what the steps say, what a failure leaves."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from auditapp.domain.vocabulary import Lang, Role
from auditapp.errors import UserError
from auditapp.ops.audits import NewAudit
from auditapp.ops.queries import plan as queries
from auditapp.ops.set_up import PersonPlan, SetUp, UnitPlan, create_file, weekdays_after
from auditapp.store.audit_file import AuditFile, Opening

if TYPE_CHECKING:
    from pathlib import Path


def plan(*units: UnitPlan) -> SetUp:
    return SetUp(
        NewAudit(number="A-1", texts={"title": {Lang.ZH: "审核"}}),
        "LI",
        (
            PersonPlan("LI", "Li", Role.TEAM_LEADER),
            PersonPlan("WA", "Wang", Role.AUDITOR),
        ),
        units,
    )


def test_children_may_stand_before_their_parents(tmp_path: Path) -> None:
    path = tmp_path / "a.audit"
    child = UnitPlan("HZ", {Lang.ZH: "杭州"}, parent="HQ")
    create_file(path, Opening(person="LI"), plan(child, UnitPlan("HQ", {Lang.ZH: "总部"})))
    with AuditFile.open_for_reading(path) as audit:
        units = {unit.code: unit for unit in queries.units(audit)}
    assert units["HZ"].parent_id == units["HQ"].id


def test_undo_never_takes_the_ground_away(tmp_path: Path) -> None:
    path = tmp_path / "a.audit"
    create_file(path, Opening(person="LI"), plan(UnitPlan("HQ", {Lang.ZH: "总部"})))
    with AuditFile.open(path, Opening(person="LI")) as audit:
        me = next(it.id for it in queries.people(audit) if it.code == "LI")
        while audit.undo_op(me) is not None:
            audit.undo(me)
        assert [person.code for person in queries.people(audit)] == ["LI"]
        assert queries.frame(audit).number == "A-1"


@pytest.mark.parametrize(
    ("units", "code"),
    [
        ((UnitPlan("A", {}, parent="B"), UnitPlan("B", {}, parent="A")), "unit_loop"),
        ((UnitPlan("A", {}, parent="Z"),), "unknown_unit"),
        ((UnitPlan("A B", {}),), "bad_unit_code"),
        ((UnitPlan("A", {}), UnitPlan("a", {})), "code_taken"),
    ],
)
def test_a_failure_leaves_no_file(tmp_path: Path, units: tuple[UnitPlan, ...], code: str) -> None:
    with pytest.raises(UserError) as refusal:
        create_file(tmp_path / "a.audit", Opening(person="LI"), plan(*units))
    assert refusal.value.code == code
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (date(2026, 12, 4), date(2026, 12, 18)),
        (date(2026, 12, 5), date(2026, 12, 18)),
        (date(2026, 12, 7), date(2026, 12, 21)),
    ],
)
def test_ten_working_days(day: date, due: date) -> None:
    assert weekdays_after(day, 10) == due
