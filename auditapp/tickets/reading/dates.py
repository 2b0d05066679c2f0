"""Read columns of times set-wise: the shapes of a column, the order of its dates, the SQL.

Nothing is guessed: where the numbers of a column can be a day and a month in either order and its
contents do not settle it, the user is asked (``UserError`` ``tickets_dates_ambiguous``).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from auditapp.errors import UserError
from auditapp.tickets.reading.shapes import DateOrder, How, Recipe, recipe
from auditapp.tickets.reading.statements import literal, one_of, rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from auditapp.jobs.progress import Progress
    from auditapp.tickets.database import Connection

_WIDE: Final = "０１２３４５６７８９：／－．，＋（）　\u00a0"  # noqa: RUF001  (what people type)
_NARROW: Final = "0123456789:/-.,+()  "
_MANY_SHAPES: Final = 3000
_FIRST: Final = 500
FIRST_YEAR: Final = 1000
_NINES: Final = str.maketrans("012345678", "999999999")
#: Days from 1970-01-01 back to the day 0 of either system of serial dates.
_SERIAL_1900: Final = 25569
_SERIAL_1904: Final = 24107


@dataclass(frozen=True, slots=True)
class DateRules:
    """What the user said about dates: order of numbers, minutes east of UTC, 1904 system."""

    order: DateOrder | None = None
    offset: int | None = None
    system_1904: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Shapes of a column that are read the same way; ``format`` is None for numbers."""

    recipe: Recipe
    format: str | None
    shapes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimePlan:
    """How one column of times is read; ``order`` is None where no date of it needs one."""

    value: str
    groups: tuple[Group, ...]
    order: DateOrder | None
    decided_by: str
    shapes: Mapping[str, int]
    rules: DateRules


def shape_sql(value: str) -> str:
    """The shape of a value in SQL."""
    return f"translate({value}, '012345678', '999999999')"


def narrow_sql(value: str) -> str:
    """A value with full-width digits and signs made ASCII, in SQL."""
    return f"translate({value}, '{_WIDE}', '{_NARROW}')"


def plan_times(
    connection: Connection,
    source: str,
    value: str,
    rules: DateRules,
    *,
    name: str,
    progress: Progress,
) -> TimePlan:
    """Understand a column of times.

    ``source`` is a table, ``value`` an SQL expression of its columns (trimmed text, NULL =
    empty), ``name`` the column's name for the question. Raises UserError
    ``tickets_dates_ambiguous`` (with examples) when the order of day and month is open.
    """
    quick = _quick(connection, source, value, rules, progress)
    if quick is not None:
        return quick
    found = _shapes(connection, source, value, progress)
    if any(unicodedata.normalize("NFKC", shape) != shape for shape in found):
        value = narrow_sql(value)
        found = _shapes(connection, source, value, progress)
    recipes = {shape: made for shape in found if (made := recipe(shape)) is not None}
    open_shapes = {shape: made for shape, made in recipes.items() if made.ambiguous}
    order, decided_by = None, ""
    if open_shapes:
        order, decided_by = _order(
            connection, source, value, open_shapes, rules, name=name, progress=progress
        )
    grouped: dict[tuple[Recipe, str | None], list[str]] = {}
    for shape, made in recipes.items():
        text = made.format(order or DateOrder.YMD)
        if made.how is How.FORMAT and text is None:
            continue
        key = (made if not made.ambiguous else _settled(made, text), text)
        grouped.setdefault(key, []).append(shape)
    groups = tuple(Group(key[0], key[1], tuple(shapes)) for key, shapes in grouped.items())
    return TimePlan(value, groups, order, decided_by, found, rules)


def plain_format(values: Iterable[str]) -> tuple[str, bool] | None:
    """The one format in which all of some values are written, and whether it is a day alone.

    None where there is more than one way, an order to be asked for, a zone, or no value.
    """
    made = {recipe(value.translate(_NINES)) for value in values}
    only = made.pop() if len(made) == 1 else None
    if only is None or only.how is not How.FORMAT or only.ambiguous or only.zone is not None:
        return None
    text = only.format(DateOrder.YMD)
    return None if text is None or only.hours or only.cut else (text, only.day_only)


def columns_sql(plan: TimePlan, column: str) -> tuple[str, str, str, str]:
    """SQL of instant, offset, ``bad`` and ``day`` of a planned column; ``column`` = its value."""
    if not plan.groups:
        bad = f"{column} IS NOT NULL"
        return "CAST(NULL AS TIMESTAMP)", "CAST(0 AS SMALLINT)", bad, "FALSE"
    wall = _by_shape(plan, column, [_wall(group, column, plan.rules) for group in plan.groups])
    offset = _by_shape(plan, column, [_offset(group, column, plan.rules) for group in plan.groups])
    day = _by_shape(plan, column, [str(group.recipe.day_only).upper() for group in plan.groups])
    return wall, f"CAST(coalesce({offset}, 0) AS SMALLINT)", f"{column} IS NOT NULL", day


def _quick(
    connection: Connection, source: str, value: str, rules: DateRules, progress: Progress
) -> TimePlan | None:
    """The plan of a column that is written one plain way throughout; None = look closer.

    Counted over all values; only the way to count by is taken from the first ones.
    """
    first = f"(SELECT {value} AS v FROM {source} WHERE {value} IS NOT NULL LIMIT {_FIRST})"
    found = _shapes(connection, first, "v", progress)
    made = {recipe(shape) for shape in found}
    only = made.pop() if len(made) == 1 else None
    if only is None or only.how is not How.FORMAT or only.ambiguous:
        return None
    text = only.format(DateOrder.YMD)
    if text is None or only.hours or only.cut:
        return None
    read = f"try_strptime({value}, {literal(text)})"
    ((given, good, least),) = rows(
        connection,
        f"SELECT count({value}), count({read}), min(year({read})) FROM {source}",
        progress,
    )
    # A year of two digits would be read as one of the first century.
    if given != good or least < FIRST_YEAR:
        return None
    return TimePlan(value, (Group(only, text, tuple(found)),), None, "", found, rules)


def _shapes(connection: Connection, source: str, value: str, progress: Progress) -> dict[str, int]:
    found = rows(
        connection,
        f"SELECT {shape_sql(value)} AS shape, count(*) AS n FROM {source} "
        f"WHERE {value} IS NOT NULL GROUP BY shape ORDER BY n DESC, shape LIMIT {_MANY_SHAPES}",
        progress,
    )
    return {str(shape): int(n) for shape, n in found}


def _order(
    connection: Connection,
    source: str,
    value: str,
    recipes: Mapping[str, Recipe],
    rules: DateRules,
    *,
    name: str,
    progress: Progress,
) -> tuple[DateOrder, str]:
    """The one order in which all dates can be read; what the user said goes first."""
    possible = [
        order for order in DateOrder if all(order in made.orders() for made in recipes.values())
    ]
    if rules.order is not None and rules.order in possible:
        return rules.order, "given"
    reads = {order: _read_in(recipes, value, order) for order in possible}
    some = " OR ".join(f"{read} IS NOT NULL" for read in reads.values())
    counts = ", ".join(f"count({read})" for read in reads.values())
    first = next(iter(reads.values()))
    differ = " OR ".join(f"{read} IS DISTINCT FROM {first}" for read in reads.values())
    (row,) = rows(
        connection,
        f"SELECT count(*) FILTER ({some}), {counts}, any_value({value}) FILTER ({differ}) "
        f"FROM {source} WHERE {one_of(shape_sql(value), recipes)}",
        progress,
    )
    readable, example = row[0], row[-1]
    whole = [order for order, n in zip(reads, row[1:-1], strict=True) if n == readable]
    if len(whole) == 1:
        return whole[0], "contents"
    if whole and example is None:
        return whole[0], "contents"
    asked = rows(
        connection,
        f"SELECT {value} FROM {source} WHERE {one_of(shape_sql(value), recipes)} "
        f"AND ({differ}) LIMIT 1",
        progress,
    )
    raise UserError(
        "tickets_dates_ambiguous" if whole else "tickets_dates_mixed",
        column=name,
        example=str(asked[0][0]) if asked else str(example),
        orders="|".join(order.value for order in (whole or possible)),
    )


def _read_in(recipes: Mapping[str, Recipe], value: str, order: DateOrder) -> str:
    """SQL that reads the day of all the open shapes in one order."""
    by_format: dict[tuple[str, int], list[str]] = {}
    for shape, made in recipes.items():
        text = made.format(order)
        if text is not None:
            by_format.setdefault((text, made.cut), []).append(shape)
    cases = [
        f"WHEN {one_of(shape_sql(value), shapes)} "
        f"THEN try_strptime({_cut(value, cut)}, {literal(text)})"
        for (text, cut), shapes in by_format.items()
    ]
    return f"(CASE {' '.join(cases)} END)"


def _settled(made: Recipe, text: str | None) -> Recipe:
    formats = () if text is None else ((DateOrder.YMD, text),)
    return Recipe(
        made.how, formats, False, made.hours, made.zone, made.tail, made.cut, made.day_only
    )


def _by_shape(plan: TimePlan, column: str, parts: Sequence[str]) -> str:
    """One expression for a column: plain where one way fits all, else a CASE over the shapes."""
    covered = sum(len(group.shapes) for group in plan.groups)
    if len(set(parts)) == 1 and covered == len(plan.shapes) < _MANY_SHAPES:
        return parts[0]
    together: dict[str, list[str]] = {}
    for part, group in zip(parts, plan.groups, strict=True):
        together.setdefault(part, []).extend(group.shapes)
    cases = [
        f"WHEN {one_of(shape_sql(column), shapes)} THEN {part}" for part, shapes in together.items()
    ]
    return f"(CASE {' '.join(cases)} END)"


def _wall(group: Group, column: str, rules: DateRules) -> str:
    """The wall clock time of a group's values."""
    made = group.recipe
    if made.how is How.SERIAL:
        start = _SERIAL_1904 if rules.system_1904 else _SERIAL_1900
        seconds = f"round((TRY_CAST({column} AS DOUBLE) - {start}) * 86400)"
        return f"make_timestamp(CAST({seconds} AS BIGINT) * 1000000)"
    if made.how is How.EPOCH:
        ticks = f"TRY_CAST({column} AS BIGINT)"
        scale = f"(CASE WHEN length({column}) > 10 THEN 1000 ELSE 1000000 END)"
        return f"make_timestamp({ticks} * {scale})"
    read = f"try_strptime({_cut(column, made.cut)}, {literal(group.format or '')})"
    if made.hours == -12:
        return (
            f"({read} - CASE WHEN hour({read}) = 12 THEN INTERVAL 12 HOUR ELSE INTERVAL 0 HOUR END)"
        )
    if made.hours:
        below = 12 if made.hours == 12 else 10
        return (
            f"({read} + CASE WHEN hour({read}) < {below} THEN INTERVAL 12 HOUR "
            f"ELSE INTERVAL 0 HOUR END)"
        )
    return read


def _offset(group: Group, column: str, rules: DateRules) -> str:
    made = group.recipe
    if made.zone is None:
        return str(rules.offset or 0)
    if not made.tail:
        return str(made.zone)
    digits = f"TRY_CAST(replace(right({column}, {made.tail - 1}), ':', '') AS INTEGER)"
    width = f"length(replace(right({column}, {made.tail - 1}), ':', ''))"
    minutes = (
        f"(CASE WHEN {width} <= 2 THEN {digits} * 60 "
        f"ELSE {digits} // 100 * 60 + {digits} % 100 END)"
    )
    sign = f"(CASE left(right({column}, {made.tail}), 1) WHEN '-' THEN -1 ELSE 1 END)"
    return f"({sign} * {minutes})"


def _cut(value: str, length: int) -> str:
    return f"left({value}, length({value}) - {length})" if length else value
