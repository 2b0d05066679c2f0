"""Lists of codes: shipped values by sector, and what the organisation changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditapp.domain.vocabulary import Lang, Sector
from auditapp.errors import UserError
from auditapp.ops import audits
from auditapp.ops.queries.taxonomies import ListView, taxonomies
from auditapp.ops.taxonomies import hide_value, set_value
from auditapp.packs.content import Bilingual, Taxonomy, TaxonomyEntry

if TYPE_CHECKING:
    from tests.unit.ops.queries.conftest import Field


def entry(name: str, parent: str | None = None, *sectors: Sector) -> TaxonomyEntry:
    return TaxonomyEntry(
        name, Bilingual(name.title(), f"值{name}"), parent, sectors or (Sector.ALL,)
    )


SHIPPED = (
    Taxonomy(
        "causes",
        Bilingual("Causes", "原因"),
        (
            entry("service"),
            entry("manner", "service"),
            entry("claim", None, Sector.INSURANCE),
            entry("other"),
        ),
    ),
)


def causes(field: Field) -> ListView:
    return next(it for it in taxonomies(field.audit, SHIPPED) if it.id == "causes")


def shown(field: Field) -> list[tuple[str, int]]:
    return [(row.value, row.level) for row in causes(field).offered]


def test_the_sector_decides_which_values_are_offered(field: Field) -> None:
    assert shown(field) == [("service", 1), ("manner", 2), ("other", 1)]
    field.do(audits.set_frame(sector=Sector.INSURANCE), field.leader)
    assert shown(field) == [("service", 1), ("manner", 2), ("claim", 1), ("other", 1)]
    field.do(audits.set_frame(sector=Sector.ALL), field.leader)
    assert ("claim", 1) in shown(field)


def test_own_values_stand_beside_the_shipped(field: Field) -> None:
    field.do(set_value("causes", "robot_loop", names={Lang.ZH: "机器人循环"}, parent="service"))
    field.do(set_value("causes", "weather", names={Lang.EN: "Weather"}, position=0))
    assert shown(field) == [
        ("service", 1),
        ("manner", 2),
        ("robot_loop", 2),
        ("weather", 1),
        ("other", 1),
    ]
    row = next(it for it in causes(field).values if it.value == "robot_loop")
    assert (row.own, row.name(Lang.EN), row.name(Lang.ZH)) == (True, "机器人循环", "机器人循环")


def test_a_shipped_value_can_be_renamed_and_hidden(field: Field) -> None:
    field.do(set_value("causes", "other", names={Lang.ZH: "其它原因", Lang.EN: "Else"}))
    row = next(it for it in causes(field).values if it.value == "other")
    assert (row.own, row.name(Lang.EN)) == (True, "Else")
    assert [value for value, _ in shown(field)][-1] == "other"
    field.do(hide_value("causes", "manner"))
    assert "manner" not in {value for value, _ in shown(field)}
    hidden = next(it for it in causes(field).values if it.value == "manner")
    assert (hidden.hidden, hidden.own, hidden.name(Lang.EN)) == (True, False, "Manner")
    field.do(hide_value("causes", "manner", hidden=False))
    assert ("manner", 2) in shown(field)


def test_a_list_of_the_organisations_own(field: Field) -> None:
    field.do(set_value("regions", "north", names={Lang.ZH: "北区"}))
    found = {it.id: it for it in taxonomies(field.audit, SHIPPED)}
    assert list(found) == ["causes", "regions"]
    assert found["regions"].offered[0].name(Lang.EN) == "北区"


def test_values_below_each_other_are_not_lost(field: Field) -> None:
    field.do(set_value("causes", "a", names={Lang.ZH: "甲"}, parent="b"))
    field.do(set_value("causes", "b", names={Lang.ZH: "乙"}, parent="a"))
    assert {"a", "b"} <= {value for value, _ in shown(field)}


@pytest.mark.parametrize(
    ("list_id", "value", "parent"),
    [("Causes", "x", None), ("causes", "", None), ("causes", "x y", None), ("causes", "x", "x")],
)
def test_what_is_no_code(list_id: str, value: str, parent: str | None) -> None:
    with pytest.raises(UserError, match="bad_taxonomy_code"):
        set_value(list_id, value, names={Lang.ZH: "名"}, parent=parent)


def test_a_value_needs_a_name() -> None:
    with pytest.raises(UserError, match="taxonomy_needs_name"):
        set_value("causes", "x", names={Lang.ZH: " ", Lang.EN: None})
