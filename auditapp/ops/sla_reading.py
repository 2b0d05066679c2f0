"""Limits as people write them (``30分钟``, ``2小时``, ``24h``, ``5 wd``), and pasted grids.

What cannot be read is told cell by cell; nothing is guessed silently.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from auditapp.tickets.clocks.model import Unit
from auditapp.tickets.words import CODE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

ELAPSED: Final = (Unit.MIN, Unit.H, Unit.D)
_UNITS: Final[Mapping[Unit, str]] = {
    Unit.MIN: "min mins minute minutes m 分钟 分",
    Unit.H: "h hr hrs hour hours 小时 个小时 时 钟头 个钟头",
    Unit.D: "24-hour-day 24-hour-days d",
    Unit.CD: "cd calendarday calendardays 自然日 个自然日 日历日 个日历日 日历天",
    Unit.WD: (
        "wd workingday workingdays businessday businessdays workday workdays 工作日 个工作日 工作天"
    ),
    Unit.WMIN: "wmin workingminute workingminutes 工作分钟",
}
_DAYS: Final = frozenset({"day", "days", "天", "日"})
"""Days: calendar days (as the authorities count), unless the clock counts elapsed time."""
_UNIT_OF: Final[Mapping[str, Unit]] = {
    word: unit for unit, words in _UNITS.items() for word in words.split()
}
_NOTHING: Final = frozenset({"", "-", "—", "–", "/", "无", "none", "n/a", "不适用", "无要求"})
_HALF: Final = {"半小时": "30min", "半个小时": "30min", "一刻钟": "15min", "半天": "12h"}
_NUMERALS: Final[Mapping[str, str]] = {
    "一": "1", "二": "2", "两": "2", "三": "3", "四": "4", "五": "5", "六": "6", "七": "7",
    "八": "8", "九": "9", "十": "10", "十五": "15", "二十": "20", "三十": "30", "六十": "60",
}  # fmt: skip
_FORM: Final = re.compile(r"(\d{1,6}(?:\.\d{1,3})?)([^\d.]*)")
_AROUND: Final = re.compile(
    r"^(?:<=|≤|<|不超过|不多于|within|in|max\.?|atmost)|(?:以内|之内|内|完成|（含）|\(含\))$"
)
_ANY: Final = frozenset({
    "全部", "所有", "全部类别", "全部等级", "所有客户", "全部客户", "全部工单", "默认", "any",
    "all", "alltiers", "allcategories", "allothers", "default", "everyone", "时限", "limit",
})  # fmt: skip
_CATEGORY: Final = frozenset(
    {"类别", "投诉类别", "投诉类型", "分类", "category", "type", "complaintcategory"}
)
_TIER: Final = frozenset({
    "客户等级", "等级", "客户级别", "客户类型", "tier", "customertier", "customerlevel", "segment",
})  # fmt: skip
_LIMIT: Final = frozenset({
    "时限", "办理时限", "处理时限", "处理时效", "时效", "标准", "limit", "sla",
    "target", "timelimit",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Read:
    """A limit as it was read. ``problem`` is a code (texts ``sla_cell.<code>``), empty if none.

    ``limit`` None without a problem: nothing is laid down.
    """

    text: str
    limit: str | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class PastedCell:
    """A cell of a pasted grid and where it goes; empty names mean all."""

    category: str
    tier: str
    read: Read


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was pasted. ``unknown`` are heads that name no customer tier, as they were written."""

    cells: tuple[PastedCell, ...]
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Corner:
    """Where a block without heads goes: the current cell and what lies right of and below it."""

    categories: Sequence[str] = ("",)
    tiers: Sequence[str] = ("",)


def read_limit(text: str, unit: Unit | None) -> Read:
    """One limit. ``unit`` is what its clock counts, None if it has no limit yet.

    A number alone takes that unit; ``3d`` is 3 × 24 hours, ``3 days`` and ``3天`` are calendar
    days unless the clock counts minutes, hours or such days.
    """
    plain = _folded(text)
    if plain in _NOTHING:
        return Read(text)
    plain = _HALF.get(plain, plain)
    plain = _AROUND.sub("", _AROUND.sub("", plain))
    for numeral in sorted(_NUMERALS, key=len, reverse=True):
        if plain.startswith(numeral):
            plain = _NUMERALS[numeral] + plain.removeprefix(numeral)
            break
    parts = _FORM.fullmatch(plain)
    given = None if parts is None else _unit(parts[2], unit)
    if parts is None or given is None:
        return Read(text, problem="no_unit" if parts and not parts[2] else "unreadable")
    number = float(parts[1])
    limit = f"{number:g}{given.value}"
    if not number:
        return Read(text, problem="zero")
    if given in (Unit.CD, Unit.WD) and number != int(number):
        return Read(text, problem="part_of_a_day")
    other = unit is not None and not same_kind(unit, given)
    return Read(text, limit, "other_unit" if other else "")


def same_kind(one: Unit, other: Unit) -> bool:
    """Whether limits in these units can stand in one clock."""
    return one is other or (one in ELAPSED and other in ELAPSED)


def read_tier(text: str) -> str | None:
    """A customer tier by one of its words; empty for all; None for no tier."""
    plain = _folded(text).removesuffix("客户").removesuffix("customers").removesuffix("customer")
    if plain in _ANY or _folded(text) in _ANY:
        return ""
    for code, words in CODE_WORDS["tier"].items():
        if plain == code or plain in words.split(","):
            return code
    return None


def read_grid(text: str, unit: Unit | None, corner: Corner | None = None) -> Pasted:
    """Cells copied from a sheet, tab-separated.

    Recognised are a grid with customer tiers in its first row and categories in its first column,
    a list with heads (category, tier, limit), one of both alone, and a block of limits without
    heads, which goes to ``corner``. Of an empty cell nothing is said: it changes nothing.
    """
    lines = [[cell.strip() for cell in line.split("\t")] for line in _lines(text)]
    while len(lines) > 1 and sum(map(bool, lines[0])) == 1 < sum(map(bool, lines[1])):
        if read_tier(max(lines[0])) is not None or _is_limit(max(lines[0]), unit):
            break
        del lines[0]  # a title above the grid
    if not lines:
        return Pasted(())
    heads = _list_heads(lines[0])
    if heads is not None:
        return _listed(lines[1:], heads, unit)
    has_heads = not any(_is_limit(cell, unit) for cell in lines[0]) and any(lines[0])
    body = lines[1:] if has_heads else lines
    has_categories = any(line[0] and not _is_limit(line[0], unit) for line in body) and (
        max(len(line) for line in body) > 1 if body else False
    )
    first = 1 if has_categories else 0
    place = corner or Corner()
    tiers, unknown = _tiers(lines[0][first:] if has_heads else (), place.tiers)
    if has_heads and not has_categories and len(lines[0]) > max(map(len, body), default=0):
        tiers, unknown = _tiers(lines[0][1:], place.tiers)
    cells: list[PastedCell] = []
    for number, line in enumerate(body):
        if has_categories:
            category: str | None = "" if _folded(line[0]) in _ANY else line[0]
        else:
            category = place.categories[number] if number < len(place.categories) else None
        if category is None:
            break
        for column, cell in enumerate(line[first:]):
            if column < len(tiers) and tiers[column] is not None and cell:
                tier = tiers[column] or ""
                cells.append(PastedCell(category, tier, read_limit(cell, unit)))
    return Pasted(_told_once(cells), unknown)


def _told_once(cells: Sequence[PastedCell]) -> tuple[PastedCell, ...]:
    """A second limit for the same category and tier is a problem, unless it is the same."""
    seen: dict[tuple[str, str], str | None] = {}
    found: list[PastedCell] = []
    for cell in cells:
        key, read = (cell.category, cell.tier), cell.read
        if key not in seen:
            seen[key] = read.limit
            found.append(cell)
        elif seen[key] != read.limit:
            found.append(PastedCell(*key, Read(read.text, read.limit, "twice")))
    return tuple(found)


def _lines(text: str) -> Iterable[str]:
    return (line for line in text.replace("\r\n", "\n").split("\n") if line.strip())


def _tiers(
    heads: Sequence[str], otherwise: Sequence[str]
) -> tuple[list[str | None], tuple[str, ...]]:
    if not heads:
        return list(otherwise), ()
    found = [read_tier(head) if head else None for head in heads]
    unknown = [head for head, tier in zip(heads, found, strict=True) if head and tier is None]
    return found, tuple(unknown)


def _list_heads(line: Sequence[str]) -> tuple[int | None, int | None, int] | None:
    """Where category, tier and limit stand in a list; None if this is none."""
    plain = [_folded(cell) for cell in line]
    limit = next((at for at, cell in enumerate(plain) if cell in _LIMIT), None)
    category = next((at for at, cell in enumerate(plain) if cell in _CATEGORY), None)
    tier = next((at for at, cell in enumerate(plain) if cell in _TIER), None)
    if limit is None or (category is None and tier is None):
        return None
    return category, tier, limit


def _listed(
    lines: Sequence[Sequence[str]], heads: tuple[int | None, int | None, int], unit: Unit | None
) -> Pasted:
    category_at, tier_at, limit_at = heads
    cells: list[PastedCell] = []
    unknown: list[str] = []
    for line in lines:
        category = line[category_at] if category_at is not None and category_at < len(line) else ""
        said = line[tier_at] if tier_at is not None and tier_at < len(line) else ""
        limit = line[limit_at] if limit_at < len(line) else ""
        tier = read_tier(said) if said else ""
        if tier is None:
            unknown.append(said)
        elif limit:
            name = "" if _folded(category) in _ANY else category
            cells.append(PastedCell(name, tier, read_limit(limit, unit)))
    return Pasted(_told_once(cells), tuple(dict.fromkeys(unknown)))


def _is_limit(cell: str, unit: Unit | None) -> bool:
    """Whether a cell looks like a limit: readable, or it begins as one would."""
    found = read_limit(cell, unit)
    return bool(found.limit) or found.problem in ("no_unit", "zero", "part_of_a_day")


def _unit(word: str, unit: Unit | None) -> Unit | None:
    if not word:
        return unit
    if word in _DAYS:
        return Unit.D if unit in ELAPSED else Unit.CD
    return _UNIT_OF.get(word)


def _folded(text: str) -> str:
    """As it is compared: full-width signs, capitals, blanks and stops at the end do not count."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(plain.split()).rstrip("。.;；")
