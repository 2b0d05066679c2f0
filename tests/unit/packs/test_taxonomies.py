"""Lists of codes and liability scales: what is shipped, what is refused, and the cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditapp.domain.vocabulary import Sector
from auditapp.packs.library import load_library
from auditapp.packs.problems import Collector
from auditapp.packs.taxonomies import (
    for_sector,
    put_scale,
    put_taxonomy,
    scale_of,
    taxonomy_of,
)
from auditapp.packs.taxonomy_reading import read_taxonomies
from tests.unit.packs.sample import REAL

if TYPE_CHECKING:
    from tests.unit.packs.sample import Checklists

LIST = """\
id: causes
title: {en: Causes, zh: 原因}
values:
  - {id: service, name: {en: Service, zh: 服务}}
  - {id: manner, parent: service, sectors: [bank], name: {en: Manner, zh: 态度}}
"""
SCALE = """\
liability_scale:
  id: own
  title: {en: Own scale, zh: 本公司标准}
  verified: false
  items:
    - {id: late, points: 20, name: {en: Late, zh: 超时}}
  outcomes:
    - {id: free, up_to: 0, deduction: 0, name: {en: Not liable, zh: 无责}}
    - {id: partly, over: 0, up_to: 30, deduction: 1, name: {en: Partly, zh: 部分有责}}
    - {id: liable, over: 30, deduction: 2, name: {en: Liable, zh: 有责}}
"""


def write(checklists: Checklists, text: str, name: str = "list.yaml") -> None:
    folder = checklists.root / "taxonomies"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def test_the_shipped_lists_are_whole() -> None:
    found = Collector()
    lists, scales = read_taxonomies([REAL], found)
    assert found.problems == ()
    assert {"causes", "complaint_types", "products", "channels", "needs", "outcomes", "rights"} <= {
        it.id for it in lists
    }
    by_id = {it.id: it for it in lists}
    assert [it.id for it in by_id["needs"].values] == ["vent", "respect", "compensation"]
    assert len(by_id["rights"].values) == 9
    assert "contract_porting_balance" in {it.id for it in by_id["causes"].values}
    for sector in (Sector.TELECOM, Sector.BANK, Sector.INSURANCE, Sector.CONTACT_CENTRE):
        for name in ("causes", "complaint_types", "products"):
            served = {it.id for it in for_sector(by_id[name], sector)}
            assert len(served) > 5
            # No value is left without the one above it in any sector.
            values = {it.id: it.parent for it in by_id[name].values}
            assert all(values[it] is None or values[it] in served for it in served)
    (scale,) = scales
    assert [scale.outcome(points).id for points in (0, 1, 30, 31)] == [
        "not_liable",
        "partly_liable",
        "partly_liable",
        "liable",
    ]
    assert not scale.verified


def test_plain_and_back() -> None:
    lists, scales = read_taxonomies([REAL], Collector())
    assert tuple(taxonomy_of(put_taxonomy(it)) for it in lists) == lists
    assert tuple(scale_of(put_scale(it)) for it in scales) == scales


def test_lists_are_in_the_library_and_its_cache(checklists: Checklists) -> None:
    write(checklists, LIST)
    write(checklists, SCALE, "scale.yaml")
    cache = checklists.root.parent / "cache"
    first = load_library(checklists.root, cache_dir=cache)
    assert [it.id for it in first.taxonomies] == ["causes"]
    assert [it.id for it in first.scales] == ["own"]
    assert load_library(checklists.root, cache_dir=cache) == first
    write(checklists, LIST.replace("Causes", "Reasons"))
    assert load_library(checklists.root, cache_dir=cache).taxonomies[0].title.en == "Reasons"


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("id: manner, parent: service", "id: manner, parent: sevrice", "pack_parent_unknown", 5),
        ("id: manner", "id: service", "pack_entry_taken", 5),
        ("sectors: [bank]", "sectors: [bakery]", "pack_not_a_choice", 5),
        ("sectors: [bank]", "sectors: [all, bank]", "pack_sector_all", 5),
        ("zh: 态度", "zh: Manner", "pack_chinese_is_none", 5),
        ("en: Service, ", "", "pack_missing_en", 4),
        ("id: service,", "id: service, colour: red,", "pack_unknown_key", 4),
        ("values:", "valeus:", "pack_unknown_key_near", 3),
        ("id: causes", "id: Causes!", "pack_bad_form", 1),
        ("- {id: service", "- {id: service: x", "pack_yaml_broken", 4),
    ],
)
def test_what_is_wrong_with_a_list(
    checklists: Checklists, old: str, new: str, code: str, line: int
) -> None:
    assert old in LIST
    write(checklists, LIST.replace(old, new, 1))
    problems = checklists.check().problems
    assert (code, line) in {(it.code, it.line) for it in problems}
    assert checklists.check().library.taxonomies == ()


def test_too_deep(checklists: Checklists) -> None:
    deep = "".join(
        f"  - {{id: {name}, parent: {above}, name: {{en: V, zh: 值}}}}\n"
        for name, above in (("third", "manner"), ("fourth", "third"))
    )
    write(checklists, LIST + deep)
    assert checklists.codes() == ["pack_list_deep"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("over: 0, up_to: 30", "over: 5, up_to: 30", "pack_scale_gap"),
        ("over: 30,", "over: 30, up_to: 90,", "pack_scale_gap"),
        ("over: 0, up_to: 30", "over: 0, up_to: 0", "pack_scale_gap"),
        ("id: partly", "id: free", "pack_entry_taken"),
        ("points: 20", "points: -1", "pack_number_low"),
        ("verified: false", "verified: no", "pack_want_bool"),
    ],
)
def test_what_is_wrong_with_a_scale(checklists: Checklists, old: str, new: str, code: str) -> None:
    write(checklists, SCALE.replace(old, new, 1))
    assert code in checklists.codes()


def test_a_list_in_another_encoding_and_two_of_one_name(checklists: Checklists) -> None:
    folder = checklists.root / "taxonomies"
    folder.mkdir()
    (folder / "a.yaml").write_bytes(LIST.encode("utf-16"))
    assert checklists.codes() == ["pack_not_utf8"]
    write(checklists, LIST, "a.yaml")
    write(checklists, LIST, "b.yaml")
    assert checklists.codes() == ["pack_entry_taken"]
