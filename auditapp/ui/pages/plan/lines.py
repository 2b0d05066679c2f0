"""Units and people as grids edit them, and units read from rows pasted out of Excel. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from auditapp.domain.vocabulary import Lang, Role, UnitKind
from auditapp.texts import load

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

MAX_WEIGHT: Final = 100


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit; ``key`` is None until it is stored, ``parent`` is another unit's code."""

    code: str = ""
    name: str = ""
    second: str = ""
    kind: UnitKind = UnitKind.BRANCH
    parent: str = ""
    in_sample: bool = True
    why_not: str = ""
    weight: int = 1
    key: UUID | None = None


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person of the team; ``key`` is None until it is stored."""

    code: str = ""
    name: str = ""
    role: Role = Role.AUDITOR
    organisation: str = ""
    contact: str = ""
    key: UUID | None = None


_HEADS: Final = {
    "code": ("code", "代码", "编码", "编号", "单位代码"),
    "name": ("name", "unit", "名称", "单位", "单位名称", "受审核单位"),
    "second": ("english name", "second name", "英文名", "英文名称", "中文名", "中文名称"),
    "kind": ("kind", "type", "类型", "类别"),
    "parent": ("parent", "belongs to", "上级", "上级单位", "隶属"),
    "in_sample": ("in the sample", "in sample", "sample", "抽样", "纳入", "是否抽样", "是否纳入"),
    "why_not": ("why not", "reason", "原因", "理由", "未纳入理由"),
    "weight": ("weight", "权重"),
}
_ORDER: Final = ("code", "name", "kind", "parent", "in_sample", "why_not", "weight")
_NO: Final = frozenset({"no", "n", "false", "0", "否", "不", "未纳入"})


def cells_of(text: str) -> list[list[str]]:
    """The cells of copied rows: tabs between cells, lines between rows, empty rows left out."""
    rows = [[cell.strip() for cell in line.split("\t")] for line in text.splitlines()]
    return [row for row in rows if any(row)]


def pasted_units(text: str, *, taken: Sequence[str] = ()) -> list[UnitLine]:
    """Units from rows copied out of a spreadsheet.

    With a row of heads the columns may stand in any order; without it they are code, name, kind,
    parent, in the sample, why not, weight. One column alone holds names. A missing code is given.
    """
    rows = cells_of(text)
    if not rows:
        return []
    known = {head: field for field, heads in _HEADS.items() for head in heads}
    first = [known.get(cell.casefold(), "") for cell in rows[0]]
    if sum(bool(field) for field in first) * 2 > len(first):
        fields, rows = first, rows[1:]
    else:
        fields = ["name"] if max(map(len, rows)) == 1 else list(_ORDER)
    used = {code.upper() for code in taken}
    lines: list[UnitLine] = []
    for row in rows:
        line = _unit_of(dict(zip(fields, row, strict=False)))
        if not line.code:
            line = replace(line, code=next_code("U", used))
        used.add(line.code)
        lines.append(line)
    return lines


def next_code(letter: str, used: set[str]) -> str:
    """The first free code ``U1``, ``U2`` …"""
    number = 1
    while f"{letter}{number}" in used:
        number += 1
    return f"{letter}{number}"


def kind_of(text: str) -> UnitKind | None:
    """A kind by its value or its name in either language; None for anything else."""
    wanted = text.strip().casefold()
    for kind in UnitKind:
        names = {kind.value, *(load(lang).enum(kind).casefold() for lang in Lang)}
        if wanted in names:
            return kind
    return None


def _unit_of(cells: dict[str, str]) -> UnitLine:
    weight = cells.get("weight", "")
    return UnitLine(
        code=cells.get("code", "").upper(),
        name=cells.get("name", ""),
        second=cells.get("second", ""),
        kind=kind_of(cells.get("kind", "")) or UnitKind.BRANCH,
        parent=cells.get("parent", "").upper(),
        in_sample=cells.get("in_sample", "").casefold() not in _NO,
        why_not=cells.get("why_not", ""),
        weight=min(max(int(weight), 1), MAX_WEIGHT) if weight.isdecimal() else 1,
    )
